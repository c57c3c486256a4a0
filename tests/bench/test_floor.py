"""The floor holds: what was reached on the open half is not lost by the way."""

from __future__ import annotations

import pytest

from tests.bench import floor, pages


def test_a_lower_figure_is_named_and_a_higher_one_is_not() -> None:
    assert floor.sunk({"news": 0.97, "web": 0.94}, {"news": 0.969, "web": 0.95}) == ["news: 0.9690 is below 0.9700"]
    assert floor.sunk({"news": 0.97}, {"news": 0.9698}) == []


def test_every_set_has_its_floor() -> None:
    assert set(floor.pinned()) == set(pages.KINDS)


@pytest.mark.long
@pytest.mark.skipif(not pages.BENCH.is_dir(), reason="the benchmark is not there")
def test_the_open_half_is_read_as_well_as_it_was() -> None:
    assert not floor.sunk(floor.pinned(), floor.measured())
