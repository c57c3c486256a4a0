"""Whether there is text in a file at all, told by its first bytes: what is none is refused before an article is looked for."""

from __future__ import annotations

import codecs
import unicodedata

from reader.errors import UnreadableError
from reader.model import Page
from reader.parser.containers import opened

# How files begin that hold no text as it stands, though their first lines may look like some, and what they are.
_BINARY = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "an archive, a book or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x89PNG": "a picture",
    b"GIF8": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
    b"bplist00": "a property list",
}
_ADVICE = {
    "a PDF": "Take the text out of it: pdftotext FILE - | newsreader -",
    "an archive, a book or an office document": "Unpack it, or save its text.",
    "an office document": "Save its text.",
}

_WITHOUT_SPACES = ("utf-8", "gb18030", "euc_jp", "euc_kr", "big5hkscs", "shift_jis")


def readable(page: Page) -> None:
    """Raises UnreadableError for an empty or binary page: one whose beginning names such a kind of file, of whose first
    signs a twentieth command a terminal (text full of escapes has a fortieth, random bytes have a tenth), or whose first
    bytes are no text in any encoding."""
    head = opened(page)[0].data[:4096]
    if not head.strip():
        raise UnreadableError("There is no text in this: it is empty.", "Look whether it was saved whole.")
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    kind = next((kind for mark, kind in _BINARY.items() if head.startswith(mark)), None)
    if kind is not None or (_wide_noise(head) if wide else _noise(head)):
        advice = _ADVICE.get(kind or "", "Give a text or HTML page.")
        raise UnreadableError(f"There is no text in this: it is {kind or 'binary'}.", advice)


def _noise(head: bytes) -> bool:
    if 20 * sum(sign < 32 and sign not in b"\t\n\f\r\x1b" for sign in head) > len(head):
        return True
    # Every alphabet has a space or a line end now and then; without any, only whole characters of Asia are text.
    if len(head) < 64 or 200 * sum(sign < 128 for sign in head) > len(head):
        return False
    return not any(_decodes(head, codec) for codec in _WITHOUT_SPACES)


def _decodes(head: bytes, codec: str) -> bool:
    """Whether bytes are characters of an encoding throughout, but for one that is cut at the end."""
    try:
        codecs.getincrementaldecoder(codec)().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _wide_noise(head: bytes) -> bool:
    """Whether a twentieth of the characters of UTF-16 is none, or a sign of one's own; of random ones a sixth is."""
    text = head.decode("utf-16", "replace")
    return 20 * sum(char == "\ufffd" or unicodedata.category(char) in ("Cn", "Co", "Cs") for char in text) > len(text)
