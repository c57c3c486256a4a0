"""Bylines that an HTML page may have: a headline's surroundings, and who may have signed with what speaks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

from reader.parser import bylines, titles
from reader.parser.heads import Said
from reader.parser.pieces import Outline
from reader.parser.structured import Claims
from reader.parser.topmatter import Sign

NEAR = 8
"""Pieces before and after the headline among which bylines and dates are looked for."""
NEAR_BELOW = 14
"""Bylines may stand under share buttons and a picture."""
_LONGEST = 160
"""Characters of an element's text that are read for names."""
_MOST_NAMES = 12
CLAIMS = ("linked_data", "meta", "meta_plain", "meta_article", "meta_card", "told")
"""Signals of what a page says for machines."""

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


class Gathering:
    """Candidates as they are found, one for each set of people."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.sites = [titles.joined(name) for name in titles.site_names(around.claims)]
        self.host = titles.host(around.url)
        self.found: dict[tuple[str, ...], Candidate] = {}
        self.others: set[str] = set()
        """Who reviewed, edited, translated or illustrated, as lines say."""
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
