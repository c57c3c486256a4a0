"""Lines of scraped text, each given its part: caption, note, other story, furniture.

The scorer says which lines are likely the body; here the trade's standing forms are told apart.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from reader.model import Reason
from reader.parser import asides, captions, furniture
from reader.parser.extent import word_count
from reader.parser.pieces import Piece

# Captions, notes and labels are no longer than these, in characters.
_CAPTION_MOST = 400
_LABEL_MOST = 60
# A caption stands at most so many lines before the body.
CAPTION_BEFORE = 8
_BOX_MOST = 300
_PULLED_LEAST = 25
_HEADING_MOST = 80
# Above the body, a line that points to another story stands at most so many lines before it; a kept one is not longer.
_STORY_BEFORE, _STORY_MOST = 5, 200


@dataclass(slots=True)
class Lines:
    """The lines of a page with what is known about each so far. `said` names the part once it is decided, `stories` the label
    and headline of other stories; `first` and `last` bound the body (last exclusive)."""

    pieces: list[Piece]
    keep: list[bool]
    texts: list[str] = field(init=False)
    said: list[str] = field(init=False)
    stories: dict[int, tuple[str | None, str]] = field(default_factory=dict)
    first: int = 0
    last: int = 0

    def __post_init__(self) -> None:
        self.texts = [piece.text for piece in self.pieces]
        self.said = [""] * len(self.pieces)
        self.bound()

    def bound(self) -> None:
        """Find again where the body begins and ends."""
        kept = [index for index, keep in enumerate(self.keep) if keep and not self.said[index]]
        self.first, self.last = (kept[0], kept[-1] + 1) if kept else (0, 0)

    def text(self, index: int) -> str:
        """A line's words; none beyond the page's end."""
        return self.texts[index] if 0 <= index < len(self.texts) else ""

    def told(self, index: int) -> str:
        """What a line was found to be; nothing beyond the page's end."""
        return self.said[index] if 0 <= index < len(self.said) else ""


def find_captions(lines: Lines) -> None:
    """Mark captions and credits around the body."""
    _find_copies(lines)
    said = lines.said
    for index in range(max(0, lines.first - 2 * CAPTION_BEFORE), min(lines.last + 1, len(said))):
        text = lines.texts[index]
        if said[index] or len(text) >= _CAPTION_MOST:
            continue
        words, credit = captions.split(text)
        if credit is None or (lines.keep[index] and _running(words)):
            continue
        if words or text[0] != "©" or index < lines.last:
            said[index] = "caption" if words else "credit"
    _join_credits(lines)
    _say_once(lines)


def _find_copies(lines: Lines) -> None:
    """Of captions that are said twice the marked-up copy goes."""
    pieces, texts = lines.pieces, lines.texts
    marked = [index for index, piece in enumerate(pieces) if piece.markup]
    seen = Counter(texts) if marked else Counter()
    for index in marked:
        if seen[texts[index]] > 1:
            lines.said[index] = "duplicate caption"
            if lines.text(index + 1) == texts[index] and not pieces[index + 1].markup:
                lines.said[index + 1] = "caption"


def _running(words: str) -> bool:
    """Whether a line reads as several sentences: a paragraph that ends by naming a source."""
    return len(words) > 160 and words.count(". ") > 1


def _join_credits(lines: Lines) -> None:
    """The line before one that only names whose picture it is, is the caption; the one under it, where they stand alone."""
    for index, said in enumerate(lines.said):
        if said != "credit":
            continue
        gap = lines.pieces[index].gap
        if index and not gap and _may_be_caption(lines, index - 1):
            lines.said[index - 1] = "caption"
        elif gap and _gap(lines, index + 1) == 0 and _gap(lines, index + 2) and _may_be_caption(lines, index + 1):
            lines.said[index + 1] = "caption"


def _gap(lines: Lines, index: int) -> int:
    """Empty lines before a line; some at the page's end."""
    return lines.pieces[index].gap if index < len(lines.pieces) else 1


def _may_be_caption(lines: Lines, index: int) -> bool:
    text = lines.text(index)
    if lines.told(index) or not 0 < len(text) < _CAPTION_MOST or _running(text):
        return False
    return furniture.reason(text) is None


def _say_once(lines: Lines) -> None:
    shown: set[str] = set()
    for index, said in enumerate(lines.said):
        if said == "caption":
            if lines.texts[index] in shown:
                lines.said[index] = "duplicate caption"
            shown.add(lines.texts[index])


