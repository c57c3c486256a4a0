"""Passages described in one article and looked for in the next."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import passages
from reader.errors import UsageError
from reader.model import Article, Block, Place
from reader.passages import Standing, within
from tests.builders import an_article, paragraph, place

PIER = (
    "The council of the old port voted on Tuesday to rebuild the pier, which a storm had broken in 2019.",
    "Work begins in spring. The plan keeps the stones that could be saved, and masons will number each of them.",
    "“It was never pretty,” said Aldo Brandt, who fishes there. “It was ours, and nobody asked us.”",
    "The money comes from three sides. The city gives a third, the province gives a third, the fishermen the rest.",
    "A first tender failed in January because only one firm had answered it.",
)


def marked(article: Article, words: str) -> tuple[Place, ...]:
    """The place of words in an article's body."""
    for index, block in enumerate(article.blocks):
        if (at := block.text.find(words)) >= 0:
            return (place(index, at, at + len(words)),)
    raise AssertionError(f"{words!r} is not there")


def found(old: Article, words: str, new: Article) -> tuple[Standing, str]:
    """What became of words of the old article in the new one, and what stands there now."""
    standing = passages.find(new, passages.describe(old, marked(old, words)))
    return standing, passages.quote(new, standing.places) if standing.places else ""


def test_a_passage_stands_where_it_was_marked() -> None:
    article = an_article(*PIER)
    places = marked(article, "which a storm had broken")
    assert passages.find(article, passages.describe(article, places)) == Standing("same", places)


@pytest.mark.parametrize(
    "where",
    [Place("title", 0, 5, 17), Place("standfirst", 0, 0, 9), Place("caption", 1, 4, 12)],
    ids=["title", "standfirst", "caption"],
)
def test_what_is_no_body_can_be_marked_too(where: Place) -> None:
    picture = Block("image", caption="The broken pier, seen from the harbor master's window.")
    old = an_article(PIER[0], standfirst="Fishermen pay a third of it.", title="City will rebuild the broken pier")
    old = replace(old, blocks=(*old.blocks, picture))
    new = replace(old, blocks=(paragraph("Updated with figures of the tender."), *old.blocks))
    standing = passages.find(new, passages.describe(old, [where]))
    assert standing.state == "same"
    assert passages.quote(new, standing.places) == passages.quote(old, [where])


def test_a_passage_across_blocks_has_a_place_in_each() -> None:
    article = an_article(*PIER)
    places = (place(0, 70, len(PIER[0])), place(1, 0, 22))
    standing = passages.find(article, passages.describe(article, places))
    assert standing == Standing("same", places)
    assert passages.quote(article, places) == f"{PIER[0][70:]}\nWork begins in spring."


def test_other_quotes_dashes_and_paragraph_breaks_change_nothing() -> None:
    old = an_article(*PIER)
    new = an_article(
        f"{PIER[0]} {PIER[1]}",
        'Read also: A pier and its "friends"',
        PIER[2].replace("“", '"').replace("”", '"'),
        *PIER[3:],
    )
    standing, words = found(old, "“It was ours, and nobody asked us.”", new)
    assert standing.state == "same"
    assert "It was ours, and nobody asked us." in words


def test_a_paragraph_that_moved_takes_its_passage_along() -> None:
    old = an_article(*PIER)
    new = an_article(*PIER[:1], *PIER[2:], PIER[1])
    standing, words = found(old, "The plan keeps the stones that could be saved", new)
    assert words == "The plan keeps the stones that could be saved"
    assert standing.places[0].index == 4


def test_a_reworded_passage_says_so_and_shows_what_stands_there_now() -> None:
    old = an_article(*PIER)
    new = an_article(*PIER[:4], "A first tender failed in late January because just one local firm had answered it.")
    standing, words = found(old, PIER[4].rstrip("."), new)
    assert standing.state == "reworded"
    assert words.startswith("A first tender failed in late January")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("The ferry line will reopen in May.", "The ferry line will reopen in June."),
        ("Ines Moreau came to the pier late.", "Ines Moreau came to the pier very early."),
        ("First the board met on Monday.", "Then the board met on Monday."),
        ("Nobody in the harbor had seen it.", "Everybody in the harbor had heard of it."),
        ("The pier was closed for a year.", "The pier was closed."),
    ],
)
def test_what_stands_in_the_place_of_its_first_and_last_words_belongs_to_it(was: str, now: str) -> None:
    old, new = (
        an_article("A line stands before.", f"Much was said. {it} Few had hoped so.", "More.") for it in (was, now)
    )
    standing, words = found(old, was, new)
    assert (standing.state, words) == ("reworded", now)
    (carried,) = passages.carry(old, new, [marked(old, was)])
    assert carried == standing


