"""What a feed says, onto the shelf: each entry once, whatever feed it comes by and however its address is decorated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from reader.library import Added, Incoming, Library
from reader.library.body import unpack
from reader.model import Came, Source
from reader.newsroom import fuller, marking
from reader.newsroom.preparing import Desk, Made, Named, Told

if TYPE_CHECKING:
    from reader.feeds import Feed
    from reader.library.fed import Known
    from reader.library.journal import Scribe

_FULLER = 12
"""Characters a word of a teaser from which another feed's text may have twice as many words, with some markup."""

_PART = 200
"""Items in one transaction: of a feed with 10,000 nobody's mark waits for more than a part."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """What came of a feed: the numbers of the entries that are new and behind them of those that `changed`, all of that in
    a word, how many of the new ones rules hide, and those whose own page is shown and that the feed tells otherwise now, so
    that the page is to be looked at again."""

    entries: tuple[int, ...]
    came: Came
    behind: tuple[int, ...] = ()
    changed: int = 0
    hidden: int = 0


Making = Callable[[Sequence[int]], Sequence[Made | None]]
"""Items by their positions, ready for the shelf; None for one that cannot be had any more."""


def shelve(library: Library, source: Source, feed: Feed, now: datetime, scribe: Scribe | None = None) -> Shelved:
    """Put what a feed has onto the shelf; with a scribe as part of its act."""
    desk, rules = Desk(), tuple(library.rules.all().values())
    said = desk.take(feed, source.address)
    return put_away(library, source, said, lambda wanted: desk.make(wanted, source, rules), now, scribe)


def put_away(
    library: Library, source: Source, said: Told, making: Making, now: datetime, scribe: Scribe | None = None
) -> Shelved:
    """Put what a feed says onto the shelf, in parts of which each is kept. What is known and was not changed is not even
    made ready."""
    pairs = list(zip(said.named, library.fed.known([each.keys for each in said.named]), strict=True))
    own = [(each, it) for each, it in pairs if it and it.entry_id and it.source_id == source.id]
    behind = [(it.entry_id, each.digest) for each, it in own if it.shown == "page" and it.digest != each.digest]
    # What came from another reader or from a library came with the text that the feed had then.
    first = [(it.entry_id, each.digest) for each, it in own if it.digest is None]
    wanted = _wanted(pairs, source)
    others = {at: it.entry_id for at in wanted if (it := pairs[at][1]) and it.source_id != source.id}
    mine = [it for it in wanted if it not in others]
    new, changed, hidden = list[int](), list[int](), 0
    for start in range(0, len(mine), _PART):
        part = mine[start : start + _PART]
        ready = [(said.named[position], made) for position, made in zip(part, making(part), strict=True) if made]
        for added, (_, its) in zip(_put(library, source, ready, now, scribe), ready, strict=True):
            hidden += bool(its.verdict and its.verdict.hide and added.came == "new")
            if added.came in ("new", "changed"):
                (new if added.came == "new" else changed).append(added.entry_id)
    for entry_id, made in zip(others.values(), making(list(others)), strict=True):
        if made is not None:
            fuller.take(library, entry_id, unpack(made.packed.body), now)
    if behind or first:
        library.fed.keep([*behind, *first])
    came: Came = "new" if new else "changed" if changed else "same"
    return Shelved((*new, *changed), came, tuple(entry_id for entry_id, _ in behind), len(changed), hidden)


def wanted_of(library: Library, source: Source, said: Told) -> list[int]:
    """The positions of the items that are to be made ready: new ones, and those of which their own feed says something
    else than the last time."""
    known = library.fed.known([each.keys for each in said.named])
    return _wanted(zip(said.named, known, strict=True), source)


def _put(
    library: Library, source: Source, ready: Sequence[tuple[Named, Made]], now: datetime, scribe: Scribe | None
) -> Sequence[Added]:
    """Put items on the shelf, with their files and what the rules say of them, in one transaction."""
    incoming = [Incoming(made.packed, source, now, each.identities, apart=each.apart) for each, made in ready]
    with library.db.writing():
        added = library.shelf.add_many(incoming, scribe)
        for it in added:
            if it.came == "changed":  # a new version and where its passages stand: both or neither
                marking.follow(library, it.entry_id)
        kept = [(it, each, made) for it, (each, made) in zip(added, ready, strict=True) if it.entry_id]
        library.fed.keep([(it.entry_id, each.digest) for it, each, _ in kept])
        library.fed.enclose((it.entry_id, made.enclosures) for it, _, made in kept if made.enclosures)
        library.rules.apply(
            {it.entry_id: made.verdict for it, _, made in kept if made.verdict and it.came == "new"}, now
        )
    return added


def _wanted(pairs: Iterable[tuple[Named, Known | None]], source: Source) -> list[int]:
    return [position for position, (each, it) in enumerate(pairs) if _is_wanted(each, it, source)]


def _is_wanted(each: Named, known: Known | None, source: Source) -> bool:
    """Whether an item is to be made ready: it is new, its own feed says something else of it than the last time, or has only
    a teaser of what stands here."""
    if known is None:
        return True
    if known.source_id not in (None, source.id):
        return known.shown is None and known.words <= fuller.TEASER and each.size > _FULLER * known.words
    return known.entry_id != 0 and known.shown != "page" and known.digest not in (None, each.digest)
