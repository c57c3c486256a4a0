"""Boxes among and behind the paragraphs: for signing up, of other stories, contents, what stops those who have not paid."""

from __future__ import annotations

from reader.model import Reason
from reader.parser import furniture
from reader.parser.portions import BOX_MOST, MOST_PIECES, NOTES_AFTER, Part, Sorted, called, is_heading
from reader.parser.seen import Seen

_LIST_OF_LINKS = 0.6
"""Share of linked characters from which a piece is nothing but a link."""
_TITLE_MOST = 120
"""Characters of the longest title of a box."""
_BOXED: frozenset[Part] = frozenset(("newsletter", "related", "story", "advert"))
_SIGNING_UP: frozenset[Part] = frozenset(("newsletter", "share", "consent", "legal", "furniture"))
_SIGN_UP_BOX = 3
"""Pieces of the smallest box for signing up that has a text."""


def contents(seen: Seen, found: Sorted) -> None:
    """Lists of nothing but links within the page are its table of contents; a heading over nothing but links within its box
    heads what was left out."""
    out = seen.out
    for index in range(found.first, min(found.last, found.first + MOST_PIECES)):
        if found.parts[index] == "body" and _leads_within(seen, index):
            beside = [at for at in (index - 1, index + 1) if found.first <= at < found.last]
            if any(_leads_within(seen, at) for at in beside):
                found.parts[index] = "navigation"
    for index in range(found.first, min(found.last, found.first + MOST_PIECES)):
        if found.parts[index] != "body" or not is_heading(seen, index):
            continue
        box = out.parents[seen.owners[index]]
        inside = [at for at in range(out.first[box], min(out.last[box], out.first[box] + 60)) if at != index]
        if len(inside) > 1 and all(found.parts[at] != "body" and seen.linked[at] > _LIST_OF_LINKS for at in inside):
            found.parts[index] = "furniture"


def _leads_within(seen: Seen, index: int) -> bool:
    """Whether a piece is an item of a list and a link to another place of the same page."""
    if seen.tags[index] != "li" or seen.linked[index] <= _LIST_OF_LINKS:
        return False
    marks = seen.out.pieces[index].marks
    return any(mark.tag == "a" for mark in marks) and all(
        (mark.address or "").startswith("#") for mark in marks if mark.tag == "a"
    )


def box_titles(seen: Seen, found: Sorted) -> None:
    """A heading or a bold line goes with its box where everything else in it was left out as something else; so does what a box
    for signing up says beside."""
    out = seen.out
    for index in range(found.first, min(len(seen.texts), found.first + MOST_PIECES)):
        if found.parts[index] not in ("body", "furniture") or len(seen.texts[index]) > BOX_MOST:
            continue
        piece = out.pieces[index]
        title = len(piece.text) <= _TITLE_MOST and (is_heading(seen, index) or piece.bold >= len(piece.text))
        if not title and found.parts[index] == "furniture":
            continue
        box = piece.node
        while box > 0 and out.last[box] - out.first[box] < (2 if title else _SIGN_UP_BOX):
            box = out.parents[box]
        others = [
            found.parts[at] for at in range(out.first[box], min(out.last[box], out.first[box] + 40)) if at != index
        ]
        if box <= 0 or not others:
            continue
        if title and _BOXED.issuperset(others):
            found.parts[index] = _box_reason(set(others), called(seen, box)) or found.parts[index]
        elif _SIGNING_UP.issuperset(others) and others.count("newsletter") >= _SIGN_UP_BOX - 1:
            found.parts[index] = "newsletter"


_FORM_REACH, _FORM_BOX = 3, 6
"""Elements around a form, and pieces of the fullest box that is made for it."""


