from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Article, Block, Line, Note, Part, Place, Span
from reader.text.words import graphemes, width
from reader.typeset import composed, typeset
from tests.builders import NOON

LONG = (
    "The harbor council voted on Tuesday to reopen the ferry line that was closed nine winters ago, "
    "after the last boat had been sold to a shipyard across the strait, and nobody had thought that it would return."
)


def part_text(article: Article, part: Part, index: int) -> str:
    match part:
        case "title":
            return article.title
        case "standfirst":
            return article.standfirst or ""
        case "caption":
            return article.blocks[index].caption or ""
        case "byline":
            return ", ".join(article.byline)
        case "author":
            return article.blocks[index].author or ""
        case "credit":
            return article.blocks[index].credit or ""
        case "endnote":
            return article.notes[index].text
        case _:
            return article.blocks[index].text


def placed(lines: tuple[Line, ...]) -> Iterator[tuple[str, Place]]:
    for line in lines:
        for piece in line.pieces:
            if piece.place is not None:
                yield line.text[piece.start : piece.end], piece.place


def of(*blocks: Block, title: str = "", width: int = 40) -> list[str]:
    return [line.text for line in typeset(Article(title, blocks), width) if line.role not in ("date", "blank")]


def check(article: Article, lines: tuple[Line, ...], columns: int) -> None:
    """Every drawn character stands where its place says; no line is too long; no word is left out."""
    seen: dict[tuple[Part, int], set[int]] = {}
    for text, place in placed(lines):
        source = part_text(article, place.part, place.index)[place.start : place.end]
        assert [c for c in text if c != " "] == [c for c in source if c not in " \t\n"]
        assert len(text) == len(source)
        seen.setdefault((place.part, place.index), set()).update(range(place.start, place.end))
    for line in lines:
        if "wide" not in line.role:
            widest = max((width(line.text[a:b]) for a, b in graphemes(line.text)), default=0)
            assert width(line.text) <= max(columns, widest), line
    parts: list[tuple[Part, int]] = [("title", 0), ("standfirst", 0)]
    parts += [("block", k) for k in range(len(article.blocks))]
    for k, block in enumerate(article.blocks):
        parts += [("caption", k)] if block.kind in ("image", "table") else []
        parts += [("credit", k)] if block.kind == "image" else []
        parts += [("author", k)] if block.kind == "quote" else []
    parts += [("byline", 0), *(("endnote", k) for k in range(len(article.notes)))]
    for part, index in parts:
        text = part_text(article, part, index)
        shown = seen.get((part, index), set())
        if part == "block" and article.blocks[index].kind in ("image", "rule"):
            continue
        lost = [c for k, c in enumerate(text) if k not in shown and c.isalnum()]
        assert not lost


TEXT = st.text(alphabet="ab “”-—/ \t\n新聞、。กำé\u0301👩‍❤️\u00ad\u200bשלוםx[]", max_size=120)
SPANS = st.lists(
    st.builds(
        lambda a, n, style: Span(a, a + n, style, "https://news.example/"),
        st.integers(0, 60),
        st.integers(1, 30),
        st.sampled_from(["link", "strong", "emphasis"]),
    ),
    max_size=4,
)
ROWS = st.lists(st.lists(st.text("ab 新1.-", max_size=12), max_size=4).map(tuple), max_size=4).map(tuple)
BLOCKS = st.one_of(
    st.builds(
        lambda kind, text, spans: Block(kind, text, level=2, spans=tuple(s for s in spans if s.end <= len(text))),
        st.sampled_from(["paragraph", "heading", "quote", "list_item"]),
        TEXT,
        SPANS,
    ),
    st.builds(lambda text, author: Block("quote", text, author=author or None), TEXT, TEXT),
    st.builds(lambda text: Block("code", text), TEXT),
    st.builds(lambda text, credit: Block("image", caption=text or None, credit=credit or None), TEXT, TEXT),
    st.builds(
        lambda rows, caption: Block(
            "table", "\n".join("\t".join(row) for row in rows), rows=rows, caption=caption or None
        ),
        ROWS,
        TEXT,
    ),
    st.just(Block("rule")),
)
ARTICLES = st.builds(
    lambda title, standfirst, names, blocks, notes: Article(
        title,
        tuple(blocks),
        standfirst or None,
        byline=tuple(names),
        notes=tuple(Note("correction", text) for text in notes),
    ),
    TEXT,
    TEXT,
    st.lists(TEXT, max_size=2),
    st.lists(BLOCKS, max_size=4),
    st.lists(TEXT, max_size=2),
)


