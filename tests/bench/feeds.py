"""Updating many feeds from a server on loopback, by hand: `python -m tests.bench.feeds [--feeds 1000] [--new 200]`.

Each update goes the whole way, as `newsreader update` does: fetched, read, put on the shelf, indexed, its state kept.
First feeds that are all new, then the same ones when they have not changed (304). Where newsboat is installed it
reloads the same feeds after us. The server is another process, so that its own work is not counted; all feeds stand
on one host, which two requests at most reach at a time. CPU seconds say more than seconds where a machine is shared.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

from reader import newsroom
from reader.library import Origin
from reader.model import View
from reader.settings import Settings
from tests.fakes import Server, a_feed


def serve(count: int, entries: int, pipe: Connection) -> None:
    """Serve that many feeds until the other end hangs up; tells how often one was asked for whenever it is asked."""
    with Server() as server:
        for number in range(count):
            titles = (f"Story {number}.{entry} of the harbor" for entry in range(entries))
            feed = a_feed(*titles, address=f"https://courier-{number}.example")
            server.page(f"/{number}", feed, "application/rss+xml", ETag=f'"{number}"')
        pipe.send(server.port)
        while pipe.recv():
            pipe.send(len(server.asked))


def ours(urls: list[str], folder: Path, pipe: Connection) -> None:
    """Update all of these twice, and print what it took."""
    with newsroom.start(Settings(data_dir=folder)) as room:
        room.library.sources.add_many(((Origin("feed", url, url), None, None) for url in urls), "Subscribed")
        ids = [source.id for source in room.library.shelf.sources()]
        before = 0
        for name in ("all new", "unchanged"):
            wall, cpu, apart = time.perf_counter(), time.process_time(), of_children()
            came, first, listed = [], 0.0, 0.0
            for outcome in room.web.update(ids):
                came.append(outcome.came)
                listed = time.perf_counter() - wall
                first = first or listed
            wall, cpu, apart = time.perf_counter() - wall, time.process_time() - cpu, of_children() - apart
            pipe.send(True)
            asked = pipe.recv()
            total = room.counts(View()).total
            said = f"{came.count('new')} with news, {came.count('same')} without, {came.count('failed')} failed"
            sys.stdout.write(
                f"{name}: {len(ids):,} feeds, {asked - before:,} requests; {said}; {total:,} entries; "
                f"the first listed after {first:.2f} s, all after {listed:.2f}, all parsed and indexed after {wall:.2f}; "
                f"{cpu:.2f} CPU s, {apart:.2f} in other processes\n"
            )
            before = asked


def newsboat(urls: list[str], folder: Path) -> None:
    """The same feeds, reloaded by newsboat into a cache of its own."""
    program = shutil.which("newsboat")
    if program is None:
        sys.stdout.write("newsboat is not installed\n")
        return
    (folder / "urls").write_text("\n".join(urls))
    (folder / "config").write_text("reload-threads 2\n")
    files = ["-u", str(folder / "urls"), "-c", str(folder / "cache.db"), "-C", str(folder / "config")]
    wall, cpu = time.perf_counter(), of_children()
    subprocess.run([program, *files, "-x", "reload"], check=True, capture_output=True)
    wall, cpu = time.perf_counter() - wall, of_children() - cpu
    sys.stdout.write(f"newsboat, all new: {len(urls):,} feeds; {wall:.2f} s, {cpu:.2f} CPU s\n")


def of_children() -> float:
    """CPU seconds of all processes that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(count: int, entries: int) -> None:
    """Both of them on that many feeds."""
    near, far = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(count, entries, far), daemon=True)
    server.start()
    port = near.recv()
    urls = [f"http://127.0.0.1:{port}/{number}" for number in range(count)]
    sys.stdout.write(f"{count:,} feeds with {entries} entries each\n")
    with tempfile.TemporaryDirectory() as folder:
        ours(urls, Path(folder) / "data", near)
        newsboat(urls, Path(folder))
    near.send(False)
    server.join()


def main() -> None:
    """Many small feeds, then fewer large ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--new", type=int, default=200)
    wish = parser.parse_args()
    run(wish.feeds, 1)
    run(wish.new, 100)
    sys.stdout.write(f"most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB\n")


if __name__ == "__main__":
    main()