def test_of_a_passage_that_was_mostly_replaced_only_what_stayed_is_shown() -> None:
    was, now = "The harbor board met on Monday.", "A council of seven from the city met on Sunday at last."
    old, new = (an_article(f"Much was said of it. {it} Few had hoped so.", "More.") for it in (was, now))
    words = found(old, was, new)[1]
    assert len(words.split()) < len(now.split()) - 3


def test_a_passage_that_was_cut_is_gone() -> None:
    old = an_article(*PIER)
    new = an_article(*PIER[:1], *PIER[3:])
    standing, _ = found(old, "“It was never pretty,” said Aldo Brandt", new)
    assert standing == Standing("gone")


def test_a_twin_elsewhere_is_not_taken_for_the_passage() -> None:
    again = "The masons will number each of them, says the plan, and so will the fishermen with their nets."
    old = an_article(*PIER, again)
    words = "will number each of them"
    new = an_article(PIER[0], *PIER[2:], again)
    assert found(old, words, new)[0] == Standing("gone")
    at = again.index(words)
    kept = passages.find(new, passages.describe(old, [place(5, at, at + len(words))]))
    assert kept == Standing("same", (place(4, at, at + len(words)),))


@pytest.mark.parametrize(
    "text",
    ["", "x", "[]", "{}", "null", '{"v":1}', '{"v":99,"q":"pier"}', '{"v":1,"q":7}', '{"v":1,"q":"pier","d":[[1]]}'],
)
def test_what_is_no_anchor_is_gone(text: str) -> None:
    assert passages.find(an_article(*PIER), text) == Standing("gone")


@given(st.text() | st.recursive(st.none() | st.text(max_size=9), st.lists).map(str))
def test_foreign_text_never_raises(text: str) -> None:
    assert passages.find(an_article(*PIER), text) == Standing("gone")


def test_a_place_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError):
        passages.describe(an_article(*PIER), [place(17, 0, 4)])
    with pytest.raises(UsageError):
        passages.describe(an_article(*PIER), [place(0, 4, 4)])
    with pytest.raises(UsageError):
        passages.describe(an_article(*PIER), [])


def test_an_article_that_became_empty_has_no_passages() -> None:
    article = an_article(*PIER)
    anchor = passages.describe(article, marked(article, "the old port"))
    assert passages.find(Article(""), anchor) == Standing("gone")
    assert passages.find(replace(article, blocks=()), anchor) == Standing("gone")


def test_words_are_found_wherever_they_stand_and_other_characters_as_they_are() -> None:
    article = an_article("The pier, the Pier’s stones.", "A pier — said “the pier”.")
    at = [[(it.index, it.start, it.end) for it in each] for each in passages.places_of(article, "PIER")]
    assert at == [[(0, 4, 8)], [(0, 14, 18)], [(1, 2, 6)], [(1, 19, 23)]]
    assert passages.places_of(article, "stone") == ((place(0, 21, 26),),)
    assert passages.places_of(article, "ston") == ((place(0, 21, 25),),)
    assert passages.places_of(article, "—") == ()
    assert passages.places_of(article, "nowhere") == ()


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("“We waited,” she said.", "“We waited,” she said."),
        ('"We  waited," she said.', "“We waited,” she said."),
        ("We waited", "We waited"),
        ("“We waited", "“We waited"),
        ("she said!", "she said"),
        ("(“We waited,” she said. …)", "“We waited,” she said."),
        ("Then – (at last) – it came…", "Then — (at last) — it came…"),
        ("at last)", "at last)"),
        ("— (at last) —", "— (at last) —"),
        ("«Then», ", "Then"),
    ],
)
def test_the_signs_around_given_words_belong_to_them(words: str, stands: str) -> None:
    article = an_article("Before. “We waited,” she said.", "Then — (at last) — it came…")
    (places,) = passages.places_of(article, words)
    assert passages.quote(article, places) == stands


def test_a_passage_lies_within_words_that_are_around_it_or_it() -> None:
    article = an_article("The old pier of the port.", "An old pier.")
    inside = [place(0, 8, 12)]
    assert within(article, inside, "old pier of")
    assert within(article, inside, "pier")
    assert not within(article, inside, "An old pier")
    assert not within(article, [place(0, 4, 15)], "old pier")
    assert not within(article, [place(0, 8, 15)], "old pier")
    assert within(article, [place(0, 9, 10)], "pier")
