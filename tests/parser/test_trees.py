"""HTML pages to articles: what is kept, as what; what is left out, and why; nothing lost, nothing invented."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from reader.model import Article, Block, Page
from reader.parser import markup, parse
from reader.parser.trees import read_tree

BODY = [
    "The council voted on Tuesday to reopen the ferry line, two years after the last boat was taken out of the water.",
    "Its engine has been kept warm by a crew of nine, who came to the yard every week without being paid for it, they said.",
    "“We never believed that it was over,” said Ines Moreau, who steered the boat for a quarter of a century before that.",
    "The city pays half of the repair, and the other half comes from a fund for old ships that was set up last spring.",
    "On the far bank the news was received with some doubt, since the bus has taken the schoolchildren there in the meantime.",
    "Whether they will come back to the water depends on the price, which nobody in the town hall wanted to name on Tuesday.",
]
TITLE = "Ferry line to reopen after two years on dry land"
SECTIONS = ("news", "sport", "weather", "travel", "money", "opinion")
MENU = "".join(f'<li><a href="/{word}">{word.title()}</a></li>' for word in SECTIONS)


def page(*inside: str) -> Article:
    """A plain news page with that between its third and fourth paragraph."""
    paragraphs = [f"<p>{text}</p>" for text in BODY]
    body = "".join([*paragraphs[:3], *inside, *paragraphs[3:]])
    html = (
        f"<!doctype html><html><head><title>{TITLE} | Harbor Courier</title></head><body>"
        f'<header><nav class="menu"><ul>{MENU}</ul></nav></header><main><article class="story"><h1>{TITLE}</h1><p class="byline">By Tom Adeyemi</p>'
        f'<div class="article-body">{body}</div></article></main>'
        f'<footer class="site-footer"><ul>{MENU}</ul><p>© 2026 Harbor Courier. All rights reserved.</p></footer></body></html>'
    )
    return parse(Page(html.encode(), "https://courier.example/ferry"))


def kinds(article: Article) -> list[str]:
    return [block.kind for block in article.blocks]


def one(article: Article, kind: str) -> Block:
    """The only block of a kind."""
    found = [block for block in article.blocks if block.kind == kind]
    assert len(found) == 1
    return found[0]


def reasons(article: Article) -> dict[str, str]:
    return {piece.text: piece.reason for piece in article.removed}


def test_the_article_and_nothing_else() -> None:
    article = page()
    assert article.title == TITLE
    assert [block.text for block in article.blocks] == BODY


def test_what_stands_around_is_left_out_with_its_reason() -> None:
    found = reasons(page())
    assert found["Sport"] == "navigation"
    assert found["© 2026 Harbor Courier. All rights reserved."] == "legal"


def test_headings_keep_their_level() -> None:
    heading = one(page("<h3>Half from the city</h3>"), "heading")
    assert (heading.text, heading.level) == ("Half from the city", 3)


def test_a_quote_is_signed_by_the_line_under_it() -> None:
    words = "The engine was never cold in all that time, and neither were we, whatever they say of us in the town."
    quote = one(page(f"<blockquote><p>{words}</p><p>— Ines Moreau, pilot</p></blockquote>"), "quote")
    assert (quote.text, quote.author) == (words, "Ines Moreau, pilot")


def test_an_embedded_post_is_a_quote_with_its_author() -> None:
    words = "First trip at seven in the morning, and there will be coffee on board for everybody who helped us."
    post = f'<blockquote class="post-embed"><p>{words}</p>— Harbor Ferry (@ferry) <a href="https://p.example/1">May 3</a></blockquote>'
    quote = one(page(post), "quote")
    assert (quote.text, quote.author) == (words, "Harbor Ferry (@ferry) May 3")


def test_lists_keep_depth_and_order() -> None:
    inner = "<ul><li>Two life rafts for twenty people each, checked by the yard in April of this year.</li></ul>"
    article = page(
        "<p>The list of the works that the yard has offered to the council:</p>"
        f"<ol><li>A new shaft, which has to come from a foundry on the coast in the north.</li>{inner}</ol>"
    )
    items = [block for block in article.blocks if block.kind == "list_item"]
    assert [(item.level, item.ordered) for item in items] == [(1, True), (2, False)]


def test_a_table_of_data_is_one_block_of_rows() -> None:
    rows = (("Year", "Passengers", "Trips"), ("2022", "81,000", "5,100"), ("2023", "64,000", "4,700"))
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    table = one(page(f"<table>{cells}</table>"), "table")
    assert table.rows == rows
    assert table.text == "\n".join("\t".join(row) for row in rows)


def test_a_picture_carries_caption_and_credit() -> None:
    article = page(
        '<figure><img src="/boat.jpg"><figcaption>The boat in the yard last week. Photo: Tom Adeyemi</figcaption></figure>'
    )
    image = one(article, "image")
    assert (image.caption, image.credit) == ("The boat in the yard last week.", "Tom Adeyemi")
    assert image.address == "https://courier.example/boat.jpg"


def test_code_keeps_its_lines() -> None:
    program = "for trip in trips:\n    print(trip.time, trip.passengers, trip.captain)\n    trip.close()"
    article = page(f"<p>The timetable is made by a few lines that anybody may read:</p><pre>{program}</pre>")
    assert one(article, "code").text == program


def test_links_and_emphasis_are_spans_of_the_text() -> None:
    text = 'The plan of the harbor was <em>never</em> in doubt,  as <a href="/plan">the plan</a> of <b>2019</b> shows to all.'
    block = page(f"<p>{text}</p>").blocks[3]
    found = {(block.text[span.start : span.end], span.style, span.address) for span in block.spans}
    assert found == {
        ("never", "emphasis", None),
        ("the plan", "link", "https://courier.example/plan"),
        ("2019", "strong", None),
    }


def test_a_pull_quote_that_repeats_the_text_is_left_out() -> None:
    pulled = "who steered the boat for a quarter of a century"
    article = page(f"<blockquote><p>{pulled}</p></blockquote>")
    assert pulled not in [block.text for block in article.blocks]
    assert [block.text for block in article.blocks] == BODY


def test_a_line_to_another_story_is_related() -> None:
    article = page('<p><b>Read more:</b> <a href="/bus">Bus fares rise in the harbor towns</a></p>')
    assert [(story.title, story.url) for story in article.related] == [
        ("Bus fares rise in the harbor towns", "https://courier.example/bus")
    ]
    assert [block.text for block in article.blocks] == BODY


@pytest.mark.parametrize(
    "box",
    [
        '<aside class="newsletter-signup"><h3>The Tide</h3><p>Every Friday in your inbox.</p></aside>',
        '<div class="signup"><strong>The Tide</strong><p>Every Friday. Sign up now and you accept our terms.</p></div>',
    ],
)
def test_a_box_takes_its_title_with_it(box: str) -> None:
    article = page(box)
    assert "The Tide" not in [block.text for block in article.blocks]
    assert reasons(article)["The Tide"] == "newsletter"


def test_a_paragraph_that_wants_an_address_and_consent_is_no_paragraph_of_the_article() -> None:
    asks = "The harbor in your inbox, every Friday morning. By signing up you agree to our terms, said the editors."
    tells = "She writes a newsletter about the harbor, which every crew on the coast has read since the spring of 2019."
    article = page(f"<p>{asks}</p>", f"<p>{tells}</p>")
    assert reasons(article)[asks] == "newsletter"
    assert tells in [block.text for block in article.blocks]


def test_a_heading_over_a_mere_advert_stays() -> None:
    article = page("<section><h2>The other bank</h2><div>Advertisement</div></section>")
    assert "The other bank" in [block.text for block in article.blocks]


def test_a_consent_box_is_consent() -> None:
    banner = '<div id="cookie-banner">We keep cookies. <p>Accept all</p></div>'
    article = page(banner)
    assert (reasons(article)["We keep cookies."], reasons(article)["Accept all"]) == ("consent", "consent")


def described(top: str, described_as: str) -> Article:
    head = (
        f'<meta property="og:description" content="{described_as}"><link rel="canonical" href="https://x.example/a/b">'
    )
    inside = "".join(f"<p>{text}</p>" for text in BODY)
    return parse(
        Page(f"<html><head>{head}</head><body><h1>The ferry comes back</h1>{top}{inside}</body></html>".encode())
    )


TEASER = "For two years nobody crossed the river here, and nobody got used to it."


def test_a_teaser_that_the_page_is_described_with_is_the_standfirst() -> None:
    article = described(f'<p class="teaser">{TEASER}</p><p>By Nora Whitfield</p>', TEASER)
    assert article.standfirst == TEASER
    assert TEASER not in [block.text for block in article.blocks]


def test_a_first_paragraph_that_the_page_is_described_with_stays() -> None:
    article = described(f"<p>{TEASER}</p>", TEASER)
    assert article.standfirst is None
    assert article.blocks[0].text == TEASER


def test_relative_addresses_are_the_pages_else_the_canonical_ones() -> None:
    figure = '<figure><img src="/img/boat.jpg"><figcaption>The boat in its yard.</figcaption></figure>'
    article = described("", "")
    assert article.url == "https://x.example/a/b"
    story = "".join(f"<p>{text}</p>" for text in BODY)
    html = f'<html><head><link rel="canonical" href="https://x.example/a/b"></head><body>{figure}{story}</body></html>'
    for address, host in ((None, "x.example"), ("https://y.example/c", "y.example")):
        image = one(parse(Page(html.encode(), address)), "image")
        assert image.address == f"https://{host}/img/boat.jpg"


def test_corrections_and_credits_stand_apart() -> None:
    article = page(
        "<p>Correction: An earlier version of this article misstated the year in which the boat was built.</p>",
        "<p>Reporting by Nora Whitfield in Port Ellery</p>",
    )
    assert [note.kind for note in article.notes] == ["correction", "credit"]
    assert [block.text for block in article.blocks] == BODY


def test_a_wall_is_named() -> None:
    words = "This article is only available to our paying subscribers"
    html = f"<html><body><article><h1>{TITLE}</h1><div>{''.join(f'<p>{text}</p>' for text in BODY[:3])}</div><div class='wall'><p>{words}</p></div></article></body></html>"
    article = parse(Page(html.encode()))
    assert article.truncated == words
    assert reasons(article)[words] == "paywall"


def test_a_live_blog_is_told_by_its_times() -> None:
    entries = "".join(
        f"<div class='entry'><time>{9 + number}:15</time><p>{text}</p></div>" for number, text in enumerate(BODY)
    )
    html = f"<html><body><main><h1>{TITLE}</h1><div class='live'>{entries}</div></main></body></html>"
    article = parse(Page(html.encode()))
    headings = [block.text for block in article.blocks if block.kind == "heading"]
    assert headings[:3] == ["9:15", "10:15", "11:15"] or headings[:2] == ["10:15", "11:15"]


@pytest.mark.parametrize(
    "box",
    [
        '<aside class="pullquote"><p>“We never believed that it was over”</p></aside>',
        '<blockquote class="pull-quote">We never believed that it was over</blockquote>',
    ],
)
def test_a_short_pull_quote_that_repeats_the_text_is_out(box: str) -> None:
    article = page(box)
    assert [block.text for block in article.blocks] == BODY
    assert [piece.reason for piece in article.removed if "never believed" in piece.text] == ["duplicate"]


def test_a_short_quote_that_repeats_nothing_stays() -> None:
    assert one(page('<blockquote class="pull-quote">It will swim, and it will sing</blockquote>'), "quote").text


@pytest.mark.parametrize(
    "wall",
    [
        "Il vous reste 72 % de cet article à lire. La suite est réservée aux abonnés.",
        "Dieser Artikel ist nur für Abonnenten. Wer schon eines hat, meldet sich hier mit seinem Namen an.",
    ],
)
def test_a_wall_that_reads_like_a_paragraph_ends_the_article_all_the_same(wall: str) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in (*BODY, wall))
    article = parse(Page(f"<html><body><article><h1>{TITLE}</h1>{paragraphs}</article></body></html>".encode()))
    assert article.truncated == wall
    assert reasons(article)[wall] == "paywall"


@pytest.mark.parametrize("tag", ["h2", "h3", "h4"])
def test_a_heading_between_paragraphs_is_kept(tag: str) -> None:
    article = page(f"<div class='ad'>Advertisement</div><{tag}>What happens next</{tag}>")
    assert [block.text for block in article.blocks] == [*BODY[:3], "What happens next", *BODY[3:]]


def test_a_heading_over_a_list_is_kept() -> None:
    text = "Boats up to 30 tons are lifted. On Sundays the crew of the winch has to be called before."
    manual = f"<p>{text}</p><h2>Use</h2><ul><li>the east lever opens the eastern gate</li></ul>"
    found = [it.text for it in parse(Page(manual.encode())).blocks]
    assert found == [text, "Use", "the east lever opens the eastern gate"]


@pytest.mark.parametrize(("code", "kept"), [("gate.open()", True), ('{"distance": 6}', False)])
def test_code_behind_the_last_paragraph_is_kept_but_no_state_of_scripts(code: str, kept: bool) -> None:
    text = "".join(f"<p>{it}</p>" for it in BODY)
    inside = f"<section><h1>{TITLE}</h1>{text}<div class='highlight'><pre>{code}</pre></div></section>"
    article = parse(Page(f"<html><body><main>{inside}</main></body></html>".encode()))
    assert [it.kind for it in article.blocks].count("code") == kept


@pytest.mark.parametrize("code", ["level = 6", "def warn():\n    return 1", "$ ls -la\ntotal 12"])
def test_code_between_paragraphs_keeps_its_lines(code: str) -> None:
    assert one(page(f"<pre><code>{code}</code></pre>"), "code").text == code


def test_a_table_of_contents_goes_with_its_title() -> None:
    links = "".join(f'<li><a href="#{number}">{number}. The boat</a></li>' for number in range(1, 4))
    article = page(f"<nav class='toc'><h2>What you will find here</h2><ul>{links}</ul></nav>")
    assert [block.text for block in article.blocks] == BODY


@pytest.mark.parametrize(
    "line",
    [
        "If you like what we do, please consider subscribing.",
        "Ferry Notes is a reader-supported publication. To receive new posts, consider becoming a free or paid subscriber.",
        "(This story has not been edited by our staff and is published from a syndicated feed.)",
        "After newsletter promotion",
        "Ines Calder does not work for, consult, own shares in or receive funding from any company that would benefit.",
        "If you buy something from a link, we may earn a commission. See our ethics statement.",
    ],
)
def test_what_a_publisher_says_of_itself_is_not_the_story(line: str) -> None:
    article = page(f"<p>{line}</p>")
    assert [block.text for block in article.blocks] == BODY
    assert line in reasons(article)


def test_a_sign_up_box_goes_with_the_sentences_that_praise_it() -> None:
    praise = "Our morning letter tells you what is on the river today, who is on it, and why it matters to the town."
    box = (
        f"<figure><p>Sign up to our newsletter</p><p>Get the free daily newsletter</p><p>{praise}</p>"
        "<p>By signing up you agree to our terms and the privacy policy.</p></figure>"
    )
    assert [block.text for block in page(box).blocks] == BODY
    assert reasons(page(box))[praise] == "newsletter"


def test_signs_between_paragraphs_are_a_rule_and_nothing_at_the_edges() -> None:
    assert kinds(page("<p>* * *</p>")) == ["paragraph"] * 3 + ["rule"] + ["paragraph"] * 3
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    html = f"<article><h1>{TITLE}</h1><p>--</p>{paragraphs}<p>***</p><p>3 May 2026</p></article>"
    article = parse(Page(html.encode()))
    assert [block.text for block in article.blocks] == BODY


def test_a_label_over_links_is_no_paragraph_though_it_stands_among_them() -> None:
    links = '<ul><li><a href="/1">How a ferry is lifted out</a></li><li><a href="/2">What the river was like before</a></li></ul>'
    article = page(f"<p><strong>READ ALSO:</strong></p>{links}")
    assert [block.text for block in article.blocks] == BODY
    assert [(each.label, each.title) for each in article.related] == [
        ("READ ALSO", "How a ferry is lifted out"),
        ("READ ALSO", "What the river was like before"),
    ]


def test_questions_that_open_are_headings() -> None:
    asked = "<details><summary>Who may sail with it?</summary><p>Everybody who has lived by the river for a year and more.</p></details>"
    assert one(page(asked), "heading").text == "Who may sail with it?"


@pytest.mark.parametrize(
    "line",
    [
        "This article is republished from Coast Talk under a Creative Commons license. Read the original article.",
        "This story was originally published by Coast Talk. Read the original article.",
        "A version of this article appears in print on May 13, 2026, Section A, Page 4 of the Coast edition.",
        "Source: AFP",
    ],
)
def test_where_a_story_comes_from_is_noted_beside_it(line: str) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in (*BODY, line))
    article = parse(Page(f"<article><h1>{TITLE}</h1>{paragraphs}</article>".encode()))
    assert [block.text for block in article.blocks] == BODY
    assert [(note.kind, note.text) for note in article.notes] == [("credit", line)]


def test_who_the_author_is_ends_no_article() -> None:
    note = "Ines Calder is a reporter who covers rivers and what sails on them for the Courier."
    paragraphs = "".join(f"<p>{text}</p>" for text in (*BODY, note))
    article = parse(Page(f"<article><h1>{TITLE}</h1>{paragraphs}</article>".encode()))
    assert [block.text for block in article.blocks] == BODY
    assert reasons(article)[note]
    assert note in [block.text for block in page(f"<p>{note}</p>").blocks], "among paragraphs it is one"


def test_the_foot_of_a_quote_says_who_is_quoted() -> None:
    words_ = "“It took us two years, and there was not a week in them in which nobody asked when she would sail.”"
    quote = one(page(f"<blockquote><p>{words_}</p><footer>Ines Moreau, skipper</footer></blockquote>"), "quote")
    assert (quote.text, quote.author) == (words_, "Ines Moreau, skipper")


def test_a_pull_quote_goes_with_the_name_under_it() -> None:
    pulled = BODY[2].split(",")[0].strip("“")
    article = page(
        f"<figure class='pullquote'><blockquote><p>{pulled}</p><footer>Ines Moreau</footer></blockquote></figure>"
    )
    assert [block.text for block in article.blocks] == BODY


@pytest.mark.parametrize(
    "figure",
    [
        "<figure><img src=a.png><span>Getty Images</span><figcaption>The boat in May</figcaption></figure>",
        "<figure><img src=a.png><figcaption>The boat in May (Jo Lind/Harbor Courier)</figcaption></figure>",
        "<img src=a.png><div class='image-caption'>The boat in May | Photo credit: Jo Lind</div>",
    ],
)
def test_words_and_credit_of_a_picture_are_told_apart(figure: str) -> None:
    image = one(page(figure), "image")
    assert image.caption == "The boat in May"
    assert image.credit in ("Getty Images", "Jo Lind/Harbor Courier", "Jo Lind")


def test_a_wall_takes_what_stands_in_its_box() -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    box = "<div class='box'><h3>Subscribe to continue reading</h3><p>Get unlimited access for $1 a week. Cancel anytime.</p></div>"
    article = parse(Page(f"<article><h1>{TITLE}</h1>{paragraphs}{box}</article>".encode()))
    assert [block.text for block in article.blocks] == BODY
    assert article.truncated == "Subscribe to continue reading"


def test_a_story_that_is_pointed_to_in_brackets_is_one() -> None:
    article = page('<p><i>[<a href="/x">Read more: What the last trip looked like</a>]</i></p>')
    assert [(each.label, each.title) for each in article.related] == [("Read more", "What the last trip looked like")]


def test_the_date_of_an_embedded_post_is_its_own() -> None:
    words_ = "First trip at seven in the morning, and there will be coffee on board for everybody who helped us."
    post = f'<blockquote class="post-embed"><p>{words_}</p>— Harbor Ferry (@ferry) <a href="https://p.example/1">May 3, 2026</a></blockquote>'
    html = f"<html><body><article><h1>{TITLE}</h1>{post}{''.join(f'<p>{text}</p>' for text in BODY)}</article></body></html>"
    article = parse(Page(html.encode()))
    assert one(article, "quote").author == "Harbor Ferry (@ferry) May 3, 2026"
    assert article.published is None


WORD = re.compile(r"\w+")
LABELS = Counter(dict.fromkeys(("photo", "foto", "image", "credit", "by"), 1000))
TAGS = (
    "<p>", "</p>", "<div class='comments'>", "</div>", "<blockquote>", "</blockquote>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>",
    "</table>", "<h1>", "<h2>", "</h2>", "<figure>", "<img src=x>", "<figcaption>", "</figure>", "<a href='/x'>", "</a>", "<b>", "</b>", "<br>",
    "<article>", "<nav>", "</nav>", "<footer>", "<pre>", "</pre>", "<script>x</script>", "<span hidden>", "<form>", "</form>",
)  # fmt: skip
WORDS = (
    *BODY,
    "Read more: Bus fares rise",
    "Photo: Ann Lee",
    "Subscribe to our newsletter",
    "12 comments",
    "9:15",
    "9:20",
    "9:31",
)
SOUP = st.lists(st.sampled_from(TAGS) | st.sampled_from(WORDS) | st.text(max_size=20), max_size=50).map(" ".join)


def said(article: Article) -> Iterator[str]:
    """Every text of an article but its head's."""
    for block in article.blocks:
        yield from (block.text, block.author or "", block.caption or "", block.credit or "")
    yield from (item.title for item in article.related)
    yield from (note.text for note in article.notes)
    yield from (piece.text for piece in article.removed)


