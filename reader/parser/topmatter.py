"""Elements of a page that say by class, relation or property that they hold an author or a date.

They are gathered in reading order with the headline among them; what stands in comments, teasers and margins is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.text.clean import one_line

Role = Literal["headline", "author", "date"]
# Parts of words ("aut" for author, autor, auteur) because each alternative costs 0.04 ms a page.
_SELECTOR = (
    'h1,time,[rel~="author"],[itemprop],[class*="aut" i],[class*="byl" i],[class*="dat" i],[class*="publi" i],'
    '[class*="time" i],[class*="writer" i],a[href*="/aut"],a[href*="/staff/"],a[href*="/profil"],a[href*="/contributor"],a[href*="/people/"]'
)
_LONGEST = 300
_MOST = 400

_AUTHOR = re.compile(r"author|byline|autor|auteur|writer|contributor|redakteur|journalist")
_AUTHOR_NAME = re.compile(
    r"author[-_]*(?:s?[-_]*)(?:name|link|url|title)|^(?:byline|author|authors|by|vcard|fn)$|byline[-_]*(?:name|author|link)|entry-author|post-author$"
)
_NOT_AUTHOR = re.compile(
    r"bio|desc|avatar|image|img|photo|pic|social|follow|box|about|date|time|role|job|title$|position|more|icon|twitter|email|info$|related|count"
)
_DATE = re.compile(r"date|publi[sc]|posted|datum|fecha|timestamp|time")
_NOT_DATE = re.compile(r"updat|modif|event|comment|author|candidate|publisher|validate")
_UPDATED = re.compile(r"updat|modif|aktualis|geänder|geaender")
_APART = re.compile(
    r"comment|disqus|related|recommend|sidebar|side-bar|teaser|(?:^|\s)widget|trending|popular|latest|more-?(?:news|stories|from|posts)|newsletter|carousel"
    r"|recirc|read-?next|up-?next|promo|advert|navigation|\bnav\b|\bmenu\b|reply|respond|most-?read|suggest|breaking|ticker"
)
_AUTHOR_PAGE = re.compile(
    r"/(?:author|autor|auteur|autore|autoren|staff|profile?|profil|contributors?|people)s?/", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sign:
    """An element that says what it holds. `strength` grows with how plainly it says so; `value` is a machine's form."""

    role: Role
    text: str
    strength: float
    value: str = ""
    updated: bool = False
    apart: bool = False
    names: str = ""
    inside: tuple[int, int] = (0, 0)


@lru_cache(maxsize=4096)
def _author_strength(names: str) -> float:
    best = 0.0
    for token in names.split():
        if _AUTHOR.search(token) is None and token not in ("fn",):
            continue
        if _AUTHOR_NAME.search(token):
            best = max(best, 2.5)
        elif not _NOT_AUTHOR.search(token):
            best = max(best, 1.5)
    return best


@lru_cache(maxsize=4096)
def _date_strength(names: str) -> float:
    best = 0.0
    for token in names.split():
        if _DATE.search(token) and not _NOT_DATE.search(token):
            best = max(
                best, 2.0 if "publi" in token or token in ("entry-date", "post-date", "date", "article-date") else 1.2
            )
    return best


@lru_cache(maxsize=4096)
def _apart(names: str) -> bool:
    return _APART.search(names) is not None


def _names(attributes: dict[str, str | None]) -> str:
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower().strip()


def stands_apart(node: LexborNode) -> bool:
    """Whether an element is inside comments, teasers, margins or a page's foot."""
    parent, steps = node.parent, 0
    while parent is not None and steps < 14:
        tag = parent.tag
        if tag in ("body", "html", "main"):
            return False
        if tag in ("footer", "aside", "nav") or _apart(_names(parent.attributes)):
            return True
        parent, steps = parent.parent, steps + 1
    return False


def _around(node: LexborNode) -> tuple[int, int]:
    """The identities of the two elements around one: authors of one byline share either."""
    parent = node.parent
    above = parent.parent if parent is not None else None
    return (parent.mem_id if parent is not None else 0), (above.mem_id if above is not None else 0)


# "Jane Doe | and | John Roe": a word that joins names, or a first name apart from the last.
_JOINING = re.compile(r"\s*\|\s*(,|;|&|and|und|et|y|e|en)\s*(?:\|\s*|(?=\w))", re.IGNORECASE)


def _author_words(node: LexborNode) -> str:
    """The words of an author's element, a bar where one element ends and the next begins."""
    parts = [" ".join(part.split()) for part in node.text(separator="\n")[: 2 * _LONGEST].split("\n")]
    return one_line(_JOINING.sub(r" \1 ", " | ".join(part for part in parts if part))[:_LONGEST])


def _words(node: LexborNode) -> str:
    return one_line(node.text(separator=" ")[: 2 * _LONGEST])[:_LONGEST]


def _author(node: LexborNode, attributes: dict[str, str | None], names: str) -> Sign | None:
    strength = _author_strength(names) if names else 0.0
    relation, prop = (attributes.get("rel") or "").lower(), (attributes.get("itemprop") or "").lower()
    if "author" in relation.split():
        strength = max(strength, 3.0)
    if prop in ("author", "creator"):
        strength = max(strength, 2.8)
        inner = node.css_first('[itemprop="name"]')
        if inner is not None:
            named = inner.attributes.get("content") or _words(inner)
            return Sign("author", one_line(named), 3.2)
    if not strength and _AUTHOR_PAGE.search(attributes.get("href") or ""):
        strength = 1.8
    if not strength:
        return None
    return Sign("author", _author_words(node), strength)


def _date(node: LexborNode, tag: str, attributes: dict[str, str | None], names: str) -> Sign | None:
    prop = (attributes.get("itemprop") or "").lower()
    value = attributes.get("datetime") or attributes.get("content") or ""
    updated = _UPDATED.search(names) is not None or prop == "datemodified"
    strength = _date_strength(names) if names else 0.0
    if prop in ("datepublished", "datecreated", "datemodified"):
        strength = 4.0
    elif tag == "time":
        strength = max(strength, 2.5 if value else 1.5) + ("pubdate" in attributes) + (1.0 if strength else 0.0)
    elif updated:
        strength = max(strength, 1.0)
    if not strength:
        return None
    return Sign("date", _words(node), strength, value[:120], updated)


def read_signs(tree: LexborHTMLParser) -> list[Sign]:
    """The headlines and the elements that name authors and dates, in reading order."""
    body = tree.body
    signs: list[Sign] = []
    for node in body.css(_SELECTOR)[:_MOST] if body is not None else ():
        tag = node.tag
        attributes = node.attributes
        names = _names(attributes)
        if tag == "h1":
            signs.append(Sign("headline", _words(node), 3.0))
            continue
        if (attributes.get("itemprop") or "").lower() == "headline":
            content = attributes.get("content")
            signs.append(Sign("headline", one_line(content) if content else _words(node), 2.0))
            continue
        sign = _date(node, tag or "", attributes, names) or _author(node, attributes, names)
        if sign is not None and (sign.text or sign.value):
            signs.append(replace(sign, apart=stands_apart(node), names=names, inside=_around(node)))
    return signs


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
