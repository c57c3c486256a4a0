"""An option is written into the file; what else stands there stays."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.errors import SettingsError
from reader.settings import load, options
from reader.settings.writing import documented, keep, written


def test_an_option_is_changed_in_its_own_line() -> None:
    text = '# mine\nmeasure = 60  # narrow\ntheme = "x"\n\n[keys]\nstar = "S"\n'
    assert written(text, "measure", 70) == '# mine\nmeasure = 70  # narrow\ntheme = "x"\n\n[keys]\nstar = "S"\n'


@pytest.mark.parametrize("value", ['"a # b"', "'a # b'", r'"a \" # b"', "7", "true"])
def test_a_comment_behind_a_value_stays(value: str) -> None:
    assert written(f"theme = {value} # mine = 1\n", "theme", "y") == 'theme = "y" # mine = 1\n'
    assert written(f"theme = {value}\n", "theme", "y") == 'theme = "y"\n'


def test_a_new_option_stands_above_the_tables() -> None:
    found = tomllib.loads(written('[keys]\nstar = "S"\n', "justify", True))
    assert found == {"justify": True, "keys": {"star": "S"}}


def test_a_commented_option_is_made_to_hold() -> None:
    assert tomllib.loads(written(documented(), "points", 5)) == {"points": 5, "keys": {}}


def test_the_documented_file_says_every_option_and_changes_none() -> None:
    text = documented()
    assert tomllib.loads(text) == {"keys": {}}
    assert all(option.name in text and option.help in text for option in options())


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_text_comes_back(value: str) -> None:
    assert tomllib.loads(written('a = 1\ntheme = "b"\n', "theme", value)) == {"a": 1, "theme": value}


def test_a_file_is_made_with_its_folder_and_read_again(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "config.toml"
    keep(file, "measure", 64)
    keep(file, "theme", "newsreader-light")
    found = load({"NEWSREADER_CONFIG": str(file), "NEWSREADER_DATA_DIR": str(tmp_path)})
    assert (found.measure, found.theme, found.mistakes) == (64, "newsreader-light", ())


def test_a_mark_of_the_byte_order_is_none_of_the_text(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("measure = 60\n", "utf-8-sig")  # as editors of Windows write it
    found = {"NEWSREADER_CONFIG": str(file), "NEWSREADER_DATA_DIR": str(tmp_path)}
    assert (load(found).measure, load(found).mistakes) == (60, ())
    keep(file, "measure", 64)
    assert (load(found).measure, load(found).mistakes) == (64, ())


def test_a_link_stays_a_link_and_no_scrap_stays_behind(tmp_path: Path) -> None:
    real = tmp_path / "real.toml"
    real.write_text("measure = 60\n", "utf-8")
    link = tmp_path / "config.toml"
    link.symlink_to(real)
    keep(link, "measure", 61)
    assert link.is_symlink() and real.read_text("utf-8") == "measure = 61\n"
    assert sorted(it.name for it in tmp_path.iterdir()) == ["config.toml", "real.toml"]


def test_a_folder_in_the_way_is_told_in_two_lines(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        keep(tmp_path, "measure", 60)
    assert str(tmp_path) in caught.value.happened and "NEWSREADER_CONFIG" in caught.value.advice


@given(st.lists(st.sampled_from(["# a", "b", "\u2028", "\x85", "\t", "é", " = 1"]), max_size=6).map("".join))
@example("# a\u2028b")
@example("# a\x85")
def test_lines_are_those_of_toml_and_nothing_but_its_own_line_is_changed(around: str) -> None:
    before, behind = f"# {around}\nother = '{around.replace(' = ', ' ')}'\n", f"# {around}\n"
    for text in (f"{before}measure = 60\n{behind}", f"{before}# measure = 76\n{behind}"):
        assert written(text, "measure", 70) == f"{before}measure = 70\n{behind}"
    assert written(before, "measure", 70) == f"{before}measure = 70\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "measure = 70\n"),
        ("measure=60", "measure = 70\n"),
        ('  "measure" = 60\n', "measure = 70\n"),
        ("'measure' = 60 # wide\n", "measure = 70 # wide\n"),
        ("#measure = 60\n", "measure = 70\n"),
        ("# measure = 60\nmeasure = 50\n", "# measure = 60\nmeasure = 70\n"),
        ("measures = 60\n", "measures = 60\nmeasure = 70\n"),
        ("# a measure = 60\n", "# a measure = 60\nmeasure = 70\n"),
        ("[keys]\nmeasure = 'm'\n", "measure = 70\n[keys]\nmeasure = 'm'\n"),
        ("  [keys]\n# measure = 1\n", "measure = 70\n  [keys]\n# measure = 1\n"),
        ("a = 1\n\n", "a = 1\n\nmeasure = 70\n"),
    ],
)
def test_an_option_takes_its_own_line_or_its_comment_s_or_a_new_one_above_the_tables(text: str, found: str) -> None:
    assert written(text, "measure", 70) == found


@pytest.mark.parametrize(
    ("value", "said"),
    [(True, "true"), (False, "false"), (7, "7"), (2.5, "2.5"), ('a"b', '"a\\"b"'), ("\x7f", '"\\u007f"')],
)
def test_a_value_is_written_as_toml(value: object, said: str) -> None:
    assert written("", "theme", value) == f"theme = {said}\n"


def test_the_documented_file_says_what_each_option_takes() -> None:
    told = documented()
    assert "# widest line of an article, in characters, from 30 to 76\n# measure = 76\n" in told
    assert '# whether to use color: auto, always, never\n# color = "auto"\n' in told
    assert "# listen to the mouse\n# mouse = true\n" in told
    assert "# a table of command = key that remaps keys\n[keys]\n" in told


def test_a_file_that_is_no_text_is_left_as_it_is_and_told_so(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="cannot be written: it is not UTF-8 text"):
        keep(file, "measure", 60)
    assert file.read_bytes() == b"\xff\xfe"


def test_nobody_else_may_read_what_is_written(tmp_path: Path) -> None:
    keep(tmp_path / "config.toml", "measure", 60)
    keep(tmp_path / "config.toml", "measure", 61)
    assert (tmp_path / "config.toml").stat().st_mode & 0o777 == 0o600
