"""Sources and files in words."""

from __future__ import annotations

from reader.library import Origin
from reader.model import Enclosure
from tests.linear.conftest import Talk


def test_each_source_is_a_sentence(talk: Talk) -> None:
    talk.add()
    talk.room.library.sources.add(Origin("feed", "https://pilot.example/feed", "Pilot", "News"))
    talk.room.library.visits.keep([(2, '{"failures": 2}', "It is away.")])
    assert talk.answer("sources").splitlines() == [
        "2 sources:",
        "1. Harbor Courier, 1 unread of 1.",
        "2. Pilot, 0 unread of 0, in News, failed 2 times: It is away.",
        "filter from: and a name lists what one of them has.",
    ]
    assert "Pilot" not in talk.answer("sources harbor")
    assert talk.answer("sources nobody").splitlines()[0] == "There is no source."


def test_files_are_told_with_kind_and_size_and_without_secrets(talk: Talk) -> None:
    entry = talk.add()
    assert talk.answer("files 1").splitlines()[0] == "No file came with this entry."
    talk.room.library.fed.enclose([(entry, [Enclosure("https://c.example/a.mp3?token=s", "audio/mpeg", 2_500_000)])])
    assert talk.answer("files 1") == talk.answer("1", "files") == "https://c.example/a.mp3, audio/mpeg, 2.5 MB."
