"""Each piece of an HTML page gets its part: body, caption, note, other story, or a reason why it is left out.

The scorer says what is likely the body; what publishers say in standing forms, and where, tells the rest apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from reader.model import Reason
from reader.parser import datelines, furniture
from reader.parser.lines import headline_like, other_story
from reader.parser.seen import ANCESTORS, Seen
from reader.parser.vocabulary import NAMES

Part = Literal["body", "head", "caption", "correction", "credit note", "story"] | Reason

_LABEL_MOST = 60
"""Characters of the longest label: longer kept pieces are text, whatever they begin with."""
_STORY_MOST = 200
_NOTE_REACH = 100
"""Characters of a note within which it says that it is one."""
_LIST_OF_LINKS = 0.6
"""Share of linked characters from which a piece is nothing but a link."""
_DAY_MOST = 40
"""Characters of the longest line that is only a day."""
_LINKED = 0.3
"""Share of linked characters from which a line may point to another story."""
_BOX_MOST = 300
"""Characters of the longest invitation to sign up."""
_TITLE_MOST = 120
"""Characters of the longest title of a box."""
_BOXED: frozenset[Part] = frozenset(("newsletter", "related", "story", "advert"))
_SIGNING_UP: frozenset[Part] = frozenset(("newsletter", "share", "consent", "legal", "furniture"))
_SIGN_UP_BOX = 3
"""Pieces of the smallest box for signing up that has a text."""
_CONSENT_NAMES = re.compile(r"cookie|consent|gdpr|\bcmp\b")
_CAPTION_MOST = 500
_CAPTION_BEFORE = 12
"""Pieces before the body's first in which its lead picture stands."""
_NOTES_AFTER = 6
"""Pieces after the body's last in which its notes, and a wall, stand."""
_MOST_PIECES = 5_000
"""Pieces whose words are read: beyond, on pages that nobody wrote by hand, their elements' names must do."""
_WHOLE_MOST = 100_000
"""Characters of a body that is searched as a whole for what is said twice."""
_DASHES = "—–―-"
SIGNING_TAGS = frozenset(("footer", "figcaption", "cite"))
"""Elements that name who is quoted."""
# How notes begin, in lower case, but those that name a contribution.
_NOTE_BEGINS = re.compile(
    r"\W*(?:corre|corri|clarif|editor|updat|this |an earlier|a previous|additional|with |reporting|writing|editing|korrektur|anmerkung|hinweis"
    r"|mitarbeit|unter mit|in e|une |una |uma |rect|rett|errat|fe de|avec |collab|con |com |met |medew|sprost|quelle|source|fuente|fonte|fonti|bron|źród|источ)"
)
# One of these stands in every note: looked for one by one they cost a fifth of a pattern of them all.
_NOTE_WORDS = (
    *"clarif editor updat version report writing contribut input files from mitarbeit korrektur anmerkung hinweis".split(),
    *"fassung rectif avec rettific errat correc corrig collabora colabora medewerking sprostowan erreur".split(),
    *"quelle source fuente fonte fonti bron źród источник".split(),
    "con informa",
    "com informa",
)
_AROUND: tuple[tuple[str, Reason], ...] = (
    ("nav", "navigation"),
    ("footer", "legal"),
    ("form", "newsletter"),
)
_CALLED: tuple[tuple[str, Reason], ...] = (
    ("comment", "comments"),
    ("advert", "advert"),
    ("subscribe", "newsletter"),
    ("related", "related"),
    ("share", "share"),
    ("author", "author box"),
    ("navigation", "navigation"),
    ("footer", "legal"),
)
_BY_TAG = tuple((1 << ANCESTORS.index(tag), reason) for tag, reason in _AROUND)
_BY_NAME = tuple((1 << NAMES.index(kind), reason) for kind, reason in _CALLED)


@dataclass(slots=True)
class Sorted:
    """The parts of a page's pieces; `stories` holds label and headline of other stories, `wall` what a paywall says.

    `first` and `last` bound the body (last exclusive).
    """

    parts: list[Part]
    stories: dict[int, tuple[str | None, str]] = field(default_factory=dict)
    wall: str | None = None
    first: int = 0
    last: int = 0

    def bound(self) -> None:
        """Find again where the body begins and ends."""
        body = [index for index, part in enumerate(self.parts) if part == "body"]
        self.first, self.last = (body[0], body[-1] + 1) if body else (0, 0)


