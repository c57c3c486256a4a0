"""Mails as articles: what goes with every newsletter is left out, the rest is what it says; its head tells the rest.

The scorer of pages is of no use here. A newsletter is a table of tables without a menu, without other stories around it, and
each of its parts, a paragraph, three lines in brief, a heading, is meant to be read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from reader.model import Article, Block
from reader.parser.bylines import person
from reader.parser.firstnames import FIRST_NAMES
from reader.parser.seen import ENDS, Seen

HEADER_MOST = 64 * 1024
"""Bytes of the head of a mail or of a part of it; those of mailing lists have some 10,000."""
_TOP_MOST, _LINE_MOST, _FOOT_MOST = 8, 120, 500
"""Pieces over a letter, characters of such a line, and of a paragraph at its foot."""
_BOX_MOST = 12
"""Pieces of the largest advert that is known by the label on it."""
_LABEL_LEAST = 6
"""Characters of the shortest label in capitals that stands in one line with the advert; "AD 79" begins a story."""
_BUTTON_LINKED = 0.9
"""Share of linked characters of a button."""
_ITEMS = frozenset(("li", "h1", "h2", "h3", "h4"))
"""Elements whose words are no button's, though they lead somewhere."""
_LINKS = 0.5
"""Share of linked characters from which a line at the foot is one of links."""

