"""Each piece of an HTML page gets its part: body, caption, note, other story, or a reason why it is left out.

The scorer says what is likely the body; what publishers say in standing forms, and where, tells the rest apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.model import Reason
from reader.parser import asides, furniture
from reader.parser.boxes import box_titles, contents, forms, unshown, wall
from reader.parser.edges import between, code_behind, edges, embedded
from reader.parser.footnotes import footnotes
from reader.parser.lines import headline_like, other_story
from reader.parser.portions import BOX_MOST, LINKED, MOST_PIECES, NOTES_AFTER, Part, Sorted, called, is_heading
from reader.parser.repeats import repeats
from reader.parser.seen import Seen
from reader.parser.threads import threads

_LABEL_MOST = 60
"""Characters of the longest label: longer kept pieces are text, whatever they begin with."""
_STORY_MOST = 200
_LINK_ALONE = 0.9
"""Share of linked characters from which a line is a link and nothing else."""
_MOST_STORIES = 30
"""Links that stand under one label."""
_NOTE_REACH = 100
"""Characters of a note within which it says that it is one."""
# "1 of 12", "3/10" over the slides of a gallery.
_COUNTS = re.compile(r"\d{1,3}\s*(?:of|von|sur|de|di|van|z|из|/)\s*\d{1,3}")
_COUNT_MOST = 12
_CELLS = frozenset(("td", "th", "li", "pre", "dd", "dt"))
"""Elements in which "2 of 3" is an amount."""
_CONSENT_NAMES = re.compile(
    r"cookie|consent|gdpr|\brodo\b|\bcmp\b|qc-cmp|onetrust|usercentrics|didomi|iubenda|cybot|cmplz|klaro|borlabs"
)
_CAPTION_MOST = 500
_CAPTION_BEFORE = 12
"""Pieces before the body's first in which its lead picture stands."""
_WHOLE_MOST = 100_000
"""Characters of a body that is searched as a whole for what is said twice."""
_DASHES = "—–―-"
SIGNING_TAGS = frozenset(("footer", "figcaption", "cite"))
"""Elements that name who is quoted."""
# How notes begin, in lower case, but those that name a contribution.
_NOTE_BEGINS = re.compile(
    r"\W*(?:das |die fragen |propos |interview|texto |associated |corre|corri|clarif|editor|updat|this |an earlier|"
    r"a previous|additional|with |reporting|writing|editing|korrektur|anmerkung|hinweis"
    r"|mitarbeit|unter mit|in e|une |una |uma |rect|rett|errat|fe de|avec |collab|con |com |met |medew|sprost|quelle|"
    r"source|fuente|fonte|fonti|bron|źród|источ|kaynak|المصدر|מקור|स्रोत|来源|來源|출처|a version)"
)
# One of these stands in every note: looked for one by one they cost a fifth of a pattern of them all.
_NOTE_WORDS = (
    *"clarif editor updat version report writing contribut input files assistance from mitarbeit korrektur "
    "anmerkung hinweis".split(),
    *"gespräch interview fragen propos".split(),
    *"fassung rectif avec rettific errat correc corrig collabora colabora medewerking sprostowan erreur".split(),
    *"quelle source fuente fonte fonti bron źród источник publish appear kaynak المصدر מקור स्रोत 来源 來源 출처".split(),
    "con informa",
    "com informa",
)


