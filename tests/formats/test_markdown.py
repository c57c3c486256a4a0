"""Articles as Markdown, read again by another program's parser: words stay words, and marks are marks."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.formats.markdown import markdown, quoted
from reader.formats.spans import escaped, spanned
from reader.model import Article, Block, Note, Passage, Span, SpanStyle
from tests.builders import an_article, place

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
STYLES: dict[str, SpanStyle] = {"em_open": "emphasis", "strong_open": "strong", "link_open": "link"}


def body(*blocks: Block) -> str:
    """The Markdown of blocks without head and title."""
    return markdown(Article("", blocks)).removeprefix("---\n---\n").strip("\n")


def paragraph(text: str, *spans: Span) -> Block:
    return Block("paragraph", text, spans=spans)


def said(tokens: Sequence[Token] | None) -> str:
    """The words of inline tokens; every line end of them is one of ours."""
    told = ""
    for token in tokens or ():
        assert token.type not in ("html_inline", "image", "softbreak"), token
        told += "\n" if token.type == "hardbreak" else token.content
    return told


def only(text: str) -> str:
    """The words of a text that is one paragraph for Markdown."""
    tokens = PARSER.parse(text)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"], text
    return said(tokens[1].children)


def marked(text: str) -> list[tuple[SpanStyle, str, str]]:
    """Style, words and address of every span that Markdown reads."""
    found: list[tuple[SpanStyle, str, str]] = []
    (inline,) = [token for token in PARSER.parse(text) if token.type == "inline"]
    children = inline.children or []
    for at, token in enumerate(children):
        if token.type == "code_inline":
            found.append(("code", token.content, ""))
        if token.type in STYLES:
            end = next(n for n, it in enumerate(children) if n > at and it.level == token.level and it.nesting < 0)
            found.append((STYLES[token.type], said(children[at:end]), str(token.attrs.get("href", ""))))
    return found


def worn(text: str) -> list[set[SpanStyle]]:
    """The styles of each letter as Markdown reads them, spaces left out."""
    found, now = [], []
    for token in PARSER.parse(text)[1].children or ():
        if token.nesting > 0:
            now.append(STYLES[token.type])
        elif token.nesting < 0:
            now.pop()
        code: set[SpanStyle] = {"code"} if token.type == "code_inline" else set()
        found += [{*now, *code} for char in token.content if not char.isspace()]
    return found


def kept(text: str) -> str:
    """A text as it may come back: lines without the spaces around them, empty ones left out."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


