"""What a publisher changed between two versions of an article, by word.

Other quotes, dashes and spaces are no change, nor is a paragraph that was only split or joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reader.model import Article, Place
from reader.text.matching import Match, matching
from reader.text.parts import Parts, parts

_TOKEN = re.compile(r"\w+|[^\w\s]")
_ALIKE = {**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛‹›`´", "'"), **dict.fromkeys("‐‑‒–—―−", "-")}
_ENDS = frozenset(".!?…。！？।؟")
_FURTHEST = 200  # tokens by which a change is moved: a paragraph that begins as the next one does
_SLIGHT = 2  # equal words between two longer changes: they say nothing, and make the change hard to read


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, came in or went out; `place` is in the new version, of those that went out in the old one."""

    kind: Literal["same", "in", "out"]
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of the comparison; without the pieces that went out it is the new version's paragraph, exactly."""

    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Whether anything came in or went out here."""
        return any(piece.kind != "same" for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions side by side: every paragraph in order, and how many words came in and went out."""

    rows: tuple[Row, ...]
    words_in: int
    words_out: int

    @property
    def changed(self) -> bool:
        """Whether the publisher changed a word or a mark."""
        return any(row.changed for row in self.rows)


def compare(old: Article, new: Article) -> Comparison:
    """What was changed from one version to the next, title, standfirst and captions included."""
    before, after = _Tokens(parts(old)), _Tokens(parts(new))
    matches = _slid(_telling(matching(before.words, after.words), before, after), before, after)
    steps = list(_steps(matches, len(before.words), len(after.words)))
    counts = dict.fromkeys(("same", "in", "out"), 0)
    for kind, at in steps:
        counts[kind] += (before if kind == "out" else after).words[at][0].isalnum()
    return Comparison(tuple(_rows(steps, matches, before, after)), counts["in"], counts["out"])


Kind = Literal["same", "in", "out"]
Step = tuple[Kind, int]


class _Tokens:
    """The words and marks of all paragraphs, and where each stands."""

    def __init__(self, named: Parts) -> None:
        self.named = named
        self.words: list[str] = []
        self.at: list[tuple[int, int]] = []
        for number, paragraph in enumerate(named.paragraphs):
            for match in _TOKEN.finditer(paragraph):
                self.words.append(_ALIKE.get(match[0], match[0]))
                self.at.append((number, match.start()))

    def begins(self, at: int) -> bool:
        """Whether a paragraph begins with that token."""
        return at >= len(self.at) or at == 0 or self.at[at - 1][0] != self.at[at][0]

    def unlikely(self, start: int, end: int) -> int:
        """How little a stretch is what a person took out or put in: least where it begins a paragraph, then where it ends
        one, then where it begins a sentence."""
        if self.begins(start):
            return 0
        if self.begins(end):
            return 1
        return 2 if self.words[start - 1] in _ENDS else 3

    def piece(self, kind: Kind, first: int, last: int) -> Piece:
        """Tokens of one paragraph, with the spaces up to the next one."""
        number, start = self.at[first]
        text = self.named.paragraphs[number]
        follows = last + 1 < len(self.at) and self.at[last + 1][0] == number
        end = self.at[last + 1][1] if follows else len(text)
        if first == 0 or self.at[first - 1][0] != number:
            start = 0
        return Piece(kind, text[start:end], Place(*self.named.keys[number], start, end))


def _telling(matches: list[Match], before: _Tokens, after: _Tokens) -> list[Match]:
    """The matches without what is equal by chance: a few words between two longer changes, a mark after one."""
    kept = []
    for number, (here, there, count) in enumerate(matches):
        last = matches[number - 1] if number else (0, 0, 0)
        next_ = matches[number + 1] if number + 1 < len(matches) else (len(before.words), len(after.words), 0)
        left = min(here - last[0] - last[2], there - last[1] - last[2])
        right = min(next_[0] - here - count, next_[1] - there - count)
        whole = before.begins(here) and before.begins(here + count)
        mark = not whole and not any(word[0].isalnum() for word in before.words[here : here + count])
        wide = max(here - last[0] - last[2], there - last[1] - last[2]) > _SLIGHT
        if not (mark and wide) and (count > _SLIGHT or left <= count or right <= count):
            kept.append((here, there, count))
    return kept