@settings(deadline=None)
@given(ARTICLES, st.integers(10, 90), st.booleans(), st.booleans(), st.sampled_from(["marked", "numbered"]))
def test_every_character_is_drawn_in_its_place(
    article: Article, columns: int, ascii_: bool, justified: bool, links: Literal["marked", "numbered"]
) -> None:
    lines = typeset(article, columns, ascii=ascii_, justified=justified, links=links)
    check(article, lines, min(columns, 76))
    wide = composed(article, 76, ascii=ascii_, links=links)
    again = composed(article, columns, ascii=ascii_, justified=justified, links=links, before=wide)
    assert tuple(again) == lines, "what another width lends changes nothing"


def test_opening_quotes_hang_into_the_margin_also_behind_the_bar_of_a_quote() -> None:
    blocks = (Block("paragraph", "“Kept.” said"), Block("paragraph", "Kept."), Block("quote", "“We did.” Again"))
    assert of(*blocks, width=60) == ["“Kept.” said", " Kept.", " ▌“We did.” Again"]


def test_an_image_is_told_with_caption_and_credit_or_as_one_without() -> None:
    images = (Block("image", caption="The ferry", credit="Ines Moreau"), Block("image", credit="Ines"), Block("image"))
    assert of(*images) == ["▣ The ferry (Ines Moreau)", "▣ Ines", "▣ Image without a description"]


def test_code_keeps_its_indentation() -> None:
    assert of(Block("code", "if tide:\n    sail()\n\tlow()")) == ["  if tide:", "      sail()", "      low()"]


def test_links_are_numbered_and_their_addresses_stand_at_the_end() -> None:
    block = Block("paragraph", "See the log.", spans=(Span(8, 11, "link", "https://harbor.example/log"),))
    told = [line.text for line in typeset(Article("", (block,)), 40, links="numbered") if line.role != "date"]
    assert told == ["", "See the log[1].", "", "[1] https://harbor.example/log"]


def test_a_tower_of_marks_is_cut_and_an_ordinary_text_is_not() -> None:
    assert of(Block("paragraph", "Z" + "\u0301" * 90 + "a")) == ["Z" + "\u0301" * 6 + "a"]
    assert of(Block("paragraph", "בְּרֵאשִׁ֖ית")) == ["בְּרֵאשִׁ֖ית"]


BOATS = (("Marie", "the first of them, built in the old yard"), ("Anna", "the second, which lies in the museum's dock"))
SHOWN = Article(
    "Boats",
    (
        Block("paragraph", LONG),
        Block("image", credit="Ada"),
        Block("table", "\n".join("\t".join(row) for row in BOATS), rows=BOATS),
        Block("paragraph", "The end."),
    ),
)


def test_a_setting_is_a_sequence_of_its_lines() -> None:
    setting = composed(SHOWN, 40)
    lines = list(setting)
    assert setting[-1] == lines[-1] and setting[1:3] == tuple(lines[1:3]) and setting[-2:] == tuple(lines[-2:])
    for beyond in (len(setting), -len(setting) - 1):
        with pytest.raises(IndexError):
            setting[beyond]


