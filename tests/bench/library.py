"""The figures of the library with 100,000 articles, and the same asked of plain FTS5.

    python tests/bench/library.py ARTICLES.jsonl FOLDER [--queries 200]

ARTICLES.jsonl is what the benchmark's `make.py 100000` writes. The library is built once into FOLDER and used again.
Times are process times in milliseconds unless said otherwise, so that a busy machine does not count.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.errors import UsageError
from reader.library import Library
from reader.library.exchange import Exchange
from reader.model import View
from reader.search.query import parse_query


def now() -> datetime:
    return datetime.now(UTC)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of process time."""
    begin = time.process_time()
    work()
    return (time.process_time() - begin) * 1000


def p95(times: list[float]) -> str:
    ordered = sorted(times)
    half, most = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    return f"median {half:.2f}  95th {most:.2f}  worst {ordered[-1]:.2f}  ({len(ordered)})"


def say(what: str, figure: object) -> None:
    sys.stdout.write(f"{what:58} {figure}\n")
    sys.stdout.flush()


def texts(file: Path) -> Iterator[dict[str, object]]:
    with file.open("rb") as stream:
        for line in stream:
            yield json.loads(line)["article"]


def text_of(article: dict[str, object]) -> str:
    return "\n".join(block["text"] for block in article["blocks"])  # type: ignore[attr-defined]


def build(file: Path, folder: Path) -> Path:
    """Import, once; says how fast."""
    path = folder / "library.db"
    if path.exists():
        return path
    begin, cpu, ahead = time.perf_counter(), time.process_time(), of_children()
    with Library.open(path, clock=now) as library:
        *_, step = Exchange(library).read(file)
    wall, cpu, ahead = time.perf_counter() - begin, time.process_time() - cpu, of_children() - ahead
    count = step.lines
    say("import, articles a second", f"{count / wall:,.0f} by the clock, {count / (cpu + ahead):,.0f} a CPU second")
    say("  of its two processes", f"reading ahead {count / ahead:,.0f}, writing {count / cpu:,.0f} a CPU second")
    begin_undo = time.process_time()
    copy = folder / "undone.db"
    shutil.copy(path, copy)
    with Library.open(copy, clock=now) as library:
        library.journal.undo()
    say("undo of the whole import, s", f"{time.process_time() - begin_undo:.1f}")
    copy.unlink()
    return path


