"""Where articles come from, and the files that came with them, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.formats.values import size_text
from reader.linear.orders import Order
from reader.linear.voice import counted
from reader.newsroom.following import Subscribed
from reader.text.addresses import public
from reader.text.clean import one_line

if TYPE_CHECKING:
    from reader.linear.conversation import Conversation


class Sourcing:
    """Tells of sources and files."""

    def __init__(self, session: Conversation) -> None:
        self._session = session

    def do_sources(self, order: Order) -> None:
        """Each source with what it has and what is wrong with it; with words only those whose names have them."""
        wanted = order.words.casefold()
        found = [it for it in self._session.room.web.sources() if wanted in it.source.title.casefold()]
        if not found:
            raise UsageError("There is no source.", "add takes the address of a site or a feed.")
        self._session.voice.say(
            f"{counted(len(found), 'source')}:",
            *map(_told, found),
            "filter from: and a name lists what one of them has.",
        )

    def do_files(self, order: Order) -> None:
        """The files that came with an entry: address, kind, size."""
        session = self._session
        reading = session.telling.reading
        entry = reading.entry if session.focus != "list" and reading is not None else session.listing.meant(order)[0][0]
        files = session.room.web.enclosures(entry.id)
        if not files:
            raise UsageError("No file came with this entry.", "Podcasts come with one.")
        for it in files:
            said = (public(it.address), it.media_type, size_text(it.size))
            session.voice.say(f"{', '.join(one_line(each) for each in said if each)}.")


def _told(it: Subscribed) -> str:
    """A source in a sentence."""
    folder = f", in {one_line(it.source.folder)}" if it.source.folder else ""
    trouble = f", {it.trouble}" if it.trouble else ""
    return f"{it.source.id}. {one_line(it.source.title)}, {it.unread:,} unread of {it.total:,}{folder}{trouble}."
