"""Bytes to text by what they are, whatever they say they are. Never raises; no codec that is more than a charset.

A byte order mark wins, then whichever of HTTP's charset, the declaration and UTF-8 really decodes the bytes.
"""

from __future__ import annotations

import codecs
import re

_NAME = re.compile(r"[A-Za-z0-9._:-]{2,40}")
# What a server may ask for. Python's other codecs (punycode, rot13, unicode_escape…) are no charsets, and UTF-7
# would smuggle markup past whoever looks at the bytes.
_CHARSET = re.compile(
    r"utf-(8|16|32)(-[lb]e)?|ascii|iso8859-\d+|cp\d+|koi8-[rut]|mac-\w+|gb\w+|hz|big5\w*|euc\w+|shift\w+|iso2022\w+|"
    r"johab|tis-620|ptcp154|kz1048"
)
# What pages mean by a name that says less (WHATWG Encoding Standard, section 4.2).
_MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# How "<?" begins where each sign takes two or four bytes, and in EBCDIC (XML 1.0, appendix F).
_FIRST_SIGNS = (
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
    (b"\x4c\x6f\xa7\x94", "cp037"),
)
# One byte a sign: such a charset decodes anything, so it says nothing about the bytes that it does.
_SINGLE = re.compile(r"iso8859-\d+|koi8-[rut]|mac-\w+|ptcp154|kz1048|cp(?!037|500|1140|932|949|950)\d+")
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']?([\w.:-]{2,40})", re.I)
_IN_HTTP = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.I)


def codec(name: str | None) -> str | None:
    """Python's name of a charset; None where it is unknown or no charset."""
    if not name or not _NAME.fullmatch(name):
        return None
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return _MEANT.get(found, found) if _CHARSET.fullmatch(found) else None


def decode(data: bytes, content_type: str | None = None) -> str:
    """The text of some XML or JSON bytes; what no charset explains becomes U+FFFD."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    for name in _candidates(data, content_type):
        try:
            return data.decode(name)
        except ValueError:
            continue
    # A few wrong bytes among many good ones of UTF-8 are slips; otherwise it is another charset.
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    if 10 * wrong < len(text) - len(text.encode("ascii", "ignore")) - wrong:
        return text
    return data.decode(_single(data, content_type), "replace")


def _candidates(data: bytes, content_type: str | None) -> list[str]:
    """Charsets that not every text of bytes decodes in, the likeliest first."""
    names = [name for sign, name in _FIRST_SIGNS if data.startswith(sign)][:1]
    names += [name for name in _said(data, content_type) if not _SINGLE.fullmatch(name)]
    # Whatever a name of a single-byte charset says: bytes that are UTF-8 are meant as UTF-8.
    return [*names, "utf-8"]


def _single(data: bytes, content_type: str | None) -> str:
    return next((name for name in _said(data, content_type) if _SINGLE.fullmatch(name)), "cp1252")


def _said(data: bytes, content_type: str | None) -> list[str]:
    """The charsets that HTTP and the document name."""
    http, declared = _IN_HTTP.search(content_type or ""), _DECLARED.search(data[:1024])
    names = (codec(http[1]) if http else None, codec(declared[1].decode()) if declared else None)
    return [name for name in names if name]
