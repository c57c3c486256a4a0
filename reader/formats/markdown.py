"""An article as Markdown (CommonMark), with its passages and notes below: for notes folders and other readers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from reader.model import Article, Block, Passage, Span

# What would begin a construct of Markdown where a paragraph begins, or within it.
_SPECIAL = re.compile(r"([\\`*_\[\]<>])")
_AT_START = re.compile(r"^(\s*)(#{1,6}(?=\s)|[-+](?=\s)|\d{1,9}(?=[.)]\s)|[=~|-]{3,})", re.MULTILINE)
_WRAP = {"emphasis": "*", "strong": "**"}


def markdown(article: Article, passages: Iterable[Passage] = ()) -> str:
    """The article with a head of fields (YAML), its body, and its passages as quotes with their notes."""
    parts = [_front(article), f"# {escaped(article.title)}"]
    if article.standfirst:
        parts.append(f"*{escaped(article.standfirst)}*")
    parts += _body(article.blocks)
    parts += [f"*{escaped(note.text)}*" for note in article.notes]
    marked = [_passage(passage) for passage in passages]
    if marked:
        parts += ["## Passages", *marked]
    return "\n\n".join(part for part in parts if part) + "\n"


def _front(article: Article) -> str:
    fields = {
        "title": article.title,
        "author": ", ".join(article.byline),
        "publisher": article.publisher,
        "published": _when(article.published),
        "url": article.url,
        "language": article.language,
    }
    lines = [f"{name}: {quoted(value)}" for name, value in fields.items() if value]
    return "\n".join(("---", *lines, "---"))


def quoted(value: str) -> str:
    """A text as a YAML scalar in double quotes, on one line."""
    text = " ".join(value.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'


def _when(time: datetime | None) -> str | None:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ") if time else None


def escaped(text: str) -> str:
    """Words that are to be read as words: what Markdown would take for a sign of its own is escaped."""
    return _AT_START.sub(lambda it: f"{it[1]}\\{it[2]}", _SPECIAL.sub(r"\\\1", text))


def _body(blocks: tuple[Block, ...]) -> Iterable[str]:
    items: list[str] = []
    number = 0
    for block in blocks:
        if block.kind != "list_item":
            if items:
                yield "\n".join(items)
            items, number = [], 0
            yield _block(block)
            continue
        number = number + 1 if block.ordered else 0
        bullet = f"{number}." if block.ordered else "-"
        items.append(f"{'   ' * ((block.level or 1) - 1)}{bullet} {_spanned(block)}")
    if items:
        yield "\n".join(items)


def _block(block: Block) -> str:
    match block.kind:
        case "heading":
            return f"{'#' * max(2, block.level or 2)} {_spanned(block)}"
        case "quote":
            author = f"\n>\n> — {escaped(block.author)}" if block.author else ""
            return "\n".join(f"> {line}" for line in _spanned(block).split("\n")) + author
        case "code":
            fence = "`" * max(3, 1 + max((len(it) for it in re.findall("`+", block.text)), default=0))
            return f"{fence}\n{block.text}\n{fence}"
        case "table":
            return _table(block)
        case "image":
            told = " ".join(it for it in (block.caption, f"({block.credit})" if block.credit else None) if it)
            if block.address:
                return f"![{escaped(told)}](<{_address(block.address)}>)"
            return f"*{escaped(told)}*" if told else ""
        case "rule":
            return "---"
        case _:
            return _spanned(block)


def _table(block: Block) -> str:
    rows = [[escaped(cell).replace("|", "\\|").replace("\n", " ") for cell in row] for row in block.rows]
    if not rows:
        return escaped(block.text)
    width = max(map(len, rows))
    filled = [row + [""] * (width - len(row)) for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in filled]
    return "\n".join((lines[0], "|" + " --- |" * width, *lines[1:]))


def _spanned(block: Block) -> str:
    """A block's text with its links and emphasis; spans that overlap without nesting lose the later one."""
    kept: list[Span] = []
    for span in sorted(block.spans, key=lambda it: (it.start, -it.end)):
        if span.start < span.end and all(span.start >= it.end or span.end <= it.end for it in kept):
            kept.append(span)
    return _nested(block.text, 0, len(block.text), kept)


def _nested(text: str, start: int, end: int, spans: list[Span]) -> str:
    parts, at = [], start
    while spans:
        first, spans = spans[0], spans[1:]
        inside = [it for it in spans if it.end <= first.end]
        spans = spans[len(inside) :]
        parts += [escaped(text[at : first.start]), _wrapped(first, _nested(text, first.start, first.end, inside))]
        at = first.end
    return "".join((*parts, escaped(text[at:end])))


def _wrapped(span: Span, text: str) -> str:
    if span.style == "link":
        return f"[{text}](<{_address(span.address)}>)" if span.address else text
    if span.style == "code":
        return f"`{text}`" if "`" not in text else text
    return f"{_WRAP[span.style]}{text}{_WRAP[span.style]}"


def _address(address: str) -> str:
    return address.replace("<", "%3C").replace(">", "%3E").replace("\n", "")


def _passage(passage: Passage) -> str:
    quote = "\n".join(f"> {escaped(line)}" for line in passage.quote.split("\n"))
    note = f"\n\n{escaped(passage.note)}" if passage.note else ""
    tags = f"\n\n{' '.join(f'#{tag}' for tag in passage.tags)}" if passage.tags else ""
    return quote + note + tags
