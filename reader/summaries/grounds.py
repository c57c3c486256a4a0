"""What an article offers to a sentence that is held against it: its passages with the weight of their words, names, offices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import islice, pairwise
from math import fsum, log

from reader.model import Article, Place
from reader.summaries.amounts import among, amounts, inside
from reader.summaries.figures import figure_spans
from reader.summaries.given_names import LAND
from reader.summaries.names import name_spans
from reader.summaries.nearness import near
from reader.summaries.opposites import meaning
from reader.summaries.people import People, human
from reader.summaries.relations import offices
from reader.summaries.sentence import BODY_KINDS, stem, stems_of, stop_stems
from reader.text.sentences import sentences

_LONG = 900
"""Characters of a block that tells of one thing; of a longer one only so many before and behind a passage belong to it:"""
_BEFORE, _BEHIND = 200, 100
_LENGTH, _NUMBER = 0.08, 2.5
"""What a word of a passage costs, and what a number in it counts that is told: of 132 own-made true sentences in other words
than the article's 98 stand so at the right place, without both 93, with words that are near 103."""
WORD = re.compile(r"\w+")
_SHORT = re.compile(r"\b(?:(?:[A-Z]\.){2,}|[A-Z]{2,5}\b)")
"""Names of initials: "U.S.", "EU"."""
_AGED = re.compile(r"\b([A-Z][\w’'-]+),? \(?(?:aged )?([1-9]\d)\)?(?=[,.;)]|$)")
"""Somebody with their age: "Ines Moreau, 61,"."""
_COUNTING = re.compile(r"\w+ \d+ (?!,)")
"""An opening like "Exactly 12 people", which is not somebody's name and age."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the article, or up to three together, as a bag of stems and one of the values of numbers."""

    place: Place
    stems: frozenset[str]
    values: frozenset[str]
    single: bool


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each word of what is told tells; and for each word of the article that is one of them, or near one, for which it
    stands and what it counts of it, from 0 to 1."""

    own: dict[str, float]
    standing: dict[str, list[tuple[str, float]]]
    total: float

    def share(self, stems: frozenset[str]) -> float:
        """How much of what is told stands in a text, in its own words, from 0 to 1."""
        return fsum(self.own[it] for it in stems & self.own.keys()) / (self.total or 1)

    def held(self, stems: frozenset[str]) -> float:
        """How much of it stands there, in its own words or in near ones, up to `total`."""
        return fsum(self.own[word] * worth for word, worth in self._told(stems).items())

    def words(self, stems: frozenset[str]) -> int:
        """How many of its words a text has, themselves or near ones."""
        return len(self._told(stems))

    def _told(self, stems: frozenset[str]) -> dict[str, float]:
        found: dict[str, float] = {}
        for it in stems & self.standing.keys():
            for word, worth in self.standing[it]:
                if worth > found.get(word, 0.0):
                    found[word] = worth
        return found


class Grounds:
    """An article as passages, and all words, names and numbers that it has."""

    def __init__(self, article: Article, language: str) -> None:
        self.language = language
        self.english = language in {"en", ""}
        self.stops = stop_stems(language)
        every = [article.title, article.standfirst or "", *(f"{b.text}\n{b.caption or ''}" for b in article.blocks)]
        every += [note.text for note in article.notes]
        forms = {word for text in every for word in WORD.findall(text)}
        self._words = {word.lower() for word in forms}
        self._capitals = {word for word in forms if word[0].isupper() and word.lower() not in forms}
        self.texts = [it.text for it in article.blocks]
        self._spans: dict[int, list[tuple[int, int]]] = {}
        body = [i for i, b in enumerate(article.blocks) if b.kind in BODY_KINDS]
        self.passages = [it for i in body for it in self._cut(i)]
        self.sentences = [it for it in self.passages if it.single]
        beside = [*every[:2], *(b.caption or "" for b in article.blocks), *(it.text for it in article.notes)]
        beside += [b.text for i, b in enumerate(article.blocks) if b.kind not in BODY_KINDS]
        self._numbers = frozenset(it.value for text in beside for it in amounts(text, language)).union(
            *(it.values for it in self.sentences)
        )
        self._blocks = {i: frozenset(self.stems_in(text)) for i, text in enumerate(self.texts)}
        for lead, following in islice(pairwise(body), 1):
            self._blocks[lead] |= self._blocks[following]  # a lead often speaks of those whom only the next block names
        self.stems = frozenset(it for stems in self._blocks.values() for it in stems)
        self._held = Counter(it for passage in self.passages for it in passage.stems)
        self._ages = {(it[1], it[2]) for text in every for it in _AGED.finditer(text)}
        self._name(article, every)

    def _name(self, article: Article, every: Sequence[str]) -> None:
        """Gather who and what is named: words of names, first names by last names, names by offices."""
        people = People(article)
        mentions = people.mentions
        self._persons = {
            self.stem(word)
            for it in mentions
            if people.person(it.text) or (" " in it.text and human(it.text.split()) and not it.land)
            for word in it.text.split()
        }
        self._lands = {self.stem(word) for it in mentions if it.land or it.text in LAND for word in it.text.split()}
        self._lands -= self._persons
        self._bodies = {self.stem(word) for it in mentions for word in it.text.split()} - self._persons - self._lands
        self._short = {it.replace(".", "") for text in every for it in _SHORT.findall(text)}
        self._short |= {"".join(word[0] for word in it.text.split()) for it in mentions if " " in it.text}
        self.named = {word for it in mentions for word in it.text.split() if not word.islower()}
        self._full = {it.text for it in mentions}
        self._givens: dict[str, set[str]] = {}
        for it in mentions:
            *givens, last = it.text.split()
            if givens:
                self._givens.setdefault(last, set()).update(givens)
        self._first_names = {it for givens in self._givens.values() for it in givens}
        self._offices: dict[str, set[str]] = {}
        for office, name in (it for text in every for it in offices(text)) if self.english else ():
            self._offices.setdefault(office, set()).update(name.split())
        self._holders = {name for names in self._offices.values() for name in names}

    def _cut(self, index: int) -> Iterator[Passage]:
        """The block's sentences, and each two and three that follow one another."""
        text = self.texts[index]
        self._spans[index] = spans = sentences(text, self.language)
        stems = [frozenset(self.stems_in(text[start:end])) for start, end in spans]
        values = [frozenset(it.value for it in amounts(text[start:end], self.language)) for start, end in spans]
        for size in (1, 2, 3):
            for k in range(len(spans) - size + 1):
                place = Place("block", index, spans[k][0], spans[k + size - 1][1])
                held, counted = (it[k].union(*it[k + 1 : k + size]) for it in (stems, values))
                yield Passage(place, held, counted, size == 1)

    def stem(self, word: str) -> str:
        """The stem that stands for a word and all that say the same."""
        return meaning(stem(word, self.language))

    def stems_in(self, text: str) -> list[str]:
        """The words of a text, folded so."""
        return list(map(meaning, stems_of(text, self.language)))

    def weigh(self, told: Iterable[str]) -> Weights:
        """How much each word tells: the rarer in the article, the more."""
        own = {it: log(1 + len(self.passages) / (0.5 + self._held[it])) for it in told}
        standing = {it: [(it, 1.0)] for it in own}
        for word in own if self.english else ():
            for it, worth in near(word).items():
                if it in self.stems:
                    standing.setdefault(it, []).append((word, worth))
        return Weights(own, standing, fsum(own.values()))

    def best(self, weights: Weights, values: frozenset[str] = frozenset()) -> Passage:
        """The passage that holds most words and numbers, or words near them, in few words; there has to be one."""
        speaking = [it for it in self.passages if not it.stems.isdisjoint(weights.standing)] or self.passages[:1]
        return max(
            speaking,
            key=lambda it: weights.held(it.stems) + _NUMBER * len(values & it.values) - _LENGTH * len(it.stems),
        )

    def text(self, at: Place) -> str:
        """A passage as it stands."""
        return self.texts[at.index][at.start : at.end]

    def around(self, at: Place) -> frozenset[str]:
        """The stems of a passage's block; of a long one those of the sentences around it."""
        short = len(self.texts[at.index]) <= _LONG
        return self._blocks[at.index] if short else frozenset(self.stems_in(self.surroundings(at)))

    def surroundings(self, at: Place) -> str:
        """A passage's block; of a long one the sentences around it."""
        text = self.texts[at.index]
        if len(text) <= _LONG:
            return text
        near = [it for it in self._spans[at.index] if it[1] >= at.start - _BEFORE and it[0] <= at.end + _BEHIND]
        return text[near[0][0] : near[-1][1]]

    def ages(self, sentence: str) -> set[int]:
        """Offsets of ages that the article gives the same people, wherever it names them."""
        return {it.start(2) for it in _AGED.finditer(sentence) if (it[1], it[2]) in self._ages}

    def unknown(self, sentence: str) -> tuple[tuple[int, int], ...]:
        """Offsets of figures and names whose words the whole article does not have, or not together."""
        spans = list(figure_spans(sentence))
        told = inside(amounts(sentence, self.language), spans)
        figures = [
            span for span, held in zip(spans, told, strict=True) if not all(among(it, self._numbers) for it in held)
        ]
        names = [
            (start, end) for start, end in name_spans(sentence, self.language)
            if not self._knows(sentence[start:end], first=not start) or self._mixed(sentence[start:end])
            if start or not _COUNTING.match(sentence)
        ]  # fmt: skip
        return tuple(sorted({*figures, *names}))

    def _mixed(self, name: str) -> bool:
        """Whether the article gives first name and last name only to two different people."""
        first, *rest = name.split()
        if not rest or first not in self._first_names or first in self._givens.get(rest[-1], {first}):
            return False
        return len(rest) == 1 or " ".join([first, *rest[:-1]]) not in self._full  # New York State

    def _knows(self, name: str, *, first: bool) -> bool:
        """Whether the article has the words of a name; a sentence may begin with a word that only stands before it."""
        if first and name.lower() in self.stops:
            return True
        words = WORD.findall(name)
        if name.replace(".", "") in self._short or (len(words) > 1 and "".join(it[0] for it in words) in self._short):
            return True
        lacking = [it for it in words if not self._has(it)]
        return not lacking or (first and " " in name and lacking == words[:1])

    def _has(self, word: str) -> bool:
        """Whether the article has a word, or one that its plural comes from ("Democrats" of "Democratic")."""
        low = word.lower()
        if low in self._words or self.stem(word) in self.stems:
            return True
        return low.endswith("s") and any(it.startswith(low[:-1]) for it in self._words)

    def names_in(self, sentence: str) -> list[str]:
        """The names in a sentence; its first word only where the article bears it as a name."""
        found = [self._without_opener(sentence, *span) for span in name_spans(sentence, self.language)]
        first = WORD.match(sentence)
        if not first:
            return found
        word = first.group()
        named = word in self.named or (word in self._capitals and word[-1] != "s")
        return [*found, word] if named else found

    def _without_opener(self, sentence: str, start: int, end: int) -> str:
        """A name without the word before it that only begins the sentence."""
        name = sentence[start:end]
        first, _, rest = name.partition(" ")
        return rest if not start and rest and not self._knows(first, first=False) else name

    def alike(self, some: Set[str], others: Set[str]) -> bool:
        """Whether two sets of names have people both, or places both: one may stand in place of the other."""
        return any(
            not some.isdisjoint(kind) and not others.isdisjoint(kind)
            for kind in (self._persons, self._lands, self._bodies)
        )

    def in_other_office(self, said: str) -> bool:
        """Whether somebody is called what the article calls only others, and is called something else there."""
        return any(
            name.split()[-1] in self._holders and self._offices.get(office, set(name.split())).isdisjoint(name.split())
            for office, name in offices(said)
        )
