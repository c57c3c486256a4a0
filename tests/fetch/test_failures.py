"""What goes wrong on the way, told in two lines; and how long a server may ask to be left alone."""

from __future__ import annotations

import ssl
from datetime import timedelta

import httpcore
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.fetch.failures import LONGEST_WAIT, cause, status, waiting
from reader.fetch.guard import Target, target
from reader.fetch.network import PrivateError, StoppedError
from reader.fetch.unpacking import PackedError, TooLargeError
from reader.fetch.values import Limits
from tests.builders import NOON

HERE = target("https://a.example/feed")


@pytest.mark.parametrize(
    ("code", "trouble", "said"),
    [
        (401, "refused", "wants a user name and password"),
        (402, "refused", "wants to be paid"),
        (403, "refused", "does not let this reader in"),
        (404, "missing", "is not there"),
        (408, "busy", "gave up waiting"),
        (410, "gone", "is gone for good"),
        (425, "busy", "asks to come later"),
        (429, "busy", "has been asked too often"),
        (451, "refused", "is withheld for legal reasons"),
        (500, "server", "has a fault of its own (status 500)"),
        (503, "busy", "is not available now"),
        (599, "server", "has a fault of its own (status 599)"),
        (418, "broken", "answered with status 418, which is no page"),
        (499, "broken", "answered with status 499, which is no page"),
        (304, "broken", "answered with status 304, which is no page"),
    ],
)
def test_a_status_is_a_kind_of_trouble_in_words(code: int, trouble: str, said: str) -> None:
    failure = status(HERE, code, "60", NOON)
    assert (failure.trouble, failure.status) == (trouble, code)
    assert failure.happened == f"https://a.example/feed {said}." and failure.advice
    assert failure.wait == (timedelta(minutes=1) if trouble in ("busy", "server") else None)


@pytest.mark.parametrize(
    ("said", "wait"),
    [
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("٣", None),
        ("0", timedelta()),
        (" 120 ", timedelta(minutes=2)),
        ("604800", LONGEST_WAIT),
        ("604801", LONGEST_WAIT),
        ("9999999", LONGEST_WAIT),
        ("9" * 5000, LONGEST_WAIT),
        ("Sat, 14 Mar 2026 12:30:00 GMT", timedelta(minutes=30)),
        ("Sat, 14 Mar 2026 13:30:00 +0100", timedelta(minutes=30)),
        ("Sat, 14 Mar 2026 12:30:00", timedelta(minutes=30)),
        ("Sat, 14 Mar 2026 11:00:00 GMT", timedelta()),
        ("Fri, 31 Dec 9999 23:59:59 -2359", LONGEST_WAIT),
        ("Sat, 99 Mar 2026 12:30:00 GMT", None),
    ],
)
def test_a_server_asks_to_wait_in_seconds_or_until_a_time_and_not_for_ever(
    said: str | None, wait: timedelta | None
) -> None:
    assert waiting(said, NOON) == wait


@given(st.text(max_size=30) | st.text("0123456789 -+:,SatMrGMT", max_size=30))
def test_whatever_a_server_asks_the_wait_is_bounded(said: str) -> None:
    found = waiting(said, NOON)
    assert found is None or timedelta() <= found <= LONGEST_WAIT


def certificate(code: int) -> Exception:
    """An error of a connection that failed for a certificate."""
    below = ssl.SSLCertVerificationError("no")
    below.verify_code = code
    error = httpcore.ConnectError("[SSL] no")
    error.__cause__ = below
    return error


def raised(below: Exception, error: Exception) -> Exception:
    """An error that came of another one."""
    error.__cause__ = below
    return error


@pytest.mark.parametrize(
    ("error", "trouble", "said"),
    [
        (StoppedError(), "stopped", "https://a.example/feed was not fetched: you stopped it."),
        (PrivateError("x"), "private", "https://a.example/feed leads into this machine's own network."),
        (TooLargeError(), "too large", "https://a.example/feed is larger than 16 MB."),
        (PackedError("bad\x1b\nblock " + "x" * 99), "broken", f"https://a.example/feed came damaged: bad block {'x' * 70}."),
        (httpcore.ReadTimeout(), "timeout", "https://a.example/feed did not answer in time."),
        (httpcore.ConnectTimeout(), "timeout", "https://a.example/feed did not answer in time."),
        (httpcore.RemoteProtocolError("x"), "broken", "https://a.example/feed does not speak HTTP as it should, or broke off."),
        (httpcore.ReadError(), "broken", "https://a.example/feed broke off."),
        (httpcore.WriteError(), "broken", "https://a.example/feed broke off."),
        (raised(ConnectionRefusedError(), httpcore.ConnectError("x")), "network", "Nothing answers at a.example, port 443."),
        (httpcore.ConnectError("Connection refused"), "network", "Nothing answers at a.example, port 443."),
        (httpcore.ConnectError("no route"), "network", "a.example cannot be reached."),
        (raised(ssl.SSLError("x"), httpcore.ConnectError("x")), "tls", "a.example does not speak TLS on port 443."),
        (certificate(10), "tls", "a.example cannot be trusted: its certificate has run out."),
        (certificate(62), "tls", "a.example cannot be trusted: its certificate is for another host."),
        (certificate(-1), "tls", "a.example cannot be trusted: its certificate cannot be trusted."),
    ],
)  # fmt: skip
def test_an_error_of_the_network_is_said_so_that_one_can_act_on_it(error: Exception, trouble: str, said: str) -> None:
    failure = cause(HERE, error, Limits())
    assert (failure.trouble, failure.happened) == (trouble, said)
    assert failure.advice and "\n" not in failure.advice


def test_no_message_shows_a_token() -> None:
    there: Target = target("https://a.example/feed?token=secret")
    for failure in (status(there, 404, None, NOON), cause(there, httpcore.ReadTimeout(), Limits())):
        assert "secret" not in failure.happened
