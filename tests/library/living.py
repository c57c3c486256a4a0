"""A library in which many things were done by rule: the same acts each time, at the same times."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

from reader.errors import ReaderError
from reader.filters import Rule, Verdict
from reader.formats import article_json
from reader.library import Library, Origin
from reader.library.exchange import Exchange
from reader.library.rows import Incoming
from reader.model import Act, Article, Block, View
from tests.builders import NOON, Clock

ORIGINS = (
    Origin("feed", "https://harbor.example/feed", "harbor Courier"),
    Origin("feed", "https://valley.example/feed", "Valley Post", "Hills"),
    Origin("site", "https://pier.example/", "Daily Pier", "Hills"),
    Origin("file", "files:", "Files"),
)
_WORDS = (
    "ferry line harbor pier walrus the of a Zelensky Zelenskiy København Straße naïve e\u0301t\u00e9 storm tide gate masons stones 2019 "
    "well-known we’re AT&T 王小明 記者 ferries ferrying con co c Åre ångström mill Milo"
).split()
ARTICLES = 44


def an_article(number: int, edition: int = 0) -> Article:
    """An article of words that are hard to find."""
    rnd = Random(f"article {number} {edition}")

    def some(least: int, most: int) -> str:
        return " ".join(rnd.choice(_WORDS) for _ in range(rnd.randint(least, most)))

    blocks = [Block("paragraph", some(1, 60).capitalize() + ".") for _ in range(rnd.randint(1, 4))]
    if rnd.random() < 0.3:
        blocks.append(Block("image", caption=some(1, 5), credit="N. Ode"))
    if rnd.random() < 0.2:
        blocks.append(Block("quote", some(2, 9), author="Ada Bel"))
    if number % 4 == 1:
        blocks.insert(
            0,
            Block(
                ("heading", "paragraph", "list_item", "image")[number // 4 % 4],
                "" if number // 4 % 4 in (1, 3) else some(1, 4),
            ),
        )
    when = NOON - timedelta(hours=rnd.choice((1, 5, 30, 200, 900)) * rnd.random() * 2 - 2, minutes=number)
    return Article(
        title=some(1, 5) if number % 7 else f"Story {number}",
        blocks=tuple(blocks),
        standfirst=some(3, 8) if rnd.random() < 0.4 else None,
        byline=("Ines Moreau", "Tom Ode")[: rnd.randrange(3)],
        published=when if number % 11 else None,
        publisher=rnd.choice((None, "Daily Pier", "Ärger & Söhne")),
        url=f"https://a.example/{number % 40}?utm_source=x" if number % 5 else None,
        language=rnd.choice(("en", None)),
    )


class Life:
    """A library and what is done in it."""

    def __init__(self, library: Library, clock: Clock, folder: Path) -> None:
        self.library, self.clock, self.folder = library, clock, folder

    def _some(self, rnd: Random, most: int = 4) -> list[int]:
        ids = self.library.shelf.ids(View())
        return sorted(rnd.sample(ids, min(len(ids), rnd.randint(1, most))))

    def come(self) -> str:
        """Articles come, some of them twice or changed."""
        came = []
        for first in range(0, ARTICLES, 8):
            incoming = [
                Incoming(
                    an_article(number),
                    ORIGINS[number % 4],
                    NOON,
                    (f"guid {number}",) if number % 3 else (),
                    apart=number % 13 == 0,
                )
                for number in range(first, min(first + 8, ARTICLES))
            ]
            came += [f"{it.entry_id}{it.came[0]}" for it in self.library.shelf.add_many(incoming)]
        return " ".join(came)

    def change(self) -> str:
        """Known articles come again, as they were or changed."""
        incoming = [
            Incoming(
                an_article(number, number % 2),
                ORIGINS[number % 4],
                NOON + timedelta(days=1),
                (f"guid {number}",) if number % 3 else (),
            )
            for number in range(0, ARTICLES, 3)
        ]
        return " ".join(f"{it.entry_id}{it.came[0]}" for it in self.library.shelf.add_many(incoming))

    def bring(self) -> str:
        """A file of another library, with passages, states, versions, and lines that are wrong."""
        lines: list[object] = [
            {
                "library": {
                    "sources": [
                        {
                            "address": "https://q.example/",
                            "title": "Quiet",
                            "every": 30,
                            "full": "never",
                            "keep_count": 9,
                        },
                        {"title": "none"},
                    ],
                    "searches": [{"name": "storms", "query": "storm -tea"}, {"name": "x"}],
                }
            }
        ]
        for number in range(30, 52):
            source = {
                "kind": ("feed", "odd")[number % 2],
                "address": f"https://s{number % 3}.example/",
                "title": f"Source {number % 3}",
                "folder": ("Hills", None)[number % 2],
            }
            line: dict[str, object] = {
                "article": article_json(an_article(number, number % 3)),
                "source": source,
                "id": number * 2,
                "added": (NOON - timedelta(days=number)).isoformat(),
            }
            line |= (
                {
                    "read": number % 3 == 0,
                    "starred": number % 4 == 0,
                    "tags": ["sea", "Ärger"][: number % 3],
                    "acts": {"read": NOON.isoformat()},
                }
                if number % 2
                else {}
            )
            if number % 4 == 1:
                line["passages"] = [
                    {"id": f"p{number}", "quote": f"the {_WORDS[number % 9]} of it", "note": ("", "ask Ana")[number % 3 == 1], "tags": ["t", "region"][: number % 3], "kind": ("green", "red", "odd")[number % 3],
                     "created": (NOON - timedelta(days=number - 30)).isoformat(), "state": ("same", "reworded", "gone")[number % 3], "places": [["block", 0, 0, 4]], "version": number % 2},
                    {"quote": "without an id", "id": f"q{number}"},
                ]  # fmt: skip
            if number % 6 == 0:
                line |= {
                    "versions": [{"article": article_json(an_article(number, 9)), "fetched": NOON.isoformat()}],
                    "failure": "it timed out",
                    "edited": True,
                    "snoozed": (NOON + timedelta(days=2)).isoformat() if number % 4 else None,
                }
            lines.append(line)
        lines[5:5] = [{"article": {}}, [], {"source": {"address": "x"}}]
        file = self.folder / "other.jsonl"
        file.write_text("\n".join(json.dumps(it) for it in lines) + "\nno json\n", "utf-8")
        *_, step = Exchange(self.library).read(file)
        return f"{step.new} new {step.changed} changed {step.same} same {step.failed} failed"

    def act(self, number: int) -> str:
        """One of many acts, on some entries."""
        rnd, shelf, keeping, sources = (
            Random(f"act {number}"),
            self.library.shelf,
            self.library.keeping,
            self.library.sources,
        )
        source = rnd.choice(shelf.sources()).id
        deeds: tuple[Callable[[], object], ...] = (
            lambda: shelf.mark(self._some(rnd), read=rnd.random() < 0.7),
            lambda: shelf.mark(self._some(rnd), starred=rnd.random() < 0.7),
            lambda: shelf.mark(self._some(rnd, 9), read=True),
            lambda: shelf.tag(self._some(rnd), add=(rnd.choice(("sea", "Ärger", "x y")),), remove=("sea",) if rnd.random() < 0.3 else ()),
            lambda: shelf.delete(self._some(rnd, 2)),
            lambda: keeping.restore([it.id for it in keeping.trash()][:2]),
            lambda: keeping.snooze(self._some(rnd, 2), self.clock.now + timedelta(days=rnd.choice((0, 1, 3)))),
            keeping.wake,
            lambda: keeping.empty_trash(self.clock.now - timedelta(days=2)),
            lambda: sources.mute(source, self.clock.now + timedelta(days=1)),
            lambda: sources.mute(source, None),
            lambda: sources.keep_for(source, days=rnd.choice((None, 20, 60)), count=rnd.choice((None, 3, 8))),
            keeping.clean,
            lambda: sources.rename(source, f"Renamed {number}"),
            lambda: sources.move(source, rnd.choice((None, "Hills", "Coast"))),
            lambda: sources.remove(source, with_entries=rnd.random() < 0.5),
            lambda: self.library.rules.keep(Rule(words="x", hide=rnd.random() < 0.5, tags=("ruled",)), self._some(rnd), self.clock.now),
            lambda: self.library.rules.apply({it: Verdict(star=it % 2 == 0, read=it % 3 == 0, hide=it % 5 == 0, because=("r",)) for it in self._some(rnd)}, self.clock.now),
            lambda: shelf.mark_all(View(source_id=source)),
            lambda: shelf.keep_failure(self._some(rnd, 1)[0], "it timed out"),
            lambda: self.library.searches.save(rnd.choice(("a", "b")), f"storm {number}"),
            lambda: self.library.margins.change(rnd.choice(self.library.margins.all()).id, note=f"note {number}", tags=("t", "u")),
            lambda: self.library.margins.delete(rnd.choice(self.library.margins.all()).id),
            lambda: sources.visit_every(source, rnd.choice((None, 30))),
            lambda: shelf.erase(self._some(rnd, 2)),
            lambda: sources.add(Origin("feed", f"https://new{number}.example/", f"New {number}")),
        )  # fmt: skip
        undoing = number % 4 == 3
        deed = (self.library.journal.undo) if undoing else deeds[number * 7 % len(deeds)]
        try:
            came = deed()
            return f"{came.label} {came.entries}" if isinstance(came, Act) else str(came)
        except (ReaderError, IndexError) as error:
            return f"refused {error}"

    def lived(self, acts: int) -> Iterator[tuple[str, str]]:
        """Everything done, and after each what it came to."""
        for name, deed in (("come", self.come), ("bring", self.bring), ("change", self.change)):
            yield name, f"{deed()} {self.standing()}"
        for number in range(acts):
            came = self.act(number)
            yield f"act {number}", f"{came} {self.standing()}"
            self.clock.now += timedelta(hours=7)

    def standing(self) -> str:
        """The counts, and what the list begins with."""
        counts = self.library.shelf.counts(View())
        return f"| {counts.total} {counts.unread} {self.library.shelf.ids(View(order='unread'))[:12]}"
