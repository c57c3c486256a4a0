"""Refit the parts of speech: `python -m tests.bench.fit_tags LEXICON [--sentences 22000]`.

Sentences of the open half of `../shared/bench/extraction` are tagged by spaCy (any English model that is installed, given with
`--model`; 3.8 with en_core_web_sm was used), from which an averaged perceptron learns what tells the part of a word. Words that
the sentences do not have come from LEXICON, the file `src/lexicon.js` of the npm package wink-lexicon (MIT). Writes
`reader/summaries/weights/tags.tsv` and prints how often its parts are spaCy's in sentences left out: 94.8 %. Six minutes.
"""

from __future__ import annotations

import argparse
import importlib
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from reader.summaries import tagging
from reader.summaries.tagging import FIXED, OPEN, Table, begins, parts, traits
from reader.text.sentences import sentences

Tagged = list[tuple[str, str]]
WEIGHTS = Path(tagging.__file__).with_name("weights") / "tags.tsv"
BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench" / "extraction"
_LETTERS = {
    "NN": "N", "NNS": "N", "NNP": "P", "NNPS": "P", "VBZ": "V", "VBP": "V", "VBD": "D", "VB": "B", "VBG": "G", "VBN": "X",
    "MD": "M", "JJ": "J", "JJR": "J", "JJS": "J", "RB": "R", "RBR": "R", "RBS": "R", "IN": "I", "CC": "C", "DT": "T", "PDT": "T",
    "PRP$": "T", "PRP": "O", "EX": "O", "CD": "U", "WDT": "W", "WP": "W", "WP$": "W", "WRB": "W", "TO": "Z", "POS": "S",
    "RP": "R", "UH": "R", "FW": "N", "ADD": "N", "AFX": "J",
}  # fmt: skip
_SURE = 0.97
"""Share of a word's occurrences that one part has to have for the word to be looked up."""
_OFTEN, _HEAVY = 16, 1.2
"""Times that a trait has to be met, and the weight that it has to have, to be kept."""
_ROUNDS = 5
_TOLD_BY_ENDING = (
    "ing", "ed", "ly", "ion", "ness", "ment", "ity", "s", "able", "ive", "al", "ic", "ous", "er", "or", "ist", "ism", "ship",
)  # fmt: skip
"""Of such words LEXICON says nothing that their endings do not."""
_SCALE = 4
_ENTRY = re.compile(r"lexicon(?:\.(\w+)|\[ '(.+?)' ?\]) = A_([A-Z$_]+);")


def texts() -> list[str]:
    """Sentences of English pages."""
    found = [it["body"] for it in json.loads((BENCH / "news" / "pages.json").read_text("utf-8")).values()]
    found += [it["words"] for it in json.loads((BENCH / "articles" / "pages.json").read_text("utf-8")).values()]
    cut = [line[a:b] for text in found for line in text.splitlines() for a, b in sentences(line, "en")]
    common = (" the ", " of ", " and ", " to ", " is ")
    return [it for it in cut if 30 < len(it) < 300 and it[-1] in '.!?"”' and any(w in it.lower() for w in common)]


def tagged(document: Iterable[Any]) -> Tagged:
    """A document of spaCy as words with a letter each; words with hyphens in one."""
    found: Tagged = []
    joining = False
    for token in document:
        word, letter = token.text, _LETTERS.get(token.tag_, ".")
        if not word.strip():
            continue
        if token.tag_ == "HYPH" and found:
            joining = True
        elif joining:
            found[-1] = (f"{found[-1][0]}-{word}", letter)
            joining = False
        else:
            low = word.lower()
            fixed = "Z" if low == "to" else letter if any(map(str.isalnum, word)) else "."
            found.append((word, FIXED.get(low, fixed)))
    return found


