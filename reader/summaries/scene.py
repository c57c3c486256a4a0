"""One block of an article with its quotations: who speaks, as the words beside each tell. English.

A speaker is taken from the words after a quotation (`,” said Ines Moreau`) or before it (`Moreau said: “`). "He" and "she" are
looked up among the people named before and are not sure unless only one can be meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from math import log

from reader.summaries.given_names import GIVEN, INSTITUTION, LAND, TITLES
from reader.summaries.people import Mention, People
from reader.summaries.quotations import Quotation
from reader.summaries.wording import NO_NAMES, VERBS_BEHIND_QUOTES, VERBS_OF_SPEECH
from reader.text.abbreviations import OPENERS

_VERB = (
    rf"(?:(?:has|had|have|also|later|then|further|previously|once|since|reportedly|has also|have also|"
    rf"recently) )?(?:{VERBS_OF_SPEECH})"
)
_UPPER = "A-ZÀ-ÖØ-Þ"
_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Sgt|Det|Lt|Col|Gen|Sen|Rep|Gov|Rev|Supt|Insp|Prof|St)[.·]? )?"
_NAME = (
    rf"{_TITLE}[{_UPPER}][\w’'-]+(?: (?:(?:de|van|von|der|al|bin|la|le|del|du|da|of) |"
    rf"[{_UPPER}][.·]? )?[{_UPPER}][\w’'-]+){{0,5}}"
)
_NOUN = (
    r"(?:spokes\w+|sources?|statements?|friends?|witness(?:es)?|mother|father|mum|mom|dad|wife|husband|man|woman|officials?|"
    r"lawyers?|judge|neighbou?rs?|star|boss|coach|chief|couple|reports?|e-?mail|message|letter|note|post|caption|fans?|"
    r"police|authorities|union|charity|council|court|company|firm|club|department|ministry|agency|board|judges|"
    r"indictment|affidavit|review|study|website|critics?|experts?|teenager|boy|girl|pair|duo|president|general|captain|"
    r"son|daughter|brother|sister|aunt|uncle|cousin|nurse|pupil|head|government|group|family|parents?|victim|"
    r"year-old|\w+(?:or|er|ist|ian|ant|ess)s?)"
)
_ARTICLE = r"(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Aa]nother|[Ss]ome|[Mm]any)"
_JOB = (
    r"(?!(?:and|but|or|that|in|on|at|to|of|by|for|from|with|after|before|during|as|when|while|if|about|into|via|than|who|"
    r"which|a|an|the|his|her|their|this|he|she|they|it|we|was|were|is|are|had|has)\b)[a-z][\w’'-]+"
)
_ROLE = rf"(?:{_JOB} ){{0,2}}(?:{_JOB} and )?{_JOB},? "
"""A job without an article: `said planetary geologist and author Rosaly Lopes`."""
_OF = rf"(?: (?:for|from|of|at|in|with) (?:the )?{_NAME})?"
_SOMEBODY = (
    rf"(?:{_ARTICLE} (?:[\w’'-]+ ){{0,5}}?{_NOUN}{_OF}|(?:[a-z-]+ )?(?:spokes\w+|officials|officers|"
    rf"investigators){_OF})"
)
_WHO = (
    rf"(?:(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e)\b"
    rf"|(?:{_ARTICLE} (?:[a-z’'-]+ ){{0,4}}|{_ROLE}|[{_UPPER}]\w+ {_NOUN},? )?(?P<named>(?>{_NAME}))(?! (?:{_NOUN})\b)"
    rf"|(?P<somebody>{_SOMEBODY}\b(?:,? (?P<apposed>{_NAME}))?)|(?P<body>[Pp]olice|[Oo]fficials|[Pp]rosecutors|[Tt]he [a-z]+))"
)
_ASIDE = r"(?:,? \([^()]{1,60}\)|,[^.!?\"“”‘:]{1,140},|,? (?:who|whose|which)\b[^.!?\"“”‘:]{1,140}|,? \d\d,?)"

_OPEN_ASIDE = r", (?:an?|the) [^.!?\"“”‘:]{1,140}?"
"""What somebody is, without a comma before the verb: `Mara Selva, a research analyst at the Council on Energy told us`."""
_TELLS = rf"(?:{_VERB}|{VERBS_BEHIND_QUOTES})"
_VERB_FIRST = re.compile(rf"[,.]?\s*(?:{_TELLS}|according to) (?:on \w+ |by )?{_WHO}")
_VERB_LAST = re.compile(rf"[,.]?\s*{_WHO}(?:{_ASIDE}|{_OPEN_ASIDE}|,)? (?:[a-z]+ly )?{_TELLS}\b")
_NAME_LAST = re.compile(rf"\s*[^.,!?:;\"“”‘]{{1,100}}? (?P<named>{_NAME}) (?:[a-z]+ly )?{_TELLS}\b")
"""Behind more of a job than the others read: `,” agency scientist and study co-author Mara Selva said`."""
_DASH = re.compile(rf"\s*[-–—]{{1,2}}\s*(?P<named>{_NAME})")
_NAMES_IT = (
    r"describes|described|brands|branded|dubbed|voiced|expressed|hailed|denounced|condemned|blasted|slammed|"
    r"accused|accuses"
)
"""What is done with words that go on in quotation marks: `Moreau branded it “a disgrace”`."""
_ANY_VERB = re.compile(
    rf"\b(?:{_VERB}|{_NAMES_IT}|saying|adding|telling|writing|claiming|insisting|explaining|warning|tweeting|commenting|"
    r"posting|replying|joking|boasting|arguing|declaring)\b"
)
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are)(?: \w+ly)? $")
"""Who was told or called something says nothing."""
_AGENT = re.compile(
    rf"(?:told|described|called|branded|dubbed|hailed|denounced|condemned|slammed|blasted|praised|accused) by {_WHO}"
)
"""Whose words they are of which somebody else is the subject: `Korte, described by Moreau as “the best”`."""
_THING = re.compile(rf"[Tt]he (?!{_NOUN}\b)")
"""What may tell as the subject right before its verb ("the board said"), but not from further off."""
_SHORT = re.compile(rf"[,.!?][’”'\"]\s+(?:{_TELLS}) {_WHO}")
"""Behind words in marks that are too few for a quotation: `“A scandal,” said Moreau, who …`."""
_SET_APART = re.compile(r", (?:\w+(?:ed|ing)|seen|shown|with|along with|who|whose|which) [^.!?\"“”‘:,]{1,140},(?= )")
"""What is said of a name between commas, perhaps with other names."""
_SUBJECT = re.compile(rf"{_WHO}{_ASIDE}?(?: [a-z]+ly)? ?$")
_CLAUSE = re.compile(rf"(?:^|[;:,] |\b(?:and|but|that|when|while|as|after|before|because) ){_WHO}")
_ACCORDING = re.compile(rf"(?i:according to|statement from|message from|spokes\w+ for) {_WHO}")
_OBJECT = re.compile(rf"\s*{_WHO}[,:]?\s*$")
_GOES_ON = re.compile(r"\b(?:added|adds|continued|continues|went on|goes on|concluded)\b")
_OPENS = re.compile(r"(?:^|[.!?)][\"'”’]?\s+|[,;]\s)(?:(?:[A-Z][\w·]* ){1,2}|(?:the|an?) [a-z]+ )?$")
_SENTENCE_END = re.compile(r"(?<=[.!?)])[\"'”’]?\s+(?=[A-Z‘“\"'])")
_LINK = re.compile(rf"[,.]?\s*(?:[^.!?\"“”‘]{{0,100}} )?{_TELLS}\b[^.!?:\"“”‘]{{0,130}}[.:,]?\s*")
_ABBREVIATED = re.compile(
    r"\b(Mr|Mrs|Ms|Dr|Sgt|Det|Lt|Col|Gen|Sen|Rep|Gov|Rev|Supt|Insp|Prof|St|Jr|Sr|No|[A-Z])\.(?= )"
)
_DECIMAL = re.compile(r"(?<=\d)\.(?=\d)")
_PHRASE = re.compile(r"\b(?:in|of|at|from|for|against|with) (?:the )?$")
_INSTITUTE = re.compile(rf"(?:[{_UPPER}][\w’'-]+ )*([{_UPPER}][\w’'-]+) for (?:the )?$")
"""What stands before a name that is the end of another: `the Centre for Economic Policy Research`."""
_POSSESSIVE = re.compile(r"['’]s\b|['’](?= )")
_NEAR = 700
"""A pronoun stands for somebody named within so many characters before it."""

_STOPS = frozenset(".!?…")
_REACH = 300
"""Characters before a quotation in which its speaker may be named."""

_RECENT = 60
"""Mentions of people that are looked back over."""

_SENTENCE = 150
"""Characters that make a person half as likely to be meant, roughly: a sentence."""

Speaker = tuple[str, bool]
"""Who, and whether that is sure."""


class Scene:
    """A block with its quotations and the people of the article; `spoke` are those who spoke before, in order."""

    def __init__(self, people: People, index: int, text: str, quoted: list[Quotation], spoke: list[str]) -> None:
        self.people = people
        self.spoke = spoke
        self.index = index
        self.text = _plain(text)
        self.quoted = quoted

    def told(self, nth: int) -> Speaker | None:
        """The speaker that the words of the quotation's own sentence name."""
        here = self.quoted[nth]
        after = self._after(nth)
        if not re.match(r"\s*$|\.?\s+[A-Z‘“\"']", after) or here.text[-1] in ",!?":
            sentence = re.split(r"[.!?](?:\s|$)", after, maxsplit=1)[0]
            for pattern in (_VERB_FIRST, _VERB_LAST, _DASH, *([_NAME_LAST] if here.text[-1] in ",!?" else [])):
                match = pattern.match(sentence)
                if match and (who := self._resolved(match, here)):
                    return who
        before = _SENTENCE_END.split(self._before(nth))[-1].strip()
        if before and before[-1] not in '.!?”"’':
            return self._introduced(before, here)
        return None

    def joined(self, nth: int) -> bool:
        """Whether a quotation goes on after `,” she said. “` or right where the one before ended."""
        if not nth:
            return False
        between = self.text[self.quoted[nth - 1].end : self.quoted[nth].start]
        return not between.strip() or self.quoted[nth - 1].open or bool(_LINK.fullmatch(between))

    def overheard(self, nth: int) -> Speaker | None:
        """For a quotation that is a sentence of its own: who spoke in the sentence before; never sure."""
        here = self.quoted[nth]
        if here.text[-1] in "," or not here.text[0].isupper():
            return None
        sentences = [it for it in _SENTENCE_END.split(self._before(nth)) if it.strip()]
        if not sentences or not sentences[-1].rstrip().endswith((".", "!", "?")):
            return None
        short = _SHORT.search(sentences[-1])
        who = self._resolved(short, here) if short else self._introduced(sentences[-1].strip().rstrip(".!?"), here)
        return _unsure(who)

    def announced(self, before: str) -> Speaker | None:
        """For a quotation that begins the block: who spoke at the end of the block before; a person if no colon is there."""
        here = self.quoted[0]
        if here.text[-1] not in _STOPS and self.text[here.end :].strip():
            return None
        sentence = _SENTENCE_END.split(_plain(before[-_REACH:]).strip())[-1]
        who = self._introduced(sentence.rstrip('.!?:”"’ '), here)
        if who is None or sentence.endswith(":"):
            return who
        return _unsure(who) if self.people.person(who[0]) else None

    def _before(self, nth: int) -> str:
        here = self.quoted[nth].start
        begin = max(self.quoted[nth - 1].end if nth else 0, here - _REACH)
        return self.text[begin:here]

    def _after(self, nth: int) -> str:
        here = self.quoted[nth].end
        end = self.quoted[nth + 1].start if nth + 1 < len(self.quoted) else len(self.text)
        return self.text[here : min(end, here + 170)]

    def _introduced(self, before: str, here: Quotation) -> Speaker | None:
        """The subject of the last verb of speech before the quotation."""
        for verb in reversed(list(_ANY_VERB.finditer(before))):
            left = before[: verb.start()]
            agent = _AGENT.match(before, verb.start())
            if agent and (who := self._resolved(agent, here)):
                return who
            if _PASSIVE.search(left) and not verb.group().endswith("ing"):
                continue
            if verb.group().endswith("ing"):
                for clause in _CLAUSE.finditer(left):
                    if who := self._resolved(clause, here):
                        return who
                continue
            left = _SET_APART.sub(lambda aside: " " * len(aside[0]), left)
            inverted = None if left.strip(" ,") else _OBJECT.match(before, verb.end())
            clauses = (it for it in reversed(list(_CLAUSE.finditer(left))) if not _THING.match(it["body"] or ""))
            for match in (_SUBJECT.search(left), inverted, *clauses):
                if match and not _within_phrase(match) and (who := self._resolved(match, here, verb.group())):
                    return who
        source = _ACCORDING.search(before)
        return self._resolved(source, here) if source else None

    def _resolved(self, match: re.Match[str], here: Quotation, verb: str = "") -> Speaker | None:
        """A name in full, a description as it stands, or for "he" and "she" the person who is meant."""
        told = match.groupdict()
        if pronoun := told.get("pronoun"):
            return self._meant(pronoun.lower(), here.start, bool(_GOES_ON.search(f"{match.group()} {verb}")))
        name = told.get("named") or told.get("apposed")
        if name is None:
            who = told.get("somebody") or told.get("body")
            return (who.replace("·", "."), True) if who and who.lower() not in _NOBODY else None
        words = _POSSESSIVE.sub("", name).split()
        while words and _opens(words[0]) and words[0] not in TITLES:
            words.pop(0)
        title = words[0].rstrip(".·") if words else ""
        while len(words) > 1 and words[0].rstrip(".·") in TITLES:
            words.pop(0)
        if not words:
            return None
        words = _without_office(words)
        if title in TITLES and self.people.shared(words[-1]) and len(words) == 1:
            return f"{title} {words[0]}", True
        body = _INSTITUTE.search(match.string[: match.start("named" if told.get("named") else "apposed")])
        if body and body[1].removesuffix("s") in INSTITUTION:
            return f"{body.group()}{name}".replace("·", "."), True
        return self.people.full(" ".join(words).replace("·", ".")), True

    def _meant(self, pronoun: str, at: int, goes_on: bool) -> Speaker | None:
        """The person of that sex whom the nearest sentence names first, or who "added"; sure if nobody else can be meant."""
        if pronoun == "it":
            last = self.spoke[-1] if self.spoke else None
            return (last, False) if last and not self.people.person(last) else None
        if pronoun not in {"he", "she"}:
            return None
        sex = "m" if pronoun == "he" else "f"
        if goes_on and self.spoke and self.people.sex(self.spoke[-1]) in {sex, ""}:
            return self.spoke[-1], False
        fits = {sex, ""}
        behind = bisect_left(self.people.where, (self.index, at))
        near = [
            it
            for it in self.people.people[max(0, behind - _RECENT) : behind]
            if it.place.index > self.index - 4
            and (it.place.index < self.index or it.place.start > at - _NEAR)
            and self.people.sex(self.people.full(it.text)) in fits
        ]
        if not near:
            return None
        best = max(near, key=lambda it: self._likely(it, at))
        others = (name for name in self.people.named_before(self.index, at) if self.people.sex(name) in fits)
        return self.people.full(best.text), len(list(islice(others, 2))) == 1

    def _likely(self, it: Mention, at: int) -> float:
        """How likely a pronoun means this one: named near, often, first in the sentence, or the last who spoke."""
        name = self.people.full(it.text)
        away = at - it.place.start if it.place.index == self.index else 200 * (self.index - it.place.index)
        block = self.text if it.place.index == self.index else ""
        first = bool(_OPENS.search(block[max(0, it.place.start - 30) : it.place.start]))
        owns = block[it.place.end : it.place.end + 2] in {"'s", "’s"}
        spoke = bool(self.spoke) and self.spoke[-1] == name
        return log(self.people.count[name]) - away / _SENTENCE + 0.8 * first + 0.5 * spoke - 1.5 * owns


