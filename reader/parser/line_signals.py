"""What can be seen of a scraped text's lines, as columns of numbers: a list a signal, an entry a line that is looked at.

No tree stands behind a line, so its neighbors tell most: how dense running text is around it, what was announced before
it, whether it shares its words with the densest part. Lines far from all running text are not looked at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, compress, pairwise
from math import log1p
from operator import sub, truediv

from reader.parser.extent import counted, extent
from reader.parser.line_words import Wording, plain_words
from reader.parser.pieces import Piece
from reader.parser.vocabulary import SPEECH_KINDS, STOP, announced

Columns = dict[str, Sequence[float]]
_ENDS = frozenset('.!?…。！？”"»’।؟“')
# Lines this near to running text are looked at: they hold 0.99 of the words of the benchmark's articles.
_REACH = 6
_FAR, _BESIDE = 60, 40
_MOST_PASSED = 8
# Characters of running text after which an announcement counts, and of a paragraph.
_HEARD = 300
_LONG = 120
# Longer than any paragraph. A line of a megabyte counts as so much, else all others would be next to nothing.
_LONGEST = 4000
# A line of more words is judged by its shape, not by its words.
_WORDY = 20
# So many words of a line are compared with those of the densest part.
_COMPARED = 30
_LOGS = [log1p(number) for number in range(400)]
_COMMENT, _RELATED = (1 << SPEECH_KINDS.index(kind) for kind in ("comment", "related"))
_ENDING = (1 << len(SPEECH_KINDS)) - 1 - _COMMENT - _RELATED
# A longer line announces nothing.
_ANNOUNCING = 12


class LinesSeen:
    """A text's lines with what several signals share: words, counts, running text, and where it is densest."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self.texts = [piece.text for piece in pieces]
        spaced = [text.count(" ") + 1 for text in self.texts]
        self.counts = list(map(counted, self.texts, spaced))
        self.ends = [text[-1] in _ENDS for text in self.texts]
        sizes = [extent(text) if text[0] > "\u2e80" else len(text) for text in self.texts]
        self.sizes = [min(_LONGEST, size) for size in sizes] if max(sizes, default=0) > _LONGEST else sizes
        self.good = [
            0.0 if count < 10 else size * (1.0 if end or text[-1] == ":" else 0.25)
            for text, size, count, end in zip(self.texts, self.sizes, self.counts, self.ends, strict=True)
        ]
        self.passed = _sums(self.good)
        self.plain = [
            plain_words(text) if count == words <= _WORDY else []
            for text, words, count in zip(self.texts, spaced, self.counts, strict=True)
        ]
        self.announced = [
            announced(words) if count <= _ANNOUNCING else 0
            for words, count in zip(self.plain, self.counts, strict=True)
        ]
        self.start, self.stop, self.held = heaviest(list(map(_gain, self.good, self.counts, self.announced)))
        self.chosen = self._near()

    def _near(self) -> list[int]:
        """The lines to look at; all of a short text, and of one without running text."""
        size, free = len(self.texts), 0
        if size <= 3 * _REACH or not self.held:
            return list(range(size))
        chosen: list[int] = []
        for index, weight in enumerate(self.good):
            if weight:
                chosen.extend(range(max(free, index - _REACH), min(size, index + _REACH + 1)))
                free = index + _REACH + 1
        return chosen


def _gain(good: float, count: int, kinds: int) -> float:
    """What a line adds to a run of running text."""
    gain = good or (-100.0 if count < 4 else -60.0)
    return gain - 150.0 if kinds & _COMMENT and count < 10 else gain


def _spoken_gain(good: float, count: int, kinds: int, said: float) -> float:
    """The same with a lighter hand and an ear for the line's words: of the lines between paragraphs headings and captions
    cost less than what sounds like furniture."""
    if good:
        return good + 60.0 * said if count <= _WORDY else good
    gain = (-20.0 if count < 4 else 0.0) + min(0.0, 60.0 * said)
    return gain - 200.0 if kinds & _COMMENT and count < 10 else gain


def heaviest(gains: list[float]) -> tuple[int, int, float]:
    """First and last line of the run whose gains add up to most, and how much that is."""
    best = current = 0.0
    start = first = last = 0
    for index, gain in enumerate(gains):
        if current <= 0:
            current, start = 0.0, index
        current += gain
        if current > best:
            best, first, last = current, start, index
    return first, last, best


def _log(number: float) -> float:
    return _LOGS[int(number)] if number < 400 else log1p(number)


def _sums(values: Iterable[float]) -> list[float]:
    return list(accumulate(values, initial=0.0))


def _picked(values: Sequence[float], chosen: list[int]) -> list[float]:
    return list(map(values.__getitem__, chosen))


def _own(seen: LinesSeen) -> Columns:
    """What a line is by itself."""
    again = Counter(seen.texts)
    return {
        "again": [min(3, again[seen.texts[index]] - 1) for index in seen.chosen],
        "tags": [seen.pieces[index].markup for index in seen.chosen],
        "words": list(map(_log, _picked(seen.counts, seen.chosen))),
        "sentence": _picked(seen.ends, seen.chosen),
    }


