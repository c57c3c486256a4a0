"""Articles as files in a real folder: names every system takes, whole or not at all, and only when they changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.model import Article, Passage
from reader.newsroom.exporting import ENDINGS, Form, export, name_of, put, written
from tests.builders import an_article, place

FERRY = an_article("The old ferry sails.", url="https://h.example/ferry")
NOTED = Passage("p", 7, "old ferry", (place(0, 4, 13),), "{}", "Who else?")


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def out(folder: Path, *articles: Article, form: Form = "markdown") -> list[str]:
    """What came of each of these articles, numbered from 1."""
    rows = ((number, article, ()) for number, article in enumerate(articles, 1))
    return [outcome.came for outcome in export(rows, folder, form)]


@pytest.mark.parametrize("form", ENDINGS)
def test_an_article_becomes_a_file_named_for_it(tmp_path: Path, form: Form) -> None:
    (outcome,) = export([(7, FERRY, (NOTED,))], tmp_path, form)
    assert (outcome.came, outcome.entries, outcome.title) == ("new", (7,), "Ferry line to reopen")
    file = Path(outcome.source)
    assert file == tmp_path / f"2026-03-14-ferry-line-to-reopen-7{ENDINGS[form]}"
    assert file.read_text("utf-8") == written(form, FERRY, (NOTED,))
    assert "old ferry" in file.read_text("utf-8")


def test_notes_go_along_where_people_read(tmp_path: Path) -> None:
    assert "Who else?" in written("markdown", FERRY, (NOTED,))
    assert "Who else?" in written("html", FERRY, (NOTED,))
    told = json.loads(written("json", FERRY, (NOTED,)))
    assert told["title"] == FERRY.title
    assert [(it["quote"], it["note"]) for it in told["passages"]] == [(NOTED.quote, "Who else?")]


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    assert out(tmp_path / "a" / "b", FERRY) == ["new"]
    assert len(names(tmp_path / "a" / "b")) == 1


def test_what_is_the_same_is_not_touched(tmp_path: Path) -> None:
    assert out(tmp_path, FERRY) == ["new"]
    (file,) = tmp_path.iterdir()
    os.utime(file, (1, 1))
    before = file.stat()
    assert out(tmp_path, FERRY) == ["same"]
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_what_changed_is_replaced_whole(tmp_path: Path) -> None:
    out(tmp_path, FERRY)
    (file,) = tmp_path.iterdir()
    assert out(tmp_path, an_article("The old ferry sank.", url="https://h.example/ferry")) == ["changed"]
    assert names(tmp_path) == [file.name]
    assert "sank" in file.read_text("utf-8")
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert out(tmp_path, an_article("The old ferry sank.", url="https://h.example/ferry")) == ["changed"]


def test_what_is_no_text_in_utf8_is_written_and_then_the_same(tmp_path: Path) -> None:
    odd = an_article("half a sign \ud83d and a line\rend", title="\ud83d")
    assert out(tmp_path, odd) == ["new"]
    assert out(tmp_path, odd) == ["same"]


HOSTILE = [
    "../../etc/passwd", "/etc/passwd", "C:\\con", "CON", "a:b*c?d\"e<f>g|h", ".hidden", "-rf", "~", "", "…", "a\nb\x00c\x1b[2J",
    "漢" * 300, "é" * 300, "word " * 100, "👩‍👩‍👧", "مرحبا", "ﬁne ①", "a" * 4000, "$(rm -rf)", "\ud83d", "%2e%2e", "ẞ" * 90,
]  # fmt: skip


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_becomes_a_plain_file_in_the_folder(tmp_path: Path, title: str) -> None:
    folder = tmp_path / "out"
    assert out(folder, an_article(title=title)) == ["new"]
    assert [each.name for each in tmp_path.iterdir()] == ["out"]
    (name,) = names(folder)
    assert name.startswith("2026-03-14-")
    assert name.endswith("-1.md")


@given(st.text(max_size=200), st.integers(-99, 2**62), st.booleans())
def test_every_name_is_taken_by_every_system(title: str, number: int, dated: bool) -> None:
    name = name_of(number, an_article(title=title, **({} if dated else {"published": None})))
    assert all(char.isalnum() or char == "-" or char.isidentifier() or f"a{char}".isidentifier() for char in name), name
    assert len(f".{name}.html.{2**22}.part".encode()) <= 143
    assert name[0].isalnum()
    assert name[-1].isalnum()


@pytest.mark.parametrize(
    ("title", "number", "name"),
    [
        ("Ferry: line & co.", 3, "2026-03-14-ferry-line-co-3"),
        ("हिन्दी समाचार", 3, "2026-03-14-हिन्दी-समाचार-3"),
        ("渡轮将恢复", 3, "2026-03-14-渡轮将恢复-3"),
        ("", 3, "2026-03-14-article-3"),
        ("Ferry", -2, "2026-03-14-ferry-sample2"),
    ],
)
def test_a_name_tells_day_title_and_number(title: str, number: int, name: str) -> None:
    assert name_of(number, an_article(title=title)) == name


def test_a_long_title_is_cut_between_characters() -> None:
    assert name_of(3, an_article(title="漢" * 300, published=None)) == f"undated-{'漢' * 26}-3"


def test_two_entries_with_one_title_are_two_files(tmp_path: Path) -> None:
    assert out(tmp_path, FERRY, FERRY) == ["new", "new"]
    assert len(names(tmp_path)) == 2


def refused(folder: Path) -> ReaderError:
    with pytest.raises(ReaderError) as caught:
        out(folder, FERRY)
    assert len(str(caught.value).splitlines()) == 2
    assert caught.value.__cause__ is not None
    return caught.value


def test_a_file_where_the_folder_should_be_is_said_in_two_lines(tmp_path: Path) -> None:
    file = tmp_path / "out"
    file.write_text("mine", "utf-8")
    assert str(file) in refused(file).happened
    refused(file / "below")
    assert file.read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", ["a\x00b", "n" * 300, "\x1b[2J" + "n" * 300])
def test_a_name_that_no_folder_can_have_is_said_in_two_lines(tmp_path: Path, name: str) -> None:
    assert all(char.isprintable() for char in refused(tmp_path / name).happened)


def test_a_folder_where_the_file_should_be_stays_and_nothing_is_left_behind(tmp_path: Path) -> None:
    there = tmp_path / f"{name_of(1, FERRY)}.md"
    there.mkdir()
    refused(tmp_path)
    assert names(tmp_path) == [there.name]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of another kind")
def test_a_folder_that_may_not_be_written_is_said_in_two_lines(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o555)
    if os.access(folder, os.W_OK):
        pytest.skip("the superuser may write everywhere")
    try:
        assert "locked" in refused(folder).happened
        assert names(folder) == []
    finally:
        folder.chmod(0o755)


@pytest.mark.skipif(sys.platform != "linux", reason="limits of a process as Linux has them")
def test_a_file_that_does_not_fit_leaves_the_old_one_whole(tmp_path: Path) -> None:
    """A process that may write 4 KB at most stands for a full disk."""
    file = tmp_path / "a.md"
    put(file, b"old")
    code = (
        "import resource, signal, sys; from pathlib import Path; from reader.errors import ReaderError\n"
        "from reader.newsroom.exporting import put\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try: put(Path(sys.argv[1]), b'new' * 9999)\n"
        "except ReaderError as error: print(error)\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True, cwd=root)
    assert len(done.stdout.splitlines()) == 2
    assert names(tmp_path) == ["a.md"]
    assert file.read_bytes() == b"old"


def test_what_was_written_before_a_failure_stays(tmp_path: Path) -> None:
    (tmp_path / f"{name_of(2, FERRY)}.md").mkdir()
    with pytest.raises(ReaderError):
        out(tmp_path, FERRY, FERRY)
    assert (tmp_path / f"{name_of(1, FERRY)}.md").is_file()
