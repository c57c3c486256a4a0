"""Boxes behind and among the paragraphs: walls with all that they offer, labels over other stories, in many languages."""

from __future__ import annotations

import pytest

from reader.model import Article, Page
from reader.parser import parse
from tests.parser.test_trees import BODY, TITLE, page


def walled(box: str) -> Article:
    """A page that stops after two paragraphs."""
    body = "".join(f"<p>{text}</p>" for text in BODY[:2])
    html = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1><div>{body}</div><div class=barrier>{box}</div></article></body></html>"
    return parse(Page(html.encode(), "https://courier.example/ferry"))


@pytest.mark.parametrize(
    "box",
    [
        "<h2>Subscribe to unlock this article</h2><h3>Try unlimited access</h3><p>Only €1 for 4 weeks</p><p>Then €69 a month, on any device."
        " Cancel anytime during your trial.</p><h3>Explore our offers.</h3><p>Check whether you have access through your university.</p>",
        "<h3>Jetzt weiterlesen mit Abo</h3><p>Testen Sie unser Angebot 4 Wochen lang.</p><ul><li>Alle Artikel</li><li>Jederzeit kündbar</li></ul>",
        "<p>Dit artikel is exclusief voor abonnees</p><h3>Lees verder met een proefabonnement</h3><ul><li>Onbeperkt toegang</li></ul>",
        "<p>この記事は有料会員記事です。残り1024文字</p>",
    ],
)
def test_a_wall_goes_with_all_that_it_offers(box: str) -> None:
    found = walled(box)
    assert [block.text for block in found.blocks] == BODY[:2]
    assert found.truncated


def test_a_paragraph_that_speaks_of_subscribing_is_no_wall() -> None:
    found = page("<p>Subscribe to unlock the gate, said a sign that nobody had put there.</p>")
    assert len(found.blocks) == len(BODY) + 1
    assert not found.truncated


@pytest.mark.parametrize(
    "label",
    [
        "Przeczytaj także",
        "Διαβάστε επίσης",
        "اقرأ أيضا",
        "あわせて読みたい",
        "Mirá también",
        "ये भी पढ़ें",
        "Související články",
    ],
)
def test_a_label_leads_to_another_story(label: str) -> None:
    found = page(f'<p><b>{label}:</b> <a href="/z">The last keeper of the light</a></p>')
    assert [(story.label, story.title) for story in found.related] == [(label, "The last keeper of the light")]
    assert len(found.blocks) == len(BODY)
