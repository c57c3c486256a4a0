"""What a feed carries of an article: every word of it, as blocks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.parser.fragment import read_fragment

BASE = "https://courier.example/2026/pier"
BODY = (
    '<p>The pier <em>will</em> be <a href="/plan">rebuilt</a>.</p><h2>Money</h2><blockquote>We waited.</blockquote>'
    '<ul><li>stone<li>wood</ul><figure><img src="pier.jpg"><figcaption>The old pier</figcaption></figure>'
    "<table><tr><th>Year<th>Cost<tr><td>2026<td>3</table><pre>a  b</pre>"
)


def test_a_fragment_becomes_blocks_of_every_kind() -> None:
    blocks, removed = read_fragment(BODY, BASE)
    kinds = ["paragraph", "heading", "quote", "list_item", "list_item", "image", "table", "code"]
    assert [block.kind for block in blocks] == kinds
    assert blocks[0].text == "The pier will be rebuilt."
    assert [(span.style, span.address) for span in blocks[0].spans] == [
        ("emphasis", None),
        ("link", "https://courier.example/plan"),
    ]
    assert (blocks[5].caption, blocks[5].address) == ("The old pier", "https://courier.example/2026/pier.jpg")
    assert removed == ()


def test_text_without_any_tag_is_a_paragraph() -> None:
    blocks, _ = read_fragment("Two &amp; three", None)
    assert [block.text for block in blocks] == ["Two & three"]
    assert read_fragment("", None) == ((), ())


def test_what_a_program_wrote_under_a_text_is_left_out_and_kept_as_removed() -> None:
    tail = '<p>The post <a href="/x">Pier</a> appeared first on <a href="/">Courier</a>.</p>'
    blocks, removed = read_fragment(f"<p>Read more</p><p>The pier stands.</p>{tail}", BASE)
    assert [block.text for block in blocks] == ["Read more", "The pier stands."], "above the text it may be text"
    assert [(it.reason, it.text) for it in removed] == [("furniture", "The post Pier appeared first on Courier.")]


@given(st.text(alphabet="<>/ab &;\"'=pdivlitable\n", max_size=300))
def test_no_word_is_lost_or_invented_and_nothing_raises(html: str) -> None:
    blocks, removed = read_fragment(html, BASE)
    assert (blocks, removed) == read_fragment(html, BASE)
    said = "".join(block.text + (block.caption or "") for block in blocks) + "".join(it.text for it in removed)
    if "<" not in html and "&" not in html:
        assert "".join(filter(str.isalnum, said)) == "".join(filter(str.isalnum, html))


def test_nesting_without_end_is_read() -> None:
    blocks, _ = read_fragment("<div>" * 20_000 + "deep", BASE)
    assert [block.text for block in blocks] == ["deep"]
