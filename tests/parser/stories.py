"""Stories made by rule out of sentences of `seeds/`: who wrote them, when, and how pages say so."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"
FIRST = "Nora Ana Tom Piers Ines Aldo Vroni Marek Jorien Effie Owen Lidia Jean-Paul María Anselme Harriet".split()
LAST = "Whitfield Adeyemi Calloway Moreau Brandt Haslinger Sudeck Bakker Sinclair Tarrant Castellanos Rouvray O’Dell May".split()
SITES = ("Harbor Courier", "Fenland Observer", "Daily Post", "Der Anzeiger", "Le Courrier du Port", "N24")
MONTHS = "January February March April May June July August September October November December".split()
MONATE = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
MOIS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


@dataclass(frozen=True, slots=True)
class Story:
    """What a page has to tell."""

    language: str
    site: str
    title: str
    standfirst: str
    people: tuple[str, ...]
    day: datetime
    paragraphs: tuple[str, ...]
    titles: tuple[str, ...]
    caption: str


@cache
def _texts() -> dict[str, tuple[list[str], list[str], list[str]]]:
    """For each language of the seeds: paragraphs, headlines and headings, captions."""
    found: dict[str, tuple[list[str], list[str], list[str]]] = {}
    for file in sorted(SEEDS.glob("*.json")):
        article = json.loads(file.read_text("utf-8"))
        texts, titles, captions = found.setdefault(article["language"], ([], [], []))
        titles.append(article["title"])
        for block in article["blocks"]:
            if block["kind"] in ("paragraph", "list_item", "quote"):
                texts.append(block["text"])
            titles += [block["text"]] if block["kind"] == "heading" else []
            captions += [block["caption"]] if block.get("caption") else []
    return found


def a_name(rnd: Random) -> str:
    """A person."""
    return f"{rnd.choice(FIRST)} {rnd.choice(LAST)}"


def a_story(rnd: Random, language: str = "") -> Story:
    """A story of some paragraphs."""
    known = _texts()
    language = language or rnd.choice(("en", "en", "en", *known))
    texts, titles, captions = known[language]
    paragraphs = tuple(rnd.sample(texts, min(len(texts), rnd.choice((1, 3, 5, 7, 9)))))
    words = " ".join(paragraphs).split()
    at = rnd.randrange(max(1, len(words) - 12))
    own = rnd.choice((titles[0], " ".join(words[at : at + rnd.randint(4, 11)]).strip(".,:;”“ ").capitalize()))
    day = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=rnd.randrange(500_000))
    people = tuple(a_name(rnd) for _ in range(rnd.choice((1, 1, 1, 2, 3, 0))))
    standfirst = rnd.choice(texts).split(". ")[0].strip(".") + "."
    caption = (captions or texts)[rnd.randrange(len(captions or texts))]
    return Story(language, rnd.choice(SITES), own, standfirst, people, day, paragraphs, tuple(titles), caption)


def a_date(rnd: Random, day: datetime) -> str:
    """A day as pages write it."""
    month, number, year = day.month - 1, day.day, day.year
    return rnd.choice(
        (
            f"{number} {MONTHS[month]} {year}",
            f"{MONTHS[month]} {number}, {year} at {day:%H:%M} GMT",
            f"{MONTHS[month][:3]}. {number}, {year}, {day:%I:%M} {'ap'[day.hour > 11]}.m.",
            f"{number}. {MONATE[month]} {year}, {day:%H:%M} Uhr",
            f"le {number} {MOIS[month]} {year} à {day:%Hh%M}",
            f"{number:02}/{month + 1:02}/{year}",
            f"{month + 1:02}/{number:02}/{year % 100}",
            f"{number:02}.{month + 1:02}.{year}",
            f"{day:%Y-%m-%d}",
            f"{day:%Y-%m-%dT%H:%M:%S}+01:00",
            f"{number} de {('enero', 'mayo')[month > 5]} de {year}",
            f"Monday, {MONTHS[month]} {number}",
        )
    )


def people_said(rnd: Random, people: tuple[str, ...]) -> str:
    """Names as bylines join them, with what clings to them."""
    if not people:
        return rnd.choice(("Redaktion", "Harbor Courier staff", "AFP", "dpa/mwa", "Staff and wire reports", "admin"))
    joined = rnd.choice((", ", " and ", " & ", " und ", " et ", " | ", "; ")).join(people)
    joined = joined.upper() if rnd.random() < 0.1 else joined
    behind = (
        "",
        "",
        "",
        ", Senior Writer",
        " Staff Writer",
        ", PhD",
        " (AFP)",
        " in Antwerp",
        " @nora",
        " for the Post",
        ", MD, RD",
    )
    return joined + rnd.choice(behind)


_BY = (
    "By ",
    "By ",
    "by ",
    "Written by ",
    "Von ",
    "Par ",
    "Por ",
    "di ",
    "Door ",
    "Words by ",
    "",
    "",
    "Author: ",
    "Text: ",
    "By",
)


def a_byline(rnd: Random, story: Story) -> str:
    """A line that signs, as text."""
    line = rnd.choice(_BY) + people_said(rnd, story.people)
    if rnd.random() < 0.3:
        line += rnd.choice((" | ", " · ", ", ", " – ")) + a_date(rnd, story.day)
    return line
