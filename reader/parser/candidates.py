"""Bylines that an HTML page offers, each with what speaks for it: who claims it, where it is shown, what it looks like.

Nothing is decided here. Candidates that name the same people are one, and keep the best that each witness says of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log2

from selectolax.lexbor import LexborHTMLParser

from reader.parser import bylines, titles
from reader.parser.firstnames import FIRST_NAMES
from reader.parser.heads import Said
from reader.parser.pieces import Outline
from reader.parser.structured import Claims, plain, resolve, texts
from reader.parser.topmatter import Sign, told_to_scripts

NEAR = 8
"""Pieces before and after the headline among which bylines and dates are looked for."""

_NEAR_BELOW = 14
"""Bylines may stand under share buttons and a picture."""
_FAR = 60
"""Pieces between a headline and a story that begins under a long menu."""
_LONG = 150
"""Characters of a line that is running text."""
_MOST_SIGNS = 24
_LONGEST = 160
"""Characters of an element's text that are read for names."""
_MOST_NAMES = 12
_BESIDE, _PLAINLY = 0.5, 0.55
"""How near to the headline and how plainly named an element is that need not be asked further where a claim agrees."""

Names = tuple[str, ...]


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
    title: str = ""
    url: str | None = None

    @property
    def start(self) -> int:
        """The first piece that is near."""
        return max(0, self.near - NEAR)

    @property
    def place(self) -> int:
        """Where the headline stands among the page's elements."""
        return self.signs[self.top].place if self.top < len(self.signs) else 0


@dataclass(slots=True)
class Candidate:
    """People who may have signed; `signals` are named figures, mostly flags; `piece` is the line that says so."""

    names: Names
    signals: dict[str, float] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)

    def say(self, **signals: float) -> None:
        """Note what a witness says; of two figures under one name the higher counts."""
        for name, value in signals.items():
            if value > self.signals.get(name, 0.0):
                self.signals[name] = value


_AUTHOR_META = {
    "author": "meta", "parsely-author": "meta_plain", "sailthru.author": "meta_plain", "sailthru.byline_name": "meta_plain", "cxenseparse:author": "meta_plain",
    "dc.creator": "meta_plain", "dcterms.creator": "meta_plain", "article:author": "meta_article", "og:article:author": "meta_article", "byl": "meta_plain",
    "byline": "meta_plain", "citation_author": "meta_plain", "itemprop:author": "meta_plain", "authors": "meta_plain", "article.author": "meta_plain",
    "creator": "meta", "dc.contributor": "meta_plain", "analyticsattributes.author": "meta_plain", "cse_author": "meta_plain",
    "shareaholic:article_author_name": "meta_plain", "bc:authors": "meta_plain", "vr:author": "meta_plain", "article_author": "meta_plain",
    "rbauthors": "meta_plain", "twitter:data1": "meta_card",
}  # fmt: skip
_WRITTEN_BY = re.compile(
    r"written|author|by|von|verfasst|écrit|auteur|escrito|autor|scritto|autore|door|geschreven|napisa|автор", re.I
)


class Gathering:
    """Candidates as they are found, one for each set of people."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.sites = [titles.joined(name) for name in titles.site_names(around.claims)]
        self.host = titles.host(around.url)
        self.found: dict[tuple[str, ...], Candidate] = {}
        self._read: dict[tuple[str, bool], Names] = {}

    def read(self, text: str, cased: bool = True) -> Names:
        """The names in a text, without the site's name behind them; each text is read once."""
        text = text[:_LONGEST]
        known = self._read.get((text, cased))
        if known is None:
            known = tuple([self.bare(name) for name in bylines.names(text, cased)])[:_MOST_NAMES]
            self._read[text, cased] = known
        return known

    def bare(self, name: str) -> str:
        """A person's name without the site's behind it: "Jane Doe Daily Post"."""
        words = name.split()
        for cut in range(2, len(words)):
            behind = titles.joined(" ".join(words[cut:]))
            if behind in self.sites or (len(self.host) > 4 and behind.startswith(self.host)):
                return " ".join(words[:cut])
        return name

    def add(self, names: Names, **signals: float) -> Candidate | None:
        """Note a candidate."""
        if not names:
            return None
        key = tuple(sorted(titles.joined(name) for name in names))
        if not any(key):
            return None
        candidate = self.found.setdefault(key, Candidate(names))
        candidate.say(**signals)
        return candidate


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
    signs = [sign for sign in around.signs if sign.role == "author"]
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
            gathering.add(joined, **signals, beside=1.0)


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
    people: dict[str, set[Names]] = {}
    for sign in signs:
        if sign.names and len(sign.text) < 60:
            people.setdefault(sign.names, set()).add(gathering.read(sign.text))
    return {names for names, found in people.items() if len(found - {()}) > 2}


