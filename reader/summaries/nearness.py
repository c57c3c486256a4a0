"""Words that stand among the same others, which a summary may use in each other's place: "film" and "actor".

They say what two texts speak of, not that they say the same: opposites are near as well. English.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

_NEAREST, _NEAR = 0.4, 0.33
"""What a near word counts of the word itself: half of how alike the vectors of two are, 0.8 and 0.65 in the mean."""
_NONE: Mapping[str, float] = MappingProxyType({})


def near(stem: str) -> Mapping[str, float]:
    """Stems near one, with what each counts in its place."""
    return _table().get(stem, _NONE)


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, float]]:
    text = (resources.files("reader.summaries") / "weights" / "near.tsv").read_text("utf-8")
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        word, nearest, others = line.split("\t")
        for worth, stems in ((_NEAREST, nearest), (_NEAR, others)):
            for it in stems.split():
                table[word][it] = table[it][word] = worth
    return dict(table)
