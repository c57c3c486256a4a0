"""A rule as two lines, and the entries that it takes counted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.filters import Rule
from reader.text.words import width as cells
from reader.tui.list_rows import Look
from reader.tui.rule_rows import Taken, rule_row, taken_row
from tests.builders import NOON, an_entry

LOOK = Look(60, NOON)


def text(rule: Rule, count: str = "3 entries", look: Look = LOOK) -> list[str]:
    return ["".join(stretch.text for stretch in line) for line in rule_row(rule, count, look)]


def test_a_rule_says_what_it_asks_what_it_takes_and_what_it_does() -> None:
    first, second = text(Rule(words="storm", source="High Water", star=True, tags=("sea",)))
    assert first.split("  ")[1].strip() == 'storm source:"High Water"' and first.endswith("3 entries")
    assert second.strip() == "star, tag sea"
    assert text(Rule(words="storm", hide=True, off=True))[1].strip() == "off; would hide"


def test_entries_are_counted_for_each_rule_and_the_first_ones_take_kept() -> None:
    taken, entries = Taken(2), [an_entry(id=number) for number in range(4)]
    taken.add([(entries[0], (0, 1)), (entries[1], (1,))])
    assert taken.told() == "1 entry of 2 looked at"
    taken.add([(entries[2], (0,)), (entries[3], (0,))])
    taken.whole = True
    assert (taken.told(), taken.told(1), taken.told(2)) == ("3 entries", "2 entries", "0 entries")
    assert taken.first == [entries[0], entries[2]]


@given(st.text(max_size=80), st.text(max_size=30), st.integers(1, 100), st.booleans())
def test_no_line_is_wider_than_there_is_room(words: str, tag: str, width: int, ascii: bool) -> None:
    look = Look(width, NOON, ascii=ascii)
    rule = Rule(words=words, tags=(tag,))
    entry = an_entry(title=words)
    for line in [*text(rule, look=look), "".join(it.text for it in taken_row(entry, look))]:
        assert cells(line) <= max(width, 20)
