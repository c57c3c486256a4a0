"""The page inside a file that programs save pages and mails in: MHTML, mails, Safari's web archives.

What such a file says of the page beside it, its address and a mail's subject, sender and date, goes with it. Files that break
the rules of their kind are read as they are, as text.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reader.model import Page
from reader.parser.letters import HEADER_MOST, Letterhead
from reader.text.clean import one_line

# The head of a mail: lines that begin with a name and a colon, each perhaps folded, and an empty line. What some programs
# write before it parts mails in one file.
_HEADER = re.compile(
    rb"(?:From [^\r\n]*+\r?\n)?(?:[A-Za-z][A-Za-z0-9-]*+:[^\r\n]*+\r?\n(?:[ \t][^\r\n]*+\r?\n)*+){3,}+\r?\n"
)
_MIME = re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def opened(page: Page) -> tuple[Page, Letterhead | None]:
    """The page that is inside, and the head of the mail it came in; the page itself where it is no container. Never raises."""
    data = page.data
    if data.startswith(b"bplist00"):
        return _of_archive(page), None
    # Pages begin with "<", and few texts with a word and a colon: what is dear is asked of those.
    if data[:1] == b"<" or b":" not in data[:200]:
        return page, None
    header = _HEADER.match(data, 0, HEADER_MOST)
    if header is None or _MIME.search(header[0]) is None:
        return page, None
    from reader.parser.mime import inside

    found = inside(header[0], data[header.end() :])
    if found is None:
        return page, None
    return (
        replace(
            page, data=found.data, final_address=web(found.location) or page.final_address, content_type=found.kind
        ),
        found.letter,
    )


def web(address: str) -> str | None:
    """The address on the web that a file says its page has; None where it says none, or that of a file."""
    found = _ADDRESS.fullmatch(one_line(address).replace(" ", ""))
    return found[0] if found is not None else None


def _of_archive(page: Page) -> Page:
    """The main page of a web archive, a binary property list; the file itself where it is none."""
    import plistlib

    try:
        main = plistlib.loads(page.data, fmt=plistlib.FMT_BINARY)["WebMainResource"]
        data, kind = main["WebResourceData"], main.get("WebResourceMIMEType", "text/html")
        charset, address = main.get("WebResourceTextEncodingName", ""), main.get("WebResourceURL", "")
    except (
        plistlib.InvalidFileException,
        LookupError,
        TypeError,
        ValueError,
        AttributeError,
        RecursionError,
        MemoryError,
    ):
        return page
    if not isinstance(data, bytes):
        return page
    return replace(
        page,
        data=data,
        final_address=web(str(address)) or page.final_address,
        content_type=one_line(f"{kind}; charset={charset}"),
    )
