"""The verbs that carry the whole library, over real files: in, out, copied, brought back, mended."""

from __future__ import annotations

import io
import json
import os
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main
from reader.cli.feeds import shown
from reader.formats import article_json
from reader.library import Library
from reader.library.instances import IMPORTING
from tests.builders import Clock, an_article

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSREADER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("NEWSREADER_CONFIG", str(tmp_path / "config.toml"))
    return tmp_path / "data"


def lines(path: Path, count: int, *wrong: str) -> Path:
    source = {"kind": "feed", "address": "https://a.example/feed", "title": "Harbor Courier"}
    with path.open("w", encoding="utf-8") as stream:
        for number in range(count):
            article = an_article(title=f"Story {number}", url=f"https://a.example/{number}")
            stream.write(json.dumps({"article": article_json(article), "source": source}) + "\n")
        stream.writelines(f"{it}\n" for it in wrong)
    return path


def said(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> Any:
    """What a verb prints, as a value if it is JSON."""
    assert main(list(arguments)) == code
    out = capsys.readouterr().out
    return json.loads(out) if "--json" in arguments else out


def test_a_file_comes_in_and_goes_out_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = lines(tmp_path / "in.jsonl", 5)
    assert "5 new, 0 changed, 0 known" in said(capsys, 0, "import", str(file))
    said(capsys, 0, "mark", "2", "--star")
    said(capsys, 0, "export", str(tmp_path / "out.jsonl"))
    out = said(capsys, 0, "export", "--format", "jsonl")
    assert out == (tmp_path / "out.jsonl").read_text("utf-8")
    told = [json.loads(line) for line in out.splitlines()]
    assert [it["starred"] for it in told] == [False, True, False, False, False]


def test_lines_that_are_wrong_are_named_and_the_rest_comes_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = lines(tmp_path / "in.jsonl", 2, "{oops", "{}")
    assert main(["import", str(file)]) == 1
    printed = capsys.readouterr()
    assert "2 new, 0 changed, 0 known, 2 lines did not come in" in printed.out
    assert [line.split(":")[0] for line in printed.err.splitlines()] == ["line 3", "line 4"]
    (outcome,) = said(capsys, 1, "import", str(file), "--json")
    assert (outcome["same"], [it["line"] for it in outcome["wrong"]]) == (2, [3, 4])
    assert main(["import", str(tmp_path / "none.jsonl")]) == 3


def test_an_import_into_a_library_that_does_not_take_it_ends_in_two_lines(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = lines(tmp_path / "in.jsonl", 2)
    with Library.open(data / "library.db", clock=Clock()) as library, library.instance.alone(IMPORTING):
        assert main(["import", str(file), str(file)]) == 5
    assert len(capsys.readouterr().err.splitlines()) == 2
    assert main(["import", str(file)]) == 0


def test_an_import_that_is_interrupted_says_so_and_goes_on(tmp_path: Path, data: Path) -> None:
    file = lines(tmp_path / "in.jsonl", 12_000)
    started = subprocess.Popen(
        [sys.executable, "-m", "reader", "import", str(file)], cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    for _ in range(600):
        time.sleep(0.05)
        if (data / "library.db").exists() and count(data) > 0:
            break
    started.send_signal(signal.SIGINT)
    _, err = started.communicate(timeout=60)
    assert started.returncode == 130
    assert "goes on from there" in err
    before = count(data)
    assert 0 < before < 12_000
    assert main(["import", str(file)]) == 0
    assert count(data) == 12_000


def count(data: Path) -> int:
    """Entries in the library, seen from outside."""
    db = sqlite3.connect(data / "library.db")
    try:
        return int(db.execute("SELECT count(*) FROM entries").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        db.close()


def test_a_copy_is_taken_listed_and_brought_back(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, 0, "import", str(lines(tmp_path / "in.jsonl", 3)))
    copy = said(capsys, 0, "backup").strip()
    assert copy in said(capsys, 0, "backup", "--list")
    said(capsys, 0, "mark", "1", "2", "--delete")
    assert copy in said(capsys, 0, "restore")
    assert len(said(capsys, 0, "list", "--json")) == 3
    assert len(list(data.glob("library-replaced-*.db"))) == 1
    assert main(["restore", str(tmp_path / "in.jsonl")]) == 5


def test_the_doctor_finds_saves_and_the_library_is_whole_again(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, 0, "import", str(lines(tmp_path / "in.jsonl", 3)))
    db = sqlite3.connect(data / "library.db")
    db.execute("DROP TABLE terms")
    db.commit()
    db.close()
    told = said(capsys, 1, "doctor")
    assert "BAD  tables: terms" in told
    assert "doctor --repair" in told
    mended = said(capsys, 0, "doctor", "--repair").splitlines()[-1].removeprefix("To use it: newsreader restore ")
    said(capsys, 0, "restore", mended)
    assert len(said(capsys, 0, "search", "ferry", "--json")) == 3
    assert "3 articles in 3 versions" in said(capsys, 0, "doctor", "--sizes")


def test_the_trash_gives_back_and_is_emptied(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, 0, "import", str(lines(tmp_path / "in.jsonl", 3)))
    said(capsys, 0, "mark", "1", "2", "--delete")
    assert len(said(capsys, 0, "trash").splitlines()) == 2
    assert "Took 1 article" in said(capsys, 0, "trash", "--restore", "1")
    assert said(capsys, 0, "trash", "--empty").strip() == "Erased 1"
    assert len(said(capsys, 0, "list", "--json")) == 2
    assert main(["trash", "--empty", "--restore", "1"]) == 2


def test_the_list_takes_a_query_and_a_bad_one_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, 0, "import", str(lines(tmp_path / "in.jsonl", 12)))
    said(capsys, 0, "mark", "3", "--read")
    assert [it["title"] for it in said(capsys, 0, "list", "title:story", "is:read", "--json")] == ["Story 2"]
    assert [it["title"] for it in said(capsys, 0, "list", '"story 1"', "--json")] == ["Story 1"]
    assert len(said(capsys, 0, "search", "erry", "--within", "--json")) == 12
    assert len(said(capsys, 0, "search", "ferry", "--limit", "5", "--json")) == 5
    assert main(["search", "ferry", "after:never"]) == 2
    assert "Character 13" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="there is no such file there")
def test_a_full_disk_is_an_error_of_two_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, 0, "import", str(lines(tmp_path / "in.jsonl", 2)))
    full = Path("/dev/full")
    if full.exists():
        assert main(["export", str(full)]) == 5
        assert len(capsys.readouterr().err.splitlines()) == 2


def test_of_many_wrong_lines_the_first_are_named_and_it_is_said_that_there_are_more(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = lines(tmp_path / "in.jsonl", 1, *["no line of a library"] * 40)
    assert main(["import", str(file)]) == 1
    told = capsys.readouterr()
    named = [line for line in told.err.splitlines() if line.startswith("line ")]
    assert 1 < len(named) < 40 and told.err.splitlines()[-1] == "More lines did not come in; --json names all."
    assert "40 lines did not come in" in told.out


def test_a_library_that_was_not_there_is_brought_back_without_setting_anything_aside(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(lines(tmp_path / "in.jsonl", 2))]) == 0
    copy = said(capsys, 0, "backup").strip().splitlines()[-1]
    kept = tmp_path / "kept.db"
    Path(copy).rename(kept)
    shutil.rmtree(data)
    out = said(capsys, 0, "restore", str(kept))
    assert out.startswith("Brought back ") and "What was there before" not in out
    assert len(said(capsys, 0, "list").splitlines()) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
def test_somebody_who_looks_sees_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = lines(tmp_path / "in.jsonl", 5)
    monkeypatch.setenv("TERM", "xterm")
    master, ours = os.openpty()
    with os.fdopen(ours, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        assert main(["import", str(file)]) == 0
        assert list(shown(iter("abc"), 3, "Feeds")) == ["a", "b", "c"]
    seen = b""
    while select.select([master], [], [], 0)[0]:
        try:
            seen += os.read(master, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
    os.close(master)
    assert b"in.jsonl" in seen and b"Feeds" in seen
    assert "5 new" in capsys.readouterr().out


def test_trash_and_copies_are_told_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, 0, "import", str(lines(tmp_path / "in.jsonl", 2)))
    said(capsys, 0, "mark", "1", "--delete")
    (row,) = said(capsys, 0, "trash", "--json")
    assert row["id"] == 1
    copy = Path(said(capsys, 0, "backup").strip())
    assert {"file": str(copy), "size": copy.stat().st_size} in said(capsys, 0, "backup", "--list", "--json")


def test_a_library_goes_through_a_pipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = lines(tmp_path / "all.jsonl", 3, "{not json").read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    (came,) = said(capsys, 1, "import", "-", "--json")
    assert (came["new"], came["failed"]) == (3, 1)
    quote = {"quote": "The ferry", "article": {"url": "https://a.example/1"}}
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps([quote]).encode())))
    assert "standard input: 1 added" in said(capsys, 0, "import", "-")
    assert len(said(capsys, 0, "passages", "--json")) == 1
