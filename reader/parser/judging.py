"""The scorer of an HTML page: how likely each piece is the article's, and where to cut.

Three looks, each at what the one before left open: a rule that passes over menus (half of a page's pieces) and boxes that are
named for something else (a tenth of the rest), few trees on what elements say (three of five of what is left are settled),
many trees on everything that can be seen. The trees stand in `weights/`. A further look that knows what the second made of
the pieces around (before, after, of one kind, in one element) was tried twice and added nothing that validation by site
showed; nor did slower learning or smaller trees. 120 trees of 16 leaves, at half the time, lose 0.001 on each set; the 60
signals of 99 that gain most in fitting lose 0.002 on articles. Two forests of other seeds instead of one, shares of bold and
slanted letters, of links within the page and to other sites, more weight for the articles, less for what is likely wrong in
the truth: none of these changed a set by more than another seed does (0.001 on articles, 0.003 on web). Nor did what looks at a
page's pieces together once each has its odds: the mean of its siblings or of its kind given to each (-0.001 to -0.005 on web), a
chain over the pieces with costs for a change of sides (+0.001 on news, -0.005 to -0.015 on web), another temperature or other
bounds of the cut. With the best cut that each page could have, articles would be 0.978, not 0.962; of the 34 worst some dozen
have a noted truth that stops early or leaves code out.

More would come neither from more pages nor from more signals. Taught with half of the sites it scores 0.9614 on articles, with
all 0.9620 (but 0.941 and 0.947 on web). 49 more signals (sections by heading, the kind's order, words shared with the text, "you"
and "we", further names) moved articles by +0.0004 and -0.0018 with two seeds, the mean with a logistic regression by +0.0004
and 0.0000 (-0.002 on web), lists and tables kept or dropped as a whole by +0.0002 and 0.0001 (-0.001 on web). Were each piece
between 0.3 and 0.7 decided rightly, articles would be 0.969: ten pages cost 0.009, half of them with a truth that stops early.

With everything but the scorer kept and replayed (the same F1 on 263 of 266 pages), gain can be told from chance: forests that
differ by seed, settings and pieces taught score 0.9629 on articles, one 0.0006 from the next (0.0017 on news, 0.0011 on web). The
odds of 13 to 15 averaged score 0.0009 and 0.0010 more in two ways of leaving sites out (standard error 0.0003), at as many times
the work. Nothing else did: a further look with 68 signals of the odds around (-0.0003), a learned end (-0.0005), learned words
(+0.0002), names of author and site with words of promotion (+0.0011, but -0.0017 on news and -0.0012 on web), labels softened by
what the others find (+0.0005, -0.0012 on web), equal weights (+0.0003, -0.0034 on web), trees with random cuts,
monotone or linear ones. What is kept behind the end costs 0.0121, more than half of it on ten pages; most of the rest are notes
on authors and sources and the publisher's word for itself, which the noted truths now count and now do not.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.parser import forest
from reader.parser.forest import probability
from reader.parser.seen import Seen
from reader.parser.signals import columns, considered, rough_columns
from reader.parser.signals.standing import kin

OPEN = 2.0
"""Log odds of the rough look up to which a piece is looked at closely, for or against: 43 of 226 pieces of a page. Cross-
validated F1 is the same to 0.0004 with 54 (up to 2.5), and 0.001 to 0.002 lower with 31 (1.5)."""
_MOST_PIECES = 5_000
"""Pieces that are looked at closely: the longest of 1,288 benchmark pages has 2,734 in all, and a hostile one is to be done with
in seconds. Those behind, as of a book on one page, are what pieces of their kind were."""
_LOWEST, _HIGHEST = 0.40, 0.55
"""The cut stays between: outside, expected F1 trusts the page's own probabilities more than they deserve."""
_SHORT = 200
"""Characters below which a page's article is looked for with a lower cut: a short text is better than none."""
_FAINTEST = 0.05


def likely(seen: Seen) -> list[float]:
    """For every piece the probability that it belongs to the article."""
    result = [0.0] * len(seen.texts)
    looked = considered(seen)
    if not looked:
        return result
    rough = rough_columns(seen, looked)
    scores = forest.load("rough").scores(rough)
    for index, score in zip(looked, scores, strict=True):
        result[index] = probability(score)
    undecided = [place for place, score in enumerate(scores) if -OPEN < score < OPEN]
    places, behind = undecided[:_MOST_PIECES], [looked[place] for place in undecided[_MOST_PIECES:]]
    if not places:
        return result
    chosen = [looked[place] for place in places]
    first = forest.load("first")
    found = columns(seen, chosen)
    found |= {name: list(map(rough[name].__getitem__, places)) for name in first.signals if name in rough}
    for index, score in zip(chosen, first.scores(found), strict=True):
        result[index] = probability(score)
    if behind:
        _follow(seen, result, chosen, behind)
    return result


def _follow(seen: Seen, odds: list[float], chosen: list[int], behind: list[int]) -> None:
    """Give pieces the mean of those of their kind among the chosen; of a kind that is not there the rough look stands."""
    kinds = kin(seen, [seen.owners[index] for index in (*chosen, *behind)])
    known: dict[int, list[float]] = {}
    for index in chosen:
        known.setdefault(kinds[seen.owners[index]], []).append(odds[index])
    means = {kind: sum(found) / len(found) for kind, found in known.items()}
    for index in behind:
        odds[index] = means.get(kinds[seen.owners[index]], odds[index])


def cut(sizes: Sequence[int], odds: Sequence[float]) -> float:
    """The probability from which pieces are kept: where the F1 that the probabilities themselves expect is highest."""
    possible = [(odd, size) for odd, size in zip(odds, sizes, strict=True) if odd > 0.0]
    expected = sum([size * odd for odd, size in possible])
    best, at, hits, kept = 0.0, 1.0, 0.0, 0.0
    for odd, size in sorted(possible, reverse=True):
        hits += odd * size
        kept += size
        f1 = 2 * hits / (kept + expected + 1e-9)
        if f1 > best:
            best, at = f1, odd
    least = max(_LOWEST, min(_HIGHEST, at))
    if sum([size for odd, size in possible if odd >= least]) < _SHORT:
        least = min(least, max(_FAINTEST, at))
    return least


def choose(seen: Seen) -> list[bool]:
    """Which pieces are the article."""
    odds = likely(seen)
    least = cut([len(text) for text in seen.texts], odds)
    return [odd >= least for odd in odds]
