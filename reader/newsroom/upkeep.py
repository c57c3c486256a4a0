"""The library looked after: in and out as JSON lines, what is put off or thrown away, copies, and what to do when it
is damaged. Restoring and mending work without an open library, so they stand beside the class.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import LibraryError
from reader.library import Library
from reader.library.backup import Restored, copies_of
from reader.library.backup import restore as bring_back
from reader.library.instances import IMPORTING, BusyError
from reader.model import Act
from reader.newsroom import marking
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.library.backup import Backup
    from reader.library.doctor import Finding
    from reader.library.exchange import Progress
    from reader.library.repair import Repaired

_ELSEWHERE = "Set NEWSREADER_DATA_DIR to a folder of yours."

UPDATING = "update"
"""The name of the work that only one instance may do at a time: `library.instance.alone(UPDATING)`."""

KEEPING = "keeping house"
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeping house came to: how many entries are shown again, what was cleaned out, the copy that was taken."""

    woken: int = 0
    cleaned: Act | None = None
    copy: Path | None = None

    @property
    def changed(self) -> bool:
        """Whether the list is another one now."""
        return bool(self.woken or self.cleaned)


class Upkeep:
    """What is done for the library rather than in it."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._patient: datetime | None = None  # until when no copy is tried, after one that failed

    def import_lines(self, file: Path) -> Iterator[Progress]:
        """Take a file of JSON lines in, a step at a time; one that was interrupted goes on where it was."""
        from reader.library.exchange import Exchange

        return Exchange(self.library, partial(marking.follow, self.library)).read(file)

    def export_lines(self, file: Path | None = None) -> Iterator[str]:
        """The whole library line by line; with a file nothing, once it stands in that."""
        from reader.library.exchange import Exchange

        exchange = Exchange(self.library)
        if file is None:
            yield from exchange.lines()
        else:
            exchange.write(file)

    def keep_house(self) -> Kept:
        """All that time makes due: what was put off until now is shown, the copy of the day taken, the rules of the
        sources kept, the index put together. For a job in the background, at start and each minute: where nothing is
        due it asks four questions (0.1 ms) and writes nothing. What another instance is at is left to it.

        Raises:
            LibraryError: the library or the copy cannot be written; the copy is tried again in an hour.
        """
        keeping, backup = self.library.keeping, self.library.backup
        if not (keeping.due() or self._copies(backup) or self._piled()):
            return Kept()
        try:
            with self.library.instance.alone(KEEPING):
                woken = keeping.wake()
                if not self._copies(backup):
                    self._put_together(thoroughly=False)
                    return Kept(woken)
                copy = self._copy(backup)
                cleaned = keeping.clean()
                self._put_together(thoroughly=True)
                return Kept(woken, cleaned, copy)
        except BusyError:
            return Kept()

    def _copies(self, backup: Backup) -> bool:
        """Whether a copy is to be taken now."""
        return backup.due() and (
            self._patient is None or not self._patient > self.library.clock() > self._patient - _HOUR
        )

    def _copy(self, backup: Backup) -> Path:
        self._patient = self.library.clock() + _HOUR  # if it fails
        copy = backup.copy()
        self._patient = None
        return copy

    def _piled(self) -> bool:
        with suppress(LibraryError):
            return self.library.index.segments.left_piling
        return False

    def _put_together(self, *, thoroughly: bool) -> None:
        """The index as an import that was killed may have left it; once a day also as many small updates do."""
        # A library whose index is damaged is looked after all the same: whoever searches is told.
        with suppress(LibraryError), self.library.instance.alone(IMPORTING):
            segments = self.library.index.segments
            left = segments.left_piling
            segments.usual()
            if segments.many and (left or thoroughly):
                for _ in segments.merged():
                    pass

    def backup(self, file: Path | None = None) -> Path:
        """Copy the library while it is in use, into the folder of copies or a file of one's own."""
        return self.library.backup.copy(file)

    def snooze(self, ids: Iterable[int], until: datetime) -> Act:
        """Do not show entries until then."""
        return self.library.keeping.snooze(ids, until)

    def mute(self, source_id: int, until: datetime | None) -> Act:
        """Do not show what comes from a source until then; None shows it again."""
        return self.library.sources.mute(source_id, until)


def copies(settings: Settings) -> tuple[Path, ...]:
    """The copies of the library, the newest first."""
    return copies_of(settings.library_file)


def restore(settings: Settings, copy: Path | None, clock: Callable[[], datetime]) -> Restored:
    """Bring a copy back, without a name the newest that is whole; what was there is put aside.

    Raises LibraryError: there is no whole copy, or the library is open.
    """
    from reader.library.doctor import is_whole

    found = copy or next(filter(is_whole, copies(settings)), None)
    if found is None:
        raise LibraryError("There is no copy to bring back.", "`newsreader backup` takes one.")
    return bring_back(settings.library_file, found, clock)


def examine(settings: Settings) -> Iterator[Finding]:
    """Look whether the library is whole, one finding after the other."""
    from reader.library.doctor import Finding, examine

    why = _unmakeable(settings.data_dir)
    if why:
        yield Finding(False, f"no library, and none can be made in {settings.data_dir}: {why}", _ELSEWHERE)
    else:
        yield from examine(settings.library_file)


def _unmakeable(folder: Path) -> str | None:
    """Why a folder cannot be made or written; None where it can."""
    for place in (folder, *folder.parents):
        try:
            place.lstat()
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            return error.strerror
        if not place.is_dir():
            return f"{place} is not a folder"
        return None if os.access(place, os.W_OK | os.X_OK) else f"{place} cannot be written"
    return None


def mend(settings: Settings, clock: Callable[[], datetime]) -> Repaired:
    """Save what can be read of the library into a new file."""
    from reader.library.repair import repair

    return repair(settings.library_file, clock)
