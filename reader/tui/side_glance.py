"""What an article holds for a glance, as sections of the sidebar: who says what, numbers and dates, people and places.

Each shows a few rows and folds the rest, so that all sections stand below one another on a screen. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.model import Article, Figure, Glance, Name, Place, Said
from reader.text.clean import one_line
from reader.text.words import width as cells
from reader.tui.list_rows import cut
from reader.tui.painting import Stretch
from reader.tui.side_rows import Builder, Target

WHO = "Who says what"
FIGURES = "Numbers and dates"
NAMES = "People and places"
_SPEAKERS, _FIGURES, _NAMES = 3, 5, 5
"""Rows while a section is folded: with three points of a usual length, everything fits into 45 lines."""
_COLUMN = 15
"""Cells that a figure takes at most beside the words around it."""
_FEW = 12
"""Cells of words behind a figure that tell what it counts; with fewer, those before it are shown."""


def add_glance(made: Builder, article: Article, glance: Glance) -> None:
    """All three sections; none where the article holds nothing for it."""
    _add_said(made, article, [it for it in glance.said if it.speaker])
    _add_figures(made, article, glance.figures)
    _add_names(made, glance.names)


def _fold(made: Builder, section: str, all_rows: int, shown: int) -> None:
    """The row that shows the rest of a section, or folds it again."""
    if section in made.manner.unfolded:
        told = f"{made.manner.sign('▴', '^')} fewer"
    elif all_rows > shown:
        told = f"{made.manner.sign('▾', 'v')} {all_rows - shown} more"
    else:
        return
    made.text(told, "quiet", made.target(Target("fold", words=section)))


def _add_said(made: Builder, article: Article, said: Sequence[Said]) -> None:
    """Speakers in the order in which they begin to speak, each with what they say."""
    by_speaker: dict[str, list[Said]] = {}
    for it in said:
        by_speaker.setdefault(it.speaker or "", []).append(it)
    if not by_speaker:
        return
    made.head(f"{WHO} {len(said)}")
    whole = WHO in made.manner.unfolded
    shown = 0
    for speaker, theirs in list(by_speaker.items())[: None if whole else _SPEAKERS]:
        made.text(speaker, "row")
        for it in theirs if whole else theirs[:1]:
            _add_quote(made, article, it)
            shown += 1
    _fold(made, WHO, len(said), shown)


def _add_quote(made: Builder, article: Article, said: Said) -> None:
    """The beginning of a quotation; who speaks is said to be unsure where it is."""
    target = made.target(Target("said", said.place))
    unsure = "" if said.sure else "unsure "
    room = max(1, made.manner.width - 2 - cells(unsure))
    text = cut(one_line(_words(article, said.place)), room, made.dots)
    made.line(Stretch("  ", ()), Stretch(unsure, ("doubt",)), Stretch(text, ("quiet",)), target=target)


def _add_figures(made: Builder, article: Article, figures: Sequence[Figure]) -> None:
    """A table of two columns: the figure, and the words around it that tell what it says; in the article's order."""
    if not figures:
        return
    made.head(f"{FIGURES} {len(figures)}")
    whole = FIGURES in made.manner.unfolded
    rows = sorted(figures if whole else figures[:_FIGURES], key=lambda it: it.places[0])
    column = min(_COLUMN, max(cells(one_line(it.text)) for it in rows), made.manner.width // 2)
    for it in rows:
        figure = cut(one_line(it.text), column, made.dots)
        gap = " " * (column - cells(figure) + 2)
        around = _around(made, article, it, made.manner.width - column - 2)
        target = made.target(Target("figure", it.places[0]))
        made.line(Stretch(figure, ("row",)), Stretch(gap, ()), Stretch(around, ("quiet",)), target=target)
    _fold(made, FIGURES, len(figures), len(rows))


def _around(made: Builder, article: Article, figure: Figure, room: int) -> str:
    """The words of the sentence behind the figure; before it where hardly any follow."""
    at, sentence = figure.places[0], figure.sentence
    after = one_line(_words(article, replace(at, start=at.end, end=sentence.end))).strip(" ,.;:–—")
    before = one_line(_words(article, replace(at, start=sentence.start, end=at.start))).strip()
    if cells(after) >= min(_FEW, room) or cells(after) >= cells(before):
        return cut(after, room, made.dots)
    words = before.split() or [""]
    told = f"{made.dots} {words.pop()}"
    while words and cells(told) + 1 + cells(words[-1]) <= room:
        told = f"{made.dots} {words.pop()} {told[len(made.dots) + 1 :]}"
    return cut(told if words else told[len(made.dots) + 1 :], room, made.dots)


def _add_names(made: Builder, names: Sequence[Name]) -> None:
    """Names with how often each occurs; each starts a search."""
    if not names:
        return
    made.head(f"{NAMES} {len(names)}")
    rows = names if NAMES in made.manner.unfolded else names[:_NAMES]
    for it in rows:
        target = made.target(Target("name", words=it.text))
        count = f" {it.count}"
        name = cut(one_line(it.text), max(1, made.manner.width - cells(count)), made.dots)
        gap = " " * max(0, made.manner.width - cells(name) - cells(count))
        made.line(Stretch(name, ("row",)), Stretch(f"{gap}{count}", ("quiet",)), target=target)
    _fold(made, NAMES, len(names), len(rows))


def _words(article: Article, place: Place) -> str:
    """The text at a place; nothing where the article has none there."""
    if place.part != "block" or place.index >= len(article.blocks):
        return ""
    return article.blocks[place.index].text[place.start : place.end]
