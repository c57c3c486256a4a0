"""A few words around a hit: where they begin and end, and that the hits are lit where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.parts import Leaf
from reader.library.snippets import BEFORE, LENGTH, snippet
from reader.text.fold import fold

LONG = " ".join(f"word{number}" for number in range(100))


def leaf(words: str, prefix: bool = False, *forms: str) -> Leaf:
    return Leaf(tuple(words.split()), prefix, "any", forms)


def lit(texts: list[str], *wanted: Leaf) -> tuple[str, list[str]]:
    """The snippet, and the words that are lit in it."""
    said, spans = snippet(texts, wanted)
    return said, [said[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "wanted", "words"),
    [
        ("The ferry sails.", leaf("ferry"), ["ferry"]),
        ("The FERRY sails. A ferry, ferries.", leaf("ferry"), ["FERRY", "ferry"]),
        ("Ferries and ferry", leaf("ferry", False, "ferries"), ["Ferries", "ferry"]),
        ("Ferryman, ferry2, xferry", leaf("ferry", True), ["Ferryman", "ferry2"]),
        ("ferryman xferry ferry", leaf("ferry"), ["ferry"]),
        ("high  water, high-water, high\nwater highwater", leaf("high water"), ["high  water", "high-water"]),
        ("Élan vital: the elan", leaf("elan"), ["Élan", "elan"]),
        ("Œuvre de l’été", leaf("ete"), ["été"]),
        ("今日の東京の天気", leaf("東京"), ["東京"]),
        ("東京Tower 東京 tower 東 京", leaf("東 京 tower"), ["東京Tower", "東京 tower"]),
        ("A ferry on the sea", leaf("sea"), ["sea"]),
        ("a.b (c)", leaf("b c"), ["b (c"]),
    ],
)
def test_words_are_lit_as_they_stand(text: str, wanted: Leaf, words: list[str]) -> None:
    assert lit([text], wanted) == (text.replace("\n", " "), words)


def test_several_wishes_are_lit_together_in_their_order() -> None:
    assert lit(["the sea and the ferry"], leaf("ferry"), leaf("sea"))[1] == ["sea", "ferry"]


def test_the_first_text_that_has_a_hit_is_shown_though_only_folding_finds_it() -> None:
    assert lit(["Nothing", "A ferry", "The ferry"], leaf("ferry")) == ("A ferry", ["ferry"])
    assert lit(["Été", "an ete"], leaf("ete")) == ("an ete", ["ete"])
    assert lit(["Été", "winter"], leaf("ete")) == ("Été", ["Été"])


@pytest.mark.parametrize("wanted", [(), (leaf("ferry"),)])
def test_without_a_hit_it_is_the_beginning_of_the_first_text_that_has_any(wanted: tuple[Leaf, ...]) -> None:
    assert snippet(["", "The  harbor\nis shut.", "More"], wanted) == ("The harbor is shut.", ())
    assert snippet([LONG], wanted) == (LONG[:LENGTH], ())
    assert snippet([], wanted) == ("", ())


def test_it_begins_with_a_whole_word_before_the_hit_and_shows_that_it_is_cut() -> None:
    said, words = lit([LONG], leaf("word50"))
    assert words == ["word50"]
    assert said.startswith("…word43 word44") and said.endswith("…")
    assert len(said) == LENGTH + 2
    end = lit([LONG], leaf("word99"))[0]
    assert end.startswith("…word") and end.endswith("word99")


def test_a_hit_in_one_long_run_of_letters_has_as_much_before_it_as_fits() -> None:
    said, words = lit(["港" * 200 + "京" + "港" * 300], leaf("京"))
    assert (said, words) == ("…" + "港" * BEFORE + "京" + "港" * (LENGTH - BEFORE - 1) + "…", ["京"])


def test_a_hit_that_is_longer_than_a_snippet_stands_there_whole() -> None:
    words = " ".join("abcdefghij"[number % 10] * 9 for number in range(30))
    said, found = lit([f"so {words} end"], leaf(words))
    assert found == [words] and said == f"so {words}…"


@given(
    st.lists(st.text(st.sampled_from("ab é\u0301\n-港.ßİ"), max_size=300), max_size=3),
    st.sampled_from([leaf("a"), leaf("b", True), leaf("a b"), leaf("港"), leaf("ss"), leaf("e", False, "b")]),
)
def test_whatever_the_texts_what_is_lit_is_what_was_asked_for(texts: list[str], wanted: Leaf) -> None:
    said, spans = snippet(texts, (wanted,))
    assert len(said) <= LENGTH + 300 and "\n" not in said
    begun = 0
    for start, end in spans:
        assert begun <= start < end <= len(said)
        folded = fold(said[start:end]).text
        assert any(folded.startswith(it) for it in (wanted.tokens[0], *wanted.forms))
        begun = end
