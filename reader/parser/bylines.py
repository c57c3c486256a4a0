"""Who wrote it: people's names out of what pages set around them ("By", job titles, dates, towns).

A name is never made up: what does not look like one is left out, and an empty byline is an honest answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.parser.firstnames import FIRST_NAMES
from reader.text.fold import lowered
from reader.text.months import MONTHS, WEEKDAYS, any_of

_CALENDAR = any_of(word for word in MONTHS if len(word) > 2)
_DAYS = any_of(WEEKDAYS)

_BY = (
    "by", "written by", "words by", "posted by", "published by", "created by", "authored by", "author", "authors",
    "text by", "story by",
    "reporting by", "reported by", "article by", "from", "contributed by", "submitted by", "added by",
    "von", "ein artikel von", "eine analyse von", "ein kommentar von", "ein gastbeitrag von", "eine reportage von",
    "ein interview von",
    "verfasst von", "geschrieben von", "autor", "autorin", "autoren", "text", "aus der feder von",
    "veröffentlicht von", "erstellt von",
    "par", "écrit par", "rédigé par", "publié par", "propos recueillis par", "auteur", "auteurs", "proposé par", "posté par",
    "por", "escrito por", "publicado por", "autora", "autores", "texto", "redacción", "texto de",
    "di", "scritto da", "pubblicato da", "a cura di", "autore", "autori", "testo di", "da",
    "door", "geschreven door", "geplaatst door", "tekst", "gepubliceerd door",
    "autor tekstu", "napisał", "napisała", "opracował", "opracowała", "tekst i zdjęcia", "oprac.", "autorzy",
    "كتب", "كتبت", "بقلم", "автор", "авторы", "текст", "av", "af", "skrevet av", "skrevet af", "skriven av",
    "text av", "tekst av", "teksti", "kirjoittaja",
    "yazan", "tarafından", "napsal", "napsala", "από", "γράφει ο", "γράφει η", "του", "της", "szerző", "írta",
    "penulis", "oleh", "ditulis oleh", "tác giả", "লেখক",
    "מאת", "लेखक", "作者", "文", "記者", "记者", "撰文",
)  # fmt: skip
# Asked of text in lower case. Longest first, so that "written by" is not read as a name "Written" after nothing.
_LABELS = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(_BY, key=len, reverse=True))
_KIND = (
    r"(?:(?:ein|eine|a|an)\s+)?(?:article|story|review|words|text|report|analysis|opinion|blog|post|guest post|"
    r"interview|essay|artikel|beitrag|gastbeitrag|kommentar|analyse|kolumne|"
    r"bericht|reportage|rezension|artículo|texto|por|artigo|articolo)\s+(?:by|von|de|di|por|da)"
)
# "Interview" and the like begin a byline before a colon only.
_WITH_COLON = r"(?:interview|entrevista|intervista|entretien|words|report|reporting|recherche|reportage|story|texte)"
_LABEL = re.compile(
    rf"^[\s|•·*(\[–—-]*(?:{_KIND}|{_LABELS}|{_WITH_COLON}(?=\s*[:：]))(?:(?<=[.\w])\s*[:：/]\s*|"
    rf"\s*(?<=[\u4e00-\u9fff])|\s+(?=\S)|$)"
)
# Who reviewed, edited, translated or took the pictures did not write it.
_OTHER_ROLE = re.compile(
    r"(?:(?:medically|expert|legally|clinically|scientifically|financially)\s+)?(?:reviewed|review|fact[- ]?checked|"
    r"checked|edited|translated|approved|verified|illustrated|illustrations?|photo(?:s|graphs|graphy)?|images?|"
    r"pictures?)\s+(?:and\s+\w+\s+)?by\b"
    r"|(?:übersetzt|übersetzung|redigiert|bearbeitet|fotos?|bilder?|geprüft)\s*(?:von\b|:)|"
    r"(?:traduit|relu|photos?)\s+(?:par|de)\b|(?:traducido|editado|revisado|fotos?)\s+por\b|(?:tradotto|foto)\s+da\b"
    r"|translated von\b|edited von\b|contributions? (?:from|by)\b|with contributions\b|"
    r"additional (?:reporting|writing|research) by\b|mitarbeit(?:\s*:|\s+von\b)|"
    r"avec la (?:collaboration|participation) de\b|con la colaboración de\b",
    re.IGNORECASE,
)
_ROLE_HINTS = (
    "review check edited transl approv verif illust photo image pictur übersetz redig bearb foto bild prüft tradu "
    "relu tradot revisa editado contribution additional mitarbeit collaboration participation colaboración"
).split()
# Where a date begins, the name has ended: "Jane Doe December 3", "Jane Doe Monday, March 2".
_DATED = re.compile(
    rf"\s+(?:(?:{_DAYS})[,.]?\s+)?(?:{_CALENDAR})\.?(?:\s+\d|$|,)|\s+(?:{_DAYS})\.?,?(?:\s+|$)",
    re.IGNORECASE,
)
# From here on a byline speaks of something else; brackets around a name inside another ("Nora (Ines) Whitfield") stay.
_CUT = re.compile(
    r"\s*[|•·‧∙⋅・●►▪]\s*|\s+[-–—/]\s+|\s*\((?![^\W\d_]+\)\s+[^\W\d_])|\s*\[|\s*[:@<>]|\s{3,}|\n|\s*\d|"
    r",?\s+(?:is|was|are|has|writes|updated|published|posted|last|reviewed|"
    r"medically|edited|fact|in|on|at|for|from|with|ist|für|vom|am|aus|(?-i:le|el|il|en|op)|dans|pour|à|para|voor|dla|"
    r"w|для|read|follow|view|bio|contributor|via|zuletzt|aktualisiert"
    r"|publié|mis|publicado|actualizado|pubblicato|aggiornato|opublikowano|share|min|mins|minutes?|minuten)(?=\s|$|[.:,])",
    re.IGNORECASE,
)
_MAIL = re.compile(r"\S+(?:@| at )[\w-]+\.[\w.-]*\w")
# In what a page claims for machines only signs part names from the rest, and the town behind "in".
_CUT_SIGNS = re.compile(
    r"(?<=\w)\s+in\s+(?=[A-ZÀ-Ý])|\s*[|•·‧∙⋅・●►▪]\s*|\s+[-–—]\s+|\s*\((?![^\W\d_]+\)\s+[^\W\d_])|\s*\[|\s*[:@<>]|\n"
)
_AND = re.compile(
    r"\s*(?:,|;|&|\+|/|،|、|，|\b(?:and|And|AND)\b|\bund\b|\bsowie\b|\bet\b|\by\b|\be\b|\ben\b|\bog\b|\boch\b|\bja\b|"
    r"\bi\b|\bи\b|\bve\b|\ba\b(?=\s[A-ZŠČŘŽ]))\s*",
)
# Words of trades and desks: what holds one of them after a comma is a title, no name.
_TRADE = re.compile(
    r"(?:writer|reporter|editor|correspondent|columnist|journalist|producer|contributor|staff|chief|senior|deputy|"
    r"analyst|critic|photographer"
    r"|director|manager|founder|ceo|cto|professor|prof|lecturer|researcher|fellow|ph\.?d|m\.?d|m\.?sc|b\.?sc|mba|"
    r"rdn?|cpa|esq|jr|md|ms|ma|rn|dds|cfp®?|cfa"
    r"|redakteur\w*|redaktor\w*|reporterin|korrespondent\w*|volontär\w*|journaliste?|rédact\w*|redact\w*|periodista|"
    r"corresponsal|giornalista|inviat\w"
    r"|journalistin|winemaker|chef|physician|nutritionist|dietitian|engineer|developer|redacteur|verslaggever|"
    r"dziennikarz|корреспондент|журналист|редактор|specialist|expert|consultant|attorney|strategist|author|blogger|"
    r"coach|marketing"
    r"|president|head|lead|associate|assistant|team|media|news|agency|group|inc\.?|llc|ltd\.?|gmbh|university|institute)",
    re.IGNORECASE,
)
# A trade right behind a first and a last name: "Jane Doe Staff Writer".
_TRADE_BEHIND = re.compile(
    r"\s+(?:head|chief|senior|deputy|associate|assistant|staff|freelance|writer|reporter|editor(?!ial)|correspondent|"
    r"columnist|journalist|producer|contributor|analyst|critic|"
    r"photographer|redakteur\w*|korrespondent\w*|journaliste?|journalistin|periodista|giornalista|winemaker|chef|"
    r"physician|dietitian)\b",
    re.IGNORECASE,
)
_TRADE_ONLY = re.compile(rf"(?:\S+\s+){{0,4}}{_TRADE.pattern}(?:\s.*)?$", re.IGNORECASE)
# What people put behind their names in English: degrees, licences, memberships.
_DEGREE = re.compile(
    r"(?:m\.?d|ph\.?\s?d|d\.?o|d\.?v\.?m|v\.?m\.?d|d\.?d\.?s|d\.?m\.?d|r\.?n|r\.?d\.?n?|l\.?d\.?n?|m\.?s\.?c?|m\.?a|"
    r"b\.?a|b\.?s\.?c?|b\.?s\.?n|m\.?s\.?n|m\.?b\.?a|m\.?p\.?h|m\.?ed|ed\.?d|j\.?d|ll\.?[bm]|esq|c\.?p\.?a|cfp|cfa|"
    r"cepf|chfc"
    r"|cpp|psp|cissp|pmp|fand|facs|faclm|facc|facp|faap|foma|dabom|dacvb|dacvim|lvt|cdces|cde|pharm\.?d|psy\.?d|lcsw|"
    r"lmft|lpc|np|fnp|pa-c|dpt|pt|ot|otr|cscs|cpt|cssd|ace|nasm|e-?ryt(?:[ -]?\d+)?|ryt(?:[ -]?\d+)?|ea|ifbb|cnm|cns|"
    r"ccsp|shrm-s?cp|sphr|phr|vts|dvm|bvsc|mrcvs|frcp|frcs|obe|mbe|cbe|mph|rph|aprn|crnp|cfa?|aif|jr|sr|ii|iii|"
    r"iv)\.?[®™]?(?:\s*\([A-Za-z ]{2,20}\))?",
    re.IGNORECASE,
)
# Nobody's name: accounts, roles, interface words.
_NOBODY = re.compile(
    r"(?:admin\w*|administrator|interview|report|story|user\w*|root|guest\w*|anonymous|anonym|unknown|none|null|"
    r"undefined|n/?a|author|authors?|autor\w*|editor\w*|webmaster|staff|team|default"
    r"|editorial|contributors?|home|menu|share|subscribe|log ?in|sign ?(?:in|up)|read more|advertisement"
    r"|view all.*|more (?:from|by).*|all posts?.*|see all.*|about.*|follow.*|posts?|comments?|www\..*|https?.*|test|"
    r"website|demo|profile|photo|image|avatar"
    r"|(?:published|updated|posted|written|last)(?:\s.*)?|the author|date|byline|by|name|show more|load more|print|"
    r"e-?mail|facebook|twitter|linkedin|instagram|youtube|blue ?sky|mastodon|threads|tiktok|pinterest|reddit|github|"
    r"rss|whatsapp|telegram|podcasts?|faculty|cookie.*)\W*$",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"\b(?:redaktion|redaktionsteam|redacción|rédaction|redazione|redactie|redakcja|редакция|team|staff|editors?|"
    r"editorial|desk|news|newsroom|agency|agentur|press|media|inc|llc"
    r"|gmbh|ltd|group|magazine|magazin|zeitung|times|post|journal|online|dpa|afp|reuters|ap|epa|ansa|efe|apa|sid|"
    r"institute|university|foundation|company|association|"
    r"bank|health|insurance|services?|solutions|blog|web|digital|marketing|club|center|centre|society|school|college|"
    r"studio|labs?|tv|radio|network|verein|verlag|.*\.(?:com|de|net|org|fr|pl|io))\b",
    re.IGNORECASE,
)
# What content systems write where nobody is named.
_UNSIGNED = frozenset("articles article posts post search home page account register login privacy policy".split())
# Words of interfaces, which no name holds.
_INTERFACE = re.compile(
    r"\b(?:privacy|policy|log ?in|terms|conditions|cookies?|subscribe|account|register|search|articles?|posts?|admin|"
    r"released|comments?|copyright|rights|written|loading|minutes?|"
    r"click|here|weitere|beiträge|current|top|find|tools?|button|release|notes|insights|careers?|student|students|"
    r"products?|topics?|categor(?:y|ies)|download|follow|unsere|autorinnen|sponsored|programs?|projects?|read|learn|"
    r"contact|about|version|directory|departments?|resources?|browse|book now|meet our|example|section|access|doc|"
    r"faq|videos?|sign)\b",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    "von van de der den del della di da do dos das du le la el al bin ibn ben ter ten zu zum zur y e ap af av st san "
    "mac vom dem und i".split()
)
# Vowel signs of India's and Thailand's scripts, and points of Hebrew and Arabic, are no letters to an expression.
_WORD = re.compile(r"[^\W\d_][\w.'’´`\u0591-\u05c7\u064b-\u065f\u0900-\u0e4e-]*$|\([^\W\d_]+\)$")
# Newsrooms that sign with what they have from others: "Staff and wire reports", "From news services".
_REPORTS = re.compile(
    r"(?:from )?(?:(?:local |the )?(?:staff|wire|news|agency|agencies|associated press|combined|"
    r"news service)s?(?: and |, | & | ))+(?:reports?|services?|writers?|sources)",
    re.IGNORECASE,
)
# "mwa/dpa", "AP/AFP": initials and agencies, as German papers sign.
_AGENCIES = re.compile(r"[a-zäöü]{2,4}(?:/[a-z]{2,5}){1,2}|[A-Z]{2,5}(?:/[A-Z]{2,5}){1,2}")
_LEADING = frozenset(("the", "to", "of", "for", "die", "der", "das", "la", "le", "el"))
# Towns and countries of two and three words, with which correspondents' bylines end as people's names would.
_TOWNS = frozenset(
    it.strip()
    for it in "new york, new york city, los angeles, san francisco, san diego, san antonio, san jose, las vegas, new orleans, "
    "salt lake city, kansas city, st louis, st. louis, washington dc, washington d.c, new jersey, new delhi, hong kong, "
    "tel aviv, kuala lumpur, phnom penh, addis ababa, abu dhabi, cape town, port moresby, buenos aires, mexico city, "
    "são paulo, sao paulo, rio de janeiro, santiago de chile, belo horizonte, la paz, san salvador, den haag, "
    "the hague, den bosch, le havre, san sebastián, santa cruz, frankfurt am main, bad homburg, "
    "st petersburg, st. petersburg, saint petersburg, st gallen, st. gallen, st. pölten, new zealand, south africa, "
    "south korea, north korea, saudi arabia, sri lanka, united states, united kingdom, puerto rico, costa rica, "
    "new mexico, new hampshire, north carolina, south carolina, rhode island".split(",")
)
_LONGEST_NAME = 60


def plausible(name: str, cased: bool = True) -> bool:
    """Whether something looks like what a person or a newsroom is called; `cased` asks for capitals."""
    words = name.split()
    if (
        not (2 < len(name) <= _LONGEST_NAME or _UNSPACED_NAME.fullmatch(name))
        or len(words) > 6
        or _NOBODY.match(name)
        or _INTERFACE.search(name)
    ):
        return False
    if "By" in name[2:] and any(word.endswith("By") for word in words):
        return False  # "CategoryBy Manufacturer": two elements of a menu
    if len(words) == 1 and (name.casefold() in MONTHS or name.casefold() in WEEKDAYS):
        return False
    if any(not _WORD.match(word.strip("“”\"'«»")) for word in words):
        return False
    if any(word.casefold().rstrip(".") in MONTHS and len(word) > 3 for word in words[1:]) and len(words) > 3:
        return False
    small = [word for word in words if word[0].islower() and word.casefold() not in _PARTICLES]
    if small == ["the"] and words[0] == "the" and newsroom(name):
        return True
    return not small or not cased


def newsroom(name: str) -> bool:
    """Whether a name holds a word of newsrooms, agencies and companies."""
    return _DESK.search(name) is not None


def person(name: str) -> bool:
    """Whether a name looks like a human being's: two to five words, none of them a newsroom's."""
    words = name.partition(",")[0].split()
    if len(words) == 1 and not name.isascii():
        return _UNSPACED_NAME.fullmatch(name) is not None
    return 2 <= len(words) <= 5 and not _DESK.search(name)


# Names in Chinese, Japanese and Korean are of two to five signs without a space; newspapers and agencies end otherwise.
_UNSPACED_NAME = re.compile(r"[\u4e00-\u9fff]{2,5}(?<![社报報网網台局部讯訊刊者辑])|[가-힣]{2,4}(?<![사보문부팀])")


_ADDRESSED = re.compile(r"^(?:mr|mrs|ms|frau|herr|the author)\.?\s+(?=\S+\s+\S)", re.IGNORECASE)


def _trimmed(name: str) -> str:
    """A name without what clings to it."""
    name = name.strip(" .,;:-–—|/\\*·•\"“”«»’'\u200b\u00a0")
    name = _ADDRESSED.sub("", name)
    words = name.split()
    behind = _TRADE_BEHIND.search(name, len(" ".join(words[:2]))) if len(words) > 2 else None
    if behind is not None and name[: behind.start()].split()[-1].casefold() not in _LEADING:
        name = name[: behind.start()]
    letters = [c for c in name if c.isalpha()]
    if len(letters) > 3 and all(c.isupper() for c in letters) and len(name.split()) > 1:
        name = " ".join(_capital(word) for word in name.split())
    return name


def _capital(word: str) -> str:
    """A word set in capitals as names are written; initials stay."""
    if len(word) <= 2 or "." in word:
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)


# "ByNora Whitfield": two elements that a style sheet sets apart.
_GLUED = re.compile(r"(?:(?:Written|Posted|Published|Words|Story|Text) )?[Bb]y(?=[A-Z]\w)")


# "김민수 기자": in Korean what somebody is stands behind the name.
_REPORTER = re.compile(r"([가-힣]{2,5}) ?(?:기자|특파원|선임기자)(?:\s+\S+@\S+)?$")


def without_label(text: str) -> tuple[str, bool]:
    """A byline without its "By", and whether it had one."""
    labeled = False
    if (glued := _GLUED.match(text)) is not None:
        text = f"By {text[glued.end() :]}"
    if not text.isascii() and (reporter := _REPORTER.match(text)) is not None:
        return reporter[1], True
    lower = lowered(text)
    for _ in range(3):
        found = _LABEL.match(lower)
        if found is None or not text[found.end() :].strip():
            break
        text, lower, labeled = text[found.end() :], lower[found.end() :], True
    return text, labeled


def claimed(value: str) -> tuple[str, ...]:
    """The names in what a page claims for machines, where also accounts and companies sign, with digits and all."""
    found = names(value, cased=False)
    if not found and len(value) <= _LONGEST_NAME and len(value.split()) <= 5 and not _NOBODY.match(value):
        loose = re.fullmatch(r"[\w.'’& -]*[^\W\d_]{3}[\w.'’& -]*", value)
        if loose is not None and "@" not in value and not value.isdigit() and value.casefold() not in _UNSIGNED:
            return (value.strip(),)
    return found


def account(text: str) -> tuple[str, ...]:
    """What signs under a label without being a name: an account, a host, a company with digits."""
    cut = _CUT.search(text, 2)
    text = text[: cut.start()] if cut is not None else text
    return claimed(text) if len(text.split()) < 4 else ()


def trade(text: str) -> bool:
    """Whether a line is what somebody is by trade: "Staff Writer"."""
    return _TRADE_ONLY.fullmatch(text) is not None


def only_label(text: str) -> bool:
    """Whether a line is nothing but "By"."""
    return len(text) < 30 and _LABEL.fullmatch(text.lower()) is not None


def names(text: str, cased: bool = True) -> tuple[str, ...]:
    """The names in a byline, in order, each once; without `cased` also those written small, as accounts are."""
    text, _ = without_label(" ".join(text[:400].split()).strip())
    if len(text) < 40 and _NOBODY.match(text):
        return ()
    text = _of_writers(text)
    beside = ""
    for pattern in (_DATED, _CUT) if cased else (_CUT_SIGNS,):
        cut = pattern.search(text)
        if cut is not None and cut[0] == " en" and _begins_name(text[cut.end() :]):
            cut = pattern.search(text, cut.end())
        if cut is not None and cut.start() >= 3 and not _is_surname(text, cut, pattern):
            text, beside = text[: cut.start()], text[cut.start() :]
    found: list[str] = []
    traded = False
    if _AGENCIES.fullmatch(text) or _REPORTS.fullmatch(text):
        return (text,)
    parts = [part for part in _AND.split(text) if part and part.strip()]
    if len(parts) == 2 and parts[0].strip() == parts[1].strip():
        return (text.strip(),)  # "Morgan & Morgan": a company
    if len(parts) == 2 and "," in text and all(len(part.split()) == 1 for part in parts):
        parts = [f"{parts[1].strip()} {parts[0].strip()}"]  # "Doe, Jane"
    for part in parts:
        if found and _is_degree(part):
            found[-1] += f", {part.strip()}"
            continue
        if found and _TRADE_ONLY.match(part):
            traded = True
            continue
        if traded and part.split()[0].casefold() not in FIRST_NAMES:
            continue  # "Head of Marketing and Community Development"
        traded = False
        if found and part.strip(" .").casefold() in _TOWNS:
            continue
        name = _trimmed(without_label(part)[0])
        if plausible(name, cased) and name not in found:
            found.append(name)
    found += [name for name in _side_by_side(beside) if name not in found] if len(found) == 1 else []
    return tuple(found[:12])


def _of_writers(text: str) -> str:
    """A byline without addresses and without those who did not write it: nothing where it names only them."""
    if "@" in text or " at " in text:
        text = _MAIL.sub(" ", text)
    lower = text.lower()
    other = _OTHER_ROLE.search(text) if any(hint in lower for hint in _ROLE_HINTS) else None
    if other is None:
        return text
    return text[: other.start()].rstrip(" .,;|–—-") if other.start() >= 3 else ""


def _begins_name(text: str) -> bool:
    """Whether a text begins with somebody's first name."""
    return (text.split() or [""])[0].casefold() in FIRST_NAMES


