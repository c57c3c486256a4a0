"""Links that the terminal itself opens (OSC 8): addresses pass a gate of their own before they are sent to it.

https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda is what terminals follow: an address is made of the
printable characters of ASCII, everything else is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import quote

from reader.model import Line
from reader.outside import safe
from reader.tui.painting import Stretch

_PRINTABLE = "".join(map(chr, range(0x21, 0x7F)))
LONGEST = 2083
"""Characters of an address that terminals take (VTE and iTerm2 cut off there)."""


@lru_cache(maxsize=512)
def for_terminal(address: str) -> str:
    """An address as a terminal may get it; empty for one that nobody should open by a click.

    Only web and mail addresses, without control characters or spaces.
    """
    if not safe(address):
        return ""
    escaped = quote(address, safe=_PRINTABLE)
    return escaped if len(escaped) <= LONGEST else ""


def linked(stretches: Iterable[Stretch], line: Line) -> Iterator[Stretch]:
    """The stretches of a line, those that are links with their addresses."""
    at = 0
    for each in stretches:
        address = next((it.address for it in line.pieces if it.address and it.start <= at < it.end), None)
        yield each._replace(address=for_terminal(address)) if address else each
        at += len(each.text)
