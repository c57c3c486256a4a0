"""Which line of a scraped text is its headline: what can be seen of the lines before the body, weighed by small trees.

A rule that weighed shared words, length and nearness took a subtitle, a crumb of the way there or the first heading for the
headline on three of eight pages. The table (`weights/titles.json`) is refitted by `python -m tests.bench.fit_titles`.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence, Set
from itertools import pairwise
from math import log1p

from reader.parser import forest
from reader.parser.extent import extent, pieces, unspaced
from reader.parser.line_words import announcing_words, plain_words
from reader.parser.lines import Lines
from reader.parser.vocabulary import STOP

Columns = dict[str, list[float]]
BEFORE, _BEHIND = 60, 3
"""Lines before and behind the body's first among which the headline is looked for: on 97 of 100 pages it is there."""
_NEAR = 10
"""Lines before the body's first among which one of two words may be the headline; further off those are menus."""
_BODY_REACH = 20
"""Lines of the body that tell which words its headline may have."""
_LONGEST = 250
"""Characters of the longest headline."""
STOPS = (".", "!", "?", "…", "”", "»", "。", "！", "？", "」", "।", "۔", "።", "។", "။")
_MARKS = ".,:;!?()\"“”'’«»„"
_BARS = "|›»>·•/"
_FAR = 6
"""Lines from which on a signature is far."""
_LEAST, _LEAST_SENTENCE = -4.0, -2.0
"""Log odds from which on a line is a headline, and one that is a sentence: a text whose lines have less has none."""


def _keywords(text: str) -> set[str]:
    """Words that are the subject's own: long ones that are not in everybody's mouth; pairs of signs in scripts without
    spaces."""
    words = {word.strip(_MARKS) for word in text.lower().split() if len(word) > 3}
    words |= pieces(text)
    words |= {pair for run in unspaced(text) for pair in map("".join, pairwise(run))}
    return words - STOP


def is_sentence(text: str) -> bool:
    """Whether a line is long enough for a sentence and ends as one."""
    return extent(text) > 40 and text.endswith(STOPS)


def candidates(lines: Lines, start: int, signed: Set[int]) -> list[int]:
    """Lines that may be the headline of a body that starts at a line, and ends behind it; none of those that only say who wrote
    and when."""
    near = range(max(0, start - BEFORE), min(lines.last - 1, start + _BEHIND + 1))
    return [
        index
        for index in near
        if index not in signed
        and not lines.said[index]
        and len(lines.text(index)) <= _LONGEST
        and (start - index <= _NEAR or lines.text(index).count(" ") > 1 or not lines.text(index).isascii())
        and any(map(str.isalpha, lines.text(index)))
    ]


def _shares(lines: Lines, near: list[int], start: int) -> Columns:
    """What a line has in common with the body, with the lines before it and with the rest of the page."""
    behind = range(start, min(len(lines.pieces), start + _BODY_REACH))
    body = _keywords("\n".join([lines.texts[index] for index in behind if lines.keep[index]]))
    texts = [lines.texts[index] for index in near]
    own = list(map(_keywords, texts))
    shares = [_share(words, body) for words in own]
    whole = "\n".join([text.casefold() for text in lines.texts])
    best = max(shares, default=0.0)
    return {
        "share": shares,
        "shared words": [share * len(words) for share, words in zip(shares, own, strict=True)],
        "below best share": [best - share for share in shares],
        "said before": _echoes(own),
        "said again": _echoes(own[::-1])[::-1],
        "repeated": [float(min(4, whole.count(text.casefold()[:80]) - 1)) for text in texts],
    }


def _share(words: set[str], others: set[str]) -> float:
    """The share of words that are among others."""
    return len(words & others) / len(words) if words else 0.0


def _echoes(own: Sequence[set[str]]) -> list[float]:
    """For each line's words the share that lines before it have too."""
    seen: set[str] = set()
    found: list[float] = []
    for words in own:
        found.append(_share(words, seen))
        seen |= words
    return found


def _shape(lines: Lines, near: list[int]) -> Columns:
    """What a line is by itself."""
    texts = [lines.texts[index] for index in near]
    words = [text.split() for text in texts]
    sizes = [float(min(_LONGEST, extent(text))) for text in texts]
    longest = max(sizes, default=1.0)
    return {
        "size": sizes,
        "words": [float(min(30, len(each))) for each in words],
        "of longest": [size / longest for size in sizes],
        "sentence": [float(text.endswith((".", ",", ";", "。", "，"))) for text in texts],
        "colon": [float(text.endswith((":", "："))) - 0.5 * (": " in text) for text in texts],
        "bars": [float(sum(map(text.count, _BARS))) for text in texts],
        "digits": [sum(map(str.isdigit, text)) / len(text) for text in texts],
        "capitals": [sum([word[0].isupper() for word in each]) / len(each) for each in words],
        "worded": [float(announcing_words().weigh(plain_words(text))) if len(text) < 160 else 0.0 for text in texts],
    }


def _place(lines: Lines, near: list[int], start: int, signed: Set[int]) -> Columns:
    """Where a line stands: to the body, to a signature, and between which lines."""
    ahead = [min([line - index for line in signed if line > index], default=_FAR) for index in near]
    back = [min([index - line for line in signed if line < index], default=_FAR) for index in near]
    return {
        "before body": [float(start - index) for index in near],
        "before kept": [float(max(-20, min(60, lines.first - index))) for index in near],
        "line": [log1p(index) for index in near],
        "kept": [float(lines.keep[index]) for index in near],
        "gap": [float(lines.pieces[index].gap > 0) for index in near],
        "to signature": [float(min(_FAR, distance)) for distance in ahead],
        "from signature": [float(min(_FAR, distance)) for distance in back],
        "size above": [log1p(len(lines.text(index - 1))) for index in near],
        "size below": [log1p(len(lines.text(index + 1))) for index in near],
        "longer between": _longer_between(lines, near),
    }


def _longer_between(lines: Lines, near: list[int]) -> list[float]:
    """How many of the lines that may be the headline, from each on to the last, are of its size or longer without being
    sentences."""
    lengths = [len(lines.text(index)) for index in near]
    plain = [0 if is_sentence(lines.text(index)) else size for index, size in zip(near, lengths, strict=True)]
    seen: list[int] = []
    found: list[float] = []
    for size, own in zip(reversed(lengths), reversed(plain), strict=True):
        found.append(float(len(seen) - bisect_left(seen, size)))
        insort(seen, own)
    return found[::-1]


def columns(lines: Lines, near: list[int], start: int, signed: Set[int]) -> Columns:
    """Every signal of the lines that may be the headline; `signed` are those that only say who wrote and when."""
    return _shape(lines, near) | _shares(lines, near, start) | _place(lines, near, start, signed)


def headline(lines: Lines, start: int, signed: Set[int]) -> int:
    """The line that is likeliest the headline of the body that starts at a line; -1 where none is likely."""
    near = candidates(lines, start, signed)
    if not near:
        return -1
    scores = forest.load("titles").scores(columns(lines, near, start, signed))
    place = likeliest(scores, [is_sentence(lines.text(index)) for index in near])
    return near[place] if place >= 0 else -1


def likeliest(scores: Sequence[float], sentences: Sequence[bool]) -> int:
    """The place of the highest score, in log odds, that passes its mark, a sentence a higher one; -1 where none does."""
    passing = [
        (score, -place)
        for place, (score, sentence) in enumerate(zip(scores, sentences, strict=True))
        if score > (_LEAST_SENTENCE if sentence else _LEAST)
    ]
    return -max(passing)[1] if passing else -1
