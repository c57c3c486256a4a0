"""Finding words in the open article: how often, then from hit to hit, each told with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader import search
from reader.errors import UsageError
from reader.linear.orders import Order
from reader.linear.voice import counted
from reader.model import Article

if TYPE_CHECKING:
    from reader.linear.conversation import Conversation, Tells


class Finding:
    """What is looked for in the article, and the hit that was told last."""

    def __init__(self, session: Conversation, telling: Tells) -> None:
        self._session = session
        self._telling = telling
        self._finder: tuple[Article, search.Finder] | None = None
        self.hits: search.Hits | None = None
        self._words = ""
        self._current = 0

    def forget(self) -> None:
        """Look for nothing."""
        self.hits = None

    def do_find(self, order: Order) -> None:
        """Find words, from where one is."""
        self._look(order, "typed")

    def do_find_word(self, order: Order) -> None:
        """Find whole words."""
        self._look(order, "word")

    def do_find_expression(self, order: Order) -> None:
        """Find a regular expression."""
        self._look(order, "regex")

    def _look(self, order: Order, how: search.How) -> None:
        article = self._telling.article
        words = self._session.wanted(order, "Find")
        if not words:
            return
        hits = self._find(article, words, how)
        if not len(hits):
            raise UsageError(f"“{words[:60]}” is not in this article.", "search looks for it in the whole library.")
        self._telling.moving.remember()
        self.hits, self._words = hits, words
        others = f", also as {', '.join(hits.variants[:3])}" if hits.variants else ""
        self._session.voice.say(
            f"{counted(len(hits), 'hit')} for {words}{others}. n goes to the next, N to the one before."
        )
        paragraph = self._telling.paragraphs[self._telling.at[0]]
        units = paragraph.units()
        start = units[self._telling.at[1]][0] if units else 0
        self._to(hits.after(paragraph.place(start, start + 1)) or 0)

    def _find(self, article: Article, words: str, how: search.How = "typed") -> search.Hits:
        if self._finder is None or self._finder[0] is not article:
            self._finder = (article, search.Finder(article))
        return self._finder[1].find(words, how=how)

    def carry(self, query: str) -> None:
        """Go to the first hit of a query of the library."""
        if len(self._find(self._telling.article, query, "query")):
            self._look(Order("find", words=query), "query")

    def _to(self, number: int) -> None:
        if not self.hits:
            raise UsageError("Nothing is being looked for.", "find and a word looks for it.")
        self._current = number % len(self.hits)
        self._session.focus = "article"
        place = self.hits[self._current].place
        self._telling.go(place, f"Hit {self._current + 1:,} of {len(self.hits):,}. ")

    def do_next_hit(self, order: Order) -> None:
        """The next hit; after the last comes the first."""
        self._to(self._current + (order.count or 1))

    def do_previous_hit(self, order: Order) -> None:
        """The hit before; before the first comes the last."""
        self._to(self._current - (order.count or 1))

    def do_end_find(self, _: Order) -> None:
        """Look for nothing any more."""
        self.forget()
        self._session.voice.say("The find has ended.")
