"""What components show is text of the page; what lies ready in templates is not."""

from __future__ import annotations

import pytest

from reader.model import Page
from reader.parser import parse
from reader.parser.shadows import shown

STORY = (
    "<p>After eleven months of repair the quay of Tarnes was opened again on Monday, and boats came in before dawn.</p>"
    "<p>It cost twice what was planned, since the piles under it stood on no map, as the harbor office wrote.</p>"
)


@pytest.mark.parametrize(
    "said", ['shadowrootmode="open"', "shadowrootmode=closed", 'shadowmode="open"', 'shadowroot="open"']
)
def test_an_article_in_a_component_is_read(said: str) -> None:
    page = f"<body><h1>The quay reopened</h1><story-body class='a>b'><template {said}>{STORY}</template></story-body></body>"
    article = parse(Page(page.encode()))
    assert article.title == "The quay reopened"
    assert [block.text[:5] for block in article.blocks] == ["After", "It co"]


def test_templates_that_show_nothing_stay_hidden() -> None:
    inner = f"<template id=a><p>A card that scripts fill in.</p></template>{STORY}"
    page = f"<body><h1>The quay reopened</h1><x-a><template shadowrootmode=open>{inner}</template></x-a></body>"
    article = parse(Page(page.encode()))
    assert len(article.blocks) == 2
    assert "scripts fill in" not in str(article)


@pytest.mark.parametrize(
    ("html", "after"),
    [
        ("<p>no shadow", "<p>no shadow"),
        ("<template><p>a</template>", "<template><p>a</template>"),
        ("<template shadow><p>a</template>", "<template shadow><p>a</template>"),
        (
            "<TEMPLATE ShadowRootMode='open'>a</TEMPLATE ><template shadowrootmode=open>b</template>",
            "<div>a</div><div>b</div>",
        ),
        ("</template><template shadowrootmode=open>a", "</template><div>a"),
        (
            "<template title='> shadowrootmode=open'>a</template><template shadowmode=open></template>",
            "<template title='> shadowrootmode=open'>a</template><div></div>",
        ),
    ],
)
def test_only_the_tags_of_shadow_roots_are_changed(html: str, after: str) -> None:
    assert shown(html) == after


def test_tags_without_end_are_looked_through_once() -> None:
    html = "<template shadow" + "<template " * 300_000
    assert shown(html) == html
