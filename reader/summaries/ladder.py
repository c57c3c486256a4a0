"""The ladder of summaries: the publisher's own where the page carries one, then sentences of the article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reader.model import Article, Point, PublisherSummary, Summary
from reader.summaries.checking import check
from reader.summaries.choice import choose
from reader.summaries.rules import signs_of
from reader.summaries.sentence import Body, body_of, stems_of, stop_stems
from reader.summaries.shape import REMARKS, shape_of
from reader.summaries.traits import counted
from reader.summaries.worth import worth

CHOSEN = "Chosen sentences"


Writer = Callable[[Article, int], Summary]
"""Whoever writes a summary of its own, of that many sentences; none ships."""


def summaries(article: Article, points: int = 3, writer: Writer | None = None) -> tuple[Summary, ...]:
    """All summaries that can be given, best known first: the publisher's, chosen sentences (perhaps none), a written one."""
    found = [publishers(article), chosen(article, points)]
    if writer is not None:
        found.append(replace(writer(article, points), origin="written"))
    return tuple(it for it in found if it is not None)


def publishers(article: Article) -> Summary | None:
    """The publisher's summary under its own label, each sentence with what supports it; None where the page has none."""
    said = article.publisher_summary
    if said is None:
        return None
    if said.text is None:
        told = ("The page promises a summary here but does not carry it.", _disclosure(said))
        return Summary(said.label, "publisher", (), " ".join(filter(None, told)))
    return Summary(said.label, "publisher", check(article), _disclosure(said))


def _disclosure(said: PublisherSummary) -> str | None:
    if said.ai:
        by = {True: ", reviewed by an editor", False: ", not reviewed by an editor", None: ""}[said.reviewed]
        return f"The publisher says: made by a machine{by}."
    if said.ai is False:
        return "The publisher says: written by people."
    return "The publisher says: reviewed by an editor." if said.reviewed else None


def chosen(article: Article, points: int = 3) -> Summary:
    """Whole sentences of the article's body, in its order; fewer than asked, or none, with the reason."""
    shape = shape_of(article.blocks)
    if shape in ("verse", "headlines"):
        return Summary(CHOSEN, "chosen", (), REMARKS[shape])
    body = body_of(article)
    title = stems_of(f"{article.title} {article.standfirst or ''}", body.language)
    counts = counted(body.sentences, stop_stems(body.language), title)
    signs = [signs_of(it, body.language) for it in body.sentences]
    if shape == "transcript":
        signs = [it._replace(hanging=it.hanging or it.question or it.first_person) for it in signs]
    picked = choose(body.sentences, signs, worth(counts, signs), max(points, 0), body.language)
    found = tuple(Point(it.text, it.place) for it in picked)
    remarks = (REMARKS.get(shape), None if shape == "transcript" and found else _remark(body, len(found), points))
    return Summary(CHOSEN, "chosen", found, " ".join(filter(None, remarks)) or None)


def _remark(body: Body, found: int, points: int) -> str | None:
    """Why there are fewer sentences than were asked for."""
    whole = len(body.sentences)
    if found >= points:
        return None
    if not body.blocks:
        return "There is no running text to choose from."
    if not whole:
        return (
            "The text's script does not mark where sentences end, so none was chosen."
            if body.unmarked
            else "No line of the text is a whole sentence, so none was chosen."
        )
    if body.total == 1:
        return "The text is a single sentence."
    if not found:
        return "Every sentence of the text leans on another one, so none was chosen."
    lines = f"Only {found} of {body.total} sentences"
    return (
        f"{lines} can stand alone." if whole > found else f"{lines} could be chosen: the others are no whole sentences."
    )
