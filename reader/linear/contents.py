"""What an article consists of: its sentences numbered, its headings, its links, and what was left out of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.linear.orders import Order
from reader.text.clean import one_line

if TYPE_CHECKING:
    from reader.linear.session import Session


class Contents:
    """Tells the open article in parts."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def do_sentences(self, order: Order) -> None:
        """A paragraph with its sentences numbered."""
        telling = self._session.telling
        at = telling.numbered(order.words) if order.words and telling.opened else telling.at[0]
        paragraph = telling.paragraphs[at] if telling.opened else None
        if paragraph is None:
            return
        telling.at = (at, 0)
        name = f"Paragraph {paragraph.number}." if paragraph.number else "Headline."
        self._session.voice.say(name)
        for number, (start, end) in enumerate(paragraph.units(), 1):
            self._session.voice.say(f"{number}. {paragraph.text[start:end]}")

    def do_outline(self, _: Order) -> None:
        """The headings with the numbers of their paragraphs."""
        telling = self._session.telling
        found = [it for it in telling.paragraphs if it.kind == "heading"] if telling.opened else []
        self._session.voice.say(*(f"{it.number}. {it.text}" for it in found), *([] if found else ["No headings."]))

    def do_links(self, _: Order) -> None:
        """The links with their words and addresses."""
        told = [
            f"{block.text[span.start : span.end]}: {one_line(span.address)}"
            for block in self._session.telling.article.blocks
            for span in block.spans
            if span.style == "link" and span.address
        ]
        self._session.voice.say(*(f"{k}. {it}" for k, it in enumerate(told, 1)), *([] if told else ["No links."]))

    def do_left_out(self, _: Order) -> None:
        """What the parser left out of the page, and why."""
        found = self._session.telling.article.removed
        told = [f"{it.reason.capitalize()}: {' '.join(it.text.split())}" for it in found]
        self._session.voice.say(*(told or ["Nothing was left out of this page."]))
