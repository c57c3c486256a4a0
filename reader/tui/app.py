"""The application: settings, themes, keys, the first screen. No news in it."""

from __future__ import annotations

import asyncio
import logging
import pkgutil
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.screen import Screen

from reader.commands import COMMANDS, Context, remapped
from reader.errors import ReaderError, SettingsError
from reader.newsroom import Newsroom
from reader.settings import Settings
from reader.tui import hangup, themes
from reader.tui.keys import Resolver
from reader.tui.looks import Looks
from reader.tui.messages import Stood
from reader.tui.pressing import Keyed
from reader.tui.screen import ReadingScreen
from reader.tui.settling import TURNS
from reader.tui.welcome import complaint

if TYPE_CHECKING:
    from reader.tui.calling import Calling

_LOOK_AGAIN = 1.0
"""Seconds between looks at the file of a theme of the person's own."""


class NewsReader(App[None]):
    """The news reader on the screen."""

    TITLE = "newsreader"
    CSS = (pkgutil.get_data("reader.tui", "newsreader.tcss") or b"").decode()  # not CSS_PATH: a zip has no such path
    ENABLE_COMMAND_PALETTE = False
    typed_before = b""
    """What was typed before the screen stands and has been read from the terminal."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-middle"), (120, "-wide")]

    def __init__(
        self,
        room: Newsroom,
        settings: Settings,
        *,
        clock: Callable[[], datetime],
        sources: Sequence[str] = (),
        dark: bool = True,
    ) -> None:
        """`dark` is whether the terminal's ground is, which the theme "auto" follows."""
        super().__init__()
        self.animation_level = "none"
        self.room = room
        self._looks: tuple[str, Looks] | None = None
        self._mistakes: list[SettingsError] = []
        self._own: dict[str, float] = {}  # themes that were read, and when their files were written
        self._follows = False
        self._leaving = False
        self.defect: BaseException | None = None
        self._calling: Calling | None = None
        self._typed: deque[Key | Paste] = deque()
        try:
            self.resolver = Resolver(remapped(settings.keys))
        except SettingsError as error:
            self._mistakes.append(error)
            self.resolver = Resolver(COMMANDS)
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.settings = settings
        self._dark = dark
        # Set without its watcher: that would parse the style sheet once more before the first paint. The sheet, which is
        # not parsed yet, and the filter of colors were made for Textual's own theme.
        self.set_reactive(App.theme, self._theme_named(settings.theme))
        self.stylesheet.set_variables(self.get_css_variables())
        self._refresh_truecolor_filter(self.ansi_theme)
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)
        self.reading_screen = ReadingScreen(
            room, settings, self.resolver, clock=clock, sources=sources, broken=self._broken
        )

    def _theme_named(self, wished: str) -> str:
        """The theme that settings mean, read from its file if it is the person's own; ours if it cannot be had."""
        if wished == "auto":
            return themes.DARK if self._dark else themes.LIGHT
        if wished not in self.available_themes:
            from reader.tui import own_themes

            try:
                self.register_theme(own_themes.load(self._own_folder, wished))
                self._own[wished] = self._stamp_of(wished)
            except SettingsError as error:
                self._mistakes.append(SettingsError(f"{error.happened} The dark theme is shown.", error.advice))
                return themes.DARK
        return wished

    @property
    def _own_folder(self) -> Path:
        return self.settings.config_file.parent / "themes"

    def _stamp_of(self, name: str) -> float:
        try:
            return (self._own_folder / f"{name}.toml").stat().st_mtime
        except OSError:  # as it is being written, for a moment there is none
            return 0.0

    def _follow_own(self) -> None:
        if self._own and not self._follows:
            self._follows = True
            self.set_interval(_LOOK_AGAIN, self.look_at_theme)

    def look_at_theme(self) -> None:
        """A theme of the person's own that was written meanwhile is shown as it is now."""
        name = self.theme
        if name not in self._own or self._own[name] == (stamp := self._stamp_of(name)):
            return
        from reader.tui import own_themes

        self._own[name] = stamp
        try:
            self.register_theme(own_themes.load(self._own_folder, name))
        except SettingsError as error:
            self.reading_screen.status.fail(error)
            return
        self._looks = None
        self._watch_theme(name)

    def apply(self, settings: Settings) -> None:
        """What the person wishes from now on. Raises SettingsError for a theme that cannot be had."""
        self.settings = settings
        self._mistakes = []
        self.theme = self._theme_named(settings.theme)
        self._follow_own()
        self.reading_screen.apply(settings)
        if self._mistakes:
            raise self._mistakes[0]

    def get_driver_class(self) -> type[Driver]:
        """Textual's for this system; where that is a Unix terminal, ours that reads keys quicker."""
        usual = super().get_driver_class()
        if usual.__module__ != "textual.drivers.linux_driver":
            return usual
        from reader.tui.keyboard import Keyboard

        return Keyboard

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
        """Say what is wrong with keys or theme of the settings; heed the terminal's going away and coming back."""
        self._follow_own()
        self.app_resume_signal.subscribe(
            self, lambda _: self.do_redraw(None)
        )  # Textual leaves it empty after ^Z and fg
        if not self.is_headless:
            hangup.heed(self.exit)
            self.set_interval(hangup.LOOK, self._leave_if_gone)
        if (wrong := complaint(self._mistakes, self.settings.mistakes)) is not None:
            self.reading_screen.status.fail(wrong)

    def _leave_if_gone(self) -> None:
        if hangup.gone():
            self.exit()

    def _broken(self, error: BaseException) -> None:
        """Work in the background met a defect of ours: end with a report, as if it had happened here. Nobody waits for that:
        the screen may be waiting for this work, as it is being left."""
        logging.getLogger("reader").error("work in the background failed", exc_info=error)
        self.defect = error
        self.call_later(self._end_by_defect)

    def _end_by_defect(self) -> None:
        assert self.defect is not None
        raise self.defect  # raised, not handed over: Textual tells of what is being handled just now

    def copy_to_clipboard(self, text: str) -> None:
        """Into the terminal's clipboard (OSC 52), and into the system's where a program fills it."""
        super().copy_to_clipboard(text)
        self.reading_screen.jobs.latest("clipboard", lambda: self.room.copy(text))

    async def on_event(self, event: Event) -> None:
        """Keys and pastes go to the screen that is shown when their turn comes; all else is Textual's."""
        if isinstance(event, Key | Paste):
            if not self._leaving:
                self._typed.append(event)
            self.call_next(self.type_on)
        else:
            await super().on_event(event)

    async def type_on(self) -> None:
        """Do the next that was typed, if the screen that is shown stands.

        Always called by `call_next`: so it comes behind what a closed page leads to, which does, too.
        """
        top: object = self.screen if self.screen_stack else None  # none any more where the app is being closed
        if self._typed and isinstance(top, Keyed) and top.stands:
            self.app_focus = True
            with self.batch_update():  # what a key changes is one paint: the footer came 10 to 30 ms behind the article
                await top.take(self._typed.popleft())
                for _ in range(TURNS):
                    await asyncio.sleep(0)
            if self.screen_stack:
                self.screen.check_idle()
            if self._typed:
                self.call_next(self.type_on)

    def on_stood(self, _: Stood) -> None:
        """A screen stands: what was typed meanwhile is its own."""
        self.call_next(self.type_on)

    # Commands

    def do_quit(self, _: int | None) -> None:
        """Leave; what was typed behind it is nobody's any more."""
        self._leaving = True
        self._typed.clear()
        self.exit()

    do_quit_now = do_quit

    def do_help(self, _: int | None) -> None:
        """The keys that work here."""
        from reader.tui.views.help import Help

        here: Sequence[Context] = getattr(self.screen, "contexts", ("everywhere",))
        self.push_screen(Help(self.resolver, here, ascii=self.reading_screen.settings.ascii))

    def do_palette(self, _: int | None) -> None:
        """All commands; the one that is chosen is done where one was."""
        from reader.tui.calling import Calling

        self._calling = self._calling or Calling(self.reading_screen)
        self._calling.call()

    def do_settings(self, _: int | None) -> None:
        """The settings."""
        from reader.tui.views.settings import SettingsScreen

        self.push_screen(SettingsScreen(self.resolver, self.settings, self.apply))

    def do_redraw(self, _: int | None) -> None:
        """Draw everything anew."""
        self.screen.refresh(layout=True)

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Leave the screen to another program. What that ends with is raised once the screen is back: Textual would leave it
        away."""
        failed: ReaderError | None = None
        with super().suspend():
            try:
                yield
            except ReaderError as error:
                failed = error
        if failed is not None:
            raise failed

    def do_suspend(self, _: int | None) -> None:
        """Leave for the shell."""
        self.action_suspend_process()

    def do_theme(self, _: int | None) -> None:
        """The other of our two themes."""
        self.theme = themes.LIGHT if self.current_theme.dark else themes.DARK
