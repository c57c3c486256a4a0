"""One request after another: conditional, polite, bounded. Redirects are followed here, hop by hop, not by a library.

httpcore, and not httpx on top of it: only its network backend lets a whole request have a deadline and a number be
looked at before it is called, and what httpx adds (redirects, cookies, unpacking without a bound) would all have to
be turned off. HTTP/2 is left out: a reader asks most hosts for one thing.
"""

from __future__ import annotations

import base64
import threading
import time
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Self
from urllib.parse import unquote

import httpcore

from reader import __version__
from reader.fetch import failures, robots
from reader.fetch.guard import Target, following, is_number, is_private, target
from reader.fetch.network import Network, PrivateError, StoppedError, trust
from reader.fetch.unpacking import ACCEPTED, PackedError, TooLargeError, Unpacker
from reader.fetch.values import Answer, Limits, NoPageError, Request
from reader.model import Page
from reader.text.addresses import split_secret

AGENT = "newsreader"
_ACCEPT = {
    "feed": "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.1",
    "picture": "image/png, image/jpeg, image/webp, image/gif;q=0.8",
    "page": "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5",
}
_FOR_GOOD = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_ROBOTS_HOPS = 5  # RFC 9309, 2.3.1.2
_FRESHEST = timedelta(days=1)
_RULES_LATER = timedelta(minutes=15)  # until rules that were out of reach are asked for once more
_KEPT = 10.0  # seconds for which a connection is kept after its last use
_NETWORK = (
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.TimeoutException,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
    PrivateError,
    StoppedError,
    TooLargeError,
    PackedError,
    OSError,
)

Headers = dict[str, str]


def _now() -> datetime:
    return datetime.now(UTC)


