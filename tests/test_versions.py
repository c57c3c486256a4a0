"""What a publisher changed, told by word."""

from __future__ import annotations

import re
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


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        # Two words that stayed between two longer changes say nothing; three do, and so do two beside a short change.
        ("ab cd ef the pier gh ij k", "mn op qr the pier st uv w", "[-ab cd ef the pier gh ij k-]{+mn op qr the pier st uv w+}"),
        ("ab cd ef at the pier g h i", "j kl mn at the pier o p q", "[-ab cd ef -]{+j kl mn +}at the pier [-g h i-]{+o p q+}"),
        ("ab cd the pier gh ij kl", "mn op the pier st uv wx", "[-ab cd -]{+mn op +}the pier [-gh ij kl-]{+st uv wx+}"),
        ("ab cd ef the pier gh ij", "mn op qr the pier st uv", "[-ab cd ef -]{+mn op qr +}the pier [-gh ij-]{+st uv+}"),
        ("ab cd ef gh the pier i j k", "op qr the pier st uv wx", "[-ab cd ef gh -]{+op qr +}the pier [-i j k-]{+st uv wx+}"),
        ("ab cd ef the pier ij kl mn", "op qr st the pier uv wx", "[-ab cd ef -]{+op qr st +}the pier [-ij kl mn-]{+uv wx+}"),
        ("ab cd the pier ij kl mn", "op qr st the pier u v w", "[-ab cd -]{+op qr st +}the pier [-ij kl mn-]{+u v w+}"),
        ("ab cd the ij kl mn", "op qr the st uv wx", "[-ab cd the ij kl mn-]{+op qr the st uv wx+}"),
        ("ab the ij kl mn", "op the st uv wx", "[-ab -]{+op +}the [-ij kl mn-]{+st uv wx+}"),
        # A mark stays with the change beside it where that is longer than two words.
        ("ab cd ef, gh stays here now", "mn, op stays here now", "[-ab cd ef, gh -]{+mn, op +}stays here now"),
        ("ab, gh stays here now", "mn op qr, op stays here now", "[-ab, gh -]{+mn op qr, op +}stays here now"),
        ("ab, gh stays here now", "mn op, op stays here now", "[-ab-]{+mn op+}, [-gh -]{+op +}stays here now"),
        ("ab cd, gh stays here now", "mn, op stays here now", "[-ab cd-]{+mn+}, [-gh -]{+op +}stays here now"),
        ("here it stays ab cd, ef gh ij", "here it stays kl, mn op", "here it stays [-ab cd-]{+kl+}, [-ef gh ij-]{+mn op+}"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", [False, True])
def test_words_that_are_equal_by_chance_are_no_word_that_stayed(old: str, new: str, changed: str, around: bool) -> None:
    if around:  # the same between paragraphs that stayed, of which the first has words more
        before = an_article("It is said so.", old, "Nobody minds.", title="Pier")
        after = an_article("By many here it is said so.", new, "Nobody minds.", title="Pier")
        assert "".join(told(compare(before, after))[1:]) == changed
    else:
        assert "".join(told(compare(an_article(old, title=""), an_article(new, title="")))) == changed


@pytest.mark.parametrize(
    ("old", "gone", "shown"),
    [
        (["It began. It ended. It rained."], " It ended.", ["It began. [-It ended. -]It rained."]),
        (["It began. It ended.", "It rained."], " It ended.", ["It began.[-It ended.-]"]),
        (["It began. It ended!", "It rained. So it goes."], "It rained. ", ["[-It rained. -]So it goes."]),
        (["We came. The mayor left. The port shut."], "The mayor left. ", ["We came. [-The mayor left. -]The port shut."]),
        (["The mayor left. The council voted."], "The mayor left. ", ["[-The mayor left. -]The council voted."]),
        (["他来了。他走了。他睡了。"], "他走了。", ["他来了。[-他走了。-]他睡了。"]),
        (["so and so and so on"], "and so ", ["[-so and -]so and so on"]),
    ],
)  # fmt: skip
def test_a_sentence_that_went_out_goes_whole_though_the_next_begins_alike(
    old: list[str], gone: str, shown: list[str]
) -> None:
    before, after = an_article(*old), an_article(*(text.replace(gone, "", 1) for text in old))
    assert told(compare(before, after)) == shown
    turned = [row.replace("[-", "{+").replace("-]", "+}") for row in shown]
    assert [row.replace(" ", "") for row in told(compare(after, before))] == [row.replace(" ", "") for row in turned]


def _words(texts: list[str]) -> list[str]:
    return re.findall(r"\w+", " ".join(texts))


@given(st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=5))
def test_every_word_of_the_old_version_stayed_or_went_out_in_its_order(old: list[str], new: list[str]) -> None:
    before, after = (Article("", tuple(Block("paragraph", text) for text in it)) for it in (old, new))
    comparison = compare(before, after)
    pieces = [piece for row in comparison.rows for piece in row.pieces]
    gone = [piece for piece in pieces if piece.kind == "out"]
    assert sorted(_words([piece.text for piece in pieces if piece.kind != "in"])) == sorted(_words(old))
    assert [piece.place for piece in gone] == sorted((it.place for it in gone), key=lambda it: (it.index, it.start))
    assert comparison.words_out == len(_words([piece.text for piece in gone]))
    assert comparison.words_in == len(_words([piece.text for piece in pieces if piece.kind == "in"]))


