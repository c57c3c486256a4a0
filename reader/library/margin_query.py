"""What is asked of the passages as SQL, as far as SQL can fold and compare as we do; the rest is tested row by row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, tzinfo
from typing import Any

from reader.library.body import micros
from reader.library.wording import folded
from reader.model import Passage
from reader.search.passage_query import Wish, wishes

Test = Callable[[Passage, Sequence[str]], bool]
"""Whether a passage fits, with the texts that name its article: publisher, source, address, title."""


def asked(query: str, today: date) -> Sequence[Wish]:
    """What a filter of passages asks for. Raises UsageError for one that cannot be read."""
    return wishes(query, today) if query else ()


def condition(wishes: Sequence[Wish], zone: tzinfo | None) -> tuple[str, list[Any]]:
    """An SQL condition on `passages p` with its values: true for all that fit, and perhaps for more."""
    parts, values = ["1"], list[Any]()
    for wish in wishes:
        said, bound = _said(wish, zone)
        if said:
            parts.append(f"NOT ({said})" if wish.negated else f"({said})")
            values += bound
    return " AND ".join(parts), values


def _said(wish: Wish, zone: tzinfo | None) -> tuple[str, list[Any]]:
    match wish.field:
        case "any":
            word = folded(wish.text)
            return "instr(p.folded, ?) OR instr(lower(p.tags), ?)", [word, word]
        case "note":
            return ("", []) if wish.negated else ("instr(p.folded, ?)", [folded(wish.text)])
        case "kind":
            return "p.kind = ?", [wish.text]
        case "is":
            return ("p.note <> ''", []) if wish.text == "noted" else ("p.state = ?", [wish.text])
        case "after":
            return "p.created >= ?", [_start(wish.text, zone)]
        case "before":
            return "p.created < ?", [_start(wish.text, zone)]
        case _:
            return "", []


def _start(day: str, zone: tzinfo | None) -> int:
    """The first moment of a day in the person's zone."""
    said = date.fromisoformat(day)
    try:
        return micros(datetime(said.year, said.month, said.day, tzinfo=zone).astimezone())
    except (OverflowError, ValueError):
        return (said - date(1970, 1, 1)).days * 86_400_000_000


def test(wishes: Sequence[Wish]) -> Test | None:
    """The test of what SQL cannot answer, None where it answers all."""
    left = [(wish, folded(wish.text)) for wish in wishes if wish.field in ("note", "tag", "from", "title")]
    if not left:
        return None
    return lambda passage, about: all(_fits(wish, text, passage, about) != wish.negated for wish, text in left)


def _fits(wish: Wish, text: str, passage: Passage, about: Sequence[str]) -> bool:
    match wish.field:
        case "note":
            return text in folded(passage.note)
        case "tag":
            return any(folded(tag).startswith(text) for tag in passage.tags)
        case "from":
            return any(text in folded(name) for name in about[:3])
        case _:
            return text in folded(about[3])
