"""An article as one HTML page that needs nothing else, with its passages marked: for browsers and archives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise

from reader.model import Article, Block, Passage, Span

_STYLE = (
    "body{max-width:38em;margin:3em auto;padding:0 1em;font:1.1em/1.55 Georgia,serif}"
    "figcaption,.about,.note{color:#666;font-size:.9em}mark{background:#f7eab0}pre{overflow-x:auto}"
    "td,th{padding:.2em .8em .2em 0;text-align:left}"
)
_TAGS = {"emphasis": "em", "strong": "strong", "code": "code"}
_SAFE = ("http://", "https://", "mailto:")


def webpage(article: Article, passages: Iterable[Passage] = ()) -> str:
    """The article as a page. No script, no address but web and mail links."""
    found = tuple(passages)
    about = " · ".join(filter(None, (", ".join(article.byline), _date(article), article.publisher)))
    parts = [
        "<!doctype html>",
        f'<html lang="{escape(article.language or "")}">',
        f'<meta charset="utf-8"><title>{escape(article.title)}</title><style>{_STYLE}</style>',
        f"<article><h1>{escape(article.title)}</h1>",
        f"<p><em>{escape(article.standfirst)}</em></p>" if article.standfirst else "",
        f'<p class="about">{escape(about)}</p>' if about else "",
        *_body(article.blocks, found),
        *(f'<p class="about">{escape(note.text)}</p>' for note in article.notes),
        _link(article.url),
        "</article>",
        *_notes(found),
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _date(article: Article) -> str | None:
    return article.published.strftime("%Y-%m-%d %H:%M UTC") if article.published else None


def _link(url: str | None) -> str:
    return f'<p class="about"><a href="{escape(url)}">{escape(url)}</a></p>' if url and url.startswith(_SAFE) else ""


def _body(blocks: tuple[Block, ...], passages: tuple[Passage, ...]) -> Iterator[str]:
    open_list = ""
    for index, block in enumerate(blocks):
        wanted = ("ol" if block.ordered else "ul") if block.kind == "list_item" else ""
        if wanted != open_list:
            yield (f"</{open_list}>" if open_list else "") + (f"<{wanted}>" if wanted else "")
            open_list = wanted
        marks = [it for p in passages for it in p.places if it.part == "block" and it.index == index]
        yield _block(block, [(it.start, it.end) for it in marks])
    if open_list:
        yield f"</{open_list}>"


def _block(block: Block, marks: list[tuple[int, int]]) -> str:
    text = spanned(block.text, block.spans, marks)
    match block.kind:
        case "heading":
            level = min(6, max(2, block.level or 2))
            return f"<h{level}>{text}</h{level}>"
        case "list_item":
            return f"<li>{text}</li>"
        case "quote":
            author = f"<footer>— {escape(block.author)}</footer>" if block.author else ""
            return f"<blockquote>{text}{author}</blockquote>"
        case "code":
            return f"<pre>{escape(block.text)}</pre>"
        case "table":
            rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in block.rows)
            return f"<table>{rows}</table>"
        case "image":
            told = " ".join(it for it in (block.caption, f"({block.credit})" if block.credit else None) if it)
            return f"<figure><figcaption>{escape(told or 'Image')}</figcaption></figure>"
        case "rule":
            return "<hr>"
        case _:
            return f"<p>{text}</p>"


def spanned(text: str, spans: tuple[Span, ...], marks: list[tuple[int, int]]) -> str:
    """A text with its spans and marks as tags: cut at every border, so that none crosses another."""
    edges = {0, len(text)}
    for start, end in [(it.start, it.end) for it in spans] + marks:
        edges.update((min(start, len(text)), min(end, len(text))))
    cuts = sorted(edges)
    parts = []
    for start, end in pairwise(cuts):
        piece = escape(text[start:end])
        for span in spans:
            if span.start <= start and end <= span.end:
                piece = _tagged(span, piece)
        if any(a <= start and end <= b for a, b in marks):
            piece = f"<mark>{piece}</mark>"
        parts.append(piece)
    return "".join(parts)


def _tagged(span: Span, piece: str) -> str:
    if span.style != "link":
        return f"<{_TAGS[span.style]}>{piece}</{_TAGS[span.style]}>"
    if not span.address or not span.address.startswith(_SAFE):
        return piece
    return f'<a href="{escape(span.address)}">{piece}</a>'


def _notes(passages: tuple[Passage, ...]) -> Iterator[str]:
    noted = [it for it in passages if it.note]
    if noted:
        yield "<h2>Notes</h2>"
    for passage in noted:
        yield f'<blockquote>{escape(passage.quote)}</blockquote><p class="note">{escape(passage.note)}</p>'
