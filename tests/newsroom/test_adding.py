"""What is taken for an article and what for data of programs; and that what is refused is named."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import UnreadableError
from reader.model import Block, Page
from reader.newsroom.adding import _says_something, read
from tests.fakes import PAGE, STORY

HERE = "/tmp/pier.html"


def page(data: bytes, address: str | None = HERE, kind: str | None = None) -> Page:
    return Page(data, address, content_type=kind)


@pytest.mark.parametrize(
    "data",
    [
        b'{"title": "Pier", "items": [1, 2]}',
        b" \n\t[1, 2, 3]",
        b"\xef\xbb\xbf{}",
        b"[" * 100_000,
        b"7",
        b"true",
        b"null\n",
        b'<?xml version="1.0"?><rss><channel><title>Pier</title></channel></rss>',
        b'<?xml version="1.0"?><!-- nothing in it -->',
        b"<svg xmlns='http://www.w3.org/2000/svg'><text>The pier is open</text></svg>",
        b"<rdf:RDF xmlns:rdf='x'><item>The pier is open</item></rdf:RDF>",
        b"<![CDATA[The pier is open]]>",
    ],
)
def test_data_for_programs_is_no_article(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"/tmp/pier\.html holds data for programs, no article\."):
        read(page(data))


@pytest.mark.parametrize(
    ("address", "kind", "data"),
    [
        ("/tmp/pier.json", None, True),
        ("/tmp/PIER.JSON", None, True),
        (HERE, "application/json", True),
        (HERE, None, False),
        (None, None, False),
    ],
)
def test_a_text_in_quotes_is_data_only_where_it_says_so(address: str | None, kind: str | None, data: bool) -> None:
    told = page(json.dumps(f"The pier. {STORY}").encode(), address, kind)
    if data:
        with pytest.raises(UnreadableError, match="holds data for programs"):
            read(told)
    else:
        assert STORY in " ".join(block.text for block in read(told).blocks)


@pytest.mark.parametrize(
    "data",
    [
        PAGE,
        b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>' + PAGE,
        f"[Pier] {STORY}\n\n{STORY}".encode(),
        f"{{Pier}} {STORY}\n\n{STORY}".encode(),
        f"1984\n\n{STORY}".encode(),
        f"<article><p>{STORY}</p></article>".encode(),
    ],
)
def test_a_page_or_a_text_is_read_whatever_it_begins_with(data: bytes) -> None:
    assert STORY in " ".join(block.text for block in read(page(data)).blocks)


@pytest.mark.parametrize(
    ("address", "name"), [(HERE, HERE), (None, "standard input"), ("/tmp/a\x1b[31m\nb", "/tmp/a[31m b")]
)
@pytest.mark.parametrize("data", [b"", b"<p>...</p>", b"\0\0\0\0\x01\x02\xff\xfe" * 99, b"{}"])
def test_what_cannot_be_read_is_named(address: str | None, name: str, data: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(page(data, address))
    assert name in caught.value.happened and caught.value.advice
    assert len(str(caught.value).splitlines()) == 2


@pytest.mark.parametrize(
    ("block", "says"),
    [
        (Block("paragraph", "a"), True),
        (Block("paragraph", "7"), True),
        (Block("paragraph", "… [ ] —"), False),
        (Block("paragraph", "\u200b\u00ad"), False),
        (Block("image", caption="A quay"), True),
        (Block("image"), False),
        (Block("table", rows=(("", "—"), ("", "x"))), True),
        (Block("table", rows=(("", "—"),)), False),
        (Block("rule"), False),
    ],
)
def test_signs_alone_are_nothing_to_read(block: Block, says: bool) -> None:
    assert _says_something(block) is says


@given(st.binary(max_size=80) | st.text('{}[]"<>?!xml:rdf 12,.tru', max_size=40).map(str.encode))
def test_any_bytes_are_an_article_or_named(data: bytes) -> None:
    try:
        article = read(page(data))
    except UnreadableError as error:
        assert HERE in error.happened
    else:
        assert any(map(_says_something, article.blocks))
