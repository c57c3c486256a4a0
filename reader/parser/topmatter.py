"""Elements of a page that say by class, relation or property that they hold an author or a date.

One walk finds them in reading order with the headline among them, and what the page says for machines. What stands in
comments, teasers and margins is marked as such.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.text.clean import one_line

Role = Literal["headline", "author", "date"]
Aside = Literal["", "margin", "comment"]
_LONGEST = 300
_MOST = 400
"""Signs that are read: the fullest of 900 benchmark pages, a page of comments, has 380."""
_LONGEST_DATE = 200
"""Characters of an element that holds a date: a whole page may have "date" in its class."""
_MOST_ABOVE = 14
"""Elements above one that are asked whether they are a margin."""

_AUTHOR = re.compile(r"author|autor|auteur|byline|writer|contributor|redakteur|journalist")
_AUTHOR_NAME = re.compile(
    r"author[-_]*(?:s?[-_]*)(?:box[-_]*|bio[-_]*|card[-_]*|info[-_]*)?(?:name|link|url|title)|"
    r"^(?:byline|author|authors|by|vcard|fn)$|byline[-_]*(?:name|author|link)|entry-author"
    r"|post-author$"
)
_NOT_AUTHOR = re.compile(
    r"bio|desc|avatar|image|img|photo|pic|social|follow|box|about|date|time|role|job|title$|position|more|icon|"
    r"twitter|email|info$|related|count"
    r"|cutline|caption|credit|tag|categor|topic|section|rubri"
)
_DATE = re.compile(r"date|publi[sc]|posted|datum|fecha|timestamp|time")
_NOT_DATE = re.compile(
    r"updat|modif|event|comment|author|candidate|publisher|validate|today|current|countdown|access|retriev|candidate"
)
_UPDATED = re.compile(r"updat|modif|aktualis|geänder|geaender|changed")
_COMMENT = re.compile(r"comment(?!ary)|disqus|reply|respond|testimonial")
_APART = re.compile(
    r"comment|disqus|related|recommend|sidebar|side-bar|teaser|(?:^|\s)widget|trending|popular|latest|"
    r"more-?(?:news|stories|from|posts)|newsletter|carousel"
    r"|recirc|read-?next|up-?next|promo|advert|navigation|\bnav\b|\bmenu\b|reply|respond|most-?read|suggest|breaking|ticker"
)
_AUTHOR_PAGE = re.compile(
    r"/(?:author|autor|auteur|autore|autoren|staff|profile?|profil|contributors?|people)s?/", re.IGNORECASE
)
_SECTION_PAGE = re.compile(
    r"/(?:categor(?:y|ies|ia)|kategorien?|topics?|tags?|sections?|rubri\w+|themen?|temas?)/", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"//[^/]*(?:bsky|linkedin|facebook|twitter|github|instagram|mastodon|researchgate|pinterest|reddit)"
)
_MACHINES = frozenset(("meta", "link", "title", "script"))
# Paragraphs and headings count how far things stand from each other. Parts of words ("aut" for author, autor, auteur)
# because each alternative costs 0.04 ms a page; a walk over all elements in Python takes three times as long.
_SELECTOR = (
    'meta,title,link[rel],script[type="application/ld+json" i],p,h2,h1,time,[rel~="author"],[itemprop],[class*="aut" i],'
    '[class*="byl" i],[class*="dat" i],[class*="publi" i],[class*="time" i],[class*="writer" i],a[href*="/aut"],'
    '[data-testid*="byl" i]'
)
_AUTHOR_PROPERTIES = ("author", "creator")
_DATE_PROPERTIES = ("datepublished", "datecreated", "datemodified")
_BARE = frozenset(("p", "h2", "meta", "link", "title", "script"))
"""Elements that are asked for other ends than signs, and are none without a class or a property."""


@dataclass(frozen=True, slots=True)
class Sign:
    """An element that says what it holds. `strength` grows with how plainly it says so; `value` is a machine's form.

    `place` counts elements from the page's start, `apart` says in which part beside the story it stands, `inside` are
    the identities of the elements around it.
    """

    role: Role
    text: str
    strength: float
    value: str = ""
    updated: bool = False
    apart: Aside = ""
    names: str = ""
    inside: tuple[int, int] = (0, 0)
    place: int = 0
    linked: bool = False


@dataclass(slots=True)
class Elements:
    """What one walk finds: elements for machines (meta, link, title, JSON-LD), signs in reading order, how many elements."""

    machines: list[LexborNode] = field(default_factory=list)
    signs: list[Sign] = field(default_factory=list)
    count: int = 0


def _author_strength(names: str) -> float:
    best = 0.0
    for token in names.split() if "fn" in names or _AUTHOR.search(names) else ():
        if _AUTHOR.search(token) is None and token != "fn":
            continue
        if _AUTHOR_NAME.search(token):
            best = max(best, 2.5)
        elif not _NOT_AUTHOR.search(token):
            best = max(best, 1.5)
    return best


def _date_strength(names: str) -> float:
    best = 0.0
    for token in names.split() if _DATE.search(names) else ():
        if _DATE.search(token) and not _NOT_DATE.search(token):
            best = max(
                best, 2.0 if "publi" in token or token in ("entry-date", "post-date", "date", "article-date") else 1.2
            )
    return best


@dataclass(frozen=True, slots=True)
class _Kind:
    """What an element's class and identity say: how plainly an author, a date, a date of change."""

    names: str
    author: float
    date: float
    updated: bool


