"""A sentence cut into groups of nouns and of verbs by its parts of speech, and what such groups tell. English."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from reader.summaries.opposites import meaning
from reader.summaries.sentence import stem
from reader.summaries.tagging import parts, tokens
from reader.text.words import word_set

_GROUP = re.compile(
    r"(?P<noun>T?(?:(?:R?J|U|(?<=T)[XGR]|(?<=[TJ])[XG]|[NP])(?=[$.]?[JUNPXGR])[$]?){0,40}[NPU]|O|T[JX]|T)"
    r"|(?P<verb>(?:[MZ]R*)?(?:[EHK]R*)*[VDBGX]|(?:[MZ]R*)?(?:[EHK]R*)*[EHK])"
)
"""Over the letters of `tagging`: a group of nouns ends with one, a group of verbs with the verb that says what is done."""
_ASIDE = re.compile(r"\([^()]*\)")
_SUBORDINATE = word_set("because although though if while whereas unless that whether when where why how what once")
_MAY_SUBORDINATE = word_set("after before since until as for than")
_BEFORE_CLAUSE = re.compile(r"(?:T?[RJUNPXGS]*[NPU]|O|T)R*(?=[MVDEHK])")
_CLAUSE_VERB = re.compile(r"R*(?:[MVDEHK]|X(?!I))")
PRONOUNS = word_set(
    "he she it they we i you him her them us me who which that this these those one himself herself itself themselves"
)


@dataclass(slots=True)
class Group:
    """A group of nouns as stems: its words with the head, whose it is, what it is like, what stands beside by preposition."""

    words: set[str] = field(default_factory=set)
    head: str = ""
    raw: str = ""
    pronoun: bool = False
    owner: set[str] = field(default_factory=set)
    traits: set[str] = field(default_factory=set)
    beside: dict[str, set[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Predicate:
    """A verb, an adjective or a noun that tells something: what it means, who does it, to whom, what stands beside.

    `form` is "verb", "is" for what somebody is said to be, "noun" for a noun with an owner or prepositions.
    """

    name: str
    raw: str = ""
    doer: Group = field(default_factory=Group)
    whom: Group = field(default_factory=Group)
    beside: dict[str, set[str]] = field(default_factory=dict)
    denied: bool = False
    passive: bool = False
    form: str = "verb"

    def others(self) -> set[str]:
        """All that stands beside with a preposition."""
        return set().union(*self.beside.values()) if self.beside else set()


@lru_cache(maxsize=20_000)
def meant(word: str) -> str:
    """The stem that stands for a word and all that say the same."""
    return meaning(stem(word))


class Phrases:
    """The words of one sentence with a letter for the part of speech of each, and the groups that begin at each."""

    def __init__(self, text: str) -> None:
        self.words = tokens(_ASIDE.sub(" ", text))
        self.low = [it.lower() for it in self.words]
        tags = list(parts(self.words))
        for at, (word, tag) in enumerate(zip(self.low, tags, strict=True)):
            if tag == "S" and at and tags[at - 1] in "OW":
                tags[at] = "E"  # who's
            elif word in {"$", "£", "€"}:
                tags[at] = "$"
            elif word == "that" and tag == "I":
                tags[at] = "W"
        self.tags = "".join(tags)

    def at(self, place: int) -> tuple[str, int]:
        """ "noun" or "verb" for the group that begins at a word, and where it ends; an empty name where none does."""
        match = _GROUP.match(self.tags, place)
        return (match.lastgroup or "", match.end()) if match and match.end() > place else ("", place + 1)

    def group(self, start: int, end: int) -> Group:
        """A group of nouns."""
        raw, last = self.low[end - 1], self.tags[end - 1]
        words = {meant(self.words[k]) for k in range(start, end) if self._named(k)}
        if last in "JX" and end > start + 1:
            words.add(meant(raw))
        traits = {meant(self.words[k]) for k in range(start, end - 1) if self._named(k) or self.tags[k] in "JX"}
        return Group(words, meant(raw), raw, not words, traits=traits)

    def _named(self, at: int) -> bool:
        return self.tags[at] in "NPU" and self.low[at] not in PRONOUNS

    def role(self, start: int, end: int) -> Predicate | None:
        """What a noun before a name says somebody is: "co-chair Amy Pascal"."""
        at = end
        while at > start and self.tags[at - 1] == "P":
            at -= 1
        if not start < at < end or self.tags[at - 1] != "N":
            return None
        who = Group({meant(it) for it in self.words[at:end]})
        return Predicate(meant(self.low[at - 1]), self.low[at - 1], who, form="is")

    def opens_clause(self, at: int) -> bool:
        """Whether a word like "because", or "after" before a noun with its verb, stands there."""
        word = self.low[at]
        if word in _SUBORDINATE:
            return True
        return word in _MAY_SUBORDINATE and _BEFORE_CLAUSE.match(self.tags, at + 1) is not None

    def verb_follows(self, at: int) -> bool:
        """Whether a verb that makes a clause of its own stands there."""
        return _CLAUSE_VERB.match(self.tags, at) is not None