def sort(
    seen: Seen, keep: list[bool], known: dict[int, Part], pictured: set[int], quote: Callable[[int], int]
) -> Sorted:
    """Give each piece its part. Of `known` pieces it is said already; `pictured` ones stand by a picture; `quote` tells
    which quote is around an element, -1 where there is none."""
    found = Sorted([known.get(index, "body" if kept else "furniture") for index, kept in enumerate(keep)])
    found.bound()
    _captions(seen, found, pictured)
    _signatures(seen, found, quote)
    _standing_forms(seen, found)
    _between(seen, found)
    _pull_quotes(seen, found)
    _contents(seen, found)
    _edges(seen, found)
    found.bound()
    _left_out(seen, found)
    _box_titles(seen, found)
    found.bound()
    _wall(seen, found)
    _edges(seen, found)
    found.bound()
    return found


def _captions(seen: Seen, found: Sorted, pictured: set[int]) -> None:
    """Short pieces by a picture of the body are its caption, whatever the scorer thought of them."""
    for index in pictured:
        near = found.last and found.first - _CAPTION_BEFORE <= index <= found.last
        if near and len(seen.texts[index]) < _CAPTION_MOST and found.parts[index] in ("body", "furniture"):
            found.parts[index] = "caption"


_BETWEEN_MOST, _BETWEEN_REACH = 120, 4
"""Characters of the longest heading that belongs to the paragraph under it, and pieces up to the paragraph before."""


def _between(seen: Seen, found: Sorted) -> None:
    """A heading or a stretch of code right between kept pieces of one element belongs to them, whatever the scorer thought.

    All 25 headings that this keeps in the benchmark's articles stand in their noted texts. Code is left out of these on
    three pages (-0.0006 on that set); who reads how something is done wants it.
    """
    parents, owners, parts = seen.out.parents, seen.owners, found.parts
    for index in range(found.first + 1, min(found.last - 1, found.first + _MOST_PIECES)):
        around = parents[owners[index]]
        if parts[index] != "furniture" or parts[index + 1] != "body" or around != parents[owners[index + 1]]:
            continue
        before = range(index - 1, max(found.first, index - _BETWEEN_REACH) - 1, -1)
        follows = any(parts[at] == "body" and parents[owners[at]] == around for at in before)
        if follows and index not in seen.comments and (seen.tags[index] == "pre" or _heads(seen, index)):
            parts[index] = "body"


def _heads(seen: Seen, index: int) -> bool:
    """Whether a piece is the heading of the paragraph under it rather than of a box."""
    text = seen.texts[index]
    own = _is_heading(seen, index) and seen.tags[index] != "h1" and seen.linked[index] < _LINKED
    plain = own and len(text) < _BETWEEN_MOST and not _is_heading(seen, index + 1)
    return plain and furniture.reason(text) is None and other_story(text) is None


def _signatures(seen: Seen, found: Sorted, quote: Callable[[int], int]) -> None:
    """The name under a quote that was kept belongs to it."""
    for index in range(max(1, found.first), min(found.last + 1, len(found.parts))):
        signed = seen.texts[index][0] in _DASHES or seen.tags[index] in SIGNING_TAGS
        if found.parts[index] != "furniture" or not signed or found.parts[index - 1] != "body":
            continue
        around = quote(seen.owners[index])
        if around >= 0 and quote(seen.owners[index - 1]) == around:
            found.parts[index] = "body"


def _standing_forms(seen: Seen, found: Sorted) -> None:
    """Notes, lines that point to other stories, furniture by its words: among kept pieces, and notes right after them."""
    for index in range(found.first, min(len(seen.texts), found.last + _NOTES_AFTER, found.first + _MOST_PIECES)):
        text, part = seen.texts[index], found.parts[index]
        if part not in ("body", "furniture"):
            continue
        head = text[:_NOTE_REACH].lower() if len(text) < 600 else ""
        begins = _NOTE_BEGINS.match(head) is not None or "contributed" in head
        if begins and any(word in head for word in _NOTE_WORDS):
            note = furniture.note_kind(text)
            if note is not None:
                found.parts[index] = "correction" if note == "correction" else "credit note"
                continue
        if part != "body" or len(text) > _BOX_MOST or _is_heading(seen, index):
            continue
        aside = furniture.aside(text.lower())
        if aside is not None or _signs_up(text):
            found.parts[index] = aside or "newsletter"
        pointing = len(text) <= _STORY_MOST and seen.linked[index] > _LINKED
        story = other_story(text) if pointing else None
        if story is not None and story[1]:
            found.parts[index] = "story"
            found.stories[index] = story
        elif len(text) <= _LABEL_MOST:
            found.parts[index] = furniture.reason(text) or found.parts[index]


