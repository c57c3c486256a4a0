"""The doors at which foreign bytes come in, each as a function that must hold what it promises for any bytes.

A door may refuse with a ReaderError, and nothing else; what it lets in holds no character that the gate takes out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime

from reader import feeds, filters, formats, opml, parser, passages
from reader.errors import ReaderError
from reader.fetch import robots
from reader.formats.passages import clippings, holds_clippings
from reader.model import Article, Page
from reader.search.query import parse_query
from reader.text.dates import day_in_address, find_dates, read_date
from reader.tui.own_themes import parsed as theme
from tests.builders import an_article
from tests.hostile.characters import GATED

ARTICLE = an_article()
NOW = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
_GATED = GATED - {"\r"}


def texts(value: object) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for each in fields(value):
            yield from texts(getattr(value, each.name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(key)
            yield from texts(inner)
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from texts(inner)


def clean(value: object) -> None:
    """Raises AssertionError where a text holds what must not reach a terminal."""
    for text in texts(value):
        through = set(text) & _GATED
        assert not through, f"{sorted(map(ascii, through))} in {text[:80]!a}"


def html(data: bytes) -> None:
    """A page that says it is HTML."""
    article = parser.parse(Page(b"<html><body>" + data, "https://a.example/x", content_type="text/html"))
    _written(article)


def page(data: bytes) -> None:
    """A page of any kind, without a word on what it is."""
    _written(parser.parse(Page(data, "https://a.example/x")))


def _written(article: Article) -> None:
    clean(article)
    clean(formats.plain_text(article, 40))
    clean(formats.article_json(article))


def feed(data: bytes) -> None:
    """A feed."""
    clean(feeds.read(Page(data, "https://a.example/feed")))


def subscriptions(data: bytes) -> None:
    """OPML, or newsboat's urls."""
    clean(opml.read(data))


def query(data: bytes) -> None:
    """What somebody types into the search."""
    parse_query(_text(data), NOW.date())


def notes(data: bytes) -> None:
    """Passages from elsewhere."""
    text = _text(data)
    holds_clippings(text)
    clean(clippings(text))


def anchor(data: bytes) -> None:
    """An anchor as a library keeps it, perhaps damaged."""
    passages.find(ARTICLE, _text(data))


def rules(data: bytes) -> None:
    """A rule as a library or an export keeps it."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return
    filters.described(filters.from_value(value))


def themes(data: bytes) -> None:
    """A theme of somebody's own."""
    try:
        theme("mine", _text(data))
    except ValueError:  # it says what is wrong; `own_themes.load` makes two lines of it
        return


def dates(data: bytes) -> None:
    """A date as pages write it."""
    text = _text(data)
    read_date(text)
    list(find_dates(text))
    day_in_address(text)


def robots_file(data: bytes) -> None:
    """What a site wishes of robots."""
    robots.read(_text(data), "newsreader").allow("/a/b?c=*$")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


DOORS: dict[str, Callable[[bytes], None]] = {
    "html": html,
    "page": page,
    "feed": feed,
    "opml": subscriptions,
    "query": query,
    "annotations": notes,
    "anchor": anchor,
    "rules": rules,
    "theme": themes,
    "dates": dates,
    "robots": robots_file,
}


def enter(door: str, data: bytes) -> None:
    """Bring bytes to a door. Raises whatever a door must not raise."""
    try:
        DOORS[door](data)
    except ReaderError as error:
        assert len(str(error).splitlines()) == 2
