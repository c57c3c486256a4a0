"""Passages as one HTML page that needs nothing else: no script, no picture, no request."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from reader.formats.hypertext import shown
from reader.formats.passages.notes import mark_of
from reader.formats.passages.sheets import Sheet
from reader.formats.values import time_json
from reader.model import Passage
from reader.text.clean import clean, one_line

_STYLE = """body{font:1.05rem/1.5 Georgia,serif;max-width:40rem;margin:2rem auto;padding:0 1rem}
blockquote{margin:1rem 0 .3rem;padding-left:.8rem;border-left:.3rem solid #c9a400;white-space:pre-line}
.green{border-color:#3a8a3a}.blue{border-color:#3467b8}.red{border-color:#b83434}.note{white-space:pre-line}
.about{color:#666;font-size:.85rem}.gone{opacity:.7}"""


def page(sheets: Iterable[Sheet]) -> str:
    """All passages as an HTML document."""
    body = "\n".join(map(_section, sheets))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Passages</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>Passages</h1>\n{body}\n</body>\n</html>\n"
    )


def _section(sheet: Sheet) -> str:
    entry = sheet.entry
    title = shown(one_line(entry.title))
    if entry.url and urlsplit(entry.url).scheme in {"http", "https"}:
        title = f'<a href="{shown(clean(entry.url))}" rel="noopener">{title}</a>'
    day = (time_json(entry.published) or "")[:10]
    about = " · ".join(shown(one_line(part)) for part in (*entry.byline, sheet.publisher, day) if part)
    parts = "\n".join(map(_passage, sheet.passages))
    return f'<section id="a-{sheet.key}">\n<h2>{title}</h2>\n<p class="about">{about}</p>\n{parts}\n</section>'


def _passage(passage: Passage) -> str:
    gone = " gone" if passage.state == "gone" else ""
    note = f'\n<p class="note">{shown(clean(passage.note))}</p>' if passage.note else ""
    about = " · ".join(shown(one_line(part)) for part in (passage.kind, passage.state, *passage.tags))
    quote = shown(clean(passage.quote))
    return (
        f'<blockquote id="{mark_of(passage)}" class="{passage.kind}{gone}">{quote}</blockquote>{note}\n'
        f'<p class="about">{about}</p>'
    )
