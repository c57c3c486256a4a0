"""Which language a page is in: what it says of itself, unless its words plainly say otherwise; else its words, its script.

A small table of the words that each language uses most; enough to tell the languages of the press apart in a hundred words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain

_SAMPLE = 1_500
"""Characters of running text that are looked at: some 250 words."""
_FEWEST = 5
"""Hits below which words decide nothing."""
# Vowel signs of Devanagari and points of Arabic are no letters to an expression.
_WORD = re.compile(r"(?:[^\W\d_]|[\u0900-\u0963\u064b-\u0652])+")
_TAG = re.compile(r"([a-zA-Z]{2,3})(?:[-_][A-Za-z0-9]+)*$")

_STOP = {
    "en":
        "the of and to in is that for it was on with as he be at by are this from have they which his had not but "
        "been has were their will who would said an or"
    ,
    "de":
        "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat "
        "dass sie nach wird bei einer um am sind noch wie einem über"
    ,
    "fr":
        "le la les des et en un une du est que qui dans pour pas sur au ce il par plus sont avec se son aux été "
        "cette ont mais ses elle nous vous être comme"
    ,
    "es":
        "el la los las de que y en un una por con para no se su del al lo es como más pero sus fue este ha son entre "
        "está cuando muy sin sobre también"
    ,
    "it":
        "il la di che è e un una per non in sono del della con si da le dei nel alla più gli al come anche ha lo "
        "questo delle ma nella dal stato"
    ,
    "pt":
        "o a os as de que e do da em um uma para não com se na no por mais dos como foi ao das tem são à ou ser "
        "quando muito há nos já está também pelo"
    ,
    "nl":
        "de het een en van in is dat op te zijn met voor niet die er aan ook als bij door om naar maar heeft dan "
        "wordt uit nog hij ze werd over deze dit"
    ,
    "pl":
        "w i na z się nie do że to jest o jak po co za od są przez ale tym dla który tego już tylko było może przy "
        "czy była został oraz które"
    ,
    "ru":
        "и в не на что с по как это к из у за от для его но он она они был было также при году после того все так "
        "быть если или"
    ,
    "uk": "і в не на що з та до як це у за від для його але він вона вони був було також при після того все або які є про",
    "sv":
        "och att det i en som på är av för med den till inte har de ett om var från men kan han vi ska när efter sig "
        "så nu också"
    ,
    "da":
        "og at det i en er som på af for med den til ikke har de et om var fra men kan han vi skal når efter sig så "
        "blev også være"
    ,
    "no":
        "og at det i en er som på av for med den til ikke har de et om var fra men kan han vi skal når etter seg så "
        "ble også være"
    ,
    "fi": "ja on ei se että oli myös hän mutta kun ovat joka sen mukaan kuin tai ole nyt jo vain niin sekä vuonna jos mitä",
    "cs": "a se v na je že s z do o to k i jako za po ale si by od pro který jsou být byl také jen podle nebo při až už své",
    "sk": "a sa v na je že s z do o to k aj ako za po ale si by od pre ktorý sú byť bol tiež len podľa alebo pri až už svoje",
    "hu": "a az és hogy nem is egy van volt de meg csak már ez ha mint azt aki kell még fel után szerint lesz el",
    "ro": "și de la în a cu o pe nu că din care să este un pentru mai au ca fost sunt dar al sau fi după ce",
    "tr":
        "ve bir bu da de için ile çok olarak daha gibi olan en sonra kadar ne ama var değil her ise göre oldu "
        "olduğunu neden hiç süre iki yeni ya en son"
    ,
    "el": "και το να η του τη την ο που με για από στο στην των τα τις θα δεν είναι ότι σε μια οι τον στη",
    "id":
        "yang dan di dengan untuk ini itu dari pada adalah tidak dalam akan juga ke oleh tersebut ada sebagai telah "
        "bisa kata"
    ,
    "ca": "el la de que i en un una per amb no es els les del al són com més però ha aquest seva també seu",
    "vi": "và của là có được cho trong không một các người với đã này những để khi từ đến",
    "hr": "i u je na se da za su od s kao o iz koji to ne što bi će nije ili ali po te više samo sa",
    "ar": "في من على إلى أن عن التي الذي هذا هذه كان مع بعد قال ما لا كما بين أو",
    "fa": "در به از که این را با است برای آن یک خود تا کرد بر هم نیز شد",
    "he": "של את על לא הוא עם זה גם כי אל היא או הם אבל יותר בין כל",
    "hi": "के में की है और से को का ने पर कि यह हैं इस एक भी नहीं",
}  # fmt: skip
_LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _words in _STOP.items():
    for _word in _words.split():
        _LANGUAGES_OF.setdefault(_word, []).append(_language)
# Scripts of one language each, by their first and last code point.
_SCRIPTS = (
    ("ja", 0x3041, 0x30FF), ("ko", 0xAC00, 0xD7A3), ("th", 0x0E01, 0x0E5B), ("ka", 0x10A0, 0x10FF), ("hy", 0x0531, 0x058A),
    ("ta", 0x0B80, 0x0BFF), ("te", 0x0C00, 0x0C7F), ("bn", 0x0980, 0x09FF), ("gu", 0x0A80, 0x0AFF), ("ml", 0x0D00, 0x0D7F),
    ("kn", 0x0C80, 0x0CFF), ("pa", 0x0A00, 0x0A7F), ("km", 0x1780, 0x17FF), ("my", 0x1000, 0x109F), ("am", 0x1200, 0x137F),
    ("zh", 0x4E00, 0x9FFF), ("el", 0x0370, 0x03FF), ("he", 0x0590, 0x05FF),
)  # fmt: skip
_NORWEGIAN = frozenset(("nb", "nn"))


def _sample(texts: Iterable[str]) -> str:
    """Running text from a page's pieces: the long ones."""
    parts: list[str] = []
    size = 0
    for text in texts:
        if len(text) >= 60:
            parts.append(text[:1000])
            size += len(parts[-1])
            if size > _SAMPLE:
                break
    return " ".join(parts)


