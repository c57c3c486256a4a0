"""A text with its links and emphasis as Markdown (CommonMark): words stay words, and every mark is one that is read.

Where Markdown cannot say what a span says (emphasis that begins with a quote within a word, spans that cross), the
words are kept and the mark is dropped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.formats.addresses import linkable
from reader.model import Span

# What begins a construct anywhere: signs of CommonMark, GitHub's strikethrough, a character reference.
_SPECIAL = re.compile(r"[\\`*_\[\]<>~]|&(?=#?\w+;)")
# What begins a block where a line begins: heading, list, underline of a heading, row of a table.
_AT_START = re.compile(r"^(?:#{1,6}(?=\s|$)|[-+=|:](?=[-+=|:\s]|$))")
_NUMBER = re.compile(r"^([0-9]{1,9})(?=[.)](?:\s|$))")
_WRAP = {"emphasis": "*", "strong": "**"}
_OUTERMOST = ("link", "strong", "emphasis", "code")


_ALIVE = re.compile(r"<(?=[a-zA-Z/!?])|(?<=\])\(")


def inert(scalar: str) -> str:
    """A quoted scalar of front matter in which nothing is a tag or a link, for programs that show it as Markdown."""
    return _ALIVE.sub(lambda found: f"\\u{ord(found[0]):04x}", scalar)


def escaped(text: str) -> str:
    """Words that are to be read as words, what Markdown would take for a sign of its own escaped; lines stay lines."""
    return _lines(_signs(text))


def on_one_line(text: str) -> str:
    """Words on one line: for headings, captions and cells."""
    return escaped(" ".join(text.split()))


def in_cell(text: str) -> str:
    """Words of a table's cell."""
    return _signs(" ".join(text.split())).replace("|", "\\|")


def spanned(text: str, spans: Iterable[Span]) -> str:
    """A text with its spans; lines stay lines."""
    return _lines(_nested(text, 0, len(text), _kept(text, spans)))


def _signs(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _lines(marked: str) -> str:
    """Lines parted by hard breaks, none of which begins a block."""
    lines = [line.strip() for line in marked.splitlines()]
    return "\\\n".join(_NUMBER.sub(r"\1\\", _AT_START.sub(r"\\\g<0>", line)) for line in lines if line)


def _kept(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans that can be said, outer before inner: none crosses another or repeats the one around it."""
    kept: list[Span] = []
    for span in sorted(_joined(text, spans), key=lambda it: (it.start, -it.end, _OUTERMOST.index(it.style))):
        around = [it for it in kept if it.end > span.start]
        if all(span.end <= it.end and it.style not in ("code", span.style) for it in around):
            kept.append(span)
    return kept


def _joined(text: str, spans: Iterable[Span]) -> list[Span]:
    """Spans without the spaces at their ends, alike ones that touch made one; links lead somewhere."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda it: (it.style, linkable(it.address) or "", it.start)):
        said = text[span.start : span.end]
        start, end = span.start + len(said) - len(said.lstrip()), span.start + len(said.rstrip())
        address = linkable(span.address) if span.style == "link" else None
        if start >= end or (span.style == "link" and address is None):
            continue
        last = found[-1] if found else None
        if last is not None and (last.style, last.address) == (span.style, address) and last.end >= start:
            found[-1] = replace(last, end=max(last.end, end))
        else:
            found.append(Span(start, end, span.style, address))
    return found


def _nested(text: str, start: int, end: int, spans: Sequence[Span]) -> str:
    parts, at, closed = "", start, -1
    while spans:
        first, *rest = spans
        inside = [it for it in rest if it.end <= first.end]
        spans = rest[len(inside) :]
        parts += _signs(text[at : first.start])
        made = _code(text[first.start : first.end]) if first.style == "code" else _wrapped(text, first, inside)
        if made.startswith("*") and closed == first.start:  # of **a***b** c** nobody can tell either
            made = _nested(text, first.start, first.end, [it for it in inside if it.style not in _WRAP])
        if made.startswith("[") and parts.endswith("!"):  # together they would be an image
            parts = f"{parts[:-1]}\\!"
        parts, at = parts + made, first.end
        closed = at if made.endswith("*") else -1
    return parts + _signs(text[at:end])


def _wrapped(text: str, span: Span, inside: Sequence[Span]) -> str:
    inner = _nested(text, span.start, span.end, inside)
    if span.style == "link":
        return f"[{inner}](<{address_of(span.address or '')}>)"
    if inner[:1] == inner[-1:] == "*" and not any((it.start, it.end) == (span.start, span.end) for it in inside):
        return inner  # of ***a** b **c*** nobody can tell which mark closes which
    letters = inner.strip("*")
    before, after = text[: span.start][-1:], text[span.end :][:1]
    if _flanks(letters[:1], before) and _flanks(letters[-1:], after):
        return f"{_WRAP[span.style]}{inner}{_WRAP[span.style]}"
    return inner


def _flanks(inside: str, outside: str) -> bool:
    """Whether a mark between the two is read as one (CommonMark 0.31.2, 6.2): strict where its versions differ."""
    return inside.isalnum() or not outside or outside.isspace() or unicodedata.category(outside)[0] == "P"


def _code(text: str) -> str:
    words = " ".join(text.splitlines())
    fence = "`" * (1 + max((len(it) for it in re.findall("`+", words)), default=0))
    pad = " " if words[:1] == "`" or words[-1:] == "`" else ""
    return f"{fence}{pad}{words}{pad}{fence}"


def address_of(address: str) -> str:
    """An address as it stands between angle brackets."""
    plain = address.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E").replace("](", "%5D(")
    return re.sub(r"&(?=#?\w+;)", "&amp;", plain)
