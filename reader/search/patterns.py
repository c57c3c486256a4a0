"""Regular expressions that cannot take forever: what might is refused before it runs, with the place and a way out.

Python's engine tries every way to split a text among repeats. So an expression is read here first: a repeat must not
hold another repeat or a choice, and of repeats that can take one another's characters there may be few. Open repeats
end after 200 characters, which is more than a line of news.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from reader.errors import UsageError

OPEN = 200
"""Characters that `*` and `+` take at most."""
WAYS = 600
"""Ways to split the same characters that are allowed: one open repeat and an optional letter or two."""
# A character of each kind that tells classes apart.
_SAMPLES = [chr(code) for code in range(32, 127)] + ["\n", "\t", "\xa0", "é", "Я", "新", "“", "–", "…"]


@dataclass(slots=True)
class _Item:
    """One thing to match, and how often. `inner` holds the alternatives of a group."""

    source: str
    at: int
    least: int = 1
    most: int = 1
    lazy: str = ""
    inner: list[list[_Item]] = field(default_factory=list)

    @property
    def varies(self) -> bool:
        """Whether it can match in more than one way."""
        inside = any(item.varies for branch in self.inner for item in branch)
        return self.least != self.most or len(self.inner) > 1 or inside

    @property
    def anchor(self) -> bool:
        return self.source in {"^", "$", r"\b", r"\B", r"\A", r"\Z"}

    def written(self) -> str:
        body = self.source
        if self.inner:
            body = "(?:" + "|".join("".join(item.written() for item in branch) for branch in self.inner) + ")"
        times = {(1, 1): "", (0, 1): "?"}.get((self.least, self.most), f"{{{self.least},{self.most}}}")
        return body + times + (self.lazy if times else "")

    def signs(self) -> frozenset[str]:
        """The sample characters that it can match."""
        if self.anchor:
            return frozenset()
        if self.inner:
            return frozenset(c for branch in self.inner for item in branch for c in item.signs())
        one = re.compile(self.source, re.IGNORECASE | re.DOTALL)
        return frozenset(c for c in (*_SAMPLES, self.source[-1:]) if one.fullmatch(c))


_QUANTIFIER = re.compile(r"([*+?]|\{(\d*)(,?)(\d*)\})([?]?)")
_ATOM = re.compile(
    r"\\[wWdDsSbBAZ]|\\[^A-Za-z0-9]|\\[ntr]|\[\^?\]?(?:\\.|[^\]\\])*\]|[^\\\[\]()|*+?{}]|[\]{}]",
    re.DOTALL,
)


class _Reader:
    """Reads an expression into items; what is not understood is refused."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def branches(self, depth: int = 0) -> list[list[_Item]]:
        if depth > 10:
            raise self.wrong("Too many groups within one another.", "Say it with fewer.")
        found: list[list[_Item]] = [[]]
        while self.at < len(self.text) and self.text[self.at] != ")":
            if self.text[self.at] == "|":
                self.at += 1
                found.append([])
            else:
                found[-1].append(self.quantified(self.item(depth)))
        return found

    def item(self, depth: int) -> _Item:
        start = self.at
        if self.text[start] == "(":
            self.at += 3 if self.text.startswith("(?:", start) else 1
            if self.text.startswith("?", self.at):
                raise self.wrong("Groups of this kind are not known here.", "Use (…) or (?:…).")
            inner = self.branches(depth + 1)
            if self.at >= len(self.text):
                self.at = start
                raise self.wrong("This group is not closed.", "Add “)”, or write \\( for the sign itself.")
            self.at += 1
            return _Item("", start, inner=inner)
        match = _ATOM.match(self.text, start)
        if match is None:
            raise self.wrong("This cannot stand here.", "For the sign itself put a backslash before it.")
        self.at = match.end()
        return _Item(_class(match[0]) if match[0][0] == "[" else match[0], start)

    def quantified(self, item: _Item) -> _Item:
        match = _QUANTIFIER.match(self.text, self.at)
        if match is None or match[1] in ("{}", "{,}"):
            return item
        self.at = match.end()
        if item.anchor:
            raise self.wrong("Nothing is there to repeat.", "Take the repeat out.")
        item.least = 1 if match[1] == "+" else int(match[2] or 0)
        if match[1] in ("*", "+"):
            item.most = OPEN
        elif match[1] == "?":
            item.most = 1
        else:
            item.most = int(match[4]) if match[4] else (OPEN if match[3] else item.least)
        item.lazy = match[5]
        if item.most > OPEN or item.least > item.most:
            raise self.wrong(f"Repeats go up to {OPEN} here, the lower number first.", "Write smaller numbers.")
        return item

    def wrong(self, happened: str, advice: str) -> UsageError:
        return _wrong(self.text, self.at, happened, advice)


