"""Which addresses may be asked, and how they are written for asking."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.fetch.guard import following, is_number, is_private, shown, target
from reader.fetch.values import NoPageError


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
     "224.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1",
     "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1", "no number", ""],
)  # fmt: skip
def test_numbers_of_ones_own_network_are_private(number: str) -> None:
    assert is_private(number)


@pytest.mark.parametrize(
    "number", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_numbers_of_the_world_are_not(number: str) -> None:
    assert not is_private(number)


@pytest.mark.parametrize(
    ("address", "again"),
    [
        ("https://A.example:443", "https://a.example/"),
        ("http://a.example:8080/x y?q=ä&b=%20#z", "http://a.example:8080/x%20y?q=%C3%A4&b=%20"),
        ("https://müller.example/ü", "https://xn--mller-kva.example/%C3%BC"),
        ("http://[2001:DB8::1]:80/", "http://[2001:db8::1]/"),
        ("https://a.example?x=1", "https://a.example/?x=1"),
        ("  https://a.example/\r\n", "https://a.example/"),
    ],
)
def test_an_address_is_written_for_asking(address: str, again: str) -> None:
    assert target(address).address == again
    assert target(again).address == again


def test_a_redirect_starts_from_where_it_stands() -> None:
    here = target("https://a.example/news/today")
    assert following(here, "tomorrow?x=1").address == "https://a.example/news/tomorrow?x=1"
    assert following(here, "//b.example/").address == "https://b.example/"
    for bad in ("file:///etc/passwd", "data:text/html,x", "javascript:x", "gopher://a.example/", "http://[1"):
        with pytest.raises(NoPageError) as failure:
            following(here, bad)
        assert failure.value.trouble == "address"


def test_a_message_shows_no_secrets_and_no_controls() -> None:
    assert shown("https://jo:pw@a.example/?token=1&p=2") == "https://a.example/?p=2"
    assert shown("not\x1b[31m an\naddress") == "not[31m an address"
    assert len(shown("https://a.example/" + "x" * 500)) == 100


@given(st.text(max_size=60))
def test_no_text_raises_anything_else(text: str) -> None:
    for address in (text, f"http://{text}", f"https://a.example/{text}"):
        try:
            found = target(address)
        except NoPageError:
            continue
        assert found.address.isascii()
        assert found.address.isprintable()
        assert " " not in found.address


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f000001", "10.0.0.1.", "::1", "fe80::1%eth0", "0x"])
def test_what_a_resolver_takes_for_a_number_is_one(host: str) -> None:
    assert is_number(host)


@pytest.mark.parametrize("host", ["9to5.example", "20minutes.example", "3.example", "1.1.1.1.example", "localhost"])
def test_a_name_that_begins_with_a_digit_is_none(host: str) -> None:
    assert not is_number(host)