def words(texts: Iterator[str]) -> Counter[str]:
    return Counter(word for text in texts for word in WORD.findall(text.lower()))


@given(SOUP)
def test_every_visible_word_is_in_the_article_or_among_what_was_left_out(html: str) -> None:
    tree = LexborHTMLParser(html)
    pieces = markup.outline(tree.body).pieces if tree.body is not None else []
    article = read_tree(tree, None)
    visible, found = words(piece.text for piece in pieces), words(said(article))
    assert not found - visible
    labels = words(item.label or "" for item in article.related)
    head = words(iter((article.title, article.standfirst or "", " ".join(article.byline), str(article.published))))
    summary = article.publisher_summary
    if summary is None and not article.byline and article.published is None and article.updated is None:
        assert not visible - found - labels - LABELS - head


@given(SOUP)
def test_both_lists_keep_the_page_s_order(html: str) -> None:
    tree = LexborHTMLParser(html)
    texts = [piece.text for piece in markup.outline(tree.body).pieces] if tree.body is not None else []
    article = read_tree(tree, None)
    for wanted in (
        [piece.text for piece in article.removed],
        [block.text for block in article.blocks if block.kind in ("paragraph", "heading", "list_item")],
    ):
        whole, place = "\n".join(texts), 0
        for text in wanted:  # one piece may be several blocks, parted where its lines break
            place = whole.find(text, place)
            assert place >= 0
            place += len(text)


