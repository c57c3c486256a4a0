"""A publisher's summary held against its own article: what supports each sentence, and what does not occur there.

A sentence is supported by the sentence of the article, or two or three neighbors, that hold most of what it says, weighed by
how rare its words are there (`grounds`). It is not where nearly nothing is found, where many of its words, its figures or its
names stand elsewhere in the article, or where one says the contrary of the other: what is denied and opposites (`stance`), which
number belongs to what (`bindings`), who does something (`doers`), what one is to another (`relations`), and in six more languages
what `tongues` knows. This finds slips, not lies: it reads no meaning.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from reader.model import Article, Place, Point
from reader.summaries.amounts import Amount, among, amounts, implied, lasts, remeasured
from reader.summaries.bindings import crossed
from reader.summaries.deeds import SURE, Telling, held_against, otherwise_like, sought, telling, verbal
from reader.summaries.doers import done_by_others, speaking
from reader.summaries.figures import figure_spans
from reader.summaries.given_names import LAND
from reader.summaries.grounds import WORD, Grounds, Passage, share
from reader.summaries.relations import at_another_time, beaten, elsewhere, otherwise, overdone, whose
from reader.summaries.sentence import language_in, stem
from reader.summaries.stance import Stance, contrary, stance_of
from reader.summaries.tongues import KNOWN, contrary_in
from reader.text.sentences import sentences

_WORDS = 2
"""Words that its support has to hold, itself or near ones, whatever their weight."""
_ENOUGH = 0.2
"""Share of a sentence's weight that its support has to hold, in its words or near ones. In English .2 loses 7 of 667 own-made
true sentences and as many planted errors; of 30 true sentences in six other languages .4 loses 6, .2 loses 2."""
_ENOUGH_UNTRIED = 0.4
"""The same in languages of which no opposites and negations are known: nothing else tells an error there."""
_ELSEWHERE = 0.35
"""Share of its words that the support lacks though the article has them: above, the sentence was put together from several."""
_DENYING = 0.6
"""Share of a sentence's weight that a clause has to hold for what the sentence denies to speak of it."""
_JOINTS = re.compile(
    r",? (?:and|while|but|after|before|because|with|although|despite|when|as)(?= )|, (?=who|which|whose|\w+ing )|; "
)
"""Where a sentence may have been put together from two."""
_LONGEST = 2_000
"""Characters that are looked at for what speaks against a claim: no sentence of a summary has so many."""
_PART_WORDS = 3
"""Words of meaning that each of the two has to have."""
_UNITS = frozenset(map(stem, ("pounds", "euros", "dollars", "francs", "crowns", "percent", "per", "years")))
"""Of these an article counts several things."""
_PAIR = re.compile(r"\b(?:pair|couple|duo|twins?|both|brothers|sisters)\b", re.IGNORECASE)
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
_LEANS = re.compile(r"[\"“”'‘’]?(?:He|She|They|His|Her|It|Its|Their)\b")
_WHOSE = re.compile(r"\b(\w+)['’]s [a-z]+(?: [a-z]+)?(?!,? [A-Z])\b(?! \w+, [A-Z])(?!, [A-Z])")
"""Somebody to whom another belongs: the other need not be told of by that name."""
_CLAUSES = re.compile(r"(?<=[;.!?])[\"”’]?\s+")
_AGAINST = (crossed, done_by_others, otherwise, whose, beaten, overdone, elsewhere, at_another_time)
"""Each tells whether a passage speaks against a claim."""
_DOUBT = 0.5
"""What a weak sign counts: two of them mark a sentence."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """A sentence of the summary: what it says, its numbers, its dates as sets of values, stems of names with the last of each."""

    text: str
    stance: Stance
    told: frozenset[str]
    amounts: tuple[Amount, ...]
    dates: tuple[frozenset[str], ...]
    names: dict[str, str]


def check(article: Article) -> tuple[Point, ...]:
    """Every sentence of the publisher's summary; nothing where the page carries none."""
    said = article.publisher_summary
    if said is None or not said.text:
        return ()
    language = language_in(article)
    checker = _Checker(Grounds(article, language))
    return tuple(
        checker.checked(line[start:end]) for line in said.text.splitlines() for start, end in sentences(line, language)
    )


