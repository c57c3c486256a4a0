"""Where a piece stands: to the element that holds most running text, to its own element, to its kind, in the page's order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log1p

from reader.parser.seen import Seen
from reader.parser.signals import names

_GOOD = 80.0
"""Characters of running text from which a piece can be the article's first or last."""
_SOME_LINKS, _MOST_LINKS = 0.3, 0.7
"""Shares of linked characters, around an element without running text and in it, from which it is a menu or a list of
headlines."""
_PLACE = (
    "steps out",
    "steps up",
    "cluster size share",
    "over good",
    "parent density",
    "over density",
    "parent pieces",
    "<div>",
    "in body",
)
_SIBLINGS = ("siblings", "parent siblings", "over pieces", "article good")
_KIN = ("kin good", "kin", "kin length", "kin share")
_SHARES = ("cluster share", "own good", "parent good", "own linked", "parent linked", "over linked")


def considered(seen: Seen, boxes: bool = False) -> list[int]:
    """The pieces worth a look: outside the densest element those are not whose parents hold no running text but links. That
    is half of a page's pieces, and they hold 0.3 % of the benchmark's articles. Nor are those of comment sections and of boxes
    beside an article, by their names, a tenth of the rest: of 8,099 whose truth is known 15 are the articles', and with its
    site left out the scorer found none of these, but took 110 of the others for articles. With `boxes` they are in: the scorer is
    taught with them, for what it learns there of furniture."""
    outside = frozenset[int]() if boxes else seen.comments | seen.beside
    out, held, links, size = seen.out, seen.held, seen.links, seen.size
    parents, first, last = out.parents, out.first[seen.best], out.last[seen.best]
    found: list[int] = []
    known: dict[int, bool] = {}
    for index, node in enumerate(seen.owners):
        worth = known.get(node)
        if worth is None:
            parent = max(0, parents[node])
            over = max(0, parents[parent])
            worth = held[parent] > 0 or (
                links[over] <= _SOME_LINKS * size[over] and links[parent] <= _MOST_LINKS * size[parent]
            )
            known[node] = worth
        if (worth or first <= index < last) and index not in outside:
            found.append(index)
    return found


class _Place:
    """Rows of numbers for elements, worked out once for each: many pieces share theirs."""

    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        self.total = seen.good_sums[-1] or 1.0
        self.path: set[int] = set()
        node = seen.best
        while node >= 0:
            self.path.add(node)
            node = seen.out.parents[node]

    def meet(self, node: int) -> tuple[int, int]:
        """The element around both this one and the densest, and how far up it is."""
        steps = 0
        while node not in self.path:
            node = self.seen.out.parents[node]
            steps += 1
        return node, steps

    def row(self, node: int) -> tuple[float, ...]:
        """The numbers of `_PLACE` for an element."""
        seen, (meet, steps) = self.seen, self.meet(node)
        held, size, out = seen.held, seen.size, seen.out
        parent, over = _above(seen, node)
        return (
            min(steps, 12),
            out.depths[seen.best] - out.depths[meet],
            size[seen.best] / size[meet],
            held[over] / self.total,
            held[parent] / size[parent],
            held[over] / size[over],
            log1p(out.last[parent] - out.first[parent]),
            0.0 if out.tags[node] in names.TEXT_TAGS else 1.0,
            1.0 if seen.above[node] & names.BODY else 0.0,
        )

    def shares(self, node: int) -> tuple[float, ...]:
        """The numbers of `_SHARES` for an element."""
        seen, total = self.seen, self.total
        held, size, links = seen.held, seen.size, seen.links
        parent, over = _above(seen, node)
        return (
            held[seen.best] / (held[self.meet(node)[0]] or 1.0),
            held[node] / total,
            held[parent] / total,
            links[node] / size[node],
            links[parent] / size[parent],
            links[over] / size[over],
        )


def _above(seen: Seen, node: int) -> tuple[int, int]:
    """The two elements above one; at the root the root itself."""
    parents = seen.out.parents
    parent = max(0, parents[node])
    return parent, max(0, parents[parent])


