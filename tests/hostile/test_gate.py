"""One gate (rule 9): every control, format, surrogate and noncharacter through every way in; what the terminal gets."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.cli import main
from reader.formats import article_json
from tests.builders import an_article
from tests.fakes import STORY, Server
from tests.hostile.characters import EMOJI, EVERY, GATED, JOINED, PERSIAN, WHOLE, holding, ranks

Run = Callable[..., str]
"""Words of a command line in; what the terminal got out, looked at."""

LATER = "What else stood on the quay that morning was sold before noon, and nobody asked what it had cost in winter."
ADDRESS = "https://courier.example"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, where the test stands."""
    for name, at in (("DATA_DIR", "data"), ("STATE_DIR", "state"), ("CONFIG", "config.toml")):
        monkeypatch.setenv(f"NEWSREADER_{name}", str(tmp_path / at))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs the command line and fails on anything that the gate should have kept."""

    def called(*words: str, code: int | None = 0) -> str:
        capfdbinary.readouterr()
        assert main(list(words)) == code or code is None
        printed = capfdbinary.readouterr()
        got = (printed.out + printed.err).decode("utf-8")  # strict: half a pair would fail here
        got = got.replace("\r\n", "\n") if "csv" in words else got  # RFC 4180 wants such line ends
        through = sorted({f"U+{ord(char):04X}" for char in got if char in GATED or char in "\r\u2028\u2029"})
        assert not through, f"newsreader {' '.join(words)} let through {through}"
        return got

    return called


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


def written(name: str, text: str) -> str:
    """A file with a text, halves of pairs included; its name."""
    Path(name).write_bytes(text.encode("utf-8", "surrogatepass"))
    return name


def html(text: str, title: str = "Ferry line", head: str = "") -> str:
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head><body><article>"
        f"<h1>{title}</h1><p>{STORY}</p><p>{text}</p><p>{STORY[::-1]}</p></article></body></html>"
    )


def references(text: str, form: str) -> str:
    return "".join(f"&#{form}{ord(char):{form or 'd'}};" if char in EVERY else char for char in text)


PAGES = {
    "raw.html": lambda: html(holding()),
    "halves.html": lambda: html(holding(EVERY)),
    "decimal.html": lambda: html(references(holding(EVERY), "")),
    "hexadecimal.html": lambda: html(references(holding(EVERY), "x")),
    "attributes.html": lambda: html(
        f"{JOINED} {STORY}</p><p>{STORY.upper()}</p>"
        f'<p><img src="a.png" alt="{holding()}"><a href="{ADDRESS}/{holding()}" title="{holding()}">{STORY}</a>'
    ),
    "raw.txt": lambda: f"Ferry line\n\n{STORY}\n\n{holding()}\n\n{STORY}\n",
    "halves.txt": lambda: f"Ferry line\n\n{STORY}\n\n{holding(EVERY)}\n\n{STORY}\n",
    "doubly.html": lambda: html(references(holding(), "x").replace("&", "&amp;")),
}
"""Pages that hold all of them, each in its way."""

OTHERWISE = ("halves.html", "halves.txt", "doubly.html")
"""With two thousand halves as bytes a page is taken for another encoding; what is escaped twice stays escaped once."""


@pytest.mark.parametrize("name", PAGES)
def test_a_page(name: str, run: Run) -> None:
    written(name, PAGES[name]())
    for form in ("text", "markdown", "html", "json"):
        got = run("read", name, "--format", form)
        assert (PERSIAN in got and EMOJI in got) or name in OTHERWISE
    run("summary", name)
    run("add", name)
    run("list")
    run("search", "kw")


@pytest.mark.parametrize("chars", ranks(), ids=lambda chars: f"U+{ord(chars[0]):04X}")
def test_the_head_of_a_page_and_its_way_through_the_library(chars: tuple[str, ...], run: Run, home: Path) -> None:
    text = holding(chars)
    said = {"@type": "NewsArticle", "headline": text, "author": {"name": text}, "description": text,
            "publisher": {"name": text}, "articleSection": text, "datePublished": f"2026-03-14{text}"}  # fmt: skip
    head = f'<script type="application/ld+json">{json.dumps(said)}</script><meta name="author" content="{text}">'
    written("page.html", html("The ice is thin.", text, head))
    assert PERSIAN in run("read", "page.html")
    run("add", "page.html", "page.html")
    assert EMOJI in run("list")
    for words in (
        ["list", "--json"],
        ["sources"],
        ["passages", "add", "1", "--quote", "The ice is thin."],
        ["passages"],
    ):
        run(*words)
    run("mark", "1", "--tag", text, code=None)
    run("passages", "add", "1", "--quote", text, "--note", text, code=None)
    for form in ("markdown", "json", "csv", "html", "w3c"):
        run("passages", "--format", form)
    for form in ("markdown", "html", "json"):
        run("export", "--to", form, "--format", form)
    run("mark", "1", "--delete")
    run("trash")
    run("undo")
    files = [file for form in ("markdown", "html", "json") for file in (home / form).rglob("*")]
    assert files
    assert not any(set(file.name) & GATED for file in files)
    assert not any(set(file.read_text("utf-8")) & GATED for file in files)


def rss(text: str) -> str:
    return (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>{text}</title><link>{ADDRESS}</link>"
        f"<item><title>{text}</title><link>{ADDRESS}/{text}</link><guid>{text}</guid><author>{text}</author>"
        f"<category>{text}</category><enclosure url='{ADDRESS}/{text}' type='{text}' length='{text}'/>"
        f"<description>{text} {STORY}</description></item></channel></rss>"
    )


def atom(text: str) -> str:
    return (
        f"<feed xmlns='http://www.w3.org/2005/Atom'><title type='html'>{text}</title><entry><id>{text}</id>"
        f"<title>{text}</title><link href='{ADDRESS}/{text}'/><author><name>{text}</name></author>"
        f"<updated>{text}</updated><content type='html'>{text} {STORY}</content></entry></feed>"
    )


def json_feed(text: str) -> str:
    item = {"id": text, "title": text, "url": f"{ADDRESS}/{text}", "content_text": f"{text} {STORY}",
            "authors": [{"name": text}], "tags": [text], "language": text}  # fmt: skip
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": text, "items": [item]})


@pytest.mark.parametrize("chars", ranks(), ids=lambda chars: f"U+{ord(chars[0]):04X}")
@pytest.mark.parametrize("form", [rss, atom, json_feed])
def test_a_feed(form: Callable[[str], str], chars: tuple[str, ...], server: Server, run: Run) -> None:
    feed = form(holding(chars))
    assert PERSIAN in run("read", written("feed.xml", feed))
    if form is not json_feed:
        run("read", written("references.xml", form(references(holding(chars), "x"))))
    kind = "application/feed+json" if form is json_feed else "text/xml"
    address = server.page("/feed", feed.encode("utf-8", "surrogatepass"), kind)
    run("add", address)
    assert EMOJI in run("list")
    for words in (["list", "--files"], ["sources"], ["sources", "--json"], ["export", "--format", "opml"]):
        run(*words)
    run("update", "--all")


def test_subscriptions(run: Run) -> None:
    for number, chars in enumerate(ranks()):
        text = holding(chars)
        outline = f'<outline text="{text}"><outline type="rss" text="{text}" title="{text}" htmlUrl="{ADDRESS}/{text}" '
        outline += f'category="{text}" xmlUrl="{ADDRESS}/{number}/{text}"/></outline>'
        name = written(f"list{number}.opml", f"<opml><head><title>{text}</title></head><body>{outline}</body></opml>")
        assert PERSIAN in run("read", name)
        run("import", name)
        urls = f'{ADDRESS}/urls{number} "{text}" "~{text}"\n"query:{text}:{text}"\n'
        run("import", written(f"urls{number}", urls), code=None)
    assert EMOJI in run("sources")
    run("export", "--format", "opml")
    run("export", "--format", "urls")


@pytest.mark.parametrize("chars", ranks(), ids=lambda chars: f"U+{ord(chars[0]):04X}")
def test_an_import(chars: tuple[str, ...], run: Run, home: Path) -> None:
    text = holding(chars)
    told = article_json(an_article(text, title=text, byline=(text,), publisher=text, url=f"{ADDRESS}/{text}"))
    passage = {"id": text, "quote": text, "note": text, "tags": [text], "kind": text, "anchor": text, "places": text}
    source = {"kind": "feed", "address": f"{ADDRESS}/{text}", "title": text, "folder": text}
    line = {"article": told, "source": source, "tags": [text], "passages": [passage]}
    for name, value in (("plain", {"article": told, "source": source}), ("whole", line), ("wrong", {text: text})):
        run("import", written(f"{name}.jsonl", json.dumps(value) + "\n"), code=None)
    run("import", written("torn.jsonl", f'{{"article": "{text}\n{text}\n'), code=None)
    target = {"source": f"{ADDRESS}/{text}", "selector": {"type": "TextQuoteSelector", "exact": text}}
    note = {"type": "Annotation", "id": text, "target": target, "body": {"type": "TextualBody", "value": text}}
    run("import", written("notes.json", json.dumps({"@context": "http://www.w3.org/ns/anno.jsonld", "items": [note]})),
        code=None)  # fmt: skip
    rows = f'title,url,time_added,tags,status,quote,note\n"{text}",{ADDRESS}/{chars[0]},1,"{text}",unread,"{text}",x\n'
    run("import", written("later.csv", rows), code=None)
    cache(home / "cache.db", text)
    run("import", "cache.db")
    assert PERSIAN in run("list")
    for words in (["passages"], ["passages", "--json"], ["sources"], ["export", "--format", "jsonl"]):
        run(*words)


def cache(file: Path, text: str) -> None:
    """newsboat's articles, with that text in all that is text."""
    db = sqlite3.connect(file)
    db.executescript(
        "CREATE TABLE rss_feed (rssurl, url, title);"
        "CREATE TABLE rss_item (guid, title, author, url, feedurl, pubDate, content, unread, enclosure_url,"
        " enclosure_type, flags, deleted);"
    )
    raw = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    db.execute("INSERT INTO rss_feed VALUES (?, ?, ?)", (f"{ADDRESS}/c", raw, raw))
    row = (raw, raw, raw, f"{ADDRESS}/{raw}", f"{ADDRESS}/c", 1, raw, 1, raw, raw, raw, 0)
    db.execute(f"INSERT INTO rss_item VALUES ({', '.join('?' * len(row))})", row)
    db.commit()
    db.close()


