"""The scroll bar's rows: each stands for a stretch of the set article, whatever is found or marked in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.search import Finder
from reader.tui.bar_marks import HIT, BarMarks
from reader.typeset import composed
from tests.builders import an_article

PIERS = an_article(*(f"The lamp on pier {number} is out." for number in range(60)), title="Lamps out")


def rows_of(bar: BarMarks, rows: int, query: str) -> list[int]:
    """The rows that are marked for what a query finds."""
    hits = Finder(PIERS).find(query) if query else None
    return [row for row in range(rows) if bar.at(row, hits, ()) == HIT]


@given(st.integers(1, 60), st.integers(20, 90), st.sampled_from(["lamp", "pier 7", "59", "out", "zebra", "is out"]))
def test_a_row_is_marked_where_a_line_of_its_stretch_holds_a_hit(rows: int, width: int, query: str) -> None:
    setting = composed(PIERS, width)
    lines = len(setting) + 2
    bar = BarMarks(setting, rows, lines)
    expected = {setting.line_of(hit.place) * rows // max(rows, lines) for hit in Finder(PIERS).find(query)}
    assert rows_of(bar, rows, query) == sorted(expected)


def test_one_bar_shows_one_find_after_the_other() -> None:
    setting = composed(PIERS, 60)
    bar = BarMarks(setting, 20, len(setting) + 2)
    first = rows_of(bar, 20, "pier 3 ")
    assert rows_of(bar, 20, "pier 50") != first
    assert rows_of(bar, 20, "") == []
    assert rows_of(bar, 20, "pier 3 ") == first
    assert bar.fits(setting, 20) and not bar.fits(setting, 21) and not bar.fits(composed(PIERS, 60), 20)
