"""What keeps a sentence from standing alone on a sidebar: the reader's rules."""

from __future__ import annotations

import re
from typing import Literal

from reader.summaries.sentence import Sentence
from reader.summaries.wording import FIRST_PERSON, INVITES, SAYS, hanging, leaning

Fault = Literal["hanging", "leaning", "caption", "question", "bare quote", "unbalanced", "invitation", "lower", "short"]

_CAPTION = re.compile(
    r"\b(?:pictured|left|right|above|below|file photo|file picture|file image)\b[^()]{0,30}\)"
    r"|\((?:left|right|pictured|above|below|file|Photo|Image|Foto|Bild)"
)
_LABEL = re.compile(r"['‘\"“]?[A-Z][\w'’-]*(?: [\w'’-]+){0,3}['’\"”]?: [A-Za-z]")
_QUOTED = re.compile(r"[\"“].{0,600}?[\"”]|„.{0,600}?[“”]|«.{0,600}?»|[‘'](?=\w).{0,600}?[’'](?=\W|$)")
_TAIL = "\"'”’»“ "


def is_caption(text: str) -> bool:
    """Whether a sentence of the body reads as a caption: pointing into a picture, labeled, or set without its stop."""
    return text.endswith(" .") or bool(_CAPTION.search(text)) or bool(_LABEL.match(text))


def faults(sentence: Sentence, language: str) -> set[Fault]:
    """Why a sentence should not, or ("hanging") must not, stand without the one before it."""
    text = sentence.text
    checks: dict[Fault, bool] = {
        "hanging": bool(hanging(language).match(text)),
        "leaning": bool(leaning(language).match(text)),
        "caption": is_caption(text),
        "question": text.rstrip(_TAIL).endswith(("?", "？")),
        "bare quote": _bare(text),
        "unbalanced": sentence.quoted or _unbalanced(text),
        "invitation": bool(INVITES.search(text)),
        "lower": text[0].islower(),
        "short": len(sentence.words) < 7,
    }
    return {fault for fault, found in checks.items() if found}


def _bare(text: str) -> bool:
    """A quotation, or somebody's "we", without a word that says who speaks."""
    if SAYS.search(text):
        return False
    return text[0] in "\"“‘'„«»「" or bool(FIRST_PERSON.search(text) and FIRST_PERSON.search(_QUOTED.sub("", text)))


def _unbalanced(text: str) -> bool:
    low, high = text.count("„"), text.count("”")
    left = text.count("“")
    balanced = left in {high, low} if low else left == high
    return bool(text.count('"') % 2) or not balanced or text.count("«") != text.count("»")
