"""`newsreader sources`, and subscriptions through `import` and `export`."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from reader import newsroom, opml, settings
from tests.cli.conftest import Called

LIST = 'https://courier.example/feed "port" "~Courier"\nhttps://gazette.example/rss?token=s3cret "~Gazette"\n'


@pytest.fixture
def urls(call: Called, tmp_path: Path) -> Path:
    (tmp_path / "urls").write_text(LIST)
    assert call("import", str(tmp_path / "urls"))[:2] == (0, "urls: 2 feeds new, 0 known\n")
    return tmp_path / "urls"


def told(call: Called) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(call("sources", "--json")[1])
    return found


def test_a_source_is_renamed_moved_muted_and_asked_at_its_own_pace(urls: Path, call: Called) -> None:
    words = ["--rename", "My Courier", "--move", "News/Local", "--interval", "30", "--mute", "7", "--full", "never"]
    code, out, _ = call("sources", "courier", *words)
    assert (code, len(out.splitlines())) == (0, 5)
    courier = told(call)[1]
    assert (courier["title"], courier["folder"], courier["interval"], courier["full"]) == (
        "My Courier", "News/Local", 30, "never",
    )  # fmt: skip
    assert courier["muted"]
    row = call("sources", "My Courier")[1]
    assert "in News/Local; #port; every 30 minutes; full articles: never; muted until" in row
    for _ in range(5):
        assert call("undo")[0] == 0
    assert told(call)[0]["title"] == "Courier"
    assert "kept for 30 days" in call("sources", "1", "--keep", "30")[1] + call("sources", "1")[1]
    call("sources", "1", "--keep", "0", "--move", "", "--interval", "0", "--mute", "0", "--full", "auto")
    assert told(call)[0]["folder"] is None


def test_the_source_of_kept_samples_is_told_in_words(call: Called) -> None:
    call("list")
    with newsroom.start(settings.load(), samples=True) as room:
        room.keep(-1)
    assert call("sources")[1].rstrip().endswith("Samples  pages that came with the program")


def test_a_removed_source_comes_back_by_undo(urls: Path, call: Called) -> None:
    assert call("sources", "https://gazette.example/rss", "--remove")[1] == "Removed the source Gazette\n"
    assert [it["title"] for it in told(call)] == ["Courier"]
    call("undo")
    assert len(told(call)) == 2


@pytest.mark.parametrize(
    "words",
    [
        ["--rename", "X"],
        ["nobody"],
        ["example", "--mute", "3"],
        ["courier", "gazette", "--rename", "X"],
        ["courier", "--interval", "1"],
        ["courier", "--full", "perhaps"],
    ],
)
def test_what_is_not_meant_is_said_in_two_lines(urls: Path, call: Called, words: list[str]) -> None:
    code, _, err = call("sources", *words)
    assert (code, len(err.splitlines())) == (2, 2)
    assert [it["title"] for it in told(call)] == ["Courier", "Gazette"]


def test_a_login_is_read_from_standard_input_and_shown_nowhere(
    urls: Path, call: Called, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("jo:pass word\n"))
    assert call("sources", "courier", "--login")[0] == 0
    assert "with a login" in call("sources", "courier")[1]
    everything = call("sources", "--json")[1] + call("export", "--format", "opml")[1] + call("export")[1]
    assert "pass word" not in everything
    assert "s3cret" not in everything
    private = opml.read(call("export", "--format", "opml", "--private")[1].encode()).feeds
    assert [it.address for it in private] == [
        "https://jo:pass word@courier.example/feed",
        "https://gazette.example/rss?token=s3cret",
    ]


def test_where_no_login_is_given_the_one_that_is_there_stays(
    urls: Path, call: Called, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("jo:pass word\n"))
    call("sources", "courier", "--login")
    code, _, err = call("sources", "courier", "--login")  # standard input is at its end
    assert (code, len(err.splitlines())) == (2, 2)
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)
    assert call("sources", "courier", "--login")[0] == 2  # Control-D where the name is asked for
    assert "with a login" in call("sources", "courier")[1]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    assert call("sources", "courier", "--login")[0] == 0
    assert "with a login" not in call("sources", "courier")[1]


@pytest.mark.parametrize("form", ["opml", "urls"])
def test_subscriptions_go_out_to_a_file_and_come_in_again(
    urls: Path, call: Called, tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / f"out.{form}"
    code, out, err = call("export", "--format", form, str(file))
    assert (code, out, err) == (0, "", f"Exported the subscriptions to {file}\n")
    monkeypatch.setenv("NEWSREADER_DATA_DIR", str(tmp_path / "other"))
    assert call("import", str(file))[1] == f"out.{form}: 2 feeds new, 0 known\n"
    assert call("export", "--format", form)[1] == file.read_text("utf-8")


def test_what_of_a_list_is_not_taken_is_named(call: Called, tmp_path: Path) -> None:
    (tmp_path / "urls").write_text('exec:rm\nhttps://a.example/feed\n"query:Unread:x"\n')
    code, out, err = call("import", str(tmp_path / "urls"))
    assert (code, out) == (1, "urls: 1 feed new, 0 known\n")
    assert err.splitlines() == [
        "exec:rm runs a program; not taken",
        "the query feed Unread asks what no search here can; not taken",
    ]
    (told,) = json.loads(call("import", "--json", str(tmp_path / "urls"))[1])
    whys = [each["why"] for each in told["wrong"]]
    assert (told["new"], told["same"], whys) == (0, 1, [it.removesuffix("; not taken") for it in err.splitlines()])
