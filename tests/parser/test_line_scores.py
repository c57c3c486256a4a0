"""Lines are looked at, weighed and cut: what the signals say and what is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parser import forest, scrape
from reader.parser.line_scores import body_lines, cut, is_noise, judged
from reader.parser.line_signals import LinesSeen, columns, heaviest
from reader.parser.line_words import announcing_words
from tests.parser.sizing import a_book

PARAGRAPH = (
    "The council voted on Tuesday to reopen the ferry line, two years after the last boat was taken out of the water."
)


def seen(*lines: str) -> LinesSeen:
    return LinesSeen(scrape.outline("\n".join(lines)).pieces)


def test_every_signal_that_the_table_asks_for_is_given() -> None:
    given_ = columns(seen("Home", PARAGRAPH, "Share"), announcing_words())
    assert set(forest.load("lines").signals) | set(forest.load("long_lines").signals) <= set(given_)
    assert {len(column) for column in given_.values()} == {3}


@pytest.mark.parametrize("paragraphs", [100, 1_000, 6_000])
def test_a_text_of_any_length_is_kept_with_its_dialogue(paragraphs: int) -> None:
    kept = judged(scrape.outline("\n\n".join(["Home", "Books", "Log in", *a_book(paragraphs)])).pieces)
    assert sum(kept[3:]) > 0.95 * paragraphs


def test_lines_far_from_running_text_are_not_looked_at() -> None:
    menu = ["Sport"] * 40
    found = seen(*menu, PARAGRAPH, *menu)
    assert 40 in found.chosen
    assert 0 not in found.chosen
    assert len(found.chosen) < 20


def test_a_text_without_running_text_is_looked_at_whole() -> None:
    assert seen(*["Sport"] * 50).chosen == list(range(50))


def test_the_densest_part_is_found_between_menus() -> None:
    found = seen(*["Sport"] * 20, *[PARAGRAPH] * 5, *["Sport"] * 20)
    assert (found.start, found.stop) == (20, 24)


def test_words_in_scripts_without_spaces_are_counted() -> None:
    assert seen("渡轮将于五月恢复航行，市政府周一表示，九名船员已被召回工作。").counts[0] > 10


def test_a_heading_between_paragraphs_does_not_end_the_likeliest_run_and_a_label_does() -> None:
    for between, size in (("The other bank of the river", 9), ("3 comments", 4)):
        found = columns(seen(*[PARAGRAPH] * 4, *[between] * 3, *[PARAGRAPH] * 2), announcing_words())
        assert sum(found["in likeliest"]) == size


@given(st.lists(st.integers(-9, 9), max_size=12))
def test_the_heaviest_run_is_as_heavy_as_any(gains: list[int]) -> None:
    first, last, held = heaviest(list(map(float, gains)))
    runs = [sum(gains[low:high]) for low in range(len(gains)) for high in range(low + 1, len(gains) + 1)]
    assert held == max(runs, default=0) or (held == 0 and max(runs, default=0) <= 0)
    assert held == 0 or sum(gains[first : last + 1]) == held


@given(st.lists(st.sampled_from(["3 comments", PARAGRAPH, "Sport"]), max_size=30))
def test_what_was_announced_is_counted_line_by_line(lines: list[str]) -> None:
    found, page = columns(seen(*lines), announcing_words()), seen(*lines)
    passed, since, held = 0, 60, 0.0
    for place, index in enumerate(page.chosen):
        assert lines[:3] or place == index
        passed, since, held = 0, 60, 0.0
        for line, weight in zip(lines[: index + 1], page.good, strict=False):
            since = min(60, since + 1)
            if line == "3 comments" and held > 300:
                passed, since = min(8, passed + 1), 0
            held += weight
        assert (found["passed comment"][place], found["since comment"][place]) == (passed, since)


def test_the_body_is_kept_and_menus_are_not() -> None:
    kept = body_lines(
        seen("Home", "News", "Sport", *[PARAGRAPH + str(n) + "." for n in range(6)], "Share", "Newsletter")
    )
    assert kept[3:9] == [True] * 6
    assert not any(kept[:3] + kept[9:])


def test_no_lines_keep_none() -> None:
    assert body_lines(seen()) == []


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 50)), max_size=30))
def test_a_cut_stays_between_its_bounds(lines: list[tuple[float, int]]) -> None:
    lowest = cut([chance for chance, _ in lines], [count for _, count in lines])
    assert 0.1 <= lowest <= 0.6
    if sum(count for chance, count in lines if chance >= 0.45) >= 40:
        assert lowest >= 0.4


def test_a_short_text_is_looked_for_with_a_lower_cut() -> None:
    assert cut([0.3, 0.2], [20, 1]) < 0.4
    assert cut([0.9, 0.3, 0.2], [200, 20, 1]) >= 0.4


@given(st.lists(st.sampled_from([PARAGRAPH, "Home", "3 comments", "•", "渡轮将于五月恢复航行。", "a"]), max_size=60))
def test_any_lines_are_judged(lines: list[str]) -> None:
    assert len(body_lines(seen(*lines))) == len(scrape.outline("\n".join(lines)).pieces)


NOISE = ["(" * 50_000, "a@" * 50_000, "1. " * 30_000, "http://" * 20_000, "Mr. " * 50_000, "-" * 100_000 + "x"]


@pytest.mark.parametrize("line", NOISE)
def test_a_line_that_nobody_wrote_is_noise(line: str) -> None:
    assert is_noise(line)
    assert not is_noise(line[:1_000])


@pytest.mark.parametrize(
    "line",
    [
        " ".join(f"The boat {number} left the quay at dawn." for number in range(2_000)),
        "河水在夜里上涨,人们把沙子搬到墙边。" * 500,
        PARAGRAPH * 20,
    ],
)
def test_a_long_paragraph_is_none(line: str) -> None:
    assert not is_noise(line)


def test_noise_between_paragraphs_does_not_part_them() -> None:
    first = "The harbor office opened the quay of Tarnes again on Monday, and by dawn the first boats had come in with herring."
    last = "Who pays the rest is to be settled in spring, when the storms of the winter and what they broke have been counted."
    pieces = scrape.outline("\n".join([first, PARAGRAPH, *NOISE, last])).pieces
    assert judged(pieces) == [True, True, *[False] * len(NOISE), True]


def test_a_text_of_nothing_but_noise_has_a_verdict_on_each_line() -> None:
    assert len(judged(scrape.outline("\n".join(NOISE)).pieces)) == len(NOISE)