_VIEW = re.compile(
    r"\b(?:(?:view|read|open|see|display)\w*\b.{0,40}\b(?:browser|online|in (?:the )?app|web ?page|on the web)|web ?version|"
    r"im browser|online ?(?:ansehen|lesen|version)|webansicht|(?:dans|depuis) (?:votre|le|un) navigateur|(?:version )?en ligne|"
    r"en (?:tu|su|el) navegador|versi[oó]n web|nel (?:tuo )?browser|no (?:seu )?navegador|in (?:je |uw )?browser|"
    r"w przeglądarce|i (?:din )?(?:webbläsare|nettleser|webbrowser)|в браузере)\b",
    re.IGNORECASE,
)
_LEAVING = re.compile(
    r"unsubscribe|(?:email|subscription|notification|manage|update) (?:your )?(?:\w+ )?(?:preferences|settings)|"
    r"(?:you(?:’|'| a)?re|you (?:have )?|because you )(?:receiv|received|receiving|signed up|subscribed)|this (?:e-?mail|message|"
    r"newsletter) was sent|sent to \S+@|abbestellen|abmelde|abbestellung|austragen|newsletter erhalten|"
    r"désabonn|désinscri|se désinscrire|vous recevez|darse de baja|dar(?:me|te) de baja|cancelar (?:la |tu )?suscripci|recibes "
    r"est|disiscriv|annulla(?: l['’])? ?iscrizione|cancell\w+ (?:dalla )?(?:la )?(?:newsletter|iscrizione)|ricevi questa|"
    r"cancelar (?:a )?(?:inscrição|subscrição|assinatura)|descadastr|afmelden|uitschrijven|je ontvangt|u ontvangt|"
    r"wypisz|zrezygnuj|otrzymujesz|отписаться|avregistrera|avsluta (?:din )?prenumeration|avmeld|afmeld|peruuta tilaus",
    re.IGNORECASE,
)
# What else stands at the foot: addresses, rights, rules, apps, networks.
_FOOT = re.compile(
    r"©|\(c\)|copyright|all rights reserved|privacy|terms\b|impressum|datenschutz|confidentialit|privacidad|p\.? ?o\.? box|"
    r"\b\d{4,6}\b|suite\b|\bst(?:reet|\.|r\.)|straße|avenue|forward(?:ed)? (?:this|to)|share (?:this|the)|start writing|"
    r"get the app|download|follow us|contact|help|advertise|refer|was this|feedback|thanks for reading|powered by|sent by",
    re.IGNORECASE,
)
_SPONSORED = re.compile(
    r"\W*(?:sponsored(?: by| content)?|advertise?ment|ad|promoted|promotion|paid (?:post|partnership)|"
    r"(?:presented|brought to you) by|(?:a )?(?:message|word|note) from our (?:sponsors?|partners?)|together with|"
    r"in partnership with|our sponsor|anzeige|werbung|"
    r"gesponsert(?: von)?|publicité|sponsorisé(?: par)?|publicidad|patrocinado(?: por)?|pubblicità|sponsorizzato(?: da)?|"
    r"publicidade|advertentie|gesponsord|reklama|annons|реклама)\b\W*",
    re.IGNORECASE,
)
# A verb alone, or with what goes with it on a button: "Share prices fall again" is a headline.
_BUTTON = re.compile(
    r"\W*(?:(?:upgrade|subscribe|share|like|comment|restack|reply|join|donate|forward|listen|watch|sign up)"
    r"(?: (?:this|it|us|now|here|today|free|to paid|on \w+|to a friend|with (?:a )?friends?))*|leave a comment|get started|"
    r"start writing|(?:read|continue|learn|see|view|find)\b.{0,20}\b(?:more|reading|story|article|post|all|out)|more|"
    r"weiterlesen|mehr(?: lesen| erfahren| dazu)?|zum artikel|lire (?:la suite|plus|l['’]article)|en savoir plus|"
    r"(?:leer|ver) más|leggi (?:tutto|di più|l['’]articolo)|scopri di più|(?:saiba|leia) mais|lees (?:meer|verder)|"
    r"czytaj (?:dalej|więcej)|więcej|läs mera?|l[eæ]s mere?|читать далее|далее)\W*",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s+(?:from|at|bei|via|@|[|–—-])\s+", re.IGNORECASE)
_UNSEEN = re.compile(r"(?:max-height|opacity):0(?:px)?(?:;|$)|mso-hide:all")
_SIZE = re.compile(r"(?:^|;)font-size:([\d.]+)")
"""How a letter hides the line that lists of mails show, in styles without spaces. The size is the nearest that is said: cells
around a text are often set to none, so that the space between them takes no room."""
_SMALLEST = 1


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What a mail says of itself: `sender` is a name, `sent` is in UTC. Empty or None is what it does not say."""

    subject: str = ""
    sender: str = ""
    sent: datetime | None = None


def said_in(seen: Seen) -> list[bool]:
    """Which pieces of a letter are what it says: not the line over it that leads to the web, the boxes that say that they are
    adverts, the foot with its way out."""
    keep = [not seen.hidden[node] for node in seen.owners]
    for index, text in enumerate(seen.texts[:_TOP_MOST]):
        if (len(text) <= _LINE_MOST and _VIEW.search(text)) or _is_preview(seen, index):
            keep[index] = False
    for index, text in enumerate(seen.texts):
        label = _SPONSORED.match(text)
        alone = label is not None and label.end() == len(text)
        if label is not None and (alone or (label.end() > _LABEL_LEAST and text[: label.end()].isupper())):
            for at in _box(seen, index, alone):
                keep[at] = False
        elif seen.linked[index] > _BUTTON_LINKED and seen.tags[index] not in _ITEMS and _BUTTON.fullmatch(text):
            keep[index] = False
    for index in range(_foot(seen), len(keep)):
        keep[index] = False
    return keep


def _is_preview(seen: Seen, index: int) -> bool:
    """Whether a line is there only for lists of mails."""
    node, size = seen.owners[index], ""
    while node >= 0:
        style = (seen.out.attributes[node].get("style") or "").replace(" ", "").lower()
        if style and _UNSEEN.search(style):
            return True
        said = _SIZE.search(style) if style and not size else None
        size = said[1].strip(".") if said is not None else size
        node = seen.out.parents[node]
    return size.replace(".", "", 1).isdigit() and float(size) <= _SMALLEST


def _box(seen: Seen, index: int, alone: bool) -> range:
    """The pieces in the advert that a line labels, the line with them: those of the smallest element that holds more than it."""
    out, node = seen.out, seen.owners[index]
    while alone and node > 0 and out.last[node] - out.first[node] < 2:
        node = out.parents[node]
    small = node > 0 and out.last[node] - out.first[node] <= _BOX_MOST
    return range(index, out.last[node] if small else index + 1)


def _foot(seen: Seen) -> int:
    """Where the foot begins: from the end on all that is links, an address or a rule, if a way out is among it."""
    first, leaves = len(seen.texts), False
    for index in range(len(seen.texts) - 1, -1, -1):
        leaving = len(seen.texts[index]) <= _FOOT_MOST and _LEAVING.search(seen.texts[index]) is not None
        if not (leaving or _of_foot(seen, index)):
            break
        first, leaves = index, leaves or leaving
    return first if leaves else len(seen.texts)


def _of_foot(seen: Seen, index: int) -> bool:
    """Whether a line goes with a way out: it is short, and links or no sentence."""
    text = seen.texts[index]
    if len(text) > _LINE_MOST or seen.tags[index] in _ITEMS:
        return False
    return seen.linked[index] >= _LINKS or (not text.endswith(ENDS) and _FOOT.search(text) is not None)


def lettered(article: Article, letter: Letterhead) -> Article:
    """An article that came by mail: called by the mail's subject, from its sender, of its day. A first line of a text that was
    taken for its headline stays over it."""
    title, blocks = letter.subject or article.title, article.blocks
    if article.title and article.title.casefold() != title.casefold():
        blocks = (Block("heading", article.title, level=1), *blocks)
    name, house = _sender(letter.sender)
    byline = article.byline or ((name,) if name else ())
    sent = letter.sent or article.published
    return replace(
        article, title=title, blocks=blocks, byline=byline, publisher=article.publisher or house, published=sent
    )


def _sender(said: str) -> tuple[str | None, str | None]:
    """Who writes and for whom, of what stands as a mail's sender: "Nora Whitfield from Coast Daily". Of a name alone it tells
    the first name, for "Coast Daily" could be somebody, too."""
    parts = _FOR.split(said, maxsplit=1)
    if parts[0].split(" ")[0].casefold() not in FIRST_NAMES or not (len(parts) > 1 or person(said)):
        return None, said or None
    return parts[0], parts[1] if len(parts) > 1 else None
