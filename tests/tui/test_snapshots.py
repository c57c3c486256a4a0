"""Few screens that tell much: four sizes, dark and light, the terminal's own colors, none, and the linear edition."""

from __future__ import annotations

import pytest

from tests import snapshots
from tests.snapshots import SHOTS, Shot

RENEW = "if it is meant so: python -m tests.snapshots, and look at the difference"


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_the_screen_is_as_it_was(shot: Shot) -> None:
    assert snapshots.take(shot) == (snapshots.FOLDER / f"{shot.name}.txt").read_text("utf-8"), RENEW


def test_the_linear_edition_is_as_it_was() -> None:
    assert snapshots.linear_edition() == (snapshots.FOLDER / "linear.txt").read_text("utf-8"), RENEW


def test_there_is_no_snapshot_that_nobody_compares() -> None:
    assert {file.stem for file in snapshots.FOLDER.iterdir()} == {*(shot.name for shot in SHOTS), "linear"}
