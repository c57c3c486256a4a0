"""Other spellings of a name: Zelensky, Zelenskiy, Zelenskyy; Muhammad, Mohammed. By how names are written over, not by
how alike two words look: Paris is not Parish, and Iran is not Iraq.

Two words are spellings of one name when their consonants are the same after writing over (kh and h, w and v, c and k,
doubled letters once …) and their vowels differ only as transliterations differ, which is weighed. A list of pairs, both
those that must be found and false friends, stands in the tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from reader.text.fold import fold

SHORTEST = 4
"""Letters of a word below which nothing is called a variant: short names differ by too little."""
LIMIT = 0.1
"""Weighed difference for each written-over letter up to which two words are one name (chosen on the pairs of the tests)."""

# Longest first. Capital letters stand for one sound each: S sh (and shch, which the press writes sch), C ch, E ey, T th.
_WRITTEN_OVER = (
    ("shch", "S"), ("schtsch", "S"), ("tsch", "C"), ("tch", "C"), ("sch", "S"), ("sh", "S"), ("ch", "C"), ("zh", "Z"),
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("bh", "b"), ("ph", "f"), ("th", "T"), ("ck", "k"), ("cq", "k"), ("q", "k"),
    ("x", "ks"), ("ou", "u"), ("oo", "u"), ("ei", "E"), ("ey", "E"), ("ai", "E"), ("ay", "E"), ("ej", "E"),
    ("aj", "E"), ("y", "i"), ("j", "i"),
)  # fmt: skip
_RULES = dict(_WRITTEN_OVER)
_OVER = re.compile(
    "|".join(re.escape(pair[0]) for pair in sorted(_WRITTEN_OVER, key=lambda p: -len(p[0]))) + "|c(?![eiyh])"
)
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = frozenset("aeiouE")
_CLASSES = str.maketrans({"z": "s", "f": "v", "T": "t", "g": "k"})
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?\Z")

# Weights of a vowel for another, either way; without an entry they are different names.
_VOWEL_COST = {
    frozenset("ou"): 0.3,  # Osama, Usama; Mohammed, Muhammad
    frozenset("ae"): 0.4,  # Mohammed, Mohammad; not in the first syllable and not at the end
    frozenset("ei"): 0.7,
    frozenset("Ei"): 0.5,  # Alexei, Alexi
    frozenset("Ee"): 0.6,
}
_CONSONANT_COST = {
    frozenset("sz"): 0.5,  # Zelensky, Selenskyj
    frozenset("tT"): 0.45,  # Thomas, Tomas
    frozenset("fv"): 0.4,  # Romanoff, Romanov
}
_FIRST_GK = 0.6  # Gaddafi, Kadhafi: only as the first letter; Ankara is not Angara
_DIFFERENT = 9.0

# Cities and countries that changed the spelling that the world's papers use, not their name.
_TWINS: tuple[frozenset[str], ...] = tuple(
    frozenset(words.split())
    for words in (
        "kyiv kiev kiew kyjiw",
        "kharkiv kharkov charkiw",
        "lviv lvov lwiw",
        "odesa odessa",
        "dnipro dnepr dnjepr",
        "chernobyl chornobyl tschernobyl",
        "chernihiv chernigov",
        "mykolaiv nikolaev nikolayev",
        "zaporizhzhia zaporizhia zaporozhye saporischschja",
        "donbas donbass",
        "beijing peking",
        "kolkata calcutta",
        "mumbai bombay",
        "putin poutine",
        "khrushchev chruschtschow khrouchtchev",
        "gorbachev gorbatschow gorbatchev",
        "yeltsin jelzin eltsine",
        "tchaikovsky tschaikowski chaikovsky",
        "qaeda qaida kaida",
        "hezbollah hizbollah hizbullah hisbollah",
        "turkey turkiye",
        "belarus belorussia",
    )
)


@lru_cache(maxsize=16384)
def written_over(word: str) -> str:
    """A folded word as its sounds: one letter for each, doubled ones once."""
    if word.endswith(("iy", "yy", "yi", "ij", "yj", "ii")):
        word = word[:-2] + "i"
    sounds = _OVER.sub(lambda match: _RULES.get(match[0], "k"), word)
    if len(word) > SHORTEST:  # West is not Vest
        sounds = sounds.replace("w", "v")
    sounds = re.sub("(of|ef)f?$", lambda m: m[0][0] + "v" if word.endswith("ff") else m[0], sounds)
    return _DOUBLED.sub(r"\1", sounds)


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """The consonants of a folded word, written over: spellings of one name have the same."""
    return _DOUBLED.sub(r"\1", "".join(c for c in written_over(word) if c not in _VOWELS).translate(_CLASSES))


def skeletons(word: str) -> frozenset[str]:
    """The skeletons that spellings of a folded word have: its own, and where it is a name that is known by several, theirs."""
    return frozenset(skeleton(it) for it in (word, *(twin for twins in _TWINS if word in twins for twin in twins)))


def is_variant(one: str, other: str) -> bool:
    """Whether two folded words are spellings of one name, and not the same word."""
    if one == other or min(len(one), len(other)) < SHORTEST:
        return False
    if any(one in twins and other in twins for twins in _TWINS):
        return True
    if skeleton(one) != skeleton(other):
        return False
    a, b = written_over(one), written_over(other)
    if a == b:
        return len(a) >= SHORTEST and _same_name(one, other)
    longest = max(len(a), len(b))
    return longest >= 5 and _difference(a, b) <= LIMIT * longest + 1e-9


def _same_name(one: str, other: str) -> bool:
    """Not a plural or an ending: words written alike whose last letters tell them apart."""
    return {one, other} != {one.rstrip("s"), one.rstrip("s") + "s"}


def _difference(a: str, b: str) -> float:
    """The weighed difference of two written-over words with the same consonants."""
    above = [_DIFFERENT * k for k in range(len(b) + 1)]
    for i, x in enumerate(a):
        row = [above[0] + _loss(a, i)]
        for j, y in enumerate(b):
            change = 0.0 if x == y else _change(a, i, b, j)
            row.append(min(above[j] + change, above[j + 1] + _loss(a, i), row[j] + _loss(b, j)))
        above = row
    return above[-1]


def _loss(word: str, i: int) -> float:
    """What it weighs that a letter is missing: an i beside another vowel is often not written."""
    beside = word[i - 1 : i] + word[i + 1 : i + 2]
    inside = 0 < i < len(word) - 1
    return 0.45 if word[i] == "i" and inside and any(c in _VOWELS for c in beside) else _DIFFERENT


def _change(a: str, i: int, b: str, j: int) -> float:
    pair = frozenset((a[i], b[j]))
    if pair == frozenset("gk"):
        return _FIRST_GK if i == j == 0 else _DIFFERENT
    if pair == frozenset("ae"):
        first = not any(c in _VOWELS for c in a[:i])
        last = i == len(a) - 1 or j == len(b) - 1
        return _DIFFERENT if first or last else _VOWEL_COST[pair]
    if pair in _VOWEL_COST and (i == len(a) - 1 or j == len(b) - 1):
        return _VOWEL_COST[pair] if "E" in pair else _DIFFERENT
    return _VOWEL_COST.get(pair, _CONSONANT_COST.get(pair, _DIFFERENT))


class Names:
    """A vocabulary made ready to be asked for variants."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._by_skeleton: dict[str, list[str]] = {}
        for word in vocabulary:
            self._by_skeleton.setdefault(skeleton(fold(word).text), []).append(word)

    def variants(self, word: str) -> tuple[str, ...]:
        """The vocabulary's other spellings of a word, in the order in which they came."""
        folded = fold(word).text
        if len(folded) < SHORTEST or not _WORD.match(folded):
            return ()
        near = [other for key in sorted(skeletons(folded)) for other in self._by_skeleton.get(key, ())]
        return tuple(dict.fromkeys(other for other in near if is_variant(folded, fold(other).text)))


def variants(word: str, vocabulary: Iterable[str]) -> tuple[str, ...]:
    """The vocabulary's other spellings of a name. Asked more than once, `Names` is quicker."""
    return Names(vocabulary).variants(word)
