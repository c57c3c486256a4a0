"""Programs of the person's choice: browser and editor. No shell is ever used, and only web and mail links open."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
import webbrowser
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from reader.errors import ReaderError
from reader.text.clean import clean, one_line

SCHEMES = frozenset({"http", "https", "mailto"})
"""What may be handed to a browser; file:, javascript: and the like from a page are refused."""


def browse(address: str) -> None:
    """Open a web or mail address in the browser of BROWSER, else the system's. Raises ReaderError."""
    shown = one_line(address)[:120]
    if not safe(address):
        raise ReaderError(f"{shown} is not a web address.", "Only http, https and mailto links are opened.")
    if not webbrowser.open(address):
        raise ReaderError(f"No browser could be started for {shown}.", "Set BROWSER to the command of one.")


def safe(address: str) -> bool:
    """Whether an address may be opened: a web address with a host, or a mail address; no control characters."""
    if not address or clean(address) != address or any(sign.isspace() for sign in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme.lower() in SCHEMES and bool(parts.netloc or parts.scheme.lower() == "mailto")


def edit(text: str, environment: Mapping[str, str] | None = None) -> str:
    """The text as the person left it in the editor of VISUAL or EDITOR. Raises ReaderError if that fails."""
    env = os.environ if environment is None else environment
    command = shlex.split(env.get("VISUAL") or env.get("EDITOR") or "vi")
    with tempfile.TemporaryDirectory(prefix="newsreader-") as folder:
        file = Path(folder) / "note.md"
        file.write_text(text, "utf-8")
        try:
            subprocess.run([*command, str(file)], check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            name = one_line(command[0])
            raise ReaderError(
                f"The editor {name} did not end well.", "Set VISUAL or EDITOR to one that works."
            ) from error
        return clean(file.read_text("utf-8", errors="replace"))