def forms(seen: Seen, found: Sorted) -> None:
    """A box around a form, of few pieces of which one invites to sign up, is made for that."""
    tags, out, node = seen.out.tags, seen.out, -1
    for _ in range(tags.count("form")):
        node = box = tags.index("form", node + 1)
        for _ in range(_FORM_REACH):
            box = out.parents[box]
            if box <= 0 or out.last[box] - out.first[box] > _FORM_BOX:
                break
            inside = range(out.first[box], out.last[box])
            if any(found.parts[at] == "body" and furniture.invites(seen.texts[at].lower()) for at in inside):
                for at in inside:
                    found.parts[at] = "newsletter" if found.parts[at] in ("body", "furniture") else found.parts[at]
                break


def _box_reason(others: set[Part], called: Reason | None) -> Reason | None:
    """What a box's title is by the parts of the rest; that of a mere advert, or of cards that only names call "related", may
    head the text around."""
    if "newsletter" in others:
        return "newsletter"
    if "story" in others:
        return "related"
    return "advert" if "advert" in others and called == "advert" else None


def unshown(seen: Seen, found: Sorted) -> None:
    """What a page hides goes where it is no running text: labels of toolbars, forms and boxes that open by a press. Answers that
    open so stay, and stories that are hidden until scripts have run. What is kept only from programs that read aloud is not
    hidden."""
    inside: dict[int, list[int]] = {}
    hidden, owners = seen.hidden, seen.owners
    for index in range(found.first, found.last):
        if hidden[owners[index]] and found.parts[index] == "body":
            inside.setdefault(_hiding(seen, owners[index]), []).append(index)
    for node, kept in inside.items():
        if node >= 0 and (not any(seen.good[index] for index in kept) or _elsewhere(seen, node)):
            for index in kept:
                found.parts[index] = "furniture"


def _elsewhere(seen: Seen, node: int) -> bool:
    """Whether an element before the one that holds most running text has nothing in common with that but the page: bars of
    archives and of programs that save pages."""
    parents, around = seen.out.parents, seen.best
    held = seen.held[node] * _OUTWEIGHED < seen.held[seen.best]
    while held and around > 0 and parents[around] > 0:
        around = parents[around]
    before = seen.out.last[node] <= seen.out.first[seen.best]
    while held and node > 0 and parents[node] > 0:
        node = parents[node]
    return held and before and around > 0 and node != around


_OUTWEIGHED = 3
"""How much more running text is shown than hidden, where what is hidden is none of the story."""


def _hiding(seen: Seen, node: int) -> int:
    """The outermost element around one that is not displayed; -1 where there is none."""
    outermost = -1
    while node >= 0:
        attributes = seen.out.attributes[node]
        if "hidden" in attributes or "display:none" in (attributes.get("style") or "").replace(" ", "").lower():
            outermost = node
        node = seen.out.parents[node]
    return outermost


_WALL_MOST, _WALL_LINE = 10, 320
"""Pieces at the body's end that may be a wall's, and characters of such a piece."""


def wall(seen: Seen, found: Sorted) -> None:
    """What a publisher says to those who have not paid, where the body ends; what stands in one box with it goes, too."""
    for index in range(max(found.first + 1, found.last - _WALL_MOST), min(len(seen.texts), found.last + NOTES_AFTER)):
        if found.parts[index] in ("head", "caption") or not _walls(seen, index):
            continue
        kept = [at for at in range(index + 1, found.last) if found.parts[at] == "body"]
        if all(_walls(seen, at) or _beside_wall(seen, found, index, at) for at in kept):
            for at in (index, *kept):
                found.parts[at] = "paywall"
            found.wall = found.wall or seen.texts[index]


def _walls(seen: Seen, index: int) -> bool:
    """Whether a piece by its words is a wall's."""
    return len(seen.texts[index]) <= _WALL_LINE and furniture.reason(seen.texts[index]) == "paywall"


def _beside_wall(seen: Seen, found: Sorted, wall: int, index: int) -> bool:
    """Whether a piece stands in the box of a wall's line, in which no paragraph stands before that."""
    box = seen.out.parents[seen.owners[wall]]
    inside = box >= 0 and seen.out.first[box] <= index < seen.out.last[box] and len(seen.texts[index]) <= _WALL_LINE
    return inside and "body" not in found.parts[seen.out.first[box] : wall]
