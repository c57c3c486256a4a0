"""What is painted on a line: its own styles, and marks in the article's offsets, cut where the look changes."""

from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Block, Line, Passage, PassageKind, Piece, Place, Span, State
from reader.search import Finder
from reader.tui.painting import (
    HitMarks,
    Layer,
    PassageMarks,
    Stretch,
    Stretches,
    extent,
    margin_sign,
    painted,
    with_marks,
)
from reader.typeset import typeset
from tests.builders import an_article, place

LINE = Line("- ferry line", "list_item", (Piece(0, 2), Piece(2, 12, ("strong",), place(4, 10, 20))))
"""A bullet that stands nowhere in the article, then ten characters of block 4 from offset 10 on."""


def told(line: Line, *layers: Layer) -> list[tuple[str, tuple[str, ...]]]:
    return [(it.text, it.names) for it in painted(line, layers)]


def passage(
    *places: Place, kind: PassageKind = "yellow", state: State = "same", note: str = "", id: str = "p"
) -> Passage:
    return Passage(id, 1, "ferry", places, "{}", note, kind=kind, state=state)


def test_a_line_without_marks_has_its_own_styles() -> None:
    assert told(LINE) == [("- ", ()), ("ferry line", ("strong",))]
    assert told(Line("")) == []


def test_a_mark_is_moved_from_the_article_to_the_line() -> None:
    marks = Stretches([(place(4, 16, 20), "selection")])
    assert told(LINE, marks) == [("- ", ()), ("ferry ", ("strong",)), ("line", ("strong", "selection"))]


def test_a_mark_that_reaches_beyond_the_line_is_cut_to_it() -> None:
    marks = Stretches([(place(4, 0, 13), "lit"), (place(4, 18, 400), "lit")])
    assert [text for text, names in told(LINE, marks) if "lit" in names] == ["fer", "ne"]


def test_marks_of_other_parts_and_beside_the_line_paint_nothing() -> None:
    elsewhere = (place(3, 10, 20), Place("caption", 4, 10, 20), place(4, 0, 10), place(4, 20, 30), place(4, 15, 15))
    assert told(LINE, Stretches((it, "lit") for it in elsewhere)) == told(LINE)


def test_later_layers_are_painted_on_top() -> None:
    under, over = Stretches([(place(4, 10, 20), "passage")]), Stretches([(place(4, 12, 14), "hit")])
    assert told(LINE, under, over)[2] == ("rr", ("strong", "passage", "hit"))
    assert told(LINE, over, under)[2] == ("rr", ("strong", "hit", "passage"))


def test_overlapping_marks_are_cut_where_either_ends() -> None:
    marks = Stretches([(place(4, 10, 15), "one"), (place(4, 13, 20), "two")])
    assert told(LINE, marks)[1:] == [
        ("fer", ("strong", "one")),
        ("ry", ("strong", "one", "two")),
        (" line", ("strong", "two")),
    ]


def test_passages_have_the_color_of_their_kind_unless_they_are_gone() -> None:
    marks = PassageMarks(
        [
            passage(place(4, 10, 12), kind="blue"),
            passage(place(4, 14, 16), place(4, 18, 20), kind="red"),
            passage(place(4, 12, 14), state="gone"),
        ]
    )
    found = [(text, names[1:]) for text, names in told(LINE, marks)[1:]]
    assert found == [
        ("fe", ("passage-blue",)),
        ("rr", ()),
        ("y ", ("passage-red",)),
        ("li", ()),
        ("ne", ("passage-red",)),
    ]


def hit_texts(
    article: Article, query: str, width: int, current: int | None = None, *, alone: bool = False
) -> list[tuple[str, str]]:
    marks = HitMarks(Finder(article).find(query), current, alone=alone)
    return [
        (it.text, name)
        for line in typeset(article, width)
        for it in painted(line, [marks])
        for name in it.names
        if name.startswith("hit")
    ]


def test_hits_are_painted_and_the_present_one_differs() -> None:
    article = an_article("A ferry and a ferry.", "No ferry.", title="Harbor")
    assert hit_texts(article, "ferry", 60, 1) == [("ferry", "hit"), ("ferry", "hit-current"), ("ferry", "hit")]


def test_alone_the_present_hit_is_painted_and_no_other() -> None:
    article = an_article("A ferry and a ferry.", "No ferry.", title="Harbor")
    assert hit_texts(article, "ferry", 60, 1, alone=True) == [("ferry", "hit-current")]
    assert hit_texts(article, "ferry", 60, None, alone=True) == []


def test_a_hit_that_is_broken_over_two_lines_is_painted_on_both() -> None:
    article = an_article("The crew of the old harbor ferry waits.", title="")
    assert [text for text, _ in hit_texts(article, "old harbor ferry", 15)] == ["old harbor", "ferry"]


