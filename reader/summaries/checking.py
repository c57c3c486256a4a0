"""A publisher's summary held against its own article: what supports each sentence, and what does not occur there.

A sentence is supported by the sentence of the article, or two or three neighbors, that hold most of what it says, weighed by
how rare its words are there. It is not where too little is found, where its figures or names stand elsewhere than the rest, where
somebody is given a part that is another's (`roles`), or where one says the contrary of the other (`stance`). This finds slips,
not lies: it reads no meaning.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest
from math import log

from reader.model import Article, Place, Point
from reader.summaries.amounts import Amount, among, amounts, lasts
from reader.summaries.figures import figure_spans
from reader.summaries.given_names import LAND
from reader.summaries.names import name_spans
from reader.summaries.opposites import meaning
from reader.summaries.people import People
from reader.summaries.roles import Roles
from reader.summaries.sentence import BODY_KINDS, language_in, stem, stems_of, stop_stems
from reader.summaries.stance import Stance, contrary, stance_of
from reader.text.sentences import sentences

_ENOUGH = 0.4
"""Share of a sentence's weight that its support has to hold. Of 90 own-made true sentences all but two had 0.5 and more; of 136
that publishers of the open half print over 35 pages, 60 were found with 0.36, 52 with 0.4, 43 with 0.45."""
_TOLD = 0.3
"""Share of what it says of those it names: a sentence that only names the same people is no support."""
_UNITS = frozenset(map(stem, ("pounds", "euros", "dollars", "francs", "crowns", "percent", "per", "years")))
"""Of these an article counts several things."""
_PART = re.compile(r"\w+")
_CLAUSES = re.compile(r"(?<=[;.!?])[\"”’]?\s+")


@dataclass(frozen=True, slots=True)
class _Passage:
    """A sentence of the article, or up to three together, as a bag of stems."""

    place: Place
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Claim:
    """A sentence of the summary: what it says, its numbers, its dates as sets of values, and the stems of its names."""

    stance: Stance
    amounts: tuple[Amount, ...]
    dates: tuple[frozenset[str], ...]
    names: frozenset[str]


def check(article: Article) -> tuple[Point, ...]:
    """Every sentence of the publisher's summary; nothing where the page carries none."""
    said = article.publisher_summary
    if said is None or not said.text:
        return ()
    language = language_in(article)
    text = _Text(article, language)
    return tuple(
        text.checked(line[start:end]) for line in said.text.splitlines() for start, end in sentences(line, language)
    )


