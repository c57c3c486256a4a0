"""Summaries and glances come out of the library as they went in, and the list takes its preview from them."""

from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from reader.library import Library, Origin, digests
from reader.model import Article, Doubt, Figure, Glance, Name, Place, Point, Said, Summary, View
from tests.builders import NOON, an_article, place

HERE = Origin("file", "files:", "Files")
PLACES = st.builds(place, st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
TEXTS = st.text(max_size=20)
POINTS = st.builds(
    Point,
    TEXTS,
    st.none() | PLACES,
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=2).map(tuple),
    st.booleans(),
    st.none() | PLACES,
    st.none() | st.sampled_from(get_args(Doubt)),
)
SUMMARIES = st.lists(
    st.builds(
        Summary,
        TEXTS,
        st.sampled_from(["publisher", "chosen", "written"]),
        st.lists(POINTS, max_size=3).map(tuple),
        st.none() | TEXTS,
    ),
    max_size=2,
)
GLANCES = st.builds(
    Glance,
    st.lists(st.builds(Said, PLACES, st.none() | TEXTS, st.booleans()), max_size=2).map(tuple),
    st.lists(st.builds(Figure, TEXTS, st.sampled_from(["date", "number"]), st.tuples(PLACES), PLACES), max_size=2).map(
        tuple
    ),
    st.lists(
        st.builds(Name, TEXTS, st.sampled_from(["person", "place"]), st.integers(1, 9), st.tuples(PLACES)), max_size=2
    ).map(tuple),
)


@given(SUMMARIES)
def test_summaries_come_back(summaries: list[Summary]) -> None:
    assert digests.summaries_from(digests.summaries_text(summaries)) == tuple(summaries)


@given(GLANCES)
def test_glances_come_back(glance: Glance) -> None:
    assert digests.glance_from(digests.glance_text(glance)) == glance


def test_summaries_that_were_kept_without_doubts_can_be_read() -> None:
    text = '[["Chosen sentences","chosen",[["It sails.",["block",0,0,9]]],null]]'
    (summary,) = digests.summaries_from(text)
    assert summary.points == (Point("It sails.", Place("block", 0, 0, 9)),)


def preview(library: Library) -> str | None:
    """What the list shows of the only entry."""
    return library.shelf.window(View(), 0, 1)[0].preview


def kept(library: Library, article: Article) -> int:
    return library.shelf.add(article, HERE, identity="ferry", fetched=NOON).entry_id


def test_the_list_shows_the_first_chosen_sentence_as_long_as_it_is_true(library: Library) -> None:
    entry_id = kept(library, an_article())
    before = preview(library)
    said = Summary("Key points", "publisher", (Point("The page says so."),))
    library.shelf.keep_summary(entry_id, (said, Summary("None", "chosen")))
    assert preview(library) == before
    library.shelf.keep_summary(entry_id, (said, Summary("Chosen", "chosen", (Point("It sails." + "x" * 200),))))
    assert preview(library) == ("It sails." + "x" * 200)[:140]
    kept(library, an_article("Another text altogether, and longer than it was."))
    assert preview(library) == "Another text altogether, and longer than it was."


def test_a_glance_is_kept_until_the_article_changes(library: Library) -> None:
    entry_id = kept(library, an_article())
    assert library.shelf.glance(entry_id) is None
    glance = Glance(names=(Name("Ines Moreau", "person", 2, (place(1, 0, 9),)),))
    library.shelf.keep_glance(entry_id, glance)
    assert library.shelf.glance(entry_id) == glance
    kept(library, an_article("Another text altogether, and longer than it was."))
    assert library.shelf.glance(entry_id) is None
