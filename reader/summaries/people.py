"""The people of an article: where names stand, what their surroundings prove, and which forms stand for the same person.

By rules, in languages that write names with capitals: a title, an age, a verb of speech or a job beside a name is proof of a
person, a preposition of place before it of a place. What has no proof is called neither.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile, zip_longest
from typing import Literal

from reader.model import Article, Place
from reader.summaries.given_names import (
    EITHER,
    FEMALE,
    GIVEN,
    INSTITUTION,
    LAND,
    TITLES,
    TITLES_OF_MEN,
    TITLES_OF_WOMEN,
)
from reader.summaries.quotations import quotations
from reader.summaries.sentence import BODY_KINDS, language_in
from reader.summaries.wording import NO_NAMES, VERBS_OF_SPEECH
from reader.text.abbreviations import OPENERS

Sex = Literal["m", "f", ""]

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĶŁŃŅŇŐŘŚŞŠŤŪŮŰŹŻŽ"
_PART = rf"(?:[{_UPPER}]['’][{_UPPER}])?[{_UPPER}][\w]*(?:['’](?!s\b)[\w]+)?(?:-[{_UPPER}]?[\w]+)*"
_BETWEEN = (
    r"(?:(?:de la|de los|van der|van den|von der|bin|ibn|al|el|de|du|da|do|dos|di|del|della|la|le|van|von|den|der|"
    r"ter|of the|of)\s)?"
)
_SHORT = (
    rf"(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Det|Insp|Supt|Rev|Cllr|Sr|Sra|Dott|Ing|[{_UPPER}])\."
)
_NAME = re.compile(
    rf"(?<![\w'’.@#-])(?:{_SHORT}\s?(?=[{_UPPER}]))*{_PART}(?: {_BETWEEN}{_PART}| {_SHORT}(?= [{_UPPER}]))*"
)
_AGE = re.compile(r",? \(?(?:aged? )?\d\d\)?(?=[,.;)]| [a-z])(?! (?:per|percent|million|years))")
_RELATED = re.compile(
    r", (?:an?|the|who|whose|one of|his|her|head|chief|director|president|chairman|manager|professor|mayor)\b"
)
_ROLE = re.compile(
    r"(?:[a-z]+(?:er|or|ist|man|ian|ant|ess)|chief|star|boss|wife|husband|friend|president|general|model|secretary|witness|"
    r"cop|analyst|head|judge|actress|coach|cousin|uncle|aunt|nurse|mum|mom|dad|son|activist|spokesperson),?:? $"
)
_SAYS_AFTER = re.compile(rf"(?:,[^,.]{{3,60}},)? (?:{VERBS_OF_SPEECH})\b(?! (?:the|a) )")
_SAYS_BEFORE = re.compile(rf"\b(?:{VERBS_OF_SPEECH}) $")
_SURE_PLACE = re.compile(
    r"\b(?:in|near|across|outside|throughout|en|em|nach|dans|bei|"
    r"aus)(?: (?:the|north|south|east|west|central|northern|southern|eastern|western))? $"
)

_OWNED = re.compile(r"\w['’]s $")
_COUNTED = re.compile(r"\b(?:[Tt]he|[Ss]ome|[Mm]any|[Mm]ost|[Oo]ther) $")
_NO_MORE = re.compile(
    r"[.,;:!?)]|$| (?:are|is|was|were|have|has|had|will|would|can|could|may|do|did|who|whose|which|that|and|or|in|on|at|to|"
    r"of|by|for|from|with|as)\b"
)
"""What follows a name that stands for itself, as in "the Amish of the valley", and not "the Obama years"."""
_HE_SHE = re.compile(r"\b(?:(?P<m>[Hh]e|[Hh]is|[Hh]im|[Hh]imself)|(?P<f>[Ss]he|[Hh]er|[Hh]ers|[Hh]erself))\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands: without title and possessive, and what its surroundings prove; a `thing` is owned by somebody, or
    bears an article, as one person does not."""

    text: str
    place: Place
    person: bool
    land: bool
    sex: Sex
    thing: bool = False


