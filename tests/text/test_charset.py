"""Bytes to text: the mark, what HTTP says, what the document says, and what the bytes are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.charset import codec, decode

WORDS = "Grüße, café — naïve"


@pytest.mark.parametrize(
    "name", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "iso-8859-15", "cp1252"]
)
def test_a_declared_charset_is_read(name: str) -> None:
    text = f'<?xml version="1.0" encoding="{name}"?><t>Grüße, café</t>'
    assert decode(text.encode(name)).endswith("<t>Grüße, café</t>")


def test_a_mark_wins_over_what_is_said() -> None:
    assert decode(b"\xef\xbb\xbf" + WORDS.encode(), "text/xml; charset=koi8-r") == WORDS


def test_http_tells_what_the_document_does_not() -> None:
    assert decode("<t>Привет</t>".encode("koi8-r"), "application/xml; charset=koi8-r") == "<t>Привет</t>"
    assert decode("<t>こんにちは</t>".encode("shift_jis"), 'text/xml;charset="Shift_JIS"') == "<t>こんにちは</t>"


def test_a_charset_that_does_not_fit_is_not_believed() -> None:
    assert decode(f'<?xml encoding="iso-8859-1"?>{WORDS}'.encode()).endswith(WORDS)
    assert decode(WORDS.encode(), "text/xml; charset=us-ascii") == WORDS
    assert decode("café".encode("cp1252"), "text/xml; charset=utf-8") == "café"


def test_latin_1_means_windows_1252() -> None:
    assert decode(b'<?xml version="1.0" encoding="ISO-8859-1"?>\x93hi\x94').endswith("“hi”")


def test_one_wrong_byte_in_a_long_text_stays_one() -> None:
    text = decode(("é" * 1000).encode() + b"\xff" + b"abc")
    assert text == "é" * 1000 + "\ufffdabc"


@pytest.mark.parametrize(
    "name",
    [
        "punycode",
        "rot13",
        "unicode_escape",
        "utf-7",
        "idna",
        "hex",
        "zlib",
        "undefined",
        "",
        None,
        "x" * 99,
        "a\0b",
        "../x",
    ],
)
def test_what_is_no_charset_is_none(name: str | None) -> None:
    assert codec(name) is None


@given(st.binary(max_size=200), st.text(max_size=40))
def test_no_bytes_and_no_header_raise(data: bytes, said: str) -> None:
    assert isinstance(decode(data, f"text/xml; charset={said}"), str)
    assert isinstance(decode(b'<?xml version="1.0" encoding="' + data, said), str)
