"""Passages out to other programs, and back from them."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.errors import UnreadableError, UsageError
from reader.formats.passages import FORMATS, Sheet, clippings, note_name, notes, sheet
from reader.model import Passage, Place
from reader.newsroom.tagging import tags_of
from reader.text.clean import clean
from tests.builders import NOON, an_article, an_entry, place

ENTRY = an_entry(7, url="https://harbor.example/ferry", publisher="Harbor Courier", byline=("Ines Moreau",))
FIRST = Passage(
    "0" * 31 + "1", 7, "The city pays half", (place(2, 0, 18),), "{}", "Who pays the rest?", ("money",), created=NOON
)
SECOND = Passage("0" * 31 + "2", 7, "sail again\nin May", (place(0, 30, 40),), "", kind="blue", created=NOON)
LOST = Passage("0" * 31 + "3", 7, "=HYPERLINK(1)", (), "", state="gone", created=NOON)


def a_sheet(*passages: Passage) -> Sheet:
    return sheet(ENTRY, passages or (FIRST, SECOND, LOST), an_article())


def test_passages_stand_in_reading_order_and_the_lost_ones_last() -> None:
    title = Passage("t", 7, "Ferry", (Place("title", 0, 0, 5),), "")
    assert [it.id for it in a_sheet(LOST, FIRST, SECOND, title).passages] == ["t", SECOND.id, FIRST.id, LOST.id]
    above = replace(FIRST, id="above", places=(Place("caption", 2, 9, 12),))
    assert [it.id for it in a_sheet(FIRST, above).passages] == ["above", FIRST.id], "a caption stands above its table"


@pytest.mark.parametrize("form", ["json", "csv", "w3c"])
def test_what_goes_out_comes_back(form: str) -> None:
    back = {it.id: it for it in clippings(FORMATS[form]([a_sheet()]))}
    assert set(back) == {FIRST.id, SECOND.id, LOST.id}
    for passage in (FIRST, SECOND, LOST):
        it = back[passage.id]
        assert (it.quote, it.note, it.tags, it.kind) == (passage.quote, passage.note, passage.tags, passage.kind)
        assert (it.created, it.address, it.title) == (NOON, ENTRY.url, ENTRY.title)


WORDS = st.text(
    st.sampled_from("ab '\"=+-@|,;\n\t#<>&*_[]()\\＝") | st.characters(exclude_categories=["Cs"]), max_size=30
).map(clean)
TAGS = st.text(st.sampled_from("ab;|#'\"=<>/:-") | st.characters(exclude_categories=["Cs"]), max_size=8).map(tags_of)


@pytest.mark.parametrize("form", ["json", "csv", "w3c"])
@given(WORDS.filter(bool), WORDS, TAGS)
def test_any_words_come_back_as_they_went_out(form: str, quote: str, note: str, tags: tuple[str, ...]) -> None:
    (it,) = clippings(FORMATS[form]([a_sheet(replace(FIRST, quote=quote, note=note, tags=tags))]))
    assert (it.quote, it.note, it.tags, it.id, it.created) == (quote, note, tags, FIRST.id, NOON)


def test_annotations_have_what_the_model_requires() -> None:
    made = json.loads(FORMATS["w3c"]([a_sheet()]))
    assert "http://www.w3.org/ns/anno.jsonld" in made["@context"]
    assert (made["type"], made["total"]) == ("AnnotationCollection", 3)
    for item in made["first"]["items"]:
        assert item["type"] == "Annotation" and item["id"].startswith("urn:uuid:")
        assert item["target"]["source"]["id"] == ENTRY.url
        assert item["target"]["selector"]["type"] == "TextQuoteSelector"
        for body in item.get("body", []):
            assert body["type"] == "TextualBody" and body["purpose"] in ("commenting", "tagging")


def test_a_quote_in_an_annotation_knows_what_stands_around_it() -> None:
    items = json.loads(FORMATS["w3c"]([a_sheet(FIRST)]))["first"]["items"]
    selector = items[0]["target"]["selector"]
    assert selector["suffix"].startswith(" of the repair")
    assert selector["prefix"].endswith("since 1998.\n")


def test_no_cell_is_a_formula() -> None:
    nasty = [
        Passage(str(n), 7, quote, (), "", quote) for n, quote in enumerate(("=1+1", "+1", "-1", "@SUM(1)", "\t=1"))
    ]
    text = FORMATS["csv"]([sheet(ENTRY, tuple(nasty))])
    for row in csv.reader(StringIO(text)):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row)


def test_a_note_has_front_matter_that_no_title_can_break() -> None:
    text = notes(sheet(an_entry(7, 'A "pier"\n---\nurl: evil: #'), (FIRST,)))
    head = text.split("---\n")[1]
    assert head.startswith('title: "A \\"pier\\" --- url: evil: #"\n')
    assert "> The city pays half\n\nWho pays the rest?\n" in text
    assert "#money" in text and text.rstrip().endswith("^p-000000000000")


def test_a_quote_cannot_begin_a_heading_or_a_tag_in_a_note() -> None:
    text = notes(a_sheet(Passage("a", 7, "# Big\n<script>alert(1)</script>\n- x", (), "")))
    assert "> \\# Big\n> &lt;script>alert(1)&lt;/script>\n> \\- x" in text


PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def blocks_of(*passages: Passage) -> list[tuple[str, str]]:
    """What another program's parser reads in a note: each quote's and each paragraph's words, and anything else by its name."""
    found: list[tuple[str, str]] = []
    depth = 0
    for token in PARSER.parse(notes(a_sheet(*passages)).split("---\n", 2)[2]):
        depth += token.nesting if token.type.startswith("blockquote") else 0
        if token.type == "inline":
            inside = {it.type for it in token.children or ()} - {"text", "text_special", "softbreak"}
            words = "".join("\n" if it.type == "softbreak" else it.content for it in token.children or ())
            found.append(("quote" if depth else "text", words))
            found += [(name, words) for name in inside]
        elif not token.type.startswith(("paragraph", "blockquote", "heading")):
            found.append((token.type, token.content))
    return found


