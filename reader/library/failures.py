"""What SQLite says, in words for a reader: what happened and what to try. Every error of the room leaves by here."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from reader.errors import LibraryError

# Primary result codes of SQLite (https://www.sqlite.org/rescode.html) and the two lines each becomes.
_LINES: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_FULL: (
        "The disk is full: that was not kept.",
        "Make room on the disk that holds {path} and do it again; everything kept before is safe.",
    ),
    sqlite3.SQLITE_BUSY: (
        "Another program is writing to the library and does not let go.",
        "Wait a moment and do it again, or close the other program that uses {path}.",
    ),
    sqlite3.SQLITE_READONLY: (
        "The library cannot be written.",
        "Check that {path} and its folder belong to you and are not write-protected.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The library cannot be opened.",
        "Check that the folder of {path} exists and can be written, or set NEWSREADER_DATA_DIR to another one.",
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk does not read or write the library.",
        "Check the disk that holds {path}; `newsreader doctor` tells what can still be read.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "The library is damaged.",
        "Run `newsreader doctor`: it saves what can be read of {path} into a new file, or restore a backup.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "That file is not a library.",
        "Move {path} away, or set NEWSREADER_DATA_DIR to another folder.",
    ),
    sqlite3.SQLITE_ERROR: (
        "A part of the library is missing.",
        "Run `newsreader doctor`: it finds what is missing in {path} and makes it anew.",
    ),
}
_LINES[sqlite3.SQLITE_LOCKED] = _LINES[sqlite3.SQLITE_PROTOCOL] = _LINES[sqlite3.SQLITE_BUSY]
_LINES[sqlite3.SQLITE_PERM] = _LINES[sqlite3.SQLITE_READONLY]


def told(error: sqlite3.Error | OverflowError | UnicodeEncodeError, path: Path) -> LibraryError:
    """The error as two lines for a person; the caller raises it from the original."""
    if not isinstance(error, sqlite3.Error):
        return LibraryError("The library cannot hold that number or text.", "Look at it for a typing mistake.")
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return LibraryError(f"The library does not answer: {error}.", f"Start again; the file is {path}.")
    happened, advice = _LINES.get(
        code & 0xFF, ("The library does not answer.", "Run `newsreader doctor`; the file is {path}.")
    )
    return LibraryError(f"{happened} ({error})", advice.format(path=path))
