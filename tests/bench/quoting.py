"""How well it is told who says what: `python -m tests.bench.quoting`.

`quotes.json` has direct quotations of four words and more in articles of the open half of `../shared/bench/summary`, each by its
place, with who speaks as somebody marked it who did not know what the program says. Prints how many of those that have a speaker
are given one, how many of these are right, how many of what "he" or "she" says are shown as unsure, and each that went wrong.

Of the 207 in ordinary letters, the rules that had never seen them gave 172 a speaker, 152 of these the right one; 23 more stand
in articles that the benchmark has in lower case, where nobody is named. Mended on since, they are no longer new. All ten that a
pronoun tells and that are shown as sure are right.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.model import Article, Block, Said
from reader.summaries.speakers import speakers
from reader.text.fold import fold

MARKS = Path(__file__).with_name("quotes.json")
ARTICLES = Path(__file__).resolve().parents[3] / "shared" / "bench" / "summary" / "dev" / "articles.jsonl"
_SMALL = frozenset(("a", "an", "the", "of", "for", "and", "mr", "mrs", "ms", "miss", "dr", "sir"))
"""Words that tell nobody apart."""


@dataclass(frozen=True)
class Marked:
    """A quotation with who speaks: by name or noun, None where nobody does or nothing tells; `answers` are right too."""

    article: str
    block: int
    start: int
    speaker: str | None
    answers: tuple[str, ...]
    how: str

    def right(self, told: str) -> bool:
        """Whether a speaker is one of those marked: the words of one are those of the other, or some of them."""
        words = _words(told)
        return any(words <= them or them <= words for them in map(_words, self.answers))


@dataclass(frozen=True)
class Verdict:
    """What was told of a marked quotation; None where it was not found as one."""

    marked: Marked
    said: Said | None

    @property
    def given(self) -> bool:
        """Whether somebody is named."""
        return self.said is not None and self.said.speaker is not None

    @property
    def right(self) -> bool:
        """Whether it is the right one."""
        return self.said is not None and self.said.speaker is not None and self.marked.right(self.said.speaker)

    def __str__(self) -> str:
        told = "not found" if self.said is None else f"told {self.said.speaker!r}"
        mark = self.marked
        return f"{told}, marked {mark.speaker!r} ({mark.how}): {mark.article} block {mark.block}, from {mark.start}"


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold(name).text)) - _SMALL


def marks() -> list[Marked]:
    """All marked quotations."""
    return [
        Marked(row["article"], it["block"], it["start"], it["speaker"], answers(it["speaker"], it["also"]), it["how"])
        for row in json.loads(MARKS.read_text("utf-8"))
        for it in row["quotes"]
    ]


def answers(speaker: str | None, also: list[str]) -> tuple[str, ...]:
    """Every right answer."""
    return () if speaker is None else (speaker, *also)


def articles() -> Iterator[tuple[str, Article]]:
    """The articles of the open half by their id."""
    for line in ARTICLES.read_text("utf-8").splitlines():
        row = json.loads(line)
        blocks = tuple(Block("paragraph", text) for text in row["paragraphs"])
        yield row["id"], Article(row.get("title") or "", blocks, language="en")


def verdicts() -> list[Verdict]:
    """What is told of every marked quotation."""
    wanted = marks()
    told = {name: speakers(it) for name, it in articles() if name in {mark.article for mark in wanted}}
    return [Verdict(mark, _at(mark, told[mark.article])) for mark in wanted]


def _at(mark: Marked, found: tuple[Said, ...]) -> Said | None:
    here = (it for it in found if it.place.index == mark.block)
    return next((it for it in here if it.place.start <= mark.start < it.place.end), None)


def report(found: list[Verdict]) -> str:
    """The figures as lines of text."""
    spoken = [it for it in found if it.marked.speaker is not None]
    given = [it for it in spoken if it.given]
    right = [it for it in given if it.right]
    silent = [it for it in found if it.marked.speaker is None and it.given]
    unsure = [it for it in given if it.marked.how == "pronoun"]
    doubted = sum(it.said is not None and not it.said.sure for it in unsure)
    wrong = [it for it in found if (it.given or it.marked.speaker is not None) and not it.right]
    return "\n".join(
        [
            f"{len(spoken)} quotations with a speaker: {len(given)} given one, {len(right)} of these right",
            f"{len(found) - len(spoken)} without: {len(silent)} given one",
            f"{len(unsure)} by a pronoun and given: {doubted} shown as unsure",
            *(f"  {it}" for it in wrong),
            "",
        ]
    )


def main() -> None:
    """Measure and print."""
    sys.stdout.write(report(verdicts()))


if __name__ == "__main__":
    main()