@given(st.lists(WORDS, min_size=1, max_size=5), st.data())
def test_a_paragraph_more_is_told_as_nothing_but_that_paragraph(texts: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(texts)))
    put_in = [*texts[:at], "Nobody has written this line", *texts[at:]]
    old, new = (Article("", tuple(Block("paragraph", text) for text in it)) for it in (texts, put_in))
    for one, other, kind in ((old, new, "in"), (new, old, "out")):
        changed = [row for row in compare(one, other).rows if row.changed]
        assert [[(it.kind, it.text) for it in row.pieces] for row in changed] == [[(kind, put_in[at])]]


@pytest.mark.parametrize(
    ("old", "new", "rows"),
    [
        # What went out of a paragraph stands in it, also at its end and at the end of the article.
        (["a b c", "d e f"], ["a b", "d e f"], ["a b[-c-]"]),
        (["a b c", "d e f"], ["a b c", "d e"], ["d e[-f-]"]),
        (["a b c", "d e f"], ["b c", "d e f"], ["[-a -]b c"]),
        (["a b c", "d e f"], ["a b c", "e f"], ["[-d -]e f"]),
        # Paragraphs of which nothing stayed are rows of their own, one after the other.
        (["a b c", "d e", "f g", "h i j"], ["a b c", "h i j"], ["[-d e-]", "[-f g-]"]),
        (["a b c", "d e", "f g"], ["a b c"], ["[-d e-]", "[-f g-]"]),
        (["d e", "f g", "a b c"], ["a b c"], ["[-d e-]", "[-f g-]"]),
        (["a b c"], ["a b c", "d e", "f g"], ["{+d e+}", "{+f g+}"]),
        # A paragraph of which a part went into the next is told beside what stayed of it.
        (["a b c", "d e f"], ["a b d e f"], ["a b [-c-]d e f"]),
        (["a b c d e f"], ["a b c", "x", "d e f"], ["{+x+}"]),
        ([], ["a b"], ["{+a b+}"]),
        (["a b"], [], ["[-a b-]"]),
    ],
)  # fmt: skip
def test_what_changed_stands_in_the_paragraph_where_it_was(old: list[str], new: list[str], rows: list[str]) -> None:
    before, after = (Article("", tuple(Block("paragraph", text) for text in it)) for it in (old, new))
    assert told(compare(before, after)) == rows
