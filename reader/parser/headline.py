"""What stands over an article: headline, standfirst, byline, dates, publisher. Unknown stays empty, nothing is guessed.

Three witnesses are heard, in this order where they agree: what the page claims for machines, what its elements are
called, what its lines say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from reader.parser import breaks, datelines, dating, languages, titles
from reader.parser.bylines import trade, without_label
from reader.parser.candidates import NEAR, NEAR_BELOW, Surroundings
from reader.parser.heads import Head, Said
from reader.parser.imprints import publisher_of, reserves
from reader.parser.pieces import BREAK, Outline, Piece
from reader.parser.sections import section
from reader.parser.signatures import read_byline
from reader.parser.structured import Claims, plain, read_claims, text
from reader.parser.topmatter import Sign, read_elements

_STANDFIRST_LEAST, _STANDFIRST_MOST = 12, 500
"""Characters."""
_STANDFIRST_LONG = 150
"""Characters of a line that is running text."""


def _heading_texts(signs: Sequence[Sign]) -> list[str]:
    return [sign.text for sign in signs if sign.role == "headline" and sign.text]


def _publisher(claims: Claims, out: Outline, url: str | None) -> str | None:
    """Who publishes: as the page claims, else whom its foot names, where its title or its address does too or all rights are
    reserved to them."""
    for name in titles.site_names(claims):
        if not name.startswith("@"):
            return name
    feet = [piece.text for piece in out.pieces[-_FOOT:]]
    named = publisher_of(feet)
    if named is None:
        return None
    mine, host = titles.joined(named), titles.host(url)
    said = any(titles.joined(part) == mine for part in titles.parts(claims.title)) or (len(host) > 3 and host in mine)
    return named if said or any(named in foot and reserves(foot) for foot in feet) else None


_FOOT = 24
"""Pieces at a page's end among which it says whose it is."""


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


def _whole(claims: Claims) -> str:
    """The text that the publisher gives to machines as it stands; nothing where it says that one has to pay for it."""
    whole = claims.article.get("articleBody")
    free = str(claims.article.get("isAccessibleForFree", True)).lower() not in ("false", "no", "0")
    return whole if isinstance(whole, str) and free else ""


def _language(claims: Claims, pieces: Sequence[Piece]) -> str | None:
    said = claims.language or text(claims.article.get("inLanguage")) or claims.first("content-language", "og:locale")
    return languages.of_page(said, (piece.text for piece in pieces))


def _story_begins(out: Outline, near: int, most: int) -> int:
    """The piece behind the headline's surroundings: at the second long paragraph, or `most` pieces on, at the latest."""
    long = 0
    for index in range(near + 1, min(near + most, len(out.pieces))):
        long += len(out.pieces[index].text) > 150
        if long > 1:
            return index
    return min(near + most, len(out.pieces))


def _places(out: Outline, title: str) -> dict[int, Said]:
    """The pieces that say the headline."""
    wanted = titles.words(title)
    found: dict[int, Said] = {}
    tags, most = out.tags, 2 * len(title) + 40 if wanted else 0
    for index, piece in enumerate(out.pieces):
        text = piece.text
        heading = tags[piece.node] in ("h1", "h2") and len(text) < most
        if (
            text == title
            or (heading and titles.words(text) == wanted)
            or (heading and tags[piece.node] == "h1" and len(wanted) > 1 and text.rstrip(" ¶#").endswith(title))
        ):
            found[index] = "title"
    return found


def _headings(out: Outline) -> list[str]:
    """The texts of a page's greater headings."""
    return [piece.text for piece in out.pieces if out.tags[piece.node] in ("h1", "h2", "h3") and len(piece.text) < 400]


_HEADER_LINES = 600
"""Characters of the longest header whose lines only breaks part."""


def _part_header(out: Outline, title: str, said: dict[int, Said]) -> bool:
    """Make a piece of each line of a header that is parted by breaks alone: where the headline is one of them, or right behind
    that where one says who wrote or when, and another something else."""
    wanted = titles.words(title)
    begins = range(min(said) + 1, min(said) + _HEADER_REACH) if said else range(len(out.pieces))
    for index in begins if wanted else ():
        piece = out.pieces[index] if index < len(out.pieces) else None
        if piece is None or BREAK not in piece.raw or len(piece.raw) > _HEADER_LINES:
            continue
        lines = [line.text for line in breaks.lines(piece)]
        if any(titles.words(line) == wanted for line in lines) if not said else _signs_among(lines):
            return breaks.part(out, index) > 0
    return False


_HEADER_REACH = 4
"""Pieces up to the last one behind a headline that may be the rest of its header."""


def _signs_among(lines: Sequence[str]) -> bool:
    """Whether some lines say who wrote and when, and one of the others no more than a sentence."""
    signs = [without_label(line)[1] or datelines.beside_dates(line)[1] for line in lines]
    return any(signs) and not all(signs) and max(map(len, lines)) < _STANDFIRST_LONG


