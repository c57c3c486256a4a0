"""Where somebody is quoted: pairs of quotation marks with enough between them to have been said."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS = 4
"""Fewer words in marks are a title, a nickname or a word held with tongs."""


def _owners(mark: str, opening: str = "") -> str:
    """Behind the mark of a plural, which ends nothing where the next one does: 'the crew kept the passengers' places warm,'."""
    return rf"(?<=s{mark})(?= [a-z](?:[^{mark}{opening}]|(?<=\w){mark}(?=\w)){{0,300}}?(?:[.,!?…]{mark}(?!\w)|{mark}[,.;]))"


_PAIRS = re.compile(
    r"“(?P<curly>[^“”]{2,1500}?)(?:”|(?<=[,.!?])\"(?!\w)|$|(?=\s“))"
    r"|(?<!\w)\"(?P<plain>(?:[^\"]|(?<=\()\"[^\"]{1,60}\"(?=\))){2,1500}?)(?:(?<!\()\"|$)"
    r"|(?<![\w’'])‘(?!\d0s\b)(?P<single>(?:[^‘’]|(?<=\w)’(?=\w)|(?<=s)’(?= [a-z])){2,1500}?)"
    rf"(?:’(?!\w)(?!{_owners('’', '‘')})|$|(?=\s‘[A-Z]))"
    r"|(?<![\w’'])(?<![A-Z]\.)'(?!\d0s\b)(?P<straight>(?:[^']|(?<=\w)'(?=\w)|(?<=s)'(?= [a-z])){2,1500}?)"
    rf"(?:'(?!\w)(?!{_owners(chr(39))})|(?<=[.!?,])'(?=[A-Z])|$|(?=\s'[A-Z]))"
    r"|„(?P<low>[^„“”]{2,1500}?)(?:[“”]|$)"
    r"|«(?P<angle>[^«»]{2,1500}?)(?:»|$)"
    r"|»(?P<inward>[^«»]{2,1500}?)(?:«|$)"
    r"|「(?P<corner>[^「」]{2,1500}?)(?:」|$)"
)
_CLOSING = frozenset("”\"’'“»«」")
_ELIDED = re.compile(r"(?i:tis|twas|em|til|cause|round|bout|neath|n|\d\d)\b")
"""Words before which an apostrophe stands for letters: "'Twas", "the class of '92"."""
_SPACED = re.compile(r"(?<!\S)['\"‘](?!\S)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in a block, marks included; `open` when the block ends before it is closed."""

    start: int
    end: int
    text: str
    open: bool = False


def quotations(text: str) -> list[Quotation]:
    """The quotations of a block, in order."""
    if len(_SPACED.findall(text[:4000])) > 3:
        return []  # tokenized text: opening and closing marks cannot be told apart
    found = []
    for match in _PAIRS.finditer(text):
        inside = next(group for group in match.groups() if group is not None).strip()
        ideographs = match.lastgroup == "corner" and len(inside) >= 6
        unclosed = text[match.end() - 1] not in _CLOSING
        if unclosed and match.lastgroup in ("single", "straight") and _ELIDED.match(inside):
            continue
        if len(inside.split()) >= _WORDS or ideographs:
            found.append(Quotation(match.start(), match.end(), inside, unclosed))
    return found