@given(
    st.lists(st.text(st.sampled_from("ab ö"), max_size=30), min_size=1, max_size=4),
    st.text(st.sampled_from("abo"), min_size=1, max_size=2),
    st.integers(4, 30),
)
def test_exactly_the_hits_are_painted(paragraphs: list[str], query: str, width: int) -> None:
    article = an_article(*paragraphs, title="")
    hits = Finder(article).find(query)
    marks = HitMarks(hits)
    wanted = {(hit.place.index, at) for hit in hits for at in range(hit.place.start, hit.place.end)}
    shown: set[tuple[int, int]] = set()
    for line in typeset(article, width):
        for piece in line.pieces:
            if piece.place is None or piece.place.part != "block":
                continue
            for start, end, _ in marks(piece.place):
                inside = range(max(start, piece.place.start), min(end, piece.place.end))
                shown.update((piece.place.index, at) for at in inside)
                assert start < piece.place.end
                assert end > piece.place.start
    assert shown <= wanted
    assert all(article.blocks[index].text[at].isspace() for index, at in wanted - shown), "spaces at the ends of lines"


WORDS = st.text(st.sampled_from("abé 漢e\u0301"), min_size=1, max_size=40)


@given(
    WORDS,
    st.integers(4, 30),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4),
)
def test_painting_changes_no_letter_and_paints_what_was_asked(
    text: str, width: int, marks: list[tuple[int, int]], spans: list[tuple[int, int]]
) -> None:
    inside = tuple(Span(a, min(b, len(text)), "strong") for a, b in spans if a < min(b, len(text)))
    article = Article("", (Block("paragraph", text, spans=inside),))
    layers = [Stretches((place(0, a, b), "mark") for a, b in marks), Stretches([(place(0, 0, 1), "first")])]
    for line in typeset(article, width):
        stretches = list(painted(line, layers))
        assert "".join(it.text for it in stretches) == line.text
        assert all(it.text for it in stretches)
        check(line, stretches, marks)


def check(line: Line, stretches: list[Stretch], marks: list[tuple[int, int]]) -> None:
    """Each character is painted if and only if its place is marked."""
    names = [it.names for it in stretches for _ in it.text]
    for piece in line.pieces:
        for at in range(piece.start, piece.end):
            offset = None if piece.place is None else piece.place.start + at - piece.start
            wanted = offset is not None and any(a <= offset < b for a, b in marks)
            assert ("mark" in names[at]) is wanted
            assert ("first" in names[at]) is (offset == 0)


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=8)


@given(SPANS)
def test_overlapping_passages_show_the_shortest_and_that_others_lie_beneath(spans: list[tuple[int, int]]) -> None:
    made = [passage(place(4, start, start + size), kind="red", id=str(n)) for n, (start, size) in enumerate(spans)]
    marks = PassageMarks(made)
    seen: dict[int, list[str]] = {}
    for start, end, name in marks(place(4, 0, 50)):
        for at in range(start, end):
            seen.setdefault(at, []).append(name)
    for at in range(50):
        there = [it for it in made if it.places[0].start <= at < it.places[0].end]
        wanted = ["passage-red"] * bool(there) + ["passage-overlap"] * (len(there) > 1)
        assert seen.get(at, []) == wanted
        assert set(marks.touching(place(4, at, at + 1))) == set(there)
        tops = [it for _, _, it, _ in marks._covers(place(4, at, at + 1))]
        assert [extent(it) for it in tops] == sorted(map(extent, there))[:1]


def test_only_the_blocks_in_sight_are_worked_out() -> None:
    marks = PassageMarks(passage(place(block, 0, 5)) for block in range(1000))
    assert list(marks(place(7, 0, 9))) == [(0, 5, "passage-yellow")]
    assert list(marks._flat) == [("block", 7)]


def test_the_margin_tells_kinds_apart_without_color() -> None:
    signs = [margin_sign({kind}, ascii=ascii) for ascii in (False, True) for kind in get_args(PassageKind)]
    assert len(set(signs)) == 8 and all(len(it) == 1 for it in signs)
    assert margin_sign(set(), ascii=True) == " "
    assert margin_sign({"red", "blue"}, ascii=True) == "#"


def test_marks_cut_stretches_across_their_borders_and_keep_looks_and_addresses() -> None:
    shown = with_marks([Stretch("1 ", ("sign",)), Stretch("ferry", ("point",), "https://a.example")], [(1, 4, "hit")])
    assert [(it.text, it.names, it.address) for it in shown] == [
        ("1", ("sign",), ""),
        (" ", ("sign", "hit"), ""),
        ("fe", ("point", "hit"), "https://a.example"),
        ("rry", ("point",), "https://a.example"),
    ]


@given(st.lists(st.text(max_size=6)), st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40)), max_size=5))
def test_marks_change_no_character(texts: list[str], marks: list[tuple[int, int]]) -> None:
    shown = with_marks([Stretch(text, ()) for text in texts], [(a, b, "hit") for a, b in marks])
    assert "".join(it.text for it in shown) == "".join(texts)
