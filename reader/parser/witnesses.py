"""Who speaks for a byline on an HTML page: claims for machines, elements, lines near and far, the site's own name.

Nothing is decided here. Candidates that name the same people are one, and keep the best that each witness says of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import log2

from reader.parser import appearances, bylines, signed, titles
from reader.parser.candidates import CLAIMS, NEAR_BELOW, Candidate, Gathering, Names, Surroundings
from reader.parser.firstnames import FIRST_NAMES
from reader.parser.structured import plain, resolve, texts
from reader.parser.topmatter import Sign, told_to_scripts

_FAR = 60
"""Pieces between a headline and a story that begins under a long menu."""
_LONG = 150
"""Characters of a line that is running text."""
_MOST_SIGNS = 24
_SHORT = 60
"""Characters of an element that holds one of several authors."""
_LISTED = 3
"""People under one class who are a list."""
_TABLED = ("caption",)
"""Elements whose lines sign nothing."""
_BESIDE, _PLAINLY = 0.5, 0.55
"""How near to the headline and how plainly named an element is that need not be asked further where a claim agrees."""

_PLAIN_META = (
    "parsely-author sailthru.author sailthru.byline_name cxenseparse:author dc.creator dcterms.creator byl byline "
    "citation_author itemprop:author authors article.author dc.contributor analyticsattributes.author cse_author "
    "shareaholic:article_author_name bc:authors vr:author article_author rbauthors"
)
_AUTHOR_META = dict.fromkeys(_PLAIN_META.split(), "meta_plain") | {
    "author": "meta",
    "creator": "meta",
    "article:author": "meta_article",
    "og:article:author": "meta_article",
    "twitter:data1": "meta_card",
}
_WRITTEN_BY = re.compile(
    r"written|author|by|von|verfasst|écrit|auteur|escrito|autor|scritto|autore|door|geschreven|napisa|автор", re.I
)


def _claimed(gathering: Gathering) -> None:
    """What the page claims for machines."""
    claims = gathering.around.claims
    for key in ("author", "creator"):
        people = [name for item in resolve(claims, claims.article.get(key)) for name in texts(item)]
        gathering.add(_all_names(people), linked_data=1.0)
    for name, witness in _AUTHOR_META.items():
        values = claims.meta.get(name)
        if not values:
            continue
        if name == "twitter:data1" and not _WRITTEN_BY.search(claims.first("twitter:label1")):
            continue
        names = _all_names([plain(value) for value in values if "://" not in value])
        if names:
            gathering.add(names, **{witness: 1.0})


def _all_names(values: Iterable[str]) -> Names:
    names: list[str] = []
    for value in values:
        names += [name for name in bylines.claimed(plain(value)) if name not in names]
    return tuple(names)


def _nearness(steps: int) -> float:
    """1 beside the headline, 0 far from it: 0.1 less with each doubling."""
    return max(0.0, 1.0 - 0.1 * log2(1 + abs(steps)))


def _signed(gathering: Gathering) -> None:
    """What the page's elements say."""
    around = gathering.around
    signs = [sign for sign in around.signs if sign.role == "author" and sign.apart != "comment"]
    place = around.place
    if len(signs) > _MOST_SIGNS:
        signs = sorted(sorted(signs, key=lambda sign: abs(sign.place - place))[:_MOST_SIGNS], key=lambda s: s.place)
    listed = _listed(gathering, signs)
    for index, sign in enumerate(signs):
        names = gathering.read(sign.text, cased=sign.strength < 2.5 or len(sign.text) > 40)
        if not names:
            continue
        signals = _sign_signals(sign, names, place, sign.names in listed)
        gathering.add(names, **signals)
        joined = _joined(gathering, signs, index, names)
        if len(joined) > len(names):
            gathering.add(joined, **signals, beside=1.0, beside_near=signals.get("near_story", 0.0))


def _sign_signals(sign: Sign, names: Names, place: int, listed: bool) -> dict[str, float]:
    steps = sign.place - place
    where = sign.apart or "story"
    signals = {
        f"sign_{where}": 1.0,
        f"near_{where}": _nearness(steps),
        f"strength_{where}": sign.strength / 3.0,
        "follows": 1.0 / (1 + steps) if steps >= 0 and not sign.apart else 0.0,
        "sign_before": float(steps < 0),
        "sign_label": float(bylines.without_label(sign.text)[1]),
        "sign_bare": float(len(sign.text) <= 6 + sum(map(len, names)) + 2 * len(names)),
    }
    if sign.linked:
        signals[f"author_page_{where}"] = 1.0
    if listed:
        signals["listed"] = 1.0
    else:
        signals["alone"] = 1.0
    return {name: value for name, value in signals.items() if value}


def _listed(gathering: Gathering, signs: Sequence[Sign]) -> set[str]:
    """Classes under which several people stand, as in lists of other stories."""
    said: dict[str, set[str]] = {}
    for sign in signs:
        if sign.names and len(sign.text) < _SHORT:
            said.setdefault(sign.names, set()).add(sign.text)
    several = {names: lines for names, lines in said.items() if len(lines) >= _LISTED}
    return {names for names, lines in several.items() if len({*map(gathering.read, lines)} - {()}) >= _LISTED}


