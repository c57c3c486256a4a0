"""Updating many feeds from a server on loopback, by hand: `python -m tests.bench.feeds [--feeds 1000]`.

Prints requests, seconds and CPU seconds for feeds that have not changed (304) and for feeds that are all new, read to
entries. The server is another process, so that its own work is not counted; all feeds stand on one host, which two
requests at most reach at a time.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from multiprocessing.connection import Connection

from reader import feeds
from reader.fetch import Fetcher, Request, fetch_all
from tests.fakes import Server, a_feed

ENTRIES = 100


def serve(count: int, pipe: Connection) -> None:
    """Serve that many feeds until the other end hangs up; then tell how often one was asked for."""
    with Server() as server:
        for number in range(count):
            titles = (f"Story {number}.{entry} of the harbor" for entry in range(ENTRIES))
            feed = a_feed(*titles, address=f"https://courier-{number}.example")
            server.page(f"/{number}", feed, "application/rss+xml", ETag=f'"{number}"')
        pipe.send(server.port)
        pipe.recv()
        pipe.send((len(server.asked), server.busiest))


def update(port: int, count: int, *, changed: bool) -> tuple[int, int]:
    """Fetch every feed once and read those that came: (feeds that came, entries)."""
    requests = [
        Request(f"http://127.0.0.1:{port}/{number}", etag=None if changed else f'"{number}"', accept="feed")
        for number in range(count)
    ]
    came = entries = 0
    with Fetcher() as fetcher:
        for result in fetch_all(fetcher, requests):
            if result.failure:
                raise result.failure
            if result.answer and result.answer.page:
                came += 1
                entries += len(feeds.read(result.answer.page).entries)
    return came, entries


def main() -> None:
    """Run both updates and print what they took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--new", type=int, default=200)
    wish = parser.parse_args()
    for name, count, changed in (("unchanged", wish.feeds, False), ("all new", wish.new, True)):
        ours, theirs = multiprocessing.Pipe()
        server = multiprocessing.Process(target=serve, args=(count, theirs), daemon=True)
        server.start()
        port = ours.recv()
        wall, cpu = time.perf_counter(), time.process_time()
        came, entries = update(port, count, changed=changed)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        ours.send(None)
        asked, busiest = ours.recv()
        server.join()
        sys.stdout.write(
            f"{name}: {count} feeds, {asked} requests, at most {busiest} at once; {came} came with {entries} entries; "
            f"{wall:.2f} s, {cpu:.2f} CPU s\n"
        )
    sys.stdout.write(f"most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB\n")


if __name__ == "__main__":
    main()
