"""The query language: words, "phrases", prefix*, -not, OR, and fields. Text in, a tree of frozen values out.

    harbor ferry            both words, anywhere in the article
    "ferry line"            these words in this order
    ferr*                   words that begin so
    harbor OR port          either; OR binds closer than the space, as search engines have it
    -council                not this; -"ferry line", -tag:sport and -(a OR b) too
    title:ferry by:brandt from:"Harbor Post" tag:region, or #region
    author:brandt source:"Harbor Post" folder:News, as rules and other readers say it; from: takes tags of sources, too
    is:unread is:starred is:marked
    after:2026-11-01 before:yesterday after:"last week"

Dates name days in the person's zone. `after:` begins with the first moment of what it names, `before:` ends there:
after:2026 before:2027 is the whole year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from reader.errors import UsageError
from reader.search.days import day_of
from reader.text.clean import one_line

Field = Literal["any", "title", "by", "from", "tag"]
State = Literal["unread", "read", "starred", "marked"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was typed; with `prefix` all words that begin so."""

    text: str
    prefix: bool = False
    field: Field = "any"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow one another; with `prefix` the last one may go on."""

    text: str
    prefix: bool = False
    field: Field = "any"


@dataclass(frozen=True, slots=True)
class Is:
    """Entries in that state."""

    state: State


@dataclass(frozen=True, slots=True)
class Since:
    """Entries from the first moment of that day on."""

    day: date


@dataclass(frozen=True, slots=True)
class Until:
    """Entries before the first moment of that day."""

    day: date


@dataclass(frozen=True, slots=True)
class Not:
    """What the term does not match."""

    term: Term


@dataclass(frozen=True, slots=True)
class All:
    """What every term matches; without a term, everything."""

    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """What at least one term matches."""

    terms: tuple[Term, ...]


Term = Word | Phrase | Is | Since | Until | Not | All | Any


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked for, and the text that said so."""

    text: str
    root: All

    def wanted(self) -> tuple[Word | Phrase, ...]:
        """The words and phrases that are to be found in the text: for snippets and for hits in the article."""
        return tuple(_wanted(self.root))


def _wanted(term: Term) -> list[Word | Phrase]:
    if isinstance(term, Word | Phrase):
        return [term] if term.field in ("any", "title") else []
    if isinstance(term, All | Any):
        return [word for inner in term.terms for word in _wanted(inner)]
    return []


def words_in(text: str) -> tuple[Word | Phrase, ...]:
    """What a query looks for in texts; nothing of one that cannot be read."""
    try:
        return parse_query(text, date(2000, 1, 1)).wanted()  # whatever the day, it is no word
    except UsageError:
        return ()


@dataclass(frozen=True, slots=True)
class _Token:
    """A mark of the language at its position in the text."""

    kind: Literal["(", ")", "-", "OR", "field", "phrase", "word"]
    text: str
    at: int


_TEXTUAL: dict[str, Field] = {
    **{"title": "title"},
    **dict.fromkeys(("by", "author"), "by"),
    **dict.fromkeys(("from", "source", "folder"), "from"),
    **dict.fromkeys(("tag", "tags"), "tag"),
}
_FIELDS = (*_TEXTUAL, "is", "after", "before")
_STATES: dict[str, State] = {"unread": "unread", "read": "read", "starred": "starred", "marked": "marked"}
_TOKEN = re.compile(
    r"""\s*(?:
        (?P<paren>[()])
      | (?P<minus>[-−](?=[^\s\-]))
      | (?P<field>[A-Za-z]{2,12}):(?!//)
      | (?P<phrase>["“”„«»][^"“”„«»]*["“”„«»]?\*?)
      | (?P<word>[^\s()"“”„«»]+)
    )""",
    re.VERBOSE,
)
_LONGEST = 2000
_DEEPEST = 20


def parse_query(text: str, today: date | None = None) -> Query:
    """The tree of a query. Without `today`, days such as "yesterday" cannot be said.

    Raises:
        UsageError: naming the position, counted from 1, and what was meant.
    """
    if len(text) > _LONGEST:
        raise UsageError(f"The query has {len(text)} characters.", f"Use at most {_LONGEST}.")
    reader = _Reader(text, today)
    return Query(text, reader.query())


