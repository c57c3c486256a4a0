"""Markdown that a person wrote, as an article: a note has no furniture, so that everything in it is kept.

What the syntax (CommonMark 0.31) says of headings, lists, quotes, code, emphasis and links is read; tables and references
stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from reader.model import Article, Block, Span, SpanStyle
from reader.parser import bylines, front_matter, languages
from reader.parser.front_matter import FrontMatter
from reader.parser.spans import address
from reader.text.dates import read_date

_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})\s+(?P<words>\S.*)$")
_ITEM = re.compile(r"(?P<indent>\s*)(?:[-*+]|(?P<number>\d{1,9})[.)])\s+(?P<words>\S.*)$")
_QUOTE = re.compile(r" {0,3}>\s?(?P<words>.*)$")
_RULE = re.compile(r" {0,3}(?:(?:-\s*+){3,}+|(?:\*\s*+){3,}+|(?:_\s*+){3,}+)$")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_ONLY_LINK = re.compile(r"\s*(?:[-*+]\s+)?!?\[[^\[\]]*\]\([^()\s]*\)\s*$")
_INLINE = re.compile(
    r"!?\[(?P<link>[^\[\]\n]{1,500})\]\(<?(?P<to>[^()<>\s]{1,2000})>?(?:\s+\"[^\"]{0,200}\")?\)"
    r"|(?<!\w)(?P<two>\*\*|__)(?P<strong>[^\s*_][^*_\n]{0,500}?)(?P=two)(?!\w)"
    r"|(?<![\w*])(?P<one>[*_])(?P<emphasis>[^\s*_][^*_\n]{0,500}?)(?P=one)(?!\w)"
    r"|`(?P<code>[^`\n]{1,500})`"
)
_MARKS = frozenset("[*_`")
_BEGINNINGS = frozenset("#>-*+_0123456789")
"""With these begins what is no paragraph; no other line is asked what it is."""
_STYLES: tuple[SpanStyle, ...] = ("link", "strong", "emphasis", "code")
_LOOKED_AT = 200
"""Lines of a text by which it is told whether it is Markdown."""
_MOST_LINES, _MOST_MARKS = 200_000, 200_000
"""Lines that are asked what they are, and signs of emphasis, links and code up to which these are read: no note has so many.
What lies behind the lines stays text, and so do the signs; 10 MB of links and emphasis took 10 s and a gigabyte."""
_HEAP = re.compile(r"(?:[^\n]*+\n){1,200}|[^\n]+")
_INDENT = 2
"""Spaces by which a list inside a list is set in, at the least."""


def is_markdown(text: str, named: bool = False) -> bool:
    """Whether a text is a note in Markdown: it is `named` so, begins with metadata or a heading, or is one list. What
    converters make of a web page is not: too many of its lines are nothing but links."""
    if front_matter.split(text)[0] is not None:
        return True
    lines = [line for line in text[:100_000].split("\n") if line.strip()][:_LOOKED_AT]
    if not lines or ("](" in text and 4 * sum(_ONLY_LINK.match(line) is not None for line in lines) > len(lines)):
        return False
    listed = len(lines) > 1 and all(_ITEM.match(line) for line in lines)
    return named or listed or _HEADING.match(lines[0]) is not None


def read_markdown(text: str, url: str | None) -> Article:
    """The article in a note: what stands before it says, and its first heading is the headline."""
    front, text = front_matter.split(text)
    blocks = [block for block in _blocks(text) if block.text or block.kind == "rule"]
    said = front.first("title") if front is not None else ""
    title = ""
    if blocks and blocks[0].kind == "heading" and said in ("", blocks[0].text):
        title = blocks.pop(0).text
    language = languages.of_text([block.text for block in blocks])
    article = Article(said or title, tuple(blocks), url=url, language=language)
    return article if front is None else _fronted(article, front)


_LINKED_NAME = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
"""A name as programs for notes link it: [[Nora Whitfield]]."""


def _fronted(article: Article, front: FrontMatter) -> Article:
    """An article with what the metadata before it says."""
    people = [_LINKED_NAME.sub(r"\1", each) for each in front.every("author", "authors", "byline", "creator")]
    source = front.first("source", "url", "link", "canonicalurl", "originalurl", "sourceurl")
    return replace(
        article,
        standfirst=front.first("subtitle", "standfirst", "dek") or None,
        byline=tuple(dict.fromkeys(name for each in people for name in bylines.claimed(each))),
        published=read_date(
            front.first("published", "date", "datepublished", "publishdate", "pubdate", "publishedtime")
        ),
        updated=read_date(front.first("updated", "modified", "lastmod", "lastmodified", "datemodified")),
        publisher=front.first("publisher", "site", "sitename", "website") or None,
        url=article.url or (source if source.lower().startswith(("http://", "https://")) else None),
        language=languages.of_page(front.first("language", "lang"), [block.text for block in article.blocks]),
    )


def _blocks(text: str) -> Iterator[Block]:
    """The blocks of a text; lines that follow one another are one paragraph."""
    held: list[str] = []
    kind: Block = Block("paragraph")
    fenced: list[str] | None = None
    marked = sum(map(text.count, _MARKS)) <= _MOST_MARKS
    lines = text.split("\n", _MOST_LINES)
    rest = lines.pop() if len(lines) > _MOST_LINES else ""
    for line in [*lines, ""]:
        if _FENCE.match(line):
            if fenced is None:
                yield _set(kind, held, marked)
                held, kind, fenced = [], Block("paragraph"), []
            else:
                yield Block("code", "\n".join(fenced))
                fenced = None
        elif fenced is not None:
            fenced.append(line.rstrip())
        else:
            found = _begun(line, kind, bool(held))
            if found is not None:
                yield _set(kind, held, marked)
                kind, words = found
                held = [words] if words else []
            else:
                held.append(line)
    yield _set(kind, held, marked)
    if fenced:
        yield Block("code", "\n".join(fenced))
    yield from (Block("paragraph", " ".join(heap[0].split())) for heap in _HEAP.finditer(rest))


def _begun(line: str, before: Block, running: bool) -> tuple[Block, str] | None:
    """The kind of block that a line begins, and its words; None where it goes on with the block before."""
    bare = line.lstrip()
    if not bare:
        return Block("paragraph"), ""
    plain = (Block("paragraph"), line) if before.kind in ("heading", "rule") or not running else None
    if bare[0] not in _BEGINNINGS:
        return plain
    if _RULE.match(line):
        return Block("rule"), ""
    if (found := _HEADING.match(line)) is not None:
        words = found["words"].rstrip()
        closed = words.rstrip("#")
        return Block("heading", level=len(found["marks"])), closed if closed.endswith(" ") else words
    if (found := _ITEM.match(line)) is not None:
        level = 1 + len(found["indent"].expandtabs(4)) // _INDENT
        return Block("list_item", level=min(level, 6), ordered=found["number"] is not None), found["words"]
    if (found := _QUOTE.match(line)) is not None:
        return None if before.kind == "quote" and running and found["words"] else (Block("quote"), found["words"])
    return plain


def _set(kind: Block, lines: list[str], marked: bool) -> Block:
    """A block with its words and, where marks are read, their spans."""
    if kind.kind == "rule" or not lines:
        return kind
    marks = [_QUOTE.sub(r"\g<words>", line) if kind.kind == "quote" else line for line in lines]
    words = " ".join(" ".join(marks).split())
    text, spans = _inline(words) if marked else (words, ())
    return Block(kind.kind, text, level=kind.level, ordered=kind.ordered, spans=spans)


def _inline(source: str) -> tuple[str, tuple[Span, ...]]:
    """A text without its marks, and what they said."""
    if _MARKS.isdisjoint(source):
        return source, ()
    parts: list[str] = []
    spans: list[Span] = []
    size = 0
    found = list(_INLINE.finditer(source))
    edges = [0, *(edge for mark in found for edge in mark.span()), len(source)]
    for number, (start, end) in enumerate(pairwise(edges)):
        words = source[start:end]
        if number % 2:
            mark = found[number // 2]
            style = next(style for style in _STYLES if mark[style])
            words = mark[style]
            link = address(mark["to"], None) if style == "link" else None
            if style != "link" or link is not None:
                spans.append(Span(size, size + len(words), style, link))
        parts.append(words)
        size += len(words)
    return "".join(parts), tuple(spans)