class _Checker:
    """Holds sentences against one article."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._language = grounds.language
        self._enough = _ENOUGH if grounds.english or self._language in KNOWN else _ENOUGH_UNTRIED
        self._names = frozenset(map(grounds.stem, grounds.named))
        self._tellings: dict[Place, Telling] = {}

    def checked(self, sentence: str) -> Point:
        """The sentence with its support."""
        return Point(sentence, self._support(sentence), self._grounds.unknown(sentence), self._language in KNOWN)

    def _support(self, sentence: str) -> Place | None:
        """The passage that says it, if one does; or, if only something is lacking there, the first of two that say its parts."""
        place, against = self._found(sentence)
        if place is not None or against:
            return place
        for match in _JOINTS.finditer(sentence):
            parts = [sentence[: match.start()], sentence[match.end() :]]
            if all(len(frozenset(self._grounds.stems_in(it)) - self._grounds.stops) >= _PART_WORDS for it in parts):
                places = [self._found(it)[0] for it in parts]
                if all(places):
                    return places[0]
        return None

    def _found(self, sentence: str) -> tuple[Place | None, bool]:
        """The passage that says it, if one does, and whether something there speaks against it."""
        claim = self._claim(sentence)
        if not claim.told or not self._grounds.passages:
            return None, False
        weight = self._grounds.weight(claim.told)
        best = self._grounds.best(weight, frozenset(it.value for it in claim.amounts))
        words, held = self._grounds.coverage(best, weight)
        if words < min(_WORDS, len(claim.told)) or held < self._enough:
            return None, False
        if not self._grounds.english and self._pieced_together(claim, best):
            return None, False
        piece = self._grounds.text(best.place)
        doubt = 0.0
        for sign in self._signs(claim, best, piece, weight):
            doubt += sign
            if doubt >= 1:
                return None, True
        return (best.place, False) if self._counted_there(claim, piece) else (None, False)

    def _signs(self, claim: _Claim, best: Passage, piece: str, weight: dict[str, float]) -> Iterator[float]:
        """What each sign that a passage speaks against a claim counts; those that cost least come first."""
        at = best.place
        yield float(not self._named_there(claim, piece, at) or not self._in_one_clause(claim, piece))
        yield float(self._contradicted(claim, piece, weight) or self._on_another_day(claim.text, at))
        if self._grounds.english:
            around = self._grounds.around(at)
            yield _DOUBT * any(it in claim.stance.stems and it not in around for it in claim.names)
            yield _DOUBT * self._pieced_together(claim, best)
            for sign in self._told_of_others(claim, at):
                yield 1.0 if sign in SURE else _DOUBT

    def _told_of_others(self, claim: _Claim, at: Place) -> set[str]:
        """What the sentences of the article tell of others than the claim does, by kind."""
        said = telling(claim.text[:_LONGEST], claim.stance.stems)
        like = {
            it.place: it for name in sought(said) for it in self._holding.get(name, ()) if self._shares(claim, it, name)
        }
        here = [it for it in self._grounds.sentences if _within(it.place, at)]
        return held_against(said, list(map(self._telling, like.values())), self._names) | otherwise_like(
            said, map(self._telling, here), self._names
        )

    @staticmethod
    def _shares(claim: _Claim, sentence: Passage, name: str) -> bool:
        """Whether a sentence has something of a claim besides the predicate that is looked for."""
        return len(claim.told & sentence.stems) > 1 + (name in claim.told)

    @cached_property
    def _holding(self) -> dict[str, list[Passage]]:
        """The sentences of the article by what they may tell: each stem, and the verb of each noun."""
        held: dict[str, list[Passage]] = defaultdict(list)
        for it in self._grounds.sentences:
            for name in it.stems.union(map(verbal, it.stems)) - self._grounds.stops:
                held[name].append(it)
        return held

    def _telling(self, sentence: Passage) -> Telling:
        """What a sentence of the article tells, read once."""
        known = self._tellings.get(sentence.place)
        if known is None:
            known = self._tellings[sentence.place] = telling(
                self._grounds.text(sentence.place)[:_LONGEST], sentence.stems
            )
        return known

    def _claim(self, sentence: str) -> _Claim:
        grounds = self._grounds
        names = [[grounds.stem(word) for word in WORD.findall(name)] for name in grounds.names_in(sentence)]
        passed = {grounds.stem(it) for it in _WHOSE.findall(sentence)} | grounds.stops
        last = {it: name[-1] for name in reversed(names) for it in name if it not in passed}
        found = tuple(amounts(sentence, self._language))
        stance = stance_of(sentence, self._language)
        return _Claim(sentence, stance, stance.stems - grounds.stops, found, _dates(sentence, found), last)

    def _pieced_together(self, claim: _Claim, passage: Passage) -> bool:
        """Whether many words of the claim are the article's, but not the passage's."""
        lacking = {it for it in claim.told - claim.names.keys() - passage.stems if not it[0].isdigit()}
        return len(lacking & self._grounds.stems) > _ELSEWHERE * len(claim.told)

    def _counted_there(self, claim: _Claim, piece: str) -> bool:
        """Whether numbers and dates are those of the passage."""
        held = amounts(piece, self._language)
        values = frozenset(it.value for it in held) | ({"2"} if _PAIR.search(piece) else set())
        if not all(
            (among(it, values) and not remeasured(it, held)) or lasts(it, held) or implied(it, held)
            for it in claim.amounts
        ):
            return False
        dates = _dates(piece, held)
        return all(any(it <= date for date in dates) for it in claim.dates)

    def _on_another_day(self, sentence: str, at: Place) -> bool:
        """Whether the sentence names a day of the week that nothing around the passage names."""
        days = set(map(str.lower, _DAY.findall(sentence)))
        return bool(days) and not days <= set(map(str.lower, _DAY.findall(self._grounds.surroundings(at))))

    def _contradicted(self, claim: _Claim, piece: str, weight: dict[str, float]) -> bool:
        """Whether a sentence of a passage says the contrary; not one that has little to do with what is said."""
        pieces = [it for it in _CLAUSES.split(piece) if it]
        if not self._grounds.english:
            return any(contrary_in(self._language, claim.text[:_LONGEST], it[:_LONGEST]) for it in pieces)
        clauses = [stance_of(it[:_LONGEST], self._language) for it in pieces]
        if pieces and self._speaks_against(claim, piece):
            return True
        affirming = replace(claim.stance, heads=frozenset())
        enough = _DENYING * sum(weight.values())
        return any(
            contrary(claim.stance if share(it.stems, weight) >= enough else affirming, it, clauses)
            for it in clauses
            if len(clauses) == 1 or self._is_about(it, claim.told)
        )

    def _speaks_against(self, claim: _Claim, piece: str) -> bool:
        """Whether what belongs to what, who does what, or when and where, is told otherwise."""
        return self._grounds.in_other_office(claim.text) or any(
            against(claim.text[:_LONGEST], piece[:_LONGEST]) for against in _AGAINST
        )

    def _is_about(self, clause: Stance, told: frozenset[str]) -> bool:
        """Whether a sentence beside others shares enough to contradict: a word, or where it denies two, if it has two."""
        its = clause.stems - self._grounds.stops
        return len(told & its) >= (min(2, len(its)) if clause.heads else 1)

    def _named_there(self, claim: _Claim, piece: str, at: Place) -> bool:
        """Whether the names stand around the passage, or are left out there and nobody else is named instead."""
        grounds = self._grounds
        around = grounds.around(at)
        missing = {
            it
            for it, last in claim.names.items()
            if it in claim.stance.stems and it not in around and last not in around
        }
        if _LEANS.match(piece):  # who is meant stands before it
            piece = grounds.texts[at.index][: at.end]
        others = {grounds.stem(word) for word in WORD.findall(piece) if word in grounds.named} - claim.stance.stems
        if missing and others and grounds.english and not speaking(claim.text[:_LONGEST]):
            others -= speaking(piece[:_LONGEST])
        return not missing or (missing <= grounds.stems and not others)

    def _in_one_clause(self, claim: _Claim, piece: str) -> bool:
        """Whether the clause that says most of it names nobody else, and counts no other number of the same."""
        clauses = _CLAUSES.split(piece)
        values = {it.value for it in claim.amounts}
        told = {it for it in claim.told - claim.names.keys() if not it[0].isdigit()}
        shared = [len(told.intersection(self._grounds.stems_in(it))) for it in clauses]
        most = [it for it, count in zip(clauses, shared, strict=True) if count == max(shared)]
        if claim.names and all(self._names_others(claim, it) for it in most):
            return False
        counts = amounts(most[0], self._language)
        there = {it.value for it in counts}
        counted = {it.thing: it.value for it in counts if it.thing and it.thing not in _UNITS}
        return all(it.value in there or counted.get(it.thing, it.value) in values for it in claim.amounts)

    def _names_others(self, claim: _Claim, clause: str) -> bool:
        """Whether a clause names somebody, and nobody whom the claim names."""
        who = {self._grounds.stem(word) for word in WORD.findall(clause) if word in self._grounds.named - LAND}
        return bool(who) and claim.names.keys().isdisjoint(self._grounds.stems_in(clause))


def _within(inner: Place, outer: Place) -> bool:
    return inner.index == outer.index and outer.start <= inner.start and inner.end <= outer.end


def _dates(text: str, found: Iterable[Amount]) -> tuple[frozenset[str], ...]:
    """Dates of several parts ("5 March", "November 2022") as sets of values, which belong together."""
    every = (frozenset(it.value for it in found if start <= it.at < end) for start, end in figure_spans(text))
    return tuple(it for it in every if len(it) > 1 and any(part.isalpha() for part in it))
