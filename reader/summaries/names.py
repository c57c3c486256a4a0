"""Names in an article: which are people and which places, and how often they occur."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Literal

from reader.model import Article, Place
from reader.summaries.given_names import GIVEN, INSTITUTION, LAND
from reader.summaries.people import People, mentions_in

NameKind = Literal["person", "place", "other"]


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody or something that the article names, as it is named most fully, with every place where it stands."""

    text: str
    kind: NameKind
    count: int
    places: tuple[Place, ...]


def names(article: Article) -> tuple[Name, ...]:
    """Names in the article, those that occur most often first."""
    people = People(article)
    places: dict[str, list[Place]] = defaultdict(list)
    lands: Counter[str] = Counter()
    for it in people.mentions:
        name = people.full(it.text)
        places[name].append(it.place)
        lands[name] += it.land
    found = [Name(name, _kind(name, people, lands[name]), len(where), tuple(where)) for name, where in places.items()]
    return tuple(sorted(found, key=lambda it: (-it.count, it.places[0])))


def name_spans(text: str, language: str) -> list[tuple[int, int]]:
    """Offsets of the names in any text; a capital that only begins a sentence may be among them."""
    found = mentions_in(0, text, language)
    plain = {"de"} if language == "de" else set()
    return [
        (it.place.start, it.place.end)
        for it, opening in found
        if " " in it.text or it.person or it.text in LAND or not (opening or plain)
    ]


def _kind(name: str, people: People, lands: int) -> NameKind:
    last = name.rsplit(maxsplit=1)[-1]
    if name in LAND or last in LAND:
        return "place"
    if people.person(name):
        return "person"
    if last not in INSTITUTION and lands and not name.isupper():
        return "place"
    return "person" if name.split(maxsplit=1)[0] in GIVEN and " " in name and last not in INSTITUTION else "other"