def _signs_up(text: str) -> bool:
    """Whether a line invites to sign up and names what is agreed to by that: articles do one, boxes both."""
    words = text.lower()
    return furniture.invites(words) and furniture.asks_consent(words)


def _is_heading(seen: Seen, index: int) -> bool:
    tag = seen.out.tags[seen.owners[index]]
    return len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()


_PULLED = re.compile(r"pull-?_?(?:quote|out)|blockquote-pull|callout-quote|citation-?exergue|exergue")
_SHORTEST, _SHORTEST_PULLED = 40, 16
"""Characters of a line from which on its words stand in another because it repeats them; fewer where its element says so."""


def _pulled(seen: Seen, index: int) -> bool:
    """Whether the element of a piece, or the one around it, is called a pull quote."""
    owner = seen.owners[index]
    names = f"{seen.out.names[owner]} {seen.out.names[seen.out.parents[owner]] if owner else ''}"
    return _PULLED.search(names.lower()[:500]) is not None


def _pull_quotes(seen: Seen, found: Sorted) -> None:
    """Short kept pieces whose words a longer one nearby says too."""
    body = [index for index, part in enumerate(found.parts) if part == "body"]
    whole = "\n".join([seen.texts[index] for index in body])
    brief = len(whole) < _WHOLE_MOST
    for place, index in enumerate(body[:_MOST_PIECES]):
        text = seen.texts[index].strip("\"“”«»„'‘’ ")
        least = _SHORTEST if len(text) >= _SHORTEST or not _pulled(seen, index) else _SHORTEST_PULLED
        if not least <= len(text) <= 300 or (brief and whole.find(text, whole.find(text) + 1) < 0):
            continue
        near = [other for other in body[max(0, place - 12) : place + 13] if other != index]
        if any(len(seen.texts[other]) > len(text) + 20 and text in seen.texts[other] for other in near):
            found.parts[index] = "duplicate"
            if index + 1 < found.last and found.parts[index + 1] == "body" and seen.tags[index + 1] in SIGNING_TAGS:
                found.parts[index + 1] = "duplicate"


def _contents(seen: Seen, found: Sorted) -> None:
    """A heading over nothing but links within its box heads what was left out, as a table of contents does."""
    out = seen.out
    for index in range(found.first, min(found.last, found.first + _MOST_PIECES)):
        if found.parts[index] != "body" or not _is_heading(seen, index):
            continue
        box = out.parents[seen.owners[index]]
        inside = [at for at in range(out.first[box], min(out.last[box], out.first[box] + 60)) if at != index]
        if len(inside) > 1 and all(found.parts[at] != "body" and seen.linked[at] > _LIST_OF_LINKS for at in inside):
            found.parts[index] = "furniture"


def _edges(seen: Seen, found: Sorted) -> None:
    """What no article begins or ends with: ornaments; at its end also a heading that nothing follows, and a bare day."""
    for index in range(found.first, found.last):
        if found.parts[index] == "body":
            if not ornament(seen.texts[index]):
                break
            found.parts[index] = "furniture"
    for index in range(found.last - 1, -1, -1):
        if found.parts[index] != "body":
            continue
        text = seen.texts[index]
        if not (_is_heading(seen, index) or ornament(text) or _is_day(text)):
            return
        found.parts[index] = "furniture"


_ORNAMENT = re.compile(r"[*•·.~_#=+…⁂◆■□▪\-–—\s]{1,12}")


def ornament(text: str) -> bool:
    """Whether a piece is a few signs that part what stands before from what follows."""
    return len(text) <= 12 and _ORNAMENT.fullmatch(text) is not None


def _is_day(text: str) -> bool:
    """Whether a piece says nothing but a day."""
    if len(text) > _DAY_MOST:
        return False
    rest, dated = datelines.beside_dates(text)
    return dated and not rest.strip(" .,;|()-–—")


