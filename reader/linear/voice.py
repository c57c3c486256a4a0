"""How the linear edition speaks: plain lines of at most the measure, and nothing that moves a cursor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

from reader.errors import ReaderError
from reader.text.clean import clean
from reader.typeset.breaking import fill
from reader.typeset.matter import matter


def filled(text: str, columns: int) -> list[str]:
    """A text in lines; what cannot be seen is left out, and towers of marks are cut."""
    shown = matter(clean(text), "block", 0).text
    return [shown[start:end] for start, end in fill(shown, columns)]


class Voice:
    """Says things to the person; `rows` is how many lines make a page."""

    def __init__(self, out: TextIO, columns: int, rows: int) -> None:
        self.columns = max(20, columns)
        self.rows = rows
        self._out = out

    def say(self, *texts: str) -> None:
        """Each text filled, and begun on a line of its own."""
        for text in texts:
            self.lines(filled(text, self.columns))

    def lines(self, lines: Iterable[str]) -> None:
        """Lines that are filled already."""
        self._out.write("".join(f"{line}\n" for line in lines))
        self._out.flush()

    def complain(self, error: ReaderError) -> None:
        """What happened and what to try, a line each."""
        self.lines([" ".join(clean(it).split()) for it in (error.happened, error.advice)])


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 passage", "2 passages"."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def listed(words: Sequence[str]) -> str:
    """Words as a sentence lists them."""
    return ", ".join(words[:-1]) + f" or {words[-1]}" if len(words) > 1 else "".join(words)
