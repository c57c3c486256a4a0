"""Sources into the library: read, parsed, put on the shelf, passages moved along; an outcome for each page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from urllib.parse import urlsplit

from reader import files
from reader.errors import ReaderError, UnreadableError
from reader.library import Library, Origin
from reader.model import Article, Block, Outcome, Page
from reader.newsroom import marking
from reader.newsroom.offering import address_of
from reader.text.clean import one_line

_PROLOG = 4096
"""Bytes within which an XML file has its first element."""

_ROOT = re.compile(rb"<([a-zA-Z][\w:.-]*)")
_PREFIXED = re.compile(rb"<[a-zA-Z][\w.-]*:[a-zA-Z]")
_PAGES = frozenset((b"html", b"body", b"article", b"main", b"section", b"div", b"p", b"head", b"h1"))

_FILES = Origin("file", "files:", "Files")
"""Files that were named one by one stand under one source."""


def add(
    library: Library, sources: Iterable[str], clock: Callable[[], datetime], web: Callable[[str], Iterable[Outcome]]
) -> Iterator[Outcome]:
    """Take every page of every source into the library; an address is left to `web`. A failure is an outcome too; the
    rest goes on."""
    for source in sources:
        address = None if source == "-" or files.is_there(files.path_of(source)) else address_of(source)
        if address is not None:
            yield from web(address)
            continue
        for page in _pages(source):
            yield page if isinstance(page, Outcome) else _one(library, page, _origin(source), clock)


def _pages(source: str) -> Iterator[Page | Outcome]:
    """The pages of a file, a folder or standard input; for one that cannot be read what came of it, and the rest goes on."""
    try:
        there = [None] if source == "-" else files.paths(source)
    except UnreadableError as error:
        yield _failed(source, error)
        return
    for path in there:
        try:
            yield next(files.pages(source)) if path is None else files.page(path)
        except UnreadableError as error:
            yield _failed(source if path in (None, files.path_of(source)) else str(path), error)


def read(page: Page) -> Article:
    """The article of a page. Raises UnreadableError, which names the page, when there is nothing to read on it."""
    from reader import parser

    name = one_line(page.address or "standard input")
    try:
        parser.readable(page)
    except UnreadableError as error:
        raise UnreadableError(f"{name}: {error.happened}", error.advice) from error
    if _is_data(page):
        raise UnreadableError(
            f"{name} holds data for programs, no article.", "Give a page, a text, or a feed's address."
        )
    article = parser.parse(page)
    if not any(map(_says_something, article.blocks)):
        raise UnreadableError(f"No article was found in {name}.", "Look at it in a browser; perhaps it was saved half.")
    return article


def _says_something(block: Block) -> bool:
    """Whether a block has a letter or a number: unseen signs and mere brackets are nothing to read."""
    cells = (cell for row in block.rows for cell in row)
    return any(char.isalnum() for text in (block.text, block.caption or "", *cells) for char in text)


def _is_data(page: Page) -> bool:
    """Whether it is XML other than a page, or JSON: it would be read as an article of brackets."""
    data = page.data
    head = data[:_PROLOG].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith((b"<?xml", b"<svg", b"<![CDATA[")) or _PREFIXED.match(head):
        root = _ROOT.search(head)
        return root is None or root[1].lower() not in _PAGES
    if head[:1] not in (b"{", b"["):
        return len(data) < _PROLOG and _is_value(head.strip(), page)
    try:
        json.loads(data)
    except RecursionError:
        return True
    except ValueError:
        return False
    return True


def _is_value(head: bytes, page: Page) -> bool:
    """Whether it is a single value as JSON has it; a text in quotes is one only where the page says that it is JSON."""
    try:
        value = json.loads(head)
    except (ValueError, RecursionError):
        return False
    named = (page.address or "").lower().endswith(".json") or "json" in (page.content_type or "").lower()
    return named or not isinstance(value, str)


def _origin(source: str) -> Origin:
    path = files.path_of(source)
    if source != "-" and files.is_folder(path):
        return Origin("folder", str(path.resolve()), one_line(path.resolve().name) or "/")
    return _FILES


def _one(library: Library, page: Page, origin: Origin, clock: Callable[[], datetime]) -> Outcome:
    name = page.address or "-"
    try:
        article = read(page)
    except UnreadableError as error:
        return _failed(name, error)
    identity = None if page.address is None or article.url else page.address
    return _kept(library, article, origin, name, identity, clock())


def keep_article(library: Library, article: Article, address: str, now: datetime) -> Outcome:
    """Put the article that stands at an address on the shelf, under its site."""
    host = (urlsplit(address).hostname or address).removeprefix("www.")
    origin = Origin("page", f"pages:{host}", article.publisher or host)
    return _kept(library, article, origin, address, address, now)


def _kept(
    library: Library, article: Article, origin: Origin, name: str, identity: str | None, now: datetime
) -> Outcome:
    with library.db.writing():  # a new version and where its passages stand: both or neither
        added = library.shelf.add(article, origin, identity=identity, fetched=now)
        if added.came == "changed":
            marking.follow(library, added.entry_id)
    return Outcome(one_line(name), added.came, (added.entry_id,), article.title)


def _failed(source: str, error: ReaderError) -> Outcome:
    return Outcome(one_line(source), "failed", happened=error.happened, advice=error.advice)