def test_settings(run: Run, home: Path) -> None:
    for chars in ranks():
        escaped = "".join(f"\\u{ord(char):04x}" if ord(char) < 0x10000 else char for char in holding(chars))
        escaped = escaped if not any(0xD800 <= ord(char) < 0xE000 for char in chars) else holding(WHOLE[-60:])
        wish = f'theme = "{escaped}"\ncolor = "{escaped}"\n"{escaped}" = 1\n[keys]\n"{escaped}" = "{escaped}"\n'
        written("config.toml", wish)
        assert "BAD" in run("doctor", code=1)
        run("list", code=None)
    written("config.toml", holding())
    run("doctor", code=1)


@pytest.mark.skipif(os.name == "nt", reason="names there are checked by the system")
def test_names_of_files(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    halves = tuple(chr(code) for code in range(0xDC80, 0xDD00))  # bytes that are no UTF-8, as Python names them
    for chars in (*ranks(30), *(halves[start : start + 40] for start in range(0, len(halves), 40))):
        name = "".join(f"k{char}w" for char in chars if char != "\0" and not 0xD800 <= ord(char) < 0xDC80)
        name = "".join(char for char in name if not 0xDD00 <= ord(char) < 0xE000)
        run("read", f"{name}.txt", code=3)
        run("add", f"{name}.txt", code=3)
        run(name, code=2)
        Path(f"{name}.txt").write_text(STORY, "utf-8")
        run("read", f"{name}.txt")
        run("add", f"{name}.txt", name, code=1)
        run("export", f"{name}/x", code=None)
        run("import", f"{name}.txt", code=None)
        monkeypatch.setenv("NEWSREADER_CONFIG", str(home / f"{name}.txt" / name))
        run("doctor", code=2)
        monkeypatch.setenv("NEWSREADER_CONFIG", str(home / "config.toml"))
        monkeypatch.setenv("NEWSREADER_DATA_DIR", str(home / f"{name}.txt"))
        run("list", code=5)
        monkeypatch.setenv("NEWSREADER_DATA_DIR", str(home / "data"))
    run("list")
    run("sources")
    run("paths")


def test_words_of_the_command_line(run: Run) -> None:
    written("page.txt", STORY)
    run("add", "page.txt")
    for chars in ranks():
        text = "".join(f"k{char}w" for char in chars if char != "\0")
        for words in ([text], ["search", text], ["list", text], ["mark", text], ["sources", text], ["passages", text],
                      ["rules", "--words", text, "--hide"], ["rules", "--source", text, "--tag", text], ["rules"],
                      ["sources", "1", "--rename", text], ["sources", "1", "--move", text], ["sources"],
                      ["add", f"http://{text}/"], ["read", f"http://127.0.0.1:1/{text}"], ["list", f"--{text}"]):  # fmt: skip
            run(*words, code=None)


class Rude:
    """Answers with a status line and headers that hold bytes of all kinds."""

    def __init__(self, server: Server) -> None:
        self.server = server

    def says(self, number: int, status: str, **headers: str) -> str:
        return self.server.answer(f"/rude/{number}", status, STORY.encode(), **headers)


def test_errors_of_a_server(server: Server, run: Run) -> None:
    rude = Rude(server)
    latin = "".join(f"k{chr(code)}w" for code in (*range(1, 0x20), *range(0x7F, 0xA0)) if code not in (10, 13))
    wide = holding(WHOLE).encode("utf-8").decode("latin-1").replace("\n", "").replace("\r", "")
    number = 0
    for text in (latin, wide.replace("\0", "")):
        for status, headers in (
            ("500", {}),
            ("404", {}),
            ("999", {"Content_Type": text}),
            ("302", {"Location": f"/x{text}"}),
            ("301", {"Location": f"javascript:{text}"}),
            ("401", {"WWW_Authenticate": f'Basic realm="{text}"'}),
            ("503", {"Retry_After": text}),
            ("200", {"Content_Encoding": text}),
            ("200", {"Content_Type": f"text/html; charset={text}"}),
        ):
            number += 1
            address = rude.says(number, f"{status} {text}", **headers)
            run("read", address, code=None)
            run("add", address, code=None)
    run("sources")
    run("list")


if sys.platform != "win32":
    from tests.terminal import TRUE_COLORS, Terminal, foreign

    def test_the_screen(home: Path) -> None:
        """A list and articles with all of them, passages, what was left out, sources, a theme that is none."""
        text = holding()
        (home / "data").mkdir()
        (home / "themes").mkdir()
        (home / "themes" / "mine.toml").write_text(f'[colors]\n"{"".join(map(escaped, WHOLE))}" = "x"\n', "utf-8")
        theme = f'theme = "mine"\n[keys]\n"{"".join(map(escaped, WHOLE))}" = "x"\n'
        (home / "config.toml").write_text(theme, "utf-8")
        for number, chars in enumerate(ranks()):
            written(f"page{number}.html", html(text, holding(chars)))
        written("raw.txt", f"Ferry line\n\n{STORY}\n\n{text}\n\nADVERTISEMENT {text}\n\n{LATER}\n")
        assert main(["add", "raw.txt", *(f"page{number}.html" for number in range(len(ranks())))]) == 0
        assert main(["passages", "add", "1", "--quote", "ferry will sail", "--note", text]) == 0
        environment = TRUE_COLORS | {"NEWSREADER_CONFIG": str(home / "config.toml")}
        terminal = Terminal(home / "data", environment=environment)
        try:
            terminal.until("help")  # the end of the footer: the screen is there
            sent = terminal.quiet(0.3)
            for keys in ("G", "\r", " ", "x", "q", "i", "J", "'", "q", "t", "\x1b", ",", "q", "?", "q", "/kw\r"):
                terminal.press(keys)
                sent += terminal.quiet(0.1, 3)
        finally:
            terminal.kill()
        assert foreign(sent) == []
        assert PERSIAN.encode() in sent
        assert EMOJI.encode() in sent


def escaped(char: str) -> str:
    """A character as TOML writes it."""
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"
