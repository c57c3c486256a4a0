"""The publisher's own summary of a story: its label, its points, and whether it says that a machine made it.

Newsrooms set it over the story ("Key points", "Auf einen Blick"), some behind a button that scrapers do not press: then
the label and the disclosure stand there without a text, and that is what is reported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model import PublisherSummary
from reader.parser import furniture
from reader.parser.pieces import Outline, Piece

_SHOW = r"(?:show|view|read|see|get|open|toggle)\s+(?:the\s+|our\s+)?"
_LABELS = (
    rf"(?:{_SHOW})?(?:quick|fast|key|ai|short|smart|speed|instant)[- ](?:read|take|takes|takeaways?|summary|points|"
    rf"facts|view|look|bites?|insights?|brief)",
    rf"{_SHOW}(?:summary|highlights|key points|key takeaways|less|the gist)",
    r"(?:the )?(?:key|main|top|five|four|three|quick|fast|story|article|at-a-glance) (?:points?|takeaways?|facts?|"
    r"findings?|highlights?|messages?|developments?|ideas?|learnings?|insights?|summary)",
    r"highlights|takeaways|in brief|in short|in a nutshell|at a glance|the gist|the short version|the bottom line|"
    r"tl;?\s?dr|what (?:to|you need to|you should) know|need to know|why it matters in brief|"
    r"bullet points|summary|article summary|story summary|news summary|executive summary|summary points|"
    r"(?:the )?ai[- ](?:generated )?(?:summary|overview|digest)|summary by ai|ai-powered summary|"
    r"generate(?:d)? summary|quick summary",
    r"auf einen blick|kurz zusammengefasst|kurz und knapp|kurz & knapp|"
    r"das wichtigste(?: in kürze| zusammengefasst| auf einen blick| im überblick)?|in kürze|zusammenfassung|"
    r"ki[- ]zusammenfassung|"
    r"zusammengefasst|darum geht'?s|darum geht’s|worum geht es\??|im überblick|überblick|kurzfassung|"
    r"artikel zusammenfassung|die wichtigsten punkte|kernpunkte|das steckt dahinter",
    r"l['’]essentiel(?: de l['’]article| en bref)?|en bref|en résumé|le résumé|résumé|à retenir|"
    r"ce qu['’]il faut (?:retenir|savoir)|les points? (?:clés?|essentiels?)|points clés|"
    r"résumé (?:ia|de l['’]article)|l['’]info en bref",
    r"in breve|in sintesi|i punti chiave|punti chiave|il riassunto|riassunto|la sintesi|cosa sapere|in pillole|l['’]essenziale",
    r"(?:las )?claves|(?:los )?puntos clave|en resumen|el resumen|resumen|resumen (?:ia|de la noticia)|lo esencial|"
    r"en breve|lo más importante|en pocas palabras|de un vistazo|datos clave|puntos (?:principales|destacados)",
    r"em resumo|resumo(?: da notícia| por ia)?|pontos[- ]chave|os pontos principais|destaques|em poucas palavras|"
    r"o essencial|em síntese|principais pontos",
    r"in het kort|samenvatting|kort samengevat|de kern|in één oogopslag|dit is het belangrijkste|"
    r"belangrijkste punten|het belangrijkste",
    r"w skrócie|najważniejsze informacje|streszczenie|podsumowanie|w kilku słowach|najważniejsze|skrót|"
    r"kluczowe (?:informacje|fakty)",
    r"кратко|главное|коротко|самое важное|краткое содержание|основное|суть|в двух словах|краткий пересказ",
    r"i korthet|kort(?:versjonen|versionen|versjon|version)|oppsummert kort|sammanfattning|kort om|kort fortalt|"
    r"kort sagt|oppsummert|oppsummering|sammendrag|resumé|det korte av det lange|lyhyesti|tiivistelmä|pääkohdat|"
    r"nimikkeet|ve zkratce|shrnutí|stručně|"
    r"özet|kısaca|haberin özeti|öne çıkanlar|με λίγα λόγια|περίληψη|σύνοψη|ملخص|باختصار|أبرز النقاط|תקציר|בקצרה|要点|"
    r"まとめ|概要|ポイント|摘要|重点|요약|핵심 요약|सारांश|मुख्य बातें|संक्षेप में",
)  # fmt: skip
# Asked of text in lower case: 150 alternatives that ignore case take three times as long.
_LABEL = re.compile(rf"\W*(?:{'|'.join(_LABELS)})\s*(?:[:：.…▼▾+–-]|\(ai\)|\(ki\)|\(ia\))*\s*")
_MACHINE = re.compile(
    r"\b(?-i:AI|KI|IA|ИИ|YZ|A\.I\.)\b|artificial intelligence|künstliche[rn]? intelligenz|intelligence artificielle|"
    r"inteligencia artificial|inteligência artificial|intelligenza artificiale"
    r"|kunstmatige intelligentie|sztuczn\w+ inteligencj\w+|искусственн\w+ интеллект\w*|artificiell intelligens|"
    r"kunstig intelligens|tekoäly\w*|yapay zek\w+|umělá inteligence|人工知能|人工智能|인공지능"
    r"|machine[- ]generated|automatic(?:ally)?[- ]generated|automatisch (?:erstellt|generiert|gemaakt)|"
    r"généré automatiquement|generad[oa] automáticamente|chatgpt|\bLLM\b|language model|sprachmodell",
    re.IGNORECASE,
)
_DISCLOSES = re.compile(
    r"summar|generat|creat|produced|written|powered|assist|zusammenfass|erstellt|generiert|erzeugt|résum|génér|rédig|"
    r"resum|elabora|creado|riassun|sintesi|samenvat|gemaakt|gegenereerd"
    r"|podsumow|wygenerow|streszcz|сгенерир|создан|пересказ|sammanfatt|skapad|laget|özet|oluştur|tiivistel|laadit|"
    r"shrnut|vytvoř|作成|生成|생성",
    re.IGNORECASE,
)
_REVIEWED = re.compile(
    r"review|verif|check|edited by|editor|approved|geprüft|überprüft|redaktion|kontrolliert|relu|vérifié|révis|"
    r"revisad|supervis|verificat|controllat|revist|gecontroleerd|nagekeken|sprawdz|zweryfik"
    r"|провер|granskad|kontroller|tarkist|kontrol edil|zkontrol|編集|审核|검토",
    re.IGNORECASE,
)
_NOT_REVIEWED = re.compile(
    r"\b(?:not|never|without|nicht|ohne|non|pas|sans|sin|sem|senza|niet|zonder|nie|bez|не|без)\b.{0,30}(?:review|"
    r"verif|check|human|geprüft|prüfung|relu|vérif|revis|controll|gecontrol|sprawdz|провер)",
    re.IGNORECASE,
)
_BULLETS = "•▪◦‣·●○■–—*-→»✓ \t"
_LONGEST_LABEL, _LONGEST_POINT, _MOST_POINTS = 60, 420, 12
_SHORT_POINT, _PARAGRAPH = 90, 1.8
"""Characters of a short point, and how many times as long as the longest before it a line is a paragraph."""
_POINT_WORDS = 3
"""Words that the points of a summary in scraped text have on average, at the least; in scripts without spaces it ends at
a gap."""
_BADGE = 8
"""Characters from which capitals are no badge ("NEW") of a box."""
_SIDE_LINE = 60
"""Characters of a line beside the points of a list, as of a button."""
_LEAD = 3
"""Long paragraphs that may stand before it: behind more of them, "Summary" heads a chapter of the story itself."""


def is_label(text: str) -> bool:
    """Whether a line is what newsrooms set over a summary."""
    return len(text) <= _LONGEST_LABEL and _LABEL.fullmatch(text.lower()) is not None


def _disclosure(text: str) -> tuple[bool, bool | None] | None:
    """What a line says of how the summary was made: by a machine, reviewed; None if it says nothing of that."""
    if len(text) > 300 or _MACHINE.search(text) is None or _DISCLOSES.search(text) is None:
        return None
    if _NOT_REVIEWED.search(text):
        return True, False
    return True, True if _REVIEWED.search(text) else None


def discloses(text: str) -> bool:
    """Whether a line tells how the summary over it was made, so that nothing of it follows."""
    return _disclosure(text) is not None


def digest(pieces: Sequence[Piece], out: Outline | None = None) -> tuple[PublisherSummary | None, set[int]]:
    """The publisher's own summary and the pieces it takes; `out` is the outline of an HTML page."""
    long = 0
    for index, piece in enumerate(pieces):
        if (out is None or piece.linked < len(piece.text)) and is_label(piece.text):
            end = _end_of_lines(pieces, index) if out is None else _end_of_box(out, index)
            summary, used = _read(pieces, index, end)
            if summary.text is not None or summary.ai:
                return summary, used
        long += len(piece.text) > 200
        if long > _LEAD:
            break
    return None, set()


