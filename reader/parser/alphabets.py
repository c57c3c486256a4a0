"""Which old encoding bytes are in, by the letters that come out: a small table of what each language writes often."""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 60_000
# Letters beyond ASCII by encoding, a group for each language; decoded wrongly they become others. Signs go with all.
_SIGNS = "–—‘’“”„…•€§°«»\xa0"
_LETTERS: dict[str, tuple[str, ...]] = {
    "cp1252": ("äöüßéÄÖÜ", "éèêëàâçôùûîïœæÉÀ", "ñáíóúü¿¡", "ãõáéíóúâêçà", "åøæäöé", "àèéìòù"),
    "cp1250": ("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "áčďéěíňřšťúůýžŠČŘŽ", "áéíóöőúüű", "ăâîșțşţ", "šđčćž", "áäčďéíĺľňóôŕšťúýž"),
    "iso8859-2": ("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "áčďéěíňřšťúůýžŠČŘŽ", "áéíóöőúüű", "ăâîşţ", "šđčćž", "áäčďéíĺľňóôŕšťúýž"),
    "cp1251": ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєОЕАИНТСРВЛКМДПУЯ№",),
    "koi8-r": ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёОЕАИНТСРВЛКМДПУЯ",),
    "iso8859-5": ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёОЕАИНТСРВЛКМДПУЯ",),
    "cp1253": ("αβγδεζηθικλμνξοπρστυφχψωάέήίόύώςΑΒΓΔΕΗΙΚΛΜΝΟΠΡΣΤ",),
    "cp1254": ("ğışçöüİŞĞÇÖÜâî",),
    "cp1255": ("אבגדהוזחטיכלמנסעפצקרשתךםןףץ",),
    "cp1256": ("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئپچژگ،",),
    "cp874": ("กขคงจฉชซญดตถทธนบปผพฟภมยรลวศษสหอะาิีึืุูเแโใไ่้็์ั",),
}
# Two fifths of running text in these alphabets are these letters; what is wrongly read as one has few of them.
_FREQUENT = {**dict.fromkeys(("cp1251", "koi8-r", "iso8859-5"), "оеаинОЕАИН"), "cp874": "านรอเก่งม้"}
# Alphabets that share no letter with ASCII: their words are theirs throughout.
_WHOLE = frozenset(("cp1251", "koi8-r", "iso8859-5", "cp1253", "cp1255", "cp1256", "cp874"))
_MIXED = re.compile(r"[a-zA-Z][^\W\d_a-zA-Z]|[^\W\d_a-zA-Z][a-zA-Z]")
_RUN = re.compile(r"[^\x00-\x7f]+")
_KANA = re.compile("[\u3041-\u30fe]")
_HAN = re.compile("[\u4e00-\u9fff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_UNEVEN = re.compile(r"[a-zà-þа-я][A-ZÀ-ÞА-Я]")
_ODD = re.compile("[\ufffd\ue000-\uf8ff\uff61-\uff9f\u0080-\u009f]")
# The commonest characters of Chinese, as traditional and as simplified writers write them.
_COMMON_HAN = re.compile(
    "[的一是不了在人有我他这這中大来來上国國个個到说說们們为為子和你地出道也时時年得就那要下以生会會自着著去之过過家学學对對可]"
)


def _foreign(data: bytes) -> bytes:
    """A sample of lines that hold bytes beyond ASCII."""
    kept: list[bytes] = []
    size = 0
    for line in data[:1_000_000].split(b"\n"):
        if not line.isascii():
            kept.append(line)
            size += len(line)
            if size > _SAMPLE:
                break
    return b"\n".join(kept)[:_SAMPLE]


def _score(text: str, codec: str) -> float:
    """How much of what is not ASCII in a text is letters of one of an encoding's languages, from -1 to 1."""
    counts = Counter(char for run in _RUN.findall(text) for char in run)
    total = counts.total()
    if not total:
        return 0.0
    signs = sum(counts[char] for char in _SIGNS)
    known = max(sum(counts[char] for char in letters) for letters in _LETTERS[codec])
    odd = sum(counts[char] for char in counts if _ODD.match(char))
    odd += sum(not found.isascii() for found in _UNEVEN.findall(text))
    if codec in _WHOLE:
        odd += len(_MIXED.findall(text))
    score = (known + signs - 2 * odd) / total
    if codec == "cp1251":  # Hebrew read as Cyrillic looks sound, but for a letter that Russians hardly need
        score -= 5 * counts["ъ"] / total
    if codec in _FREQUENT and score > 0:
        score *= min(1.0, sum(counts[char] for char in _FREQUENT[codec]) / (0.25 * max(1, total - signs)))
    return score


def _strict(sample: bytes, codec: str) -> str:
    try:
        return sample.decode(codec)
    except UnicodeDecodeError as error:
        # A sample's last character may be cut; anything before is wrong.
        return sample[: error.start].decode(codec, "replace") if error.start > len(sample) - 4 else ""


def _asian(sample: bytes) -> tuple[str, float]:
    """The encoding of Chinese, Japanese or Korean text, and the share that it explains; "" for none."""
    best: tuple[float, str] = (0.25, "")
    for codec in ("euc_jp", "cp932", "cp949", "gb18030", "big5hkscs"):
        text = _strict(sample, codec)
        foreign = sum(map(len, _RUN.findall(text)))
        if not foreign:
            continue
        kana, han, hangul = (len(pattern.findall(text)) for pattern in (_KANA, _HAN, _HANGUL))
        if codec in ("euc_jp", "cp932"):
            share = (kana + han + text.count("。") + text.count("、")) / foreign if kana > 0.15 * foreign else 0.0
        elif codec == "cp949":
            share = hangul / foreign
        else:
            share = han / foreign * min(1.0, 6 * len(_COMMON_HAN.findall(text)) / max(1, han))
        share -= 2 * len(_ODD.findall(text)) / foreign
        if share > best[0]:
            best = (share, codec)
    return best[1], best[0]


def guess(data: bytes) -> str | None:
    """The encoding that makes the most sense of bytes that are not UTF-8; None where none makes any."""
    sample = _foreign(data)
    if not sample:
        return None
    scores = {codec: _score(sample.decode(codec, "replace"), codec) for codec in _LETTERS}
    best = max(scores, key=lambda codec: scores[codec])
    asian, share = _asian(sample)
    if asian and (share > 0.9 or scores[best] < 0.9) and share > scores[best] - 0.3:
        return asian
    return best if scores[best] > 0.2 else None


def fits(text: str, codec: str) -> bool:
    """Whether a text decoded as its label says reads as text: hardly a character that nobody writes."""
    sample = text[:200_000]
    foreign = sum(map(len, _RUN.findall(sample)))
    if codec in _LETTERS:
        return not foreign or _score(sample, codec) > 0.3
    return len(_ODD.findall(sample)) <= 0.02 * foreign + 1
