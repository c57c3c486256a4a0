"""A web server on loopback for tests: pages with ETags, redirects, and every fault that the network knows."""

from __future__ import annotations

import base64
import contextlib
import gzip
import socket
import struct
import threading
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Literal, Self

ESC = "\x1b"
STORY = "The harbor ferry will sail again in May, and its crew of nine has been called back."
PAGE = (
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>Ferry line to reopen</title></head><body><article>"
    f"<h1>Ferry line to reopen</h1><p>{STORY}</p><p>The city pays half of the repair.</p></article></body></html>"
).encode()
LONGEST = 60.0
"""Seconds after which any connection ends, whatever the fault."""

Due = Literal["page", "failure", "either"]


def a_feed(*titles: str, address: str = "https://courier.example") -> bytes:
    """An RSS feed with an entry for each title."""
    items = "".join(
        f"<item><title>{title}</title><link>{address}/{number}</link><guid>{number}</guid>"
        f"<description>{STORY}</description></item>"
        for number, title in enumerate(titles or ("Ferry line to reopen",), 1)
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Courier</title>{items}</channel></rss>".encode()


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as the server got it: path with query, headers by small names."""

    path: str
    headers: dict[str, str]


@dataclass
class Served:
    """What a path gives."""

    body: bytes = b""
    status: str = "200 OK"
    headers: dict[str, str] = field(default_factory=dict)
    login: str = ""


class Server:
    """Serves on 127.0.0.1 from `with` to its end; keeps connections; remembers what was asked."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.pages: dict[str, Served] = {}
        self.busiest = 0
        self._busy = 0
        self._lock = threading.Lock()
        self._ending = threading.Event()
        self._socket = socket.socket()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind(("127.0.0.1", 0))
        self._socket.listen(128)
        self.port: int = self._socket.getsockname()[1]

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ending.set()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)  # closing alone lets the thread that accepts take one more
        self._socket.close()

    def url(self, path: str = "/") -> str:
        """A path's whole address."""
        return f"http://127.0.0.1:{self.port}{path}"

    def page(self, path: str, body: bytes = PAGE, kind: str = "text/html; charset=utf-8", **headers: str) -> str:
        """Put a page at a path; its address. Headers by names with "_" for "-"."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = Served(body, headers={"Content-Type": kind} | named)
        return self.url(path)

    def answer(self, path: str, status: str, body: bytes = b"", **headers: str) -> str:
        """Let a path answer with a status; its address."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = Served(body, status, named)
        return self.url(path)

    def lock(self, path: str, login: str) -> None:
        """Give a page only to whoever sends this "name:password" (RFC 7617)."""
        self.pages[path].login = "Basic " + base64.b64encode(login.encode()).decode()

    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [each.path for each in self.asked]

    def nap(self, seconds: float) -> bool:
        """Wait; False when the server ends meanwhile."""
        return not self._ending.wait(seconds)

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError), client:
            client.settimeout(LONGEST)
            while self._one(client, _request(client)):
                pass

    def _one(self, client: socket.socket, asked: Asked | None) -> bool:
        """Answer a request; whether the connection stays."""
        if asked is None:
            return False
        with self._lock:
            self.asked.append(asked)
            self._busy += 1
            self.busiest = max(self.busiest, self._busy)
        try:
            path = asked.path.partition("?")[0]
            if path in self.pages:
                client.sendall(_response(self.pages[path], asked))
                return True
            if path in FAULTS:
                FAULTS[path].act(client, self)
                with contextlib.suppress(OSError):
                    client.shutdown(socket.SHUT_WR)
                return False
            client.sendall(head("404 Not Found", length=0))
            return False
        finally:
            with self._lock:
                self._busy -= 1


def _request(client: socket.socket) -> Asked | None:
    data = b""
    while b"\r\n\r\n" not in data and len(data) < 65536:
        more = client.recv(4096)
        if not more:
            return None
        data += more
        if data[:1] == b"\x16":  # somebody begins to speak TLS
            client.sendall(head("400 Bad Request", length=0))
            return None
    first, *lines = data.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return Asked(first.split(" ")[1], headers)


