"""Code among the lines of a text: between fences, or set in and written as programs are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_MAY_HAVE = re.compile(r"^(?:[ \t]*(?:```|~~~|[$%>] \S|>>> )|(?: {2,}|\t)[^\s*•–-])", re.MULTILINE)
_FENCE = re.compile(r"[ \t]*(?:```|~~~)[\w+#.-]*[ \t]*$")
_PROMPT = re.compile(r"\s*(?:[$%] \S|>>> |\.\.\. |#!/|#include\b)")
_CODED = re.compile(
    r"\s*(?:(?:[$%] \S|>>> |\.\.\. |#!|#include\b|//|/\*|\*/|</?\w+[^<>]*>|@\w+)"
    r"|(?:def|class|import|from [\w.]+ import|return|elif .*:|else:|try:|except\b.*:|with .* as \w+:|"
    r"raise|assert|yield|async def|await|"
    r"if .*:|for .* in .*:|while .*:|function\b.*[({]|const|let|var|public|private|static|void|int|char|package|using|"
    r"fn|impl|pub|use|mod|struct|enum|func|type|echo|sudo|export|cd|npm|pip|git|make|"
    r"SELECT|INSERT|UPDATE|DELETE|CREATE|FROM|WHERE)\b(?!.*[a-z][.!?]$)"
    r"|[\w.\[\]\"'*&>-]+ ?(?:[-+*/|&:]?=|:=|=>|<-) ?\S|[\w.:]+\(.*\)[;:{]?$|[\w\"'-]+:(?: [\w\"'\[{./-]+)?$|[\])}]+[;,)]*$|# ?\S)"
    r"|.*(?:[;{}]|\)\s*[:{]|=>|\\)$"
)
_SENTENCE = re.compile(r".{60,}[^\W\d_]{3}[.!?]$")
_SET_IN = 2
"""Spaces by which code is set in from the text around."""
_MOST_LINES, _LONGEST = 20_000, 400


def listings(lines: Sequence[str]) -> Iterator[range]:
    """The runs of lines that are code, with the fences around."""
    lines = lines[:_MOST_LINES]
    if _MAY_HAVE.search("\n".join(lines)) is None:
        return
    base, index = _base(lines), 0
    while index < len(lines):
        end = _fenced(lines, index) or _set_in(lines, index, base)
        if end:
            yield range(index, end)
        index = end or index + 1


def _base(lines: Sequence[str]) -> int:
    """By how much most lines are set in."""
    sizes = sorted([_indent(line) for line in lines if line.strip()])
    return sizes[len(sizes) // 2] if sizes else 0


def _indent(line: str) -> int:
    line = line.expandtabs(4)
    return len(line) - len(line.lstrip(" "))


def is_fence(line: str) -> bool:
    """Whether a line opens or ends code and says nothing else."""
    return _FENCE.match(line) is not None


def _fenced(lines: Sequence[str], start: int) -> int:
    """Where the code between fences ends that begins at a line; 0 where none does."""
    if not is_fence(lines[start]):
        return 0
    mark = lines[start].strip()[:3]
    for index in range(start + 1, min(len(lines), start + _LONGEST)):
        if lines[index].strip() == mark:
            return index + 1
    return 0


def _set_in(lines: Sequence[str], start: int, base: int) -> int:
    """Where the run of lines ends that are set in, or begin with a prompt, and are mostly code; 0 where they are not."""
    end = index = start
    while index < len(lines) and index < start + _LONGEST:
        line = lines[index]
        if line.strip():
            if _indent(line) < base + _SET_IN and _PROMPT.match(line) is None:
                break
            end = index + 1
        elif index == start:
            return 0
        index += 1
    inside = [line for line in lines[start:end] if line.strip()]
    coded = sum([_CODED.match(line.rstrip()) is not None for line in inside])
    sure = len(inside) > 1 or (inside and _PROMPT.match(inside[0]) is not None)
    plain = any(_SENTENCE.match(line.strip()) and _CODED.match(line) is None for line in inside)
    return end if sure and not plain and 2 * coded >= len(inside) else 0


def dedented(lines: Sequence[str]) -> str:
    """Lines of code without fences, and without what all of them are set in by."""
    told = [line.expandtabs(4).rstrip() for line in lines if not is_fence(line)]
    least = min([_indent(line) for line in told if line], default=0)
    return "\n".join([line[least:] for line in told]).strip("\n")
