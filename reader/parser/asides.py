"""What a publisher says of itself, in sentences of its own among or behind an article's paragraphs.

A new one is a row here, and a word in `_HINTS` that stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model import Reason

# What a publisher says of itself among or behind the paragraphs, in sentences of its own.
_ASIDES: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    (
        "newsletter",
        re.compile(
            r"(?:if you .{0,80}[,–—] ?)?(?:please )?consider (?:subscribing|"
            r"becoming an? (?:free|paid|subscriber|member|patron|supporter)|supporting (?:us|our|my|this)|"
            r"(?:making )?a? ?donat)\w*.{0,140}"
            r"|.{0,80}\breader-supported (?:publication|newsletter|site|website)\b.{0,220}|"
            r"to receive new posts and support my work.{0,160}"
            r"|(?:thanks|thank you) for reading\b.{0,80}\b(?:subscribe|post is public)\b.{0,160}|tried this recipe\? .{0,140}|"
            r"[0-5](?:\.\d+)? (?:from|out of 5 from) \d+ (?:votes?|reviews?)"
            r"|(?:this post is public|.{0,40}is free today).{0,120}"
            r"|(?:.{0,80}[?!.] )?(?:schrijf je in|meld je aan|zapisz się|подпи(?:сывайтесь|шитесь)) .{0,120}|"
            r".{0,40}(?:चैनल|whatsapp group).{0,10} (?:से जुड़ें|join).{0,40}"
        ),
    ),
    (
        "legal",
        re.compile(
            r"\W*(?:except for the headline, )?this (?:story|article|report|post|copy) (?:has not been|"
            r"was not) (?:edited|created) by .{0,120}(?:feed|staff|publish|team).{0,80}"
            r"|\W*this (?:story|article) (?:was|is) (?:auto-?generated|published) from .{0,160}"
            r"|(?=.*\b(?:links?|purchases?)\b).{0,160}\bmay (?:earn|receive) (?:an? |"
            r"a small )?(?:affiliate )?(?:commissions?|compensation)\b.{0,200}|"
            r".{0,80}\bcontains? affiliate links\b.{0,200}"
            r"|.{0,120}\b(?:does|do) not work for, consult, own shares in .{0,220}|[（(【]?\s*(?:责任编辑|责编|编辑)[:：].{0,30}|"
            r"\W*(?:dieser (?:text|artikel|beitrag)|diese meldung) wurde automatisch .{0,140}|"
            r"\W*read the (?:original|full) (?:article|story) (?:on|at) .{0,80}"
            r"|this (?:content|article|story) (?:was|is) (?:produced|created|paid for|"
            r"sponsored) .{0,80}\b(?:partnership|sponsor|advertis|brand)\w*\b.{0,160}|.{0,40}무단\s?전재.{0,40}"
            r"|to send flowers .{0,60}\bin memory of .{0,160}|we accept letters by .{0,200}|dieses thema im programm:.{0,200}"
            r"|this (?:article|story|page) (?:was|has been) (?:printed|downloaded|saved|e-?mailed) from .{0,160}|"
            r"printed from .{0,160}"
            r"|(?:copyright|©|\(c\)) .{0,80}(?:all rights reserved|alle rechte vorbehalten|"
            r"tous droits réservés).{0,200}|(?:find|read) this (?:article|story) at:?.{0,160}"
            r"|\W*(?:the )?(?:views|opinions) expressed (?:here|in this .{0,40}|by .{0,40})?\s?(?:are|is|"
            r"do not) (?=.{0,80}\b(?:own|authors?|writers?|contributors?|necessarily|reflect|represent|alone|solely|"
            r"personal)).{0,200}|(?:das|dies) ist eine (?:nachricht|meldung) .{0,40}dpa.{0,60}"
            r"|(?:.{0,40}\bis committed to publishing a diversity of|submit (?:your|a) letters? to the editor|"
            r"send (?:us )?(?:your )?(?:questions|letters|tips|comments|corrections) to|"
            r"have a (?:tip|question|correction)\?|heb je een (?:tip|vraag|opmerking|fout)|"
            r"fehler (?:gefunden|entdeckt)|znalazłeś błąd|"
            r"нашли (?:опечатку|ошибку)|מצאתם טעות|did we miss|let us know in the comments).{0,200}"
        ),
    ),
    (
        "author box",
        re.compile(
            r"(?:contact|reach|follow|email) (?:the )?(?:reporter|writer|author|columnist|editor)s?\b.{0,60}(?:@|"
            r" at ).{0,200}|\[[^\]]{0,30}기자[^\]]{0,60}\]"
        ),
    ),
    (
        "consent",
        re.compile(
            r"(?:we|wir|nous|nosotros|nós|noi|wij|my) (?:and|und|et|y|e|en|i) .{0,40}\b(?:partners?|partnern?|"
            r"partenaires|socios|parceiros|partnerzy|terze parti)\b.{0,80}\b(?:cookies?|device|gerät|dispositivo|"
            r"appareil|terminal|apparaat|dane|dati|data|donn[ée]es|dados|datos).{0,200}"
            r"|you can (?:change your mind|withdraw your consent) at any time.{0,160}"
        ),
    ),
    (
        "share",
        re.compile(
            r"(?:follow|listen|subscribe|find|hear) .{0,80}wherever you (?:get|listen to) (?:your )?podcasts.{0,60}|"
            r".{0,160}(?:follow|obserwuj|ακολουθ|segui|sigue|siga|suivez|folge|takip)\w*.{0,60}(?:google news|"
            r"wiadomościach google).{0,120}"
            r"|\W*(?:follow|siga|sigue|síguenos|suivez|folge|folgen sie|segui|seguici|volg) .{0,80}\b(?:whatsapp|"
            r"telegram|instagram|facebook|youtube)\b.{0,120}"
            r"|.{0,100}\b(?:our|unser|notre|nuestro|nosso|nostro|tenemos|ons|nasz|наш) (?:canal|canale|channel|"
            r"chaîne|kanaal|kanał|kanal|канал) (?:on |auf |sur |en |de |no |su |op |na |в )?(?:youtube|telegram|"
            r"whatsapp).{0,100}"
            r"|\W*(?:clique|click|klik|cliquez|haz clic|clicca) .{0,80}\b(?:whatsapp|telegram)\b.{0,80}"
            r"|mit (?:ihrer|deiner) zustimmung wird hier .{0,160}|empfohlener (?:redaktioneller|externer) inhalt|"
            r"an dieser stelle finden sie .{0,200}"
            r"|(?:to view|viewing) this (?:content|video|post).{0,40}(?:consent|cookies).{0,120}|"
            r"(?:ce contenu|cette vidéo) (?:est|a été) bloqué.{0,160}"
        ),
    ),
)


# One of these stands in each of them: looked for one by one they cost a seventh of the patterns.
_HINTS = (
    *[
        "consider ",
        "reader-supported",
        "to receive new posts",
        "for reading",
        "tried this recipe",
        "vote",
        "review",
        "is public",
        "free today",
    ],
    *[
        "edited by",
        "created by",
        "generated from",
        "published from",
        "commission",
        "compensation",
        "affiliate links",
        "own shares in",
        "编辑",
        "责编",
        "automatisch",
    ],
    *[
        "read the original",
        "read the full",
        "partnership",
        "sponsor",
        "advertis",
        "brand",
        "무단",
        "기자",
        "in memory of",
        "letters by",
        "im programm:",
    ],
    *[
        "rights reserved",
        "rechte vorbehalten",
        "droits réservés",
        "article at",
        "story at",
        "expressed",
        "dpa",
        "diversity of",
        "letter to the",
        "letters to the",
        "send ",
        "have a ",
        "heb je",
        "fehler g",
        "fehler e",
        "błąd",
        "опечатку",
        "ошибку",
        "טעות",
        "did we miss",
        "us know in",
    ],
    *["schrijf je in", "meld je aan", "zapisz się", "подпис", "подпиш", "चैनल", "whatsapp group"],
    *[
        "youtube",
        "instagram",
        "facebook",
        "podcasts",
        "google news",
        "wiadomościach google",
        "whatsapp",
        "telegram",
        "zustimmung",
        "empfohlener",
        "an dieser stelle",
    ],
    *["consent", "cookies", "bloqué", "partner", "partenaires", "socios", "parceiros", "terze parti"],
)
# A call to write, and what readers of a post did: asked only where their sign stands.
_CALLS = re.compile(
    r".{0,160}\b(?:tell us|write to us|let us know|get in touch|schreiben sie (?:uns|an)|schreib uns|escríbenos|écrivez-nous|"
    r"scriveteci) (?:at|via|by|an|unter|à|a) \S+@\S+"
)
_LIKED, _LIKED_MOST = re.compile(r"\S{2,40} (?:liked|reblogged|favou?rited|upvoted) this(?: from \S{2,40})?"), 100
_CONTACTS = (
    "this article was",
    "this article has",
    "this story was",
    "this page was",
    "printed from",
    "contact",
    "reach",
    "follow",
    "email",
    "you can change your mind",
    "you can withdraw",
)


def hints(text: str) -> list[str]:
    """The hints of such sentences that a page has, in lower case: looked for in each of its pieces they take twice as long."""
    return [hint for hint in _HINTS if hint in text]


def aside(text: str, hinted: Sequence[str] = _HINTS) -> Reason | None:
    """What a sentence in lower case is in which the publisher speaks of itself: it asks for support, or declines to answer for
    the text. `hinted` are the hints that its page has."""
    if "@" in text and _CALLS.fullmatch(text) is not None:
        return "legal"
    if len(text) < _LIKED_MOST and "ed this" in text and _LIKED.fullmatch(text) is not None:
        return "comments"
    if not (text.startswith(_CONTACTS) or any(map(text.__contains__, hinted))):
        return None
    return next((reason for reason, pattern in _ASIDES if pattern.fullmatch(text)), None)
