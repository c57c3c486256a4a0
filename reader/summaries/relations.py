"""What one is to another: kin and offices, whose something is, who beat whom, how many of all. English.

As in `bindings`, nothing speaks against a claim but what both sides tell, each otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.summaries.opposites import meaning
from reader.summaries.sentence import stem, stop_stems
from reader.summaries.wording import MONTHS
from reader.text.words import word_set

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SORTS = tuple(
    frozenset(group.split())
    for group in (
        "wife husband father mother son daughter brother sister uncle aunt nephew niece cousin grandson granddaughter "
        "grandfather grandmother widow widower stepfather stepmother boyfriend girlfriend fiancé fiancée twin",
        "prosecutor prosecuting defending defence defense judge witness juror",
        "morning afternoon evening night midnight noon",
        "spring summer autumn winter",
        "gold silver bronze",
        "red blue green yellow black white brown purple orange pink grey gray",
        "breast arm leg knee shoulder hand foot ankle wrist head neck chest stomach back eye nose ear finger thumb hip",
        "liver kidney lung heart brain bone skin stomach",
        "iron steel copper gold silver zinc tin aluminum aluminium",
        "hip knee shoulder ankle elbow wrist",
        "goalkeeper striker defender midfielder captain coach manager referee",
        "cat dog horse cow sheep pig goat bird fish mouse rat",
        "wheat corn rice barley oats maize",
        "coal gas oil wind solar nuclear hydrogen",
        "sensor battery screen charger camera",
        "president chancellor king queen prince princess",
        "biology chemistry physics mathematics history geography economics",
        "primary secondary",
    )
)
_MEAN = tuple(frozenset(meaning(stem(it)) for it in group) for group in _SORTS)


def otherwise(said: str, held: str) -> bool:
    """Whether the passage tells of another of the same sort, in the same words."""
    mine = _order(said)
    sorts = [(told, sort) for sort in _MEAN if (told := sort.intersection(mine))]
    its = _order(held) if sorts else []
    for told, sort in sorts:
        known = sort.intersection(its)
        if known and not told & known and any(_near(mine, a) & _near(its, b) for a in told for b in known):
            return True
    return False


def _order(text: str) -> list[str]:
    stops = stop_stems("en")
    return [meaning(stem(it)) for it in map(str.lower, _WORD.findall(text)) if it not in stops]


def _near(order: list[str], word: str) -> set[str]:
    places = [at for at, it in enumerate(order) if it == word]
    return {it for at in places for it in order[max(0, at - 3) : at + 4] if it != word}


_POSSESSIVE = re.compile(r"\b([^\W\d_][\w-]*)(?:['’]s|s['’]) (?:[a-z-]+ )?([a-z-]{3,})\b", re.IGNORECASE)


def whose(said: str, held: str) -> bool:
    """Whether something belongs to another in the passage."""
    mine = list(_owned(said))
    its = list(_owned(held)) if mine else []
    for thing, owner in mine:
        owners = {who for what, who in its if what == thing}
        if owners and owner not in owners and not (owner in _order(held) and not _owner_apart(owner, thing, held)):
            return True
    return False


def _owner_apart(owner: str, thing: str, held: str) -> bool:
    order = _order(held)
    return not any(owner in order[max(0, at - 6) : at + 7] for at, it in enumerate(order) if it == thing)


def _owned(text: str) -> Iterator[tuple[str, str]]:
    for match in _POSSESSIVE.finditer(text):
        if match[1][0].isupper() or (match[1].islower() and text.islower()):
            yield meaning(stem(match[2].lower())), meaning(stem(match[1].lower()))


_PLACED = re.compile(r"\b([a-z-]{3,}) (in|at|near|to|from) (?:the )?([^\W\d_][\w-]+(?: [\w-]+){0,2})")
_MONTH = re.compile(rf"(?:{MONTHS})\b")
_NAMED = re.compile(r"\b(in|from|to|against|for) ([A-Z][\w-]+)")
_WAYS = re.compile(r"\b(in|from|to|against|for) ([^\W\d_][\w-]+)")
_TURNS = {"from": {"in", "to"}, "in": {"from"}, "to": {"from"}}
_RELATIVE = re.compile(
    r"\b(next|last|this|previous|following) (week|month|year|spring|summer|autumn|winter|season|night)\b", re.IGNORECASE
)


def elsewhere(said: str, held: str) -> bool:
    """Whether something is in another place, or comes from where it goes to."""
    mine = [it for it in _PLACED.findall(said) if it[2][0].isupper() and not _MONTH.match(it[2])]
    places = _PLACED.findall(held) if mine else []
    its = [(stem(thing), way, frozenset(name.lower().split())) for thing, way, name in places]
    for thing, way, words in mine:
        name = words.split()[0]
        there = [who for what, by, who in its if what == stem(thing) and by == way]
        if there and not any(name.lower() in who for _, by, who in its if by == way):
            return True
    return _turned(said, held)


def _turned(said: str, held: str) -> bool:
    """Whether "in" or "to" somewhere is told as "from" there, and somewhere else stands in its place."""
    named = [(way, name.lower()) for way, name in _NAMED.findall(said)]
    known = [(way, name.lower()) for way, name in _WAYS.findall(held)] if named else []
    for way, name in named:
        ways = {by for by, who in known if who == name}
        if ways and way not in ways and ways <= _TURNS.get(way, set()) and any(by == way for by, _ in known):
            return True
    return False


def at_another_time(said: str, held: str) -> bool:
    """Whether "next month" is told as "next year"."""
    told = {match.group().lower() for match in _RELATIVE.finditer(said)}
    known = {match.group().lower() for match in _RELATIVE.finditer(held)} if told else set()
    return bool(known) and not told & known


_BEATS = r"(?:beat(?:en)?|defeat(?:ed|s)?|overc[ao]me|thrash(?:ed)?|hammer(?:ed)?|edged?(?: past)?|knock(?:ed)? out)"
_CONTEST = re.compile(
    rf"\b(?:{_BEATS}|lost|losing|lose|fell|went down|slumped|won|winning|win|triumphed|victory|victorious|finished|came)\b",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    rf"([^.;:!?]{{3,80}}?) (?<!were )(?<!was )(?<!been )(?<!be ){_BEATS} ([^.;:!?]{{3,60}})", re.IGNORECASE
)
_PASSIVE = re.compile(
    rf"([^.;:!?]{{3,80}}?) (?:was|were|been|being|be|got) {_BEATS}\b[^.;:!?]{{0,30}}? by ([^.;:!?]{{3,60}})",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"([^.;:!?]{3,80}?) (?:lost|losing|lose|fell|went down|slumped)\b[^.;:!?]{0,40}? (?:to|against) ([^.;:!?]{3,60})",
    re.IGNORECASE,
)
_WON = re.compile(
    r"([^.;:!?]{3,80}?) (?:won|winning|win|triumphed|victory|victorious|finished|came)\b[^.;:!?]{0,40}? "
    r"(?:against|over|ahead of) ([^.;:!?]{3,60})",
    re.IGNORECASE,
)


def _beaten(text: str) -> Iterator[tuple[set[str], set[str]]]:
    """Winners and losers."""
    if not _CONTEST.search(text):
        return
    for pattern, first in ((_ACTIVE, True), (_PASSIVE, False), (_LOST, False), (_WON, True)):
        for match in pattern.finditer(text):
            one, other = set(_order(match[1])), set(_order(match[2]))
            yield (one, other) if first else (other, one)


def beaten(said: str, held: str) -> bool:
    """Whether who won in the one lost in the other."""
    for winner, loser in _beaten(said):
        for its_winner, its_loser in _beaten(held):
            if (winner & its_loser - its_winner or loser & its_winner - its_loser) and not (
                winner & its_winner or loser & its_loser
            ):
                return True
    return False


_ALL = re.compile(
    r"\b(?:all(?! (?:year|day|night|over|the (?:way|time|more|same)|but|in all|told))|"
    r"every(?:body|one|thing)?(?! (?:other|\d|second|third|few|day|week|month|year|hour|night|morning|two|three|four|ten))|"
    r"always|entire(?:ly)?|whole|completely|none|nobody|never|without exception)\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:some(?! \d)(?!what)|many|most|several|often|sometimes|partly|part of|few|fewer|usually|mostly|mainly|half|a third|"
    r"a quarter|two thirds|majority|minority|almost all|nearly all|number of|at times|rarely|seldom|largely|at most|"
    r"up to|not)\b",
    re.IGNORECASE,
)


def overdone(said: str, held: str) -> bool:
    """Whether of what the passage tells of some the claim tells of all."""
    return bool(_ALL.search(said)) and not _SOME.search(said) and not _ALL.search(held) and bool(_SOME.search(held))


_TITLED = re.compile(r"\b([a-z]{4,}) ((?:[A-Z][\w’'-]+ )*[A-Z][\w’'-]+)")
_NO_OFFICE = word_set(
    "from with near into over under after before when while that this said says told and between against called named"
)


def offices(text: str) -> Iterator[tuple[str, str]]:
    """What people are, right before their names: the stem of the word, and the last name."""
    for match in _TITLED.finditer(text[:1].lower() + text[1:]):
        if match[1] not in _NO_OFFICE:
            yield meaning(stem(match[1])), re.sub(r"['’]s$", "", match[2])
