"""Mails as articles: how what the head of one says goes with the text that came under it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser

from reader.model import Article, Block, Page
from reader.parser.bounds import bounded
from reader.parser.bylines import person
from reader.parser.encodings import decode
from reader.parser.firstnames import FIRST_NAMES
from reader.parser.scrape import is_markup
from reader.parser.shadows import shown

HEADER_MOST = 64 * 1024
"""Bytes of the head of a mail or of a part of it; those of mailing lists have some 10,000."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What a mail says of itself: `sender` is a name, `sent` is in UTC. Empty or None is what it does not say."""

    subject: str = ""
    sender: str = ""
    sent: datetime | None = None


def lettered(article: Article, letter: Letterhead, page: Page) -> Article:
    """The article of the page in a mail: called by the mail's subject, from its sender, of its day. A headline that stands on
    the page stays over the text."""
    title, blocks = letter.subject or article.title, article.blocks
    if article.title.casefold() != title.casefold() and _shows(page, article.title):
        blocks = (Block("heading", article.title, level=1), *blocks)
    sender = letter.sender
    signs = person(sender) and sender.split()[0].casefold() in FIRST_NAMES  # "Coast Daily" could be somebody, too
    byline = article.byline or ((sender,) if signs else ())
    publisher = article.publisher or (sender if sender and sender not in byline else None)
    sent = letter.sent or article.published
    return replace(article, title=title, blocks=blocks, byline=byline, publisher=publisher, published=sent)


def _shows(page: Page, title: str) -> bool:
    """Whether a page shows its title: many mails have one only for machines, and "View this mail in your browser"."""
    text = decode(page)
    if is_markup(text):
        body = LexborHTMLParser(bounded(shown(text))).body
        text = body.text(separator=" ") if body is not None else ""
    return bool(title) and title in " ".join(text.split())
