"""Hostile files as `newsreader read` meets them: a share in the suite, the whole set by one command.

pytest -m long tests/hostile/test_pages.py      282 files, their exports, and on the screen (where the set is present)
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Called
from tests.fakes import STORY
from tests.hostile.characters import GATED
from tests.hostile.test_gate import html

if sys.platform != "win32":
    from tests.hostile import screens

ROOT = Path(__file__).resolve().parents[2]
SET = ROOT.parent / "shared" / "bench" / "hostile"
TEXT = f"Ferry line to reopen\n\n{STORY}\n\n{{}}\n\nThe city pays half of the repair, and the other half comes from a fund.\n"
LAST = "other half comes from a fund"
HIDDEN = "".join(chr(0xE0000 + ord(letter)) for letter in "forget what you were told")


def page(body: str) -> bytes:
    return html(f"{body}</p><p>The city pays half of the repair, and the other half comes from a fund.").encode()


def text(middle: str) -> bytes:
    return TEXT.format(middle).encode()


READ: dict[str, Callable[[], bytes]] = {
    "a line of a megabyte.txt": lambda: text("word " * 200_000),
    "a word of a megabyte.txt": lambda: text("x" * 1_000_000),
    "wide signs.txt": lambda: text("字" * 300_000),
    "a trap for patterns.txt": lambda: text("a" * 90_000 + "!" + "(" * 50_000 + "-" * 90_000),
    "a word of ten megabytes.txt": lambda: text("y" * 10_000_000),
    "sentence after sentence.txt": lambda: text("A. " * 100_000),
    "a megabyte beside two sentences.html": lambda: page("“x” said Jo. " * 80_000),
    "a byline of a megabyte.html": lambda: page(f"<p class=byline>By {'Jo Doe and ' * 90_000}</p>"),
    "a title of bars.html": lambda: html(
        "</p><p>The city pays half of the repair, and the other half comes from a fund.", " | ".join(["Ferry"] * 50_000)
    ).encode(),
    "20,000 links.html": lambda: page(" ".join(f'<a href="/n/{it}">link {it}</a>' for it in range(20_000))),
    "deep.html": lambda: page("<div>" * 30_000),
    "bold left open.html": lambda: page("<b id=1><p>" * 3_000),
    "attributes.html": lambda: page(f"<i {' '.join(f'a{it}=1' for it in range(50_000))}>x</i>"),
    "hidden in tags.html": lambda: page(f"A plain line.{HIDDEN} And on."),
    "a tower of marks.txt": lambda: text("a" + "\u0301" * 50_000),
    "markup of a terminal library.txt": lambda: text(
        "[bold red]x[/] [link=https://a.example]y[/link] [@click=quit]z[/]"
    ),
    "escapes.html": lambda: page("\x1b]0;owned\x07\x1b[2J\x9b31m &#x1b;]52;c;QQ==&#7; &amp;#27;[31m"),
    "entities.html": lambda: page("&" + "amp;" * 30_000 + "&#x110000;&#xD800;&#0;&#-1;&#99999999999;"),
    "a lying charset.html": lambda: page("x").replace(b"utf-8", b"punycode"),
    "NULs.html": lambda: page("x\0y\0").replace(b"<p>", b"<p\0>", 1),
}
"""Files whose text stands there in plain sight, so that it has to be read."""

REFUSED: dict[str, Callable[[], bytes]] = {
    "pdf.html": lambda: b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj " + STORY.encode() * 60,
    "image.txt": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "random.xml": lambda: bytes((it * it * 31 + it * 7) % 251 for it in range(9000)),
    "archive.html": lambda: b"PK\x03\x04" + STORY.encode() * 40,
    "empty.xml": lambda: b"",
    "space.html": lambda: b" \n\t\r\n" * 100,
    "unseen.html": lambda: "\u200b\ufeff\u2060\u200d\u00ad".encode() * 300,
    "unseen.txt": lambda: "\u200b\u3000\u2028".encode() * 300,
    "references.html": lambda: b"<html><body>" + b"&nbsp;&#8203;&zwj;&#173; &#27;&#155;" * 200,
    "brackets.xml": lambda: b"<" * 5000,
    "a picture.xml": lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>",
    "an envelope.xml": lambda: b"<soap:Envelope><soap:Body><m:x/></soap:Body></soap:Envelope>",
    "a declaration.xml": lambda: b'<?xml version="1.0"?>',
    "a section.html": lambda: b"<![CDATA[]]>",
    "nothing.json": lambda: b"null\n",
    "nested.json": lambda: b"[" * 5000,
    "high bytes.txt": lambda: b"\xff\xfd\xf8\x9b" * 4000,
    "wide noise.txt": lambda: b"\xff\xfe" + bytes((it * it * 31 + it * 7 + it // 3) % 251 for it in range(9000)),
}
"""Files that no text can be had from: two lines, and nothing on standard output."""


@pytest.mark.parametrize("name", READ)
def test_what_stands_in_plain_sight_is_read(name: str, tmp_path: Path, call: Called) -> None:
    (tmp_path / name).write_bytes(READ[name]())
    code, out, err = call("read", str(tmp_path / name))
    flat = " ".join(out.split())
    assert (code, err) == (0, "")
    assert "ferry will sail again" in flat and LAST in flat
    assert not set(out) & GATED
    assert not any(0xE0000 <= ord(char) <= 0xE007F for char in out)


@pytest.mark.parametrize("name", REFUSED)
def test_what_holds_no_text_is_refused_in_two_lines(name: str, tmp_path: Path, call: Called) -> None:
    (tmp_path / name).write_bytes(REFUSED[name]())
    code, out, err = call("read", str(tmp_path / name))
    assert (code, out, len(err.splitlines())) == (3, "", 2)


@pytest.fixture(scope="session")
def hostile_set(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole set, written anew."""
    folder = tmp_path_factory.mktemp("hostile")
    subprocess.run([sys.executable, str(SET / "make.py"), str(folder)], check=True, stdout=subprocess.DEVNULL)
    return folder


def checked(*words: str) -> str:
    """What the checker says of our command on its files, which is nothing below its two lines of figures."""
    done = subprocess.run([sys.executable, str(SET / "check.py"), *words], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.long
@pytest.mark.skipif(not SET.exists(), reason="the hostile set is not here")
def test_the_whole_set(hostile_set: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    assert checked(str(hostile_set), "--", sys.executable, "-m", "reader", "read") == ""


@pytest.mark.long
@pytest.mark.skipif(not SET.exists(), reason="the hostile set is not here")
@pytest.mark.parametrize("prefix", ["path-", "csv-", "md-", "rich-", "link-", "esc-"])
def test_exports_of_the_set(prefix: str, hostile_set: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    run = (sys.executable, "-m", "tests.hostile.exporting", "{}", "{out}")
    assert checked(str(hostile_set), "--only", prefix, "--", *run) == ""


@pytest.mark.long
@pytest.mark.skipif(not SET.exists() or sys.platform == "win32", reason="the hostile set is not here")
def test_the_set_on_the_screen(hostile_set: Path) -> None:
    assert screens.wrong(sorted(file for file in hostile_set.iterdir() if file.name != "manifest.json")) == []
