"""What is told of articles of our own: claims about them, how their sentences are read, what is chosen, who says what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from reader.model import Article, Block, Page, Place, Point, PublisherSummary
from reader.parser import parse
from reader.summaries import check, glance, summaries
from reader.summaries.clauses import reading
from reader.summaries.phrases import Group, Predicate
from reader.summaries.tagging import parts, tokens
from reader.text.sentences import sentences
from tests.bench.checking import Said, sets
from tests.test_seeds import SEEDS


@cache
def _sets() -> dict[str, list[Said]]:
    return {name: list(pairs) for name, pairs in sets().items()}


@cache
def _seeds() -> dict[str, Article]:
    return {it.stem: parse(Page(it.read_bytes(), it.name)) for it in SEEDS}


def claims() -> dict[str, str]:
    """Each claim about an article of our own: where it is found, or why it is doubted and what comes nearest."""
    found = {}
    for name, pairs in _sets().items():
        number = 0
        for said in pairs:
            told = PublisherSummary("Summary", "\n".join(text for text, *_ in said.claims))
            blocks = tuple(Block("paragraph", it) for it in said.body)
            for point in check(Article("", blocks, language=said.language, publisher_summary=told)):
                found[f"{name} {number}"] = _verdict(point)
                number += 1
    return found


def _verdict(point: Point) -> str:
    where = " ".join(_place(it) for it in (point.place or point.nearest,) if it)
    unknown = "".join(f" [{point.text[start:end]}]" for start, end in point.unknown)
    return f"{point.doubt or 'found'} {where}{unknown} {point.text}"


def _place(at: Place) -> str:
    return f"{at.index}:{at.start}-{at.end}"


def _english() -> Iterator[tuple[str, str]]:
    """Every third sentence of the articles in English."""
    number = 0
    for name, pairs in _sets().items():
        for said in pairs:
            for text in said.body if said.language == "en" else ():
                for start, end in sentences(text, "en"):
                    number += 1
                    if not number % 3:
                        yield f"{name} {number}", text[start:end]


def read() -> dict[str, str]:
    """How sentences are cut into parts of speech, and what they tell of whom."""
    found = {}
    for name, text in _english():
        words = tokens(text)
        letters = " ".join(f"{word}/{tag}" for word, tag in zip(words, parts(words), strict=True))
        found[name] = f"{letters} = {'; '.join(map(_deed, reading(text)[0]))}"
    return found


def _deed(deed: Predicate) -> str:
    ways = "".join(f" {way}({_words(who)})" for way, who in sorted(deed.beside.items()))
    signs = "!" * deed.denied + "<" * deed.passive
    return f"{deed.form} {_group(deed.doer)} {signs}{deed.name} {_group(deed.whom)}{ways}"


def _group(group: Group) -> str:
    owner = f"{_words(group.owner)}'s " if group.owner else ""
    return f"[{owner}{_words(group.words) or group.raw}]"


def _words(words: set[str]) -> str:
    return " ".join(sorted(words))


def chosen() -> dict[str, str]:
    """The sentences that are chosen of each article, one to seven."""
    every = {
        f"{name} {number}": Article("", tuple(Block("paragraph", it) for it in said.body), language=said.language)
        for name, pairs in _sets().items()
        for number, said in enumerate(pairs)
    } | _seeds()
    found = {}
    for name, article in every.items():
        for many in (1, 3, 7) if name in _seeds() else (2,):
            made = summaries(article, many)[-1]
            places = " ".join(_place(it.place) for it in made.points if it.place)
            found[f"{name} of {many}"] = f"{made.label}: {places} {made.remark or ''}"
    return found


def held() -> dict[str, str]:
    """Who says what in our sample pages, their figures and their names."""
    found = {}
    for name, article in _seeds().items():
        seen = glance(article)
        found[f"{name}, said"] = "; ".join(f"{_place(it.place)} {it.speaker} {it.sure}" for it in seen.said)
        found[f"{name}, figures"] = "; ".join(f"{_place(it.places[0])} {it.kind} {it.text}" for it in seen.figures)
        found[f"{name}, names"] = "; ".join(f"{it.text} {it.kind} {it.count}" for it in seen.names)
    return found


TABLES: dict[str, Callable[[], dict[str, str]]] = {"claims": claims, "read": read, "chosen": chosen, "held": held}
