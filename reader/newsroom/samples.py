"""The sample pages that ship with the program: a view for a first start, and entries only once something is done to them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from importlib import resources

from reader.formats import article_from_json
from reader.library import Origin
from reader.model import Article, Entry, View

ORIGIN = Origin("file", "sample:", "Samples")
"""The source under which kept samples stand in the library."""

_FILE = "samples.jsonl"
_PREVIEW = 140


@dataclass(frozen=True, slots=True)
class Sample:
    """A page that ships parsed: its name, and the article."""

    name: str
    article: Article

    @property
    def identity(self) -> str:
        """By this name the library knows the sample once it is kept."""
        return f"{ORIGIN.address}{self.name}"


class Samples:
    """All samples, read when first asked for. A sample's number as an entry is negative, counted from -1."""

    @cached_property
    def all(self) -> tuple[Sample, ...]:
        """Every sample, in the order in which they ship."""
        file = resources.files("reader.newsroom") / _FILE
        if not file.is_file():
            return ()
        lines = map(json.loads, file.read_text("utf-8").splitlines())
        return tuple(Sample(line["name"], article_from_json(line["article"])) for line in lines)

    def __getitem__(self, entry_id: int) -> Sample:
        return self.all[-entry_id - 1]

    def rows(self, view: View, kept: Iterable[str]) -> list[Entry]:
        """The rows of the samples that a view shows and that are not kept yet."""
        gone = set(kept)
        if view.state not in ("all", "unread") or view.query or view.tag or view.folder or view.source_id:
            return []
        return [
            self._row(-number, sample)
            for number, sample in enumerate(self.all, 1)
            if sample.identity not in gone and sample.name not in gone
        ]

    def row(self, entry_id: int) -> Entry:
        """A sample as a row of the list."""
        return self._row(entry_id, self[entry_id])

    def _row(self, entry_id: int, sample: Sample) -> Entry:
        article = sample.article
        first = next((each.text for each in article.blocks if each.kind == "paragraph"), "")
        row = Entry(entry_id, article.title, source=ORIGIN.title, publisher=article.publisher, byline=article.byline)
        return replace(
            row,
            url=article.url,
            language=article.language,
            published=article.published,
            added=article.published,
            words=sum(len(each.text.split()) for each in article.blocks),
            preview=(article.standfirst or first)[:_PREVIEW] or None,
            sample=sample.name,
        )