def test_another_article_or_links_told_otherwise_borrow_nothing() -> None:
    block = Block("paragraph", "See the log.", spans=(Span(8, 11, "link", "https://harbor.example/log"),))
    article = Article("Log", (block,))
    before = composed(SHOWN, 40)
    assert list(composed(article, 40, before=before)) == list(composed(article, 40))
    marked = composed(article, 40, before=before)
    assert list(composed(article, 40, links="numbered", before=marked)) == list(composed(article, 40, links="numbered"))
    assert composed(article, 60, before=marked).manuscript is marked.manuscript


def test_each_place_is_on_the_line_that_shows_it() -> None:
    setting = composed(SHOWN, 40)
    for number, line in enumerate(setting):
        for piece in line.pieces:
            if piece.place is not None:
                assert setting.line_of(piece.place) == number
                assert (number, *next(setting.cells(number, piece.place))) in set(setting.spots(piece.place))


def test_what_is_told_beside_the_story_has_its_cells_but_nobody_reads_on_from_it() -> None:
    told = Article(
        "",
        (Block("quote", "Out.", author="Ines"), Block("image", caption="The quay", credit="Ada")),
        byline=("Ines Moreau", "Ada"),
        notes=(Note("correction", "The quay is long."),),
    )
    setting = composed(told, 40)
    places = (Place("byline", 0, 13, 16), Place("author", 0, 0, 4), Place("credit", 1, 0, 3), Place("endnote", 0, 4, 8))
    shown = [(setting[number].text, begin, end) for place in places for number, begin, end in setting.spots(place)]
    assert [text[begin:end] for text, begin, end in shown] == ["Ada", "Ines", "Ada", "quay"]
    beside = [
        setting.place_at(number, begin, beside=True) for place in places for number, begin, _ in setting.spots(place)
    ]
    assert [at and (at.part, at.start) for at in beside] == [(it.part, it.start) for it in places]
    assert [setting.place_at(setting.line_of(place)) for place in places if place.part != "credit"] == [None] * 3
    caption = setting.place_at(setting.line_of(places[2]), 99)
    assert caption == Place("caption", 1, 7, 8), "the nearest that can be marked"


def test_a_place_that_is_not_drawn_is_on_the_nearest_line_before() -> None:
    setting = composed(SHOWN, 40)
    drawn = Place("block", 0, 0, 1)
    assert setting.line_of(Place("standfirst", 0, 0, 4)) == 0
    assert setting.line_of(Place("block", 1, 0, 4)) == setting.line_of(drawn), "an image without a caption"
    assert setting.line_of(Place("block", 9, 0, 4)) == setting.line_of(Place("block", 3, 0, 4))
    assert list(setting.spots(Place("block", 9, 0, 4))) == list(setting.spots(Place("standfirst", 0, 0, 4))) == []
    assert composed(Article("", ()), 40).line_of(drawn) == 0
    cells = SHOWN.blocks[2].text
    gap = cells.index("\t")
    assert setting.line_of(Place("block", 2, gap, gap + 1)) == setting.line_of(Place("block", 2, 0, 1))


def test_a_cell_shows_the_character_at_it_or_the_nearest_on_its_line() -> None:
    setting = composed(SHOWN, 40)
    assert setting.place_at(-1) is None and setting.place_at(len(setting)) is None
    last = setting.line_of(Place("block", 3, 0, 1))
    assert setting.place_at(last) == setting.place_at(last, -3) == Place("block", 3, 0, 1)
    assert setting.place_at(last, 99) == Place("block", 3, 7, 8)
    row = setting.line_of(Place("block", 2, 0, 1))
    assert setting.place_at(row, setting[row].text.index("the")) == Place("block", 2, 6, 7)
    assert [setting.place_at(n, column) for n, line in enumerate(setting) if not line.text for column in (0, 5)][
        :2
    ] == [
        None,
        None,
    ]


