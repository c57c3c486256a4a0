"""Selecting by keys: what holds a place, growing and shrinking at either end, and never out of the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Block, Place
from reader.tui.selection import Selecting, Selection, Unit
from tests.builders import an_article, place

HARBOR = an_article(
    "The ferry sails in May. Its crew has waited two years.",
    "“We kept the engine warm,” said Ines Moreau. The city pays half.",
    "Tickets will cost what they did before.",
)
UNITS: tuple[Unit, ...] = ("word", "sentence", "paragraph")


def begun(article: Article, where: Place, unit: Unit = "sentence") -> tuple[Selecting, Selection]:
    selecting = Selecting(article)
    found = selecting.unit_at(where, unit)
    assert found is not None
    return selecting, found


@pytest.mark.parametrize(
    ("where", "unit", "text"),
    [
        (place(0, 0, 1), "sentence", "The ferry sails in May."),
        (place(0, 22, 23), "sentence", "The ferry sails in May."),
        (place(0, 24, 25), "sentence", "Its crew has waited two years."),
        (place(0, 53, 54), "sentence", "Its crew has waited two years."),
        (place(0, 5, 6), "word", "ferry"),
        (place(1, 2, 3), "word", "“We"),
        (place(1, 45, 46), "word", "The"),
        (place(1, 5, 6), "paragraph", "“We kept the engine warm,” said Ines Moreau. The city pays half."),
        (Place("title", 0, 3, 4), "sentence", "Ferry line to reopen"),
    ],
)
def test_a_place_has_its_word_sentence_and_paragraph(where: Place, unit: Unit, text: str) -> None:
    selecting, found = begun(HARBOR, where, unit)
    assert selecting.text(found) == text


def test_between_two_sentences_stands_the_one_before() -> None:
    selecting, found = begun(HARBOR, place(0, 23, 24))
    assert selecting.text(found) == "The ferry sails in May."


@pytest.mark.parametrize("where", [place(7, 0, 1), Place("standfirst", 0, 0, 1), Place("caption", 0, 0, 1)])
def test_a_place_that_holds_no_words_selects_nothing(where: Place) -> None:
    selecting = Selecting(HARBOR)
    assert all(selecting.unit_at(where, unit) is None for unit in UNITS)
    assert selecting.between(where, place(0, 0, 1)) is None


def test_sentences_are_added_and_taken_across_paragraphs() -> None:
    selecting, now = begun(HARBOR, place(0, 30, 31))
    more = selecting.more(now, "sentence")
    assert selecting.text(more) == "Its crew has waited two years.\n“We kept the engine warm,” said Ines Moreau."
    assert selecting.places(more) == (place(0, 24, 54), place(1, 0, 44))
    assert selecting.less(more, "sentence") == now


def test_words_are_added_with_the_marks_of_the_sentences_that_end() -> None:
    selecting, now = begun(HARBOR, place(0, 24, 25), "word")
    told = []
    for _ in range(8):
        now = selecting.more(now, "word")
        told.append(selecting.text(now).rsplit("\n", 1)[-1])
    assert told == [
        "Its crew", "Its crew has", "Its crew has waited", "Its crew has waited two", "Its crew has waited two years.",
        "“We", "“We kept", "“We kept the",
    ]  # fmt: skip


def test_a_sentence_shrinks_by_words_and_grows_back_to_its_full_stop() -> None:
    selecting, now = begun(HARBOR, place(0, 0, 1))
    less = selecting.less(now, "word", 2)
    assert selecting.text(less) == "The ferry sails"
    assert selecting.more(less, "word", 2) == now


def test_a_paragraph_more_first_fills_the_paragraph() -> None:
    selecting, now = begun(HARBOR, place(0, 0, 1))
    now = selecting.more(now, "paragraph")
    assert selecting.places(now) == (place(0, 0, 54),)
    now = selecting.more(now, "paragraph")
    assert selecting.places(now) == (place(0, 0, 54), place(1, 0, 64))
    assert selecting.places(selecting.less(now, "paragraph")) == (place(0, 0, 54),)


def test_the_other_end_moves_when_it_was_asked_for() -> None:
    selecting, found = begun(HARBOR, place(1, 50, 51))
    now = Selection(found.start, found.end, backward=True)
    more = selecting.more(now, "sentence", 2)
    assert selecting.text(more).startswith("Its crew has waited two years.\n“We kept")
    assert (more.end, more.backward) == (found.end, True)
    assert selecting.less(more, "sentence", 2) == now
    assert selecting.text(selecting.less(now, "word", 2)) == "pays half."


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("backward", [False, True])
def test_growing_ends_with_the_article_and_shrinking_with_one_unit(unit: Unit, backward: bool) -> None:
    selecting, found = begun(HARBOR, place(1, 5, 6), "word")
    now = Selection(found.start, found.end, backward)
    most = selecting.more(now, unit, 9999)
    if backward:
        assert (most.start, most.end) == ((0, 0), found.end)
    else:
        assert (most.start, most.end) == (found.start, (3, 39))
    least = selecting.less(most, "word", 9999)
    assert selecting.text(least) == selecting.text(found)
    assert selecting.less(least, "word") == least


PICTURES = Article(
    "Harbor",
    (
        Block("image", caption="The ferry in port", credit="Okafor"),
        Block("rule"),
        Block("paragraph", "One boat."),
        Block("paragraph", "   "),
        Block("paragraph", "…"),
        Block("table", "Day\tBoats\nMonday\t4", rows=(("Day", "Boats"), ("Monday", "4"))),
        Block("code", "x = 1\n  y"),
    ),
    standfirst="",
)


def test_captions_are_selected_and_empty_parts_passed_over() -> None:
    selecting, now = begun(PICTURES, Place("caption", 0, 4, 5))
    assert selecting.text(now) == "The ferry in port"
    more = selecting.more(now, "sentence")
    assert selecting.places(more) == (Place("caption", 0, 0, 17), place(2, 0, 9))
    assert selecting.less(more, "sentence") == now


def test_every_word_of_an_article_with_all_kinds_of_blocks_can_be_reached() -> None:
    selecting, now = begun(PICTURES, Place("title", 0, 0, 1), "word")
    everything = selecting.text(selecting.more(now, "word", 100))
    for word in ("Harbor", "port", "boat.", "…", "Monday", "4", "y"):
        assert word in everything.split()
    for unit in UNITS:
        assert selecting.more(now, unit, 100).end == (6, 9)


def test_a_part_of_spaces_holds_no_unit() -> None:
    assert all(Selecting(PICTURES).unit_at(place(3, 1, 2), unit) is None for unit in UNITS)


@pytest.mark.parametrize(
    ("text", "language", "first", "second"),
    [
        ("船は五月に戻る。町は二年待った。", "ja", "船は五月に戻る。", "船は"),
        ("渡轮将在五月恢复。船员等了两年。", "zh", "渡轮将在五月恢复。", "渡轮"),
        ("เรือจะกลับมา", "th", "เรือจะกลับมา", "เรื"),
    ],
)
def test_scripts_without_spaces_are_selected_too(text: str, language: str, first: str, second: str) -> None:
    article = an_article(text, title="", language=language)
    selecting, sentence = begun(article, place(0, 1, 2))
    assert selecting.text(sentence) == first
    _, word = begun(article, place(0, 0, 1), "word")
    assert selecting.text(selecting.more(word, "word")) == second


def test_what_a_mouse_is_dragged_over_may_be_dragged_backwards() -> None:
    selecting = Selecting(HARBOR)
    one, other = place(0, 28, 29), place(1, 4, 5)
    assert selecting.between(one, other) == selecting.between(other, one)
    found = selecting.between(other, one)
    assert found is not None
    assert selecting.places(found) == (place(0, 28, 54), place(1, 0, 8))


def test_an_article_without_words_selects_nothing() -> None:
    selecting = Selecting(Article(""))
    assert selecting.unit_at(Place("title", 0, 0, 0), "sentence") is None
    assert selecting.between(Place("title", 0, 0, 0), Place("title", 0, 0, 0)) is None


TEXTS = st.text(st.sampled_from("ab I.!?…,“”'«» \n\t3船。เก") | st.characters(exclude_categories=["Cs"]), max_size=30)
BLOCKS = st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5)
STEPS = st.lists(st.tuples(st.sampled_from(["more", "less", "turn"]), st.sampled_from(UNITS), st.integers(1, 4)))


def made(rows: list[tuple[str, str]]) -> Article:
    return Article("A title. Of two.", tuple(Block("paragraph", text, caption=caption) for text, caption in rows))


def check(article: Article, selecting: Selecting, now: Selection) -> None:
    """The selection holds something, runs forwards, and lies within the article."""
    assert now.start < now.end
    places = selecting.places(now)
    assert places
    for it in places:
        text = {"title": article.title, "block": article.blocks[it.index].text}.get(
            it.part, article.blocks[it.index].caption or ""
        )
        assert 0 <= it.start < it.end <= len(text)
    assert selecting.text(now).strip()


@given(BLOCKS, st.integers(0, 4), st.integers(0, 30), st.sampled_from(UNITS), STEPS)
def test_a_selection_is_always_valid(
    rows: list[tuple[str, str]], index: int, offset: int, unit: Unit, steps: list[tuple[str, Unit, int]]
) -> None:
    article = made(rows)
    selecting = Selecting(article)
    now = selecting.unit_at(place(index, offset, offset), unit) or selecting.unit_at(Place("title", 0, 0, 1), unit)
    assert now is not None
    check(article, selecting, now)
    for act, by, count in steps:
        if act == "turn":
            now = Selection(now.start, now.end, not now.backward)
            continue
        before = now
        now = selecting.more(now, by, count) if act == "more" else selecting.less(now, by, count)
        check(article, selecting, now)
        grown = now.start <= before.start and now.end >= before.end
        assert grown if act == "more" else before.start <= now.start and now.end <= before.end


@given(BLOCKS, st.sampled_from(UNITS), st.sampled_from(UNITS), st.booleans(), st.integers(0, 4))
def test_what_was_extended_shrinks_back(
    rows: list[tuple[str, str]], first: Unit, by: Unit, backward: bool, index: int
) -> None:
    """From a border of a unit, a step out and a step back lead to the same."""
    selecting = Selecting(made(rows))
    found = selecting.unit_at(place(min(index, len(rows) - 1), 0, 0), first)
    if found is None or UNITS.index(first) < UNITS.index(by):
        return
    now = Selection(found.start, found.end, backward)
    more = selecting.more(now, by)
    if more != now:
        assert selecting.less(more, by) == now
