"""Refit the tables by which pieces of HTML pages are judged: `python -m tests.bench.fit_pages [--cv]`.

Reads the open half of `../shared/bench/extraction` (news and articles with their whole truth, web with its passages), writes
`reader/parser/weights/rough.json` and `first.json`, and with `--cv` prints what each set scores with each page's site left
out, through the whole parser. Needs LightGBM and numpy, which the program does not. Some six minutes and 2.5 GB.
"""

from __future__ import annotations

import argparse
import importlib
import multiprocessing
import re
import sys
from bisect import bisect_right
from collections import ChainMap
from dataclasses import dataclass
from difflib import SequenceMatcher
from random import Random
from typing import Any
from unittest.mock import patch

from selectolax.lexbor import LexborHTMLParser

from reader.model import Page
from reader.parser import forest, markup
from reader.parser.bounds import bounded
from reader.parser.encodings import decode
from reader.parser.forest import Table
from reader.parser.headline import read_head
from reader.parser.seen import Seen, Told, see
from reader.parser.signals import columns, considered, rough_columns
from tests.bench import altering, forests, pages
from tests.bench.adapters import extract
from tests.bench.pages import BenchPage

FOLDS = 5
_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s+")
_SET_WEIGHTS = {"news": 1.0, "articles": 0.7, "web": 1.0}
_PASSAGE = 0.05
"""What a passage's piece weighs, in shares of an article: the sets know a few passages a page."""
_MOST_PASSAGES = 40
"""Passages of a page that weigh as much each."""
_LESS, _LONGER = 0.5, 0.3
"""What pages weigh that are made of others."""
_LEAST, _MOST = 0.002, 0.3
"""Bounds of a piece's share of its article: headings count for something, no piece for everything."""
_ROUGH = {"num_leaves": 8, "learning_rate": 0.2, "feature_fraction": 0.8}
_ROUGH_TREES = 30
_FIRST = {"num_leaves": 31, "learning_rate": 0.09, "feature_fraction": 0.3}
_FIRST_TREES = 160
_TAUGHT = 3.0
"""Log odds of the rough look up to which pieces teach the first: some more than it is asked about."""
_ALWAYS = {
    "objective": "cross_entropy",
    "min_data_in_leaf": 20,
    "lambda_l2": 5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "max_bin": 63,
    "min_sum_hessian_in_leaf": 1e-3,
    "num_threads": 1,
    "seed": 0,
    "verbose": -1,
}


@dataclass(slots=True)
class Sample:
    """A page's pieces as far as they are looked at: which share of each is the article (-1: not known), what each
    weighs, the signals."""

    page: BenchPage
    labels: list[float]
    weights: list[float]
    names: list[str]
    rough: int
    rows: Any


def shares(texts: list[str], truth: str) -> list[float]:
    """For each piece the share of its words that the truth has at this place.

    Runs of three words and more count, and whole pieces: teasers repeat single words of the article.
    """
    found = [_WORD.findall(text.lower()) for text in texts]
    owners = [index for index, words in enumerate(found) for _ in words]
    wanted = _WORD.findall(truth.lower())
    matcher = SequenceMatcher(None, wanted, [one for words in found for one in words], autojunk=False)
    hits = [0] * len(texts)
    for match in matcher.get_matching_blocks():
        if match.size >= 3 or (match.size and len(found[owners[match.b]]) == match.size):
            for place in range(match.b, match.b + match.size):
                hits[owners[place]] += 1
    return [hit / len(words) if words else 0.0 for hit, words in zip(hits, found, strict=True)]


def _squeezed(text: str) -> str:
    """White space as the benchmark's metric sees it."""
    return _SPACE.sub(" ", text)


def passages(texts: list[str], truth: dict[str, Any]) -> list[float]:
    """1 for pieces in which a wanted passage stands, 0 for an unwanted one, -1 where nothing is known."""
    labels, starts, size = [-1.0] * len(texts), [], 0
    for text in texts:
        starts.append(size)
        size += len(text) + 1
    whole = _squeezed("\n".join(texts))

    def places(passage: str) -> list[range]:
        found, at = [], whole.find(passage)
        while at >= 0:
            last = bisect_right(starts, at + max(1, len(passage.rstrip())) - 1)
            found.append(range(bisect_right(starts, at) - 1, last))
            at = whole.find(passage, at + 1)
        return found

    for passage in truth["without"]:
        for place in places(_squeezed(passage)):
            for index in place:
                labels[index] = 0.0
    for passage in truth["with"]:
        found = places(_squeezed(passage))
        for index in max(found, key=lambda place: max(len(texts[i]) for i in place), default=range(0)):
            labels[index] = 1.0
    return labels


def samples(page: BenchPage) -> list[Sample]:
    """A page, and what is made of it, with their truth and their signals; none for a page without pieces."""
    tree = LexborHTMLParser(bounded(decode(Page(page.html, page.url))))
    out = markup.outline(tree.body) if tree.body is not None else None
    if out is None or not out.pieces:
        return []
    head = read_head(tree, out, page.url)
    told = Told(head.title, head.description, head.body)
    texts, chance = [piece.text for piece in out.pieces], Random(page.key)
    labels = passages(texts, page.truth) if page.whole is None else shares(texts, page.whole)
    found = [_sample(page, see(out, told), labels, 1.0)]
    for parts, weight in (
        (altering.less(labels, chance), _LESS),
        (altering.longer(altering.growing(out), labels, chance), _LONGER),
    ):
        if parts:
            told_so = [labels[part.place] if part.text is None else 1.0 for part in parts]
            found.append(_sample(page, see(altering.rebuilt(out, parts), told), told_so, weight))
    return [each for each in found if each is not None]


