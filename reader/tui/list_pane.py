"""The list pane: entries under their headings, any number of them, only those in sight fetched."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Protocol

from textual.events import Click

from reader.library import Group
from reader.model import Counts, Entry, Found
from reader.tui.choosing import Choosing
from reader.tui.line_pane import HEAD, LinePane
from reader.tui.list_rows import Look, cut, entry_row
from reader.tui.messages import EntryChosen, told
from reader.tui.painting import Stretch
from reader.typeset.breaking import fill

_STRETCH = 64
"""Rows fetched at once, two screens and some: 2 ms of a library of 100,000, which a page down has to spare."""


class Rows(Protocol):
    """Where rows come from: a view of the library, or what a search found."""

    name: str
    counts: Counts
    groups: Sequence[Group]

    @property
    def whole(self) -> bool:
        """Whether that is all there is, or as much as was counted."""

    @property
    def nothing(self) -> str:
        """Why there are no rows, where there are none."""

    def window(self, start: int, count: int) -> Sequence[Entry]:
        """Rows `start` to `start + count`."""

    def found(self, number: int) -> Found | None:
        """What a search found in a row, None where nothing was searched for."""


def total_of(rows: Rows) -> str:
    """How many rows there are, and whether there may be more."""
    return f"{rows.counts.total:,}{'' if rows.whole else '+'}"


def _row_at(line: int, starts: Sequence[int], height: int) -> tuple[int, int]:
    """The row and its line at a line of the pane; -1 for the heading above the row."""
    if not starts:
        return line // height, line % height
    group = bisect_right(range(len(starts)), line, key=lambda it: starts[it] * height + it) - 1
    inside = line - starts[group] * height - group - 1
    return starts[group] + max(0, inside) // height, -1 if inside < 0 else inside % height


class ListPane(LinePane):
    """The entries. The cursor is the number of a row; headings are not rows."""

    def __init__(self, clock: Callable[[], datetime], *, zone: tzinfo | None = None, ascii: bool = False) -> None:
        super().__init__(id="list", ascii=ascii)
        self._clock = clock
        self._look = Look(1, clock(), zone, ascii)
        self._rows: Rows | None = None
        self._starts: list[int] = []
        self._window: tuple[int, Sequence[Entry]] = (0, ())
        self.cursor = 0
        self.choosing = Choosing()
        self._nothing: Sequence[str] = ()
        self._made: tuple[int, list[list[Stretch]]] = (-1, [])

    # What it shows

    def show(self, rows: Rows, cursor: int = 0) -> None:
        """Show these rows with the cursor on one of them."""
        self.choosing.end()
        self._rows = rows
        self._starts = [group.start for group in rows.groups]
        self._window = (0, ())
        self.cursor = max(0, min(cursor, rows.counts.total - 1))
        self._measure()
        self.changed()
        if not self.cursor:
            self.scroll_line(0)
        self._reveal()

    def renew(self, rows: Rows, keep: int | None) -> None:
        """Show rows that have changed; the row `keep` stays where it is on the screen."""
        if keep is None or self._rows is None:
            self.show(rows, self.cursor)
            return
        self._look = replace(self._look, now=self._clock())
        before = (self._starts, self.total, self._window, self._rows.groups)
        away = self._line_of(self.cursor) - self.first
        self._rows = rows
        self._starts = [group.start for group in rows.groups]
        self._window = (0, ())
        self._explain()
        if before[:2] == (self._starts, self.total) and keep == self.cursor:
            self._redraw_changed(*before[2:])
            return
        keep = max(0, min(keep, rows.counts.total - 1))  # what the cursor was on may be gone, and have been the last
        self.choosing.moved(keep - self.cursor)
        self.cursor = keep
        self.changed()
        self.scroll_line(self._line_of(keep) - away)
        self._reveal()

    def grow_older(self) -> bool:
        """Tell the ages of the rows as they are by now; whether another day has begun, under which headings are others."""
        before, now = self._look.now, self._clock()
        self._look = replace(self._look, now=now)
        self.changed()
        return now.astimezone(self._look.zone).date() != before.astimezone(self._look.zone).date()

    def _redraw_changed(self, window: tuple[int, Sequence[Entry]], groups: Sequence[Group]) -> None:
        """Draw anew only the rows and headings that differ: one, where a row was marked."""
        assert self._rows is not None
        start, old = window
        self._window = (start, self._rows.window(start, len(old)) if old else ())
        for number, (was, now) in enumerate(zip(old, self._window[1], strict=False), start):
            if was != now:
                self.redraw(self._lines_of(number))
        for before, group in zip(groups, self._rows.groups, strict=False):
            if before != group:
                self.redraw((self._line_of(group.start) - 1,))
        self.redraw_title()

    @property
    def rows(self) -> Rows | None:
        """Where its rows come from."""
        return self._rows

    @property
    def total(self) -> int:
        """How many rows there are."""
        return 0 if self._rows is None else self._rows.counts.total

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        return self.at(self.cursor)

    def at(self, number: int) -> Entry | None:
        """The entry of a row; None beyond the ends."""
        if self._rows is None or not 0 <= number < self.total:
            return None
        start, window = self._window
        if not start <= number < start + len(window):
            start = max(0, number - _STRETCH // 2)
            window = self._rows.window(start, _STRETCH)
            self._window = (start, window)
        return window[number - start] if number - start < len(window) else None

    def found(self, number: int) -> Found | None:
        """What the search found in a row."""
        return None if self._rows is None else self._rows.found(number)

    def go(self, number: int) -> None:
        """Put the cursor on a row."""
        before = self.cursor
        self.cursor = max(0, min(number, self.total - 1))
        if self.cursor != before:
            self.redraw((*self._lines_of(before), *self._lines_of(self.cursor)))
            self._reveal()
            if self.choosing.reach(self.cursor, self._id_at):
                self.changed()

    def _id_at(self, number: int) -> int | None:
        entry = self.at(number)
        return None if entry is None else entry.id

    # Lines

    def count(self) -> int:
        """Rows with their lines, and a line for each heading."""
        return self.total * self._look.height + len(self._starts) if self.total else len(self._nothing)

    def title(self) -> Iterable[Stretch]:
        """What is shown, how many are unread, how many there are."""
        if self._rows is None:
            return ()
        counts, total = self._rows.counts, total_of(self._rows)
        told = f"{counts.unread:,} unread of {total}" if counts.unread else total
        if self.chosen:
            told = f"{len(self.chosen):,} chosen{', the most at once' if self.choosing.full else f' of {total}'}"
        name = cut(self._rows.name, max(4, self.inner - len(told) - 3), self._look.sign("…", "..."))
        return (self.heading(f" {name} "), Stretch(f" {told}", ("title-count",)))

    def line(self, number: int) -> Iterable[Stretch]:
        """A heading, or a line of a row; where there are none, why."""
        if not self.total:
            return (Stretch(f" {self._nothing[number]}", ("quiet",)),)
        row, part = self._row_at(number)
        if part < 0:
            return self._heading(bisect_right(self._starts, row) - 1)
        entry = self.at(row)
        if entry is None:
            return ()
        if self._made[0] != row:  # the lines of a row are asked for one after another
            self._made = (row, entry_row(entry, self._look, self.found(row)))
        return self._made[1][part]

    def ground(self, number: int) -> tuple[str, ...]:
        """The row under the cursor is told apart."""
        if not self.total:
            return ()
        row, part = self._row_at(number)
        entry = self.at(row) if self.chosen and part >= 0 else None
        if entry is not None and entry.id in self.chosen:
            return ("row-chosen",)
        if part < 0 or row != self.cursor:
            return ()
        return ("row-cursor",) if self.has_focus else ("row-cursor-away",)

    def cursor_lines(self) -> Iterable[int]:
        """The row under the cursor."""
        return self._lines_of(self.cursor)

    def changed(self) -> None:
        """Rows are others now."""
        self._made = (-1, [])
        super().changed()

    def redraw(self, lines: Iterable[int]) -> None:
        """Draw some lines anew, from rows as they are now."""
        self._made = (-1, [])
        super().redraw(lines)

    def _heading(self, number: int) -> tuple[Stretch, ...]:
        assert self._rows is not None
        group = self._rows.groups[number]
        told = f" {group.unread:,}" if group.unread else ""
        return Stretch(f" {group.label or 'Elsewhere'}", ("group",)), Stretch(told, ("group-count",))

    def _row_at(self, line: int) -> tuple[int, int]:
        return _row_at(line, self._starts, self._look.height)

    def _line_of(self, row: int) -> int:
        return row * self._look.height + bisect_right(self._starts, row)

    def _lines_of(self, row: int) -> range:
        first = self._line_of(row)
        return range(first, first + self._look.height)

    def _reveal(self) -> None:
        lines = self._lines_of(self.cursor)
        heading = self.cursor in self._starts
        self.into_sight(lines[0] - heading, lines[-1], 0)

    def fit(self) -> None:
        """Rows are drawn for this width; where the pane is wide they have another height."""
        away = self._line_of(self.cursor) - self.first
        self._measure()
        self.changed()
        self.scroll_line(self._line_of(self.cursor) - away if self.cursor else 0)
        self._reveal()

    def _measure(self) -> None:
        self._look = replace(self._look, width=self.inner, now=self._clock())
        self._explain()

    def _explain(self) -> None:
        said = "" if self.total or self._rows is None else self._rows.nothing
        self._nothing = [said[start:end] for start, end in fill(said, max(1, self.inner - 2))] if said else []

    def on_click(self, event: Click) -> None:
        """A click opens a row."""
        line = self.first + event.y - HEAD
        if event.y < HEAD or line >= self.count() or event.x >= self.inner:
            return
        row, part = self._row_at(line)
        if part >= 0:
            self.choosing.end()
            self.go(row)
            self.do_open(None)

    # Commands

    def do_down(self, count: int | None) -> None:
        """Rows down."""
        self.go(self.cursor + (count or 1))

    def do_up(self, count: int | None) -> None:
        """Rows up."""
        self.go(self.cursor - (count or 1))

    def do_page_down(self, count: int | None) -> None:
        """Pages down."""
        self._leap((count or 1) * self.room)

    def do_page_up(self, count: int | None) -> None:
        """Pages up."""
        self._leap(-(count or 1) * self.room)

    def do_half_down(self, count: int | None) -> None:
        """Half pages down."""
        self._leap((count or 1) * self.room // 2)

    def do_half_up(self, count: int | None) -> None:
        """Half pages up."""
        self._leap(-(count or 1) * self.room // 2)

    def _leap(self, lines: int) -> None:
        rows = max(1, abs(lines) // self._look.height)
        self.go(self.cursor + (rows if lines > 0 else -rows))

    def do_top(self, _: int | None) -> None:
        """To the first row."""
        self.go(0)
        self.scroll_line(0)

    def do_bottom(self, count: int | None) -> None:
        """To the last row, or the one with that number."""
        self.go(self.total - 1 if count is None else count - 1)

    def do_choose(self, count: int | None) -> None:
        """Choose rows from here on as the cursor moves, until asked again; with a number so many, and the cursor goes on
        to the next. What is chosen already is so no longer."""
        entry = self.entry
        if entry is None:
            return
        if count:
            last = min(self.total, self.cursor + count) - 1
            self.choosing.toggle({it for row in range(self.cursor, last + 1) if (it := self._id_at(row)) is not None})
            self.go(last + 1)
        elif self.choosing.going_on:
            self.choosing.end()
        elif entry.id in self.chosen:
            self.choosing.toggle({entry.id})
        else:
            self.choosing.begin(self.cursor, entry.id)
        self.changed()

    def do_end_choosing(self, _: int | None) -> None:
        """Choose nothing."""
        self.choose(set())

    def choose(self, ids: set[int]) -> None:
        """Have just these entries chosen."""
        if ids != self.chosen:
            self.choosing.take(ids)
            self.changed()

    @property
    def chosen(self) -> set[int]:
        """The numbers of the entries that are chosen for one command."""
        return self.choosing.ids

    def do_open(self, _: int | None) -> None:
        """Open the entry under the cursor."""
        self.choosing.end()
        if self.entry is not None:
            found = self.found(self.cursor)
            told(self, EntryChosen(self.entry, None if found is None else found.passage))
