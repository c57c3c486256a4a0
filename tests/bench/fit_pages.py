"""Refit the tables by which pieces of HTML pages are judged: `python -m tests.bench.fit_pages [--cv]`.

Reads the open half of `../shared/bench/extraction` (news and articles with their whole truth, web with its passages), writes
`reader/parser/weights/rough.json` and `first.json`, and with `--cv` prints what each set scores with each page's site left
out. Needs LightGBM and numpy, which the program does not. Some five minutes and 1.5 GB.
"""

from __future__ import annotations

import argparse
import importlib
import multiprocessing
import re
import sys
from bisect import bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from reader.model import Page
from reader.parser import judging, markup
from reader.parser.bounds import bounded
from reader.parser.encodings import decode
from reader.parser.headline import read_head
from reader.parser.seen import Told, see
from reader.parser.signals import columns, rough_columns
from reader.parser.signals.standing import ROUGH_SIGNALS
from tests.bench import forests, pages
from tests.bench.pages import BenchPage

FOLDS = 5
_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s+")
_SET_WEIGHTS = {"news": 1.0, "articles": 0.7, "web": 1.0}
_PASSAGE = 0.05
"""What a passage's piece weighs, in shares of an article: the sets know a few passages a page."""
_LEAST, _MOST = 0.002, 0.3
"""Bounds of a piece's share of its article: headings count for something, no piece for everything."""
_KEPT_SIGNALS = 70
"""Signals of the first look: with the 70 that gained most it is as good as with 190, and twice as fast."""
_ROUGH = {"num_leaves": 8, "learning_rate": 0.25, "feature_fraction": 0.8}
_ROUGH_TREES = 20
_FIRST = {"num_leaves": 31, "learning_rate": 0.09, "feature_fraction": 0.3}
_FIRST_TREES = 130
_TAUGHT_FROM = -4.2
"""Log odds of the rough look from which pieces teach the first: some more than it is asked about."""
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
    """A page's pieces: texts, which share of each is the article (-1: not known), what each weighs, the signals."""

    page: BenchPage
    texts: list[str]
    labels: list[float]
    weights: list[float]
    names: list[str]
    rows: Any


def shares(texts: list[str], truth: str) -> tuple[list[float], list[int], int]:
    """For each piece the share of its words that the truth has at this place, and how many words it has; the truth's words.

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
    sizes = [len(words) for words in found]
    return [hit / size if size else 0.0 for hit, size in zip(hits, sizes, strict=True)], sizes, len(wanted)


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


def sample(page: BenchPage) -> Sample | None:
    """A page's pieces with their truth and their signals; None for a page without any."""
    tree = LexborHTMLParser(bounded(decode(Page(page.html, page.url))))
    out = markup.outline(tree.body) if tree.body is not None else None
    if out is None or not out.pieces:
        return None
    head = read_head(tree, out, page.url)
    seen = see(out, Told(head.title, head.description, head.body))
    if page.whole is None:
        labels = passages(seen.texts, page.truth)
        weights = [_PASSAGE if label >= 0 else 0.0 for label in labels]
    else:
        labels, sizes, _ = shares(seen.texts, page.whole)
        words = max(30.0, sum(label * size for label, size in zip(labels, sizes, strict=True)))
        weights = [max(_LEAST, min(_MOST, size / words)) for size in sizes]
    found = rough_columns(seen) | columns(seen, list(range(len(seen.texts))))
    rows = importlib.import_module("numpy").array(list(found.values()), dtype="float32").T
    scale = _SET_WEIGHTS[page.kind]
    return Sample(page, seen.texts, labels, [weight * scale for weight in weights], list(found), rows)


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
        self.names = samples[0].names
        self.rows = self.numpy.concatenate([sample.rows for sample in samples])
        self.labels = self.numpy.concatenate([sample.labels for sample in samples])
        self.weights = self.numpy.concatenate([sample.weights for sample in samples])
        sizes = [len(sample.texts) for sample in samples]
        parts = [pages.fold(sample.page.site, FOLDS) for sample in samples]
        self.parts = self.numpy.repeat(parts, sizes)
        self.ends = self.numpy.cumsum(sizes)
        self.rough = [self.names.index(name) for name in ROUGH_SIGNALS]

    def fit(self, mask: Any) -> tuple[Any, Any, list[int]]:
        """Both forests from the pieces of a mask, and the first look's signals."""
        weights = self.weights * mask
        rough = train(self.rows[:, self.rough], self.labels, weights, _ROUGH, _ROUGH_TREES)
        weights = weights * (self.roughly(rough) > _TAUGHT_FROM)
        trial = train(self.rows, self.labels, weights, _FIRST, _FIRST_TREES // 3)
        gains = trial.feature_importance("gain")
        kept = sorted(sorted(range(len(gains)), key=lambda signal: -gains[signal])[:_KEPT_SIGNALS])
        return rough, train(self.rows[:, kept], self.labels, weights, _FIRST, _FIRST_TREES), kept

    def roughly(self, rough: Any) -> Any:
        """The rough look's log odds."""
        return rough.predict(self.rows[:, self.rough], raw_score=True, num_threads=1)

    def odds(self, fitted: tuple[Any, Any, list[int]]) -> Any:
        """Every piece's probability after both looks."""
        rough, first, kept = fitted
        found, scores = first.predict(self.rows[:, kept], num_threads=1), self.roughly(rough)
        sure = 1 / (1 + self.numpy.exp(-scores))
        return self.numpy.where(scores > judging.ROUGH_MOST, sure, found) * (scores > judging.ROUGH_LEAST)

    def report(self, title: str, odds: Any) -> None:
        """Print each set's F1 with pieces chosen as the parser does."""
        for kind in pages.KINDS:
            chosen, texts, start = [], [], 0
            for sample, end in zip(self.samples, self.ends, strict=True):
                mine = [float(odd) for odd in odds[start:end]]
                start = end
                if sample.page.kind == kind:
                    least = judging.cut([len(text) for text in sample.texts], mine)
                    chosen.append(sample.page)
                    texts.append("\n".join(t for t, odd in zip(sample.texts, mine, strict=True) if odd >= least))
            found = pages.score(chosen, texts)
            sys.stdout.write(f"{title:16} {kind:9} F1 {found.f1:.4f} P {found.precision:.4f} R {found.recall:.4f}\n")
            sys.stdout.flush()

    def validate(self) -> None:
        """Print what each set scores with each page's site left out of the fitting."""
        odds = self.numpy.zeros(len(self.labels))
        for part in range(FOLDS):
            fitted, mine = self.fit(self.parts != part), self.parts == part
            odds[mine] = self.odds(fitted)[mine]
        self.report("cross-validated", odds)


def main() -> None:
    """Fit, and say how well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cv", action="store_true", help="also print what pages score with their site left out")
    validated = parser.parse_args().cv
    known = [page for kind in pages.KINDS for page in pages.read(kind)]
    with multiprocessing.Pool(2) as pool:
        samples = [found for found in pool.imap(sample, known, 8) if found is not None]
    corpus = Corpus(samples)
    fitted = corpus.fit(corpus.weights > 0)
    rough, first, kept = fitted
    forests.write("rough", rough, list(ROUGH_SIGNALS), 8)
    forests.write("first", first, [corpus.names[signal] for signal in kept], 32)
    corpus.report("fitted", corpus.odds(fitted))
    if validated:
        corpus.validate()


if __name__ == "__main__":
    main()
