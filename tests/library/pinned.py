"""A library that was lived in: what each act came to, what every view and query finds in it, what its files say."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, timedelta, timezone
from itertools import product
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from zlib import crc32

from reader.errors import ReaderError
from reader.library import Library
from reader.library.body import unpack
from reader.library.doctor import examine
from reader.library.exchange import Exchange
from reader.library.lines import line_from
from reader.library.newsboat import articles, is_cache
from reader.library.packing import Packer
from reader.model import View
from reader.search.passage_query import Wish
from tests.builders import NOON, Clock
from tests.library.living import Life

ACTS = 70
_TABLES = (
    "sources",
    "entries",
    "versions",
    "entry_tags",
    "passages",
    "identities",
    "searches",
    "changes",
    "source_counts",
    "day_counts",
)


def a_folder() -> TemporaryDirectory[str]:
    """A folder in memory where there is such a thing: on a disk waiting for each act to be kept takes ten times the work."""
    memory = Path("/dev/shm")
    return TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None)


@contextmanager
def a_life(acts: int) -> Iterator[tuple[Life, dict[str, str]]]:
    """A library in a folder of its own, and what was done in it."""
    with a_folder() as folder, Library.open(Path(folder) / "library.db", clock=(clock := Clock())) as library:
        library.shelf.zone = library.index.zone = library.margins.zone = UTC
        life = Life(library, clock, Path(folder))
        yield life, dict(life.lived(acts))


def _sum(value: object) -> str:
    return f"{crc32(repr(value).encode()):08x}"


def _rows(library: Library, table: str) -> list[Any]:
    """A table; of packed articles what is in them, as they are packed otherwise by other versions of zlib."""
    found = library.db.rows(f"SELECT * FROM {table}")
    if table == "versions":
        return [(row[0], repr(unpack(row[-1]))) for row in found]
    return found


def life() -> dict[str, str]:
    """What each act came to, every view of the list, every query, and the tables in the end."""
    with a_life(ACTS) as (life, found):
        library = life.library
        found |= {
            f"table {table}": f"{len(rows)} {_sum(rows)}"
            for table in _TABLES
            if (rows := _rows(library, table)) is not None
        }
        found |= _views(library) | _searches(library) | _margins(library)
        found["trash"] = str([it.id for it in library.keeping.trash()])
        found["snoozed"] = str([it.id for it in library.keeping.snoozed()])
        found["hidden"] = str([it.id for it in library.rules.hidden()])
        found["acts"] = " / ".join(it.label for it in library.journal.acts(30))
        exported = [json.loads(line) for line in Exchange(library).lines()]
        found |= {f"export {number}": f"{' '.join(line)} {_sum(line)}" for number, line in enumerate(exported)}
        return found


def _views(library: Library) -> dict[str, str]:
    shelf, found = library.shelf, {}
    ids = shelf.ids(View())
    wheres: tuple[dict[str, Any], ...] = ({}, {"source_id": 1}, {"folder": "Hills"}, {"tag": "sea"}, {"query": "ferry"})
    for state, order, where in product(
        ("all", "unread", "starred", "marked", "failed", "edited"),
        ("newest", "oldest", "source", "title", "longest", "unread"),
        wheres,
    ):
        view = View(state=state, order=order, **where)
        rnd = Random(repr(view))
        whole = shelf.ids(view)
        counts = shelf.counts(view)
        windows = [
            [it.id for it in shelf.window(view, at, size)]
            for at, size in ((0, 3), (len(whole) // 2, 2), (len(whole) - 2, 9))
        ]
        some = rnd.sample(whole, min(2, len(whole))) + rnd.sample(ids, 2)
        after = [getattr(shelf.next_unread(view, it, step), "id", None) for it in (None, *some[1:]) for step in (1, -1)]
        found[f"{state} {order} {where}"] = (
            f"{counts.total} {counts.unread} {windows} {[shelf.rank(view, it) for it in some]} {after} {_sum(whole)}"
        )
    some_wheres: tuple[dict[str, Any], ...] = ({}, {"state": "unread"}, {"tag": "sea"}, {"source_id": 1})
    for zone, group, order, where in product(
        (UTC, timezone(timedelta(hours=-9, minutes=30))),
        ("day", "source", "folder", "none"),
        ("newest", "oldest"),
        some_wheres,
    ):
        shelf.zone = zone
        groups = shelf.groups(View(group=group, order=order, **where))
        found[f"groups {zone} {group} {order} {where}"] = " ".join(
            f"{it.key} “{it.label}” {it.start}+{it.total}/{it.unread}" for it in groups
        )
    shelf.zone = UTC
    return found


_WAYS: tuple[dict[str, Any], ...] = (
    {},
    {"ranked": True, "limit": 6},
    {"typing": True, "limit": 5},
    {"substring": True, "limit": 5},
)
_QUERIES = (
    'ferry; ferry line; "ferry line"; fer*; fe*; f*; "ferry l"*; line -ferry; -line; storm OR tide; (storm OR tide) gate -pier; zelensky; strasse; kobenhavn; 王小明; 小明; 記; title:ferry; title:f*; by:moreau; '
    'by:"ines moreau"; from:harbor; from:"daily pier"; from:nobody; from:arger ferry; -from:hills; tag:sea; tag:arger; tag:a*; is:unread; is:read ferry; is:starred; is:marked ferry; -is:read tide; '
    'after:2026-03-01; before:2026-03-01; after:"last week" ferry; before:yesterday -ferry; (after:2026-03-13 OR before:2026-02-01) line; c; con; co*; well-known; "well known"; we\'re; at&t; "at t"; ete; mill; milo; ode; bel; '
    'walrus walrus; "the of"; "of a"; "walrus the" -"of the"; title:ferry OR is:starred; -(ferry OR line); 2019; angstrom; "pier, walrus"; -"ferry line" ferry; nowhere; '
    '"the of" from:harbor; "the of" from:"daily pier"; "of a" from:arger; fe* from:arger; "of a" tag:sea; "the of" is:starred; "of a" is:read; "of a" after:2026-03-01; "of a" before:2026-03-10; '
    '-("the of" from:harbor) tide; ("of a" OR from:arger) -"the of"; "of a" OR tag:sea; "of a" -is:unread; "of a" title:f*; "the of" by:moreau; fe* -after:2026-03-10; (fe* OR "of a") storm; "of a" ferr*'
).split("; ")


def _searches(library: Library) -> dict[str, str]:
    found = {}
    for query in _QUERIES:
        told = []
        for how in _WAYS:
            hits = library.index.search(query, **how)
            told.append(f"{[it.entry.id for it in hits]} {_sum([(it.snippet, it.spans) for it in hits])}")
        hits = library.index.search(query, limit=1)
        if hits:
            told.append(
                f"{[it.entry.id for it in library.index.search(query, before=hits[0].entry.id, limit=2)]} {hits[0].snippet[:40]!r} {hits[0].spans[:3]}"
            )
        found[f"[{query}]"] = f"{library.index.ids(query)[:9]} {' | '.join(told)}"
    return found


_ASKED = (
    "; the; ferry; note; ask ana; tag:t; #region; #reg; -#t; kind:green; kind:red; -kind:yellow; is:gone; is:reworded; is:noted; -is:noted; after:2026-03-01; before:2026-03-10; after:yesterday; "
    'from:source; from:"source 1"; title:story; title:ferry the; note:"ask a"; "the of"; a b c; kobenhavn; strasse'
).split("; ")


def _margins(library: Library) -> dict[str, str]:
    found = {}
    for query in _ASKED:
        found[f"passages [{query}]"] = (
            f"{[it.id for it in library.margins.all(query)]} {[it.id for it in library.margins.all(query, 2)]}"
        )
    for words in (("the",), ("of", "it"), ("note",), ("region",), ("ana", "ask")):
        found[f"holding {words}"] = str([it.id for it in library.margins.holding([Wish("any", it) for it in words])])
    return found


_VALUES: tuple[Any, ...] = (
    None,
    0,
    1,
    -3,
    True,
    False,
    "",
    "x",
    "2026-03-01T10:00:00Z",
    "always",
    [],
    ["a", "", "a ", 3],
    {},
    {"a": "b", "c": 1},
    [["block", 0, 1, 2]],
    [["block", -1, 0, 0], 7],
    10**30,
    "feed",
)
_KEYS = "article source id added read starred tags acts position edited snoozed failure apart versions identities passages fetched library".split()


def lines() -> dict[str, str]:
    """What lines of an export are understood as, whatever stands in them."""
    packer = Packer()
    found = {}
    base: dict[str, Any] = {
        "article": {"title": "T", "blocks": [{"kind": "paragraph", "text": "x"}]},
        "source": {"address": "a", "title": "A", "kind": "feed"},
    }
    inner = (
        [("source", key) for key in ("address", "title", "kind", "folder")]
        + [("acts", key) for key in ("read", "starred")]
        + [("library", key) for key in ("sources", "searches")]
    )
    for number in range(170):
        rnd = Random(f"line {number}")
        line = json.loads(json.dumps(base))
        for key in rnd.sample(_KEYS, rnd.randint(0, 3)):
            line[key] = rnd.choice(_VALUES)
        if rnd.random() < 0.4:
            outer, key = rnd.choice(inner)
            line[outer] = (line.get(outer) if isinstance(line.get(outer), dict) else {}) | {key: rnd.choice(_VALUES)}
        if rnd.random() < 0.3:
            standing = {"address": "q"} | {
                key: rnd.choice(_VALUES)
                for key in rnd.sample("muted keep_days keep_count every full link tags extras".split(), 4)
            }
            line["library"] = {
                "sources": [standing, rnd.choice(_VALUES)],
                "searches": [{"name": rnd.choice(_VALUES), "query": "q"}],
            }
        if rnd.random() < 0.1:
            del line["article"]
        raw = json.dumps(line)
        try:
            understood, shape = line_from(raw.encode(), NOON, packer.pack)
            told = f"{shape} {understood and (understood.incoming.origin, understood.tags, understood.passages, *(getattr(understood.incoming, name) for name in ('identities', 'number', 'added', 'read', 'starred', 'position', 'edited', 'snoozed', 'failure', 'apart', 'fetched')), len(understood.incoming.older))}"
        except ReaderError as error:
            told = f"refused {error}"
        found[f"[{raw}]"] = _short(told)
    return found


def _short(told: str) -> str:
    for long, brief in (
        ("datetime.datetime", ""),
        ("datetime.timezone.utc", "Z"),
        ("tzinfo=", ""),
        ("=None", "=-"),
        ("Standing", "S"),
        ("Origin", "O"),
    ):
        told = told.replace(long, brief)
    return told


def caches() -> dict[str, str]:
    """What newsboat's cache holds, with the columns of several of its versions."""
    found: dict[str, str] = {}
    rows = [("g1", "One\x07", "Ana", "https://a.example/1", "https://f.example/", 1_700_000_000, "<p>x", 0, "https://a.example/1.mp3", "audio/mpeg", "ab", 0), ("g2", b"Tw\xffo", "", "", "https://f.example/", 0, "", 1, "", "", None, 1), ("g3", None, None, None, "", -5, None, 1, None, None, "", 0), ("g4", "Four", "B", "x", "https://e.example/", 10**18, "y", 2, "https://e.example/4", "", "", 0)]  # fmt: skip
    names = "guid title author url feedurl pubDate content unread enclosure_url enclosure_type flags deleted".split()
    with a_folder() as folder:
        for left_out in ((), ("deleted",), ("flags", "enclosure_type"), ("guid",)):
            path = Path(folder) / f"cache{len(found)}.db"
            with closing(sqlite3.connect(path)) as cache, cache:
                kept = [name for name in names if name not in left_out]
                cache.execute(f"CREATE TABLE rss_item ({', '.join(kept)})")
                cache.execute("CREATE TABLE rss_feed (rssurl, title)")
                cache.execute("INSERT INTO rss_feed VALUES ('https://f.example/', 'Feed\n1')")
                for row in rows:
                    cache.execute(
                        f"INSERT INTO rss_item VALUES ({', '.join('?' * len(kept))})",
                        [it for name, it in zip(names, row, strict=True) if name not in left_out],
                    )
            found[f"without {left_out}"] = _short(f"{is_cache(path)} {[*articles(path)]}")
        for name, data in (("short", b"SQLite"), ("empty", b""), ("other", b"SQLite format 3\0" + b"x" * 99)):
            path = Path(folder) / name
            path.write_bytes(data)
            found[name] = str(is_cache(path))
    return found