def test_the_line_below_the_title_tells_when_it_came_out_and_when_it_was_edited() -> None:
    def told(later: int) -> str:
        article = Article("Boats", (Block("paragraph", "x"),), published=NOON, updated=NOON + timedelta(days=later))
        return next(line.text for line in composed(article, 70) if line.role == "date")

    assert "updated" not in told(0) and "updated 15 March 2026" in told(1)


STORY = Article(
    "Boats",
    (
        Block("heading", "The yard", level=2),
        Block("paragraph", "船が来る。 E\u0301tat, and 港 once more"),
        Block("code", "if tide:\n    sail()\n\tlow()\n\nwait()"),
        Block("image", caption="The old ferry at the quay of the harbor on its last day", credit="Ines Moreau of the Courier"),
        Block("table", "a\té\tc\n1\tE\u0301\t3", rows=(("a", "é", "c"), ("1", "E\u0301", "3"))),
    ),
    notes=(Note("correction", "The quay is long."),),
)  # fmt: skip


@pytest.mark.parametrize("columns", [20, 40, 60])
def test_code_captions_and_credits_are_drawn_in_their_places(columns: int) -> None:
    setting = composed(STORY, columns)
    check(STORY, tuple(setting), columns)
    for number, line in enumerate(setting):
        for piece in line.pieces:
            if piece.place is not None:
                assert setting.line_of(piece.place) == number, piece


@pytest.mark.parametrize("columns", [20, 60])
def test_a_cell_shows_the_nearest_character_whole(columns: int) -> None:
    setting = composed(STORY, columns)
    for number, line in enumerate(setting):
        drawn = {
            place: next(setting.cells(number, place))
            for text, whole in placed((line,))
            for start, end in graphemes(text)
            for place in [Place(whole.part, whole.index, whole.start + start, whole.start + end)]
            if whole.part not in ("credit", "endnote", "byline", "author")
        }
        for column in range(1, columns + 3) if drawn else ():
            far = {it: max(begin - column, column - end + 1, 0) for it, (begin, end) in drawn.items()}
            found = setting.place_at(number, column)
            assert found is not None and far[found] == min(far.values())


def test_beginnings_are_told_of_all_or_some_of_the_parts() -> None:
    setting = composed(STORY, 40)
    roles = [setting[number].role for number in setting.beginnings()]
    assert roles == ["title", "date", "heading", "paragraph", "code", "caption", "table head", "note"]
    assert [setting[number].role for number in setting.beginnings("heading", "code")] == ["heading", "code"]
    without = setting.beginnings(without=("heading", "table", "date"))
    assert [setting[number].role for number in without] == ["title", "paragraph", "code", "caption", "note"]
    assert setting.beginnings("heading", without=("heading",)) == []


def test_from_48_columns_on_a_column_is_kept_free_for_quotes_that_hang() -> None:
    for columns, kept in ((47, ""), (48, " ")):
        lines = [it for it in typeset(STORY, columns) if it.role in ("title", "heading", "paragraph", "note")]
        assert len(lines) == 4 and all(it.text.startswith(kept) and it.text[len(kept)] != " " for it in lines)


def test_lines_are_the_same_made_at_once_or_when_looked_at() -> None:
    assert tuple(composed(STORY, 50)) == typeset(STORY, 50)


def test_the_seventh_mark_on_a_character_is_the_first_that_is_not_drawn() -> None:
    for marks in (5, 6, 7, 8):
        assert of(Block("paragraph", "Z" + "\u0301" * marks + "a")) == ["Z" + "\u0301" * min(marks, 6) + "a"]


def test_only_links_with_an_address_are_numbered() -> None:
    spans = (
        Span(0, 3, "link"),
        Span(4, 7, "emphasis", "https://a.example/"),
        Span(8, 11, "link", "https://b.example/"),
    )
    told = typeset(Article("", (Block("paragraph", "See the log.", spans=spans),)), 40, links="numbered")
    assert [it.text for it in told if it.role in ("paragraph", "address")] == [
        "See the log[1].",
        "[1] https://b.example/",
    ]
