"""Where a passage stands now, in words: as it was, moved, reworded with both wordings, or gone. Pure."""

from __future__ import annotations

from reader.model import Article, Passage, Place
from reader.text.clean import one_line
from reader.tui.list_rows import cut


def told(passage: Passage, article: Article | None, room: int, dots: str) -> str:
    """What became of a passage since it was marked; empty where it stands as it did. At most so many cells wide."""
    if passage.state == "gone":
        return "no longer in the article"
    if passage.state == "moved":
        return "moved within the article"
    if passage.state == "reworded":
        if article is None:
            return "reworded since"
        was, now = _differing(one_line(passage.quote), one_line(words_at(passage, article)))
        half = max(8, (room - 14) // 2)
        return f"was “{cut(was, half, dots)}” is “{cut(now, half, dots)}”"
    return ""


def words_at(passage: Passage, article: Article) -> str:
    """The words that stand where a passage is now."""
    return "\n".join(_text(article, it)[it.start : it.end] for it in passage.places)


def _text(article: Article, place: Place) -> str:
    """The part of an article in which a place is; not by way of all parts, for this is asked for each passage."""
    if place.part in ("title", "standfirst"):
        return article.title if place.part == "title" else article.standfirst or ""
    if place.index >= len(article.blocks):
        return ""
    block = article.blocks[place.index]
    return block.text if place.part == "block" else block.caption or ""


def _differing(was: str, now: str) -> tuple[str, str]:
    """Both wordings from shortly before the first word to shortly behind the last in which they differ."""
    old, new = was.split(" "), now.split(" ")
    least = min(len(old), len(new))
    head = next((n for n in range(least) if old[n] != new[n]), least)
    tail = next((n for n in range(least - head) if old[-1 - n] != new[-1 - n]), least - head)
    first = max(0, head - 1)
    if head + tail >= len(old) and head + tail >= len(new):
        return was, now
    return " ".join(old[first : len(old) - tail + 1]), " ".join(new[first : len(new) - tail + 1])