def find_furniture(lines: Lines) -> None:
    """Mark lines whose words say that they are furniture, notes, or point to other stories."""
    for index, said in enumerate(lines.said):
        if not said:
            lines.said[index] = _by_words(lines, index)


def _by_words(lines: Lines, index: int) -> str:
    """What a line is by its words and its place; "" if these do not tell."""
    text, keep = lines.texts[index], lines.keep[index]
    note = furniture.note_kind(text) if lines.first <= index <= lines.last + 4 else None
    if note is not None:
        return note
    if keep and len(text) <= _BOX_MOST and (aside := asides.aside(text.lower())) is not None:
        return aside
    if keep and len(text) > _STORY_MOST:
        return ""
    story = other_story(text) if index >= lines.first - _STORY_BEFORE else None
    if story is not None and story[1]:
        lines.stories[index] = story
        return "related"
    if keep and len(text) > _LABEL_MOST:
        return ""
    return furniture.reason(text) or ("newsletter" if not keep and _in_box(lines, index) else "")


def _in_box(lines: Lines, index: int) -> bool:
    """Whether a line is of a box that asks for an address: what invites, or what it asks to agree to under it."""
    text = lines.texts[index]
    if len(text) > _BOX_MOST:
        return False
    words = text.lower()
    below = not lines.pieces[index].gap and lines.told(index - 1) == "newsletter"
    return furniture.invites(words) or (below and furniture.asks_consent(words))


@lru_cache(maxsize=4096)
def other_story(text: str) -> tuple[str, str] | None:
    """The label and the headline (empty if it follows on the next line) of a line that points to another story."""
    head, colon, title = text.partition(":")
    if colon and len(head) <= _LABEL_MOST and title.strip():
        named = furniture.related_label(head.strip())
        if named is not None and not named[1]:
            bracketed = text[0] in "[("
            return (named[0].strip("[( "), title.strip(" ])")) if bracketed else (named[0], title.strip())
    return furniture.related_label(text)


def find_related(lines: Lines) -> None:
    """A label between paragraphs, or after the body, and the headlines under it are other stories.

    After the last sentence they are, kept or not: headlines under a label end no article. So they are under a label that
    can mean nothing else.
    """
    label, plainly = "", False
    told = next((index for index in reversed(range(lines.first, lines.last)) if _tells(lines, index)), lines.last)
    for index in range(lines.first, len(lines.pieces)):
        text, said, kept = lines.texts[index], lines.said[index], lines.keep[index] and index <= told
        if said in ("", "related") and furniture.points_away(text) and headline_like(lines.text(index + 1)):
            label, plainly = text.strip(" :：»›…"), True
            lines.said[index] = "label"
            continue
        named = None if (kept and not said) or len(text) > _LABEL_MOST else other_story(text)
        if named is not None and not named[1] and _announces(lines, index, told):
            label, plainly = named[0], False
            lines.said[index] = "label"
        elif not label or said == "related":
            continue
        elif said or (kept and not plainly) or not headline_like(text) or _apart(lines, index):
            label = ""
        else:
            lines.said[index] = "related"
            lines.stories[index] = (label, text)


def _apart(lines: Lines, index: int) -> bool:
    """Whether an empty line stands before a line, which is not right under a label."""
    return lines.pieces[index].gap > 0 and lines.told(index - 1) != "label"


def _tells(lines: Lines, index: int) -> bool:
    """Whether a line of the body is a sentence rather than a headline."""
    text = lines.text(index)
    return lines.keep[index] and not lines.said[index] and (len(text) > 160 or not headline_like(text))


def _announces(lines: Lines, index: int, told: int) -> bool:
    """Whether the line under a label is a headline that is no part of the body; behind `told` none is."""
    under = index + 1
    if under >= len(lines.pieces) or lines.pieces[under].gap or lines.said[under]:
        return False
    if lines.keep[under] and under <= told:
        return False
    return headline_like(lines.text(under))


def headline_like(text: str) -> bool:
    """Whether a line reads as the headline of a story."""
    plain = not text.isupper() and not text.endswith((".", ":", "。", "："))
    return plain and 3 <= word_count(text) <= 30 and len(text) < 200