_ALIKE = 0.4
"""How much of the words of two headlines both have, where they are of one story."""


def _nearest(out: Outline, title: str) -> int:
    """The heading that says most of a headline that stands nowhere as it is; the first piece where none does."""
    wanted = set(titles.words(title))
    best, score = 0, _ALIKE
    for index, piece in enumerate(out.pieces):
        if out.tags[piece.node] in ("h1", "h2", "h3") and len(piece.text) < 400:
            mine = set(titles.words(piece.text))
            alike = len(mine & wanted) / max(1, len(mine | wanted))
            if alike > score:
                best, score = index, alike
    return best


# Classes of the line under a headline. "lead" and "intro" are not among them: half the time they are the first paragraph.
_UNDER = re.compile(
    r"standfirst|sub-?(?:title|head|headline|heading)|\bde(?:k|ck)\b|dek$|tagline|chapo|chapeau|entradilla|bajada|"
    r"copete|sottotitolo|occhiello|sommario|ingress|manchet|vorspann|unterzeile|subtitulo|"
    r"bigode|linha-?fina|second-?title|article-?(?:summary|description|abstract|excerpt)|post-?excerpt|summary__|"
    r"__standfirst|__dek"
)


# Names that stand for a standfirst where its words are the page's description, and no byline is between it and the headline.
_OVER = re.compile(r"teaser|lead|lede|intro|summary|excerpt|abstract|descri|kicker|untertitel|dachzeile")


_DATA_NAMES = (
    "data-component",
    "data-gu-name",
    "data-testid",
    "data-test",
    "data-qa",
    "data-role",
    "data-type",
    "data-element",
)


def _data(out: Outline, node: int) -> str:
    """What pages whose classes are made by machines call an element, or one of the two around it, for their own scripts."""
    found: list[str] = []
    for _ in range(3):
        if node < 0:
            break
        attributes = out.attributes[node]
        found += [attributes.get(name) or "" for name in _DATA_NAMES if name in attributes] if attributes else []
        node = out.parents[node]
    return " ".join(found)


_SENTENCE, _HEADER_MOST = 40, 24
"""Characters from which a line may be a sentence, and pieces of the fullest header."""
# Names that in a header of its own stand for the line under the headline.
_OVER_BODY = re.compile(r"lead|lede|intro|summary|excerpt|descri|desc\b|spot|preamble")


def _header(out: Outline, near: int) -> range:
    """The pieces of the <header> that holds the headline, where the story is not in it."""
    node = out.pieces[near].node if 0 <= near < len(out.pieces) else -1
    while node >= 0 and out.tags[node] != "header":
        node = out.parents[node]
    inside = range(out.first[node], out.last[node]) if node >= 0 else range(0)
    long = sum([len(out.pieces[index].text) > _STANDFIRST_LONG for index in inside[:_HEADER_MOST]])
    return inside if len(inside) <= _HEADER_MOST and long < 2 else range(0)


_NO_LEAD = re.compile(r"caption|credit|byline|author|date|time|label|caps")


def _leads(piece: Piece, names: str, described: tuple[str, ...]) -> bool:
    """Whether a line in a headline's <header> is one under it by its name: not its date, nor the page's description, which is
    judged by what stands around."""
    if len(piece.text) <= _SENTENCE or _OVER_BODY.search(names) is None or _NO_LEAD.search(names) is not None:
        return False
    return titles.words(piece.text) != described and not datelines.beside_dates(piece.text)[1]


def _around(out: Outline, node: int, name: str) -> str:
    """What the element around one says, where it holds nothing else."""
    over = out.parents[node]
    alone = over > 0 and out.last[over] - out.first[over] == 1
    captioned = "figcaption" in (out.tags[node], out.tags[over])
    return (out.attributes[over].get(name) or "") if alone and not captioned else ""


def _standfirst(out: Outline, said: dict[int, Said], near: int, description: str) -> str | None:
    """The line under the headline, where its element says that it is one, or is a heading of its own kind."""
    header, described = _header(out, near), titles.words(description[:_STANDFIRST_MOST])
    for index in range(near + 1, min(near + 5, len(out.pieces))):
        piece = out.pieces[index]
        node, tag = piece.node, out.tags[piece.node]
        names = f"{out.names[node]} {out.names[out.parents[node]] if node else ''} {_data(out, node)}".lower()[:500]
        prop = (out.attributes[node].get("itemprop") or _around(out, node, "itemprop")).lower()
        plainly = _UNDER.search(names) or prop in ("alternativeheadline", "description", "abstract")
        under = tag == "h2" and index == near + 1 and len(piece.text) > 60
        under = under or (index in header and _leads(piece, names, described))
        if (
            (plainly or under)
            and _STANDFIRST_LEAST < len(piece.text) < _STANDFIRST_MOST
            and piece.linked < len(piece.text) / 2
        ):
            said[index] = "standfirst"
            return piece.text
        if len(piece.text) > 250:
            break
    return None


