"""Files, folders and standard input as pages; what cannot be read is named."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from reader import files
from reader.errors import UnreadableError


def test_a_file_is_a_page_with_its_full_path(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<p>one")
    (page,) = files.pages(str(tmp_path / "a.html"))
    assert (page.data, page.address, page.content_type) == (b"<p>one", str(tmp_path / "a.html"), "text/html")
    assert page.fetched is not None


def test_a_folder_gives_its_pages_by_name_and_those_below(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("b")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.htm").write_text("a")
    (tmp_path / "picture.png").write_bytes(b"x")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "c.txt").write_text("c")
    assert [Path(page.address or "").name for page in files.pages(str(tmp_path))] == ["b.txt", "a.htm"]


def test_standard_input_is_a_page_without_address() -> None:
    (page,) = files.pages("-", io.BytesIO(b"words"))
    assert (page.data, page.address) == (b"words", None)


@pytest.mark.parametrize("name", ["nowhere.txt", "bad\x1b[31mname.txt", "nul\x00byte", "x" * 5000])
def test_what_is_not_there_is_named_in_two_clean_lines(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        list(files.pages(str(tmp_path / name)))
    said = str(caught.value)
    assert len(said.splitlines()) == 2
    assert "\x1b" not in said


def test_of_a_folder_pages_texts_and_mails_are_taken(tmp_path: Path) -> None:
    taken = ["a.html", "b.MHTML", "c.mht", "d.webarchive", "e.eml", "f.txt", "g.md", "h.htm"]
    for name in (*taken, "i.png", "j.pdf", "k"):
        (tmp_path / name).write_bytes(b"words")
    assert [Path(page.address or "").name for page in files.pages(str(tmp_path))] == taken


def test_a_folder_without_pages_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="holds no pages"):
        list(files.pages(str(tmp_path)))


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(files.LARGEST + 1)
    with pytest.raises(UnreadableError, match="larger than 24 MB"):
        list(files.pages(str(tmp_path / "huge.txt")))
    with (tmp_path / "huge.txt").open("r+b") as file:
        file.truncate(files.LARGEST)
    assert len(list(files.pages(str(tmp_path / "huge.txt")))) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of Unix")
def test_a_named_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableError, match="is not a file"):
        list(files.pages(str(tmp_path / "pipe.txt")))