class _Text:
    """The article as passages, with the weight of its words."""

    def __init__(self, article: Article, language: str) -> None:
        self.language = language
        self.stops = stop_stems(language)
        every = [article.title, article.standfirst or "", *(f"{b.text}\n{b.caption or ''}" for b in article.blocks)]
        every += [note.text for note in article.notes]
        self.words = {word.lower() for text in every for word in _PART.findall(text)}
        forms = {word for text in every for word in _PART.findall(text)}
        self.capitals = {word for word in forms if word[0].isupper() and word.lower() not in forms}
        self.amounts = frozenset(it for text in every for it in amounts(text, language))
        self.numbers = frozenset(it.value for it in self.amounts)
        self.blocks = {i: frozenset(self._stems(b.text)) for i, b in enumerate(article.blocks)}
        people = People(article)
        self.named = {word for it in people.mentions for word in it.text.split()}
        self.texts = [it.text for it in article.blocks]
        self.roles = Roles(people, self.texts, language)
        self.passages = [
            it for i, b in enumerate(article.blocks) if b.kind in BODY_KINDS for it in self._cut(i, b.text)
        ]
        self.stems = frozenset(it for stems in self.blocks.values() for it in stems)
        self.held = Counter(stem for it in self.passages for stem in it.stems)

    def _cut(self, index: int, text: str) -> list[_Passage]:
        """The block's sentences, and each two and three that follow one another."""
        spans = sentences(text, self.language)
        return [
            self._passage(Place("block", index, spans[k][0], spans[k + size - 1][1]), text)
            for size in (1, 2, 3)
            for k in range(len(spans) - size + 1)
        ]

    def _passage(self, place: Place, text: str) -> _Passage:
        return _Passage(place, frozenset(self._stems(text[place.start : place.end])))

    def checked(self, sentence: str) -> Point:
        """The sentence with its support."""
        return Point(sentence, self._support(sentence), self._unknown(sentence))

    def _unknown(self, sentence: str) -> tuple[tuple[int, int], ...]:
        """Figures and names whose words the whole article does not have."""
        known = amounts(sentence, self.language)
        figures = [
            span for span in figure_spans(sentence)
            if not all(among(it, self.numbers) for it in known if span[0] <= it.at < span[1])
        ]  # fmt: skip
        names = [
            span for span in name_spans(sentence, self.language)
            if not {word.lower() for word in _PART.findall(sentence[slice(*span)])} <= self.words
        ]  # fmt: skip
        return tuple(sorted({*figures, *names}))

    def _support(self, sentence: str) -> Place | None:
        """The passage that says it, if one does."""
        claim = self._claim(sentence)
        told = claim.stance.stems - self.stops
        if not told or not self.passages or not self.roles.fit(sentence):
            return None
        weight = {it: self._weight(it) for it in told}
        plain = {it: value for it, value in weight.items() if it not in claim.names}
        ranked = nlargest(3, self.passages, key=lambda it: _match(it, weight) - len(it.stems) / 1000)
        least = max(_ENOUGH * sum(weight.values()), 0.8 * _match(ranked[0], weight))
        enough = _TOLD * sum(plain.values())
        if contrary(claim.stance, stance_of(self._text(ranked[0].place), self.language)):
            return None
        for it in ranked:
            if _match(it, weight) >= least and _match(it, plain) >= enough and self._holds(claim, it):
                return it.place
        return None

    def _text(self, at: Place) -> str:
        return self.texts[at.index][at.start : at.end]

    def _claim(self, sentence: str) -> _Claim:
        named = {self._stem(word) for name in self._names(sentence) for word in _PART.findall(name)}
        found = tuple(amounts(sentence, self.language))
        names = frozenset(named) - self.stops
        return _Claim(stance_of(sentence, self.language), found, _dates(sentence, found), names)

    def _holds(self, claim: _Claim, passage: _Passage) -> bool:
        """Whether names, numbers and dates are those of the passage, and it does not say the contrary."""
        piece = self._text(passage.place)
        if not self._named_there(claim, piece, passage) or not self._in_one_clause(claim, piece):
            return False
        held = amounts(piece, self.language)
        values = frozenset(it.value for it in held)
        if not all(among(it, values) or lasts(it, held) or self._counted(it) for it in claim.amounts):
            return False
        dates = _dates(piece, held)
        if not all(any(it <= date for date in dates) for it in claim.dates):
            return False
        return not contrary(claim.stance, stance_of(piece, self.language))

    def _counted(self, amount: Amount) -> bool:
        """Whether the article says somewhere that there are so many of the same."""
        return bool(amount.thing) and amount in self.amounts

    def _stem(self, word: str) -> str:
        return meaning(stem(word, self.language))

    def _stems(self, text: str) -> list[str]:
        return list(map(meaning, stems_of(text, self.language)))

    def _named_there(self, claim: _Claim, piece: str, passage: _Passage) -> bool:
        """Whether the names stand in the passage's block, or are left out there and nobody else is named instead."""
        missing = (claim.names & claim.stance.stems) - self.blocks[passage.place.index]
        others = {self._stem(word) for word in _PART.findall(piece) if word in self.named} - claim.stance.stems
        return not missing or (missing <= self.stems and not others)

    def _in_one_clause(self, claim: _Claim, piece: str) -> bool:
        """Whether the clause that says most of it names nobody else, and counts no other number of the same."""
        clauses = _CLAUSES.split(piece)
        if len(clauses) < 2:
            return True
        values = {it.value for it in claim.amounts}
        told = claim.stance.stems - claim.names - values - self.stops
        saying = max(clauses, key=lambda it: len(told.intersection(self._stems(it))))
        who = {self._stem(word) for word in _PART.findall(saying) if word in self.named - LAND}
        if who and claim.names and not claim.names.intersection(self._stems(saying)):
            return False
        counted = {it.thing: it.value for it in amounts(saying, self.language) if it.thing and it.thing not in _UNITS}
        return all(counted.get(it.thing, it.value) in values for it in claim.amounts)

    def _names(self, sentence: str) -> list[str]:
        """The names in a sentence; its first word only where the article bears it as a name."""
        found = [sentence[slice(*span)] for span in name_spans(sentence, self.language)]
        first = _PART.match(sentence)
        named = first and (first.group() in self.named or (first.group() in self.capitals and first.group()[-1] != "s"))
        return [*found, first.group()] if first and named else found

    def _weight(self, word: str) -> float:
        return log(1 + len(self.passages) / (0.5 + self.held[word]))


def _match(passage: _Passage, weight: dict[str, float]) -> float:
    return sum(value for word, value in weight.items() if word in passage.stems)


def _dates(text: str, found: Iterable[Amount]) -> tuple[frozenset[str], ...]:
    """Dates of several parts ("5 March", "November 2022") as sets of values, which belong together."""
    every = (frozenset(it.value for it in found if start <= it.at < end) for start, end in figure_spans(text))
    return tuple(it for it in every if len(it) > 1)
