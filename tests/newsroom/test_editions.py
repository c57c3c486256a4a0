"""Versions: what is compared by itself, and an older one with the passages that stand in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from reader.errors import LibraryError
from reader.model import Article, View
from reader.newsroom import Newsroom, marking
from tests.builders import NOON, an_article, paragraph, place
from tests.tui.conftest import COURIER, room

__all__ = ["room"]

FIRST = an_article(
    "The pier opens in May.", "It will cost two crowns.", "Nobody was asked.", url="https://a.example/pier"
)


def again(room: Newsroom, *texts: str, days: int) -> int:
    """The article comes again with these paragraphs, so many days later."""
    fresh = replace(FIRST, blocks=tuple(map(paragraph, texts)))
    return add(room, fresh, days)


def add(room: Newsroom, article: Article, days: int) -> int:
    added = room.library.shelf.add(article, COURIER, fetched=NOON + timedelta(days=days))
    marking.follow(room.library, added.entry_id)
    return added.entry_id


def test_without_numbers_it_is_the_version_before_and_the_newest(room: Newsroom) -> None:
    add(room, FIRST, 0)
    again(room, "The pier opens in May.", "It will cost three crowns.", "Nobody was asked.", days=1)
    number = again(room, "The pier opens in June.", "It will cost three crowns.", "Nobody was asked.", days=2)
    found = room.changes(number)
    assert (found.old.number, found.new.number, len(found.versions)) == (2, 3, 3)
    assert (found.comparison.words_in, found.comparison.words_out) == (1, 1)


def test_what_was_read_is_compared_with_what_is_there_now(room: Newsroom) -> None:
    number = add(room, FIRST, -3)
    room.mark([number], read=True)  # at noon of day 0
    again(room, "The pier opens in May.", "It will cost three crowns.", "Nobody was asked.", days=1)
    again(room, "The pier opens in June.", "It will cost three crowns.", "Nobody was asked.", days=2)
    assert room.changes(number).old.number == 1
    assert room.changes(number, 2, 3).old.number == 2


def test_one_version_and_a_version_that_is_not_kept_are_said_so(room: Newsroom) -> None:
    number = add(room, FIRST, 0)
    with pytest.raises(LibraryError, match="one version"):
        room.changes(number)
    again(room, "The pier opens in June.", days=1)
    with pytest.raises(LibraryError, match="no version 7"):
        room.changes(number, 7)


def test_an_older_version_shows_a_lost_passage_where_it_stood(room: Newsroom) -> None:
    number = add(room, FIRST, 0)
    lost = room.mark_passage(number, (place(2, 0, 17),))
    again(room, "The pier opens in May.", "It will cost two crowns.", days=1)
    (gone,) = room.passages()
    assert (gone.state, gone.version, gone.quote) == ("gone", 1, lost.quote)
    reading = room.open_version(number, gone.version)
    assert reading.version == 1 and reading.shown == 1
    assert [it.places for it in reading.passages] == [(place(2, 0, 17),)]
    assert room.open_version(number, 2).version is None, "the newest is no older version"


def test_marked_in_an_older_version_it_moves_along_or_stays_there(room: Newsroom) -> None:
    number = add(room, FIRST, 0)
    again(room, "Something new.", "The pier opens in May.", "It will cost two crowns.", days=1)
    older = room.open_version(number, 1)
    kept = room.mark_passage(number, (place(0, 0, 22),), seen=older)
    assert (kept.places, kept.version) == ((place(1, 0, 22),), 2)
    gone = room.mark_passage(number, (place(2, 0, 17),), seen=older)
    assert (gone.state, gone.version, gone.quote) == ("gone", 1, "Nobody was asked.")


def test_marked_in_an_article_that_came_anew_meanwhile_it_has_the_words_that_were_seen(room: Newsroom) -> None:
    number = add(room, FIRST, 0)
    seen = room.open(number)
    again(room, "Something new.", "The pier opens in May.", "It will cost two crowns.", days=1)
    kept = room.mark_passage(number, (place(0, 0, 22),), seen=seen)
    assert (kept.quote, kept.places, kept.version) == ("The pier opens in May.", (place(1, 0, 22),), 2)
    gone = room.mark_passage(number, (place(2, 0, 17),), seen=seen)
    assert (gone.state, gone.version, gone.quote) == ("gone", 1, "Nobody was asked.")


def test_the_list_shows_what_was_edited_after_being_read(room: Newsroom) -> None:
    number = add(room, FIRST, 0)
    other = add(room, replace(FIRST, url="https://a.example/other"), 0)
    room.mark([number], read=True)
    again(room, "The pier opens in June.", days=1)
    edited = View(state="edited")
    assert [row.id for row in room.entries(edited, 0, 9)] == [number]
    assert room.counts(edited).total == 1 and other != number
    room.mark([number], read=True)
    assert not room.entries(edited, 0, 9)


def test_what_is_open_is_read_again_only_where_another_version_came(room: Newsroom) -> None:
    number = add(room, FIRST, 0)
    reading = room.open(number)
    passage = room.mark_passage(number, (place(2, 0, 17),))
    again_open = room.open_again(reading)
    assert again_open.article is reading.article and again_open.passages == (passage,)
    again(room, "The pier opens in June.", days=1)
    assert room.open_again(reading).article.blocks[0].text == "The pier opens in June."
    older = room.open_version(number, 1)
    assert room.open_again(older).version == 1


def test_an_older_version_is_compared_with_the_one_before_it(room: Newsroom) -> None:
    for days, price in enumerate(("two", "three", "four"), -3):
        number = again(room, "The pier opens in May.", f"It will cost {price} crowns.", days=days)
    room.mark([number], read=True)  # after all of them
    assert [room.changes(number, new=new).old.number for new in (3, 2, 1)] == [2, 1, 1]
