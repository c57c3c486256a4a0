"""Who publishes a page, out of the lines at its foot: whose terms, whose copyright, whose rights."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.text.fold import lowered

_NAME = r"(?P<name>[^\W\d_][^|•·:;.!?\n]{1,58}?)"
_RIGHTS = (
    r"all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|"
    r"todos os direitos reservados|riproduzione riservata|tutti i diritti riservati|"
    r"alle rechten voorbehouden|wszelkie prawa zastrzeżone|все права защищены|alla rättigheter förbehållna|"
    r"reservados todos los derechos|droits de reproduction"
)
_TERMS = (
    r"terms (?:of (?:use|service)|(?:&|and) conditions|and privacy policy)|privacy (?:policy|notice|statement)|"
    r"user agreement|conditions of use|"
    r"nutzungsbedingungen|datenschutz(?:erklärung|bestimmungen|hinweise)?|agb|"
    r"conditions (?:générales|d['’]utilisation)|politique de confidentialité|condiciones de uso|"
    r"política de (?:privacidad(?: y cookies)?|privacidade)|términos y condiciones|termos (?:de uso|e condições)|"
    r"condizioni (?:d['’]uso|generali)|informativa sulla privacy|"
    r"privacy ?beleid|privacyverklaring|(?:algemene )?voorwaarden|regulamin|polityk[ęaią] prywatności|"
    r"пользовательско\w+ соглашени\w+|политик\w+ конфиденциальности"
)
_OF = r"(?:of|von|der|des|de la|de los|de|del|della|di|do|da|dos|das|du|van|sitios? de)"
# In the order of how plainly they name the publisher, each with words of which one stands in every line that fits; in lower case.
_PUBLISHERS = tuple(zip((
    re.compile(rf"(?:{_TERMS})\s+{_OF}\s+{_NAME}\s*\.?$"),
    re.compile(rf"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{{4}}\s*(?:[-–]\s*\d{{4}})?\s*,?\s*)?(?:by\s+)?{_NAME}(?:\s*,?\s*\d{{4}})?\s*(?:[-–—|.,]\s*(?:{_RIGHTS}).*|\.)?$"),
    re.compile(rf"^{_NAME}\s*(?:[-–—|.,]|©)\s*(?:{_RIGHTS})\W*$"),
), (
    ("terms", "privac", "agreement", "conditions", "nutzungsb", "datenschutz", "agb", "confidentialit",
     "condiciones", "términos", "termos", "condizioni", "beleid", "voorwaarden", "regulamin", "prywatno",
     "соглашени", "конфиденц"),
    ("©", "(c)", "copyright"),
    ("reserved", "vorbehalten", "réserv", "reservados", "riservat", "voorbehouden", "zastrzeżone", "защищены",
     "förbehåll", "reproduction"),
), strict=True))  # fmt: skip


_RESERVED = re.compile(rf"\s*[,.–—-]?\s*(?:{_RIGHTS}).*$", re.IGNORECASE)
_NOBODY = frozenset(("the", "this", "our", "all", "any", "it", "its"))


def publisher_of(texts: Sequence[str]) -> str | None:
    """Who publishes a page, out of its legal and sign-up lines, the last ones first."""
    last = [(text, lowered(text)) for text in reversed(texts[-60:]) if len(text) <= 300]
    page = "\n".join([lower for _, lower in last])
    for pattern, words in _PUBLISHERS:
        held = [word for word in words if word in page]
        for text, lower in last if held else ():
            if not any(word in lower for word in held):
                continue
            found = pattern.search(lower)
            if found is not None and (name := _publisher_name(text[slice(*found.span("name"))])):
                return name
    return None


# "Copyright 2012-2025 Daily Post", "Daily Post 2010", "Daily Post - Privacy & Terms".
_CLINGING = re.compile(
    r"^(?:(?:copyright|©|\(c\)|by|\d{4}(?:\s*[-–]\s*(?:\d{4}|present))?)[\s,.]*)+|[\s,.©]*\b\d{4}[\s.©]*$"
    r"|\s*(?:[-–—|·•]|\band\b|\bund\b)\s*(?:privacy|terms|impressum|datenschutz|legal|cookies?)\b.*$",
    re.IGNORECASE,
)


def _publisher_name(name: str) -> str | None:
    """A publisher's name without what clings to it; None where it is none."""
    name = _CLINGING.sub("", _RESERVED.sub("", name)).strip(" ,.–—-©")
    words = name.split()
    if not words or len(words) > 7 or not any(word[0].isupper() or not word[0].isascii() for word in words):
        return None
    return None if name.lower() in _NOBODY else name


def reserves(text: str) -> bool:
    """Whether a line reserves rights in so many words."""
    return _RESERVED.search(text) is not None
