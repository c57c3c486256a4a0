"""What keeps a sentence from standing alone on a sidebar: the reader's rules."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from reader.summaries.sentence import Sentence
from reader.summaries.wording import INVITATION, INVITATION_WORDS, first_person, hanging, invites, leaning, says

Fault = Literal["hanging", "leaning", "caption", "question", "bare quote", "unbalanced", "invitation", "lower", "short"]

_CAPTION = re.compile(
    r"\b(?:pictured|left|right|above|below|file photo|file picture|file image)\b[^()]{0,30}\)"
    r"|\((?:left|right|pictured|above|below|file|Photo|Image|Foto|Bild)"
)
_LABEL = re.compile(r"['‘\"“]?[A-Z][\w'’-]*(?: [\w'’-]+){0,3}['’\"”]?: [A-Za-z]")
_QUOTED = re.compile(r"[\"“].{0,600}?[\"”]|„.{0,600}?[“”]|«.{0,600}?»|[‘'](?=\w).{0,600}?[’'](?=\W|$)")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
OPENING_MARKS = frozenset("\"“‘'„«»「")
"""A sentence that begins with one of these begins with what somebody says."""
_TAIL = "\"'”’»“ "


class Signs(NamedTuple):
    """What a sentence's own words tell of it; looked up once, for the traits and for the rules."""

    caption: bool
    hanging: bool
    speech: bool
    first_person: bool
    question: bool
    invitation: bool


def signs_of(sentence: Sentence, language: str) -> Signs:
    """The signs of a sentence."""
    text = sentence.text
    lower = set(map(str.lower, sentence.words))
    return Signs(
        caption=_is_caption(text),
        hanging=_head(sentence.words[0]) in hanging(language),
        speech=not lower.isdisjoint(says(language)),
        first_person=not lower.isdisjoint(first_person(language)),
        question="?" in text or "？" in text,
        invitation=not lower.isdisjoint(invites(language))
        or (not lower.isdisjoint(INVITATION_WORDS) and INVITATION.search(text) is not None),
    )


def _head(word: str) -> str:
    """A word as it is looked up: in lower case, without what hangs on an apostrophe ("It's", "C’est")."""
    return word.lower().replace("’", "'").partition("'")[0]


def _is_caption(text: str) -> bool:
    """A sentence of the body that reads as a caption: pointing into a picture, labeled, or set without its stop."""
    if text.endswith(" ."):
        return True
    return bool(("(" in text and _CAPTION.search(text)) or (":" in text and _LABEL.match(text)))


def faults(sentence: Sentence, signs: Signs, language: str) -> set[Fault]:
    """Why a sentence should not, or ("hanging") must not, stand without the one before it."""
    text = sentence.text
    found: set[Fault] = set()
    if signs.hanging:
        found.add("hanging")
    if leaning(language).match(text):
        found.add("leaning")
    if signs.caption:
        found.add("caption")
    if signs.question and text.rstrip(_TAIL).endswith(("?", "？")):
        found.add("question")
    if not signs.speech and (text[0] in OPENING_MARKS or (signs.first_person and _speaks_outside(text, language))):
        found.add("bare quote")
    if sentence.quoted or _unbalanced(text):
        found.add("unbalanced")
    if signs.invitation:
        found.add("invitation")
    if text[0].islower():
        found.add("lower")
    if len(sentence.words) < 7:
        found.add("short")
    return found


def _speaks_outside(text: str, language: str) -> bool:
    """Whether somebody's "we" stands outside of quotation marks."""
    return not first_person(language).isdisjoint(_WORD.findall(_QUOTED.sub("", text).lower()))


def _unbalanced(text: str) -> bool:
    if text.isascii():
        return text.count('"') % 2 == 1
    low, high = text.count("„"), text.count("”")
    left = text.count("“")
    balanced = left in {high, low} if low else left == high
    return text.count('"') % 2 == 1 or not balanced or text.count("«") != text.count("»")