def _end_of_lines(pieces: Sequence[Piece], label: int) -> int:
    """Where a summary in scraped text ends: with the line that tells how it was made, else at an empty line, or where
    paragraphs begin, which are longer than its points. What never ends is none, nor a menu, nor what no story follows."""
    for index in range(label + 1, min(len(pieces), label + _MOST_POINTS + 1)):
        if len(pieces[index].text) > _LONGEST_POINT:
            break
        if index > label + 1 and discloses(pieces[index].text):
            return index + 1
    if label + 1 < len(pieces) and furniture.reason(pieces[label + 1].text) == "share":
        return label + 1  # the label is a button among buttons
    end, longest = label + 1, _SHORT_POINT
    while end < len(pieces) and end <= label + _MOST_POINTS:
        size = len(pieces[end].text)
        paragraph = end > label + 1 and size > _PARAGRAPH * longest
        if pieces[end].gap or size > _LONGEST_POINT or paragraph:
            break
        longest = max(longest, size)
        end += 1
    points = [piece.text.count(" ") + 1 for piece in pieces[label + 1 : end] if not is_label(piece.text)]
    ended = end <= label + _MOST_POINTS and sum(points) >= _POINT_WORDS * len(points)
    if ended and _story_follows(pieces, label, end):
        return end
    end = label + 1
    while end < len(pieces) and discloses(pieces[end].text):
        end += 1
    return end


