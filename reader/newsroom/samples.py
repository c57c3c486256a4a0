"""The sample pages that ship with the program: a view for a first start, and entries only once something is done to them."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from typing import Any

from reader.library import Origin
from reader.model import Article, Entry
from reader.text.words import word_count

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
            words=sum(word_count(it["text"]) for it in blocks),
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

    def rows(self, kept: Iterable[str]) -> list[Entry]:
        """The rows of the samples that are not kept yet."""
        gone = set(kept)
        return [sample.row(-number) for number, sample in enumerate(self.all, 1) if sample.name not in gone]

    def row(self, entry_id: int) -> Entry:
        """A sample as a row of the list."""
        return self[entry_id].row(entry_id)
