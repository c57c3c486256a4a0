"""What a page says twice: the article set once more for a narrow screen, for readers without scripts, or for a reading view.

The scorer knows each piece by itself and keeps both copies. With sites left out, the mean F1 of the benchmark's articles rises by
0.0014 to 0.0023 where the second copy goes (two seeds, standard error of the difference 0.0009), that of the other sets not at
all. To teach the scorer without the copies, or to tell it what was said before, gained nothing beside this rule.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reader.parser.portions import MOST_PIECES, Sorted
from reader.parser.seen import Seen

_RUN_PIECES, _RUN_SIZE = 3, 500
"""Pieces and characters of the smallest stretch that is a copy: refrains and the weeks of a training plan are shorter."""
_TWIN_SIZE, _TWIN_GAP = 80, 80
"""Characters of the shortest paragraph that is a copy of the one right before it, and of what may stand between the two."""
_FIRST = 20
"""Characters of the shortest piece that a copy begins with."""
_MOST_PLACES = 4
"""Earlier places of a text at which a copy can begin."""
_LISTED = frozenset(("li", "td", "th", "dt", "dd", "pre"))


def repeats(seen: Seen, found: Sorted) -> None:
    """Mark what the body says again in the same order, or right behind itself or the standfirst."""
    body = [index for index, part in enumerate(found.parts) if part in ("body", "head")][:MOST_PIECES]
    texts = [seen.texts[index] for index in body]
    if len(set(texts)) == len(texts):
        return
    places: dict[str, list[int]] = defaultdict(list)
    at = 0
    while at < len(texts):
        known = places[texts[at]][:_MOST_PLACES] if len(texts[at]) >= _FIRST else []
        count = max([_copied(texts, place, at) for place in known], default=0)
        copied = count >= _RUN_PIECES and sum(map(len, texts[at : at + count])) >= _RUN_SIZE
        if not copied:
            count = 1
            copied = bool(known) and _is_twin(seen, body, known[-1], at)
        for place in range(at, at + count):
            if len(places[texts[place]]) < _MOST_PLACES:
                places[texts[place]].append(place)
            if copied and found.parts[body[place]] == "body":
                found.parts[body[place]] = "duplicate"
        at += count


def _copied(texts: Sequence[str], first: int, second: int) -> int:
    """How many texts from the second place on are those from the first on, which end before the second."""
    count = 0
    while count < second - first and second + count < len(texts) and texts[first + count] == texts[second + count]:
        count += 1
    return count


def _is_twin(seen: Seen, body: Sequence[int], first: int, second: int) -> bool:
    """Whether a paragraph stands right behind its like, with a heading between them at most."""
    index = body[second]
    if len(seen.texts[index]) < _TWIN_SIZE or seen.tags[index] in _LISTED or seen.out.quoted(index):
        return False
    return sum(len(seen.texts[at]) for at in body[first + 1 : second]) < _TWIN_GAP
