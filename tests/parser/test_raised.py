"""Exponents, readings over signs and formulas, as they are written on one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from reader.parser import markup

Formula = str | tuple[str, list["Formula"]]
"""A letter, or an element with what is in it."""


def texts(body: str) -> list[str]:
    tree = LexborHTMLParser(f"<html><body>{body}</body></html>")
    assert tree.body is not None
    return [piece.text for piece in markup.outline(tree.body).pieces]


H = "<mi>h</mi><mo>=</mo><mi>a</mi>"


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("10<sup>6</sup> gulls on 3 m<sup>2</sup>, 10<sup>-3</sup>", "10⁶ gulls on 3 m², 10⁻³"),
        ("the 1<sup>st</sup> and <sup>4</sup>He", "the 1st and 4He"),
        ('the gate<a href="#n"><sup>2</sup></a>', "the gate[2]"),
        ("<ruby>港<rt>みなと</rt></ruby>の船", "港(みなと)の船"),
        ("<ruby>港<rp>（</rp><rt>みなと</rt><rp>）</rp></ruby>の船", "港（みなと）の船"),
    ],
)
def test_what_stands_above_the_line_does_not_run_into_what_is_on_it(page: str, said: str) -> None:
    assert texts(f"<p>{page}</p>") == [said]


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        (f"<math>{H}</math>", "h=a"),
        (f'<math><semantics><mrow>{H}</mrow><annotation encoding="application/x-tex">h = a</annotation></semantics></math>', "h=a"),
        ("<math><mfrac><mn>1</mn><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></mfrac></math>", "1/(a+b)"),
        ("<math><msup><mi>x</mi><mn>2</mn></msup></math>", "x^2"),
        (f'<span class="k"><span><math>{H}</math></span><span aria-hidden="true"><span>h</span>=<span>a</span></span></span>', "h=a"),
        (f'<span><nobr aria-hidden="true"><span>h=a</span></nobr><span class="m"><math>{H}</math></span></span>', "h=a"),
        (f'<mjx-container><mjx-math aria-hidden="true"></mjx-math><mjx-assistive-mml><math>{H}</math></mjx-assistive-mml></mjx-container>', "h=a"),
    ],
)  # fmt: skip
def test_a_formula_is_said_once_within_its_sentence(formula: str, said: str) -> None:
    assert texts(f"<p>The height is {formula} in calm water.</p>") == [f"The height is {said} in calm water."]


def test_what_only_claims_to_be_a_formula_is_read_as_what_it_is() -> None:
    long = "The ferry sailed. " * 150
    assert texts(f"<math><mtext>{long}</mtext></math><p>On</p>") == [long.strip(), "On"]
    deep = "<mrow>" * 40 + "<mi>h</mi>" + "</mrow>" * 40
    assert texts(f"<p>So {'<math>' + deep + '</math>'} is</p>") == ["So h is"]


@given(st.recursive(st.sampled_from(["a", "b1", "c"]), lambda inner: st.tuples(st.sampled_from(["mfrac", "msup", "msub", "mrow", "mtd", "math", "sup"]), st.lists(inner, max_size=4)), max_leaves=20))  # fmt: skip
def test_no_letter_of_a_formula_is_lost(tree: Formula) -> None:
    def html(part: Formula) -> str:
        return part if isinstance(part, str) else f"<{part[0]}>{''.join(map(html, part[1]))}</{part[0]}>"

    def letters(text: str) -> list[str]:
        return sorted(sign for sign in text.replace("¹", "1") if sign.isalnum())

    source = html(tree)
    body = LexborHTMLParser(source).body
    assert body is not None
    assert letters("".join(texts(f"<p><math>{source}</math></p>"))) == letters(body.text())


@pytest.mark.parametrize("inner", ['<button class="toggle">Who pays?</button>', "<div><span>Who pays?</span></div>"])
def test_a_heading_is_one_whatever_stands_in_it(inner: str) -> None:
    tree = LexborHTMLParser(f"<body><h3>{inner}</h3><p>The county.</p></body>")
    assert tree.body is not None
    out = markup.outline(tree.body)
    assert [out.tags[piece.node] for piece in out.pieces] == ["h3", "p"]
