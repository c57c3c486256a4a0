"""Encrypted connections that cannot be trusted say why; those that can bring the page."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.fetch import Fetcher, Limits, NoPageError, Request
from tests.fakes import PAGE, head

# Made for these tests with openssl-req(1): a key, its certificate for 127.0.0.1 until 2126, and one of a day in 2020.
KEY = """-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgqjtX1+batSwpfNZ4
EzDqDfV9f9vcFy07FRhjsVr+zAqhRANCAAQrewsB+eWY1cl3vpifWWg2FqSGwWUL
Jodh3CT3p4uTaYm/yDJvkv13hcmBO/R15MI1YBpcTXMNTD4h8zG0nGbQ
-----END PRIVATE KEY-----
"""
OWN = """-----BEGIN CERTIFICATE-----
MIIBiTCCAS6gAwIBAgIUbEtSF0q/VhwtDFdglTmlOxEajZEwCgYIKoZIzj0EAwIw
EDEOMAwGA1UEAwwFdGVzdHMwIBcNMjYxMTI1MTcwMTI2WhgPMjEyNjExMDExNzAx
MjZaMBAxDjAMBgNVBAMMBXRlc3RzMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
K3sLAfnlmNXJd76Yn1loNhakhsFlCyaHYdwk96eLk2mJv8gyb5L9d4XJgTv0deTC
NWAaXE1zDUw+IfMxtJxm0KNkMGIwHQYDVR0OBBYEFA08p9ENhFcI7RYgAsdH54f0
+kKiMB8GA1UdIwQYMBaAFA08p9ENhFcI7RYgAsdH54f0+kKiMA8GA1UdEwEB/wQF
MAMBAf8wDwYDVR0RBAgwBocEfwAAATAKBggqhkjOPQQDAgNJADBGAiEA0AOmhmpd
QCd+jwV70NrQ0ab0U2kHG5ccmFRTpnhMMkQCIQD00CZnVPUkUAYsPHMyBow7HMxm
mNnGbTdH6FfIPq/84g==
-----END CERTIFICATE-----
"""
OLD = """-----BEGIN CERTIFICATE-----
MIIBTTCB9aADAgECAgEBMAoGCCqGSM49BAMCMBAxDjAMBgNVBAMMBXRlc3RzMB4X
DTIwMDEwMTAwMDAwMFoXDTIwMDEwMjAwMDAwMFowEDEOMAwGA1UEAwwFdGVzdHMw
WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQrewsB+eWY1cl3vpifWWg2FqSGwWUL
Jodh3CT3p4uTaYm/yDJvkv13hcmBO/R15MI1YBpcTXMNTD4h8zG0nGbQo0AwPjAP
BgNVHREECDAGhwR/AAABMAwGA1UdEwQFMAMBAf8wHQYDVR0OBBYEFA08p9ENhFcI
7RYgAsdH54f0+kKiMAoGCCqGSM49BAMCA0cAMEQCIEPT74qapl4djg2CL2W66lCk
504cFiWm3WdoDQQt5s0RAiAWz2hXqj0F8jMiQ732q8kDcnV3GtjSk2qUwO16SjFD
tw==
-----END CERTIFICATE-----
"""


@contextlib.contextmanager
def encrypted(folder: Path, certificate: str) -> Iterator[int]:
    """A server that speaks TLS with that certificate; its port."""
    file = folder / "server.pem"
    file.write_text(KEY + certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        threading.Thread(target=_serve, args=(listener, context), daemon=True).start()
        yield listener.getsockname()[1]


def _serve(listener: socket.socket, context: ssl.SSLContext) -> None:
    while True:
        with contextlib.suppress(ssl.SSLError, ConnectionError):
            try:
                plain, _ = listener.accept()
            except OSError:
                return
            with context.wrap_socket(plain, server_side=True) as client:
                client.recv(65536)
                client.sendall(head("200 OK", length=len(PAGE)) + PAGE)


def fetch(port: int, host: str = "127.0.0.1") -> bytes:
    with Fetcher(Limits(connect=2, silence=2, total=5)) as fetcher:
        page = fetcher.get(Request(f"https://{host}:{port}/")).page
    assert page is not None
    return page.data


def trusting(folder: Path, certificate: str, monkeypatch: pytest.MonkeyPatch) -> None:
    file = folder / "authorities.pem"
    file.write_text(certificate)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    monkeypatch.setenv("SSL_CERT_DIR", str(folder / "none"))


def test_an_authority_that_the_person_trusts_is_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trusting(tmp_path, OWN, monkeypatch)
    with encrypted(tmp_path, OWN) as port:
        assert fetch(port) == PAGE


@pytest.mark.parametrize(
    ("certificate", "trusted", "host", "why"),
    [
        (OWN, False, "127.0.0.1", "signed by nobody but itself"),
        (OLD, True, "127.0.0.1", "has run out"),
        (OWN, True, "localhost", "for another host"),
    ],
)
def test_a_certificate_that_cannot_be_trusted_says_why(
    certificate: str, trusted: bool, host: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if trusted:
        trusting(tmp_path, certificate, monkeypatch)
    with encrypted(tmp_path, certificate) as port, pytest.raises(NoPageError, match=why) as failure:
        fetch(port, host)
    assert failure.value.trouble == "tls"
    assert "password" in failure.value.advice
