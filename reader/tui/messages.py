"""What happened, told to the screen: by its panes, and by work in the background.

Nobody compares or prints a message, so none gets methods for it: each costs at every start.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message
from textual.widget import Widget

from reader.errors import ReaderError
from reader.model import Entry, Found, Glance, Outcome, Passage, Place, Summary


def told(widget: Widget, message: Message) -> None:
    """Tell the screen of a widget something that a key did, now: by the queues it would come behind the next key."""
    getattr(widget.screen, message.handler_name)(message)


@dataclass(eq=False, repr=False)
class EntryChosen(Message):
    """A row of the list was opened; it was found by that passage alone."""

    entry: Entry
    passage: Passage | None = None


@dataclass(eq=False, repr=False)
class PlaceReached(Message):
    """The cursor line of the article moved: the place at which one reads."""

    place: Place | None


@dataclass(eq=False, repr=False)
class PlaceChosen(Message):
    """Something in the sidebar was chosen that stands at a place in the article."""

    place: Place


@dataclass(eq=False, repr=False)
class BorderDragged(Message):
    """The border on the left of a pane was dragged to a column of the screen; None when it was let go."""

    pane: str
    column: int | None


@dataclass(eq=False, repr=False)
class EndReached(Message):
    """Somebody wants to read on past the end of the article."""


@dataclass(eq=False, repr=False)
class Answered(Message):
    """Enter was pressed in the prompt."""

    kind: str
    text: str


@dataclass(eq=False, repr=False)
class Dismissed(Message):
    """The prompt was left without an answer."""

    kind: str


@dataclass(eq=False, repr=False)
class Stood(Message):
    """A screen stands, so that keys can be done."""


@dataclass(eq=False, repr=False)
class Acted(Message):
    """An act of the person is on the disk; `said` tells it."""

    said: str


@dataclass(eq=False, repr=False)
class Came(Message):
    """One source came in, or did not; `first` for the one that is to be opened."""

    outcome: Outcome
    first: bool = False


@dataclass(eq=False, repr=False)
class AllCame(Message):
    """All sources of a batch have their outcome."""

    outcomes: tuple[Outcome, ...]


@dataclass(eq=False, repr=False)
class Summarized(Message):
    """The summaries of an entry are there, and what it holds for a glance."""

    entry_id: int
    summaries: tuple[Summary, ...]
    glance: Glance


@dataclass(eq=False, repr=False)
class LibrarySearched(Message):
    """Entries that match what was typed."""

    text: str
    found: tuple[Found, ...]


@dataclass(eq=False, repr=False)
class Ready(Message):
    """Work in the background has its result, for whoever asked for it: `show` takes it over, on the screen's thread."""

    show: Callable[[], None]


@dataclass(eq=False, repr=False)
class Done(Message):
    """A piece of work came to its end; `said` for the status line."""

    said: str


@dataclass(eq=False, repr=False)
class Failed(Message):
    """A piece of work failed in a way that a person can understand."""

    job: str
    error: ReaderError