def _response(page: Served, asked: Asked) -> bytes:
    etag, modified = page.headers.get("ETag"), page.headers.get("Last-Modified")
    same = (etag and asked.headers.get("if-none-match") == etag) or (
        modified and not etag and asked.headers.get("if-modified-since") == modified
    )
    status, body = ("304 Not Modified", b"") if same else (page.status, page.body)
    if page.login and asked.headers.get("authorization") != page.login:
        status, body = "401 Unauthorized", b""
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in page.headers.items())]
    return "\r\n".join([*lines, f"Content-Length: {len(body)}", "", ""]).encode("latin-1") + body


def head(status: str, *lines: str, kind: str = "text/html; charset=utf-8", length: int | None = None) -> bytes:
    """The head of a response that ends its connection."""
    out = [f"HTTP/1.1 {status}", "Connection: close", *([f"Content-Type: {kind}"] if kind else []), *lines]
    if length is not None:
        out.append(f"Content-Length: {length}")
    return ("\r\n".join(out) + "\r\n\r\n").encode("latin-1")


Act = Callable[[socket.socket, Server], None]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that goes wrong on the network, and what is due."""

    danger: str
    due: Due
    act: Act


def _sends(*pieces: bytes) -> Act:
    return lambda client, server: client.sendall(b"".join(pieces))


def _good(body: bytes, *lines: str, kind: str = "text/html; charset=utf-8") -> Act:
    return _sends(head("200 OK", *lines, kind=kind, length=len(body)), body)


def _status(status: str, *lines: str, body: bytes = b"") -> Act:
    return _sends(head(status, *lines, length=len(body)), body)


def _leads(to: str, status: str = "302 Found") -> Act:
    def act(client: socket.socket, server: Server) -> None:
        client.sendall(head(status, f"Location: {to.format(port=server.port)}", length=0))

    return act


def _chain(client: socket.socket, server: Server) -> None:
    client.sendall(head("302 Found", f"Location: /redirect-chain?{len(server.asked)}", length=0))


def _drips(data: bytes, pause: float, before: bytes = b"") -> Act:
    def act(client: socket.socket, server: Server) -> None:
        client.sendall(before)
        for at in range(len(data)):
            client.sendall(data[at : at + 1])
            if not server.nap(pause):
                return

    return act


def _waits(first: bytes = b"") -> Act:
    def act(client: socket.socket, server: Server) -> None:
        client.sendall(first)
        server.nap(LONGEST)

    return act


def _endless(chunk: bytes, pause: float = 0.0) -> Act:
    def act(client: socket.socket, server: Server) -> None:
        client.sendall(head("200 OK") + PAGE[:-20])
        end = time.monotonic() + LONGEST
        while time.monotonic() < end and (not pause or server.nap(pause)):
            client.sendall(chunk)

    return act


def _resets(client: socket.socket, server: Server) -> None:
    client.sendall(head("200 OK", length=len(PAGE)) + PAGE[:100])
    server.nap(0.1)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _chunks(chunks: Iterable[bytes], end: bytes = b"0\r\n\r\n", *lines: str) -> Act:
    body = b"".join(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n" for chunk in chunks)
    return _sends(head("200 OK", "Transfer-Encoding: chunked", *lines), body, end)


def _bomb(name: str, bits: int) -> Act:
    def act(client: socket.socket, server: Server) -> None:
        packer = zlib.compressobj(9, zlib.DEFLATED, bits)
        client.sendall(head("200 OK", f"Content-Encoding: {name}") + packer.compress(PAGE))
        for _ in range(400):
            client.sendall(packer.compress(bytes(1 << 20)))
        client.sendall(packer.flush())

    return act


def _endless_headers(client: socket.socket, server: Server) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\n")
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        client.sendall(b"X-Pad: more and more\r\n" * 100)


_PACKED = gzip.compress(PAGE, mtime=0)
_LENGTH = f"Content-Length: {len(PAGE)}"
_CHUNKED = head("200 OK", "Transfer-Encoding: chunked")

FAULTS: dict[str, Fault] = {
    "/never-ends": Fault("a body without end, as fast as it goes", "either", _endless(b"<p>more and more</p>" * 400)),
    "/never-ends-slowly": Fault("a body without end, bit by bit", "either", _endless(b"<p>x</p>", 0.2)),
    "/slow-headers": Fault("headers byte by byte", "failure", _drips(head("200 OK", "X-Pad: " + "x" * 500), 0.2)),
    "/slow-body": Fault("a body byte by byte", "either", _drips(PAGE, 0.2, head("200 OK", length=len(PAGE)))),
    "/silent": Fault("accepts and says nothing", "failure", _waits()),
    "/silent-body": Fault("headers, then nothing", "failure", _waits(head("200 OK", length=5000))),
    "/closes": Fault("closes at once", "failure", _sends()),
    "/resets": Fault("resets in the middle", "either", _resets),
    "/length-long": Fault("a length beyond the body", "either", _sends(head("200 OK", length=len(PAGE) + 5000), PAGE)),
    "/length-short": Fault("a length short of the body", "either", _sends(head("200 OK", length=200), PAGE)),
    "/length-negative": Fault("a length below nothing", "either", _sends(head("200 OK", "Content-Length: -1"), PAGE)),
    "/length-huge": Fault("a length of 10^30", "either", _sends(head("200 OK", f"Content-Length: {10**30}"), PAGE)),
    "/length-two": Fault("two lengths", "either", _sends(head("200 OK", _LENGTH, "Content-Length: 5"), PAGE)),
    "/redirect-loop": Fault("leads to itself", "failure", _leads("/redirect-loop")),
    "/redirect-chain": Fault("leads on and on", "failure", _chain),
    "/redirect-file": Fault("leads to a file", "failure", _leads("file:///etc/passwd")),
    "/redirect-data": Fault("leads to data", "failure", _leads("data:text/html,<p>x</p>")),
    "/redirect-ftp": Fault("leads to ftp", "failure", _leads("ftp://127.0.0.1:{port}/x")),
    "/redirect-private": Fault("leads to a private address", "failure", _leads("http://10.255.255.1/")),
    "/redirect-metadata": Fault("leads to a cloud's metadata", "failure", _leads("http://169.254.169.254/latest/")),
    "/redirect-zero": Fault("loopback in another spelling", "either", _leads("http://[::ffff:127.0.0.1]:{port}/x")),
    "/redirect-nowhere": Fault("leads without saying where", "failure", _status("302 Found")),
    "/redirect-escape": Fault("leads to escapes", "failure", _leads(f"http://127.0.0.1:{{port}}/{ESC}]0;x\x07\x9b31m")),
    "/304-unasked": Fault("unchanged, with a body", "either", _status("304 Not Modified", body=PAGE)),
    "/204": Fault("nothing at all", "failure", _sends(head("204 No Content", kind=""))),
    "/206": Fault("a part that nobody asked for", "either", _status("206 Partial", "Content-Range: bytes 0-9/99")),
    "/401": Fault("a realm of escapes", "failure", _status("401 No", f'WWW-Authenticate: Basic realm="{ESC}[31m"')),
    "/402": Fault("wants money", "failure", _status("402 Payment Required", body=PAGE)),
    "/403": Fault("lets nobody in", "failure", _status("403 Forbidden", body=PAGE)),
    "/404": Fault("is not there", "failure", _status("404 Not Found", body=PAGE)),
    "/410": Fault("is gone", "failure", _status("410 Gone")),
    "/451": Fault("is withheld", "failure", _status("451 Unavailable For Legal Reasons", body=PAGE)),
    "/500": Fault("is broken", "failure", _status("500 Internal Server Error", body=PAGE)),
    "/reason": Fault("a phrase of escapes", "failure", _status(f"500 {ESC}[2J{ESC}]0;x\x07\x9b31m")),
    "/status-odd": Fault("a status of no kind", "either", _status("999 What", body=PAGE)),
    "/not-http": Fault("speaks something else", "failure", _sends(f"SSH-2.0-x {ESC}[31m\r\n".encode())),
    "/http09": Fault("a body without a head", "either", _sends(PAGE)),
    "/version-odd": Fault("HTTP of another age", "either", _sends(b"HTTP/7.3 200 OK\r\n\r\n", PAGE)),
    "/header-long": Fault("a header of 5 MB", "either", _sends(head("200 OK", "X-Pad: " + "x" * 5_000_000), PAGE)),
    "/headers-endless": Fault("headers without end", "either", _endless_headers),
    "/headers-many": Fault("200,000 headers", "either", _sends(head("200 OK", *["X-P: 1"] * 200_000), PAGE)),
    "/header-bad": Fault("a header without a colon", "either", _sends(head("200 OK", "what is this"), PAGE)),
    "/header-escape": Fault("headers with escapes", "either", _good(PAGE, f"X-Title: {ESC}[31m\x9b2J")),
    "/gzip": Fault("honest gzip", "page", _good(_PACKED, "Content-Encoding: gzip")),
    "/gzip-bomb": Fault("gzip that unpacks to 400 MB", "either", _bomb("gzip", 31)),
    "/deflate-bomb": Fault("the same as deflate", "either", _bomb("deflate", 15)),
    "/gzip-cut": Fault("gzip that breaks off", "either", _good(_PACKED[: len(_PACKED) // 2], "Content-Encoding: gzip")),
    "/gzip-lie": Fault("says gzip and is plain", "either", _good(PAGE, "Content-Encoding: gzip")),
    "/packed-odd": Fault("packed as nobody knows", "either", _good(PAGE, "Content-Encoding: x-" + "y" * 3000)),
    "/packed-often": Fault("gzip 500 times", "either", _good(_PACKED, "Content-Encoding: " + ", ".join(["gzip"] * 500))),
    "/chunked": Fault("honest chunks", "page", _chunks([PAGE[:100], PAGE[100:]])),
    "/chunked-cut": Fault("chunks that break off", "either", _chunks([PAGE[:200]], b"")),
    "/chunked-bad": Fault("a chunk's length is no number", "either", _sends(_CHUNKED, b"zz\r\n", PAGE)),
    "/chunked-huge": Fault("a chunk of 2^64 bytes", "either", _sends(_CHUNKED, b"ffffffffffffffff\r\n", PAGE)),
    "/chunked-both": Fault("chunks and a length", "either", _chunks([PAGE], b"0\r\n\r\n", "Content-Length: 5")),
    "/type-none": Fault("no type", "page", _sends(head("200 OK", kind="", length=len(PAGE)), PAGE)),
    "/type-odd": Fault("a charset that is none", "page", _good(PAGE, kind=f"text/html; charset=rot13{ESC}")),
    "/type-image": Fault("a page sent as a picture", "page", _good(PAGE, kind="image/png")),
    "/type-binary": Fault("a picture sent as a page", "either", _good(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100)),
    "/large": Fault("an honest page of 30 MB", "either", _good(PAGE + b"<p>word word word</p>" * 1_500_000)),
    "/empty": Fault("no body", "failure", _good(b"")),
    "/cookies": Fault("3,000 cookies", "either", _good(PAGE, *[f"Set-Cookie: c{n}={'v' * 100}" for n in range(3000)])),
    "/429": Fault("has enough, for an hour", "failure", _status("429 Too Many Requests", "Retry-After: 3600")),
    "/429-odd": Fault("has enough, for ever", "failure", _status("429 Too Many Requests", f"Retry-After: {'9' * 400}")),
    "/503": Fault("away until the year 9999", "failure",
                  _status("503 No", "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT")),
}  # fmt: skip
"""Faults by path. The last three ask to be left alone, which holds for all of their host."""
