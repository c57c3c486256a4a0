"""The sample pages that ship with the program: a view for a first start, and entries only once something is done to them."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cached_property
from typing import Any

from reader.library import Origin
from reader.model import Article, Entry, Found, View

ORIGIN = Origin("file", "sample:", "Samples")
"""The source under which kept samples stand in the library."""

_FILE = "samples.jsonl"
_PREVIEW = 140


class Sample:
    """A page that ships parsed: its name, and the article, made when it is first wanted."""

    def __init__(self, name: str, said: dict[str, Any]) -> None:
        self.name = name
        self._said = said

    @property
    def identity(self) -> str:
        """By this name the library knows the sample once it is kept."""
        return f"{ORIGIN.address}{self.name}"

    @property
    def title(self) -> str:
        """The article's title."""
        return str(self._said["title"])

    @cached_property
    def article(self) -> Article:
        """The article."""
        from reader.formats import article_from_json

        return article_from_json(self._said)

    def find(self, text: str) -> tuple[str, tuple[tuple[int, int], ...]] | None:
        """A piece of the text with the first word of a query in it; None unless every word is there.

        Samples have no marks, sources or tags: a query that asks for one finds none of them.
        """
        from reader import search

        finder = search.Finder(self.article)
        words = [word.strip('"()*') for word in text.split() if word not in ("OR", "AND")]
        hits = [finder.find(word) for word in words if not word.startswith("-")]
        if not hits or not all(map(len, hits)):
            return None
        place = hits[0][0].place
        block = self.article.blocks[place.index] if place.part in ("block", "caption") else None
        whole = self.title if block is None else block.text if place.part == "block" else block.caption or ""
        return whole, ((place.start, place.end),) if place.part in ("title", "block", "caption") else ()

    def row(self, number: int) -> Entry:
        """The sample as a row of the list, light: its text is not looked at for it."""
        said = self._said
        when = None if said["published"] is None else datetime.fromisoformat(said["published"])
        blocks: list[dict[str, Any]] = said["blocks"]
        first = next((it["text"] for it in blocks if it["kind"] == "paragraph"), "")
        return Entry(
            number,
            self.title,
            source=ORIGIN.title,
            publisher=said["publisher"],
            byline=tuple(said["byline"]),
            url=said["url"],
            language=said["language"],
            published=when,
            added=when,
            words=sum(len(it["text"].split()) for it in blocks),
            preview=(said["standfirst"] or first)[:_PREVIEW] or None,
            sample=self.name,
        )


class Samples:
    """All samples, read when first asked for. A sample's number as an entry is negative, counted from -1."""

    @cached_property
    def all(self) -> tuple[Sample, ...]:
        """Every sample, in the order in which they ship."""
        # pkgutil and not importlib.resources: the same from a wheel, a folder and a zip, and 8 ms less to import.
        text = pkgutil.get_data(__package__, _FILE)
        lines = map(json.loads, (text or b"").decode("utf-8").splitlines())
        return tuple(Sample(line["name"], line["article"]) for line in lines)

    def __getitem__(self, entry_id: int) -> Sample:
        return self.all[-entry_id - 1]

    def rows(self, view: View, kept: Iterable[str]) -> list[Entry]:
        """The rows of the samples that a view shows and that are not kept yet."""
        gone = set(kept)
        if view.state not in ("all", "unread") or view.tag or view.folder or view.source_id:
            return []
        return [
            sample.row(-number)
            for number, sample in enumerate(self.all, 1)
            if sample.name not in gone and (not view.query or sample.find(view.query) is not None)
        ]

    def search(self, text: str, kept: Iterable[str]) -> Iterator[Found]:
        """The samples that hold all words of a query and are not kept yet, each with the first place that does."""
        gone = set(kept)
        for number, sample in enumerate(self.all, 1):
            found = None if sample.name in gone else sample.find(text)
            if found is not None:
                yield Found(sample.row(-number), *found)

    def row(self, entry_id: int) -> Entry:
        """A sample as a row of the list."""
        return self[entry_id].row(entry_id)
