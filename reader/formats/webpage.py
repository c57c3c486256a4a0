"""An article as one HTML page that needs nothing else, with its passages marked: for browsers and archives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from reader.formats.addresses import linkable
from reader.formats.hypertext import shown
from reader.model import Article, Block, Part, Passage, Span

_STYLE = (
    "body{max-width:38em;margin:3em auto;padding:0 1em;font:1.1em/1.55 Georgia,serif}"
    "figcaption,.about,.note{color:#666;font-size:.9em}mark{background:#f7eab0}pre{overflow-x:auto}"
    "p,li,blockquote{white-space:pre-line}td,th{padding:.2em .8em .2em 0;text-align:left}"
)
_TAGS = {"emphasis": "em", "strong": "strong", "code": "code"}
Marks = list[tuple[int, int]]
"""Where passages begin and end in one part of the article."""


def webpage(article: Article, passages: Iterable[Passage] = ()) -> str:
    """The article as a page. No script, no address but web and mail links."""
    found = tuple(passages)
    standfirst = article.standfirst or ""
    about = " · ".join(filter(None, (", ".join(article.byline), _date(article), article.publisher)))
    parts = [
        "<!doctype html>",
        f'<html lang="{shown(article.language or "")}">',
        f'<meta charset="utf-8"><title>{shown(article.title)}</title><style>{_STYLE}</style>',
        f"<article><h1>{spanned(article.title, (), _marks(found, 'title'))}</h1>",
        f"<p><em>{spanned(standfirst, (), _marks(found, 'standfirst'))}</em></p>" if standfirst else "",
        f'<p class="about">{shown(about)}</p>' if about else "",
        *_body(article.blocks, found),
        *(f'<p class="about">{shown(note.text)}</p>' for note in article.notes),
        _link(article.url),
        "</article>",
        *_notes(found),
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _date(article: Article) -> str | None:
    return article.published.strftime("%Y-%m-%d %H:%M UTC") if article.published else None


def _link(url: str | None) -> str:
    address = linkable(url)
    return f'<p class="about"><a href="{shown(address)}">{shown(address)}</a></p>' if address else ""


def _marks(passages: tuple[Passage, ...], part: Part, index: int = 0) -> Marks:
    places = (place for passage in passages for place in passage.places)
    return [(it.start, it.end) for it in places if (it.part, it.index) == (part, index)]


def _body(blocks: tuple[Block, ...], passages: tuple[Passage, ...]) -> Iterator[str]:
    items: list[tuple[Block, str]] = []
    for index, block in enumerate(blocks):
        marks = _marks(passages, "block", index)
        if block.kind == "list_item":
            items.append((block, spanned(block.text, block.spans, marks)))
            continue
        yield _lists(items)
        items = []
        yield _block(block, marks, _marks(passages, "caption", index))
    yield _lists(items)


def _lists(items: Iterable[tuple[Block, str]]) -> str:
    """Items as lists in lists, without a line end between them, which would be shown; one that skips a level stands one level
    deeper."""
    parts: list[str] = []
    levels: list[str] = []
    for block, text in items:
        depth, kind = min(max(1, block.level or 1), len(levels) + 1), "ol" if block.ordered else "ul"
        while len(levels) > depth or (len(levels) == depth and levels[-1] != kind):
            parts.append(f"</li></{levels.pop()}>")
        if len(levels) == depth:
            parts.append("</li>")
        else:
            parts.append(f"<{kind}>")
            levels.append(kind)
        parts.append(f"<li>{text}")
    parts += [f"</li></{kind}>" for kind in reversed(levels)]
    return "".join(parts)


def _block(block: Block, marks: Marks, in_caption: Marks) -> str:
    text = spanned(block.text, block.spans, marks)
    match block.kind:
        case "heading":
            level = min(6, max(2, block.level or 2))
            return f"<h{level}>{text}</h{level}>"
        case "quote":
            author = f"<footer>— {shown(block.author)}</footer>" if block.author else ""
            return f"<blockquote>{text}{author}</blockquote>"
        case "code":
            return f"<pre>\n{spanned(block.text, (), marks)}</pre>"  # the first line end in it is not read
        case "table":
            said = spanned(block.caption or "", (), in_caption)
            return _table(block, said, marks) if block.rows else f"<p>{said}</p>" * bool(said) + f"<p>{text}</p>"
        case "image":
            credit = shown(f"({block.credit})") if block.credit else ""
            told = " ".join(it for it in (spanned(block.caption or "", (), in_caption), credit) if it)
            return f"<figure><figcaption>{told or 'Image'}</figcaption></figure>"
        case "rule":
            return "<hr>"
        case _:
            return f"<p>{text}</p>"


def _table(block: Block, caption: str, marks: Marks) -> str:
    """A table with its caption; marks are shown where its text is its cells, parted by tabs."""
    exact = "\n".join(map("\t".join, block.rows)) == block.text
    rows, offset = [], 0
    for row in block.rows:
        cells = []
        for cell in row:
            inside = [(max(0, a - offset), min(b - offset, len(cell))) for a, b in marks if exact]
            cells.append(f"<td>{spanned(cell, (), [it for it in inside if it[0] < it[1]])}</td>")
            offset += len(cell) + 1
        offset += not row
        rows.append(f"<tr>{''.join(cells)}</tr>")
    above = f"<caption>{caption}</caption>" if caption else ""
    return f"<table>{above}{''.join(rows)}</table>"


def spanned(text: str, spans: tuple[Span, ...], marks: Marks) -> str:
    """A text with its spans and marks as tags: cut at every border, so that none crosses another."""
    edges = {0, len(text)}
    for start, end in [(it.start, it.end) for it in spans] + marks:
        edges.update((min(start, len(text)), min(end, len(text))))
    cuts = sorted(edges)
    parts = []
    for start, end in pairwise(cuts):
        piece = shown(text[start:end])
        over = [it for it in spans if it.start <= start and end <= it.end]
        for style in dict.fromkeys(it.style for it in over if it.style != "link"):
            piece = f"<{_TAGS[style]}>{piece}</{_TAGS[style]}>"
        address = next((found for it in over if it.style == "link" and (found := linkable(it.address))), None)
        if address is not None:
            piece = f'<a href="{shown(address)}">{piece}</a>'
        if any(a <= start and end <= b for a, b in marks):
            piece = f"<mark>{piece}</mark>"
        parts.append(piece)
    return "".join(parts)


def _notes(passages: tuple[Passage, ...]) -> Iterator[str]:
    """The passages of which the page itself does not tell all: those with a note, and those that are gone from it."""
    told = [it for it in passages if it.note or not it.places]
    if told:
        yield "<h2>Notes</h2>"
    for passage in told:
        note = f'<p class="note">{shown(passage.note)}</p>' if passage.note else ""
        yield f"<blockquote>{shown(passage.quote)}</blockquote>{note}"