HOSTILE = [
    "# no heading", "#", "- no item", "+ no item", "-", "1. no item", "12) no item", "1.", "> no quote", "    no code",
    "* * *", "- - -", "---", "===", "A line\n===", "A line\n-", "A line\n=", "```\nno fence", "~~~", "~~not struck~~",
    "*not* _emphasized_ **at** __all__", "[no](link)", "[no]: https://harbor.example", "![no](image)", "`no code`",
    "<b>no tag</b>", "<https://harbor.example>", "<!-- no comment -->", "&copy; &#169; &amp; & R&D; AT&T", r"\*stays\*",
    "a | b\n--- | ---\n1 | 2", "|a|b|\n|-|-|\n|1|2|", "a | b\n:-- | --:", "two  \nlines", "back\\\nslash", "ends with \\",
    "C#", "snake_case_name", "2 * 3 * 4", "a\n\nb", "\tno code", "[x] no task", "Wow!", "3) a\n4) b", "www.harbor.example",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_words_are_read_as_words(text: str) -> None:
    assert only(escaped(text)) == kept(text)
    assert only(body(paragraph(text))) == kept(text)


SIGNS = st.text(
    st.sampled_from("ab \n#*_`~[]()<>!&;:|\\-+=1.\"'“é漢\u00a0\u3000") | st.characters(exclude_categories=["Cc", "Cs"])
)


@given(SIGNS)
def test_no_text_is_taken_for_a_sign(text: str) -> None:
    if kept(text):
        assert only(escaped(text)) == kept(text)
    else:
        assert escaped(text) == ""


@pytest.mark.parametrize("kind", ["heading", "quote", "list_item"])
@given(text=SIGNS)
def test_no_text_is_taken_for_a_sign_within_other_blocks(kind: str, text: str) -> None:
    block = Block(kind, text)  # type: ignore[arg-type]
    tokens = PARSER.parse(body(block))
    told = [said(token.children) for token in tokens if token.type == "inline"]
    words = " ".join(kept(text).split()) if kind == "heading" else kept(text)
    assert [" ".join(it.split()) if kind == "heading" else it for it in told] == ([words] if words else [])
    opened = {token.type for token in tokens if token.nesting > 0}
    assert opened <= {f"{kind}_open", "blockquote_open", "bullet_list_open", "paragraph_open"}


@pytest.mark.parametrize(
    ("text", "spans", "written"),
    [
        ("The old ferry", [Span(4, 7, "emphasis")], "The *old* ferry"),
        ("The old ferry", [Span(3, 8, "strong")], "The **old** ferry"),
        ("The old ferry", [Span(0, 13, "strong"), Span(4, 7, "emphasis")], "**The *old* ferry**"),
        ("The old ferry", [Span(4, 7, "link", "https://h.example/a b")], "The [old](<https://h.example/a b>) ferry"),
        ("The old ferry", [Span(4, 7, "link", "javascript:alert(1)")], "The old ferry"),
        ("The old ferry", [Span(4, 7, "link")], "The old ferry"),
        ("Wow! here", [Span(5, 9, "link", "https://h.example")], "Wow! [here](<https://h.example>)"),
        ("Wow!here", [Span(4, 8, "link", "https://h.example")], "Wow\\![here](<https://h.example>)"),
        ("Run a_b now", [Span(4, 7, "code")], "Run `a_b` now"),
        ("Run a`b now", [Span(4, 7, "code")], "Run ``a`b`` now"),
        ("Run `a now", [Span(4, 6, "code")], "Run `` `a `` now"),
        ("The old ferry", [Span(0, 7, "emphasis"), Span(4, 13, "strong")], "*The old* ferry"),
        ("The old ferry", [Span(0, 6, "strong"), Span(6, 13, "strong")], "**The old ferry**"),
        ("“Old”ish ferry", [Span(0, 5, "emphasis")], "“Old”ish ferry"),
        ("A b c", [Span(0, 5, "link", "https://h.example/1"), Span(2, 3, "link", "https://h.example/2")],
         "[A b c](<https://h.example/1>)"),
    ],
)  # fmt: skip
def test_spans_are_written(text: str, spans: list[Span], written: str) -> None:
    assert spanned(text, spans) == written
    assert only(written) == text


@pytest.mark.parametrize(
    "address",
    [
        "https://h.example/a_(b)?c=1&copy;=2",
        "mailto:ines@harbor.example",
        "http://h.example/<a>",
        "HTTPS://H.example/\\x",
    ],
)
def test_a_link_leads_where_it_led(address: str) -> None:
    ((style, words, href),) = marked(spanned("the page", [Span(0, 8, "link", address)]))
    plain = re.sub(r"%(5C|3C|3E)", lambda it: chr(int(it[1], 16)), href)
    assert (style, words, plain) == ("link", "the page", address)


SPANS = st.lists(
    st.builds(
        lambda start, size, style: Span(start, start + size, style, "https://h.example/" if style == "link" else None),
        st.integers(0, 12),
        st.integers(1, 12),
        st.sampled_from(["emphasis", "strong", "code", "link"]),
    ),
    max_size=5,
)


@given(st.text(st.sampled_from('abc *_`[]!("“.é\n\\~<&;-1'), max_size=24), SPANS)
@example("111", [Span(0, 1, "strong"), Span(0, 3, "emphasis"), Span(2, 3, "strong")])
@example("111", [Span(0, 1, "strong"), Span(1, 3, "emphasis"), Span(2, 3, "strong")])
def test_whatever_the_spans_the_words_stay_and_every_mark_is_read(text: str, spans: list[Span]) -> None:
    inside = [Span(it.start, min(it.end, len(text)), it.style, it.address) for it in spans if it.start < len(text)]
    if not kept(text):
        return
    made = spanned(text, inside)
    assert " ".join(only(made).split()) == " ".join(text.split())
    there = [at for at, char in enumerate(text) if not char.isspace()]
    for at, styles in zip(there, worn(made), strict=True):
        assert styles <= {it.style for it in inside if it.start <= at < it.end}


@given(st.text(st.sampled_from("ab c"), min_size=1, max_size=24), SPANS)
def test_one_span_over_plain_words_is_always_read(text: str, spans: list[Span]) -> None:
    for span in spans[:1]:
        words = text[span.start : span.end].strip()
        if words:
            told = marked(spanned(text, [Span(span.start, min(span.end, len(text)), span.style, span.address)]))
            assert [(style, " ".join(it.split())) for style, it, _ in told] == [(span.style, " ".join(words.split()))]


def test_the_head_tells_what_is_known_and_nothing_else() -> None:
    article = an_article(title='The “old" ferry\\', byline=("Ada Brandt", "Chidi Ogun"), url="https://h.example/f")
    head = markdown(article).split("---")[1].strip().splitlines()
    assert head == [
        'title: "The “old\\" ferry\\\\"',
        'author: "Ada Brandt, Chidi Ogun"',
        'published: "2026-03-14T12:00:00Z"',
        'url: "https://h.example/f"',
        'language: "en"',
    ]


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_a_field_is_one_line_that_reads_back(text: str) -> None:
    made = quoted(text)
    assert len(made.splitlines()) == 1
    assert json.loads(made) == " ".join(text.split())  # such a scalar of YAML is a string of JSON


def test_title_standfirst_and_notes_stand_around_the_body() -> None:
    article = an_article(
        "Text.", title="Ferry #1 #", standfirst="- *Two* years", notes=(Note("correction", "We erred."),)
    )
    tokens = PARSER.parse(markdown(article).split("---\n\n", 1)[1])
    assert [said(token.children) for token in tokens if token.type == "inline"] == [
        "Ferry #1 #", "- *Two* years", "Text.", "We erred.",
    ]  # fmt: skip
    assert tokens[0].tag == "h1"


def shape(text: str) -> list[str]:
    """A list as Markdown reads it: depth, mark and words of each item."""
    found, kinds = [], []
    for token in PARSER.parse(text):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            kinds.append("-" if token.type.startswith("bullet") else "1")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            kinds.pop()
        elif token.type == "list_item_open":
            number = token.info if kinds[-1] == "1" else "-"
        elif token.type == "inline":
            found.append(f"{len(kinds)} {number} {said(token.children)}")
    return found


def item(text: str, level: int | None = 1, ordered: bool = False) -> Block:
    return Block("list_item", text, level=level, ordered=ordered)


def test_lists_are_nested_and_counted_level_by_level() -> None:
    text = body(
        item("a", 1, True), item("b", 2, True), item("c", 2, True), item("d", 3), item("e", 1, True), item("f", 2)
    )
    assert shape(text) == ["1 1 a", "2 1 b", "2 2 c", "3 - d", "1 2 e", "2 - f"]


def test_items_below_the_tenth_are_still_below_it() -> None:
    text = body(*(item(f"n{number}", 1, True) for number in range(1, 12)), item("below", 2))
    assert shape(text)[-2:] == ["1 11 n11", "2 - below"]


def test_a_list_that_begins_deep_is_a_list_and_no_code() -> None:
    assert shape(body(item("a", 4), item("b", 4), item("c", None), item("d", -7))) == [
        "1 - a",
        "2 - b",
        "1 - c",
        "1 - d",
    ]


def test_items_of_several_lines_and_empty_ones_keep_their_list() -> None:
    assert shape(body(item("a\n- b"), item(" "), item("c", 2), item("d\ne", 2, True))) == [
        "1 - a\n- b", "2 - c", "2 1 d\ne",
    ]  # fmt: skip


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a", "b c", "1. d", "- e", "f\ng", ""]), st.none() | st.integers(-2, 9), st.booleans()
        )
    )
)
def test_every_item_is_an_item(rows: list[tuple[str, int | None, bool]]) -> None:
    told = shape(body(*(item(text, level, ordered) for text, level, ordered in rows)))
    assert [it.split(" ", 2)[2] for it in told] == [text for text, _, _ in rows if text]


