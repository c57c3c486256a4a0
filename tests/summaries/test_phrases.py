"""Groups of nouns and of verbs, and what a group of nouns tells by itself."""

from __future__ import annotations

import pytest

from reader.summaries.phrases import Phrases


def cut(text: str) -> list[str]:
    phrases = Phrases(text)
    found, at = [], 0
    while at < len(phrases.words):
        kind, end = phrases.at(at)
        if kind:
            found.append(f"{kind} {' '.join(phrases.words[at:end])}")
        at = end
    return found


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("The old mayor has not been invited.", ["noun The old mayor", "verb has not been invited"]),
        (
            "She wants to leave the burning house.",
            ["noun She", "verb wants", "verb to leave", "noun the burning house"],
        ),
        ("Ellen Korte (left) paid $1,200.", ["noun Ellen Korte", "verb paid", "noun 1,200"]),
    ],
)
def test_a_sentence_is_cut_into_groups(text: str, groups: list[str]) -> None:
    assert cut(text) == groups


def test_a_group_has_its_words_its_head_and_what_it_is_like() -> None:
    phrases = Phrases("the second largest brass band")
    group = phrases.group(0, len(phrases.words))
    assert (group.head, group.raw) == ("band", "band")
    assert {"second", "brass"} <= group.traits
    assert not group.pronoun
    assert Phrases("they").group(0, 1).pronoun


def test_a_noun_before_a_name_is_what_somebody_is() -> None:
    phrases = Phrases("Last week the harbor master Ellen Korte resigned.")
    role = phrases.role(2, 7)
    assert role is not None
    assert (role.raw, role.doer.words) == ("master", {"ellen", "kort"})
    assert phrases.role(2, 5) is None


def test_a_clause_opens_where_a_verb_follows() -> None:
    phrases = Phrases("She left after the vote, and he stayed after the mayor had gone.")
    assert not phrases.opens_clause(phrases.low.index("after"))
    assert phrases.opens_clause(len(phrases.low) - 1 - phrases.low[::-1].index("after"))
