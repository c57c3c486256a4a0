"""Sources as a person keeps them: added, renamed, put into folders, muted, kept for so long, removed. Each is an act."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, Literal

from reader.errors import LibraryError
from reader.library import rows
from reader.library.body import micros, when
from reader.library.connections import Connections
from reader.library.journal import Journal, Scribe
from reader.library.rows import Origin, Saved, Standing
from reader.library.schema import TRASHED
from reader.model import Act, Counts, Source


class Sources:
    """Every source there is, by its number."""

    def __init__(self, db: Connections, clock: Callable[[], datetime], journal: Journal) -> None:
        self._db = db
        self._clock = clock
        self._journal = journal

    def one(self, source_id: int) -> Source:
        """The source with that number.

        Raises:
            LibraryError: there is none.
        """
        row = self._db.one(f"SELECT {rows.SOURCE} FROM sources WHERE id = ?", (source_id,))
        if row is None:
            raise LibraryError(f"There is no source {source_id} in the library.", "`newsreader sources` shows them.")
        return rows.source(row)

    def standing(self, source_id: int) -> Standing:
        """What was set for a source."""
        self.one(source_id)
        return _standing(self._db.one(f"SELECT {_STANDING} FROM sources WHERE id = ?", (source_id,)))

    def standings(self) -> dict[int, Standing]:
        """The same of every source, by number: one question, however many there are."""
        return {row[0]: _standing(row[1:]) for row in self._db.rows(f"SELECT id, {_STANDING} FROM sources")}

    def counts(self) -> dict[int, Counts]:
        """How much each source has that is not hidden; without those that have nothing."""
        found = self._db.rows("SELECT source_id, total, unread FROM source_counts")
        return {source_id: Counts(total, unread) for source_id, total, unread in found}

    def secret(self, source_id: int) -> str | None:
        """The whole address of a source that needs a password or a token; None where it needs none."""
        found = self._db.value("SELECT secret FROM sources WHERE id = ?", (source_id,))
        return None if found is None else str(found)

    def add(self, origin: Origin) -> Act:
        """Take a source in, or one that was removed back; nothing changes where it is there."""
        return self.add_many([(origin, None, None)], f"Added the source {origin.title}")

    def add_many(
        self, wished: Iterable[tuple[Origin, str | None, Standing | None]], label: str, searches: Iterable[Saved] = ()
    ) -> Act:
        """Take sources in as one act, each with its secret address and what is set for it (see `add`), and searches whose
        names are still free."""
        with self._journal.acting("add source", label) as scribe:
            for origin, secret, standing in wished:
                self.take(scribe, origin, secret, standing)
            for it in searches:
                if self._db.value("SELECT 1 FROM searches WHERE name = ?", (it.name,)) is None:
                    scribe.insert("searches", {"name": it.name, "query": it.query})
        return self._journal.act(scribe.act_id, ())

    def take(self, scribe: Scribe, origin: Origin, secret: str | None, standing: Standing | None) -> int:
        """Take a source in as part of an act; its number."""
        found = self._db.value("SELECT id FROM sources WHERE address = ?", (origin.address,))
        if found is None:
            return scribe.insert("sources", source_row(origin, standing) | {"secret": secret})
        scribe.update("sources", "removed", [found], None)
        if secret is not None:
            scribe.update("sources", "secret", [found], secret, only="secret IS NULL")
        return int(found)

    def rename(self, source_id: int, title: str) -> Act:
        """Call a source otherwise."""
        return self._set("rename source", f"Renamed {self.one(source_id).title} to {title}", source_id, title=title)

    def move(self, source_id: int, folder: str | None) -> Act:
        """Put a source into a folder, or with None out of any."""
        title = self.one(source_id).title
        label = f"Moved {title} into {folder}" if folder else f"Moved {title} out of its folder"
        return self._set("move source", label, source_id, folder=folder)

    def mute(self, source_id: int, until: datetime | None) -> Act:
        """Do not show what comes from a source until then; None shows it again."""
        title = self.one(source_id).title
        if until is None:
            return self._set("mute", f"Shown again: {title}", source_id, muted=None)
        return self._set("mute", f"Muted {title} until {until:%Y-%m-%d}", source_id, muted=micros(until))

    def keep_for(self, source_id: int, *, days: int | None = None, count: int | None = None) -> Act:
        """Keep what comes from a source for so many days, or so many entries; without either everything."""
        title = self.one(source_id).title
        said = [f"{days} days" * (days is not None), f"the newest {count}" * (count is not None)]
        label = f"Keeping {' and '.join(filter(None, said)) or 'everything'} of {title}"
        return self._set("keep for", label, source_id, keep_days=days, keep_count=count)

    def visit_every(self, source_id: int, minutes: int | None) -> Act:
        """Ask a source every so many minutes; None leaves that to the feed and its server."""
        title = self.one(source_id).title
        label = f"Asking {title} every {minutes} minutes" if minutes else f"Asking {title} as often as it wants"
        return self._set("interval", label, source_id, every=minutes)

    def fetch_full(self, source_id: int, wish: Literal["always", "never"] | None) -> Act:
        """Fetch the whole articles of a source ahead, always or never; None finds out whether its feed has them."""
        title = self.one(source_id).title
        said = {"always": f"Whole articles of {title}", "never": f"No pages of {title}"}
        label = said.get(wish or "", f"Whole articles of {title} where its feed has only teasers")
        return self._set("full articles", label, source_id, full=wish)

    def log_in(self, source_id: int, secret: str | None) -> Act:
        """Ask for a source at an address with a password or a token; None takes that away."""
        return self._set("log in", f"Changed the login of {self.one(source_id).title}", source_id, secret=secret)

    def drop_empty(self, address: str) -> None:
        """Take a source away as if it had never been there, if nothing is there that came from it."""
        nothing = "NOT EXISTS (SELECT 1 FROM entries WHERE source_id = sources.id)"
        with self._db.writing():
            self._db.run(f"DELETE FROM sources WHERE address = ? AND {nothing}", (address,))

    def remove(self, source_id: int, *, with_entries: bool = False) -> Act:
        """Take a source out of the list; what came from it stays, or with `with_entries` goes to the trash, unless it
        is starred or marked."""
        with self._journal.acting("remove source", f"Removed the source {self.one(source_id).title}") as scribe:
            scribe.update("sources", "removed", [source_id], micros(self._clock()), only="removed IS NULL")
            if with_entries:
                found = self._db.rows(
                    "SELECT id FROM entries WHERE source_id = ? AND starred IS NULL AND passages = 0", (source_id,)
                )
                throw_away(scribe, [row[0] for row in found], self._clock())
        return self._journal.act(scribe.act_id)

    def _set(self, kind: str, label: str, source_id: int, **columns: str | int | None) -> Act:
        with self._journal.acting(kind, label) as scribe:
            for column, value in columns.items():
                scribe.update("sources", column, [source_id], value)
        return self._journal.act(scribe.act_id, ())


_STANDING = "muted, keep_days, keep_count, removed, every, full, link, tags, extras"


def _standing(row: tuple[Any, ...]) -> Standing:
    """What was set for a source, from the columns `_STANDING`."""
    muted, days, count, removed, every, full, link, tags, extras = row
    pairs = tuple((str(name), str(value)) for name, value in json.loads(extras or "[]"))
    return Standing(when(muted), days, count, when(removed), every, full, link, rows.split(tags), pairs)


def source_row(origin: Origin, standing: Standing | None) -> dict[str, Any]:
    """The columns of a new source."""
    row: dict[str, Any] = {
        "kind": origin.kind,
        "address": origin.address,
        "title": origin.title,
        "folder": origin.folder,
    }
    if standing is None:
        return row
    return row | {
        "muted": standing.muted and micros(standing.muted),
        "keep_days": standing.keep_days,
        "keep_count": standing.keep_count,
        "removed": standing.removed and micros(standing.removed),
        "every": standing.every,
        "full": standing.full,
        "link": standing.link,
        "tags": "\n".join(standing.tags),
        "extras": json.dumps(standing.extras) if standing.extras else "",
    }


def throw_away(scribe: Scribe, ids: list[int], now: datetime) -> None:
    """Put entries into the trash as part of an act."""
    scribe.update("entries", "trashed", ids, micros(now), only="trashed IS NULL")
    scribe.update_by("entries", "hidden", ids, "hidden | :bit", {"bit": TRASHED})