_BARS = re.compile(r"\s*[|•·‧∙⋅・●]\s*")


def _side_by_side(text: str) -> Iterator[str]:
    """Names behind bars and dots, "| John Roe · Ann Poe": they go on as long as each is a name and nothing else."""
    for name in _BARS.split(text)[1:] if _BARS.match(text) else ():
        if not (_begins_name(name) and person(name) and plausible(name) and not _CUT.search(name)):
            return
        yield name


def others(text: str) -> tuple[str, ...]:
    """Who a line says reviewed, edited, translated or illustrated, or only helped to write."""
    lower = text.lower()
    role = _OTHER_ROLE.search(text) if any(hint in lower for hint in _ROLE_HINTS) else None
    return names(text[role.end() :].lstrip(" :")) if role is not None else ()


def _is_surname(text: str, cut: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Whether what reads like the beginning of a date is the name of somebody called May."""
    return pattern is _DATED and " " not in text[: cut.start()] and not any(char.isdigit() for char in cut[0])


def _is_degree(part: str) -> bool:
    """Whether a part of a byline is what people put behind their names."""
    return all(_DEGREE.fullmatch(word) for word in (part.strip().split("/") if len(part) < 25 else [""]))


def signers(found: tuple[str, ...]) -> tuple[str, ...]:
    """The people of a byline; the newsroom or agency only where nobody signs by name."""
    people = tuple(name for name in found if person(name))
    return people or found
