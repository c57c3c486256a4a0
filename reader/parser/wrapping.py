"""Lines of a text that a program or a person wrapped at a column are joined to paragraphs again: mails, dumps of terminals
and of printed pages.

Where lines end because the next word had no room, they are full. No scraped page is like that: of 1,288 benchmark pages as
text none is taken for wrapped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.parser.listings import listings

_NARROWEST, _WIDEST = 38, 100
"""Characters of the narrowest and the widest column that texts are wrapped at."""
_OVERLONG = 2 * _WIDEST
"""Characters of lines that are joined to none."""
_LONGEST = 400
"""Lines of the longest paragraph."""
_LONG_SHARE = 5
"""So many times must a text be longer than what stands in lines that no column holds: addresses, a table."""
_FULL_LEAST = 4
"""Full lines from which on a text is wrapped."""
_MOST_LINES = 200_000
_FULL = 0.88
"""Part of the width from which on a line is full in print, whose letters are not all as wide."""
_NEARLY, _RATHER = 0.75, 0.7
"""Parts of the width from which on a line that somebody wrapped by hand goes on in the next: in a text whose paragraphs stand
apart, and in any where it ends no sentence."""
_ENDING_MOST = 0.6
"""Lines that end a sentence, for one that another follows, in a wrapped text without small letters."""
_APART = 4
"""So many paragraphs end before an empty line, for one that does not, where they stand apart."""
_PAGE_LINES, _PAGE_EDGE = 8, 3
"""Lines of the shortest page that bears a number, and lines around the number that are the page's head or foot."""

_MARKS = re.compile(r"[ \t]*+(?:>[ \t]?+)*+")
_ITEM = re.compile(
    r"(?:[•▪◦‣●○■*+→➔➤►▶✓✔✗✘☐☑]|#{1,6}|\d{1,3}\)|\(\w{1,3}\)|[^\W\d_]\)|[^\W\d_A-Z]\.|[ivx]{2,5}[.)]|\[\d{1,3}\]:?)\s"
)
_NUMBERED = re.compile(r"(?:\d{1,3}\.(?:\d{1,3}\.?){0,4}|[A-Z]\.|§ ?\d{1,4}\w?)\s")
"""Items, or the rest of a line that ends before a date, an amount, a name or a law: "12. Mai", "3.2 million", "A. Drury"."""
_DASHED = re.compile(r"[-–—]\s")
_LABELED = re.compile(r"[A-Z][\w-]{1,20}: ")
_CALLED = re.compile(r"[A-Z][A-Z. ]{1,20}: |(?:From|To|Cc|Date|Sent|Subject|Reply-To|Message-ID): ")
"""Who speaks, in capitals, or the head of a mail."""
_ADDRESS = re.compile(r"[a-z]{3,6}://\S+$")
_SAID_BEFORE, _SAYS = re.compile(r"[.,!?…—–-]['’]?[”»\"]$"), re.compile(r"[“„«\"][^\W_]")
_TABLE = re.compile(r"\S {3,}\S|\S\t|^\W*\|.*\|\W*$|^[\W_]*$")
_ENDED = re.compile(r"[.!?…:;。！？।؟۔።។။][\"”»’')\]]*$")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN_LEAST, _BROKEN_SHARE = 3, 25
"""Lines that end within a word from which on a text was set by a printer, and of how many lines each is one."""
_FIRST_PARTS = (
    "self well non co ex half cross long short high low mid anti semi multi so full part all re pre post pro vice"
)
_PREFIXES = frozenset(
    f"{_FIRST_PARTS} two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety".split()
)
"""Words before a hyphen of their own."""
# What lynx and elinks end a dump with.
_LISTED = re.compile(r"\n *References\n\s*(?:Visible links:?\n\s*)?1\. [a-z]{3,9}:")
_LINK_NUMBER = re.compile(r"\[\d{1,4}\](?=[^\W_]|[“\"‘'(«„])")
_NUMBER = re.compile(r"\W*(?:[^\W\d_]{1,6}\.? )?(\d{1,4})(?: ?(?:/|[^\W\d_]{1,3}) ?\d{1,4})?\W*")


def unwrapped(text: str) -> str:
    """A text with a line for each paragraph, where it was wrapped; the same string where it was not."""
    if not _FULL_LEAST <= text.count("\n") <= _MOST_LINES:
        return text
    lines = text.split("\n")
    if _LONG_SHARE * sum([size for size in map(len, lines) if size > _WIDEST]) > len(text):
        return text
    width = _width(lines)
    return _without_link_numbers("\n".join(_Joining(lines, width).run())) if width else text