def _class(source: str) -> str:
    """A character class whose signs mean nothing that a later Python might read as set operations."""
    return source[0] + re.sub(r"(\\.)|([\[&~|])|--", _plain_sign, source[1:])


def _plain_sign(found: re.Match[str]) -> str:
    """A sign of a class with its backslash; what has one stays as it is."""
    return found[1] or (f"\\{found[2]}" if found[2] else "-\\-")


def _wrong(text: str, at: int, happened: str, advice: str) -> UsageError:
    there = text[at : at + 10]
    return UsageError(f"{happened} (Character {at + 1}{': ' + there if there else ''})", advice)


@lru_cache(maxsize=64)
def compiled(text: str, case: bool = False) -> re.Pattern[str]:
    """The expression ready to run.

    Raises:
        UsageError: where it cannot be read or could take forever, naming the place.
    """
    if len(text) > 500:
        raise UsageError(f"The expression has {len(text)} characters.", "Use at most 500.")
    reader = _Reader(text)
    branches = reader.branches()
    if reader.at < len(text):
        raise reader.wrong("This “)” closes nothing.", "Take it out, or write \\) for the sign itself.")
    written = "|".join("".join(item.written() for item in branch) for branch in branches)
    try:
        ready = re.compile(written, re.MULTILINE | (0 if case else re.IGNORECASE))
    except (re.error, OverflowError) as error:
        raise _wrong(text, getattr(error, "pos", 0) or 0, f"The expression cannot be read: {error}.", _HELP) from error
    for branch in branches:
        _check(branch, text)
    return ready


_HELP = "Known are . [abc] \\w \\d \\s \\b ^ $ ( ) | ? * + {2,5}; a backslash takes a sign's meaning away."


def _check(branch: list[_Item], text: str) -> None:
    """Refuse what can match the same characters in too many ways."""
    flat = _flat(branch, text)
    ways = 1
    for k, item in enumerate(flat):
        if len(item.inner) > 1:
            ways *= _choices(item)
        if item.least == item.most and ways <= WAYS:
            continue
        following = next((other for other in flat[k + 1 :] if not other.anchor and other.least), None)
        between = flat[k + 1 : flat.index(following)] if following is not None else flat[k + 1 :]
        own = item.signs()
        meets = [other for other in (*between, *((following,) if following else ())) if own & other.signs()]
        if meets or (following is None and between):
            ways *= item.most - item.least + 1
        if ways > WAYS:
            advice = "Name what may stand between instead of “.”, such as [^.]* or \\w+, or repeat less."
            raise _wrong(text, item.at, "This repeat could take forever.", advice)


def _flat(branch: list[_Item], text: str) -> list[_Item]:
    """The items of a branch with those of its groups; a repeated group must not vary inside."""
    found: list[_Item] = []
    for item in branch:
        if not item.inner:
            found.append(item)
            continue
        inside = len(item.inner) > 1 or any(each.varies for each in item.inner[0])
        if item.most > 1 and inside:
            advice = "Repeat a single letter or class, such as [ab]+, or leave out the repeat inside."
            raise _wrong(text, item.at, "A repeated group that varies could take forever.", advice)
        for inner in item.inner:
            found += _flat(inner, text)
        if item.varies:
            found.append(item)
    return found


def _choices(item: _Item) -> int:
    """How many alternatives of a group can begin with the same character."""
    begins = [next((each.signs() for each in branch if not each.anchor), frozenset()) for branch in item.inner]
    return max(sum(not first or char in first for first in begins) for char in _SAMPLES)
