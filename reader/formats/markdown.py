"""An article as Markdown (CommonMark), with its passages and notes below: for notes folders and other readers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from reader.formats.addresses import linkable
from reader.formats.spans import address_of, escaped, in_cell, inert, on_one_line, spanned
from reader.model import Article, Block, Passage


def markdown(article: Article, passages: Iterable[Passage] = ()) -> str:
    """The article with a head of fields (YAML), its body, and its passages as quotes with their notes."""
    title = on_one_line(article.title)
    parts = [_front(article), f"# {_headline(title)}" if title else "", _aside(article.standfirst or "")]
    parts += _body(article.blocks)
    parts += [_aside(note.text) for note in article.notes]
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
    return inert(f'"{text}"')


def _when(time: datetime | None) -> str | None:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ") if time else None


def _headline(text: str) -> str:
    """The text of a heading: number signs at its end would count as its close."""
    return re.sub(r"(^|\s)(#+)$", r"\1\\\2", text)


def _aside(text: str) -> str:
    """Words that are not the story's own: standfirst, captions, corrections."""
    said = on_one_line(text)
    return f"*{said}*" if said else ""


def _body(blocks: tuple[Block, ...]) -> Iterator[str]:
    items: list[Block] = []
    for block in blocks:
        if block.kind == "list_item":
            items.append(block)
            continue
        yield _list(items)
        items = []
        yield _block(block)
    yield _list(items)


@dataclass(slots=True)
class _Level:
    """A list that is open: how its items are marked, how many there were, and where their text begins."""

    ordered: bool
    number: int = 0
    column: int = 0


def _list(items: Iterable[Block]) -> str:
    """Items below each other; one that skips a level stands one level deeper, since deeper ones would be code."""
    levels: list[_Level] = []
    lines = []
    for item in items:
        text = spanned(item.text, item.spans)
        if not text:
            continue
        depth = min(max(1, item.level or 1), len(levels) + 1)
        del levels[depth:]
        if len(levels) < depth or levels[-1].ordered != item.ordered:
            levels[depth - 1 :] = [_Level(item.ordered)]
        level, indent = levels[-1], levels[-2].column if depth > 1 else 0
        level.number += 1
        bullet = f"{level.number}. " if item.ordered else "- "
        level.column = indent + len(bullet)
        lines.append(" " * indent + bullet + text.replace("\n", "\n" + " " * level.column))
    return "\n".join(lines)


def _block(block: Block) -> str:
    match block.kind:
        case "heading":
            text = spanned(" ".join(block.text.splitlines()), block.spans)
            return f"{'#' * min(6, max(2, block.level or 2))} {_headline(text)}" if text else ""
        case "quote":
            author = f"> — {on_one_line(block.author)}" if block.author else ""
            return "\n>\n".join(part for part in (_quoted(spanned(block.text, block.spans)), author) if part)
        case "code":
            fence = "`" * max(3, 1 + max((len(it) for it in re.findall("`+", block.text)), default=0))
            return f"{fence}\n{block.text}\n{fence}"
        case "table":
            return "\n\n".join(filter(None, (_aside(block.caption or ""), _table(block))))
        case "image":
            return _image(block)
        case "rule":
            return "---"
        case _:
            return spanned(block.text, block.spans)


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n")) if text else ""


def _image(block: Block) -> str:
    told = " ".join(it for it in (block.caption, f"({block.credit})" if block.credit else None) if it)
    address = linkable(block.address)
    return f"![{on_one_line(told)}](<{address_of(address)}>)" if address else _aside(told)


def _table(block: Block) -> str:
    rows = [[in_cell(cell) for cell in row] for row in block.rows]
    width = max(map(len, rows), default=0)
    if not width:
        return escaped(block.text)
    lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
    return "\n".join((lines[0], "|" + " --- |" * width, *lines[1:]))


def _passage(passage: Passage) -> str:
    tags = " ".join(f"#{'-'.join(on_one_line(tag).split())}" for tag in passage.tags if tag.strip())
    return "\n\n".join(part for part in (_quoted(escaped(passage.quote)), escaped(passage.note), tags) if part)
