"""What a sentence tells of whom: its predicates, each with who does it, to whom, and what stands beside it. English.

A shallow reading from left to right: groups of nouns and of verbs are cut out by their parts of speech (`phrases`), each verb
takes the group before it in its clause as its doer and the one behind as what it is done to; a passive is turned around, a
relative clause speaks of the noun before it, an infinitive or a participle has the doer of the verb that it leans on (`verbs`).
Held against spaCy's parses of 900 sentences it is right in 83 % of the doers that it names, and names 82 % of theirs.
"""

from __future__ import annotations

import re

from reader.summaries.phrases import PRONOUNS, Group, Predicate, meant
from reader.summaries.verbs import Clause, VerbReader
from reader.text.words import word_set

_ENDS = word_set(". ! ? ; :")
_PAUSES = word_set(", -- – —")
_JUDGES = word_set("find finds found call calls called consider considers considered think thought make made keep kept")
"""With somebody behind them, and an adjective: "found him rude"."""
_TIMES = word_set(
    "yesterday today tomorrow tonight week month year night morning evening afternoon day weekend summer winter "
    "spring autumn time monday tuesday wednesday thursday friday saturday sunday"
)
_COUNTS = frozenset(map(meant, word_set("one two three four five six seven eight nine ten half part none percent")))
_RELATIVE = word_set("who whom which that")
_NEXT_VERB = re.compile(r"R*[MVDEHKB]")


def reading(text: str) -> tuple[list[Predicate], list[Group]]:
    """All that a sentence tells, in its order, and all groups of nouns in it."""
    it = _Reading(text)
    it.read()
    return it.found, it.groups


