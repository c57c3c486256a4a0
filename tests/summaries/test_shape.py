"""What is no report is told apart, and a report with a few odd lines stays one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Block
from reader.summaries.shape import REMARKS, Shape, shape_of

REPORT = (
    "The council of Harwell voted on Tuesday to tear down the Kestrel Dam after forty years of argument.",
    "Engineers found cracks in the eastern wall last spring, and repairs would have cost 18 million pounds.",
    "Salmon will reach the upper river for the first time in ninety years, the fisheries board expects.",
    "Harwell will plant alders where the lake was.",
)
VERSE = ("The tide goes out,\nand takes the pier.\nAnd nobody\ncounts the boats.", "They stay away\nthis year.")
HEADLINES = ("Harbor ferry returns.", "Dam to go in Harwell", "Mayor of Melby steps down", "Nine boats missing")
TALK = (
    "HOST: Welcome back to the program.",
    "ASHBY: Thank you. I am glad to be here.",
    "HOST: What happened on the river in the spring of that year?",
    "ASHBY: The dam of Harwell broke in March and the whole valley was under water within an hour.",
)
QUESTIONS = ("Q: Who are you?", "A: The captain of the boat.", "Q: And what do you do?", "A: I steer it over the bay.")
LIVE = tuple(
    f"{hour}:05 The harbor bridge of Melby is closed. Trucks wait on both of its sides." for hour in (15, 14, 13, 11)
)


def paragraphs(*texts: str) -> list[Block]:
    return [Block("paragraph", text) for text in texts]


@pytest.mark.parametrize(
    ("texts", "shape"),
    [
        ((), "report"),
        (REPORT, "report"),
        (VERSE, "verse"),
        (HEADLINES, "headlines"),
        (TALK, "transcript"),
        (QUESTIONS, "headlines"),  # too short to say anything
        ((*QUESTIONS, *TALK), "transcript"),
        (LIVE, "live"),
        (LIVE[::-1], "live"),
        (
            tuple(
                f"{time}: {it[6:]}"
                for time, it in zip(("11.40am", "12.10pm", "1.05pm", "2.30 p.m."), LIVE * 2, strict=False)
            ),
            "live",
        ),
        ((*REPORT, VERSE[0]), "report"),
        ((*REPORT, *TALK[:2]), "report"),
        ((*REPORT * 3, *LIVE), "report"),
        ((REPORT[0], "Ferry sails.", "Dam goes.", "Mayor leaves."), "report"),
    ],
)
def test_the_shape_of_a_body(texts: tuple[str, ...], shape: Shape) -> None:
    assert shape_of(paragraphs(*texts)) == shape


def test_times_over_entries_may_stand_in_headings() -> None:
    blocks = [block for text in LIVE for block in (Block("heading", text[:5]), Block("paragraph", text[6:]))]
    assert shape_of(blocks) == "live"


def test_times_that_run_criss_cross_are_a_program_and_no_live_report() -> None:
    texts = [LIVE[0], LIVE[3], LIVE[1], LIVE[2], LIVE[0], LIVE[3]]
    assert shape_of(paragraphs(*texts)) == "report"


def test_a_list_of_facts_is_no_transcript() -> None:
    facts = [Block("list_item", f"{label}: {REPORT[0]}") for label in ("Location", "Rate", "Location", "Rate")]
    assert shape_of(facts) == "report"
    different = paragraphs(*(f"{label}: {REPORT[0]}" for label in ("Boston", "Melby", "Harwell", "Stanton")))
    assert shape_of(different) == "report"


def test_each_shape_but_the_report_has_its_sentence() -> None:
    assert set(REMARKS) == {"verse", "headlines", "transcript", "live"}
    assert all(it.endswith(".") for it in REMARKS.values())


@given(st.lists(st.text("aA1:.\n ", max_size=40), max_size=8))
def test_any_text_has_a_shape(texts: list[str]) -> None:
    assert shape_of(paragraphs(*texts)) in {"report", *REMARKS}
