"""The open half of the extraction benchmark as the fitting and reporting commands read it.

Nothing of it is kept in this repository: it lies beside it, in `../shared/bench/extraction`.
"""

from __future__ import annotations

import gzip
import importlib
import json
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench" / "extraction"
Kind = Literal["news", "web", "articles"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_SHARED_HOSTS = ("wordpress.com", "blogspot.com", "blogspot.de", "substack.com", "medium.com", "github.io")


@dataclass(frozen=True, slots=True)
class BenchPage:
    """A page with what is known of it: the whole text (`body`, `words`) or passages (`with`, `without`)."""

    kind: Kind
    key: str
    truth: dict[str, Any]
    html: bytes

    @property
    def url(self) -> str | None:
        """Its address."""
        url: str | None = self.truth.get("url")
        return url

    @property
    def whole(self) -> str | None:
        """The article's whole text, where it is known."""
        text: str | None = self.truth.get("body") or self.truth.get("words")
        return text

    @property
    def site(self) -> str:
        """The domain that it belongs to; pages of one site must not stand on both sides of a validation."""
        host = (urlsplit(self.url or "").hostname or "").removeprefix("www.")
        if not host or host.endswith("archive.org"):
            return self.key
        parts = host.split(".")
        if host.endswith(_SHARED_HOSTS) or (len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2):
            return ".".join(parts[-3:])
        return ".".join(parts[-2:])


def fold(site: str, folds: int) -> int:
    """Which part of a cross-validation a site falls into."""
    return zlib.crc32(site.encode()) % folds


def read(kind: Kind) -> list[BenchPage]:
    """The pages of a set; raises FileNotFoundError where the benchmark is not there."""
    known = json.loads((BENCH / kind / "pages.json").read_text("utf-8"))
    return [
        BenchPage(kind, key, truth, gzip.decompress((BENCH / kind / "html" / f"{key}.html.gz").read_bytes()))
        for key, truth in sorted(known.items())
    ]


def scorer() -> Any:
    """The benchmark's own `score.py`."""
    if str(BENCH) not in sys.path:
        sys.path.insert(0, str(BENCH))
    return importlib.import_module("score")


@dataclass(slots=True)
class Score:
    """What texts made of a set's pages are worth, as the benchmark counts it; `rows` holds a value for each page."""

    f1: float
    precision: float
    recall: float
    rows: list[float]


def score(pages: list[BenchPage], texts: list[str]) -> Score:
    """Score one text for each page of one set."""
    judge, kind = scorer(), pages[0].kind
    if kind == "web":
        return _passages(pages, texts)
    count = judge.overlap if kind == "news" else judge.word_f1
    rows = [count(page.whole, text) for page, text in zip(pages, texts, strict=True)]
    if kind == "news":
        f1, precision, recall = judge.averages(rows)
        return Score(f1, precision, recall, [judge.averages([row])[0] for row in rows])
    f1, precision, recall = (sum(column) / len(rows) for column in zip(*rows, strict=True))
    return Score(f1, precision, recall, [row[0] for row in rows])


def _passages(pages: list[BenchPage], texts: list[str]) -> Score:
    squeeze = scorer().squeeze
    right = wrong = missed = 0
    rows = []
    for page, text in zip(pages, texts, strict=True):
        flat, wanted = squeeze(text), page.truth["with"]
        hits = sum(squeeze(passage) in flat for passage in wanted)
        bad = sum(squeeze(passage) in flat for passage in page.truth["without"])
        right, wrong, missed = right + hits, wrong + bad, missed + len(wanted) - hits
        rows.append(2 * hits / max(1, 2 * hits + bad + len(wanted) - hits))
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return Score(2 * precision * recall / max(1e-9, precision + recall), precision, recall, rows)
