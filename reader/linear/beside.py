"""What is told beside the story, in words: who wrote it, whose picture it is, what was corrected."""

from __future__ import annotations

from reader.model import Article, Note, Place


def names(article: Article) -> str:
    """Who wrote it."""
    return f"By {', '.join(article.byline)}" if article.byline else ""


def endnote(note: Note) -> str:
    """A correction or credit below the article."""
    return f"{note.kind.capitalize()}: {note.text}"


def told_beside(article: Article, place: Place, paragraph: str) -> str:
    """What is told at a place beside the story, near a paragraph so named; nothing for the story itself, nor for the
    author of a quote, who is told with it."""
    match place.part:
        case "byline":
            return names(article)
        case "credit":
            return f"{paragraph.capitalize()}, credit: {article.blocks[place.index].credit}"
        case "endnote":
            return endnote(article.notes[place.index])
        case _:
            return ""