def sort(
    seen: Seen, keep: list[bool], known: dict[int, Part], pictured: set[int], quote: Callable[[int], int]
) -> Sorted:
    """Give each piece its part. Of `known` pieces it is said already; `pictured` ones stand by a picture; `quote` tells
    which quote is around an element, -1 where there is none."""
    found = Sorted([known.get(index, "body" if kept else "furniture") for index, kept in enumerate(keep)])
    found.bound()
    threads(seen, found)
    unshown(seen, found)
    found.bound()
    repeats(seen, found)
    found.bound()
    _captions(seen, found, pictured, quote)
    _signatures(seen, found, quote)
    _standing_forms(seen, found)
    footnotes(seen, found)
    found.bound()
    between(seen, found)
    code_behind(seen, found)
    embedded(seen, found)
    _pull_quotes(seen, found)
    contents(seen, found)
    forms(seen, found)
    edges(seen, found)
    found.bound()
    _left_out(seen, found)
    box_titles(seen, found)
    found.bound()
    wall(seen, found)
    edges(seen, found)
    found.bound()
    return found


def _captions(seen: Seen, found: Sorted, pictured: set[int], quote: Callable[[int], int]) -> None:
    """Short pieces by a picture of the body are its caption, whatever the scorer thought of them; but a quote that was kept is
    one, beside a picture of who said it too."""
    for index in pictured:
        near = found.last and found.first - _CAPTION_BEFORE <= index <= found.last
        if not near or len(seen.texts[index]) >= _CAPTION_MOST:
            continue
        part = found.parts[index]
        said = seen.tags[index] not in SIGNING_TAGS and quote(seen.owners[index]) >= 0
        if part == "furniture" or (part == "body" and not said):
            found.parts[index] = "caption" if furniture.reason(seen.texts[index]) != "share" else "share"


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
    stop = min(len(seen.texts), found.last + NOTES_AFTER, found.first + MOST_PIECES)
    hinted = asides.hints("\n".join([text for text in seen.texts[found.first : stop] if len(text) <= BOX_MOST]).lower())
    for index in range(found.first, stop):
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
        if part != "body" or len(text) > BOX_MOST:
            continue
        if len(text) <= _LABEL_MOST and _labels(seen, found, index):
            continue
        words = text.lower()
        aside = asides.aside(words, hinted)
        counts = len(text) <= _COUNT_MOST and _COUNTS.fullmatch(text) is not None
        if is_heading(seen, index) or (counts and "/" not in text and seen.tags[index] not in _CELLS):
            if counts or aside == "share":
                found.parts[index] = "navigation"
            continue
        if aside is not None or _signs_up(words):
            found.parts[index] = aside or "newsletter"
        pointing = len(text) <= _STORY_MOST and seen.linked[index] > LINKED
        story = other_story(text) if pointing else None
        if story is not None and story[1]:
            found.parts[index] = "story"
            found.stories[index] = story
        elif len(text) <= _LABEL_MOST:
            found.parts[index] = furniture.reason(text) or found.parts[index]


def _labels(seen: Seen, found: Sorted, index: int) -> bool:
    """Whether a kept line is the label of other stories, links that follow it: they go with it."""
    story = other_story(seen.texts[index])
    if story is None or story[1]:
        return False
    end, stop = index + 1, min(len(seen.texts), index + 1 + _MOST_STORIES)
    while end < stop and seen.linked[end] > _LINK_ALONE and headline_like(seen.texts[end]):
        end += 1
    if end == index + 1:
        return False
    found.parts[index] = "related"
    for at in range(index + 1, end):
        found.parts[at] = "story"
        found.stories[at] = (story[0], seen.texts[at])
    return True


def _signs_up(words: str) -> bool:
    """Whether a line in lower case invites to sign up and names what is agreed to by that: articles do one, boxes both. That
    a line speaks of e-mail is not enough: of one article on the subject eight paragraphs went."""
    return furniture.names_terms(words) and furniture.invites(words)  # in this order: the shorter list first


_PULLED = re.compile(r"pull-?_?(?:quote|out)|blockquote-pull|callout-quote|citation-?exergue|exergue")
_UNPULLED = frozenset("h1 h2 h3 h4 h5 h6 pre li td th dt dd".split())
"""Elements whose words stand in the text again without being pulled out of it, unless in a quote."""
_SHORTEST, _SHORTEST_PULLED = 40, 16
"""Characters of a line from which on its words stand in another because it repeats them; fewer where its element says so."""


