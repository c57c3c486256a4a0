"""A publisher's summary held against its own article: what supports each sentence, and what does not occur there.

A sentence is supported by the sentence of the article, or two or three neighbors, that hold most of what it says, weighed by
how rare its words are there. It is not where nearly nothing is found, where many of its words, its figures or its names stand
elsewhere in the article, or where one says the contrary of the other (`stance`, `bindings`). This finds slips, not lies: it reads
no meaning.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from math import log

from reader.model import Article, Place, Point
from reader.summaries.amounts import Amount, among, amounts, lasts, remeasured
from reader.summaries.bindings import crossed, undone
from reader.summaries.doers import done_by_others, speaking
from reader.summaries.figures import figure_spans
from reader.summaries.given_names import LAND
from reader.summaries.names import name_spans
from reader.summaries.opposites import meaning
from reader.summaries.people import People
from reader.summaries.relations import at_another_time, beaten, elsewhere, offices, otherwise, overdone, whose
from reader.summaries.sentence import BODY_KINDS, language_in, stem, stems_of, stop_stems
from reader.summaries.stance import Stance, contrary, stance_of
from reader.summaries.tongues import KNOWN, contrary_in
from reader.text.sentences import sentences

_ENOUGH = 0.15
"""Share of a sentence's weight that its support has to hold. A paraphrase keeps few words: of 144 own-made true sentences
for which no rule was made, 14 keep less than a quarter, of as many planted errors 7."""
_WORDS = 2
"""Words that it has to hold, whatever their weight."""
_ENOUGH_UNTRIED = 0.2
"""The same in languages of which no opposites and negations are known: nothing else tells an error there."""
_ELSEWHERE = 0.35
"""Share of its words that the support lacks though the article has them: above, the sentence was put together from several."""
_DENYING = 0.6
"""Share of a sentence's weight that a clause has to hold for what the sentence denies to speak of it."""
_LONG = 900
"""Characters of a block that tells of one thing; of a longer one only so many before and behind a passage belong to it:"""
_BEFORE, _BEHIND = 200, 100
_PARTS = re.compile(r",? (?:and|while|but|after|before|because|with|although|despite|when|as)(?= )|, (?=who|which|whose|\w+ing )|; ")
"""Where a sentence may have been put together from two."""
_PART_WORDS = 3
"""Words of meaning that each part has to have."""
_UNITS = frozenset(map(stem, ("pounds", "euros", "dollars", "francs", "crowns", "percent", "per", "years")))
"""Of these an article counts several things."""
_PAIR = re.compile(r"\b(?:pair|couple|duo|twins?|both|brothers|sisters)\b", re.IGNORECASE)
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
_LEANS = re.compile(r"[\"“”'‘’]?(?:He|She|They|His|Her)\b")
_PART = re.compile(r"\w+")
_WHOSE = re.compile(r"\b(\w+)['’]s [a-z]+(?: [a-z]+)?(?!,? [A-Z])\b(?! \w+, [A-Z])(?!, [A-Z])")
"""Somebody to whom another belongs: the other need not be told of by that name."""
_CLAUSES = re.compile(r"(?<=[;.!?])[\"”’]?\s+")


