"""What a sentence tells of whom: doers, whom, what stands beside, what is denied."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.summaries.clauses import reading
from reader.summaries.phrases import Phrases, Predicate


def told(text: str, verb: str) -> Predicate:
    return next(it for it in reading(text)[0] if it.raw == verb)


@pytest.mark.parametrize(
    ("text", "verb", "doer", "whom"),
    [
        ("The mayor praised the baker.", "praised", {"mayor"}, {"baker"}),
        ("The baker was praised by the mayor.", "praised", {"mayor"}, {"baker"}),
        ("Korte, who praised the baker, has left.", "praised", {"kort"}, {"baker"}),
        ("The baker whom Korte praised has left.", "left", {"baker"}, set()),
        ("The mayor told the baker to close the door.", "close", {"baker"}, {"door"}),
        ("The mayor promised to close the door.", "close", {"mayor"}, {"door"}),
        ("The mayor accused the baker of stealing flour.", "stealing", {"baker"}, {"flour"}),
        ("The mayor left after stealing flour.", "stealing", {"mayor"}, {"flour"}),
        ("Praising the baker, the mayor left.", "praising", {"mayor"}, {"baker"}),
        ("The mayor praised the baker and closed the door.", "closed", {"mayor"}, {"door"}),
        ("The mayor said the baker closed the door.", "closed", {"baker"}, {"door"}),
        ("“We will close the door,” said the baker.", "said", {"baker"}, set()),
        ("The door, bought by Korte in May, will close.", "bought", {"kort"}, {"door"}),
        ("Because the mayor praised the baker, Korte left.", "left", {"kort"}, set()),
    ],
)  # fmt: skip
def test_each_verb_has_its_doer_and_its_whom(text: str, verb: str, doer: set[str], whom: set[str]) -> None:
    found = told(text, verb)
    assert {it for it in found.doer.words if it in text.lower()} == doer
    assert {it for it in found.whom.words if it in text.lower()} == whom


def test_what_stands_beside_is_kept_by_its_preposition() -> None:
    found = told("In May the mayor took the key from the baker.", "took")
    assert found.beside == {"in": {"may"}, "from": {"baker"}}


@pytest.mark.parametrize(
    ("text", "verb", "denied"),
    [
        ("The mayor did not close the door.", "close", True),
        ("The mayor closed the door.", "closed", False),
        ("The mayor failed to close the door.", "close", True),
        ("The mayor did not fail to close the door.", "close", False),
        ("The mayor does not want to close the door.", "close", True),
    ],
)
def test_what_is_denied(text: str, verb: str, denied: bool) -> None:
    assert told(text, verb).denied is denied


def test_what_somebody_is_is_told_of_them() -> None:
    found, groups = reading("Lena Hart, captain of the team, is critical of the baker's plan.")
    said = {(it.raw, it.form): it.doer.words for it in found}
    assert {"lena", "hart"} <= said["captain", "is"]
    assert {"lena", "hart"} <= said["critical", "is"]
    assert said["plan", "noun"] == {"baker"}
    assert next(it for it in groups if it.raw == "plan").owner == {"baker"}


def test_an_adjective_behind_somebody_is_said_of_them() -> None:
    found = told("The mayor found Lena Hart guilty.", "guilty")
    assert found.doer.words == {"lena", "hart"}


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    found, groups = reading(text)
    assert all(it.words for it in groups)
    assert all(it.name for it in found)


def test_a_run_of_adjectives_is_read_in_stretches() -> None:
    assert Phrases("big " * 200).at(0)[1] < 60, "from each of its words the whole run would be gone through again"