def _announced(seen: LinesSeen) -> Columns:
    """What short lines before, around and after say is coming: comments, other stories, the page's end."""
    size, chosen = len(seen.texts), seen.chosen
    # Announcements before any running text are the page's menus.
    heard = bisect_right(seen.passed, _HEARD)
    announcing = [(index, kinds) for index, kinds in enumerate(seen.announced) if kinds and index >= heard]
    columns: Columns = {}
    for name, flag in (("comment", _COMMENT), ("related", _RELATED), ("end", _ENDING)):
        after = [index for index, kinds in announcing if kinds & flag]
        columns[f"passed {name}"] = _picked(_up_to(after, size, _MOST_PASSED), chosen)
        if name == "comment":
            columns["since comment"] = _picked(_since(after, size + 1, _FAR)[1:], chosen)
    return columns


def _up_to(places: Sequence[int], size: int, most: int) -> list[int]:
    """For each line how many of some places there are up to it; at most `most`."""
    found: list[int] = []
    for number, place in enumerate([*places, size]):
        found += [min(number, most)] * (place - len(found))
    return found


def _since(places: Sequence[int], size: int, most: int) -> list[int]:
    """For each line the lines since the last of some places, that line itself not counted; at most `most`."""
    ramp = [*range(most), *[most] * size]
    found = [most] * size
    for last, following in pairwise([*places, size - 1]):
        found[last + 1 : following + 1] = ramp[: following - last]
    return found


def _until(places: Sequence[int], size: int, most: int) -> list[int]:
    """For each line the lines up to the next of some places."""
    return _since([size - 1 - place for place in reversed(places)], size, most)[::-1]


def _around(sums: list[float], reach: int) -> list[float]:
    """For each line the sum over it and `reach` lines on each side, out of running sums."""
    padded = [sums[0]] * reach + sums + [sums[-1]] * reach
    return list(map(sub, padded[2 * reach + 1 :], padded))


def _place(seen: LinesSeen) -> Columns:
    """Where a line stands: in how dense a part, how far from the densest, after how much running text."""
    size, chosen, start, stop = len(seen.texts), seen.chosen, seen.start, seen.stop
    good, lengths = seen.passed, _sums(seen.sizes)
    total = good[-1] or 1.0
    columns: Columns = {}
    for reach in (2, 4, 8, 16):
        held = _around(good, reach)
        if reach in (2, 8):
            columns[f"density {reach}"] = _picked(held, chosen)
        if reach != 8:
            columns[f"purity {reach}"] = _picked(list(map(truediv, held, _around(lengths, reach))), chosen)
    long = [index for index, weight in enumerate(seen.good) if weight > _LONG]
    return columns | {
        "in densest": [start <= i <= stop for i in chosen],
        "densest share": [seen.held / total] * len(chosen),
        "position": [i / size for i in chosen],
        "good before": [good[i] / total for i in chosen],
        "page good": [_log(total / 10)] * len(chosen),
        "lines": [_log(size)] * len(chosen),
        "since good": _picked(_since(long, size, 50), chosen),
        "until good": _picked(_until(long, size, 50), chosen),
    }


def _shared(seen: LinesSeen) -> Columns:
    """How much of a line's words the densest part uses too."""
    words = [set(seen.texts[index].split(" ", _COMPARED)[:_COMPARED]) - STOP for index in seen.chosen]
    floors = [seen.start <= i <= seen.stop and seen.good[i] > 0 for i in seen.chosen]
    held = Counter(chain.from_iterable(compress(words, floors)))
    # A line of the densest part has each of its words there once by itself.
    known = (held.keys(), {word for word, number in held.items() if number > 1})
    common = [len(own & known[floor]) for own, floor in zip(words, floors, strict=True)]
    return {"shared": [number / (len(own) or 1) for number, own in zip(common, words, strict=True)]}


def _worded(seen: LinesSeen, known: Wording) -> Columns:
    """What a short line's own words say, and those of the lines around it."""
    said = [known.weigh(seen.plain[i]) for i in seen.chosen]
    size = len(said)
    padded = [0] * 2 + said + [0] * 2
    columns: Columns = {"worded": said}
    for step in (-2, -1, 1, 2):
        columns[f"worded at {step}"] = padded[2 + step : 2 + step + size]
    against = _sums([value if value < 0 else 0 for value in said])
    against = [0] * 4 + against + [against[-1]] * 4
    columns["worded after"] = list(map(sub, against[9:], against[5:-4]))
    columns["worded before"] = list(map(sub, against[4:-5], against))
    return columns | _spoken(seen, said)


def _spoken(seen: LinesSeen, said: list[int]) -> Columns:
    """Where a line stands to the likeliest run of body lines, by running text and by words."""
    spoken = [0.0] * len(seen.texts)
    for index, value in zip(seen.chosen, said, strict=True):
        spoken[index] = value / 100
    first, last, held = heaviest(list(map(_spoken_gain, seen.good, seen.counts, seen.announced, spoken)))
    return {
        "in likeliest": [first <= i <= last for i in seen.chosen],
        "from first": _from(first, seen.chosen),
        "from last": _from(last, seen.chosen),
        "likeliest share": [held / (seen.passed[-1] or 1.0)] * len(seen.chosen),
    }


def _from(place: int, chosen: list[int]) -> list[int]:
    """How many lines each is behind a place, or before it as a negative number; no more than count."""
    steps = [index - place for index in chosen]
    return [-_BESIDE if step < -_BESIDE else _BESIDE if step > _BESIDE else step for step in steps]


def columns(seen: LinesSeen, known: Wording) -> Columns:
    """Every signal for every line that is looked at, in the order of `seen.chosen`. `known` are the words that announce."""
    if not seen.chosen:
        return {}
    return _own(seen) | _announced(seen) | _place(seen) | _shared(seen) | _worded(seen, known)
