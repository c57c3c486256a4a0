"""What is done to entries: read, starred, tagged, deleted, undone, added, exported; the outcome is said."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from reader.errors import ReaderError, UsageError
from reader.files import folder_of
from reader.linear.orders import Order
from reader.linear.voice import counted
from reader.model import Act, Entry, Outcome
from reader.newsroom.naming import news_of
from reader.newsroom.tagging import tags_of
from reader.newsroom.undoing import undone
from reader.text.clean import one_line

if TYPE_CHECKING:
    from reader.linear.conversation import Conversation

_CAME = {"new": "New", "changed": "Changed", "same": "Known already", "skipped": "Skipped"}


class Acting:
    """Acts on the open article, or in the list on the entries that are named by numbers, else on the one where one is."""

    def __init__(self, session: Conversation) -> None:
        self._session = session

    def _meant(self, order: Order) -> tuple[list[Entry], str]:
        """The entries that are meant, and the other words. Raises UsageError where there is none."""
        session = self._session
        if session.focus != "list" and session.telling.reading is not None:
            return [session.telling.reading.entry], order.words
        if not session.listing.shown.counts.total:
            raise UsageError("There is no entry to do that to.", session.listing.shown.way_on)
        return session.listing.meant(order)

    def _say(self, act: Act, entries: Sequence[Entry] = ()) -> None:
        """Say what was done, to which entry if it was one, and take what is open from the disk anew."""
        self._session.telling.renew()
        name = f": {entries[0].title}" if len(entries) == 1 else ""
        self._session.voice.say(f"{act.label}{name}. undo takes it back.")

    def do_read(self, order: Order) -> None:
        """Read, or where all are read unread."""
        entries, _ = self._meant(order)
        read = any(it.read is None for it in entries)
        self._say(self._session.room.mark([it.id for it in entries], read=read), entries)

    def do_star(self, order: Order) -> None:
        """Starred, or where all are starred no more."""
        entries, _ = self._meant(order)
        starred = any(it.starred is None for it in entries)
        self._say(self._session.room.mark([it.id for it in entries], starred=starred), entries)

    def do_read_all(self, _: Order) -> None:
        """Everything in the list read."""
        self._say(self._session.listing.shown.mark_all())

    def do_tags(self, order: Order) -> None:
        """Put tags on; a minus before one takes it off; without any, say which there are."""
        entries, words = self._meant(order)
        if not words:
            told = ", ".join(entries[0].tags)
            self._session.voice.say(
                f"Tags: {told}." if told else "No tags. tags harbor puts one on, tags -harbor takes it off."
            )
            return
        given = words.replace(",", " ").split()
        off = tags_of(" ".join(it[1:] for it in given if it.startswith("-")))
        on = tags_of(" ".join(it for it in given if not it.startswith("-")))
        self._say(self._session.room.tag([it.id for it in entries], on, off), entries)

    def do_delete(self, order: Order) -> None:
        """Into the trash; what is open is left."""
        entries, _ = self._meant(order)
        session = self._session
        if session.focus != "list":
            session.telling.leave()
            session.focus = "list"
        self._say(session.room.delete([it.id for it in entries]), entries)
        session.listing.reset()

    def do_undo(self, _: Order) -> None:
        """Take back what was done last."""
        act = self._session.room.undo()
        self._session.telling.renew()
        self._session.listing.reset()
        self._session.voice.say(undone(act))

    # Out

    def do_browse(self, order: Order) -> None:
        """The page in the browser."""
        (entry, *_), _ = self._meant(order)
        if not entry.url:
            raise UsageError("This article has no address.", "It came from a file that does not name one.")
        self._session.voice.say(f"Opening {one_line(entry.url)}")
        self._session.room.browse(entry.url)

    def do_copy(self, order: Order) -> None:
        """Title and address on lines of their own, to be copied."""
        (entry, *_), _ = self._meant(order)
        self._session.voice.lines(it for it in (entry.title, entry.url) if it)

    def do_write(self, order: Order) -> None:
        """The article with its passages as a file; behind the numbers a folder can be named."""
        entries, words = self._meant(order)
        for outcome in self._session.room.export([it.id for it in entries], folder_of(words or ".")):
            same = ", as it was there already" if outcome.came == "same" else ""
            self._session.voice.say(f"Written to {one_line(outcome.source)}{same}.")

    # In

    def do_add(self, order: Order) -> None:
        """Take files and folders in."""
        words = self._session.wanted(order, "Add")
        try:
            sources = shlex.split(words)
        except ValueError as error:
            raise UsageError(
                "A quotation mark is not closed.", 'Names with spaces stand in quotes: add "my page.html"'
            ) from error
        if sources:
            self.take_in(sources)

    def do_update(self, _: Order) -> None:
        """Ask the feeds that are due what is new, or all where none is, then for what waits and for whole articles; and say
        what came of each."""
        web = self._session.room.web
        wanted = [it.id for it in web.due()] or [it.source.id for it in web.sources() if it.source.kind == "feed"]
        if not wanted and not web.waiting():
            raise UsageError("There is no feed yet.", "add takes the address of a site or a feed.")
        feeds = web.update(wanted) if wanted else ()
        for outcome, of_feed in chain(((it, True) for it in feeds), ((it, False) for it in web.ahead())):
            if outcome.came == "failed":
                self._session.voice.complain(ReaderError(outcome.happened or "", outcome.advice or ""))
            elif of_feed:
                nothing = "Skipped" if outcome.came == "skipped" else "Nothing new"
                self._tell(outcome, news_of([outcome]) if outcome.entries else nothing, outcome.source)
            else:
                whole = "Whole article" if outcome.came == "changed" else _CAME[outcome.came]
                self._tell(outcome, whole, outcome.title or outcome.source)
        self._session.telling.renew()
        self._session.listing.reset()

    def do_full(self, order: Order) -> None:
        """Fetch the whole article of an entry."""
        (entry, *_), _ = self._meant(order)
        found = self._session.room.web.full(self._session.room.keep(entry.id).id)
        self._session.telling.renew()
        self._session.voice.say(found.said)

    def take_in(self, sources: Sequence[str], *, opens: bool = False) -> None:
        """Take sources in and say what came of each; `opens` opens the first, where there is only one."""
        came = []
        failed: ReaderError | None = None
        for outcome in self._session.room.add(sources):
            came.append(outcome)
            if outcome.came == "failed":
                if failed is not None:
                    self._session.voice.complain(failed)
                failed = ReaderError(outcome.happened or "", outcome.advice or "")
            else:
                self._tell(outcome, _CAME[outcome.came], outcome.title or outcome.source)
        if opens and len(came) == 1 and came[0].entries:
            self._session.listing.open(self._session.room.row(came[0].entries[0]))
        if failed is not None:
            raise failed

    def _tell(self, outcome: Outcome, came: str, name: str) -> None:
        listing = self._session.listing
        number = listing.seek(outcome.entries[0]) if outcome.entries else None
        which = "It" if len(outcome.entries) == 1 else "The first"
        at = f" {which} is entry {number} of the list." if number else ""
        self._session.voice.say(f"{came}: {name}.{at}")
        listing.reset()

    def do_hide_samples(self, _: Order) -> None:
        """No samples any more."""
        self._session.room.showcase.hide()
        self._session.listing.reset()
        self._session.voice.say(
            f"The samples are hidden. {counted(self._session.listing.shown.counts.total, 'entry', 'entries')} left."
        )
