"""A file, a folder or standard input as Pages. Only bytes are read here; what they say is the parser's affair."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from reader.errors import UnreadableError, UsageError
from reader.model import Page
from reader.text.clean import one_line

LARGEST = 24 * 1024 * 1024
"""Bytes of the largest page that is read: four times the text of the longest novel, and 12 s of parsing."""

ENDINGS = frozenset({".html", ".htm", ".xhtml", ".mhtml", ".mht", ".webarchive", ".eml", ".txt", ".text", ".md"})
"""The names of files that are taken from a folder; a file named by itself is read whatever its name."""

_TYPES = {".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml"}


def pages(source: str, stdin: BinaryIO | None = None) -> Iterator[Page]:
    """The pages of a file, of a folder and those below it, or of standard input ("-").

    Raises UnreadableError for what is missing, too large or not allowed, and for a folder without pages.
    """
    if source == "-":
        data = _bounded((stdin or sys.stdin.buffer), "standard input")
        if not data.strip():
            raise UnreadableError("Nothing came on standard input.", "Pipe a page or a text into it, or name a file.")
        yield Page(data, fetched=datetime.now(UTC))
        return
    yield from map(page, paths(source))


def paths(source: str) -> list[Path]:
    """The file of that name, or the pages of the folder and those below it. Raises UnreadableError for a folder without."""
    path = path_of(source)
    return _inside(path) if is_folder(path) else [path]


def path_of(source: str) -> Path:
    """The path that a person wrote, with ~ as home; as it stands where nobody has that home."""
    try:
        return Path(source).expanduser()
    except RuntimeError:
        return Path(source)


def folder_of(said: str) -> Path:
    """The folder that a person names to be written into, with ~ as home. Raises UsageError for the home of nobody."""
    try:
        return Path(said).expanduser()
    except RuntimeError as error:
        name = one_line(said).partition("/")[0]
        raise UsageError(f"Nobody here has the home {name}.", "Give the whole path, beginning with a slash.") from error


def is_folder(path: Path) -> bool:
    """Whether it is a folder; a name that no file can have is none."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for a name that is too long


def is_there(path: Path) -> bool:
    """Whether there is something of that name; a name that no file can have is not."""
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises for a name that is too long


def page(path: Path) -> Page:
    """One file's bytes as a Page whose address is the file's own full path. Raises UnreadableError."""
    name = one_line(str(path))[-200:]
    try:
        if path.exists() and not path.is_file():
            raise UnreadableError(f"{name} is not a file.", "Name a file, a folder, or - for standard input.")
        with path.open("rb") as stream:
            data = _bounded(stream, name)
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except FileNotFoundError as error:
        raise UnreadableError(
            f"There is no file {name}.", "Look for a typing mistake, or give its full path."
        ) from error
    except PermissionError as error:
        raise UnreadableError(f"{name} may not be read.", "Ask its owner, or change its permissions.") from error
    except (OSError, ValueError, OverflowError) as error:
        reason = one_line(getattr(error, "strerror", None) or str(error))
        raise UnreadableError(f"{name} cannot be read: {reason}.", "Try a copy of it in another folder.") from error
    return Page(data, _spelled(path.resolve()), content_type=_TYPES.get(path.suffix.lower()), fetched=changed)


def _spelled(path: Path) -> str:
    """A path as text; bytes in it that are no UTF-8 are written as escapes, since nothing can keep them as they are."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _inside(folder: Path) -> list[Path]:
    try:
        found = sorted(
            each
            for each in folder.rglob("*")
            if each.suffix.lower() in ENDINGS
            and each.is_file()
            and not any(part.startswith(".") for part in each.relative_to(folder).parts)
        )
    except OSError as error:
        raise UnreadableError(f"{one_line(str(folder))} may not be listed.", "Change its permissions.") from error
    if not found:
        kinds = ", ".join(sorted(ENDINGS))
        raise UnreadableError(
            f"{one_line(str(folder))} holds no pages.", f"Name a folder with files ending in {kinds}."
        )
    return found


def _bounded(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        limit = LARGEST // (1024 * 1024)
        raise UnreadableError(f"{name} is larger than {limit} MB.", "Cut it into pages and add those.")
    return data
