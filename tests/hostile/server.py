"""The faulty web server of the hostile set, where the set is present: 68 addresses and what is due for each."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

HOSTILE = Path(__file__).resolve().parents[3] / "shared" / "bench" / "hostile" / "server.py"

present = pytest.mark.skipif(not HOSTILE.exists(), reason="the hostile server is not here")
"""For tests that need it."""


def hostile() -> ModuleType:
    """The server's own module; `start_for_check` of it starts it and names its addresses."""
    spec = importlib.util.spec_from_file_location("hostile_server", HOSTILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
