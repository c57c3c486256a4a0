"""What a feed carries of an article: a fragment of HTML that is nothing but text, so that nothing is judged.

Measured on entries of one sentence: 15,700 a CPU second, where the way of a page, which first has to find the text
among what stands around it, makes 510.
"""

from __future__ import annotations

import re
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from reader.model import Block, Removed
from reader.parser import markup, structure
from reader.parser.bounds import bounded, cut
from reader.parser.line_blocks import Parts
from reader.parser.portions import Part, Sorted
from reader.text.clean import one_line

_LONGEST_TAIL = 400
_LONGEST_PLAIN = 100_000
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
# Lines that publishing programs put under what an author wrote, each for all feeds of the program.
_TAILS = re.compile(
    r"The (?:post|article) .+ (?:appeared|was) (?:first )?(?:on|published)\b.*|"
    r"(?:Continue reading|Read more|Keep reading)\b.{0,200}|"
    r"(?:submitted by )?/u/\S+ \[link\] \[comments\]|(?:Comments|Permalink|Leave a comment|View comments)(?: \(\d+\))?|"
    r"L’article .+ est apparu en premier sur .+|Der Beitrag .+ erschien zuerst auf .+|"
    r"(?:Weiterlesen|Lire la suite|Leer más|Sigue leyendo|Leggi tutto|Lees verder)\b.{0,200}",
    re.DOTALL,
)


def read_fragment(html: str, base: str | None) -> tuple[tuple[Block, ...], tuple[Removed, ...]]:
    """The blocks of a fragment, and what was left out of it; links are resolved against `base`. Never raises."""
    try:
        parts = _parts(LexborHTMLParser(bounded(html)), base)
    except RecursionError:  # nested deeper than the quick counts showed
        parts = _parts(LexborHTMLParser(cut(html)), base)
    return tuple(parts.blocks), tuple(parts.removed)


def read_text(text: str, base: str | None) -> tuple[tuple[Block, ...], tuple[Removed, ...]]:
    """The blocks of what a feed carries, and what was left out; where it has none, its words are one. Never raises."""
    blocks, removed = read_fragment(text, base)
    words = "" if blocks else plain_words(text)
    return (Block("paragraph", words),) if words else blocks, removed


def plain_words(markup: str) -> str:
    """A short text's words without its tags."""
    return one_line(unescape(_TAG.sub(" ", markup[:_LONGEST_PLAIN])))


def _parts(tree: LexborHTMLParser, base: str | None) -> Parts:
    body = tree.body
    if body is None:
        return Parts()
    out = markup.outline(body)
    frames = structure.Frames(out)
    pictures = structure.pictured(out, frames)
    sorting: list[Part] = ["caption" if index in pictures else "body" for index in range(len(out.pieces))]
    for index in range(len(sorting) - 1, -1, -1):  # the last lines only: a text may well say "Read more" elsewhere
        text = out.pieces[index].text
        if len(text) > _LONGEST_TAIL or not _TAILS.fullmatch(text):
            break
        sorting[index] = "furniture"
    found = Sorted(sorting, last=len(sorting))
    builder = structure.Builder(out, found, frames, pictures, base)
    found.first, found.last = -1, len(sorting) + 1  # pictures before the first line and after the last belong to it too
    return builder.build()
