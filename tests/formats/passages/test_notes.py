"""Notes of passages: what each shows, by which id it is known again, and that foreign words stay words."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.passages import note_name, notes, sheet, together
from reader.formats.passages.notes import front_matter, mark_of, passage_note
from reader.model import Passage, State
from reader.text.clean import one_line
from tests.builders import NOON, an_entry

ENTRY = an_entry(7, url="https://harbor.example/ferry", publisher="Harbor Courier", byline=("Ines Moreau", "Tom Ek"))
FIRST = Passage("0" * 31 + "1", 7, "The city pays half", (), "{}", created=NOON)


def shown(passage: Passage, template: str | None = None) -> str:
    """One passage as it stands in a note."""
    return passage_note(sheet(ENTRY, (passage,)), passage, template)


def fields(text: str) -> dict[str, object]:
    """The front matter of a note, read as the YAML that it is: a name and a JSON value a line."""
    lines = text.split("---\n")[1].splitlines()
    return {name: json.loads(value) for name, _, value in (line.partition(": ") for line in lines)}


def test_what_is_known_of_an_article_stands_above_its_passages() -> None:
    tagged = (Passage("a", 7, "x", (), "", tags=("sea", "port")), Passage("b", 7, "y", (), "", tags=("money", "sea")))
    assert fields(notes(sheet(ENTRY, tagged))) == {
        "title": "Ferry line to reopen",
        "url": "https://harbor.example/ferry",
        "publisher": "Harbor Courier",
        "authors": ["Ines Moreau", "Tom Ek"],
        "published": "2026-03-14T12:00:00Z",
        "tags": ["money", "port", "sea"],
        "newsreader": sheet(ENTRY, ()).key,
    }


def test_what_is_not_known_of_it_is_left_out() -> None:
    bare = an_entry(7, source="", published=None)
    assert list(fields(front_matter(sheet(bare, (FIRST,))))) == ["title", "newsreader"]


@given(st.text(max_size=40).map(one_line))
def test_no_title_or_name_ends_the_head_of_a_note(text: str) -> None:
    told = front_matter(sheet(an_entry(7, text, byline=(text,)), (Passage("a", 7, "x", (), "", tags=(text,)),)))
    assert told.startswith("---\ntitle: ") and told.endswith("---\n")
    assert len(told.split("\n---\n")) == 2
    assert fields(told)["tags"] == [text]


@pytest.mark.parametrize(
    ("state", "line"),
    [
        ("same", "yellow ^p-000000000000"),
        ("moved", "yellow ^p-000000000000"),
        ("reworded", "yellow · reworded since ^p-000000000000"),
        ("gone", "yellow · no longer in the article ^p-000000000000"),
    ],
)
def test_a_note_says_what_became_of_a_passage(state: State, line: str) -> None:
    assert shown(Passage(FIRST.id, 7, "x", (), "", state=state)) == f"> x\n\n{line}\n"


def test_tags_are_such_as_notes_programs_take() -> None:
    tagged = shown(Passage(FIRST.id, 7, "x", (), "", tags=("old port", "a/b", "c#d!", "日本")))
    assert "yellow · #old-port #a/b #c-d- #日本 ^p-" in tagged


def test_a_quote_keeps_its_lines_also_those_that_are_empty() -> None:
    assert shown(Passage(FIRST.id, 7, "one\n\ntwo", (), "", note="Why?\nHow?")).startswith(
        "> one\n>\n> two\n\nWhy?\nHow?\n\n"
    )


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("# Big", "> \\# Big"),
        ("1. one\n2) two", "> 1\\. one\n> 2\\) two"),
        ("> he said", "> \\> he said"),
        ("  - x", "> \\- x"),
        ("<script>x</script>", "> &lt;script>x&lt;/script>\n"),
        ("[x](javascript:y)", "> \\[x\\](javascript:y)"),
        ("[x]: data:y", "> \\[x\\]: data:y"),
        ("[x](https://a.example)", "> \\[x\\](https://a.example)"),
        ("[x\\](y:z)", "> \\[x\\\\\\](y:z)"),
    ],
)
def test_words_of_a_quote_begin_no_block_and_lead_nowhere(words: str, written: str) -> None:
    assert shown(Passage("a", 7, words, (), "")).startswith(written)


def test_a_template_knows_all_that_a_passage_has() -> None:
    passage = Passage("p/1", 7, "half", (), "", "Who?", ("sea", "port"), "blue", NOON, "moved")
    template = "$quote|$note|$tags|$hashtags|$kind|$state|$created|$mark|$id|$title|$publisher|$published|$url|$byline"
    assert shown(passage, template).split("|") == [
        "half", "Who?", "sea, port", "#sea #port", "blue", "moved", "2026-03-14T12:00:00Z", "p-p1", "p/1",
        "Ferry line to reopen", "Harbor Courier", "2026-03-14", "https://harbor.example/ferry", "Ines Moreau, Tom Ek",
    ]  # fmt: skip
    assert shown(Passage("a", 7, "x", (), ""), "[$created|$note|$tags]") == "[||]"
    assert shown(passage, "") == ""


def test_all_articles_in_one_note_have_a_heading_each_and_lead_to_their_source() -> None:
    other = sheet(an_entry(8, "A *pier* [sic]", source="Gazette"), (FIRST,))
    text = together([sheet(ENTRY, (FIRST, FIRST)), other])
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "## Ferry line to reopen ([source](<https://harbor.example/ferry>))",
        "## A \\*pier\\* \\[sic\\]",
    ]
    assert text.count("> The city pays half\n\nyellow ^p-000000000000") == 3


@given(st.text("0123456789abcdef-:/ x", min_size=1, max_size=40))
def test_a_mark_is_a_name_that_notes_programs_take(id: str) -> None:
    assert re.fullmatch("p-[0-9a-zA-Z]{0,12}", mark_of(Passage(id, 7, "x", (), "")))


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Ferry line: to reopen!", "ferry-line-to-reopen"),
        ("__init__ -- x", "init__-x"),
        ("Über Ä", "über-ä"),
        ("U\u0308ber", "über"),
        ("com10", "com10"),
        ("?!", "article"),
        ("a" * 80, "a" * 60),
        ("a" * 59 + " b c", "a" * 59),
        ("漢" * 80, "漢" * 53),
    ],
)
def test_a_note_is_named_by_words_of_the_title(title: str, stem: str) -> None:
    its = sheet(an_entry(7, title, url=ENTRY.url), ())
    assert note_name(its) == f"{stem}-{its.key}.md"


def test_a_key_is_of_the_address_or_else_of_source_and_title() -> None:
    key = sheet(ENTRY, ()).key
    assert re.fullmatch("[0-9a-f]{8}", key)
    assert sheet(an_entry(9, "Other", url=ENTRY.url, publisher="Gazette"), ()).key == key
    bare = an_entry(7, "Ferry", source="Courier")
    assert sheet(bare, ()).key == sheet(an_entry(9, "Ferry", source="x", publisher="Courier"), ()).key
    assert (
        len(
            {
                sheet(it, ()).key
                for it in (bare, an_entry(7, "Ferry", source="x"), an_entry(7, "Pier", source="Courier"))
            }
        )
        == 3
    )
