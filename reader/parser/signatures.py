"""Who signs an article on an HTML page, out of what it claims, shows and says.

Heard in this order: JSON-LD, other claims that the page does not contradict, elements that say they hold an author, lines
near the headline, lines under a plain label anywhere, what the page tells its own scripts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from reader.parser import bylines, titles
from reader.parser.heads import Said
from reader.parser.pieces import Outline
from reader.parser.structured import Claims, plain, resolve, texts
from reader.parser.topmatter import Sign, told_to_scripts

NEAR = 8
"""Pieces before and after the headline among which bylines and dates are looked for."""

_NEAR_BELOW = 14
"""Bylines may stand under share buttons and a picture."""


@dataclass(slots=True)
class Surroundings:
    """A headline and what is around it: `top` is its index among the signs, `near` its piece in the outline.

    `said` tells which pieces say the head, and is filled as they are found.
    """

    tree: LexborHTMLParser
    out: Outline
    claims: Claims
    signs: Sequence[Sign]
    top: int
    near: int
    said: dict[int, Said]

    @property
    def start(self) -> int:
        """The first piece that is near."""
        return max(0, self.near - NEAR)


_AUTHOR_META = (
    "author", "parsely-author", "sailthru.author", "sailthru.byline_name", "cxenseparse:author", "dc.creator", "dcterms.creator", "article:author",
    "og:article:author", "byl", "byline", "citation_author", "itemprop:author", "authors", "article.author", "creator", "dc.contributor",
    "analyticsattributes.author", "cse_author", "shareaholic:article_author_name", "bc:authors", "vr:author", "article_author", "rbauthors", "twitter:data1",
)  # fmt: skip
_WRITTEN_BY = re.compile(
    r"written|author|by|von|verfasst|écrit|auteur|escrito|autor|scritto|autore|door|geschreven|napisa|автор", re.I
)


def _claimed_names(claims: Claims, sites: set[str]) -> list[tuple[str, ...]]:
    """Bylines that the page claims for machines, the most trustworthy first."""
    found: list[tuple[str, ...]] = []
    for key in ("author", "creator"):
        people = [name for item in resolve(claims, claims.article.get(key)) for name in texts(item)]
        found.append(_all_names(people))
    for name in _AUTHOR_META:
        if name == "twitter:data1" and not _WRITTEN_BY.search(claims.first("twitter:label1")):
            continue
        found.append(_all_names([plain(value) for value in claims.meta.get(name, ()) if "://" not in value]))
    return [names for names in found if names and not (len(names) == 1 and titles.joined(names[0]) in sites)] + [
        names for names in found if len(names) == 1 and titles.joined(names[0]) in sites
    ]


def _all_names(values: list[str]) -> tuple[str, ...]:
    names: list[str] = []
    for value in values:
        names += [name for name in bylines.claimed(plain(value)) if name not in names]
    return tuple(names)


def _person(name: str, sites: set[str]) -> bool:
    return bylines.person(name) and titles.joined(name) not in sites


def _signed_names(signs: Sequence[Sign], top: int, sites: set[str]) -> tuple[str, ...]:
    """The byline among a page's elements."""
    best: tuple[float, int, tuple[str, ...]] = (-0.5, 0, ())
    for index, sign in enumerate(signs):
        if sign.role != "author":
            continue
        names = bylines.names(sign.text, cased=sign.strength < 2.5 or len(sign.text) > 40)
        if not names:
            continue
        distance = index - top if index > top else 1.5 * (top - index)
        score = sign.strength - 0.1 * min(distance, 15) - 1.2 * sign.apart
        score += 1.0 if any(_person(name, sites) for name in names) else 0.0
        score += 0.5 * bylines.without_label(sign.text)[1]
        if len(sign.text) > 30 + sum(map(len, names)):
            score -= 1.0
        if score > best[0]:
            best = (score, index, names)
    return _joined_names(signs, best[1], best[2])


def _joined_names(signs: Sequence[Sign], first: int, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of authors who have an element each, one beside the other."""
    found = list(names)
    for sign in signs[first + 1 : first + 12]:
        if sign.role != "author":
            break
        beside = set(sign.inside) & set(signs[first].inside)
        if sign.names == signs[first].names and beside and not sign.apart and len(sign.text) < 60:
            found += [name for name in bylines.names(sign.text) if name not in found]
    return tuple(found)


def _near_names(around: Surroundings) -> tuple[str, ...]:
    """The byline among lines near the headline."""
    start, near = around.start, around.near
    used: dict[int, Said] = {}
    lines = [piece.text for piece in around.out.pieces[start : near + _NEAR_BELOW]]
    names = bylines.among_lines(lines, used, near - start if near in around.said else None)
    around.said.update((start + index, kind) for index, kind in used.items())
    return names


def read_byline(around: Surroundings) -> tuple[str, ...]:
    """Who signs, people before newsrooms."""
    sites = {titles.joined(name) for name in titles.site_names(around.claims)}
    claimed = _claimed_names(around.claims, sites)
    shown = _signed_names(around.signs, around.top, sites)
    for names in claimed:
        people = tuple(name for name in names if _person(name, sites))
        if people and (around.claims.article.get("author") or _confirmed(people, around.signs, shown)):
            return people
    if not any(_person(name, sites) for name in shown):
        shown = _near_names(around) or shown
    if any(_person(name, sites) for name in shown):
        return bylines.signers(shown)
    lines = [piece.text for piece in around.out.pieces[around.near :]]
    return bylines.anywhere(lines) or _told(around.tree, sites) or bylines.signers(claimed[0] if claimed else shown)


def _told(tree: LexborHTMLParser, sites: set[str]) -> tuple[str, ...]:
    return tuple(name for name in bylines.names(told_to_scripts(tree)) if _person(name, sites))


def _confirmed(people: Sequence[str], signs: Sequence[Sign], shown: Sequence[str]) -> bool:
    """Whether the page shows a claimed name as an author's, or no other: content systems claim their owner."""
    if not any(map(bylines.person, shown)):
        return True
    return any(people[0].casefold() in sign.text.casefold() for sign in signs if sign.role == "author")