def _joined(gathering: Gathering, signs: Sequence[Sign], first: int, names: Names) -> Names:
    """The names of authors who have an element each, one beside the other."""
    found = list(names)
    for sign in signs[first + 1 : first + 12]:
        beside = set(sign.inside) & set(signs[first].inside)
        if sign.names == signs[first].names and beside and sign.apart == signs[first].apart and len(sign.text) < 60:
            found += [name for name in gathering.read(sign.text) if name not in found]
    return tuple(found)


def _near(gathering: Gathering) -> None:
    """What lines around the headline say, and those right before the story."""
    around = gathering.around
    start, near = around.start, around.near
    pieces = around.out.pieces
    lines = [piece.text for piece in pieces[start : near + _NEAR_BELOW]]
    for index, names, how in bylines.signed_lines(lines, near - start):
        _line(gathering, start + index, names, how)
    story = next((i for i in range(near + 1, min(near + _FAR, len(pieces))) if len(pieces[i].text) > _LONG), None)
    for start, last in (
        (max(near + _NEAR_BELOW, (story or 0) - 3), story or 0),
        (max(near + _FAR, len(pieces) - 8), len(pieces)),
    ):
        for index, names, how in bylines.signed_lines([piece.text for piece in pieces[start:last]], -9):
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
    for index, names in bylines.labeled_lines(lines):
        gathering.add(names, labeled=1.0, labeled_place=index / max(1, len(lines)))


def _told(gathering: Gathering) -> None:
    gathering.add(gathering.read(told_to_scripts(gathering.around.tree)), told=1.0)


_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}\s*(?:[-–]\s*(?:\d{4}|present))?\s*,?\s*)?(?:by\s+)?([^|•·.©,\n]{4,40})", re.IGNORECASE)  # fmt: skip


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


def _parts(gathering: Gathering) -> None:
    """Where a line signs with several, what speaks for the first of them alone speaks for all."""
    for key, whole in gathering.found.items():
        if len(key) < 2 or not any(name in whole.signals for name in ("line_by", "line_by_far", "line_dated")):
            continue
        part = gathering.found.get((titles.joined(whole.names[0]),))
        if part is not None and "line_by" not in part.signals:
            whole.say(**{name: part.signals[name] for name in (*_CLAIMS, "strength_story") if name in part.signals})
            part.say(part=1.0)


