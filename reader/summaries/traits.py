"""What is measured of a pair of neighboring words, so that its worth for a summary can be learned.

Four groups of numbers, added up by weights: of the first sentence that holds the pair, of how many sentences hold
it, of each of its two words, and of what kind of pair it is. The fit and the choice call the same functions.
After Li, Qian and Liu, "Using Supervised Bigram-based ILP for Extractive Summarization" (ACL 2013).
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

from reader.summaries.rules import Signs
from reader.summaries.sentence import Sentence

Pair = tuple[str, str]

SENTENCE = (
    "first second third fourth in_first_six inverse_rank relative_rank rank_to_15 words under_12 under_7 over_32 over_42 "
    "like_first like_lead figures quote_marks opens_with_quote speech first_person question caption hanging article_first "
    "name_first invitation frequent_words last_three"
).split()
COUNT = ["repeated", "over_two", "log_sentences", "share_of_sentences"]
WORD = "log_sentences capital capitals digits letters over_three over_six in_title".split()
KIND = (
    "both_stop one_stop no_stop repeated_content content_in_first_three repeated_content_in_first_three two_capitals in_title"
).split()
NAMES = [
    *(f"sentence.{n}" for n in SENTENCE),
    *(f"pair.{n}" for n in COUNT),
    *(f"word.{n}" for n in WORD),
    *(f"kind.{n}" for n in KIND),
]
"""The columns, in the order of the weights."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What an article's candidates have in common: how many sentences hold a word, how often it bears a capital.

    `first` (the sentence that holds a pair first) and `pairs` (how many hold it) have the same keys in the same order.
    """

    sentences: tuple[Sentence, ...]
    holding: Counter[str]
    capitals: Counter[str]
    first: dict[Pair, int]
    pairs: Counter[Pair]
    stops: frozenset[str]
    title: frozenset[str]
    title_pairs: frozenset[Pair]


def counted(sentences: tuple[Sentence, ...], stops: frozenset[str], title: list[str]) -> Counts:
    """Count words, capitals and pairs; each sentence is given its set of pairs."""
    held: list[dict[Pair, int]] = []
    first: dict[Pair, int] = {}
    backwards = sentences[::-1]  # so that the first one to hold a pair is kept
    for order, sentence in zip(range(len(sentences) - 1, -1, -1), backwards, strict=True):
        distinct = dict.fromkeys(itertools.pairwise(sentence.stems), order)
        sentence.pairs = frozenset(distinct)
        first.update(distinct)
        held.append(distinct)
    pairs = Counter(itertools.chain.from_iterable(held))
    # dict.fromkeys and not a set: in the order of the text, so that the same article gives the same result
    holding = Counter(itertools.chain.from_iterable([dict.fromkeys(it.stems) for it in backwards]))
    capitals = Counter(
        [
            stem
            for it in backwards
            for word, stem in itertools.islice(zip(it.words, it.stems, strict=True), 1, None)
            if word[0].isupper()
        ]
    )
    told = frozenset(title) - stops
    return Counts(sentences, holding, capitals, first, pairs, stops, told, frozenset(itertools.pairwise(title)))


def sentence_traits(counts: Counts, signs: Sequence[Signs]) -> list[tuple[float, ...]]:
    """The first group, for each sentence."""
    sentences = counts.sentences
    if not sentences:
        return []
    lead: frozenset[str] = frozenset().union(*(it.content for it in sentences[:4]))
    told = [it for it in counts.holding if it not in counts.stops]
    frequent = frozenset(sorted(told, key=counts.holding.__getitem__, reverse=True)[:12])
    return [
        _traits(it, sign, rank, len(sentences), sentences[0].content, lead, frequent, counts.stops)
        for rank, (it, sign) in enumerate(zip(sentences, signs, strict=True))
    ]


def _traits(
    sentence: Sentence,
    signs: Signs,
    rank: int,
    total: int,
    first: frozenset[str],
    lead: frozenset[str],
    frequent: frozenset[str],
    stops: frozenset[str],
) -> tuple[float, ...]:
    text, words, content = sentence.text, len(sentence.words), sentence.content
    size = len(content) or 1
    quotes = text.count('"') + text.count("“") + text.count("”")
    opening = sentence.words[0]
    quote_first = text[0] in "\"“‘'„«»「"
    return (
        rank == 0, rank == 1, rank == 2, rank == 3, rank < 6, 1 / (rank + 1), rank / total, min(rank, 15) / 15,
        min(words, 60) / 20, words < 12, words < 7, words > 32, words > 42,
        len(content & first) / sqrt(size * max(len(first), 1)) if rank else 0.35,
        len(content & lead) / size if rank > 3 else 0.6,
        sentence.figures, min(quotes, 4) / 2, quote_first,
        signs.speech, signs.first_person, signs.question, signs.caption, signs.hanging, opening in {"The", "A", "An"},
        opening[0].isupper() and sentence.stems[0] not in stops and not quote_first,
        signs.invitation, len(content & frequent) / 3, rank >= total - 3,
    )  # fmt: skip


def count_traits(held_by: int, total: int) -> tuple[float, ...]:
    """The second group: of how many sentences of all hold the pair."""
    return held_by > 1, held_by > 2, log(held_by), held_by / total


def word_traits(held: int, capitals: int, digits: bool, letters: int, titled: bool) -> tuple[float, ...]:
    """The third group, of one word: how many sentences hold it, how often with a capital, what it looks like."""
    return log(held), capitals > 0, min(capitals, 6), digits, letters, held > 3, held > 6, titled


def word_facts(word: str, counts: Counts) -> tuple[int, int, bool, int, bool]:
    """What `word_traits` takes, of a word of the article."""
    letters = len(word)
    return (
        counts.holding[word],
        counts.capitals.get(word, 0),
        word.isdigit(),
        letters if letters < 15 else 15,
        word in counts.title,
    )


def kind_traits(stops: int, often: bool, early: bool, named: bool, titled: bool) -> tuple[float, ...]:
    """The fourth group: what kind of words stand together (how many of them stop words), and whether early or often."""
    content = stops == 0
    return (
        stops == 2, stops == 1, content, content and often, content and early, content and often and early,
        content and named, titled,
    )  # fmt: skip


def kind_of(pair: Pair, counts: Counts) -> tuple[int, bool, bool, bool, bool]:
    """The kind of a pair, as `kind_traits` takes it."""
    left, right = pair
    return (
        (left in counts.stops) + (right in counts.stops),
        counts.pairs[pair] > 1,
        counts.first[pair] < 3,
        left in counts.capitals and right in counts.capitals,
        pair in counts.title_pairs,
    )


def row_of(pair: Pair, counts: Counts, sentence: tuple[float, ...]) -> list[float]:
    """All four groups of one pair, in the order of `NAMES`; `sentence` is the first group of its first sentence."""
    nothing = (0.0,) * len(WORD)
    both = [nothing if word in counts.stops else word_traits(*word_facts(word, counts)) for word in pair]
    words = (left + right for left, right in zip(*both, strict=True))
    held = count_traits(counts.pairs[pair], len(counts.sentences))
    return [float(value) for value in (*sentence, *held, *words, *kind_traits(*kind_of(pair, counts)))]