@lru_cache(maxsize=8192)
def _kind(classes: str | None, identity: str | None) -> _Kind | None:
    names = f"{classes or ''} {identity or ''}".lower().strip()
    if len(names) > 1_000:
        return None
    kind = _Kind(names, _author_strength(names), _date_strength(names), _UPDATED.search(names) is not None)
    return kind if kind.author or kind.date or kind.updated else None


@lru_cache(maxsize=8192)
def _aside(tag: str, classes: str | None, identity: str | None) -> Aside:
    names = f"{classes or ''} {identity or ''}".lower()
    if _COMMENT.search(names) is not None:
        return "comment"
    return "margin" if tag in ("footer", "aside", "nav") or _APART.search(names) is not None else ""


def _words(node: LexborNode) -> str:
    return one_line(node.text(separator=" ")[: 2 * _LONGEST])[:_LONGEST]


# "Jane Doe | and | John Roe": a word that joins names, or a first name apart from the last.
_JOINING = re.compile(r"\s*\|\s*(,|;|&|\b(?:and|und|et|y|e|en)\b)\s*(?:\|\s*|(?=\w))", re.IGNORECASE)


def _author_words(node: LexborNode) -> str:
    """The words of an author's element, a bar where one element ends and the next begins."""
    parts = [" ".join(part.split()) for part in node.text(separator="\n")[: 2 * _LONGEST].split("\n")]
    return one_line(_JOINING.sub(r" \1 ", " | ".join(part for part in parts if part))[:_LONGEST])


_KICKER = re.compile(
    r"kicker|top-?line|over-?line|over-?title|dachzeile|surtitre|cintillo|antetitulo|occhiello|descriptor"
)
_SIGNS_BEHIND = re.compile(r"[\s¶#🔗]+$")


def _headline_words(node: LexborNode) -> str:
    """The words of a heading, without a line over it that stands in the same element, and without its mark for links."""
    whole = _words(node)
    child = node.child
    while child is not None and child.tag in ("-text", "a") and not child.text(deep=True).strip():
        child = child.next
    if child is not None and child.tag in ("span", "strong", "small", "a"):
        attributes = child.attributes
        over = _words(child)
        rest = whole[len(over) :].strip() if whole.startswith(over) else ""
        if (
            _KICKER.search((attributes.get("class") or "").lower())
            and rest
            and (over.endswith(":") or rest[0] not in ":–—-|")
        ):
            whole = rest
    if " :" in whole and " :" not in " ".join(node.text().split()):
        whole = whole.replace(" :", ":")
    return _SIGNS_BEHIND.sub("", whole) or whole


