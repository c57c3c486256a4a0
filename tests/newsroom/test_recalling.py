"""Coming back to passages: whose day it is, which come next, and what a search finds in the margins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from reader.library import Library, Origin
from reader.model import Passage, Place
from reader.newsroom import marking
from reader.newsroom.recalling import beyond, in_margins, of_the_day
from tests.builders import NOON, Clock, an_article, place

FILES = Origin("file", "files:", "Files")
TODAY = date(2026, 3, 14)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", clock=Clock()) as opened:
        yield opened


def article(library: Library, number: int, *marks: Place, note: str = "", tags: tuple[str, ...] = ()) -> list[Passage]:
    """An article, the newer the larger its number, and its passages in the order in which they were made."""
    made = an_article(title=f"Ferry {number}", published=NOON - timedelta(days=30 - number))
    entry_id = library.shelf.add(made, FILES, identity=str(number), fetched=NOON).entry_id
    return [marking.mark(library, entry_id, made, [it], note, tags=tags) for it in marks]


def found(library: Library, text: str) -> list[tuple[str, list[str]]]:
    """What a search finds in the margins: each snippet and what is lit in it."""
    return [(it.snippet, [it.snippet[a:b] for a, b in it.spans]) for it in in_margins(library, text, set())]


def test_one_passage_has_its_day_all_day_and_others_have_other_days(library: Library) -> None:
    assert of_the_day(library, TODAY) is None
    made = {it.id for it in article(library, 1, *(place(0, at, at + 4) for at in range(0, 40, 5)))}
    days = [of_the_day(library, TODAY + timedelta(days=number)) for number in range(40)]
    assert {it.id for it in days if it} <= made and len({it.id for it in days if it}) > 4
    assert of_the_day(library, TODAY) == days[0]


def test_whose_day_it_is_stays_though_another_passage_goes(library: Library) -> None:
    made = article(library, 1, *(place(0, at, at + 4) for at in range(0, 40, 5)))
    chosen = of_the_day(library, TODAY)
    assert chosen is not None
    other = next(it for it in made if it.id != chosen.id)
    library.margins.delete(other.id)
    assert of_the_day(library, TODAY) == chosen


def test_from_an_article_one_goes_to_the_first_passage_of_the_next_and_the_last_of_the_one_before(
    library: Library,
) -> None:
    newest = article(library, 9, place(2, 0, 8), Place("title", 0, 0, 5), place(0, 0, 3))
    article(library, 8)
    middle = article(library, 7, place(1, 0, 4), place(0, 5, 9))
    oldest = article(library, 6, place(0, 0, 3))
    assert beyond(library, 1, 1) == middle[1], "the article between has none"
    assert beyond(library, 2, 1) == middle[1] and beyond(library, 2, -1) == newest[0]
    assert beyond(library, 3, 1) == oldest[0] and beyond(library, 3, -1) == newest[0]
    assert beyond(library, 4, -1) == middle[0]
    assert beyond(library, 1, -1) is None and beyond(library, 4, 1) is None


def test_a_passage_that_is_gone_comes_behind_those_that_stand(library: Library) -> None:
    article(library, 9)
    one, lost = article(library, 8, place(2, 0, 18), place(0, 4, 9))
    changed = an_article(an_article().blocks[2].text, title="Ferry 8", published=NOON - timedelta(days=22))
    added = library.shelf.add(changed, FILES, identity="8", fetched=NOON)
    marking.follow(library, added.entry_id)
    assert library.margins.passage(lost.id).state == "gone"
    forward = beyond(library, 1, 1)
    assert forward is not None and forward.id == one.id
    article(library, 7)
    backward = beyond(library, 3, -1)
    assert backward is not None and backward.id == lost.id


@pytest.mark.parametrize(
    ("asked", "said", "lit"),
    [
        ("winter", "¶ In winter it is shut.", ["winter"]),
        ("WINTER shut", "¶ In winter it is shut.", ["winter", "shut"]),
        ("ferry", "¶ The ferry across", ["ferry"]),
        ("ferry winter", "¶ In winter it is shut.", ["winter"]),
        ("tag:sea", "¶ #sea The ferry across", ["sea"]),
        ("tag:sea winter", "¶ #sea In winter it is shut.", ["sea", "winter"]),
        ('"it is"', "¶ In winter it is shut.", ["it is"]),
    ],
)
def test_words_and_tags_of_the_margins_are_found_and_lit(
    library: Library, asked: str, said: str, lit: list[str]
) -> None:
    article(library, 1, place(0, 0, 16), note="In winter it is shut.", tags=("sea", "port"))
    assert found(library, asked) == [(said, lit)]


@pytest.mark.parametrize(
    "asked",
    ["", "summer", "it", "ferry or winter", "-summer winter", "title:ferry", '"winter', "tag:lake", "is:starred"],
)
def test_what_the_margins_do_not_say_or_is_no_plain_question_finds_nothing(library: Library, asked: str) -> None:
    article(library, 1, place(0, 0, 16), note="In winter it is shut.", tags=("sea",))
    assert found(library, asked) == []


def test_each_entry_is_found_once_those_known_not_again_and_no_more_than_twenty(library: Library) -> None:
    article(library, 1, place(0, 0, 3), place(0, 4, 9), note="winter")
    for number in range(2, 23):
        article(library, number, place(0, 0, 3), note="winter")
    first = [it.entry.id for it in in_margins(library, "winter", set())]
    assert len(first) == len(set(first)) == 20
    known = set(first[:5])
    again = {it.entry.id for it in in_margins(library, "winter", known)}
    assert len(again) == 17 and not known & again


def test_a_long_note_is_cut(library: Library) -> None:
    article(library, 1, place(0, 0, 3), note="winter " + "x" * 900)
    ((said, lit),) = found(library, "winter")
    assert len(said) == 300 and lit == ["winter"]
