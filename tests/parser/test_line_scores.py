"""Lines are looked at, weighed and cut: what the signals say and what is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parser import forest, scrape
from reader.parser.line_scores import announcing_words, body_lines, cut
from reader.parser.line_signals import LinesSeen, columns, tokens

PARAGRAPH = (
    "The council voted on Tuesday to reopen the ferry line, two years after the last boat was taken out of the water."
)


def seen(*lines: str) -> LinesSeen:
    return LinesSeen(scrape.outline("\n".join(lines)).pieces)


def test_every_signal_that_the_table_asks_for_is_given() -> None:
    given_ = columns(seen("Home", PARAGRAPH, "Share"), announcing_words())
    assert set(forest.load("lines").signals) <= set(given_)
    assert {len(column) for column in given_.values()} == {3}


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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("By Nora Whitfield", {"by", "nora", "whitfield", "^by", "whitfield$", "#3", "^by nora"}),
        ("12 Comments »", {"0", "comments", "^0", "comments$", "#2", "^0 comments"}),
        ("»", set()),
        ("word " * 30, set()),
    ],
)
def test_tokens_are_what_a_short_line_announces(text: str, wanted: set[str]) -> None:
    assert tokens(text, text.split()) == wanted


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