def _appearance(gathering: Gathering) -> None:
    """What each candidate looks like, and how it stands to the others."""
    around = gathering.around
    text = " ".join([piece.text for piece in around.out.pieces])
    top = " ".join([piece.text for piece in around.out.pieces[around.start : around.near + _NEAR_BELOW]]).casefold()
    title = set(titles.words(around.title))
    keys = list(gathering.found)
    first = max(gathering.found.values(), key=lambda each: each.signals.get("follows", 0.0), default=None)
    for key, candidate in gathering.found.items():
        candidate.say(**_looks(candidate.names, text, title, gathering.sites))
        shown = [name for name in candidate.names if name.casefold() in top]
        sources = sum(candidate.signals.get(name, 0.0) > 0 for name in _SOURCES)
        mine = set(key)
        owner = sum(name.startswith("owner_") for name in candidate.signals)
        candidate.say(
            shown_near=len(shown) / len(candidate.names),
            sources=log2(1 + sources),
            unsure=float(_unsure(candidate.signals, sources)),
            weak=float(_weak(candidate.signals)),
            claimed=float(any(candidate.signals.get(name) for name in _CLAIMS)),
            owner=log2(1 + owner),
            owner_first=float(owner > 0 and candidate.signals.get("first_name", 0.0) > 0),
            owner_only=float(owner > 0 and sources == 0),
            earliest=float(candidate is first),
            short_form=float(
                any(
                    len(key) == len(other) == 1 and other[0] != key[0] and other[0].startswith(key[0]) for other in keys
                )
            ),
            wider=float(any(mine < set(other) for other in keys)),
            wider_near=float(
                any(mine < set(other) and gathering.found[other].signals.get("line_by", 0) for other in keys)
            ),
            narrower=float(any(mine > set(other) for other in keys)),
        )


_CLAIMS = ("linked_data", "meta", "meta_plain", "meta_article", "meta_card", "told")


def _unsure(signals: dict[str, float], sources: int) -> bool:
    """Whether nothing but a bare line says so, and it does not begin with a known first name."""
    bare = "line_dated" in signals or "line_alone" in signals
    return bare and sources == 1 and (not signals.get("first_name") or bool(signals.get("in_title")))


def _weak(signals: dict[str, float]) -> bool:
    """Whether nothing but an element of a doubtful name or a link says so, and it does not begin with a known first name."""
    strong = max(signals.get("strength_story", 0.0), signals.get("strength_margin", 0.0)) > 0.65
    said = any(name in signals for name in (*_CLAIMS, "line_by", "line_by_far", "line_by_account", "labeled"))
    return not strong and not said and not signals.get("first_name")


_SOURCES = ("linked_data", "meta", "meta_plain", "meta_article", "meta_card", "sign_story", "sign_margin", "line_by", "line_dated", "line_alone", "labeled", "told")  # fmt: skip


def _looks(names: Names, text: str, title: set[str], sites: Sequence[str]) -> dict[str, float]:
    first = names[0]
    words = first.split()
    people = [name for name in names if bylines.person(name)]
    small = [word for word in words if word[0].isupper() and len(word) > 2 and f" {word.lower()} " in text]
    return {
        "person": float(len(people) == len(names)),
        "some_person": float(0 < len(people) < len(names)),
        "first_name": float(words[0].casefold() in FIRST_NAMES),
        "site": float(titles.joined(first) in sites),
        "within_site": float(any(titles.joined(first) in site or site in titles.joined(first) for site in sites if len(site) > 3)),
        "one_word": float(len(words) == 1),
        "two_words": float(len(words) in (2, 3)),
        "uncased": float(first[:1].islower()),
        "digits": float(any(c.isdigit() for c in first)),
        "ordinary": len(small) / len(words),
        "in_title": float(set(titles.words(first)) <= title),
        "several": float(len(names) > 1),
        "many": float(len(names) > 3),
        "desk": float(bool(bylines.newsroom(first))),
        "degree": float("," in first),
    }  # fmt: skip


def _agreed(gathering: Gathering) -> bool:
    """Whether claims and what stands by the headline name the same people: nobody else needs to be asked."""
    return any(
        any(name in each.signals for name in _CLAIMS)
        and each.signals.get("near_story", 0.0) > _BESIDE
        and each.signals.get("strength_story", 0.0) > _PLAINLY
        and "listed" not in each.signals
        and all(map(bylines.person, each.names))
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
        if not any(name in each.signals for each in gathering.found.values() for name in (*_CLAIMS, "line_by")):
            _told(gathering)
        _owner(gathering)
        _parts(gathering)
    _appearance(gathering)
    return list(gathering.found.values())
