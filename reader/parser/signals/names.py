"""What the elements around a piece are called: class and id words, landmark tags, its own tag, microdata."""

from __future__ import annotations

from reader.parser.seen import ANCESTORS, Seen
from reader.parser.vocabulary import NAMES

_TAGS = "p h1 h2 li figcaption td div pre".split()
_TAG_OF = {tag: tag for tag in _TAGS} | {"th": "td", "tr": "td", "caption": "td", "h3": "h2"}
# Flags that gained anything in fitting; the rest told nothing that these do not.
_OWN = "body comment related caption footer side hidden content".split()
_NEAR = "body related subscribe author caption footer content".split()
_IN = "body comment related author navigation footer head about hidden".split()
_LANDMARKS = "article main aside nav header footer figure form table ul section".split()
_NAMED = tuple(
    (f"{how} {kind}", how, 1 << NAMES.index(kind))
    for how, kinds in (("own", _OWN), ("near", _NEAR), ("in", _IN))
    for kind in kinds
)


def columns(seen: Seen, chosen: list[int]) -> dict[str, list[float]]:
    """Flags: `own` is the piece's element and the one above, `near` two further, `in` all above."""
    result: dict[str, list[float]] = {}
    parents, names = seen.out.parents, seen.names
    nodes = [seen.owners[index] for index in chosen]
    bits = {
        "own": [names[node] | (names[parents[node]] if parents[node] >= 0 else 0) for node in nodes],
        "near": [seen.near[node] for node in nodes],
        "in": [seen.above[node] for node in nodes],
    }
    for name, how, bit in _NAMED:
        result[name] = [1.0 if value & bit else 0.0 for value in bits[how]]
    around = [seen.around[node] for node in nodes]
    for tag in _LANDMARKS:
        bit = 1 << ANCESTORS.index(tag)
        result[f"in <{tag}>"] = [1.0 if value & bit else 0.0 for value in around]
    tags = [_TAG_OF.get(seen.out.tags[node], "div") for node in nodes]
    for tag in _TAGS:
        result[f"<{tag}>"] = [1.0 if value == tag else 0.0 for value in tags]
    result["in comments"] = [1.0 if index in seen.comments else 0.0 for index in chosen]
    result["itemprop"] = [float(seen.property[node]) for node in nodes]
    result["depth"] = [float(min(seen.out.depths[node], 40)) for node in nodes]
    return result
