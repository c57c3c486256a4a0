"""What a page says about itself for machines: meta tags, Open Graph, JSON-LD, microdata in meta tags.

Everything is taken as said, nothing is judged here: which of several claims counts is `headline`'s matter.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from selectolax.lexbor import LexborNode

from reader.text.clean import one_line

_LONGEST_SCRIPT = 4_000_000
_MOST_NODES = 2_000
_LOOKED_AT = 24  # values
_LD_TYPE = "application/ld+json"
_ARTICLE = re.compile(r"(?:.*Article|BlogPosting|LiveBlogPosting|Report|Review|Recipe|HowTo|SocialMediaPosting)$")
_PAGE = frozenset(("WebPage", "ItemPage", "AboutPage", "FAQPage"))
_TAGS = re.compile(r"<[^<>]{1,500}>")
# Comments and character data around JSON, as content management systems write it.
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$", re.DOTALL)

Node = dict[str, Any]


@dataclass(slots=True)
class Claims:
    """A page's own statements. `meta` maps names (lower case) to contents in order, `links` relations to addresses.

    `article` is the JSON-LD node of the article, `page` that of the page, `trail` that of the way to it, `nodes` all by their
    identifier.
    """

    title: str = ""
    meta: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    article: Node = field(default_factory=dict)
    page: Node = field(default_factory=dict)
    site: Node = field(default_factory=dict)
    trail: Node = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    language: str = ""

    def first(self, *names: str) -> str:
        """The content of the first of these meta tags that has one."""
        for name in names:
            for content in self.meta.get(name, ()):
                if content:
                    return content
        return ""


def plain(text: str) -> str:
    """Words of a claim on one line: tags dropped, references that were encoded twice decoded."""
    if "<" in text:
        text = _TAGS.sub(" ", text)
    if "&" in text:
        text = html.unescape(text)
    return one_line(text)


def texts(value: Any) -> list[str]:
    """The strings in a JSON-LD value: a string, a list of them, or what nodes are called."""
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            item = item.get("name") or item.get("@value")
            if isinstance(item, list):
                found += [name for name in item if isinstance(name, str)]
                continue
        if isinstance(item, str) and item.strip():
            found.append(item)
    return found


def text(value: Any) -> str:
    """The first string in a JSON-LD value, or nothing."""
    found = texts(value)
    return plain(found[0]) if found else ""


def kinds(node: Node) -> list[str]:
    """A JSON-LD node's types, without the vocabulary's address."""
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return [name.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in names if isinstance(name, str)]


def _load(script: str) -> Any:
    """A script's JSON, forgiving what browsers' readers forgive; None if it is none."""
    for source in (script, _WRAPPING.sub("", script.strip()).strip()):
        try:
            return json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any) -> Iterator[Node]:
    """The nodes of a JSON-LD document, outer ones first."""
    queue, count = [value], 0
    while queue and count < _MOST_NODES:
        item = queue.pop(0)
        count += 1
        if isinstance(item, list):
            queue[:0] = item[:_MOST_NODES]
        elif isinstance(item, dict):
            yield item
            queue += [
                item[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart")
                if isinstance(item.get(key), dict | list) and (key in ("@graph", "mainEntity") or _is_typed(item[key]))
            ]


def _is_typed(value: Any) -> bool:
    """Whether a type stands among the first values of a value. Written out whole each would cost what all within it do."""
    queue = [value]
    for _ in range(_LOOKED_AT):
        if not queue:
            return False
        item = queue.pop(0)
        if isinstance(item, dict):
            if "@type" in item:
                return True
            queue += islice(item.values(), _LOOKED_AT)
        elif isinstance(item, list):
            queue += item[:_LOOKED_AT]
    return False


def _take_script(claims: Claims, script: str) -> None:
    if len(script) > _LONGEST_SCRIPT:
        return
    for node in _nodes(_load(script)):
        identity = node.get("@id")
        if isinstance(identity, str):
            known = claims.nodes.setdefault(identity, node)
            if len(node) > len(known):
                claims.nodes[identity] = node
        for kind in kinds(node):
            if _ARTICLE.match(kind):
                if not claims.article or ("headline" in node and "headline" not in claims.article):
                    claims.article = node
            elif kind in _PAGE:
                claims.page = claims.page or node
            elif kind == "WebSite":
                claims.site = claims.site or node
            elif kind == "BreadcrumbList":
                claims.trail = claims.trail or node


def resolve(claims: Claims, value: Any) -> list[Any]:
    """A JSON-LD value as a list, references to other nodes of the page followed once."""
    items = value if isinstance(value, list) else [value]
    return [
        claims.nodes.get(item["@id"], item) if isinstance(item, dict) and isinstance(item.get("@id"), str) else item
        for item in items
        if item
    ]


def read_claims(machines: Iterable[LexborNode], root: LexborNode | None) -> Claims:
    """All that a page's head and scripts claim; `machines` are its elements for them (meta, link, title, script)."""
    claims = Claims()
    for node in machines:
        tag = node.tag
        if tag == "meta":
            _take_meta(claims, node.attributes)
        elif tag == "link":
            _take_link(claims, node.attributes)
        elif tag == "script":
            if (node.attributes.get("type") or "").lower() == _LD_TYPE:
                _take_script(claims, node.text())
        elif tag == "title" and not claims.title:
            parent = node.parent
            if parent is not None and parent.tag != "svg":
                claims.title = one_line(node.text())
    if root is not None:
        attributes = root.attributes
        claims.language = attributes.get("lang") or attributes.get("xml:lang") or ""
    return claims


def _take_link(claims: Claims, attributes: dict[str, str | None]) -> None:
    relations, address = attributes.get("rel"), attributes.get("href")
    if relations and address:
        for relation in relations.lower().split():
            claims.links.setdefault(relation, address.strip())


def _take_meta(claims: Claims, attributes: dict[str, str | None]) -> None:
    content = attributes.get("content")
    if not content:
        return
    for key in ("property", "name", "itemprop", "http-equiv"):
        name = attributes.get(key)
        if name:
            if key == "itemprop":
                name = f"itemprop:{name}"
            kept = claims.meta.setdefault(name.strip().lower(), [])
            if len(kept) < 50:
                kept.append(content.strip())