_DAMAGES = (
    "DELETE FROM versions WHERE id % 7 = 0", "UPDATE versions SET body = x'00ff' WHERE id % 5 = 0", "DELETE FROM sources WHERE id = 1", "UPDATE entries SET docid = docid + 1 WHERE id % 9 = 0", "DELETE FROM terms_docsize WHERE id % 2",
    "UPDATE source_counts SET total = total + 1", "UPDATE day_counts SET unread = unread + 2 WHERE total > 1", "INSERT INTO passages (name, entry_id, quote, places, anchor, note, tags, kind, created, state, version, folded) VALUES ('x', 999, '', '', '', '', '', 'red', 0, 'same', 1, '')",
    "UPDATE facts SET value = 'old' WHERE name = 'folding'", "DROP TABLE searches", "PRAGMA user_version = 999", "PRAGMA application_id = 3", "INSERT INTO entry_tags (entry_id, tag) VALUES (998, 'x')", "INSERT INTO identities VALUES (5, 997, NULL)",
)  # fmt: skip


def findings() -> dict[str, str]:
    """What is found in a library that is whole, and in damaged ones."""
    found = {}
    with a_folder() as folder:
        path = Path(folder) / "library.db"
        found["none"] = _told(path, folder)
        with Library.open(path, clock=Clock()) as library:
            life = Life(library, Clock(), Path(folder))
            life.come()
        with closing(sqlite3.connect(path)) as connection:  # what was written last may still lie beside the file
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        whole = path.read_bytes()
        for damage in ("", *_DAMAGES):
            path.write_bytes(whole)
            if damage:
                with closing(sqlite3.connect(path)) as connection, connection:
                    try:
                        connection.executescript(damage)
                    except sqlite3.Error as error:
                        found[f"[{damage}]"] = f"not done {error}"
                        continue
            found[f"[{damage}]"] = _told(path, folder)
        path.write_bytes(whole[: len(whole) // 2])
        found["cut off"] = _told(path, folder).split("(")[0]
    return found


def _told(path: Path, folder: str) -> str:
    said = [
        f"{'well' if it.well else 'WRONG'} {it.said}"
        for it in examine(path)
        if not it.said.startswith(("room", "file: every"))
    ]
    return " / ".join(said).replace(folder, "…")


TABLES = {"life": life, "lines": lines, "caches": caches, "findings": findings}
