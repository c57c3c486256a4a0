"""Marking passages in a real library, and what becomes of them when the article comes again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.errors import LibraryError, UsageError
from reader.library import Library, Origin
from reader.model import Article
from reader.newsroom import marking
from tests.builders import NOON, Clock, an_article, place

HARBOR = Origin("feed", "https://harbor.example/feed", "Harbor Courier")
BODY = (
    "The ferry across the harbor will sail again in May. Its crew has waited two years.",
    "The city pays half of the repair. The other half comes from a fund for old ships.",
    "Tickets will cost what they did before, the operator says, at least until autumn.",
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", clock=Clock()) as opened:
        yield opened


def add(library: Library, *body: str) -> tuple[int, Article]:
    article = an_article(*(body or BODY), url="https://harbor.example/ferry")
    return library.shelf.add(article, HARBOR, fetched=NOON).entry_id, article


def test_a_marked_passage_lies_in_the_margins(library: Library) -> None:
    entry, article = add(library)
    made = marking.mark(library, entry, article, [place(1, 0, 33)], "Who else?", "blue")
    assert (made.quote, made.note, made.kind, made.state) == (
        "The city pays half of the repair.",
        "Who else?",
        "blue",
        "same",
    )
    assert library.margins.of(entry) == (made,)


def test_undo_takes_a_mark_away(library: Library) -> None:
    entry, article = add(library)
    marking.mark(library, entry, article, [place(1, 0, 33)])
    library.journal.undo()
    assert library.margins.of(entry) == ()


def test_a_new_version_moves_passages_along(library: Library) -> None:
    entry, article = add(library)
    marking.mark(library, entry, article, [place(1, 0, 33)])
    add(library, "Corrected on Monday.", *BODY)
    (passage,) = marking.follow(library, entry)
    assert (passage.state, passage.places, passage.version) == ("same", (place(2, 0, 33),), 2)


def test_a_lost_passage_keeps_its_quote_and_version_and_may_return(library: Library) -> None:
    entry, article = add(library)
    marking.mark(library, entry, article, [place(1, 0, 33)], "keep me")
    add(library, BODY[0], BODY[2])
    (lost,) = marking.follow(library, entry)
    assert (lost.state, lost.places, lost.version, lost.note) == ("gone", (), 1, "keep me")
    assert lost.quote == "The city pays half of the repair."
    add(library, "Restored.", *BODY)
    (back,) = marking.follow(library, entry)
    assert (back.state, back.places, back.version) == ("same", (place(2, 0, 33),), 3)


def test_what_is_marked_in_an_older_version_is_moved_at_once(library: Library) -> None:
    entry, article = add(library)
    add(library, "Corrected on Monday.", *BODY)
    assert marking.mark(library, entry, article, [place(1, 0, 33)]).places == (place(2, 0, 33),)


def test_nothing_selected_and_no_entry_are_refused(library: Library) -> None:
    entry, article = add(library)
    with pytest.raises(UsageError):
        marking.mark(library, entry, article, [place(1, 3, 3)])
    with pytest.raises(LibraryError):
        marking.mark(library, entry + 1, article, [place(1, 0, 33)])


def test_one_reworded_twice_is_followed_from_version_to_version(library: Library) -> None:
    entry, article = add(library)
    marking.mark(library, entry, article, [place(1, 0, 33)])
    add(library, BODY[0], BODY[1].replace("half of the repair", "a good half of all repairs"), BODY[2])
    (once,) = marking.follow(library, entry)
    assert (once.state, once.version) == ("reworded", 2)
    add(
        library, BODY[0], "Said on Monday: the town pays a good half of all repairs from now on. It is agreed.", BODY[2]
    )
    (twice,) = marking.follow(library, entry)
    assert (twice.state, twice.version) == ("reworded", 3)
    assert twice.quote == "The city pays half of the repair.", "it keeps the words that were marked"


def test_of_two_with_the_same_words_the_marked_one_is_followed(library: Library) -> None:
    twin = "The operator gave no reason."
    entry, article = add(library, twin, *BODY, twin)
    marking.mark(library, entry, article, [place(4, 0, len(twin))])
    add(library, twin, "Corrected on Monday.", BODY[0], twin, *BODY[1:], twin)
    (passage,) = marking.follow(library, entry)
    assert (passage.state, passage.places) == ("same", (place(6, 0, len(twin)),))


def test_where_its_version_was_cleared_away_it_is_found_by_its_words(library: Library) -> None:
    entry, article = add(library)
    marking.mark(library, entry, article, [place(1, 0, 33)])
    add(library, "Corrected on Monday.", *BODY)
    library.db.run("DELETE FROM versions WHERE id = ?", (entry * 2**20 + 1,))
    (passage,) = marking.follow(library, entry)
    assert (passage.state, passage.places) == ("same", (place(2, 0, 33),))
