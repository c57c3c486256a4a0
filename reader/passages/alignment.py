"""Which words of a stretch of text are a passage's own, when some were changed, taken out or put in."""

from __future__ import annotations

from reader.passages.sought import Sought
from reader.passages.wording import Wording

Run = tuple[int, int, int]
"""Words that agree: number in the quote, number in the text, how many."""

_SURROUNDINGS = 16  # words of context that take part: they let a span grow over words put in at its edge
_WORTH_AROUND = 0.4  # what a context word is worth; a word of the quote is worth 0.1 to 1.1
_PUT_IN = 0.15  # what a word put in costs, up to 12 of them
_CHANGED = 0.12  # what a changed word costs, up to 30 of them


def align(sought: Sought, text: Wording, first: int, last: int) -> tuple[Run, ...]:
    """The runs of the quote's words around words `first` to `last` of a text that belong together; none if none do."""
    size, reach = len(sought.codes), len(sought.codes) // 2 + 8 + _SURROUNDINGS
    begin, stop = max(0, first - reach), min(len(text), last + 1 + reach)
    before, after = sought.left[-_SURROUNDINGS:], sought.right[:_SURROUNDINGS]
    lead = len(before)
    around: list[Run] = []
    for own, at, count in _runs(before + sought.marks + after, text.sketch[begin:stop]):
        around += _split(sought, text, (own - lead, begin + at, count))
    inside = [run for run in around if 0 <= run[0] < size]
    if not inside:
        return ()
    worth = [_WORTH_AROUND] * lead + sought.weights + [_WORTH_AROUND] * len(after)
    kept = [run for run in _chain(around, worth, lead) if 0 <= run[0] < size]
    alone = _chain(inside, worth, lead)
    return tuple(kept if _worth(kept, worth, lead) >= _worth(alone, worth, lead) - 1e-9 else alone)


def _runs(one: str, other: str) -> list[Run]:
    """What two rows have in common: the longest run, then the longest before and behind it, and so on."""
    found: list[Run] = []
    waiting = [(0, len(one), 0, len(other))]
    while waiting:
        low, high, start, end = waiting.pop()
        at, stands, size = _longest(one, other, low, high, start, end)
        if size:
            found.append((at, stands, size))
            if low < at and start < stands:
                waiting.append((low, at, start, stands))
            if at + size < high and stands + size < end:
                waiting.append((at + size, high, stands + size, end))
    return sorted(found)


def _longest(one: str, other: str, low: int, high: int, start: int, end: int) -> Run:
    """The longest run that two stretches have in common, of several the first; searching in C beats difflib's index."""
    at, stands, size = low, start, 0
    begin = low
    while begin + size < high:
        there = other.find(one[begin : begin + size + 1], start, end)
        if there < 0:
            begin += 1
        else:
            at, stands, size = begin, there, size + 1
    return at, stands, size


def _split(sought: Sought, text: Wording, run: Run) -> list[Run]:
    """A run of equal marks cut at the quote's ends, and inside the quote to where the words are equal too."""
    own, at, count = run
    size = len(sought.codes)
    found: list[Run] = []
    if own < 0:
        found.append((own, at, min(count, -own)))
    begun = -1
    low, high = max(own, 0), min(own + count, size)
    for number in range(low, high):
        if sought.codes[number] == text.codes[at + number - own]:
            begun = number if begun < 0 else begun
        elif begun >= 0:
            found.append((begun, at + begun - own, number - begun))
            begun = -1
    if begun >= 0:
        found.append((begun, at + begun - own, high - begun))
    if own + count > size:
        low = max(own, size)
        found.append((low, at + low - own, own + count - low))
    return found


def _worth(runs: list[Run], worth: list[float], lead: int) -> float:
    return sum(sum(worth[own + lead : own + lead + count]) for own, _, count in runs)


def _chain(runs: list[Run], worth: list[float], lead: int) -> list[Run]:
    """The neighboring runs that are worth most together, less what stands between them."""
    best, best_from, best_to = -1.0, 0, 0
    current, start = 0.0, 0
    for number, (own, at, count) in enumerate(runs):
        gain = sum(worth[own + lead : own + lead + count])
        if number:
            before, stood, length = runs[number - 1]
            missing, between = own - before - length, at - stood - length
            current -= _PUT_IN * min(max(0, between - missing), 12) + _CHANGED * min(missing, between, 30)
        if current <= 0:
            current, start = 0.0, number
        current += gain
        if current > best:
            best, best_from, best_to = current, start, number + 1
    return runs[best_from:best_to]
