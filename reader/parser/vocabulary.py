"""Words that tell furniture from articles: in class names, and in the text itself, in the languages of the press.

Each list is a signal for the scorer, never a verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce
from operator import or_

# What the parts of class and id words speak of: "entry-content", "relatedStories" and "sidebar_2" are read part by part, and
# the first kind whose words a part begins with is its kind.
NAME_KINDS = {
    "body": r"articlebody|storytext|bodycopy|richtext|wysiwyg|prose|paragraph|hentry|bodytext|textbody|fulltext",
    "comment": r"comment|disqus|respond|response|discuss|repl(?:y|ies)|kommentar|reactions|livefyre|viafoura|coral|reacti",
    "related": r"relat|recommend|more$|also$|popular|trending|most|teaser|recirc|outbrain|taboola|similar|latest|promo|"
    r"headlines|river|feed|recent"
    r"|next|prev|carousel|slider|swiper|listing|archive|grid|card|suggest|topstor|ranking|further|weitere|empfehl|"
    r"verwandt|crosslink|zergnet|inline",
    "share": r"shar|social|follow|facebook|twitter|tweet|pinterest|whatsapp|like|addthis|sociable|tool|print|email|republi",
    "subscribe": r"subscri|newsletter|signup|cta$|donat|paywall|membership|regist|login|form$|forms$",
    "author": r"author|byline|bio|vcard|writer|contributor|autor|profile|avatar|credits",
    "caption": r"caption|credit|photo|image|img|figure|gallery|media|slideshow|video|player|bildunter|thumb|picture|embed|"
    r"audio",
    "navigation": r"nav|menu|crumb|breadcrumb|pagination|pager|skip|toc$|index|tabs?$|dropdown|mega|sitemap|topbar|masthead|"
    r"search",
    "footer": r"foot(?!note)|copyright|legal|disclaimer|terms|imprint|impressum|colophon|bottom|privacy|cookie|consent|gdpr"
    r"|qc$|onetrust|usercentric|didomi|iubenda|cybot|klaro|borlabs|rodo$",
    "lead": r"subtitle|standfirst|lead|intro|summary|lede|deck$|dek$|excerpt|abstract|vorspann",
    "head": r"head|banner|logo|hero|title|kicker",
    "side": r"side|aside|rail|widget|right|left|secondary|complement|sticky|infobox|factbox|box|panel|module|callout|pull|note",
    "advert": r"ads?$|advert|sponsor|dfp|affiliate|commerce|anzeige|werbung|partner",
    "about": r"meta|dat(?:e|um)|time|tag|categor|label|topic|info|published|posted|keyword|details|views|rating|source",
    "hidden": r"hidden|hide|modal|popup|overlay|visually|sr$|screenreader|offscreen|tooltip|lightbox|dialog|collapse|"
    r"drawer|noprint",
    "content": r"article|body|content|entry|post|story|text|main|blog|news|artikel|beitrag|inhalt|column|copy|node|page|"
    r"detail|single|rich|td$",
}
NAMES = tuple(NAME_KINDS)
COMMENT_BIT = 1 << len(NAMES)
BESIDE_BIT = COMMENT_BIT << 1
_NAME = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in NAME_KINDS.items()))
_BITS = {kind: 1 << index for index, kind in enumerate(NAMES)}
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_PART_KINDS: dict[str, int] = {}
_NAME_BITS: dict[str, int] = {}
_KNOWN_MOST = 50_000
_DIGITS = "0123456789"

# Two parts that only together name the article's text: "entry-content", "storyBody".
_OF_WHAT = frozenset("article entry post story text page main node blog news detail single rich td field".split())
_THE_TEXT = frozenset("body content text copy".split())

# Whole class or id words that only comment sections bear.
COMMENT_SECTION = re.compile(
    r"(?:comments?(?:[-_]?(?:list|area|section|wrap(?:per)?|container|body|content|text|thread|box|block|form|"
    r"template|respond|holder|feed|tree))?"
    r"|commentlist|comment[-_]?respond|respond|disqus_thread|dsq-.*|livefyre.*|fb-comments|kommentare?|"
    r"kommentar-?liste|(?:reader|user|article|post|entry)-?comments"
    r"|vf-comments|viafoura|spot-?im.*|comment-\d+|reacties|commentaires|comentarios|js-comments.*)"
)

# Whole class or id words that only boxes beside an article bear: margins, who wrote it, how to print it elsewhere,
# sign-ups, other stories, disclaimers, what opens over the page. A page's frame may bear them too ("has-sidebar").
_BESIDE = re.compile(
    r"(?:[a-z]+[-_])?side-?bars?(?:[-_](?:wrap(?:per)?|inner|container|content|primary|secondary|left|right|area|"
    r"widget|column|col|\d+))*"
    r"|(?:(?:post|entry|article)[-_]?)?author[-_]?(?:box|bio|card|info|profile|about)(?:[-_].*)?|"
    r"about[-_]?(?:the[-_]?)?author.*"
    r"|republi(?:sh|cation).*|(?:.*[-_])?(?:newsletters?|disclaimers?|modal|popup|lightbox|dialog)(?:[-_].*)?"
    r"|(?:.*[-_])?related(?:[-_]?(?:posts?|articles?|stories|content|links|news|items|topics))?"
)
# Kinds of which one is in each of these words.
_BESIDE_KINDS = reduce(or_, map(_BITS.__getitem__, "side author share subscribe footer hidden related".split()))


def _part_kind(part: str) -> int:
    known = _PART_KINDS.get(part)
    if known is None:
        found = _NAME.match(part)
        known = _BITS[found.lastgroup or "content"] if found is not None else 0
        if len(_PART_KINDS) >= _KNOWN_MOST:
            _PART_KINDS.clear()
        _PART_KINDS[part] = known
    return known


def _word_kinds(word: str) -> int:
    bits, before = 0, ""
    for part in _PARTS.findall(word):
        part = part.lower()
        bits |= _BITS["body"] if part in _THE_TEXT and before in _OF_WHAT else _part_kind(part)
        before = part
    if bits & _BITS["comment"] and COMMENT_SECTION.fullmatch(word.lower()):
        bits |= COMMENT_BIT
    if bits & _BESIDE_KINDS and _BESIDE.fullmatch(word.lower()):
        bits |= BESIDE_BIT
    return bits


def name_kinds(names: str) -> int:
    """The kinds that an element's class and id words speak of, as bits in the order of NAMES; COMMENT_BIT and
    BESIDE_BIT besides."""
    bits = 0
    for word in names.split()[:14]:
        if word[-1] in _DIGITS:  # "menu-item-3468" is known when "menu-item-12" is
            word = f"{word.rstrip(_DIGITS)}0"
        known = _NAME_BITS.get(word)
        if known is None:
            known = _word_kinds(word)
            if len(_NAME_BITS) >= _KNOWN_MOST:
                _NAME_BITS.clear()
            _NAME_BITS[word] = known
        bits |= known
    return bits


# Words of short lines, by what they announce.
_SPEECH = {
    "comment": "comment comments reply replies response responses responses says said kommentar kommentare antworten "
    "commentaire commentaires répondre comentario comentarios comentários responder commenti rispondi reacties "
    "reageer disqus moderated discussion conversation thoughts permalink trackback pingback",
    "related": "related more also recommended trending popular latest recent next previous read watch see featured "
    "top stories newest mehr weitere auch ähnliche meistgelesen lesen aussi lire leggi anche correlati lee también "
    "relacionadas leia também mais veja lees ook meer czytaj editor's picks must-read don't miss",
    "subscribe": "subscribe newsletter newsletters sign signup inbox email e-mail register login log account "
    "subscription subscriber member membership free trial abonnieren anmelden abo abonnez inscrivez iscriviti "
    "suscríbete assine alerts updates daily",
    "share": "share tweet facebook twitter whatsapp linkedin pinterest instagram youtube telegram follow print like "
    "reddit tumblr copy link teilen drucken partager condividi compartir compartilhar delen rss app download",
    "legal": "copyright © reserved rights terms privacy cookies cookie policy disclaimer impressum datenschutz "
    "advertise advertisement sponsored contact anzeige publicidad publicité pubblicità werbung ads ad affiliate "
    "commission",
    "about": "by posted published updated tags tagged tag categories category filed topics author written reporter "
    "editor minutes ago min views photo image credit source via courtesy getty reuters afp ap von par por di quelle "
    "foto",
}
SPEECH_KINDS = tuple(_SPEECH)
_SPEECH_BITS: dict[str, int] = {}
for _index, _words in enumerate(_SPEECH.values()):
    for _word in _words.split():
        _SPEECH_BITS[_word] = _SPEECH_BITS.get(_word, 0) | 1 << _index


def speech_kinds(words: list[str]) -> tuple[int, int]:
    """What a short line's words announce, as bits in the order of SPEECH_KINDS, and how many do."""
    bits = count = 0
    for word in words:
        found = _SPEECH_BITS.get(word.strip(".,:;!?()[]|»›·-").lower(), 0)
        if found:
            bits |= found
            count += 1
    return bits, count


def announced(plain: Iterable[str]) -> int:
    """The same bits for words that are in lower case and bare of signs already."""
    bits = 0
    for word in plain:
        bits |= _SPEECH_BITS.get(word, 0)
    return bits


STOP = frozenset(
    "the of and to in a is that for it on was as with he be at by his i this are from they had but not have or an "
    "which you their we her she has were been would there will all if more who one can so said than its into him "
    "them about out up der die das und ist nicht von mit den dem ein eine zu im auf für sich des auch als es an "
    "werden aus er hat dass sie nach bei einer um am sind noch wie einem über zum war haben nur oder aber vor zur "
    "bis durch man wird ich le la les de et un une que est pour dans qui sur pas au plus par avec il ce se el los "
    "las y en del por con su para lo como pero más di che non per della sono una da é do em no os uma não na ao dos "
    "het van ik te dat niet zijn op aan met voor w na z nie się jest to do och att som är på det i en av".split()
)
