"""Which prefix a namespace goes by here, whatever a feed calls it; a feed that declares none is taken at its word."""

from __future__ import annotations

from reader.text.xml import Element

_RSS = (
    "http://purl.org/rss/1.0/",
    "http://my.netscape.com/rdf/simple/0.9/",
    "http://channel.netscape.com/rdf/simple/0.9/",
    "http://purl.org/net/rss1.1#",
    "http://backend.userland.com/rss",
    "http://backend.userland.com/rss2",
    "http://backend.userland.com/rss091",
    "http://blogs.law.harvard.edu/tech/rss",
    "http://cyber.law.harvard.edu/rss/rss.html",
)
PREFIXES: dict[str, str] = dict.fromkeys(_RSS, "") | {
    "http://www.w3.org/2005/atom": "atom",
    "https://www.w3.org/2005/atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/elements/1.0/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://search.yahoo.com/mrss": "media",
    "http://search.yahoo.com/mrss/": "media",
    "http://purl.org/syndication/history/1.0": "fh",
    "rss": "",
    "rss10": "",
    "a10": "atom",
    "atom03": "atom",
    "atom10": "atom",
}
"""Canonical prefixes by namespace, in small letters; and by the prefixes of feeds that declare none."""

Fields = dict[str, list[Element]]

_SHAPES = 1000


class Sought:
    """Under which names things may stand, the best first, by thing. The entries of a feed have mostly the same children:
    which of the names are there is found out once for each set of these, and 6 names of an item are asked for, not 45."""

    def __init__(self, **names: str) -> None:
        self._names = {thing: tuple(said.split()) for thing, said in names.items()}
        self._shapes: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}

    def among(self, found: Fields) -> dict[str, tuple[str, ...]]:
        """The names that are there, by thing."""
        shape = tuple(found)
        there = self._shapes.get(shape)
        if there is None:
            if len(self._shapes) >= _SHAPES:
                self._shapes.clear()
            there = {thing: tuple(filter(found.__contains__, names)) for thing, names in self._names.items()}
            self._shapes[shape] = there
        return there


def fields(element: Element) -> Fields:
    """An element's children by name. Atom's own names stand bare where no other child has the name."""
    found: Fields = {}
    bare = True
    for child in element.children:
        name = child.name
        if name in found:
            found[name].append(child)
        else:
            found[name] = [child]
            bare = bare and name[:5] != "atom:"
    if not bare:
        for name in [name for name in found if name.startswith("atom:")]:
            found.setdefault(name[5:], found[name])
    return found


def first_text(found: Fields, *names: str) -> str:
    """The text of the first element that has any, the names tried in their order."""
    for name in names:
        for element in found.get(name, ()):
            if text := element.text:
                return text
    return ""


def first(found: Fields, *names: str) -> Element | None:
    """The first element with words or children in it, the names tried in their order."""
    for name in names:
        for element in found.get(name, ()):
            if element.children or element.text:
                return element
    return None
