"""Two texts of one article, of its feed and of its page or of another feed: which is the better, and how it is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from reader.library import Incoming, Library
from reader.model import Article, Entry
from reader.newsroom import marking
from reader.text.words import solid, word_count

if TYPE_CHECKING:
    from reader.library.fed import Shown

TEASER = 120
"""Words of an entry that is perhaps a teaser: feeds of whole articles have more in half of their entries."""

_THIN = 60
"""Words of a page that has no article for us: a wall of consent, a login, a film."""


def choose(feed: Article, page: Article) -> tuple[Shown, str]:
    """Whose text is shown, and why in a sentence: the longer one, unless it is not the article at all."""
    carried, found = words(feed), words(page)
    if found < _THIN and carried >= found:
        return "feed", f"The feed's text is shown: its page has only {found:,} words."
    if page.truncated and carried * 2 > found:
        return "feed", "The feed's text is shown: its page ends at a paywall."
    if carried > found:
        return "feed", f"The feed's text is shown: it has {carried:,} words, its page {found:,}."
    if carried >= TEASER and not _alike(feed, page):
        return "feed", "The feed's text is shown: its page says something else."
    return "page", f"The text of its page is shown: it has {found:,} words, the feed's {carried:,}."


def merged(feed: Article, page: Article, entry: Entry) -> Article:
    """The page's article with what only the feed knows of it; its address stays that of the entry."""
    return replace(
        page,
        title=page.title or feed.title,
        byline=page.byline or feed.byline,
        published=feed.published or page.published,
        updated=page.updated or feed.updated,
        publisher=page.publisher or feed.publisher,
        language=page.language or feed.language,
        url=entry.url,
    )


def words(article: Article) -> int:
    """How many words an article's text has."""
    return sum(word_count(block.text) for block in article.blocks)


def _alike(feed: Article, page: Article) -> bool:
    """Whether a page has what a whole text of the feed has: most of its words."""
    there = {word for block in page.blocks for word in _pieces(block.text)}
    mine = [word for block in feed.blocks for word in _pieces(block.text)]
    return sum(word in there for word in mine) * 2 >= len(mine)


def _pieces(text: str) -> list[str]:
    """The words of a text; of scripts without spaces, pairs of signs."""
    return [*text.split(), *(run[at : at + 2] for run in solid(text) for at in range(len(run) - 1))]


def show(library: Library, entry: Entry, old: Article, found: Article, now: datetime) -> bool:
    """Show the fuller text of an entry instead of its feed's, which stays a version; whether that is another text than was
    shown. What its publisher changed it is only where such a text was shown before."""
    source, name, before = (
        library.sources.one(entry.source_id),
        library.fed.name(entry.id),
        library.fed.shown(entry.id),
    )
    made = Incoming(merged(old, found, entry), source, now, (name,) if name else (), apart=True)
    with library.db.writing():
        (added,) = library.shelf.add_many([made])
        changed = added.came == "changed"
        library.fed.show(entry.id, "page", edited=entry.edited or (before == "page" and changed))
        if changed:  # a new version and where its passages stand: both or neither
            marking.follow(library, entry.id)
    return changed


def take(library: Library, entry_id: int, found: Article, now: datetime) -> bool:
    """Show what another feed has of an entry, if its own has only a teaser of that."""
    entry = library.shelf.entry(entry_id)
    if entry.source_id is None or library.sources.one(entry.source_id).kind != "feed":
        return False
    old = library.shelf.article(entry_id)
    better = words(old) <= TEASER and words(found) > 2 * words(old) and choose(old, found)[0] == "page"
    return better and show(library, entry, old, found, now)