def of_children() -> float:
    """CPU seconds of processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def build_plain(file: Path, folder: Path) -> Path:
    """The same text in a table of compressed texts and an FTS5 table, with nothing else."""
    path = folder / "plain.db"
    if path.exists():
        return path
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("CREATE TABLE texts (id INTEGER PRIMARY KEY, body BLOB)")
    db.execute("CREATE VIRTUAL TABLE words USING fts5(title, body, content = '')")
    begin, cpu, count = time.perf_counter(), time.process_time(), 0
    articles = texts(file)
    while part := list(islice(articles, 400)):
        db.execute("BEGIN")
        for article in part:
            count += 1
            body = text_of(article)
            db.execute("INSERT INTO texts VALUES (?, ?)", (count, zlib.compress(body.encode())))
            db.execute("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", (count, article["title"], body))
        db.execute("COMMIT")
    wall, cpu = time.perf_counter() - begin, time.process_time() - cpu
    db.close()
    say("  plain FTS5 with compression", f"{count / wall:,.0f} by the clock, {count / cpu:,.0f} a CPU second")
    return path


def queries(file: Path, count: int) -> list[str]:
    """Words from everywhere, frequent and rare, two words, phrases, filters."""
    rng = random.Random(7)
    sample = [text_of(it).split() for it in islice(texts(file), 0, 40_000, 97)]

    def word() -> str:
        while True:
            it = rng.choice(rng.choice(sample)).strip(".,;:!?'\"()‘’“”")
            if it.isalpha():
                return it

    def phrase(words: int) -> str:
        while True:
            body = rng.choice(sample)
            at = rng.randrange(len(body) - words)
            said = " ".join(body[at : at + words])
            if said.replace(" ", "").isalpha():
                return f'"{said}"'

    kinds: list[Callable[[], str]] = [
        word, word, word, word,
        lambda: f"{word()} {word()}",
        lambda: f"{word()} {word()} {word()}",
        lambda: phrase(2), lambda: phrase(3),
        lambda: f"{word()[:3]}*",
        lambda: f"{word()} -{word()}",
        lambda: f"{word()} OR {word()}",
        lambda: f"title:{word()}",
        lambda: f"{word()} is:{rng.choice(['unread', 'starred'])}",
        lambda: f'{word()} from:"Harbor Post"',
        lambda: f"{word()} after:2026-0{rng.randint(1, 9)}-11",
        lambda: rng.choice(["the", "said", "of the", "police", "zelensky", "quindecimal", "serial000123", "s", "th", "a b"]),
    ]  # fmt: skip
    return [kinds[number % len(kinds)]() for number in range(count)]


def keys(query: str) -> Iterator[str]:
    """What stands in the field after each key, as far as it can be read."""
    for end in range(1, len(query) + 1):
        said = query[:end]
        if said.count('"') % 2 == 0 and said[-1] not in ':"-' and not said.endswith("OR"):
            yield said


def searching(library: Library, file: Path, count: int) -> None:
    asked = queries(file, count)
    times = [
        timed(lambda said=said: library.index.search(said, limit=50, typing=True))  # type: ignore[misc]
        for query in asked
        for said in keys(query)
        if readable(said)
    ]
    say("search while typing, each key, newest first, ms", p95(times))
    say("whole queries, newest first", p95([timed(lambda it=it: library.index.search(it, limit=50)) for it in asked]))  # type: ignore[misc]
    say("all of them counted", p95([timed(partial(library.index.numbers, it)) for it in asked]))
    say("ranked", p95([timed(lambda it=it: library.index.search(it, ranked=True, limit=50)) for it in asked]))  # type: ignore[misc]
    subs = [timed(lambda it=it: library.index.search(it[1:], substring=True, limit=50)) for it in asked if it.isalpha()]  # type: ignore[misc]
    say("within words", p95(subs[:20]))


def readable(said: str) -> bool:
    """Whether a query can be read so far."""
    try:
        return bool(parse_query(said))
    except UsageError:
        return False


def plain_searching(path: Path, file: Path, count: int) -> None:
    db = sqlite3.connect(path)
    newest, ranked = list[float](), list[float]()
    for query in queries(file, count):
        if not query.replace(" ", "").replace('"', "").replace("*", "").isalpha():
            continue
        match = query.lower() if query.endswith(("*", '"')) else " ".join(f'"{it}"' for it in query.split()) + " *"
        for order, times in (("rowid", newest), ("rank", ranked)):
            sql = f"SELECT rowid FROM words WHERE words MATCH ? ORDER BY {order} LIMIT 50"
            times.append(timed(lambda sql=sql, match=match: db.execute(sql, (match,)).fetchall()))  # type: ignore[misc]
    say("  plain FTS5, newest first, without snippets", p95(newest))
    say("  plain FTS5, ranked, without snippets", p95(ranked))


def listing(library: Library) -> None:
    shelf = library.shelf
    total = shelf.counts(View()).total
    rng = random.Random(3)
    for view in (View(), View(state="unread"), View(order="title"), View(order="source", group="source")):
        label = f"list {view.state} {view.order}"
        starts = [0, total // 4, total // 2, total - 60, *(rng.randrange(total) for _ in range(40))]
        say(f"{label}: window of 50", p95([timed(lambda s=s: shelf.window(view, s, 50)) for s in starts]))  # type: ignore[misc]  # noqa: B023
        say(f"{label}: counts and groups", f"{timed(lambda: (shelf.counts(view), shelf.groups(view))):.2f}")  # noqa: B023
    ids = [it.id for it in shelf.window(View(), total // 3, 200)]
    say("rank of an entry", p95([timed(lambda it=it: shelf.rank(View(), it)) for it in ids[:20]]))  # type: ignore[misc]
    say("open an article", p95([timed(lambda it=it: (shelf.entry(it), shelf.article(it))) for it in ids]))  # type: ignore[misc]


def marking(library: Library) -> None:
    ids = [it.id for it in library.shelf.window(View(), 20_000, 10_000)]
    library.shelf.mark(ids, read=False)
    begin = time.perf_counter()
    library.shelf.mark(ids, read=True)
    library.journal.undo()
    say("mark 10,000 read and undo, both, ms by the clock", f"{(time.perf_counter() - begin) * 1000:.0f}")
    say("mark 10,000 read", f"{timed(lambda: library.shelf.mark(ids, read=True)):.0f}")
    say("undo it", f"{timed(library.journal.undo):.0f}")
    begin = time.perf_counter()
    for number in range(200):
        library.shelf.mark(ids[:1], read=bool(number % 2))
    say("one mark on the disk, ms by the clock", f"{(time.perf_counter() - begin) * 5:.2f}")


def opening(path: Path, file: Path, folder: Path) -> None:
    """The door to the first list, against a library of a hundred articles."""
    small, hundred = folder / "small.db", folder / "hundred.jsonl"
    if not small.exists():
        with file.open("rb") as stream:
            hundred.write_bytes(b"".join(islice(stream, 100)))
        with Library.open(small, clock=now) as library:
            list(Exchange(library).read(hundred))

    def first(where: Path) -> None:
        with Library.open(where, clock=now) as library:
            library.shelf.counts(View())
            library.shelf.groups(View())
            library.shelf.window(View(), 0, 50)

    for _ in range(3):
        first(small)
        first(path)
    say("open and first list, 100,000 articles", p95([timed(lambda: first(path)) for _ in range(20)]))
    say("open and first list, 100 articles", p95([timed(lambda: first(small)) for _ in range(20)]))


def memory(path: Path) -> None:
    """What a process of its own takes with the library open, the list gone through and fifty articles read."""
    script = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path\n"
        "from reader.library import Library; from reader.model import View\n"
        "with Library.open(Path(sys.argv[1]), clock=lambda: datetime.now(UTC)) as library:\n"
        "    total = library.shelf.counts(View()).total\n"
        "    for start in range(0, total, max(1, total // 200)): rows = library.shelf.window(View(), start, 50)\n"
        "    for row in library.shelf.window(View(), total // 3, 50): library.shelf.article(row.id)\n"
        "    library.index.search('the', limit=50, typing=True)\n"
        # Not getrusage: what it says of a process begins with the peak of the one that started it.
        "status = Path('/proc/self/status').read_text()\n"
        "print(int(status.split('VmHWM:')[1].split()[0]) // 1024)"
    )
    root = str(Path(__file__).resolve().parents[2])
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True, cwd=root
    )
    say("memory, no screen: open, scrolled, 50 read, MB", done.stdout.strip())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--no-plain", action="store_true")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    path = build(options.articles, options.folder)
    text = sum(len(text_of(it).encode()) + len(str(it["title"])) for it in texts(options.articles))
    say("file against text", f"{path.stat().st_size / text:.3f} of {text / 1e6:.0f} MB")
    opening(path, options.articles, options.folder)
    memory(path)
    with Library.open(path, clock=now) as library:
        listing(library)
        marking(library)
        searching(library, options.articles, options.queries)
    if not options.no_plain:
        plain = build_plain(options.articles, options.folder)
        say("  plain FTS5: file against text", f"{plain.stat().st_size / text:.3f}")
        plain_searching(plain, options.articles, options.queries)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
