"""Which addresses may be asked: the web and nothing inside this machine or its network, unless it was asked for."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from reader.fetch.values import NoPageError
from reader.text.addresses import public
from reader.text.clean import one_line

_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_PORTS = {"http": 80, "https": 443}
# IPv6 addresses that carry an IPv4 one within: what counts is the inner one (RFC 6052, 3056).
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart as a request needs it; `path` is percent-encoded and holds the query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Host and port as an address and the Host header have them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def address(self) -> str:
        """The whole address again."""
        return f"{self.scheme}://{self.authority}{self.path}"

    @property
    def origin(self) -> tuple[str, str, int]:
        """Whom one talks to: what a password may be told."""
        return self.scheme, self.host, self.port


def target(address: str) -> Target:
    """An address as it can be asked. Raises NoPageError for one that is not on the web."""
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname, parts.port
        scheme = parts.scheme.lower()
        if scheme not in _PORTS:
            raise NoPageError(
                "address", f"{shown(address)} is no address on the web.", "Give one that begins with https://."
            )
        if not host or port == 0:
            raise ValueError("no host")
        if ":" not in host:
            host = host.encode("idna").decode("ascii").lower()
        if not _HOST.fullmatch(host):
            raise ValueError("no host")
    except (ValueError, UnicodeError) as error:
        raise NoPageError("address", f"{shown(address)} is no address.", "Look for a typing mistake in it.") from error
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~[]")
    if parts.query:
        path += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~?[]")
    return Target(scheme, host, port or _PORTS[scheme], path)


def following(here: Target, location: str) -> Target:
    """Where a redirect leads. Raises NoPageError where no page may lead: to a file, to another program."""
    try:
        there = urljoin(here.address, location.strip())
    except ValueError as error:
        raise NoPageError(
            "address", f"{shown(here.address)} leads to no address.", "Ask for the page again later."
        ) from error
    try:
        return target(there)
    except NoPageError as error:
        raise NoPageError(
            "address", f"{shown(here.address)} leads to {shown(there)}, which is not followed.", error.advice
        ) from error


def is_private(number: str) -> bool:
    """Whether an IP address belongs to this machine, its network or nobody: nothing that a stranger may point to."""
    try:
        found = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return True
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            found = inner
    return not found.is_global or found.is_multicast


def is_number(host: str) -> bool:
    """Whether a host is written as an IP address, also as resolvers take one: 127.1, 0x7f000001. The last label tells it
    from a name that begins with a digit (https://url.spec.whatwg.org/#ends-in-a-number-checker)."""
    return ":" in host or _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]) is not None


def shown(address: str) -> str:
    """An address as a message may show it: no password, one line, not too long."""
    found = one_line(public(address))
    return found if len(found) <= 100 else f"{found[:99]}…"
