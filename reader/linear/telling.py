"""An article told: announced, read on in pages that wait for Enter, or gone through by paragraph and sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.linear.beside import endnote, names, told_beside
from reader.linear.finding import Finding
from reader.linear.moving import Moving
from reader.linear.orders import Order, number_of
from reader.linear.paragraphs import Paragraph, paragraphs
from reader.linear.voice import counted, filled
from reader.model import Article, Entry, Passage, Place
from reader.newsroom import Reading
from reader.typeset import minutes
from reader.typeset.dates import when

if TYPE_CHECKING:
    from reader.linear.conversation import Conversation, Spot


class Telling:
    """The open article: what has the attention (`at`, a paragraph and a sentence) and where reading goes on."""

    def __init__(self, session: Conversation) -> None:
        self._session = session
        self.reading: Reading | None = None
        self._paragraphs: tuple[Paragraph, ...] = ()
        self.at: Spot = (0, 0)
        self.finding = Finding(session, self)
        self._next: Spot = (0, 0)
        self.moving = Moving(session, self)
        self._started: Spot = (0, 0)
        self._set: tuple[Paragraph, list[str]] | None = None
        self._opened: datetime | None = None

    def open(self, entry: Entry, at: Place | None = None) -> None:
        """Open an entry: say what it is, and begin to read, or say where one stopped the last time."""
        self.leave()
        self._session.focus = "list"  # where one is if it cannot be opened
        room = self._session.room
        self.reading = room.open(room.number_of(entry.id))
        self._paragraphs = paragraphs(self.reading.article)
        self.at, self._next = (0, 0), (1, 0)
        self._opened = room.clock()
        self._session.focus = "article"
        self._session.voice.say(*_announced(self.reading, self.last))
        self._session.voice.lines([""])
        stopped = self.reading.entry.position
        if at is not None:
            self.go(at)
        elif stopped is not None and (spot := self._reached(stopped)) > (1, 0):
            self.at = spot[0], 0
            self._next = self._started = spot
            self._session.voice.say(f"You stopped at {self._name}. Enter reads on there, top begins again.")
        else:
            self.page(self._next, self._session.voice.rows)

    def leave(self) -> None:
        """Remember where one stopped; nothing is open then."""
        if self.reading is not None:
            self.tick()
            if self._ended:  # read to its end, it begins at the top the next time
                self._session.room.keep_position(self.number, None)
            else:
                self.keep()
        self.reading = None
        self.moving.forget()
        self.finding.forget()

    def keep(self) -> None:
        """Remember where the page or the sentence that was told last begins: a killed program forgets nothing."""
        if self.reading is None:
            return
        paragraph, line = self._started
        offset = sum(len(it) + 1 for it in self._lines(paragraph)[:line])
        start = min(offset, max(0, len(self.paragraphs[paragraph].text) - 1))
        self._session.room.keep_position(self.number, self.paragraphs[paragraph].place(start, start + 1))

    def _reached(self, place: Place) -> Spot:
        """Where reading goes on from a kept place: at its paragraph, or in one that fills more than a page at its line."""
        paragraph = self._index(place)
        left = place.start if len(self._lines(paragraph)) > self._session.voice.rows else 0
        for number, line in enumerate(self._lines(paragraph)):
            left -= len(line) + 1
            if left < 0:
                return paragraph, number
        return paragraph, 0

    def tick(self) -> None:
        """Count the article as read once it has been open for as long as the settings say."""
        room, reading = self._session.room, self.reading
        if reading is None or self._opened is None or reading.entry.read is not None:
            return
        if (room.clock() - self._opened).total_seconds() >= self._session.settings.read_after:
            self._opened = None
            room.see(self.number)
            self.renew()

    def renew(self) -> None:
        """Fetch entry and passages anew, and the article where it has come anew; then that is said."""
        before = self.reading
        if before is None:
            return
        self.reading = self._session.room.open_again(before)
        if self.reading.article != before.article:
            self._take_up(self._paragraphs, paragraphs(self.reading.article))
            self._session.voice.say("The article has come anew; it is told as it is now.")

    def _take_up(self, before: Sequence[Paragraph], now: tuple[Paragraph, ...]) -> None:
        """Tell other paragraphs from now on: the same words have the attention, else what stands in their place."""
        here = before[self.at[0]].text
        at = next((k for k, it in enumerate(now) if it.text == here), min(self.at[0], len(now) - 1))
        self._paragraphs, self._set = now, None
        self.at, self._started, self._next = (at, 0), (at, 0), (at + 1, 0)
        self.moving.forget()
        self.finding.forget()

    @property
    def number(self) -> int:
        """The number under which the open entry is known."""
        return self._session.room.number_of(self.opened.entry.id)

    @property
    def opened(self) -> Reading:
        """What is open. Raises UsageError when nothing is."""
        if self.reading is None:
            raise UsageError("No article is open.", "open and a number of the list opens one.")
        return self.reading

    @property
    def article(self) -> Article:
        """The open article. Raises UsageError when none is."""
        return self.opened.article

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the open article. Raises UsageError when none is open."""
        return self._paragraphs if self.opened else ()

    @property
    def last(self) -> int:
        """The number of the last paragraph, 0 where the article has none."""
        return max((it.number for it in self.paragraphs), default=0)

    # Where one is

    @property
    def standing(self) -> str:
        """Where one is, for the prompt."""
        return f"{self.paragraphs[self.at[0]].number} of {self.last}{', end' if self._ended else ''}"

    @property
    def _ended(self) -> bool:
        return self._next[0] >= len(self.paragraphs)

    @property
    def _name(self) -> str:
        """The paragraph that has the attention, in words."""
        number = self.paragraphs[self.at[0]].number
        return f"paragraph {number:,}" if number else "the headline"

    @property
    def where(self) -> str:
        """Where one is in the article."""
        marked = f" {counted(len(self.opened.passages), 'passage')}." if self.opened.passages else ""
        return f"Article: {self.article.title}. At {self._name} of {self.last:,}, sentence {self.at[1] + 1}.{marked}"

    def _index(self, place: Place) -> int:
        """The paragraph that shows a place; of one that is not told, the nearest before."""
        found = [k for k, it in enumerate(self.paragraphs) if it.key == (place.part, place.index)]
        if place.part == "endnote":
            return len(self.paragraphs) - 1
        if not found and place.part in ("block", "caption", "author", "credit"):
            found = [k for k, it in enumerate(self.paragraphs) if it.number and it.key[1] <= place.index][-1:]
        return found[0] if found else 0

    def number_of(self, place: Place) -> int:
        """The number of the paragraph that holds a place, 0 for headline and standfirst."""
        return self.paragraphs[self._index(place)].number

    # Reading on

    def go_on(self, paragraph: int, most: int = 1_000_000) -> None:
        """Tell a page, or so many paragraphs, from a paragraph on, which has the attention then."""
        self.page((paragraph, 0), self._session.voice.rows, most)
        self.at = paragraph, 0

    def page(self, start: Spot, rows: int, most: int = 1_000_000) -> None:
        """Tell from a line on until a page is full, or so many paragraphs: rather whole ones than a full page."""
        voice, left = self._session.voice, rows
        paragraph, line = start
        if paragraph >= len(self.paragraphs):
            raise UsageError("The article ends here.", "Enter opens the next unread one, top begins again.")
        self._started = start
        end = min(len(self.paragraphs), paragraph + most)
        while paragraph < end and left > 0:
            lines = self._lines(paragraph)[line:]
            if len(lines) > left and left <= rows // 2:
                break
            voice.lines(lines[:left])
            self.at = paragraph, 0
            if len(lines) > left:
                line += left
                break
            margin = self._margin(paragraph)
            voice.lines([*margin, ""])
            left -= len(lines) + len(margin) + 1
            paragraph, line = paragraph + 1, 0
        self._next = (paragraph, line)
        self._session.focus = "article"
        self.keep()
        if self._ended:
            self._end()

    def _lines(self, paragraph: int) -> list[str]:
        """A paragraph set; the last one is kept, as it may be a book long and take many pages."""
        if self._set is None or self._set[0] is not self.paragraphs[paragraph]:
            one = self.paragraphs[paragraph]
            self._set = one, one.lines(self._session.voice.columns)
        return self._set[1]

    def _margin(self, paragraph: int) -> list[str]:
        """What the person marked in a paragraph, with its notes."""
        key = self.paragraphs[paragraph].key
        lines = []
        for number, passage in enumerate(self.marked, 1):
            if any((place.part, place.index) == key for place in passage.places):
                note = f" Note: {passage.note}" if passage.note else ""
                lines += filled(f"(Passage {number} here.{note})", self._session.voice.columns)
        return lines

    @property
    def marked(self) -> list[Passage]:
        """The passages of the article in reading order."""
        order = {it.key: k for k, it in enumerate(self.paragraphs)}
        there = [it for it in self.opened.passages if it.places]
        return sorted(there, key=lambda it: (order.get((it.places[0].part, it.places[0].index), 0), it.places[0].start))

    def _end(self) -> None:
        article = self.article
        told = [endnote(it) for it in article.notes]
        told += [article.truncated] if article.truncated else []
        self._session.voice.say(*told, "End of the article. Enter opens the next unread one, leave goes to the list.")

    def do_page_down(self, order: Order) -> None:
        """Read on; at the end, open the next unread entry."""
        if self._ended:
            self._session.listing.do_next_unread(Order("next-unread"))
            return
        for _ in range(order.count or 1):
            if not self._ended:
                self.page(self._next, self._session.voice.rows)

    def do_page_up(self, _: Order) -> None:
        """The page before."""
        self.page(self._back(self._session.voice.rows), self._session.voice.rows)

    def do_half_down(self, _: Order) -> None:
        """Half a page on."""
        self.page(self._next, self._session.voice.rows // 2)

    def do_half_up(self, _: Order) -> None:
        """Half a page back."""
        half = self._session.voice.rows // 2
        self.page(self._back(half), half)

    def _back(self, rows: int) -> Spot:
        """The line so many lines before the page that was told last."""
        paragraph, line = self._started
        while rows > 0 and (paragraph or line):
            if not line:
                paragraph -= 1
                line = len(self._lines(paragraph))
            step = min(rows, line)
            line, rows = line - step, rows - step
        return paragraph, line

    def do_rest(self, _: Order) -> None:
        """The rest without stopping."""
        self.page(self._next, 10_000_000)

    # A sentence

    def tell_sentence(self, at: Spot, before: str = "") -> None:
        """Give a sentence the attention and tell it with its number; Enter reads on from its paragraph."""
        self.at, self._next, self._started = at, (at[0], 0), (at[0], 0)
        paragraph = self.paragraphs[at[0]]
        units = paragraph.units()
        if units and at[1] == len(units) - 1:
            self._next = (at[0] + 1, 0)
        start, end = units[at[1]] if units else (0, 0)
        name = f"{paragraph.number}.{at[1] + 1}." if paragraph.number else "Headline."
        label = f" {paragraph.label}" if paragraph.label and (not at[1] or not units) and paragraph.number else ""
        self._session.focus = "article"
        self._session.voice.say(f"{before}{name}{label} {paragraph.text[start:end]}".rstrip())
        self.keep()

    def attend(self, place: Place) -> None:
        """Give the sentence that holds a place the attention; reading goes on where it was."""
        paragraph = self._index(place)
        exact = self.paragraphs[paragraph].key == (place.part, place.index)
        self.at = paragraph, self.paragraphs[paragraph].unit_at(place.start) if exact else 0

    def go(self, place: Place, before: str = "") -> None:
        """Tell the sentence that holds a place, or what is told beside the story there."""
        self.attend(place)
        beside = told_beside(self.article, place, self._name)
        if beside:
            self._session.voice.say(f"{before}{beside}")
            self.keep()
        else:
            self.tell_sentence(self.at, before)

    def numbered(self, number: str) -> int:
        """The paragraph with that number. Raises UsageError."""
        wanted = number_of(number, self.last)
        if wanted is None:
            raise UsageError(f"There is no paragraph {number[:20]}.", f"The article has {self.last:,}.")
        return next(k for k, it in enumerate(self.paragraphs) if it.number == wanted)


def _announced(reading: Reading, last: int) -> tuple[str, str, str]:
    """What is said of an article with so many paragraphs before it is told."""
    article, entry = reading.article, reading.entry
    told = [names(article), when(article.published, None) or ""]
    told += [article.publisher or "", f"{minutes(article)} min, {counted(last, 'paragraph')}"]
    marks = ["Read"] if entry.read else ["Unread"]
    marks += ["starred"] if entry.starred else []
    marks += [f"tags {', '.join(entry.tags)}"] if entry.tags else []
    marks += [counted(len(reading.passages), "passage")] if reading.passages else []
    return f"Article: {article.title}", f"{'. '.join(it for it in told if it)}.", f"{', '.join(marks)}."
