"""What an article consists of: its sentences numbered, its headings, its links, and what was left out of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.linear.orders import Order, number_of
from reader.linear.voice import counted
from reader.text.clean import one_line

if TYPE_CHECKING:
    from reader.linear.conversation import Conversation


class Contents:
    """Tells the open article in parts."""

    def __init__(self, session: Conversation) -> None:
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

    def _links(self) -> list[tuple[str, str]]:
        """Words and address of each link."""
        return [
            (block.text[span.start : span.end], one_line(span.address))
            for block in self._session.telling.article.blocks
            for span in block.spans
            if span.style == "link" and span.address
        ]

    def _link(self, order: Order) -> str:
        """The address of the link with a number. Raises UsageError."""
        links, said = self._links(), order.words or str(order.count or "")
        number = number_of(said, len(links))
        if number is None:
            raise UsageError(f"There is no link {said[:20]}.", f"The article has {len(links)}; links tells them.")
        return links[number - 1][1]

    def do_links(self, _: Order) -> None:
        """The links with their numbers, words and addresses."""
        told = [f"{number}. {words}: {address}" for number, (words, address) in enumerate(self._links(), 1)]
        self._session.voice.say(*(told or ["No links."]))

    def do_open_link(self, order: Order) -> None:
        """Open a link in the browser."""
        address = self._link(order)
        self._session.voice.say(f"Opening {address}")
        self._session.room.browse(address)

    def do_copy_link(self, order: Order) -> None:
        """A link's address on a line of its own, to be copied."""
        self._session.voice.lines([self._link(order)])

    def do_changes(self, _: Order) -> None:
        """What the publisher changed: what went out and what came in, paragraph by paragraph."""
        found = self._session.room.changes(self._session.telling.number)
        comparison = found.comparison
        told = f"{counted(comparison.words_in, 'word')} came in, {counted(comparison.words_out, 'word')} went out"
        self._session.voice.say(f"From version {found.old.number} to version {found.new.number}: {told}.")
        for row in comparison.rows:
            for piece in row.pieces:
                if piece.kind != "same" and piece.text.strip():
                    self._session.voice.say(f"{'New' if piece.kind == 'in' else 'Gone'}: {piece.text.strip()}")

    def do_left_out(self, _: Order) -> None:
        """What the parser left out of the page, and why."""
        found = self._session.telling.article.removed
        told = [f"{it.reason.capitalize()}: {' '.join(it.text.split())}" for it in found]
        self._session.voice.say(*(told or ["Nothing was left out of this page."]))
