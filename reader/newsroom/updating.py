"""What is new in the feeds: asked for politely, read, parsed, put on the shelf; an outcome for each source.

Only one update runs at a time, whoever began it. What a source said is kept before its outcome is told, so that
stopping loses nothing that came.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.library import Library
from reader.model import Outcome, Source
from reader.newsroom.items import shelve
from reader.newsroom.upkeep import UPDATING
from reader.text.clean import one_line

if TYPE_CHECKING:
    from reader.fetch import Fetcher, Request, Result, State
    from reader.library.visits import Visit

OFFLINE = ("network", "timeout")
"""Troubles that one's own network may be the cause of."""

_TOGETHER = 50
"""Sources without news that are written down in one transaction: 1,000 of them one by one are 1,000 waits for the disk."""


def states_of(library: Library) -> dict[int, State]:
    """What is remembered of every feed, with the interval that its reader wishes."""
    from reader.fetch import State

    wishes = library.visits.wishes()
    return {
        number: replace(State.read(text), every=wishes.get(number)) for number, text in library.visits.states().items()
    }


def due(library: Library, now: datetime) -> tuple[Source, ...]:
    """The feeds that may be asked now: by the wished interval, what feed and server said, and the failures in a row."""
    states = states_of(library)
    return tuple(it for it in library.shelf.sources() if it.kind == "feed" and states[it.id].is_due(now))


def update(
    library: Library, fetcher: Fetcher, clock: Callable[[], datetime], only: Collection[int] | None = None
) -> Iterator[Outcome]:
    """Ask the feeds that are due, or `only` those by number whether due or not; an outcome for each, as they come.

    Without a network nothing is counted against the sources, and what was asked for by number waits for the next
    update. `fetcher.stop` ends it: what is under way is then skipped.

    Raises:
        BusyError: another update is running.
    """
    with library.instance.alone(UPDATING), library.db.hurried():
        yield from _Round(library, fetcher, clock).run(only)


class _Round:
    """One update: what is written down late, so that it can be written together or not at all."""

    def __init__(self, library: Library, fetcher: Fetcher, clock: Callable[[], datetime]) -> None:
        self.library = library
        self.fetcher = fetcher
        self.clock = clock
        self.states: dict[int, State] = {}
        self.quiet: list[Visit] = []
        self.unreached: list[tuple[Source, Result]] = []
        self.reached: set[int] = set()

    def run(self, only: Collection[int] | None) -> Iterator[Outcome]:
        """An outcome for each source that is asked."""
        from reader.fetch import fetch_all

        asked = {id(request): (source, request) for source, request in self._requests(only)}
        try:
            for result in fetch_all(self.fetcher, [request for _, request in asked.values()]):
                source, _ = asked[id(result.request)]
                outcome = self._outcome(source, result)
                self._flush(_TOGETHER)
                yield outcome
        finally:
            self._settle(asked_for=only is not None)

    def _requests(self, only: Collection[int] | None) -> Iterator[tuple[Source, Request]]:
        waiting = {it.target for it in self.library.visits.waiting("update")}
        self.states = states_of(self.library)
        secrets, now = self.library.visits.addresses(), self.clock()
        for source in self.library.shelf.sources():
            if source.kind != "feed":
                continue
            state = self.states[source.id]
            wished = state.is_due(now) or str(source.id) in waiting if only is None else source.id in only
            if wished:
                yield source, state.request(secrets.get(source.id, source.address))

    def _outcome(self, source: Source, result: Result) -> Outcome:
        """What came of one source; its state and its entries are kept."""
        title, state, failure = one_line(source.title), self.states[source.id], result.failure
        if failure is not None:
            came = Outcome(title, "failed", (), None, failure.happened, failure.advice, failure.trouble)
            if failure.trouble == "stopped":
                return replace(came, came="skipped")
            if failure.trouble in OFFLINE:
                self.unreached.append((source, result))
            else:
                self.reached.add(source.id)
                after = state.after_failure(failure, self.clock())
                self.quiet.append((source.id, after.text(), failure.happened))
            return came
        self.reached.add(source.id)
        answer = result.answer
        if answer is None or answer.page is None:
            if answer is not None:
                self.quiet.append((source.id, state.after(answer, self.clock()).text(), None))
            return Outcome(title, "same")
        return self._read(source, result)

    def _read(self, source: Source, result: Result) -> Outcome:
        """A feed that came: read, and put on the shelf."""
        from reader import feeds

        answer = result.answer
        assert answer is not None
        assert answer.page is not None
        title, now, state = one_line(source.title), self.clock(), self.states[source.id]
        try:
            feed = feeds.read(answer.page)
        except ReaderError as error:
            after = replace(state.after(answer, now), etag=None, modified=None)
            happened = f"{title}: {error.happened}"
            self.quiet.append((source.id, after.text(), happened))
            return Outcome(title, "failed", happened=happened, advice=error.advice)
        came = shelve(self.library, source, feed, now)
        remark = " ".join(feed.remarks) or None
        with self.library.db.writing():
            if source.title == source.address and feed.title:
                self.library.visits.entitle(source.id, feed.title)
            self.library.visits.keep([(source.id, state.after(answer, now, feed.every).text(), remark)])
            for entry_id in came.behind:
                self.library.visits.ask("full", str(entry_id))
        return Outcome(title, came.came, came.entries, feed.title or None, remark)

    def _flush(self, least: int) -> None:
        if len(self.quiet) >= least:
            self.library.visits.keep(self.quiet)
            self.quiet = []

    def _settle(self, *, asked_for: bool) -> None:
        """Write down what is left. Sources out of reach have failed if any other was within it."""
        for source, result in self.unreached:
            state, failure = self.states[source.id], result.failure
            assert failure is not None
            if self.reached:
                state = state.after_failure(failure, self.clock())
            self.quiet.append((source.id, state.text(), failure.happened))
        visits = self.library.visits
        with self.library.db.writing():
            heard = self.reached | {source.id for source, _ in self.unreached if self.reached}
            for number in heard:
                visits.answered("update", str(number))
            for source, _ in self.unreached if asked_for and not self.reached else ():
                visits.ask("update", str(source.id))
            self._flush(1)
