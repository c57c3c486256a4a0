"""Refit the tables by which lines of scraped text are judged: `python -m tests.bench.fit_lines`.

Reads the open half of `../shared/bench/extraction` as scraped text (news and articles with their whole truth, web with its
passages and, where these are silent, with what the parser makes of the page's HTML), writes
`reader/parser/weights/lines.json`, `long_lines.json` (taught with texts made longer as well) and `line_words.json`, and with
`--cv` prints what each page's site scores when left out. Needs LightGBM and scikit-learn, which the program does not. Ten
minutes and 3 GB.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit

from reader.parser import scrape
from reader.parser.line_scores import cut
from reader.parser.line_signals import Columns, LinesSeen, columns
from reader.parser.line_words import Words, tokens, wording
from reader.text.clean import clean
from tests.bench import altering, forests
from tests.bench.adapters import extract
from tests.bench.aligning import align

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench" / "extraction"
FOLDS = 4
TREES = 180
"""Small steps and many trees: with 60 at three times the step news with each site left out is 0.008 lower as plain and 0.005 as
messy text, and goes up and down by up to 0.006 from seed to seed; articles are 0.001 lower. 120 at half the step: 0.932 to
0.937."""
LEAVES = 16
# A word has to stand on so many sites before it is learned.
_SITES = 7
_SET_WEIGHTS = {"news": 1.0, "articles": 0.6, "web": 0.3}
_LONGER = 0.3
"""What pages weigh that are made of others."""
_SETTINGS = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": LEAVES,
    "min_data_in_leaf": 300,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.6,
    "bagging_freq": 1,
    "lambda_l2": 60,
    "max_bin": 63,
    "num_threads": 1,
    "seed": 1,
    "verbose": -1,
}


@dataclass(slots=True)
class Sample:
    """A page as scraped text: its lines, which of them are body (None: not known), what it weighs (less than 1 where it is made
    of another), and its signals."""

    kind: str
    form: str
    site: str
    page: dict[str, Any]
    seen: LinesSeen
    labels: list[bool | None]
    whole: bool
    weight: float = 1.0
    rows: Any = None


def site(address: str | None) -> str:
    """The domain that a page's address belongs to."""
    parts = (urlsplit(address or "").hostname or "").removeprefix("www.").split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2 else parts[-2:])


def fold(sample: Sample) -> int:
    """Pages of one site fall together."""
    return zlib.crc32(sample.site.encode()) % FOLDS


def _passages(page: dict[str, Any], texts: list[str], reading: list[bool | None]) -> list[bool | None]:
    """What passages that must and must not appear say about lines; what was read in the HTML where they are silent."""

    def holds(line: str, passages: Iterable[str]) -> bool:
        flat = [" ".join(passage.split()) for passage in passages]
        return any(passage in line or (len(line) > 20 and line in passage) for passage in flat)

    good = [holds(line, page["with"]) for line in texts]
    bad = [any(" ".join(passage.split()) in line for passage in page["without"]) for line in texts]
    return [read if yes == no else yes for yes, no, read in zip(good, bad, reading, strict=True)]


def read(kind: str) -> list[Sample]:
    """The pages of a set, each in both forms."""
    sys.path.insert(0, str(BENCH))
    forms = importlib.import_module("scrape")
    samples = []
    for key, page in sorted(json.loads((BENCH / kind / "pages.json").read_text("utf-8")).items()):
        html = gzip.decompress((BENCH / kind / "html" / f"{key}.html.gz").read_bytes())
        known = page.get("body") or page.get("words")
        # Marked as HTML, so that no page is read by the tables that are to be refitted.
        truth = known or extract(b"<!doctype html>" + html, page.get("url"))
        for form in ("plain", "messy"):
            pieces = scrape.outline(clean(getattr(forms, form)(html))).pieces
            seen = LinesSeen(pieces)
            labels, covered = align(seen.texts, truth)
            if not known:
                labels = _passages(page, seen.texts, labels)
            labels = [False if piece.markup else label for piece, label in zip(pieces, labels, strict=True)]
            samples.append(Sample(kind, form, site(page.get("url")), page, seen, labels, covered >= 0.8))
            if samples[-1].whole:
                samples += _longer(samples[-1], Random(f"{form} {key}"))
    return samples


def _longer(sample: Sample, chance: Random) -> list[Sample]:
    """The page with an article many times as long, for some pages."""
    seen, labels = sample.seen, sample.labels
    parts = altering.longer([text.split() for text in seen.texts], [float(label or 0.0) for label in labels], chance)
    if not parts:
        return []
    pieces = [
        seen.pieces[at] if text is None else replace(seen.pieces[at], text=text, raw=text, markup=False)
        for at, text in parts
    ]
    told = [labels[at] if text is None else True for at, text in parts]
    return [replace(sample, seen=LinesSeen(pieces), labels=told, weight=_LONGER)]


def fit_words(samples: list[Sample]) -> Words:
    """Log odds of short lines' words, in hundredths: a logistic regression over those that stand on several sites."""
    linear, sparse = importlib.import_module("sklearn.linear_model"), importlib.import_module("scipy.sparse")
    sites: dict[str, set[str]] = defaultdict(set)
    lines: list[tuple[list[str], bool, float]] = []
    for sample in samples:
        for index in sample.seen.chosen if sample.whole else ():
            label, found = sample.labels[index], tokens(sample.seen.plain[index])
            if found and label is not None and not sample.seen.pieces[index].markup:
                lines.append((found, label, 1 / (1 + 0.02 * len(sample.seen.chosen))))
                for token in found:
                    sites[token].add(sample.site)
    order = {
        token: place for place, token in enumerate(sorted(t for t, where in sites.items() if len(where) >= _SITES))
    }
    columns_, starts = [], [0]
    for found, _, _ in lines:
        columns_ += [order[token] for token in found if token in order]
        starts.append(len(columns_))
    matrix = sparse.csr_matrix(([1.0] * len(columns_), columns_, starts), shape=(len(lines), len(order)))
    model = linear.LogisticRegression(C=0.3, max_iter=60)
    model.fit(matrix, [label for _, label, _ in lines], sample_weight=[weight for *_, weight in lines])
    return {token: round(100 * float(model.coef_[0][place])) for token, place in order.items()}


