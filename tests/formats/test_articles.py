from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import UnreadableError
from reader.formats import article_from_json, article_json
from reader.model import (
    Article,
    Block,
    Note,
    PublisherSummary,
    Reason,
    Related,
    Removed,
    Span,
)
from reader.text.clean import clean

FULL = Article(
    title="Ferry line returns after nine winters",
    blocks=(
        Block("image", caption="The ferry in port", credit="M. Okafor", address="https://news.example/f.jpg"),
        Block("paragraph", "The first boat left at six.", spans=(Span(4, 9, "link", "https://news.example/b"),)),
        Block("heading", "What comes next", level=2),
        Block("quote", "We waited long.", author="Ada Brandt"),
        Block("list_item", "Tickets", level=1, ordered=True),
        Block("table", "Day\tBoats\nMonday\t4", rows=(("Day", "Boats"), ("Monday", "4"))),
        Block("code", "x = 1\n  y"),
        Block("rule"),
    ),
    standfirst="A town has its harbor back.",
    byline=("Ada Brandt", "Chidi Ogun"),
    published=datetime(2026, 3, 1, 6, 30, tzinfo=UTC),
    updated=datetime(2026, 3, 1, 7, 0, 1, 500, tzinfo=UTC),
    publisher="Harbor Post",
    section="Region",
    url="https://news.example/ferry",
    language="en",
    publisher_summary=PublisherSummary("Quick Read", None, True, None),
    related=(Related("Opinion", "Why boats matter", None),),
    notes=(Note("correction", "An earlier version named another port."),),
    truncated="Subscribe to read on",
    removed=(Removed("ADVERTISEMENT", "advert"),),
)

KEYS = {
    "title", "standfirst", "byline", "published", "updated", "publisher", "section", "url", "language", "blocks",
    "captions", "publisher_summary", "related", "notes", "truncated", "removed",
}  # fmt: skip


def test_an_article_comes_back_as_it_was() -> None:
    assert article_from_json(json.loads(json.dumps(article_json(FULL)))) == FULL


def test_every_key_is_there_even_for_an_empty_article() -> None:
    bare = article_json(Article(""))
    assert set(bare) == KEYS == set(article_json(FULL))
    assert bare["standfirst"] is None
    assert bare["byline"] == bare["blocks"] == bare["captions"] == []


def test_times_are_utc_with_z_and_captions_are_listed() -> None:
    told = article_json(FULL)
    assert told["published"] == "2026-03-01T06:30:00Z"
    assert told["captions"] == [{"text": "The ferry in port", "credit": "M. Okafor"}]
    assert told["publisher_summary"] == {"label": "Quick Read", "text": None, "ai": True, "reviewed": None}


@pytest.mark.parametrize(
    ("value", "missing"),
    [
        ([], "object"),
        (None, "object"),
        ({}, "“title” and “blocks”"),
        ({"title": "T"}, "“blocks”"),
        ({"blocks": [], "title": ""}, "“title”"),
    ],
)
def test_what_is_missing_is_named(value: object, missing: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        article_from_json(value)
    assert missing in raised.value.happened


def test_wrong_types_are_passed_over() -> None:
    article = article_from_json(
        {
            "title": 7,
            "blocks": [
                {"kind": "dance", "text": "still read"},
                "a bare string",
                {"kind": "paragraph", "text": "abc", "spans": [{"start": 2, "end": 9, "style": "strong"}, 4]},
                None,
                {"kind": "paragraph", "text": ""},
            ],
            "byline": ["Ada", 5],
            "published": "2026-13-99",
            "updated": "9999-12-31T23:59:59-14:00",
            "related": {"title": "x"},
            "removed": [{"text": "Share this", "reason": "because"}],
        }
    )
    assert [block.text for block in article.blocks] == ["still read", "a bare string", "abc"]
    assert article.blocks[2].spans == ()
    assert (article.title, article.byline, article.published, article.updated) == ("", ("Ada",), None, None)
    assert article.removed == (Removed("Share this", "furniture"),)


def test_captions_that_no_block_carries_are_not_lost() -> None:
    told = {
        "title": "T",
        "blocks": [{"kind": "paragraph", "text": "a"}],
        "captions": [{"text": "A boat", "credit": "X"}],
    }
    assert article_from_json(told).blocks[0] == Block("image", caption="A boat", credit="X")


def test_commands_to_the_terminal_stay_outside() -> None:
    told = {"title": "A\x1b[31m red", "blocks": [{"text": "x\x9b1m\u202ey"}]}
    article = article_from_json(told)
    assert (article.title, article.blocks[0].text) == ("A[31m red", "x1my")


@pytest.mark.parametrize("reason", get_args(Reason))
def test_each_reason_comes_back(reason: Reason) -> None:
    article = Article("T", removed=(Removed("x", reason),), blocks=(Block("rule"),))
    assert article_from_json(article_json(article)) == article


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(sorted(KEYS)), inner, max_size=5),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(sorted(KEYS)), JSON))
def test_any_json_is_an_article_or_named_as_none(value: dict[str, object]) -> None:
    try:
        article = article_from_json(value)
    except UnreadableError:
        return
    assert article_from_json(article_json(article)) == article
    assert clean(article.title) == article.title


def test_a_note_without_words_is_none() -> None:
    made = article_json(Article("Boats")) | {
        "notes": [{"kind": "credit", "text": 3}, {"kind": "credit", "text": "By hand."}]
    }
    assert [(it.kind, it.text) for it in article_from_json(made).notes] == [("credit", "By hand.")]
