"""What speaks for and against a place: every signal that the decision weighs, as numbers near 0 to 1.

The fuzzy matcher is imported here, so this module is imported only when a passage is looked for.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq
from rapidfuzz.fuzz import ratio

from reader.passages.alignment import Run
from reader.passages.anchor import Anchor
from reader.passages.sought import Sought
from reader.passages.wording import Wording

_common = LCSseq.similarity


@dataclass(slots=True)
class Candidate:
    """A place that may be the passage: words `first` to `end`, and the runs of its words if not all stand there."""

    first: int
    end: int
    runs: tuple[Run, ...] | None
    coverage: float
    """The share of the quote that stands here, long words counting more."""
    words: float
    """The share of the quote's words that stand here."""
    density: float
    """The share of the words here that are the quote's."""
    likeness: float
    """How alike the characters are."""
    before: int
    """Equal words directly before it, up to 16."""
    after: int
    """Equal words directly after it, up to 16."""
    shares: tuple[float, ...]
    """Shares of 8, 16, 32 and 64 words of context that stand here in order, left and right in turn."""
    around: float
    """The share of 16 words on either side."""
    paragraph: float
    """The share of the passage's own paragraph, up to 32 words on either side, that stands here."""
    aside: float
    """What decoys share with this place, at most; see `_decoy_likeness`."""
    aside_near: int
    """Words next to a decoy, up to 8 on either side, that stand next to this place, at most."""
    side: float
    """Equal words directly on one side beyond those that any twin of old had there, up to 16."""

    @property
    def exact(self) -> bool:
        """Whether the quote stands here word for word."""
        return self.runs is None


def candidate(sought: Sought, text: Wording, first: int, end: int, runs: tuple[Run, ...] | None) -> Candidate:
    """A place with its signals."""
    coverage = words = density = likeness = 1.0
    if runs is not None:
        kept = sum(count for _, _, count in runs)
        coverage = sum(sum(sought.weights[own : own + count]) for own, _, count in runs) / sought.total
        words, density = kept / len(sought.codes), kept / max(1, end - first)
        likeness = ratio(sought.shown, text.text[text.begin(first) : text.end(end - 1)]) / 100
    marks, left, right = text.sketch, sought.left, sought.right
    shares: list[float] = []
    for width in (8, 16, 32, 64):
        reach = width + width // 4
        shares.append(_share(left[-width:], marks[max(0, first - reach) : first]))
        shares.append(_share(right[:width], marks[end : end + reach]))
    near_left, near_right = min(16, len(left)), min(16, len(right))
    around = (shares[2] * near_left + shares[3] * near_right) / max(1, near_left + near_right)
    before, after = _same_end(left, marks[max(0, first - 16) : first]), _same_start(right, marks[end : end + 16])
    aside, aside_near, twin_before, twin_after = _decoy_likeness(sought.anchor, marks, first, end)
    return Candidate(
        first,
        end,
        runs,
        coverage,
        words,
        density,
        likeness,
        before,
        after,
        tuple(shares),
        around,
        _paragraph(sought.anchor, marks, first, end, around),
        aside,
        aside_near,
        max(before - twin_before, after - twin_after, 0),
    )


def _share(part: str, whole: str) -> float:
    return _common(part, whole) / len(part) if part else 0.0


def _same_end(one: str, other: str) -> int:
    count = 0
    for here, there in zip(reversed(one), reversed(other), strict=False):
        if here != there:
            break
        count += 1
    return count


def _same_start(one: str, other: str) -> int:
    count = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        count += 1
    return count


def _paragraph(anchor: Anchor, marks: str, first: int, end: int, otherwise: float) -> float:
    """What stands of the passage's own paragraph; a paragraph moves as a whole, whatever comes to stand around it."""
    before, after = min(32, anchor.margins[0]), min(32, anchor.margins[1])
    if before + after < 3:
        return otherwise
    here = _common(anchor.left[-before:], marks[max(0, first - before - 4) : first]) if before else 0
    here += _common(anchor.right[:after], marks[end : end + after + 4]) if after else 0
    return here / (before + after)


def _decoy_likeness(anchor: Anchor, marks: str, first: int, end: int) -> tuple[float, int, int, int]:
    """How much this place looks like one that the old text had besides the passage, at most.

    A share of the words around, words next to it on both sides, and words next to a twin before and after it.
    """
    if not anchor.decoys:
        return 0.0, 0, 0, 0
    most, near, most_before, most_after = 0.0, 0, 0, 0
    left, right = marks[max(0, first - 20) : first], marks[end : end + 20]
    for decoy in anchor.decoys:
        if decoy.inside:
            whole = decoy.left + decoy.inside + decoy.right
            share = _common(whole, marks[max(0, first - 18) : end + 18]) / len(whole)
            count = 8 if share > 0.6 else 0
        else:
            sides = len(decoy.left) + len(decoy.right)
            share = (_common(decoy.left, left) + _common(decoy.right, right)) / max(1, sides)
            before, after = _same_end(decoy.left, left), _same_start(decoy.right, right)
            count = min(before, 8) + min(after, 8)
            most_before, most_after = max(most_before, before), max(most_after, after)
        most, near = max(most, share), max(near, count)
    return most, near, most_before, most_after


