"""The terminal, read and written as Textual does it but for four things.

A lone Esc is told apart from the beginning of a sequence after the terminal's escape delay: Textual looks for the end of
that only each tenth of a second, so that Esc took 121 to 175 ms where the delay was 25. And a byte that is no UTF-8, as
terminals of other encodings send it, is a strange character; Textual ends the program over it.
And a terminal that is gone takes no more: Textual's thread that writes ends over it, and then the program waits for ever to
give it the next piece, with the library open. And what the terminal answers too late when asked for its ground is no keys.

What was typed while the program started has passed the terminal's own line editing, which makes a line feed of Enter.
"""

from __future__ import annotations

import asyncio
import os
import selectors
from codecs import getincrementaldecoder
from contextlib import suppress
from io import TextIOWrapper
from typing import IO, Any, cast

from textual import constants
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from reader.tui.background import without_answer

_LOOK = 0.1
"""Seconds between looks whether the program has ended, while nothing is typed."""
_READ = 4096


class Lasting:
    """A terminal that may go away: what is written then goes nowhere, and `hangup` ends the program."""

    def __init__(self, terminal: IO[str]) -> None:
        self._terminal = terminal

    def write(self, text: str) -> None:
        """Write a text."""
        with suppress(OSError):
            self._terminal.write(text)

    def flush(self) -> None:
        """Send on what was written."""
        with suppress(OSError):
            self._terminal.flush()

    def fileno(self) -> int:
        """The terminal's number."""
        return self._terminal.fileno()


class Keyboard(LinuxDriver):
    """The terminal on Linux and macOS."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._before: bytes = getattr(app, "typed_before", b"")
        self._file = cast("TextIOWrapper", Lasting(cast("IO[str]", self._file)))

    def resume_application_mode(self) -> None:
        """Take the terminal again. Stopped and continued from outside, it was never left: Textual would take it a second
        time, and two threads would read the keys."""
        if self._key_thread is not None and self._key_thread.is_alive():
            self.suspend_application_mode()
        super().resume_application_mode()

    def _sigcont_application(self, *_: object) -> None:
        """Continued from outside, the terminal is taken again; not while the program is being left: it would not be given
        back, and with Textual's loop gone that ended in a page of Python."""
        with suppress(RuntimeError):
            asyncio.get_running_loop()
            if not self._app._exit:
                super()._sigcont_application()

    def run_input_thread(self) -> None:
        """Hand on keys, mouse and answers of the terminal until the program ends."""
        parser, decode = XTermParser(self._debug), getincrementaldecoder("utf-8")("replace").decode

        def hand_on(data: bytes) -> None:
            for event in parser.feed(decode(data)) if data else ():
                self.process_message(event)

        before, self._before = self._before, b""
        hand_on(before.replace(b"\n", b"\r"))
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            patience, begun = _LOOK, False
            while not self.exit_event.is_set():
                if selector.select(patience):
                    data = os.read(self.fileno, _READ)
                    if not data:  # the terminal is gone: hangup.py ends the program
                        self.exit_event.wait(_LOOK)
                    data, begun = data if begun else data.replace(b"\n", b"\r"), True
                    hand_on(without_answer(data))
                    patience = constants.ESCAPE_DELAY if b"\x1b" in data else _LOOK
                else:
                    patience = _LOOK
                for event in parser.tick():
                    self.process_message(event)
