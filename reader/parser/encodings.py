"""Bytes to text, whatever a page says of itself: byte order mark, header, meta tag, then what the bytes look like.

Bytes that are sound UTF-8 beat every label; labels are read as browsers read them (WHATWG Encoding Standard), so that
none can name one of Python's own codecs. Nothing raises. Control characters, also as references, go here.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from typing import AnyStr

from reader.model import Page
from reader.parser import alphabets
from reader.text.clean import without_tags

# Labels by codec, after https://encoding.spec.whatwg.org/#names-and-labels; only those that pages carry.
_LABELS = {
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8 utf-16 utf-16le utf-16be utf16 unicode ucs-2",
    "cp1252": "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 latin1 latin-1 l1 ascii us-ascii iso-8859-1:1987",
    "cp1250": "windows-1250 cp1250 x-cp1250",
    "iso8859-2": "iso-8859-2 iso8859-2 latin2 l2",
    "cp1251": "windows-1251 cp1251 x-cp1251 win-1251",
    "koi8-r": "koi8-r koi8 koi koi8_r",
    "koi8-u": "koi8-u koi8-ru",
    "iso8859-5": "iso-8859-5 iso8859-5 cyrillic",
    "cp1253": "windows-1253 cp1253",
    "iso8859-7": "iso-8859-7 iso8859-7 greek",
    "cp1254": "windows-1254 cp1254 iso-8859-9 iso8859-9 latin5",
    "cp1255": "windows-1255 cp1255 iso-8859-8 iso-8859-8-i iso8859-8 hebrew logical visual",
    "cp1256": "windows-1256 cp1256",
    "iso8859-6": "iso-8859-6 iso8859-6 arabic",
    "cp1257": "windows-1257 cp1257 iso-8859-13",
    "iso8859-4": "iso-8859-4 iso8859-4 latin4",
    "cp1258": "windows-1258 cp1258",
    "iso8859-15": "iso-8859-15 iso8859-15 latin9 latin-9",
    "iso8859-16": "iso-8859-16",
    "cp874": "windows-874 tis-620 iso-8859-11 dos-874",
    "mac-roman": "macintosh mac x-mac-roman",
    "gb18030": "gb18030 gbk gb2312 gb_2312-80 x-gbk chinese csgb2312 cp936",
    "big5hkscs": "big5 big5-hkscs cn-big5 x-x-big5",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j ms932",
    "euc_jp": "euc-jp x-euc-jp",
    "iso2022_jp": "iso-2022-jp csiso2022jp",
    "cp949": "euc-kr euckr ks_c_5601-1987 ksc5601 korean windows-949 cp949",
}
CODECS = {label: codec for codec, labels in _LABELS.items() for label in labels.split()}
"""Python's codec for each label of an encoding that a page may claim."""

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# The Encoding Standard looks for a meta tag in the first 1,024 bytes; pages with long comments need more.
_META_BYTES = 8192
_CLAIM = re.compile(
    rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_MULTIPLE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
# How ISO-2022-JP, all ASCII on the outside, announces two-byte characters.
_SHIFT = re.compile(rb"\x1b\$[@B](?:[\x21-\x7e]{2})+\x1b\([BJ]")
_ASCII = bytes(range(128))
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 13)) + b"\x7f"
_TAG_BYTES = b"\xf3\xa0"  # how tag characters begin in UTF-8, and little else
_HARMLESS = bytes(code for code in _ASCII if code not in _CONTROLS)
_LINE_ENDS = (b"\xe2\x80\xa8", b"\xe2\x80\xa9")
# What `text.clean` takes out, as UTF-8, where it is found 20 times as fast as in text: C1 controls, bidirectional overrides and
# isolates, line and paragraph separators, noncharacters. A pattern that begins with one byte is searched five times as fast as
# one of them all.
_UNCLEAN = tuple(
    re.compile(pattern)
    for pattern in (
        rb"\xc2[\x80-\x9f]",
        rb"\xe2(?:\x80[\xa8-\xae]|\x81[\xa6-\xa9])",
        rb"\xef(?:\xb7[\x90-\xaf]|\xbf[\xbe\xbf])",
        *(bytes([plane]) + rb"[\x8f\x9f\xaf\xbf]\xbf[\xbe\xbf]" for plane in range(0xF0, 0xF5)),
    )
)


