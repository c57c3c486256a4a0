"""What stands under a picture: the words, and whose picture it is.

Scraped pages say a caption twice or cut its credit off to a line of its own; here it becomes one.
"""

from __future__ import annotations

import re

_WHO = (
    r"(?:image|photo|picture|photograph|photographer|photographe|fotograf|fotógraf[oa]|fotografo|video|graphic|"
    r"illustration|foto(?:grafía|grafia)?s?|bild|grafik|imagem?|imagen|immagine|photographie|crédits?|"
    r"credits?|crédito|créditos|credito|fot\.|zdjęcie|фото|kuva|写真|图片来源|图源)"
)
_LABEL = (
    rf"{_WHO}(?:\s*(?:credits?|courtesy|source|crédit|quelle|by|von|di|de|del|door|von:|d.archives?|"
    rf"illustration))*(?:\s*[:/|]|\s+(?=by\b|©)|(?<=by)\s)"
)
# "(Image: Bloomberg)", "[Photo: AFP]" at the end of a line.
_BRACKET = re.compile(rf"\s*[(\[]\s*{_LABEL}\s*(?P<credit>[^()\[\]]{{2,80}}?)\s*[)\]]\s*\.?$", re.IGNORECASE)
# "Foto: ANP", "| Photo: Reuters", "Image credit: NASA" at the end of a line.
_TAIL = re.compile(
    rf"(?:^|(?<=[.!?…»”\"’)])\s+|\s*[|–—•/-]\s*|\s{{2,}}|"
    rf"\s+(?=(?-i:[A-ZФ])\w+\s*(?:credits?)?:))\W{{0,2}}{_LABEL}\s*(?P<credit>[^:]{{2,80}}?)\s*$",
    re.IGNORECASE,
)
# "REUTERS/Jane Doe", "Jane Doe/AFP", "(AP Photo/Jane Doe)", "© dpa", "AFP via Getty Images" alone at the end.
_AGENCY = (
    r"(?:reuters|afp|ap photo|ap|getty images?|epa(?:-efe)?|efe|dpa|ansa|anp|lusa|shutterstock|istock(?:photo)?|"
    r"alamy(?: stock photo)?|pa (?:wire|images|media)|imago(?: images)?|picture.alliance|bloomberg|xinhua|tass|"
    r"afp via getty images|nur ?photo|wikimedia(?: commons)?|unsplash)"
)
_SIGNED = re.compile(
    rf"\s*[(\[|–—-]\s*(?P<credit>(?:[^()\[\]|]{{2,50}}\s*[/,]\s*)?(?-i:{_AGENCY.upper()}|"
    rf"[A-Z])?\s*{_AGENCY}(?:\s*/\s*[^()\[\]|]{{2,50}})?)\s*[)\]]?\s*\.?$"
    rf"|\s*©\s*(?P<owner>[^©.]{{2,60}})$",
    re.IGNORECASE,
)
# "…in 1981. Courtesy of the family", "…en abril. EFE": a last part that needs no sign before it.
_LENT = re.compile(
    rf"(?<=[.!?…»”])\s+(?:[Cc]ourtesy (?:of )?(?P<lender>[^.]{{2,60}})|"
    rf"(?P<agency>(?-i:{_AGENCY.upper()}|{_AGENCY.title()}|dpa|epd|afp|efe|anp)))\.?$"
)
# "(Jane Doe/Daily Post)" at the end: who, and for whom.
_FOR = re.compile(
    r"\s*[(\[]\s*(?P<credit>[^\W\d_][^()\[\]/]{2,40}(?:/\s?| (?:for|für|pour|para|per|"
    r"voor) (?=[A-ZÀ-Ý]))[^\W\d_][^()\[\]/]{1,40}?)\s*[)\]]\s*\.?$"
)
_FOR_PARTS = re.compile(r"/| (?:for|für|pour|para|per|voor) ")
# "…at the quay.Lou Petty", "…aan de kadeANP": words and credit in elements side by side, without a space.
_GLUED = re.compile(r"(?<=[a-zß-ÿ]{2})[.!?…»”]?(?=[A-ZÀ-Ý])")
_NAMED = re.compile(r"(?:(?:[A-ZÀ-Ý][\w.'’&-]*|[A-Z]{2,}|for|via|de|von|van|/|for the)(?:\s*[/,]\s*|\s+|$)){1,8}")
# "… à quai. JANE DOE POUR « LE POST »": a last sentence in capitals.
_CAPITALS = re.compile(r"(?<=[.!?»”])\s+(?P<credit>[A-ZÀ-Ý][A-ZÀ-Ý'’.&/\-]+(?: [A-ZÀ-Ý'’.&/«»\-]+){1,8})$")
# "…in 1904.Credit...Jane Doe for The Post": spans side by side.
_DOTTED = re.compile(r"\s*Credit(?:\.{3}|…)\s*(?P<credit>\S[^:]{1,80})$")
# "…of the harbor. Jane Doe / AFP": a last part that is a name and its agency.
_OWNER = re.compile(rf"(?<=[.!?…»”])\s+(?P<credit>(?:[A-ZÀ-Ý][\w.'’-]+\s){{1,4}}[/–-]\s?(?i:{_AGENCY}))$")
_LONGEST = 600
# A credit has one of these words near its end, or a ©: most lines have none, and are spared the patterns (18 to 4 microseconds).
_HINTS = frozenset(
    "image images photo photos picture pictures photograph video graphic illustration foto fotos fotografía "
    "fotografia fotografías fotografias bild bilder grafik imagem imagen immagine photographie crédit crédits credit "
    "credits crédito créditos credito fot zdjęcie фото kuva 写真 图片来源 图源 reuters afp ap getty epa efe dpa ansa anp "
    "lusa shutterstock istock istockphoto alamy pa imago alliance bloomberg xinhua tass nurphoto nur wikimedia "
    "unsplash".split()
)
_WORDS = re.compile(r"\w+")
# What every pattern above asks for: a bracket, a dash, a colon, a slash, a bar, a © or "by".
_SIGNS = re.compile(r"[(\[–—\-:/|©]|[bB][yY]")
_TAIL_SIZE = 140
_REACH = 180
"""Characters from a line's end in which a credit begins; looked for from its start, fifty open brackets took 3 ms."""
_CREDIT_MOST = 80
"""Characters of the longest credit without a label."""
_MOST_BRACKETS = 6


