"""Where an article begins and ends, and what between its paragraphs belongs to them: headings, code, ornaments."""

from __future__ import annotations

import re

from reader.parser import datelines, furniture
from reader.parser.lines import other_story
from reader.parser.portions import LINKED, MOST_PIECES, Sorted, is_heading
from reader.parser.seen import Seen

_DAY_MOST = 40
"""Characters of the longest line that is only a day."""
_BETWEEN_MOST, _BETWEEN_REACH = 120, 4
"""Characters of the longest heading that belongs to the paragraph under it, and pieces up to the paragraph before."""


def between(seen: Seen, found: Sorted) -> None:
    """A heading, a term or code right between kept pieces of one element belongs to them, whatever the scorer thought.

    All 27 headings that this keeps in the benchmark's articles stand in their noted texts. Code is left out of these on
    three pages (-0.0006 on that set); who reads how something is done wants it.
    """
    parents, owners, parts = seen.out.parents, seen.owners, found.parts
    for index in range(found.first + 1, min(found.last - 1, found.first + MOST_PIECES)):
        around = parents[owners[index]]
        if parts[index] != "furniture" or parts[index + 1] != "body":
            continue
        if _heads_box(seen, found, index):
            parts[index] = "body"
        if not _within(seen, owners[index + 1], around):
            continue
        before = range(index - 1, max(found.first, index - _BETWEEN_REACH) - 1, -1)
        follows = any(parts[at] == "body" and parents[owners[at]] == around for at in before)
        if follows and index not in seen.comments and (seen.tags[index] in ("pre", "dt") or _heads(seen, index)):
            parts[index] = "body"


_BOX_MOST = 60


def _heads_box(seen: Seen, found: Sorted, index: int) -> bool:
    """Whether a heading, or what opens a text by a press, stands first in a box of which all else was kept."""
    out, box = seen.out, seen.owners[index]
    if index in seen.comments or not (seen.tags[index] == "summary" or _heads(seen, index)):
        return False
    while box > 0 and out.last[box] - out.first[box] < 2:
        box = out.parents[box]
    inside = range(index + 1, min(out.last[box], index + _BOX_MOST))
    return box > 0 and out.first[box] == index and all(found.parts[at] == "body" for at in inside)


_DEPTH = 4
"""Elements around the first item of a list, and the first cell of a table, up to what holds the list or the table."""


def _within(seen: Seen, node: int, around: int) -> bool:
    """Whether an element stands in another, right or as the first of its list or table."""
    parents, first = seen.out.parents, seen.out.first[node]
    for _ in range(_DEPTH):
        node = parents[node]
        if node == around or node < 0:
            return node == around
        if seen.out.first[node] != first:
            return False
    return False


_CODE_MOST = 1_500


def code_behind(seen: Seen, found: Sorted) -> None:
    """Code behind the last paragraph, in one element with it, is the article's: manuals end with it."""
    for index in range(found.last, min(found.last + _BETWEEN_REACH, len(found.parts))):
        text = seen.texts[index]
        told = len(text) < _CODE_MOST and not text.startswith("{")  # no copy of the page, no state of its scripts
        if found.parts[index] == "furniture" and seen.tags[index] == "pre" and told and index not in seen.comments:
            node = seen.owners[index]
            for _ in range(_DEPTH):
                node = seen.out.parents[node]
                if node < 0:
                    break
                if seen.out.first[node] < found.last - 1:
                    found.parts[index] = "body"
                    break


_EMBED = re.compile(
    r"(?:mastodon|bluesky|threads)-embed|twitter-tweet|tweet-embed|instagram-media|tiktok-embed|fb-post"
)
_EMBED_LABEL = re.compile(
    r"^\W*(?:view (?:this|more) |a (?:post|video|photo) shared by|ein beitrag geteilt|"
    r"une publication partagée|sieh dir |voir cette |♬)"
    r"|^@\S+$",
    re.IGNORECASE,
)
# "…it could take… https://…": the beginning of a longer post, which stands elsewhere.
_CUT_OFF = re.compile(r"…\s*https?://\S+$")
_POST_LEAST = 16
"""Characters from which a line of an embedded post is what it says; shorter ones go with those before."""