@given(SOUP)
def test_the_same_page_gives_the_same_article(html: str) -> None:
    page_ = Page(f"<html><body>{html}".encode())
    assert parse(page_) == parse(page_)


@given(SOUP)
def test_spans_stay_inside_their_text(html: str) -> None:
    for block in read_tree(LexborHTMLParser(html), "https://a.example/").blocks:
        for span in block.spans:
            assert 0 <= span.start < span.end <= len(block.text)
            assert block.text[span.start : span.end].strip() == block.text[span.start : span.end]


@given(st.binary(max_size=300), st.sampled_from([b"", b"<html>", b"<!doctype html><p>"]))
def test_any_bytes_give_an_article(data: bytes, before: bytes) -> None:
    assert isinstance(parse(Page(before + data)), Article)


def test_a_quote_beside_a_picture_of_who_said_it_is_a_quote() -> None:
    said = "The mill was the first to close, and when it did we knew that the yard would be next, and then the school."
    figure = (
        f'<figure><img src="/ada.jpg"><blockquote><p>{said}</p></blockquote><figcaption>Ada Lund</figcaption></figure>'
    )
    assert one(page(figure), "quote").text == said


def test_a_heading_whose_words_the_text_says_again_stays() -> None:
    heading = "What the ferry will cost the town every year"
    article = page(
        f"<h2>{heading}</h2><p>{heading}, and who is to pay for it, has been on the table since last spring.</p>"
    )
    assert heading in [block.text for block in article.blocks]


def test_paragraphs_of_one_kind_may_repeat_each_other() -> None:
    line = "Please ask at the landing stage, or call the harbor office in the morning."
    article = page(f"<p>{line}</p><p>{line} The office is open from eight to noon, but on Sundays.</p>")
    assert line in [block.text for block in article.blocks]


@pytest.mark.parametrize(
    "line",
    [
        "Every family gave its e-mail address to the harbor office, which writes to each of them before the water rises.",
        "Updated: 9 December. The council met again in the evening, for the first time since the boat was taken out of the water, "
        "and it heard from all nine of the crew, who had brought the drawings of the engine with them and a list of what is missing. "
        "It will meet once more before the end of the month, and then it wants to decide who is to pay for the other half.",
    ],
)
def test_a_paragraph_that_sounds_like_a_box_or_a_note_is_text(line: str) -> None:
    assert line in [block.text for block in page(f"<p>{line}</p>").blocks]
