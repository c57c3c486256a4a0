"""The benchmark of speakers: that its marks are whole, and that it counts right."""

from __future__ import annotations

import pytest

from reader.model import Place, Said
from tests.bench.quoting import ARTICLES, Marked, Verdict, articles, marks, report, verdicts

present = pytest.mark.skipif(not ARTICLES.exists(), reason="the benchmark's articles are not here")
GIVEN, RIGHT = 0.75, 0.90
"""Shares of the quotations that are given a speaker, and of these that are given the right one."""


def marked(speaker: str | None, *also: str, how: str = "named") -> Marked:
    return Marked("a", 0, 0, speaker, () if speaker is None else (speaker, *also), how)


def told(speaker: str | None, *, sure: bool = True) -> Said:
    return Said(Place("block", 0, 0, 20), speaker, sure)


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Ines Moreau", True),
        ("Moreau", True),
        ("Dr. Ines Moréau", True),
        ("the harbor police", True),
        ("Ines Poe", False),
    ],
)
def test_a_part_of_a_name_is_that_name(said: str, right: bool) -> None:
    assert marked("Ines Moreau", "police").right(said) == right


def test_it_counts_what_is_given_and_what_of_it_is_right() -> None:
    found = [
        Verdict(marked("Ines Moreau"), told("Moreau")),
        Verdict(marked("Ines Moreau", how="pronoun"), told("Moreau", sure=False)),
        Verdict(marked("Ines Moreau"), told("Jan Poe")),
        Verdict(marked("Ines Moreau"), told(None)),
        Verdict(marked("Ines Moreau"), None),
        Verdict(marked(None, how="none"), told("Jan Poe")),
    ]
    lines = report(found).splitlines()
    assert lines[0] == "5 quotations with a speaker: 3 given one, 2 of these right"
    assert lines[1] == "1 without: 1 given one"
    assert lines[2] == "1 by a pronoun and given: 1 shown as unsure"
    assert len(lines) == 7


@present
def test_each_mark_stands_at_a_quotation_mark() -> None:
    known = dict(articles())
    for mark in marks():
        assert known[mark.article].blocks[mark.block].text[mark.start] in "\"'“‘”"


@present
def test_speakers_are_told_on_articles_of_newsrooms() -> None:
    spoken = [it for it in verdicts() if it.marked.speaker is not None]
    given = [it for it in spoken if it.given]
    assert len(given) >= GIVEN * len(spoken)
    assert sum(it.right for it in given) >= RIGHT * len(given)
