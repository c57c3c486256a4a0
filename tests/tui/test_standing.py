"""What is said of a passage whose article was edited."""

from __future__ import annotations

import pytest

from reader.model import Article, Block, Passage, Place, State
from reader.tui.standing import told, words_at
from tests.builders import place

ARTICLE = Article(
    "The ferry returns",
    (Block("paragraph", "The old ferry will sail again in late May."), Block("image", caption="The quay in winter")),
    standfirst="Nine winters later",
)


def passage(quote: str, *places: Place, state: State = "reworded") -> Passage:
    return Passage("p", 1, quote, places, "{}", state=state)


@pytest.mark.parametrize(
    ("state", "said"),
    [("same", ""), ("gone", "no longer in the article"), ("moved", "moved within the article")],
)
def test_a_state_has_its_words(state: State, said: str) -> None:
    assert told(passage("The old ferry", place(0, 0, 13), state=state), ARTICLE, 60, "…") == said


def test_of_a_reworded_one_both_wordings_are_told_where_they_differ() -> None:
    marked = passage("The old ferry will sail again in May.", place(0, 0, 42))
    assert told(marked, ARTICLE, 80, "…") == "was “in May.” is “in late May.”"
    assert told(marked, None, 80, "…") == "reworded since"


def test_both_are_cut_to_the_room() -> None:
    marked = passage("Another ferry came here in the spring of that year", place(0, 0, 42))
    said = told(marked, ARTICLE, 40, "...")
    assert said.count("...") == 2
    assert len(said) <= 44


def test_wordings_that_do_not_differ_by_words_are_told_whole() -> None:
    assert (
        told(passage("The old  ferry", place(0, 0, 13)), ARTICLE, 80, "…") == "was “The old ferry” is “The old ferry”"
    )


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (Place("title", 0, 4, 9), "ferry"),
        (Place("standfirst", 0, 0, 4), "Nine"),
        (Place("caption", 1, 4, 8), "quay"),
        (Place("block", 0, 4, 7), "old"),
        (Place("block", 9, 0, 7), ""),
    ],
)
def test_words_are_found_in_every_part(where: Place, words: str) -> None:
    assert words_at(passage("x", where), ARTICLE) == words