def look(samples: list[Sample], words: Words) -> list[str]:
    """Fill in the samples' signals; their names."""
    numbers = importlib.import_module("numpy")
    names: list[str] = []
    table = wording(words)
    for sample in samples:
        found = columns(sample.seen, table)
        names = list(found) or names
        sample.rows = numpy_rows(numbers, found)
    return names


def numpy_rows(numbers: Any, found: Columns) -> Any:
    """A row a line, a column a signal."""
    return numbers.array(list(found.values()), dtype="float32").T


def _weights(sample: Sample) -> list[float]:
    """A line weighs what it adds to its page's score."""
    counts = [len(re.findall(r"\w+", sample.seen.texts[index])) for index in sample.seen.chosen]
    body = sum(c for c, index in zip(counts, sample.seen.chosen, strict=True) if sample.labels[index])
    scale = _SET_WEIGHTS[sample.kind] * sample.weight
    return [min(8.0, max(0.02, 50 * min(1, (c + 3) / max(20, body)))) * scale for c in counts]


def fit_trees(samples: list[Sample]) -> Any:
    """The trees over all signals."""
    boosting = importlib.import_module("lightgbm")
    numbers = importlib.import_module("numpy")
    rows, labels, weights = [], [], []
    for sample in samples:
        known = [sample.whole and sample.labels[index] is not None for index in sample.seen.chosen]
        if any(known):
            rows.append(sample.rows[numbers.array(known)])
            labels += [sample.labels[i] for i, use in zip(sample.seen.chosen, known, strict=True) if use]
            weights += [weight for weight, use in zip(_weights(sample), known, strict=True) if use]
    data = boosting.Dataset(numbers.concatenate(rows), numbers.array(labels, float), weight=numbers.array(weights))
    return boosting.train(_SETTINGS, data, TREES)


def score(samples: list[Sample], model: Any) -> dict[str, list[tuple[float, float, float]]]:
    """What the chosen lines of each page score, by set and form."""
    scoring = importlib.import_module("score")
    found: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for sample in samples:
        if sample.kind == "web":
            continue
        chances = list(model.predict(sample.rows)) if sample.seen.chosen else []
        lowest = cut(chances, [sample.seen.counts[index] for index in sample.seen.chosen])
        kept = [i for i, chance in zip(sample.seen.chosen, chances, strict=True) if chance >= lowest]
        text = "\n".join(sample.seen.texts[index] for index in kept if not sample.seen.pieces[index].markup)
        truth = sample.page.get("body") or sample.page["words"]
        row = (scoring.overlap if sample.kind == "news" else scoring.word_f1)(truth, text)
        found[f"{sample.kind} {sample.form}"].append(row)
    return found


def report(title: str, found: dict[str, list[tuple[float, float, float]]]) -> None:
    """Print F1 by set and form."""
    scoring = importlib.import_module("score")
    for name, rows in sorted(found.items()):
        f1 = scoring.averages(rows)[0] if name.startswith("news") else sum(row[0] for row in rows) / len(rows)
        sys.stdout.write(f"{title:16} {name:16} F1 {f1:.4f} over {len(rows)} pages\n")
        sys.stdout.flush()


def look_out_of_fold(samples: list[Sample]) -> list[str]:
    """Signals with words learned without the page's own site, so that trees do not overrate them; the signals' names."""
    names: list[str] = []
    for part in range(FOLDS):
        words = fit_words([sample for sample in samples if sample.weight == 1.0 and fold(sample) != part])
        names = look([sample for sample in samples if fold(sample) == part], words)
    return names


def validate(samples: list[Sample]) -> None:
    """Print what pages score when their site is left out of the fitting, words and trees."""
    found: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for part in range(FOLDS):
        model = fit_trees([sample for sample in samples if fold(sample) != part])
        for name, rows in score([sample for sample in samples if fold(sample) == part], model).items():
            found[name] += rows
    report("cross-validated", found)


def main() -> None:
    """Fit, and say how well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cv", action="store_true", help="also print what pages score with their site left out")
    validated = parser.parse_args().cv
    samples = [sample for kind in ("news", "articles", "web") for sample in read(kind)]
    names = look_out_of_fold(samples)
    ordinary = [sample for sample in samples if sample.weight == 1.0]
    model, words = fit_trees(ordinary), fit_words(ordinary)
    write_words(words)
    forests.write("lines", model, names, LEAVES)
    forests.write("long_lines", fit_trees(samples), names, LEAVES)
    if validated:
        validate(ordinary)
    look(ordinary, words)
    report("fitted", score(ordinary, model))


def write_words(words: Words) -> None:
    """The table of announcing words: those that say something."""
    kept = {token: value for token, value in sorted(words.items()) if abs(value) >= 5}
    told = {"source": forests.ATTRIBUTION, "words": kept}
    (forests.WEIGHTS / "line_words.json").write_text(json.dumps(told, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
