"""Who does what a verb says, as a sentence is read from left to right: the part of `clauses` that is about verbs. English."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reader.summaries.phrases import Group, Phrases, Predicate, meant
from reader.text.words import word_set

_GIVES_TASK = word_set(
    "ask tell order urge force allow help persuade want expect enable cause get encourage invite permit warn advise "
    "teach require asked told ordered urged forced allowed helped persuaded wanted expected enabled caused got "
    "encouraged invited permitted warned advised taught required asks tells orders urges forces allows helps "
    "persuades wants expects lets let"
)
"""With somebody and "to" behind them, that one does what follows."""
_FAILS = word_set(
    "fail fails failed failing refuse refuses refused refusing decline declines declined declining stop stops stopped "
    "deny denies denied denying unable avoid avoided"
)
"""What follows these is not done."""
_LEANING = word_set("of for from into")
"""With "-ing" behind them it is done by whom the verb before is done to: "accused him of", "stopped them from"."""
_DENIES = word_set("not never n't n’t no neither nor hardly")
_SPEECH = word_set(
    "said says told added claimed asked wrote explained insisted admitted warned joked argued revealed replied"
)
_TAKES_CLAUSE = word_set(
    "say says said think thinks thought believe believes believed claim claims claimed hope hopes hoped suggest "
    "suggests suggested fear fears feared admit admits admitted know knows knew argue argues argued insist insists "
    "insisted feel feels felt find finds found show shows showed mean means meant ensure tell tells told warn warns "
    "warned hear heard see saw note noted add added agree agreed confirm confirmed reveal revealed expect expects "
    "wish wishes understand understood estimate estimated announce announced report reported is was are were saying "
    "telling claiming thinking knowing"
)
"""Behind these a clause may follow without "that"."""
_QUOTED = word_set(", \" ' ” ’")
_FINITE = re.compile(r"[MVDEHK]")
_MARK_OR_QUESTION = re.compile(r"[.W]")


@dataclass(slots=True)
class Clause:
    """What is known of a clause: who does it, whom a relative clause speaks of, its verb, what stands before it."""

    doer: Group | None = None
    gap: Group | None = None
    verb: Predicate | None = None
    lead: dict[str, set[str]] = field(default_factory=dict)
    relative: bool = False


class VerbReader:
    """The state of a reading, and what each verb does to it."""

    def __init__(self, text: str) -> None:
        self.phrases = Phrases(text)
        self.found: list[Predicate] = []
        self.groups: list[Group] = []
        self.stack = [Clause()]
        self.last: Group | None = None
        self.end_of_last = 0
        self.preposition = ""
        self.joined = ""
        self.waiting: list[Predicate] = []
        """Participles before who does it: "Boasting 55 million visitors, Twitch"."""

    @property
    def clause(self) -> Clause:
        """The innermost clause."""
        return self.stack[-1]

    def verb(self, start: int, end: int) -> None:
        """Take in a group of verbs."""
        tags, main = self.phrases.tags[start:end], self.phrases.low[end - 1]
        verb = Predicate(meant(main), main, form="is" if tags[-1] == "E" else "verb")
        verb.passive = tags[-1] == "X" and "E" in tags[:-1]
        verb.denied = bool(_DENIES.intersection(self.phrases.low[max(0, start - 1) : end]))
        before = self.clause.verb
        if before is not None and (tags[0] == "Z" or (tags == "G" and before.raw in _FAILS)):
            verb.denied ^= before.denied ^ (before.raw in _FAILS)
        if tags[0] == "Z":
            self._infinitive(verb)
        elif tags == "G" or self.phrases.low[start] in {"being", "having"}:
            self._participle(verb)
        elif tags == "X" and not self._is_past(start, end):
            verb.passive = True
            self._past_participle(verb)
        else:
            self._finite(verb, start, end)
        self.preposition = self.joined = ""
        self.found.append(verb)
        self.clause.verb = verb
        self.last = None

    def _is_past(self, start: int, end: int) -> bool:
        """Whether what looks like a participle is the verb of its clause: there is no other."""
        clause, tags = self.clause, self.phrases.tags
        if clause.verb is not None:
            return self.joined == "and" and not clause.verb.passive and clause.verb.form != "is"
        if clause.doer is None or (self.last is None and not clause.relative):
            return False
        mark = _MARK_OR_QUESTION.search(tags, end)
        rest = tags[end : mark.start() if mark else None]
        if _FINITE.search(rest) or (rest[:1] == "I" and rest[1:2] != "U" and self.phrases.low[end] == "by"):
            return False
        return tags[start - 1] not in ".C" or rest[:1] in {"T", "N", "P", "O", "U", "J"}

    def _set_doer(self, verb: Predicate, group: Group | None) -> None:
        if group is None:
            return
        if verb.passive:
            verb.whom = group
        else:
            verb.doer = group

    def _infinitive(self, verb: Predicate) -> None:
        before = self.clause.verb
        if before is None:
            self._set_doer(verb, self.clause.doer)
            return
        controlled = before.raw in _GIVES_TASK and before.whom.raw
        self._set_doer(verb, before.whom if controlled or before.passive else before.doer)

    def _participle(self, verb: Predicate) -> None:
        before, clause = self.clause.verb, self.clause
        if before is None and clause.doer is None:
            self.waiting.append(verb)
        elif before is None:
            verb.doer = clause.doer or Group()
        elif self.preposition in _LEANING and before.whom.raw:
            verb.doer = before.whom
        elif not self.preposition and not self.joined and self.last is not None:
            verb.doer = self.last
        else:
            verb.doer = before.whom if before.passive else before.doer

    def _past_participle(self, verb: Predicate) -> None:
        before = self.clause.verb
        if self.last is not None and not self.joined:
            verb.whom = self.last
        elif before is not None:
            verb.whom = before.whom if before.passive else before.doer
        elif self.last is not None:
            verb.whom = self.last
        else:
            self.waiting.append(verb)

    def _finite(self, verb: Predicate, start: int, end: int) -> None:
        if self._is_inverted(verb, start, end):
            verb.form = "inverted"
            self.stack = [Clause(verb=verb)]
            return
        clause = self.clause
        if clause.verb is not None:
            clause = self._again(verb, plain=self.phrases.tags[start:end] == "D")
        else:
            self._set_doer(verb, clause.doer)
        if clause.gap is not None and not verb.passive:
            verb.whom = clause.gap
        for preposition, words in clause.lead.items():
            verb.beside.setdefault(preposition, set()).update(words)
        if clause.doer is not None:
            for it in self.waiting:
                self._set_doer(it, clause.doer)
            self.waiting = []

    def _is_inverted(self, verb: Predicate, start: int, end: int) -> bool:
        """Whether who speaks stands behind: “…,” said Hart."""
        if verb.raw not in _SPEECH or not start or self.phrases.low[start - 1] not in _QUOTED:
            return False
        who_follows = self.phrases.tags[end : end + 1] in {"P", "T", "N"}
        return (who_follows and self.clause.verb is not None) or self.clause.doer is None

    def _again(self, verb: Predicate, *, plain: bool) -> Clause:
        """A second verb in a clause: joined to the first, of the clause around it, or of what the first tells."""
        clause, before, group = self.clause, self.clause.verb, self.last
        assert before is not None
        if self.joined == "and":
            self._set_doer(verb, (before.whom if before.passive else clause.doer) or before.doer)
            return clause
        outer = next((k for k in range(len(self.stack) - 2, -1, -1) if self.stack[k].verb is None), None)
        if outer is not None and (self.joined or any(it.relative for it in self.stack[outer + 1 :])):
            del self.stack[outer + 1 :]
            self._set_doer(verb, self.clause.doer)
            return self.clause
        if group is None or self.joined:
            self._set_doer(verb, clause.doer)
            return clause
        if plain and before.raw not in _TAKES_CLAUSE:  # a mammoth found in Siberia
            verb.whom, verb.passive = group, True
            return Clause()
        if before.whom is group:
            before.whom = Group()
        self.stack.append(Clause(doer=group))
        self._set_doer(verb, group)
        return self.clause
