"""The web as a reader asks for it: subscribing, updating, whole articles, rules, what waits for a network.

Stands beside the library as `room.web`. Any thread may ask; one fetcher serves all of them until `stop`, which ends
what is under way.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from reader.errors import ReaderError, UsageError
from reader.library import Library
from reader.library.rows import Waiting
from reader.model import Act, Enclosure, Entry, Outcome, Source, SourceKind
from reader.text.clean import one_line

if TYPE_CHECKING:
    from reader.fetch import Fetcher
    from reader.filters import Rule
    from reader.newsroom.beside import Beside, Step, Which
    from reader.newsroom.following import Subscribed
    from reader.newsroom.fulltext import Full
    from reader.newsroom.offering import Arrival, Offer, Wish
    from reader.newsroom.ruling import Sifted
    from reader.newsroom.subscriptions import List, Taken
    from reader.pictures import Picture


_PATIENCE = timedelta(days=7)
"""An address that has been out of reach for so long is not looked at any more."""

_MOST_DAYS = 36_500
"""Days for which something can be muted or kept."""


class Web:
    """What is asked of the web, and what is kept of its answers."""

    def __init__(self, library: Library, clock: Callable[[], datetime]) -> None:
        self.library = library
        self.clock = clock
        self._lock = threading.Lock()
        self._fetcher: Fetcher | None = None
        self._beside: Beside | None = None
        self.desks: int | None = None
        """Other processes at most that read feeds in an update; None for as many as there are cores, three at most."""

    def fetcher(self) -> Fetcher:
        """The one that asks, made when it is first needed."""
        from reader.fetch import Fetcher

        with self._lock:
            if self._fetcher is None or self._fetcher.stop.is_set():
                self._fetcher = Fetcher(clock=self.clock)
            return self._fetcher

    def stop(self) -> None:
        """End whatever is under way; it is then skipped, and asked for again at the next update."""
        with self._lock:
            if self._fetcher is not None:
                self._fetcher.stop.set()
            if self._beside is not None:
                self._beside.stop()

    def close(self) -> None:
        """End whatever is under way and hang up."""
        self.stop()
        with self._lock:
            if self._fetcher is not None:
                self._fetcher.close()
                self._fetcher = None

    # Updating

    def due(self) -> tuple[Source, ...]:
        """The feeds that may be asked now: for updating by itself while the screen is open."""
        from reader.newsroom import updating

        return updating.due(self.library, self.clock())

    def update(self, only: Collection[int] | None = None) -> Iterator[Outcome]:
        """Ask the feeds that are due, or those by number whether due or not; an outcome for each. Raises BusyError."""
        from reader.newsroom import updating

        return updating.update(self.library, self.fetcher(), self.clock, only, self.desks)

    def update_beside(self, which: Which | tuple[int, ...], points: int = 3) -> Iterator[Step]:
        """The same, `ahead` and summaries of so many points in a process of its own, so that whoever reads is not held
        up. Raises BusyError."""
        from reader.newsroom.beside import Beside

        beside = Beside(self)
        with self._lock:
            self._beside = beside
        return beside.run(which, points)

    def ahead(self) -> Iterator[Outcome]:
        """After an update: fetch what waits, and whole articles where feeds have only teasers; an outcome for each."""
        from reader.newsroom import fulltext

        yield from self._waiting_addresses()
        yield from fulltext.ahead(self.library, self.fetcher(), self.clock)

    def full(self, entry_id: int) -> Full:
        """Fetch the whole article of an entry and keep the better of page and feed. Raises LibraryError."""
        from reader.newsroom import fulltext

        return fulltext.full(self.library, self.fetcher(), entry_id, self.clock)

    def wants_full(self, entry_id: int) -> bool:
        """Whether opening an entry is to fetch its whole article. Raises LibraryError."""
        from reader.newsroom import fulltext

        return entry_id > 0 and fulltext.is_wanted(self.library, entry_id)

    def shown(self, entry_id: int) -> tuple[Literal["page", "feed"] | None, str | None]:
        """Whose text of an entry is shown where its page was fetched, and why the page could not be had."""
        return self.library.fed.shown(entry_id), self.library.fed.failure(entry_id)

    def waiting(self) -> tuple[Waiting, ...]:
        """What was asked for while there was no network."""
        return self.library.visits.waiting()

    def enclosures(self, entry_id: int) -> tuple[Enclosure, ...]:
        """The files that come with an entry."""
        return self.library.fed.enclosures(entry_id) if entry_id > 0 else ()

    def picture(self, address: str, page: str | None) -> Picture:
        """The picture at an address that stands in a page, for somebody who asked for it; nothing of it is kept.

        Raises UsageError where none can be shown, before anything is asked for; FetchError, UnreadableError.
        """
        from reader.fetch import Request

        try:
            from reader import pictures
        except ImportError as error:
            raise UsageError(
                "Pictures need Pillow, which is not installed.",
                "Install newsreader-tui[pictures], or press o to see the page in your browser.",
            ) from error
        trusted = urlsplit(page or "").hostname or ""
        request = Request(address, by_hand=False, accept="picture", opened=True, trusted=trusted)
        found = self.fetcher().get(request).page
        return pictures.read(b"" if found is None else found.data)

    # Subscribing

    def arrive(self, address: str, wish: Wish | None = None) -> Arrival:
        """What stands at an address: an article, or feeds to choose from. Raises FetchError, UsageError."""
        from reader.newsroom import offering

        return offering.arrive(self.fetcher(), address, wish)

    def add(self, address: str, wish: Wish | None = None) -> tuple[Outcome, ...]:
        """Take what stands at an address: the article, or the only feed. Several feeds are left to the person: an
        outcome "skipped" for each. Without a network the wish waits for the next update."""
        from reader.fetch import NoPageError
        from reader.newsroom import adding
        from reader.newsroom.updating import OFFLINE
        from reader.text.addresses import public

        try:
            found = self.arrive(address, wish)
        except NoPageError as error:
            if error.trouble not in OFFLINE:
                return (_failed(public(address), error, error.trouble),)
            self.library.visits.put_off(address, public(address))
            advice = "It is looked at again with the next update; undo gives it up."
            return (Outcome(public(address), "failed", (), None, error.happened, advice, error.trouble),)
        except ReaderError as error:
            return (_failed(public(address), error),)
        if found.article is not None:
            return (adding.keep_article(self.library, found.article, public(address), self.clock()),)
        if len(found.offers) == 1:
            return (self.subscribe(found.offers[0]),)
        return tuple(
            Outcome(it.address, "skipped", (), it.title, _told(it), f"newsreader add {it.address}")
            for it in found.offers
        )

    def give_up(self, address: str) -> Act:
        """Add an address no more that waits for a network; undo lets it wait again."""
        from reader.text.addresses import public

        return self.library.visits.give_up(address, public(address))

    def subscribe(self, offer: Offer, folder: str | None = None) -> Outcome:
        """Subscribe to a feed that was offered; what it has now comes in at once. Undo takes the subscription back."""
        from reader.newsroom import following

        return following.subscribe(self.library, offer, folder, self.clock())

    def sources(self) -> tuple[Subscribed, ...]:
        """Every source with what is known of it."""
        from reader.newsroom import following

        return following.listing(self.library)

    def title_of(self, source_id: int) -> str:
        """What a source is called, told apart from others of its title. Raises LibraryError where there is none."""
        from reader.newsroom.naming import told_apart

        title = self.library.sources.one(source_id).title
        return told_apart(self.library.shelf.sources()).get(source_id, title)

    def muted_until(self, source_id: int) -> datetime | None:
        """Until when nothing from a source is shown; None where it is. Raises LibraryError where there is none."""
        return self.library.sources.standing(source_id).muted

    def named(self, words: str, kind: SourceKind | None = None) -> Source:
        """The source (or only those of a kind) of a number, an address, or a title or the only part of one.

        Raises UsageError.
        """
        from reader.newsroom import following

        return following.named(self.library, words, kind)

    def rename(self, source_id: int, title: str) -> Act:
        """Call a source otherwise."""
        return self.library.sources.rename(source_id, one_line(title))

    def move(self, source_id: int, folder: str | None) -> Act:
        """Put a source into a folder ("News/Local" is one within another), or with None out of any."""
        return self.library.sources.move(source_id, one_line(folder) if folder else None)

    def remove(self, source_id: int, *, with_entries: bool = False) -> Act:
        """Take a source out of the list; undo brings it back."""
        return self.library.sources.remove(source_id, with_entries=with_entries)

    def visit_every(self, source_id: int, minutes: int | None) -> Act:
        """Ask a source every so many minutes, from now on; None leaves that to the feed. Raises UsageError."""
        if minutes is not None and not 5 <= minutes <= 1440:
            raise UsageError("A feed is asked every 5 to 1,440 minutes.", "Give a number of minutes between these.")
        return self.library.sources.visit_every(source_id, minutes)

    def fetch_full(self, source_id: int, wish: Literal["always", "never"] | None) -> Act:
        """Fetch the whole articles of a source ahead, or never; None finds out whether its feed has them."""
        return self.library.sources.fetch_full(source_id, wish)

    def keep_for(self, source_id: int, days: int | None) -> Act:
        """Keep what comes from a source for so many days; None keeps everything. Raises UsageError."""
        return self.library.sources.keep_for(source_id, days=_days(days))

    def mute(self, source_id: int, days: int | None) -> Act:
        """Do not show what comes from a source for so many days; None shows it again. Raises UsageError."""
        until = self.clock() + timedelta(days=days) if _days(days) and days else None
        return self.library.sources.mute(source_id, until)

    def log_in(self, source_id: int, login: str | None) -> Act:
        """Give a source a user name and a password ("name:password"); None takes them away."""
        from reader.newsroom import following

        return following.log_in(self.library, source_id, login)

    def import_list(self, file: Path) -> Iterator[Taken]:
        """Take in an OPML file, newsboat's urls or its cache.db; what came so far, more than once for long ones.

        Raises UnreadableError.
        """
        from reader.newsroom import subscriptions

        if subscriptions.kind_of(file) == "cache":
            yield from subscriptions.take_cache(self.library, file, self.clock())
        else:
            yield subscriptions.take_in(self.library, file)

    def export_list(self, form: List, *, private: bool = False) -> str:
        """The subscriptions as OPML or as newsboat's urls file; passwords and tokens only with `private`."""
        from reader.newsroom import subscriptions

        return subscriptions.written(self.library, form, private=private)

    # Rules

    def rules(self) -> dict[int, Rule]:
        """The person's rules by their numbers."""
        return self.library.rules.all()

    def try_rule(self, rule: Rule) -> Iterator[Entry]:
        """The entries that a rule would take, newest first, before it is kept. Raises UsageError."""
        from reader.newsroom import ruling

        return ruling.tried(self.library, rule)

    def keep_rule(self, rule: Rule) -> Act:
        """Keep a rule and do what it says to what is there; undo takes all of it back. Raises UsageError."""
        from reader.newsroom import ruling

        return ruling.keep(self.library, rule, self.clock())

    def forget_rule(self, number: int) -> Act:
        """Take a rule away; what only it hid is shown again. Raises UsageError."""
        from reader.newsroom import ruling

        return ruling.forget(self.library, number)

    def switch_rule(self, number: int, *, on: bool) -> Act:
        """Let a rule do nothing, as if it were forgotten, or do again what it says; undo takes it back. Raises UsageError."""
        from reader.newsroom import ruling

        return ruling.switch(self.library, number, self.clock(), on=on)

    def sift(self, rules: Sequence[Rule]) -> Iterator[Sifted]:
        """All entries as some rules look at them, in stretches, whether a rule is off or hides them or not."""
        from reader.newsroom import ruling

        return ruling.sifted(self.library, rules)

    def hidden(self) -> tuple[Entry, ...]:
        """What the rules hide."""
        return self.library.rules.hidden()

    def _waiting_addresses(self) -> Iterator[Outcome]:
        """Addresses that were to be added while there was no network; several feeds stay for the person to choose."""
        from reader.newsroom.updating import OFFLINE

        visits = self.library.visits
        for wish in visits.waiting("add"):
            outcomes = self.add(wish.target)
            old = wish.asked is not None and wish.asked < self.clock() - _PATIENCE
            if old or not any(it.trouble in OFFLINE for it in outcomes):
                visits.answered("add", wish.target)
            yield from outcomes


def _days(days: int | None) -> int | None:
    """A number of days that a calendar has. Raises UsageError for more."""
    if days is not None and days > _MOST_DAYS:
        raise UsageError(f"{days:,} days are more than a century.", f"Give a number up to {_MOST_DAYS:,}.")
    return days


def _told(offer: Offer) -> str:
    """How much a feed has, in a few words."""
    last = f", the last of {offer.latest:%Y-%m-%d}" if offer.latest else ""
    return f"{offer.entries:,} {'entry' if offer.entries == 1 else 'entries'}{last}"


def _failed(address: str, error: ReaderError, trouble: str | None = None) -> Outcome:
    return Outcome(address, "failed", (), None, error.happened, error.advice, trouble)
