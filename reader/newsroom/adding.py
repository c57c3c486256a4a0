"""Sources into the library: read, parsed, put on the shelf, passages moved along; an outcome for each page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from reader import files
from reader.errors import ReaderError, UnreadableError
from reader.library import Library, Origin
from reader.model import Article, Outcome, Page
from reader.newsroom import marking
from reader.text.clean import one_line

_FILES = Origin("file", "files:", "Files")
"""Files that were named one by one stand under one source."""


def add(library: Library, sources: Iterable[str], clock: Callable[[], datetime]) -> Iterator[Outcome]:
    """Take every page of every source into the library. A failure is an outcome too; the rest goes on."""
    for source in sources:
        try:
            origin = _origin(source)
            for page in files.pages(source):
                yield _one(library, page, origin, clock)
        except UnreadableError as error:
            yield _failed(source, error)


def read(page: Page) -> Article:
    """The article of a page. Raises UnreadableError, which names the page, when there is nothing to read on it."""
    from reader import parser

    name = one_line(page.address or "standard input")
    try:
        parser.readable(page)
    except UnreadableError as error:
        raise UnreadableError(f"{name}: {error.happened}", error.advice) from error
    article = parser.parse(page)
    if not article.blocks:
        raise UnreadableError(f"No article was found in {name}.", "Look at it in a browser; perhaps it was saved half.")
    return article


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
    with library.db.writing():  # a new version and where its passages stand: both or neither
        added = library.shelf.add(article, origin, identity=identity, fetched=clock())
        if added.came == "changed":
            marking.follow(library, added.entry_id)
    return Outcome(one_line(name), added.came, (added.entry_id,), article.title)


def _failed(source: str, error: ReaderError) -> Outcome:
    return Outcome(one_line(source), "failed", happened=error.happened, advice=error.advice)
