"""Texts and edits made by rule, so that it is known where each passage stands afterwards.

A text is words with numbers: whatever an edit does, a word of the old text keeps its number, and one that was put in has
none. So the truth of each case is read off the new text. The words are syllables, and of no language.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from random import Random

PUT_IN = -1
_LITTLE = "the of and a to in on for it is was he she they with by at from as".split()
_SYLLABLES = "ba ko ri ten mo sal vi dor nu pel ga shi wun fer lo man ti cas ru hol".split()
# Signs of scripts that set no space between words: Han, Hiragana, Thai.
_UNSPACED = (
    "新港口風車橋海上市場魚船石塔東西南北山川花鳥月木金土火水人手足目耳",
    "のはがをにとでもへやからまで",
    "กขคงจชดตนบปพมยรลวสหอ",
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is written, marks and all, and its number in the old text."""

    text: str
    number: int = PUT_IN


Text = list[list[Word]]
"""Paragraphs of words."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the numbers of a passage's first and last word, what the text became, and what stands between words.

    `cut` says how many characters of the passage's first and last word are outside it.
    """

    old: Text
    first: int
    last: int
    new: Text
    between: str = " "
    cut: tuple[int, int] = (0, 0)


Edit = Callable[[Random, Text, int, int], Text]


def a_word(rnd: Random) -> str:
    """A word of no language; every third is a little one that stands everywhere."""
    if rnd.random() < 0.36:
        return rnd.choice(_LITTLE)
    return "".join(rnd.choice(_SYLLABLES) for _ in range(rnd.choice((1, 2, 2, 3, 3, 4))))


def a_sentence(rnd: Random, size: int = 0) -> list[str]:
    """Words of a sentence, with its marks; now and then somebody says it."""
    words = [a_word(rnd) for _ in range(size or rnd.randint(5, 17))]
    words[0] = words[0].capitalize()
    if len(words) > 8 and rnd.random() < 0.5:
        words[4] += rnd.choice((",", ";", " –"))
    if rnd.random() < 0.2:
        words[0] = "“" + words[0]
        words[-1] += ".”"
    else:
        words[-1] += rnd.choice("....?!")
    return words


def numbered(paragraphs: list[list[str]]) -> Text:
    """Words with their numbers in reading order."""
    numbers = count()
    return [[Word(word, next(numbers)) for word in words] for words in paragraphs]


def a_text(rnd: Random, paragraphs: int = 0) -> list[list[str]]:
    """Paragraphs of a few sentences."""
    return [
        [word for _ in range(rnd.randint(1, 4)) for word in a_sentence(rnd)]
        for _ in range(paragraphs or rnd.randint(4, 9))
    ]


def an_unspaced_text(rnd: Random) -> list[list[str]]:
    """Paragraphs of signs, of two scripts or of Thai."""
    signs = _UNSPACED[0] * 2 + _UNSPACED[1] if rnd.random() < 0.7 else _UNSPACED[2]
    return [[*(rnd.choice(signs) for _ in range(rnd.randint(20, 60))), "。"] for _ in range(rnd.randint(4, 7))]


def a_stretch(rnd: Random, text: Text) -> tuple[int, int]:
    """First and last number of some words of one paragraph: a phrase, a sentence, a whole paragraph."""
    words = rnd.choice([it for it in text if len(it) > 3])
    size = min(len(words), rnd.choice((1, 2, 3, 4, 5, 6, 8, 11, 16, 25, len(words))))
    start = rnd.randrange(len(words) - size + 1)
    return words[start].number, words[start + size - 1].number


def _inside(word: Word, first: int, last: int) -> bool:
    return first <= word.number <= last


def _changed(rnd: Random, text: Text, share: float, wanted: Callable[[Word], bool]) -> Text:
    """Some of the wanted words changed, a few taken out, a few put in."""
    made: Text = []
    for words in text:
        row: list[Word] = []
        for word in words:
            if not wanted(word) or rnd.random() >= share:
                row.append(word)
                continue
            how = rnd.random()
            if how > 0.85:
                continue
            row.append(Word(a_word(rnd)))
            if how > 0.7:
                row += [Word(a_word(rnd)), word]
        made.append(row)
    return made


def unchanged(rnd: Random, text: Text, first: int, last: int) -> Text:
    """Only a paragraph more at the end."""
    return [*text, [Word(it) for it in a_sentence(rnd)]]


def around(rnd: Random, text: Text, first: int, last: int) -> Text:
    """Words changed everywhere but in the passage."""
    return _changed(rnd, text, rnd.choice((0.1, 0.3, 0.6, 0.9)), lambda word: not _inside(word, first, last))


def inside(rnd: Random, text: Text, first: int, last: int) -> Text:
    """A few words of the passage changed."""
    return _changed(rnd, text, rnd.choice((0.1, 0.2, 0.3)), lambda word: _inside(word, first, last))


def reworded(rnd: Random, text: Text, first: int, last: int) -> Text:
    """A third to two thirds of the passage changed, and some of what is around it."""
    made = _changed(rnd, text, rnd.uniform(0.3, 0.65), lambda word: _inside(word, first, last))
    return _changed(rnd, made, rnd.choice((0.0, 0.2, 0.5)), lambda word: word.number >= 0)


