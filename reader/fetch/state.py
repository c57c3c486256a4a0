"""What is remembered of a source between two visits, and when the next one is due. No clock, no disk: values only."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Self
from urllib.parse import unquote

from reader.fetch.guard import target
from reader.fetch.values import Answer, NoPageError, Request
from reader.text.addresses import split_secret

USUAL = timedelta(hours=1)
"""Between two visits where neither the person nor the feed says otherwise."""

SHORTEST, LONGEST = timedelta(minutes=5), timedelta(days=1)
"""Whatever a feed or a server asks for, a visit is neither sooner nor later than this after one that went well."""

FIRST_RETRY = timedelta(minutes=15)
"""After a first failure; doubled with each one that follows, up to `LONGEST`."""


@dataclass(frozen=True, slots=True)
class State:
    """A source as fetching knows it: what the server said last time, failures in a row, when it may be asked again.

    `moved` is where it said that it has moved for good, `seen` how often in a row it said so: one such answer may be a
    hotel's or an airport's, two are believed. `every` are the minutes that the person wants between two visits.
    """

    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    due: datetime | None = None
    moved: str | None = None
    seen: int = 0
    gone: bool = False
    every: int | None = None

    @classmethod
    def read(cls, text: str) -> Self:
        """The state kept as JSON; what is not understood is forgotten."""
        try:
            found = json.loads(text or "{}")
        except (ValueError, RecursionError):
            return cls()
        if not isinstance(found, dict):
            return cls()
        return cls(
            etag=_text(found.get("etag")),
            modified=_text(found.get("modified")),
            failures=_count(found.get("failures")) or 0,
            due=_moment(found.get("due")),
            moved=_text(found.get("moved")),
            seen=_count(found.get("seen")) or 0,
            gone=found.get("gone") is True,
            every=_count(found.get("every")),
        )

    def text(self) -> str:
        """The state as JSON, without what is not set."""
        found = {name: value for name, value in asdict(self).items() if value}
        if self.due:
            found["due"] = self.due.isoformat()
        return json.dumps(found)

    def is_due(self, now: datetime) -> bool:
        """Whether the source may be asked; one that is gone is only asked by hand."""
        return not self.gone and (self.due is None or self.due <= now)

    def request(self, address: str) -> Request:
        """What to ask for. A login goes along to where the source has moved at the same server, and to no other."""
        there, (bare, login) = self.address(address), split_secret(address)
        along = unquote(login) if login and there != address and _origin(there) == _origin(bare) else None
        return Request(there, etag=self.etag, modified=self.modified, login=along, accept="feed")

    def address(self, given: str) -> str:
        """Where to ask: the address as it was given, or where it has moved to for good."""
        return self.moved if self.moved and self.seen >= 2 else given

    def after(self, answer: Answer, now: datetime, asked: int | None = None) -> State:
        """The state after an answer; `asked` are the minutes for which the feed wants to be left alone."""
        wish = timedelta(minutes=self.every) if self.every else max(USUAL, timedelta(minutes=asked or 0))
        pause = min(max(wish, answer.fresh or timedelta(), SHORTEST), LONGEST)
        moved = answer.moved or (self.moved if self.seen >= 2 else None)
        seen = self.seen + 1 if answer.moved and answer.moved == self.moved else 1 if answer.moved else self.seen
        return replace(
            self,
            etag=answer.etag,
            modified=answer.modified,
            failures=0,
            due=now + pause,
            moved=moved,
            seen=seen if moved else 0,
            gone=False,
        )

    def after_no_feed(self, now: datetime) -> State:
        """The state after a page that is no feed, as of works going on or a domain that is for sale: a failure. It is not
        believed that the feed has moved there, and a server that says "unchanged" would mean that page."""
        return replace(self, etag=None, modified=None).after_failure(NoPageError("broken", "", ""), now)

    def after_failure(self, failure: NoPageError, now: datetime) -> State:
        """The state after a failure; one that the person caused by stopping counts for nothing."""
        if failure.trouble == "stopped":
            return self
        failures = self.failures + 1
        pause = min(FIRST_RETRY * 2 ** min(failures - 1, 10), LONGEST)
        due = now + max(pause, failure.wait or timedelta())
        return replace(self, failures=failures, due=due, gone=failure.trouble == "gone")


def _origin(address: str) -> tuple[str, str, int] | None:
    try:
        return target(address).origin
    except NoPageError:
        return None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9 else None


def _moment(value: Any) -> datetime | None:
    try:
        when = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
