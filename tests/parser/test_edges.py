"""What stands at an article's edges, between its paragraphs and in boxes of their own, in the markup that systems make."""

from __future__ import annotations

import pytest

from reader.model import Block, Page
from reader.parser import parse
from tests.parser.test_trees import BODY, kinds, one, page


def parsed(html: str) -> tuple[Block, ...]:
    return parse(Page(html.encode(), "https://courier.example/ferry")).blocks


def texts(*inside: str) -> list[str]:
    """The words of a page with that between its paragraphs."""
    return [block.text for block in page(*inside).blocks]


@pytest.mark.parametrize("name", ["bluesky-embed", "mastodon-embed", "twitter-tweet"])
def test_an_embedded_post_is_a_quote_with_its_author(name: str) -> None:
    post = (
        f'<blockquote class="{name}"><p>Seven turns and not one more.</p>— Small Wheels (@wheels.example)</blockquote>'
    )
    quote = one(page(post), "quote")
    assert (quote.text, quote.author) == ("Seven turns and not one more.", "Small Wheels (@wheels.example)")


def test_an_embedded_post_of_buttons_only_says_nothing() -> None:
    post = '<blockquote class="instagram-media"><a href="/p">View this post on Instagram</a><p>A post shared by Wheels</p></blockquote>'
    assert kinds(page(post)) == ["paragraph"] * len(BODY)


@pytest.mark.parametrize("line", ["10:04 am", "412", "Publié le 4 juin 2026 à 13h30, modifié le 5 juin 2026 à 18h02"])
def test_no_story_begins_with_when_it_was_published(line: str) -> None:
    html = "".join(f"<p>{text}</p>" for text in [line, *BODY])
    whole = f"<html><body><article><h1>Ferry line to reopen</h1>{html}</article></body></html>"
    assert line not in [block.text for block in parsed(whole)]


def test_an_hour_over_each_entry_of_a_live_blog_stays() -> None:
    entries = "".join(f"<p>1{number}:05</p><p>{text}</p>" for number, text in enumerate(BODY))
    blocks = parsed(f"<html><body><article><h1>Live: the ferry</h1>{entries}</article></body></html>")
    assert [block.kind for block in blocks[:2]] == ["heading", "paragraph"]


def test_headings_that_count_the_slides_of_a_gallery_are_left_out() -> None:
    slides = [f"<h2><span>{at}</span><span> of </span><span>3</span></h2><h2>Harbor</h2>" for at in (1, 2)]
    found = page(slides[0], f"<p>{BODY[0][::-1]}</p>")
    assert [block.text for block in found.blocks if block.kind == "heading"] == ["Harbor"]


@pytest.mark.parametrize(
    "line",
    [
        "Contact reporter Tom Adeyemi at tadeyemi@courier.example. Follow him on X.",
        "Mit Ihrer Zustimmung wird hier ein externes Video geladen.",
        "Follow Tideline wherever you get your podcasts.",
        "This content was produced by Brand Studio in partnership with Orlo Paints.",
        "Clique aqui para seguir o canal do Courier no WhatsApp",
        "Ακολουθήστε μας στο Google News και μάθετε πρώτοι όλες τις ειδήσεις",
    ],
)
def test_what_a_publisher_says_of_itself_is_no_part_of_the_story(line: str) -> None:
    assert line not in texts(f"<p>{line}</p>")


def test_a_chapter_about_a_service_is_part_of_it() -> None:
    line = "News search: mainly relevant for publishers, it means that a story shows up in Google News on the same day."
    assert line in texts(f"<p>{line}</p>")


def test_the_beginning_of_a_post_that_goes_on_elsewhere_is_left_out() -> None:
    post = '<blockquote class="bluesky-embed"><p>Seven turns and… https://x.example/a</p>— Wheels</blockquote>'
    assert "quote" not in kinds(page(post))
