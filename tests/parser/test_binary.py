"""Files that hold no text are refused by name; texts of every alphabet are let through."""

from __future__ import annotations

from random import Random

import pytest

from reader.errors import UnreadableError
from reader.model import Page
from reader.parser import readable


@pytest.mark.parametrize("data", [b"", b"  \n\t ", b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 20, b"\x00\x01\x02" * 100])
def test_empty_and_binary_pages_are_named_so(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        readable(Page(data))


@pytest.mark.parametrize("data", [b"Hello", b"\x1b[31mred", "Grüße".encode("utf-16"), b"<p>x"])
def test_text_is_readable(data: bytes) -> None:
    readable(Page(data))


@pytest.mark.parametrize(
    "data",
    [
        b"\xff" * 5000,
        bytes(128 + (it * it * 31 + it * 7) % 127 for it in range(5000)),
        bytes(Random(3).choices((155, 144, 157, 158, 159, 152, 194, 226, 255), k=5000)),
        b"\xff\xfe" + bytes((it * it * 31 + it * 7 + it // 3) % 251 for it in range(5000)),
        b"\xfe\xff" + b"\xe0\x01\x4e\x00" * 900,
    ],
)
def test_noise_is_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        readable(Page(data))


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "euc_jp", "euc_kr", "big5hkscs", "shift_jis", "utf-16"])
def test_a_text_without_any_space_is_text(codec: str) -> None:
    words = {"euc_kr": "항구의등대는겨울에도불을밝힌다", "big5hkscs": "燈塔整個冬天都亮著"}.get(
        codec, "港の灯台は冬も光る"
    )
    readable(Page((words * 400).encode(codec)))


@pytest.mark.parametrize(("codec", "words"), [("cp1251", "Маяк остаётся открытым. "), ("cp874", "ประภาคารยังเปิดอยู่ ")])
def test_a_text_in_an_old_alphabet_is_text(codec: str, words: str) -> None:
    readable(Page((words * 200).encode(codec)))


@pytest.mark.parametrize(
    ("data", "kind", "advice"),
    [
        (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "a PDF", "pdftotext"),
        (b"PK\x03\x04\x14\x00mimetypeapplication/epub+zip", "an archive", "Unpack"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document", "Save its text"),
        (b"GIF89a", "a picture", "Give a text"),
    ],
)
def test_a_file_of_a_known_kind_is_called_by_it(data: bytes, kind: str, advice: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        readable(Page(data))
    assert kind in refused.value.happened
    assert advice in refused.value.advice
