"""Rules on entries: hide, star, tag, mark read. Pure functions, so that a rule can be tried before it is kept.

Words are compared as search compares them (`text.fold`): case, accents and kinds of quotes do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from functools import lru_cache
from typing import Any

from reader.errors import UsageError
from reader.text.clean import one_line
from reader.text.fold import fold
from reader.text.words import segmented, words

_PIECE = re.compile(r"(-?)(?:\"([^\"]*)\"?|(\S+))")
_TYPED = re.compile(
    r"(-?title|source|from|author|by|language|tag):(\"[^\"]*\"?|\S*)|(-?\"[^\"]*\"?|\S+)", re.IGNORECASE
)
_TITLED = re.compile(r"(-?)(\"[^\"]*\"?|\S+)")
_ALIKE = {"from": "source", "by": "author"}


@dataclass(frozen=True, slots=True)
class Rule:
    """What is asked of an entry, all of it at once, and what is done to those that answer.

    `words` are wanted all together in title or text: "storm", "high water" as a phrase, -football for one that must
    not be there, ferr* for a beginning; `title` as these in the title alone. `source` is part of the source's title,
    address or folder; `author` part of a name; `language` a code such as "de", which takes "de-AT" too; `tag` a whole
    tag. One that is `off` is kept, and does nothing.
    """

    name: str = ""
    words: str = ""
    title: str = ""
    source: str = ""
    author: str = ""
    language: str = ""
    tag: str = ""
    hide: bool = False
    star: bool = False
    read: bool = False
    tags: tuple[str, ...] = ()
    off: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What a rule can know of an entry."""

    title: str = ""
    text: str = ""
    source: str = ""
    address: str = ""
    folder: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be done to an entry, and the names of the rules that say so."""

    hide: bool = False
    star: bool = False
    read: bool = False
    tags: tuple[str, ...] = ()
    because: tuple[str, ...] = ()


def decide(rules: Iterable[Rule], subject: Subject) -> Verdict:
    """What all the rules that match do together, but for those that are off; a star keeps an entry from being hidden."""
    found = [rule for rule in rules if not rule.off and matches(rule, subject)]
    star = any(rule.star for rule in found)
    return Verdict(
        hide=any(rule.hide for rule in found) and not star,
        star=star,
        read=any(rule.read for rule in found),
        tags=tuple(dict.fromkeys(tag for rule in found for tag in rule.tags)),
        because=tuple(rule.name or described(rule) for rule in found),
    )


def matches(rule: Rule, subject: Subject) -> bool:
    """Whether an entry answers everything that a rule asks; a rule that asks nothing takes none."""
    if not _asks(rule):
        return False
    return (
        _within(rule.source, (subject.source, subject.address, subject.folder))
        and _within(rule.author, subject.authors)
        and (not rule.language or _language(rule.language, subject.language))
        and (not rule.tag or _folded(rule.tag) in map(_folded, subject.tags))
        and (not rule.title or _has_words(rule.title, subject.title))
        and (not rule.words or _has_words(rule.words, f"{subject.title}\n{subject.text}"))
    )


def tried(rule: Rule, subjects: Iterable[Subject]) -> Iterator[int]:
    """The positions of the entries that a rule would take, to be looked at before it is kept."""
    return (position for position, subject in enumerate(subjects) if matches(rule, subject))


def check(rule: Rule) -> Rule:
    """The rule itself. Raises UsageError for one that asks nothing or does nothing."""
    if not _asks(rule):
        raise UsageError(
            "This rule would take every entry.", "Say which: by words, title, source, author, language or tag."
        )
    if not (rule.hide or rule.star or rule.read or rule.tags):
        raise UsageError("This rule would do nothing.", "Say what: hide, star, mark read, or put a tag on.")
    return rule


def described(rule: Rule) -> str:
    """A rule in a few words, for lists and for the outcome of an update."""
    asked = [f"{name} {value}" for name, value in _asked(rule)]
    return one_line(f"{', '.join(asked) or 'nothing'}: {done(rule) or 'nothing'}{', off' * rule.off}")


def done(rule: Rule) -> str:
    """What a rule does to an entry, in a few words."""
    does = [name for name, does in (("hide", rule.hide), ("star", rule.star), ("mark read", rule.read)) if does]
    return one_line(", ".join((*does, *(f"tag {tag}" for tag in rule.tags))))


def asked(rule: Rule) -> str:
    """Which entries a rule takes, as `which` reads it."""
    parts = (value if name == "words" else _after_its_name(name, value) for name, value in _asked(rule))
    return one_line(" ".join(parts))


def _after_its_name(name: str, value: str) -> str:
    if name == "title":  # each of its words by itself: together in quotes they would be a phrase
        return " ".join(f"{minus}title:{piece}" for minus, piece in _TITLED.findall(value))
    return f"{name}:{_in_quotes(value)}"


def which(typed: str) -> Rule:
    """The rule that asks what a person typed, and does nothing yet: words, #tag, and title:, source:, author:, language:,
    tag: before a word or "several of them"; from: and by: are source: and author:, too."""
    words = []
    found: dict[str, Any] = {}
    for name, value, word in _TYPED.findall(one_line(typed)):
        if name.lower().endswith("title"):
            found["title"] = f"{found.get('title', '')} {name[:-5] if value else ''}{value}".strip()
        elif name:
            found[_ALIKE.get(name.lower(), name.lower())] = value.strip('"')
        elif word.startswith("#") and word.strip("#"):
            found["tag"] = word.strip("#")
        else:
            words.append(word)
    return Rule(words=" ".join(words), **found)


def doing(rule: Rule, typed: str) -> Rule:
    """The rule that does what a person typed: hide, star, read, and #tag for each tag. Raises UsageError."""
    wished = typed.replace(",", " ").split()
    tags = tuple(dict.fromkeys(it[1:] for it in wished if it[0] == "#" and it[1:]))
    for it in wished:
        if it.lower() not in ("hide", "star", "read") and it[1:] not in tags:
            raise UsageError(f"“{one_line(it)[:40]}” is nothing that a rule does.", "It may hide, star, read, or #tag.")
    does = {it.lower() for it in wished}
    return check(replace(rule, hide="hide" in does, star="star" in does, read="read" in does, tags=tags))


