"""What the elements around a piece are called: class and id words, landmark tags, its own tag, microdata."""

from __future__ import annotations

from reader.parser.seen import ANCESTORS, Seen
from reader.parser.vocabulary import NAMES

_TAGS = "p h1 h2 h3 h4 li blockquote figcaption td div pre".split()
_TAG_OF = {tag: tag for tag in _TAGS} | {"h5": "h4", "h6": "h4", "th": "td", "tr": "td", "caption": "td"}


def columns(seen: Seen, chosen: list[int]) -> dict[str, list[float]]:
    """Flags: `own` is the piece's element and the one above, `near` two further, `in` all above."""
    result: dict[str, list[float]] = {}
    parents, names = seen.out.parents, seen.names
    nodes = [seen.owners[index] for index in chosen]
    own = [names[node] | (names[parents[node]] if parents[node] >= 0 else 0) for node in nodes]
    near = [seen.near[node] for node in nodes]
    above = [seen.above[node] for node in nodes]
    for index, kind in enumerate(NAMES):
        bit = 1 << index
        result[f"own {kind}"] = [1.0 if value & bit else 0.0 for value in own]
        result[f"near {kind}"] = [1.0 if value & bit else 0.0 for value in near]
        result[f"in {kind}"] = [1.0 if value & bit else 0.0 for value in above]
    around = [seen.around[node] for node in nodes]
    for index, tag in enumerate(ANCESTORS):
        bit = 1 << index
        result[f"in <{tag}>"] = [1.0 if value & bit else 0.0 for value in around]
    tags = [_TAG_OF.get(seen.out.tags[node], "div") for node in nodes]
    for tag in _TAGS:
        result[f"<{tag}>"] = [1.0 if value == tag else 0.0 for value in tags]
    result["in comments"] = [1.0 if index in seen.comments else 0.0 for index in chosen]
    result["itemprop"] = [float(seen.property[node]) for node in nodes]
    result["hidden"] = [float(seen.hidden[node]) for node in nodes]
    result["depth"] = [float(min(seen.out.depths[node], 40)) for node in nodes]
    return result