class People:
    """The names of one article, gathered once: what each proves, and which stand for the same."""

    def __init__(self, article: Article) -> None:
        blocks = [(i, it.text) for i, it in enumerate(article.blocks) if it.kind in BODY_KINDS]
        self.language = language_in(article)
        found = [it for index, text in blocks for it in mentions_in(index, text, self.language)]
        self.mentions = self._known(found)
        self._people = self._proven()
        self._bearers: dict[str, set[str]] = defaultdict(set)
        for it in self.mentions:
            if " " in it.text and it.text.split()[-1] in self._people and human(it.text.split()):
                self._bearers[it.text.split()[-1]].add(it.text.split()[0])
        self._full = self._names()
        quoted = {index: [(it.start, it.end) for it in quotations(text)] for index, text in blocks}
        self.people = [
            it for it in self.mentions if self.person(it.text) and not _inside(it.place, quoted[it.place.index])
        ]
        self.where = [(it.place.index, it.place.start) for it in self.people]
        self._first: dict[str, tuple[int, int]] = {}
        for it, where in zip(self.people, self.where, strict=True):
            self._first.setdefault(self.full(it.text), where)
        self._titled: dict[str, set[Sex]] = defaultdict(set)
        for it in self.mentions:
            if it.sex:
                self._titled[it.text.split()[-1]].add(it.sex)
        self.count = Counter(self.full(it.text) for it in self.mentions)
        self._sexes = self._pronouns(dict(blocks))

    def _known(self, found: list[tuple[Mention, bool]]) -> list[Mention]:
        """Without single words that bear a capital only because a sentence begins, or a German noun."""
        inside = {it.text for it, opening in found if not opening}
        parts = {part for it, _ in found if " " in it.text for part in (it.text.split()[0], it.text.split()[-1])}
        sure = GIVEN | LAND | parts
        if self.language == "de":
            return [it for it, _ in found if " " in it.text or it.sex or it.text in sure]
        return [it for it, _ in found if " " in it.text or it.sex or it.text in inside or it.text in sure]

    def _proven(self) -> dict[str, Mention]:
        """Surnames of people, each with the fullest mention of it."""
        people: dict[str, Mention] = {}
        things = {it.text for it in self.mentions if it.thing and " " not in it.text} - GIVEN
        for it in self.mentions:
            words = it.text.split()
            if not it.person or it.text in things or not human(words):
                continue
            known = people.get(words[-1])
            if known is None or (" " not in known.text and " " in it.text):
                people[words[-1]] = it
        for it in self.mentions:
            words = it.text.split()
            if len(words) > 1 and words[-1] not in people and words[0] in people and human(words):
                people[words[-1]] = it
        return people

    def _names(self) -> dict[str, str]:
        """What a short form stands for: a surname, or a given name that only one person here bears."""
        bearers: dict[str, set[str]] = defaultdict(set)
        full: dict[str, str] = {}
        for surname, it in self._people.items():
            if not self.shared(surname):
                full[surname] = it.text
            bearers[it.text.split()[0]].add(it.text)
        for given, names in bearers.items():
            if len(names) == 1:
                full.setdefault(given, next(iter(names)))
        return full

    def full(self, name: str) -> str:
        """The fullest form of a name; the name itself where nothing is known."""
        words = name.split()
        last = self._full.get(words[-1])
        if last is None or (len(words) > 1 and words[0] not in last.split() and " " in last):
            return name
        return last if len(last) > len(name) or len(words) == 1 else name

    def person(self, name: str) -> bool:
        """Whether something in the article proves that the name is a person's."""
        words = name.split()
        return words[-1] in self._people or (
            len(words) == 1 and self._full.get(name, "") in {it.text for it in self._people.values()}
        )

    def sex(self, name: str) -> Sex:
        """Whether "he" or "she" is said of a person, as titles and the given name tell."""
        given = name.split(maxsplit=1)[0]
        if given in GIVEN and given not in EITHER:
            return "f" if given in FEMALE else "m"
        told = self._titled.get(name.rsplit(maxsplit=1)[-1], set())
        if len(told) == 1 and not self.shared(name.rsplit(maxsplit=1)[-1]):
            return min(told)
        return self._sexes.get(name, "")

    def named_before(self, index: int, start: int) -> Iterator[str]:
        """People in the order in which they are first named, those named before that place."""
        return takewhile(lambda name: self._first[name] < (index, start), self._first)

    def shared(self, surname: str) -> bool:
        """Whether several people of the article bear that surname."""
        return len(self._bearers.get(surname, ())) > 1

    def _pronouns(self, texts: dict[int, str]) -> dict[str, Sex]:
        """Of people whose names do not tell: what is said of them behind their name before anybody else is named."""
        said: dict[str, Counter[Sex]] = defaultdict(Counter)
        for it, following in zip_longest(self.people, self.people[1:]):
            end = it.place.end + 160
            if following and following.place.index == it.place.index:
                end = min(end, following.place.start)
            for match in _HE_SHE.finditer(texts[it.place.index], it.place.end, end):
                said[self.full(it.text)]["m" if match["m"] else "f"] += 1
        return {
            name: it.most_common(1)[0][0]
            for name, it in said.items()
            if len(it) == 1 or it["m"] > 2 * it["f"] or it["f"] > 2 * it["m"]
        }


