"""The process that an update beside whoever reads runs in: it opens the library for itself, and tells each step."""

from __future__ import annotations

import threading
import traceback
from datetime import datetime, timedelta
from time import monotonic

from reader.apart import Channel
from reader.errors import ReaderError
from reader.library import Library
from reader.newsroom.beside import Failed, Wish, steps
from reader.newsroom.desks import all_but_two
from reader.newsroom.web import Web


def main(channel: Channel) -> None:
    """Be the process: do one update for whoever is at the other end."""
    wish: Wish = channel.hear()
    began, stopped = monotonic(), threading.Event()

    def clock() -> datetime:
        return wish.now + timedelta(seconds=monotonic() - began)

    try:
        with Library.open(wish.library, clock=clock) as library:
            web = Web(library, clock)
            web.desks = all_but_two()
            threading.Thread(target=_heed, args=(channel, web, stopped), daemon=True).start()
            for step in steps(web, wish.which, wish.points, stopped):
                channel.tell(step)
            web.close()
        channel.tell(None)
    except ReaderError as error:
        channel.tell(Failed(error.happened, error.advice))
    except EOFError:  # nobody is there any more
        return
    except BaseException:
        channel.tell(Failed("", defect=traceback.format_exc()))


def _heed(channel: Channel, web: Web, stopped: threading.Event) -> None:
    """Stop when the other end says nothing more, as a killed program does not."""
    for _ in channel.heard():
        pass
    stopped.set()
    web.stop()