class _Reader:
    """Reads tokens from left to right, one function for each level of the grammar."""

    def __init__(self, text: str, today: date | None) -> None:
        self.text = text
        self.today = today
        self.tokens = _tokens(text)
        self.next = 0
        self.depth = 0

    def query(self) -> All:
        root = self.all()
        if (token := self.peek()) is not None:
            raise _wrong(self.text, token.at, "This “)” closes nothing.", "Take it out, or open with “(”.")
        return root

    def peek(self) -> _Token | None:
        return self.tokens[self.next] if self.next < len(self.tokens) else None

    def all(self) -> All:
        terms: list[Term] = []
        while (token := self.peek()) is not None and token.kind != ")":
            if (term := self.either()) != All():
                terms.append(term)
        return All(tuple(terms))

    def either(self) -> Term:
        terms = [self.single()]
        while (token := self.peek()) is not None and token.kind == "OR":
            self.next += 1
            following = self.peek()
            if following is None or following.kind in ("OR", ")"):
                raise _wrong(self.text, token.at, "OR has nothing after it.", "Write it between two words: a OR b.")
            terms.append(self.single())
        terms = [term for term in terms if term != All()] or [All()]
        return terms[0] if len(terms) == 1 else Any(tuple(terms))

    def single(self) -> Term:
        token = self.tokens[self.next]
        self.next += 1
        match token.kind:
            case "OR":
                raise _wrong(self.text, token.at, "OR has nothing before it.", "Write it between two words: a OR b.")
            case "-":
                if self.peek() is None:
                    raise _wrong(self.text, token.at, "Nothing follows “-”.", "Write what is to be left out: -word.")
                inner = self.single()
                return Not(inner) if inner != All() else inner
            case "(":
                return self.group(token)
            case "field":
                return self.field(token)
            case _:
                return self.words(token, "any")

    def group(self, opened: _Token) -> Term:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _wrong(self.text, opened.at, "Too many “(” within one another.", "Say it with fewer.")
        inner = self.all()
        closing = self.peek()
        if closing is None:
            raise _wrong(self.text, opened.at, "This “(” is not closed.", "Add “)” where it ends.")
        self.next += 1
        self.depth -= 1
        return inner.terms[0] if len(inner.terms) == 1 else inner

    def words(self, token: _Token, field: Field) -> Term:
        text, prefix = token.text, False
        if text.endswith("*"):
            text, prefix = text.rstrip("*"), True
        if token.kind == "phrase":
            text = text.strip('"“”„«»').strip()
        if not any(char.isalnum() for char in text):
            return All()
        if field == "any" and token.kind == "word" and text.startswith("#"):
            field = "tag"
        if field == "tag":
            text = text.lstrip("#")
        if token.kind == "phrase" and " " in text:
            return Phrase(text, prefix, field)
        return Word(text, prefix, field)

    def field(self, token: _Token) -> Term:
        name = token.text.lower()
        if name not in _FIELDS:
            advice = f'Did you mean {_meant(name, _FIELDS)}: ? The word itself is written "{token.text}:".'
            raise _wrong(self.text, token.at, f"“{token.text}:” is no field.", advice)
        value = self.peek()
        if value is None or value.kind not in ("word", "phrase"):
            raise _wrong(self.text, token.at, f"Nothing follows “{name}:”.", f"Write {_example(name)}.")
        self.next += 1
        if name in _TEXTUAL:
            return self.words(value, _TEXTUAL[name])
        said = value.text.strip('"“”„«»').strip()
        if name == "is":
            return self.state(said, value)
        day = day_of(said, self.today)
        if day is None:
            advice = f"Write {_example(name)}, or a day such as yesterday, “last week”, monday."
            raise _wrong(self.text, value.at, f"“{said}” is no date.", advice)
        return Since(day) if name == "after" else Until(day)

    def state(self, said: str, value: _Token) -> Is:
        if said.lower() not in _STATES:
            meant = _meant(said.lower(), tuple(_STATES))
            hint = f"Did you mean is:{meant} ?" if meant else "Known: is:unread, is:starred, is:marked, is:read."
            raise _wrong(self.text, value.at, f"“{said}” is no state.", hint)
        return Is(_STATES[said.lower()])


_EXAMPLES = {
    "title": "title:ferry",
    "by": "by:brandt",
    "from": 'from:"Harbor Post"',
    "tag": "tag:region",
    "is": "is:unread, is:starred or is:marked",
    "after": "after:2026-11-01",
    "before": "before:2026-11-01",
}


def _example(name: str) -> str:
    """How a field is written."""
    return _EXAMPLES[_TEXTUAL.get(name, name)]


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    end = len(text.rstrip())
    at = 0
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            raise _wrong(text, at, f"“{text[at:].strip()[:1]}” cannot stand here.", "Take it out.")
        group = match.lastgroup
        if group == "field" and not (match["field"].lower() in _FIELDS or _meant(match["field"].lower(), _FIELDS)):
            match, group = _WORD.match(text, match.start("field")) or match, "word"
        start, said = match.start(group), match[group]
        if group == "phrase" and not re.search(r'.["“”„«»]\*?\Z', said, re.DOTALL):
            raise _wrong(text, start, "This quotation mark is not closed.", "Add one where the phrase ends.")
        found.append(_token(group, said, start))
        at = match.end()
    return found


_WORD = re.compile(r'(?P<word>[^\s()"“”„«»]+)')


def _token(group: str, said: str, at: int) -> _Token:
    match group:
        case "paren":
            return _Token("(" if said == "(" else ")", said, at)
        case "minus":
            return _Token("-", said, at)
        case "field":
            return _Token("field", said, at)
        case "phrase":
            return _Token("phrase", said, at)
        case _:
            return _Token("OR" if said == "OR" else "word", said, at)


def _wrong(text: str, at: int, happened: str, advice: str) -> UsageError:
    """An error that names the position and shows what stands there."""
    there = one_line(text[at : at + 20].split("\n", maxsplit=1)[0])
    happened = one_line(happened)  # a query may have come with an import
    return UsageError(f"{happened} (Character {at + 1}: {there})" if there else happened, advice)


def _meant(said: str, known: tuple[str, ...]) -> str | None:
    """The known word that was probably meant: the same first letter or most letters in common."""

    def alike(word: str) -> float:
        common = sum(min(said.count(c), word.count(c)) for c in set(word))
        return common / max(len(said), len(word))

    best = max(known, key=alike)
    return best if alike(best) >= 0.6 else None
