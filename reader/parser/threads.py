"""Pages that are nothing but what people say to each other: a thread is kept as a whole, or not at all."""

from __future__ import annotations

from reader.parser.portions import MOST_PIECES, Sorted
from reader.parser.seen import Seen
from reader.parser.vocabulary import COMMENT_BIT

_SHARE = 0.8
"""Share of the kept pieces that stand in comments, from which these are the page."""
_REACH = 3


def threads(seen: Seen, found: Sorted) -> None:
    """Where comments are the page, all that stands in elements named as those of the kept ones is kept; the scorer, which knows
    comments as what stands under a story, keeps some of them."""
    above, owners = seen.above, seen.owners
    if seen.comments or not found.last or not above[owners[found.first]] & COMMENT_BIT:
        return  # where there is a story, comments are told apart
    body = [index for index, part in enumerate(found.parts) if part == "body"]
    said = [index for index in body if above[owners[index]] & COMMENT_BIT]
    if len(said) < _SHARE * len(body):
        return
    kinds = {_called(seen, index) for index in said} - {""}
    for index in range(min(len(owners), MOST_PIECES)):
        if found.parts[index] == "furniture" and above[owners[index]] & COMMENT_BIT and _called(seen, index) in kinds:
            found.parts[index] = "body"


def _called(seen: Seen, index: int) -> str:
    """The first word of the class of the nearest element around a piece that has one."""
    node = seen.owners[index]
    for _ in range(_REACH):
        if node < 0 or seen.out.names[node]:
            break
        node = seen.out.parents[node]
    return (seen.out.names[node].split() or [""])[0] if node >= 0 else ""
