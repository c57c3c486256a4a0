"""Adapters for the scoring scripts in `../shared/bench`: the program's rooms behind the benchmarks' signatures."""

from __future__ import annotations

from reader import feeds, opml
from reader.model import Article, Block, Page
from reader.parser import parse
from reader.passages.anchor import anchor_from
from reader.passages.carrying import carried
from reader.passages.describing import anchor_of
from reader.passages.extent import extent
from reader.passages.finding import sight
from reader.passages.sought import Sought
from reader.passages.wording import wording
from reader.summaries import summaries
from reader.text.parts import Spot


def extract(page: bytes, url: str | None) -> str:
    """The article's text, a block a line; a standfirst is text of the article, captions are not."""
    article = parse(Page(page, url))
    body = [block.text for block in article.blocks if block.kind != "image"]
    return "\n".join([article.standfirst, *body] if article.standfirst else body)


def summarise(paragraphs: list[str], title: str, sentences: int) -> list[str]:
    """The chosen sentences of an article that comes as bare paragraphs."""
    article = Article(title, tuple(Block("paragraph", text) for text in paragraphs))
    return [point.text for point in summaries(article, sentences)[-1].points]


def describe(paragraphs: list[str], start: Spot, end: Spot) -> object:
    """The anchor of a passage, as the benchmark carries it: what its JSON text holds."""
    return anchor_of(wording(tuple(paragraphs)), start, end).fields()


def find(selector: object, paragraphs: list[str]) -> tuple[Spot, Spot] | None:
    """From where to where the passage stands now, None where it is gone."""
    sought = Sought(anchor_from(selector))
    text = wording(tuple(paragraphs))
    seen = sight(sought, text)
    if seen is None:
        return None
    low, high = extent(sought, text, seen.first, seen.end)
    return text.spot(low), text.spot(high, end=True)


def carry(old: list[str], start: Spot, end: Spot, new: list[str]) -> tuple[Spot, Spot] | None:
    """The same with both versions at hand, as at a re-fetch."""
    before, text = wording(tuple(old)), wording(tuple(new))
    sought = Sought(anchor_of(before, start, end))
    seen = sight(sought, text)
    words = (sought.anchor.at, sought.anchor.at + len(sought.codes))
    place = carried(before, words, text, (seen.first, seen.end) if seen else None)
    if place is None:
        return None
    low, high = extent(sought, text, *place)
    return text.spot(low), text.spot(high, end=True)


def metadata(page: bytes, url: str | None) -> dict[str, object]:
    """Headline, byline and date; where a page tells only when it was changed, that is its date."""
    article = parse(Page(page, url))
    when = article.published or article.updated
    return {
        "title": article.title,
        "byline": list(article.byline),
        "published": when.isoformat() if when else None,
    }


def feed(data: bytes, url: str, content_type: str | None) -> dict[str, object]:
    """A feed's facts and those of its entries."""
    found = feeds.read(Page(data, url, content_type=content_type))
    return {
        "title": found.title,
        "link": found.link,
        "entries": [
            {
                "title": item.title,
                "url": item.url,
                "id": item.id,
                "published": item.published or item.updated,
                "author": ", ".join(item.authors),
                "summary": item.summary,
                "content": item.content,
            }
            for item in found.entries
        ],
    }


def outline(data: bytes) -> dict[str, object]:
    """A file's subscriptions."""
    found = opml.read(data)
    return {
        "title": found.title,
        "feeds": [
            {"title": each.title, "url": each.address, "link": each.link, "folder": list(each.folder)}
            for each in found.feeds
        ],
    }