def _joined(gathering: Gathering, signs: Sequence[Sign], first: int, names: Names) -> Names:
    """The names of authors who have an element each, one beside the other."""
    found, one = list(names), signs[first]
    for sign in signs[first + 1 : first + 12]:
        alike = sign.names == one.names and sign.apart == one.apart and len(sign.text) < _SHORT
        if alike and not set(one.inside).isdisjoint(sign.inside):
            found += [name for name in gathering.read(sign.text) if name not in found]
    return tuple(found)


def _near(gathering: Gathering) -> None:
    """What lines around the headline say, and those right before the story."""
    around = gathering.around
    start, near = around.start, around.near
    pieces = around.out.pieces
    lines = [
        "" if around.out.quoted(index) or around.out.tags[pieces[index].node] in _TABLED else pieces[index].text
        for index in range(start, min(len(pieces), near + NEAR_BELOW))
    ]
    for line in lines:
        for name in bylines.others(line) if len(line) < _LONG else ():
            gathering.others.add(name)
    for index, names, how in signed.signed_lines(lines, near - start):
        _line(gathering, start + index, names, how)
    story = next((i for i in range(near + 1, min(near + _FAR, len(pieces))) if len(pieces[i].text) > _LONG), None)
    for start, last in (
        (max(near + NEAR_BELOW, (story or 0) - 3), story or 0),
        (max(near + _FAR, len(pieces) - 8), len(pieces)),
    ):
        for index, names, how in signed.signed_lines([piece.text for piece in pieces[start:last]]):
            if how == "by":
                _line(gathering, start + index, names, "by_far")


def _line(gathering: Gathering, index: int, names: Names, how: str) -> None:
    steps = index - gathering.around.near
    names = tuple(gathering.bare(name) for name in names)
    signals = {f"line_{how}": 1.0, f"line_{how}_near": _nearness(4 * steps), "line_before": float(steps < 0)}
    candidate = gathering.add(names, **signals)
    if candidate is not None:
        candidate.lines.add(index)


def _anywhere(gathering: Gathering) -> None:
    """What lines far from the headline say under plain labels."""
    around = gathering.around
    lines = [piece.text for piece in around.out.pieces[around.near :]]
    for index, names in signed.labeled_lines(lines):
        gathering.add(names, labeled=1.0, labeled_place=index / max(1, len(lines)))


def _told(gathering: Gathering) -> None:
    gathering.add(gathering.read(told_to_scripts(gathering.around.tree)), told=1.0)


_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}\s*(?:[-–]\s*(?:\d{4}|present))?\s*,?\s*)?(?:by\s+)?([^|•·.©,\n]{4,40})",
    re.IGNORECASE,
)


def _owner(gathering: Gathering) -> None:
    """Who a personal site belongs to: its name is a person's."""
    around = gathering.around
    host = gathering.host
    for name in titles.site_names(around.claims):
        _own(gathering, name, host, "owner_site")
    for part in titles.parts(plain(around.claims.title))[-1:]:
        _own(gathering, part, host, "owner_title")
    pieces = around.out.pieces
    for piece in pieces[-6:]:
        found = _COPYRIGHT.search(piece.text) if len(piece.text) < 200 else None
        if found is not None:
            _own(gathering, found[1].strip(), host, "owner_rights")
    for piece in pieces[:6]:
        if len(piece.text) < 40:
            _own(gathering, piece.text, host, "owner_top")


def _own(gathering: Gathering, name: str, host: str, witness: str) -> None:
    words = name.split()
    if not (2 <= len(words) <= 3 and bylines.plausible(name) and bylines.person(name)):
        return
    letters = titles.joined(name)
    first = words[0].casefold() in FIRST_NAMES
    named = len(host) > 3 and (host == letters or host in [titles.joined(word) for word in words])
    if first or named:
        gathering.add((name,), **{witness: 1.0}, owner_host=float(named))


def _agreed(gathering: Gathering) -> bool:
    """Whether claims and what stands by the headline name the same people: nobody else needs to be asked."""
    return any(
        any(name in each.signals for name in CLAIMS)
        and each.signals.get("near_story", 0.0) > _BESIDE
        and each.signals.get("strength_story", 0.0) > _PLAINLY
        and "listed" not in each.signals
        and all(map(bylines.person, each.names))
        and not _begins(each.names[0], gathering)
        for each in gathering.found.values()
    )


def _begins(name: str, gathering: Gathering) -> bool:
    """Whether elements side by side name more people, this one first."""
    return any(
        "beside" in each.signals and "listed" not in each.signals and each.names[0] == name
        for each in gathering.found.values()
    )


def gather(around: Surroundings) -> list[Candidate]:
    """All bylines that a page offers; lines are left unread where claims and elements agree."""
    gathering = Gathering(around)
    _claimed(gathering)
    _signed(gathering)
    if not _agreed(gathering):
        _near(gathering)
        _anywhere(gathering)
        if not any(name in each.signals for each in gathering.found.values() for name in (*CLAIMS, "line_by")):
            _told(gathering)
        _owner(gathering)
        appearances.share(gathering)
    appearances.appear(gathering)
    return [each for each in gathering.found.values() if not _helped(each)]


def _helped(candidate: Candidate) -> bool:
    """Whether a line says of somebody that they did something else for the story, and none that they wrote it."""
    wrote = any(name in candidate.signals for name in (*CLAIMS, "line_by", "line_by_far", "labeled"))
    return "other_role" in candidate.signals and not wrote
