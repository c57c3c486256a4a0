"""What a part of the conversation knows of the whole, and of the other parts: no more than it asks of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reader.commands import Command, Context
from reader.model import Act, Article, Entry, Passage, Place
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.linear.orders import Order
    from reader.linear.paragraphs import Paragraph
    from reader.linear.voice import Voice
    from reader.model import Counts
    from reader.newsroom import Newsroom, Reading
    from reader.search import Hits

Spot = tuple[int, int]
"""A paragraph, and a line or a sentence in it, from 0."""


class Shows(Protocol):
    """What of the library is listed."""

    @property
    def counts(self) -> Counts:
        """How many entries there are, and unread ones."""

    @property
    def way_on(self) -> str:
        """What to do where there is no entry."""

    def mark_all(self) -> Act:
        """Mark all that is listed as read."""


class Lists(Protocol):
    """The list."""

    @property
    def shown(self) -> Shows:
        """What of the library it lists."""

    def begin(self) -> None:
        """Tell the list from its beginning; no article is open then."""

    def reset(self) -> None:
        """What was told of the list no longer holds."""

    def seek(self, entry_id: int) -> int | None:
        """Make an entry the one that is meant; its number, None where the list does not show it."""

    def open(self, entry: Entry) -> None:
        """Open an entry."""

    def meant(self, order: Order) -> tuple[list[Entry], str]:
        """The entries that an order names by numbers, else the one where one is; and its other words."""

    def do_next_unread(self, order: Order) -> None:
        """Open the next unread entry."""


class Finds(Protocol):
    """What is found in the open article."""

    @property
    def hits(self) -> Hits | None:
        """The hits of what was looked for."""

    def carry(self, query: str) -> None:
        """Go to the first hit of a query of the library."""


class Moves(Protocol):
    """Going through the open article."""

    def remember(self) -> None:
        """Write down where one is, before a jump."""


class Tells(Protocol):
    """The open article."""

    reading: Reading | None
    at: Spot

    @property
    def finding(self) -> Finds:
        """What is found in it."""

    @property
    def moving(self) -> Moves:
        """Going through it."""

    @property
    def number(self) -> int:
        """The number under which the open entry is known."""

    @property
    def opened(self) -> Reading:
        """What is open. Raises UsageError when nothing is."""

    @property
    def article(self) -> Article:
        """The open article. Raises UsageError when nothing is."""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs. Raises UsageError when nothing is open."""

    @property
    def marked(self) -> list[Passage]:
        """Its passages, in its order."""

    def open(self, entry: Entry, at: Place | None = None) -> None:
        """Open an entry."""

    def leave(self) -> None:
        """Remember where one stopped; nothing is open then."""

    def renew(self) -> None:
        """Fetch entry and passages anew."""

    def number_of(self, place: Place) -> int:
        """The number of the paragraph that holds a place."""

    def numbered(self, number: str) -> int:
        """The paragraph of that number. Raises UsageError where there is none."""

    def go(self, place: Place, before: str = "") -> None:
        """To a place."""

    def go_on(self, paragraph: int, most: int = 1_000_000) -> None:
        """Read on from a paragraph."""

    def attend(self, place: Place) -> None:
        """Give the sentence that holds a place the attention; reading goes on where it was."""

    def tell_sentence(self, at: Spot, before: str = "") -> None:
        """Tell one sentence."""


class Keeps(Protocol):
    """Passages of the open article."""

    def mean(self, passage: Passage) -> None:
        """Of several passages in the sentence that has the attention this one is meant by what is done next."""

    def here(self) -> Passage:
        """The passage in the sentence that has the attention. Raises UsageError where there is none."""

    def places(self, words: str) -> tuple[Place, ...]:
        """What is meant: sentences and paragraphs by number, or words of the article."""

    def note(self, passage: Passage, text: str) -> None:
        """Write a note on a passage."""

    def remove(self, passage: Passage) -> None:
        """Take a passage out."""


class Conversation(Protocol):
    """The whole: its newsroom, its voice, what has the attention, and the parts that others ask."""

    room: Newsroom
    settings: Settings
    voice: Voice
    focus: Context
    table: tuple[Command, ...]

    @property
    def listing(self) -> Lists:
        """The list."""

    @property
    def telling(self) -> Tells:
        """The open article."""

    @property
    def margins(self) -> Keeps:
        """Its passages."""

    @property
    def contexts(self) -> tuple[Context, ...]:
        """The contexts that hold now, the nearest first."""

    def wanted(self, order: Order, question: str) -> str:
        """The words of an order, else those that the person gives when asked."""

    def do_leave(self, _: Order) -> None:
        """Outwards: to the article, then to the list, then out."""