def _sample(page: BenchPage, seen: Seen, labels: list[float], scale: float) -> Sample | None:
    """A page's pieces that are looked at; None where none is."""
    looked = considered(seen, boxes=True)
    if not looked:
        return None
    if page.whole is None:
        passage = _PASSAGE * min(1.0, _MOST_PASSAGES / max(1, sum(label >= 0 for label in labels)))
        weights = [passage if label >= 0 else 0.0 for label in labels]
    else:
        sizes = [len(_WORD.findall(text)) for text in seen.texts]
        words = max(30.0, sum(label * size for label, size in zip(labels, sizes, strict=True)))
        weights = [max(_LEAST, min(_MOST, size / words)) for size in sizes]
    rough = rough_columns(seen, looked)
    found = rough | columns(seen, looked)
    rows = importlib.import_module("numpy").array(list(found.values()), dtype="float32").T
    kept = [(labels[index], weights[index] * scale * _SET_WEIGHTS[page.kind]) for index in looked]
    labels, weights = map(list, zip(*kept, strict=True))
    return Sample(page, labels, weights, list(found), len(rough), rows)


def train(rows: Any, labels: Any, weights: Any, settings: dict[str, Any], trees: int) -> Any:
    """Boosted trees for pieces whose weight is not nothing."""
    boosting = importlib.import_module("lightgbm")
    known = weights > 0
    data = boosting.Dataset(rows[known], labels[known], weight=weights[known] / weights[known].mean())
    return boosting.train(_ALWAYS | settings, data, trees)


class Corpus:
    """All samples as one table, and what is fitted on it."""

    def __init__(self, samples: list[Sample]) -> None:
        self.numpy = importlib.import_module("numpy")
        self.samples = samples
        self.names, self.rough = samples[0].names, samples[0].rough
        self.rows = self.numpy.concatenate([sample.rows for sample in samples])
        self.labels = self.numpy.concatenate([sample.labels for sample in samples])
        self.weights = self.numpy.concatenate([sample.weights for sample in samples])
        sizes = [len(sample.labels) for sample in samples]
        parts = [pages.fold(sample.page.site, FOLDS) for sample in samples]
        self.parts = self.numpy.repeat(parts, sizes)

    def fit(self, mask: Any) -> dict[str, Table]:
        """Both forests from the pieces of a mask."""
        weights = self.weights * mask
        rough = train(self.rows[:, : self.rough], self.labels, weights, _ROUGH, _ROUGH_TREES)
        scores = rough.predict(self.rows[:, : self.rough], raw_score=True, num_threads=1)
        weights = weights * (abs(scores) < _TAUGHT)
        first = train(self.rows, self.labels, weights, _FIRST, _FIRST_TREES)
        return {
            "rough": forests.table(rough, self.names[: self.rough], 8),
            "first": forests.table(first, self.names, 32),
        }


def extracted(tables: dict[str, Table], known: list[BenchPage]) -> list[str]:
    """The pages' texts as the program gives them with other forests than its own."""
    grown = {name: forest.build(table) for name, table in tables.items()}
    own = forest.load
    with patch.object(forest, "load", lambda name: grown.get(name) or own(name)):
        return [extract(page.html, page.url) for page in known]


def report(title: str, texts: dict[str, str], known: list[BenchPage]) -> None:
    """Print what the texts are worth, a line for each set."""
    for kind in pages.KINDS:
        mine = [page for page in known if page.kind == kind]
        found = pages.score(mine, [texts[f"{kind} {page.key}"] for page in mine])
        sys.stdout.write(f"{title:16} {kind:9} F1 {found.f1:.4f} P {found.precision:.4f} R {found.recall:.4f}\n")
        sys.stdout.flush()


def _read(given: tuple[dict[str, Table], list[BenchPage]]) -> dict[str, str]:
    tables, known = given
    return {f"{page.kind} {page.key}": text for page, text in zip(known, extracted(tables, known), strict=True)}


def main() -> None:
    """Fit, and say how well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cv", action="store_true", help="also print what pages score with their site left out")
    validated = parser.parse_args().cv
    known = [page for kind in pages.KINDS for page in pages.read(kind)]
    with multiprocessing.Pool(2) as pool:
        corpus = Corpus([each for found in pool.imap(samples, known, 8) for each in found])
        fitted = corpus.fit(corpus.weights > 0)
        for name, table in fitted.items():
            forests.save(name, table)
        halves = [(fitted, known[0::2]), (fitted, known[1::2])]
        report("fitted", dict(ChainMap(*pool.map(_read, halves))), known)
        if validated:
            parts = [[page for page in known if pages.fold(page.site, FOLDS) == part] for part in range(FOLDS)]
            grown = [(corpus.fit(corpus.parts != part), mine) for part, mine in enumerate(parts)]
            report("cross-validated", dict(ChainMap(*pool.map(_read, grown, 1))), known)


if __name__ == "__main__":
    main()
