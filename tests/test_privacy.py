"""README's tables of requests and of files are complete: a loopback server counts, an audit hook lists, a walk looks."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from reader.feeds import guesses
from tests.fakes import PAGE, Server, a_feed

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")

AUDITED = """
import json, os, sys
seen = os.open(sys.argv.pop(1), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
def heed(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        if isinstance(path, (str, bytes)) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND):
            tell("write", os.fsdecode(path))
    elif event in ("os.rename", "os.mkdir", "os.link", "os.symlink"):
        tell("write", os.fsdecode(arguments[1] if event != "os.mkdir" else arguments[0]))
    elif event == "socket.connect":
        tell("connect", str(arguments[1]))
    elif event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"):
        tell("run", str(arguments[0]))
def tell(what, of):
    os.write(seen, (json.dumps([what, of]) + "\\n").encode())
sys.addaudithook(heed)
from io import StringIO
from reader.cli import main
answers, asked = sys.stdout, sys.stdin
for line in asked:
    words, said = json.loads(line)
    sys.stdin, sys.stdout, sys.stderr = StringIO(said), StringIO(), StringIO()
    code = main(words)
    answers.write(json.dumps([code, sys.stderr.getvalue()]) + "\\n")
    answers.flush()
"""


class Life:
    """A home without anything, in which the program is used from the first day on."""

    def __init__(self, home: Path, server: Server) -> None:
        self.home = home
        self.server = server
        self.log = home.parent / "events"
        self.process = subprocess.Popen(
            [sys.executable, "-B", "-c", AUDITED, str(self.log)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=self.home,
            env={"PATH": os.environ["PATH"], "HOME": str(self.home), "PYTHONPATH": str(ROOT), "EDITOR": "true",
                 "LANG": "C.UTF-8", "TMPDIR": str(self.home / "tmp")},
        )  # fmt: skip

    def run(self, *words: str, said: str = "") -> list[str]:
        """Use a verb; the paths that it asked the server for."""
        before = len(self.server.asked)
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(json.dumps([words, said]) + "\n")
        self.process.stdin.flush()
        code, err = json.loads(self.process.stdout.readline())
        assert code == 0, err
        return self.server.paths()[before:]

    def heard(self) -> Iterator[tuple[str, str]]:
        """What the audit hook told of all runs."""
        for line in self.log.read_text("utf-8").splitlines():
            what, of = json.loads(line)
            yield what, of


def rows(name: str) -> list[list[str]]:
    """The cells of a table of README, less its head."""
    found = re.search(rf"<!-- {name}: .*?-->\n(.*?)<!-- end of {name} -->", README, re.DOTALL)
    assert found is not None
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in found[1].splitlines()[2:]]


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Life]:
    home = tmp_path_factory.mktemp("life") / "home"
    home.mkdir()
    (home / "tmp").mkdir()
    with Server() as server:
        life = Life(home, server)
        yield life
        life.process.kill()
        life.process.wait()


GREEDY = PAGE.replace(
    b"</article>",
    b"<img src=/pixel.png srcset='/two.png 2x'><script src=/a.js></script><iframe src=/frame></iframe><video src=/v poster=/p>"
    b"</video><object data=/o></object><link rel=stylesheet href=/s.css><link rel=prefetch href=/next><img src=file:///etc/passwd>"
    b"</article>",
)
"""A page that wants much loaded with it."""


def test_only_what_the_table_says_is_asked_for_and_written(life: Life) -> None:
    server, run = life.server, life.run
    page = server.page("/story", GREEDY)
    feed = server.page("/feed", a_feed("One", address=server.url("/of-feed")), "text/xml")
    site = server.page("/site", b"<link rel=alternate type=application/rss+xml href=/feed><p><img src=/x.png>")
    server.page("/of-feed/1", GREEDY)
    assert run("--linear", said="search gate\nquit\n") == []  # of the samples
    assert run("read", page) == ["/story"]
    assert run("summary", page) == ["/story"]
    assert run("add", page) == ["/story"]
    assert run("add", feed) == ["/feed"]
    assert run("add", site) == ["/site", "/feed"]
    bare = server.page("/", b"<p><img src=/x.png><a href=/story>The harbor</a>")
    usual = {urlsplit(it.address).path for it in guesses(bare)}
    assert {*run("add", bare)} == {"/", *usual}
    assert run("update", "--all") == ["/feed", "/robots.txt", "/of-feed/1"]
    assert run("--linear", said="full 1\nquit\n") == ["/of-feed/1"]
    for words in (["list"], ["search", "ferry"], ["mark", "1", "--star"], ["passages", "add", "1", "--quote", "nine has been"],
                  ["passages"], ["sources"], ["backup"], ["restore"], ["doctor"], ["paths"], ["undo"], ["man"],
                  ["export", "--to", "TO"], ["passages", "--to", "TO/notes"], ["export", "TO/all.jsonl"],
                  ["import", "TO/all.jsonl"], ["doctor", "--repair"]):  # fmt: skip
        assert run(*words) == [], words
    assert run("--linear", said="open 1\nnext\nfind ferry\nquit\n") == []
    _only_loopback(life)
    _only_listed_files(life)


def _only_loopback(life: Life) -> None:
    connected = {of for what, of in life.heard() if what == "connect"}
    assert connected <= {str(("127.0.0.1", life.server.port))}
    assert [of for what, of in life.heard() if what == "run" and of != sys.executable] == []


def _only_listed_files(life: Life) -> None:
    places = {
        "DATA": ".local/share/newsreader",
        "CONFIG": ".config/newsreader",
        "STATE": ".local/state/newsreader",
        "TEMP": "tmp",
        "TO": "TO",
    }
    patterns = []
    for cells in rows("files"):
        for pattern in re.findall(r"`([A-Z]+/[^`]+)`", cells[0]):
            place, _, rest = pattern.partition("/")
            patterns.append(f"{places[place]}/{rest}")
    there = {str(file.relative_to(life.home)) for file in life.home.rglob("*") if file.is_file()}
    opened = {os.path.relpath(life.home / of, life.home) for what, of in life.heard() if what == "write"}
    folders = {str(Path(pattern).parent) for pattern in patterns}
    for name in there | opened:
        listed = any(fnmatch(name, pattern) for pattern in patterns)
        above = any(folder == name or folder.startswith(f"{name}/") for folder in folders)
        tried = re.fullmatch(r"tmp/\w{8}", name)  # Python tries whether a file can be written there
        assert listed or above or tried or name.endswith("dev/null"), name
    assert all(any(fnmatch(name, f"{places['DATA']}/{file}*") for name in there) for file in ("library.db", "backups/"))


@pytest.mark.skipif(os.name == "nt", reason="there are no such modes there")
def test_library_and_its_folder_are_the_persons_alone(life: Life) -> None:
    life.run("add", str(ROOT / "seeds" / "harbor-tide-gate.txt"))
    data = life.home / ".local" / "share" / "newsreader"
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in data.glob("library.db*")} == {0o600}
