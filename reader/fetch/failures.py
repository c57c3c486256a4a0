"""Whatever can go wrong on the way, said in two lines that a person understands and can act on."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import httpcore

from reader.fetch.guard import Target, shown
from reader.fetch.network import PrivateError, StoppedError
from reader.fetch.unpacking import PackedError, TooLargeError
from reader.fetch.values import Limits, NoPageError, Trouble
from reader.text.clean import one_line

LONGEST_WAIT = timedelta(days=7)
"""What a server may ask to be left alone for; one that asks for more is taken to mean this."""

_LATER = "Nothing to do now; it is asked again later."
_STATUS: dict[int, tuple[Trouble, str, str]] = {
    401: ("refused", "wants a user name and password", "Add them to the source, or read it in a browser."),
    402: ("refused", "wants to be paid", "Read it in a browser, where you are logged in."),
    403: ("refused", "does not let this reader in", "Read it in a browser; the site may refuse all programs."),
    404: ("missing", "is not there", "Look for a typing mistake, or for the page's new address on the site."),
    410: ("gone", "is gone for good", "Remove the source, or give its new address."),
    408: ("busy", "gave up waiting", _LATER),
    425: ("busy", "asks to come later", _LATER),
    429: ("busy", "has been asked too often", _LATER),
    451: ("refused", "is withheld for legal reasons", "Look for the story elsewhere."),
    503: ("busy", "is not available now", _LATER),
}
_CERTIFICATES = {
    9: "its certificate is not valid yet; perhaps this machine's clock is wrong",
    10: "its certificate has run out",
    18: "its certificate is signed by nobody but itself",
    19: "its certificate is signed by an authority that this machine does not know",
    20: "its certificate is signed by an authority that this machine does not know",
    23: "its certificate was withdrawn",
    62: "its certificate is for another host",
    64: "its certificate is for another address",
}
"""Verification results of OpenSSL (openssl-verification-options(1)) in words."""


def status(where: Target, code: int, retry_after: str | None, now: datetime) -> NoPageError:
    """The failure that a status stands for. The server's own phrase is not repeated: it may be anything."""
    trouble, what, advice = _STATUS.get(
        code, ("server", f"has a fault of its own (status {code})", _LATER) if code >= 500 else
        ("broken", f"answered with status {code}, which is no page", "Look at it in a browser.")
    )  # fmt: skip
    wait = waiting(retry_after, now) if trouble in ("busy", "server") else None
    return NoPageError(trouble, f"{shown(where.address)} {what}.", advice, status=code, wait=wait)


def waiting(retry_after: str | None, now: datetime) -> timedelta | None:
    """How long a server asks to be left alone (RFC 9110, 10.2.3): seconds or a date; None for what is neither."""
    text = (retry_after or "").strip()
    if text.isascii() and text.isdigit():
        return LONGEST_WAIT if len(text) > 7 else min(timedelta(seconds=int(text)), LONGEST_WAIT)
    try:
        when = parsedate_to_datetime(text)
        when = when if when.tzinfo else when.replace(tzinfo=UTC)
        return max(timedelta(), min(when - now, LONGEST_WAIT))
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def cause(where: Target, error: Exception, limits: Limits) -> NoPageError:
    """The failure that an exception of the network stands for."""
    name = shown(where.address)
    match error:
        case StoppedError():
            return NoPageError("stopped", f"{name} was not fetched: you stopped it.", "Press R to fetch what is new.")
        case PrivateError():
            return NoPageError(
                "private",
                f"{name} leads into this machine's own network.",
                "If you want that, add the address by hand.",
            )
        case TooLargeError():
            return NoPageError(
                "too large", f"{name} is larger than {limits.largest >> 20} MB.", "Look at it in a browser."
            )
        case PackedError():
            return NoPageError("broken", f"{name} came damaged: {one_line(str(error))[:80]}.", _LATER)
        case httpcore.TimeoutException():
            return NoPageError("timeout", f"{name} did not answer in time.", _LATER)
        case httpcore.ProtocolError():
            return NoPageError("broken", f"{name} does not speak HTTP as it should, or broke off.", _LATER)
    return _unreachable(where, name, error)


def _unreachable(where: Target, name: str, error: Exception) -> NoPageError:
    reason = _root(error)
    if isinstance(reason, ssl.SSLCertVerificationError):
        why = _CERTIFICATES.get(reason.verify_code, "its certificate cannot be trusted")
        return NoPageError(
            "tls", f"{where.host} cannot be trusted: {why}.", "Do not give it a password; tell the site, or wait."
        )
    if isinstance(reason, ssl.SSLError):
        return NoPageError(
            "tls", f"{where.host} does not speak TLS on port {where.port}.", "Try the address with http://."
        )
    if isinstance(error, httpcore.ReadError | httpcore.WriteError):
        return NoPageError("broken", f"{name} broke off.", _LATER)
    if isinstance(reason, ConnectionRefusedError) or "refused" in str(error).lower():
        return NoPageError("network", f"Nothing answers at {where.host}, port {where.port}.", _LATER)
    return NoPageError(
        "network",
        f"{where.host} cannot be reached.",
        "Look at the connection, and at the address for a typing mistake.",
    )


def _root(error: BaseException) -> BaseException:
    """The error at the bottom of a chain, where OpenSSL's own words are."""
    for _ in range(10):
        below = error.__cause__ or error.__context__
        if below is None:
            break
        if isinstance(error, ssl.SSLError):
            break
        error = below
    return error
