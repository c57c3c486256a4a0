"""A page's pieces as the signals look at them: words, links and names, and the element that holds most running text.

Nothing here weighs or decides; what several signals need is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from math import sqrt
from operator import mul

from reader.parser.extent import counted
from reader.parser.pieces import Outline
from reader.parser.vocabulary import BESIDE_BIT, COMMENT_BIT, name_kinds

ENDS = (".", "!", "?", "…", "。", "！", "？", "”", '"', "»", "’", "।", "؟", "۔", "።", "។", "။")
ANCESTORS = "article main aside nav header footer figure form table ul section blockquote address details".split()
_ANCESTOR_BIT = {tag: 1 << index for index, tag in enumerate(ANCESTORS)} | {"ol": 1 << ANCESTORS.index("ul")}
_ASIDE = sum(_ANCESTOR_BIT[tag] for tag in ("aside", "nav", "footer"))
_ROLES = {
    "main": "main",
    "navigation": "nav",
    "complementary": "aside",
    "article": "article",
    "contentinfo": "footer",
    "banner": "header",
}
_TELLING = frozenset(("role", "hidden", "aria-hidden", "style", "itemprop"))
_LEAVES = frozenset("p li td th tr blockquote h1 h2 h3 h4 h5 h6 ul ol dd dt pre figcaption".split())
_LITTLE_ELSE = 150
"""Characters of running text without which a page is its comments."""
_COMMENT_OR_RELATED = 0b110


@dataclass(frozen=True, slots=True)
class Told:
    """What a page's head says of the article: title, description, the text that it gives to machines."""

    title: str = ""
    description: str = ""
    body: str = ""


@dataclass(slots=True)
class Seen:
    """Values that signals share. Per piece: words, how many, share of linked characters, characters of running text.

    Per element: kinds of its names alone, with the one above, up to two above and all above; landmark tags around it;
    whether it is hidden; sums of running text, characters and linked characters inside it. `comments` and `beside` are
    the pieces in sections and boxes that are named for something else than an article. `tags` are those of the pieces'
    own elements, `best` is the element that holds most running text.
    """

    out: Outline
    told: Told
    texts: list[str] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    words: list[list[str]] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    linked: list[float] = field(default_factory=list)
    good: list[float] = field(default_factory=list)
    names: list[int] = field(default_factory=list)
    own: list[int] = field(default_factory=list)
    near: list[int] = field(default_factory=list)
    above: list[int] = field(default_factory=list)
    around: list[int] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    comments: frozenset[int] = frozenset()
    beside: frozenset[int] = frozenset()
    best: int = 0
    good_sums: list[float] = field(default_factory=list)
    size_sums: list[float] = field(default_factory=list)
    held: list[float] = field(default_factory=list)
    size: list[float] = field(default_factory=list)
    links: list[float] = field(default_factory=list)


_LONGEST = 10_000
"""Characters of a piece that count: beside one of a megabyte every honest paragraph would weigh nothing."""


def see(out: Outline, told: Told) -> Seen:
    """Look at a page once for all signals."""
    seen = Seen(out, told, [piece.text for piece in out.pieces], [piece.node for piece in out.pieces])
    seen.tags = [out.tags[node] for node in seen.owners]
    seen.words = out.words
    _measure(seen)
    _inherit(seen)
    seen.comments = _comments(seen)
    seen.best = _densest(seen)
    seen.beside = _beside(seen)
    _sum_up(seen)
    return seen


def _measure(seen: Seen) -> None:
    counts, linked, good = seen.counts, seen.linked, seen.good
    for piece, text, words in zip(seen.out.pieces, seen.texts, seen.words, strict=True):
        size, count = len(text), len(words)
        if count * 12 < size:
            count = counted(text, count)
        share = min(1.0, piece.linked / size) if piece.linked else 0.0
        weight = 0.0
        if count >= 8 and share < 0.5:
            ended = text.endswith(ENDS) or text[-1] == ":"
            weight = min(size, _LONGEST) * (1.0 - share) * (1.0 if ended else 0.3)
        counts.append(count)
        linked.append(share)
        good.append(weight)


