"""An article's sentences as candidates: where each stands, its words, and whether it is a sentence at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from reader.model import Article, Place
from reader.summaries.wording import stop_words
from reader.text.sentences import language_of, sentences

BODY_KINDS = frozenset(("paragraph", "list_item", "quote"))
"""Blocks that hold running text; headings, tables, code and captions are no sentences of the story."""

_SOLID = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[^\W_{_SOLID}]+(?:['’][^\W\d_{_SOLID}]+)?|[{_SOLID}]")
_DIGIT = re.compile(r"\b\d")
_UNSPACED = re.compile(f"[{_SOLID}]")
_ASCII_WORD = re.compile(r"[A-Za-z0-9]+(?:'[a-z]+)?")
_FINAL = frozenset(".!?\"'”’»«“)]…。！？｡」』）؟۔।॥።။។")
_BYLINE = re.compile(
    r"(?:By\s*\.?$|PUBLISHED:|UPDATED:|Last updated|Created:|\||\d\d:\d\d E|Follow @|Scroll down|Click here|READ|"
    r"For confidential|\.)",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"(?:[^\W\d_][^()]{0,60})?\((?:[^\W\d_][\w. ]*?)?(?:CNN|Reuters|AP|AFP|dpa|EFE|ANSA|Lusa|ANP|Belga|PA|UPI|CNN Student News|"
    r"CNNMoney[^)]*|EW[^)]*|[A-Z][\w.]*\.com)\)\s*(?:--|[—–:-])?\s*"
)


@dataclass(slots=True)
class Sentence:
    """A candidate: its text as it stands at `place`, its words folded to stems, and where in the body it begins (0..1)."""

    text: str
    place: Place
    stems: list[str]
    content: frozenset[str]
    words: list[str]
    position: float
    quoted: bool = False
    spaced: bool = True
    order: int = 0
    pairs: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    @property
    def figures(self) -> bool:
        """Whether it holds a number."""
        return _DIGIT.search(self.text) is not None

    @property
    def size(self) -> int:
        """Its length in words; in scripts without spaces two signs count as one."""
        return len(self.words) if self.spaced else (len(self.words) + 1) // 2


@dataclass(frozen=True, slots=True)
class Body:
    """All candidates of an article, and how many sentences and blocks it had before those were sorted out.

    `unmarked` is a text in a script without spaces, of which no line ends with a mark.
    """

    sentences: tuple[Sentence, ...]
    language: str
    total: int
    blocks: int
    unmarked: bool = False


def body_of(article: Article) -> Body:
    """The sentences of the body that are whole: with a final mark, four words or more, no byline or time stamp."""
    blocks = [(i, b.text) for i, b in enumerate(article.blocks) if b.kind in BODY_KINDS and b.text.strip()]
    length = sum(len(text) + 1 for _, text in blocks) or 1
    language = language_in(article)
    stops = stop_stems(language)
    found: list[Sentence] = []
    total = offset = 0
    for index, text in blocks:
        total += _block(found, index, text, offset, length, language, stops, total < 3)
        offset += len(text) + 1
    for order, sentence in enumerate(found):
        sentence.order = order
    unmarked = not found and any(_UNSPACED.search(text) for _, text in blocks)
    return Body(tuple(found), language, total, len(blocks), unmarked)


def language_in(article: Article) -> str:
    """The article's language as a plain code; guessed from the body where the page does not say."""
    told = (article.language or "").lower().replace("_", "-").split("-")[0]
    return told or language_of("\n".join(it.text for it in article.blocks[:8] if it.kind in BODY_KINDS)[:1500])


def _block(
    found: list[Sentence],
    index: int,
    text: str,
    offset: int,
    length: int,
    language: str,
    stops: frozenset[str],
    opening: bool,
) -> int:
    """Add a block's whole sentences to those found; how many pieces it was cut into."""
    spans = sentences(text, language or "en")
    known = _stems(language).__getitem__
    quoted = byline = False
    for nth, (start, end) in enumerate(spans):
        if opening and nth < 3:
            start = _past_dateline(text, start, end)
        piece = text[start:end]
        words = (_ASCII_WORD if piece.isascii() else _WORD).findall(piece)
        if len(words) >= 4 and not byline and piece[-1] in _FINAL and not _BYLINE.match(piece):
            stems = list(map(known, words))
            place = Place("block", index, start, end)
            content = frozenset(stems) - stops
            spaced = piece.isascii() or not _UNSPACED.search(piece)
            found.append(Sentence(piece, place, stems, content, words, (offset + start) / length, quoted, spaced))
        byline = piece in {"By .", "By."}
        if piece.count('"') % 2:
            quoted = not quoted
    return len(spans)


def _past_dateline(text: str, start: int, end: int) -> int:
    """Where the sentence itself begins after "Lagos (Reuters) -"; a dateline is no part of what is said."""
    match = _DATELINE.match(text, start, min(end, start + 90))
    return match.end() if match and end - match.end() > 20 else start


@lru_cache(maxsize=16)
def stop_stems(language: str) -> frozenset[str]:
    """Stop words as they come out of `stem`, and as they are."""
    words = stop_words(language)
    return words | {stem(word, language) for word in words}


_MOST_STEMS = 30_000


class _Stems(dict[str, str]):
    """The stems of a language's words, each made once; a word is looked up without a call of ours."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_STEMS:
            self.clear()
        found = self[word] = _stem(word, self._language)
        return found


@lru_cache(maxsize=16)
def _stems(language: str) -> _Stems:
    return _Stems(language)


def stem(word: str, language: str = "en") -> str:
    """A word without case and common endings: English ones, elsewhere what stands behind the sixth letter."""
    return _stems(language)[word]


def _stem(word: str, language: str) -> str:
    word = word.lower()
    if language not in {"en", ""}:
        return word[:6]
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    if len(word) <= 4:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("ing") and len(word) > 6:
        word = word[:-3]
    elif word.endswith(("ed", "es")) and len(word) > 5:
        word = word[:-2]
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word[:-1] if word.endswith("e") else word


def stems_of(text: str, language: str) -> list[str]:
    """The words of any text, folded as those of the candidates are."""
    return list(map(_stems(language).__getitem__, _WORD.findall(text)))
