"""A place that may be the passage, measured: what stands there of its words, of its surroundings, and of its decoys'.

The fuzzy matcher is imported here, so this module is imported only when a passage is looked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import LCSseq, Postfix, Prefix
from rapidfuzz.fuzz import ratio

from reader.passages.alignment import Run
from reader.passages.anchor import Anchor
from reader.passages.sought import Sought
from reader.passages.wording import Wording

_common, _same_start, _same_end = LCSseq.similarity, Prefix.similarity, Postfix.similarity
WIDTHS = (8, 16, 32, 64)
"""Words of context that are compared on either side."""
_NEXT = 16  # words directly beside a place that are compared one by one


class Aside(NamedTuple):
    """How much a place looks like one that the old text had besides the passage."""

    share: float = 0.0
    """The share of a decoy's words that stand here, at most."""
    near: int = 0
    """Words next to a decoy, up to 8 on either side, that stand next to this place, at most."""
    before: int = 0
    """Words directly before a twin that stand before this place, at most."""
    after: int = 0
    """Words directly after it."""
    inside: float = 0.0
    """The share of the words here that one of the decoys accounts for, at most."""
    twins: tuple[float, ...] = ()
    """The share of the words around each twin that stand around this place."""


@dataclass(slots=True)
class Candidate:
    """Words `first` to `end` of a text, and the runs of the quote's words if not all stand there."""

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
    left: tuple[float, ...]
    """Shares of 8, 16, 32 and 64 words of context before it that stand here in order."""
    right: tuple[float, ...]
    """The same for what follows."""
    around: float
    """The share of 16 words on either side."""
    paragraph: float
    """The share of the passage's own paragraph, up to 32 words on either side, that stands here."""
    aside: Aside
    in_order: float = 0.0
    """How clearly it is this one of the places with these words, see `twins.pairing`."""
    in_any_order: float = 0.0
    """The same without regard to their order."""

    @property
    def exact(self) -> bool:
        """Whether the quote stands here word for word."""
        return self.runs is None

    @property
    def near(self) -> int:
        """Equal words directly beside it, up to 8 on either side."""
        return min(self.before, 8) + min(self.after, 8)

    @property
    def side(self) -> float:
        """The share of 16 words directly on one side that are equal, beyond those that any twin of old had there."""
        return max(self.before - self.aside.before, self.after - self.aside.after, 0) / _NEXT


def candidate(sought: Sought, text: Wording, first: int, end: int, runs: tuple[Run, ...] | None) -> Candidate:
    """Measure words `first` to `end` of a text."""
    coverage = words = density = likeness = 1.0
    if runs is not None:
        kept = sum(count for _, _, count in runs)
        coverage = sum(sum(sought.weights[own : own + count]) for own, _, count in runs) / sought.total
        words, density = kept / len(sought.codes), kept / max(1, end - first)
        likeness = ratio(sought.shown, text.text[text.begin(first) : text.end(end - 1)]) / 100
    marks = text.sketch
    before, left = before_it(sought.left, marks, first)
    after, right = after_it(sought.right, marks, end)
    near_left, near_right = min(16, len(sought.left)), min(16, len(sought.right))
    around = (left[1] * near_left + right[1] * near_right) / max(1, near_left + near_right)
    return Candidate(
        first=first,
        end=end,
        runs=runs,
        coverage=coverage,
        words=words,
        density=density,
        likeness=likeness,
        before=before,
        after=after,
        left=left,
        right=right,
        around=around,
        paragraph=_paragraph(sought.anchor, marks, first, end, around),
        aside=_aside(sought.anchor, marks, first, end),
    )


def before_it(context: str, marks: str, first: int) -> tuple[int, tuple[float, ...]]:
    """How many of the words before a passage stand directly before a place, up to 16, and shares of ever more of them."""
    run = _same_end(context, marks[max(0, first - len(context)) : first])
    shares = tuple(_share(context[-width:], marks[max(0, first - width - width // 4) : first], run) for width in WIDTHS)
    return min(run, _NEXT), shares


def after_it(context: str, marks: str, end: int) -> tuple[int, tuple[float, ...]]:
    """The same for the words behind it."""
    run = _same_start(context, marks[end : end + len(context)])
    shares = tuple(_share(context[:width], marks[end : end + width + width // 4], run) for width in WIDTHS)
    return min(run, _NEXT), shares


def _share(part: str, whole: str, run: int) -> float:
    """The share of a part that stands in the whole in order; all of it where so many words beside it are the same."""
    if not part:
        return 0.0
    return 1.0 if run >= len(part) else _common(part, whole) / len(part)


def _paragraph(anchor: Anchor, marks: str, first: int, end: int, otherwise: float) -> float:
    """What stands of the passage's own paragraph; a paragraph moves as a whole, whatever comes to stand around it."""
    before, after = min(32, anchor.margins[0]), min(32, anchor.margins[1])
    if before + after < 3:
        return otherwise
    here = _common(anchor.left[-before:], marks[max(0, first - before - 4) : first]) if before else 0
    here += _common(anchor.right[:after], marks[end : end + after + 4]) if after else 0
    return here / (before + after)


def _aside(anchor: Anchor, marks: str, first: int, end: int) -> Aside:
    if not anchor.decoys:
        return Aside()
    most, inside, near, most_before, most_after = 0.0, 0.0, 0, 0, 0
    twins = []
    left, right, here = marks[max(0, first - 20) : first], marks[end : end + 20], marks[max(0, first - 18) : end + 18]
    for decoy in anchor.decoys:
        if decoy.inside:
            whole = decoy.left + decoy.inside + decoy.right
            share = _common(whole, here) / len(whole)
            inside = max(inside, _common(decoy.inside, marks[first:end]) / (end - first))
            count = 8 if share > 0.6 else 0
        else:
            sides = len(decoy.left) + len(decoy.right)
            share = (_common(decoy.left, left) + _common(decoy.right, right)) / max(1, sides)
            twins.append(share)
            before, after = _same_end(decoy.left, left), _same_start(decoy.right, right)
            count = min(before, 8) + min(after, 8)
            most_before, most_after = max(most_before, before), max(most_after, after)
        most, near = max(most, share), max(near, count)
    return Aside(most, near, most_before, most_after, inside, tuple(twins))