def _inherit(seen: Seen) -> None:
    out = seen.out
    nothing = (0, 0, 0, 0, 0, 0)
    told: dict[str, int] = {}
    rows: list[tuple[int, int, int, int, int, int]] = []
    elements = zip(out.tags, out.parents, out.attributes, out.names, out.first, out.last, strict=True)
    for tag, parent, attributes, words, first, last in elements:
        if first == last:  # nobody asks about an element without pieces, a fifth of all
            rows.append(nothing)
            continue
        kinds = 0
        if parent >= 0 and words:  # what the page as a whole is called tells nothing
            kinds = told[words] if words in told else told.setdefault(words, name_kinds(words))
        over, own, _, above, around, hidden = rows[parent] if parent >= 0 else nothing
        if tag in _ANCESTOR_BIT:
            around |= _ANCESTOR_BIT[tag]
            if tag in ("main", "article"):
                kinds &= ~COMMENT_BIT
        if attributes and not _TELLING.isdisjoint(attributes):
            around |= _ANCESTOR_BIT.get(_ROLES.get(attributes.get("role") or "", ""), 0)
            hidden = hidden or _is_hidden(attributes)
            if attributes.get("itemprop") == "comment":
                kinds |= COMMENT_BIT
        rows.append((kinds, kinds | over, kinds | own, kinds | above, around, hidden))
    seen.names, seen.own, seen.near, seen.above, seen.around, seen.hidden = map(list, zip(*rows, strict=True))


def _is_hidden(attributes: dict[str, str | None]) -> int:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return 1
    style = attributes.get("style")
    return 1 if style and "display:none" in style.replace(" ", "").lower() else 0


def _comments(seen: Seen) -> frozenset[int]:
    """Pieces in comment sections: no running text for any other signal, unless the page is little else."""
    above = seen.above
    inside = frozenset([index for index, node in enumerate(seen.owners) if above[node] & COMMENT_BIT])
    if not inside or sum(seen.good) - sum([seen.good[index] for index in inside]) < _LITTLE_ELSE:
        return frozenset()
    for index in inside:
        seen.good[index] = 0.0
    return inside


def _beside(seen: Seen) -> frozenset[int]:
    """Pieces in boxes whose names say that they stand beside an article. What is around the densest element is no box."""
    boxes = [node for node, kinds in enumerate(seen.names) if kinds & BESIDE_BIT]
    if not boxes:
        return frozenset()
    around, node, parents = set[int](), seen.best, seen.out.parents
    while node >= 0:
        around.add(node)
        node = parents[node]
    first, last = seen.out.first, seen.out.last
    return frozenset(index for box in boxes if box not in around for index in range(first[box], last[box]))


def _densest(seen: Seen) -> int:
    """The element around most running text: a piece's root weight goes to its element and, fading, to three above."""
    out, scores = seen.out, [0.0] * len(seen.out.tags)
    for weight, node in zip(seen.good, seen.owners, strict=True):
        if not weight:
            continue
        weight = sqrt(weight)
        if seen.around[node] & _ASIDE or seen.hidden[node]:
            weight *= 0.2
        if seen.near[node] & _COMMENT_OR_RELATED:
            weight *= 0.5
        if out.tags[node] in _LEAVES:
            node = out.parents[node]
        for _ in range(4):
            if node < 0:
                break
            scores[node] += weight
            weight *= 0.6
            node = out.parents[node]
    return max(range(len(scores)), key=scores.__getitem__) if scores else 0


def _sum_up(seen: Seen) -> None:
    first, last = seen.out.first, seen.out.last
    sizes = [float(size if size < _LONGEST else _LONGEST) for size in map(len, seen.texts)]
    good = seen.good_sums = running_sums(seen.good)
    chars = seen.size_sums = running_sums(sizes)
    links = running_sums(map(mul, sizes, seen.linked))
    inside = list(zip(first, last, strict=True))
    seen.held = [good[end] - good[start] for start, end in inside]
    seen.size = [chars[end] - chars[start] or 1.0 for start, end in inside]
    seen.links = [links[end] - links[start] for start, end in inside]


def running_sums(values: Iterable[float]) -> list[float]:
    """Sums of the first 0, 1, 2 … values."""
    return list(accumulate(values, initial=0.0))
