"""Verbs whose doer depends on what stands around them."""

from __future__ import annotations

import pytest

from reader.summaries.clauses import reading


def doers(text: str) -> dict[str, set[str]]:
    return {it.raw: it.doer.words for it in reading(text)[0] if it.form == "verb"}


def test_the_verb_behind_a_relative_clause_belongs_to_the_clause_around_it() -> None:
    found = doers("The couple who thought that it was late are dancing.")
    assert found["thought"] == found["dancing"] == {"coupl"}


def test_a_verb_behind_who_it_is_done_to_is_not_taken_for_a_new_clause() -> None:
    found = {it.raw: it for it in reading("They want to buy a ship found near Melby.")[0]}
    assert found["found"].whom.words == found["buy"].whom.words
    assert not found["found"].doer.words


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("The mayor suffered from a cold.", "suffered", False),
        ("The cold suffered by the mayor was short.", "suffered", True),
        ("The plans were praised.", "praised", True),
        ("The mayor, praised by all, left.", "praised", True),
    ],
)
def test_a_participle_is_told_from_a_past(text: str, verb: str, passive: bool) -> None:
    assert next(it for it in reading(text)[0] if it.raw == verb).passive is passive
