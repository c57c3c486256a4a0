"""What short lines' own words say for and against the body: "Comments", "By", "©", and how many words there are.

The table (`weights/line_words.json`) is refitted by `python -m tests.bench.fit_lines`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat

Words = dict[str, int]
_MOST_COUNTED = 12
_STRONGEST = 600
_DIGITS = re.compile(r"\d+")
_EDGES = ".,:;!?()\"“”'’«»„|›·•[]–—-"


def plain_words(text: str) -> list[str]:
    """A line's words in lower case, without the signs around them; numbers are all the same."""
    words = [word if word.isalpha() else _DIGITS.sub("0", word).strip(_EDGES) for word in text.lower().split()]
    return [word for word in words if word]


def tokens(plain: list[str]) -> list[str]:
    """What a line's plain words are in the table: each of them, the first, the first two, the last, and how many."""
    if not plain:
        return []
    found = [*plain, f"^{plain[0]}", f"{plain[-1]}$", f"#{min(len(plain), _MOST_COUNTED)}"]
    return [*found, f"^{plain[0]} {plain[1]}"] if len(plain) > 1 else found


@dataclass(frozen=True, slots=True)
class Wording:
    """The table of announcing words, apart by where in a line they stand: log odds in hundredths."""

    anywhere: Words
    first: Words
    last: Words
    pairs: dict[tuple[str, str], int]
    sizes: tuple[int, ...]

    def weigh(self, plain: list[str]) -> int:
        """What a line's plain words say."""
        if not plain:
            return 0
        said = sum(map(self.anywhere.get, plain, repeat(0)))
        said += self.first.get(plain[0], 0) + self.last.get(plain[-1], 0) + self.sizes[min(len(plain), _MOST_COUNTED)]
        if len(plain) > 1:
            said += self.pairs.get((plain[0], plain[1]), 0)
        return max(-_STRONGEST, min(_STRONGEST, said))


def wording(words: Words) -> Wording:
    """The table from its tokens."""
    first = {token[1:]: value for token, value in words.items() if token[0] == "^" and token != "^"}
    pairs = {(one, two): value for token, value in first.items() for one, space, two in [token.partition(" ")] if space}
    last = {token[:-1]: value for token, value in words.items() if token[-1] == "$" and token != "$"}
    sizes = tuple(words.get(f"#{size}", 0) for size in range(_MOST_COUNTED + 1))
    return Wording(words, first, last, pairs, sizes)


@cache
def announcing_words() -> Wording:
    """The package's table, read once."""
    table: dict[str, Words] = json.loads((files("reader.parser") / "weights" / "line_words.json").read_text("utf-8"))
    return wording(table["words"])
