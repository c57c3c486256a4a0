"""What an article offers: its passages, what stands around them, and what of a sentence it has nowhere."""

from __future__ import annotations

import pytest

from reader.model import Place
from reader.summaries.grounds import Grounds
from tests.builders import an_article

BODY = (
    "The bakery on Quay Street burned down on 3 May. Robert Mitchell was not hurt. Nobody saw the Democratic mayor.",
    "The firm's lawyer Lena Hart and the producer Zemir Begic came with 40 people.",
)


def grounds(*body: str) -> Grounds:
    return Grounds(an_article(*body, title="News"), "en")


def test_passages_are_up_to_three_sentences_of_a_block() -> None:
    found = [it.place for it in grounds(*BODY).passages]
    assert len(found) == 3 + 2 + 1 + 1
    assert all(it.part == "block" for it in found)


def test_the_best_passage_holds_most_with_fewest_words() -> None:
    text = grounds(*BODY)
    weights = text.weigh({"baker", "bakery", "burn"} | set(text.stems_in("the bakery burned")))
    best = text.best(weights)
    assert text.text(best.place) == "The bakery on Quay Street burned down on 3 May."
    assert 0 < weights.share(best.stems) <= 1


@pytest.mark.parametrize(
    ("said", "unknown"),
    [
        ("Robert Mitchell was not hurt.", []),
        ("Robert Begic was not hurt.", ["Robert Begic"]),  # first name of one, last name of another
        ("It happened on 4 May.", ["4 May"]),
        ("Exactly 71 came.", ["71"]),
        ("Democrats came.", []),
        ("Between 3 and 40 came.", []),
    ],
)
def test_what_stands_nowhere_or_not_together_is_pointed_at(said: str, unknown: list[str]) -> None:
    assert [said[start:end] for start, end in grounds(*BODY).unknown(said)] == unknown


def test_an_office_belongs_to_whom_the_article_gives_it() -> None:
    text = grounds(*BODY)
    assert text.in_other_office("The lawyer Zemir Begic came.")
    assert not text.in_other_office("The lawyer Lena Hart came.")
    assert not text.in_other_office("The neighbor Lena Hart came.")


def test_of_a_long_block_only_what_is_near_stands_around_a_passage() -> None:
    filler = " ".join(f"Sentence number {n} says nothing at all about the fire." for n in range(40))
    text = grounds(f"Lena Hart owns a boat. {filler} The bakery burned down.")
    end = len(text.texts[0])
    assert "Lena" not in text.surroundings(Place("block", 0, end - 23, end))
    assert "Lena" in text.surroundings(Place("block", 0, 0, 22))
