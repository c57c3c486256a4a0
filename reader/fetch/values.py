"""What is asked of the web and what it answers, frozen; and how much of anything is taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from reader.errors import FetchError
from reader.model import Page

Trouble = Literal[
    "address", "private", "network", "tls", "timeout", "refused", "missing", "gone", "busy", "server", "broken",
    "too large", "too many hops", "robots", "stopped",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and bytes of one request; `total` seconds run from its beginning through all its redirects.

    `largest` holds for what is taken from the line and for what that unpacks to: four times the largest feed of a
    real site that we know. Sixteen at once and two at a host is what browsers did with HTTP/1.1 (RFC 2616, 8.1.4).
    """

    connect: float = 10.0
    silence: float = 15.0
    total: float = 30.0
    largest: int = 16 * 1024 * 1024
    hops: int = 8
    at_once: int = 16
    at_a_host: int = 2


@dataclass(frozen=True, slots=True)
class Request:
    """An address to be fetched.

    `by_hand` tells that the person gave this very address, which permits its own host wherever it stands and asks no
    robots.txt. An address that stands in a feed or a page was not given by hand: `opened` tells that the person waits for
    it, which asks no robots.txt either, and `trusted` is the host of the source or page where it stands, permitted
    wherever that is. `etag` and `modified` are what the server said last time. `login` is "user:password".
    """

    address: str
    by_hand: bool = True
    etag: str | None = None
    modified: str | None = None
    login: str | None = None
    accept: Literal["feed", "page", "picture"] = "page"
    opened: bool = False
    trusted: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: the page, or None where nothing has changed since last time.

    `moved` is where the address has moved for good. `fresh` is how long the server says that it stays as it is.
    """

    page: Page | None
    status: int = 200
    etag: str | None = None
    modified: str | None = None
    moved: str | None = None
    fresh: timedelta | None = None
    hops: int = 0


class NoPageError(FetchError):
    """An address that did not give its page: the trouble by kind, for whoever decides when to ask again."""

    def __init__(
        self,
        trouble: Trouble,
        happened: str,
        advice: str,
        *,
        status: int | None = None,
        wait: timedelta | None = None,
    ) -> None:
        super().__init__(happened, advice)
        self.trouble = trouble
        self.status = status
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one request among many: exactly one of answer and failure."""

    request: Request
    answer: Answer | None = None
    failure: NoPageError | None = None
    finished: datetime | None = None
