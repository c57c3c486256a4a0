"""An article as paragraphs: which parts it has, and the way from places to spots and back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import UsageError
from reader.model import Block, Place
from reader.text.parts import Parts, parts
from tests.builders import an_article, paragraph, place

ARTICLE = replace(
    an_article("It sails.", "", "It stops.", title="Ferry"),
    standfirst="In May.",
    blocks=(paragraph("It sails."), paragraph(""), Block("image", caption="A quay."), paragraph("It stops.")),
)
NAMED = parts(ARTICLE)


def test_title_standfirst_and_each_block_with_its_caption_are_parts_and_what_is_empty_is_none() -> None:
    assert (
        Parts(
            (("title", 0), ("standfirst", 0), ("block", 0), ("caption", 2), ("block", 3)),
            ("Ferry", "In May.", "It sails.", "A quay.", "It stops."),
        )
        == NAMED
    )
    assert parts(an_article("x", title="")) == Parts((("block", 0),), ("x",))


@pytest.mark.parametrize(
    ("places", "start", "end"),
    [
        ([place(0, 3, 8)], (2, 3), (2, 8)),
        ([place(3, 0, 2), Place("title", 0, 1, 3)], (0, 1), (4, 2)),
        ([place(0, -5, 99)], (2, 0), (2, 9)),
        ([place(0, 7, 3)], (2, 7), (2, 7)),
        ([place(0, 99, 99)], (2, 9), (2, 9)),
        ([Place("caption", 2, 0, 1), place(0, 8, 9)], (2, 8), (3, 1)),
    ],
)
def test_places_reach_from_the_first_to_the_last_of_them(
    places: list[Place], start: tuple[int, int], end: tuple[int, int]
) -> None:
    assert NAMED.ends(places) == (start, end)


@pytest.mark.parametrize("places", [[], [place(1, 0, 0)], [place(0, 0, 1), Place("byline", 0, 0, 1)]])
def test_a_place_that_is_not_there_is_refused(places: list[Place]) -> None:
    with pytest.raises(UsageError):
        NAMED.ends(places)


@pytest.mark.parametrize(
    ("start", "end", "places"),
    [
        ((2, 3), (2, 8), [place(0, 3, 8)]),
        ((0, 2), (2, 2), [Place("title", 0, 2, 5), Place("standfirst", 0, 0, 7), place(0, 0, 2)]),
        ((0, 5), (1, 0), []),
        ((0, 5), (1, 1), [Place("standfirst", 0, 0, 1)]),
        ((4, 3), (4, 3), []),
    ],
)
def test_from_one_spot_to_another_there_is_a_place_in_each_part_that_is_touched(
    start: tuple[int, int], end: tuple[int, int], places: list[Place]
) -> None:
    assert NAMED.places(start, end) == tuple(places)


@given(st.lists(st.text("ab ", max_size=3), min_size=1, max_size=5), st.data())
def test_the_places_of_two_spots_lead_back_to_them_and_hold_all_between(texts: list[str], data: st.DataObject) -> None:
    named = parts(an_article(*texts, title="T"))
    spot = st.integers(0, len(named.paragraphs) - 1).flatmap(
        lambda number: st.tuples(st.just(number), st.integers(0, len(named.paragraphs[number])))
    )
    start, end = sorted((data.draw(spot), data.draw(spot)))
    places = named.places(start, end)
    flat = "\n".join(named.paragraphs)
    begins = [sum(len(it) + 1 for it in named.paragraphs[:number]) for number in range(len(named.paragraphs))]
    between = flat[begins[start[0]] + start[1] : begins[end[0]] + end[1]]
    texts_of = dict(zip(named.keys, named.paragraphs, strict=True))
    found = [texts_of[it.part, it.index][it.start : it.end] for it in places]
    assert "".join(found) == between.replace("\n", "")
    if places:
        low, high = named.ends(places)
        assert start <= low and high <= end
