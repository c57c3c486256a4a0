"""Summaries of an entry: made once, kept, made anew when the article has changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import Library, Origin
from reader.model import Outcome
from reader.newsroom.summing import ahead, glance, glance_of, of_article, of_entry
from tests.builders import Clock, an_article

HERE = Origin("file", "files:", "Files")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite", clock=Clock()) as opened:
        yield opened


def test_they_are_made_once_and_kept(library: Library) -> None:
    clock = Clock()
    entry_id = library.shelf.add(an_article(), HERE, identity="ferry", fetched=clock()).entry_id
    assert library.shelf.summary(entry_id, "2") is None
    made = of_entry(library, entry_id, 2)
    assert made == of_article(an_article(), 2)
    assert library.shelf.summary(entry_id, "2") == made
    assert library.shelf.summary(entry_id, "3") is None


def test_a_new_version_is_summed_up_anew(library: Library) -> None:
    clock = Clock()
    library.shelf.add(an_article(), HERE, identity="ferry", fetched=clock())
    first = of_entry(library, 1, 3)
    changed = an_article("The ferry across the harbor will not sail again after all, the city said on Friday.")
    library.shelf.add(changed, HERE, identity="ferry", fetched=clock())
    second = of_entry(library, 1, 3)
    assert second != first
    assert second[-1].points[0].text.endswith("on Friday.")


def test_what_came_is_summed_up_ahead_and_the_row_shows_its_first_point(library: Library) -> None:
    whole = an_article("Who will pay for the bridge?", *(it.text for it in an_article().blocks), "It rained. " * 60)
    for name, article in (("whole", whole), ("teaser", an_article("The ferry will sail again in May."))):
        library.shelf.add(article, HERE, identity=name, fetched=Clock()())
    preview = library.shelf.entry(1).preview
    came = [Outcome("feed", "new", (1, 2, 99)), Outcome("other", "same", (1,)), Outcome("third", "failed")]
    assert ahead(library, came, 3) == 1
    kept = library.shelf.summary(1, "3")
    assert kept == of_article(whole, 3)
    assert library.shelf.entry(1).preview == kept[-1].points[0].text[:140] != preview
    assert library.shelf.summary(2, "3") is None
    assert ahead(library, came, 3) == 0


def test_an_entry_that_is_not_there_is_an_error(library: Library) -> None:
    with pytest.raises(LibraryError):
        of_entry(library, 7, 3)


def test_a_glance_is_found_once_and_kept(library: Library) -> None:
    entry_id = library.shelf.add(an_article(), HERE, identity="ferry", fetched=Clock()()).entry_id
    assert library.shelf.glance(entry_id) is None
    made = glance_of(library, entry_id)
    assert [it.speaker for it in made.said] == ["Ines Moreau"]
    assert library.shelf.glance(entry_id) == made == glance(an_article())
