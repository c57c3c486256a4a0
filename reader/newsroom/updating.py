"""What is new in the feeds: asked for politely, read, parsed, put on the shelf; an outcome for each source.

Only one update runs at a time, whoever began it. What a source said is kept before its outcome is told, so that
stopping loses nothing that came.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from reader.errors import ReaderError, UnreadableError
from reader.library import Library
from reader.model import Outcome, Source
from reader.newsroom.items import put_away, wanted_of
from reader.newsroom.preparing import Made, Told
from reader.newsroom.upkeep import UPDATING
from reader.text.clean import one_line

if TYPE_CHECKING:
    from reader.fetch import Answer, Fetcher, Request, Result, State
    from reader.library.packing import Packed
    from reader.library.rough import Waiting
    from reader.library.visits import Visit
    from reader.newsroom.desks import Moving

OFFLINE = ("network", "timeout")
"""Troubles that one's own network may be the cause of."""

_ENTRIES = 400
"""Entries at most that several feeds bring in one transaction."""
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
    library: Library,
    fetcher: Fetcher,
    clock: Callable[[], datetime],
    only: Collection[int] | None = None,
    desks: int | None = None,
) -> Iterator[Outcome]:
    """Ask the feeds that are due, or `only` those by number whether due or not; an outcome for each, as they come. Where
    much comes, the titles are there first: all texts have been read when the outcomes end, not when they are told.

    Without a network nothing is counted against the sources, and what was asked for by number waits for the next
    update. `fetcher.stop` ends it: what is under way is then skipped. `desks` other processes at most read feeds, else
    as many as there are cores, three at most.

    Raises:
        BusyError: another update is running.
    """
    with library.instance.alone(UPDATING), library.db.hurried():
        yield from _Round(library, fetcher, clock).run(only, desks)
        finish(library, fetcher.stop.is_set, desks)


