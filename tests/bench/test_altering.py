"""Pages made of others: nothing of the article is lost or moved, and what is new stands where the old stood."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from reader.parser import markup
from reader.parser.pieces import Outline
from tests.bench.altering import Part, growing, less, longer, rebuilt

PAGE = """<body><ul class=menu><li>News</li><li>Sport</li><li>Weather</li><li>Traffic</li><li>Letters</li><li>Archive</li></ul>
<main id=text><h1>The ferry comes back</h1><p>The boat sails again in May.</p><div><p>Two years it lay in the yard.</p></div>
</main>
<footer><p>About us</p><p>Imprint</p><p>Terms</p><p>Jobs</p><p>Help</p><p>Contact</p><p>Press</p></footer></body>"""
BODY = range(6, 9)


def outline(html: str) -> Outline:
    tree = LexborHTMLParser(html)
    assert tree.body is not None
    return markup.outline(tree.body)


OUT = outline(PAGE)
LABELS = [1.0 if index in BODY else 0.0 for index in range(len(OUT.pieces))]


def above(out: Outline, index: int) -> list[str]:
    """The elements around a piece, the nearest first."""
    node, found = out.pieces[index].node, []
    while node >= 0:
        assert out.first[node] <= index < out.last[node]
        found.append(f"{out.tags[node]}.{out.names[node]}")
        node = out.parents[node]
    return found


def test_the_same_parts_are_the_same_page() -> None:
    made = rebuilt(OUT, [Part(index) for index in range(len(OUT.pieces))])
    assert [piece.text for piece in made.pieces] == [piece.text for piece in OUT.pieces]
    assert made.words == OUT.words
    assert [above(made, index) for index in range(len(made.pieces))] == [
        above(OUT, index) for index in range(len(OUT.pieces))
    ]


@given(st.sets(st.integers(0, len(LABELS) - 1), min_size=1))
def test_elements_that_hold_nothing_go(kept: set[int]) -> None:
    made = rebuilt(OUT, [Part(index) for index in sorted(kept)])
    assert all(first < last for first, last in zip(made.first, made.last, strict=True))
    assert [above(made, place) for place in range(len(kept))] == [above(OUT, index) for index in sorted(kept)]


@given(st.integers(0, 500))
def test_less_takes_nothing_of_the_article(seed: int) -> None:
    kept = [part.place for part in less(LABELS, Random(seed))]
    assert kept == sorted(set(kept)) and set(BODY) <= set(kept) and len(kept) < len(LABELS)


def test_nothing_is_less_than_an_article_alone() -> None:
    assert less([1.0] * 9, Random(1)) == [] == less([0.0] * 9, Random(1))


@given(st.integers(0, 500))
def test_longer_adds_sentences_beside_the_article_s_paragraphs(seed: int) -> None:
    parts = longer(growing(OUT), LABELS, Random(seed))
    if not parts:
        return
    assert [part.place for part in parts if part.text is None] == list(range(len(LABELS)))
    made = rebuilt(OUT, parts)
    words = {word.lower().strip(".") for index in BODY for word in OUT.words[index]}
    for index, part in enumerate(parts):
        if part.text is not None:
            assert part.place in (7, 8) and part.text.endswith(".")
            assert {word.lower().strip(".") for word in part.text.split()} <= words
            assert above(made, index) == above(OUT, part.place)
    assert made.pieces[-1].text == "Press"
