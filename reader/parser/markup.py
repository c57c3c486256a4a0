"""An HTML tree becomes pieces: one walk, no judgment, no visible word lost.

Text is cut where a browser would begin a new line of blocks; inline elements never part a word.
"""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from reader.parser.pieces import Mark, Outline, Picture, Piece

# Elements whose text is no text of the page: code for the browser, other documents, the values of form controls.
UNSEEN = frozenset(
    "script style template svg iframe select textarea head object canvas video audio map datalist link meta title "
    "applet embed -comment input source".split()
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strong sub "
    "sup time tt u var nobr strike amp-link rt ruby rb rp wbr math mi mn mo mrow msup msub mfrac msqrt mtext".split()
)
_STYLED = frozenset("a b strong em i code".split())
_PICTURES = frozenset(("img", "amp-img"))
_NO_ATTRIBUTES: dict[str, str | None] = {}


class _Walk:
    """One pass over a tree. `parts` holds the text of the piece being read, `size` its length so far."""

    def __init__(self) -> None:
        self.outline = Outline()
        self.parts: list[str] = []
        self.marks: list[Mark] = []
        self.size = 0
        self.linked = self.links = self.bold = self.breaks = 0

    def open(self, node: LexborNode, tag: str, parent: int) -> int:
        """Begin a block element; its index."""
        out = self.outline
        attributes = node.attributes or _NO_ATTRIBUTES
        out.tags.append(tag)
        out.parents.append(parent)
        out.depths.append(out.depths[parent] + 1 if parent >= 0 else 0)
        out.attributes.append(attributes)
        names = attributes.get("class") or ""
        identity = attributes.get("id")
        out.names.append(f"{names} {identity}" if identity else names)
        out.first.append(len(out.pieces))
        out.last.append(0)
        return len(out.tags) - 1

    def cut(self, owner: int) -> None:
        """End the piece being read."""
        raw = "".join(self.parts)
        text = " ".join(raw.split())
        if text:
            self.outline.pieces.append(Piece(text, raw, owner, self.linked, self.links, self.bold, self.marks))
            self.marks = []
        elif self.marks:
            self.marks = []
        self.parts.clear()
        self.size = self.linked = self.links = self.bold = self.breaks = 0

    def picture(self, node: LexborNode, owner: int) -> None:
        """An image stands between pieces, without words of its own."""
        attributes = node.attributes
        address = attributes.get("data-src") or attributes.get("src") or attributes.get("data-lazy-src")
        if address:
            picture = Picture(address, len(self.outline.pieces), owner, attributes.get("alt") or "")
            self.outline.pictures.append(picture)

    def text(self, node: LexborNode, in_link: bool, in_bold: bool) -> None:
        """Add a text node to the piece being read."""
        content = node.text_content
        if not content:
            return
        self.parts.append(content)
        self.size += len(content)
        if not content.isspace():
            self.breaks = 0
            if in_link:
                self.linked += len(content)
            if in_bold:
                self.bold += len(content)

    def line_break(self, owner: int) -> None:
        """Two breaks in a row part paragraphs; a single one does not."""
        self.breaks += 1
        if self.breaks > 1:
            self.cut(owner)
        else:
            self.parts.append("\n")
            self.size += 1

    def styled(self, node: LexborNode, tag: str, owner: int, in_link: bool, in_bold: bool) -> None:
        """An inline element that the reader should see as one."""
        start, pieces = self.size, len(self.outline.pieces)
        address = None
        if tag == "a":
            self.links += 1
            address = node.attributes.get("href")
        self.inside(node, owner, in_link or tag == "a", in_bold or tag in ("b", "strong"))
        if pieces == len(self.outline.pieces) and self.size > start:
            self.marks.append(Mark(start, self.size, tag, address))

    def inside(self, node: LexborNode, owner: int, in_link: bool, in_bold: bool) -> None:
        """Walk an element's children."""
        child = node.first_child
        while child is not None:
            tag = child.tag
            if tag == "-text":
                self.text(child, in_link, in_bold)
            elif tag in INLINE:
                if tag in _STYLED:
                    self.styled(child, tag, owner, in_link, in_bold)
                else:
                    self.inside(child, owner, in_link, in_bold)
            elif tag == "br":
                self.line_break(owner)
            elif tag in _PICTURES:
                self.picture(child, owner)
            elif tag not in UNSEEN:
                if self.parts:
                    self.cut(owner)
                self.block(child, tag or "x", owner, in_link, in_bold)
            child = child.next

    def block(self, node: LexborNode, tag: str, parent: int, in_link: bool, in_bold: bool) -> None:
        """Walk a block element."""
        index = self.open(node, tag, parent)
        self.inside(node, index, in_link, in_bold)
        if self.parts:
            self.cut(index)
        self.outline.last[index] = len(self.outline.pieces)


def outline(body: LexborNode) -> Outline:
    """The pieces of a page's body in reading order, with the elements around them."""
    walk = _Walk()
    walk.block(body, "body", -1, False, False)
    return walk.outline
