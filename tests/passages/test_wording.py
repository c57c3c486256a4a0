"""Words of many paragraphs as one row, and the way back to the paragraphs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.passages.marks import spans_of, words_of
from reader.passages.wording import Wording, positions

PARAGRAPHS = st.lists(st.text(alphabet=st.sampled_from("ab é.-\u00ad港 \t"), max_size=12), max_size=6).map(tuple)


@given(PARAGRAPHS)
def test_words_stand_where_the_whole_text_has_them(paragraphs: tuple[str, ...]) -> None:
    text = Wording(paragraphs)
    spans = spans_of(text.text)
    assert text.words(0, len(text)) == words_of(text.text)
    assert [(text.begin(number), text.end(number)) for number in range(len(text))] == spans


@given(PARAGRAPHS, st.integers(0, 80), st.integers(0, 80))
def test_a_stretch_is_covered_by_the_words_that_it_touches(paragraphs: tuple[str, ...], one: int, other: int) -> None:
    text = Wording(paragraphs)
    start, end = (min(at, len(text.text)) for at in sorted((one, other)))
    first, last = text.covering(start, end)
    touched = [number for number, (low, high) in enumerate(spans_of(text.text)) if low < end and high > start]
    assert list(range(first, last)) == touched


@given(PARAGRAPHS)
def test_a_spot_leads_back_to_its_offset(paragraphs: tuple[str, ...]) -> None:
    text = Wording(paragraphs)
    for number, paragraph in enumerate(paragraphs):
        for offset in range(len(paragraph) + 1):
            assert text.spot(text.flat((number, offset))) == (number, offset)


def test_a_paragraph_knows_its_first_and_last_word() -> None:
    text = Wording(("one two", "", "three", "—", "four five six"))
    assert [text.paragraph_of(number) for number in range(len(text))] == [(0, 2)] * 2 + [(2, 3)] + [(3, 6)] * 3


def test_places_of_a_part_may_meet() -> None:
    assert positions("aaaa", "aa") == [0, 1, 2]
    assert positions("aaaa", "a", 2) == [0, 1]
    assert positions("aaaa", "b") == []