class Fetcher:
    """Fetches addresses for any number of threads; keeps connections, robots.txt and servers' wishes to wait."""

    def __init__(self, limits: Limits | None = None, clock: Callable[[], datetime] = _now) -> None:
        self.limits = limits or Limits()
        self.clock = clock
        self.stop = threading.Event()
        self.network = Network(self.limits.connect, self.stop)
        self._pools: dict[str, httpcore.ConnectionPool] = {}
        self._robots: dict[tuple[str, str, int], robots.Robots] = {}
        self._without_rules: dict[tuple[str, str, int], tuple[datetime, NoPageError]] = {}
        self._paused: dict[str, datetime] = {}
        self._lock = threading.Lock()

    def close(self) -> None:
        """End whatever is under way and hang up."""
        self.stop.set()
        for pool in self._pools.values():
            pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def get(self, request: Request) -> Answer:
        """The page at an address. Raises NoPageError, which is a FetchError; ends within the limits' total time."""
        address, secret = split_secret(request.address)
        here = target(address)
        own = here.host if request.by_hand or here.host == request.trusted else None
        with self.network.until(time.monotonic() + self.limits.total, own):
            self._heed(request, here, own)
            return self._followed(request, here, own, request.login or unquote(secret or "") or None)

    def _heed(self, request: Request, here: Target, own: str | None) -> None:
        """Raises NoPageError where a site wants no program at an address and nobody waits for the page."""
        if not request.by_hand and not request.opened and not self._robots_of(here, own).allow(here.path):
            raise NoPageError(
                "robots", f"{here.host} asks programs to stay away from this page.", "Open it by hand to read it."
            )

    def _followed(self, request: Request, first: Target, own: str | None, login: str | None) -> Answer:
        """The answer at the end of all redirects."""
        here, moved, for_good = first, None, True
        for hop in range(self.limits.hops + 1):
            headers = self._headers(request, login if here.origin == first.origin else None)
            status, found, body = self._once(here, headers, here.host == own)
            if status not in _REDIRECTS:
                return self._answer(request, here, status, found, body, moved, hop)
            if not found.get("location"):
                raise failures.status(here, status, None, self.clock())
            here = following(here, found["location"])
            self._heed(request, here, own)
            for_good = for_good and status in _FOR_GOOD
            moved = here.address if for_good else moved
        raise NoPageError(
            "too many hops", f"{first.host} sends from one address to the next without end.", "Look at it in a browser."
        )

    def _answer(
        self, request: Request, here: Target, status: int, found: Headers, body: bytes, moved: str | None, hops: int
    ) -> Answer:
        """What a last response means. Raises NoPageError for one that brings no page."""
        fresh = _freshness(found.get("cache-control", ""))
        etag, modified = found.get("etag"), found.get("last-modified")
        if status == 304 and (request.etag or request.modified):
            return Answer(None, 304, etag or request.etag, modified or request.modified, moved, fresh, hops)
        if status != 200:
            failure = failures.status(here, status, found.get("retry-after"), self.clock())
            if failure.trouble == "busy":
                self._pause(here.host, failure.wait or timedelta(minutes=1))
            raise failure
        if not body.strip():
            raise NoPageError(
                "broken", f"{here.host} sent an empty page.", "Nothing to do now; it is asked again later."
            )
        page = Page(body, split_secret(request.address)[0], here.address, found.get("content-type"), self.clock())
        return Answer(page, status, etag, modified, moved, fresh, hops)

    def _once(self, here: Target, headers: list[tuple[bytes, bytes]], own: bool) -> tuple[int, Headers, bytes]:
        """One request and its response. Raises NoPageError."""
        self._polite(here)
        try:
            if not own and (here.host in self.network.inside or (is_number(here.host) and is_private(here.host))):
                raise PrivateError(here.host)  # a kept connection or a proxy would not look again
            url = httpcore.URL(scheme=here.scheme, host=here.host, port=here.port, target=here.path)
            limits = self.limits
            times = {"connect": limits.connect, "read": limits.silence, "write": limits.silence, "pool": limits.total}
            named = [(b"Host", here.authority.encode()), *headers]
            with self._pool(here).stream("GET", url, headers=named, extensions={"timeout": times}) as response:
                found = _fields(response.headers)
                if response.status != 200:
                    return response.status, found, b""
                unpacker = Unpacker(found.get("content-encoding", ""), self.limits.largest)
                for data in response.iter_stream():
                    unpacker.add(data)
                return response.status, found, unpacker.finish()
        except _NETWORK as error:
            raise failures.cause(here, error, self.limits) from error

    def _headers(self, request: Request, login: str | None) -> list[tuple[bytes, bytes]]:
        fields = {
            "User-Agent": f"{AGENT}/{__version__} (feed reader for the terminal)",
            "Accept": _ACCEPT[request.accept],
            "Accept-Encoding": ACCEPTED,
            "If-None-Match": request.etag,
            "If-Modified-Since": request.modified,
            "Authorization": "Basic " + base64.b64encode(login.encode()).decode() if login else None,
        }
        return [(name.encode(), _field(value)) for name, value in fields.items() if value]

    def _pool(self, here: Target) -> httpcore.ConnectionPool:
        """The connections for a target: straight, or through the proxy that the environment names."""
        proxies = urllib.request.getproxies()
        proxy = proxies.get(here.scheme) or proxies.get("all") or ""
        if proxy and urllib.request.proxy_bypass(here.host):
            proxy = ""
        with self._lock:
            if proxy not in self._pools:
                self._pools[proxy] = self._new_pool(proxy)
            return self._pools[proxy]

    def _new_pool(self, proxy: str) -> httpcore.ConnectionPool:
        most, kept = 4 * self.limits.at_once, self.limits.at_once
        if not proxy:
            return httpcore.ConnectionPool(trust(), None, most, kept, _KEPT, network_backend=self.network)
        where, login = split_secret(proxy if "://" in proxy else f"http://{proxy}")
        name, _, password = (login or "").partition(":")
        return httpcore.HTTPProxy(
            where,
            (name, password) if login else None,
            ssl_context=trust(),
            max_connections=most,
            max_keepalive_connections=kept,
            keepalive_expiry=_KEPT,
            network_backend=Network(self.limits.connect, self.stop, guarded=False),
        )

    def _polite(self, here: Target) -> None:
        """Raises NoPageError while a host has asked to be left alone."""
        with self._lock:
            until = self._paused.get(here.host)
        if until and until > self.clock():
            raise NoPageError(
                "busy",
                f"{here.host} has asked to be left alone for now.",
                "Nothing to do now; it is asked again later.",
                wait=until - self.clock(),
            )

    def _pause(self, host: str, wait: timedelta) -> None:
        with self._lock:
            self._paused[host] = self.clock() + wait

    def _robots_of(self, here: Target, own: str | None) -> robots.Robots:
        """A site's rules for us, asked for once. One that has none lets everybody in (RFC 9309, 2.3.1.3), one whose rules
        are out of reach nobody (2.3.1.4): of the pages of a site that fails not each one waits for its rules anew. Raises
        NoPageError for that."""
        with self._lock:
            known, (until, failed) = self._robots.get(here.origin), self._without_rules.get(here.origin, (None, None))
        if known is not None:
            return known
        if failed is not None and until is not None and until > self.clock():
            raise NoPageError(failed.trouble, failed.happened, failed.advice, status=failed.status, wait=failed.wait)
        try:
            known = self._asked_robots(Target(here.scheme, here.host, here.port, "/robots.txt"), own)
        except NoPageError as failure:
            if failure.trouble in ("server", "busy"):
                with self._lock:
                    self._without_rules[here.origin] = self.clock() + (failure.wait or _RULES_LATER), failure
            raise
        with self._lock:
            self._robots[here.origin] = known
        return known

    def _asked_robots(self, where: Target, own: str | None) -> robots.Robots:
        headers = self._headers(Request(where.address), None)
        for _ in range(_ROBOTS_HOPS + 1):
            status, found, body = self._once(where, headers, where.host == own)
            if status >= 500:
                raise failures.status(where, status, found.get("retry-after"), self.clock())
            if status not in _REDIRECTS or not found.get("location"):
                return robots.read(body.decode("utf-8", "replace"), AGENT) if status == 200 else robots.Robots()
            where = following(where, found["location"])
        return robots.Robots()


def _fields(headers: list[tuple[bytes, bytes]]) -> Headers:
    """Headers by their names in small letters; the first of a name counts, no value is kept beyond 2,000 characters."""
    found: Headers = {}
    for name, value in headers:
        found.setdefault(name.decode("latin-1").lower(), value.decode("latin-1").strip()[:2000])
    return found


def _field(value: str) -> bytes:
    """A header's value as it may be sent: what came from a server once must not become a second header."""
    return "".join(sign for sign in value if " " <= sign <= "~" or sign >= "\xa0").encode("latin-1", "ignore")


def _freshness(control: str) -> timedelta | None:
    """How long a page stays as it is by its Cache-Control: a day at most, none where it says no-cache or no-store."""
    said = [part.strip().lower() for part in control.split(",")]
    if "no-cache" in said or "no-store" in said:
        return None
    for part in said:
        name, _, digits = part.partition("=")
        digits = digits.strip('" ')
        if name == "max-age" and digits.isascii() and digits.isdigit():
            return min(timedelta(seconds=int(digits[:9])), _FRESHEST)
    return None
