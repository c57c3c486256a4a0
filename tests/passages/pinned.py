"""Passages in texts that are edited by rule: where each is found, what is said of it, and what speaks for its places."""

from __future__ import annotations

from binascii import crc32
from collections import Counter
from random import Random

from reader import passages
from reader.model import Article, Block, Place
from reader.passages.anchor import parse_anchor
from reader.passages.finding import sight, weighed
from reader.passages.signals import NAMES
from reader.passages.sought import Sought
from reader.passages.wording import Wording, wording
from tests.passages import editing
from tests.passages.editing import Case, Text

SINGLE = (
    editing.unchanged,
    editing.around,
    editing.inside,
    editing.reworded,
    editing.moved,
    editing.split,
    editing.cut,
    editing.other,
    editing.set_anew,
    editing.several,
)
TWINNED = (editing.around, editing.twin_cut, editing.cut, editing.moved, editing.reworded, editing.several)


def single_cases() -> list[tuple[str, Case]]:
    """Texts in which the passage's words stand once, as far as chance lets them."""
    made = []
    for edit in SINGLE:
        for number in range(16):
            rnd = Random(f"{edit.__name__} {number}")
            old = editing.numbered(editing.a_text(rnd))
            made.append((f"{edit.__name__} {number}", _case(rnd, edit, old)))
    return made


def twin_cases() -> list[tuple[str, Case]]:
    """Texts in which they, or nearly they, stand in several places."""
    made = []
    for edit in TWINNED:
        for number in range(16):
            rnd = Random(f"twins {edit.__name__} {number}")
            size = rnd.choice((1, 2, 3, 5, 8, 12))
            text = editing.a_text(rnd, rnd.randint(4, 7))
            alike = rnd.choice((0.0, 0.5, 1.0))
            made_text = editing.with_twins(rnd, text, size, rnd.choice((1, 1, 2, 4)), alike)
            old = editing.numbered(made_text if number % 3 else editing.in_sections(rnd))
            made.append((f"twins, {edit.__name__} {number}", _case(rnd, edit, old, size)))
    return made


def odd_cases() -> list[tuple[str, Case]]:
    """Scripts without spaces, parts of words, passages over paragraphs, long ones, very short texts."""
    made = []
    for number in range(77):
        rnd = Random(f"odd {number}")
        kind = ("unspaced", "parts of words", "over paragraphs", "long", "short text", "many twins", "marks")[
            number % 7
        ]
        edit = rnd.choice(SINGLE)
        if kind == "unspaced":
            case = _case(rnd, edit, editing.numbered(editing.an_unspaced_text(rnd)), rnd.choice((3, 8, 20)), "")
        elif kind == "parts of words":
            case = _case(rnd, edit, editing.numbered(editing.a_text(rnd)), 4, cut=(rnd.randrange(2), rnd.randrange(3)))
        elif kind == "over paragraphs":
            old = editing.numbered(editing.a_text(rnd))
            case = _over(rnd, edit, old, rnd.randint(0, 5), old[1][rnd.randrange(len(old[1]))].number)
        elif kind == "long":
            old = editing.numbered(editing.a_text(rnd, 14))
            case = _over(rnd, edit, old, rnd.randint(0, 60), old[-1][0].number - rnd.choice((0, 1, 40)))
        elif kind == "short text":
            case = _case(rnd, edit, editing.numbered([editing.a_sentence(rnd), editing.a_sentence(rnd)]), 3)
        elif kind == "marks":
            case = _marks(rnd, edit)
        else:
            sentence = editing.a_sentence(rnd, 3)
            old = editing.numbered([sentence * rnd.choice((1, 1, 2)) for _ in range(rnd.choice((15, 40, 90)))])
            case = _case(rnd, edit, old, 2)
        made.append((f"{kind} {number}", case))
    return made


def _case(
    rnd: Random, edit: editing.Edit, old: Text, size: int = 0, between: str = " ", cut: tuple[int, int] = (0, 0)
) -> Case:
    first, last = _repeated(rnd, old, size) if size and not cut[0] + cut[1] else editing.a_stretch(rnd, old)
    return Case(old, first, last, edit(rnd, old, first, last), between, cut)


def _marks(rnd: Random, edit: editing.Edit) -> Case:
    """Marks between words, near them or behind a row of other marks."""
    text = editing.a_text(rnd, 3)
    row = ["—" * rnd.choice((1, 2, 79, 80, 81, 90)), rnd.choice(("***", "…", "“”")), "-" * rnd.choice((1, 3, 78, 82))]
    text[1][2:2] = row
    old = editing.numbered(text if rnd.random() < 0.8 else [row, ["*"]])
    first = next(word.number for words in old for word in words if word.text == row[1])
    return Case(old, first, first + rnd.choice((0, 0, 1)), edit(rnd, old, first, first))


