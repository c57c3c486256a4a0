"""What was acknowledged before a fault is found after it. Each fault once here; `python -m tests.faults 20` for many."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("signals, mounts and limits of this kind are not there", allow_module_level=True)

from tests.faults.strikes import STRIKES, possible

SHORT = ("disk full", "rights lost", "upgraded while at work")
REFUSING = ("disk full", "quota", "locked")


def struck(name: str, folder: Path, seed: int) -> None:
    if not possible(name):
        pytest.skip("this user may not make that fault")
    outcome = STRIKES[name](folder, seed)
    assert outcome.lost == ()
    assert outcome.acknowledged > 4
    assert outcome.refused > 0 or name not in REFUSING


@pytest.mark.parametrize("name", SHORT)
def test_nothing_acknowledged_is_lost(name: str, tmp_path: Path) -> None:
    struck(name, tmp_path, 0)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1, 9))
@pytest.mark.parametrize("name", STRIKES)
def test_nor_with_other_seeds(name: str, seed: int, tmp_path: Path) -> None:
    struck(name, tmp_path, seed)
