"""XML as it is really written: cut into elements, broken or not, in linear time. Never raises, loads nothing.

Our own because feeds need what no parser gives at once: expat refuses one feed in eight (43 of 325 from real sites and
test suites), lxml mends but expands entities and weighs 12 MB, and an HTML parser takes `<link>` for empty. A
document's own entities are resolved one level deep within a bound, external ones never.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from html.entities import html5
from urllib.parse import urljoin

from reader.text.clean import clean

_TAG = re.compile(r"<(/?)([^\W\d][^\s/<>\"'=]*+)((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>")
_LOOSE = re.compile(r"<(/?)([^\W\d][^\s/<>\"'=]*+)([^>]*+)>")
_LOOSE_START = re.compile(r"</?[^\W\d]")
_ATTRIBUTE = re.compile(r"(?<![^\s\"'/])([^\s=<>\"'/]++)\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_REFERENCE = re.compile(r"&(#[xX]?[0-9a-fA-F]{1,8}|[A-Za-z][\w.-]{0,40});")
_OTHERS = re.compile("&(?!(?:amp|lt|gt|quot);)")
_ENTITY = re.compile(r"<!ENTITY\s+([A-Za-z][\w.-]{0,40})\s+(?:\"([^\"]*)\"|'([^']*)')\s*>")
_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.S)

LONGEST_ENTITY = 10_000
"""Characters of a document's own entity; a longer one is not resolved."""
MOST_EXPANDED = 1_000_000
"""Characters that a document's own entities may add in all: against quadratic blow-up."""

XML = "http://www.w3.org/XML/1998/namespace"


class Element:
    """One element: canonical name in small letters, attributes, its text and where its inside stands.

    `base` is the address that relative ones in it start from, `language` its xml:lang.
    """

    __slots__ = ("attributes", "base", "children", "document", "end", "language", "name", "parts", "start")

    def __init__(self, name: str, attributes: dict[str, str], start: int, parent: Element | None) -> None:
        self.name = name
        self.attributes = attributes
        self.start = start
        self.end = start
        self.parts: list[str] = []
        self.children: list[Element] = []
        self.document: str = parent.document if parent else ""
        self.base: str = parent.base if parent else ""
        self.language: str | None = parent.language if parent else None

    @property
    def text(self) -> str:
        """Its own text, references resolved, without that of its children."""
        return "".join(self.parts).strip()

    @property
    def inside(self) -> str:
        """Its inside as it was written, CDATA sections opened."""
        raw = self.document[self.start : self.end]
        return _CDATA.sub(r"\1", raw) if "<![" in raw else raw

    def first(self, *names: str) -> Element | None:
        """Its first child of the first of these names that it has."""
        for name in names:
            for child in self.children:
                if child.name == name:
                    return child
        return None


def elements(
    text: str, cut: frozenset[str] = frozenset(), *, base: str = "", prefixes: Mapping[str, str] | None = None
) -> Iterator[Element]:
    """Each finished element with a name in `cut`, taken out of the tree, and at last the root with the rest.

    `prefixes` says under which prefix a namespace's names are given; unknown ones keep the document's own. Elements
    that are not closed end with their parents; an element of `cut` also ends where the next of its name begins.
    """
    return _Reader(text, cut, base, prefixes or {}).run()


