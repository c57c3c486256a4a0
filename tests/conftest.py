"""What tests share: how hypothesis searches, and how a program is started that looks at itself."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# A busy machine must not fail a test: neither one slow example nor slow making of examples says anything about us.
settings.register_profile("suite", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


def unmeasured() -> dict[str, str]:
    """The environment without coverage.py, which imports modules of its own into each program and writes a file at its end."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
