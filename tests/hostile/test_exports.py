"""What texts of strangers are in a file that another program opens: words, never markup, a formula or a path."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest

from reader.formats.markdown import markdown
from reader.formats.passages import FORMATS, note_name, notes, sheet
from reader.formats.webpage import webpage
from reader.model import Block, Note, Passage, Span
from reader.newsroom.exporting import name_of
from tests.builders import NOON, an_article, an_entry

LIVE = (
    "[c](javascript:alert(1))",
    "[c]( JaVaScRiPt:alert(1))",
    "![i](<data:text/html,x>)",
    "](javascript:alert(1))",
    "\\](vbscript:x)",
    "[x\\\\](file:///etc/passwd)",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<iframe src = 'data:text/html,x'>",
    "</title></script><script>alert(1)</script>",
    "\"><object data=x> ' onmouseover='alert(1)",
    "-->&lt;svg onload=alert(1)&gt;",
    "href=javascript:alert(1)",
)
"""Words that are alive where nobody takes care."""

FORMULAS = (
    "=1+1",
    "+cmd|x",
    "-cmd|x",
    "@SUM(1)",
    "|calc",
    " =1",
    "\u00a0=1",
    "\u3000@x",
    "\t=1",
    "＝1",
    "＋x",
    "－x",
    "＠x",
    "| a | b |",
    "\n=1",
)

NAMES = (
    "../../etc/owned", "C:\\owned", "con", "COM1", "aux ", "LPT9.md", "nul.", "-rf", ".bashrc", "~root", "…", "a" * 999,
    "é" * 400, "漢" * 400, "\u0301", "\u202egpj", "a\u2028b", "．．／owned", "x:y*z?", "$(touch owned)", "=cmd", "", " ", "²",
)  # fmt: skip

_MARKDOWN = re.compile(
    r"(?<!\\)(?:\\\\)*\]\(\s*<?(javascript|data|file|vbscript):|(?<![\\`])<(script|iframe|img|object)\b", re.I
)
_HTML = re.compile(r"<script|(href|src)\s*=\s*[\"']?\s*(javascript|data:|file|vbscript):|\son\w+\s*=", re.I)
_FORMULA = re.compile(r"\s*[=+@|＝＋－＠]|\s*-[^\d\s]|[\t\r]")


@pytest.mark.parametrize("text", LIVE)
def test_nothing_comes_alive(text: str) -> None:
    link = Span(0, len(text), "link", f"https://a.example/{text.replace(' ', '%20')}")
    blocks = (
        Block("paragraph", text, spans=(link,)),
        Block("heading", text, level=2),
        Block("quote", text, author=text),
        Block("list_item", text),
        Block("table", text, rows=((text, text),)),
        Block("image", "", caption=text, credit=text),
    )
    article = an_article(
        title=text, standfirst=text, byline=(text,), publisher=text, language=text, notes=(Note("correction", text),)
    )
    article = replace(article, blocks=blocks)
    found = Passage("1" * 32, 1, text, (), "", text, (text,), created=NOON)
    page = sheet(an_entry(title=text, byline=(text,), publisher=text, url=link.address), (found,), article)
    for made in (markdown(article, [found]), notes(page), FORMATS["markdown"]([page])):
        assert not _MARKDOWN.search(made)
    for made in (webpage(article, [found]), FORMATS["html"]([page])):
        assert not _HTML.search(made)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_calculated(text: str) -> None:
    found = Passage("1" * 32, 1, text, (), "", text, (text,), created=NOON)
    made = FORMATS["csv"]([sheet(an_entry(title=text, publisher=text), (found,))])
    cells = [cell for row in csv.reader(io.StringIO(made)) for cell in row]
    assert not [cell for cell in cells if _FORMULA.match(cell)]


@pytest.mark.parametrize("title", NAMES)
def test_a_title_is_no_path(title: str) -> None:
    entry = an_entry(title=title, url="https://a.example/1")
    for name in (note_name(sheet(entry, ())), name_of(1, an_article(title=title))):
        assert not re.search(r"[\x00-\x1f\x7f-\x9f/\\:*?\"<>|\u202a-\u202e\u2066-\u2069]", name)
        assert not re.match(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)|[-.~=@+ ]", name)
        assert len(name.encode()) <= 200
        assert not name.endswith((" ", "."))
