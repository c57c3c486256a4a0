"""What frames an element: the nearest quote, table, figure and item around it, and how deep in lists it is."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from reader.model import Block, Page
from reader.parser import markup, parse
from reader.parser.pieces import Outline
from reader.parser.structure import Frame, Frames

TEXT = (
    "The boat was taken out of the water two years ago, and nobody on the quay thought that it would ever float again. "
    * 2
)
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


def blocks(html: str) -> list[Block]:
    whole = f"<html><body><article><h1>A headline of the page</h1><p>{TEXT}</p>{html}<p>{TEXT[::-1]}</p><p>{TEXT.upper()}</p></article></body></html>"
    return [block for block in parse(Page(whole.encode(), None)).blocks if block.kind in ("image", "table")]


def test_a_table_has_the_caption_of_its_figure() -> None:
    rows = "<tr><th>Wheel</th><th>Teeth</th></tr><tr><td>Center</td><td>64</td></tr>"
    (table,) = blocks(f"<figure><table>{rows}</table><figcaption>The going train</figcaption></figure>")
    assert (table.kind, table.caption) == ("table", "The going train")


def test_words_and_credit_in_one_captions_element_are_of_one_picture() -> None:
    (image,) = blocks(
        "<div><img src=a.png></div><figcaption><div><p>The boat at its quay.</p></div><span class=credit>INES MOREAU</span></figcaption>"
    )
    assert (image.caption, image.credit) == ("The boat at its quay.", "INES MOREAU")


def test_a_chapter_in_a_captions_element_stays_a_chapter() -> None:
    whole = f"<div><h2>A harbor</h2><img src=a.png><figcaption><p>{TEXT[:60]}</p><p>{TEXT}</p></figcaption></div>"
    assert all(block.caption is None for block in blocks(whole))


def test_whose_picture_it_is_may_stand_before_the_words() -> None:
    (image,) = blocks(
        "<figure><img src=a.png><figcaption>Foto: Ines Moreau, Noviny</figcaption><p>The boat at its quay</p></figure>"
    )
    assert (image.caption, image.credit) == ("The boat at its quay", "Ines Moreau, Noviny")


def test_a_credit_beside_the_captions_element() -> None:
    html = "<div><img src=a.png><div class=image__caption>The boat at its quay.</div><figcaption class=image__credit>Ines Moreau/Bettle</figcaption></div>"
    (image,) = blocks(html)
    assert (image.caption, image.credit) == ("The boat at its quay.", "Ines Moreau/Bettle")


def test_the_mark_behind_a_manuals_heading_is_left_out() -> None:
    whole = f"<html><body><article><h1>A headline</h1><p>{TEXT}</p><h2>Options<a href=#o>¶</a></h2><p>{TEXT[::-1]}</p></article></body></html>"
    (heading,) = [block for block in parse(Page(whole.encode(), None)).blocks if block.kind == "heading"]
    assert (heading.text, heading.spans) == ("Options", ())
