"""What a page is made of before anybody has decided what belongs to the article: pieces in reading order.

Nothing here judges. A piece is a stretch of text that a browser would set as one block, or a line of scraped text.
"""

from __future__ import annotations

from dataclasses import dataclass, field

BREAK = "\v"
"""What stands for a single break in a piece's raw text: white space that no text brings along."""


@dataclass(slots=True)
class Mark:
    """An inline element: offsets in the piece's raw text, and where it links to."""

    start: int
    end: int
    tag: str
    address: str | None = None


@dataclass(slots=True)
class Piece:
    """A candidate for a block. `raw` is its text before white space is collapsed; offsets of marks point into it.

    `node` is the index of the element that owns the text in the page's `Outline` (0 for scraped text), `linked` and
    `bold` count characters inside links and inside strong text. `markup` says that a line of scraped text came with
    tags, `gap` how many empty lines stood before it.
    """

    text: str
    raw: str
    node: int
    linked: int = 0
    links: int = 0
    bold: int = 0
    marks: list[Mark] = field(default_factory=list)
    markup: bool = False
    gap: int = 0


@dataclass(slots=True)
class Picture:
    """An image on the page: its address, the piece it stands before, its element, its replacement text."""

    address: str
    before: int
    node: int
    alt: str


@dataclass(slots=True)
class Outline:
    """The page's block elements as parallel lists, parents before children, and its pieces in reading order.

    `names` are an element's class and identity, `attributes` the others. `first` and `last` bound the pieces inside it (last
    exclusive), `words` holds those of each piece of an HTML page.
    """

    tags: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    depths: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    attributes: list[dict[str, str | None]] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    words: list[list[str]] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)

    def quoted(self, index: int) -> bool:
        """Whether a piece stands in a quote or an embedded post."""
        node = self.pieces[index].node
        while node > 0 and self.tags[node] != "blockquote":
            node = self.parents[node]
        return node > 0
