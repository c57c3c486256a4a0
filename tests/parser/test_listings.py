"""Code among the lines of a scraped or wrapped text keeps its lines and what they are set in by."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Page
from reader.parser import parse
from reader.parser.listings import listings
from tests.parser.test_wrapping import BODY, TITLE, filled

CODE = "def tide(t):\n    # twice a day the water comes and goes along the quay\n    return t * 2\n\nprint(tide(3))"


def set_in(code: str, by: str) -> str:
    return "\n".join(by + line if line else line for line in code.split("\n"))


def read(parts: list[str]) -> Article:
    return parse(Page("\n\n".join(parts).encode()))


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in article.blocks]


PARAGRAPHS = [("paragraph", text) for text in BODY]


@pytest.mark.parametrize("by", ["    ", "\t", "  "])
@pytest.mark.parametrize("width", [60, 72, 100, 0])
def test_code_between_paragraphs_is_code(by: str, width: int) -> None:
    body = filled(BODY, width) if width else BODY
    article = read([TITLE, *body[:3], set_in(CODE, by), *body[3:]])
    assert article.title == TITLE
    assert kinds(article) == [*PARAGRAPHS[:3], ("code", CODE.replace("\t", "    ")), *PARAGRAPHS[3:]]


def test_code_with_which_a_text_ends_is_code() -> None:
    assert kinds(read([TITLE, *filled(BODY), set_in(CODE, "    ")])) == [*PARAGRAPHS, ("code", CODE)]


def test_what_is_fenced_is_code_whatever_it_says() -> None:
    article = read(
        [
            TITLE,
            *filled(BODY[:3]),
            "```sh\ntide --from quay --to island --every hour --print --verbose\nmake\n```",
            *filled(BODY[3:]),
        ]
    )
    assert ("code", "tide --from quay --to island --every hour --print --verbose\nmake") in kinds(article)
    assert [piece.text for piece in article.removed] == ["```sh", "```"]


def test_commands_behind_a_prompt_are_code() -> None:
    assert ("code", "$ tide --from quay\n$ make install") in kinds(
        read([TITLE, *filled(BODY[:3]), "$ tide --from quay\n$ make install", *filled(BODY[3:])])
    )


@pytest.mark.parametrize(
    "inset",
    [
        "    The board met on Monday, and again on Friday, to look at what the divers\n    had brought up from the bottom of the basin that week.",
        "    - a rope\n    - a lamp",
        "    The lamp is lit at Stone Point now,\n    the boats go by at night,",
        "    Petra Holm\n    Harbor board",
    ],
)  # fmt: skip
def test_what_is_set_in_and_no_program_is_none(inset: str) -> None:
    assert not [
        block for block in read([TITLE, *filled(BODY[:3]), inset, *filled(BODY[3:])]).blocks if block.kind == "code"
    ]


@given(st.lists(st.sampled_from(["```", "", "    x = 1", "  $ make", "words and words", "    words.", "\tdef f():", "> x", "~~~"]), max_size=25))  # fmt: skip
def test_runs_are_apart_and_in_order_and_no_word_is_lost(lines: list[str]) -> None:
    runs = list(listings(lines))
    assert all(0 <= run.start < run.stop <= len(lines) for run in runs)
    assert all(one.stop <= other.start for one, other in pairwise(runs))
    article = parse(Page("\n".join(lines).encode()))
    said = [
        article.title,
        article.standfirst or "",
        *[block.text for block in article.blocks],
        *[each.text for each in article.removed],
    ]
    told = sorted(word for text in (*said, *article.byline) for word in text.split() if word[0].isalpha())
    assert told == sorted(word for line in lines for word in line.split() if word[0].isalpha())