class _Reader:
    """The state of one pass: open elements, namespaces in force, the document's own entities."""

    def __init__(self, text: str, cut: frozenset[str], base: str, prefixes: Mapping[str, str]) -> None:
        self.document = text
        self.cut = cut
        self.prefixes = prefixes
        self.root = Element("", {}, 0, None)
        self.root.document, self.root.base, self.root.end = text, base, len(text)
        self.open = [self.root]
        self.counts: dict[str, int] = {}
        self.names: dict[str, str] = {}
        self.scopes: list[tuple[int, dict[str, str], dict[str, str]]] = [(0, {}, self.names)]
        self.entities: dict[str, str] = {}
        self.done: list[Element] = []
        self.left = MOST_EXPANDED
        self.typed = False
        self.comments = True  # until one has no end
        self.patience = (
            1000  # searches that came to nothing: each costs 64 KB of reading, and text may be made for that
        )

    def run(self) -> Iterator[Element]:
        """Go through the document once."""
        text, at, find, match = self.document, 0, self.document.find, _TAG.match
        while (mark := find("<", at)) >= 0:
            if mark > at:
                chunk = text[at:mark]
                self.open[-1].parts.append(self.resolved(chunk) if "&" in chunk else chunk)
            found = match(text, mark) or self.loose(mark)
            if found is None:
                at = self.oddity(mark, text[mark + 1 : mark + 2])
                continue
            at = found.end()
            closing, written, rest = found.groups()
            if not closing:
                self.opened(written, rest, at)
            elif self.counts.get(name := self.names.get(written) or self.canonical(written)):
                while self.open[-1].name != name:
                    self.close(mark)
                self.close(mark)
            if self.done:
                yield from self.done
                self.done = []
        self.open[-1].parts.append(self.resolved(text[at:]))
        while len(self.open) > 1:
            self.close(len(text))
        yield from self.done
        yield self.root

    def opened(self, written: str, rest: str, at: int) -> None:
        """Begin an element; one of the wanted ends the one before it that nobody closed."""
        if rest:
            element = self.begin(written, rest, at)
        else:
            element = Element(self.names.get(written) or self.canonical(written), {}, at, self.open[-1])
        name = element.name
        count = self.counts.get(name, 0)
        if count and name in self.cut:
            start = at - len(written) - len(rest) - 2
            while self.counts.get(name):
                self.close(start)
            count = 0
        self.open[-1].children.append(element)
        self.open.append(element)
        self.counts[name] = count + 1
        if rest and rest[-1] == "/":
            self.close(at)

    def begin(self, name: str, rest: str, at: int) -> Element:
        """An element with its attributes; namespaces that it declares come into force."""
        attributes = self.attributes(rest) if "=" in rest else {}
        if "xmlns" in rest:
            self.declare(attributes)
        element = Element(self.canonical(name), attributes, at, self.open[-1])
        if "xml:base" in attributes:
            element.base = joined(element.base, attributes["xml:base"])
        if "xml:lang" in attributes:
            element.language = attributes["xml:lang"] or None
        return element

    def close(self, end: int) -> None:
        """End the innermost element; set it aside if it is wanted."""
        element = self.open.pop()
        element.end = end
        self.counts[element.name] -= 1
        if len(self.scopes) > 1 and self.scopes[-1][0] == len(self.open):
            self.scopes.pop()
            self.names = self.scopes[-1][2]
        if element.name in self.cut:
            self.open[-1].children.pop()
            self.done.append(element)

    def attributes(self, rest: str) -> dict[str, str]:
        """Attributes by their names in small letters; the first of a name counts."""
        found: dict[str, str] = {}
        for name, double, single, bare in _ATTRIBUTE.findall(rest):
            value = double or single or bare
            found.setdefault(name.lower(), self.resolved(value) if "&" in value else value)
        return found

    def declare(self, attributes: Mapping[str, str]) -> None:
        """Take note of namespaces; a hundred scopes deep, nobody means them."""
        if len(self.scopes) > 100:
            return
        scope = dict(self.scopes[-1][1])
        for name, value in attributes.items():
            if name == "xmlns" or name.startswith("xmlns:"):
                prefix = name[6:]
                scope[prefix] = self.prefixes.get(value.strip().lower(), prefix)
        if scope != self.scopes[-1][1]:  # feeds say the same once more at every other element
            self.names = {}
            self.scopes.append((len(self.open), scope, self.names))

    def canonical(self, written: str) -> str:
        """An element's name with the prefix that its namespace goes by."""
        name = self.names.get(written)
        if name is None:
            prefix, _, local = written.lower().rpartition(":")
            prefix = self.scopes[-1][1].get(prefix, self.prefixes.get(prefix, prefix))
            name = self.names[written] = f"{prefix}:{local}" if prefix else local
        return name

    def loose(self, mark: int) -> re.Match[str] | None:
        """A tag whose quotes do not pair, up to the next ">"."""
        if not _LOOSE_START.match(self.document, mark) or self.ending(mark) < 0:
            return None
        return _LOOSE.match(self.document, mark)

    def ending(self, mark: int) -> int:
        """Where the next ">" stands; -1 where none is near."""
        end = self.document.find(">", mark, mark + 65536) if self.patience > 0 else -1
        self.patience -= end < 0
        return end

    def declaration(self, mark: int) -> int:
        """CDATA, a comment without an end, or a document type; where reading goes on."""
        text = self.document
        if text.startswith("<![CDATA[", mark):
            end = text.find("]]>", mark)
            end = len(text) if end < 0 else end
            self.open[-1].parts.append(text[mark + 9 : end])
            return end + 3
        end = self.ending(mark)
        typed = end > 0 and not self.typed and text[mark + 2 : mark + 9].upper() == "DOCTYPE"
        subset = text.find("[", mark, end) if typed else -1
        if subset > 0:
            self.typed = True
            closed = text.find("]", subset)
            end = text.find(">", closed) if closed > 0 else end
            self.own_entities(text[subset : min(end, subset + 262144)])
        return end + 1 if end > 0 else mark + 2

    def own_entities(self, subset: str) -> None:
        """Take note of the entities of a document type, each resolved with those before it."""
        for name, double, single in _ENTITY.findall(subset):
            value = self.resolved(double or single)
            if len(value) <= LONGEST_ENTITY and len(self.entities) < 1000:
                self.entities.setdefault(name, value)

    def oddity(self, mark: int, sign: str) -> int:
        """A comment, a declaration, an instruction, or a "<" that is none; where reading goes on."""
        if sign == "!":
            if self.document.startswith("<!--", mark) and self.comments:
                end = self.document.find("-->", mark + 4)
                if end >= 0:
                    return end + 3
                self.comments = False
            return self.declaration(mark)
        if sign == "?" and (end := self.ending(mark)) > 0:
            return end + 1
        self.open[-1].parts.append("<")
        return mark + 1

    def resolved(self, text: str) -> str:
        """A text with its references resolved once."""
        if _OTHERS.search(text):
            return _REFERENCE.sub(self.reference, text)
        # Five in six texts have only these: replaced without a call each, the ampersand last.
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")

    def reference(self, found: re.Match[str]) -> str:
        """What one reference stands for; itself where nobody knows."""
        name = found[1]
        if name[0] == "#":
            return clean(unescape(found[0]))
        own = self.entities.get(name)
        if own is not None:
            self.left -= len(own)
            return own if self.left >= 0 else ""
        return html5.get(f"{name};", found[0])


def joined(base: str, address: str) -> str:
    """An address made absolute; as it is where it cannot be."""
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return address.strip()


def written(element: Element) -> dict[str, str]:
    """An element's attributes by their names as they stand in the document, where capitals count."""
    start = element.document.rfind("<", 0, element.start)
    names = {
        found[1].lower(): found[1]
        for found in reversed(list(_ATTRIBUTE.finditer(element.document, start, element.start)))
    }
    return {names.get(name, name): value for name, value in element.attributes.items()}
