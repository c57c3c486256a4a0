r"""Newsboat's query feeds as searches: what both languages can say, and None for the rest. Pure.

Source of the rules: newsboat's manual, "Filter language". What is matched there as a piece of text is a word here, or the
beginning of one; mixed `and` and `or` without parentheses are left, for they do not say which goes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"\s*(?:([()])|\"((?:[^\"\\]|\\.)*)\"|(\d+:\d+|\d+)|([A-Za-z_]+)|(==|=~|!~|!#|!=|<=|>=|=|#|<|>))")
_FIELDS = {"title": "title:", "author": "by:", "content": "", "description": "", "feedtitle": "from:", "tags": "from:"}
_FOUND = {"tags": ("#", "!#"), "feedtitle": ("=~", "!~", "#", "!#", "=", "==", "!=")}
_MATCHED = ("=~", "!~")
_UNREAD = {("=", "yes"): "unread", ("==", "yes"): "unread", ("=", "no"): "read", ("==", "no"): "read",
           ("!=", "yes"): "read", ("!=", "no"): "unread"}  # fmt: skip
_PLAIN = re.compile(r"[\w'’-]+(?: [\w'’-]+)*")
_LONGEST = 1000
_DEEPEST = 10

_Token = tuple[str, str]


class _UnsaidError(Exception):
    """Nothing that a search can say."""


def searched(expression: str) -> str | None:
    """The search that asks what a query feed does; None where no search can."""
    try:
        tokens = list(_tokens(expression))
        said, rest = _all(tokens, 0, 0)
    except (_UnsaidError, IndexError):
        return None
    return said if rest == len(tokens) else None


def _tokens(expression: str) -> Iterator[_Token]:
    """Marks and words, each with its kind."""
    text, at = expression.strip(), 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or len(text) > _LONGEST:
            raise _UnsaidError
        kind = ("paren", "text", "number", "name", "sign")[(found.lastindex or 1) - 1]
        yield kind, re.sub(r"\\(.)", r"\1", found[found.lastindex or 1])
        at = found.end()


def _all(tokens: list[_Token], at: int, depth: int) -> tuple[str, int]:
    """Comparisons that are joined, from a token on; and where they end."""
    parts, joined = list[str](), set[str]()
    while True:
        said, at = _one(tokens, at, depth)
        parts.append(said)
        if at == len(tokens) or tokens[at] == ("paren", ")"):
            break
        if tokens[at] not in (("name", "and"), ("name", "or")):
            raise _UnsaidError
        joined.add(tokens[at][1])
        at += 1
    if len(joined) > 1:
        raise _UnsaidError
    return (" OR " if joined == {"or"} else " ").join(parts), at


def _one(tokens: list[_Token], at: int, depth: int) -> tuple[str, int]:
    if tokens[at] != ("paren", "("):
        return _compared(tokens[at], tokens[at + 1], tokens[at + 2]), at + 3
    if depth >= _DEEPEST:
        raise _UnsaidError
    said, end = _all(tokens, at + 1, depth + 1)
    if tokens[end] != ("paren", ")"):
        raise _UnsaidError
    return f"({said})", end + 1


def _compared(name: _Token, sign: _Token, value: _Token) -> str:
    """A comparison: attribute, operator and value."""
    field, by, said = name[1], sign[1], value[1]
    if field == "unread" and (by, said) in _UNREAD:
        return f"is:{_UNREAD[by, said]}"
    if field == "age" and value[0] == "number":
        return _aged(by, said)
    if field in _FIELDS and value[0] == "text" and by in _FOUND.get(field, _MATCHED):
        pieces = [it.strip() for it in said.removeprefix("(").removesuffix(")").split("|")]
        if all(map(_PLAIN.fullmatch, pieces)):
            terms = [f'{_FIELDS[field]}"{it}"' + "*" * (by in _MATCHED) for it in pieces]
            told = f"({' OR '.join(terms)})" if len(terms) > 1 else terms[0]
            return f"-{told}" if by[0] == "!" else told
    raise _UnsaidError


def _aged(by: str, days: str) -> str:
    """Days since an entry was published: fewer than so many, more, or between two numbers."""
    low, between, high = days.partition(":")
    if by in ("<", "<=") and not between:
        return f'after:"{low} days ago"'
    if by in (">", ">=") and not between:
        return f'before:"{low} days ago"'
    if by == "between" and between:
        least, most = sorted((int(low), int(high)))
        return f'after:"{most} days ago"' + (f' before:"{least} days ago"' if least else "")
    raise _UnsaidError