# Latin letters with and without accents, and the typographic signs of every language.
_LATIN = re.compile("[\x00-\u024f\u2000-\u20cf]+")


def _by_script(sample: str) -> str | None:
    """The language of a script that one language alone writes."""
    sample = _LATIN.sub("", sample)
    if not sample:
        return None
    codes = [(ord(char), number) for char, number in Counter(sample).items()]
    counts = [sum(number for code, number in codes if first <= code <= last) for _, first, last in _SCRIPTS]
    if counts[0] > 0.05 * len(sample):  # kana stands among Chinese characters
        return "ja"
    most = max(range(len(counts)), key=counts.__getitem__)
    return _SCRIPTS[most][0] if counts[most] > 0.5 * len(sample) else None


def _foreign(sample: str) -> bool:
    """Whether a third of a text is not in Latin letters."""
    return not sample.isascii() and sum(map(len, _LATIN.findall(sample))) < 0.67 * len(sample)


def _hits(sample: str) -> Counter[str]:
    known = filter(_LANGUAGES_OF.__contains__, _WORD.findall(sample.lower()))
    return Counter(chain.from_iterable(map(_LANGUAGES_OF.__getitem__, known)))


def of_text(texts: Iterable[str]) -> str | None:
    """The language of some pieces of text; None where they do not tell."""
    sample = _sample(texts)
    if not sample:
        return None
    if _foreign(sample) and (script := _by_script(sample)):
        return script
    ranked = _hits(sample).most_common(2)
    if not ranked or ranked[0][1] < _FEWEST:
        return None
    return ranked[0][0] if len(ranked) < 2 or ranked[0][1] > ranked[1][1] else None


def of_page(said: str, texts: Iterable[str]) -> str | None:
    """The language of a page that says so itself (`said`, a tag such as "de-AT", or nothing), as two letters."""
    found = _TAG.match(said.strip())
    claimed = found[1].lower() if found else None
    claimed = "no" if claimed in _NORWEGIAN else claimed
    sample = _sample(texts)
    if claimed is None:
        return of_text([sample])
    if sample and _foreign(sample):
        return _by_script(sample) or claimed
    if claimed not in _STOP or not sample:
        return claimed
    hits = _hits(sample)
    best, most = hits.most_common(1)[0] if hits else (claimed, 0)
    # Templates come with lang="en": three times the words of another language are a plain contradiction.
    return best if most > 15 and most > 3 * hits[claimed] else claimed
