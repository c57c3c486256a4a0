"""Refit which line of a scraped text is its headline: `python -m tests.bench.fit_titles [--cv]`.

Reads the open half of `../shared/bench/extraction` as scraped text with the headline that people noted or the publisher
names: whole pages, and as people paste them, cut off shortly before the headline or a few paragraphs with it and without.
Writes `reader/parser/weights/titles.json`, and with `--cv` prints on what share of pages the line is right with each page's
site left out. Needs LightGBM and numpy, which the program does not. Two minutes.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from dataclasses import dataclass
from random import Random
from typing import Any

from reader.model import Page
from reader.parser.encodings import decode
from reader.parser.line_titles import Columns, candidates, columns, is_sentence, likeliest
from reader.parser.texts import body_start, signatures, sorted_lines
from tests.bench import forests, pages
from tests.bench.pages import BenchPage

_FOLDS = 5
_TREES = 100
_SETTINGS = {
    "objective": "binary",
    "num_leaves": 8,
    "learning_rate": 0.1,
    "min_data_in_leaf": 20,
    "lambda_l2": 5,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "num_threads": 1,
    "seed": 0,
    "verbose": -1,
}
_COUNTS = {"whole": 1.0, "cut": 0.5, "short": 0.5, "bare": 0.5}
"""What a text weighs: a page, one cut off shortly before its headline, headline and a few paragraphs, these alone."""
_PARAGRAPH, _MOST_PARAGRAPHS = 60, 9
"""Characters from which a line is taken for a paragraph there, and how many stay at most, and one."""
_MOST_BEFORE = 5
"""Lines before the headline that such a text keeps at most."""


@dataclass(slots=True)
class Sample:
    """A text's lines that may be its headline: their signals, whether they are sentences, and which of them are right; `form`
    says what was made of the page."""

    page: BenchPage
    form: str
    signals: Columns
    sentences: list[bool]
    right: list[bool]


def _titles(page: BenchPage, known: Any) -> list[str]:
    """What a page's headline is called by people or publisher, and by itself; nothing where none is known."""
    wanted = known.annotated(page.truth) if "words" in page.truth else known.truth(page.html)
    titles = [wanted["title"], known.only_h1(page.html, wanted["title"])] if wanted and wanted["title"] else []
    return [title for title in titles if known.fold(title)]


def _sample(page: BenchPage, form: str, text: str, titles: list[str], known: Any) -> Sample:
    lines, _ = sorted_lines(text)
    start = body_start(lines)
    signed = signatures(lines, start)
    near = candidates(lines, start, signed)
    right = [any(known.same_title(title, lines.text(index)) for title in titles) for index in near]
    said = [is_sentence(lines.text(index)) for index in near]
    return Sample(page, form, columns(lines, near, start, signed), said, right)


def samples(page: BenchPage) -> list[Sample]:
    """A page as scraped text, whole and cut; nothing where its headline is no line of it."""
    pages.scorer()
    known, scrape = importlib.import_module("metadata"), importlib.import_module("scrape")
    titles = _titles(page, known)
    dumped = scrape.plain(page.html)
    text = decode(Page(dumped if isinstance(dumped, bytes) else dumped.encode()))
    split = text.split("\n")
    place = next((at for at, line in enumerate(split) if any(known.same_title(it, line) for it in titles)), -1)
    if place < 0:
        return []
    chance = Random(page.key)
    gap = chance.choice(("\n", "\n\n"))
    behind = [line for line in split[place + 1 :] if len(line) > _PARAGRAPH][: chance.randrange(1, _MOST_PARAGRAPHS)]
    texts = {
        "whole": text,
        "cut": gap.join(split[max(0, place - chance.randrange(_MOST_BEFORE + 1)) :]),
        "short": gap.join([split[place], *behind]),
        "bare": gap.join(behind),
    }
    found = [_sample(page, form, each, titles, known) for form, each in texts.items() if behind or form != "bare"]
    return [each for each in found if each.right and (any(each.right) or each.form in ("whole", "bare"))]


def fit(known: list[Sample]) -> Any:
    """Boosted trees for the lines of all texts."""
    numpy, boosting = importlib.import_module("numpy"), importlib.import_module("lightgbm")
    rows = numpy.concatenate([_rows(each) for each in known])
    labels = numpy.concatenate([numpy.array(each.right, dtype=float) for each in known])
    weights = numpy.repeat([_COUNTS[each.form] for each in known], [len(each.right) for each in known])
    return boosting.train(_SETTINGS, boosting.Dataset(rows, labels, weight=weights), _TREES)


def _rows(sample: Sample) -> Any:
    return importlib.import_module("numpy").array(list(sample.signals.values()), dtype="float32").T


def report(known: list[Sample]) -> None:
    """Print the share of texts whose headline is right, of bare ones those that get none, judged by trees that never saw their
    site; and on how many whole pages the headline is among the lines that are looked at."""
    right: dict[tuple[str, str], list[bool]] = {}
    whole = [any(each.right) for each in known if each.form == "whole"]
    sys.stdout.write(f"looked at {sum(whole)} of {len(whole)}\n")
    for part in range(_FOLDS):
        model = fit([each for each in known if pages.fold(each.page.site, _FOLDS) != part])
        for each in known:
            if pages.fold(each.page.site, _FOLDS) == part:
                place = likeliest(list(model.predict(_rows(each), raw_score=True)), each.sentences)
                good = place < 0 if each.form == "bare" else place >= 0 and each.right[place]
                right.setdefault((each.page.kind, each.form), []).append(good)
    for (kind, form), found in sorted(right.items()):
        sys.stdout.write(f"{kind:9} {form:6} {sum(found) / len(found):.3f} of {len(found)}\n")


def main() -> None:
    """Fit, and say how well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--cv", action="store_true", help="also print how often the line is right with its site left out"
    )
    validated = parser.parse_args().cv
    known = [each for kind in pages.KINDS for page in pages.read(kind) for each in samples(page)]
    forests.write("titles", fit(known), list(known[0].signals), 8)
    if validated:
        report(known)


if __name__ == "__main__":
    main()