def _over(rnd: Random, edit: editing.Edit, old: Text, first: int, last: int) -> Case:
    return Case(old, first, last, edit(rnd, old, first, last))


def _repeated(rnd: Random, text: Text, size: int) -> tuple[int, int]:
    """A stretch of that size, one that stands more than once where there is one."""
    rows = [words[at : at + size] for words in text for at in range(len(words) - size + 1)]
    seen = Counter(tuple(word.text for word in row) for row in rows)
    again = [row for row in rows if seen[tuple(word.text for word in row)] > 1]
    row = rnd.choice(again or rows)
    return row[0].number, row[-1].number


def an_article(text: Text, between: str) -> Article:
    """The text as an article; its first short paragraph is the title."""
    return Article("", tuple(Block("paragraph", between.join(word.text for word in words)) for words in text))


def _spots(text: Text, between: str) -> dict[int, tuple[int, int, int]]:
    """For each word of the old text its paragraph, begin and end."""
    found: dict[int, tuple[int, int, int]] = {}
    for index, words in enumerate(text):
        at = 0
        for word in words:
            if word.number >= 0:
                found.setdefault(word.number, (index, at, at + len(word.text)))
            at += len(word.text) + len(between)
    return found


def places_of(case: Case, article: Article) -> list[Place]:
    """The passage in the old article."""
    spots = _spots(case.old, case.between)
    (first, begin, first_end), (last, last_begin, end) = spots[case.first], spots[case.last]
    begin, end = min(begin + case.cut[0], first_end - 1), max(end - case.cut[1], last_begin + 1)
    if first == last:
        return [Place("block", first, begin, max(end, begin + 1))]
    rows = range(first, last + 1)
    starts, ends = {first: begin}, {last: end}
    return [
        Place("block", row, starts.get(row, 0), ends.get(row, len(article.blocks[row].text)))
        for row in rows
        if article.blocks[row].text
    ]


def verdict(case: Case, places: tuple[Place, ...]) -> str:
    """Whether a passage was found where it is: half of what is shown has to be its own words."""
    spots = _spots(case.new, case.between)
    own = [spots[number] for number in range(case.first, case.last + 1) if number in spots]
    if not places:
        return "gone" if 2 * len(own) < case.last - case.first + 1 else "lost"
    shown = sum(it.end - it.start for it in places)
    met = sum(
        max(0, min(it.end, end) - max(it.start, begin))
        for it in places
        for index, begin, end in own
        if index == it.index
    )
    return "right" if 2 * met >= shown else "part" if met else "wrong"


def _where(places: tuple[Place, ...]) -> str:
    if not places:
        return ""
    return f" {places[0].index}:{places[0].start}–{places[-1].index}:{places[-1].end}"


def came_to(case: Case) -> str:
    """Found by its anchor and by both versions, how sure that is, and the anchor as a sum."""
    old, new = an_article(case.old, case.between), an_article(case.new, case.between)
    places = places_of(case, old)
    anchor = passages.describe(old, places)
    found, (carried,) = passages.find(new, anchor), passages.carry(old, new, [places])
    sure = sight(Sought(parse_anchor(anchor)), wording(tuple(it.text for it in new.blocks)), 0.0)
    told = f"{verdict(case, found.places)} {found.state}{_where(found.places)}"
    told += f", sure {sure.sureness:.3f}" if sure else ", nowhere"
    if carried != found:
        told += f", carried {verdict(case, carried.places)} {carried.state}{_where(carried.places)}"
    return f"{told}, anchor {crc32(anchor.encode()):08x}"


def standings(cases: list[tuple[str, Case]]) -> dict[str, str]:
    """What became of each passage."""
    return {name: came_to(case) for name, case in cases}


def signals() -> dict[str, str]:
    """Each signal, added up over the places that were weighed: a table is good only for the signals it was learned with."""
    sums = dict.fromkeys(NAMES, 0.0)
    told = dict.fromkeys(NAMES, 0)
    for _, case in (*single_cases(), *twin_cases(), *odd_cases()):
        old, text = an_article(case.old, case.between), _wording(an_article(case.new, case.between))
        anchor = parse_anchor(passages.describe(old, places_of(case, old)))
        sought = Sought(anchor)
        for _, found in weighed(sought, text) if sought.codes else ():
            for name, value in zip(NAMES, found, strict=True):
                sums[name] += value
                told[name] += value != 0
    return {name: f"{sums[name]:.4f} in all, told of {told[name]} places" for name in NAMES}


def _wording(article: Article) -> Wording:
    return wording(tuple(it.text for it in article.blocks))


TABLES = {
    "single": lambda: standings(single_cases()),
    "twins": lambda: standings(twin_cases()),
    "odd": lambda: standings(odd_cases()),
    "signals": signals,
}
