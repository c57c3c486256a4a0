"""What is packed in MHTML (RFC 2557), as browsers built on Chromium save a page in one file, and in mails (RFC 5322, 2045).

The heads are read by the standard library; the parts are found and unpacked here, for it looks at each line of a file, for the
boundaries of all parts around it.
"""

from __future__ import annotations

import re
from binascii import Error, a2b_base64, a2b_qp
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parseaddr, parsedate_to_datetime

from reader.parser.letters import HEADER_MOST, Letterhead
from reader.text.clean import one_line

_PARTS_MOST = 200
"""Parts of one container that are looked at; the page is mostly the first, behind it come its pictures."""
_DEEPEST = 8
"""Containers inside one another: a letter with pictures and attachments has 3."""
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_EMPTY_LINE = re.compile(rb"\r?\n\r?\n")
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")


@dataclass(frozen=True, slots=True)
class Inside:
    """A part that is text: its bytes as they were before they were packed, its type, and the address it was saved from."""

    data: bytes
    kind: str
    location: str
    letter: Letterhead | None = None


def inside(header: bytes, body: bytes) -> Inside | None:
    """The page in a container, with the head of the mail where it is one; None where there is none. Never raises."""
    headers = _read(header)
    parts = [part for part in _parts(headers, body, 0) if part.data.strip()]
    # A mail's plain text often leaves out what its page says.
    found = next((part for part in parts if not part.kind.startswith("text/plain")), parts[0] if parts else None)
    if found is None:
        return None
    letter = _letterhead(headers)
    location = found.location if letter else found.location or _asked(headers, "get", "Snapshot-Content-Location")
    return Inside(found.data, found.kind, location, letter)


def _read(header: bytes) -> Message:
    return BytesHeaderParser().parsebytes(header)


def _asked(headers: Message, name: str, *about: str) -> str:
    """What one of the library's questions about a head brings; "" where it is too broken to answer."""
    try:
        found = getattr(headers, name)(*about)
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""
    return str(found) if found else ""


def _parts(headers: Message, body: bytes, depth: int) -> Iterator[Inside]:
    """The parts that are text and no attachments, in their order."""
    kind = _asked(headers, "get_content_type")
    if kind.startswith("multipart/"):
        boundary = _asked(headers, "get_boundary").encode("ascii", "ignore")
        for part in _split(body, boundary) if boundary and depth < _DEEPEST else ():
            header, rest = _cut(part)
            yield from _parts(_read(header), rest, depth + 1)
    elif kind in _PAGES and _asked(headers, "get_content_disposition") != "attachment":
        data = _unpacked(body, _asked(headers, "get", "Content-Transfer-Encoding").strip().lower())
        charset = _asked(headers, "get_content_charset")
        yield Inside(data, one_line(f"{kind}; charset={charset}"), _asked(headers, "get", "Content-Location"))


def _split(body: bytes, boundary: bytes) -> Iterator[bytes]:
    """What stands between the lines that part a container; in a file that was cut off, also what stands behind the last."""
    # Whether a line begins there is asked of what is found: a pattern that begins with words is looked for ten times as fast.
    line = re.compile(rb"--" + re.escape(boundary) + rb"(--)?[ \t]*+\r?(?:\n|\Z)")
    lines = (found for found in line.finditer(body) if body[found.start() - 1 : found.start()] in (b"", b"\n"))
    start = None
    for count, found in enumerate(lines):
        if start is not None:
            yield body[start : found.start()]
        start = found.end()
        if found[1] or count >= _PARTS_MOST:
            return
    if start is not None:
        yield body[start:]


def _cut(part: bytes) -> tuple[bytes, bytes]:
    """The head of a part, which may be empty, and what it is the head of."""
    if part.startswith((b"\n", b"\r\n")):
        return b"", part.lstrip(b"\r\n")
    empty = _EMPTY_LINE.search(part, 0, HEADER_MOST)
    return (part[: empty.end()], part[empty.end() :]) if empty is not None else (b"", part)


def _unpacked(body: bytes, encoding: str) -> bytes:
    """A part's bytes as they were before they were made fit for mail; as they are where they break its rules."""
    try:
        if encoding == "base64":
            letters = _NO_BASE64.sub(b"", body)
            return a2b_base64(letters[: len(letters) - (len(letters) % 4 == 1)] + b"==")
        return a2b_qp(body) if encoding == "quoted-printable" else body
    except (Error, ValueError):
        return body


def _letterhead(headers: Message) -> Letterhead | None:
    """What the head of a mail says; None for a page that a browser saved, which has no sender."""
    name, address = parseaddr(_decoded(_asked(headers, "get", "From")))
    if "@" not in address:
        return None
    return Letterhead(_decoded(_asked(headers, "get", "Subject")), one_line(name.strip("\"' ")), _sent(headers))


def _sent(headers: Message) -> datetime | None:
    try:
        when = parsedate_to_datetime(_asked(headers, "get", "Date"))
        return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _decoded(value: str) -> str:
    """A header's text, its words in other alphabets decoded (RFC 2047)."""
    try:
        words = [
            said if isinstance(said, str) else said.decode(charset or "latin-1", "replace")
            for said, charset in decode_header(value)
        ]
    except (HeaderParseError, ValueError, LookupError):
        return one_line(value)
    return one_line("".join(words))
