"""Who does what: whether a deed that two texts tell has the same doer in both. English, by word order.

Without a grammar: a verb of the claim is looked up in the passage, and what stands before it in its clause, or behind "by", is
who does it there. Where a pronoun does it, or nothing is known of who does, nothing is held against the claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.summaries.opposites import meaning
from reader.summaries.sentence import stem, stop_stems
from reader.summaries.wording import VERBS_BEHIND_QUOTES, VERBS_OF_SPEECH
from reader.text.words import word_set

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[.;:!?,()–—“”\"‘]")
_RELATIVE = re.compile(r",? (?:who|which|whose)\b[^,.;:!?]{3,120},")
_BE = word_set("is are was were be been being get gets got")
_AUX = _BE | word_set(
    "has have had do does did will would can could may might must shall should to not never also now already still "
    "reportedly allegedly"
)
_PRONOUNS = word_set("he she it they we i you one those these this that")
_ENDS = frozenset(".;:!?()–—")
_OPENS = word_set(
    "and but while when after before because that who which whose as if although though since until where whereas "
    "than or"
)
_PREPOSITIONS = word_set(
    "of in on at for from with by to into over under near about against between among during through outside inside"
)
_LEADING = _PREPOSITIONS | {"according", "despite", "following", "until", "since", "within"}
_DETERMINERS = word_set("the a an its his her their our my your this these those that no any some each every")
_NO_VERBS = word_set(
    "hundred speed need seed breed feed bed shed red wed indeed unlimited limited unprecedented so-called"
)
_PAST = word_set(
    "began broke brought built bought caught came chose fell felt found gave grew held hit kept knew led left lost "
    "made met paid put ran rose said saw sold sent set shot spent spoke stood stole struck took taught told thought "
    "threw went won wrote beat cost cut drew drove fled flew fought forgot hid laid lent sank sang shook shut slid "
    "sought tore wore withdrew"
)
_PRESENT = word_set(
    "want plan lead expect blame reject support oppose call recommend claim believe hope fear cost run own put offer "
    "face argue accuse estimate deny doubt demand give take keep show suggest agree say think seek wish need pay "
    "cover buy sell use build play teach help protect cause allow ban require promise threaten warn favor insist know "
    "love hate like win lose trust like prefer admit say tell ask urge"
)
_LIGHT = frozenset(
    meaning(stem(it))
    for it in word_set(
        "be have do make take get go come put see become let give use rise fall drop die cost begin start end double grow "
        "shrink improve reduce think believe fear expect need lead mean say tell add claim explain note state argue "
        "insist write report post show ask help happen hit lie sit stand add"
    )
)
_WISHES = frozenset(
    meaning(stem(it))
    for it in word_set("want plan hope seek wish agree threaten promise decline refuse offer try decide like prefer")
)
"""With "to" behind them they say nothing of who does what follows."""
_SPEECH = frozenset(it for it in f"{VERBS_OF_SPEECH}|{VERBS_BEHIND_QUOTES}".split("|") if it.isalpha()) | {
    "say", "tell", "warn", "argue", "claim",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Deed:
    """A verb as what it means, who does it and to whom, as stems; `sure` if no pronoun may stand for the doer."""

    verb: str
    doer: frozenset[str]
    other: frozenset[str]
    head: str
    behind: frozenset[str]
    sure: bool
    vague: bool


def done_by_others(said: str, held: str) -> bool:
    """Whether a deed of the claim is in the passage the deed of others, while its doer is named there for something else."""
    everybody = _stems(_TOKEN.findall(held))
    told = [it for it in _deeds(_words(said)) if it.sure and it.doer & everybody]
    theirs = [*_deeds(_words(held), every=True)] if told else []
    for mine in told:
        same = [it for it in theirs if it.verb == mine.verb]
        if any(_differs(mine, it) for it in same) and not any(_agrees(mine, it) for it in same):
            return True
    return False


def speaking(text: str) -> frozenset[str]:
    """The stems of those who say something in a text."""
    words = _words(text)
    low = [it.lower() for it in words]
    found: set[str] = set()
    for at, word in enumerate(low):
        if at and word in _SPEECH and low[at - 1] not in _DETERMINERS | _PREPOSITIONS:
            found |= _stems(_before(words, low, at)[0])
            if not low[at - 1][0].isalnum():  # “…,” said Hart
                found |= _stems(words[at + 1 : at + 5])
    return frozenset(found)


def _agrees(mine: _Deed, its: _Deed) -> bool:
    if its.sure and its.doer:
        return bool(mine.doer & its.doer) and not _differs(mine, its)
    return bool(mine.other & its.behind)


def _differs(mine: _Deed, its: _Deed) -> bool:
    if not its.sure or not its.doer:
        return False
    if mine.doer & its.doer:
        return bool(mine.head) and mine.head in its.behind and mine.head not in its.doer
    exchanged = mine.other & its.doer
    return bool(mine.other & its.behind or exchanged) or not mine.other or its.vague


def _words(text: str) -> list[str]:
    return _TOKEN.findall(_RELATIVE.sub(" ", text))


def _stems(words: list[str]) -> frozenset[str]:
    stops = stop_stems("en")
    return frozenset(
        meaning(stem(it))
        for word in map(str.lower, words)
        if word[0].isalnum() and word not in _AUX
        for it in word.replace("’s", "").replace("'s", "").split("-")
        if it and it not in stops
    )


def _deeds(words: list[str], *, every: bool = False) -> Iterator[_Deed]:
    low = [it.lower() for it in words]
    for at, word in enumerate(low):
        if not at or not _is_verb(low, at):
            continue
        verb = meaning(stem(word))
        if verb in _LIGHT or (verb in _WISHES and low[at + 1 : at + 2] == ["to"]):
            continue
        if not every and {"not", "never", "no", "nobody", "neither", "nor"} & set(low[max(0, at - 4) : at]):
            continue
        passive = _is_passive(low, at)
        region, sure = _before(words, low, at)
        behind = _behind(words, low, at)
        if passive:
            by = _by(words, low, at)
            yield _Deed(verb, _stems(by), _stems(region), _head(by), _stems(region), bool(by), not sure)
        else:
            yield _Deed(
                verb,
                _stems(region),
                _stems(behind),
                _head(region),
                _stems(_rest(words, at)),
                sure,
                bool({"it", "them", "him", "her"} & set(low[at + 1 : at + 4])),
            )


def _is_verb(low: list[str], at: int) -> bool:
    word, before = low[at], low[at - 1]
    if not word[0].isalpha() or word in _NO_VERBS or word in _AUX:
        return False
    if before in _AUX and before not in {"to"}:
        return word.endswith(("ed", "en", "ing")) or word in _PAST or meaning(stem(word)) in _VERB_STEMS
    if before in _DETERMINERS or before in _PREPOSITIONS:
        return False
    if word in _PAST or word in _SPEECH or (word.endswith("ed") and len(word) > 4):
        return True
    if word.endswith("s") and word[:-1] in _PRESENT:
        return True
    return word in _PRESENT and before.endswith("s")


_VERB_STEMS = frozenset(meaning(stem(it)) for it in _PRESENT)


def _is_passive(low: list[str], at: int) -> bool:
    group = []
    for word in reversed(low[max(0, at - 4) : at]):
        if word not in _AUX and not word.endswith("ly"):
            break
        group.append(word)
    return bool(_BE & set(group)) and not low[at].endswith("ing")


def _before(words: list[str], low: list[str], at: int) -> tuple[list[str], bool]:
    """What stands before a verb in its clause; with nothing there, in the clause before. Not sure where a pronoun does."""
    found: list[str] = []
    sure = True
    start = at
    while start:
        start -= 1
        word = low[start]
        if word in _ENDS:
            break
        if found and word in _SPEECH:
            break
        if word in _OPENS and _stems(found) and (word not in {"and", "or"} or _verb_before(low, start)):
            break
        if word in _PRONOUNS:
            sure = False
            if word not in {"that", "this", "these", "those", "one"}:
                break
        if word[0].isalnum() or word == ",":
            found.append(words[start])
    return _without_opening(found[::-1]), sure


def _without_opening(region: list[str]) -> list[str]:
    """Without "In May," before who does it."""
    if "," in region and region[0].lower() in _LEADING:
        return region[region.index(",") + 1 :]
    return region


def _verb_before(low: list[str], at: int) -> bool:
    """Whether a verb stands before a place in the same clause, so that "and" joins deeds and not doers."""
    while at > 1 and low[at - 1] not in _ENDS:
        at -= 1
        if _is_verb(low, at):
            return True
    return False


def _behind(words: list[str], low: list[str], at: int) -> list[str]:
    end = at + 1
    while end < len(low) and end < at + 12 and low[end] not in _ENDS and low[end] not in _OPENS:
        end += 1
    return words[at + 1 : end]


def _rest(words: list[str], at: int) -> list[str]:
    """What stands behind a verb in its sentence."""
    end = at + 1
    while end < len(words) and words[end] not in ".;!?":
        end += 1
    return words[at + 1 : end]


def _head(region: list[str]) -> str:
    """The stem of the word that a group of words is about: the last before a comma or a preposition."""
    head = ""
    for word in region:
        if head and (word == "," or word.lower() in _PREPOSITIONS):
            break
        head = next(iter(_stems([word])), head)
    return head


def _by(words: list[str], low: list[str], at: int) -> list[str]:
    """Who a deed is done by."""
    behind = low[at + 1 : at + 12]
    if "by" not in behind:
        return []
    start = at + 2 + behind.index("by")
    end = start
    while end < len(low) and end < start + 8 and low[end] not in _ENDS and low[end] != "," and low[end] not in _OPENS:
        end += 1
    return words[start:end]
