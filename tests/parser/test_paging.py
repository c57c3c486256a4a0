"""Where an article goes on: on its own next page, and never on another article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Page
from reader.parser.paging import next_page

HERE = "https://courier.example/2026/03/pier"


def leads(first: str, link: str, number: int = 2, *, here: str | None = None, words: str = "Next") -> str | None:
    page = Page(f'<p>Story</p><a href="{link}">{words}</a>'.encode(), here or first)
    return next_page(page, first, number)


@pytest.mark.parametrize(
    ("first", "link"),
    [
        (HERE, f"{HERE}/2"),
        (HERE, f"{HERE}/page/2/"),
        (HERE, "?page=2"),
        (f"{HERE}?id=7", "?id=7&page=2"),
        (f"{HERE}?page=1", "?page=2"),
        (f"{HERE}.html", "/2026/03/pier-2.html"),
        (f"{HERE}.html", "/2026/03/pier,2.html"),
        (f"{HERE}/seite-1.html", "/2026/03/pier/seite-2.html"),
    ],
)
def test_the_same_address_with_the_next_number_goes_on(first: str, link: str) -> None:
    assert leads(first, link) is not None
    assert leads(first, link, words="2") == leads(first, link)
    assert leads(first, link, words="The harbor in winter") is None, "the words must say that it goes on"


@pytest.mark.parametrize(
    ("first", "link"),
    [
        (HERE, "/2026/03/light"),
        (HERE, f"{HERE}/3"),
        ("https://courier.example/2026/03/01", "/2026/03/02"),
        ("https://courier.example/2026/3/1", "/2026/3/2"),
        ("https://courier.example/story-11.html", "/story-12.html"),
        (HERE, "https://other.example/2026/03/pier/2"),
        (HERE, "javascript:next(2)"),
        (HERE, "http://[::1/2"),
        (HERE, HERE),
    ],
)
def test_another_article_does_not(first: str, link: str) -> None:
    assert leads(first, link) is None


def test_a_third_page_is_measured_by_the_first() -> None:
    assert leads(HERE, f"{HERE}/3", 3, here=f"{HERE}/2") == f"{HERE}/3"
    assert leads(HERE, f"{HERE}/2", 3, here=f"{HERE}/2") is None


def test_a_link_element_is_enough() -> None:
    page = Page(f'<head><link rel="next" href="{HERE}/2"></head>'.encode(), HERE)
    assert next_page(page, HERE, 2) == f"{HERE}/2"


@given(st.binary(max_size=200), st.text(max_size=40))
def test_nothing_raises(data: bytes, address: str) -> None:
    next_page(Page(b"<a rel=next href='" + data + b"'>2</a>" + data, address), address, 2)
