"""Opening a library: making a new one, bringing an old one up, refusing a newer one. No scan, ever."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from reader.errors import LibraryError
from reader.library.connections import Connections
from reader.library.failures import told
from reader.library.schema import APPLICATION_ID, FOLDING, STEPS


def opened(path: Path, clock: Callable[[], datetime], steps: tuple[str, ...] = STEPS) -> Connections:
    """The library at a path, made if there is none, with every table that this program knows.

    Raises:
        LibraryError: it cannot be opened, is no library, or was written by a newer version.
    """
    try:
        path.parent.mkdir(0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"The folder {path.parent} cannot be made: {error.strerror}.",
            "Check the rights of the folder above it, or set NEWSREADER_DATA_DIR to another one.",
        ) from error
    if not path.exists():
        with suppress(OSError):  # SQLite says better why it cannot be
            path.touch(0o600)  # addresses with passwords stand in it; SQLite gives the files beside it the same mode
    db = Connections(path)
    try:
        version = int(db.value("PRAGMA user_version"))
        if version > len(steps):
            raise LibraryError(
                f"The library was written by a newer newsreader (its form is {version}, this one knows {len(steps)}).",
                f"Update newsreader, or set NEWSREADER_DATA_DIR to another folder than {path.parent}.",
            )
        if version < len(steps):
            _raise(db, version, clock, steps)
    except LibraryError:
        db.close()
        raise
    return db


def _raise(db: Connections, version: int, clock: Callable[[], datetime], steps: tuple[str, ...]) -> None:
    """Take the missing steps in one transaction, after a copy of what was there."""
    if version == 0 and db.value("SELECT count(*) FROM sqlite_master"):
        raise told(_foreign(), db.path)
    if version:
        from reader.library.backup import copied

        copied(db.here(), db.path.parent / "backups" / f"{db.path.stem}-form{version}-{clock():%Y%m%d-%H%M%S}.db")
    with db.writing():
        now = int(db.value("PRAGMA user_version"))  # another instance may have been quicker
        for step in steps[now:]:
            for statement in statements(step):
                db.run(statement)
        if now == 0:
            db.run(f"PRAGMA application_id = {APPLICATION_ID}")
            db.run("INSERT INTO facts VALUES ('machine', ?)", (os.urandom(16).hex(),))
            db.run("INSERT INTO facts VALUES ('folding', ?)", (FOLDING,))
        db.run(f"PRAGMA user_version = {len(steps)}")


def statements(script: str) -> list[str]:
    """The statements of a script, so that all of them run in one transaction (executescript would commit)."""
    found, held = [], ""
    for line in script.splitlines(keepends=True):
        held += line
        if ";" in line and sqlite3.complete_statement(held):
            found.append(held.strip())
            held = ""
    return found


def _foreign() -> sqlite3.Error:
    error = sqlite3.DatabaseError("it holds other tables")
    error.sqlite_errorcode = sqlite3.SQLITE_NOTADB
    return error


def index_fits(db: Connections) -> bool:
    """Whether the index of words was made with today's folding."""
    return bool(db.value("SELECT value FROM facts WHERE name = 'folding'") in (None, FOLDING))
