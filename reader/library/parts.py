"""What a question is made of: words as the index knows them, conditions as SQL, and ways to find few entries by an index."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reader.search import query as asked

# What FTS5's tokenizer "ascii" takes for a letter, in text that was folded.
TOKEN = "0-9a-z\x80-\U0010ffff"
_COLUMNS = {"title": 0, "by": 1}
_NAMES = {"title": "title", "by": "byline"}


@dataclass(frozen=True, slots=True)
class Leaf:
    """Words that follow one another; single words with their other forms."""

    tokens: tuple[str, ...]
    prefix: bool
    field: asked.Field
    forms: tuple[str, ...] = ()

    def match(self) -> str:
        """The leaf for FTS5."""
        if len(self.tokens) == 1:
            star = " *" if self.prefix else ""
            said = " OR ".join([f'"{self.tokens[0]}"{star}', *(f'"{it}"' for it in self.forms)])
        else:
            star = " *" if self.prefix else ""
            said = " AND ".join(f'"{it}"' for it in self.tokens) + star
        return f"{_NAMES[self.field]} : ({said})" if self.field in _NAMES else f"({said})"

    def stands_in(self, texts: Sequence[str]) -> bool:
        """Whether the parted columns of an article hold it."""
        among = [texts[_COLUMNS[self.field]]] if self.field in _COLUMNS else texts
        return any(map(self.names, among))

    def names(self, text: str) -> bool:
        """Whether a parted text holds it."""
        return _pattern(self.tokens, self.prefix, self.forms).search(text) is not None


@lru_cache(maxsize=256)
def _pattern(tokens: tuple[str, ...], prefix: bool, forms: tuple[str, ...]) -> re.Pattern[str]:
    said = f"[^{TOKEN}\n]+".join(map(re.escape, tokens)) + ("" if prefix else f"(?![{TOKEN}])")
    others = "".join(f"|{re.escape(it)}(?![{TOKEN}])" for it in forms)
    return re.compile(f"(?<![{TOKEN}])(?:{said}{others})")


@dataclass(frozen=True, slots=True)
class Lookup:
    """Docids by way of an index. It is named, since SQLite would rather go through all entries and stop early."""

    sql: str
    values: tuple[Any, ...] = ()


def by_index(index: str, condition: str) -> str:
    """SQL for the docids of the entries that fit, found by that index."""
    return f"SELECT docid FROM entries INDEXED BY {index} WHERE hidden = 0 AND {condition}"


STATES_BY_INDEX = {
    "starred": (Lookup(by_index("entries_starred", "starred IS NOT NULL")),),
    "marked": (Lookup(by_index("entries_marked", "passages > 0")),),
}


@dataclass(frozen=True, slots=True)
class Part:
    """What the database can answer of a term: a superset of what it matches, exactly that where `exact`.

    `match` is for FTS5, `where` a condition on `entries e`.
    """

    match: str | None = None
    where: str | None = None
    values: tuple[Any, ...] = ()
    exact: bool = True
    lookups: tuple[Lookup, ...] = ()  # each finds, by an index, the docids of all that can match
    low: int = 0  # docids that can match
    high: int = 2**62

    def sql(self) -> tuple[str, tuple[Any, ...]]:
        """The part as one SQL condition."""
        said, values = [], list[Any]()
        if self.match is not None:
            said.append("e.docid IN (SELECT rowid FROM terms WHERE terms MATCH ?)")
            values.append(self.match)
        if self.where is not None:
            said.append(self.where)
            values += self.values
        return f"({' AND '.join(said) or '1'})", tuple(values)

    @property
    def says(self) -> bool:
        """Whether it narrows anything down."""
        return self.match is not None or self.where is not None


@dataclass(frozen=True, slots=True)
class Origins:
    """Where something can come from: sources by their numbers, publishers by their names."""

    sources: tuple[int, ...]
    publishers: tuple[str, ...]
