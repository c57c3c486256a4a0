"""Programs of the person's choice: browser, editor, clipboard. No shell is ever used, and only web and mail links open."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
import threading
import webbrowser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from reader.errors import ReaderError
from reader.text.clean import clean, one_line

SCHEMES = frozenset({"http", "https", "mailto"})
"""What may be handed to a browser; file:, javascript: and the like from a page are refused."""

_LONGEST = 2**24
"""Bytes of a note; more is a mistake of the editor's, and would be slow everywhere."""
_PATIENCE = 2.0
"""Seconds until a clipboard that does not answer is given up."""


def browse(address: str) -> None:
    """Open a web or mail address in the browser of BROWSER, else the system's. Raises ReaderError."""
    shown = one_line(address)[:120]
    if not safe(address):
        raise ReaderError(f"{shown} is not a web address.", "Only http, https and mailto links are opened.")
    if not webbrowser.open(address):
        raise ReaderError(f"No browser could be started for {shown}.", "Set BROWSER to the command of one.")


def browses_here() -> bool:
    """Whether the browser draws on the terminal, as far as Python tells: it waits for such a one until that is left."""
    try:
        return type(webbrowser.get()) is webbrowser.GenericBrowser
    except webbrowser.Error:
        return False


def play(address: str, program: str) -> None:
    """Start a program on a file on the web; it goes on by itself, and nothing of it comes to the terminal.

    Raises:
        ReaderError: the address is none, or the program cannot be started.
    """
    shown = one_line(address)[:120]
    if not safe(address) or address.lower().startswith("mailto:"):
        raise ReaderError(f"{shown} is not a web address.", "Only files at http and https addresses are opened.")
    try:
        quiet = subprocess.DEVNULL
        words = shlex.split(program)
        subprocess.Popen([*words, address], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except (OSError, ValueError, IndexError) as error:
        raise ReaderError(
            f"The program {one_line(program)[:60]} could not be started.", "The setting “player” names it."
        ) from error


def safe(address: str) -> bool:
    """Whether an address may be opened: a web address with a host, or a mail address; no control characters."""
    if not address or clean(address) != address or any(sign.isspace() for sign in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme.lower() in SCHEMES and bool(parts.netloc or parts.scheme.lower() == "mailto")


def edit(text: str, environment: Mapping[str, str] | None = None, *, name: str = "note.md") -> str:
    """The text as the person left it in the editor of VISUAL or EDITOR, which sees it under a name. Raises ReaderError
    if that fails."""
    with tempfile.TemporaryDirectory(prefix="newsreader-") as folder:
        file = Path(folder) / name
        file.write_text(text, "utf-8")
        return edit_file(file, environment, after="Nothing has changed")


def edit_file(
    file: Path,
    environment: Mapping[str, str] | None = None,
    *,
    after: str = "What it saved is there when you edit the note again",
) -> str:
    """What stands in a file after the person had it in the editor of VISUAL or EDITOR.

    Raises:
        ReaderError: the editor failed; the file stays as it left it, and `after` says what that means to the person. Or
            it is larger than a note can be.
    """
    env = os.environ if environment is None else environment
    name = env.get("VISUAL") or env.get("EDITOR") or "vi"
    try:
        with _uninterrupted():
            subprocess.run([*shlex.split(name), str(file)], check=True)
        if file.stat().st_size > _LONGEST:
            raise ReaderError("The text is longer than 16 MB.", f"{after}; shorten it.")
        return clean(file.read_bytes().decode("utf-8", "replace"))
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise ReaderError(
            f"The editor {one_line(name)[:60]} did not end well.",
            f"{after}; set VISUAL or EDITOR to one that works.",
        ) from error


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Control-C is the editor's affair while it runs. A handler, not SIG_IGN: the editor would inherit that."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


_CLIPBOARDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("WAYLAND_DISPLAY", "wl-copy", ()),
    ("DISPLAY", "xclip", ("-selection", "clipboard")),
    ("DISPLAY", "xsel", ("--clipboard", "--input")),
    ("", "pbcopy", ()),
    ("", "clip.exe", ()),
)
"""Programs that fill the system's clipboard, and the variable without which each of them would only fail."""


def copy(text: str, environment: Mapping[str, str] | None = None) -> bool:
    """Put a text into the system's clipboard; whether a program was there that does it."""
    env = os.environ if environment is None else environment
    for variable, name, arguments in _CLIPBOARDS:
        program = shutil.which(name, path=env.get("PATH")) if not variable or env.get(variable) else None
        if program is None:
            continue
        try:
            subprocess.run(
                [program, *arguments],
                input=text.encode("utf-8", "replace"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=dict(env),
                timeout=_PATIENCE,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return True
    return False
