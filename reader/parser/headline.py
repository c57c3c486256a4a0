"""What stands over an article: headline, standfirst, byline, dates, publisher. Unknown stays empty, nothing is guessed.

Three witnesses are heard, in this order where they agree: what the page claims for machines, what its elements are
called, what its lines say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from reader.parser import bylines, datelines, languages, titles
from reader.parser.heads import Head, Said
from reader.parser.pieces import Outline, Piece
from reader.parser.structured import Claims, plain, read_claims, resolve, text, texts
from reader.parser.topmatter import Sign, read_signs
from reader.text.dates import Order

_AUTHOR_META = (
    "author", "parsely-author", "sailthru.author", "sailthru.byline_name", "cxenseparse:author", "dc.creator", "dcterms.creator", "article:author",
    "og:article:author", "byl", "byline", "citation_author", "itemprop:author", "authors", "article.author", "creator", "dc.contributor",
    "analyticsattributes.author", "cse_author", "shareaholic:article_author_name", "bc:authors", "vr:author", "article_author", "rbauthors", "twitter:data1",
)  # fmt: skip
_WRITTEN_BY = re.compile(
    r"written|author|by|von|verfasst|écrit|auteur|escrito|autor|scritto|autore|door|geschreven|napisa|автор", re.I
)
_A_DAY = timedelta(hours=36)
_NEAR = 8
"""Pieces before and after the headline among which bylines and dates are looked for."""


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
    best: tuple[float, int, tuple[str, ...]] = (0.0, 0, ())
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


def _near_names(lines: Sequence[str], said: dict[int, Said], start: int) -> tuple[str, ...]:
    """The byline among lines near the headline; `said` learns which pieces it is."""
    used: dict[int, Said] = {}
    names = bylines.among_lines(lines, used)
    said.update((start + index, kind) for index, kind in used.items())
    return names


def _heading_texts(signs: Sequence[Sign]) -> list[str]:
    return [sign.text for sign in signs if sign.role == "headline" and sign.text]


def _publisher(claims: Claims) -> str | None:
    for name in titles.site_names(claims):
        if not name.startswith("@"):
            return name
    return None


def _canonical(claims: Claims, url: str | None) -> str | None:
    """The page's own address, only of the web and only where it is one."""
    for address in (claims.links.get("canonical", ""), claims.first("og:url")):
        if not address:
            continue
        try:
            whole = urljoin(url or "", address)
            if urlsplit(whole).scheme in ("http", "https") and urlsplit(whole).hostname:
                return whole
        except ValueError:
            continue
    return url


def _description(claims: Claims) -> str:
    return plain(claims.first("og:description", "description", "twitter:description")) or text(
        claims.article.get("description")
    )


def _language(claims: Claims, pieces: Sequence[Piece]) -> str | None:
    said = claims.language or text(claims.article.get("inLanguage")) or claims.first("content-language", "og:locale")
    return languages.of_page(said, (piece.text for piece in pieces))


def _story_begins(out: Outline, near: int) -> int:
    """The piece behind the headline's surroundings: at the second long paragraph at the latest."""
    long = 0
    for index in range(near + 1, min(near + _NEAR, len(out.pieces))):
        long += len(out.pieces[index].text) > 150
        if long > 1:
            return index
    return min(near + _NEAR, len(out.pieces))


def _places(out: Outline, title: str) -> dict[int, Said]:
    """The pieces that say the headline."""
    wanted = titles.words(title)
    found: dict[int, Said] = {}
    for index, piece in enumerate(out.pieces):
        heading = out.tags[piece.node] in ("h1", "h2") and len(piece.text) < 2 * len(title) + 40
        if piece.text == title or (wanted and heading and titles.words(piece.text) == wanted):
            found[index] = "title"
    return found


# Classes of the line under a headline. "lead" and "intro" are not among them: half the time they are the first paragraph.
_UNDER = re.compile(
    r"standfirst|sub-?(?:title|head|headline|heading)|\bde(?:k|ck)\b|dek$|tagline|chapo|chapeau|entradilla|bajada|copete|sottotitolo|occhiello|sommario|ingress|manchet|vorspann|unterzeile|subtitulo|"
    r"bigode|linha-?fina|article-?(?:summary|description|abstract|excerpt)|post-?excerpt|summary__|__standfirst|__dek"
)


def _standfirst(out: Outline, said: dict[int, Said], near: int) -> str | None:
    """The line under the headline, where its element says that it is one, or is a heading of its own kind."""
    for index in range(near + 1, min(near + 5, len(out.pieces))):
        piece = out.pieces[index]
        node, tag = piece.node, out.tags[piece.node]
        names = f"{out.names[node]} {out.names[out.parents[node]] if node else ''}".lower()[:500]
        prop = (out.attributes[node].get("itemprop") or "").lower()
        plainly = _UNDER.search(names) or prop in ("alternativeheadline", "description", "abstract")
        under = tag == "h2" and index == near + 1 and len(piece.text) > 60
        if (plainly or under) and 25 < len(piece.text) < 500 and piece.linked < len(piece.text) / 2:
            said[index] = "standfirst"
            return piece.text
        if len(piece.text) > 250:
            break
    return None


