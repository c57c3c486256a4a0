"""Where sentences end: offsets into the text, so that whatever is chosen stands there to the letter.

Rules over marks, the word before and the word after, with the word lists of `abbreviations`. One pass; each look
around a mark is bounded, so time grows with the length of the text. Nothing is ever changed or dropped.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from reader.text.abbreviations import EITHER, NUMBERED, OPENERS, ORDINAL_STOP, SPEECH, TITLES

_CLOSERS = "\"'”’»«“‘›‹)\\]}」』）】》〉"  # “ and « close in German and Danish
_FULL_CLOSERS = "\"'”’)\\]」』）】》〉"
_HARD = "。！？｡"
_SOFT = ".!?…‼⁇⁈⁉؟۔।॥։።።၊။។"
_ANY = re.compile(rf"[{_HARD}{_SOFT}\n]")
# A run of marks, whatever closes after it, and the space behind. All parts may be taken without looking back, so
# that a run of ten thousand dots is read once.
_MARK = re.compile(
    rf"(?P<hard>[{_HARD}]+[{_FULL_CLOSERS}]*\s*)"
    rf"|(?P<soft>[{_SOFT}]+)(?P<close>(?:[\u00a0\u202f ]»(?!\S)|[{_CLOSERS}])*)(?P<space>\s*)"
    r"|(?P<blank>\n[^\S\n]*\n\s*)"
)
_OPEN = re.compile(r"[\s\"'“‘„‚«»‹›(\[{¿¡—–•*-]*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LEFT = re.compile(r"(?:[^\W\d_]+\.(?:-)?)*[^\W_]+[ªº]?$")
_SPACED = re.compile(r"['\"](?<!\S['\"])(?!\S)")
_CURLY = frozenset("‘“’”")
_CORNERS = re.compile(r"「[^「」]{0,400}」|『[^『』]{0,400}』")
_GOES_ON = re.compile(r"[とっだがをはにのなでも、，,]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_NAME_SPEAKS = re.compile(r"(?:[^\W\d_][\w’'-]*\s+){1,4}?(?P<verb>[^\W\d_]+)")
_LOOK = 24  # characters before a mark that can hold an abbreviation
_AHEAD = 80  # characters after it that can hold a speaker and a verb

_OPENING: dict[str, list[str]] = {}
for _code, _words in OPENERS.items():
    for _word in _words:
        _OPENING.setdefault(_word, []).append(_code)


def sentences(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """Offsets of the sentences, in order, without the space around them; every other character lies in one.

    `language` is a tag such as "de" or "pt-BR"; without one it is guessed from the text's own small words. A blank
    line always ends a sentence. Scripts without capitals are cut at their own marks.
    """
    cutter = _Cutter(text, (language or "").lower().replace("_", "-").split("-")[0])
    pieces = []
    begin = 0
    for match in _marks(text):
        for cut in cutter.cuts(match, begin):
            pieces.append((begin, cut))
            begin = cut
    pieces.append((begin, len(text)))
    return [span for span in (_trimmed(text, *piece) for piece in pieces) if span[0] < span[1]]


def _marks(text: str) -> Iterator[re.Match[str]]:
    """Every mark in order. Looking for one letter out of a set first takes a third of the time of the whole pattern."""
    end = 0
    for at in _ANY.finditer(text):
        if at.start() >= end and (match := _MARK.match(text, at.start())):
            end = match.end()
            yield match


def language_of(text: str) -> str:
    """The language, among those with word lists, whose small words the text's beginning holds most; else ""."""
    scores = dict.fromkeys(OPENERS, 0)
    for word, often in Counter(_WORD.findall(text[:3000].lower())).items():
        for code in _OPENING.get(word, ()):
            scores[code] += often
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] > 0 else ""


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


