"""The next page of an article that its publisher has cut into pages: by what links say, and by how addresses differ.

A link called "next" leads to another article at least as often as to another page of this one, so that its address has
to be this page's but for a number.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from reader.model import Page
from reader.parser.bounds import bounded
from reader.parser.encodings import decode

_LINKS = 3_000
# /2, /page/2, /page-2, /seite-2.html, -2.html, _2.htm, ,2.html, /p2 at the end of a path
_NUMBER = re.compile(r"(?:[/_,.-](?:page|seite|pagina|p)?[/_-]?(\d{1,3}))?(\.s?html?|\.php|\.aspx?)?/?$", re.IGNORECASE)
_DATED = re.compile(r"/\d{1,4}$")  # /2026/3/2 is a day, not the second page of a month
_FIELDS = frozenset(("page", "p", "pg", "paged", "pagenum", "pageno", "seite", "pagina", "page_no", "pn", "showpage"))
_SAYS = re.compile(
    r"next(?: page)?\s*[>»›→]*|[>»›→]+|(?:page|seite|pagina)?\s*\d{1,3}|nächste seite|weiter|page suivante|suivante?|"
    r"siguiente|página siguiente|volgende(?: pagina)?|pagina successiva|avanti|próxima(?: página)?",
    re.IGNORECASE,
)


def next_page(page: Page, first: str, number: int) -> str | None:
    """The address of page `number` (from 2) of the article that begins at the address `first`, where `page`, the one
    before, links to it; None where the article ends there. Never raises."""
    here = page.final_address or page.address or ""
    try:
        tree = LexborHTMLParser(bounded(decode(page)))
        wanted = {_parted(first, None), _parted(first, 1), _parted(first, 0)}
        for node in tree.css("link[rel][href], a[href]")[:_LINKS]:
            found = node.attributes
            told = "next" in (found.get("rel") or "").lower().split()
            if not told and (node.tag != "a" or not _SAYS.fullmatch(" ".join(node.text()[:60].split()))):
                continue
            there = urljoin(here, (found.get("href") or "").strip()).partition("#")[0]
            if _parted(there, number) in wanted and there != here:
                return there
    except (ValueError, RecursionError):  # an address that is none, a tree that is too deep
        return None
    return None


def _parted(address: str, number: int | None) -> tuple[object, ...]:
    """An address without the number of its page, where it has exactly that one; None takes it whole.

    Raises ValueError for what is no address.
    """
    parts = urlsplit(address)
    pairs = sorted(parse_qsl(parts.query, keep_blank_values=True))
    if number is None:
        return parts.hostname, parts.path.rstrip("/"), tuple(pairs)
    kept = tuple(pair for pair in pairs if pair[0].lower() not in _FIELDS or pair[1] != str(number))
    if len(kept) < len(pairs):
        return parts.hostname, parts.path.rstrip("/"), kept
    match = _NUMBER.search(parts.path)
    if match is None or match[1] != str(number) or _DATED.search(parts.path[: match.start()]):
        return parts.hostname, None, number
    return parts.hostname, (parts.path[: match.start()] + (match[2] or "")).rstrip("/"), kept
