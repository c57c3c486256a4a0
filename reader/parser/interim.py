"""Stand-ins until the rooms for encodings and headlines are finished; simple, sound, and to be replaced."""

from __future__ import annotations

import re

from reader.errors import UnreadableError
from reader.model import Page, PublisherSummary
from reader.parser.pieces import Piece
from reader.text.clean import clean

_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.I)


def decode(page: Page) -> str:
    """The page's bytes as cleaned text."""
    data = page.data
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return clean(data.decode(name, "replace"))
    found = _CHARSET.search((page.content_type or "").encode()) or _CHARSET.search(data[:4096])
    for name in ([found[1].decode()] if found else []) + ["utf-8", "cp1252"]:
        try:
            return clean(data.decode(name))
        except (LookupError, ValueError):
            continue
    return clean(data.decode("utf-8", "replace"))


def bounded(html: str) -> str:
    """The HTML as it is."""
    return html


def readable(page: Page) -> None:
    """Raises UnreadableError for an empty or binary page: one of whose first signs a tenth command a terminal."""
    head = page.data[:4096]
    if not head.strip():
        raise UnreadableError("There is no text in this: it is empty.", "Look whether it was saved whole.")
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not wide and 10 * sum(sign < 32 and sign not in b"\t\n\f\r\x1b" for sign in head) > len(head):
        raise UnreadableError("There is no text in this: it is binary.", "Give a text or HTML page.")


_LABEL = re.compile(
    r"(?:(?:show|view|read) (?:the )?(?:quick|fast|key|ai|short) (?:read|take|summary|points).{0,20}|key (?:points|takeaways|facts)|highlights|in brief|quick read|ai summary|"
    r"at a glance|summary|the gist|tl;?dr|auf einen blick|kurz zusammengefasst|das wichtigste in kürze|in kürze|zusammenfassung|l.essentiel|en bref|en résumé|"
    r"in breve|in sintesi|claves|las claves|en resumen|em resumo|resumo|in het kort|w skrócie|кратко|главное)\s*:?",
    re.I,
)
_SAID = re.compile(
    r".{0,60}(?:\bAI\b|künstliche|intelligen[cz]|artificial|KI\b|kunstmatige|automatic|\bIA\b).{0,120}", re.I
)
_REVIEWED = re.compile(r"review|verificat|checked|edited|geprüft|relu|revisad|verifi|gecontroleerd", re.I)


def digest(pieces: list[Piece]) -> tuple[PublisherSummary | None, set[int]]:
    """The publisher's own summary and the pieces it takes."""
    for index, piece in enumerate(pieces):
        if len(piece.text) > 60 or not _LABEL.fullmatch(piece.text):
            continue
        used, ai, reviewed = {index}, None, None
        said: list[str] = []
        for following in range(index + 1, min(index + 12, len(pieces))):
            text = pieces[following].text
            if pieces[following].gap:
                break
            if _SAID.fullmatch(text) and not said:
                ai, reviewed = True, True if _REVIEWED.search(text) else None
            else:
                said.append(text.lstrip("•-–—*· "))
            used.add(following)
        return PublisherSummary(piece.text, "\n".join(said) or None, ai, reviewed), used
    return None, set()
