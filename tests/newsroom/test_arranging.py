"""Passages given other borders, joined and split: what each then is, and that one undo takes it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import passages
from reader.errors import UsageError
from reader.library import Library, Origin
from reader.model import Article, Passage, PassageKind, Place
from reader.newsroom import marking
from reader.newsroom.arranging import _trimmed, join, reshape, split
from reader.text.parts import parts
from tests.builders import NOON, Clock, an_article, place

ARTICLE = an_article(url="https://harbor.example/ferry")
FIRST, SECOND, THIRD = (block.text for block in ARTICLE.blocks)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", clock=Clock()) as opened:
        opened.shelf.add(ARTICLE, Origin("file", "files:", "Files"), fetched=NOON)
        yield opened


def marked(
    library: Library, where: Place, note: str = "", tags: tuple[str, ...] = (), kind: PassageKind = "yellow"
) -> Passage:
    """A passage of the article."""
    return marking.mark(library, 1, ARTICLE, [where], note, tags=tags, kind=kind)


def ids(library: Library) -> set[str]:
    return {it.id for it in library.margins.of(1)}


def test_joined_passages_are_one_from_the_first_word_to_the_last_with_all_notes_and_tags(library: Library) -> None:
    late = marked(library, place(2, 0, 18), "Who pays?", ("money", "port"), "blue")
    early = marked(library, place(0, 4, 9), "Which?", ("port", "sea"), "green")
    between = marked(library, place(1, 0, 5), "Which?")
    made = join(library, [late.id, early.id, between.id, late.id], ARTICLE)
    assert (made.id, made.kind) == (early.id, "green"), "the first in the text, not the first that was named"
    assert made.places == (place(0, 4, len(FIRST)), place(1, 0, len(SECOND)), place(2, 0, 18))
    assert made.quote == f"{FIRST[4:]}\n{SECOND}\n{THIRD[:18]}"
    assert (made.note, made.tags) == ("Which?\n\nWho pays?", ("money", "port", "sea"))
    assert ids(library) == {early.id}
    assert passages.find(ARTICLE, made.anchor).places == made.places
    library.journal.undo()
    assert ids(library) == {late.id, early.id, between.id}
    assert library.margins.passage(early.id) == early


def test_one_passage_or_one_that_is_gone_cannot_be_joined(library: Library) -> None:
    one, other = marked(library, place(0, 0, 3)), marked(library, place(2, 0, 3))
    with pytest.raises(UsageError, match="can be joined"):
        join(library, [one.id], ARTICLE)
    assert join(library, [one.id, other.id], ARTICLE).places[-1] == place(2, 0, 3)


def test_a_passage_within_another_adds_nothing_to_it(library: Library) -> None:
    outer, inner = marked(library, place(0, 0, 20)), marked(library, place(0, 4, 9))
    assert join(library, [inner.id, outer.id], ARTICLE).places == (place(0, 0, 20),)


def test_a_passage_is_split_into_two_that_know_their_words(library: Library) -> None:
    whole = marked(library, place(0, 0, len(FIRST)), "Why?", ("sea",), "red")
    at = FIRST.index("Its crew")
    one, other = split(library, whole.id, ARTICLE, place(0, at, at))
    assert (one.id, one.note, one.tags, one.kind) == (whole.id, "Why?", ("sea",), "red")
    assert (other.note, other.tags, other.kind) == ("", ("sea",), "red") and other.id != whole.id
    assert [it.quote for it in (one, other)] == [FIRST[: at - 1], FIRST[at:]]
    assert [passages.find(ARTICLE, it.anchor).places for it in (one, other)] == [one.places, other.places]
    library.journal.undo()
    assert library.margins.of(1) == (whole,)


def test_split_at_a_paragraph_the_first_ends_with_the_one_before(library: Library) -> None:
    start, end = place(0, 4, len(FIRST)), place(1, 0, 9)
    whole = marking.mark(library, 1, ARTICLE, [start, end])
    one, other = split(library, whole.id, ARTICLE, place(1, 0, 0))
    assert (one.places, other.places) == ((start,), (end,))


@pytest.mark.parametrize(("index", "at"), [(0, 4), (0, 3), (0, 20), (0, 30), (1, 0)])
def test_a_passage_is_split_only_within_itself(library: Library, index: int, at: int) -> None:
    whole = marked(library, place(0, 4, 20))
    with pytest.raises(UsageError, match="cannot be split there"):
        split(library, whole.id, ARTICLE, place(index, at, at))
    assert library.margins.of(1) == (whole,)


def test_where_only_a_space_would_be_left_before_it_is_not_split(library: Library) -> None:
    whole = marked(library, place(0, 3, 20))  # it begins with the space behind "The"
    with pytest.raises(UsageError, match="cannot be split there"):
        split(library, whole.id, ARTICLE, place(0, 4, 4))


def test_reshaped_it_is_found_by_its_new_words(library: Library) -> None:
    passage = marked(library, place(0, 0, 9), "Why?")
    made = reshape(library, passage.id, ARTICLE, [place(1, 0, 21)])
    assert (made.id, made.note, made.quote) == (passage.id, "Why?", SECOND[:21])
    assert passages.find(ARTICLE, made.anchor).places == (place(1, 0, 21),)


def test_after_another_version_came_nothing_is_arranged_by_the_old_one(library: Library) -> None:
    passage = marked(library, place(0, 0, 9))
    library.shelf.add(an_article("It sails no more.", url=ARTICLE.url), Origin("file", "files:", "Files"), fetched=NOON)
    with pytest.raises(UsageError, match="come anew"):
        reshape(library, passage.id, ARTICLE, [place(1, 0, 21)])


@given(st.lists(st.text("ab ", max_size=4), min_size=1, max_size=4), st.data())
def test_words_before_a_border_end_with_a_letter_or_there_are_none(texts: list[str], data: st.DataObject) -> None:
    named = parts(Article("T", an_article(*texts).blocks))
    spot = st.integers(0, len(named.paragraphs) - 1).flatmap(
        lambda number: st.tuples(st.just(number), st.integers(0, len(named.paragraphs[number])))
    )
    start, border = sorted((data.draw(spot), data.draw(spot)))
    number, offset = _trimmed(named, start, border)
    if (number, offset) > start:
        assert (number, offset) <= border and not named.paragraphs[number][:offset][-1:].isspace()
    flat = "\n".join(named.paragraphs)
    begins = [sum(len(it) + 1 for it in named.paragraphs[:n]) for n in range(len(named.paragraphs))]
    whole = flat[begins[start[0]] + start[1] : begins[border[0]] + border[1]]
    kept = flat[begins[start[0]] + start[1] : begins[number] + offset]
    assert kept == whole.rstrip() or not whole.strip()
