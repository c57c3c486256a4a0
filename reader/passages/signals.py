"""What speaks for and against a place: every signal that the decision weighs, as numbers near 0 to 1."""

from __future__ import annotations

import math
from dataclasses import dataclass

from reader.passages.anchor import Anchor
from reader.passages.candidate import Candidate
from reader.passages.sought import Sought
from reader.passages.wording import Wording


@dataclass(frozen=True, slots=True)
class Scene:
    """What holds for all candidates: where the quote stands word for word, and whether it was cut out."""

    exact: tuple[int, ...]
    closed: float
    """1 or 2 where the words before and after the passage now touch."""


NAMES = (
    "exact",
    "exact_twin",
    "coverage",
    "words",
    "coverage_high",
    "density",
    "likeness",
    "near",
    "c8",
    "c32",
    "c64",
    "best16",
    "best8",
    "length",
    "coverage_length",
    "twin_around",
    "twin_near",
    "paragraph",
    "twin_paragraph",
    "coverage_paragraph",
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
    "aside_near",
    "paragraph_rival",
    "rival_side",
    "in_order",
    "in_any_order",
    "in_order_good",
    "in_any_order_good",
    "whole_lose",
    "impostor",
)
"""The signals in the order of `signals_of`."""


def signals_of(sought: Sought, text: Wording, here: Candidate, others: list[Candidate], scene: Scene) -> list[float]:
    """The signals of one candidate: how good it is, then how it compares to its past, to others and to decoys."""
    return [*_goodness(sought, here), *_comparison(sought, text, here, others, scene), *_against_decoys(sought, here)]


def _goodness(sought: Sought, here: Candidate) -> list[float]:
    left, right = here.left, here.right
    twin = float(here.exact and sought.anchor.twins > 0)
    length = math.log(1 + len(sought.codes))
    return [
        float(here.exact),
        twin,
        here.coverage,
        here.words,
        max(0.0, here.coverage - 0.5),
        here.density,
        here.likeness,
        min(here.before, 4) + min(here.after, 4),
        (left[0] + right[0]) / 2,
        (left[2] + right[2]) / 2,
        (left[3] + right[3]) / 2,
        max(left[1], right[1]),
        max(left[0], right[0]),
        length,
        here.coverage * min(length, 3.0),
        twin * here.around,
        twin * here.near,
        here.paragraph,
        twin * here.paragraph,
        here.coverage * here.paragraph,
        twin * here.side,
    ]


def _comparison(sought: Sought, text: Wording, here: Candidate, others: list[Candidate], scene: Scene) -> list[float]:
    anchor, aside = sought.anchor, here.aside
    win, win_near = here.around - aside.share, here.near - aside.near
    rival = max([other.around for other in others], default=0.0) - here.around
    rival_near = max([other.near for other in others], default=0) - here.near
    rival_paragraph = max([other.paragraph for other in others], default=0.0) - here.paragraph
    alone = here.exact and len(scene.exact) == 1 and anchor.twins == 0
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
        0.0 if alone else scene.closed,
        0.0 if here.exact else scene.closed,
        len(anchor.decoys),
        aside.near,
        max(0.0, rival_paragraph),
        max([other.side for other in others if other.exact], default=0.0),
    ]


def _against_decoys(sought: Sought, here: Candidate) -> list[float]:
    sides, size = min(16, len(sought.left)) + min(16, len(sought.right)), len(sought.codes)
    whole = (here.around * sides + here.words * size) / (sides + size) - here.aside.share
    return [
        max(-0.6, min(0.6, here.in_order)),
        max(-0.6, min(0.6, here.in_any_order)),
        max(0.0, min(0.15, here.in_order)),
        max(0.0, min(0.15, here.in_any_order)),
        0.0 if here.exact else max(0.0, -whole),
        0.0 if here.exact or here.aside.inside < 0.9 else max(0.0, here.aside.inside - here.words),
    ]


def _order(anchor: Anchor, scene: Scene, here: Candidate) -> float:
    """0 where the place is the same of its twins as before, 1 where counted from one end it is, else 2."""
    if not anchor.twins:
        return 0.0
    before = sum(at < here.first for at in scene.exact)
    count = len(scene.exact)
    if (before, count - 1) == (anchor.rank, anchor.twins):
        return 0.0
    return 1.0 if before == anchor.rank or count - before == anchor.twins - anchor.rank + 1 else 2.0
