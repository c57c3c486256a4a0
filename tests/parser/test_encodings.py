"""Bytes to text: marks, labels true and false, what bytes look like, and what never gets through."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.model import Page
from reader.parser.encodings import CODECS, cleaned, decode, repaired
from reader.text.clean import clean

SENTENCES = {
    "German": "Die Fähre fährt übers Meer, müde Möwen hören zu, und größer wird der Ärger über die Gebühr.\n",
    "French": "L’été dernier, le théâtre a fermé à cause de la grève ; où sont passés les élèves ? Ça gêne.\n",
    "Russian": "Вчера в порту остановили паром, потому что ветер усилился, сообщили смотрители маяка.\n",
    "Polish": "Wczoraj łódź płynęła wśród mgły, a żeglarze śpiewali pieśni o źródłach i ćmach.\n",
    "Czech": "Včera večer přijel přívoz, příští týden čeká na řece další žluťoučký člun a šest hostů.\n",
    "Greek": "Χθες το πλοίο έφτασε στο λιμάνι και οι επιβάτες περίμεναν μέχρι το πρωί.\n",
    "Turkish": "Dün akşam vapur iskeleye yanaştı, çocuklar ışıkları gördü ve şarkı söylediler.\n",
    "Hebrew": "אתמול הגיעה המעבורת אל הנמל והנוסעים חיכו עד הבוקר.\n",
    "Arabic": "وصلت العبارة أمس إلى الميناء وانتظر الركاب حتى الصباح.\n",
    "Thai": "เมื่อวานนี้เรือข้ามฟากมาถึงท่าเรือและผู้โดยสารรอจนถึงเช้า\n",
    "Japanese": "昨日、船が港に着きました。乗客は朝まで待っていました。\n",
    "Korean": "어제 배가 항구에 도착했습니다. 승객들은 아침까지 기다렸습니다.\n",
    "Chinese": "昨天这个船到了港口，大家都在那里等到早上，他们说不知道为什么。\n",
    "Taiwanese": "昨天這個船到了港口，大家都在那裡等到早上，他們說不知道為什麼。\n",
}
WRITTEN = [
    ("German", "utf-8"), ("German", "cp1252"), ("German", "utf-16"), ("German", "utf-16-le"), ("German", "utf-16-be"),
    ("German", "utf-32"), ("French", "cp1252"), ("Russian", "cp1251"), ("Russian", "koi8-r"), ("Russian", "iso8859-5"),
    ("Polish", "cp1250"), ("Polish", "iso8859-2"), ("Czech", "cp1250"), ("Czech", "iso8859-2"), ("Greek", "cp1253"),
    ("Turkish", "cp1254"), ("Hebrew", "cp1255"), ("Arabic", "cp1256"), ("Thai", "cp874"), ("Japanese", "cp932"),
    ("Japanese", "euc_jp"), ("Japanese", "iso2022_jp"), ("Korean", "cp949"), ("Chinese", "gb18030"), ("Taiwanese", "big5"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "codec"), WRITTEN)
def test_an_encoding_that_nobody_names_is_detected(language: str, codec: str) -> None:
    data = (SENTENCES[language] * 3).encode(codec, "ignore")
    assert decode(Page(data)) == data.decode(codec)


@pytest.mark.parametrize(
    ("language", "codec"), [pair for pair in WRITTEN if pair[1][:3] not in ("utf", "iso") or "8859" in pair[1]]
)
def test_a_page_that_lies_about_its_encoding_is_read_all_the_same(language: str, codec: str) -> None:
    body = (SENTENCES[language] * 3).encode(codec, "ignore")
    text = decode(Page(b'<html><head><meta charset="utf-8"></head><body><p>' + body))
    assert text.endswith(body.decode(codec))


def test_sound_utf8_beats_every_label() -> None:
    data = '<meta charset="windows-1251"><p>Größe, naïve Bücher, déjà vu'.encode()
    assert "Größe, naïve Bücher, déjà vu" in decode(Page(data, content_type="text/html; charset=iso-8859-1"))


@pytest.mark.parametrize("label", ["iso-8859-2", "ISO-8859-2", "latin2"])
def test_the_header_is_believed_where_the_bytes_fit_it(label: str) -> None:
    data = SENTENCES["Polish"].encode("iso8859-2")
    assert decode(Page(data, content_type=f"text/html;charset={label}")) == SENTENCES["Polish"]


def test_latin1_means_windows_1252() -> None:
    assert decode(Page(b'<meta charset="iso-8859-1">\x93Gr\xfc\xdfe\x94')).endswith("“Grüße”")


@pytest.mark.parametrize(
    "name",
    ["rot13", "unicode_escape", "zlib", "idna", "punycode", "undefined", "utf-7", "mbcs", "x" * 5000, "../../etc"],
)
def test_no_label_names_a_codec_of_python(name: str) -> None:
    assert name not in CODECS
    page = f'<meta charset="{name}"><p>The ferry is late, naïvely.</p>'.encode()
    assert "The ferry is late, naïvely." in decode(Page(page, content_type=f"text/html; charset={name}"))


def test_a_stray_byte_in_utf8_is_windows_1252_and_the_rest_stays() -> None:
    data = "“Fähre” — größer ".encode() + b"it\x92s" + " früh über Möwen".encode()
    assert decode(Page(data)) == "“Fähre” — größer it’s früh über Möwen"


def test_a_page_cut_off_within_a_character_keeps_the_rest() -> None:
    assert decode(Page("Die Fähre fährt über das Meer, größer".encode() + b"\xe2\x80")).startswith(
        "Die Fähre fährt über das Meer, größer"
    )


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        ("Itâ€™s late, and we donâ€™t know.", "It’s late, and we don’t know."),
        ("schÃ¶ne GrÃ¼ÃŸe aus MÃ¼nchen", "schöne Grüße aus München"),
        ("Itâ\x80\x99s late, and we donâ\x80\x99t know.", "It’s late, and we don’t know."),
        ("donâ€™t touch â€œthisâ€\x9d", "don’t touch “this”"),
    ],
)
def test_mojibake_is_mended_where_it_is_certain(garbled: str, meant: str) -> None:
    assert repaired(garbled) == meant
    assert decode(Page(garbled.encode())) == clean(meant)


@pytest.mark.parametrize(
    "text", ["NÃO VÃO, MAÇÃ…", "Ã© is how é looks when garbled", "SÃO PAULO – “Ã”", "â‚¬ is one sign"]
)
def test_what_may_be_meant_stays(text: str) -> None:
    assert repaired(text) == text


@pytest.mark.parametrize(
    "form", ["&#27;", "&#x1b;", "&#x1B", "&#0000027;", "&#x202E;", "&#x9d;", "&#0;", "&#xfffe;", "&#127;"]
)
def test_references_to_control_characters_go(form: str) -> None:
    assert decode(Page(f"<p>before {form}[31m after".encode())) == "<p>before  [31m after"


def test_references_do_not_form_anew_where_others_went() -> None:
    assert "&#27;" not in decode(Page(b"&#2&#27;7;"))
    assert "&#27;" not in decode(Page(b"&&#27;#27;"))


def test_references_are_otherwise_left_to_the_parser() -> None:
    page = "AT&amp;T &#8217; &#150; &#x1F600; &amp;#27; &nbsp;"
    assert decode(Page(page.encode())) == page


@given(st.binary(max_size=400))
def test_any_bytes_give_clean_text_and_the_same_twice(data: bytes) -> None:
    text = decode(Page(data))
    assert clean(text) == text
    assert decode(Page(data)) == text


@given(
    st.lists(
        st.sampled_from(
            (b"a", b"\r\n", b"\r", b"&", b"#", b"&#7;", b"\x07", b"\xc2\x85", b"\xf3\xa0\x81\xa1", b"\xe2\x80\xa8")
        )
    )
)
def test_text_and_bytes_are_the_same(parts: list[bytes]) -> None:
    text, data = cleaned(Page("naïve – Möwen".encode() + b"".join(parts)))
    assert data.decode() == text
    assert clean(text) == text
    assert "&#7;" not in text


@given(st.binary(max_size=200), st.text(max_size=80))
def test_any_header_is_borne(data: bytes, header: str) -> None:
    assert isinstance(decode(Page(data, content_type=header)), str)


@given(st.text(max_size=300))
@example("\U0004affe and \U0004ffff")  # the last two of a row of 4,096 are characters, those of a plane are none
def test_utf8_comes_back_but_for_what_is_cleaned(text: str) -> None:
    data = ("Größe über alles, naïve Möwen – " + text).encode("utf-8", "ignore")
    wanted = clean(repaired(data.decode())).replace("\n", "")
    if "&#" not in text and b"\x00" not in data:
        assert decode(Page(data)).replace("\n", "") == wanted


@given(st.text(alphabet="ÃÂâ€™œ©¶aé “”", max_size=60))
def test_mending_never_fails(text: str) -> None:
    assert isinstance(repaired(text), str)
