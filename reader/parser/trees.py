"""An HTML tree to an article: which pieces are the body, what the rest is."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from selectolax.lexbor import LexborHTMLParser

from reader.model import Article, Block
from reader.parser import headline, markup, structure
from reader.parser.bylines import person
from reader.parser.digest import digest
from reader.parser.furniture import note_kind
from reader.parser.heads import Head
from reader.parser.judging import choose
from reader.parser.letters import Letterhead, said_in
from reader.parser.portions import Part, Sorted
from reader.parser.seen import Seen, Told, see
from reader.parser.sorting import sort
from reader.parser.unrendered import SHOWN_MOST, carried

_SIGNATURE_MOST = 160
"""Characters of the longest line that says nothing but who wrote and when."""


def _names_helpers(text: str) -> bool:
    """Whether a line that signs names others, too: "Reporting by Jane Doe; editing by Ann Poe"."""
    return ";" in text and note_kind(text) is not None


def _known(seen: Seen, head: Head, summary: Set[int], pictured: Set[int]) -> dict[int, Part]:
    """Pieces that only say what the head or the publisher's summary says. A caption or a paragraph that names the author
    says more than that; a headline is said once, and again where it is repeated."""
    known: dict[int, Part] = dict.fromkeys(summary, "head")
    shown: set[str] = set()
    for index, what in sorted(head.said.items()):
        whole = what in ("title", "standfirst")
        text = seen.texts[index]
        if index in pictured or (not whole and (len(text) > _SIGNATURE_MOST or _names_helpers(text))):
            continue
        known[index] = "duplicate" if whole and what in shown else "head"
        shown.add(what)
    return known


_LABEL_MOST = 8
"""Characters of the longest label of a name that stands alone, and of signs around both."""
_NOTE_MOST, _NOTE_LINES = 400, 4
"""Characters of the longest note on who the author is, and the kept pieces at either end of a story among which it stands."""
_TELLS = re.compile(
    r"(?:is|was|has|teaches|writes|covers|reports|works|lives|joined|serves|leads|ist|schreibt|arbeitet|lehrt|leitet|"
    r"est|es|è|jest|é)\b"
)
_ADDRESSED = re.compile(r"(?:by |dr\.? |prof\.? |mr\.? |ms\.? |mrs\.? |von |par |por |di )+", re.IGNORECASE)
_SIGNS = "—–-_*•() "


def _author_notes(seen: Seen, keep: Sequence[bool], names: Sequence[str]) -> dict[int, Part]:
    """Kept pieces that say no more than who wrote: a name alone, as over each entry of a live blog, and at either end of the
    story who that is."""
    names = [name for name in names if person(name)]
    kept = [index for index, each in enumerate(keep) if each] if names else []
    ends, found = {*kept[:_NOTE_LINES], *kept[-_NOTE_LINES:]}, dict[int, Part]()
    alone = max(map(len, names), default=0) + _LABEL_MOST
    for index in kept:
        text = seen.texts[index]
        if len(text) > alone and (index not in ends or len(text) > _NOTE_MOST):
            continue
        if seen.tags[index] in _HELD:
            continue
        text = text.strip(_SIGNS)
        addressed = _ADDRESSED.match(text)
        text = text[addressed.end() :] if addressed else text
        for name in names:
            calls = [name, name.split()[-1]] if addressed else [name]
            said = next((call for call in calls if text.startswith(call)), None)
            behind = text[len(said) :] if said is not None else "?"
            rest = behind.lstrip(" ,") if behind[:1] in ("", " ", ",") else "?"
            told = index in ends and (_TELLS.match(rest) or (index in kept[-2:] and rest[:1].islower()))
            if (not rest or told) and not seen.out.quoted(index):
                found[index] = "author box"
    return found


_HELD = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dt", "dd", "pre"])
"""Elements in which a name is somebody's who is spoken of."""


def _unshown(tree: LexborHTMLParser, seen: Seen, found: Sorted, head: Head, base: str | None) -> tuple[Block, ...]:
    """The text that a page carries but does not show: instead of what it shows, which is left out then."""
    body, size = list[int](), 0
    for index in range(found.first, found.last):
        if found.parts[index] == "body":
            body.append(index)
            size += len(seen.texts[index])
            if size >= SHOWN_MOST:  # as most pages
                return ()
    blocks = carried(tree, head, base) if found.wall is None else ()
    for index in body if blocks else ():
        found.parts[index] = "furniture"
    return blocks


def read_tree(tree: LexborHTMLParser, url: str | None, letter: Letterhead | None = None) -> Article:
    """The article in an HTML tree; of a letter, all that it says but what goes with each."""
    body = tree.body
    if body is None:
        return Article("", url=url)
    out = markup.outline(body)
    head = headline.read_head(tree, out, url, letter.subject if letter is not None else "")
    summary, used = digest(out.pieces, out) if letter is None else (None, set[int]())  # "In brief" are further news
    seen = see(out, Told(head.title, head.description, head.body))
    frames = structure.Frames(out)
    pictures = structure.pictured(out, frames)
    known = _known(seen, head, used, pictures.keys())
    keep, standfirst = choose(seen) if letter is None else said_in(seen), head.standfirst
    if head.teaser is not None and keep[head.teaser] and head.teaser not in known:
        standfirst, known[head.teaser] = seen.texts[head.teaser], "head"
    known = _author_notes(seen, keep, head.byline) | known
    found = sort(seen, keep, known, set(pictures), frames.quote)
    unshown = _unshown(tree, seen, found, head, url or head.url)
    parts = structure.Builder(out, found, frames, pictures, url or head.url).build()
    return Article(
        head.title,
        unshown or tuple(parts.blocks),
        standfirst,
        head.byline,
        head.published,
        head.updated,
        head.publisher,
        head.section,
        head.url,
        head.language,
        summary,
        tuple(parts.related),
        tuple(parts.notes),
        found.wall,
        tuple(parts.removed),
    )
