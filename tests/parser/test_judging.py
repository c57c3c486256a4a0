"""Where the scorer cuts, and what it sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from reader.parser import markup
from reader.parser.judging import choose, cut, likely
from reader.parser.seen import Seen, Told, see
from reader.parser.signals import columns, considered, rough_columns
from tests.parser.sizing import a_book

TEXT = (
    "The council voted on Tuesday to reopen the ferry line, two years after the last boat was taken out of the water."
)


def seen(body: str, told: Told | None = None) -> Seen:
    tree = LexborHTMLParser(f"<html><body>{body}</body></html>")
    assert tree.body is not None
    return see(markup.outline(tree.body), told or Told())


def column(page: Seen, name: str) -> list[float]:
    """One signal of every piece."""
    every = list(range(len(page.texts)))
    return (rough_columns(page, every) | columns(page, every))[name]


@given(st.lists(st.tuples(st.integers(1, 500), st.floats(0, 1)), max_size=30))
def test_the_cut_stays_within_its_bounds(pieces: list[tuple[int, float]]) -> None:
    sizes, odds = [size for size, _ in pieces], [odd for _, odd in pieces]
    least = cut(sizes, odds)
    assert least <= 0.55
    if sum(size for size, odd in pieces if odd >= 0.55) >= 200:
        assert least >= 0.4


def test_a_short_text_is_better_than_none() -> None:
    assert cut([90, 400], [0.3, 0.01]) <= 0.3


def test_running_text_is_likelier_than_a_menu() -> None:
    menu = "".join(f"<li><a href=/{n}>Section {n}</a></li>" for n in range(8))
    page = seen(f"<ul class=menu>{menu}</ul><div class=article-body>{f'<p>{TEXT}</p>' * 6}</div>")
    odds = likely(page)
    assert max(odds[:8]) < 0.1 < 0.7 < min(odds[8:])
    assert choose(page) == [False] * 8 + [True] * 6


@pytest.mark.parametrize("paragraphs", [100, 1_000, 6_000])
def test_a_text_of_any_length_is_kept_with_its_dialogue(paragraphs: int) -> None:
    menu = "".join(f"<li><a href=/{n}>Section {n}</a></li>" for n in range(8))
    text = "".join(f"<p>{each}</p>" for each in a_book(paragraphs))
    page = seen(
        f"<ul class=menu>{menu}</ul><div id=content>{text}</div><div class=footer><p>Copyright the Press</p></div>"
    )
    kept = choose(page)
    assert sum(kept[8:-1]) > 0.98 * paragraphs and not any(kept[:8])


def test_a_menu_is_passed_over_and_links_within_the_text_are_not() -> None:
    menu = "".join(f"<li><a href=/{n}>Section {n}</a></li>" for n in range(8))
    page = seen(f"<div><ul>{menu}</ul></div><main>{f'<p>{TEXT}</p>' * 6}<ul>{menu}</ul></main>")
    assert considered(page) == list(range(8, 22))


def test_kin_stand_under_the_same_names() -> None:
    page = seen(f"<div class=a>{f'<p>{TEXT}</p>' * 2}</div><div class=b><p>{TEXT}</p></div>")
    share = column(page, "kin share")
    assert share[0] == share[1] and abs(share[0] - 2 / 3) < 0.01 and abs(share[2] - 1 / 3) < 0.01


def test_comments_are_no_running_text_unless_the_page_is_little_else() -> None:
    thread = f"<div class=comment-list>{f'<p>{TEXT}</p>' * 3}</div>"
    page = seen(f"<div>{f'<p>{TEXT}</p>' * 3}</div>{thread}")
    assert page.comments == {3, 4, 5}
    assert column(page, "in comments") == [0.0] * 3 + [1.0] * 3
    assert seen(thread).comments == frozenset()


BOXES = (
    "sidebar",
    "left-sidebar",
    "author-box",
    "relatedPosts",
    "newsletter-signup",
    "republish-modal",
    "disclaimer",
    "comments",
)


@pytest.mark.parametrize("name", BOXES)
def test_boxes_beside_an_article_are_not_looked_at(name: str) -> None:
    page = seen(f"<main>{f'<p>{TEXT}</p>' * 6}<div class='grey {name}'><div>{f'<p>{TEXT}</p>' * 2}</div></div></main>")
    assert considered(page) == list(range(6))
    assert choose(page) == [True] * 6 + [False] * 2


@pytest.mark.parametrize("name", ["has-sidebar", "modal", "newsletter-archive", "with-author-info"])
def test_a_frame_that_is_named_as_one_is_none(name: str) -> None:
    page = seen(f"<div class={name}><div class=text>{f'<p>{TEXT}</p>' * 6}</div></div>")
    assert considered(page) == list(range(6))
    assert choose(page) == [True] * 6


def test_a_text_for_machines_tells_its_pieces() -> None:
    told = Told("A title", "", " ".join([TEXT] * 3))
    page = seen(f"<p>{TEXT}</p><p>Something else that stands on the page but not in the text.</p><p>Short</p>", told)
    assert column(page, "structured") == [1.0, -1.0, 0.0]


def test_what_was_announced_is_remembered() -> None:
    page = seen(f"{f'<p>{TEXT}</p>' * 4}<h3>Related stories</h3><p>Ferry fares rise again</p>")
    assert column(page, "since related")[4:] == [0.0, 1.0]
    assert column(page, "passed related") == [0, 0, 0, 0, 1, 1]


@given(st.text(max_size=60), st.sampled_from(["p", "li", "td", "h2", "pre", "nav"]))
def test_any_text_has_every_signal(text: str, tag: str) -> None:
    page = seen(f"<{tag}>{text}</{tag}><p>{TEXT}</p>")
    every = list(range(len(page.texts)))
    found = rough_columns(page, every) | columns(page, every)
    assert {len(values) for values in found.values()} == {len(every)}
    assert len(likely(page)) == len(every)