def _left_out(seen: Seen, found: Sorted) -> None:
    """Why pieces are left out: what their elements are called, else what they say."""
    label: str | None = None
    for index, part in enumerate(found.parts):
        if part != "furniture":
            label = None if part == "body" else label
            continue
        text, node = seen.texts[index], seen.owners[index]
        reason = "comments" if index in seen.comments else _called(seen, node)
        if reason == "legal":
            reason = _of_foot(seen, index)
        if index >= _MOST_PIECES:
            found.parts[index] = reason or "furniture"
            continue
        if reason is None and len(text) <= _BOX_MOST:
            reason = furniture.reason(text) if len(text) <= _STORY_MOST else None
            reason = reason or ("newsletter" if furniture.invites(text.lower()) else None)
        if reason in (None, "related") and len(text) <= _STORY_MOST and found.first <= index:
            story = other_story(text)
            if story is not None and not story[1]:
                label, reason = story[0], "related"
            elif story is not None and seen.linked[index] > _LINKED:
                found.parts[index] = "story"
                found.stories[index] = story
                continue
            elif story is not None:
                reason = "related"
        if reason in (None, "related") and label and seen.linked[index] > 0.6 and headline_like(text):
            found.parts[index] = "story"
            found.stories[index] = (label, text)
            continue
        found.parts[index] = reason or ("navigation" if seen.linked[index] > 0.6 else "furniture")


def _of_foot(seen: Seen, index: int) -> Reason:
    """What a piece is whose element bears the names of a page's foot: these are those of consent boxes too."""
    node = seen.owners[index]
    for _ in range(3):
        if node >= 0 and _CONSENT_NAMES.search(seen.out.names[node].lower()):
            return "consent"
        node = seen.out.parents[node] if node > 0 else -1
    return "navigation" if seen.linked[index] > 0.6 else "legal"


def _box_titles(seen: Seen, found: Sorted) -> None:
    """A heading or a bold line goes with its box where everything else in it was left out as something else; so does what a box
    for signing up says beside."""
    out = seen.out
    for index in range(found.first, min(len(seen.texts), found.first + _MOST_PIECES)):
        if found.parts[index] not in ("body", "furniture") or len(seen.texts[index]) > _BOX_MOST:
            continue
        piece = out.pieces[index]
        title = len(piece.text) <= _TITLE_MOST and (_is_heading(seen, index) or piece.bold >= len(piece.text))
        box = piece.node
        while box > 0 and out.last[box] - out.first[box] < (2 if title else _SIGN_UP_BOX):
            box = out.parents[box]
        others = [
            found.parts[at] for at in range(out.first[box], min(out.last[box], out.first[box] + 40)) if at != index
        ]
        if box <= 0 or not others:
            continue
        if title and _BOXED.issuperset(others):
            found.parts[index] = _box_reason(set(others), _called(seen, box)) or found.parts[index]
        elif _SIGNING_UP.issuperset(others) and others.count("newsletter") >= _SIGN_UP_BOX - 1:
            found.parts[index] = "newsletter"


def _box_reason(others: set[Part], called: Reason | None) -> Reason | None:
    """What a box's title is by the parts of the rest; that of a mere advert, or of cards that only names call "related", may
    head the text around."""
    if "newsletter" in others:
        return "newsletter"
    if "story" in others:
        return "related"
    return "advert" if "advert" in others and called == "advert" else None


def _called(seen: Seen, node: int) -> Reason | None:
    near, around = seen.near[node], seen.around[node]
    for bit, reason in _BY_NAME:
        if near & bit:
            return reason
    for bit, reason in _BY_TAG:
        if around & bit:
            return reason
    return None


_WALL_MOST, _WALL_LINE = 4, 320
"""Pieces at the body's end that may be a wall's, and characters of such a piece."""


def _wall(seen: Seen, found: Sorted) -> None:
    """What a publisher says to those who have not paid, where the body ends; what stands in one box with it goes, too."""
    for index in range(max(found.first + 1, found.last - _WALL_MOST), min(len(seen.texts), found.last + _NOTES_AFTER)):
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
    inside = box == seen.out.parents[seen.owners[index]] and len(seen.texts[index]) <= _WALL_LINE
    return inside and "body" not in found.parts[seen.out.first[box] : wall]
