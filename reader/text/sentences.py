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
# References to notes, which stand behind the mark: "[1][2]", "[note 3]"; bare behind a word, "the gate.1 It".
_NOTED = r"(?:\[(?:\d{1,3}|[a-z]|[a-z]{4,8} (?:\d{1,3}|needed))\])*(?:(?<=[^\W\d_]{3}[.!?])\d{1,3}(?=\s))?"
# A run of marks, whatever closes after it, references, and the space behind. All parts may be taken without looking back,
# so that a run of ten thousand dots is read once.
_MARK = re.compile(
    rf"(?P<hard>[{_HARD}]+[{_FULL_CLOSERS}]*\s*)"
    rf"|(?P<soft>[{_SOFT}]+)(?P<close>(?:[\u00a0\u202f ]»(?!\S)|[{_CLOSERS}])*){_NOTED}(?P<space>\s*)"
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
    found = []
    begin = 0
    for match in _marks(text):
        cut = cutter.cut(match, begin)
        if cut:
            found.append(_trimmed(text, begin, cut))
            begin = cut
    found.append(_trimmed(text, begin, len(text)))
    return [span for span in found if span[0] < span[1]]


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
    held = Counter(_WORD.findall(text[:3000].lower()))
    for word in held.keys() & _OPENING.keys():
        for code in _OPENING[word]:
            scores[code] += held[word]
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

    def cut(self, match: re.Match[str], begin: int) -> int:
        """Where the text is to be cut at this mark; 0 for nowhere."""
        kind = match.lastgroup
        if kind == "blank":
            return match.end()
        if kind == "hard":
            return match.end() if self._hard(match) else 0
        at = self._spaced_quote(match)
        if at is not None:
            return at
        return match.end() if self._soft(match, begin) else 0

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
        marks, close, space = match.group("soft", "close", "space")
        if not space:
            return self._unspaced(match, self._word(at))
        following = text[at : at + 1]
        if not following or following.islower() or following in ",;:":
            return False
        if marks == "." and not close:
            return self._stop(match.start(), begin, at)
        if close.startswith(")") and text[match.start() - 1 : match.start()] in {"(", ""}:
            return False  # "women (!) among them"
        return not (close and marks[-1] in "!?" and self._speaker(at))

    def _word(self, at: int) -> str:
        """The word that begins there, if one does."""
        found = _WORD.match(self.text, at)
        return found.group() if found else ""

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

    def _stop(self, stop: int, begin: int, at: int) -> bool:
        """Whether a plain full stop ends the sentence, with space behind it and at `at` what follows."""
        lowest = max(begin, stop - _LOOK)
        found = _LEFT.search(self.text, max(lowest, self.text.rfind(" ", lowest, stop) + 1), stop)
        if not found:
            return True
        left, left_at, following = found.group(), found.start(), self.text[at]
        low = left.lower().rsplit(".-", 1)[-1]  # "Zul.-Nr. 5"
        opens = _head(self._word(at)) in self.openers
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
    return word.replace("’", "'").partition("'")[0].lower()
