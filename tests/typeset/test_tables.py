"""Tables: fitted where they can be, else row by row."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Block, Line, Place
from reader.typeset import composed, typeset
from reader.typeset.tables import MOST, NARROWEST, fitted
from tests.typeset.test_setting import check

HEADS = ("Vessel", "Built", "Shipyard", "Length", "Passengers", "Engines", "Home port", "Owner", "Condition")
ROWS = (
    HEADS,
    ("Marie", "1931", "Halloran and Sons", "41.2", "220", "two diesels", "Old Harbor", "the city", "in service"),
    ("Anna", "1948", "Bergen", "38.0", "", "steam", "Bergen", "a museum", "moored"),
)


def an_article(rows: tuple[tuple[str, ...], ...]) -> Article:
    return Article("", (Block("table", "\n".join("\t".join(row) for row in rows), rows=rows),))


def table(rows: tuple[tuple[str, ...], ...], width: int) -> list[Line]:
    return [line for line in typeset(an_article(rows), width) if line.role.startswith("table")]


def test_a_table_that_fits_stands_in_columns_with_numbers_to_the_right() -> None:
    rows = (("Vessel", "Built"), ("Marie", "1931"), ("Anna", "948"))
    assert [line.text for line in table(rows, 40)] == [
        "Vessel  Built",
        "──────  ─────",
        "Marie    1931",
        "Anna      948",
    ]


def test_a_table_that_is_too_wide_is_set_row_by_row_behind_its_heads() -> None:
    told = [line.text for line in table(ROWS, 60)]
    assert told[:3] == ["Vessel      Marie", "Built       1931", "Shipyard    Halloran and Sons"]
    assert told[9:12] == ["", "Vessel      Anna", "Built       1948"]
    assert not any("Passengers" in line for line in told[9:])  # an empty cell says nothing


def test_every_word_of_a_wide_table_has_its_place_once_and_no_line_is_too_wide() -> None:
    for width in (10, 16, 24, 31, 60, 76):
        article = an_article(ROWS)
        check(article, typeset(article, width), width)


def test_a_head_that_is_said_again_has_no_place() -> None:
    article = an_article(ROWS)
    spots = list(composed(article, 60).spots(Place("block", 0, 0, 6)))
    assert len(spots) == 1


def test_a_wide_row_without_heads_is_a_list() -> None:
    row = (tuple(f"cell of the number {number}" for number in range(12)),)
    assert [line.text for line in table(row, 40)] == [*row[0]]


@pytest.mark.parametrize("width", [20, 40, 76])
def test_a_table_has_its_caption_above_it(width: int) -> None:
    (block,) = an_article(ROWS).blocks
    article = Article("", (Block("paragraph", "Before."), replace(block, caption="Boats of Kelso, by year")))
    setting = composed(article, width)
    check(article, tuple(setting), width)
    found = Place("caption", 1, 9, 14)
    assert [setting[number].role for number, *_ in setting.spots(found)] == ["caption"]
    assert setting.line_of(found) < setting.line_of(Place("block", 1, 0, 1))
    roles = [line.role for line in setting]
    assert "blank" not in roles[roles.index("caption") :]


def test_the_widest_columns_are_squeezed_until_the_table_fits() -> None:
    rows = (("Vessel", "What is known of her"), ("Marie", "built at Halloran's yard and sold twice since then"))
    lines = [line.text for line in table(rows, 36)]
    assert lines[0] == "Vessel  What is known of her"
    assert all(len(line) <= 36 for line in lines) and lines[2].startswith("Marie   built at Halloran's")


def test_more_columns_than_anybody_reads_are_lines_of_text() -> None:
    rows = (tuple(f"c{number}" for number in range(80)),)
    lines = table(rows, 40)
    assert {line.role for line in lines} == {"table"} and len(lines) > 3
    assert " ".join(line.text for line in lines).split() == list(rows[0])


@given(st.lists(st.integers(1, 60), min_size=1, max_size=8), st.integers(10, 76))
def test_as_little_is_squeezed_as_has_to_be(natural: list[int], width: int) -> None:
    sizes, room = fitted(natural, width), width - 2 * (len(natural) - 1)
    if sizes is None:
        assert sum(min(size, NARROWEST) for size in natural) > room
        return
    widest = max(sizes)
    assert sum(sizes) <= room and sizes == [min(size, widest) for size in natural]
    assert sizes == natural or sum(min(size, widest + 1) for size in natural) > room


def test_the_first_row_is_a_head_where_others_follow() -> None:
    assert [line.role for line in table((("a", "b"),), 40)] == ["table"]
    assert [line.role for line in table((("a", "b"), ("1", "2")), 40)] == ["table head", "table head", "table"]


def test_of_rows_that_are_set_alone_the_first_cell_is_a_head() -> None:
    roles = [line.role for line in table(ROWS, 60)]
    assert roles[:9] == ["table head"] + ["table"] * 8 and roles[9:11] == ["table", "table head"]


def test_a_cell_beside_its_head_fills_the_width() -> None:
    rows = (tuple(f"Head {number} of many" for number in range(9)), ("x" * 25, "y" * 26, *"abcdefg"))
    first, second, third, *_ = table(rows, 40)
    assert (first.text, second.text.rstrip()) == ("Head 0 of      " + "x" * 25, "many")
    assert third.text == "Head 1 of      " + "y" * 25


@pytest.mark.parametrize(("columns", "lines"), [(MOST, MOST), (MOST + 1, 7)])
def test_as_many_columns_as_are_set_are_a_table(columns: int, lines: int) -> None:
    rows = (tuple(f"c{number}" for number in range(columns)),)
    assert len(table(rows, 40)) == lines


def test_what_a_table_is_called_stands_close_to_it_and_is_found_there() -> None:
    (block,) = an_article((("Vessel", "Built"), ("Marie", "1931"))).blocks
    article = Article("", (replace(block, caption="The boats of the old port, by year."), Block("paragraph", "End.")))
    setting, lines = composed(article, 24), list(typeset(article, 24))
    (at,) = (number for number, line in enumerate(lines) if "The boats" in line.text)
    table = next(number for number, line in enumerate(lines) if line.text.startswith("Vessel"))
    assert table == at + 2 and lines[at + 1].text.strip() == "port, by year."
    assert setting.line_of(Place("caption", 0, 25, 29)) == at + 1
    assert [line for line, _, _ in setting.spots(Place("caption", 0, 4, 9))] == [at]
    assert setting.line_of(Place("block", 0, 0, 3)) == table
