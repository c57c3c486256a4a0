"""Whether one sentence says the contrary of another: by what is denied, by opposites, by who is for and who against. English."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from reader.summaries.opposites import NEGATIONS, OPPOSITES, meaning
from reader.summaries.sentence import stem, stems_of, stop_stems
from reader.text.words import word_set

_REACH = 4  # words of meaning behind a negation that it may deny
_COMMON = frozenset(map(meaning, map(stem, word_set("after before earlier later prison free more less"))))
"""Opposites that a passage may well hold both of, each of something else."""
_NEAR = 3
"""Words of meaning on each side of an opposite, one of which both texts have to share."""
_AGE = re.compile(r"\b[\w-]+-(?:year-old|day|hour|night)s?\b")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?|[.!?;:,]")
_ENDS = frozenset(".!?;:")
_CLAUSE = re.compile(r"[.!?;:,]| (?:and|but|while|because) ")
_WEAK = re.compile(
    r"\b(?:lack(?:s|ed|ing)?|avoid(?:s|ed)?"
    r"|(?:keep|kept|prevent(?:s|ed)?|stop(?:s|ped)?|bar(?:s|red)?)(?= (?:\w+ ){1,3}from\b))\b",
    re.IGNORECASE,
)
"""What may deny: never a contradiction by itself, only an excuse for one."""
_RANK = re.compile(
    r"\b(?:(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[ -])?([a-z]{3,}est|most|least)\b", re.IGNORECASE
)
_ORDINAL = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last) ([a-z]{3,})\b", re.IGNORECASE
)
_PARTS = {
    "all": "all", "every": "all", "both": "all", "none": "none", "most": "most", "part": "part", "some": "part", "half": "half",
    "one": "one",
}  # fmt: skip
_PART_OF = re.compile(
    rf"\b({'|'.join(_PARTS)})(?: of)?(?: (?:the|its|their|his|her))? ([a-z]{{3,}})\b(?! of)", re.IGNORECASE
)
_NEEDLESS = re.compile(r" (?:have|has|having|need) to\b")
"""Behind a negation: what need not be may be."""
_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non", "mis")
_NO_PREFIX = frozenset(
    map(
        stem,
        word_set(
            "income informed import display discount invest inside indeed increase discover include input insight distance "
            "intense instruct impress improve impose implant impart discharge dismiss disclose disorder discuss infant united "
            "unless under until unions universe mission mistake mister internal involve indent intent intend install inform "
            "information inner imports distress disease dispose disposed instance instead institute disclosed invested "
            "discovered improved imposed"
        ),
    )
)
"""What only seems to begin with one."""
_ASIDE = re.compile(r"\s*,[^,.!?;:]{1,60},")
_LIGHT = frozenset(
    ("longer", "yet", "ever", "even", "any", "be", "been", "able", "just", "long", "more", "less", "need", "anybody", "trace",
     "traces", "sign", "signs", "evidence", "hint", "indication", "proof", "kind", "form", "way")
)  # fmt: skip
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
    ranks: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    order: tuple[str, ...] = ()
    plain: frozenset[str] = field(default_factory=frozenset)


def stance_of(text: str, language: str) -> Stance:
    """The stance of a sentence, or of several; of other languages than English only what is said."""
    stems = frozenset(map(meaning, stems_of(text, language)))
    if language not in {"en", ""}:
        return Stance(stems)
    negations = [it for it in NEGATIONS.finditer(text) if not _NEEDLESS.match(text, it.end())]
    reaches = [_denied(text, match.end()) for match in negations]
    weak = [_denied(text, match.end()) for match in _WEAK.finditer(text)]
    before = [_meant(_CLAUSE.split(text[max(0, it.start() - 80) : it.start()])[-1])[-_REACH:] for it in negations]
    sides: tuple[set[str], set[str]] = (set(), set())
    for match in _SIDE.finditer(text):
        sides[match["against"] is not None].add(meaning(stem(match[3])))
    return Stance(
        stems,
        frozenset(reach[0] for reach in reaches if reach),
        frozenset(chain.from_iterable([*reaches, *weak, *before])),
        frozenset(sides[0] - sides[1]),
        frozenset(sides[1] - sides[0]),
        frozenset(_ranks(text)),
        tuple(_meant(_AGE.sub(" ", text), OPPOSITES)),
        frozenset(stems_of(text, language)),
    )


def _ranks(text: str) -> Iterator[tuple[str, str]]:
    """What is ranked or parted and how: "second largest", "the first woman", "half of the money"."""
    yield from ((it[2].lower(), (it[1] or "").lower()) for it in _RANK.finditer(text))
    yield from (("which " + meaning(stem(it[2])), it[1].lower()) for it in _ORDINAL.finditer(text))
    yield from (("of " + meaning(stem(it[2])), _PARTS[it[1].lower()]) for it in _PART_OF.finditer(text))


def _meant(text: str, beside: Container[str] = ()) -> list[str]:
    """Its words of meaning, and those beside them."""
    stops = stop_stems("en")
    found = ((word, meaning(stem(word))) for word in map(str.lower, _WORD.findall(text)) if word[0].isalnum())
    return [it for word, it in found if word not in stops or it in beside]


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


def contrary(said: Stance, held: Stance, beside: Sequence[Stance] = ()) -> bool:
    """Whether what is said stands against what is held; `beside` stands around that, and may say the same."""
    if _denies(said, held) or _denies(held, said):
        return True
    if said.opposed & held.favored or said.favored & held.opposed:
        return True
    affirmed = held.stems - held.denied - said.stems
    own = said.stems - said.denied - held.stems
    if any(
        _turned(said, it, held, other, beside) for it in own if it in OPPOSITES for other in OPPOSITES[it] & affirmed
    ):
        return True
    others = frozenset(it for it in held.plain - said.plain if meaning(it) not in held.denied)
    return _ranked_otherwise(said.ranks, held.ranks) or any(
        _unmade(it, others) for it in said.plain - held.plain if len(it) > 3 and meaning(it) not in said.denied
    )


def _turned(said: Stance, word: str, held: Stance, opposite: str, beside: Sequence[Stance]) -> bool:
    """Whether two opposites are said of the same: words stand near both, and fewer near where the word itself is held."""
    if word in _COMMON and any(word in it.stems for it in beside):
        return False
    around = _near(said.order, word)
    same = max((len(around & _near(it.order, word)) for it in beside), default=0)
    return len(around & _near(held.order, opposite)) > same


def _near(order: tuple[str, ...], word: str) -> set[str]:
    places = [at for at, it in enumerate(order) if it == word]
    return {it for at in places for it in order[max(0, at - _NEAR) : at + _NEAR + 1] if it != word}


def _ranked_otherwise(said: frozenset[tuple[str, str]], held: frozenset[tuple[str, str]]) -> bool:
    """Whether one says "the largest" and the other "the second largest"."""
    kinds = {kind for kind, _ in said} & {kind for kind, _ in held}
    return any(not {it for it in said if it[0] == kind} & {it for it in held if it[0] == kind} for kind in kinds)


def _unmade(word: str, others: frozenset[str]) -> bool:
    """Whether a word stands among others with a prefix that turns it around, or without its own."""
    return word not in _NO_PREFIX and any(
        (f"{it}{word}" in others and f"{it}{word}" not in _NO_PREFIX)
        or (word.startswith(it) and len(word) > len(it) + 3 and word.removeprefix(it) in others)
        for it in _PREFIXES
    )


def _denies(one: Stance, other: Stance) -> bool:
    """Whether one denies what the other says without a doubt."""
    return bool(one.heads & (other.stems - other.denied))
