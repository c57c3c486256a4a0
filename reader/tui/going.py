"""Going about: opening entries, jumping and coming back, panes, where one stopped."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message
from textual.timer import Timer

from reader import search
from reader.model import Entry, Place
from reader.tui.messages import Ready, Summarized

if TYPE_CHECKING:
    from reader.tui.stage import Stage

_SETTLED = 0.4
"""Seconds without a key after which the place is written down; a kill in between loses that much of scrolling."""
_PAINTED = 0.3
"""Seconds after which an opened article is on the screen: it is made ready for finds, and what may be fetched is asked."""
_MOST_JUMPS = 100
_MOST_POINTS = 7

Spot = tuple[int, Place | None]
"""An entry and a place in it."""


class Going:
    """Where one is, was, and goes."""

    def __init__(self, screen: Stage) -> None:
        self._screen = screen
        self._behind: list[Spot] = []
        self._ahead: list[Spot] = []
        self._reading_timer: Timer | None = None
        self._place_timer: Timer | None = None
        self._kept: Spot | None = None
        self._point: Spot | None = None
        self._asked_on = False
        self._stood: int | None = None
        """The row of the open entry when it was opened, if the list showed it."""
        self.points = screen.settings.points

    # Opening

    def open(self, entry: Entry, *, at: Place | None = None, query: str = "", jump: bool = True) -> None:
        """Open an entry where one stopped, at a place, or at the first hit of a query."""
        screen = self._screen
        self.keep_position()
        if jump:
            self.remember()
        number = screen.room.number_of(entry.id)
        reading = screen.room.open(number, points=self.points)
        shown = screen.list.entry
        self._stood = screen.list.cursor if shown is not None and shown.id == entry.id else None
        carried = screen.finding.carried
        self._kept = (number, at or reading.entry.position)
        self._point = None
        screen.show_reading(reading, at)
        screen.at("article")
        if query or carried:
            searched = query if query and search.words_in(query) else ""
            screen.finding.carry(searched, carried, stay=at is not None)
        self._begin_reading()
        if reading.summaries is None or reading.glance is None:
            screen.call_after_refresh(self._summarize)  # in the making it would hold up the paint of the article
        self._asked_on = False
        screen.hint()
        screen.set_timer(_PAINTED, screen.finding.prepare)
        if reading.entry.url:
            screen.set_timer(_PAINTED, partial(screen.updating.opened, reading.entry))
        if reading.entry.edited:
            screen.status.say("The publisher has edited this since you read it: d shows what changed.")

    def reopen(self) -> None:
        """The open article came anew: show it at the place where one reads."""
        screen, reading = self._screen, self._screen.reading
        if reading is None:
            return
        fresh = screen.room.open(screen.room.number_of(reading.entry.id), points=self.points)
        screen.show_anew(fresh)
        if fresh.summaries is None:
            self._summarize()

    def _summarize(self) -> None:
        reading = self._screen.reading
        assert reading is not None
        number, room, points = reading.entry.id, self._screen.room, self.points
        self._screen.jobs.latest(
            "summary", lambda: Summarized(number, room.summarize(number, points), room.glance(number))
        )

    def do_fewer_points(self, count: int | None) -> None:
        """A summary of fewer sentences, from now on."""
        self.ask_points(self.points - (count or 1))

    def do_more_points(self, count: int | None) -> None:
        """A summary of more sentences, from now on."""
        self.ask_points(self.points + (count or 1))

    def ask_points(self, points: int) -> None:
        """Summaries of so many sentences from now on."""
        if self._screen.reading is None:
            self._screen.status.say("Open an article first.")
            return
        self.points = max(1, min(points, _MOST_POINTS))
        self._screen.status.say(f"{self.points} sentence{'' if self.points == 1 else 's'} in a summary.")
        self._summarize()

    def summarized(self, made: Summarized) -> None:
        """Show summaries that have been made, if their entry is still open."""
        reading, number_of = self._screen.reading, self._screen.room.number_of
        if reading is not None and number_of(made.entry_id) == number_of(reading.entry.id):
            self._screen.show_reading(reading.with_summaries(made.summaries, made.glance), anew=False)

    def _begin_reading(self) -> None:
        """After a moment of reading the entry counts as read."""
        if self._reading_timer is not None:
            self._reading_timer.stop()
        self._reading_timer = None
        reading = self._screen.reading
        if reading is not None and (reading.entry.read is None or reading.entry.edited):
            wait = max(0.01, self._screen.settings.read_after)
            self._reading_timer = self._screen.set_timer(wait, self._now_read)

    def _now_read(self) -> None:
        screen, reading = self._screen, self._screen.reading
        self._reading_timer = None
        unseen = reading is not None and (reading.entry.read is None or reading.entry.edited)
        if reading is not None and unseen and not screen.has_class("-at-list"):
            number, room = reading.entry.id, screen.room

            def run() -> Message:
                room.see(number)
                return Ready(screen.acting.renew)

            screen.jobs.act(run)

    # Where one stopped

    def reached(self, place: Place | None) -> None:
        """The cursor line moved."""
        self._asked_on = False
        if self._place_timer is not None:
            self._place_timer.reset()  # a new timer would be a new task for each key
        else:
            self._place_timer = self._screen.set_timer(_SETTLED, self.keep_position)

    def keep_position(self) -> None:
        """Write down where one reads; an article that was read to its end begins at the top the next time."""
        if self._place_timer is not None:
            self._place_timer.stop()
            self._place_timer = None
        screen, reading = self._screen, self._screen.reading
        if reading is None:
            return
        number, place = reading.entry.id, None if screen.article.finished else screen.article.place
        if number < 0 or reading.version or (number, place) == self._kept:
            return
        self._kept = (number, place)
        screen.jobs.act(lambda: screen.room.keep_position(number, place))

    # Jumps

    def here(self) -> Spot | None:
        """Where one is now."""
        reading = self._screen.reading
        return None if reading is None else (reading.entry.id, self._screen.article.place)

    def remember(self, place: Place | None = None) -> None:
        """Write down where one is, or was, before a jump; what lay ahead is forgotten."""
        spot = self.here()
        if spot is not None and place is not None:
            spot = (spot[0], place)
        if spot is not None and (not self._behind or self._behind[-1] != spot):
            self._behind.append(spot)
            del self._behind[:-_MOST_JUMPS]
        self._ahead.clear()

    def jump(self, place: Place) -> None:
        """To a place in the open article, lit until the cursor moves on."""
        self.remember()
        self._screen.article.reveal(place)
        self._screen.article.light(place)
        self._screen.article.mean_at(place)
        self._screen.at("article")

    def do_point(self, digit: int | None) -> None:
        """To that point of the summary, or back where one came from when one is there."""
        place = self._screen.sidebar.point(digit or 1)
        if place is None:
            self._screen.status.say(f"The summary has no point {digit}.")
        elif self._point is not None and self._point[0] == digit and self._point[1] is not None:
            self._screen.article.reveal(self._point[1])
            self._screen.article.light(None)
            self._point = None
        else:
            here = self.here()
            self._point = (digit or 1, here[1] if here else None)
            self.remember()
            self._screen.article.reveal(place)
            self._screen.article.light(place)
        if place is not None and self._screen.has_class("-narrow"):  # the one pane that is shown is to be that
            self._screen.at("article")

    def do_back(self, count: int | None) -> None:
        """Back through where one was."""
        self._travel(self._behind, self._ahead, count or 1)

    def do_forward(self, count: int | None) -> None:
        """Forward again."""
        self._travel(self._ahead, self._behind, count or 1)

    def _travel(self, source: list[Spot], other: list[Spot], count: int) -> None:
        spot = None
        for _ in range(min(count, len(source))):
            here = spot or self.here()
            spot = source.pop()
            if here is not None:
                other.append(here)
        if spot is None:
            self._screen.status.say("There is nothing further.")
            return
        number, place = spot
        reading = self._screen.reading
        if reading is not None and reading.entry.id == number and place is not None:
            self._screen.article.reveal(place)
            self._screen.at("article")
        else:
            self.open(self._screen.room.row(number), at=place, jump=False)

    # From entry to entry

    def do_next_unread(self, count: int | None) -> None:
        """The next unread entry, or so many on."""
        self._unread(1, count or 1)

    def do_previous_unread(self, count: int | None) -> None:
        """The unread entry before, or so many back."""
        self._unread(-1, count or 1)

    def _unread(self, step: int, count: int) -> None:
        screen = self._screen
        entry = screen.reading.entry if screen.reading and screen.pane is not screen.list else screen.list.entry
        here = None if entry is None else screen.room.number_of(entry.id)
        found: Entry | None = None
        if screen.pane is screen.list and entry is not None and entry.read is None and not self._is_open(entry):
            found, count = entry, count - 1
        for _ in range(count):
            found = screen.searching.next_unread(here if found is None else found.id, step) or found
        if found is None:
            screen.status.say("No unread entry further down." if step > 0 else "No unread entry further up.")
            return
        self._to(found)

    def _is_open(self, entry: Entry) -> bool:
        reading = self._screen.reading
        return reading is not None and reading.entry.id == entry.id

    def _to(self, entry: Entry) -> None:
        rank = self._screen.searching.rank(entry.id)
        if rank is not None:
            self._screen.list.go(rank)
        self.open(entry)

    def do_next_article(self, count: int | None) -> None:
        """The next entry of the list."""
        self._beside(count or 1)

    def do_previous_article(self, count: int | None) -> None:
        """The entry before."""
        self._beside(-(count or 1))

    def _beside(self, step: int) -> None:
        pane = self._screen.list
        if self._has_left_the_list:
            entry = self._from_where_it_stood(step)
        else:
            entry = pane.at(pane.cursor + step)
            pane.go(pane.cursor + step * (entry is not None))
        if entry is None:
            self._screen.status.say("This is the last entry." if step > 0 else "This is the first entry.")
            return
        self.open(entry)

    @property
    def _has_left_the_list(self) -> bool:
        """Whether the open entry stands no more in the list where it was opened, as it has been read or unstarred."""
        screen, shown, reading = self._screen, self._screen.list.entry, self._screen.reading
        if self._stood is None or reading is None or screen.pane is screen.list or not shown or self._is_open(shown):
            return False
        return screen.searching.rank(screen.room.number_of(reading.entry.id)) is None

    def _from_where_it_stood(self, step: int) -> Entry | None:
        """The entry so many on from one that has left the list; the cursor goes there."""
        screen, found = self._screen, None
        assert screen.reading is not None and self._stood is not None
        by_reading = screen.reading.entry.read is not None  # not out of a list of those that are not unread
        if not by_reading or (screen.view.state != "unread" and "is:unread" not in screen.view.query):
            row = self._stood + step - (step > 0)  # what followed it is in its place
            found = screen.list.at(row)
            screen.list.go(row if found is not None else screen.list.cursor)
            return found
        for _ in range(abs(step)):  # unread ones may have come in above meanwhile
            here = screen.room.number_of(screen.reading.entry.id) if found is None else found.id
            found = screen.searching.next_unread(here, 1 if step > 0 else -1)
            if found is None:
                return None
        rank = None if found is None else screen.searching.rank(found.id)
        if rank is not None:
            screen.list.go(rank)
        return found

    def read_on(self) -> None:
        """At the end of an article: say what comes; asked again, open it."""
        screen, reading = self._screen, self._screen.reading
        if reading is None:
            return
        found = screen.searching.next_unread(screen.room.number_of(reading.entry.id), 1)
        if found is None:
            screen.status.say("This is the end, and there is no unread entry further down.")
        elif self._asked_on:
            self._to(found)
        else:
            screen.status.say(f"This is the end. Space again opens: {found.title}")
            self._asked_on = True
