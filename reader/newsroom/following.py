"""Sources that somebody follows: subscribed to, listed, called by number, address or name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from reader.errors import UsageError
from reader.library import Library, Origin, Standing
from reader.model import Act, Counts, Outcome, Source, SourceKind
from reader.newsroom.items import shelve
from reader.newsroom.updating import states_of
from reader.text.addresses import public, split_secret
from reader.text.clean import one_line

if TYPE_CHECKING:
    from reader.feeds import Feed
    from reader.newsroom.offering import Offer


@dataclass(frozen=True, slots=True)
class Subscribed:
    """A source as the listing tells it: what was set for it, when it is asked next, how much it has, how it failed."""

    source: Source
    standing: Standing
    total: int
    unread: int
    due: datetime | None = None
    failures: int = 0
    gone: bool = False
    private: bool = False

    @property
    def trouble(self) -> str:
        """What is wrong with it, and since how many visits; empty where nothing is."""
        why = one_line(self.source.outcome or "").rstrip(".")
        if not self.gone and not self.failures:
            return why
        times = "once" if self.failures == 1 else f"{self.failures:,} times"
        said = "gone for good" if self.gone else f"failed {times}"
        return f"{said}: {why}" if why else said


def subscribe(library: Library, offer: Offer, folder: str | None, now: datetime) -> Outcome:
    """Follow a feed; what was just read of it comes in, and counts as a visit."""
    there = {it.address: it.id for it in library.shelf.sources()}
    address = _free(library, offer.address, offer.private)
    origin = Origin("feed", address, one_line(offer.title) or address, folder)
    standing = Standing(None, None, None, None, link=offer.link)
    with library.journal.acting("add source", f"Subscribed to {origin.title}") as scribe:
        source = library.sources.one(library.sources.take(scribe, origin, offer.private, standing))
        came = shelve(library, source, offer.feed, now, scribe)
        _visited(library, source.id, offer.feed, now)
    count = len(offer.feed.entries)
    said = ". ".join((f"a feed with {count:,} {'entry' if count == 1 else 'entries'}", *offer.feed.remarks)).rstrip(".")
    return Outcome(address, "same" if address in there else "new", came.entries, source.title, said)


def _visited(library: Library, source_id: int, feed: Feed, now: datetime) -> None:
    """Remember that a feed was read just now, and what of it could not be."""
    from reader.fetch import Answer

    before = states_of(library)[source_id]
    after = before.after(Answer(None, etag=before.etag, modified=before.modified), now, feed.every)
    library.visits.keep([(source_id, after.text(), " ".join(feed.remarks) or None)])


def _free(library: Library, address: str, private: str | None) -> str:
    """The address under which a feed is kept: two that differ only in their secrets are two feeds."""
    if private is None:
        return address
    taken = {it.address: library.sources.secret(it.id) for it in library.shelf.sources(removed=True)}
    number, found = 1, address
    while found in taken and taken[found] not in (None, private):
        number += 1
        found = f"{address}#{number}"
    return found


def listing(library: Library) -> tuple[Subscribed, ...]:
    """Every source with what was set for it and how it stands."""
    states, secrets = states_of(library), library.visits.addresses()
    standings, counts = library.sources.standings(), library.sources.counts()
    found = []
    for source in library.shelf.sources():
        has = counts.get(source.id, Counts(0, 0))
        row = Subscribed(source, standings[source.id], has.total, has.unread, private=source.id in secrets)
        state = states.get(source.id)
        if state is not None:
            row = replace(row, due=state.due, failures=state.failures, gone=state.gone)
        found.append(row)
    return tuple(found)


def named(library: Library, words: str, kind: SourceKind | None = None) -> Source:
    """The source (or only those of a kind) of a number, an address, or a title or the only part of one.

    Raises UsageError.
    """
    sources = [it for it in library.shelf.sources() if kind in (None, it.kind)]
    if words.isascii() and words.isdigit():
        found = [it for it in sources if str(it.id) == words.lstrip("0")]
    else:
        bare, folded = public(words), words.casefold()
        found = [it for it in sources if it.address == bare or it.title.casefold() == folded]
        found = found or [it for it in sources if folded in it.title.casefold() or folded in it.address.casefold()]
    if len(found) != 1:
        shown = one_line(words)[:80]
        happened = f"“{shown}” names {len(found)} sources." if found else f"There is no {kind or 'source'} “{shown}”."
        raise UsageError(happened, "`newsreader sources` shows their numbers.")
    return found[0]


def log_in(library: Library, source_id: int, login: str | None) -> Act:
    """Keep "name:password" for a source beside its address, never in it. Raises UsageError, LibraryError."""
    source = library.sources.one(source_id)
    address = split_secret(library.sources.secret(source_id) or source.address)[0]
    if login is None:
        return library.sources.log_in(source_id, address if address != source.address else None)
    if ":" not in login or any(sign in login for sign in "\r\n"):
        raise UsageError("A login is a user name and a password.", "Give them as name:password.")
    parts = urlsplit(address)
    return library.sources.log_in(source_id, urlunsplit(parts._replace(netloc=f"{_quoted(login)}@{parts.netloc}")))


def _quoted(login: str) -> str:
    """A login as an address holds it: what would end it early is escaped."""
    return "".join(f"%{ord(sign):02X}" if sign in "/?#@%[]" else sign for sign in login)
