"""What candidates for a byline look like, and how they stand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import log2

from reader.parser import bylines, titles
from reader.parser.candidates import CLAIMS, NEAR_BELOW, Candidate, Gathering, Names, Surroundings
from reader.parser.firstnames import FIRST_NAMES

_SOURCES = (*CLAIMS, "sign_story", "sign_margin", "line_by", "line_dated", "line_under_date", "line_alone", "labeled")


def share(gathering: Gathering) -> None:
    """Where a line signs with several, what speaks for the first of them alone speaks for all."""
    for key, whole in gathering.found.items():
        part = gathering.found.get((titles.joined(whole.names[0]),)) if len(key) > 1 else None
        if part is None or "line_by" in part.signals:
            continue
        if any(name in whole.signals for name in ("line_by", "line_by_far", "line_dated")):
            whole.say(**{name: part.signals[name] for name in (*CLAIMS, "strength_story") if name in part.signals})
            part.say(part=1.0)


class _Shown:
    """A page's words, those around the headline folded, all of them only where somebody is not among these."""

    def __init__(self, around: Surroundings) -> None:
        pieces = around.out.pieces
        self.text = " ".join([piece.text for piece in pieces])
        near = " ".join([piece.text for piece in pieces[around.start : around.near + NEAR_BELOW]])
        self.near = near.casefold()

    @cached_property
    def folded(self) -> str:
        """All words."""
        return self.text.casefold()

    def anywhere(self, name: str) -> bool:
        """Whether a name stands on the page."""
        name = name.casefold()
        return name in self.near or name in self.folded


def appear(gathering: Gathering) -> None:
    """Note what each candidate looks like, and how it stands to the others."""
    if not gathering.found:
        return
    around, page = gathering.around, _Shown(gathering.around)
    title = set(titles.words(around.title))
    first = max(gathering.found.values(), key=lambda each: each.signals.get("follows", 0.0), default=None)
    for key, candidate in gathering.found.items():
        candidate.say(**_looks(candidate.names, page.text, title, gathering.sites))
        shown = [name for name in candidate.names if name.casefold() in page.near]
        candidate.say(
            shown_near=len(shown) / len(candidate.names),
            earliest=float(candidate is first),
            **_standing(candidate),
            **_relations(key, gathering),
            outshown=float(_outshown(candidate, gathering, page)),
            other_role=float(any(name in gathering.others for name in candidate.names)),
            unshown=float(not all(map(page.anywhere, candidate.names))),
        )


def _outshown(candidate: Candidate, gathering: Gathering, page: _Shown) -> bool:
    """Whether machines are told of somebody whom the page does not show, while a line of it signs with another."""
    if not any(name in candidate.signals for name in CLAIMS) or any(map(page.anywhere, candidate.names)):
        return False
    return any("line_by" in each.signals and all(map(bylines.person, each.names)) for each in gathering.found.values())


def _standing(candidate: Candidate) -> dict[str, float]:
    """How many speak for a candidate, and whether anybody does so plainly."""
    signals = candidate.signals
    sources = sum([name in signals for name in _SOURCES])
    owner = sum([name.startswith("owner_") for name in signals])
    return {
        "sources": log2(1 + sources),
        "unsure": float(_unsure(signals, sources)),
        "weak": float(_weak(signals)),
        "claimed": float(any(name in signals for name in CLAIMS)),
        "owner": log2(1 + owner),
        "owner_first": float(owner > 0 and "first_name" in signals),
        "owner_only": float(owner > 0 and sources == 0),
    }


def _relations(key: tuple[str, ...], gathering: Gathering) -> dict[str, float]:
    """Whether others name the same people and more, or fewer, or the same in full."""
    mine = set(key)
    wider = [each for other, each in gathering.found.items() if mine < set(other)]
    return {
        "wider": float(bool(wider)),
        "wider_near": float(any("line_by" in each.signals for each in wider)),
        "wider_claimed": float(any(name in each.signals for each in wider for name in CLAIMS)),
        "narrower": float(any(mine > set(other) for other in gathering.found)),
        "short_form": float(
            len(key) == 1
            and any(len(other) == 1 and other != key and other[0].startswith(key[0]) for other in gathering.found)
        ),
    }


def _unsure(signals: dict[str, float], sources: int) -> bool:
    """Whether nothing but a bare line says so, of one, and it does not begin with a known first name."""
    if signals.get("several") and signals.get("person"):
        return False
    bare = any(name in signals for name in ("line_dated", "line_under_date", "line_alone"))
    return bare and sources == 1 and (not signals.get("first_name") or bool(signals.get("in_title")))


def _weak(signals: dict[str, float]) -> bool:
    """Whether nothing but an element of a doubtful name or a link says so, and it does not begin with a known first name."""
    strong = max(signals.get("strength_story", 0.0), signals.get("strength_margin", 0.0)) > 0.65
    said = any(name in signals for name in (*CLAIMS, "line_by", "line_by_far", "line_by_account", "labeled"))
    return not strong and not said and not signals.get("first_name")


def _looks(names: Names, text: str, title: set[str], sites: Sequence[str]) -> dict[str, float]:
    first = names[0]
    words = first.split()
    people = [name for name in names if bylines.person(name)]
    letters = titles.joined(first)
    small = [word for word in words if word[0].isupper() and len(word) > 2 and f" {word.lower()} " in text]
    return {
        "person": float(len(people) == len(names)),
        "some_person": float(0 < len(people) < len(names)),
        "first_name": float(words[0].casefold() in FIRST_NAMES),
        "site": float(letters in sites),
        "within_site": float(any(letters in site or site in letters for site in sites if len(site) > 3)),
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
