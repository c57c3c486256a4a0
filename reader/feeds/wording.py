"""Text out of a feed's elements: titles as plain lines, bodies as markup with absolute links.

All text that comes here has passed `text.clean`; what is resolved here passes it again.
"""

from __future__ import annotations

import re
from base64 import b64decode
from html import escape, unescape
from typing import Literal

from reader.feeds.feed import LONGEST_NAME
from reader.text.clean import clean
from reader.text.xml import Element, joined

Untyped = Literal["html", "text"]
"""What an element is that does not state its type."""

_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>|<!\[CDATA\[|\]\]>", re.S)
_UNSEEN = re.compile(r"<(script|style)\b[^<>]*>.*?(?:</\1\s*>|\Z)", re.S | re.I)
_SEES = re.compile(r"</?[A-Za-z][^<>]*>|&(?:#\w{1,8}|[A-Za-z]\w{1,30});")
_LINK = re.compile(r"(<[a-z][^<>]{0,200}?\s(?:href|src|poster)\s*=\s*)(?:\"([^\"<>]*)\"|'([^'<>]*)')", re.I)
_ABSOLUTE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]{0,20}:|#)", re.I)
_RELATIVE = re.compile(r"\s(?:href|src|poster)\s*=\s*[\"'](?!\s*(?:[a-z][a-z0-9+.-]{0,20}:|#))", re.I)
_WRAPPED = re.compile(r"\s*<(?:\w+:)?div\b[^<>]*>(.*)</(?:\w+:)?div\s*>\s*", re.S)
_PREFIXED = re.compile(r"(</?)[A-Za-z][\w-]*:(?=[A-Za-z])")

# Feeds that forget to state their type: what has such tags is HTML, whatever the standard says.
_IS_HTML = re.compile(r"</(?:p|div|a|em|strong|b|i|ul|ol|li|h[1-6]|blockquote|span|table)>|<(?:p|br|img)\b", re.I)
_TEXT = frozenset({"text", "text/plain"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB = re.compile(r"https?://[^/]", re.I)
# What an address may be: places on the web and mere names (RFC 4151, 8141); nothing that runs or reads this machine.
_FOLLOWED = frozenset({"http", "https", "ftp", "gemini", "gopher", "magnet", "mailto", "news", "urn", "tag"})


def plain(markup: str) -> str:
    """The words of a title that may be HTML, on one line; a title's scripts are no words of it."""
    if _SEES.search(markup):
        markup = clean(unescape(_TAG.sub("", _UNSEEN.sub("", markup[: 8 * LONGEST_NAME]))))
    return line(markup)


def line(text: str) -> str:
    """A bounded single line."""
    return " ".join(text[: 4 * LONGEST_NAME].split())[:LONGEST_NAME]


def title(element: Element | None, untyped: Untyped = "html") -> str:
    """A title as plain text, by the type that it states."""
    if element is None:
        return ""
    value, markup = construct(element, untyped)
    return plain(value) if markup else line(value)


def body(element: Element | None, untyped: Untyped = "html") -> str | None:
    """A summary or content as HTML with absolute links; None where it says nothing."""
    if element is None:
        return None
    value, markup = construct(element, untyped)
    markup = markup or ("type" not in element.attributes and _IS_HTML.search(value) is not None)
    if not value.strip():
        return None
    if not markup:
        return escape(value, quote=False)
    return absolute(value, element.base) if element.base and _RELATIVE.search(value) else value


def construct(element: Element, untyped: Untyped) -> tuple[str, bool]:
    """What an element says, and whether it is HTML: RSS never states which, in Atom no type means text (RFC 4287, 3.1)."""
    kind = element.attributes.get("type", "").lower().strip()
    if kind in ("xhtml", "application/xhtml+xml") or (element.children and kind in ("", "html", "xml", "text/html")):
        return _inner(element, kind), True
    value = element.text
    coded = element.attributes.get("mode", "").lower() == "base64" or element.attributes.get("encoding") == "base64"
    if coded or (kind and _is_data(kind)):
        value = _from_base64(value)
    elif element.children:
        return element.inside.strip(), kind not in _TEXT
    return value, kind not in _TEXT if kind else untyped == "html"


def _is_data(kind: str) -> bool:
    return "/" in kind and not kind.startswith("text/") and not kind.endswith(("+xml", "/xml", "/html"))


def _inner(element: Element, kind: str) -> str:
    inside = element.inside.strip()
    wrapped = _WRAPPED.fullmatch(inside) if "xhtml" in kind else None
    inside = wrapped[1].strip() if wrapped else inside
    return _PREFIXED.sub(r"\1", inside) if element.children and ":" in element.children[0].name else inside


def _from_base64(value: str) -> str:
    try:
        return clean(b64decode(value, validate=False).decode("utf-8"))
    except ValueError:
        return value


def absolute(markup: str, base: str) -> str:
    """HTML with its links made absolute."""

    def link(found: re.Match[str]) -> str:
        address = found[2] if found[2] is not None else found[3]
        if _ABSOLUTE.match(address):
            return found[0]
        return f'{found[1]}"{escape(joined(base, unescape(address)))}"'

    return _LINK.sub(link, markup)


def address(text: str | None, base: str = "") -> str | None:
    """An address made absolute; None for none and for one that a browser would not follow to a page."""
    if not text:
        return None
    found = text[:LONGEST_NAME].strip()
    if not found:
        return None
    if "\n" in found or "\t" in found:
        found = found.replace("\n", "").replace("\t", "")
    if _WEB.match(found):
        return found
    made = joined(base, found)
    meant = clean(unescape(found)).lstrip()  # some programs resolve references once more
    return made if _followed(made) and _followed(meant) else None


def _followed(address: str) -> bool:
    scheme = _SCHEME.match(address)
    if scheme is None:
        return True
    kind = scheme[1].lower()
    return kind in _FOLLOWED and (kind not in ("http", "https") or _WEB.match(address) is not None)
