"""Parts of speech: which words of a sentence are nouns, verbs, adjectives and so on. English.

A word that is nearly always the same is looked up; for any other, and for one never seen, the ending, the neighbors and the parts
before it are added up. The table was learned by `tests/bench/fit_tags.py`, which says from what.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from reader.summaries.given_names import TITLES

_TOKEN = re.compile(
    r"n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|[^\W\d_]+(?=n['’]t\b)"
    r"|(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*(?:-[^\W_]+)*|[^\W_]+(?:[-.&][^\W_]+|['’](?!(?:s|re|ve|ll|d|m)\b)[^\W_]+)*|--|[^\w\s]"
)
FIXED = {
    **dict.fromkeys(["am", "is", "are", "was", "were", "be", "been", "being", "'re", "'m", "’re", "’m"], "E"),
    **dict.fromkeys(["has", "have", "had", "having", "'ve", "’ve"], "H"),
    **dict.fromkeys(["do", "does", "did", "doing"], "K"),
    **dict.fromkeys(["'s", "’s"], "S"),
    **dict.fromkeys(["not", "never", "n't", "n’t"], "R"),
}
"""Words that stand beside verbs have parts of their own: forms of "be", of "have", of "do"; a possessive; what denies."""
OPEN = "NPJRVDBGX"
"""Parts of which there are always new words: noun, name, adjective, adverb, verb in the present, past, base, -ing, participle."""


@dataclass(frozen=True, slots=True)
class Table:
    """What was learned: parts of known words, those that may be several, and what each trait speaks for."""

    words: Mapping[str, str]
    weights: Mapping[str, Mapping[str, int]]


def tokens(text: str) -> list[str]:
    """The words and marks of a text; "n't" and "'s" for themselves."""
    return _TOKEN.findall(text)


def parts(words: Sequence[str], table: Table | None = None) -> str:
    """A letter for the part of speech of each word or mark: T before nouns, O pronoun, N noun, P name, U number, and so on."""
    table = table or learned()
    found: list[str] = []
    before, before_that = "<", "<"
    low = [it.lower() for it in words]
    for at, word in enumerate(words):
        tag = FIXED.get(low[at]) or ("." if not word[0].isalnum() else "P" if word in TITLES else "")
        if not tag:
            known = table.words.get(low[at], "")
            named = word[0].isupper() and not begins(words, at)
            if len(known) == 1 and not named:
                tag = known
            elif word[0].isdigit():
                tag = "J" if "-" in word else "U"
            else:
                allowed = _NAMED if named else known or _may_be(word)
                tag = _best(table, traits(words, low, at, before, before_that), allowed)
        found.append(tag)
        before_that, before = before, tag
    return "".join(found)


_NAMED = "PNJ"
"""What a word with a capital may be that begins no sentence."""


def _may_be(word: str) -> str:
    """What a word may be that nobody knows."""
    if "-" in word:
        return "NJ"
    return "PNGX" if word[0].isupper() else OPEN.replace("P", "")


_OPENING = frozenset("\"“‘'.:!?(—-")


def begins(words: Sequence[str], at: int) -> bool:
    """Whether any word would bear a capital there."""
    return not at or words[at - 1] in _OPENING


def traits(words: Sequence[str], low: Sequence[str], at: int, before: str, before_that: str) -> tuple[str, ...]:
    """What tells the part of a word: itself, its ending and capital, the parts before it, the words beside it."""
    word = low[at]
    following = low[at + 1] if at + 1 < len(low) else ">"
    capital = "C" if words[at][0].isupper() else "c"
    return (
        "w" + word,
        "e" + word[-3:] + capital,
        "f" + word[-2:],
        "1" + before,
        "2" + before_that + before,
        "b" + before + word[-2:],
        "p" + (low[at - 1] if at else "<"),
        "n" + following,
        "s" + following[-2:],
        capital + ("0" if not at else "1"),
    )


def _best(table: Table, found: Sequence[str], allowed: str) -> str:
    scores = dict.fromkeys(allowed, 0)
    weights = table.weights
    for it in found:
        if it in weights:
            for tag, weight in weights[it].items():
                if tag in scores:
                    scores[tag] += weight
    return max(scores, key=scores.__getitem__)


@lru_cache(maxsize=1)
def learned() -> Table:
    """The table that comes with the program."""
    text = (resources.files("reader.summaries") / "weights" / "tags.tsv").read_text("utf-8")
    words: dict[str, str] = {}
    weights: dict[str, dict[str, int]] = {}
    for line in text.splitlines():
        name, *rest = line.split("\t")
        if name[0] == "=":
            words.update(dict.fromkeys(rest[0].split(" "), name[1:]))
        elif name[0] != "#":
            weights[name] = {it[0]: int(it[1:]) for it in rest}
    return Table(words, weights)
