"""Whether one sentence says the contrary of another: by what is denied, by opposites, by who is for and who against. English."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reader.summaries.opposites import NEGATIONS, OPPOSITES, meaning
from reader.summaries.sentence import stem, stems_of, stop_stems

_REACH = 4  # words of meaning behind a negation that it may deny
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?|[.!?;:,]")
_ENDS = frozenset(".!?;:")
_BEFORE = re.compile(r"([^\W_]+) $")
"""The word before a negation, which it may deny too: "needed no other medicine"."""
_ASIDE = re.compile(r"\s*,[^,.!?;:]{1,60},")
_LIGHT = frozenset(
    ("longer", "yet", "ever", "even", "any", "be", "been", "able", "just", "long", "more", "less", "need", "anybody")
)
"""Words behind a negation that are not what is denied."""
_SIDE = re.compile(
    r"\b(?:(?P<against>against|oppos(?:e[sd]?|ing))|(?P<favor>for|in favou?r of|back(?:s|ed)?|support(?:s|ed)?)) "
    r"(?:the|a|an|its|his|her|their|any) ([\w’'-]+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stance:
    """What a text says and what it denies, as stems: `heads` come first behind a negation, `denied` within its reach."""

    stems: frozenset[str]
    heads: frozenset[str] = field(default_factory=frozenset)
    denied: frozenset[str] = field(default_factory=frozenset)
    favored: frozenset[str] = field(default_factory=frozenset)
    opposed: frozenset[str] = field(default_factory=frozenset)


def stance_of(text: str, language: str) -> Stance:
    """The stance of a sentence, or of several; of other languages than English only what is said."""
    stems = frozenset(map(meaning, stems_of(text, language)))
    if language not in {"en", ""}:
        return Stance(stems)
    negations = list(NEGATIONS.finditer(text))
    reaches = [_denied(text, match.end()) for match in negations]
    verbs = {meaning(stem(word[1])) for match in negations if (word := _BEFORE.search(text, 0, match.start()))}
    sides: tuple[set[str], set[str]] = (set(), set())
    for match in _SIDE.finditer(text):
        sides[match["against"] is not None].add(meaning(stem(match[3])))
    return Stance(
        stems,
        frozenset(reach[0] for reach in reaches if reach),
        frozenset(it for reach in reaches for it in reach) | verbs,
        frozenset(sides[0] - sides[1]),
        frozenset(sides[1] - sides[0]),
    )


def _denied(text: str, at: int) -> list[str]:
    """The words of meaning that a negation reaches, which ends with its clause; an aside before them is skipped."""
    if aside := _ASIDE.match(text, at):
        at = aside.end()
    found: list[str] = []
    stops = stop_stems("en")
    for match in _WORD.finditer(text, at, at + 120):
        word = match.group().lower()
        if word in _ENDS or (found and word in {",", "but"}) or len(found) == _REACH:
            break
        if word != "," and word not in stops and word not in _LIGHT:
            found.append(meaning(stem(word)))
    return found


def contrary(said: Stance, held: Stance) -> bool:
    """Whether what is said stands against what is held."""
    if _denies(said, held) or _denies(held, said):
        return True
    if said.opposed & held.favored or said.favored & held.opposed:
        return True
    affirmed = held.stems - held.denied
    return any(OPPOSITES[it] & affirmed for it in said.stems - said.denied - held.stems if it in OPPOSITES)


def _denies(one: Stance, other: Stance) -> bool:
    """Whether one denies what the other says without a doubt."""
    return bool(one.heads & (other.stems - other.denied))
