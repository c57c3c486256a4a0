"""What happened, told to the screen: by its panes, and by work in the background."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from reader.errors import ReaderError
from reader.model import Act, Entry, Found, Outcome, Passage, Place, Summary


@dataclass
class EntryChosen(Message):
    """A row of the list was opened."""

    entry: Entry


@dataclass
class CursorMoved(Message):
    """The cursor stands on another row of the list."""

    entry: Entry | None


@dataclass
class PlaceReached(Message):
    """The cursor line of the article moved: the place at which one reads."""

    place: Place | None


@dataclass
class PlaceChosen(Message):
    """Something in the sidebar was chosen that stands at a place in the article."""

    place: Place
    end: bool = False


@dataclass
class PassageChosen(Message):
    """A passage was chosen, to be shown in its article."""

    passage: Passage


@dataclass
class EndReached(Message):
    """Somebody wants to read on past the end of the article."""


@dataclass
class Typed(Message):
    """What stands in the prompt, at each key."""

    kind: str
    text: str


@dataclass
class Answered(Message):
    """Enter was pressed in the prompt."""

    kind: str
    text: str


@dataclass
class Dismissed(Message):
    """The prompt was left without an answer."""

    kind: str


@dataclass
class Acted(Message):
    """An act of the person is on the disk."""

    act: Act | None
    said: str


@dataclass
class Marked(Message):
    """A passage is on the disk, new or changed."""

    passage: Passage


@dataclass
class Came(Message):
    """One source came in, or did not; `first` for the one that is to be opened."""

    outcome: Outcome
    first: bool = False


@dataclass
class AllCame(Message):
    """All sources of a batch have their outcome."""

    outcomes: tuple[Outcome, ...]


@dataclass
class Summarized(Message):
    """The summaries of an entry are there."""

    entry_id: int
    summaries: tuple[Summary, ...]


@dataclass
class LibrarySearched(Message):
    """Entries that match what was typed."""

    text: str
    found: tuple[Found, ...]


@dataclass
class Done(Message):
    """A piece of work came to its end; `said` for the status line."""

    said: str


@dataclass
class Failed(Message):
    """A piece of work failed in a way that a person can understand."""

    job: str
    error: ReaderError