@dataclass(frozen=True, slots=True)
class _Passage:
    """A sentence of the article, or up to three together, as a bag of stems."""

    place: Place
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Claim:
    """A sentence of the summary: what it says, its numbers, its dates as sets of values, and the stems of its names."""

    text: str
    stance: Stance
    amounts: tuple[Amount, ...]
    dates: tuple[frozenset[str], ...]
    names: frozenset[str]
    surnames: dict[str, str]


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
        self.numbers = frozenset(it.value for text in every for it in amounts(text, language))
        self.blocks = {i: frozenset(self._stems(b.text)) for i, b in enumerate(article.blocks)}
        mentions = People(article).mentions
        self.named = {word for it in mentions for word in it.text.split() if not word.islower()}
        self.givens: dict[str, set[str]] = {}
        for it in mentions:
            if " " in it.text:
                self.givens.setdefault(it.text.split()[-1], set()).update(it.text.split()[:-1])
        self.offices: dict[str, set[str]] = {}
        for text in every:
            for office, name in offices(text) if language in {"en", ""} else ():
                self.offices.setdefault(office, set()).update(name.split())
        self.holders = set().union(*self.offices.values())
        self.lasts = {given for givens in self.givens.values() for given in givens}
        self.spans: dict[int, list[tuple[int, int]]] = {}
        self.texts = [it.text for it in article.blocks]
        self.passages = [
            it for i, b in enumerate(article.blocks) if b.kind in BODY_KINDS for it in self._cut(i, b.text)
        ]
        for lead, following in islice(pairwise(i for i, b in enumerate(article.blocks) if b.kind in BODY_KINDS), 1):
            self.blocks[lead] |= self.blocks[following]  # a lead often speaks of those whom only the next block names
        self.stems = frozenset(it for stems in self.blocks.values() for it in stems)
        self.held = Counter(stem for it in self.passages for stem in it.stems)

    def _cut(self, index: int, text: str) -> list[_Passage]:
        """The block's sentences, and each two and three that follow one another."""
        self.spans[index] = spans = sentences(text, self.language)
        stems = [frozenset(self._stems(text[start:end])) for start, end in spans]
        return [
            _Passage(
                Place("block", index, spans[k][0], spans[k + size - 1][1]), stems[k].union(*stems[k + 1 : k + size])
            )
            for size in (1, 2, 3)
            for k in range(len(spans) - size + 1)
        ]

    def checked(self, sentence: str) -> Point:
        """The sentence with its support."""
        return Point(sentence, self._support(sentence), self._unknown(sentence), self.language in KNOWN)

    def _unknown(self, sentence: str) -> tuple[tuple[int, int], ...]:
        """Figures and names whose words the whole article does not have."""
        known = amounts(sentence, self.language)
        figures = [
            span for span in figure_spans(sentence)
            if not all(among(it, self.numbers) for it in known if span[0] <= it.at < span[1])
        ]  # fmt: skip
        names = [
            span for span in name_spans(sentence, self.language)
            if not self._known(sentence[slice(*span)], first=not span[0]) or self._mixed(sentence[slice(*span)])
        ]  # fmt: skip
        return tuple(sorted({*figures, *names}))

    def _mixed(self, name: str) -> bool:
        """Whether the article gives first name and last name only to two different people."""
        first, _, rest = name.partition(" ")
        last = rest.split()[-1] if rest else ""
        return last in self.givens and first in self.lasts and first not in self.givens[last]

    def _known(self, name: str, *, first: bool) -> bool:
        """Whether the article has the words of a name; a sentence may begin with a word that only stands before it."""
        if first and name.lower() in self.stops:
            return True
        words = [it for it in _PART.findall(name) if it.lower() not in self.words and self._stem(it) not in self.stems]
        words = [it for it in words if not (it.endswith("s") and any(word.startswith(it[:-1].lower()) for word in self.words))]
        return not words or (first and len(name.split()) > 1 and words == [_PART.findall(name)[0]])

    def _support(self, sentence: str) -> Place | None:
        """The passage that says it, if one does; or, if only something is lacking there, those that say its parts."""
        place, against = self._found(sentence)
        if place is not None or against:
            return place
        for match in _PARTS.finditer(sentence):
            parts = [sentence[: match.start()], sentence[match.end() :]]
            if all(len(frozenset(self._stems(it)) - self.stops) >= _PART_WORDS for it in parts):
                places = [self._found(it)[0] for it in parts]
                if all(places):
                    return places[0]
        return None

    def _found(self, sentence: str) -> tuple[Place | None, bool]:
        """The passage that says it, if one does, and whether something there speaks against it."""
        claim = self._claim(sentence)
        told = claim.stance.stems - self.stops
        if not told or not self.passages:
            return None, False
        weight = {it: self._weight(it) for it in told}
        best = max(self.passages, key=lambda it: _match(it.stems, weight) - len(it.stems) / 1000)
        share = _ENOUGH if self.language in {"en", ""} else _ENOUGH_UNTRIED
        if len(told & best.stems) < min(_WORDS, len(told)) or _match(best.stems, weight) < share * sum(weight.values()):
            return None, False
        if self._pieced_together(claim, told, best):
            return None, False
        piece = self._text(best.place)
        if not self._named_there(claim, piece, best) or not self._in_one_clause(claim, piece):
            return None, True
        if self._contradicted(claim, piece, weight):
            return None, True
        days = set(map(str.lower, _DAY.findall(sentence)))
        if days and not days <= set(map(str.lower, _DAY.findall(self._surroundings(best.place)))):
            return None, True
        return (best.place, False) if self._counted_there(claim, piece) else (None, False)

    def _pieced_together(self, claim: _Claim, told: frozenset[str], passage: _Passage) -> bool:
        """Whether many words of the claim are the article's, but not the passage's."""
        lacking = {it for it in told - claim.names - passage.stems if not it[0].isdigit()}
        return len(lacking & self.stems) > _ELSEWHERE * len(told)

    def _text(self, at: Place) -> str:
        return self.texts[at.index][at.start : at.end]

    def _claim(self, sentence: str) -> _Claim:
        groups = [[self._stem(word) for word in _PART.findall(name)] for name in self._names(sentence)]
        named = {it for group in groups for it in group} - {self._stem(it) for it in _WHOSE.findall(sentence)}
        found = tuple(amounts(sentence, self.language))
        names = frozenset(named) - self.stops
        return _Claim(sentence, stance_of(sentence, self.language), found, _dates(sentence, found), names, {it: group[-1] for group in reversed(groups) for it in group})

    def _counted_there(self, claim: _Claim, piece: str) -> bool:
        """Whether numbers and dates are those of the passage."""
        held = amounts(piece, self.language)
        values = frozenset(it.value for it in held) | ({"2"} if _PAIR.search(piece) else set())
        if not all((among(it, values) and not remeasured(it, held)) or lasts(it, held) for it in claim.amounts):
            return False
        dates = _dates(piece, held)
        return all(any(it <= date for date in dates) for it in claim.dates)

    def _contradicted(self, claim: _Claim, piece: str, weight: dict[str, float]) -> bool:
        """Whether a sentence of a passage says the contrary; not one that has little to do with what is said."""
        told = claim.stance.stems - self.stops
        clauses = [(it, stance_of(it, self.language)) for it in _CLAUSES.split(piece) if it]
        if self.language not in {"en", ""}:
            return bool(clauses) and any(contrary_in(self.language, claim.text, it) for it in _CLAUSES.split(piece) if it)
        if clauses:
            saying = max(clauses, key=lambda it: _match(it[1].stems, weight))[0]
            if crossed(claim.text, piece) or undone(claim.text, saying) or done_by_others(claim.text, piece):
                return True
            if self._in_other_office(claim.text):
                return True
            if otherwise(claim.text, piece) or whose(claim.text, piece) or beaten(claim.text, piece) or overdone(claim.text, piece) or elsewhere(claim.text, piece) or at_another_time(claim.text, piece):
                return True
        affirming = replace(claim.stance, heads=frozenset())
        enough = _DENYING * sum(weight.values())
        beside = [it for _, it in clauses]
        return any(
            contrary(claim.stance if _match(it.stems, weight) >= enough else affirming, it, beside)
            for _, it in clauses
            if len(clauses) == 1 or self._is_about(it, told)
        )

    def _in_other_office(self, said: str) -> bool:
        """Whether somebody is called what the article calls others, and is called something else there."""
        return any(
            name.split()[-1] in self.holders and self.offices.get(office, set(name.split())).isdisjoint(name.split())
            for office, name in offices(said)
        )

    def _is_about(self, clause: Stance, told: frozenset[str]) -> bool:
        """Whether a sentence beside others shares enough to contradict: a word, or where it denies two, if it has two."""
        its = clause.stems - self.stops
        return len(told & its) >= (min(2, len(its)) if clause.heads else 1)

    def _stem(self, word: str) -> str:
        return meaning(stem(word, self.language))

    def _stems(self, text: str) -> list[str]:
        return list(map(meaning, stems_of(text, self.language)))

    def _named_there(self, claim: _Claim, piece: str, passage: _Passage) -> bool:
        """Whether the names stand in the passage's block, or are left out there and nobody else is named instead."""
        around = self._around(passage.place)
        missing = {it for it in (claim.names & claim.stance.stems) - around if claim.surnames.get(it) not in around}
        if _LEANS.match(piece):  # who is meant stands before it
            piece = self.texts[passage.place.index][: passage.place.end]
        others = {self._stem(word) for word in _PART.findall(piece) if word in self.named} - claim.stance.stems
        if self.language in {"en", ""} and others and not speaking(claim.text):
            others -= speaking(piece)
        return not missing or (missing <= self.stems and not others)

    def _around(self, at: Place) -> frozenset[str]:
        """The stems of a passage's block; of a long one those of the sentences around it."""
        short = len(self.texts[at.index]) <= _LONG
        return self.blocks[at.index] if short else frozenset(self._stems(self._surroundings(at)))

    def _surroundings(self, at: Place) -> str:
        """A passage's block; of a long one the sentences around it."""
        text = self.texts[at.index]
        if len(text) <= _LONG:
            return text
        cut = [(start, end) for start, end in self.spans[at.index] if end >= at.start - _BEFORE and start <= at.end + _BEHIND]
        return text[cut[0][0] : cut[-1][1]]

    def _in_one_clause(self, claim: _Claim, piece: str) -> bool:
        """Whether the clause that says most of it names nobody else, and counts no other number of the same."""
        clauses = _CLAUSES.split(piece)
        values = {it.value for it in claim.amounts}
        told = {it for it in claim.stance.stems - claim.names - self.stops if not it[0].isdigit()}
        shared = [len(told.intersection(self._stems(it))) for it in clauses]
        most = [it for it, count in zip(clauses, shared, strict=True) if count == max(shared)]
        names = claim.names
        if names and all(self._names_others(names, it) for it in most):
            return False
        saying = most[0]
        counts = amounts(saying, self.language)
        there = {it.value for it in counts}
        counted = {it.thing: it.value for it in counts if it.thing and it.thing not in _UNITS}
        return all(it.value in there or counted.get(it.thing, it.value) in values for it in claim.amounts)

    def _names_others(self, names: frozenset[str], clause: str) -> bool:
        """Whether a clause names somebody, and nobody whom the claim names."""
        who = {self._stem(word) for word in _PART.findall(clause) if word in self.named - LAND}
        return bool(who) and not names.intersection(self._stems(clause))

    def _names(self, sentence: str) -> list[str]:
        """The names in a sentence; its first word only where the article bears it as a name."""
        found = [self._without_opener(sentence, *span) for span in name_spans(sentence, self.language)]
        first = _PART.match(sentence)
        named = first and (first.group() in self.named or (first.group() in self.capitals and first.group()[-1] != "s"))
        return [*found, first.group()] if first and named else found

    def _without_opener(self, sentence: str, start: int, end: int) -> str:
        """A name without the word before it that only begins the sentence."""
        name = sentence[start:end]
        first, _, rest = name.partition(" ")
        return rest if not start and rest and not self._known(first, first=False) else name

    def _weight(self, word: str) -> float:
        return log(1 + len(self.passages) / (0.5 + self.held[word]))


def _match(stems: frozenset[str], weight: dict[str, float]) -> float:
    return sum(value for word, value in weight.items() if word in stems)


def _dates(text: str, found: Iterable[Amount]) -> tuple[frozenset[str], ...]:
    """Dates of several parts ("5 March", "November 2022") as sets of values, which belong together."""
    every = (frozenset(it.value for it in found if start <= it.at < end) for start, end in figure_spans(text))
    return tuple(it for it in every if len(it) > 1 and any(part.isalpha() for part in it))
