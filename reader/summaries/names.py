"""Names in an article: which are people and which places, and how often they occur."""

from __future__ import annotations

from collections import Counter, defaultdict

from reader.model import Article, Name, NameKind, Place
from reader.summaries.given_names import GIVEN, INSTITUTION, LAND
from reader.summaries.people import People, mentions_in


def names(article: Article, people: People | None = None) -> tuple[Name, ...]:
    """Names in the article, those that occur most often first; `people` if they have been gathered already."""
    people = people or People(article)
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
