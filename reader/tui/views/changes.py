"""What the publisher changed between two versions of an article, by word; Enter reads the older one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from reader.model import Place, Version
from reader.newsroom.editions import Changes
from reader.tui.keys import Resolver
from reader.tui.list_rows import Look, date
from reader.tui.painting import Stretch
from reader.tui.views.page import Lines, PageScreen, PartsPane
from reader.typeset.breaking import fill
from reader.versions import Row

_MEASURE = 84
_AROUND = 1
"""Paragraphs that stayed shown before and after one that changed; the rest is folded."""

Chosen = tuple[int, Place | None]
"""The number of a version to read, and where in it."""

Compare = Callable[[int, int, Callable[[Changes], None]], None]
"""Compares two versions in the background and hands over the result."""


class ChangesPane(PartsPane):
    """Paragraphs with what went out and what came in; the cursor stands on a line that begins a change."""

    def renew(self) -> None:
        """Make the lines anew; from the top on it begins at the first change."""
        super().renew()
        if self.number is None:
            self.go_to(0)

    def retitle(self, title: str) -> None:
        """Say what is compared."""
        self._title = title

    @property
    def number(self) -> int | None:
        """The number of the change under the cursor, None above the first."""
        found = [number for number, line in enumerate(self.starts) if line <= self.cursor]
        return found[-1] if found else None

    def ground(self, number: int) -> tuple[str, ...]:
        """The change under the cursor is told apart."""
        return ("row-cursor",) if self.starts and number == self.cursor else ()

    def go_to(self, change: int) -> None:
        """Put the cursor on the change with that number."""
        if self.starts:
            line = self.starts[max(0, min(change, len(self.starts) - 1))]
            before, self.cursor = self.cursor, line
            self.into_sight(line, min(line + 3, self.count() - 1), self.room // 4)
            self.redraw((before, line))


class ChangesView(PageScreen[Chosen]):
    """Two versions side by side in one text."""

    contexts = ("changes", "page", "everywhere")

    def __init__(
        self, changes: Changes, compare: Compare, resolver: Resolver, look: Look, *, whole: bool = False
    ) -> None:
        self._page = ChangesPane("What the publisher changed", self._build, ascii=look.ascii)
        super().__init__(self._page, resolver, ascii=look.ascii)
        self._compare = compare
        self._look = look
        self._whole = whole
        self._places: list[Place | None] = []
        self.changes = changes
        self._wanted = (changes.old.number, changes.new.number)
        self._page.retitle(self._told())

    def show(self, changes: Changes) -> None:
        """Show a comparison of two other versions."""
        self.changes = changes
        self._page.cursor = 0
        self._page.retitle(self._told())
        self._page.renew()

    def _told(self) -> str:
        found, old, new = self.changes.comparison, self.changes.old.number, self.changes.new.number
        counts = f"{found.words_out:,} words out, {found.words_in:,} in" if found.changed else "the same words"
        return f"Version {old} {self._look.sign('→', '->')} {new} of {len(self.changes.versions)}: {counts}"

    def _named(self, version: Version) -> str:
        return f"version {version.number} of {date(version.fetched, self._look)}"

    # Lines

    def _build(self, width: int) -> tuple[Lines, list[int]]:
        said = f"What the publisher changed from {self._named(self.changes.old)} to {self._named(self.changes.new)}"
        lines = [[Stretch(said[a:b], ("quiet",))] for a, b in fill(said, width)] + [[]]
        starts: list[int] = []
        self._places = []
        rows = self.changes.comparison.rows
        shown = _shown(rows, self._whole)
        folded = 0
        for number, row in enumerate(rows):
            if number not in shown:
                folded += 1
                continue
            lines += self._folded(folded)
            folded = 0
            self._row(row, rows, number, lines, starts, min(width, _MEASURE))
            lines.append([])
        lines += self._folded(folded)
        if not self.changes.comparison.changed:
            said = "No word differs between these two versions: quotes, dashes, spaces and paragraph breaks at most."
            lines += [[Stretch(said[a:b], ("quiet",))] for a, b in fill(said, width)]
        return lines, starts

    def _folded(self, count: int) -> list[list[Stretch]]:
        if not count:
            return []
        dots = self._look.sign("⋯", "...")
        return [[Stretch(f"{dots} {count} paragraph{'' if count == 1 else 's'} as before", ("quiet",))], []]

    def _row(
        self, row: Row, rows: Sequence[Row], number: int, lines: list[list[Stretch]], starts: list[int], width: int
    ) -> None:
        """A paragraph's lines; where changes begin is written down."""
        stretches = list(self._stretches(row))
        text = "".join(it.text for it in stretches)
        cuts = fill(text, width) or [(0, 0)]
        first, at, before = len(lines), 0, "same"
        for piece, stretch in zip(row.pieces, stretches, strict=True):
            if piece.kind != "same" and before == "same":
                line = first + max(0, sum(start <= at for start, _ in cuts) - 1)
                if not starts or starts[-1] != line:
                    starts.append(line)
                    self._places.append(_old_place(rows, number, piece.place if piece.kind == "out" else None))
            before = piece.kind
            at += len(stretch.text)
        lines += [list(_cut(stretches, start, end)) for start, end in cuts]

    def _stretches(self, row: Row) -> Iterator[Stretch]:
        around = {"in": ("{+", "+}"), "out": ("[-", "-]"), "same": ("", "")} if self._look.ascii else {}
        role = "title" if row.pieces[0].place.part == "title" else "seen" if row.changed else "quiet"
        for piece, following in zip_longest(row.pieces, row.pieces[1:]):
            first, last = around.get(piece.kind, ("", ""))
            name = {"in": "words-in", "out": "words-out"}.get(piece.kind, "")
            replaced = following is not None and "same" not in (piece.kind, following.kind)
            apart = " " if replaced and not piece.text[-1:].isspace() else ""
            yield Stretch(f"{first}{piece.text}{last}{apart}", (role, name) if name else (role,))

    # Commands

    def do_next_change(self, count: int | None) -> None:
        """The next change."""
        self._step(count or 1)

    def do_previous_change(self, count: int | None) -> None:
        """The change before."""
        self._step(-(count or 1))

    def _step(self, step: int) -> None:
        now, last = self._page.number, len(self._page.starts) - 1
        wanted = step - 1 if now is None and step > 0 else (now or 0) + step
        self._page.go_to(wanted)
        if last < 0:
            self.status.say("Nothing differs here; [ and ] compare with another version.")
        elif not 0 <= wanted <= last:
            self.status.say("This is the last change." if step > 0 else "This is the first change.")
        else:
            self.status.say(f"Change {wanted + 1} of {last + 1}")

    def do_from_older(self, _: int | None) -> None:
        """Compare with an older version."""
        self._turn(-1, 0)

    def do_from_newer(self, _: int | None) -> None:
        """Compare with a newer version."""
        self._turn(1, 0)

    def do_to_older(self, _: int | None) -> None:
        """Look at an older version."""
        self._turn(0, -1)

    def do_to_newer(self, _: int | None) -> None:
        """Look at a newer version."""
        self._turn(0, 1)

    def _turn(self, old: int, new: int) -> None:
        numbers = [it.number for it in self.changes.versions]
        first, second = (numbers.index(it) + step for it, step in zip(self._wanted, (old, new), strict=True))
        if not 0 <= first < second < len(numbers):
            self.status.say("There is no such pair: the first is older than the second, and both are kept.")
            return
        self._wanted = (numbers[first], numbers[second])  # from there the next key goes on, shown or not
        self._compare(*self._wanted, self.show)

    def do_whole_text(self, _: int | None) -> None:
        """All paragraphs, or those around changes."""
        number = self._page.number
        self._whole = not self._whole
        self._page.renew()
        self._page.go_to(number or 0)

    def do_open(self, _: int | None) -> None:
        """Read the older version where the change is."""
        number = self._page.number
        self.close((self.changes.old.number, None if number is None else self._places[number]))

    do_changes = PageScreen.do_leave


def _shown(rows: Sequence[Row], whole: bool) -> set[int]:
    """Which paragraphs are not folded."""
    if whole:
        return set(range(len(rows)))
    return {
        near
        for number, row in enumerate(rows)
        if row.changed
        for near in range(number - _AROUND, number + _AROUND + 1)
        if 0 <= near < len(rows)
    }


def _old_place(rows: Sequence[Row], number: int, out: Place | None) -> Place | None:
    """Where a change is in the older version: what went out there, else what went out last before it."""
    if out is not None:
        return out
    for row in rows[number::-1]:
        for piece in row.pieces:
            if piece.kind == "out":
                return piece.place
    return None


def _cut(stretches: Sequence[Stretch], start: int, end: int) -> Iterator[Stretch]:
    """The part of stretches that stands on one line."""
    at = 0
    for stretch in stretches:
        low, high = max(start - at, 0), min(end - at, len(stretch.text))
        if low < high:
            yield Stretch(stretch.text[low:high], stretch.names)
        at += len(stretch.text)