def moved(rnd: Random, text: Text, first: int, last: int) -> Text:
    """The paragraph of the passage stands elsewhere, or all the others do."""
    made = [*text]
    here = made.pop(_paragraph(text, first))
    made.insert(rnd.randrange(len(made) + 1), here)
    if rnd.random() < 0.3:
        rnd.shuffle(made)
    return made


def split(rnd: Random, text: Text, first: int, last: int) -> Text:
    """A paragraph is two, or two are one, or a paragraph stands between."""
    at = _paragraph(text, first)
    here = text[at]
    half = rnd.randrange(1, len(here))
    match rnd.randrange(3):
        case 0:
            return [*text[:at], here[:half], here[half:], *text[at + 1 :]]
        case 1:
            return [*text[:at], here + (text[at + 1] if at + 1 < len(text) else []), *text[at + 2 :]]
        case _:
            return [*text[:at], here[:half], [Word(it) for it in a_sentence(rnd)], here[half:], *text[at + 1 :]]


def cut(rnd: Random, text: Text, first: int, last: int) -> Text:
    """The passage is not there any more; sometimes its paragraph is not, and other words are in its place."""
    if rnd.random() < 0.4:
        at = _paragraph(text, first)
        return [*text[:at], *text[at + 1 :]]
    made = [[word for word in words if not _inside(word, first, last)] for words in text]
    if rnd.random() < 0.4:
        at = _paragraph(text, first)
        made[at] = made[at] + [Word(it) for it in a_sentence(rnd)]
    return [words for words in made if words]


def other(rnd: Random, text: Text, first: int, last: int) -> Text:
    """Another text, that may have a few of its words."""
    made = [[Word(word) for word in words] for words in a_text(rnd)]
    stretch = [Word(word.text) for words in text for word in words if _inside(word, first, last)]
    if rnd.random() < 0.5:
        made[0] = made[0] + stretch[: len(stretch) // 2]
    return made


def set_anew(rnd: Random, text: Text, first: int, last: int) -> Text:
    """Other quotes, dashes, case and soft hyphens."""
    table = str.maketrans({"“": '"', "”": "»", "–": "—", ".": "…"})
    how = rnd.choice((str.upper, str.lower, lambda it: it.translate(table), lambda it: it[:2] + "\u00ad" + it[2:]))
    return [[replace(word, text=how(word.text)) for word in words] for words in text]


def _paragraph(text: Text, number: int) -> int:
    return next(at for at, words in enumerate(text) if any(word.number == number for word in words))


def several(rnd: Random, text: Text, first: int, last: int) -> Text:
    """Two of the others, one after the other."""
    for edit in rnd.sample((around, moved, split, inside), 2):
        made = edit(rnd, text, first, last)
        text = made if any(word.number == first for words in made for word in words) else text
    return text


def twin_cut(rnd: Random, text: Text, first: int, last: int) -> Text:
    """One of the other places where the passage's words stand is not there any more, with some words around it."""
    size = last - first + 1
    rows = [(at, start) for at, words in enumerate(text) for start in range(len(words) - size + 1)]
    wanted = [word.text for words in text for word in words if _inside(word, first, last)]
    twins = [
        (at, start)
        for at, start in rows
        if [word.text for word in text[at][start : start + size]] == wanted and text[at][start].number != first
    ]
    if not twins:
        return text
    at, start = rnd.choice(twins)
    more = rnd.choice((0, 3, 30))
    low, high = max(0, start - more), start + size + more
    kept = [word for it, word in enumerate(text[at]) if not low <= it < high or _inside(word, first, last)]
    return [words for words in (*text[:at], kept, *text[at + 1 :]) if words]


def with_twins(rnd: Random, paragraphs: list[list[str]], size: int, copies: int, alike: float) -> list[list[str]]:
    """The words of a stretch stand in other places too, of which a share has a word or two that differ."""
    made = [[*words] for words in paragraphs]
    source = max(made, key=len)
    start = rnd.randrange(max(1, len(source) - size))
    wanted = source[start : start + size]
    around = rnd.choice((0, 0, 2, 6))
    copied = source[max(0, start - around) : start + size + around]
    for _ in range(copies):
        stretch = [*copied]
        if rnd.random() < alike:
            stretch[rnd.randrange(len(stretch))] = a_word(rnd)
        row = rnd.choice([it for it in made if it is not source] or made)
        at = rnd.randrange(len(row) + 1)
        row[at:at] = stretch
    at = next(at for at in range(len(source)) if source[at : at + size] == wanted)
    return [[*source[:at], *wanted, *source[at + size :]] if row is source else row for row in made]


def in_sections(rnd: Random) -> list[list[str]]:
    """Two or three sections that read alike but for their first lines, and here and there a word."""
    section = a_text(rnd, rnd.randint(2, 4))
    made = []
    for _ in range(rnd.choice((2, 2, 3))):
        made.append(a_sentence(rnd))
        made += [[word if rnd.random() > 0.02 else a_word(rnd) for word in words] for words in section]
    return made
