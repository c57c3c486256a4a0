"""Tables: fitted where they can be, else row by row."""

from __future__ import annotations

from reader.model import Article, Block, Line, Place
from reader.typeset import composed, typeset
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
