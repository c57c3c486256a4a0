"""Tags as a person writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.newsroom.tagging import tags_of


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("harbor", ("harbor",)),
        ("a, b", ("a", "b")),
        ("a b,c", ("a", "b", "c")),
        ("#ships ##trade", ("ships", "trade")),
        ("b a b", ("b", "a")),
        ("c#", ("c#",)),
        ("", ()),
        (" , # ,", ()),
        ("\x1b[31mred", ("[31mred",)),
    ],
)
def test_a_text_names_its_tags(text: str, tags: tuple[str, ...]) -> None:
    assert tags_of(text) == tags


@given(st.text())
def test_tags_written_down_again_are_the_same(text: str) -> None:
    tags = tags_of(text)
    assert tags_of(" ".join(f"#{tag}" for tag in tags)) == tags
    assert all(tag and not set(tag) & set(" ,\n\x1b") for tag in tags)
