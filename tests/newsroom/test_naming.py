"""Sources of the same title are told apart."""

from __future__ import annotations

from reader.model import Source
from reader.newsroom.naming import told_apart


def other(number: int, address: str, title: str = "Courier") -> Source:
    return Source(number, "feed", address, title)


def test_sources_of_one_title_are_told_apart_by_host_or_else_by_address() -> None:
    found = told_apart(
        [
            other(1, "https://www.courier.example/feed"),
            other(2, "https://courier.test/feed", "COURIER"),
            other(3, "https://pilot.example/a/", "Pilot"),
            other(4, "https://www.pilot.example/b", "Pilot"),
            other(5, "/press/lamp", "Lamp"),
            other(6, "/home/lamp", "Lamp"),
            other(7, "https://alone.example/", "Alone"),
            other(8, "https://[broken/a", "Broken"),
            other(9, "https://[broken/b", "Broken"),
        ]
    )
    assert found == {
        1: "Courier (courier.example)",
        2: "COURIER (courier.test)",
        3: "Pilot (pilot.example/a)",
        4: "Pilot (pilot.example/b)",
        5: "Lamp (/press/lamp)",
        6: "Lamp (/home/lamp)",
        8: "Broken ([broken/a)",
        9: "Broken ([broken/b)",
    }