class _Walk:
    """One pass over a page's elements."""

    def __init__(self) -> None:
        self.found = Elements()
        self.asides: dict[int, Aside] = {}

    def aside(self, node: LexborNode) -> Aside:
        """In which part beside the story an element stands, if in one."""
        passed: list[int] = []
        verdict: Aside = ""
        above, steps = node.parent, 0
        while above is not None and steps < _MOST_ABOVE:
            tag = above.tag
            if tag in ("body", "html", "main"):
                break
            known = self.asides.get(above.mem_id)
            if known is not None:
                verdict = known
                break
            attributes = above.attributes
            verdict = _aside(tag or "", attributes.get("class"), attributes.get("id"))
            passed.append(above.mem_id)
            if verdict:
                break
            above, steps = above.parent, steps + 1
        self.asides.update(dict.fromkeys(passed, verdict))
        return verdict

    def add(self, node: LexborNode, role: Role, text: str, strength: float, kind: _Kind | None, **more: object) -> None:
        """Note a sign."""
        value, updated, linked = str(more.get("value", "")), bool(more.get("updated")), bool(more.get("linked"))
        if not text and not value:
            return
        parent = node.parent
        above = parent.parent if parent is not None else None
        inside = (parent.mem_id if parent is not None else 0, above.mem_id if above is not None else 0)
        aside = self.aside(node) if role != "headline" else ""
        names = kind.names if kind is not None else ""
        place = self.found.count
        self.found.signs.append(Sign(role, text, strength, value, updated, aside, names, inside, place, linked))

    def headline(self, node: LexborNode, tag: str, prop: str, attributes: dict[str, str | None]) -> bool:
        """Note an element that is or calls itself a headline."""
        if tag == "h1":
            self.add(node, "headline", _headline_words(node), 3.0, None)
            return True
        if prop == "headline":
            content = attributes.get("content")
            self.add(node, "headline", one_line(content) if content else _words(node), 2.0, None)
            return True
        return False

    def date(
        self, node: LexborNode, tag: str, kind: _Kind | None, prop: str, attributes: dict[str, str | None]
    ) -> bool:
        """Note an element that holds a date."""
        value = attributes.get("datetime") or attributes.get("content") or ""
        updated = prop == "datemodified" or (kind is not None and kind.updated)
        strength = kind.date if kind is not None else 0.0
        if prop in _DATE_PROPERTIES:
            strength = 4.0
        elif tag == "time":
            strength = max(strength, 2.5 if value else 1.5) + ("pubdate" in attributes) + (1.0 if strength else 0.0)
        elif updated:
            strength = max(strength, 1.0)
        if not strength:
            return False
        text = _words(node)
        if len(text) > _LONGEST_DATE and not value:
            return False
        self.add(node, "date", text, strength, kind, value=value[:120], updated=updated)
        return bool(text or value)

    def author(self, node: LexborNode, kind: _Kind | None, prop: str, attributes: dict[str, str | None]) -> None:
        """Note an element that holds an author."""
        strength = kind.author if kind is not None else 0.0
        relation = attributes.get("rel")
        if relation and "author" in relation.lower().split():
            strength = max(strength, 3.0)
        address = attributes.get("href")
        if address is not None and relation is None and _SECTION_PAGE.search(address) is not None:
            return
        linked = address is not None and _AUTHOR_PAGE.search(address) is not None and not _ELSEWHERE.search(address)
        if prop in _AUTHOR_PROPERTIES:
            inner = node.css_first('[itemprop="name"]')
            if inner is not None:
                named = inner.attributes.get("content") or _words(inner)
                self.add(node, "author", one_line(named), 3.2, kind, linked=linked)
                return
            strength = max(strength, 2.8)
        if strength or linked:
            self.add(node, "author", _author_words(node), strength or 1.8, kind, linked=linked)

    def element(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> None:
        """Look at one element."""
        kind = None
        if "data-testid" in attributes:  # what pages whose classes are made by machines call an element
            kind = _kind(attributes["data-testid"], None)
        if kind is None and ("class" in attributes or "id" in attributes):
            kind = _kind(attributes.get("class"), attributes.get("id"))
        if len(self.found.signs) >= _MOST:
            return
        prop = (attributes.get("itemprop") or "").lower()
        if (kind is None and not prop and tag not in ("h1", "time")) or (
            not self.headline(node, tag, prop, attributes) and not self.date(node, tag, kind, prop, attributes)
        ):  # as most
            self.author(node, kind, prop, attributes)


def read_elements(tree: LexborHTMLParser) -> Elements:
    """What a page says for machines, its headlines and the elements that name authors and dates, in one walk."""
    walk = _Walk()
    for node in tree.css(_SELECTOR):
        tag = node.tag or ""
        walk.found.count += 1
        if tag in _MACHINES:
            walk.found.machines.append(node)
        attributes = node.attributes
        if tag in _BARE and "class" not in attributes and "itemprop" not in attributes:
            continue
        walk.element(node, tag, attributes)
    return walk.found


# What pages tell their own statistics: "author": "Nora Whitfield", "authorName": …, "byline": …
_TOLD = re.compile(
    r"[\"'](?:article|page|post|content|story)?[_-]?(?:author|byline)s?[_-]?(?:name)?s?[\"']\s*:\s*\[?\s*(?:\{[^{}]{0,200}?[\"']name[\"']\s*:\s*)?[\"']([^\"'\\{}<>]{4,60})[\"']",
    re.IGNORECASE,
)
_LONGEST_SCRIPTS = 400_000


def told_to_scripts(tree: LexborHTMLParser) -> str:
    """The author that a page's scripts are told of; "" where they are not."""
    size = 0
    for node in tree.css("script:not([src])"):
        script = node.text()
        size += len(script)
        if size > _LONGEST_SCRIPTS:
            break
        found = _TOLD.search(script) if "uthor" in script or "yline" in script else None
        if found is not None:
            return one_line(found[1])
    return ""
