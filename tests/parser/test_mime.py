"""The parts of mails: which of them is the page, and how it was packed."""

from __future__ import annotations

import pytest

from reader.parser.mime import Inside, inside

HEAD = b"From: Nora <nora@coast.example>\nMIME-Version: 1.0\nContent-Type: "


def found(kind: str, body: bytes) -> Inside | None:
    return inside(HEAD + kind.encode() + b"\n\n", body)


def part(kind: str, body: str, *more: str) -> str:
    return "\n".join((f"Content-Type: {kind}", *more, "", body))


def mixed(*parts: str, boundary: str = "B") -> bytes:
    return ("".join(f"--{boundary}\n{each}\n" for each in parts) + f"--{boundary}--\n").encode()


PLAIN, HTML = part("text/plain", "plain words"), part("text/html", "<p>page")
ATTACHED = part("text/html", "<p>attached", "Content-Disposition: attachment; filename=a.html")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (mixed(PLAIN, HTML), b"<p>page\n"),
        (mixed(HTML, PLAIN), b"<p>page\n"),
        (mixed(PLAIN), b"plain words\n"),
        (mixed(PLAIN, ATTACHED), b"plain words\n"),
        (mixed(part("text/html", "  "), PLAIN), b"plain words\n"),
        (mixed(part("image/png", "x"), PLAIN), b"plain words\n"),
        (b"This is a mail in parts.\n" + mixed(HTML) + b"Nobody reads this.", b"<p>page\n"),
        (mixed("\nno head, which makes it plain"), b"no head, which makes it plain\n"),
        (mixed(part("multipart/alternative; boundary=C", mixed(PLAIN, HTML, boundary="C").decode()), PLAIN), b"<p>page\n"),
    ],
)  # fmt: skip
def test_the_page_is_found_among_the_parts(body: bytes, said: bytes) -> None:
    page = found("multipart/mixed; boundary=B", body)
    assert page is not None
    assert page.data == said


@pytest.mark.parametrize("body", [b"", b"--B--\n", mixed(part("image/png", "x")), mixed(ATTACHED), b"no part at all"])
def test_a_mail_without_a_text_has_none(body: bytes) -> None:
    assert found("multipart/mixed; boundary=B", body) is None


def test_parts_that_hold_one_another_without_end_are_left() -> None:
    nested = "".join(f"--B{depth}\nContent-Type: multipart/mixed; boundary=B{depth + 1}\n\n" for depth in range(50))
    assert found("multipart/mixed; boundary=B0", f"{nested}--B50\n{HTML}".encode()) is None


@pytest.mark.parametrize(
    ("coding", "body", "said"),
    [
        ("quoted-printable", b"caf=C3=A9 and a lo=\nng line", "café and a long line".encode()),
        ("Quoted-Printable ", b"=C3=A9", "é".encode()),
        ("base64", b"Y2Fm\nw6k=", "café".encode()),
        ("base64", b"Y2Fmw6k", "café".encode()),
        ("base64", b"Y2Fm w6k=\n-- ", "café".encode()),
        ("8bit", "café".encode(), "café".encode()),
        ("x-unheard-of", b"cafe", b"cafe"),
        ("quoted-printable", b"=ZZ 100=", b"=ZZ 100"),
    ],
)
def test_what_was_made_fit_for_mail_is_unpacked(coding: str, body: bytes, said: bytes) -> None:
    page = found(f"text/plain; charset=utf-8\nContent-Transfer-Encoding: {coding}", body)
    assert page is not None
    assert (page.data, page.kind) == (said, "text/plain; charset=utf-8")


@pytest.mark.parametrize(
    ("head", "subject", "sender", "sent"),
    [
        ("From: Nora Whitfield <n@c.example>\nSubject: The quay\nDate: Mon, 3 Nov 2025 06:00:00 +0100",
         "The quay", "Nora Whitfield", "2025-11-03T05:00:00+00:00"),
        ("From: =?utf-8?q?Gr=C3=B6=C3=9Fe?= <n@c.example>\nSubject: =?iso-8859-1?B?S+RzZQ==?=", "Käse", "Größe", None),
        ('From: "Whitfield, Nora" <n@c.example>\nSubject: a\n\tlong one', "a long one", "Whitfield, Nora", None),
        ("From: n@c.example\nSubject: =?utf-8?q?=FF=1B[31m?=", "\N{REPLACEMENT CHARACTER}[31m", "", None),
        ("From: n@c.example\nSubject: =?nonsense?b?S?=\nDate: yesterday", "=?nonsense?b?S?=", "", None),
        ("From: n@c.example\nDate: Mon, 3 Nov 2025 06:00:00 -0000", "", "", "2025-11-03T06:00:00+00:00"),
        ("From: n@c.example\nDate: Mon, 99 Nov 20255 66:00:00 +9900", "", "", None),
    ],
)  # fmt: skip
def test_the_head_of_a_mail_says_from_whom_when_and_about_what(
    head: str, subject: str, sender: str, sent: str | None
) -> None:
    page = inside(f"{head}\nMIME-Version: 1.0\nContent-Type: text/plain\n\n".encode(), b"words")
    assert page is not None
    assert page.letter is not None
    assert (page.letter.subject, page.letter.sender) == (subject, sender)
    assert (page.letter.sent.isoformat() if page.letter.sent else None) == sent


def test_a_page_that_a_browser_saved_is_no_letter() -> None:
    head = b"From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/b\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
    page = inside(head, b"<p>words")
    assert page is not None
    assert page.letter is None
    assert page.location == "https://a.example/b"
