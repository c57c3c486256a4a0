"""What belongs to what in a sentence: each number to its words, what is done or still to come. English.

Two sentences of the same words may say different things by that alone. Each test here needs the words of both sides, so it never
speaks against what is only put otherwise.
"""

from __future__ import annotations

import re
from itertools import combinations

from reader.summaries.amounts import amounts
from reader.summaries.opposites import NUMBER_WORDS, meaning
from reader.summaries.sentence import stem, stop_stems

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_NUMBER = rf"\d+|{'|'.join(NUMBER_WORDS)}|one"
_SCORE = re.compile(
    rf"\b({_NUMBER})(?:(?: [a-z]+)? to |[-–:])({_NUMBER})\b(?! (?:percent|years?|hours?|minutes?|days?)\b)"
)
_WAY = re.compile(r"\bfrom (?:the )?([\w’'-]+) to (?:the )?([\w’'-]+)")
_PACES = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annual": "year"}
_PACE = re.compile(
    rf"\b(?:(?:an?|per|each|every) (minute|hour|day|week|month|year)|({'|'.join(_PACES)})(?:ly)?)\b", re.IGNORECASE
)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were) (?:to|due to|expected to|likely to|going to)|to be|"
    r"(?:plan|want|hope|intend|aim|promise|propose|threaten|prepare)(?:s|ed)? to|"
    r"(?:appl(?:y|ies|ied|ying)|ask(?:s|ed|ing)?) for|"
    r"seek(?:s|ing)?|whether to|consider(?:s|ing)?|(?:is|are) being|interested in|may|might|could)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:has|have|had|was|were|been) (?:already |now )?(?:been )?(?=\w+(?:ed|en|de|t|n|d)\b)", re.IGNORECASE
)
_REACH = 4
_CLAUSE = re.compile(r"[.;:!?]|, (?!\d)")


def crossed(said: str, held: str) -> bool:
    """Whether numbers that both have are bound otherwise."""
    return _scores_turned(said, held) or _numbers_crossed(said, held) or _paced_otherwise(said, held)


def _scores_turned(said: str, held: str) -> bool:
    """Whether "148 to 131" is told as "131 to 148", or a way from one to another as the way back."""
    for pattern in (_SCORE, _WAY):
        there = _pairs(pattern, held)
        if any(it not in there and it[::-1] in there and it[0] != it[1] for it in _pairs(pattern, said)):
            return True
    return False


def _pairs(pattern: re.Pattern[str], text: str) -> list[tuple[str, str]]:
    return [(NUMBER_WORDS.get(a, a), NUMBER_WORDS.get(b, b)) for a, b in pattern.findall(text)]


def _numbers_crossed(said: str, held: str) -> bool:
    """Whether of two numbers each stands with the words that are the other's."""
    behind, before = (_behind(said), _behind(held)), (_before(said), _before(held))
    return any(
        (_crosses(*behind, one, other) and not _crosses(behind[0], before[1], other, one))
        or (_crosses(*before, one, other) and not _crosses(before[0], behind[1], other, one))
        for one, other in combinations(sorted(behind[0].keys() & behind[1].keys()), 2)
    )


def _crosses(mine: dict[str, frozenset[str]], theirs: dict[str, frozenset[str]], one: str, other: str) -> bool:
    shared = theirs[one] & theirs[other]
    direct = len((mine[one] & theirs[one]) - shared) + len((mine[other] & theirs[other]) - shared)
    across = len((mine[one] & theirs[other]) - shared), len((mine[other] & theirs[one]) - shared)
    return all(across) and sum(across) > direct


def _behind(text: str) -> dict[str, frozenset[str]]:
    """The words behind each number, up to the next number or the end of the sentence."""
    found = sorted(amounts(text), key=lambda it: it.at)
    ends = [*(it.at for it in found), len(text)][1:]
    return {
        it.value: frozenset(_meant(re.split(r"[.;!?](?:\s|$)", text[it.at : end])[0])) - {it.value}
        for it, end in zip(found, ends, strict=True)
    }


def _before(text: str) -> dict[str, frozenset[str]]:
    """The words before each number, back to the number before or the beginning of the sentence."""
    found = sorted(amounts(text), key=lambda it: it.at)
    starts = [0, *(it.at for it in found)][: len(found)]
    return {
        it.value: frozenset(_meant(re.split(r"[.;!?]\s", text[start : it.at])[-1])) - {it.value}
        for it, start in zip(found, starts, strict=True)
    }


def _paced_otherwise(said: str, held: str) -> bool:
    """Whether "a month" is told as "a year"."""
    told, known = ({it[1] or _PACES[it[2].lower()] for it in _PACE.finditer(text)} for text in (said, held))
    return bool(told and known) and not told & known


def early(said: str, held: str) -> bool:
    """Whether something is told as done that is still to come."""
    if _TO_COME.search(said):
        return False
    coming = {it for match in _TO_COME.finditer(held) for it in _reached(held, match.end())}
    if not coming:
        return False
    rest = held
    for match in reversed(list(_TO_COME.finditer(held))):
        end = _reach_end(held, match.end())
        rest = rest[: match.end()] + rest[end:]
    done = {it for match in _DONE.finditer(said) for it in _reached(said.partition(" to ")[0], match.end())}
    return bool((done & coming) - set(_meant(rest)))


def _reach_end(text: str, at: int) -> int:
    stops, count = stop_stems("en"), 0
    end = _CLAUSE.search(text, at)
    last = end.start() if end else len(text)
    for match in _WORD.finditer(text, at, last):
        count += match.group().lower() not in stops
        if count == _REACH:
            return match.end()
    return last


def _reached(text: str, at: int) -> list[str]:
    return _meant(text[at : _reach_end(text, at)])


def _meant(text: str) -> list[str]:
    """The stems of the words of meaning."""
    stops = stop_stems("en")
    return [meaning(stem(word)) for word in map(str.lower, _WORD.findall(text)) if word not in stops]
