"""A query as SQL and FTS5 understand it, and the test of a single article for what they cannot answer alone.

The index knows which words stand in which column of an article, not at which position. So a phrase is asked as all
its words, and the text decides; a prefix of up to three letters, for which FTS5 would first merge every word that
begins so (measured: 256, 100 and 40 ms for s, co and con), is left to the text as well: where that is slow, most
articles have such a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from reader.library.body import Wording, micros
from reader.library.docids import moment_of
from reader.library.parts import STATES_BY_INDEX, TOKEN, Leaf, Lookup, Origins, Part, by_index
from reader.library.wording import columns, parted, spaced
from reader.model import Entry
from reader.search import query as asked

_TOKENS = re.compile(f"[{TOKEN}]+")
_STATES = {
    "unread": "(e.read IS NULL) = 1",
    "read": "(e.read IS NULL) = 0",
    "starred": "e.starred IS NOT NULL",
    "marked": "e.passages > 0",
}
# Letters of a prefix that is left to the text.
SHORT = 3
# A docid may have been counted up from its moment; a range of moments reaches that much further.
_COUNTED_UP = 200_000


def about_words_alone(term: asked.Term) -> bool:
    """Whether nothing but a change of texts changes what a term matches: no state, tag or name of a source does."""
    match term:
        case asked.Word() | asked.Phrase():
            return term.field not in ("tag", "from")
        case asked.Is():
            return False
        case asked.Not(inner):
            return about_words_alone(inner)
        case asked.All(terms) | asked.Any(terms):
            return all(map(about_words_alone, terms))
        case asked.Since() | asked.Until():
            return True


@dataclass(slots=True)
class Question:
    """A query made ready for this library.

    `others` gives the other spellings of a word, `starts` the second at which a day begins, `origins` the sources and
    publishers of that name, `tags` the tags that are written so.
    """

    query: asked.Query
    others: Callable[[str], tuple[str, ...]]
    starts: Callable[[date], int]
    origins: Callable[[Leaf], Origins]
    tags: Callable[[asked.Word | asked.Phrase], tuple[str, ...]]
    typing: bool = False
    thorough: bool = False  # ask FTS5 for short prefixes too
    left_out: bool = False  # whether such a prefix was left to the text
    leaves: dict[asked.Word | asked.Phrase, Leaf] = field(default_factory=dict)
    _phrases: tuple[re.Pattern[str], ...] | None = None
    _plain: tuple[re.Pattern[str], ...] | None = None

    def part(self) -> Part:
        """What the database is asked."""
        return self._part(self.query.root)

    @property
    def exact(self) -> bool:
        """Whether the database answers it to the letter."""
        return self.part().exact

    def may_hold(self, text: bytes) -> bool:
        """A quick look at an article's JSON: False only if a phrase that must be there cannot be.

        Measured: 50 µs against 250 for `accepts`, to which texts are left that do not fold to ASCII.
        """
        if self._phrases is None:
            said = (parted(it.text) for it in self.query.root.terms if isinstance(it, asked.Phrase))
            self._phrases = tuple(re.compile(" " + " +".join(map(re.escape, _TOKENS.findall(it)))) for it in said)
        if not self._phrases:
            return True
        words = spaced(_ESCAPE.sub(" ", text.decode("utf-8", "replace")))
        return words is None or all(it.search(words) for it in self._phrases)

    def plainly_holds(self, words: Wording) -> bool:
        """A quick look at an article: True only if every word stands there just as it was asked for.

        What the database has answered already (states, dates, names of sources) is not asked again.
        """
        if self._plain is None:
            plain = all(
                isinstance(it, asked.Word | asked.Is | asked.Since | asked.Until) for it in self.query.root.terms
            )
            said = [
                it for it in self.query.root.terms if isinstance(it, asked.Word) and it.field not in ("from", "tag")
            ]
            known = plain and all(it.field == "any" for it in said)
            self._plain = tuple(_as_written(self.leaf(it)) for it in said) if known else ()
        if not self._plain:
            return False
        text = "\n".join((words.title, *words.byline, words.publisher, *words.texts)).lower()
        return all(it.search(text) for it in self._plain)

    def wanted(self) -> tuple[Leaf, ...]:
        """What is to be shown in snippets."""
        return tuple(leaf for it in self.query.wanted() if (leaf := self.leaf(it)).tokens)

    def leaf(self, term: asked.Word | asked.Phrase) -> Leaf:
        """A term as words of the index. While typing, the last word may go on."""
        if term not in self.leaves:
            tokens = tuple(_TOKENS.findall(parted(term.text)))
            single = len(tokens) == 1 and isinstance(term, asked.Word) and term.field != "tag"
            prefix = term.prefix or (self.typing and self._last() is term)
            forms = self.others(tokens[0]) if single and not term.prefix else ()
            self.leaves[term] = Leaf(tokens, prefix, term.field, forms)
        return self.leaves[term]

    def _tags(self, term: asked.Word | asked.Phrase) -> tuple[str, ...]:
        """The tags that a term names. While typing, the last may go on."""
        return self.tags(replace(term, prefix=True) if self.typing and self._last() is term else term)

    def accepts(self, entry: Entry, words: Wording) -> bool:
        """Whether an article is what was asked for."""
        return self._accepts(self.query.root, entry, columns(words))

    def _last(self) -> asked.Term | None:
        term: asked.Term = self.query.root
        while isinstance(term, asked.All | asked.Any) and term.terms:
            term = term.terms[-1]
        return term if self.query.text[-1:].isalnum() else None

    def _part(self, term: asked.Term) -> Part:
        match term:
            case asked.Word() | asked.Phrase():
                return self._words(term)
            case asked.Is(state):
                return Part(where=_STATES[state], lookups=STATES_BY_INDEX.get(state, ()))
            case asked.Since(day):
                start = self.starts(day)
                return Part(where="e.moment >= ?", values=(start,), low=start // 10)
            case asked.Until(day):
                start = self.starts(day)
                return Part(where="e.moment < ?", values=(start,), high=start // 10 + _COUNTED_UP)
            case asked.Not(inner):
                return self._not(inner)
            case asked.All(terms):
                return self._all(terms)
            case asked.Any(terms):
                return _any([self._part(it) for it in terms])

    def _words(self, term: asked.Word | asked.Phrase) -> Part:
        leaf = self.leaf(term)
        if term.field == "tag":
            tags = self._tags(term)
            tagged = f"id IN (SELECT entry_id FROM entry_tags WHERE tag IN ({_marks(tags)}))"
            lookup = Lookup(f"SELECT docid FROM entries WHERE hidden = 0 AND {tagged}", tags)
            return Part(where=f"e.{tagged}", values=tags, lookups=(lookup,))
        if not leaf.tokens:
            return Part()
        if term.field == "from":
            return self._from(leaf)
        last = leaf.tokens[-1]
        if leaf.prefix and len(last) <= SHORT and last.isascii() and not self.thorough:
            self.left_out = True
            shorter = Leaf(leaf.tokens[:-1], False, leaf.field)
            return Part(shorter.match() if shorter.tokens else None, exact=False)
        return Part(leaf.match(), exact=len(leaf.tokens) == 1)

    def _from(self, leaf: Leaf) -> Part:
        origins = self.origins(leaf)
        named = (
            ("source_id", "entries_source", origins.sources),
            ("publisher", "entries_publisher", origins.publishers),
        )
        there = [(f"{column} IN ({_marks(names)})", index) for column, index, names in named if names]
        if not there:
            return Part(where="0", lookups=(Lookup("SELECT 0 AS docid WHERE 0"),))
        values = (*origins.sources, *origins.publishers)
        union = " UNION ".join(by_index(index, condition) for condition, index in there)
        where = " OR ".join(f"e.{condition}" for condition, _ in there)
        return Part(where=f"({where})", values=values, lookups=(Lookup(union, values),))

    def _not(self, inner: asked.Term) -> Part:
        part = self._part(inner)
        if not part.exact or not part.says:
            return Part(exact=part.exact)
        said, values = part.sql()
        return Part(where=f"NOT {said}", values=values)

    def _all(self, terms: Iterable[asked.Term]) -> Part:
        """All at once; what must not match goes to FTS5 as well where it can."""
        parts = list[Part]()
        nots = list[str]()
        for term in terms:
            part = self._part(term)
            against = self._part(term.term) if isinstance(term, asked.Not) else None
            if against is not None and against.exact and against.match and not against.where:
                nots.append(against.match)
            else:
                parts.append(part)
        match = " AND ".join(f"({it.match})" for it in parts if it.match is not None) or None
        where = [it.where for it in parts if it.where is not None]
        values = tuple(value for it in parts if it.where is not None for value in it.values)
        if match is None:
            where += ["e.docid NOT IN (SELECT rowid FROM terms WHERE terms MATCH ?)"] * len(nots)
            values += tuple(nots)
        elif nots:
            match = f"({match}) NOT ({' OR '.join(nots)})"
        return Part(
            match,
            " AND ".join(where) or None,
            values,
            all(it.exact for it in parts),
            tuple(lookup for it in parts for lookup in it.lookups),
            max((it.low for it in parts), default=0),
            min((it.high for it in parts), default=2**62),
        )

    def _accepts(self, term: asked.Term, entry: Entry, texts: Sequence[str]) -> bool:
        match term:
            case asked.Word() | asked.Phrase():
                return self._holds(term, entry, texts)
            case asked.Is(state):
                known = {"unread": entry.read is None, "read": entry.read, "starred": entry.starred}
                return bool(known.get(state, entry.passages))
            case asked.Since(day):
                return _second(entry) >= self.starts(day)
            case asked.Until(day):
                return _second(entry) < self.starts(day)
            case asked.Not(inner):
                return not self._accepts(inner, entry, texts)
            case asked.All(terms):
                return all(self._accepts(it, entry, texts) for it in terms)
            case asked.Any(terms):
                return any(self._accepts(it, entry, texts) for it in terms)

    def _holds(self, term: asked.Word | asked.Phrase, entry: Entry, texts: Sequence[str]) -> bool:
        leaf = self.leaf(term)
        if term.field == "tag":
            return not set(self._tags(term)).isdisjoint(entry.tags)
        if not leaf.tokens:
            return True
        if term.field == "from":
            origins = self.origins(leaf)
            return entry.source_id in origins.sources or entry.publisher in origins.publishers
        return leaf.stands_in(texts)


def _as_written(leaf: Leaf) -> re.Pattern[str]:
    """The words of a leaf in a text that is in lower case and not folded."""
    said = r"[\W_]+".join(map(re.escape, leaf.tokens))
    return re.compile(rf"(?<![^\W_]){said}" + ("" if leaf.prefix else r"(?![^\W_])"))


# What JSON writes for line ends, quotation marks and the like.
_ESCAPE = re.compile(r"\\(?:u[0-9a-f]{4}|.)")


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))


def _any(parts: list[Part]) -> Part:
    exact = all(it.exact for it in parts)
    if not all(it.says for it in parts):
        return Part(exact=exact and any(not it.says and it.exact for it in parts))
    if all(it.where is None for it in parts):
        return Part(" OR ".join(f"({it.match})" for it in parts), exact=exact)
    said = [it.sql() for it in parts]
    return Part(
        where=f"({' OR '.join(it[0] for it in said)})", values=tuple(v for it in said for v in it[1]), exact=exact
    )


def _second(entry: Entry) -> int:
    """The moment of an entry, as its row has it."""
    published, added = (None if it is None else micros(it) for it in (entry.published, entry.added))
    return moment_of(published, added or 0)
