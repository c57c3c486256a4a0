"""Pages packed as programs save them: MHTML, mails, Safari's web archives."""

from __future__ import annotations

import base64
import plistlib
import quopri
from email.message import EmailMessage
from typing import Literal

ADDRESS = "https://coast.example/harbor"
Packing = Literal["quoted-printable", "base64", "8bit"]


def packed(data: bytes, how: Packing) -> bytes:
    """Bytes as one of the codings of mail writes them."""
    if how == "8bit":
        return data
    return base64.encodebytes(data) if how == "base64" else quopri.encodestring(data)


def an_mhtml(page: bytes, how: Packing = "quoted-printable", end: bytes = b"\r\n", address: str = ADDRESS) -> bytes:
    """A page as browsers built on Chromium save it in one file, a picture behind it."""
    lines = [
        b"From: <Saved by Blink>",
        b"Snapshot-Content-Location: " + address.encode(),
        b"Subject: =?utf-8?Q?Harbor?=",
        b"Date: Mon, 3 Nov 2025 10:00:00 -0000",
        b"MIME-Version: 1.0",
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Part--x9----"',
        b"",
        b"",
        b"------Part--x9----",
        b"Content-Type: text/html",
        b"Content-ID: <frame-1@mhtml.blink>",
        b"Content-Transfer-Encoding: " + how.encode(),
        b"Content-Location: " + address.encode(),
        b"",
        packed(page, how),
        b"------Part--x9----",
        b"Content-Type: image/png",
        b"Content-Transfer-Encoding: base64",
        b"Content-Location: https://coast.example/quay.png",
        b"",
        b"iVBORw0KGgo=",
        b"------Part--x9------",
        b"",
    ]
    return end.join(lines)


def a_mail(
    page: str,
    plain: str = "",
    subject: str = "The morning letter",
    sender: str = "Coast Daily <letters@coast.example>",
    charset: str = "utf-8",
) -> bytes:
    """A newsletter: a page, and a plain text in its place if there is one."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, "reader@home.example", subject
    mail["Date"] = "Mon, 03 Nov 2025 06:00:00 +0100"
    if plain:
        mail.set_content(plain, charset=charset)
        if page:
            mail.add_alternative(page, subtype="html", charset=charset)
    else:
        mail.set_content(page, subtype="html", charset=charset)
    return mail.as_bytes()


def an_archive(page: bytes, charset: str = "UTF-8") -> bytes:
    """A page as Safari saves it."""
    main = {
        "WebResourceData": page,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": charset,
        "WebResourceURL": ADDRESS,
        "WebResourceFrameName": "",
    }
    pictures = [{"WebResourceData": b"\x89PNG", "WebResourceMIMEType": "image/png", "WebResourceURL": f"{ADDRESS}.png"}]
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": pictures}, fmt=plistlib.FMT_BINARY)
