"""Subtitles are read as what was spoken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Page
from reader.parser import parse
from reader.parser.subtitles import is_subtitles, spoken

SAID = ["The harbor board of Kelso Bay", "agreed on Monday to rebuild the pier.", "Work is to begin in August."]


def cues(lines: list[str], step: int = 2, mark: str = ",") -> str:
    times = [f"00:{at * step // 60:02d}:{at * step % 60:02d}{mark}000" for at in range(len(lines) + 1)]
    return "\n\n".join(f"{at + 1}\n{times[at]} --> {times[at + 1]}\n{line}" for at, line in enumerate(lines))


def texts(text: str) -> list[str]:
    return [block.text for block in parse(Page(text.encode())).blocks]


def test_cues_are_one_paragraph_and_times_are_left_out() -> None:
    article = parse(Page(cues(SAID).encode()))
    assert [block.text for block in article.blocks] == [" ".join(SAID)]
    assert article.title == ""
    assert {piece.reason for piece in article.removed} == {"markup"}
    assert "00:00:00,000 --> 00:00:02,000" in [piece.text for piece in article.removed]


def test_those_of_the_web_have_a_head_and_marks() -> None:
    marked = ["<v Petra Holm>The <b>pier</b> is broken.</v>", "<00:00:02.000><c>It is.</c>", "Yes."]
    assert texts(f"WEBVTT\nKind: captions\n\n{cues(marked, mark='.')}") == [
        "Petra Holm: The pier is broken. It is. Yes."
    ]


@pytest.mark.parametrize("turn", ["- Who pays?", ">> Who pays?", "HOLM: Who pays?"])
def test_who_speaks_next_begins_a_paragraph(turn: str) -> None:
    assert texts(cues([*SAID, turn])) == [" ".join(SAID), turn]


def test_a_pause_does_too() -> None:
    assert texts(f"{cues(SAID)}\n\n4\n00:01:00,000 --> 00:01:02,000\nOnce the terns have left.") == [
        " ".join(SAID),
        "Once the terns have left.",
    ]


def test_what_captions_that_roll_say_again_is_said_once() -> None:
    rolling = [f"{one}\n{other}" for one, other in zip(["", *SAID], [*SAID, ""], strict=True)]
    assert texts(cues(rolling)) == [" ".join(SAID)]


@pytest.mark.parametrize("text", ["", "a --> b", "On 00:00:01,000 --> 00:00:02,000 it was\n" * 9, "\n".join(SAID)])
def test_other_texts_are_none(text: str) -> None:
    assert not is_subtitles(text)


def test_what_stands_before_the_first_cue_is_not_lost() -> None:
    assert "Kelso Bay, episode 4" in spoken(f"Kelso Bay, episode 4\n\n{cues(SAID)}").aside


@given(st.lists(st.text(alphabet="ab <>:-.v\n>", max_size=20), max_size=8))
def test_any_cues_are_read(lines: list[str]) -> None:
    found = spoken(cues(lines))
    assert sum(" --> " in each for each in found.aside) == len(lines)
