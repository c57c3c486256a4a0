"""Metadata before notes, as site generators and clippers write them; and texts that only begin with a rule."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.formats.markdown import markdown
from reader.model import Article, Block, Page
from reader.parser import parse
from reader.parser.front_matter import split

CLIPPED = """---
title: "The quay: reopened at \\"last\\""
source: "https://coast.example/harbor?id=1"
author:
  - "[[Nora Whitfield]]"
  - "[[people/John Roe|John Roe]]"
published: 2025-11-03
created: 2026-01-02
description: "What the page says of itself."
tags:
  - "clippings"
---
After eleven months of repair the quay was opened again.

## The piles

They stood on no map.
"""


def test_a_clipped_page_has_its_head_and_all_its_text() -> None:
    article = parse(Page(CLIPPED.encode(), "/home/me/clip.md"))
    assert article.title == 'The quay: reopened at "last"'
    assert article.byline == ("Nora Whitfield", "John Roe")
    assert article.published == datetime(2025, 11, 3, tzinfo=UTC)
    assert article.url == "https://coast.example/harbor?id=1"
    assert [(block.kind, block.text[:10]) for block in article.blocks] == [
        ("paragraph", "After elev"),
        ("heading", "The piles"),
        ("paragraph", "They stood"),
    ]


def test_what_we_export_reads_the_same() -> None:
    article = Article(
        'Of "quays" and: piles',
        (Block("paragraph", "After eleven months the quay was opened."), Block("heading", "The piles", level=2)),
        byline=("Nora Whitfield", "John Roe"),
        published=datetime(2025, 11, 3, 5, tzinfo=UTC),
        publisher="Coast Daily",
        url="https://coast.example/harbor",
        language="en",
    )
    assert parse(Page(markdown(article).encode())) == article


@pytest.mark.parametrize(
    ("source", "name", "values"),
    [
        ("---\ntitle: The quay\n---\n", "title", ("The quay",)),
        ("---\ntitle: The quay # reopened\n---", "title", ("The quay",)),
        ("---\nTitle: 'It''s #1'\n...\n", "title", ("It's #1",)),
        ("---\ndate_published: 2025-11-03\n---\n", "datepublished", ("2025-11-03",)),
        ("---\nauthors: [Nora Whitfield, \"Roe, John\"]\n---\n", "authors", ("Nora Whitfield", "Roe, John")),
        ("---\nauthors:\n- Nora Whitfield\n- John Roe\n---\n", "authors", ("Nora Whitfield", "John Roe")),
        ("---\nauthors:\n  - name: Nora\n    url: x\n---\n", "authors", ("name: Nora url: x",)),
        ("---\ntitle: >-\n  The quay\n  reopened\n---\n", "title", ("The quay reopened",)),
        ("---\ntitle: The quay\n  reopened\n---\n", "title", ("The quay reopened",)),
        ("---\n# said by hand\n\ntitle: The quay\n---\n", "title", ("The quay",)),
        ('+++\ntitle = "The quay"\nauthors = ["Nora", "John"]\n+++\n', "authors", ("Nora", "John")),
        ("+++\ndate = 2025-11-03T06:00:00+01:00\n+++\n", "date", ("2025-11-03 06:00:00+01:00",)),
    ],
)  # fmt: skip
def test_names_have_their_values(source: str, name: str, values: tuple[str, ...]) -> None:
    front, rest = split(f"{source}\nWords.")
    assert front is not None
    assert front.every("nothing", name) == values
    assert front.first(name) == values[0]
    assert rest.strip() == "Words."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "---\nHome\nNews\n---\nThe quay was opened.",
        "---\n---\nThe quay was opened.",
        "---\ntitle: The quay, and nothing closes it",
        "---\nThe quay: a story\nof many lines\n---\n",
        "+++\nno = toml = at all\n+++\n",
        "Words\n---\ntitle: x\n---\n",
        "---\ntitle:\nlang: ~\n---\nwords",
    ],
)
def test_other_texts_have_none(text: str) -> None:
    assert split(text) == (None, text)


@given(st.text(alphabet="---+\n: abT[]\"'#>|=~,", max_size=120))
@example("---\na: [\n---\n")
@example('---\na: "\\ud800"\n---\n')
def test_any_text_is_split_or_left(text: str) -> None:
    for whole in (text, f"---\n{text}\n---\nrest", f"+++\n{text}\n+++\nrest"):
        front, rest = split(whole)
        assert whole.endswith(rest)
        assert (front is None) == (rest == whole)
        assert parse(Page(whole.encode("utf-8", "ignore"))) is not None
