"""Searches that a person saved under a name."""

from __future__ import annotations

from reader.library.connections import Connections
from reader.library.journal import Journal
from reader.library.rows import Saved
from reader.model import Act


class Searches:
    """Every saved search, by its name."""

    def __init__(self, db: Connections, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def all(self) -> tuple[Saved, ...]:
        """All of them by name."""
        found = self._db.rows("SELECT name, query FROM searches ORDER BY name COLLATE NOCASE, name")
        return tuple(Saved(name, query) for name, query in found)

    def save(self, name: str, query: str) -> Act:
        """Keep a query under a name; one that had the name before gives way."""
        with self._journal.acting("save search", f"Saved the search {name}") as scribe:
            found = self._db.value("SELECT id FROM searches WHERE name = ?", (name,))
            if found is None:
                scribe.insert("searches", {"name": name, "query": query})
            else:
                scribe.update("searches", "query", [found], query)
        return self._journal.act(scribe.act_id, ())

    def forget(self, name: str) -> Act:
        """Take a saved search out of the list."""
        with self._journal.acting("forget search", f"Forgot the search {name}") as scribe:
            scribe.delete(
                "searches", [row[0] for row in self._db.rows("SELECT id FROM searches WHERE name = ?", (name,))]
            )
        return self._journal.act(scribe.act_id, ())