def rough_columns(seen: Seen, looked: list[int]) -> dict[str, list[float]]:
    """The numbers that settle most pieces; what is the element's is worked out once for all its pieces."""
    owners = [seen.owners[index] for index in looked]
    nodes = list(dict.fromkeys(owners))
    place, kin = _Place(seen), _kin(seen, looked, owners)
    rows = {
        node: (*place.row(node), *siblings, *kin[node])
        for node, siblings in zip(nodes, _siblings(seen, nodes), strict=True)
    }
    columns = map(list, zip(*[rows[node] for node in owners], strict=True))
    result: dict[str, list[float]] = dict(zip((*_PLACE, *_SIBLINGS, *_KIN), columns, strict=True))
    begin, end = seen.out.first[seen.best], seen.out.last[seen.best]
    stop = next((i for i in range(end - 1, begin - 1, -1) if seen.good[i] > _GOOD), len(seen.texts) - 1)
    good, number = seen.good_sums, len(looked)
    total, size = good[-1] or 1.0, seen.size_sums[-1] or 1.0
    return result | {
        "after last": steps(looked, stop, -20.0, 20.0),
        "linked": [seen.linked[i] for i in looked],
        "good before": [good[i] / total for i in looked],
        "best share": [(good[end] - good[begin]) / total] * number,
        "page good": [log1p(total)] * number,
        "page size": [log1p(size)] * number,
    }


def columns(seen: Seen, chosen: list[int]) -> dict[str, list[float]]:
    """The finer numbers."""
    place, owners = _Place(seen), [seen.owners[index] for index in chosen]
    rows = {node: place.shares(node) for node in set(owners)}
    shares = map(list, zip(*[rows[node] for node in owners], strict=True))
    begin, end = seen.out.first[seen.best], seen.out.last[seen.best]
    start = next((i for i in range(begin, end) if seen.good[i] > _GOOD), 0)
    chars, count = seen.size_sums, len(seen.texts)
    size = chars[-1] or 1.0
    return dict(zip(_SHARES, shares, strict=True)) | {
        "in best": [1.0 if begin <= i < end else 0.0 for i in chosen],
        "before first": [-step for step in steps(chosen, start, -20.0, 20.0)],
        "words": [log1p(seen.counts[i]) for i in chosen],
        "position": [i / count for i in chosen],
        "characters before": [chars[i] / size for i in chosen],
        "paragraphs": [seen.tags.count("p") / count] * len(chosen),
    }


def steps(indexes: list[int], place: int, least: float, most: float) -> list[float]:
    """How far behind a place pieces stand; beyond bounds further tells no more. (`min` and `max` take five times as long.)"""
    return [
        least if index < place + least else most if index > place + most else float(index - place) for index in indexes
    ]


def _siblings(seen: Seen, nodes: Iterable[int]) -> list[tuple[float, ...]]:
    out = seen.out
    parents, tags, called = out.parents, out.tags, out.names
    nodes = list(nodes)
    wanted = {parents[node] for node in nodes} | {parents[max(0, parents[node])] for node in nodes}
    number = Counter([each for each in zip(parents, tags, called, strict=True) if each[0] in wanted])
    articles = [-1] * len(tags)
    if "article" in tags:
        for index, tag in enumerate(tags):
            articles[index] = index if tag == "article" else articles[parents[index]] if index else -1
    total = seen.good_sums[-1] or 1.0
    rows: list[tuple[float, ...]] = []
    for node in nodes:
        parent, over = _above(seen, node)
        rows.append(
            (
                log1p(number[parents[node], tags[node], called[node]]),
                log1p(number[parents[parent], tags[parent], called[parent]]),
                log1p(out.last[over] - out.first[over]),
                seen.held[articles[node]] / total if articles[node] >= 0 else -1.0,
            )
        )
    return rows


def _kin(seen: Seen, looked: list[int], owners: list[int]) -> dict[int, tuple[float, ...]]:
    """Pieces under the same path of tags and names are of one kind: how many, how long, how much running text."""
    paths = kin(seen, owners)
    number: dict[int, int] = {}
    held: dict[int, float] = {}
    size: dict[int, int] = {}
    for index, node in zip(looked, owners, strict=True):
        path = paths[node]
        number[path] = number.get(path, 0) + 1
        held[path] = held.get(path, 0.0) + seen.good[index]
        size[path] = size.get(path, 0) + len(seen.texts[index])
    total, chars = seen.good_sums[-1] or 1.0, seen.size_sums[-1] or 1.0
    rows = {
        path: (held[path] / total, log1p(count), log1p(size[path] / count), size[path] / chars)
        for path, count in number.items()
    }
    return {node: rows[path] for node, path in paths.items()}


def kin(seen: Seen, nodes: Iterable[int]) -> dict[int, int]:
    """For every element a number that it shares with those under the same tags and names, three elements up."""
    out = seen.out
    parents = out.parents
    signs: dict[int, str] = {-1: ""}
    known: dict[tuple[str, ...], int] = {}
    paths: dict[int, int] = {}
    for node in set(nodes):
        parent = parents[node]
        path = (node, parent, parents[parent] if parent >= 0 else -1)
        for each in path:
            if each not in signs:
                signs[each] = f"{out.tags[each]}.{out.names[each].split(' ', 1)[0]}"
        paths[node] = known.setdefault(tuple([signs[each] for each in path]), len(known))
    return paths
