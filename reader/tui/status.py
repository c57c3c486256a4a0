"""The footer: which keys help here, what is being typed, what was just done, what went wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from reader.commands import Command, keys_of
from reader.errors import ReaderError
from reader.text.words import width as cells
from reader.tui.list_rows import cut
from reader.tui.looks import looks_of
from reader.typeset.breaking import fill

_STAYS = 5.0
"""Seconds that a remark stays: two lines are read in less."""
_DAY = 24 * 3600.0
"""As long as nothing else is said."""

_GAP = 2
"""Cells between two keys; where there is room one more."""
_HIGHEST = 4
"""Lines of what is said at most: on 40 columns two sentences are three or four."""
_LONGEST = 1000
"""Characters of it that are looked at: no more have room."""
_NARROW = 78
"""Cells below which it is narrow."""

Part = tuple[str, str]
"""A text and the name of its style."""


class StatusLine(Widget):
    """One line at the bottom; as many as it takes where something is said that does not fit, or went wrong."""

    def __init__(self, *, ascii: bool = False) -> None:
        super().__init__(id="status")
        self._dots = "..." if ascii else "…"
        self._hints: Sequence[Command] = ()
        self._typed = ""
        self._said = ""
        self._error: ReaderError | None = None
        self._lines: Sequence[Part] = ()
        self._timer: Timer | None = None

    def hint(self, commands: Iterable[Command]) -> None:
        """Show the keys of these commands, as many as fit, and always the last."""
        hints = list(commands)
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def typed(self, text: str) -> None:
        """Show a count or the beginning of a sequence."""
        if text != self._typed:
            self._typed = text
            self.refresh()

    def say(self, text: str, *, stays: bool = False) -> None:
        """Say in one line what was done; it goes away by itself, or with the next key."""
        self._said, self._error = text, None
        self._show_for(_DAY if stays else _STAYS)

    def fail(self, error: ReaderError, *, stays: bool = False) -> None:
        """Say in two lines what happened and what to try."""
        self._error, self._said = error, ""
        self._show_for(_DAY if stays else 2 * _STAYS)

    def settle(self) -> None:
        """Back to the keys, if something else is shown."""
        if self._said or self._error:
            self._said, self._error = "", None
            self._show_for(None)

    @property
    def failed(self) -> bool:
        """Whether it says what went wrong."""
        return self._error is not None

    @property
    def text(self) -> str:
        """What it says, without the keys."""
        if self._error is not None:
            return f"{self._error.happened}\n{self._error.advice}"
        return self._said

    def on_resize(self) -> None:
        """What is said may need more lines, or fewer."""
        self._lay()

    def _lay(self) -> None:
        """Part what is said into lines, and be as high: a short one, the most frequent, keeps the height."""
        width = max(1, self.app.size.width - 2)
        error = self._error
        told = ((self._said, "said"),) if error is None else ((error.happened, "happened"), (error.advice, "advice"))
        lines = [(text[a:b], name) for text, name in told if text for a, b in fill(text[:_LONGEST], width)]
        if len(lines) > _HIGHEST:
            text, name = lines[_HIGHEST - 1]
            lines = [*lines[: _HIGHEST - 1], (cut(f"{text}  {self._dots}", width, self._dots), name)]
        self._lines = lines
        self.update_classes({f"-high-{n}": n == len(lines) for n in range(2, _HIGHEST + 1)})

    def _show_for(self, seconds: float | None) -> None:
        self._lay()
        if self._timer is not None:
            self._timer.stop()
        self._timer = None if seconds is None else self.set_timer(seconds, self.settle)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line of what is said, or the keys."""
        width = self.size.width
        parts = [(f" {it[0]}" if not n else it[0], it[1]) for n, it in enumerate(self._parts(y, width - 2))]
        ground = self.rich_style
        segments = [Segment(text, ground + self._style(name)) for text, name in parts]
        used = sum(cells(segment.text) for segment in segments)
        return Strip(segments, used).adjust_cell_length(width, ground)

    def _parts(self, y: int, width: int) -> Iterator[Part]:
        if self._lines:
            text, name = self._lines[y] if y < len(self._lines) else ("", "said")
            yield cut(text, width, self._dots), name
        else:
            yield from self._keys(width - len(self._typed) - 2)
            if self._typed:
                yield f"  {self._typed}", "said"

    def _keys(self, room: int) -> Iterator[Part]:
        """As many keys as fit, the most useful first; help is always among them."""
        last = self._hints[-1:] if self._hints else ()
        gap = _GAP if room < _NARROW else _GAP + 1
        kept = sum(cells(_key(it)) + 1 + cells(it.label) for it in last)
        for command in self._hints:
            key = _key(command)
            size = cells(key) + 1 + cells(command.label) + (gap if command not in last else 0)
            if command not in last and size > room - kept:
                continue
            room -= size
            yield key, "key"
            yield f" {command.label}{' ' * gap}", "label"

    def _style(self, name: str) -> Style:
        return looks_of(self.app).style(name)


def _key(command: Command) -> str:
    return next(iter(keys_of(command)))
