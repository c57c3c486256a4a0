"""The sidebar as lines: its sections in order, what each row leads to, and never a cell too much."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Block, Passage, Place, Point, Related, Removed, Summary
from reader.text.words import width as cells
from reader.tui.painting import in_order, order
from reader.tui.side_lines import side
from reader.tui.side_rows import Manner, Side
from tests.builders import an_article, place

MANNER = Manner(30)
HARBOR = an_article()
CHOSEN = Summary("Three sentences", "chosen", (Point("The ferry sails in May.", place(0, 0, 23)),), "Chosen by rule.")


def passage(*places: Place, quote: str = "the old ferry", note: str = "") -> Passage:
    return Passage("p", 1, quote, places, "{}", note, state="same" if places else "gone")


def told(made: Side) -> list[str]:
    return ["".join(it.text for it in line.stretches) for line in made.lines]


def test_a_summary_has_its_label_its_points_with_digits_and_its_remark() -> None:
    made = side(HARBOR, [CHOSEN], (), MANNER)
    assert told(made) == ["Three sentences", "1 The ferry sails in May.", "Chosen by rule."]
    (target,) = made.targets
    assert (target.kind, target.place, target.digit) == ("point", place(0, 0, 23), 1)
    assert [line.target for line in made.lines] == [None, 0, None]


def test_a_long_point_goes_on_below_its_first_word() -> None:
    long = Summary("Label", "chosen", (Point("The ferry across the harbor sails in May.", place(0, 0, 9)),))
    made = side(HARBOR, [long], (), MANNER)
    assert told(made)[1:] == ["1 The ferry across the harbor", "  sails in May."]
    assert [line.target for line in made.lines] == [None, 0, 0]


def test_while_a_summary_is_made_the_sidebar_says_so() -> None:
    assert told(side(HARBOR, None, (), MANNER)) == ["Summary", "Being made …"]
    assert told(side(HARBOR, None, (), replace(MANNER, ascii=True))) == ["Summary", "Being made ..."]
    assert told(side(HARBOR, (), (), MANNER)) == []


def test_digits_run_on_through_all_summaries_to_nine() -> None:
    points = tuple(Point(f"Sentence {number}.", place(0, number, number + 1)) for number in range(7))
    made = side(HARBOR, [Summary("One", "publisher", points), Summary("Two", "chosen", points)], (), MANNER)
    assert [target.digit for target in made.targets] == [1, 2, 3, 4, 5, 6, 7, 8, 9, *[None] * 5]
    lines = told(made)
    assert "9 Sentence 1." in lines
    assert "  Sentence 2." in lines


def test_a_point_without_a_place_leads_nowhere_and_takes_no_digit() -> None:
    points = (Point("Said by the page."), Point("Stands in the text.", place(0, 0, 9)))
    made = side(HARBOR, [Summary("Quick Read", "publisher", points)], (), MANNER)
    assert told(made)[1:] == ["  Said by the page.", "  not found in the text", "1 Stands in the text."]
    assert [line.target for line in made.lines] == [None, None, None, 0]


def test_a_doubted_point_leads_to_what_comes_nearest() -> None:
    doubted = Point("Said by the page.", nearest=place(0, 3, 9), doubt="numbers")
    made = side(HARBOR, [Summary("Quick Read", "publisher", (doubted,))], (), replace(MANNER, width=60))
    assert told(made)[1:] == ["1 Said by the page.", "  the text has other numbers: compare"]
    assert [(it.kind, it.place, it.digit) for it in made.targets] == [("point", place(0, 3, 9), 1)]
    unknown = replace(doubted, unknown=((5, 7),))
    made = side(HARBOR, [Summary("Quick Read", "publisher", (unknown,))], (), replace(MANNER, width=60))
    assert told(made)[2:] == ["  the text has other numbers: compare; nowhere in it: “by”"]


def test_a_point_that_could_not_be_checked_is_not_said_to_be_missing() -> None:
    points = (Point("Said by the page.", checked=False),)
    made = side(HARBOR, [Summary("Quick Read", "publisher", points)], (), MANNER)
    assert told(made)[1:] == ["  Said by the page.", "  not checked in this language"]


def test_figures_and_names_that_the_article_does_not_have_are_told_and_marked() -> None:
    told_by_page = Point("It costs 81 pounds, says Korte.", place(0, 0, 9), ((9, 18), (25, 30)))
    made = side(HARBOR, [Summary("Quick Read", "publisher", (told_by_page,))], (), replace(MANNER, width=60))
    assert told(made)[1:] == [
        "1 It costs 81 pounds, says Korte.",
        "  nowhere in the text: “81 pounds”, “Korte”",
    ]
    marked = [it.text for it in made.lines[1].stretches if "doubt" in it.names]
    assert marked == ["81 pounds", "Korte"]
    assert {line.target for line in made.lines[1:]} == {0}


@given(st.text("ab ", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=3))
def test_marks_change_no_letter_of_a_point(text: str, marks: list[tuple[int, int]]) -> None:
    spans = tuple((min(it), max(it)) for it in sorted(marks))
    plain = side(HARBOR, [Summary("L", "publisher", (Point(text, place(0, 0, 1)),))], (), MANNER)
    marked = side(HARBOR, [Summary("L", "publisher", (Point(text, place(0, 0, 1), spans),))], (), MANNER)
    assert told(marked)[: len(plain.lines)] == told(plain)


def test_the_outline_is_indented_below_its_highest_level() -> None:
    blocks = (
        Block("paragraph", "Text."),
        Block("heading", "The boats", level=3),
        Block("heading", "Old ones", level=4),
        Block("heading", "Rusty ones", level=6),
        Block("heading", "Without a level"),
    )
    made = side(Article("Harbor", blocks), (), (), MANNER)
    assert told(made) == ["Outline", "    The boats", "      Old ones", "      Rusty ones", "Without a level"]
    assert [target.place for target in made.targets] == [
        place(1, 0, 9),
        place(2, 0, 8),
        place(3, 0, 10),
        place(4, 0, 15),
    ]


def test_passages_come_in_reading_order_with_their_notes_and_the_gone_last() -> None:
    found = [
        passage(quote="what was cut", note="keep"),
        passage(place(1, 4, 9), quote="second"),
        passage(place(0, 2, 5), quote="first", note="Ask\nInes."),
        passage(Place("title", 0, 0, 5), quote="title"),
    ]
    made = side(HARBOR, (), found, MANNER)
    assert told(made) == [
        "Passages 4", "▌ title", "▌ first", "  Ask Ines.", "▌ second", "▌ what was cut", "  no longer in the article",
        "  keep",
    ]  # fmt: skip
    assert [target.passage for target in made.targets] == [found[3], found[2], found[1], found[0]]
    assert made.targets[-1].place is None
    assert [line.target for line in made.lines] == [None, 0, 1, 1, 2, 3, 3, 3]


def test_a_long_quote_is_cut_after_three_lines() -> None:
    made = side(HARBOR, (), [passage(place(0, 0, 9), quote="word " * 200)], MANNER)
    assert len(made.lines) <= 5
    assert told(made)[-1].endswith("…")


def test_related_stories_stand_under_the_labels_of_the_page() -> None:
    related = (
        Related("Opinion", "Why boats matter", "https://harbor.example/1"),
        Related("Opinion", "Why they do not"),
        Related(None, "Another"),
        Related("", "And one more"),
    )
    made = side(an_article(related=related), (), (), MANNER)
    assert told(made) == [
        "Opinion", "→ Why boats matter", "→ Why they do not", "", "Related", "→ Another", "→ And one more",
    ]  # fmt: skip
    assert [target.related for target in made.targets] == list(related)


@pytest.mark.parametrize("label", [None, ""])
def test_related_stories_without_a_label_have_a_head_too(label: str | None) -> None:
    made = side(an_article(related=(Related(label, "Another"),)), (), (), MANNER)
    assert told(made) == ["Related", "→ Another"]


def test_what_was_left_out_is_counted_by_reason_the_most_first() -> None:
    removed = (Removed("AD", "advert"), Removed("Share", "share"), Removed("AD", "advert"))
    made = side(an_article(removed=removed), (), (), MANNER)
    assert told(made) == ["Left out", "advert 2, share 1"]
    assert made.targets[0].kind == "left out"


def test_sections_are_parted_by_an_empty_line() -> None:
    article = an_article(related=(Related(None, "Another"),), removed=(Removed("AD", "advert"),))
    lines = told(side(article, [CHOSEN], [passage(place(0, 0, 9))], MANNER))
    assert [lines[n + 1].split()[0] for n, line in enumerate(lines) if not line] == ["Passages", "Related", "Left"]


def test_the_ascii_look_draws_no_sign_of_ours_that_is_not_ascii() -> None:
    article = an_article(related=(Related(None, "Another"),), removed=(Removed("AD", "advert"),))
    made = side(article, None, [passage(quote="word " * 99, note="n")], replace(MANNER, ascii=True))
    assert "".join(told(made)).isascii()


def test_passages_are_ordered_as_one_reads() -> None:
    places = [
        Place("title", 0, 3, 5), Place("standfirst", 0, 0, 2), place(0, 4, 9), Place("caption", 1, 0, 3), place(2, 0, 1),
        place(2, 5, 6), place(10, 0, 1),
    ]  # fmt: skip
    found = [passage(it) for it in places]
    assert list(in_order([*found[::-1], passage()])) == found
    assert max([*found, passage()], key=order) == passage()


ANY = st.text(st.sampled_from("a b漢語👍🏽👩‍👧e\u0301हिन्दी🇩🇪\u00ad。\n\t") | st.characters(), max_size=60)
PLACES = st.builds(place, st.integers(0, 9), st.integers(0, 50), st.integers(0, 50))
SUMMARIES = st.builds(
    Summary,
    ANY,
    st.just("chosen"),
    st.lists(st.builds(Point, ANY, st.none() | PLACES), max_size=12).map(tuple),
    st.none() | ANY,
)
PASSAGES = st.builds(
    lambda quote, note, places: passage(*places, quote=quote, note=note), ANY, ANY, st.lists(PLACES, max_size=2)
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    level = st.none() | st.integers(-3, 99)
    blocks = draw(st.lists(st.builds(lambda text, at: Block("heading", text, level=at), ANY, level), max_size=4))
    related = draw(st.lists(st.builds(Related, st.none() | ANY, ANY), max_size=4))
    return Article(draw(ANY), tuple(blocks), related=tuple(related), removed=(Removed("AD", "advert"),) * 3)


@given(
    articles(),
    st.none() | st.lists(SUMMARIES, max_size=3),
    st.lists(PASSAGES, max_size=4),
    st.integers(1, 90),
    st.booleans(),
)
def test_no_line_is_wider_than_the_sidebar_and_every_row_leads_somewhere(
    article: Article, summaries: list[Summary] | None, passages: list[Passage], width: int, plain: bool
) -> None:
    made = side(article, summaries, passages, Manner(width, plain))
    for line in made.lines:
        assert sum(cells(it.text) for it in line.stretches) <= width, line
        assert not set("\n\t\r") & set("".join(it.text for it in line.stretches))
    led = [line.target for line in made.lines if line.target is not None]
    assert sorted(set(led)) == list(range(len(made.targets)))
    assert led == sorted(led), "targets come in the order of their lines"
    digits = [target.digit for target in made.targets if target.digit is not None]
    assert digits == list(range(1, len(digits) + 1))
    assert len(digits) <= 9