def _end_of_box(out: Outline, label: int) -> int:
    """Where a summary on an HTML page ends: with the box around its label, else with the list behind it."""
    node = out.pieces[label].node
    while node > 0:
        first, last = out.first[node], out.last[node]
        if last - label > 1:
            inside = out.pieces[label + 1 : last]
            pointed = len(inside) <= _MOST_POINTS and all(_pointed(out, piece) for piece in inside)
            if first >= label - 2 and pointed and _one_kind(out, inside) and _story_follows(out.pieces, label, last):
                return last
            break
        node = out.parents[node]
    end = label + 1
    while end < len(out.pieces) and end <= label + _MOST_POINTS + 1:
        piece = out.pieces[end]
        if not (_listed(out, piece) or _disclosure(piece.text)) or len(piece.text) > _LONGEST_POINT:
            break
        end += 1
    return end


def _listed(out: Outline, piece: Piece) -> bool:
    """Whether a piece is an item of a list, or a paragraph in one."""
    return out.tags[piece.node] == "li" or out.tags[max(0, out.parents[piece.node])] == "li"


def _one_kind(out: Outline, inside: Sequence[Piece]) -> bool:
    """Whether a box is a list throughout, or none: paragraphs behind the list are the story."""
    return not _listed(out, inside[0]) or all(
        _listed(out, piece) or len(piece.text) < _SIDE_LINE or _disclosure(piece.text) for piece in inside
    )


def _story_follows(pieces: Sequence[Piece], label: int, end: int) -> bool:
    """Whether more is said behind a box than in it: a box around the story itself is no summary."""
    inside = sum([len(piece.text) for piece in pieces[label + 1 : end]])
    behind = 0
    for piece in pieces[end:]:
        behind += len(piece.text) - piece.linked
        if behind > inside:
            return True
    return False


def _pointed(out: Outline, piece: Piece) -> bool:
    """Whether a piece is short enough for a point; an item of a list may be longer than a paragraph."""
    return len(piece.text) <= (_LONGEST_POINT if out.tags[piece.node] == "li" else _LONGEST_POINT / 2)


def _button(text: str) -> bool:
    """Whether a line in a summary's box is a button, a count or a badge ("NEW") beside it."""
    short = len(text) < _BADGE and (text.isupper() or text.isdigit())
    return short or (len(text) < _SIDE_LINE and furniture.reason(text) in ("share", "navigation", "comments"))


def _read(pieces: Sequence[Piece], label: int, end: int) -> tuple[PublisherSummary, set[int]]:
    name = pieces[label].text
    ai: bool | None = True if _MACHINE.search(name) else None
    reviewed: bool | None = None
    points: list[str] = []
    used = {label}
    for index, piece in enumerate(pieces[label + 1 : end], label + 1):
        said = _disclosure(piece.text)
        if said is not None:
            ai, reviewed = said[0], said[1] if said[1] is not None else reviewed
        elif is_label(piece.text) or _button(piece.text):
            continue  # nothing that it says is in the summary
        else:
            points.append(piece.text.lstrip(_BULLETS))
        used.add(index)
    text = "\n".join(point for point in points if point)
    return PublisherSummary(name, text or None, ai, reviewed), used
