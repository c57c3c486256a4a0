"""Newsletters: called as the mail is, from whom and when it came, with all that it says."""

from __future__ import annotations

from datetime import UTC, datetime

from reader.model import Page
from reader.parser import parse
from tests.parser.packing import a_mail

STORY = (
    "<p>After eleven months of repair the quay of Tarnes was opened again on Monday, and boats came in before dawn.</p>"
    "<p>It cost twice what was planned, since the piles under it stood on no map, as the harbor office wrote.</p>"
    "<p>Who pays the rest is to be settled by the council in spring, when the winter's storms have been counted.</p>"
)
SENT = datetime(2025, 11, 3, 5, tzinfo=UTC)


def test_a_mail_is_called_by_its_subject_and_keeps_its_own_headline() -> None:
    article = parse(Page(a_mail(f"<html><body><h1>The quay reopened</h1>{STORY}</body></html>")))
    assert (article.title, article.publisher, article.published) == ("The morning letter", "Coast Daily", SENT)
    assert (article.blocks[0].kind, article.blocks[0].text) == ("heading", "The quay reopened")
    assert [block.kind for block in article.blocks[1:]] == ["paragraph"] * 3


def test_a_headline_that_is_the_subject_is_said_once() -> None:
    page = a_mail(f"<html><body><h1>The quay reopened</h1>{STORY}</body></html>", subject="The Quay reopened")
    article = parse(Page(page))
    assert article.title == "The Quay reopened"
    assert all(block.text != "The quay reopened" for block in article.blocks)


def test_a_title_only_for_machines_is_not_shown() -> None:
    head = "<head><title>Newsletter template 7</title></head>"
    article = parse(Page(a_mail(f"<html>{head}<body>{STORY}</body></html>")))
    assert article.title == "The morning letter"
    assert "template" not in " ".join(block.text for block in article.blocks)


def test_a_letter_from_a_person_is_signed_by_them() -> None:
    article = parse(Page(a_mail(f"<html><body>{STORY}</body></html>", sender="Nora Whitfield <nora@coast.example>")))
    assert article.byline == ("Nora Whitfield",)
    assert article.publisher is None


def test_a_mail_of_plain_text_is_read_as_text() -> None:
    plain = "The quay reopened\n\n" + STORY.replace("</p>", "\n\n").replace("<p>", "")
    article = parse(Page(a_mail("", plain)))
    assert article.title == "The morning letter"
    assert [block.text[:9] for block in article.blocks[:2]] == ["The quay ", "After ele"]
    assert article.published == SENT
