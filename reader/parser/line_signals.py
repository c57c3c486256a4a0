"""What can be seen of a scraped text's lines, as columns of numbers: a list a signal, an entry a line that is looked at.

No tree stands behind a line, so its neighbors tell most: how dense running text is around it, what was announced before
it, whether it shares its words with the densest part. Lines far from all running text are not looked at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import log1p

from reader.parser.extent import extent
from reader.parser.pieces import Piece
from reader.parser.vocabulary import SPEECH_KINDS, STOP, speech_kinds

Columns = dict[str, list[float]]
Words = dict[str, int]
_ENDS = (".", "!", "?", "…", "。", "！", "？", "”", '"', "»", "’", "।", "؟", "“")
# Lines this near to running text are looked at: they hold 0.99 of the words of the benchmark's articles.
_REACH = 6
_FAR = 60
_LOGS = [log1p(number) for number in range(400)]
_COMMENT, _RELATED = (1 << SPEECH_KINDS.index(kind) for kind in ("comment", "related"))
_ENDING = (1 << len(SPEECH_KINDS)) - 1 - _COMMENT - _RELATED
# A longer line announces nothing.
_ANNOUNCING = 12
# A line of more words is judged by its shape, not by its words.
_WORDY = 20
_SIZES = [f"#{size}" for size in range(13)]
_DIGITS = re.compile(r"\d+")
_EDGES = ".,:;!?()\"“”'’«»„|›·•[]–—-"


class LinesSeen:
    """A text's lines with what several signals share: words, counts, running text, and where it is densest."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self.texts = [piece.text for piece in pieces]
        self.words = [text.split() for text in self.texts]
        self.counts = list(map(_count, self.texts, self.words))
        self.ends = [text.endswith(_ENDS) for text in self.texts]
        self.sizes = [
            extent(text) if count and text[0] > "\u2e80" else len(text)
            for text, count in zip(self.texts, self.counts, strict=True)
        ]
        self.good = [
            0.0 if count < 10 else size * (1.0 if end or text[-1] == ":" else 0.25)
            for text, size, count, end in zip(self.texts, self.sizes, self.counts, self.ends, strict=True)
        ]
        self.announced = [
            speech_kinds(words)[0] if count <= _ANNOUNCING else 0
            for words, count in zip(self.words, self.counts, strict=True)
        ]
        self.start, self.stop, self.held = self._densest()
        self.chosen = self._near()

    def _densest(self) -> tuple[int, int, float]:
        """First and last line of the run that holds most running text, and how much."""
        best = current = 0.0
        start = first = last = 0
        for index, (gain, count, kinds) in enumerate(zip(self.good, self.counts, self.announced, strict=True)):
            gain = gain or (-100.0 if count < 4 else -60.0)
            if kinds & _COMMENT and count < 10:
                gain -= 150.0
            if current <= 0:
                current, start = 0.0, index
            current += gain
            if current > best:
                best, first, last = current, start, index
        return first, last, best

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


def _count(text: str, words: list[str]) -> int:
    """Words; in scripts without spaces two signs count as one."""
    count = len(words)
    return len(text) // 2 if count * 12 < len(text) and text[0] > "\u2e80" else count


def _log(number: float) -> float:
    return _LOGS[int(number)] if number < 400 else log1p(number)


def _sums(values: Iterable[float]) -> list[float]:
    return list(accumulate(values, initial=0.0))


def _picked(values: Sequence[float], chosen: list[int]) -> list[float]:
    return [values[index] for index in chosen]


def _own(seen: LinesSeen) -> Columns:
    """What a line is by itself."""
    chosen = seen.chosen
    again = Counter(seen.texts)
    texts = [seen.texts[index] for index in chosen]
    heads = [seen.words[index][:12] for index in chosen]
    return {
        "size": [_log(seen.sizes[index]) for index in chosen],
        "capitals": [sum([word[0].isupper() for word in head]) / len(head) for head in heads],
        "again": [min(3, again[text] - 1) for text in texts],
        "tags": [seen.pieces[index].markup for index in chosen],
    }


def _announced(seen: LinesSeen) -> Columns:
    """What short lines before, around and after say is coming: comments, other stories, the page's end."""
    size, chosen = len(seen.texts), seen.chosen
    columns: Columns = {}
    for name, flag in (("comment", _COMMENT), ("related", _RELATED), ("end", _ENDING)):
        says = [kinds & flag for kinds in seen.announced]
        since, passed = _since(says, seen.good)
        columns[f"passed {name}"] = _picked(passed, chosen)
        if name != "end":
            columns[f"since {name}"] = _picked(since, chosen)
        if name == "comment":
            columns["until comment"] = _picked(_distance(says[::-1], _FAR)[::-1], chosen)
            sums = _sums([1.0 if said else 0.0 for said in says])
            columns["around comment"] = [sums[min(size, i + 6)] - sums[max(0, i - 5)] for i in chosen]
    return columns


def _since(says: list[int], good: list[float]) -> tuple[list[float], list[float]]:
    """Lines since the last announcement that came after some running text, and how many there were."""
    since, passed, heard = float(_FAR), 0.0, 0.0
    distances, totals = [], []
    for said, weight in zip(says, good, strict=True):
        if said and heard > 300:
            since, passed = 0.0, min(8.0, passed + 1)
        distances.append(since)
        totals.append(passed)
        since = min(_FAR, since + 1)
        heard += weight
    return distances, totals


