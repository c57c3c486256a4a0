"""What a publisher changed, told by word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Block
from reader.versions import Comparison, compare
from tests.builders import an_article

PIER = (
    "The council voted on Tuesday to rebuild the pier, which a storm had broken in 2019.",
    "Work begins in spring. Masons will number each stone.",
    "The money comes from three sides.",
)


def told(comparison: Comparison) -> list[str]:
    """Each changed row as text: [-out-] and {+in+}."""
    signs = {"same": "{}", "in": "{{+{}+}}", "out": "[-{}-]"}
    return [
        "".join(signs[piece.kind].format(piece.text) for piece in row.pieces) for row in comparison.rows if row.changed
    ]


def test_an_article_does_not_differ_from_itself() -> None:
    comparison = compare(an_article(*PIER), an_article(*PIER))
    assert not comparison.changed
    assert (comparison.words_in, comparison.words_out) == (0, 0)


def test_a_changed_word_stands_beside_the_one_it_replaces() -> None:
    comparison = compare(an_article(*PIER), an_article(PIER[0].replace("Tuesday", "Monday"), *PIER[1:]))
    assert told(comparison) == [
        "The council voted on [-Tuesday -]{+Monday +}to rebuild the pier, which a storm had broken in 2019."
    ]
    assert (comparison.words_in, comparison.words_out) == (1, 1)


def test_a_paragraph_that_went_out_is_a_row_of_its_own() -> None:
    assert told(compare(an_article(*PIER), an_article(PIER[0], PIER[2]))) == [f"[-{PIER[1]}-]"]


def test_a_paragraph_that_came_in_is_a_row_of_its_own() -> None:
    assert told(compare(an_article(*PIER), an_article(*PIER, "Nobody objected then"))) == ["{+Nobody objected then+}"]


def test_other_quotes_spaces_and_breaks_are_no_change() -> None:
    old = an_article("“We kept it warm” – so she said.", "It sails in May.")
    assert not compare(old, an_article('"We kept  it warm" - so she said. It sails in May.')).changed


def test_title_standfirst_and_captions_are_compared_too() -> None:
    old = replace(an_article(*PIER), standfirst="A storm took it.")
    new = replace(old, title="Ferry line reopens", standfirst="A storm broke it.")
    parts = {piece.place.part for row in compare(old, new).rows if row.changed for piece in row.pieces}
    assert parts == {"title", "standfirst"}


def test_pieces_know_their_places() -> None:
    old, new = an_article(*PIER), an_article(PIER[0].replace("Tuesday", "Monday night"), *PIER[1:])
    for row in compare(old, new).rows:
        for piece in row.pieces:
            article = old if piece.kind == "out" else new
            text = article.title if piece.place.part == "title" else article.blocks[piece.place.index].text
            assert text[piece.place.start : piece.place.end] == piece.text


WORDS = st.lists(st.sampled_from(["pier", "stone", "the", "a", "—", "“so”", "港"]), max_size=12).map(" ".join)


@given(st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=5))
def test_without_what_went_out_the_rows_are_the_new_version(old: list[str], new: list[str]) -> None:
    before, after = (Article("", tuple(Block("paragraph", text) for text in it)) for it in (old, new))
    rows = compare(before, after).rows
    kept = ["".join(piece.text for piece in row.pieces if piece.kind != "out") for row in rows]
    assert [text for text in kept if text] == [text for text in new if text.strip()]
    gone = " ".join(piece.text for row in rows for piece in row.pieces if piece.kind == "out")
    assert set(gone.split()) <= set(" ".join(old).split())


def test_repeats_do_not_take_long() -> None:
    comparison = compare(an_article("ha " * 20_000), an_article("ho " + "ha " * 15_000 + "he"))
    assert comparison.changed


@pytest.mark.parametrize("gone", range(3))
def test_a_paragraph_that_went_out_goes_whole_though_others_begin_or_end_alike(gone: int) -> None:
    old = an_article("The pier is shut.", "The boats are out.", "The crew is home.")
    new = an_article(*(block.text for number, block in enumerate(old.blocks) if number != gone))
    for one, other, kind in ((old, new, "out"), (new, old, "in")):
        changed = [row for row in compare(one, other).rows if row.changed]
        assert [[(it.kind, it.text) for it in row.pieces] for row in changed] == [[(kind, old.blocks[gone].text)]]
