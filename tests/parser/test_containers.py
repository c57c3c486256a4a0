"""Saved pages and mails are read as what is in them; what only looks like one stays a text."""

from __future__ import annotations

import plistlib
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Page
from reader.parser import parse, readable
from reader.parser.containers import opened
from tests.parser.making import a_page
from tests.parser.packing import ADDRESS, Packing, a_mail, an_archive, an_mhtml

PAGE = (
    "<html><head><title>The quay – reopened</title></head><body><article><h1>The quay – reopened</h1>"
    "<p>After eleven months of repair the quay of Tarnes was opened again on Monday, and boats came in before dawn.</p>"
    "<p>It cost twice what was planned, since the piles under it stood on no map, as the harbor office wrote.</p>"
    '<p><img src="cid:quay">Who pays the rest is to be settled <a href="/council">by the council</a> in spring.</p></article>'
    "</body></html>"
)


@pytest.mark.parametrize("how", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("seed", range(6))
def test_a_page_saved_in_one_file_reads_as_the_page(seed: int, how: Packing) -> None:
    page = a_page(Random(seed)).encode()
    alone = parse(Page(page, final_address=ADDRESS))
    assert alone.blocks
    assert parse(Page(an_mhtml(page, how))) == alone
    assert parse(Page(an_archive(page))) == alone


@pytest.mark.parametrize("end", [b"\r\n", b"\n"])
def test_the_address_is_the_one_it_was_saved_from(end: bytes) -> None:
    article = parse(Page(an_mhtml(PAGE.encode(), end=end), "/home/me/quay.mhtml"))
    assert article.url == ADDRESS
    assert [span.address for block in article.blocks for span in block.spans] == ["https://coast.example/council"]
    assert not [block for block in article.blocks if block.kind == "image"], "a picture inside the file has no address"
    assert article.published is None, "the day of saving is not the day of the article"


def test_an_address_that_is_no_web_page_is_none() -> None:
    page = an_mhtml(PAGE.encode(), address="file:///home/me/quay.html")
    assert parse(Page(page, "/home/me/quay.mhtml")).url is None


def test_a_file_that_was_cut_off_is_read_as_far_as_it_goes() -> None:
    whole = an_mhtml(PAGE.encode())
    article = parse(Page(whole[: whole.index(b"stood on")]))
    assert article.title == "The quay – reopened"
    assert article.blocks[0].text.endswith("before dawn.")


@pytest.mark.parametrize(("charset", "codec"), [("windows-1252", "cp1252"), ("UTF-16", "utf-16"), ("", "utf-8")])
def test_the_encoding_is_the_one_that_the_container_names(charset: str, codec: str) -> None:
    page = PAGE.replace("–", "—").encode(codec)
    assert parse(Page(an_archive(page, charset))).title == "The quay — reopened"


def test_a_mail_whose_page_is_in_an_old_encoding_is_decoded() -> None:
    assert (
        "Größe"
        in parse(Page(a_mail(PAGE.replace("Tarnes", "Größe").replace("–", "-"), charset="iso-8859-1"))).blocks[1].text
    )


def test_pages_and_texts_are_no_containers() -> None:
    for data in (
        PAGE.encode(),
        b"Title: The quay\nBy: Nora Whitfield\nDate: Monday\n\nThe quay was opened again.",
        b"From: Nora\nTo: John\nSubject: The quay\n\nMIME-Version: 1.0 is what a mail says in its head.",
        b"MIME-Version: 1.0\nSubject: x\nContent-Type: image/png\n\niVBORw0KGgo=",
        b"MIME-Version: 1.0\nSubject: x\nContent-Type: multipart/mixed\n\nwithout any boundary",
        b"bplist00" + bytes(40),
        plistlib.dumps({"WebMainResource": ["no page"]}, fmt=plistlib.FMT_BINARY),
        plistlib.dumps({"WebMainResource": {"WebResourceData": "text"}}, fmt=plistlib.FMT_BINARY),
        b"",
    ):
        page = Page(data, "/a/file")
        assert opened(page) == (page, None)


def test_what_is_packed_is_text_or_is_not_readable() -> None:
    readable(Page(an_mhtml(PAGE.encode(), "base64")))
    readable(Page(an_archive(PAGE.encode())))


@given(
    st.binary(max_size=300),
    st.sampled_from([b"multipart/mixed; boundary=B", b"text/html", b'multipart/related; boundary=""']),
)
def test_any_bytes_in_a_mail_give_an_article(data: bytes, kind: bytes) -> None:
    head = b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: " + kind + b"\n"
    for mail in (head + b"\n" + data, head + data, head + b"\n--B\n" + data + b"\n--B--\n"):
        assert parse(Page(mail)) == parse(Page(mail))


@given(st.integers(0, 10_000), st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=6))
def test_any_damage_to_a_web_archive_is_borne(cut: int, changes: list[tuple[int, int]]) -> None:
    data = bytearray(an_archive(PAGE.encode()))
    for place, byte in changes:
        data[place % len(data)] = byte
    assert parse(Page(bytes(data[: cut or None]))) is not None