SIGNS = st.text(st.sampled_from("ab1 \n`~*_[]()!<>&;#+-=|:.\\\"'x/"), max_size=40).map(clean)


@given(SIGNS)
@example("2*3*4, snake_case and __init__")
@example("![a picture](https://spy.example/a.png)")
@example("Heading\n---\n```\nx\n1. y\n1) z\n| a |\n|---|")
@example("a &amp; b, 1\\. c")
def test_the_words_of_a_quote_are_no_signs(quote: str) -> None:
    told = blocks_of(replace(FIRST, quote=f"x {quote}", note=""))
    lines = [" ".join(line.split()) for line in f"x {quote}".split("\n") if line.strip()]
    assert [kind for kind, _ in told] == ["text", *["quote"] * (len(told) - 2), "text"]
    said = [" ".join(line.split()) for kind, words in told if kind == "quote" for line in words.split("\n")]
    assert said == lines


@given(SIGNS)
@example("```\nleft open")
@example("~~~\nleft open")
@example("Title\n===")
def test_a_note_takes_in_nothing_that_follows_it(note: str) -> None:
    told = blocks_of(replace(SECOND, note=note), FIRST)
    assert [words for kind, words in told if kind == "quote"] == [SECOND.quote, FIRST.quote]
    assert ("text", f"yellow · #money ^p-{'0' * 12}") in told
    assert not {kind for kind, _ in told} & {"image", "fence", "html_block", "html_inline", "hr"}


@pytest.mark.parametrize("title", ["C *and* C#", "Issue #", "1_2_ ~~a~~ &amp;", "[x](https://y.example) `z`"])
def test_a_title_in_a_note_is_said_as_it_is(title: str) -> None:
    text = notes(sheet(an_entry(7, title), (FIRST,))).split("---\n", 2)[2]
    heading = next(it for it in PARSER.parse(text) if it.type == "inline")
    assert "".join(it.content for it in heading.children or ()) == title
    assert {it.type for it in heading.children or ()} <= {"text", "text_special"}


