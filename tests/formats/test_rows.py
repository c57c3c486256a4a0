"""Rows of listings as programs read them: names and shapes that scripts rely on, written out whole."""

from __future__ import annotations

import json
from dataclasses import replace

from reader.formats.rows import digest_json, entry_json, file_json, found_json, outcome_json, summary_json
from reader.model import Enclosure, Entry, Figure, Found, Name, Outcome, Point, Said, Summary
from tests.builders import NOON, an_entry, place

AT = place(2, 3, 9)
AT_JSON = {"part": "block", "index": 2, "start": 3, "end": 9}
BARE = {
    "id": 7,
    "title": "Ferry",
    "source": "",
    "publisher": None,
    "byline": [],
    "url": None,
    "language": None,
    "published": None,
    "added": None,
    "read": None,
    "starred": None,
    "tags": [],
    "passages": 0,
    "versions": 1,
    "words": 0,
    "preview": None,
    "sample": False,
}


def test_an_entry_of_which_nothing_is_known_has_all_its_keys() -> None:
    assert entry_json(Entry(7, "Ferry")) == BARE


def test_an_entry_tells_what_is_known() -> None:
    entry = an_entry(
        publisher="Courier", byline=("Ines", "Tom"), url="https://a.example/", language="en", read=NOON, starred=NOON,
        tags=("sea", "port"), passages=2, versions=3, words=400, preview="It sails.", sample="ferry",
    )  # fmt: skip
    noon = "2026-03-14T12:00:00Z"
    assert entry_json(entry) == BARE | {
        "id": 1, "title": "Ferry line to reopen", "source": "Harbor Courier", "publisher": "Courier", "byline": ["Ines", "Tom"],
        "url": "https://a.example/", "language": "en", "published": noon, "added": noon, "read": noon, "starred": noon,
        "tags": ["sea", "port"], "passages": 2, "versions": 3, "words": 400, "preview": "It sails.", "sample": True,
    }  # fmt: skip


def test_what_a_search_found_is_an_entry_with_its_snippet() -> None:
    found = found_json(Found(Entry(7, "Ferry"), "the ferry sails", ((4, 9),)))
    assert found == BARE | {"snippet": "the ferry sails", "spans": [[4, 9]]}


def test_a_file_has_its_address_type_and_size() -> None:
    assert file_json(Enclosure("https://a.example/t.mp3", "audio/mpeg", 9)) == {
        "address": "https://a.example/t.mp3",
        "type": "audio/mpeg",
        "size": 9,
    }
    assert file_json(Enclosure("https://a.example/")) == {"address": "https://a.example/", "type": None, "size": None}


def test_an_outcome_tells_what_came_or_what_happened_and_what_to_try() -> None:
    nothing = {"title": None, "happened": None, "advice": None, "trouble": None, "changed": 0, "hidden": 0}
    assert outcome_json(Outcome("a.html", "new", (3, 4), "Pier")) == nothing | {
        "source": "a.html",
        "came": "new",
        "entries": [3, 4],
        "title": "Pier",
    }
    failed = {"happened": "No answer.", "advice": "Try later.", "trouble": "timeout"}
    assert (
        outcome_json(Outcome("b", "failed", happened="No answer.", advice="Try later.", trouble="timeout"))
        == nothing | {"source": "b", "came": "failed", "entries": []} | failed
    )


def test_a_summary_tells_of_each_sentence_where_it_stands_or_why_nowhere() -> None:
    points = (
        Point("It sails in May.", AT),
        Point("It costs 7 million.", None, ((9, 10),), True, AT, "numbers"),
        Point("It is said.", checked=False),
    )
    assert summary_json(Summary("Key points", "publisher", points, "Made by a machine.")) == {
        "label": "Key points",
        "origin": "publisher",
        "remark": "Made by a machine.",
        "points": [
            {"text": "It sails in May.", "place": AT_JSON, "unknown": [], "checked": True, "nearest": None, "doubt": None},
            {
                "text": "It costs 7 million.", "place": None, "unknown": ["7"], "checked": True, "nearest": AT_JSON,
                "doubt": "numbers",
            },
            {"text": "It is said.", "place": None, "unknown": [], "checked": False, "nearest": None, "doubt": None},
        ],
    }  # fmt: skip


def test_all_that_is_told_beside_an_article_has_its_places() -> None:
    said, figure = Said(AT, "Ines", True), Figure("7 million", "money", (AT, replace(AT, index=4)), AT)
    name = Name("Ines Moreau", "person", 2, (AT,))
    told = digest_json([Summary("Chosen", "chosen")], [said, Said(AT)], [figure], [name])
    assert told == {
        "summaries": [{"label": "Chosen", "origin": "chosen", "remark": None, "points": []}],
        "said": [
            {"speaker": "Ines", "sure": True, "place": AT_JSON},
            {"speaker": None, "sure": False, "place": AT_JSON},
        ],
        "figures": [
            {"text": "7 million", "kind": "money", "places": [AT_JSON, AT_JSON | {"index": 4}], "sentence": AT_JSON}
        ],
        "names": [{"text": "Ines Moreau", "kind": "person", "count": 2, "places": [AT_JSON]}],
    }
    assert json.loads(json.dumps(told)) == told
