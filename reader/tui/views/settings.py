"""The settings, drawn from the table of options: each with its value and what it does, changed in place, kept at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from textual.app import SuspendNotSupported

from reader import outside
from reader.errors import SettingsError
from reader.settings import Option, Settings, options, reread
from reader.settings.writing import documented, keep, put
from reader.text.clean import one_line
from reader.tui import own_themes
from reader.tui.keys import Resolver
from reader.tui.painting import Stretch
from reader.tui.themes import THEMES
from reader.tui.views.page import ItemsPane, Lines, PageScreen
from reader.typeset.breaking import fill

_LATER = frozenset({"ascii", "mouse", "color", "samples"})
"""Options that the terminal or the panes are made with: they hold from the next start."""
_TITLE = "Settings: Enter changes, a number before it sets one"
_NAME = 14
"""Cells for the name of an option."""


class OptionsPane(ItemsPane):
    """Options, each a few lines; the first of them has its value."""

    def ground(self, number: int) -> tuple[str, ...]:
        """The option under the cursor is told apart."""
        return ("row-cursor",) if self.starts and number == self.cursor else ()


class SettingsScreen(PageScreen[None]):
    """The settings page."""

    contexts = ("settings", "page", "everywhere")

    def __init__(self, resolver: Resolver, settings: Settings, apply: Callable[[Settings], None]) -> None:
        self._page = OptionsPane(_TITLE, self._build, ascii=settings.ascii)
        super().__init__(self._page, resolver, ascii=settings.ascii)
        self._settings = settings
        self._apply = apply
        self._options = options()

    def _build(self, width: int) -> tuple[Lines, list[int]]:
        lines: list[list[Stretch]] = []
        starts = []
        for option in self._options:
            starts.append(len(lines))
            lines.append([Stretch(option.name.ljust(_NAME), ("key",)), Stretch(self._shown(option), ("seen",))])
            bounds = f" ({option.bounds})" if option.bounds else ""
            told = f"{option.help}{bounds}{'; from the next start' if option.name in _LATER else ''}"
            for start, end in fill(told, max(10, min(width, 90) - _NAME)):
                lines.append([Stretch(" " * _NAME, ()), Stretch(told[start:end], ("quiet",))])
            lines.append([])
        file = f"Kept in {one_line(str(self._settings.config_file))}; e opens it in an editor."
        lines += [[Stretch(file[start:end], ("quiet",))] for start, end in fill(file, width)]
        return lines, starts

    def _shown(self, option: Option) -> str:
        value = getattr(self._settings, option.name)
        if option.type is bool:
            return "yes" if value else "no"
        if option.type is dict:
            return f"{len(value)} of your own" if value else "as they are"
        return f"{value:g}" if option.type is float else one_line(str(value))

    # Changing

    @property
    def _option(self) -> Option:
        return self._options[self._page.number]

    def do_change(self, count: int | None) -> None:
        """The next value, or the number typed before."""
        self._change(1, count)

    def do_change_back(self, _: int | None) -> None:
        """The value before."""
        self._change(-1, None)

    def _change(self, step: int, number: int | None) -> None:
        option = self._option
        if option.type is dict:
            raise SettingsError("Keys are written in the file: a command, and its keys.", "e opens it in an editor.")
        value = self._next(option, getattr(self._settings, option.name), step, number)
        self._take(replace(self._settings, **{option.name: value}))
        keep(self._settings.config_file, option.name, value)

    def _next(self, option: Option, value: Any, step: int, number: int | None) -> Any:
        if option.type is bool:
            return not value
        if option.type in (int, float):
            low, high = option.low or 0, option.high or 1
            wished = float(number) if number is not None else value + step * (0.5 if option.type is float else 1)
            if not low <= wished <= high:
                self.status.say(f"{option.name} goes {option.bounds}.")
            return option.type(max(low, min(wished, high)))
        ring = list(option.choices) or self._themes()
        at = ring.index(value) if value in ring else -step
        return ring[(at + step) % len(ring)]

    def _themes(self) -> list[str]:
        own = own_themes.names(self._settings.config_file.parent / "themes")
        ours = [theme.name for theme in THEMES]
        return ["auto", *ours, *own, *sorted(set(self.app.available_themes) - {*ours, *own})]

    def _take(self, settings: Settings) -> None:
        self._settings = settings
        self._page.renew()
        self._apply(settings)

    def do_edit_settings(self, _: int | None) -> None:
        """The file itself, in an editor; what is wrong in it is told with its line."""
        file = self._settings.config_file
        try:
            text = file.read_text("utf-8-sig", errors="replace") if file.is_file() else documented()
        except OSError as error:
            raise SettingsError(
                f"The settings file {one_line(str(file))} cannot be read: {error.strerror}.", "Look at its permissions."
            ) from error
        try:
            with self.app.suspend():
                changed = outside.edit(text, name="settings.toml")
        except SuspendNotSupported as error:
            raise SettingsError(
                "This terminal cannot be left to an editor.", f"Open {one_line(str(file))} in one yourself."
            ) from error
        if changed != text:
            put(file, changed)
        found = reread(self._settings)
        self._take(found)
        self.status.say(f"Settings, {found.mistakes[0]}." if found.mistakes else "The settings are as the file says.")
