"""A person at work, as a process that a fault can strike: each act is told on standard output once it was acknowledged.

    python -m tests.faults.work FOLDER [--seed N] [--nobody] [--jumping]

Acts go through the newsroom, as those of both faces do: articles come in, are marked, tagged, bookmarked, read on. What
is refused is told with its first line, and the work goes on. Ends when standard input does.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import select
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reader import newsroom
from reader.errors import ReaderError
from reader.library import Origin
from reader.library.doctor import examine
from reader.model import Place
from reader.newsroom import Newsroom
from tests.builders import NOON, an_article
from tests.tui.conftest import settings

ORIGIN = Origin("folder", "/press/courier", "Harbor Courier")
_WAIT = 0.2
"""Seconds that a write waits for another program here, so that a fault shows at once."""
_NOBODY = 65534

Told = dict[str, object]


class Worker:
    """Does one thing after the other, by chance."""

    def __init__(self, room: Newsroom, seed: int) -> None:
        self.room = room
        self.chance = random.Random(seed)
        self.seed = seed
        self.ids: list[int] = []
        self.turn = 0

    def act(self) -> Told:
        """One act, and what to look for afterwards."""
        self.turn += 1
        if len(self.ids) < 2 or self.chance.random() < 0.3:
            return self._add()
        does: Callable[[int], Told] = self.chance.choice((self._star, self._tag, self._bookmark, self._read_on))
        return does(self.chance.choice(self.ids))

    def _add(self) -> Told:
        title = f"Story {self.seed} {self.turn}"
        article = an_article(
            f"The ferry of turn {self.turn} sails. " * 40, title=title, url=f"https://a.example/{title}"
        )
        added = self.room.library.shelf.add(article, ORIGIN, fetched=NOON)
        self.ids.append(added.entry_id)
        return {"what": "article", "id": added.entry_id, "title": title}

    def _star(self, entry_id: int) -> Told:
        self.room.mark([entry_id], starred=True)
        return {"what": "star", "id": entry_id}

    def _tag(self, entry_id: int) -> Told:
        tag = f"t{self.seed}-{self.turn}"
        self.room.tag([entry_id], [tag])
        return {"what": "tag", "id": entry_id, "tag": tag}

    def _bookmark(self, entry_id: int) -> Told:
        made = self.room.mark_passage(entry_id, [Place("block", 0, 0, 20)], f"note {self.turn}")
        return {"what": "passage", "id": entry_id, "passage": made.id, "note": made.note}

    def _read_on(self, entry_id: int) -> Told:
        self.room.mark([entry_id], read=True)
        return {"what": "read", "id": entry_id}


def jumping(chance: random.Random) -> Callable[[], datetime]:
    """A clock that goes years back and forth."""
    return lambda: datetime.now(UTC) + timedelta(days=chance.choice((-20_000, -400, -1, 0, 1, 400, 20_000)))


def lost(folder: Path, told: list[Told]) -> list[Told]:
    """What was acknowledged and is not there."""
    missing: list[Told] = [
        {"what": "file", "said": it.said} for it in examine(settings(folder).library_file) if not it.well
    ]
    with newsroom.start(settings(folder)) as room:
        return [*missing, *(it for it in told if "refused" not in it and not _is_there(room, it))]


def _is_there(room: Newsroom, told: Told) -> bool:
    number = int(str(told["id"]))
    try:
        row = room.row(number)
        match told["what"]:
            case "article":
                return row.title == told["title"] and room.open(number).article.title == told["title"]
            case "tag":
                return told["tag"] in row.tags
            case "passage":
                return any((it.id, it.note) == (told["passage"], told["note"]) for it in room.passages(number))
            case what:
                return bool(row.starred if what == "star" else row.read)
    except ReaderError:
        return False


def acts(worker: Worker) -> Iterator[Told]:
    """Acts until standard input ends; those that are refused too."""
    while not select.select([sys.stdin], [], [], 0)[0]:
        try:
            yield worker.act()
        except ReaderError as error:
            yield {"refused": error.happened, "advice": error.advice}
            time.sleep(0.02)


def main() -> None:
    """Work, and tell of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--nobody", action="store_true", help="go on as a user without rights, after the first acts")
    parser.add_argument("--jumping", action="store_true", help="with a clock that jumps")
    wished = parser.parse_args()
    clock = jumping(random.Random(wished.seed)) if wished.jumping else lambda: datetime.now(UTC)
    with newsroom.start(settings(wished.folder), clock) as room:
        room.library.db.one(f"PRAGMA busy_timeout = {int(_WAIT * 1000)}")
        worker = Worker(room, wished.seed)
        for told in acts(worker):
            print(json.dumps(told), flush=True)
            if wished.nobody and worker.turn == 30:  # everything that is used was imported by then
                os.setgid(_NOBODY)
                os.setuid(_NOBODY)


if __name__ == "__main__":
    main()