def cells(text: str) -> list[str]:
    tokens = PARSER.parse(text)
    assert tokens[0].type == "table_open"
    assert tokens[-1].type == "table_close"
    return [said(token.children) for token in tokens if token.type == "inline"]


def test_a_table_is_one_whatever_stands_in_its_cells() -> None:
    rows = (("Day", "a|b", "x"), ("\\|", "- c\nd"), ("|||", "`e|f`", "\\"))
    assert cells(body(Block("table", rows=rows))) == ["Day", "a|b", "x", "\\|", "- c d", "", "|||", "`e|f`", "\\"]


@given(st.lists(st.lists(st.text(st.sampled_from("ab|\\`*- \n")), min_size=2, max_size=3), min_size=1, max_size=4))
def test_no_cell_breaks_its_table(rows: list[list[str]]) -> None:
    width = max(map(len, rows))
    wanted = [" ".join(cell.split()) for row in rows for cell in (*row, *[""] * (width - len(row)))]
    assert cells(body(Block("table", rows=tuple(map(tuple, rows))))) == wanted


def test_a_table_has_its_caption_above_it() -> None:
    made = body(Block("table", "Day\tBoats", rows=(("Day", "Boats"),), caption="Table 1 | *all* boats"))
    above, rows = made.split("\n\n")
    assert only(above) == "Table 1 | *all* boats"
    assert cells(rows) == ["Day", "Boats"]


