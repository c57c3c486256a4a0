"""What is done to the passage here: another color, tags, other borders, joined with the next, split in two."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from reader.errors import UsageError
from reader.linear.orders import Order
from reader.linear.passage_list import short
from reader.linear.voice import listed
from reader.model import PassageKind
from reader.newsroom.tagging import tags_of

if TYPE_CHECKING:
    from reader.linear.conversation import Conversation

_KINDS: tuple[PassageKind, ...] = get_args(PassageKind)


class Arranging:
    """Changes the passage in the sentence that has the attention."""

    def __init__(self, session: Conversation) -> None:
        self._session = session

    def _done(self, said: str) -> None:
        self._session.telling.renew()
        self._session.voice.say(f"{said} undo takes it back.")

    def do_kind(self, order: Order) -> None:
        """Another color, by its name or its number, else the next."""
        passage = self._session.margins.here()
        now = _KINDS.index(passage.kind)
        names: dict[str, PassageKind] = {"": _KINDS[(now + 1) % len(_KINDS)], **{it: it for it in _KINDS}}
        names |= {str(number): it for number, it in enumerate(_KINDS, 1)}
        wished = order.words or str(order.count or "")
        if wished not in names:
            raise UsageError(f"There is no color “{wished[:20]}”.", f"Choose {listed(_KINDS)}.")
        self._session.room.change_passage(passage.id, kind=names[wished])
        self._done(f"The passage is {names[wished]}.")

    def do_tag_passage(self, order: Order) -> None:
        """The passage's tags; none takes them off."""
        passage = self._session.margins.here()
        tags = tags_of(self._session.wanted(order, "Tags"))
        self._session.room.change_passage(passage.id, tags=tags)
        self._done(f"Tags of the passage: {', '.join(tags)}." if tags else "The passage has no tags.")

    def do_reshape(self, order: Order) -> None:
        """Other borders, as `mark` names them."""
        passage = self._session.margins.here()
        words = self._session.wanted(order, "From and to")
        places = self._session.margins.places(words)
        made = self._session.room.margins.reshape(passage.id, self._session.telling.article, places)
        self._done(f"The passage is now “{short(made.quote)}”")

    def do_join(self, _: Order) -> None:
        """One passage of the one here and the next."""
        marked = self._session.telling.marked
        at = [it.id for it in marked].index(self._session.margins.here().id)
        if at + 1 >= len(marked):
            raise UsageError("There is no passage after this one.", "join makes one of the passage here and the next.")
        ids = [it.id for it in marked[at : at + 2]]
        made = self._session.room.margins.join(ids, self._session.telling.article)
        self._done(f"Joined: “{short(made.quote)}”")

    def do_split(self, order: Order) -> None:
        """Two passages, the second from a sentence on: split 3."""
        passage = self._session.margins.here()
        places = self._session.margins.places(self._session.wanted(order, "From sentence"))
        self._session.room.margins.split(passage.id, self._session.telling.article, places[0])
        self._done("Split in two.")

    def do_passage_of_the_day(self, _: Order) -> None:
        """A passage, another one each day."""
        passage = self._session.room.margins.of_the_day(self._session.room.clock().astimezone().date())
        if passage is None:
            raise UsageError("No passage is bookmarked yet.", "In an article mark bookmarks a sentence.")
        entry = self._session.room.row(passage.entry_id)
        self._session.voice.say(
            f"“{short(passage.quote)}” in: {entry.title}.", *([passage.note] if passage.note else [])
        )