def finish(library: Library, stopped: Callable[[], bool] = lambda: False, desks: int | None = None) -> None:
    """Read the texts that were left for later, also by an update that was killed; not on when it was stopped."""
    from reader.library.rough import PART
    from reader.newsroom.desks import Desks

    waiting = library.rough.count
    if waiting and not stopped():
        for ready in Desks(library.rough.parts(), _finished, _weight, -(-waiting // PART), desks).ready():
            for read in ready:
                library.rough.finish(read)
            if stopped():
                break


def _finished(desk: Moving, part: Sequence[Waiting]) -> list[tuple[Waiting, Packed]]:
    return list(zip(part, desk.finish([it.body for it in part]), strict=True))


def _weight(part: Sequence[Waiting]) -> int:
    """Bytes of texts, which are packed to about a third."""
    return 3 * sum(len(it.body) for it in part)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What came of a source's address, and of its feed where it has one: what it says, what of it is ready for the
    shelf, or why it cannot be read."""

    source: Source
    result: Result
    said: Told | None = None
    made: Mapping[int, Made] = field(default_factory=dict)
    error: ReaderError | None = None


class _Round:
    """One update: what is written down late, so that it can be written together or not at all."""

    def __init__(self, library: Library, fetcher: Fetcher, clock: Callable[[], datetime]) -> None:
        self.library = library
        self.fetcher = fetcher
        self.clock = clock
        self.rules = tuple(library.rules.all().values())
        self.states: dict[int, State] = {}
        self.quiet: list[Visit] = []
        self.unreached: list[tuple[Source, Result]] = []
        self.reached: set[int] = set()

    def run(self, only: Collection[int] | None, desks: int | None) -> Iterator[Outcome]:
        """An outcome for each source that is asked."""
        from reader.fetch import fetch_all
        from reader.newsroom.desks import Desks

        asked = {id(request): (source, request) for source, request in self._requests(only)}
        came = fetch_all(self.fetcher, [request for _, request in asked.values()])
        answers = ((asked[id(result.request)][0], result) for result in came)
        try:
            for ready in Desks(answers, self._prepared, _size, len(asked), desks).ready():
                for some in _shared(ready):
                    yield from self._outcomes(some)
        finally:
            self._settle(asked_for=only is not None)

    def _outcomes(self, some: Sequence[_Prepared]) -> list[Outcome]:
        """What came of some sources; small feeds that are ready at a time are written down in one transaction, which is a
        fifth quicker than one for each."""
        with self.library.db.writing() if len(some) > 1 else nullcontext():
            outcomes = [self._outcome(it) for it in some]
            self._flush(_TOGETHER)
        return outcomes

    def _prepared(self, desk: Moving, asked: tuple[Source, Result]) -> _Prepared:
        """A feed that came, read at a desk; whatever is not known of it yet is made ready there."""
        source, result = asked
        page = result.answer.page if result.answer else None
        if page is None:
            return _Prepared(source, result)
        try:
            said = desk.read(page, source.address)
        except UnreadableError as error:
            return _Prepared(source, result, error=error)
        wanted = wanted_of(self.library, source, said)
        made = desk.make(wanted, source, self.rules) if wanted else ()
        return _Prepared(source, result, said, dict(zip(wanted, made, strict=True)))

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

    def _outcome(self, came: _Prepared) -> Outcome:
        """What came of one source; its state and its entries are kept."""
        source, result = came.source, came.result
        title, state, failure = one_line(source.title), self.states[source.id], result.failure
        if failure is not None:
            told = Outcome(title, "failed", (), None, failure.happened, failure.advice, failure.trouble)
            if failure.trouble == "stopped":
                return replace(told, came="skipped")
            if failure.trouble in OFFLINE:
                self.unreached.append((source, result))
            else:
                self.reached.add(source.id)
                after = state.after_failure(failure, self.clock())
                self.quiet.append((source.id, after.text(), failure.happened))
            return told
        self.reached.add(source.id)
        answer = result.answer
        if answer is None or answer.page is None:
            if answer is not None:
                self.quiet.append((source.id, state.after(answer, self.clock()).text(), None))
            return Outcome(title, "same")
        if came.error is not None:
            self.quiet.append((source.id, state.after_no_feed(self.clock()).text(), came.error.happened))
            happened = f"{title}: {came.error.happened}"
            return Outcome(title, "failed", happened=happened, advice=came.error.advice)
        assert came.said is not None
        return self._put_away(source, answer, came.said, came.made)

    def _put_away(self, source: Source, answer: Answer, said: Told, made: Mapping[int, Made]) -> Outcome:
        """A feed onto the shelf, and then what its server said: not before all that it brought is kept."""
        now, state = self.clock(), self.states[source.id]
        untitled = source.title == source.address and said.title
        came = put_away(self.library, source, said, lambda wanted: [made.get(it) for it in wanted], now)
        remark = " ".join(said.remarks) or None
        with self.library.db.writing():
            if untitled:
                self.library.visits.entitle(source.id, said.title)
            self.library.visits.keep([(source.id, state.after(answer, now, said.every).text(), remark)])
            for entry_id in came.behind:
                self.library.visits.ask("full", str(entry_id))
        name = one_line(said.title if untitled else source.title)
        return Outcome(
            name, came.came, came.entries, said.title or None, remark, changed=came.changed, hidden=came.hidden
        )

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


def _shared(ready: Sequence[_Prepared]) -> Iterator[list[_Prepared]]:
    """Feeds in groups that are written down together: a few entries, so that nobody's mark waits for long."""
    group, entries = list[_Prepared](), 0
    for it in ready:
        if group and entries + len(it.made) > _ENTRIES:
            yield group
            group, entries = [], 0
        group.append(it)
        entries += len(it.made)
    yield group


def _size(asked: tuple[Source, Result]) -> int:
    """Bytes of a feed that came."""
    answer = asked[1].answer
    return len(answer.page.data) if answer and answer.page else 0
