"""What the parser left out of a page, each piece with its reason: nothing is hidden from the reader."""

from __future__ import annotations

from reader.model import Article
from reader.tui.keys import Resolver
from reader.tui.painting import Stretch
from reader.tui.views.page import Lines, LinesPane, PageScreen
from reader.typeset.breaking import fill


class LeftOut(PageScreen[None]):
    """The pieces that were left out, in the page's order."""

    def __init__(self, article: Article, resolver: Resolver, *, ascii: bool = False) -> None:
        pane = LinesPane(f"Left out of “{article.title}”", lambda width: left_out_lines(article, width), ascii=ascii)
        super().__init__(pane, resolver, ascii=ascii)

    do_left_out = PageScreen.do_leave


def left_out_lines(article: Article, width: int) -> Lines:
    """Each piece under its reason; the same reason in a row is said once."""
    lines: list[list[Stretch]] = []
    reason = None
    for removed in article.removed:
        if removed.reason != reason:
            reason = removed.reason
            lines += [[], [Stretch(reason, ("head",))]]
        text = " ".join(removed.text.split())
        lines += [[Stretch(text[start:end], ("seen",))] for start, end in fill(text, min(width, 76))]
    return lines[1:] or [[Stretch("Nothing was left out of this page.", ("quiet",))]]
