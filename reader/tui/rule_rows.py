"""A rule as two lines: what it asks and how many entries it takes; what it does. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader import filters
from reader.filters import Rule
from reader.model import Entry
from reader.newsroom.ruling import Sifted
from reader.text.clean import one_line
from reader.text.words import width as cells
from reader.tui.list_rows import Look, age, cut
from reader.tui.painting import Stretch

HEIGHT = 2
"""Lines of a rule."""


@dataclass(slots=True)
class Taken:
    """How many entries each of some rules takes, as far as they have been looked at; of the first rule the entries
    themselves, up to so many."""

    most: int
    looked: int = 0
    whole: bool = False
    counts: dict[int, int] = field(default_factory=dict)
    first: list[Entry] = field(default_factory=list)

    def add(self, stretch: Sifted) -> None:
        """Count some more entries."""
        self.looked += len(stretch)
        for entry, numbers in stretch:
            for number in numbers:
                self.counts[number] = self.counts.get(number, 0) + 1
            if 0 in numbers and len(self.first) < self.most:
                self.first.append(entry)

    def told(self, number: int = 0) -> str:
        """How many entries a rule takes, in words."""
        count = self.counts.get(number, 0)
        said = f"{count:,} {'entry' if count == 1 else 'entries'}"
        return said if self.whole else f"{said} of {self.looked:,} looked at"


def rule_row(rule: Rule, count: str, look: Look) -> list[list[Stretch]]:
    """The lines of a rule; none is wider than the look."""
    dots, room = look.sign("…", "..."), max(1, look.width - 3)
    asked = cut(filters.asked(rule), max(4, room - cells(count) - 2), dots)
    gap = " " * max(2, room - cells(asked) - cells(count))
    first = [
        Stretch("   ", ()),
        Stretch(asked, ("seen" if rule.off else "unread",)),
        Stretch(cut(gap + count, max(0, room - cells(asked)), dots), ("quiet",)),
    ]
    does = filters.done(rule)
    told = f"off; would {does}" if rule.off else does
    return [first, [Stretch("   ", ()), Stretch(cut(told, room, dots), ("standing" if rule.off else "about",))]]


def taken_row(entry: Entry, look: Look) -> list[Stretch]:
    """An entry that a rule would take, on one line."""
    dots, room = look.sign("…", "..."), max(1, look.width - 3)
    about = one_line(look.sign(" · ", " - ").join((entry.origin, age(entry.published, look))))
    title = cut(one_line(entry.title), room, dots)
    left = room - cells(title) - 2
    return [
        Stretch("   ", ()),
        Stretch(title, ("seen",)),
        Stretch(f"  {cut(about, left, dots)}" if left >= 12 else "", ("about",)),
    ]
