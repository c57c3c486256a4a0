"""Numbers and dates of an article as rows of a small table, each as it stands and where."""

from __future__ import annotations

import re
from bisect import bisect_right

from reader.model import Article, Figure, FigureKind, Place
from reader.summaries.sentence import BODY_KINDS, language_in, stop_stems
from reader.summaries.wording import CURRENCIES, MONTHS, PERCENT, SCALES
from reader.text.sentences import sentences

_MONTH = rf"(?:{MONTHS})"
_YEAR = r"(?:1[5-9]|20)\d\d"
_AMOUNT = r"\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3})+|(?:['’\u00a0\u202f ]\d{3})+)(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_FIGURE = re.compile(
    rf"(?<![\w.,:/#@-])(?:"
    rf"(?P<date>(?:{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,?\s{_YEAR}\b)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.|º|er)?\s(?:of\s|de\s)?{_MONTH}(?!\w)(?:,?\s(?:de\s)?{_YEAR}\b)?"
    rf"|{_MONTH}\s(?:de\s)?{_YEAR}\b|{_YEAR}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./](?:{_YEAR}|\d\d)))(?!\w)"
    rf"|(?P<time>\d{{1,2}}(?:[:.]\d\d)?\s?(?:[ap]\.m\.|[ap]m\b|Uhr\b)|\d{{1,2}}:\d\d(?!\d))"
    rf"|(?P<money>(?:(?:US|A|C|NZ|HK)?[$€£¥₹₽]|R\$)\s?(?:{_AMOUNT})(?:[\s-]?(?:{SCALES})\b)?"
    rf"|(?:{_AMOUNT})(?:[\s-]?(?:{SCALES}))?[\s-]?(?:d['’]|de )?(?:(?:{CURRENCIES})\b|[€£¥$](?!\d)))"
    rf"|(?P<percent>(?:{_AMOUNT})[\s-]?(?:%|(?:{PERCENT})\b))"
    rf"|(?P<year>{_YEAR}s?)(?![\w%,.]?\d|[-–]?\w)"
    rf"|(?P<number>\d{{1,3}}[-–]\d{{1,3}}|(?:{_AMOUNT})(?:[\s-]?(?:{SCALES})\b)?)(?![\w]|[.,]\d)"
    rf")",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_THING = re.compile(r"[\s-]([^\W\d_]{2,}(?:-[^\W\d_]+)*)(?!\.\w)")
_NAME_MOST = 40
_NAMED = re.compile(r"(?<=[\w,;] )([A-Z][^\W\d_]+) $")
"""The last word before a number, written as names are, with another before it in its sentence."""
_CALENDAR = re.compile(rf"{_MONTH}|\w+day", re.IGNORECASE)
_CAPITAL_NOUNS = frozenset(("de",))


def figures(article: Article) -> tuple[Figure, ...]:
    """All numbers and dates of the body in order, each once; a number with the word that it counts."""
    found: dict[str, tuple[str, FigureKind, list[Place], Place]] = {}
    language = language_in(article)
    stops = stop_stems(language)
    for index, block in enumerate(article.blocks):
        if block.kind not in BODY_KINDS or not _DIGIT.search(block.text):
            continue
        spans = sentences(block.text, language)
        starts = [start for start, _ in spans]
        for match in _FIGURE.finditer(block.text):
            if match.lastgroup == "number" and language not in _CAPITAL_NOUNS and _of_name(block.text, match.start()):
                continue
            end, kind = _with_thing(match, block.text, language, stops)
            text = block.text[match.start() : end]
            place = Place("block", index, match.start(), end)
            nth = max(0, bisect_right(starts, match.start()) - 1)
            entry = found.setdefault(_key(text), (text, kind, [], Place("block", index, *spans[nth])))
            entry[2].append(place)
    return tuple(Figure(text, kind, tuple(places), sentence) for text, kind, places, sentence in found.values())


def _of_name(text: str, start: int) -> bool:
    """Whether a number is the end of a name within a sentence, "the Kettle Pro 3", which counts nothing."""
    named = _NAMED.search(text, max(0, start - _NAME_MOST), start)
    return named is not None and not _CALENDAR.fullmatch(named[1])


def figure_spans(text: str) -> list[tuple[int, int]]:
    """Offsets of the figures in any text, without what they count."""
    return [match.span() for match in _FIGURE.finditer(text)]


def _key(text: str) -> str:
    return re.sub(r"[\s\u00a0\u202f-]+", " ", text).lower()


def _with_thing(match: re.Match[str], text: str, language: str, stops: frozenset[str]) -> tuple[int, FigureKind]:
    """Where the figure ends with the word that it counts ("94 passengers"), and what it is."""
    kind = match.lastgroup or "number"
    if kind == "year":
        return match.end(), "date"
    if kind != "number":
        kinds: dict[str, FigureKind] = {"date": "date", "time": "time", "money": "money", "percent": "percent"}
        return match.end(), kinds[kind]
    thing = _THING.match(text, match.end())
    if thing and thing[1].lower() not in stops and (thing[1].islower() or language in _CAPITAL_NOUNS):
        return thing.end(), "number"
    return match.end(), "number"
