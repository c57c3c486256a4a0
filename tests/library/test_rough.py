"""Entries whose texts are read later: they are listed and opened as any other, and afterwards are as any other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import LibraryError
from reader.library import Library
from reader.library.body import holds, pack, rough, unpack
from reader.library.doctor import examine
from reader.library.packing import Packed, Packer
from reader.library.repair import repair
from reader.library.rows import Incoming
from reader.model import Article, View
from reader.parser.fragment import read_text
from tests.builders import NOON, Clock
from tests.library.conftest import HARBOR

TEXT = "<p>The ferry waits at <b>pier {0}</b>.</p><blockquote>It sails at noon.</blockquote><p>Captain Moreau nods.</p>"
HEAD = Article("Ferry", url="https://harbor.example/1", published=NOON, byline=("Ines Moreau",))


def whole(head: Article, text: str) -> Article:
    blocks, removed = read_text(text, head.url)
    return replace(head, blocks=blocks, removed=removed)


def bring(library: Library, *texts: str) -> list[int]:
    """Put articles on the shelf whose texts are to be read later."""
    heads = (replace(HEAD, title=f"Story {n}", url=f"https://harbor.example/{n}") for n in range(len(texts)))
    incoming = [Incoming(Packer.rough(*pair), HARBOR, NOON) for pair in zip(heads, texts, strict=True)]
    return [it.entry_id for it in library.shelf.add_many(incoming)]


def finish(library: Library) -> None:
    for part in library.rough.parts():
        library.rough.finish([(it, Packer().pack(unpack(it.body))) for it in part])


def found(library: Library, query: str) -> set[int]:
    return {it.entry.id for it in library.index.search(query)}


def well(path: Path) -> bool:
    return all(it.well for it in examine(path))


@given(st.text("<p>brl/ quote&;\n\"'ab", max_size=60) | st.text(max_size=30))
def test_read_later_is_read_the_same(text: str) -> None:
    article = whole(HEAD, text)
    assert unpack(rough(HEAD, text)) == article
    assert holds(rough(HEAD, text), pack(article)) and holds(pack(article), rough(HEAD, text))


def test_they_are_listed_and_opened_at_once_and_found_when_read(library: Library) -> None:
    ids = bring(library, *(TEXT.format(number) for number in range(250)))
    assert library.rough.count == 250 and library.shelf.counts(View()).total == 250
    assert library.shelf.article(ids[7]).blocks[0].text == "The ferry waits at pier 7."
    assert found(library, "captain") == set()
    finish(library)
    assert library.rough.count == 0
    assert found(library, '"pier 7"') == {ids[7]} and len(library.index.ids("captain")) == 250
    entry = library.shelf.entry(ids[7])
    assert entry.words == 13 and entry.preview == "The ferry waits at pier 7."
    assert well(library.path)


def test_afterwards_the_library_is_as_if_they_had_been_read_before(library: Library, tmp_path: Path) -> None:
    texts = [TEXT.format(number) for number in range(5)]
    bring(library, *texts)
    finish(library)
    with Library.open(tmp_path / "other.db", clock=library.clock) as other:
        heads = [replace(HEAD, title=f"Story {n}", url=f"https://harbor.example/{n}") for n in range(5)]
        other.shelf.add_many([Incoming(whole(*pair), HARBOR, NOON) for pair in zip(heads, texts, strict=True)])
        for table in ("entries", "versions", "identities", "terms_docsize"):
            assert library.db.rows(f"SELECT * FROM {table}") == other.db.rows(f"SELECT * FROM {table}"), table


def test_what_waits_is_whole_for_the_doctor_and_for_whoever_makes_the_index_anew(library: Library) -> None:
    first, second = bring(library, TEXT.format(1), TEXT.format(2))
    assert well(library.path)
    with library.db.writing():
        library.index.renew()
    assert well(library.path) and library.rough.count == 2
    finish(library)
    assert found(library, "moreau") == {first, second} and well(library.path)


def test_one_that_is_erased_before_it_was_read_leaves_nothing(library: Library) -> None:
    ids = bring(library, *(TEXT.format(number) for number in range(4)))
    part = next(library.rough.parts())
    library.shelf.erase(ids[:1])
    library.shelf.erase(ids[1:])  # more than half: the index is made anew
    assert library.rough.count == 0 and well(library.path)
    again = bring(library, TEXT.format(8))  # under the same row of the index
    library.rough.finish([(it, Packer().pack(unpack(it.body))) for it in part[1:]])
    finish(library)
    assert found(library, "ferry") == set(again) and well(library.path)


def test_one_that_changes_before_it_was_read_has_two_versions_and_is_found_by_the_new_words(library: Library) -> None:
    (entry_id,) = bring(library, TEXT.format(1))
    part = next(library.rough.parts())
    head = replace(HEAD, title="Story 0", url="https://harbor.example/0")
    same, changed = (whole(head, TEXT.format(number)) for number in (1, 2))
    assert library.shelf.add(same, HARBOR, fetched=NOON).came == "same"
    assert library.shelf.add(changed, HARBOR, fetched=NOON).came == "changed"
    library.rough.finish([(it, Packer().pack(unpack(it.body))) for it in part])
    assert library.rough.count == 0 and well(library.path)
    assert found(library, '"pier 2"') == {entry_id} and found(library, '"pier 1"') == set()
    assert [library.shelf.article(entry_id, it).blocks[0].text[-2] for it in (1, 2)] == ["1", "2"]


def test_one_that_was_read_and_comes_as_before_is_the_same(library: Library) -> None:
    bring(library, TEXT.format(1))
    finish(library)
    head = replace(HEAD, title="Story 0", url="https://harbor.example/0")
    for text, came in ((TEXT.format(1), "same"), (TEXT.format(2), "changed")):
        (added,) = library.shelf.add_many([Incoming(Packer.rough(head, text), HARBOR, NOON)])
        assert added.came == came
    assert library.rough.count == 0 and found(library, '"pier 2"') == {added.entry_id} and well(library.path)


def test_a_point_that_was_made_meanwhile_stays_the_preview(library: Library) -> None:
    (entry_id,) = bring(library, TEXT.format(1))
    with library.db.writing():
        library.db.run("UPDATE entries SET preview = 'A point.' WHERE id = ?", (entry_id,))
    finish(library)
    assert library.shelf.entry(entry_id).preview == "A point."


def test_a_repaired_library_still_has_it(library: Library, tmp_path: Path, clock: Clock) -> None:
    bring(library, TEXT.format(1))
    library.close()
    repaired = repair(library.path, clock).file
    assert well(repaired)
    with Library.open(repaired, clock=clock) as mended:
        assert mended.rough.count == 1
        finish(mended)
        assert len(found(mended, "ferry")) == 1


def test_a_damaged_text_is_said_and_stops_nothing_else(library: Library) -> None:
    first, second = bring(library, TEXT.format(1), TEXT.format(2))
    with library.db.writing():
        library.db.run("UPDATE versions SET body = x'28b52ffd00' WHERE id = ?", (first << 20 | 1,))
    with pytest.raises(LibraryError):
        library.shelf.article(first)
    assert library.shelf.article(second).title == "Story 1"


def test_a_packed_one_says_that_it_has_no_words_yet() -> None:
    packed: Packed = Packer.rough(HEAD, TEXT)
    assert packed.terms is None and packed.words == 0 and packed.preview is None and packed.title == HEAD.title