def embedded(seen: Seen, found: Sorted) -> None:
    """What an embedded post between kept pieces says belongs to the story."""
    for index in range(found.first + 1, min(found.last - 1, found.first + MOST_PIECES)):
        node = seen.owners[index]
        if found.parts[index] not in ("furniture", "navigation"):
            continue
        for _ in range(3):
            if node < 0 or seen.out.tags[node] == "blockquote":
                break
            node = seen.out.parents[node]
        said = len(seen.texts[index]) >= _POST_LEAST or found.parts[index - 1] == "body"
        if not (node >= 0 and said and _EMBED.search(seen.out.names[node])) or _EMBED_LABEL.search(seen.texts[index]):
            continue
        if not any(_CUT_OFF.search(text) for text in seen.texts[seen.out.first[node] : seen.out.last[node]]):
            found.parts[index] = "body"


def _heads(seen: Seen, index: int) -> bool:
    """Whether a piece is the heading of the paragraph under it rather than of a box."""
    text = seen.texts[index]
    own = is_heading(seen, index) and seen.tags[index] != "h1" and seen.linked[index] < LINKED
    plain = own and len(text) < _BETWEEN_MOST and not is_heading(seen, index + 1)
    return plain and furniture.reason(text) is None and other_story(text) is None


def edges(seen: Seen, found: Sorted) -> None:
    """What no article begins or ends with: ornaments; before it numbers alone and lines that only say when, at its end a
    heading that nothing follows, a bare day, and who the author is."""
    for index in range(found.first, found.last):
        if found.parts[index] == "body":
            line = ornament(seen.texts[index]) or seen.texts[index].isdigit() or _dates(seen, found, index)
            if not (line or _over(seen, index) or _leads_away(seen, index)):
                break
            found.parts[index] = "furniture"
    for index in range(found.last - 1, -1, -1):
        if found.parts[index] != "body":
            continue
        text = seen.texts[index]
        signed = furniture.tells_author(text) or _INITIALS.fullmatch(text) is not None
        if not (is_heading(seen, index) or ornament(text) or _is_day(text) or signed):
            return
        found.parts[index] = "furniture"


# "mk/bfi/swi", "(jm/dpa)", "(Redaktion: jm)": how agencies and their customers sign.
_INITIALS = re.compile(
    r"[a-zäöüß]{2,5}(?:[/-][a-zäöüß]{2,5}){1,5}|[(（][a-zäöüß]{2,5}(?:[/,] ?[a-zäöüß]{2,7}){0,4}[)）]"
    r"|[(（]?(?:redaktion|red\.)[:：] ?\w{2,20}[)）]?|（(?:记者 ?|記者 ?)?[\u4e00-\u9fff]{2,6}）",
    re.IGNORECASE,
)
_OVERLINE = re.compile(r"kicker|over-?line|top-?line|over-?title|dachzeile|surtitre|cintillo|antetitulo|occhiello")
_OVERLINE_MOST = 80


_LINKS, _ALL = 3, 0.8
"""Links of the shortest menu on one line, and their share of its characters."""


def _leads_away(seen: Seen, index: int) -> bool:
    """Whether a line before the story is nothing but several links."""
    return seen.linked[index] > _ALL and seen.out.pieces[index].links >= _LINKS


def _over(seen: Seen, index: int) -> bool:
    """Whether a line before the story is called what stands over a headline."""
    names = seen.out.names[seen.owners[index]]
    return len(seen.texts[index]) < _OVERLINE_MOST and bool(names) and _OVERLINE.search(names.lower()[:200]) is not None


_ORNAMENT = re.compile(r"[*•·.~_#=+…⁂◆■□▪\-–—\s]{1,12}")


def ornament(text: str) -> bool:
    """Whether a piece is a few signs that part what stands before from what follows."""
    return _ORNAMENT.fullmatch(text) is not None


_DATE_LINE = 100
"""Characters of the longest line before a story that says no more than when it was published and changed."""


def _dates(seen: Seen, found: Sorted, index: int) -> bool:
    """Whether a line before the story says nothing but when it was published; an hour dates a live blog's first entry."""
    text = seen.texts[index]
    if len(text) > _DATE_LINE or not any(sign.isdigit() for sign in text) or is_heading(seen, index):
        return False
    if datelines.is_hour(text):
        return not any(map(datelines.is_hour, seen.texts[index + 1 : min(found.last, index + 60)]))
    rest, dated = datelines.beside_dates(text)
    return dated and sum([len(word) > 2 for word in datelines.without_labels(rest).split()]) < 2


def _is_day(text: str) -> bool:
    """Whether a piece says nothing but a day."""
    if len(text) > _DAY_MOST:
        return False
    rest, dated = datelines.beside_dates(text)
    return dated and not rest.strip(" .,;|()-–—")
