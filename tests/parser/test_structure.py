"""What frames an element: the nearest quote, table, figure and item around it, and how deep in lists it is."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from reader.parser import markup
from reader.parser.pieces import Outline
from reader.parser.structure import Frame, Frames

TAGS = ("div", "blockquote", "table", "figure", "li", "ul", "ol", "pre")


def outline(html: str) -> Outline:
    body = LexborHTMLParser(html).body
    assert body is not None
    return markup.outline(body)


def plainly(out: Outline, node: int) -> Frame:
    """The frame by climbing from one element to the next, all the way."""
    nearest = {"blockquote": -1, "table": -1, "figure": -1, "li": -1, "pre": -1}
    lists = 0
    while node >= 0:
        tag = out.tags[node]
        lists += tag in ("ul", "ol")
        if nearest.get(tag, 0) == -1:
            nearest[tag] = node
        node = out.parents[node]
    quote, table, figure, item, code = nearest.values()
    return Frame(quote, table, figure, item, code, lists)


@given(st.lists(st.sampled_from([*TAGS, "/"]), max_size=30), st.randoms(use_true_random=False))
def test_frames_are_the_same_in_whatever_order_they_are_asked_for(tags: list[str], chance: Random) -> None:
    html, opened = "", []
    for tag in tags:
        if tag != "/":
            opened.append(tag)
            html += f"<{tag}>a"
        elif opened:
            html += f"</{opened.pop()}>"
    out = outline(html)
    nodes = list(range(len(out.tags)))
    chance.shuffle(nodes)
    frames = Frames(out)
    assert [frames[node] for node in nodes] == [plainly(out, node) for node in nodes]


def test_an_item_in_a_list_in_a_quote() -> None:
    out = outline("<blockquote><ul><li><p>One</p></li></ul></blockquote>")
    frames = Frames(out)
    node = out.pieces[0].node
    assert [out.tags[at] for at in (frames.quote(node), frames[node].item)] == ["blockquote", "li"]
    assert (frames[node].lists, frames[node].table) == (1, -1)
