"""What is taken from files of passages that other programs wrote, and how little of them is believed."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.errors import UnreadableError
from reader.formats.passages import FORMATS, Clipping, clippings, holds_clippings, sheet
from reader.model import Passage
from reader.text.clean import clean
from tests.builders import NOON, an_entry

QUOTES = st.text(max_size=30) | st.text("'=+-@|\t\n ab\"“,;", max_size=8)


def one(data: object) -> Clipping:
    """The one clipping of a file, given as text or as what JSON it holds."""
    (found,) = clippings(data if isinstance(data, str) else json.dumps(data))
    return found


def annotation(selector: object = None, **more: object) -> dict[str, object]:
    """An annotation of two words on a page."""
    target = {"source": "https://a.example/pier", "selector": selector or {"exact": "pays half"}}
    return {"target": target} | more


@pytest.mark.parametrize("form", ["csv", "json", "w3c"])
@given(quote=QUOTES, note=QUOTES)
@example("'=1", "''-")
@example("'", "'\t")
def test_words_come_back_as_they_went_out_whatever_they_begin_with(form: str, quote: str, note: str) -> None:
    said, remark = clean(quote).strip(), clean(note).strip()
    if not said:
        return
    passage = Passage("a" * 32, 1, said, (), "", remark, created=NOON)
    back = one(FORMATS[form]([sheet(an_entry(), (passage,))]))
    assert (back.quote, back.note, back.created) == (said, remark, NOON)


@given(st.lists(QUOTES.filter(lambda it: bool(clean(it).strip())), max_size=5))
def test_no_cell_that_goes_out_is_calculated_and_rows_stay_rows(quotes: list[str]) -> None:
    passages = tuple(Passage(f"{n:032}", 1, quote, (), "") for n, quote in enumerate(quotes))
    rows = list(csv.reader(StringIO(FORMATS["csv"]([sheet(an_entry(), passages)]), newline="")))
    assert len(rows) == len(quotes) + 1
    assert not any(cell.lstrip()[:1] in tuple("=+-@|") for row in rows for cell in row if cell)


@pytest.mark.parametrize(
    ("told", "created"),
    [
        ("1773489600", NOON),
        ("1773489600000", NOON),
        ("99999999999", datetime(5138, 11, 16, 9, 46, 39, tzinfo=UTC)),
        ("2026-03-14T13:00:00+01:00", NOON),
        ("2026-03-14 12:00", NOON),
        ("12345678", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_when_it_was_marked_is_told_in_seconds_milliseconds_or_as_a_date(told: str, created: datetime | None) -> None:
    assert one(f"highlight,title,created\nwords,Pier,{told}\n").created == created


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("orange", "red"),
        ("Pink", "red"),
        ("purple", "blue"),
        ("TEAL", "green"),
        ("green", "green"),
        ("plaid", "yellow"),
    ],
)
def test_a_color_of_another_program_is_the_nearest_of_ours(told: str, kind: str) -> None:
    assert one(f"highlight,color\nwords,{told}\n").kind == kind


def test_of_several_columns_that_may_be_it_the_plainest_name_counts() -> None:
    assert one("text,quote,Highlight\nnot this,this,nor this\n").quote == "this"
    assert one("Text;Tags;Note\nwords;a|b, c;why\n") == Clipping("words", note="why", tags=("a", "b", "c"))


def test_rows_without_a_quote_and_cells_that_are_missing_are_passed_over() -> None:
    found = clippings("title,highlight,note\nPier,,why\nPier,words\nPier\n")
    assert found == (Clipping("words", title="Pier"),)


def test_a_quote_over_several_lines_with_marks_of_its_own_is_one() -> None:
    assert one('highlight,title\r\n"He said ""no"",\r\nand went",Pier\r\n').quote == 'He said "no",\nand went'


@pytest.mark.parametrize(
    ("id", "kept"),
    [
        ("urn:uuid:00000000-0000-0000-0000-000000000001", "0" * 31 + "1"),
        ("urn:newsreader:passage:not%20a%20uuid", "not a uuid"),
        ("https://a.example/annotations/7", "https://a.example/annotations/7"),
        ("urn:uuid:short", "urn:uuid:short"),
        ("  ", None),
        (7, None),
    ],
)
def test_an_id_of_ours_is_known_again_and_a_foreign_one_stays(id: object, kept: str | None) -> None:
    assert one(annotation(id=id)).id == kept


@pytest.mark.parametrize(
    "around",
    [
        lambda it: it,
        lambda it: [it],
        lambda it: {"items": [it]},
        lambda it: {"type": "AnnotationCollection", "first": {"items": [it]}},
        lambda it: {"first": [it]},
        lambda it: {"rows": [it]},
        lambda it: {"annotations": [it, "no", 7, None]},
    ],
)
def test_annotations_are_found_in_all_that_programs_put_around_them(around: object) -> None:
    assert callable(around)
    found = one(around(annotation()))
    assert (found.quote, found.address) == ("pays half", "https://a.example/pier")


def test_annotations_keep_their_order_wherever_they_stand() -> None:
    named = [annotation({"exact": word}) for word in ("one", "two", "three", "four", "five")]
    value = {"items": named[:2], "first": {"items": named[2:3]}, "rows": named[3:4], "annotations": named[4:]}
    assert [it.quote for it in clippings(json.dumps(value))] == ["one", "two", "three", "four", "five"]


@pytest.mark.parametrize("name", ["items", "first", "rows", "annotations"])
@pytest.mark.parametrize("deep", [90, 900, 4_000])
def test_however_deep_a_file_is_it_is_read_or_refused(name: str, deep: int) -> None:
    opened, closed = ("{" + f'"{name}":', "}") if name == "first" else ("{" + f'"{name}":[', "]}")
    try:
        found = clippings(opened * deep + json.dumps(annotation()) + closed * deep)
    except UnreadableError:
        assert deep > 100
    else:
        assert [it.quote for it in found] == ["pays half"]


def test_the_quote_is_told_by_the_first_selector_that_has_one_also_by_one_that_refines_another() -> None:
    refined = {"type": "FragmentSelector", "refinedBy": {"type": "TextQuoteSelector", "exact": "the rest"}}
    assert one(annotation([{"type": "CssSelector"}, refined, {"exact": "later"}])).quote == "the rest"
    with pytest.raises(UnreadableError, match="no annotations"):
        clippings(json.dumps({"selector": refined}))
    deep: dict[str, object] = {"exact": "too deep"}
    for _ in range(9):
        deep = {"refinedBy": deep}
    assert clippings(json.dumps(annotation(deep))) == ()


def test_what_annotations_say_is_note_or_tag_by_its_purpose() -> None:
    bodies = [
        {"value": "money", "purpose": "tagging"},
        {"value": "Who pays?", "purpose": "commenting"},
        {"value": "And why?"},
    ]
    found = one(annotation(body=bodies, tags=["port", 7, ""], text="Ask."))
    assert (found.tags, found.note) == (("money", "port"), "Who pays?\n\nAnd why?\n\nAsk.")
    assert one(annotation(body="Only words.")).note == "Only words."
    assert one(annotation(bodyValue="By value.")).note == "By value."


def test_where_a_target_has_several_parts_the_first_counts_and_its_source_may_be_an_object() -> None:
    source = {"id": "https://a.example/pier", "dcterms:title": "The  pier"}
    target = [{"source": source, "selector": {"exact": "half"}, "styleClass": "blue"}, {"selector": {"exact": "other"}}]
    found = one({"target": target, "uri": "https://b.example/"})
    assert (found.quote, found.address, found.title, found.kind) == (
        "half",
        "https://a.example/pier",
        "The pier",
        "blue",
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("{", "cannot be read as JSON"),
        ('{"a": 1}', "holds no annotations"),
        ("name,place\nPier,Port\n", "no column of quotes"),
        ("highlight,title\n" + "x" * (2**24 + 1) + ",Pier\n", "cannot be read as CSV"),
    ],
    ids=["half", "other", "columns", "cell"],
)
def test_what_cannot_be_read_says_why_and_what_to_try(data: str, said: str) -> None:
    with pytest.raises(UnreadableError, match=said) as caught:
        clippings(data)
    assert caught.value.advice


@pytest.mark.parametrize(
    "data", ["[]", '{"type": "AnnotationPage"}', '{"type": "AnnotationCollection"}', "highlight\n"]
)
def test_a_file_of_no_passages_is_no_fault(data: str) -> None:
    assert clippings(data) == ()


@given(st.text(max_size=60) | st.text('{["}],;:\n quote highlight', max_size=40))
def test_whether_a_file_holds_passages_can_be_asked_of_any_text(head: str) -> None:
    assert holds_clippings(head) in (True, False)


@pytest.mark.parametrize(
    ("head", "holds"),
    [
        ("quote\nwords\n", False),  # one column may be any list of lines
        ("a;Highlight;b\n", True),
        ("a\tSelection\tb\n", True),
        ("\ufeff\n title,quote\n", True),
        ('{"version": 1, "rows": []}', False),
        ('{"x": 1, "rows": []}', True),
        ('{"@type": "oa:Annotation"}', True),
        ("[", True),
    ],
)
def test_a_file_of_passages_is_told_by_its_first_line(head: str, holds: bool) -> None:
    assert holds_clippings(head) is holds
