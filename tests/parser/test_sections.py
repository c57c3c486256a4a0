"""The section of a page: what it claims, or the way that leads to it."""

from __future__ import annotations

import json

import pytest

from reader.model import Page
from reader.parser import parse

URL = "https://www.harbor-courier.example/city/tide-gate"
TITLE = "The gate closes twice a week"
BODY = (
    f"<main><h1>{TITLE}</h1>" + "<p>The gate closed for the third time this week, and nobody seemed to notice.</p>" * 4
)


def section(top: str = "", head: str = "") -> str | None:
    head += '<meta property="og:site_name" content="Harbor Courier">'
    page = f"<html><head>{head}<title>{TITLE} - Harbor Courier</title></head><body>{top}{BODY}</main></body></html>"
    return parse(Page(page.encode(), URL)).section


def trail(*names: str) -> str:
    steps = [{"@type": "ListItem", "position": nth, "name": name} for nth, name in enumerate(names, 1)]
    return f'<script type="application/ld+json">{json.dumps({"@type": "BreadcrumbList", "itemListElement": steps})}</script>'


def test_what_a_page_claims_comes_first() -> None:
    claim = '<meta property="article:section" content="City">'
    assert section(head=claim + trail("Home", "News", TITLE)) == "City"
    assert section(head=trail("Home", "News", "Harbor", TITLE)) == "Harbor"
    assert section("<nav class=breadcrumb>Home » Elsewhere</nav>", trail("Home", "News")) == "News"


@pytest.mark.parametrize(
    "way",
    [
        f'<nav class="breadcrumbs"><a href="/">Home</a> » <a href="/news">News</a> » <a href="/h">Harbor</a> » {TITLE}</nav>',
        '<ol class="site-breadcrumb"><li>Startseite</li><li>News</li><li>Harbor</li></ol>',
        f'<nav aria-label="Breadcrumb"><ul><li>Harbor Courier</li><li>Harbor</li><li>{TITLE} now</li></ul></nav>',
        '<div id="bread_crumb">Home / Harbor</div>',
        '<ul class="wy-breadcrumbs"><li>Home</li><li>Harbor</li><li class="wy-breadcrumbs-aside">View page source</li></ul>',
    ],
)
def test_the_last_step_of_the_way_that_is_shown(way: str) -> None:
    assert section(way) == "Harbor"


@pytest.mark.parametrize(
    "way",
    [
        f"<nav class=breadcrumb><a href=/>Home</a> » {TITLE}</nav>",
        "<nav class=breadcrumb>Harbor</nav>",  # no way
        "<nav class=menu>Home » News » Harbor</nav>",
        f"<nav class=breadcrumb>Home » {'Harbor ' * 12}</nav>",
        '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": "x"}</script>',
        '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": [1, {"name": 3}]}</script>',
    ],
)
def test_no_section_is_made_up(way: str) -> None:
    assert section(way) is None
