"""What the elements around a piece are called: class and id words, landmark tags, its own tag."""

from __future__ import annotations

from functools import reduce
from operator import or_

from reader.parser.seen import ANCESTORS, Seen
from reader.parser.vocabulary import NAMES

_TAGS = "p h2 li figcaption pre".split()
_TAG_OF = {tag: tag for tag in _TAGS} | {"h3": "h2"}
TEXT_TAGS = frozenset((*_TAG_OF, "h1", "td", "th", "tr", "caption"))
"""Elements that hold text by their nature; a `div` may hold anything."""
BODY = 1 << NAMES.index("body")
# Flags that gained anything in fitting; the rest told nothing that these do not.
_OWN = "content side caption".split()
_NEAR = "body related subscribe caption footer".split()
_IN = "comment related footer".split()
_LANDMARKS = "main aside footer figure form table ul".split()


def _named(how: str, kinds: list[str]) -> tuple[tuple[str, int], ...]:
    return tuple((f"{how} {kind}", 1 << NAMES.index(kind)) for kind in kinds)


_AROUND = tuple((f"in <{tag}>", 1 << ANCESTORS.index(tag)) for tag in _LANDMARKS)
_FLAGS = (_named("own", _OWN), _named("near", _NEAR), _named("in", _IN), _AROUND)


def columns(seen: Seen, chosen: list[int]) -> dict[str, list[float]]:
    """Flags: `own` is the piece's element and the one above, `near` two further, `in` all above."""
    result: dict[str, list[float]] = {}
    nodes = [seen.owners[index] for index in chosen]
    bits = ([seen.own[node] for node in nodes], [seen.near[node] for node in nodes], [seen.above[n] for n in nodes])
    around = [seen.around[node] for node in nodes]
    for values, flags in zip((*bits, around), _FLAGS, strict=True):
        some = reduce(or_, values)  # most flags are nobody's
        for name, bit in flags:
            result[name] = [1.0 if value & bit else 0.0 for value in values] if some & bit else [0.0] * len(values)
    tags = [_TAG_OF.get(seen.tags[index], "") for index in chosen]
    for tag in _TAGS:
        result[f"<{tag}>"] = [1.0 if value == tag else 0.0 for value in tags]
    result["in comments"] = [1.0 if index in seen.comments else 0.0 for index in chosen]
    result["depth"] = [min(seen.out.depths[node], 40) for node in nodes]
    return result
