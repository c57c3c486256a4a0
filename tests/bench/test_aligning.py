"""The truth by which lines are fitted: a teaser that repeats a sentence of the article is no part of it."""

from __future__ import annotations

from tests.bench.aligning import align


def test_lines_of_the_article_are_found_in_its_order() -> None:
    lines = [
        "Ferry to sail",
        "Home",
        "The ferry will sail in May again.",
        "Share",
        "Its crew waits.",
        "The ferry will sail",
    ]
    labels, covered = align(lines, "The ferry will sail in May again. Its crew waits.")
    assert labels == [False, False, True, False, True, False]
    assert covered == 1.0


def test_nothing_is_found_of_another_text() -> None:
    assert align(["Home", "Share"], "The ferry will sail.") == ([False, False], 0.0)