def _opens(word: str) -> bool:
    """Whether a word bears its capital because a sentence begins there."""
    low = word.lower()
    return low in _NOBODY or (word not in GIVEN and low.replace("’", "'").partition("'")[0] in OPENERS["en"])


def _unsure(who: Speaker | None) -> Speaker | None:
    return (who[0], False) if who else None


def _without_office(words: list[str]) -> list[str]:
    """A name without the office that is written in capitals before it: "Press Secretary Mara Grisham"."""
    given = next((k for k, word in enumerate(words[:-1]) if word.partition("-")[0] in GIVEN), 0)
    return words if words[-1] in INSTITUTION or words[given - 1 : given] in (["St"], ["Saint"]) else words[given:]


def _within_phrase(match: re.Match[str]) -> bool:
    """Whether the name is the end of a phrase ("a spokesman for Inherent Resolve", "in Iraq and Syria"), and not who speaks."""
    named = match.groupdict().get("named")
    if named is None:
        return False
    before = match.string[: match.start("named")]
    return bool(_PHRASE.search(before)) or (named in LAND and before.endswith((" and ", " or ")))


def _plain(text: str) -> str:
    """With another mark for stops that end no sentence; as long as it was."""
    return _DECIMAL.sub(",", _ABBREVIATED.sub(lambda match: f"{match[1]}·", text))


_NOBODY = NO_NAMES | frozenset(
    "but and the in on at it this that he she they i an a by when as after however for to of with from if so wife "
    "husband mother father son daughter brother sister friend his her their one another some many then since before "
    "during both days hours weeks months years".split()
)
