"""Articles as one HTML page, read again by a browser's parser: nothing runs, and no word is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.formats.webpage import spanned, webpage
from reader.model import Article, Block, BlockKind, Note, Passage, Place, Span
from tests.builders import an_article, place

ANY = st.text(st.sampled_from("ab <>&\"'/=!-\n;") | st.characters(exclude_categories=["Cc", "Cs"]), max_size=40)
EVIL = "</p></article><script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt; \"' onclick='x'"


def read(article: Article, *passages: Passage) -> LexborHTMLParser:
    return LexborHTMLParser(webpage(article, passages))


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [node.text() for node in page.css(selector)]


def passage(*places: Place, quote: str = "old ferry", note: str = "") -> Passage:
    return Passage("p", 1, quote, places, "{}", note, state="same" if places else "gone")


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_a_page_has_its_parts() -> None:
    article = an_article(
        "Text.",
        title="Ferry",
        standfirst="Two years.",
        byline=("Ada Brandt",),
        publisher="Port Post",
        url="https://h.example/f",
        notes=(Note("correction", "We erred."),),
    )
    page = read(article)
    assert texts(page, "title") == texts(page, "h1") == ["Ferry"]
    assert texts(page, "p") == [
        "Two years.", "Ada Brandt · 2026-03-14 12:00 UTC · Port Post", "Text.", "We erred.", "https://h.example/f",
    ]  # fmt: skip
    assert [node.attributes["lang"] for node in page.css("html")] == ["en"]


def test_blocks_become_their_elements() -> None:
    blocks = (
        Block("heading", "Boats", level=3),
        Block("heading", "Deep", level=60),
        Block("list_item", "one", ordered=True),
        Block("list_item", "two", ordered=True),
        Block("list_item", "three"),
        Block("quote", "We waited.", author="Ines"),
        Block("code", "\nx = 1\n  y < 2"),
        Block("table", "Day\tBoats", rows=(("Day", "Boats"), ("Monday", "4"))),
        Block("table", "Only\ttext"),
        Block("image", caption="In port", credit="Okafor"),
        Block("image"),
        Block("rule"),
    )
    page = read(Article("", blocks))
    assert texts(page, "h3") == ["Boats"]
    assert texts(page, "h6") == ["Deep"]
    assert texts(page, "ol > li") == ["one", "two"]
    assert texts(page, "ul > li") == ["three"]
    assert texts(page, "blockquote") == ["We waited.— Ines"]
    assert texts(page, "pre") == ["\nx = 1\n  y < 2"]
    assert texts(page, "td") == ["Day", "Boats", "Monday", "4"]
    assert "Only\ttext" in texts(page, "p")
    assert texts(page, "figcaption") == ["In port (Okafor)", "Image"]
    assert len(page.css("hr")) == 1


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("https://h.example/a?b=1&c=\"2'", True),
        ("HTTP://H.example", True),
        ("mailto:ines@harbor.example", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("https://h.example/\x00", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("/relative", False),
        ("", False),
        (None, False),
    ],
)
def test_links_lead_to_the_web_or_to_a_mailbox(address: str | None, leads: bool) -> None:
    block = Block("paragraph", "The page", spans=(Span(4, 8, "link", address),))
    page = read(Article("", (block,), url=address))
    assert [node.attributes["href"] for node in page.css("a")] == ([address, address] if leads else [])
    assert texts(page, "p")[0] == "The page"


def test_passages_are_marked_wherever_they_stand() -> None:
    blocks = (
        Block("paragraph", "The old ferry waits."),
        Block("image", caption="The ferry in port"),
        Block("code", "a = 1"),
    )
    places = [
        Place("title", 0, 0, 5), Place("standfirst", 0, 4, 9), place(0, 4, 13), Place("caption", 1, 4, 9), place(2, 0, 1),
    ]  # fmt: skip
    page = read(Article("Ferry line", blocks, standfirst="Two years."), *map(passage, places))
    assert texts(page, "mark") == ["Ferry", "years", "old ferry", "ferry", "a"]


def test_a_table_has_its_caption_and_its_passages() -> None:
    rows = (("Day", "Boats", "Crew"), ("Monday", "4", "Ines <i>"))
    text = "\n".join(map("\t".join, rows))
    block = Block("table", text, rows=rows, caption="Boats of Kelso")
    at = text.index("oats")
    over = place(0, text.index("4"), text.index("Ines") + 4)
    page = read(Article("", (block,)), *map(passage, (Place("caption", 0, 9, 14), place(0, at, at + 4), over)))
    assert texts(page, "caption") == ["Boats of Kelso"]
    assert texts(page, "mark") == ["Kelso", "oats", "4", "Ines"]
    assert [it.text() for it in page.css("td")] == [cell for row in rows for cell in row]
    bare = read(Article("", (Block("table", "Only\ttext", caption="Boats"),)))
    assert texts(bare, "p") == ["Boats", "Only\ttext"]


def test_lists_in_lists_are_lists_in_lists() -> None:
    levels = ((1, False), (2, False), (3, True), (3, True), (1, False), (4, True), (1, True), (2, True))
    blocks = tuple(
        Block("list_item", f"item {number}", level=level, ordered=ordered)
        for number, (level, ordered) in enumerate(levels)
    )
    page = read(Article("", (*blocks, Block("paragraph", "After."))), passage(place(1, 0, 4)))
    inside = [
        (f"item {number}", sum(it.tag in ("ul", "ol") for it in around(page, number))) for number in range(len(levels))
    ]
    assert inside == [(f"item {k}", depth) for k, depth in enumerate((1, 2, 3, 3, 1, 2, 1, 2))]
    assert [node.tag for node in page.css("article > *")] == ["h1", "ul", "ol", "p"]
    assert texts(page, "article > ul > li > ol > li") == ["item 5"]
    assert texts(page, "ul ul ol > li") == ["item 2", "item 3"]
    assert "\n" not in page.css("article > ul")[0].text() and texts(page, "mark") == ["item"]


def around(page: LexborHTMLParser, number: int) -> list[LexborNode]:
    """The elements around an item."""
    node: LexborNode | None = next(it for it in page.css("li") if it.text().startswith(f"item {number}"))
    found = []
    while node is not None and (node := node.parent) is not None:
        found.append(node)
    return found


def test_notes_and_lost_passages_stand_at_the_end() -> None:
    found = [passage(place(0, 4, 9)), passage(place(0, 0, 3), quote="noted", note="Ask <Ines>."), passage(quote="lost")]
    page = read(an_article("The old ferry."), *found)
    assert texts(page, "h2") == ["Notes"]
    assert texts(page, "blockquote") == ["noted", "lost"]
    assert texts(page, "p.note") == ["Ask <Ines>."]
    assert not read(an_article(), passage(place(0, 0, 3))).css("h2")


def test_spans_that_cross_are_cut_and_one_link_is_enough() -> None:
    spans = (
        Span(0, 6, "strong"),
        Span(4, 9, "emphasis"),
        Span(0, 9, "link", "https://1"),
        Span(2, 5, "link", "https://2"),
    )
    made = spanned("abcdefghi", spans, [(5, 7)])
    page = LexborHTMLParser(f"<p>{made}</p>")
    assert texts(page, "p") == ["abcdefghi"]
    assert "".join(texts(page, "strong")) == "abcdef"
    assert "".join(texts(page, "em")) == "efghi"
    assert "".join(texts(page, "mark")) == "fg"
    assert {node.attributes["href"] for node in page.css("a")} == {"https://1"}
    assert not page.css("a a")


def test_nothing_that_an_article_says_runs() -> None:
    block = Block("paragraph", EVIL, spans=(Span(0, 9, "link", "https://h.example/\"onclick='x'"),))
    kinds: tuple[BlockKind, ...] = ("heading", "quote", "list_item", "image", "table", "code")
    others = tuple(
        Block(kind, EVIL, author=EVIL, caption=EVIL, credit=EVIL, rows=((EVIL,),), level=2) for kind in kinds
    )
    article = Article(
        EVIL,
        (block, *others),
        EVIL,
        (EVIL,),
        publisher=EVIL,
        url=f"https://{EVIL}",
        language=EVIL,
        notes=(Note("credit", EVIL),),
    )
    page = read(article, passage(place(0, 0, 5), quote=EVIL, note=EVIL))
    assert not page.css("script, img, b")
    assert not [node for node in page.css("*") if any(name.startswith("on") for name in node.attributes)]
    assert len(page.css("article")) == 1
    assert squeezed(texts(page, "h1")[0]) == squeezed(EVIL)


SPANS = st.lists(
    st.builds(
        lambda a, b, style: Span(min(a, b), max(a, b), style, "https://h.example/" if style == "link" else None),
        st.integers(0, 50),
        st.integers(0, 50),
        st.sampled_from(["emphasis", "strong", "code", "link"]),
    ),
    max_size=6,
)


@given(ANY, SPANS, st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=4))
def test_whatever_is_spanned_and_marked_the_words_stay(
    text: str, spans: list[Span], marks: list[tuple[int, int]]
) -> None:
    page = LexborHTMLParser(f"<pre>\n{spanned(text, tuple(spans), marks)}</pre>")
    assert texts(page, "pre") == [text]
    for tag, style in (("strong", "strong"), ("em", "emphasis"), ("a", "link")):
        over = {at for it in spans if it.style == style for at in range(it.start, min(it.end, len(text)))}
        assert "".join(texts(page, tag)) == "".join(text[at] for at in sorted(over))
    marked = {at for a, b in marks for at in range(a, min(b, len(text)))}
    assert "".join(texts(page, "mark")) == "".join(text[at] for at in sorted(marked))


@given(ANY, ANY, ANY)
def test_every_word_of_any_article_stands_on_its_page(title: str, text: str, note: str) -> None:
    article = Article(title, (Block("paragraph", text), Block("list_item", text), Block("quote", text)), note or None)
    page = read(article, passage(quote=text, note=note))
    assert texts(page, "h1") == [title]
    assert texts(page, "li") == [text]
    assert texts(page, "blockquote") == [text, text]
    assert texts(page, "p.note") == ([note] if note else [])


def test_a_list_at_the_end_is_closed_and_two_kinds_are_two_lists() -> None:
    blocks = (
        Block("list_item", "one"),
        Block("list_item", "first", ordered=True),
        Block("list_item", "second", ordered=True),
    )
    page = webpage(Article("Lists", blocks))
    assert "<ul>" in page and page.index("</ul>") < page.index("<ol>") < page.index("</ol>")
    assert page.count("<li>") == 3
