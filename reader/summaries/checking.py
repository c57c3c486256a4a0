"""A publisher's summary held against its own article: what supports each sentence, and what does not occur there.

A sentence is supported by the sentence of the article, or two or three neighbors, that hold most of what it says, weighed by
how rare its words are there. It is not where too little is found, where its figures or names stand elsewhere than the rest, or
where one says "not", or the opposite of a word, and the other does not. This finds slips, not lies: it reads no meaning.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from heapq import nlargest
from math import log

from reader.model import Article, Place, Point
from reader.summaries.figures import figure_spans
from reader.summaries.names import name_spans
from reader.summaries.opposites import NEGATIONS, NUMBER_WORDS, OPPOSITES, SYNONYMS
from reader.summaries.people import People
from reader.summaries.sentence import BODY_KINDS, language_in, stem, stems_of, stop_stems
from reader.summaries.wording import MONTHS
from reader.text.sentences import sentences

_ENOUGH = 0.4
"""Share of a sentence's weight that its support has to hold; 0.33 to 0.5 told sixty own-made pairs apart alike."""
_PART = re.compile(r"\w+")
_MONTH = re.compile(rf"(?<![.!?] )(?<!^)\b((?=[A-ZÄÖÜ])(?:{MONTHS}))\b")
_FRACTION = re.compile(r"\b(?:half|thirds?|quarters?)(?= of\b)", re.IGNORECASE)
_ROUGHLY = re.compile(
    r"\b(?:about|around|almost|nearly|roughly|some|more than|over|at least|fewer than|less than|under|up to)\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class _Passage:
    """A sentence of the article, or up to three together, as bags of stems."""

    place: Place
    stems: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    negated: bool


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
        self.numbers = frozenset(number for text in every for number in _numbers(text))
        self.blocks = {i: frozenset(stems_of(b.text, language)) for i, b in enumerate(article.blocks)}
        self.named = {word for it in People(article).mentions for word in it.text.split()}
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
        piece = text[place.start : place.end]
        stems = stems_of(piece, self.language)
        names = frozenset(stem(w, self.language) for w in _PART.findall(piece) if w in self.named)
        return _Passage(place, frozenset(stems), names, frozenset(_numbers(piece)), self._negated(piece))

    def checked(self, sentence: str) -> Point:
        """The sentence with its support."""
        return Point(sentence, self._support(sentence), self._unknown(sentence))

    def _unknown(self, sentence: str) -> tuple[tuple[int, int], ...]:
        """Figures and names whose words the whole article does not have."""
        figures = [
            span for span in figure_spans(sentence)
            if not all(_about(it, self.numbers, sentence) for it in _numbers(sentence[slice(*span)]))
        ]  # fmt: skip
        names = [
            span for span in name_spans(sentence, self.language)
            if not {word.lower() for word in _PART.findall(sentence[slice(*span)])} <= self.words
        ]  # fmt: skip
        return tuple(sorted({*figures, *names}))

    def _support(self, sentence: str) -> Place | None:
        """The passage that says it, if one does."""
        told = frozenset(stems_of(sentence, self.language)) - self.stops
        numbers = frozenset(_numbers(sentence))
        if not told or not self.passages:
            return None
        weight = {it: self._weight(it) for it in told}
        total = sum(weight.values())
        names = (
            frozenset(stem(word, self.language) for name in self._names(sentence) for word in _PART.findall(name))
            - self.stops
        )
        ranked = nlargest(3, self.passages, key=lambda it: self._match(it, weight) - len(it.stems) / 1000)
        least = max(_ENOUGH * total, 0.8 * self._match(ranked[0], weight))
        whole = frozenset(stems_of(sentence, self.language))
        for it in ranked:
            holds = self._match(it, weight) >= least and self._named_there(names & told, it, whole)
            holds = holds and all(_about(number, it.numbers, sentence) for number in numbers)
            if holds and self._negated(sentence) == it.negated and not self._opposed(whole, it.stems):
                return it.place
        return None

    def _named_there(self, names: frozenset[str], passage: _Passage, told: frozenset[str]) -> bool:
        """Whether the names stand in the passage's block, or are left out there and nobody else is named instead."""
        missing = names - self.blocks[passage.place.index]
        return not missing or (missing <= self.stems and not passage.names - told)

    def _names(self, sentence: str) -> list[str]:
        """The names in a sentence; its first word only where the article bears it as a name."""
        found = [sentence[slice(*span)] for span in name_spans(sentence, self.language)]
        first = _PART.match(sentence)
        named = first and (first.group() in self.named or (first.group() in self.capitals and first.group()[-1] != "s"))
        return [*found, first.group()] if first and named else found

    def _negated(self, text: str) -> bool:
        return self.language in {"en", ""} and bool(NEGATIONS.search(text))

    def _weight(self, word: str) -> float:
        return log(1 + len(self.passages) / (0.5 + self.held[word]))

    def _match(self, passage: _Passage, weight: dict[str, float]) -> float:
        return sum(
            value
            for word, value in weight.items()
            if word in passage.stems or SYNONYMS.get(word, word) in passage.stems
        )

    def _opposed(self, told: frozenset[str], stems: frozenset[str]) -> bool:
        """Whether a word of one is the opposite of a word that only the other has."""
        return any(OPPOSITES[it] & stems and it not in stems for it in told if it in OPPOSITES)


def _numbers(text: str) -> list[str]:
    """Numbers without the marks between thousands, words for small ones as digits; months too, which are as easily wrong."""
    digits = [re.sub(r"[.,](?=\d{3}(?!\d))", "", it).replace(",", ".") for it in _DIGITS.findall(text)]
    words = [NUMBER_WORDS[it] for it in map(str.lower, _PART.findall(text)) if it in NUMBER_WORDS]
    words += [match.group().lower() for match in _FRACTION.finditer(text)]
    return [*digits, *words, *(match[1].lower() for match in _MONTH.finditer(text))]


def _about(number: str, known: frozenset[str], sentence: str) -> bool:
    """Whether a number is among those known, or, in a sentence that says "about" or "more than", within a tenth of one."""
    if number in known:
        return True
    if not _ROUGHLY.search(sentence) or not number.replace(".", "", 1).isdecimal():
        return False
    value = float(number)
    return any(abs(value - float(it)) <= float(it) / 10 for it in known if it.replace(".", "", 1).isdecimal())
