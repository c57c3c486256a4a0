"""Addresses: their secrets, and when two are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.addresses import canonical, is_private, public, split_secret, subscribable


def test_a_login_is_taken_out_of_an_address() -> None:
    assert split_secret("https://jo:pa%20ss@x.example:8443/feed?a=1") == (
        "https://x.example:8443/feed?a=1",
        "jo:pa%20ss",
    )
    assert split_secret("https://x.example/@jo") == ("https://x.example/@jo", None)


@pytest.mark.parametrize(
    "name", ["token", "key", "auth", "access_token", "api-key", "apikey", "feed_token", "password", "sig", "authToken"]
)
def test_tokens_do_not_stand_in_public_addresses(name: str) -> None:
    address = f"https://jo:pw@x.example/feed?page=2&{name}=s3cr3t"
    assert public(address) == "https://x.example/feed?page=2"
    assert is_private(address)


def test_an_address_without_secrets_stays_as_it_is() -> None:
    address = "https://x.example/feed?cat=News%20%26%20more&keyword=sea&author=7"
    assert public(address) == address
    assert not is_private(address)


@pytest.mark.parametrize(
    "other",
    [
        "http://x.example/a",
        "https://www.x.example/a/",
        "https://X.example:443/a#top",
        "https://x.example/a?utm_source=rss&utm_medium=feed",
        "https://x.example/a?fbclid=1&at_campaign=64",
    ],
)
def test_addresses_of_one_page_are_the_same(other: str) -> None:
    assert canonical(other) == canonical("https://x.example/a")


@pytest.mark.parametrize(
    "other", ["https://x.example/A", "https://x.example/a?id=2", "https://y.example/a", "https://x.example:8080/a"]
)
def test_addresses_of_other_pages_differ(other: str) -> None:
    assert canonical(other) != canonical("https://x.example/a")


def test_parameters_may_stand_in_any_order() -> None:
    assert canonical("https://x.example/a?b=1&a=2") == canonical("http://x.example/a?a=2&b=1&utm_term=x")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("https://x.example/feed", "https://x.example/feed"),
        (" HTTP://x.example ", "HTTP://x.example"),
        ("feed://x.example/rss", "http://x.example/rss"),
        ("feed:https://x.example/rss", "https://x.example/rss"),
        ("file:///etc/passwd", None),
        ("exec:rm", None),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("http://x.example:99999/", None),
        ("http://[::1", None),
        ("", None),
    ],
)
def test_only_the_web_can_be_subscribed_to(given: str, found: str | None) -> None:
    assert subscribable(given) == found


@given(st.text(max_size=80))
def test_no_text_raises(text: str) -> None:
    assert isinstance(public(text), str)
    assert isinstance(canonical(f"http://{text}"), str)
    assert public(public(f"https://a.example/?{text}")) == public(f"https://a.example/?{text}")
    subscribable(text)
