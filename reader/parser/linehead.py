"""The head of scraped text: byline, dates and publisher out of lines that nothing marks up.

Only lines around the headline count, and only what they say plainly; a page's last lines tell who publishes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.parser import bylines, datelines, languages
from reader.parser.heads import Head, Said
from reader.parser.imprints import publisher_of
from reader.parser.line_bylines import among_lines
from reader.parser.pieces import Piece

_BEFORE, _AFTER = 3, 14
"""Lines before and after the headline in which bylines and dates stand."""


def read_line_head(
    pieces: Sequence[Piece], top: int, first: int, *, skip: Mapping[int, object] | None = None, url: str | None = None
) -> Head:
    """What lines say of who wrote an article, when, for whom, in which language; not its title and standfirst.

    `top` is the headline's line, `first` the first line of the body; lines in `skip` are something else already.
    """
    passed = skip or {}
    texts = [piece.text for piece in pieces]
    language = languages.of_text(texts)
    order = datelines.order_of(language, url)
    near = [
        index
        for index in range(max(0, top - _BEFORE), min(len(texts), max(first, top + 1) + 6, top + _AFTER))
        if index != top and index not in passed
    ]
    lines = [texts[index] for index in near]
    published, updated, dated = datelines.from_lines(lines, order)
    said: dict[int, Said] = {near[index]: "date" for index in dated}
    names = _byline(lines, near, said, sum(index < top for index in near) - 1)
    if published is None:
        published = datelines.from_address(url)
    published, updated = datelines.sensible(published, updated)
    return Head(
        byline=bylines.signers(names),
        published=published,
        updated=updated,
        publisher=publisher_of(texts),
        url=url,
        language=language,
        said=said,
    )


def _byline(lines: Sequence[str], near: Sequence[int], said: dict[int, Said], top: int) -> tuple[str, ...]:
    """The byline among lines near a headline, which stands behind the line `top`; `said` learns which line it is."""
    used: dict[int, Said] = {}
    names = among_lines(lines, used, top)
    for index, kind in used.items():
        said[near[index]] = kind
    return names
