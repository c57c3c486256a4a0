"""Settings from file and environment; a mistake is named with its line and costs only its own option."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SettingsError
from reader.settings import Settings, load, options, reread


def loaded(tmp_path: Path, text: str | None, **environment: str) -> Settings:
    file = tmp_path / "config.toml"
    if text is not None:
        file.write_text(text, "utf-8")
    return load({"NEWSREADER_CONFIG": str(file), "NEWSREADER_DATA_DIR": str(tmp_path / "data")} | environment)


def test_without_a_file_every_option_has_its_default(tmp_path: Path) -> None:
    found = loaded(tmp_path, None)
    assert {option.name: getattr(found, option.name) for option in options()} == {
        option.name: option.default for option in options()
    }
    assert found.mistakes == ()


def test_the_file_is_followed(tmp_path: Path) -> None:
    found = loaded(tmp_path, 'measure = 60\nread_after = 5\nsidebar = false\n[keys]\nstar = "S"\n')
    assert (found.measure, found.read_after, found.sidebar) == (60, 5.0, False)
    assert found.keys == {"star": "S"}
    assert isinstance(found.read_after, float)


def test_the_environment_moves_the_files(tmp_path: Path) -> None:
    found = loaded(tmp_path, None, NEWSREADER_STATE_DIR=str(tmp_path / "state"))
    assert found.library_file == tmp_path / "data" / "library.db"
    assert found.log_file == tmp_path / "state" / "newsreader.log"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("theme = 'x'\nmesure = 60\n", "line 2", "measure"),
        ("measure = 'wide'\n", "line 1", "a whole number"),
        ("measure = true\n", "line 1", "a whole number"),
        ("\n\nmeasure = 900\n", "line 3", "from 30 to 76, not 900; 76 is used"),
        pytest.param("measure = 1" + "0" * 400, "line 1", "from 30 to 76", id="too large to say"),
        ("color = 'pink'\n", "line 1", "auto, always, never; auto is used"),
        ("sidebar = 1\n", "line 1", "true or false; true is used"),
        ("[keys]\nstar = 3\n", "line 1", "names of keys"),
        ("read_after = -1\n", "line 1", "from 0 to 3600, not -1; 0 is used"),
    ],
)
def test_a_mistake_is_named_with_line_and_meaning(tmp_path: Path, text: str, line: str, said: str) -> None:
    found = loaded(tmp_path, text)
    (mistake,) = found.mistakes
    assert line in mistake
    assert said in mistake
    assert found.measure == 76


def test_beyond_a_bound_the_bound_is_used_and_otherwise_the_default(tmp_path: Path) -> None:
    found = loaded(tmp_path, "measure = 12\npoints = 9\nread_after = 9999\nlinks = 'blue'\n")
    assert (found.measure, found.points, found.read_after, found.links) == (30, 7, 3600.0, "marked")
    found = loaded(tmp_path, "measure = 50.5\nread_after = nan\n")
    assert (found.measure, found.read_after) == (76, 2.0)
    assert [it.rpartition("; ")[2] for it in found.mistakes] == ["76 is used", "2 is used"]


def test_a_mistake_costs_only_its_own_option(tmp_path: Path) -> None:
    found = loaded(tmp_path, "measure = 'wide'\npoints = 5\n")
    assert (found.measure, found.points) == (76, 5)


def test_a_file_that_is_not_toml_leaves_defaults_and_says_where(tmp_path: Path) -> None:
    found = loaded(tmp_path, "points = 3\nmeasure = = 3\n")
    assert found.measure == 76
    assert found.mistakes[0].startswith("line 2: the file is not TOML")


@pytest.mark.parametrize("value", ["1" + "0" * 6000, "[" * 5000], ids=["digits", "lists"])
def test_what_toml_is_not_read_for_leaves_defaults_too(tmp_path: Path, value: str) -> None:
    found = loaded(tmp_path, f"measure = {value}\n")
    assert found.measure == 76
    assert "the file is not TOML" in found.mistakes[0]


def test_a_file_that_cannot_be_read_is_an_error_of_two_lines(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError) as caught:
        load({"NEWSREADER_CONFIG": str(tmp_path / "config.toml")})
    assert len(str(caught.value).splitlines()) == 2


@pytest.mark.parametrize("name", ["NEWSREADER_DATA_DIR", "NEWSREADER_STATE_DIR", "NEWSREADER_CONFIG"])
def test_a_home_of_nobody_is_an_error_of_two_lines(name: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load({"NEWSREADER_CONFIG": str(tmp_path / "config.toml"), name: "~nobody-has-this-name/news\x1b"})
    assert name in caught.value.happened
    assert len(str(caught.value).splitlines()) == 2
    assert "\x1b" not in str(caught.value)


def test_no_color_is_obeyed_when_it_is_not_empty(tmp_path: Path) -> None:
    assert loaded(tmp_path, None, NO_COLOR="1").color == "never"
    assert loaded(tmp_path, None, NO_COLOR="").color == "auto"
    assert loaded(tmp_path, "color = 'always'\n", NO_COLOR="1").color == "always"


@given(st.text(max_size=200))
def test_any_text_is_settings_or_named_mistakes(text: str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "config.toml"
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            found = load({"NEWSREADER_CONFIG": str(file), "NEWSREADER_DATA_DIR": folder})
        except SettingsError:
            return
    assert 30 <= found.measure <= 76
    assert all("\x1b" not in mistake and "\n" not in mistake for mistake in found.mistakes)


def test_a_mistake_is_told_with_its_own_line(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('points = 3\npoint = 4\n"measure" = "wide"\n')
    found = load({"NEWSREADER_CONFIG": str(file), "NEWSREADER_DATA_DIR": str(tmp_path)})
    assert [it.partition(":")[0] for it in found.mistakes] == ["line 2", "line 3"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("measure = 30\npoints = 1\nread_after = 0\n", (30, 1, 0.0)),
        ("measure = 76\npoints = 7\nread_after = 3600\n", (76, 7, 3600.0)),
        ("read_after = 0.5\n", (76, 3, 0.5)),
    ],
)
def test_the_bounds_themselves_are_taken_and_a_whole_number_for_a_number(
    tmp_path: Path, text: str, values: tuple[int, int, float]
) -> None:
    found = loaded(tmp_path, text)
    assert ((found.measure, found.points, found.read_after), found.mistakes) == (values, ())
    assert isinstance(found.read_after, float)


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("read_after = -0.5\n", "line 1: read_after takes a number from 0 to 3600, not -0.5; 0 is used"),
        ("read_after = 1e15\n", "line 1: read_after takes a number from 0 to 3600; 3600 is used"),
        ("points = 8\n", "line 1: points takes a number from 1 to 7, not 8; 7 is used"),
        ("mouse = 'no'\n", "line 1: mouse takes true or false; true is used"),
        ("theme = 7\n", "line 1: theme takes a text in quotes; newsreader-dark is used"),
        ("read_after = true\n", "line 1: read_after takes a number; 2 is used"),
        ("keys = 7\n", "line 1: keys takes a table"),
        ("messure = 60\n", "line 1: there is no option “messure”: did you mean “measure”?"),
        ("xyz = 60\n", "line 1: there is no option “xyz”"),
        (f"{'x' * 41} = 60\n", f"line 1: there is no option “{'x' * 40}”"),
        ("# a\u2028b\nmouse = 7\n", "line 2: mouse takes true or false; true is used"),
        ("color = 1\n" + "points = 3\n", "line 1: color takes a text in quotes; auto is used"),
        ("\t'links' = 1\n", "line 1: links takes a text in quotes; marked is used"),
        ("[keys]\nx = 1\n", "line 1: keys takes names of keys in quotes"),
        ("keys.x = 1\n", "line 1: keys takes names of keys in quotes"),
        ("\n[measure]\n", "line 2: measure takes a whole number; 76 is used"),
        ("points = 3\npoints = 4\n", "the file is not TOML, so every option has its default"),
    ],
)
def test_a_mistake_says_what_is_taken_and_what_is_used_instead(tmp_path: Path, text: str, mistake: str) -> None:
    (found,) = loaded(tmp_path, text).mistakes
    assert found == mistake or (mistake in found and "not TOML" in mistake)


def test_a_table_of_keys_is_taken_and_a_wrong_one_leaves_none(tmp_path: Path) -> None:
    assert loaded(tmp_path, "[keys]\nstar = 'S'\n").keys == {"star": "S"}
    assert loaded(tmp_path, "[keys]\nstar = 'S'\nread = 1\n").keys == {}


def test_settings_read_again_keep_their_places_and_forget_what_is_gone_from_the_file(tmp_path: Path) -> None:
    found = loaded(tmp_path, "measure = 50\npoints = 9\n")
    (tmp_path / "config.toml").write_text("points = 5\n", "utf-8")
    again = reread(found)
    assert (again.measure, again.points, again.mistakes) == (76, 5, ())
    assert (again.data_dir, again.state_dir, again.config_file) == (found.data_dir, found.state_dir, found.config_file)
    (tmp_path / "config.toml").write_bytes(b"\xff")
    with pytest.raises(SettingsError, match="it is not UTF-8 text"):
        reread(found)
