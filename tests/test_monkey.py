"""A few seconds of random keys; an hour of them: `python -m tests.monkey`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("memory and open files are looked up in /proc", allow_module_level=True)

from tests.monkey import live


def test_random_keys_end_nothing(tmp_path: Path) -> None:
    diary = live(tmp_path, seconds=3.0, seed=7, entries=200)
    assert diary.keys > 10
    assert max(files for _, _, files in diary.seen) < 100


@pytest.mark.long
@pytest.mark.parametrize("seed", [11, 12])
def test_nor_does_anything_grow_in_five_minutes(tmp_path: Path, seed: int) -> None:
    diary = live(tmp_path, seconds=300.0, seed=seed, entries=20_000)
    early, late = diary.growth(300.0)
    assert late < early * 1.2