def _slid(matches: list[Match], before: _Tokens, after: _Tokens) -> list[Match]:
    """The matches with what only went out, or only came in, moved to where paragraphs or sentences begin.

    Of “a. b. c.” without “b.” a matching may say that “. b” went out: the same words, and nothing that a person did.
    """
    found = list(matches)
    for number in range(len(found) - 1):
        (here, there, count), (next_here, next_there, next_count) = found[number], found[number + 1]
        gap_here, gap_there = next_here - here - count, next_there - there - count
        if bool(gap_here) == bool(gap_there):
            continue
        tokens, start, end = (before, here + count, next_here) if gap_here else (after, there + count, next_there)
        by = _slide(tokens, start, end, count, next_count)
        found[number] = (here, there, count + by)
        found[number + 1] = (next_here + by, next_there + by, next_count - by)
    return [it for it in found if it[2]]


def _slide(tokens: _Tokens, start: int, end: int, left: int, right: int) -> int:
    """By how many tokens a gap moves, of the best places that it has the nearest; 0 where it can only stay."""
    words, ahead, back = tokens.words, 0, 0
    while ahead < min(right, _FURTHEST) and words[start + ahead] == words[end + ahead]:
        ahead += 1
    while back < min(left, _FURTHEST) and words[start - back - 1] == words[end - back - 1]:
        back += 1
    return min(range(-back, ahead + 1), key=lambda by: (tokens.unlikely(start + by, end + by), abs(by), by < 0))


def _steps(matches: list[Match], old: int, new: int) -> Iterator[Step]:
    """Token by token: what went out before what came in."""
    here = there = 0
    for at, stands, count in [*matches, (old, new, 0)]:
        yield from (("out", number) for number in range(here, at))
        yield from (("in", number) for number in range(there, stands))
        yield from (("same", number) for number in range(stands, stands + count))
        here, there = at + count, stands + count


def _rows(steps: list[Step], matches: list[Match], before: _Tokens, after: _Tokens) -> Iterator[Row]:
    """Steps by paragraph; an old paragraph of which no word stayed is a row of its own between those of the new one."""
    origin = {there + more: before.at[here + more][0] for here, there, count in matches for more in range(count)}
    stayed = set(origin.values())
    following = _following(steps, after)
    row: list[tuple[Kind, int, int]] = []
    last_key, last_new, last_old = ("", -1), -1, -1
    for number, (kind, at) in enumerate(steps):
        paragraph = (before if kind == "out" else after).at[at][0]
        if kind != "out":
            key, last_new, last_old = ("new", paragraph), paragraph, origin.get(at, last_old)
        elif last_new == following[number] and last_new >= 0:
            key = ("new", last_new)
        elif paragraph not in stayed:
            key = ("old", paragraph)
        else:
            key = ("new", last_new if paragraph == last_old or following[number] < 0 else following[number])
        if row and key != last_key:
            yield _row(row, before, after)
            row = []
        row.append((kind, at, paragraph))
        last_key = key
    if row:
        yield _row(row, before, after)


def _following(steps: list[Step], after: _Tokens) -> list[int]:
    """For each step the paragraph of the next word that stands in the new version, -1 at the end."""
    found = [-1] * len(steps)
    for number in range(len(steps) - 2, -1, -1):
        kind, at = steps[number + 1]
        found[number] = found[number + 1] if kind == "out" else after.at[at][0]
    return found


def _row(row: list[tuple[Kind, int, int]], before: _Tokens, after: _Tokens) -> Row:
    pieces = []
    start = 0
    for number, (kind, at, paragraph) in enumerate(row):
        following = row[number + 1] if number + 1 < len(row) else None
        if following is None or following[0] != kind or following[2] != paragraph or following[1] != at + 1:
            pieces.append((before if kind == "out" else after).piece(kind, row[start][1], at))
            start = number + 1
    return Row(tuple(pieces))
