"""OPML 1.0 and 2.0 (opml.org/spec2.opml) in and out, folders and other readers' attributes kept."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from reader.errors import UnreadableError
from reader.opml.subscriptions import DEEPEST, LONGEST_NAME, MOST, Subscription, Subscriptions
from reader.text.addresses import public, subscribable
from reader.text.charset import decode
from reader.text.clean import clean, one_line
from reader.text.xml import Element, elements, written

_OWN = frozenset({"text", "title", "xmlurl", "htmlurl", "type", "category", "url"})
_FEEDS = frozenset({"rss", "atom", "rdf", "feed", "rss1", "pie"})
_PREFIXES = {"https://opml.org/spec2": "", "http://opml.org/spec2": "", "http://www.opml.org/spec2": ""}


def read(data: bytes) -> Subscriptions:
    """The subscriptions in an OPML file. Raises UnreadableError when it is none."""
    root = None
    for element in elements(clean(decode(data)), prefixes=_PREFIXES):
        root = element
    # A file may call its first element otherwise, or have lost it.
    tops = [*root.children, root] if root else []
    top = next(
        (
            each
            for each in tops
            if each.name == "opml" or each.first("outline") or (each.first("body") and each.name != "html")
        ),
        None,
    )
    if top is None:
        raise UnreadableError("This is no OPML file.", "Export the subscriptions from the other reader as OPML.")
    head = top.first("head")
    title = head.first("title") if head else None
    feeds: list[Subscription] = []
    refused = 0
    for element, folder in _outlines(top):
        address = _address(element)
        if address is None or len(feeds) >= MOST:
            continue
        good = subscribable(address)
        refused += good is None
        if good:
            feeds.append(_subscription(element, good, folder))
    remarks = (f"{refused} of the addresses are not on the web",) if refused else ()
    return Subscriptions(tuple(feeds), _name(title.text if title else ""), _namespaces(top), remarks=remarks)


def _outlines(top: Element) -> Iterator[tuple[Element, tuple[str, ...]]]:
    """Every outline in its order with the folders around it, however deep they lie."""
    waiting: list[tuple[Element, tuple[str, ...]]] = [(top, ())]
    while waiting:
        element, folder = waiting.pop()
        if element.name == "outline":
            yield element, folder
            name = _called(element)
            if name and len(folder) < DEEPEST:
                folder = (*folder, name)
        waiting.extend((child, folder) for child in reversed(element.children) if child.name in ("outline", "body"))


def _address(element: Element) -> str | None:
    """The feed's address that an outline gives; a link to a page is none."""
    found = element.attributes
    kind = found.get("type", "").strip().lower()
    return found.get("xmlurl") or (found.get("url") if kind in _FEEDS else None)


def _subscription(element: Element, address: str, folder: tuple[str, ...]) -> Subscription:
    found = element.attributes
    tags = (one_line(tag.strip().strip("/")) for tag in found.get("category", "").split(","))
    more = written(element) if not found.keys() <= _OWN else {}
    extras = ((name, value) for name, value in more.items() if name.lower() not in _OWN)
    return Subscription(
        address,
        _called(element),
        one_line(found.get("htmlurl", "")) or None,
        folder,
        tuple(dict.fromkeys(filter(None, tags))),
        tuple(extras),
    )


def _called(element: Element) -> str:
    """What people read; `title` only where `text` is empty (it is `text` that every outline must have)."""
    return _name(element.attributes.get("text", "")) or _name(element.attributes.get("title", ""))


def _name(text: str) -> str:
    return one_line(text[: 4 * LONGEST_NAME])[:LONGEST_NAME].strip()


def _namespaces(top: Element) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in written(top).items() if name.lower().startswith("xmlns:"))


def write(found: Subscriptions, *, private: bool = False) -> str:
    """The subscriptions as an OPML file; passwords and tokens in addresses only with `private`."""
    names = "".join(f" {name}={_quoted(value)}" for name, value in found.namespaces)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<opml version="2.0"{names}>', "  <head>"]
    lines += [f"    <title>{escape(found.title or 'Subscriptions')}</title>", "  </head>", "  <body>"]
    open_folders: tuple[str, ...] = ()
    for feed in found.feeds:
        lines += _moved(open_folders, feed.folder)
        open_folders = feed.folder
        lines.append("  " * (len(open_folders) + 2) + _outline(feed, private))
    lines += _moved(open_folders, ())
    return "\n".join([*lines, "  </body>", "</opml>", ""])


def _moved(here: tuple[str, ...], there: tuple[str, ...]) -> list[str]:
    """The lines that lead from one folder to another: those that are left closed, the new ones opened."""
    same = 0
    while same < min(len(here), len(there)) and here[same] == there[same]:
        same += 1
    closed = ["  " * (depth + 2) + "</outline>" for depth in range(len(here) - 1, same - 1, -1)]
    opened = [
        "  " * (depth + 2) + f"<outline text={_quoted(there[depth])} title={_quoted(there[depth])}>"
        for depth in range(same, len(there))
    ]
    return closed + opened


def _outline(feed: Subscription, private: bool) -> str:
    name = feed.title or feed.address
    fields = [
        ("text", name if private or feed.title else public(name)),
        ("title", feed.title),
        ("type", "rss"),
        ("xmlUrl", feed.address if private else public(feed.address)),
        ("htmlUrl", feed.link or ""),
        ("category", ",".join(tag.replace(",", " ") for tag in feed.tags)),
        *feed.extras,
    ]
    return (
        "<outline " + " ".join(f"{name}={_quoted(value)}" for name, value in fields if value or name == "title") + "/>"
    )


def _quoted(text: str) -> str:
    return '"' + escape(text).replace("\n", "&#10;").replace("\t", "&#9;") + '"'