def _without_link_numbers(text: str) -> str:
    """A text browser's dump without the numbers that it sets before each link and lists at the end: "[6]Lena Drury"."""
    listed = _LISTED.search(text)
    if listed is None:
        return text
    return _LINK_NUMBER.sub("", text[: listed.start()]) + text[listed.start() :]


def _width(lines: Sequence[str]) -> int:
    """The column that lines are wrapped at; 0 where they are not. What goes on with a small letter tells; in a script that
    has none, with any."""
    pairs = [
        (len(line), words)
        for line, following in pairwise(lines)
        if line.count(" ") > 2 and (words := _words(following))
    ]
    sizes = sorted([size for size, _ in pairs])
    width = sizes[int(0.98 * (len(sizes) - 1))] if len(sizes) >= _FULL_LEAST else 0
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    going_on = [pair for pair in pairs if pair[1][0].islower()]
    if not going_on:
        going_on = [pair for pair in pairs if pair[1][0].isalpha() and not pair[1][0].isupper()]
        if _ENDING_MOST * len(going_on) < sum([_ENDED.search(line.rstrip()) is not None for line in lines]):
            return 0  # sentences, each on a line of its own
    full = sum([_fills(size, words, width * _FULL) for size, words in going_on])
    return width if full >= _FULL_LEAST and 5 * full >= 4 * len(going_on) else 0


def _words(line: str) -> str:
    """A line without its indent and marks of quoting."""
    found = _MARKS.match(line)
    return line[found.end() :] if found is not None else line


def _fills(size: int, following: str, width: float) -> bool:
    """Whether the first word of what follows had no room in a line of that size."""
    return size + 1 + len(following.partition(" ")[0]) > width


def _of_pages(lines: Sequence[str], width: int) -> frozenset[int]:
    """Numbers of pages, which count up, and the heads and feet that stand beside two of them and more."""
    numbers: list[int] = []
    last = 0
    for index, line in enumerate(lines):
        found = _NUMBER.fullmatch(line) if 0 < len(line) < 40 else None
        if found is None or (numbers and int(found[1]) != last + 1 and index - numbers[-1] < 10 * _PAGE_LINES):
            continue
        if numbers and int(found[1]) != last + 1:
            numbers.clear()
        if not numbers or index - numbers[-1] >= _PAGE_LINES:
            numbers.append(index)
            last = int(found[1])
    if len(numbers) < 2:
        return frozenset()
    beside: dict[int, str] = {}
    for number in numbers:
        for step in (-1, 1):
            at, seen = number + step, 0
            while 0 <= at < len(lines) and seen < _PAGE_EDGE and abs(at - number) < 4 * _PAGE_EDGE:
                if lines[at].strip():
                    beside[at] = _lettering(lines[at])
                    seen += 1
                at += step
    often = {words for words, count in Counter(beside.values()).items() if count > 1 and len(words) < _RATHER * width}
    heads = [at for at, line in enumerate(lines) if _lettering(line) in often] if often else []
    return frozenset(_with_blanks(lines, [*numbers, *heads]))


def _lettering(line: str) -> str:
    """A line without its digits, as heads of pages are alike."""
    return "".join([sign for sign in line if not sign.isdigit()]).strip()


def _with_blanks(lines: Sequence[str], found: Sequence[int]) -> Iterator[int]:
    """Lines, and the empty ones before and behind them."""
    for index in found:
        yield index
        for step in (-1, 1):
            at = index + step
            while 0 <= at < len(lines) and not lines[at].strip():
                yield at
                at += step


def _parted(line: str, following: str) -> bool:
    """Whether full lines are parted by what they are: a speaker's or a mail head's, an answer, a heading, an address each."""
    return (
        _CALLED.match(following) is not None
        or (_SAID_BEFORE.search(line) is not None and _SAYS.match(following) is not None)
        or (line.isupper() and not following.isupper() and line.count(" ") > 1)
        or (_ADDRESS.match(line) is not None and _ADDRESS.match(following) is not None)
    )