def _mark_lines(out: Outline, said: dict[int, Said], start: int, stop: int, names: Sequence[str]) -> None:
    """Note which pieces around the headline are the byline and the date."""
    for index in range(start, min(stop, len(out.pieces))):
        text = out.pieces[index].text
        if index in said or len(text) > 160:
            continue
        rest, dated = datelines.beside_dates(text)
        signed = any(name.casefold() in text.casefold() for name in names)
        if signed and len(text) < 70 + sum(map(len, names)):
            said[index] = "byline"
        elif dated and len(rest.split()) <= 6:
            said[index] = "date"


def _top(signs: Sequence[Sign], title: str) -> int:
    """The headline's index among the signs; 0 where it is not there."""
    for index, sign in enumerate(signs):
        if sign.role == "headline" and sign.text == title:
            return index
    return 0


def read_head(tree: LexborHTMLParser, out: Outline, url: str | None) -> Head:
    """The head of the article in an HTML tree; `out` is the outline of its body."""
    claims, signs = read_claims(tree), read_signs(tree)
    title = titles.choose(claims, _heading_texts(signs), url)
    top = _top(signs, title)
    order = datelines.order_of(claims.language or claims.first("og:locale"), url)
    said = _places(out, title)
    near = min((at for at in said if out.tags[out.pieces[at].node] == "h1"), default=min(said, default=0))
    start = max(0, near - _NEAR)
    stop = _story_begins(out, near)
    lines = [piece.text for piece in out.pieces[start:stop]]
    sites = {titles.joined(name) for name in titles.site_names(claims)}
    names = bylines.signers(_byline(claims, signs, top, lines, said, start, sites))
    published, updated = _dates(claims, signs, top, lines, order, url)
    standfirst = _standfirst(out, said, near) if title else None
    _mark_lines(out, said, start, stop, names)
    return Head(
        title,
        standfirst,
        names,
        published,
        updated,
        _publisher(claims),
        plain(claims.first("article:section")) or text(claims.article.get("articleSection")) or None,
        _canonical(claims, url),
        _language(claims, out.pieces),
        _description(claims),
        text(claims.article.get("articleBody")),
        said,
    )


def _byline(
    claims: Claims,
    signs: Sequence[Sign],
    top: int,
    lines: Sequence[str],
    said: dict[int, Said],
    start: int,
    sites: set[str],
) -> tuple[str, ...]:
    """Who signs: machines' claim where it names a person, else what the page shows."""
    claimed = _claimed_names(claims, sites)
    shown = _signed_names(signs, top, sites)
    for names in claimed:
        people = tuple(name for name in names if _person(name, sites))
        if people and (claims.article.get("author") or _confirmed(people, signs, shown)):
            return people
    if not any(_person(name, sites) for name in shown):
        shown = _near_names(lines, said, start) or shown
    if any(_person(name, sites) for name in shown) or not claimed:
        return shown
    return claimed[0]


def _confirmed(people: Sequence[str], signs: Sequence[Sign], shown: Sequence[str]) -> bool:
    """Whether the page shows a claimed name as an author's, or no other: content systems claim their owner."""
    if not any(map(bylines.person, shown)):
        return True
    return any(people[0].casefold() in sign.text.casefold() for sign in signs if sign.role == "author")


def _dates(
    claims: Claims, signs: Sequence[Sign], top: int, lines: Sequence[str], order: Order | None, url: str | None
) -> tuple[datetime | None, datetime | None]:
    """When it was published and updated: the date that the page shows its readers before the one for machines."""
    published, updated = datelines.from_claims(claims, order)
    shown = datelines.from_signs(signs, top, order)
    if shown.published is not None and (
        published is None or (shown.near and _contradicts(shown.published, published, updated))
    ):
        published = shown.published
    updated = updated or shown.updated
    if published is None:
        published = datelines.from_address(url)
    if published is None:
        first, changed, _ = datelines.from_lines(lines, order)
        published, updated = first, updated or changed
    return datelines.sensible(published, updated)


def _contradicts(shown: datetime, published: datetime, updated: datetime | None) -> bool:
    """Whether a date that stands by the headline is neither of the two that are claimed for machines."""
    return abs(shown - published) > _A_DAY and (updated is None or abs(shown - updated) > _A_DAY)


__all__ = ["Head", "Said", "read_head"]
