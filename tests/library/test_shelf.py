"""The shelf: what comes in, comes again, is marked, tagged, thrown away."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import LibraryError
from reader.library import Library, Origin
from reader.library.body import pack, unpack
from reader.library.doctor import examine
from reader.model import Article, Block, Note, Place, Point, PublisherSummary, Related, Removed, Span, Summary, View
from tests.builders import NOON, Clock, an_article, paragraph
from tests.library.conftest import HARBOR, VALLEY, add


def test_an_article_comes_back_as_it_was_put_in(library: Library) -> None:
    article = Article(
        "Tide tables",
        (
            Block("heading", "Why", level=2),
            Block("paragraph", "Wörter – and “quotes”.", spans=(Span(0, 6, "link", "https://a.example"),)),
            Block("image", caption="The pier", credit="N. Ode", address="https://a.example/p.jpg"),
            Block("table", "a\tb", rows=(("a", "b"), ("c", ""))),
            Block("list_item", "one", level=1, ordered=True),
            Block("quote", "So be it.", author="Ines Moreau"),
        ),
        standfirst="In short.",
        byline=("Ada Bel", "Bo Cyr"),
        published=NOON,
        updated=NOON + timedelta(microseconds=7),
        publisher="Harbor Courier",
        section="Coast",
        url="https://a.example/1",
        language="en",
        publisher_summary=PublisherSummary("In brief", None, True, None),
        related=(Related("Opinion", "Another", None),),
        notes=(Note("correction", "It was Tuesday."),),
        truncated="more for subscribers",
        removed=(Removed("Buy now", "advert"),),
    )
    added = library.shelf.add(article, HARBOR, fetched=NOON)
    assert added.came == "new"
    assert library.shelf.article(added.entry_id) == article


texts = st.text(max_size=30)


@given(
    texts, st.lists(texts), st.lists(st.tuples(texts, texts)), st.none() | st.datetimes(timezones=st.just(NOON.tzinfo))
)
def test_any_article_survives_packing(title, paragraphs, related, published) -> None:  # type: ignore[no-untyped-def]
    article = Article(
        title,
        tuple(map(paragraph, paragraphs)),
        published=published,
        related=tuple(Related(label, it) for label, it in related),
    )
    assert unpack(pack(article)) == article


def test_the_row_of_the_list_is_light_and_complete(library: Library) -> None:
    article = an_article(byline=("Ada Bel",), publisher="Harbor Courier", url="https://harbor.example/1")
    entry = library.shelf.entry(library.shelf.add(article, HARBOR, fetched=NOON).entry_id)
    assert (entry.title, entry.source, entry.publisher) == ("Ferry line to reopen", "Harbor Courier", "Harbor Courier")
    assert (entry.byline, entry.url, entry.language) == (("Ada Bel",), "https://harbor.example/1", "en")
    assert (entry.published, entry.added, entry.read, entry.starred) == (NOON, NOON, None, None)
    assert (entry.versions, entry.passages, entry.tags, entry.position, entry.edited) == (1, 0, (), None, False)
    assert entry.words == 47
    assert entry.preview is not None and entry.preview.startswith("The ferry across")


def test_the_same_article_again_is_the_same_entry(library: Library) -> None:
    first = library.shelf.add(an_article(url="https://harbor.example/1"), HARBOR, fetched=NOON)
    again = library.shelf.add(an_article(url="https://harbor.example/1"), HARBOR, fetched=NOON + timedelta(days=1))
    assert (again.entry_id, again.came) == (first.entry_id, "same")
    assert len(library.shelf.versions(first.entry_id)) == 1


def test_a_changed_article_is_a_new_version_and_the_old_one_stays(library: Library, clock: Clock) -> None:
    old = an_article("The old words.", url="https://harbor.example/1")
    entry_id = library.shelf.add(old, HARBOR, fetched=NOON).entry_id
    library.shelf.mark([entry_id], read=True)
    new = an_article("The new words.", url="https://harbor.example/1")
    assert library.shelf.add(new, HARBOR, fetched=NOON + timedelta(hours=1)).came == "changed"
    assert library.shelf.article(entry_id) == new
    assert library.shelf.article(entry_id, 1) == old
    assert [(it.number, it.fetched) for it in library.shelf.versions(entry_id)] == [
        (1, NOON),
        (2, NOON + timedelta(hours=1)),
    ]
    assert library.shelf.entry(entry_id).edited
    library.shelf.mark([entry_id], read=False)
    library.shelf.mark([entry_id], read=True)
    assert not library.shelf.entry(entry_id).edited


def test_a_changed_article_is_found_by_its_new_words_only(library: Library) -> None:
    entry_id = add(library, 1, HARBOR, "A walrus was seen.")
    add(library, 1, HARBOR, "A dolphin was seen.")
    assert library.index.search("walrus") == ()
    assert [it.entry.id for it in library.index.search("dolphin")] == [entry_id]


def test_one_batch_may_hold_an_article_twice(library: Library) -> None:
    from_feed = an_article("First words.", url="https://harbor.example/1")
    from_page = replace(from_feed, blocks=(paragraph("Second words."),))
    incoming = [library.shelf.incoming(it, HARBOR, NOON) for it in (from_feed, from_page)]
    came = library.shelf.add_many(incoming)
    assert [it.came for it in came] == ["new", "changed"]
    assert library.index.search("first") == ()
    assert len(library.index.search("second")) == 1


def test_identity_is_the_given_name_else_the_address_else_publisher_and_title(library: Library) -> None:
    shelf = library.shelf
    one = shelf.add(an_article(), HARBOR, identity="guid-1", fetched=NOON)
    assert shelf.add(an_article("Other."), HARBOR, identity="guid-1", fetched=NOON).entry_id == one.entry_id
    two = shelf.add(an_article(publisher="P"), HARBOR, fetched=NOON)
    assert two.entry_id != one.entry_id
    assert shelf.add(an_article("More.", publisher="P"), HARBOR, fetched=NOON).entry_id == two.entry_id
    assert shelf.add(an_article(publisher="Q"), HARBOR, fetched=NOON).came == "new"


def test_an_entry_is_known_by_every_name_it_has_had(library: Library) -> None:
    shelf = library.shelf
    first = shelf.add(an_article(url="https://a.example/1"), HARBOR, identity="guid-1", fetched=NOON)
    moved = shelf.add(an_article(url="https://a.example/2"), HARBOR, identity="guid-1", fetched=NOON)
    later = shelf.add(an_article(url="https://a.example/2"), VALLEY, fetched=NOON)
    assert {it.entry_id for it in (first, moved, later)} == {first.entry_id}


def test_a_mark_keeps_the_time_of_the_first(library: Library, clock: Clock) -> None:
    entry_id = add(library, 1)
    library.shelf.mark([entry_id], read=True, starred=True)
    clock.now += timedelta(hours=1)
    library.shelf.mark([entry_id], read=True)
    entry = library.shelf.entry(entry_id)
    assert (entry.read, entry.starred) == (NOON, NOON)


def test_tags_are_sorted_and_seen_in_the_row(library: Library) -> None:
    entry_id = add(library, 1)
    library.shelf.tag([entry_id], add=("sea", "boats"))
    assert library.shelf.entry(entry_id).tags == ("boats", "sea")
    library.shelf.tag([entry_id], add=("sea",), remove=("boats", "nothing"))
    assert library.shelf.entry(entry_id).tags == ("sea",)


def test_what_is_deleted_is_neither_listed_nor_found(filled: Library) -> None:
    gone = filled.shelf.window(View(), 0, 1)[0].id
    filled.shelf.delete([gone])
    assert filled.shelf.counts(View()).total == 11
    assert gone not in [it.id for it in filled.shelf.window(View(), 0, 20)]
    assert gone not in [it.entry.id for it in filled.index.search("ferry")]


def test_position_and_summary_are_kept_until_the_article_changes(library: Library) -> None:
    entry_id = add(library, 1)
    library.shelf.keep_position(entry_id, Place("block", 2, 5, 5))
    kept = (Summary("In three sentences", "chosen", (Point("One.", Place("block", 0, 0, 4)), Point("Two.")), "short"),)
    library.shelf.keep_summary(entry_id, kept, "3")
    assert library.shelf.entry(entry_id).position == Place("block", 2, 5, 5)
    assert library.shelf.summary(entry_id, "3") == kept
    assert library.shelf.summary(entry_id, "5") is None
    add(library, 1, HARBOR, "Rewritten.")
    assert library.shelf.summary(entry_id, "3") is None
    library.shelf.keep_position(entry_id, None)
    assert library.shelf.entry(entry_id).position is None


def test_a_source_is_made_once_and_known_by_its_address(library: Library) -> None:
    first = library.shelf.source_id(HARBOR)
    assert library.shelf.source_id(Origin("feed", HARBOR.address, "Another title")) == first
    library.shelf.source_id(VALLEY)
    assert [(it.title, it.folder) for it in library.shelf.sources()] == [
        ("Harbor Courier", None),
        ("Valley Post", "Hills"),
    ]


def test_what_is_not_there_is_said(library: Library) -> None:
    for asked in (library.shelf.entry, library.shelf.article):
        with pytest.raises(LibraryError) as caught:
            asked(99)
        assert caught.value.happened == "There is no entry 99 in the library."
    entry_id = add(library, 1)
    with pytest.raises(LibraryError):
        library.shelf.article(entry_id, 7)


def test_rows_are_asked_for_by_number_and_what_lies_in_the_trash_is_left_away(library: Library) -> None:
    first, second = add(library, 1), add(library, 2)
    assert library.shelf.entries([second, first, 99]) == {it: library.shelf.entry(it) for it in (first, second)}
    library.shelf.delete([first])
    library.keeping.snooze([second], NOON + timedelta(days=3))
    assert set(library.shelf.entries([first, second])) == {second}


def test_whether_all_comes_from_one_source_counts_what_is_hidden_but_not_the_trash(library: Library) -> None:
    assert library.shelf.only_from(HARBOR.address)
    add(library, 1)
    other = add(library, 2, VALLEY)
    assert not library.shelf.only_from(HARBOR.address)
    library.keeping.snooze([other], NOON + timedelta(days=3))
    assert not library.shelf.only_from(HARBOR.address)
    library.shelf.delete([other])
    assert library.shelf.only_from(HARBOR.address) and not library.shelf.only_from(VALLEY.address)


def test_tags_hang_on_entries_that_there_are(library: Library) -> None:
    first = add(library, 1)
    library.shelf.tag([first, 999], add=("sea",))
    assert library.shelf.entry(first).tags == ("sea",)
    assert all(it.well for it in examine(library.path))