class _Joining:
    """One pass over wrapped lines. `aside` are heads, feet and numbers of pages."""

    def __init__(self, lines: Sequence[str], width: int) -> None:
        self.lines, self.width = lines, width
        self.coded = frozenset(index for run in listings(lines) for index in run)
        self.aside = _of_pages(lines, width) - self.coded
        self.apart = self._stand_apart()
        self.known: Counter[str] | None = None
        self.typeset = False

    def _stand_apart(self) -> bool:
        """Whether paragraphs are parted by empty lines."""
        before, within = 0, 0
        for line, following in zip(self.lines, [*self.lines[1:], ""], strict=True):
            if 0 < len(line) < _RATHER * self.width and _ENDED.search(line.rstrip()):
                if following.strip():
                    within += 1
                else:
                    before += 1
        return before > _APART * within

    def run(self) -> Iterator[str]:
        """The lines that are left, those of the pages' edges behind all others."""
        held: list[str] = []
        turned = False
        for index, line in enumerate(self.lines):
            if index in self.aside:
                turned = True
                continue
            if index in self.coded:
                yield from [self._whole(held)] if held else []
                held = []
                yield line
            elif held and self._goes_on(held, line, turned):
                held.append(line)
            else:
                if held:
                    yield self._whole(held)
                held = [line] if line.strip() else []
                if not held:
                    yield ""
            turned = False
        yield from [self._whole(held), ""] if held and self.aside else [self._whole(held)] if held else []
        yield from [self.lines[index] for index in sorted(self.aside) if self.lines[index].strip()]

    def _goes_on(self, held: Sequence[str], following: str, turned: bool) -> bool:
        """Whether a line is the rest of a paragraph, on the same page or, `turned`, on the next."""
        line, words = held[-1].rstrip(), _words(following)
        if max(len(line), len(following)) > _OVERLONG or len(held) >= _LONGEST or not words.strip():
            return False
        if _TABLE.search(line.strip()) or _TABLE.search(words.strip()):
            return False
        marks, next_marks = line[: len(line) - len(_words(line))], following[: len(following) - len(words)]
        first = _words(held[0])
        set_in = len(next_marks) > len(marks) and not (_ITEM.match(first) or _NUMBERED.match(first))
        if set_in or marks.count(">") != next_marks.count(">"):
            return False
        if _parted(_words(line), words):
            return False
        ended, low = _ENDED.search(line) is not None, words[:1].islower()
        full = _fills(len(line), words, self.width)
        if _NUMBERED.match(words) and (ended or not full or _NUMBERED.match(first)):
            return False
        if _ITEM.match(words) or (_DASHED.match(words) and (ended or not full)):
            return False
        if turned or (not full and _LABELED.match(words)):
            return low and not ended
        if full or (ended and self.apart):
            return full or len(line) >= _NEARLY * self.width
        return not ended and len(line) >= self.width * (_RATHER if low or len(held) > 1 else _FULL)

    def _whole(self, held: Sequence[str]) -> str:
        """Lines as one; a word that was broken at a line's end is whole again where the text has it elsewhere, too."""
        parts = [held[0].rstrip()]
        for line in held[1:]:
            words = _words(line).strip()
            broken = _BROKEN.search(parts[-1]) if words[:1].islower() else None
            if broken is None:
                parts.append(" ")
            elif parts[-1][-1] == "\u00ad" or self._is_word(broken[1], words):
                parts[-1] = parts[-1][:-1]
            parts.append(words)
        return "".join(parts)

    def _is_word(self, first: str, rest: str) -> bool:
        if self.known is None:
            self.known = Counter(word for line in self.lines for word in _WORD.findall(line.lower()))
            self.typeset = self._is_typeset()
        found = _WORD.match(rest)
        behind, first = (found[0] if found else "").lower(), first.lower()
        if f"{first}{behind}" in self.known or f"{first}-{behind}" in self.known:
            return f"{first}{behind}" in self.known
        return (
            self.typeset and first not in _PREFIXES and min(self.known[first], self.known[behind]) < 2
        )  # elsewhere, too

    def _is_typeset(self) -> bool:
        """Whether words were broken as printers do: who wraps a text breaks them at hyphens of their own only, a line in a
        hundred."""
        full = [line for line in self.lines if line.strip()]
        broken = [
            following
            for line, following in pairwise(full)
            if _BROKEN.search(line.rstrip()) and _words(following).lstrip()[:1].islower()
        ]
        return len(broken) >= _BROKEN_LEAST and _BROKEN_SHARE * len(broken) >= len(full)