def spread_reasons(lines: Lines) -> None:
    """After the body, the lines under a comments line are comments, a title over a sign-up box belongs to it."""
    running = False
    for index in range(lines.last, len(lines.pieces)):
        said = lines.said[index]
        if said == "comments":
            running = True
        elif said in ("legal", "label", "related", "navigation", "newsletter"):
            running = False
        elif running and not said:
            lines.said[index] = "comments"
        if not said and lines.text(index).isupper() and lines.told(index + 1) == "newsletter":
            lines.said[index] = "newsletter"


def find_repeated(lines: Lines) -> None:
    """A short kept line whose words a longer one nearby says too is a pull quote."""
    kept = [index for index in range(lines.first, lines.last) if lines.keep[index] and not lines.said[index]]
    texts = [lines.pieces[index].text for index in kept]
    for place, text in enumerate(texts):
        if not _PULLED_LEAST < len(text) < _BOX_MOST:
            continue
        words = text.strip('“”"«»„ ')
        near = [other for other in texts[max(0, place - 12) : place + 13] if len(other) > len(text) + 2]
        if words and words in "\n".join(near):
            lines.said[kept[place]] = "duplicate"


_LAST_WORDS = 3
"""Lines behind the body that may be its end, where the text ends with them."""
_ENDS = (".", "!", "?", "…", "”", '"', "»", "。", "！", "？")


def find_last_words(lines: Lines) -> None:
    """Keep short sentences with which a text ends: behind them a page has its foot, what somebody pasted has not."""
    _find_last_paragraph(lines)
    tail = range(lines.last, len(lines.pieces))
    if not (lines.last and 0 < len(tail) <= _LAST_WORDS):
        return
    before = {lines.text(index) for index in range(lines.last)}
    if all(lines.text(index) not in before and _is_said(lines, index) for index in tail):
        for index in tail:
            lines.keep[index] = True


_PARAGRAPH = 80
"""Characters of the shortest line that goes on like the paragraphs before it."""


def _find_last_paragraph(lines: Lines) -> None:
    """Keep what goes on right behind the body as the paragraphs before it do, set apart as they are."""
    index = lines.last
    if index < 2 or index >= len(lines.pieces) or len(lines.text(index)) < _PARAGRAPH:
        return
    alike = lines.pieces[index].gap == lines.pieces[index - 1].gap == lines.pieces[index - 2].gap
    above = [at for at in range(max(0, index - 3), index) if lines.keep[at] and len(lines.text(at)) > _PARAGRAPH]
    if alike and len(above) > 1 and _is_said(lines, index) and lines.text(index) not in lines.texts[:index]:
        lines.keep[index] = True
        lines.bound()


def _is_said(lines: Lines, index: int) -> bool:
    """Whether a line that was left out reads as a sentence, and as nothing that stands around an article."""
    text = lines.text(index)
    return (
        not lines.said[index]
        and text.endswith(_ENDS)
        and (word_count(text) > _LAST_WORDS or lines.text(index - 1).endswith("?"))
        and not text.isupper()
        and furniture.reason(text) is None
    )


def find_author_note(lines: Lines) -> None:
    """The last kept lines are none of the body where they only say who the author is."""
    for index in range(lines.last - 1, lines.first, -1):
        if lines.keep[index] and not lines.said[index]:
            if not furniture.tells_author(lines.text(index)):
                return
            lines.said[index] = "author box"


def find_headings(lines: Lines) -> None:
    """Keep a short line that stands apart, with empty lines around it, between paragraphs that are kept."""
    for index in range(lines.first + 1, lines.last - 1):
        if lines.keep[index] or lines.said[index] or not lines.pieces[index].gap or not lines.pieces[index + 1].gap:
            continue
        before = index - 1
        while before > lines.first and lines.said[before]:
            before -= 1
        text = lines.text(index)
        short = 2 < len(text) < _HEADING_MOST and not text.endswith((".", ":", ","))
        if short and lines.keep[before] and lines.keep[index + 1] and len(lines.text(index + 1)) > _HEADING_MOST:
            lines.keep[index] = True


def find_wall(lines: Lines) -> str | None:
    """The line at which a publisher stops those who have not paid, if the body ends there."""
    for index in range(lines.last, min(len(lines.pieces), lines.last + 6)):
        if lines.said[index] == "paywall":
            return lines.text(index)
    return None


def reason_of(lines: Lines, index: int) -> Reason:
    """Why a line that nothing explains was left out."""
    if index < lines.first and len(lines.text(index)) < _LABEL_MOST:
        return "navigation"
    return "furniture"
