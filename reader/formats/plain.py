"""An article as plain text, for pipes and pagers: filled lines, no codes."""

from __future__ import annotations

import re
import textwrap

from reader.model import Article, Block
from reader.text.cells import fill_by_cells
from reader.text.numbering import numbers
from reader.text.words import cells

NARROWEST = 20
"""Columns below which words are cut rather than filled."""

# Cut here: textwrap copies the rest of a word for each line of it, half a minute for one of 10 MB.
_LONG_WORD = re.compile(r"([^ \t\n\r\x0b\x0c]{5000,})")


def plain_text(article: Article, width: int = 76) -> str:
    """The article set in lines of at most `width` cells of a terminal, blocks parted by empty lines."""
    width = max(NARROWEST, width)
    credits = [" · ".join(filter(None, (", ".join(article.byline), _date(article), article.publisher)))]
    head = [article.title, article.standfirst or "", *credits]
    parts = [_filled(text, width) for text in head if text]
    numbered = zip(article.blocks, numbers(article.blocks), strict=True)
    parts += [set_ for block, number in numbered if (set_ := _block(block, width, number))]
    parts += [_filled(note.text, width) for note in article.notes]
    return "\n\n".join(parts) + "\n"


def _date(article: Article) -> str | None:
    return article.published.strftime("%Y-%m-%d %H:%M UTC") if article.published else None


def _block(block: Block, width: int, number: str = "") -> str:
    """One block as lines; a code block keeps its own. `number` is that of an item in a list that counts."""
    match block.kind:
        case "code":
            return textwrap.indent(block.text, "    ")
        case "rule":
            return "* * *".center(width).rstrip()
        case "image":
            words = " ".join(filter(None, (block.caption, f"({block.credit})" if block.credit else None)))
            return _filled(f"[{words or 'image'}]", width)
        case "table":
            rows = "\n".join(" | ".join(row) for row in block.rows) or block.text
            return "\n\n".join(filter(None, (_filled(block.caption or "", width), rows)))
        case "quote":
            author = f"\n> — {block.author}" if block.author else ""
            return _filled(block.text, width, "> ", "> ") + author
        case "list_item":
            indent, mark = "  " * ((block.level or 1) - 1), f"{number}. " if number else "- "
            return _filled(block.text, width, f"{indent}{mark}", f"{indent}{' ' * len(mark)}")
        case "heading":
            return _filled(block.text, width, "#" * (block.level or 2) + " ")
        case _:
            return _filled(block.text, width)


def _filled(text: str, width: int, first: str = "", rest: str = "") -> str:
    if not text.isascii() and any(cells(char) != 1 for char in set(text)):
        words = " ".join(text.split())
        cuts = fill_by_cells(words, width - len(rest), width - len(first))
        return "\n".join(f"{rest if number else first}{words[start:end]}" for number, (start, end) in enumerate(cuts))
    lines: list[str] = []
    for number, part in enumerate(_LONG_WORD.split(text)):
        if number % 2:
            room = width - len(rest)
            for at in range(0, len(part), room):
                lines.append(f"{rest if lines else first}{part[at : at + room]}")
        elif part.strip():
            indent = rest if lines else first
            lines += textwrap.wrap(
                part.lstrip() if lines else part,
                width,
                initial_indent=indent,
                subsequent_indent=rest,
                break_on_hyphens=False,
                drop_whitespace=True,
            )
    return "\n".join(lines)
