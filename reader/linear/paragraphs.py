"""An article as paragraphs that are told: each with its number, what it is in a word, and its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.linear.voice import counted, filled
from reader.model import Article, Block, Part, Place
from reader.text.sentences import sentences

Unit = tuple[int, int]
_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A part of the article. `number` is 0 for headline and standfirst; `texts` are its words as they are told."""

    number: int
    key: tuple[Part, int]
    text: str
    label: str
    texts: tuple[str, ...]
    kind: str
    language: str | None

    def units(self) -> list[Unit]:
        """Where its sentences stand in its text; of a table its rows, of code its lines."""
        if self.kind in ("table", "code"):
            found, start = [], 0
            for line in self.text.split("\n"):
                found += [(start, start + len(line))] if line.strip() else []
                start += len(line) + 1
            return found
        return sentences(self.text, self.language)

    def place(self, start: int, end: int) -> Place:
        """A stretch of its text as a place in the article."""
        return Place(*self.key, start, end)

    def unit_at(self, offset: int) -> int:
        """The number of the sentence, from 0, that holds an offset."""
        return max(0, sum(start <= offset for start, _ in self.units()) - 1)

    def lines(self, columns: int) -> list[str]:
        """It as lines: number and kind before the words."""
        number = f"{self.number}. " if self.number else ""
        if self.kind == "code":
            rows = self.text.expandtabs(4).split("\n")
            return [f"{number}{self.label}", *(part for row in rows for part in _cut(row, columns))]
        first = f"{number}{self.label}{' ' if self.label and self.texts else ''}"
        if len(self.texts) != 1:
            return [line for text in (first.strip(), *self.texts) for line in filled(text, columns)]
        return filled(first + self.texts[0], columns)


def _cut(row: str, columns: int) -> list[str]:
    """A line of code with its indentation; one that is too long goes on below."""
    return [row[k : k + columns] for k in range(0, max(1, len(row)), columns)]


def paragraphs(article: Article) -> tuple[Paragraph, ...]:
    """Headline, standfirst, then block by block; what says nothing is left out."""
    return tuple(_paragraphs(article))


def _paragraphs(article: Article) -> Iterator[Paragraph]:
    language = article.language
    yield Paragraph(0, ("title", 0), article.title, "Headline:", (article.title,), "title", language)
    if article.standfirst:
        yield Paragraph(0, ("standfirst", 0), article.standfirst, "", (article.standfirst,), "standfirst", language)
    number = 0
    for index, block in enumerate(article.blocks):
        if block.caption and block.kind == "table":
            number += 1
            told = (block.caption,)
            yield Paragraph(number, ("caption", index), block.caption, "Caption:", told, "caption", language)
        label, texts = _told(block)
        if not texts and block.kind != "image":
            continue
        number += 1
        key: tuple[Part, int] = ("caption", index) if block.kind == "image" and block.caption else ("block", index)
        text = (block.caption or "") if block.kind == "image" else block.text
        yield Paragraph(number, key, text, label, texts, block.kind, language)


def _told(block: Block) -> tuple[str, tuple[str, ...]]:
    """What a block is, in a word, and its words."""
    text = (block.text,) if block.text.strip() else ()
    match block.kind:
        case "heading":
            return f"Heading {block.level or 2}:", text
        case "quote":
            return f"Quote by {block.author}:" if block.author else "Quote:", text
        case "list_item":
            return "Item:" if (block.level or 1) == 1 else f"Item, level {block.level}:", text
        case "code":
            return "Code:", text
        case "image":
            told = " ".join(it for it in (block.caption, f"({block.credit})" if block.credit else "") if it)
            return ("Image:", (told,)) if told else ("Image without words.", ())
        case "table":
            rows = block.rows or tuple(tuple(line.split("\t")) for line in block.text.split("\n"))
            return (_size(rows), tuple(_rows(rows))) if text else ("", ())
        case _:
            return "", text


def _size(rows: Sequence[Sequence[str]]) -> str:
    """How large a table is, and the heads of its columns."""
    size = f"Table, {counted(max(1, len(rows) - 1), 'row')}, {counted(max(map(len, rows)), 'column')}"
    return f"{size}: {'; '.join(it.strip() for it in rows[0])}." if len(rows) > 1 else f"{size}."


def _rows(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table row by row, each cell after the head of its column: nobody has to look up."""
    head, body = (rows[0], rows[1:]) if len(rows) > 1 else ((), rows)
    for number, row in enumerate(body, 1):
        named = [(head[k].strip() if k < len(head) else "", cell.strip()) for k, cell in enumerate(row)]
        cells = [f"{name}: {cell}" if name else cell for name, cell in named if cell]
        told = "; ".join(cells) or "empty"
        yield f"Row {number}: {told}{'' if told.endswith(_ENDS) else '.'}"