def test_a_template_says_how_a_passage_is_written() -> None:
    assert "* The city pays half (Harbor Courier, 2026-03-14) $5" in notes(
        a_sheet(FIRST), "* $quote ($publisher, $published) $$5\n"
    )


@pytest.mark.parametrize("template", ["$nothing", "${quote", "$", "${quote.__class__}"])
def test_a_template_that_cannot_be_filled_says_why(template: str) -> None:
    with pytest.raises(UsageError) as caught:
        notes(a_sheet(FIRST), template)
    assert "$quote" in caught.value.advice


@pytest.mark.parametrize(
    "title", ["../../etc/passwd", "a/b\\c:d*?", "CON", "", "…", ".hidden", "長い" * 300, "x" * 500, "a\x00b"]
)
def test_a_note_name_is_a_name_that_every_system_takes(title: str) -> None:
    name = note_name(sheet(an_entry(7, title), (FIRST,)))
    assert name.endswith(".md") and len(name.encode()) < 200
    assert not set(name) & set('/\\:*?"<>|\0\n') and not name.startswith((".", "-", "con."))


def test_the_name_of_a_note_ends_alike_whatever_the_title_becomes() -> None:
    other = an_entry(99, "Ferry line opens at last", url=ENTRY.url)
    assert note_name(sheet(other, (FIRST,)))[-11:] == note_name(a_sheet())[-11:]


def test_a_page_shows_foreign_text_as_text() -> None:
    entry = an_entry(7, "<b>Ferry</b>", url="javascript:alert(1)")
    text = FORMATS["html"]([sheet(entry, (Passage("a", 7, "<img onerror=x>", (), "", "<script>"),))])
    assert "<img" not in text and "<script" not in text and "<b>" not in text and "javascript:" not in text


SERVICES = {
    "readwise": "Highlight,Book Title,Book Author,Note,Color,Tags,Highlighted at\n"
    'The city pays half,Ferry line,Ines,Who?,orange,"money, port",2026-03-14 12:00:00+00:00\n',
    "instapaper": "URL,Title,Selection,Folder,Timestamp\n"
    "https://harbor.example/ferry,Ferry line,The city pays half,Unread,1773489600\n",
    "semicolons": "\ufefftitle;url;highlight;note\nFerry line;https://harbor.example/ferry;The city pays half;Who?\n",
}


@pytest.mark.parametrize("service", SERVICES)
def test_the_csv_of_other_services_is_understood(service: str) -> None:
    (it,) = clippings(SERVICES[service])
    assert (it.quote, it.title) == ("The city pays half", "Ferry line")
    if service == "readwise":
        assert (it.note, it.kind, it.tags, it.created) == ("Who?", "red", ("money", "port"), NOON)
    if service == "instapaper":
        assert (it.address, it.created) == ("https://harbor.example/ferry", NOON)


def test_annotations_of_a_service_are_understood() -> None:
    selector = [{"type": "RangeSelector"}, {"type": "TextQuoteSelector", "exact": "pays half", "prefix": "city "}]
    row = {
        "uri": "https://a.example/",
        "text": "Who?",
        "tags": ["money"],
        "target": [{"source": "https://a.example/", "selector": selector}],
    }
    (it,) = clippings(json.dumps({"rows": [row]}))
    assert (it.quote, it.prefix, it.note, it.tags, it.address) == (
        "pays half",
        "city ",
        "Who?",
        ("money",),
        "https://a.example/",
    )


@pytest.mark.parametrize("data", ["", "{", "[1", "no such thing", '{"a": 1}', "[" * 100_000, "a,b\n1,2\n"])
def test_what_holds_no_passages_is_refused(data: str) -> None:
    with pytest.raises(UnreadableError):
        clippings(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["target", "selector", "exact", "source", "body", "value", "items", "first", "tags", "type", "created"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(st.lists(JSON, max_size=3).map(json.dumps) | JSON.map(json.dumps) | st.text())
def test_foreign_files_give_clippings_or_are_refused(data: str) -> None:
    try:
        found = clippings(data)
    except UnreadableError:
        return
    assert all(it.quote and "\x1b" not in f"{it}" for it in found)
