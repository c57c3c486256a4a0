"""Pinned outcomes: kept as they are, and what moves is named."""

from __future__ import annotations

from pathlib import Path

from tests import pins


def test_what_is_pinned_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "pinned" / "table.txt"
    outcomes = {"moved 0": "right 3:4", "a: b\tc": "two\nlines\r\t\u2028", "empty": ""}
    assert pins.read(file) == {}
    pins.write(file, outcomes)
    assert len(file.read_bytes().split(b"\n")) == 4
    assert pins.moved(pins.read(file), outcomes) == []


def test_what_moved_is_named_by_class_and_by_case() -> None:
    before = {f"moved {number}": "right" for number in range(4)} | {"cut 0": "gone", "key": "x"}
    now = before | {"moved 1": "wrong 3:4", "cut 0": "gone sure", "cut 1": "gone"}
    del now["key"]
    told = pins.moved(before, now)
    assert told[:3] == [
        "moved: 1 of 4 came out differently (3 right, were 4, 1 wrong, were 0)",
        "cut: 2 of 1 came out differently (2 gone, were 1)",
        "each: 1 of 1 came out differently (0 x, were 1)",
    ]
    assert told[3:6] == ["  moved 1", "    was right", "    is  wrong 3:4"]


def test_every_table_is_pinned_and_no_other_file_lies_there() -> None:
    for room in pins.ROOMS:
        folder = pins.file_of(room, "x").parent
        assert {it.stem for it in folder.iterdir()} == set(pins.tables(room))
