"""What comes from the web: updates with their progress, whole articles, feeds to choose from; and keeping house."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from textual.message import Message
from textual.timer import Timer

from reader.errors import ReaderError
from reader.newsroom.naming import news_of
from reader.text.clean import one_line
from reader.tui.forgetting import give_back
from reader.tui.messages import Done, Ready
from reader.tui.status import StatusLine

if TYPE_CHECKING:
    from reader.filters import Rule
    from reader.model import Entry, Outcome, Source
    from reader.newsroom.beside import Step, Which
    from reader.newsroom.fulltext import Full
    from reader.tui.stage import Stage

_TOLD_EVERY = 1.0
"""Seconds between two words about how far an update is, as the list is looked at: each is a paint that a key may meet."""


class Updating:
    """Work with the web and with the house, all of it in the background."""

    def __init__(self, screen: Stage) -> None:
        self._screen = screen
        self._runs = False
        self._latest: tuple[Step, int] | None = None
        """How far an update is, as nobody was told yet."""
        self._teller: Timer | None = None

    # Updating

    def do_update(self, _: int | None) -> None:
        """Ask the feeds that are due, or all where none is; asked again while it runs, it stops."""
        if self._runs:
            self._screen.room.web.stop()
            self._status.say("Stopping: what has come in stays.")
            return
        self._start("due or all")

    def ask(self, ids: tuple[int, ...]) -> None:
        """Ask these feeds, whether due or not; while an update runs, stop that."""
        if self._runs:
            self.do_update(None)
        else:
            self._start(ids)

    def do_sources(self, _: int | None) -> None:
        """Where articles come from."""
        from reader.tui.views.sources import SourcesScreen

        self._screen.app.push_screen(SourcesScreen(self._screen), self._left_sources)

    def _left_sources(self, source: Source | None) -> None:
        """List what comes from the source that was chosen there."""
        screen = self._screen
        if source is None:
            screen.acting.renew()
        else:
            from reader.tui.views.sources import only_from

            screen.at("list")
            screen.searching.narrow_to(only_from(screen.view, source))

    def do_rules(self, _: int | None) -> None:
        """What is done to entries by rules."""
        from reader.tui.views.rules import RulesScreen

        self._screen.app.push_screen(RulesScreen(self._screen), self._left_rules)

    def _left_rules(self, rule: Rule | None) -> None:
        """List what the rule takes that was chosen there."""
        if rule is None:
            self._screen.reload()
        else:
            self._status.say("Looking through the entries…", stays=True)
            self._screen.jobs.latest("rule", lambda: Ready(partial(self._list_taken, rule, self._taken(rule))))

    def _taken(self, rule: Rule) -> list[Entry]:
        """The first entries that a rule takes, its hidden ones among them."""
        from reader.tui.views.rules import MOST

        found = (row for stretch in self._screen.room.web.sift((rule,)) for row, numbers in stretch if numbers)
        return list(islice(found, MOST))

    def _list_taken(self, rule: Rule, taken: list[Entry]) -> None:
        from reader.tui.views.rules import name_of

        self._screen.at("list")
        self._screen.searching.show_only(name_of(rule), taken)

    @property
    def _status(self) -> StatusLine:
        """Where something is said: at the foot of the screen that is shown, which may be that of the sources."""
        shown = getattr(self._screen.app.screen, "status", None)
        return shown if isinstance(shown, StatusLine) else self._screen.status

    def each_minute(self) -> None:
        """What is due in the house and among the feeds."""
        self.keep_house()
        self.update_if_due()

    def update_if_due(self) -> None:
        """Ask the feeds that are due, if the settings wish that, and say nothing where there is none."""
        if self._screen.settings.updates and not self._runs:
            self._start("due")

    def _start(self, which: Which | tuple[int, ...]) -> None:
        self._runs = True
        by_itself = which == "due"
        if not by_itself:
            key = self._screen.resolver.key_for("update")
            self._status.say(f"Asking the feeds…{f' {key} stops.' if key else ''}", stays=True)
        web, self._latest = self._screen.room.web, None
        if self._teller is not None:  # of an update that has just ended
            self._teller.stop()
        self._teller = self._screen.set_interval(_TOLD_EVERY, self._tell)

        def steps() -> Iterator[Message]:
            outcomes: list[Outcome] = []
            expected = waited = 0
            try:
                for step in web.update_beside(which, self._screen.settings.points):
                    expected = step.expected
                    if step.outcome is not None and step.number:
                        outcomes.append(step.outcome)
                        self._latest = step, len(outcomes)
                    elif step.outcome is not None:
                        waited += 1
                    if step.number == expected and expected:
                        self._latest = None
                        yield Ready(partial(self._all_updated, tuple(outcomes), quiet=by_itself))
                if not expected and waited:
                    yield Ready(partial(self._all_waited, waited))
                elif not expected and not by_itself:
                    yield Done("There is no feed yet: + adds one by the address of a site or a feed.")
            except ReaderError as error:  # another program updates
                yield Done("" if by_itself else f"{error.happened} {error.advice}")
            finally:
                self._runs = False

        self._screen.jobs.stream("update", steps)

    def _tell(self) -> None:
        """Say how far it is. What came is shown by the screen, which sees that the library has changed."""
        if not self._runs and self._teller is not None:
            self._teller.stop()
        latest, self._latest = self._latest, None  # in one step: the background writes it
        if latest is None or latest[0].outcome is None:
            return
        step, number = latest
        source = one_line(latest[0].outcome.source)
        self._status.say(f"Updating {number:,}/{step.expected:,}: {source}", stays=True)

    def _all_updated(self, outcomes: tuple[Outcome, ...], *, quiet: bool) -> None:
        """Say what came of all of them."""
        failed = [it for it in outcomes if it.came == "failed"]
        skipped = sum(it.came == "skipped" for it in outcomes)
        told = [news_of(outcomes), f"{len(outcomes):,} feed{'' if len(outcomes) == 1 else 's'}"]
        told += [f"{skipped:,} not asked"] if skipped else []
        if failed:
            first = failed[0]
            told.append(f"{len(failed):,} failed ({one_line(first.source)}: {first.happened})")
        said = ", ".join(told) + "."
        if any(it.trouble == "refused" for it in failed):
            keys = map(self._screen.resolver.key_for, ("sources", "log-in"))
            said += " In the sources ({}) {} gives a user name and a password.".format(*keys)
        if any(it.entries for it in outcomes) or failed or not quiet:
            self._status.say(said)
        else:
            self._status.settle()
        self._screen.reload()

    def _all_waited(self, count: int) -> None:
        """Say that what waited for a network was asked for, where there is no feed."""
        self._status.say(f"{count:,} that waited for a network {'was' if count == 1 else 'were'} asked for.")
        self._screen.reload()

    # Files

    def do_files(self, _: int | None) -> None:
        """The files that came with the entry."""
        entry, room = self._screen.acting.entry, self._screen.room
        files = () if entry is None else room.web.enclosures(entry.id)
        if entry is None or not files:
            raise ReaderError("No file came with this entry.", "Podcasts come with one.")
        from reader.tui.views.files import FilesScreen

        self._screen.app.push_screen(FilesScreen(entry.title, files, self._screen))

    # Whole articles

    def do_full(self, _: int | None) -> None:
        """Fetch the whole article of the entry."""
        entry = self._screen.acting.entry
        if entry is None or not entry.url:
            raise ReaderError("This entry names no page.", "Only what has an address can be fetched.")
        self._status.say("Fetching the whole article…", stays=True)
        self._fetch(entry)

    def opened(self, entry: Entry) -> None:
        """An entry was opened: its whole article is fetched if its feed has but a teaser."""
        web = self._screen.room.web

        def run() -> Message | None:
            if not web.wants_full(entry.id):
                files = len(web.enclosures(entry.id))
                return Ready(partial(self._tell_files, files)) if files else None
            found = web.full(entry.id)
            return Ready(partial(self._full_came, entry.id, found))

        # A kind of its own: what was asked for by key meanwhile must not be taken for outdated.
        self._screen.jobs.latest("teaser", run)

    def _tell_files(self, count: int) -> None:
        """Say that there is something to hear or to look at."""
        key = self._screen.resolver.key_for("files")
        said = "A file came with this entry" if count == 1 else f"{count:,} files came with this entry"
        self._status.say(f"{said}: {key} shows {'it' if count == 1 else 'them'}.")

    def _fetch(self, entry: Entry) -> None:
        def run() -> Message:
            kept = self._screen.room.keep(entry.id)
            found = self._screen.room.web.full(kept.id)
            return Ready(partial(self._full_came, kept.id, found))

        self._screen.jobs.latest("full", run)

    def _full_came(self, entry_id: int, found: Full) -> None:
        """Show the whole article in the place of the teaser, if it is still open."""
        reading, room = self._screen.reading, self._screen.room
        if found.changed and reading is not None and room.number_of(reading.entry.id) == entry_id:
            self._screen.going.reopen()
        if found.changed:
            self._screen.reload()
        self._status.say(found.said)

    # The house

    def keep_house(self) -> None:
        """What is due is done: the copy of the day, entries whose time has come, what the rules clean away; and memory
        that is free goes back."""
        upkeep = self._screen.room.upkeep

        def run() -> Message | None:
            changed = upkeep.keep_house().changed
            give_back()
            return Ready(self._screen.reload) if changed else None

        self._screen.jobs.latest("house", run)
