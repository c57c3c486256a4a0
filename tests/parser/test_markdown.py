"""Notes in Markdown: everything is kept, and what its marks say."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Page
from reader.parser import parse
from reader.parser.markdown import is_markdown, read_markdown

NOTE = """# My note

Some *markdown* with **weight** and [a link](https://x.example/a),
wrapped over `two` lines.

- one
- two
  - inside
1. first

> a quoted line
> and its end

## Second heading ##

```python
a = 1
  b = 2
```
---
The end.
"""


def shape(article: Article) -> list[tuple[str, int | None, str]]:
    return [(block.kind, block.level, block.text) for block in article.blocks]


def test_a_note_is_kept_whole() -> None:
    article = parse(Page(NOTE.encode()))
    assert article.title == "My note"
    assert shape(article) == [
        ("paragraph", None, "Some markdown with weight and a link, wrapped over two lines."),
        ("list_item", 1, "one"),
        ("list_item", 1, "two"),
        ("list_item", 2, "inside"),
        ("list_item", 1, "first"),
        ("quote", None, "a quoted line and its end"),
        ("heading", 2, "Second heading"),
        ("code", None, "a = 1\n  b = 2"),
        ("rule", None, ""),
        ("paragraph", None, "The end."),
    ]
    assert article.removed == ()


def test_marks_are_spans() -> None:
    block = parse(Page(NOTE.encode())).blocks[0]
    assert [(block.text[span.start : span.end], span.style, span.address) for span in block.spans] == [
        ("markdown", "emphasis", None),
        ("weight", "strong", None),
        ("a link", "link", "https://x.example/a"),
        ("two", "code", None),
    ]


@pytest.mark.parametrize("source", ["2 * 3 * 4", "snake_case_name", "a [bracket] (aside)", "5 < 6 > 4", "**", "[x]()"])
def test_what_is_no_mark_stays(source: str) -> None:
    assert [block.text for block in read_markdown(f"# Note\n\n{source}", None).blocks] == [source]


@pytest.mark.parametrize("address", ["notes/a.md", "https://x.example/readme.markdown?raw=1"])
def test_a_name_says_that_it_is_markdown(address: str) -> None:
    article = parse(Page(b"A line.\n\n- one\n- two\n", address))
    assert [block.kind for block in article.blocks] == ["paragraph", "list_item", "list_item"]


def test_a_list_alone_is_a_list() -> None:
    assert [block.text for block in parse(Page(b"- one\n- two\n")).blocks] == ["one", "two"]


def test_what_a_converter_made_of_a_page_is_scraped_text() -> None:
    menu = "\n".join(f"- [Part {number}](/part/{number})" for number in range(10))
    assert not is_markdown(f"# Harbor Courier\n{menu}\nA line of text.")
    assert not is_markdown("A title\n\n# of the story\n\nAnd a line.")
    assert not is_markdown("")


SOURCES = st.lists(
    st.sampled_from([*NOTE.split("\n"), "", "~~~", "####### seven", "*a **b* c**", "[a](b", "> > deep", "* * *"])
    | st.text(st.characters(exclude_categories=("C", "Z")), max_size=30),
    max_size=30,
).map("\n".join)
FENCE = re.compile(r"^ {0,3}(?:```|~~~).*$", re.MULTILINE)


def letters(*texts: str) -> Counter[str]:
    return Counter(char for text in texts for char in text if char.isalpha())


@given(SOURCES)
def test_no_letter_is_lost_or_made_up(source: str) -> None:
    article = read_markdown(source, None)
    links = [span.address or "" for block in article.blocks for span in block.spans]
    found = letters(article.title, *(block.text for block in article.blocks), *links)
    assert found == letters(FENCE.sub("", source))


@given(SOURCES)
def test_spans_lie_inside_their_block(source: str) -> None:
    for block in read_markdown(source, None).blocks:
        assert all(0 <= span.start < span.end <= len(block.text) for span in block.spans)


@pytest.mark.parametrize(
    "line", ["# a" + " " * 50_000 + "b", "[" * 50_000, "*" * 50_000, "- " * 50_000, "`a " * 20_000]
)
def test_one_long_line_is_read(line: str) -> None:
    assert isinstance(read_markdown(f"# Note\n\n{line}", None), Article)


def test_a_note_of_any_length_keeps_its_words() -> None:
    note = "# Long\n\n" + "- one\n" * 199_990 + "last *words*\n" * 2_000
    found = read_markdown(note, None)
    assert found.title == "Long" and found.blocks[0].kind == "list_item"
    assert sum(block.text.split().count("last") for block in found.blocks) == 2_000


def test_more_marks_than_anybody_sets_stay_signs() -> None:
    found = read_markdown("# Marked\n\n" + "*a* [b](c) " * 70_000, None)
    assert found.blocks[0].text.startswith("*a* [b](c)") and found.blocks[0].spans == ()
    assert read_markdown("# Marked\n\n" + "*a* [b](c) " * 600, None).blocks[0].text.startswith("a b a b")