@dataclass(frozen=True, slots=True)
class Scene:
    """What holds for all candidates: how often the quote stands word for word, and whether it was cut out."""

    exact: tuple[int, ...]
    closed: float
    """1 or 2 where the words before and after the passage now touch."""


NAMES = (
    "unique",
    "exact",
    "exact_twin",
    "coverage",
    "words",
    "coverage_high",
    "density",
    "likeness",
    "near",
    "near_8",
    "c8",
    "around",
    "c32",
    "c64",
    "best16",
    "best8",
    "length",
    "coverage_length",
    "coverage_around",
    "twin_around",
    "twin_near",
    "both",
    "paragraph",
    "twin_paragraph",
    "coverage_paragraph",
    "exact_long",
    "side",
    "twin_side",
    "position",
    "lose",
    "lose_near",
    "win",
    "win_near",
    "rival",
    "rival_near",
    "order",
    "order_bad",
    "closed",
    "closed_fuzzy",
    "decoys",
    "win_raw",
    "aside",
    "aside_near",
    "paragraph_rival",
    "rival_side",
    "left_over",
    "explained",
)
"""The signals in the order of `signals_of`."""


def signals_of(sought: Sought, text: Wording, here: Candidate, others: list[Candidate], scene: Scene) -> list[float]:
    """The signals of one candidate: how good it is, then how it compares to decoys, to others and to its past."""
    return [*_goodness(sought, here, scene), *_comparison(sought, text, here, others, scene)]


def _goodness(sought: Sought, here: Candidate, scene: Scene) -> list[float]:
    exact, shares = float(here.exact), here.shares
    twin = float(here.exact and sought.anchor.twins > 0)
    near = _near(here)
    length = math.log(1 + len(sought.codes))
    return [
        float(here.exact and len(scene.exact) == 1 and sought.anchor.twins == 0),
        exact,
        twin,
        here.coverage,
        here.words,
        max(0.0, here.coverage - 0.5),
        here.density,
        here.likeness,
        min(here.before, 4) + min(here.after, 4),
        near,
        (shares[0] + shares[1]) / 2,
        here.around,
        (shares[4] + shares[5]) / 2,
        (shares[6] + shares[7]) / 2,
        max(shares[2], shares[3]),
        max(shares[0], shares[1]),
        length,
        here.coverage * min(length, 3.0),
        here.coverage * here.around,
        twin * here.around,
        twin * near,
        min(here.before, here.after, 8),
        here.paragraph,
        twin * here.paragraph,
        here.coverage * here.paragraph,
        exact * min(length, 3.0),
        max(here.before, here.after) / 16,
        twin * here.side / 16,
    ]


def _near(place: Candidate) -> int:
    return min(place.before, 8) + min(place.after, 8)


def _comparison(sought: Sought, text: Wording, here: Candidate, others: list[Candidate], scene: Scene) -> list[float]:
    anchor, exact = sought.anchor, float(here.exact)
    win, win_near = here.around - here.aside, _near(here) - here.aside_near
    rival = max([other.around for other in others], default=0.0) - here.around
    rival_near = max(map(_near, others), default=0) - _near(here)
    rival_paragraph = max([other.paragraph for other in others], default=0.0) - here.paragraph
    unique = float(here.exact and len(scene.exact) == 1 and anchor.twins == 0)
    order = _order(anchor, scene, here)
    return [
        abs(anchor.at / max(1, anchor.size) - here.first / max(1, len(text))),
        max(0.0, -win),
        max(0, -win_near),
        max(0.0, min(0.5, win)),
        max(0, min(6, win_near)),
        max(0.0, rival),
        max(0, rival_near),
        order,
        float(order == 2),
        scene.closed * (1 - unique),
        scene.closed * (1 - exact),
        len(anchor.decoys),
        win,
        here.aside,
        here.aside_near,
        max(0.0, rival_paragraph),
        max([other.side for other in others if other.exact], default=0.0) / 16,
        *_elimination(anchor, here, others, scene),
    ]


def _elimination(anchor: Anchor, here: Candidate, others: list[Candidate], scene: Scene) -> tuple[float, float]:
    """How clearly this is the one that is left when every twin of old is told by its own surroundings; and the reverse.

    Only where the quote still stands as often as before and every twin is among the decoys.
    """
    if not here.exact or not anchor.twins or anchor.twins + 1 != len(scene.exact) or anchor.twins > len(anchor.decoys):
        return 0.0, 0.0
    asides = [other.aside for other in others if other.exact]
    gap = min(asides, default=0.0) - here.aside
    return max(0.0, min(0.5, gap)), max(0.0, min(0.5, -gap))


def _order(anchor: Anchor, scene: Scene, here: Candidate) -> float:
    """0 where the place is the same of its twins as before, 1 where counted from one end it is, else 2."""
    if not anchor.twins:
        return 0.0
    before = sum(at < here.first for at in scene.exact)
    count = len(scene.exact)
    if (before, count - 1) == (anchor.rank, anchor.twins):
        return 0.0
    return 1.0 if before == anchor.rank or count - before == anchor.twins - anchor.rank + 1 else 2.0
