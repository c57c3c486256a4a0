"""Why a sentence of a summary has no place is told in the same words everywhere."""

from __future__ import annotations

from typing import get_args

from reader.model import Doubt, Place, Point
from reader.text.unplaced import unplaced


def test_what_has_a_place_needs_no_word_and_what_was_not_checked_is_not_called_missing() -> None:
    assert unplaced(Point("Rain.", Place("block", 0, 0, 5))) == ""
    assert unplaced(Point("Rain.")) == "not found in the text"
    assert unplaced(Point("Rain.", checked=False)) == "not checked in this language"


def test_each_doubt_has_words_of_its_own() -> None:
    told = [unplaced(Point("Rain.", doubt=it)) for it in get_args(Doubt)]
    assert len(set(told)) == len(told) and all(told)
    assert unplaced(Point("Rain.", doubt="numbers")) == "the text has other numbers"