def beside(text: str) -> tuple[str, str | None]:
    """What an element for captions holds, as `split` tells it; here words and credit may stand side by side without a sign."""
    if len(text) > _LONGEST:
        return text, None
    words, credit = _apart(text) or split(text)
    lent = _LENT.search(text, max(0, len(text) - _CREDIT_MOST)) if credit is None else None
    return (words, credit) if lent is None else (text[: lent.start()], lent["lender"] or lent["agency"])


def split(text: str) -> tuple[str, str | None]:
    """A caption's words and its credit without the label; the credit is None where the line names none."""
    if len(text) > _LONGEST:
        return text, None
    tail = text[-_TAIL_SIZE:]
    if (dotted := _DOTTED.search(text, max(0, len(text) - _REACH)) if "Credit" in tail else None) is not None:
        return text[: dotted.start()], dotted["credit"]
    if _SIGNS.search(tail) is None:
        return text, None
    if "©" not in tail and _HINTS.isdisjoint(_WORDS.findall(tail.lower())):
        owned = _FOR.search(text, max(0, len(text) - _REACH)) if "(" in tail or "[" in tail else None
        if owned is None or not all(part.strip()[:1].isupper() for part in _FOR_PARTS.split(owned["credit"])):
            return text, None
        return text[: owned.start()].strip(" |–—-"), owned["credit"].strip()
    if tail.count("(") > _MOST_BRACKETS:
        return text, None
    for pattern in (_BRACKET, _TAIL, _SIGNED):
        found = pattern.search(text, max(0, len(text) - _REACH))
        if found is not None:
            named = found.groupdict()
            credit = (named.get("credit") or named.get("owner") or "").strip(" .|")
            if (
                credit
                and len(credit.split()) <= 12
                and (
                    credit[0] in "@("
                    or not credit[0].islower()
                    or credit[:3] in ("dpa", "afp", "epa", "ans", "efe", "anp")
                )
            ):
                return text[: found.start()].strip(" |–—-"), credit
    return text, None


def _apart(text: str) -> tuple[str, str] | None:
    """Words and credit where elements stood side by side, or a last sentence in capitals says whose it is."""
    begins = max(0, len(text) - _CREDIT_MOST)
    if text[-4:].isupper() and (capitals := _CAPITALS.search(text, begins)) is not None:
        return text[: capitals.start()], capitals["credit"]
    if (owner := _OWNER.search(text, begins)) is not None:
        return text[: owner.start()], owner["credit"]
    for glued in reversed(list(_GLUED.finditer(text, begins))):
        credit = text[glued.end() :]
        if _NAMED.fullmatch(credit) is not None and text[: glued.start()].count(" ") > 1:
            return text[: glued.end()], credit
        if (label := _TAIL.match(credit)) is not None:
            return text[: glued.end()], label["credit"].strip(" .|")
    return None


def credited(text: str) -> bool:
    """Whether a line ends as captions do."""
    return split(text)[1] is not None