class _Reading(VerbReader):
    """One pass over a sentence."""

    def read(self) -> None:
        """Go through the sentence."""
        at = 0
        while at < len(self.phrases.tags):
            at = self._step(at)
        self._end()

    def _step(self, at: int) -> int:
        word, tag = self.phrases.low[at], self.phrases.tags[at]
        if tag in ".$":
            self._mark(word)
        elif tag == "W":
            return self._question(at)
        elif tag == "I" and self.phrases.opens_clause(at):
            self.stack.append(Clause())
            self.preposition = self.joined = ""
            self.last = None
        elif tag == "I" or (tag == "Z" and not self._infinitive_follows(at)):
            self.preposition = word
        elif tag == "C":
            self.joined, self.preposition = "and", ""
        else:
            return self._group(at)
        return at + 1

    def _group(self, at: int) -> int:
        kind, end = self.phrases.at(at)
        if kind == "noun":
            return self._noun(at, end)
        if kind == "verb":
            self.verb(at, end)
        elif self.phrases.tags[at] == "J":
            self._adjective(at)
        return end

    def _infinitive_follows(self, at: int) -> bool:
        return self.phrases.tags[at + 1 : at + 4].lstrip("R")[:1] in {"B", "E", "H", "K"}

    def _mark(self, word: str) -> None:
        if word in _ENDS:
            self._end()
            self.stack = [Clause()]
            self.last = None
            self.preposition = self.joined = ""
        elif word in _PAUSES:
            self.joined, self.preposition = ",", ""

    def _end(self) -> None:
        for it in self.waiting:
            if self.stack[0].doer and not it.passive:
                it.doer = self.stack[0].doer
        self.waiting = []

    def _question(self, at: int) -> int:
        """A relative clause, or a clause that a verb takes."""
        word, before, end = self.phrases.low[at], self.last, at + 1
        kind, behind = self.phrases.at(at + 1)
        if word == "whose" and kind == "noun":
            group = self._taken(at + 1, behind)
            group.owner |= before.words if before else set()
            self._owned(group)
            self.stack.append(Clause(doer=group, relative=True))
            self.last, end = group, behind
        elif word in _RELATIVE and before is not None and not (at and self.phrases.tags[at - 1] in "VDBGXEHK"):
            speaks = _NEXT_VERB.match(self.phrases.tags, at + 1)
            self.stack.append(Clause(doer=before, relative=True) if speaks else Clause(gap=before, relative=True))
        else:
            self.stack.append(Clause())
        self.joined = self.preposition = ""
        if self.clause.doer is None:
            self.last = None
        return end

    def _taken(self, start: int, end: int) -> Group:
        """A group of nouns, kept among all of them."""
        group = self.phrases.group(start, end)
        if group.words:
            self.groups.append(group)
        if role := self.phrases.role(start, end):
            self.found.append(role)
        return group

    def _noun(self, start: int, end: int) -> int:
        group = self._taken(start, end)
        while self.phrases.tags[end : end + 1] == "S":
            kind, behind = self.phrases.at(end + 1)
            if kind != "noun":
                end += 1
                break
            owned = self._taken(end + 1, behind)
            owned.owner = group.words
            group, end = owned, behind
        self._owned(group)
        self._apposition(group, start, end)
        preposition, joined = self.preposition, self.joined
        self.preposition = self.joined = ""
        if preposition:
            self._beside(preposition, group)
        elif joined and self.phrases.verb_follows(end) and self.clause.verb is not None:
            self._new_clause(group)
        elif self.clause.verb is None:
            self._before_verb(group, joined)
        else:
            self._behind_verb(group, joined, start)
        self.last, self.end_of_last = group, end
        return end

    def _owned(self, group: Group) -> None:
        if group.owner:
            self.found.append(Predicate(group.head, group.raw, Group(group.owner), beside=group.beside, form="noun"))

    def _apposition(self, group: Group, start: int, end: int) -> None:
        """ "Clive Lloyd, captain of the team," says what somebody is."""
        beside = self.joined == "," and not self.preposition and self.end_of_last == start - 1
        ends = self.phrases.tags[end : end + 1] in {"", ".", "I"}
        if beside and ends and self.last is not None and self.phrases.low[start] not in PRONOUNS:
            self.found.append(Predicate(group.head, group.raw, self.last, beside=group.beside, form="is"))

    def _new_clause(self, group: Group) -> None:
        while len(self.stack) > 1 and self.clause.verb is not None:
            self.stack.pop()
        if self.clause.verb is None:
            self.clause.doer = group
        else:
            self.stack[-1] = Clause(doer=group)

    def _beside(self, preposition: str, group: Group) -> None:
        verb, last = self.clause.verb, self.last
        if preposition == "of" and last is not None and not last.words - _COUNTS:
            last.words |= group.words  # most of them, one of the two
        elif last is not None:
            last.beside.setdefault(preposition, set()).update(group.words)
            if not any(it.beside is last.beside and it.form == "noun" for it in self.found):
                self.found.append(Predicate(last.head, last.raw, beside=last.beside, form="noun"))
        if verb is None:
            if self.clause.doer is None:
                self.clause.lead.setdefault(preposition, set()).update(group.words)
        elif preposition == "by" and verb.passive and not verb.doer.words:
            verb.doer = group
        elif preposition != "of" or last is None:
            verb.beside.setdefault(preposition, set()).update(group.words)

    def _before_verb(self, group: Group, joined: str) -> None:
        doer = self.clause.doer
        if joined and doer is not None and doer.raw not in _TIMES:
            doer.words |= group.words
        else:
            self.clause.doer = group

    def _behind_verb(self, group: Group, joined: str, start: int) -> None:
        verb = self.clause.verb
        assert verb is not None
        if verb.form == "inverted":
            verb.doer, verb.form = group, "verb"
        elif verb.form == "is":
            self._is_said(group.head, group.raw, group)
        elif joined and self.last is not None:
            self.last.words |= group.words
        elif group.raw in _TIMES:
            verb.beside.setdefault("on", set()).update(group.words)
        elif not verb.whom.raw:
            verb.whom = group
        elif self.last is verb.whom and self.end_of_last == start:
            verb.beside.setdefault("to", set()).update(verb.whom.words)
            verb.whom = group

    def _is_said(self, name: str, raw: str, group: Group) -> None:
        """What somebody is, as a predicate of its own."""
        verb = self.clause.verb
        assert verb is not None
        self.found.append(Predicate(name, raw, verb.doer, beside=group.beside, denied=verb.denied, form="is"))
        verb.beside.setdefault("be", set()).update(group.words)

    def _adjective(self, at: int) -> None:
        verb, raw = self.clause.verb, self.phrases.low[at]
        self.joined = ""
        if verb is None:
            return
        head = meant(raw)
        if verb.form == "is":
            self.last = Group({head}, head, raw)
            self._is_said(head, raw, self.last)
        elif self.last is verb.whom and self.end_of_last == at and verb.raw in _JUDGES:
            self.found.append(Predicate(head, raw, verb.whom, denied=verb.denied, form="is"))