def _pulled(seen: Seen, index: int) -> bool:
    """Whether the element of a piece, or one of the two around it, is called a pull quote."""
    node = seen.owners[index]
    for _ in range(3):
        if node < 0:
            break
        if _PULLED.search(seen.out.names[node].lower()[:500]) is not None:
            return True
        node = seen.out.parents[node]
    return False


def _beside(seen: Seen, index: int, other: int) -> bool:
    """Whether two pieces stand side by side in elements of one kind, or are one."""
    out, first, second = seen.out, seen.owners[index], seen.owners[other]
    alike = out.tags[first] == out.tags[second] and out.names[first] == out.names[second]
    return index == other or (alike and first != second and out.parents[first] == out.parents[second])


def _pull_quotes(seen: Seen, found: Sorted) -> None:
    """Short kept pieces whose words a longer one nearby says too. Paragraphs of one kind may repeat each other."""
    body = [index for index, part in enumerate(found.parts) if part == "body"]
    whole = "\n".join([seen.texts[index] for index in body])
    brief = len(whole) < _WHOLE_MOST
    for place, index in enumerate(body[:MOST_PIECES]):
        if seen.tags[index] in _UNPULLED and not seen.out.quoted(index):
            continue
        text = seen.texts[index].strip("\"“”«»„'‘’ ")
        least = _SHORTEST if len(text) >= _SHORTEST or not _pulled(seen, index) else _SHORTEST_PULLED
        if not least <= len(text) <= 300 or (brief and whole.find(text, whole.find(text) + 1) < 0):
            continue
        near = [other for other in body[max(0, place - 12) : place + 13] if not _beside(seen, index, other)]
        if any(len(seen.texts[other]) > len(text) + 20 and text in seen.texts[other] for other in near):
            found.parts[index] = "duplicate"
            if index + 1 < found.last and found.parts[index + 1] == "body" and seen.tags[index + 1] in SIGNING_TAGS:
                found.parts[index + 1] = "duplicate"


def _left_out(seen: Seen, found: Sorted) -> None:
    """Why pieces are left out: what their elements are called, else what they say."""
    label: str | None = None
    parts, linked = found.parts, seen.linked
    for index, (part, text, node) in enumerate(zip(parts, seen.texts, seen.owners, strict=True)):
        if part != "furniture":
            label = None if part == "body" else label
            continue
        reason = "comments" if index in seen.comments else called(seen, node)
        if reason == "legal":
            reason = _of_foot(seen, index)
        if index >= MOST_PIECES:
            parts[index] = reason or "furniture"
            continue
        if reason is None and len(text) <= BOX_MOST:
            reason = furniture.reason(text) if len(text) <= _STORY_MOST else None
            reason = reason or ("newsletter" if furniture.invites(text.lower()) else None)
        if reason in (None, "related") and len(text) <= _STORY_MOST and found.first <= index:
            story = other_story(text)
            if story is not None and not story[1]:
                label, reason = story[0], "related"
            elif story is not None and linked[index] > LINKED:
                parts[index] = "story"
                found.stories[index] = story
                continue
            elif story is not None:
                reason = "related"
        if reason in (None, "related") and label and linked[index] > 0.6 and headline_like(text):
            parts[index] = "story"
            found.stories[index] = (label, text)
            continue
        parts[index] = reason or ("navigation" if linked[index] > 0.6 else "furniture")


def _of_foot(seen: Seen, index: int) -> Reason:
    """What a piece is whose element bears the names of a page's foot: these are those of consent boxes too."""
    node = seen.owners[index]
    for _ in range(3):
        if node >= 0 and _CONSENT_NAMES.search(seen.out.names[node].lower()):
            return "consent"
        node = seen.out.parents[node] if node > 0 else -1
    return "navigation" if seen.linked[index] > 0.6 else "legal"
