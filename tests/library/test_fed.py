"""What feeds said of entries: known ones by any name, whose text is shown, files that came along."""

from __future__ import annotations

from typing import Any

import pytest

from reader.library import Incoming, Library, Origin
from reader.library.connections import Values
from reader.library.fed import Known
from reader.library.identities import addresses_of, key_of, names_of
from reader.library.packing import Packer
from reader.model import Enclosure
from tests.builders import NOON, an_article

FEED = Origin("feed", "https://c.example/feed", "Courier")


def put(library: Library, number: int, *, apart: bool = False) -> int:
    article = an_article(title=f"Story {number}", url=f"https://c.example/{number}")
    (added,) = library.shelf.add_many([Incoming(article, FEED, NOON, (f"feed {number}",), apart=apart)])
    return added.entry_id


def known_by(library: Library, *names: list[str]) -> list[Known | None]:
    return library.fed.known([list(map(key_of, each)) for each in names])


def test_an_entry_is_known_by_each_of_its_names(library: Library) -> None:
    first = put(library, 1)
    library.fed.keep([(first, 42)])
    known = Known(first, 1, 42, None, library.shelf.entry(first).words)
    names = [["feed 1"], ["https://c.example/1"], ["c.example/1", "other"], ["nothing"], []]
    assert known_by(library, *names) == [known, known, known, None, None]
    library.shelf.delete([first])
    library.keeping.empty_trash()
    assert known_by(library, ["feed 1"]) == [Known(0, None, None, None, 0)]


def test_an_entry_that_stands_apart_is_not_known_by_its_address(library: Library) -> None:
    first = put(library, 1, apart=True)
    assert known_by(library, ["https://c.example/1"], ["feed 1"])[0] is None
    assert library.fed.name(first) == "feed 1"
    assert library.fed.name(99) is None


def test_an_article_has_its_plain_address_for_a_name_too() -> None:
    article = an_article(url="http://www.c.example/1/?utm_source=x#top")
    incoming = Incoming(article, FEED, NOON)
    assert addresses_of(incoming, Packer().pack(article)) == (article.url, "c.example/1")
    nameless = an_article(publisher="P")
    assert names_of(Incoming(nameless, FEED, NOON), Packer().pack(nameless)) == ("title:P\nFerry line to reopen",)


def test_whose_text_is_shown_is_kept_and_is_no_edit(library: Library) -> None:
    first = put(library, 1)
    library.shelf.keep_failure(first, "It was not there.")
    assert (library.fed.shown(first), library.fed.failure(first)) == (None, "It was not there.")
    library.fed.show(first, "page", edited=False)
    assert (library.fed.shown(first), library.fed.failure(first)) == ("page", None)
    assert library.shelf.entry(first).edited is False
    assert library.fed.failure(99) is None


def test_teasers_are_the_newest_unread_whose_pages_were_not_asked_for(library: Library) -> None:
    ids = [put(library, number) for number in range(5)]
    library.shelf.mark(ids[:1], read=True)
    library.fed.show(ids[1], "feed", edited=False)
    library.shelf.keep_failure(ids[2], "gone")
    assert sorted(library.fed.teasers(1, 9)) == ids[3:]
    assert len(library.fed.teasers(1, 1)) == 1
    assert sorted(library.fed.chosen(1, 9)) == ["feed", "feed"]
    assert len(library.fed.lengths(1, 3)) == 3


def test_files_are_kept_in_their_order_and_go_with_the_entry(library: Library) -> None:
    first = put(library, 1)
    files = (Enclosure("https://c.example/b.mp3", "audio/mpeg", 10), Enclosure("https://c.example/a.pdf"))
    library.fed.enclose([(first, files), (first, files)])
    assert library.fed.enclosures(first) == files
    library.fed.enclose([(first, [Enclosure("https://c.example/c", None, 2**70)])])
    assert library.fed.enclosures(first) == (Enclosure("https://c.example/c"),)
    library.shelf.erase([first])
    assert library.fed.enclosures(first) == ()


def test_a_source_is_looked_up_without_going_through_all_entries(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(library, 1)
    plans = list[str]()
    rows = library.db.rows

    def explained(sql: str, values: Values = ()) -> list[Any]:
        plans.extend(row[3] for row in rows(f"EXPLAIN QUERY PLAN {sql}", values))
        return rows(sql, values)

    monkeypatch.setattr(library.db, "rows", explained)
    library.fed.lengths(1, 10), library.fed.chosen(1, 10), library.fed.teasers(1, 10)
    assert len(plans) > 3 and not [it for it in plans if it.startswith("SCAN") or "TEMP B-TREE" in it]