def _described(out: Outline, said: dict[int, Said], near: int, description: str, body: str) -> int | None:
    """The line under the headline that says what the page's description says. Many pages describe themselves with their
    first paragraph: what stands among the others without a byline between, or begins the text for machines, is that."""
    wanted = titles.words(description[:_STANDFIRST_MOST])
    for index in range(near + 1, min(near + 6, len(out.pieces) - 1)) if len(wanted) > 4 else ():
        piece = out.pieces[index]
        if index in said or len(piece.text) > _STANDFIRST_MOST or titles.words(piece.text) != wanted:
            continue
        following = index + 1
        while following < len(out.pieces) - 1 and following in said:
            following += 1
        names = f"{out.names[piece.node]} {out.names[out.parents[piece.node]] if piece.node else ''}".lower()[:500]
        apart = following > index + 1 or out.parents[piece.node] != out.parents[out.pieces[following].node]
        lead = body.startswith(piece.text[:60])
        if not apart or lead or not _OVER.search(names):
            return None
        return index
    return None


def _dated_chapters(out: Outline, start: int, stop: int) -> frozenset[int]:
    """Headings of one kind of which two and more are dates: chapters of a story that goes by days, not when it was published."""
    dated: dict[str, list[int]] = {}
    for index in range(start, stop):
        tag = out.tags[out.pieces[index].node]
        if tag in _CHAPTERS and len(out.pieces[index].text) < 60 and datelines.beside_dates(out.pieces[index].text)[1]:
            dated.setdefault(tag, []).append(index)
    return frozenset(index for found in dated.values() if len(found) > 1 for index in found)


_CHAPTERS = frozenset(("h2", "h3", "h4"))


def _mark_lines(out: Outline, said: dict[int, Said], start: int, stop: int, names: Sequence[str]) -> None:
    """Note which pieces around the headline are the byline and the date."""
    signing = [name.casefold() for name in names]
    chapters = _dated_chapters(out, start, min(stop, len(out.pieces)))
    for index in range(start, min(stop, len(out.pieces))):
        text = out.pieces[index].text
        if index in said or len(text) > 160 or out.quoted(index):
            continue
        rest, dated = datelines.beside_dates(text)
        folded = text.casefold()
        signed = any(name in folded for name in signing)
        beside = len(text) - sum(map(len, names))
        after_name = said.get(index - 1) == "byline" and len(text) < _SENTENCE and trade(text)
        if after_name or (signed and beside < (_SENTENCE if text.endswith(".") else 70)):
            said[index] = "byline"
        elif dated and index not in chapters and len(datelines.without_labels(rest).split()) <= 6:
            said[index] = "date"


def _top(signs: Sequence[Sign], title: str) -> int:
    """The headline's index among the signs; 0 where it is not there."""
    for index, sign in enumerate(signs):
        if sign.role == "headline" and sign.text == title:
            return index
    return 0


def surroundings(tree: LexborHTMLParser, out: Outline, url: str | None, title: str = "") -> Surroundings:
    """The headline of the article in an HTML tree, and what is around it; `out` is the outline of its body. A `title` that is
    known is not looked for."""
    elements = read_elements(tree)
    claims, signs = read_claims(elements.machines, tree.root), elements.signs
    title = title or titles.choose(claims, _heading_texts(signs), url, _headings(out))
    said = _places(out, title)
    if _part_header(out, title, said):
        said = _places(out, title)
    near = min((at for at in said if out.tags[out.pieces[at].node] == "h1"), default=min(said, default=-1))
    near = near if near >= 0 else _nearest(out, title)
    return Surroundings(tree, out, claims, signs, _top(signs, title), near, said, title, url)


def read_head(tree: LexborHTMLParser, out: Outline, url: str | None, title: str = "") -> Head:
    """The head of the article in an HTML tree; `out` is the outline of its body, `title` one that is known."""
    around = surroundings(tree, out, url, title)
    claims, title, near, said = around.claims, around.title, around.near, around.said
    order = datelines.order_of(claims.language or claims.first("og:locale"), url)
    names = read_byline(around)
    stop = _story_begins(out, near, NEAR)
    published, updated = dating.read_dates(around, _story_begins(out, near, NEAR_BELOW), order)
    description, body = _description(claims), text(claims.article.get("articleBody"))
    standfirst = _standfirst(out, said, near, description) if title else None
    _mark_lines(out, said, around.start, stop, names)
    teaser = _described(out, said, near, description, body) if title and standfirst is None else None
    return Head(
        title,
        standfirst,
        names,
        published,
        updated,
        _publisher(claims, out, url),
        section(claims, out, title, url),
        _canonical(claims, url),
        _language(claims, out.pieces),
        description,
        body,
        said,
        teaser,
        _whole(claims),
    )


__all__ = ["Head", "Said", "read_head"]
