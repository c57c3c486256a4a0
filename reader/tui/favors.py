"""What one hand of the reading screen asks of another: no more of each than others need, so that none has to know the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from reader.model import Act, Entry, Passage, Place, View

if TYPE_CHECKING:
    from reader.tui.row_sources import FoundRows
    from reader.tui.selection import Selection, Unit

Then = Callable[[Passage], None]
"""What goes on with a passage once it is on the disk."""


class Goes(Protocol):
    """Opens entries and jumps."""

    @property
    def points(self) -> int:
        """How many points the summary has."""

    def open(self, entry: Entry, *, at: Place | None = None, query: str = "", jump: bool = True) -> None:
        """Open an entry where one stopped, at a place, or at the first hit of a query."""

    def reopen(self) -> None:
        """The open article came anew: show it at the place where one reads."""

    def keep_position(self) -> None:
        """Write down where one reads."""

    def remember(self, place: Place | None = None) -> None:
        """Write down where one is, or was, before a jump."""

    def jump(self, place: Place) -> None:
        """To a place in the open article."""


class Acts(Protocol):
    """Acts on entries."""

    @property
    def entry(self) -> Entry | None:
        """The entry that is meant."""

    def act(self, work: Callable[[], Act]) -> None:
        """Do something in the background, and paint it once it is on the disk."""

    def renew(self) -> None:
        """Fetch list and open entry anew."""

    def some(self, count: int | None) -> list[Entry]:
        """The entries that are meant: those chosen, so many from the cursor on, or the one."""

    def do_add(self, _: int | None, text: str = "") -> None:
        """Ask for what is to be added."""


class Finds(Protocol):
    """Finds in the article."""

    @property
    def carried(self) -> str:
        """What is looked for in the articles that follow too."""

    def carry(self, searched: str, carried: str, *, stay: bool) -> None:
        """Show hits in the article that was opened."""

    def find_again(self) -> None:
        """The open article came anew: find in it what was found."""

    def prepare(self) -> None:
        """Fold the open article ahead of the first find."""


class Searches(Protocol):
    """Searches the library, and narrows the list."""

    @property
    def searched(self) -> str:
        """What the list was searched for."""

    def rows(self) -> FoundRows | None:
        """What the list shows of a search."""

    def renewed(self) -> FoundRows | None:
        """The same with its entries as they are now."""

    def rank(self, entry_id: int) -> int | None:
        """Where an entry stands in what the list shows."""

    def next_unread(self, entry_id: int | None, step: int) -> Entry | None:
        """The next unread entry of what the list shows."""

    def look_up(self, name: str) -> None:
        """Search the library for a name."""

    def show_only(self, name: str, entries: Sequence[Entry]) -> None:
        """Show these entries under a name."""

    def narrow_to(self, view: View) -> None:
        """Show another view of the library."""

    def filter_by(self, text: str) -> None:
        """Show only entries that match a query. Raises UsageError."""


class Marks(Protocol):
    """Marks passages."""

    def mark_selected(self, then: Then | None, count: int | None = None) -> None:
        """Bookmark what is selected and go on with the passage."""

    def mark_sentence(self, then: Then) -> None:
        """Bookmark the sentence at the cursor line and go on with the passage."""

    def here(self) -> Passage:
        """The passage that the cursor line touches. Raises UsageError where there is none."""

    def at_cursor(self, unit: Unit) -> Selection | None:
        """The sentence or paragraph at the cursor line."""


class Arranges(Protocol):
    """Gives passages other borders and tags."""

    def reshaped(self, places: tuple[Place, ...]) -> bool:
        """Whether what is selected is the new extent of a passage."""

    def answered(self, kind: str, text: str) -> bool:
        """Enter in the prompt; whether it was about a passage's tags."""


class Notes(Protocol):
    """Writes notes on passages."""

    def answered(self, kind: str, text: str) -> bool:
        """Enter in the prompt; whether it was about a note."""

    def dismissed(self, kind: str) -> None:
        """Esc in the prompt."""


class Recalls(Protocol):
    """Comes back to passages."""

    def open(self, passage: Passage) -> None:
        """Open a passage's article at its place."""


class Compares(Protocol):
    """Compares versions."""

    def open_version(self, number: int, version: int, at: Place | None = None, passage: Passage | None = None) -> None:
        """Open a version of an entry at a place, or at a passage that stands in it."""


class Updates(Protocol):
    """Brings what is new."""

    def ask(self, ids: tuple[int, ...]) -> None:
        """Ask these feeds, whether due or not."""

    def opened(self, entry: Entry) -> None:
        """An entry was opened: its whole article is fetched if its feed has but a teaser."""