def to_value(rule: Rule) -> dict[str, Any]:
    """A rule as settings and exports keep it: what is set, and nothing else."""
    return {name: list(value) if name == "tags" else value for name, value in asdict(rule).items() if value}


def from_value(value: object) -> Rule:
    """A rule out of settings or an import. Raises UsageError for what is none."""
    if not isinstance(value, dict):
        raise UsageError("A rule is a table of what it asks and does.", 'For example: words = "lottery", hide = true.')
    kinds = {field.name: field.type for field in fields(Rule)}
    found: dict[str, Any] = {}
    for name, wish in value.items():
        kind = kinds.get(name)
        if kind is None:
            raise UsageError(f"A rule has no “{one_line(str(name))[:40]}”.", f"It may have {', '.join(kinds)}.")
        if kind == "bool" and isinstance(wish, bool):
            found[name] = wish
        elif kind == "str" and isinstance(wish, str):
            found[name] = one_line(wish)
        elif name == "tags" and isinstance(wish, list | tuple) and all(isinstance(tag, str) for tag in wish):
            found[name] = tuple(filter(None, map(one_line, wish)))
        else:
            raise UsageError(
                f"A rule's {name} is of another kind.", "Words in quotes, true or false, and a list for tags."
            )
    return check(Rule(**found))


def sure(rule: Rule) -> tuple[str, ...]:
    """Folded words of ASCII that stand in each entry that a rule takes, so that an index of words can be asked first;
    with * those that may go on."""
    parts = [line for line, wanted in (*_wanted(rule.words), *_wanted(rule.title)) if wanted]
    found = []
    for line in parts:
        *whole, last = line.split(" ")  # what ends in a space is no beginning: behind it stands nothing
        found += [*whole, f"{last}*"] if last else whole
    return tuple(dict.fromkeys(it for it in found if it.isascii() and it.rstrip("*").isalnum()))


def _asked(rule: Rule) -> Iterator[tuple[str, str]]:
    """What a rule asks, by name."""
    for name in ("words", "title", "source", "author", "language", "tag"):
        value: str = getattr(rule, name)
        if value:
            yield name, value


def _in_quotes(value: str) -> str:
    return f'"{value}"' if " " in value else value


def _asks(rule: Rule) -> bool:
    return bool(
        _wanted(rule.words)
        or _wanted(rule.title)
        or rule.source.strip()
        or rule.author.strip()
        or rule.language
        or rule.tag
    )


def _within(part: str, names: Iterable[str]) -> bool:
    wanted = _folded(part)
    return not wanted or any(wanted in _folded(name) for name in names)


def _language(wanted: str, found: str) -> bool:
    """Whether a language is the wanted one or a variety of it (RFC 4647, 3.3.1)."""
    wanted, found = wanted.strip().lower(), found.strip().lower().replace("_", "-")
    return found == wanted or found.startswith(f"{wanted}-")


def _has_words(asked: str, text: str) -> bool:
    text = _line(text)
    return all((f" {word}" in text) is wanted for word, wanted in _wanted(asked))


@lru_cache(maxsize=256)
def _wanted(asked: str) -> tuple[tuple[str, bool], ...]:
    """Words and phrases as they are looked for, and whether they must be there or must not."""
    found = []
    for minus, phrase, word in _PIECE.findall(asked):
        text = phrase or word
        line = _line(text).strip()
        if line:
            found.append((line if text.endswith("*") else f"{line} ", not minus))
    return tuple(found)


@lru_cache(maxsize=64)
def _line(text: str) -> str:
    """A text's folded words with a space before and after each."""
    folded = segmented(_folded(text))
    return f" {' '.join(folded[start:end] for start, end in words(folded))} "


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return fold(text.strip()).text