def decode(page: Page) -> str:
    """The page's bytes as cleaned text; never raises."""
    return cleaned(page)[0]


def cleaned(page: Page) -> tuple[str, bytes]:
    """The page's text, cleaned, and the same in UTF-8, which mostly is what came; never raises."""
    data, foreign = page.data, page.data.translate(None, _HARMLESS)
    text = _plain(data, foreign)
    if text is None:
        data = _text(page).encode("utf-8", "ignore")
        foreign = data.translate(None, _HARMLESS)
    if _twice(_SUSPECT, foreign) and not _noise(data, foreign):
        text, data = None, repaired(data.decode("utf-8", "replace")).encode("utf-8", "ignore")
        foreign = data.translate(None, _HARMLESS)
    for unclean in _UNCLEAN:
        if unclean.search(foreign):
            text, data = None, unclean.sub(lambda found: b"\n" if found[0] in _LINE_ENDS else b"", data)
    if text is None or len(foreign.translate(None, _CONTROLS)) < len(foreign):
        text, data = None, data.translate(None, _CONTROLS)
    if b"\r" in data:
        text, data = None, data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if text is None:
        text = data.decode("utf-8", "replace")
    if _TAG_BYTES in foreign:
        text = without_tags(text)
        data = text.encode("utf-8")
    if _has_control_references(data):
        text = _REFERENCE.sub(_dropped, text)
        data = text.encode("utf-8")
    return text, data


def _noise(data: bytes, foreign: bytes) -> bool:
    """Whether bytes are no text at all: a twentieth commands a terminal. Mending 10 MB of them took 4 s."""
    return 20 * (len(foreign) - len(foreign.translate(None, _CONTROLS))) > len(data)


def _plain(data: bytes, foreign: bytes) -> str | None:
    """The text of bytes that are UTF-8 through and through, as nearly every page's are; None for others. `foreign` is what is
    neither ASCII nor harmless."""
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:4096]:
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    # Two double bytes of an Asian encoding can look like UTF-8; a page of them cannot.
    beyond = foreign.translate(None, _CONTROLS)
    if not beyond:
        return text if _SHIFT.search(data) is None else None
    return text if len(beyond) > 8 or set(_claims(data, None)) <= {"utf-8", "cp1252"} else None


def _claims(data: bytes, content_type: str | None) -> list[str]:
    """The codecs that the header and the page name, in this order; names of none are passed over."""
    header = _HEADER.search(content_type[:500]) if content_type else None
    labels = [header[1]] if header else []
    for found in _CLAIM.finditer(data[:_META_BYTES]):
        labels.append((found[1] or found[2]).decode("ascii", "replace"))
    return [CODECS[label.lower()] for label in labels if label.lower() in CODECS]


def _text(page: Page) -> str:
    data = page.data
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace")
    if _SHIFT.search(data) and not data.translate(None, _ASCII):
        return data.decode("iso2022_jp", "replace")
    if _mostly_utf8(data):
        return data.decode("utf-8", _BAD_BYTES)
    return _legacy(data, _claims(data, page.content_type))


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, told by where its zeros stand."""
    head = data[:2000]
    if len(head) < 8 or head.count(0) < len(head) / 4:
        return None
    places = [head[start::4].count(0) > len(head) / 10 for start in range(4)]
    return {
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
    }.get((places[0], places[1], places[2], places[3]))


def _mostly_utf8(data: bytes) -> bool:
    """Whether what is not ASCII is UTF-8 but for a few bytes, as where a page was cut off or pasted together."""
    foreign = len(data.translate(None, _ASCII))
    sound = sum(map(len, _MULTIPLE.findall(data[:2_000_000].decode("utf-8", "ignore").encode())))
    return foreign > 0 and sound > 0.6 * min(foreign, len(data[:2_000_000].translate(None, _ASCII)))


def _bad_bytes(error: UnicodeError) -> tuple[str, int]:
    """A stray byte in UTF-8 is windows-1252 to every browser's user; a cut-off sequence is nothing readable."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    if len(bad) == 1 and (bad[0] < 0xC2 or error.end < len(error.object)) and bad[0] >= 0xA0:
        return bad.decode("cp1252"), error.end
    if len(bad) == 1 and bad[0] in _QUOTES:
        return bad.decode("cp1252"), error.end
    return "\ufffd", error.end


