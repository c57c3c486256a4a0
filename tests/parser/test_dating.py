"""When a story was published and changed, where claims, elements and lines of a page say different things."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.parser.heads import Head
from tests.parser.test_headline import BODY, DAY, head_of, page

TITLE = "<h1>The gate closes twice a week</h1>"
CHANGED = datetime(2024, 4, 1, tzinfo=UTC)
CLAIM = '<meta property="article:published_time" content="2024-03-05T00:00:00Z">'


def under(line: str, head: str = CLAIM, after: str = "") -> Head:
    """The head of a page with that under its headline."""
    return head_of(page(head, TITLE + line, after))


@pytest.mark.parametrize(
    "line",
    [
        '<div class="article-date">Last updated: <span class="date">April 1, 2024</span></div>',
        '<p><span>Updated <time datetime="2024-04-01">April 1, 2024</time></span></p>',
        '<div class="date">Aktualisiert am <time class="date">1. April 2024</time></div>',
        '<p>Last updated</p><p class="the-date">April 1, 2024</p>',
    ],
)
def test_a_date_that_its_surroundings_call_a_change_is_not_of_publication(line: str) -> None:
    head = under(line)
    assert (head.published, head.updated) == (DAY, CHANGED)
    assert under(line, head="").published is None


def test_both_dates_in_one_line_are_told_apart() -> None:
    line = '<div class="dates">Published <span class="date">March 5, 2024</span>, updated <span class="date">April 1, 2024</span></div>'
    head = under(line, head="")
    assert (head.published, head.updated) == (DAY, CHANGED)


@pytest.mark.parametrize(
    "line",
    [
        "This story was originally published on March 5, 2024 but has been kept up since.",
        "Dieser Text ist zuerst erschienen am 5. März 2024.",
        "Article publié initialement le 5 mars 2024.",
        "Publicado originalmente el 5 de marzo de 2024.",
    ],
)
def test_a_line_that_tells_when_a_story_first_came_out(line: str) -> None:
    head = under('<p class="post-date">April 1, 2024</p>', head="", after=f"<p>{line}</p>")
    assert (head.published, head.updated) == (DAY, CHANGED)


def test_a_first_publication_after_the_date_of_the_story_is_of_another() -> None:
    head = under('<p class="post-date">March 5, 2024</p>', head="", after="<p>First published April 1, 2024</p>")
    assert (head.published, head.updated) == (DAY, None)


def test_a_day_over_the_headline_gives_way_to_one_under_it() -> None:
    top = (
        f'<div class="block-date">Friday, April 19, 2024</div><div></div>{TITLE}<p>5 min read</p><div>05.03.2024</div>'
    )
    assert head_of(page("", top)).published == DAY


def test_no_day_in_the_page_head_dates_a_story_whose_headline_stands_nowhere() -> None:
    html = f"<html><head><title>Tide gate</title>{CLAIM}</head><body><p>Friday, April 19, 2024</p>{BODY}</body></html>"
    assert head_of(html).published == DAY


def test_a_date_may_stand_under_a_row_of_small_lines() -> None:
    row = "".join(
        f"<div>{line}</div>" for line in ("By", "Harbor Team", "|", "6", "mins", "|", "share", "print", "March 5, 2024")
    )
    assert under(row, head="", after="<p>March 9, 2024</p>").published == DAY


@pytest.mark.parametrize(
    "line",
    [
        "<p>5 March 2024 06.00 BST</p><p>Last modified on 5 March 2024 09.14 BST</p>",
        '<p class="date">Publié le 5 mars 2024 à 05h00, mis à jour le 5 mars 2024 à 08h14</p>',
        '<p class="date">5 marzo 2024 (modifica il 5 marzo 2024 | 08:14)</p>',
    ],
)
def test_an_hour_of_the_same_day_is_a_change(line: str) -> None:
    head = under(line, head="")
    assert head.published is not None
    assert head.published.date() == DAY.date()
    assert head.updated == datetime(2024, 3, 5, 8, 14, tzinfo=UTC)


def test_a_line_that_only_names_both_dates_is_the_heads() -> None:
    line = "Publié le 5 mars 2024 à 05h00, mis à jour le 5 mars 2024 à 08h14"
    assert "date" in under(f'<p class="date">{line}</p>', head="").said.values()


def test_a_date_between_bars_counts_however_much_stands_beside_them() -> None:
    line = "By Ines Calder · Published: Mar 5, 2024 · 4 Comments · This post may hold more links than you have time to follow"
    assert under(f"<p>{line}</p>", head="").published == DAY
