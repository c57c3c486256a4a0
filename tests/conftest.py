"""What every test shares: how hypothesis searches."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A busy machine must not fail a test: neither one slow example nor slow making of examples says anything about us.
settings.register_profile("suite", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")