def test_a_table_without_rows_keeps_its_words() -> None:
    assert only(body(Block("table", "Day\tBoats"))) == "Day\tBoats"
    assert body(Block("table", "", rows=((), ()))) == ""


@pytest.mark.parametrize("code", ["x = 1\n  y", "```\nfenced\n```", "~~~", "`````", "  indented", ""])
def test_code_comes_back_as_it_was(code: str) -> None:
    (fence,) = PARSER.parse(body(Block("code", code)))
    assert (fence.type, fence.content.removesuffix("\n")) == ("fence", code)


def test_a_quote_has_its_author_below_it() -> None:
    text = body(Block("quote", "We kept\nthe engine *warm*.", author="Ines [Moreau]"))
    told = [said(token.children) for token in PARSER.parse(text) if token.type == "inline"]
    assert told == ["We kept\nthe engine *warm*.", "— Ines [Moreau]"]
    assert all(line.startswith(">") for line in text.splitlines())


def test_images_are_links_to_the_web_or_captions() -> None:
    image = Block("image", caption="The ferry [old]", credit="Okafor", address="https://h.example/f.jpg")
    assert body(image) == "![The ferry \\[old\\] (Okafor)](<https://h.example/f.jpg>)"
    assert body(Block("image", caption="The ferry", address="data:text/html,x")) == "*The ferry*"
    assert body(Block("image")) == ""
    assert body(Block("rule")) == "---"


def test_headings_stay_below_the_title_and_are_headings_at_any_level() -> None:
    for level, tag in ((None, "h2"), (1, "h2"), (3, "h3"), (6, "h6"), (40, "h6"), (-1, "h2")):
        assert PARSER.parse(body(Block("heading", "Boats", level=level)))[0].tag == tag


def test_passages_follow_with_notes_and_tags() -> None:
    marked = Passage(
        "p", 1, "The *old*\nferry", (place(0, 0, 9),), "{}", "# Who else?\n\nAsk.", ("old boats", " ", "#x")
    )
    text = markdown(an_article(), [marked]).split("## Passages\n\n")[1]
    assert text == "> The \\*old\\*\\\n> ferry\n\n\\# Who else?\\\nAsk.\n\n#old-boats ##x\n"


def test_an_empty_article_is_its_head() -> None:
    assert markdown(Article("")) == "---\n---\n"
