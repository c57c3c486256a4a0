"""When it was published and when it was changed: out of claims, elements, lines near the headline, the address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from urllib.parse import urlsplit

from reader.parser.structured import Claims, text
from reader.text.dates import Dated, Order, day_in_address, find_dates, read_date, short_dates

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "itemprop:datepublished",
    "datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published",
    "pubdate", "publishdate",
    "publish-date", "publish_date", "published_date", "published-date", "publication_date", "publication-date", "date.issued",
    "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "date",
    "originalpublicationdate",
    "article_date_original", "ptime", "citation_publication_date", "citation_date", "itemprop:datecreated", "last-published",
    "vr:published_time", "og:pubdate", "rnews:datepublished", "shareaholic:article_published_time", "displaydate",
    "timestamp", "prism.publicationdate",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:article:modified_time", "itemprop:datemodified", "datemodified",
    "dc.date.modified", "dcterms.modified",
    "last-modified", "lastmod", "article:modified", "shareaholic:article_modified_time", "revised", "article.updated", "updated",
)  # fmt: skip
# After these words a date says when it was changed.
UPDATED_WORD = re.compile(
    r"(?:last )?(?:updated|modified|edited|revised)|aktualisiert|geändert|zuletzt|stand\s*:|mis à jour|mise à jour|"
    r"modifié|actualizado|actualización|atualizad[oa]|atualização"
    r"|aggiornat[oa]|modificat?[oa]?\b|bijgewerkt|gewijzigd|zaktualizowan[oa]|aktualizacja|обновлен[оа]?|"
    r"изменен[оа]?|uppdaterad|oppdatert|opdateret|päivitetty|aktualizováno|güncelle(?:n\w+|me)|更新|수정|修改|修訂|עודכן|"
    r"अपडेट|آخر تحديث|تم التحديث|diperbarui|cập nhật|actualizat|frissítve|ενημέρωση|оновлено|আপডেট|อัปเดต",
    re.IGNORECASE,
)
# After these it says when it was published.
PUBLISHED_WORD = re.compile(
    r"published|posted|first published|created|veröffentlicht|erschienen|erstellt|publié|posté|publicado|publicada|"
    r"pubblicato|gepubliceerd|geplaatst|opublikowan[oa]|dodano"
    r"|опубликован[оа]?|publicerad|publisert|udgivet|julkaistu|publikováno|yayınlan\w+|发布|発表|公開|입력|등록|פורסם|diterbitkan|dipublikasikan|"
    r"publicat|megjelent|δημοσίευση|опубліковано|প্রকাশ(?:িত)?|प्रकाशित|เผยแพร่|ngày đăng",
    re.IGNORECASE,
)
_MONTH_FIRST = ("us", "ph", "ca")
_DAY_FIRST_HOSTS = (".uk", ".au", ".nz", ".in", ".ie", ".za", ".sg", ".my", ".ng", ".pk", ".ke", ".gh", ".eu")


def order_of(language: str | None, url: str | None) -> Order | None:
    """Which comes first where a date is only numbers with slashes; None where the page leaves it open."""
    primary, _, region = (language or "").lower().replace("_", "-").partition("-")
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        host = ""
    if primary and primary != "en":
        return "day"
    if region in _MONTH_FIRST:
        return "month"
    if region or host.endswith(_DAY_FIRST_HOSTS):
        return "day"
    return "month" if host.endswith((".us", ".gov", ".edu", ".mil")) else None


# Names of meta tags that nobody has standardized: "w-published-date", "published", "PublishedTime".
_PUBLISHED_NAME = re.compile(r"publi(?:sh|cation).*(?:date|time|on|at)$|(?:date|time).*publish|^published$")


# "datePublished": "2024-03-05T…", article_date = "2024-03-05", also with its quotes as references.
_TELLING = ("publish", "publication", "pubdate", "pub_date", "article_date", "articledate")
_QUOTE = r"""(?:&quot;|[\\"'])"""
_TOLD = re.compile(
    r"(?:publish(?:ed)?_?(?:at|on|date|time)?|publication_?date|pub_?date|article_?date)"
    rf"{_QUOTE}*\s*[:=]\s*(?:\[0,)?{_QUOTE}+(\d{{4}}-\d\d-\d\d[T \d:.+Z-]*)",
    re.IGNORECASE,
)
_MOST_TELLING = 500


def _claim(claims: Claims, names: Iterable[str], order: Order | None) -> datetime | None:
    for name in names:
        for content in claims.meta.get(name, ()):
            when = read_date(content, order)
            if when is not None:
                return when
    return None


_DIGIT = re.compile(r"\d")
_SPAN, _LIFE = re.compile(r"\s*(?:[-–—]|to|bis|au|al|do)\s*"), 10
"""What parts the days between which somebody lived, and more years than a story takes to be changed."""
_SHORT_LINE = 60
"""Characters of a line in which a year may have two digits."""


def _lifetime(line: str, found: Sequence[Dated]) -> bool:
    """Whether a line's two days are those when somebody was born and died."""
    if len(found) != 2 or abs(found[1].when.year - found[0].when.year) <= _LIFE:
        return False
    return _SPAN.fullmatch(line[found[0].end : found[1].start]) is not None


_DIGIT = re.compile(r"\d")


def dates_of_line(line: str, order: Order | None) -> list[Dated]:
    """The dates in a line that may say when a story was published."""
    if _DIGIT.search(line) is None:
        return []
    found = list(find_dates(line, order))
    if _lifetime(line, found):
        return []
    return found or (list(short_dates(line, order)) if len(line) <= _SHORT_LINE else [])


_TIME_ALONE = re.compile(
    r"(?:[01]?\d|2[0-3])(?:[:.h]|\s?Uhr\s?)[0-5]\d(?::[0-5]\d)?\s*(?:[ap]\.?m\.?|Uhr|h)?\s*(?:[A-Z]{2,4}|\([A-Z]{2,4}\))?",
    re.IGNORECASE,
)
_TIME_MOST = 20
"""Characters of the longest time of day."""


# "2h ago", "vor 5 Min.", "il y a 3 heures": over the entries of a live blog, too.
_AGO = re.compile(
    r"(?:vor |il y a |hace |há |for )?\d{1,2} ?(?:h|hrs?|hours?|m|mins?|minutes?|std|stunden?|minuten?|heures?|horas?|minutos?|"
    r"ore|minuti|uur|minut|godz|timer|timmar)\.?(?: (?:ago|fa|geleden|temu|siden|sedan|atrás))?",
    re.IGNORECASE,
)
_AGO_WORDS = ("ago", "vor ", "il y a ", "hace ", "há ", "for ", " fa", "geleden", "temu", "siden", "sedan", "atrás")


def is_hour(text: str) -> bool:
    """Whether a line is only a time of day, or how long ago, as over an entry of a live blog."""
    if len(text) >= _TIME_MOST:
        return False
    if _TIME_ALONE.fullmatch(text) is not None:
        return True
    return _AGO.fullmatch(text) is not None and any(map(text.lower().__contains__, _AGO_WORDS))


_BARS = re.compile(r"\s[|·•]\s")


def _segment(line: str, dated: Dated) -> str:
    """What a line says beside a date, as far as the next bars."""
    before, behind = _BARS.split(line[: dated.start]), _BARS.split(line[dated.end :])
    return f"{before[-1]} {behind[0]}"


# A sentence ends, and another one begins.
_SENTENCES = re.compile(r"[.!?]\s+\w+\s+\w+\s+\w+")


def from_lines(lines: Sequence[str], order: Order | None) -> tuple[datetime | None, datetime | None, dict[int, str]]:
    """Published and updated out of short lines near a headline, and which lines they are."""
    published = updated = None
    used: dict[int, str] = {}
    for index, line in enumerate(lines):
        if len(line) > 160:
            continue
        for dated in dates_of_line(line, order):
            rest = _segment(line, dated)
            changed, first = UPDATED_WORD.search(line[: dated.start]), PUBLISHED_WORD.search(line[: dated.start])
            if len(rest.split()) > 14 or _SENTENCES.search(_HOUR.sub(" ", rest)):
                break
            if changed and not (first and first.start() > changed.start()):
                updated = updated or dated.when
            elif published is None:
                published = dated.when
            used[index] = "date"
    return published, updated, used


def from_claims(claims: Claims, order: Order | None) -> tuple[datetime | None, datetime | None]:
    """Published and updated as the page claims them for machines."""
    dates: list[datetime | None] = []
    for key, names in (("datePublished", _PUBLISHED), ("dateModified", _UPDATED)):
        when = read_date(text(claims.article.get(key)), order)
        when = when or _claim(claims, names, order) or read_date(text(claims.page.get(key)), order)
        dates.append(when)
    if dates[0] is None:
        others = [name for name in claims.meta if _PUBLISHED_NAME.search(name)]
        dates[0] = read_date(text(claims.article.get("dateCreated")), order) or _claim(claims, others, order)
    return dates[0], dates[1]


# Words that stand before the day on which a story that was changed since first came out.
_ORIGINALLY = re.compile(
    r"(?:originally|first) (?:published|posted|appeared|ran)|(?:ursprünglich|zuerst|erstmals) (?:veröffentlicht|"
    r"erschienen|publiziert)|erstveröffentlichung|publié initialement|initialement publié"
    r"|première publication|publicad[oa] (?:originalmente|por primera vez|originariamente)|"
    r"originalmente publicad[oa]|primera publicación|pubblicato (?:originariamente|originalmente|per la prima volta)"
    r"|oorspronkelijk (?:gepubliceerd|verschenen)|eerder gepubliceerd|pierwotnie opublikowan|pierwsza publikacja|"
    r"впервые опубликован|первая публикация|ursprungligen publicerad|først publi[sc]e?ret",
    re.IGNORECASE,
)
# One of these stands in each of them: looked for one by one they cost a fiftieth of the pattern.
_ORIGINAL_HINTS = (
    "original first ursprüng ursprung zuerst erstmals erstveröff initial première primera prima oorspronk eerder pierw "
    "впервые первая først"
).split()


def originally(lines: Sequence[str], order: Order | None) -> datetime | None:
    """When a story first came out, where a line anywhere on its page tells that it was published before."""
    for line in lines:
        if len(line) >= 250 or not ("20" in line or "19" in line):
            continue
        lower = line.lower()
        label = _ORIGINALLY.search(line) if any(hint in lower for hint in _ORIGINAL_HINTS) else None
        if label is None:
            continue
        found = next(find_dates(line[label.end() :], order), None)
        if found is not None and found.start < 30:
            return found.when
    return None


_LABEL = 40
"""Characters before a date in which the word stands that says what it is."""


def says_changed(line: str, date_at: int) -> bool:
    """Whether the last word before a date that says what it is calls it one of a change."""
    before = line[max(0, date_at - _LABEL) : date_at]
    changed = [found.start() for found in UPDATED_WORD.finditer(before)]
    first = [found.start() for found in PUBLISHED_WORD.finditer(before)]
    return bool(changed) and (not first or changed[-1] > first[-1])


def changed_days(lines: Sequence[str], order: Order | None) -> frozenset[date]:
    """The days of which lines say that they are of a change, and none that they are of publication: in words, or by an hour
    of the same day before that of the change."""
    changed: dict[date, datetime] = {}
    first: set[date] = set()
    bare: list[datetime] = []
    for line in _with_labels(lines):
        line = line[:200]
        if "20" not in line and "19" not in line:
            continue
        worded = UPDATED_WORD.search(line) is not None
        for dated in find_dates(line, order):
            if not worded:
                bare += [dated.when] if dated.timed else []
            elif says_changed(line, dated.start):
                changed[dated.when.date()] = dated.when
            else:
                first.add(dated.when.date())
    first |= {when.date() for when in bare if when < changed.get(when.date(), when)}
    return frozenset(changed.keys() - first)


def from_address(url: str | None) -> datetime | None:
    """The day in an address."""
    return day_in_address(url) if url else None


def sensible(published: datetime | None, updated: datetime | None) -> tuple[datetime | None, datetime | None]:
    """An update that precedes publication is none; one that repeats it says nothing."""
    if published is not None and updated is not None and updated <= published:
        return published, None
    return published, updated


def beside_dates(text: str) -> tuple[str, bool]:
    """What a line says beside its dates, and whether it has one."""
    rest: list[str] = []
    done = 0
    for dated in dates_of_line(text, "day"):
        rest.append(text[done : dated.start])
        done = dated.end
    return " ".join((*rest, text[done:])), done > 0


_HOUR = re.compile(
    r"\d{1,2}\s?[:.h]\s?\d\d(?:\s?[ap]\.?m\.?)?(?:\s(?-i:[A-Z]{2,4})\b)?|(?<!\S)[|·•,/–—-](?!\S)", re.IGNORECASE
)


def without_labels(text: str) -> str:
    """What a line says beside the words that tell what a date is, hours, and signs that part."""
    return _HOUR.sub(" ", UPDATED_WORD.sub(" ", PUBLISHED_WORD.sub(" ", text)))


def _with_labels(lines: Sequence[str]) -> Iterator[str]:
    """Lines, and behind a line that is but a label that with what follows."""
    for index, line in enumerate(lines):
        yield line
        if len(line) < 20 and index + 1 < len(lines) and (PUBLISHED_WORD.match(line) or UPDATED_WORD.match(line)):
            yield " ".join(lines[index : index + 2 + (len(lines[index + 1]) < 20)])


def labeled(lines: Sequence[str], order: Order | None) -> tuple[datetime | None, datetime | None]:
    """Published and updated out of lines anywhere on a page that say which of the two they are."""
    published = updated = None
    for line in _with_labels(lines):
        if len(line) > 100:
            continue
        changed, first = UPDATED_WORD.match(line.lstrip(" (|•")), PUBLISHED_WORD.match(line.lstrip(" (|•"))
        if not (changed or first):
            continue
        dated = next(find_dates(line, order), None)
        if dated is None or dated.start > 40:
            continue
        if first:
            published = published or dated.when
        else:
            updated = updated or dated.when
    return published, updated


def told(html: str, order: Order | None) -> datetime | None:
    """When it was published, as a page tells its own scripts: the first of such statements in its source."""
    lower = html.lower()
    for word in _TELLING:
        at = lower.find(word)
        for _ in range(_MOST_TELLING):
            if at < 0:
                break
            found = _TOLD.match(lower, at)
            if found is not None:
                return read_date(found[1].upper(), order)
            at = lower.find(word, at + 1)
    return None


def lone(lines: Sequence[str], order: Order | None) -> datetime | None:
    """The day of a page's short lines that say little else, where they all say the same."""
    days: dict[str, datetime] = {}
    for line in lines:
        if len(line) > 60:
            continue
        found = list(find_dates(line, order))
        for dated in found if not _lifetime(line, found) else ():
            if dated.end - dated.start > 0.4 * len(line) and not UPDATED_WORD.search(line):
                days.setdefault(dated.when.date().isoformat(), dated.when)
    return next(iter(days.values())) if len(days) == 1 else None
