"""Passages as Markdown notes, one for each article or all in one, by a template of the person's if there is one.

A note names itself and each of its passages by ids that never change, so whoever writes it into a folder can see
what is already there.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from string import Template

from reader.errors import UsageError
from reader.formats.passages.sheets import Sheet
from reader.formats.spans import address_of, inert
from reader.formats.values import time_json
from reader.model import Passage
from reader.text.clean import clean, one_line

TEMPLATE = "$quoted\n\n$remark$line^$mark\n"
"""How one passage is written where the person has no other wish."""

_NAMES = "quote quoted note remark tags hashtags kind state created line mark id title publisher published url byline"
_LONGEST_NAME = 60
# What begins a block where a line begins (CommonMark 0.31.2, 4 and 5; tables as GitHub has them): a fence that is left open
# would take in all that follows.
_SPECIAL = re.compile(
    r"^(\s*)(#{1,6}(?=\s|$)|>|[-+=|:](?=[-+=|:\s]|$)|[*_](?=[*_\s]|$)|```|~~~|\d{1,9}[.)](?=\s|$))", re.MULTILINE
)
# What is a sign anywhere in a line; an underscore within a word is none.
_SIGN = re.compile(r"[\\`*\[\]~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
# A bracket that no backslash takes its meaning from; of two backslashes the second is but a word.
_OTHER_LINK = re.compile(r"(?<!\\)((?:\\\\)*)\](?=[(:]\s*(?!https?:|mailto:))", re.IGNORECASE)
_STATES = {"gone": "no longer in the article", "reworded": "reworded since", "moved": "", "same": ""}


def note_name(sheet: Sheet) -> str:
    """A file name for an article's note: words of the title that any system takes, and the article's key, with which it is
    none of the names that Windows keeps for itself."""
    plain = unicodedata.normalize("NFC", one_line(sheet.entry.title).lower())
    words = re.sub(r"[^\w]+", "-", plain).strip("-_")[:_LONGEST_NAME].strip("-_")
    stem = words.encode("utf-8")[:160].decode("utf-8", "ignore")  # most systems stop at 255 bytes
    return f"{stem or 'article'}-{sheet.key}.md"


def notes(sheet: Sheet, template: str | None = None) -> str:
    """The note of one article: front matter, heading, passages.

    Raises:
        UsageError: the template asks for something that a passage does not have.
    """
    body = "\n".join(passage_note(sheet, passage, template) for passage in sheet.passages)
    return f"{front_matter(sheet)}\n# {_inline(sheet.entry.title)}\n\n{body}"


def together(sheets: Iterable[Sheet], template: str | None = None) -> str:
    """All articles in one note, the newest first as they are given. Raises UsageError as `notes` does."""
    parts = ["---\ntitle: Passages\n---\n"]
    for sheet in sheets:
        link = f" ([source](<{address_of(sheet.entry.url)}>))" if sheet.entry.url else ""
        body = "\n".join(passage_note(sheet, passage, template) for passage in sheet.passages)
        parts.append(f"## {_inline(sheet.entry.title)}{link}\n\n{body}")
    return "\n".join(parts)


def front_matter(sheet: Sheet) -> str:
    """What is known of the article, as YAML; every value is quoted, so that no title can be more than a title."""
    entry = sheet.entry
    rows = {
        "title": one_line(entry.title),
        "url": entry.url,
        "publisher": sheet.publisher or None,
        "authors": list(map(one_line, entry.byline)) or None,
        "published": time_json(entry.published),
        "tags": sorted({tag for passage in sheet.passages for tag in passage.tags}) or None,
        "newsreader": sheet.key,
    }
    said = {name: inert(json.dumps(value, ensure_ascii=False)) for name, value in rows.items() if value is not None}
    told = [f"{name}: {value}\n" for name, value in said.items()]
    return f"---\n{''.join(told)}---\n"


def mark_of(passage: Passage) -> str:
    """The id by which a passage is known in a note."""
    return f"p-{re.sub('[^0-9a-zA-Z]', '', passage.id)[:12]}"


def passage_note(sheet: Sheet, passage: Passage, template: str | None = None) -> str:
    """One passage by the template. Raises UsageError."""
    note, hashtags = clean(passage.note), " ".join("#" + re.sub(r"[^\w/-]+", "-", tag) for tag in passage.tags)
    line = " · ".join(filter(None, (passage.kind, hashtags, _STATES[passage.state])))
    values = {
        "quote": clean(passage.quote),
        "quoted": "\n".join(f"> {row}" if row else ">" for row in _words(passage.quote).split("\n")),
        "note": note,
        "remark": f"{_text(note)}\n\n" if note else "",
        "tags": ", ".join(passage.tags),
        "hashtags": hashtags,
        "kind": passage.kind,
        "state": passage.state,
        "created": time_json(passage.created) or "",
        "line": f"{line} ",
        "mark": mark_of(passage),
        "id": passage.id,
        "title": one_line(sheet.entry.title),
        "publisher": sheet.publisher,
        "published": (time_json(sheet.entry.published) or "")[:10],
        "url": address_of(sheet.entry.url or ""),
        "byline": ", ".join(sheet.entry.byline),
    }
    try:
        return Template(TEMPLATE if template is None else template).substitute(values)
    except (KeyError, ValueError) as error:
        raise UsageError(
            f"The template for passages cannot be filled: {one_line(str(error))}.",
            f"Known names: {', '.join('$' + name for name in _NAMES.split())}; a dollar sign is $$.",
        ) from error


def _text(text: str) -> str:
    """A note as Markdown that stays in its place: no tags, no pictures, no link but to the web, no line that begins a block."""
    plain = _SPECIAL.sub(_escaped, clean(text).replace("<", "&lt;"))
    return _OTHER_LINK.sub(r"\1\\]", re.sub(r"(?<!\\)!(?=\[)", r"\!", plain))


def _words(text: str) -> str:
    """A quote whose words stay words: none is a sign of Markdown, and none of its lines begins a block."""
    lines = (_SIGN.sub(r"\\\g<0>", line.strip()).replace("<", "&lt;") for line in clean(text).split("\n"))
    return "\n".join(_SPECIAL.sub(_escaped, line) for line in lines)


def _escaped(begins: re.Match[str]) -> str:
    """The sign that begins a block, as one that does not: of a number it is the dot."""
    space, sign = begins.groups()
    return f"{space}{sign[:-1]}\\{sign[-1]}" if sign[0].isdigit() else f"{space}\\{sign}"


def _inline(text: str) -> str:
    return re.sub(r"(^|\s)(#+)$", r"\1\\\2", _SIGN.sub(r"\\\g<0>", one_line(text)).replace("<", "&lt;"))
