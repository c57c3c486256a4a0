"""What a reader asks of the list of passages: words, and fields that narrow it. Text in, frozen values out.

    ferry harbor            both, in the quote, the note or the tags
    "ferry line"            this, spaces as they are
    note:ask                in the note
    #region tag:region      with a tag that begins so
    from:courier title:ferry
    kind:green color:green is:gone is:reworded is:moved is:noted
    after:2026-11-01 before:yesterday
    -word -#region          not this

All have to hold. What is being typed is no mistake: a field without a value asks for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from reader.errors import UsageError
from reader.model import PassageKind, State
from reader.search.days import day_of
from reader.text.clean import one_line

Field = Literal["any", "note", "tag", "from", "title", "kind", "is", "after", "before"]

_TOKEN = re.compile(
    r"""(?P<minus>-)?(?:(?P<field>[A-Za-z]{2,6}):(?!//)|(?P<hash>\#))?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))?"""
)
_FIELDS: dict[str, Field] = {
    **dict.fromkeys(("note", "notes"), "note"),
    **dict.fromkeys(("tag", "tags"), "tag"),
    **dict.fromkeys(("from", "source"), "from"),
    **dict.fromkeys(("kind", "color", "colour"), "kind"),
    **{"title": "title", "is": "is", "after": "after", "before": "before"},
}
_KINDS: tuple[str, ...] = get_args(PassageKind)
_STATES: tuple[str, ...] = (*get_args(State), "noted")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing that passages have to fit; `text` is a word, a name, or a day as ISO 8601 writes it."""

    field: Field
    text: str
    negated: bool = False


def wishes(query: str, today: date | None = None) -> tuple[Wish, ...]:
    """What a query asks for.

    Raises:
        UsageError: a color, a state or a day that is none.
    """
    if len(query) > _LONGEST:
        raise UsageError(f"The query has {len(query)} characters.", f"Use at most {_LONGEST}.")
    return tuple(_wishes(query, today))


def _wishes(query: str, today: date | None) -> Iterator[Wish]:
    for match in _TOKEN.finditer(query):
        text = (match["phrase"] or match["word"] or "").strip()
        named = (match["field"] or "").lower()
        field: Field = "tag" if match["hash"] else _FIELDS.get(named, "any")
        if named and field == "any":
            text = f"{match['field']}:{text}"
        if text:
            yield Wish(field, _checked(field, text, today), bool(match["minus"]))


def _checked(field: Field, text: str, today: date | None) -> str:
    if field == "kind":
        return _one_of(text.lower(), _KINDS, "color")
    if field == "is":
        return _one_of(text.lower(), _STATES, "state of a passage")
    if field in ("after", "before"):
        day = day_of(text, today)
        if day is None:
            raise UsageError(
                f"“{one_line(text)[:40]}” is no date.", f'Write {field}:2026-11-01, {field}:yesterday, "last week".'
            )
        return day.isoformat()
    return text.lstrip("#") if field == "tag" else text


def _one_of(text: str, known: tuple[str, ...], what: str) -> str:
    """The name that begins so, as it is being typed."""
    found = [name for name in known if name.startswith(text)]
    if not found:
        raise UsageError(f"“{one_line(text)[:40]}” is no {what}.", f"Known: {', '.join(known)}.")
    return found[0]