class _Cutter:
    """Judges each mark of one text."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language if language in OPENERS else language_of(text) if not language else ""
        self.titles = TITLES.get(self.language, TITLES["en"])
        self.numbered = NUMBERED.get(self.language, NUMBERED["en"])
        self.either = EITHER.get(self.language, EITHER["en"])
        self.openers = OPENERS.get(self.language, OPENERS["en"])
        self.ordinals = (self.language or language) in ORDINAL_STOP
        self.corners = [m.span() for m in _CORNERS.finditer(text)] if "「" in text or "『" in text else []
        self.spaced = [m.start() for m in _SPACED.finditer(text)]
        seen: Counter[str] = Counter()
        self.odd: list[bool] = []  # for each spaced mark, whether one of its kind is open before it
        for at in self.spaced:
            self.odd.append(seen[text[at]] % 2 == 1)
            seen[text[at]] += 1

    def cuts(self, match: re.Match[str], begin: int) -> list[int]:
        """Where the text is to be cut at this mark: nowhere, or at one offset."""
        if match["blank"]:
            return [match.end()]
        if match["hard"]:
            return [match.end()] if self._hard(match) else []
        at = self._spaced_quote(match)
        if at is not None:
            return [at] if at else []
        return [match.end()] if self._soft(match, begin) else []

    def _hard(self, match: re.Match[str]) -> bool:
        """A full-width mark ends a sentence, but within Japanese brackets, or where a particle goes on after them."""
        at = bisect_left(self.corners, (match.start(), 0)) - 1
        if at < 0 or self.corners[at][1] <= match.start():
            return True
        return self.corners[at][1] == match.end() and not _GOES_ON.match(self.text, match.end())

    def _spaced_quote(self, match: re.Match[str]) -> int | None:
        """Tokenized text (`word . ' Next`): before an opening mark, after a closing one, told by counting them."""
        end = match.end()
        if not match["space"] or match["close"]:
            return None
        if self.text[end : end + 1] in _CURLY and self.text[end + 1 : end + 2].isspace():
            return self._spaced_curly(end)
        if self.text[end : end + 1] not in {"'", '"'}:
            return None
        nth = bisect_left(self.spaced, end)
        if nth == len(self.spaced) or self.spaced[nth] != end:
            return None
        following = _OPEN.match(self.text, end)
        at = following.end() if following else end
        if not self.odd[nth]:
            return end
        return end + 1 if not self.text[at : at + 1].islower() else None

    def _spaced_curly(self, end: int) -> int:
        """The same where the marks tell themselves: before an opening one, after a closing one, or nowhere (0)."""
        if self.text[end] in "‘“":
            return end
        following = _OPEN.match(self.text, end + 1)
        at = following.end() if following else end + 1
        return 0 if self.text[at : at + 1].islower() or at >= len(self.text) else end + 1

    def _soft(self, match: re.Match[str], begin: int) -> bool:
        text = self.text
        if match.end() == len(text):
            return False
        opened = _OPEN.match(text, match.end())
        at = opened.end() if opened else match.end()
        following = text[at : at + 1]
        word_match = _WORD.match(text, at)
        word = word_match.group() if word_match else ""
        if not match["space"]:
            return self._unspaced(match, word)
        if not following or following.islower() or following in ",;:":
            return False
        if match["close"].startswith(")") and text[match.start() - 1 : match.start()] in {"(", ""}:
            return False  # "women (!) among them"
        left_match = _LEFT.search(text, max(begin, match.start() - _LOOK), match.start())
        left = left_match.group() if left_match else ""
        if match["soft"] == "." and not match["close"]:
            return self._stop(left, left_match.start() if left_match else -1, begin, following, word)
        return not (match["close"] and match["soft"][-1] in "!?" and self._speaker(at))

    def _unspaced(self, match: re.Match[str], word: str) -> bool:
        """Scraped text often lost the space: `said.The`. Only between a longer small word and a usual opener."""
        before = self.text[max(0, match.start() - 3) : match.start()]
        return (
            len(before) == 3
            and before.isalpha()
            and before.islower()
            and len(match["soft"]) == 1
            and word[:1].isupper()
            and (word.lower() in self.openers or bool(match["close"]))
        )

    def _stop(self, left: str, left_at: int, begin: int, following: str, word: str) -> bool:
        """Whether a plain full stop with space behind it ends the sentence."""
        low = left.lower().rsplit(".-", 1)[-1]  # "Zul.-Nr. 5"
        if not left:
            return True
        opens = _head(word) in self.openers
        if left.isdigit():
            if left_at <= begin or not self.text[begin:left_at].strip():
                return False  # "1. The first point": the number belongs to what it counts
            decimal = (
                self.text[max(0, left_at - 2) : left_at].rstrip(",.")[-1:].isdigit() and self.text[left_at - 1] in ",."
            )
            return opens or decimal or not (self.ordinals and len(left) <= 2)
        if low in self.titles:
            return False
        if low in self.numbered and following.isdigit():
            return False
        if low in self.either:
            return opens
        if left != "I" and _INITIALS.fullmatch(left) and left[0].isupper():
            return opens
        return True

    def _speaker(self, at: int) -> bool:
        """Whether a name and a verb of speech follow: `“Why?” Moreau asked.`"""
        match = _NAME_SPEAKS.match(self.text, at, at + _AHEAD)
        return bool(match and match["verb"].lower() in SPEECH)


def _head(word: str) -> str:
    """The word as it is looked up: lower case, up to an apostrophe ("It's", "L'Italie")."""
    return re.split(r"['’]", word, maxsplit=1)[0].lower()
