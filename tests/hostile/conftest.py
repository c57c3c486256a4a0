"""Hostile files meet the command line as the tests of the command line call it."""

from __future__ import annotations

from tests.cli.conftest import call

__all__ = ["call"]
