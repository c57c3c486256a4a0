"""The application: settings, themes, keys, the first screen. No news in it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from textual.app import App, SystemCommand
from textual.screen import Screen

from reader.commands import COMMANDS, Context, remapped
from reader.errors import SettingsError
from reader.newsroom import Newsroom
from reader.settings import Settings
from reader.tui import themes
from reader.tui.keys import Resolver
from reader.tui.looks import Looks
from reader.tui.screen import ReadingScreen


def _commands() -> type[Any]:
    from reader.tui.views.palette import Commands

    return Commands


class NewsReader(App[None]):
    """The news reader on the screen."""

    TITLE = "newsreader"
    CSS_PATH = "newsreader.tcss"
    COMMANDS = {_commands}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-middle"), (120, "-wide")]

    def __init__(
        self, room: Newsroom, settings: Settings, *, clock: Callable[[], datetime], sources: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self.animation_level = "none"
        self.room = room
        self.used: dict[str, int] = {}
        self._looks: tuple[str, Looks] | None = None
        self._mistake: SettingsError | None = None
        try:
            self.resolver = Resolver(remapped(settings.keys))
        except SettingsError as error:
            self._mistake = error
            self.resolver = Resolver(COMMANDS)
        for theme in themes.THEMES:
            self.register_theme(theme)
        known = settings.theme in self.available_themes
        # Set without its watcher: that would parse the style sheet once more before the first paint.
        self.set_reactive(App.theme, settings.theme if known else themes.DARK)
        self.reading_screen = ReadingScreen(
            room, settings, self.resolver, clock=clock, sources=sources, broken=self._broken
        )

    def get_default_screen(self) -> Screen[None]:
        """The reading screen is the first and only one that stays.

        It is told how wide it is before Textual does at the first resize: else it would be painted for no width first.
        """
        fitting = [name for least, name in self.HORIZONTAL_BREAKPOINTS or () if self.size.width >= least]
        self.reading_screen.add_class(fitting[-1])
        return self.reading_screen

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our color names for themes that do not know them."""
        return themes.defaults(self.current_theme.dark)

    @property
    def looks(self) -> Looks:
        """How text looks in the theme that is shown."""
        if self._looks is None or self._looks[0] != self.theme:
            self._looks = (self.theme, Looks(self.theme_variables))
        return self._looks[1]

    def on_mount(self) -> None:
        """Say what is wrong with the keys of the settings."""
        if self._mistake is not None:
            self.reading_screen.status.fail(self._mistake)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """None: the palette shows the command table."""
        return ()

    def _broken(self, error: BaseException) -> None:
        """Work in the background met a defect of ours: end with a report, as if it had happened here."""
        logging.getLogger("reader").error("work in the background failed", exc_info=error)
        self.call_from_thread(self._handle_exception, error)

    def copy_to_clipboard(self, text: str) -> None:
        """Into the terminal's clipboard (OSC 52), and into the system's where a program fills it."""
        super().copy_to_clipboard(text)
        self.reading_screen.jobs.latest("clipboard", lambda: self.room.copy(text))

    # Commands

    def do_quit(self, _: int | None) -> None:
        """Leave."""
        self.exit()

    do_quit_now = do_quit

    def do_help(self, _: int | None) -> None:
        """The keys that work here."""
        from reader.tui.views.help import Help

        here: Sequence[Context] = getattr(self.screen, "contexts", ("everywhere",))
        self.push_screen(Help(self.resolver, here, ascii=self.reading_screen.settings.ascii))

    def do_palette(self, _: int | None) -> None:
        """All commands."""
        self.action_command_palette()

    def do_redraw(self, _: int | None) -> None:
        """Draw everything anew."""
        self.screen.refresh(layout=True)

    def do_suspend(self, _: int | None) -> None:
        """Leave for the shell."""
        self.action_suspend_process()

    def do_theme(self, _: int | None) -> None:
        """The other of our two themes."""
        self.theme = themes.LIGHT if self.current_theme.dark else themes.DARK
