"""Rules on entries as a person keeps them: each comes and goes as an act, with what it did to the entries there are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from reader import filters
from reader.errors import UsageError
from reader.filters import Rule, Verdict
from reader.library import rows
from reader.library.body import micros
from reader.library.connections import Connections
from reader.library.journal import Journal, Scribe
from reader.library.schema import FILTERED
from reader.model import Act, Entry


class Rules:
    """All rules, by their numbers."""

    def __init__(self, db: Connections, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def all(self) -> dict[int, Rule]:
        """The rules by their numbers, in the order in which they were made; what is no rule any more is left out."""
        found: dict[int, Rule] = {}
        for number, body in self._db.rows("SELECT id, body FROM rules ORDER BY id"):
            try:
                found[number] = filters.from_value(json.loads(body))
            except (ValueError, UsageError):  # of a newer program, or damaged
                continue
        return found

    def keep(self, rule: Rule, matching: Iterable[int], now: datetime) -> Act:
        """Keep a rule and do what it says to the entries that match it, as one act."""
        ids = list(matching)
        with self._journal.acting("keep rule", f"Kept the rule {filters.described(rule)}") as scribe:
            scribe.insert("rules", rule_row(rule))
            self._do(scribe, ids, filters.Verdict(rule.hide, rule.star, rule.read, rule.tags), now)
        return self._journal.act(scribe.act_id, ids)

    def forget(self, number: int, free: Iterable[int]) -> Act:
        """Take a rule away and show those entries again that no other hides, as one act. Raises UsageError."""
        rule = self.one(number)
        with self._journal.acting("forget rule", f"Forgot the rule {filters.described(rule)}") as scribe:
            scribe.delete("rules", [number])
            scribe.update_by("entries", "hidden", free, "hidden & ~:bit", {"bit": FILTERED})
        return self._journal.act(scribe.act_id)

    def switch_off(self, number: int, free: Iterable[int]) -> Act:
        """Let a rule do nothing and show those entries again that no other hides, as one act. Raises UsageError."""
        rule = self.one(number)
        with self._journal.acting("switch rule", f"Switched off the rule {filters.described(rule)}") as scribe:
            self._write(scribe, number, replace(rule, off=True))
            scribe.update_by("entries", "hidden", free, "hidden & ~:bit", {"bit": FILTERED})
        return self._journal.act(scribe.act_id)

    def switch_on(self, number: int, matching: Iterable[int], now: datetime) -> Act:
        """Let a rule do again what it says, also to the entries that match it, as one act. Raises UsageError."""
        rule, ids = replace(self.one(number), off=False), list(matching)
        with self._journal.acting("switch rule", f"Switched on the rule {filters.described(rule)}") as scribe:
            self._write(scribe, number, rule)
            self._do(scribe, ids, filters.Verdict(rule.hide, rule.star, rule.read, rule.tags), now)
        return self._journal.act(scribe.act_id, ids)

    def one(self, number: int) -> Rule:
        """The rule with that number. Raises UsageError."""
        rule = self.all().get(number)
        if rule is None:
            raise UsageError(f"There is no rule {number}.", "`newsreader rules` shows them.")
        return rule

    def _write(self, scribe: Scribe, number: int, rule: Rule) -> None:
        scribe.update("rules", "body", [number], rule_row(rule)["body"])

    def hidden(self) -> tuple[Entry, ...]:
        """What the rules hide, the newest first."""
        found = self._db.rows(
            f"SELECT {rows.ENTRY} {rows.FROM} WHERE e.hidden > 0 AND e.hidden & {FILTERED} ORDER BY e.moment DESC, e.id DESC"
        )
        return tuple(rows.entry(row) for row in found)

    def apply(self, verdicts: Mapping[int, Verdict], now: datetime) -> None:
        """Do to entries that have just come what the rules say. No act: the rule was one."""
        with self._db.writing():
            for entry_id, verdict in verdicts.items():
                read, starred = (micros(now) if it else None for it in (verdict.read, verdict.star))
                # One after the other: the triggers that keep the counts would take an entry that turns read and hidden
                # at once out of the unread twice.
                self._db.run(
                    "UPDATE entries SET read = coalesce(read, ?), starred = coalesce(starred, ?) WHERE id = ?",
                    (read, starred, entry_id),
                )
                if verdict.hide:
                    self._db.run("UPDATE entries SET hidden = hidden | ? WHERE id = ?", (FILTERED, entry_id))
                for tag in verdict.tags:
                    self._db.run("INSERT OR IGNORE INTO entry_tags (entry_id, tag) VALUES (?, ?)", (entry_id, tag))

    def _do(self, scribe: Scribe, ids: list[int], verdict: Verdict, now: datetime) -> None:
        if verdict.hide:
            only = "starred IS NULL"  # a star keeps an entry from being hidden
            scribe.update_by("entries", "hidden", ids, "hidden | :bit", {"bit": FILTERED}, only=only)
        if verdict.star:
            scribe.update("entries", "starred", ids, micros(now), only="starred IS NULL")
        if verdict.read:
            scribe.update("entries", "read", ids, micros(now), only="read IS NULL")
        for tag in verdict.tags:
            has = {row[0] for row in self._db.rows("SELECT entry_id FROM entry_tags WHERE tag = ?", (tag,))}
            for entry_id in ids:
                if entry_id not in has:
                    scribe.insert("entry_tags", {"entry_id": entry_id, "tag": tag})


def rule_row(rule: Rule) -> dict[str, str]:
    """The columns of a rule."""
    return {"body": json.dumps(filters.to_value(rule), ensure_ascii=False)}
