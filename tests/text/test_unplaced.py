"""Why a sentence of a summary has no place is told in the same words everywhere."""

from __future__ import annotations

from reader.model import Place, Point
from reader.text.unplaced import unplaced


def test_what_has_a_place_needs_no_word_and_what_was_not_checked_is_not_called_missing() -> None:
    assert unplaced(Point("Rain.", Place("block", 0, 0, 5))) == ""
    assert unplaced(Point("Rain.")) == "not found in the text"
    assert unplaced(Point("Rain.", checked=False)) == "not checked in this language"