def known_words(train: Sequence[Tagged], lexicon: Path) -> dict[str, str]:
    """Words with the parts that they may be."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for word, letter in (it for sentence in train for it in sentence if it[0][0].isalnum()):
        counts[word.lower()][letter] += 1
    known: dict[str, str] = {}
    for word, count in counts.items():
        letter, times = count.most_common(1)[0]
        every = count.total()
        if every < 4 or (letter == "P" and times > 0.9 * every):
            continue
        several = "".join(it for it, n in count.most_common() if n > 0.01 * every and n > 1 and it != "P")
        known[word] = letter if times >= _SURE * every else several or letter
    for match in filter(None, map(_ENTRY.match, lexicon.read_text("utf-8").splitlines())):
        letters = "".join(dict.fromkeys(_LETTERS.get(it, "") for it in match[3].split("_"))).replace("P", "")
        word = match[1] or match[2]
        if letters and word.isalpha() and word.islower() and not word.endswith(_TOLD_BY_ENDING):
            known.setdefault(word, letters[:3])
    return known


class Perceptron:
    """Weights of traits, with the sums that their averages come of."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words
        self.weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self.met: Counter[str] = Counter()
        self._sums: dict[tuple[str, str], float] = defaultdict(float)
        self._since: dict[tuple[str, str], int] = defaultdict(int)
        self._steps = 0

    def learn(self, sentence: Tagged) -> None:
        """Go through a sentence once."""
        words = [it for it, _ in sentence]
        low = [it.lower() for it in words]
        before = before_that = "<"
        for at, (word, right) in enumerate(sentence):
            allowed = self._allowed(word, low[at], begins(words, at))
            taken = right
            if len(allowed) > 1 and low[at] not in FIXED:
                found = traits(words, low, at, before, before_that)
                taken = self._guess(found, allowed)
                if right in allowed:
                    self._step(found, right, taken)
            before_that, before = before, taken

    def _allowed(self, word: str, low: str, first: bool) -> str:
        known = self.words.get(low, "")
        if not word[0].isalpha():
            return ""
        return known + OPEN if not known or (word[0].isupper() and not first) else known

    def _guess(self, found: Sequence[str], allowed: str) -> str:
        scores = {it: sum(self.weights[trait][it] for trait in found) for it in allowed}
        return max(scores, key=scores.__getitem__)

    def _step(self, found: Sequence[str], right: str, guess: str) -> None:
        self._steps += 1
        self.met.update(found)
        if guess != right:
            for trait in found:
                for letter, step in ((right, 1.0), (guess, -1.0)):
                    self._settle(trait, letter)
                    self.weights[trait][letter] += step

    def _settle(self, trait: str, letter: str) -> None:
        key = (trait, letter)
        self._sums[key] += (self._steps - self._since[key]) * self.weights[trait][letter]
        self._since[key] = self._steps

    def table(self) -> Table:
        """The averages that are met often and weigh much, as whole numbers."""
        kept: dict[str, dict[str, int]] = {}
        for trait, by_letter in self.weights.items():
            for letter in by_letter:
                self._settle(trait, letter)
            means = {letter: self._sums[trait, letter] / self._steps for letter in by_letter}
            heavy = {letter: round(_SCALE * it) for letter, it in means.items() if abs(it) >= _HEAVY}
            if heavy and self.met[trait] >= _OFTEN * _ROUNDS:
                kept[trait] = heavy
        return Table(self.words, kept)


def agreement(table: Table, held_out: Sequence[Tagged]) -> float:
    """Share of the words that get the part they have."""
    pairs = [
        (right, found)
        for sentence in held_out
        for (word, right), found in zip(sentence, parts([it for it, _ in sentence], table), strict=True)
        if word[0].isalnum()
    ]
    return sum(right == found for right, found in pairs) / len(pairs)


def write(table: Table) -> None:
    """The table as the program reads it."""
    by_parts: dict[str, list[str]] = defaultdict(list)
    for word, letters in table.words.items():
        by_parts[letters].append(word)
    lines = [
        "# Parts of speech, learned by tests/bench/fit_tags.py: known words by their parts, then weights of traits."
    ]
    lines += [f"={letters}\t{' '.join(sorted(words))}" for letters, words in sorted(by_parts.items())]
    lines += [
        "\t".join((trait, *(f"{letter}{weight}" for letter, weight in it.items())))
        for trait, it in sorted(table.weights.items())
    ]
    WEIGHTS.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Learn, measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lexicon", type=Path)
    parser.add_argument("--model", default="en_core_web_sm")
    parser.add_argument("--sentences", type=int, default=22_000)
    given = parser.parse_args()
    chance = random.Random(1)
    every = texts()
    chance.shuffle(every)
    spacy = importlib.import_module(given.model).load(disable=["ner"])
    found = [it for it in map(tagged, spacy.pipe(every[: given.sentences])) if it]
    held_out, train = found[:1500], found[1500:]
    perceptron = Perceptron(known_words(train, given.lexicon))
    for _ in range(_ROUNDS):
        chance.shuffle(train)
        for sentence in train:
            perceptron.learn(sentence)
    table = perceptron.table()
    write(table)
    sys.stdout.write(f"{agreement(table, held_out):.4f} of the words as spaCy has them\n")


if __name__ == "__main__":
    main()
