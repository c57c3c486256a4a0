"""Who signs a scraped text: lines near its headline."""

from __future__ import annotations

import pytest

from reader.parser.heads import Said
from reader.parser.line_bylines import among_lines


@pytest.mark.parametrize(
    ("lines", "wanted", "used"),
    [
        (["The tide gate", "By Nora Whitfield", "Share"], ["Nora Whitfield"], {1}),
        (["The tide gate", "By", "Nora Whitfield"], ["Nora Whitfield"], {1, 2}),
        (["Nora Whitfield | March 3, 2024"], ["Nora Whitfield"], {0}),
        (["March 3, 2024 by Nora Whitfield"], ["Nora Whitfield"], {0}),
        (["Nora Whitfield", "March 3, 2024"], ["Nora Whitfield"], {0}),
        (["Nora Whitfield", "Staff Writer"], ["Nora Whitfield"], {0}),
        (["Nora Whitfield", "The gate closed again on Tuesday."], [], set()),
        (["By the time the gate closed, the water had risen."], [], set()),
        (["From the archive"], [], set()),
    ],
)
def test_the_byline_among_lines(lines: list[str], wanted: list[str], used: set[int]) -> None:
    said: dict[int, Said] = {}
    assert list(among_lines(lines, said)) == wanted
    assert set(said) == used