def _distance(marks: Sequence[float], most: int) -> list[float]:
    """Lines since the last marked one, itself not counted."""
    distance, found = float(most), []
    for marked in marks:
        found.append(distance)
        distance = 0.0 if marked else min(most, distance + 1)
    return found


def _place(seen: LinesSeen) -> Columns:
    """Where a line stands: in how dense a part, how far from the densest, after how much running text."""
    size, chosen, start, stop = len(seen.texts), seen.chosen, seen.start, seen.stop
    good, lengths = _sums(seen.good), _sums(seen.sizes)
    total = good[-1] or 1.0
    columns: Columns = {}
    for reach in (2, 4, 8, 16):
        edges = [(max(0, i - reach), min(size, i + reach + 1)) for i in chosen]
        held = [good[to] - good[fro] for fro, to in edges]
        columns[f"density {reach}"] = [one / (to - fro) / 100 for one, (fro, to) in zip(held, edges, strict=True)]
        columns[f"purity {reach}"] = [
            one / (lengths[to] - lengths[fro]) for one, (fro, to) in zip(held, edges, strict=True)
        ]
    long = [weight > 120 for weight in seen.good]
    return columns | {
        "in densest": [start <= i <= stop for i in chosen],
        "from start": [max(-40, min(40, i - start)) for i in chosen],
        "from stop": [max(-40, min(40, i - stop)) for i in chosen],
        "densest share": [seen.held / total] * len(chosen),
        "position": [i / size for i in chosen],
        "good before": [good[i] / total for i in chosen],
        "page good": [_log(total / 10)] * len(chosen),
        "page purity": [total / (lengths[-1] or 1.0)] * len(chosen),
        "lines": [_log(size)] * len(chosen),
        "since good": _picked(_distance(long, 50), chosen),
        "until good": _picked(_distance(long[::-1], 50)[::-1], chosen),
    }


def _shape(count: int, end: bool) -> int:
    if end and count >= 6:
        return 3
    return 0 if count <= 3 else 1 if count <= 16 else 2


def _runs(seen: LinesSeen) -> Columns:
    """How many lines of one shape stand together."""
    shapes = list(map(_shape, seen.counts, seen.ends))
    lengths: list[int] = []
    begin = 0
    for index, shape in enumerate(shapes, 1):
        if index == len(shapes) or shapes[index] != shape:
            lengths += [min(20, index - begin)] * (index - begin)
            begin = index
    return {"run": _picked(lengths, seen.chosen)}


def _shared(seen: LinesSeen) -> Columns:
    """How much of a line's words the densest part uses too."""
    held: Counter[str] = Counter()
    words = [set(seen.words[index][:30]) - STOP for index in seen.chosen]
    floors = [1 if seen.start <= i <= seen.stop and seen.good[i] else 0 for i in seen.chosen]
    for own, inside in zip(words, floors, strict=True):
        if inside:
            held.update(own)
    known = (held.keys(), {word for word, number in held.items() if number > 1})
    common = [len(own & known[floor]) for own, floor in zip(words, floors, strict=True)]
    return {
        "shared": [number / (len(own) or 1) for number, own in zip(common, words, strict=True)],
        "shared words": [min(12, number) for number in common],
    }


def _neighbors(seen: LinesSeen) -> Columns:
    """How long a line and those beside it are, and whether it ends a sentence."""
    words = [-1.0, *map(_log, seen.counts), -1.0]
    return {
        "words": [words[i + 1] for i in seen.chosen],
        "words at -1": [words[i] for i in seen.chosen],
        "words at 1": [words[i + 2] for i in seen.chosen],
        "sentence": [seen.ends[i] for i in seen.chosen],
    }


def tokens(text: str, words: list[str]) -> set[str]:
    """What a short line consists of, as the table of announcing words knows it: its words, the first, the first two, the
    last, and how many; numbers are all the same."""
    if len(words) > _WORDY:
        return set()
    plain = [word for word in [word.strip(_EDGES) for word in _DIGITS.sub("0", text.lower()).split()] if word]
    if not plain:
        return set()
    found = {*plain, f"^{plain[0]}", f"{plain[-1]}$", _SIZES[min(len(plain), 12)]}
    if len(plain) > 1:
        found.add(f"^{plain[0]} {plain[1]}")
    return found


def _worded(seen: LinesSeen, known: Words) -> Columns:
    """What a short line's own words say, and those of the lines around it."""
    held = known.keys()
    said = [
        max(-600, min(600, sum(map(known.__getitem__, held & tokens(seen.texts[i], seen.words[i]))))) / 100
        for i in seen.chosen
    ]
    size = len(said)
    padded = [0.0] * 2 + said + [0.0] * 2
    against = _sums([min(0.0, value) for value in said])
    columns: Columns = {"worded": said}
    for step in (-2, -1, 1, 2):
        columns[f"worded at {step}"] = padded[2 + step : 2 + step + size]
    columns["worded after"] = [against[min(size, i + 5)] - against[min(size, i + 1)] for i in range(size)]
    columns["worded before"] = [against[i] - against[max(0, i - 4)] for i in range(size)]
    return columns


def columns(seen: LinesSeen, known: Words) -> Columns:
    """Every signal for every line that is looked at, in the order of `seen.chosen`. `known` are the words that announce."""
    if not seen.chosen:
        return {}
    return (
        _own(seen)
        | _announced(seen)
        | _place(seen)
        | _runs(seen)
        | _shared(seen)
        | _neighbors(seen)
        | _worded(seen, known)
    )