_QUOTES = b"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99"
_BAD_BYTES = "newsreader-windows-1252"
codecs.register_error(_BAD_BYTES, _bad_bytes)


def _legacy(data: bytes, claims: list[str]) -> str:
    """Text in one of the encodings of before UTF-8: the one claimed where it fits, else the one that fits best."""
    for codec in claims:
        if codec != "utf-8":
            text = _one_byte_each(data, codec)
            if alphabets.fits(text, codec):
                return text
    return _one_byte_each(data, alphabets.guess(data) or "cp1252")


def _one_byte_each(data: bytes, codec: str) -> str:
    """Decoded; bytes that windows-1252 leaves open become C1 controls, as in browsers, and are cleaned away."""
    text = data.decode(codec, "replace")
    return text.replace("\ufffd", "") if codec == "cp1252" else text


# UTF-8 read as windows-1252 and written as UTF-8 once more: "â€™" for an apostrophe, "Ã©" for é; or as Latin-1,
# with controls for what windows-1252 has signs for.
_ONCE = {char: bytes([byte]) for byte in range(0x80, 0x100) if (char := bytes([byte]).decode("cp1252", "ignore"))}
# The same as bytes: where there are not two of these, nothing is garbled.
_SUSPECT = re.compile(rb"\xc3\xa2(?:\xe2\x82\xac|\xc2\x80)|\xc3[\x83-\x85][\xc2\xc5\xc6\xcb\xe2]")
_TRAIL = "".join(re.escape(char) for char, byte in _ONCE.items() if byte[0] < 0xC0) + "\x80-\x9f"
_GARBLED = re.compile(f"[\u00e0-\u00ef][{_TRAIL}]{{2}}|[\u00c2-\u00df][{_TRAIL}]")
# What stands before is asked about behind the sign: a pattern that begins with looking back is tried everywhere.
_CERTAIN = re.compile(f"\u00e2[\u20ac\x80][{_TRAIL}]|[\u00c3\u00c5\u00c4](?<=[A-Za-z].)[{_TRAIL}](?=[a-z\u00c3])")


def repaired(text: str) -> str:
    """The text with mojibake mended, where it is certain that it is: at least two garbled spots that nobody writes."""
    for _ in range(2):
        if not _twice(_CERTAIN, text):
            break
        text = _GARBLED.sub(lambda found: _ungarbled(found[0]), text)
    return text


def _twice(pattern: re.Pattern[AnyStr], text: AnyStr) -> bool:
    """Whether something is found more than once; looking stops there."""
    first = pattern.search(text)
    return first is not None and pattern.search(text, first.end()) is not None


@lru_cache(maxsize=4096)
def _ungarbled(garbled: str) -> str:
    try:
        return b"".join(_ONCE.get(char) or char.encode("latin-1") for char in garbled).decode("utf-8")
    except UnicodeError:
        return garbled


# References to what `clean` takes out. 128 to 159 stay: HTML reads them as windows-1252's quotes and dashes.
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,4000})|([0-9]{1,4000}));?", re.IGNORECASE)
_NAMED = re.compile(rb"&#(?:[xX]([0-9a-fA-F]{1,4000})|([0-9]{1,4000}))")
"""The same without its end, spelled out, in bytes: a pattern that ignores case is searched more slowly, and so is text."""


def _is_control(code: int) -> bool:
    return (
        (code < 32 and code not in (9, 10, 13))
        or code == 127
        or code in (129, 141, 143, 144, 157)
        or 0x202A <= code <= 0x202E
        or 0x2066 <= code <= 0x2069
        or 0xD800 <= code <= 0xDFFF
        or 0xFDD0 <= code <= 0xFDEF
        or 0xE0000 <= code <= 0xE007F
        or code & 0xFFFE == 0xFFFE
    )


def _dropped(found: re.Match[str]) -> str:
    """A space for a reference to a control character, so that none forms anew."""
    code = int(found[1], 16) if found[1] else int(found[2])
    return " " if _is_control(code) else found[0]


def _has_control_references(data: bytes) -> bool:
    """Whether a text in UTF-8 has a reference to a control character."""
    # A page has a few references many times: each is looked at once.
    named = set(_NAMED.findall(data))
    return any(_is_control(int(hexadecimal, 16) if hexadecimal else int(decimal)) for hexadecimal, decimal in named)