def _inside(place: Place, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place.start < end for start, end in spans)


def human(words: list[str]) -> bool:
    """Whether words with proof of a person beside them can be a person's name at all."""
    if words[-1] in INSTITUTION or words[-1] in LAND or words[0] in INSTITUTION | {"The", "New", "San", "Santa", "Los"}:
        return False
    return len(words) < 6 and not any(word.lower() in OPENERS["en"] for word in words)


def mentions_in(index: int, text: str, language: str) -> list[tuple[Mention, bool]]:
    """The names of one block, each with whether it stands where any word would bear a capital."""
    found = []
    for match in _NAME.finditer(text):
        shorn = _shorn(match.group(), language)
        if shorn is None:
            continue
        words, sex, titled, cut = shorn
        start = match.start() + cut
        end = start + len(words)
        before, after = text[max(0, match.start() - 40) : match.start()], text[end : end + 80]
        opening = not cut and (not before.strip() or before.rstrip()[-1] in '.!?:…“"‘«„»”—–•(')
        person = titled or bool(
            _AGE.match(after)
            or (not words.isupper() and (_SAYS_AFTER.match(after) or _SAYS_BEFORE.search(before)))
            or (" " in words and (_RELATED.match(after) or _ROLE.search(before) or words.split()[0] in GIVEN))
        )
        land = (
            not words.endswith(("ian", "ish", "ese"))
            and bool(_SURE_PLACE.search(text[max(0, start - 40) : start]))
            and not titled
        )
        ahead = text[max(0, start - 40) : start]
        thing = bool(_OWNED.search(ahead) or (_COUNTED.search(ahead) and _NO_MORE.match(after)))
        found.append((Mention(words, Place("block", index, start, end), person, land, sex, thing), opening))
    return found


@lru_cache(maxsize=4096)
def _shorn(name: str, language: str) -> tuple[str, Sex, bool, int] | None:
    """A name without what stands before it: the words, he or she, whether titled, and where it begins."""
    words = name.rstrip(".").split(" ") if len(name) > 2 else [name]
    openers = OPENERS.get(language, OPENERS["en"])
    cut = 0
    while (
        words
        and (words[0].lower() in openers or words[0].lower().rstrip(".") in NO_NAMES)
        and words[0] not in TITLES | LAND
    ):
        if words[0].rstrip(".") in TITLES_OF_MEN | TITLES_OF_WOMEN:
            break
        cut += len(words.pop(0)) + 1
    titles = [
        k for k, word in enumerate(words[:-1]) if word.rstrip(".") in TITLES and not words[-1].startswith(("Jr", "Sr"))
    ]
    sex: Sex = ""
    if titles:
        title = words[titles[-1]].rstrip(".")
        sex = "m" if title in TITLES_OF_MEN else "f" if title in TITLES_OF_WOMEN else ""
    elif language == "de" and len(words) > 1:
        titles = [k - 1 for k, word in enumerate(words) if word in GIVEN and k][:1]
    if titles:
        cut += sum(len(word) + 1 for word in words[: titles[-1] + 1])
        words = words[titles[-1] + 1 :]
    while words and words[0] in {"of", "the", "de", "von", "van"}:
        cut += len(words.pop(0)) + 1
    joined = " ".join(words)
    if (
        len(joined) < 2
        or joined.lower() in NO_NAMES
        or joined in TITLES
        or (len(words) == 1 and joined.lower() in openers)
    ):
        return None
    return joined, sex, (bool(titles) and language != "de") or bool(sex), cut
