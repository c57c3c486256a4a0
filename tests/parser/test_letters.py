"""Newsletters: called as the mail is, from whom and when it came, with all that it says and nothing that goes with each."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.model import Article, Page
from reader.parser import parse
from tests.parser.packing import a_mail

STORY = (
    "<p>After eleven months of repair the quay of Tarnes was opened again on Monday, and boats came in before dawn.</p>"
    "<p>It cost twice what was planned, since the piles under it stood on no map, as the harbor office wrote.</p>"
    "<p>Who pays the rest is to be settled by the council in spring, when the winter's storms have been counted.</p>"
)
TEXTS = ["After", "It co", "Who p"]
SENT = datetime(2025, 11, 3, 5, tzinfo=UTC)


def read(body: str, head: str = "", **said: str) -> Article:
    return parse(Page(a_mail(f"<html><head>{head}</head><body>{body}</body></html>", **said)))


def lines(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.text]


def test_a_mail_is_called_by_its_subject_and_keeps_its_own_headline() -> None:
    article = read(f"<h1>The quay reopened</h1>{STORY}")
    assert (article.title, article.publisher, article.published) == ("The morning letter", "Coast Daily", SENT)
    assert (article.blocks[0].kind, article.blocks[0].text) == ("heading", "The quay reopened")
    assert [block.kind for block in article.blocks[1:]] == ["paragraph"] * 3


def test_a_headline_that_is_the_subject_is_said_once() -> None:
    article = read(f"<h1>The quay reopened</h1>{STORY}", subject="The quay reopened")
    assert article.title == "The quay reopened"
    assert [text[:5] for text in lines(article)] == TEXTS


def test_a_title_only_for_machines_is_not_shown() -> None:
    article = read(STORY, "<title>Newsletter template 7</title>")
    assert article.title == "The morning letter"
    assert [text[:5] for text in lines(article)] == TEXTS


@pytest.mark.parametrize(
    ("sender", "byline", "publisher"),
    [
        ("Nora Whitfield <nora@coast.example>", ("Nora Whitfield",), None),
        ("Nora from Coast Daily <nora@coast.example>", ("Nora",), "Coast Daily"),
        ("Nora Whitfield | Coast Daily <nora@coast.example>", ("Nora Whitfield",), "Coast Daily"),
        ("Jan van Dyk <jan@coast.example>", ("Jan van Dyk",), None),
        ("Coast Daily <letters@coast.example>", (), "Coast Daily"),
        ("letters@coast.example", (), None),
    ],
)
def test_a_letter_is_signed_by_a_person_or_published(
    sender: str, byline: tuple[str, ...], publisher: str | None
) -> None:
    article = read(STORY, sender=sender)
    assert (article.byline, article.publisher) == (byline, publisher)


def test_a_mail_of_plain_text_is_read_as_text() -> None:
    plain = "The quay reopened\n\n" + STORY.replace("</p>", "\n\n").replace("<p>", "")
    article = parse(Page(a_mail("", plain)))
    assert article.title == "The morning letter"
    assert [text[:9] for text in lines(article)[:2]] == ["The quay ", "After ele"]
    assert article.published == SENT


OVER = """<div style="display:none">Boats came in before dawn, and other news of a long morning by the sea.</div>
<div style="max-height: 0px; overflow:hidden">What the harbor master hoped for, and what came in instead of it.</div>
<table><tr><td><a href="https://coast.example/web">{view}</a></td></tr></table>"""
FOOT = """<table><tr><td><a href="https://a.example">Facebook</a> <a href="https://b.example">Instagram</a></td></tr>
<tr><td>{why} <a href="https://coast.example/out">{out}</a>.</td></tr>
<tr><td>Coast Daily, 4 Pier Street, Port Ellery 20095</td></tr><tr><td>© 2025 Coast Daily</td></tr></table>"""


@pytest.mark.parametrize(
    ("view", "why", "out"),
    [
        ("View in browser", "You received this e-mail because you signed up.", "Unsubscribe"),
        ("Im Browser ansehen", "Sie haben sich angemeldet.", "Newsletter abbestellen"),
        ("Voir dans votre navigateur", "Vous recevez cet e-mail.", "Se désabonner"),
        ("Ver en el navegador", "Recibes este correo.", "Darse de baja"),
        ("Visualizza nel browser", "Ricevi questa e-mail.", "Disiscriviti"),
        ("Bekijk in je browser", "Je ontvangt deze mail.", "Uitschrijven"),
        ("Zobacz w przeglądarce", "Otrzymujesz tę wiadomość.", "Wypisz się"),
        ("Открыть в браузере", "Вы подписаны.", "Отписаться"),
    ],
)
def test_what_goes_with_every_letter_is_left_out(view: str, why: str, out: str) -> None:
    article = read(OVER.format(view=view) + STORY + FOOT.format(why=why, out=out))
    assert [text[:5] for text in lines(article)] == TEXTS
    left = " ".join(piece.text for piece in article.removed)
    assert all(words in left for words in (view, out, "Pier Street", "before dawn, and other"))


def test_short_parts_and_lists_are_what_a_letter_says() -> None:
    brief = (
        '<h3>In brief</h3><ul><li>Eggs cost four crowns.</li><li><a href="/b">The bridge closes on Sunday.</a></li></ul>'
        '<h3><a href="https://coast.example/1">Steel</a></h3><p>How the mill got its teeth.</p><p>Good night.</p>'
    )
    article = read(
        f"<table><tr><td>{STORY}</td></tr><tr><td>{brief}</td></tr></table>" + FOOT.format(why="", out="Unsubscribe")
    )
    assert lines(article)[3:] == [
        "In brief",
        "Eggs cost four crowns.",
        "The bridge closes on Sunday.",
        "Steel",
        "How the mill got its teeth.",
        "Good night.",
    ]
    assert article.publisher_summary is None


@pytest.mark.parametrize(
    "advert",
    [
        "<td><b>SPONSORED</b><br>Hearth orders your firewood while you sleep.</td>",
        "<td><p>Advertisement</p><p>Hearth orders your firewood while you sleep.</p><p><a href=x>Get 20% off</a></p></td>",
        "<td><table><tr><td>Anzeige</td></tr></table><p>Hearth orders your firewood while you sleep.</p></td>",
        "<td><p>Together with:</p><h3>Hearth</h3><p>It orders your firewood while you sleep.</p></td>",
    ],
)
def test_an_advert_goes_with_its_label(advert: str) -> None:
    article = read(f"<table><tr><td>{STORY}</td></tr><tr>{advert}</tr><tr><td><p>Good night.</p></td></tr></table>")
    assert [text[:5] for text in lines(article)] == [*TEXTS, "Good "]


@pytest.mark.parametrize(
    "button", ["Read more »", "Share", "Upgrade to paid", "Continue reading the story", "Weiterlesen"]
)
def test_buttons_are_left_out(button: str) -> None:
    article = read(f'{STORY}<p><a href="https://coast.example/x">{button}</a></p><p>Good night.</p>')
    assert [text[:5] for text in lines(article)] == [*TEXTS, "Good "]


def test_text_in_cells_whose_size_is_none_is_read() -> None:
    cell = (
        '<tr><td style="font-size: 0px; padding: 10px"><div style="font-size:13px;line-height:1.5">{}</div></td></tr>'
    )
    hidden = '<tr><td style="font-size:0px"><div style="font-size:1px">A line for lists of mails, and for nobody else.</div></td></tr>'
    article = read(f"<table>{hidden}{''.join(map(cell.format, STORY.split('</p>')[:3]))}</table>")
    assert [text[:5] for text in lines(article)] == TEXTS


@pytest.mark.parametrize(
    "title", ["Share prices fall again", "Like father, like son", "Watch the comet", "Get well, Nora"]
)
def test_short_headlines_that_begin_like_buttons_are_kept(title: str) -> None:
    article = read(f'{STORY}<p><a href="https://coast.example/1">{title}</a></p><p>Good night.</p>')
    assert lines(article)[3:] == [title, "Good night."]


@pytest.mark.parametrize(
    "last",
    [
        "AD 79 was a bad year for towns near mountains.",
        "The pier was built in 1871.",
        "Contact with the boat was lost.",
        "Together with the mill the bridge was sold.",
        "He was sent to prison.",
        "Readers may unsubscribe from the gas works in May, the council said, and many of them wrote that they would. "
        * 6,
    ],
)
def test_what_only_sounds_like_it_is_kept(last: str) -> None:
    article = read(f"{STORY}<p>{last}</p>" + FOOT.format(why="", out="Unsubscribe"))
    assert lines(article)[3:] == [last.strip()]
