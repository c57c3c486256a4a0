"""An article made ready for the tables: the same words whichever way it was folded, the same text whenever it was kept."""

from __future__ import annotations

import json
import re
import unicodedata
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import LibraryError
from reader.library import Library
from reader.library.body import Wording, holds, inflated, pack, unpack
from reader.library.opening import opened
from reader.library.packing import Packer
from reader.library.schema import NEWEST, STEPS
from reader.library.wording import columns, indexed, parted, spaced
from reader.text.fold import fold
from reader.text.words import segmented
from tests.builders import NOON, Clock, an_article
from tests.library.conftest import HARBOR

TOKENS = re.compile("[0-9a-z\x80-\U0010ffff]+")
typed = st.text(st.sampled_from("abXZ 1.\n’“–éÉßøŁ\xa0\u200b王ไก่Жйأ́ﬁ½") | st.characters(exclude_categories=["Cs"]))


def thoroughly(text: str) -> list[str]:
    """The words of a text, character by character."""
    apart = "".join(it if ord(it) < 128 or it.isalnum() or _stays(it) else " " for it in fold(text).text)
    return TOKENS.findall(segmented(apart))


def _stays(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNM" or unicodedata.category(char) == "Co"


@given(typed)
def test_any_text_gives_the_words_of_its_folding(text: str) -> None:
    assert TOKENS.findall(parted(text)) == thoroughly(text)
    words = spaced(text)
    assert words is None or words.split() == thoroughly(text)


@given(st.lists(typed, max_size=4))
def test_texts_stand_on_lines_of_their_own(texts: list[str]) -> None:
    body = columns(Wording("", (), "", tuple(texts)))[3]
    assert [TOKENS.findall(it) for it in body.split("\n")] == [thoroughly(it) for it in texts or [""]]


def test_names_are_found_folded_in_every_script() -> None:
    words = Wording(
        "Łukasz speaks", ("Ada Bel",), "The Pier", ("He met Zelenskiy’s aide, élan and Müller.", "Ольга Жукова")
    )
    assert {"lukasz", "zelenskiy", "muller", "жукова", "ольга"} <= indexed(words)[1]
    plain = Wording("", (), "", ("Zelenskiy’s “Pier” in Århus", "of Lviv"))
    assert indexed(plain)[1] == {"zelenskiy", "pier", "arhus", "lviv"}


def test_a_name_is_given_out_once_until_it_is_forgotten() -> None:
    packer, article = Packer(), an_article("Zelenskiy came.")
    assert "zelenskiy" in {it for _, it in packer.terms(article).names}
    assert packer.terms(article).names == ()
    packer.forget()
    assert packer.terms(article).names != ()


def test_a_text_comes_back_as_it_was_and_damage_is_noticed() -> None:
    article = an_article("Words " * 50)
    body = pack(article)
    assert unpack(body) == article
    for at in range(6, len(body), 7):
        with pytest.raises(LibraryError):
            inflated(body[:at] + bytes([body[at] ^ 0x55]) + body[at + 1 :])
    for wrong in (b"", body[:-1], body[:3]):
        with pytest.raises(LibraryError):
            inflated(wrong)


def test_a_library_of_the_first_form_is_read_and_nothing_in_it_counts_as_changed(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "library.db"
    article = an_article("An old walrus.", url="https://a.example/old")
    with Library.open(path, clock=clock) as library:
        entry_id = library.shelf.add(article, HARBOR, fetched=NOON).entry_id
        old = zlib.compress(
            json.dumps(json.loads(inflated(pack(article))), ensure_ascii=False, separators=(",", ":")).encode()
        )
        with library.db.writing():
            library.db.run("UPDATE versions SET body = ?", (old,))
            library.db.run("DELETE FROM facts WHERE name = 'packing'")
            for table in ("fed", "enclosures", "waiting", "rules", "rough"):
                library.db.run(f"DROP TABLE {table}")
            for column in ("secret", "every", "full", "link", "tags", "extras"):
                library.db.run(f"ALTER TABLE sources DROP COLUMN {column}")
            library.db.run("PRAGMA user_version = 1")
    assert holds(old, pack(article))
    opened(path, clock, STEPS[:1]).close()
    with Library.open(path, clock=clock) as library:
        assert library.db.value("PRAGMA user_version") == NEWEST
        assert library.shelf.article(entry_id) == article
        assert [it.entry.id for it in library.index.search("walrus")] == [entry_id]
        assert library.shelf.add(article, HARBOR, fetched=NOON).came == "same"
        assert len(library.backup.copies()) == 1
