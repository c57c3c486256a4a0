"""How anchors read a text. What is kept of it may never change: anchors of years lie in libraries."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from reader.passages.marks import codes_of, sketch, words_of


def test_the_marks_that_lie_in_libraries_stay_as_they_are() -> None:
    assert sketch(codes_of("The Pier’s stones, num\u00adbered in 2019 — “hers”, ΑΣ; 港口 ตลาด.")) == "{[6]IsX%&3>Mu`"


@given(st.text())
@example("pier,pier pier's (pier) PIER _pier_ pi\u00ader")
@example("a\u0085b\u001cc 港口city港 e\u0301 x\u200by")
def test_there_is_one_code_a_word(text: str) -> None:
    words, codes = words_of(text), codes_of(text)
    assert len(words) == len(codes) == len(sketch(codes))
    known = dict(zip(words, codes, strict=True))
    assert [known[word] for word in words] == list(codes)


@given(st.text())
def test_a_sketch_costs_a_byte_a_word_in_json(text: str) -> None:
    assert all(35 <= ord(mark) < 127 and mark != "\\" for mark in sketch(codes_of(text)))


def test_case_marks_and_spaces_say_nothing() -> None:
    assert codes_of("“The\u00a0pier,” she said") == codes_of('the PIER"\nshe — said…')
    assert codes_of("the pier") != codes_of("the peer")
