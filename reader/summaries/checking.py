"""A publisher's summary held against its own article: what supports each sentence, and what does not occur there.

A sentence is supported by the sentence of the article, or two or three neighbors, that hold most of what it says, weighed by
how rare its words are there (`grounds`). It is not where nearly nothing is found, where many of its words, its figures or its
names stand elsewhere in the article, or where one says the contrary of the other: what is denied and opposites (`stance`), which
number belongs to what (`bindings`), who does something (`doers`), what one is to another (`relations`), and in six more languages
what `tongues` knows. This finds slips, not lies: it reads no meaning. So a sentence that is doubted leads to what comes nearest,
and says why: of 87 own-made true ones that are doubted 68 lead to the right passage.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from reader.model import Article, Doubt, Place, Point
from reader.summaries.amounts import among, amounts, implied, lasts, remeasured
from reader.summaries.bindings import crossed, early
from reader.summaries.claim import Claim, claim_of, dates_in
from reader.summaries.deeds import SURE, Telling, held_against, otherwise_like, sought, telling, verbal
from reader.summaries.doers import done_by_others, speaking
from reader.summaries.given_names import LAND
from reader.summaries.grounds import WORD, Grounds, Passage, Weights
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
"""Characters that are looked at of a claim, and of a passage for what speaks against it: no sentence of a summary has so many."""
_PART_WORDS = 3
"""Words of meaning that each of the two has to have."""
_UNITS = frozenset(map(stem, ("pounds", "euros", "dollars", "francs", "crowns", "percent", "per", "years")))
"""Of these an article counts several things."""
_PAIR = re.compile(r"\b(?:pair|couple|duo|twins?|both|brothers|sisters)\b", re.IGNORECASE)
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
_LEANS = re.compile(r"[\"“”'‘’]?(?:He|She|They|His|Her|It|Its|Their)\b")
_CLAUSES = re.compile(r"(?<=[;.!?])[\"”’]?\s+")
_AGAINST: tuple[tuple[Callable[[str, str], bool], Doubt], ...] = (
    (crossed, "numbers"),
    (early, "when"),
    (done_by_others, "who"),
    (otherwise, "who"),
    (whose, "who"),
    (beaten, "who"),
    (overdone, "contrary"),
    (elsewhere, "where"),
    (at_another_time, "when"),
)
"""Each tells whether a passage speaks against a claim, and by what."""
_TOLD: dict[str, Doubt] = {"opposite": "contrary", "denied": "contrary", "beside": "where", "another place": "numbers"}
"""By what predicates differ that are told of others; where it is not here, by who does something."""
_DOUBT = 0.5
"""What a weak sign counts: two of them mark a sentence."""


@dataclass(frozen=True, slots=True)
class _Finding:
    """The passage that supports a sentence, or comes nearest, and why it is doubted; `against`: something speaks against it."""

    at: Place | None
    doubt: Doubt | None = None
    against: bool = False


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
        """The sentence with its support, or with what comes nearest and why it is doubted."""
        found, unknown = self._support(sentence[:_LONGEST]), self._grounds.unknown(sentence)
        if found.doubt is None:
            return Point(sentence, found.at, unknown, self._language in KNOWN)
        return Point(sentence, None, unknown, self._language in KNOWN, found.at, found.doubt)

    def _support(self, sentence: str) -> _Finding:
        """The passage that says it, if one does; or, if only something is lacking there, the first of two that say its parts."""
        found = self._found(sentence)
        if found.doubt is None or found.against:
            return found
        for match in _JOINTS.finditer(sentence):
            parts = [sentence[: match.start()], sentence[match.end() :]]
            if all(len(frozenset(self._grounds.stems_in(it)) - self._grounds.stops) >= _PART_WORDS for it in parts):
                told = [self._found(it) for it in parts]
                if all(it.doubt is None for it in told):
                    return told[0]
        return found

    def _found(self, sentence: str) -> _Finding:
        """The passage that holds most of it, and whether something there speaks against it."""
        claim = claim_of(sentence, self._grounds)
        if not claim.told or not self._grounds.passages:
            return _Finding(None, "nowhere")
        weights = self._grounds.weigh(claim.told)
        best = self._grounds.best(weights, frozenset(it.value for it in claim.amounts))
        words = weights.words(best.stems)
        if words < min(_WORDS, len(claim.told)) or weights.held(best.stems) < self._enough * weights.total:
            return _Finding(best.place if words else None, "nowhere")
        if not self._grounds.english and self._pieced_together(claim, best):
            return _Finding(best.place, "pieces")
        piece = self._grounds.text(best.place)
        doubted = 0.0
        for doubt, worth in self._signs(claim, best, piece[:_LONGEST], weights):
            doubted += worth
            if doubted >= 1:
                return _Finding(best.place, doubt, against=True)
        return _Finding(best.place, None if self._counted_there(claim, piece) else "numbers")

    def _signs(self, claim: Claim, best: Passage, piece: str, weights: Weights) -> Iterator[tuple[Doubt, float]]:
        """By what a passage speaks against a claim, with what each counts; those that cost least come first."""
        at = best.place
        yield "names", float(not self._named_there(claim, piece, at))
        yield from ((it, 1.0) for it in self._in_its_clause(claim, piece))
        yield from ((it, 1.0) for it in self._contradicted(claim, piece, weights))
        yield "when", float(self._on_another_day(claim.text, at))
        if self._grounds.english:
            around = self._grounds.around(at)
            yield "names", _DOUBT * any(it in claim.stance.stems and it not in around for it in claim.names)
            yield "pieces", _DOUBT * self._pieced_together(claim, best)
            for sign in self._told_of_others(claim, at):
                yield _TOLD.get(sign, "who"), 1.0 if sign in SURE else _DOUBT

    def _told_of_others(self, claim: Claim, at: Place) -> set[str]:
        """What the sentences of the article tell of others than the claim does, by kind."""
        said = telling(claim.text, claim.stance.stems)
        like = {
            it.place: it for name in sought(said) for it in self._holding.get(name, ()) if self._shares(claim, it, name)
        }
        here = [it for it in self._grounds.sentences if _within(it.place, at)]
        return held_against(said, list(map(self._telling, like.values())), self._names) | otherwise_like(
            said, map(self._telling, here), self._names
        )

    @staticmethod
    def _shares(claim: Claim, sentence: Passage, name: str) -> bool:
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

    def _pieced_together(self, claim: Claim, passage: Passage) -> bool:
        """Whether many words of the claim are the article's, but not the passage's."""
        lacking = {it for it in claim.told - claim.names.keys() - passage.stems if not it[0].isdigit()}
        return len(lacking & self._grounds.stems) > _ELSEWHERE * len(claim.told)

    def _counted_there(self, claim: Claim, piece: str) -> bool:
        """Whether numbers and dates are those of the passage."""
        held = amounts(piece, self._language)
        values = frozenset(it.value for it in held) | ({"2"} if _PAIR.search(piece) else set())
        if not all(
            (among(it, values) and not remeasured(it, held)) or lasts(it, held) or implied(it, held)
            for it in claim.amounts
        ):
            return False
        dates = dates_in(piece, held)
        return all(any(it <= date for date in dates) for it in claim.dates)

    def _on_another_day(self, sentence: str, at: Place) -> bool:
        """Whether the sentence names a day of the week that nothing around the passage names."""
        days = set(map(str.lower, _DAY.findall(sentence)))
        return bool(days) and not days <= set(map(str.lower, _DAY.findall(self._grounds.surroundings(at))))

    def _contradicted(self, claim: Claim, piece: str, weights: Weights) -> Iterator[Doubt]:
        """By what a passage says otherwise, or the contrary; not a sentence that has little to do with what is said."""
        pieces = [it for it in _CLAUSES.split(piece) if it]
        if not self._grounds.english:
            if any(contrary_in(self._language, claim.text, it) for it in pieces):
                yield "contrary"
            return
        if pieces and self._grounds.in_other_office(claim.text):
            yield "who"
        yield from (doubt for speaks, doubt in _AGAINST if speaks(claim.text, piece))
        clauses = [stance_of(it, self._language) for it in pieces]
        affirming = replace(claim.stance, heads=frozenset())
        if any(
            contrary(claim.stance if weights.share(it.stems) >= _DENYING else affirming, it, clauses)
            for it in clauses
            if len(clauses) == 1 or self._is_about(it, claim.told)
        ):
            yield "contrary"

    def _is_about(self, clause: Stance, told: frozenset[str]) -> bool:
        """Whether a sentence beside others shares enough to contradict: a word, or where it denies two, if it has two."""
        its = clause.stems - self._grounds.stops
        return len(told & its) >= (min(2, len(its)) if clause.heads else 1)

    def _named_there(self, claim: Claim, piece: str, at: Place) -> bool:
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
        if missing and others and grounds.english and not speaking(claim.text):
            others -= speaking(piece)
        missing &= grounds.stems  # what the article has nowhere is marked by itself
        return not missing or not others

    def _in_its_clause(self, claim: Claim, piece: str) -> Iterator[Doubt]:
        """Whether the clause that says most of it names somebody else, or counts another number of the same."""
        clauses = _CLAUSES.split(piece)
        values = {it.value for it in claim.amounts}
        told = {it for it in claim.told - claim.names.keys() if not it[0].isdigit()}
        shared = [len(told.intersection(self._grounds.stems_in(it))) for it in clauses]
        most = [it for it, count in zip(clauses, shared, strict=True) if count == max(shared)]
        if claim.names and all(self._names_others(claim, it) for it in most):
            yield "names"
        counts = amounts(most[0], self._language)
        there = {it.value for it in counts}
        counted = {it.thing: it.value for it in counts if it.thing and it.thing not in _UNITS}
        if not all(it.value in there or counted.get(it.thing, it.value) in values for it in claim.amounts):
            yield "numbers"

    def _names_others(self, claim: Claim, clause: str) -> bool:
        """Whether a clause names somebody, and nobody whom the claim names."""
        who = {self._grounds.stem(word) for word in WORD.findall(clause) if word in self._grounds.named - LAND}
        return self._grounds.alike(claim.names.keys(), who) and claim.names.keys().isdisjoint(
            self._grounds.stems_in(clause)
        )


def _within(inner: Place, outer: Place) -> bool:
    return inner.index == outer.index and outer.start <= inner.start and inner.end <= outer.end
