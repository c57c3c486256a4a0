"""All passages as a list that is told: gone to, noted on, copied, taken out, written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.files import folder_of
from reader.linear.orders import Order, number_of
from reader.model import Passage
from reader.text.clean import one_line

if TYPE_CHECKING:
    from reader.linear.conversation import Conversation

_SHOWN = 200
"""Characters of a quote that are told of it."""


class PassageList:
    """The passages that were listed last, each with its number."""

    def __init__(self, session: Conversation) -> None:
        self._session = session
        self._listed: tuple[Passage, ...] = ()

    @property
    def where(self) -> str:
        """Where one is in the list of passages."""
        return f"Passages, {len(self._listed):,} listed. A number opens one in its article, leave goes back."

    def do_passages(self, order: Order) -> None:
        """All passages, or those that hold some words, with their numbers."""
        self._listed = self._session.room.passages(filter=order.words)
        self._session.focus = "passages"
        if not self._listed:
            self._session.voice.say("No passages. In an article mark bookmarks a sentence; leave goes back.")
            return
        titles: dict[int, str] = {}
        for number, it in enumerate(self._listed, 1):
            if it.entry_id not in titles:
                titles[it.entry_id] = self._session.room.row(it.entry_id).title
            gone = " (no longer in the article)" if it.state == "gone" else ""
            note = f" Note: {it.note}" if it.note else ""
            self._session.voice.say(f"{number}. “{short(it.quote)}” in: {titles[it.entry_id]}.{gone}{note}")
        self._session.voice.say(self.where)

    do_filter_passages = do_passages

    def _numbered(self, said: str) -> Passage:
        """The passage with that number of the list. Raises UsageError."""
        number = number_of(said, len(self._listed))
        if number is None:
            raise UsageError(
                f"There is no passage {said[:20]}.", f"The list holds {len(self._listed):,}; passages tells them."
            )
        return self._listed[number - 1]

    def do_go(self, order: Order) -> None:
        """Open a passage in its article."""
        passage = self._numbered(order.words or "1")
        place = passage.places[0] if passage.places else None
        self._session.telling.open(self._session.room.row(passage.entry_id), place)
        self._session.listing.seek(passage.entry_id)
        self._session.margins.mean(passage)
        if place is None:
            self._session.voice.say("This passage is no longer in the article.")

    do_open = do_go

    def do_annotate(self, order: Order) -> None:
        """A note on a passage by its number."""
        number, _, text = order.words.partition(" ")
        passage = self._numbered(number)
        self._session.margins.note(passage, text.strip() or self._session.wanted(Order("annotate"), "Note"))

    def do_remove_passage(self, order: Order) -> None:
        """Take a passage out by its number."""
        self._session.margins.remove(self._numbered(order.words))

    def do_copy(self, order: Order) -> None:
        """A passage with its source, to be copied."""
        passage = self._numbered(order.words or "1")
        article = self._session.room.open(passage.entry_id).article
        self._session.voice.lines(self._session.room.citation(article, passage.quote).split("\n"))

    def do_write(self, order: Order) -> None:
        """The listed passages as notes, a file for each article."""
        folder = folder_of(self._session.wanted(order, "Into folder") or ".")
        done = self._session.room.write_notes(self._listed, folder)
        told = f"{done.new} new, {done.changed + done.grown} changed, {done.same} as they were"
        self._session.voice.say(f"Notes written to {one_line(str(folder))}: {told}.")

    def do_page_down(self, _: Order) -> None:
        """There is no more of the list than was told."""
        raise UsageError("The list of passages ends here.", "A number opens one in its article, leave goes back.")

    do_down = do_up = do_page_up = do_page_down


def short(quote: str) -> str:
    """A quote on one line, cut where it is long."""
    text = " ".join(quote.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
