"""Passages: bookmarked in the open article by the numbers of sentences or by their words, noted on, gone through."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader import passages
from reader.errors import UsageError
from reader.linear.orders import Order
from reader.linear.passage_list import short
from reader.linear.voice import counted
from reader.model import Passage, Place
from reader.text.parts import parts

if TYPE_CHECKING:
    from reader.linear.conversation import Conversation

_RANGE = re.compile(r"(?:(\d{1,6})\.)?(\d{1,6})(?:-(?:(\d{1,6})\.)?(\d{1,6}))?")
_UNDO = "undo takes it back."


class Margins:
    """What is marked in the open article."""

    def __init__(self, session: Conversation) -> None:
        self._session = session
        self._meant: tuple[str, tuple[int, int]] | None = None

    def mean(self, passage: Passage) -> None:
        """Of several passages in the sentence that has the attention this one is meant by what is done next."""
        self._meant = (passage.id, self._session.telling.at)

    def do_mark(self, order: Order) -> None:
        """Bookmark sentences by their numbers, a paragraph, or the words that are given."""
        self._mark(self.places(order.words))

    def _mark(self, places: tuple[Place, ...], note: str = "") -> None:
        telling = self._session.telling
        known = next((it for it in telling.marked if it.places == places), None)
        if known is not None:
            telling.attend(places[0])
            self.mean(known)
            told = "This is bookmarked already, note writes a note on it, unmark takes it out."
            self._session.voice.say(f"{told} “{short(known.quote)}”")
            return
        made = self._session.room.mark_passage(telling.number, places, note, seen=telling.opened)
        telling.renew()
        if made.places:
            telling.attend(made.places[0])
            self.mean(made)
        gone = "" if made.places else " though the article has no such words any more"
        noted = "with a note" if note else "note writes a note on it"
        self._session.voice.say(f"Bookmarked{gone}, {noted}, {_UNDO} “{short(made.quote)}”")

    def places(self, words: str) -> tuple[Place, ...]:
        """What is meant: "", "2", "2-4", "12.2", "12.2-13.1", "paragraph", or words of the article."""
        telling = self._session.telling
        article = telling.article
        match = _RANGE.fullmatch(words)
        here = str(telling.paragraphs[telling.at[0]].number)
        if match is None and words and words != "paragraph":
            return self._quoted(words)
        if match is not None:
            one, first, other, last = match.groups()
            start = self._edge(one or here, int(first))[0]
            end = self._edge(other or one or here, int(last or first))[1]
        else:
            paragraph, unit = telling.at
            units = telling.paragraphs[paragraph].units()
            if not units:
                raise UsageError("There is no sentence here.", "A number goes to its paragraph.")
            first, last = (0, len(units) - 1) if words else (unit, unit)
            place = telling.paragraphs[paragraph].place
            start, end = place(*units[first]), place(*units[last])
        found = parts(article)
        keys = found.keys.index((start.part, start.index)), found.keys.index((end.part, end.index))
        if (keys[0], start.start) >= (keys[1], end.end):
            raise UsageError("That ends before it begins.", "mark 2-4 bookmarks the sentences from 2 to 4.")
        return found.places((keys[0], start.start), (keys[1], end.end))

    def _edge(self, number: str, sentence: int) -> tuple[Place, Place]:
        """A sentence by the numbers of its paragraph and its own, twice: as a beginning and as an end."""
        telling = self._session.telling
        at = telling.at[0] if number == "0" else telling.numbered(number)
        units = telling.paragraphs[at].units()
        if not 1 <= sentence <= len(units):
            told = f"Paragraph {number} has {counted(len(units), 'sentence')}."
            raise UsageError(f"There is no sentence {sentence}. {told}", "sentences tells them with their numbers.")
        place = telling.paragraphs[at].place(*units[sentence - 1])
        return place, place

    def _quoted(self, words: str) -> tuple[Place, ...]:
        found = passages.places_of(self._session.telling.article, words.strip('“”"'))
        if len(found) != 1:
            many = "stand in the article more than once" if found else "do not stand in the article"
            raise UsageError(
                f"These words {many}.", "Give them as they stand there, as many as make them the only ones."
            )
        return found[0]

    def _here(self) -> Passage | None:
        """The passage in the sentence that has the attention; of several the one gone to, else that made last."""
        telling = self._session.telling
        paragraph = telling.paragraphs[telling.at[0]]
        units = paragraph.units() or [(0, 0)]
        here = paragraph.place(*units[min(telling.at[1], len(units) - 1)])
        there = [it for it in telling.marked if any(_meet(place, here) for place in it.places)]
        meant = next((it for it in there if self._meant == (it.id, telling.at)), None)
        return meant or max(there, key=lambda it: (it.created is not None, it.created), default=None)

    def do_annotate(self, order: Order) -> None:
        """A note on the passage here, else on the sentence, which is bookmarked by it."""
        passage = self._here()
        text = self._session.wanted(order, "Note")
        if passage is not None:
            self.note(passage, text)
        elif text:
            self._mark(self.places(""), text)
        else:
            self._session.voice.say("No note was given, and nothing bookmarked.")

    def note(self, passage: Passage, text: str) -> None:
        """Write a note on a passage; an empty one takes the note out."""
        self._session.room.margins.note(passage, text)
        self._session.telling.renew()
        self._session.voice.say(f"Note {'written' if text else 'taken out'}; {_UNDO}")

    def do_unmark(self, _: Order) -> None:
        """Take the passage here out."""
        self.remove(self.here())

    def here(self) -> Passage:
        """The passage in the sentence that has the attention. Raises UsageError where there is none."""
        passage = self._here()
        if passage is None:
            raise UsageError("There is no passage here.", "next passage goes to one, passages tells them all.")
        return passage

    def remove(self, passage: Passage) -> None:
        """Take a passage out."""
        self._session.room.remove_passage(passage.id)
        self._session.telling.renew()
        self._session.voice.say(f"Passage taken out; {_UNDO} “{short(passage.quote)}”")

    def do_next_passage(self, order: Order) -> None:
        """The next passage of the article."""
        self._walk(order.count or 1)

    def do_previous_passage(self, order: Order) -> None:
        """The passage before."""
        self._walk(-(order.count or 1))

    def _walk(self, step: int) -> None:
        telling = self._session.telling
        order = {it.key: k for k, it in enumerate(telling.paragraphs)}
        spots = []
        for number, it in enumerate(telling.marked, 1):
            place = it.places[0]
            paragraph = order.get((place.part, place.index), 0)
            spots.append(((paragraph, telling.paragraphs[paragraph].unit_at(place.start)), number, it))
        at, meant = telling.at, self._meant
        after = next((k + 1 for k, (spot, _, it) in enumerate(spots) if meant == (it.id, at) and spot == at), None)
        if step > 0:
            beyond = [it for it in spots if it[0] > at] if after is None else spots[after:]
        else:
            beyond = ([it for it in spots if it[0] < at] if after is None else spots[: after - 1])[::-1]
        if not beyond:
            raise UsageError(
                "There is no passage " + ("further on." if step > 0 else "before."), "passages tells them all."
            )
        spot, number, passage = beyond[min(abs(step), len(beyond)) - 1]
        telling.moving.remember()
        telling.tell_sentence(spot, f"Passage {number} of {len(spots)}. ")
        self.mean(passage)
        if sum(it[0] == spot for it in spots) > 1:
            self._session.voice.say(f"One of several there: “{short(passage.quote)}”")
        if passage.note:
            self._session.voice.say(f"Note: {passage.note}")


def _meet(one: Place, other: Place) -> bool:
    """Whether two places share a character."""
    same = (one.part, one.index) == (other.part, other.index)
    return same and one.start < other.end and other.start < one.end
