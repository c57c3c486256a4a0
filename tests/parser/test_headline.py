"""What stands over an article on an HTML page: from claims, from elements, from lines."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from reader.parser import markup
from reader.parser.headline import Head, read_head
from reader.parser.titles import host, without_site

URL = "https://www.harbor-courier.example/city/tide-gate"
BODY = (
    "<p>" + "The gate closed for the third time this week, and nobody on the quay seemed to notice it. " * 2 + "</p>"
) * 3
DAY = datetime(2024, 3, 5, tzinfo=UTC)


def head_of(html: str, url: str | None = URL) -> Head:
    tree = LexborHTMLParser(html)
    assert tree.body is not None
    return read_head(tree, markup.outline(tree.body), url)


def page(head: str = "", top: str = "<h1>The gate closes twice a week</h1>", after: str = "") -> str:
    return f"<html lang=en><head>{head}</head><body>{top}{BODY}{after}</body></html>"


def linked(**node: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **node})}</script>'


def test_json_ld_gives_everything() -> None:
    html = page(
        linked(
            headline="The gate closes twice a week",
            author=[{"@type": "Person", "name": "Nora Whitfield"}, {"name": "Piers Calloway"}],
            datePublished="2024-03-05T08:00:00+01:00",
            dateModified="2024-03-06T09:30:00Z",
            publisher={"@type": "Organization", "name": "Harbor Courier"},
            articleSection="City",
            articleBody="The gate closed.",
            description="A gate, a week.",
            inLanguage="en-GB",
        )
        + f'<link rel="canonical" href="{URL}?page=1">'
    )
    head = head_of(html)
    assert head.title == "The gate closes twice a week"
    assert head.byline == ("Nora Whitfield", "Piers Calloway")
    assert head.published == datetime(2024, 3, 5, 7, tzinfo=UTC)
    assert head.updated == datetime(2024, 3, 6, 9, 30, tzinfo=UTC)
    assert (head.publisher, head.section, head.language) == ("Harbor Courier", "City", "en")
    assert (head.body, head.description, head.url) == ("The gate closed.", "A gate, a week.", f"{URL}?page=1")


@pytest.mark.parametrize(
    "script",
    [
        '{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["Article"], "headline": "H", "author": {"@id": "#n"}}, {"@id": "#n", "@type": "Person", "name": "Nora Whitfield"}]}',
        '[{"@type": "BreadcrumbList"}, {"@type": "http://schema.org/BlogPosting", "author": "Nora Whitfield"}]',
        '<!-- {"@type": "Article", "author": {"name": ["Nora Whitfield"]}} -->',
        '{"@type": "Article", "author": {"name": "Nora&nbsp;Whitfield"},\n "articleBody": "two\nlines"};',
        '//<![CDATA[\n{"@type": "ReportageNewsArticle", "creator": ["Nora Whitfield"]}\n//]]>',
    ],
)
def test_json_ld_in_the_shapes_that_pages_give_it(script: str) -> None:
    assert head_of(page(f'<script type="application/ld+json">{script}</script>')).byline == ("Nora Whitfield",)


@pytest.mark.parametrize(
    "script",
    ["", "null", "{", '{"@type": 7}', '{"@type": "Article", "author": 7, "headline": [], "datePublished": {"x": 1}}', "[" * 5_000, '{"@graph": {"@graph": {}}}', '{"@type": "Article", "author": {"@id": {}}, "publisher": [[]]}'],
)  # fmt: skip
def test_json_ld_that_is_none_is_passed_over(script: str) -> None:
    head = head_of(page(f'<script type="application/ld+json">{script}</script>'))
    assert head.title == "The gate closes twice a week"
    assert head.byline == ()


@pytest.mark.parametrize(
    ("claim", "names"),
    [
        ('<meta name="author" content="Nora Whitfield">', ("Nora Whitfield",)),
        ('<meta property="article:author" content="https://social.example/nora">', ()),
        ('<meta name="author" content="admin">', ()),
        ('<meta name="parsely-author" content="Nora Whitfield"><meta name="parsely-author" content="Piers Calloway">', ("Nora Whitfield", "Piers Calloway")),
        ('<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Nora Whitfield">', ("Nora Whitfield",)),
        ('<meta name="twitter:label1" content="Time to read"><meta name="twitter:data1" content="Nora Whitfield">', ()),
    ],
)  # fmt: skip
def test_bylines_in_meta_tags(claim: str, names: tuple[str, ...]) -> None:
    assert head_of(page(claim)).byline == names


@pytest.mark.parametrize(
    ("markup_", "names"),
    [
        ('<div class="byline">By <a rel="author" href="/nora">Nora Whitfield</a>, Reporter</div>', ("Nora Whitfield",)),
        ('<span itemprop="author"><span itemprop="name">Nora Whitfield</span></span>', ("Nora Whitfield",)),
        ('<p>By Nora Whitfield and Piers Calloway</p>', ("Nora Whitfield", "Piers Calloway")),
        ('<a href="/authors/nora-w">Nora Whitfield</a>', ("Nora Whitfield",)),
        ('<ul><li class="author">Nora Whitfield</li><li class="author">Piers Calloway</li></ul>', ("Nora Whitfield", "Piers Calloway")),
        ('<div class="author-box"><span class="author-name">Nora Whitfield</span><p class="author-bio">Jo Brand lives by the sea.</p></div>', ("Nora Whitfield",)),
        ('<div>March 5, 2024 | Nora Whitfield</div>', ("Nora Whitfield",)),
        ('<p class="photo-author">Foto: the harbor, seen from the hill (left) and the old mill</p>', ()),
    ],
)  # fmt: skip
def test_bylines_in_elements_and_lines(markup_: str, names: tuple[str, ...]) -> None:
    assert head_of(page(top=f"<h1>The gate closes twice a week</h1>{markup_}")).byline == names


def test_a_person_whom_the_page_shows_comes_before_the_owner_that_it_claims() -> None:
    html = page(
        '<meta name="author" content="Harbor Media House"><meta property="og:site_name" content="Harbor Courier">',
        '<h1>The gate closes</h1><a rel="author">Nora Whitfield</a>',
    )
    assert head_of(html).byline == ("Nora Whitfield",)


def test_authors_of_comments_and_other_stories_sign_nothing_here() -> None:
    comments = '<div class="comments"><span class="author">Angry Reader</span></div>'
    html = page(top='<h1>The gate closes</h1><p class="author">Nora Whitfield</p>', after=comments)
    assert head_of(html).byline == ("Nora Whitfield",)


@pytest.mark.parametrize(
    ("head", "top", "published", "updated"),
    [
        ('<meta property="article:published_time" content="2024-03-05">', "", DAY, None),
        ('<meta name="date" content="5 March 2024">', "", DAY, None),
        ('<meta name="x-published-date" content="2024-03-05">', "", DAY, None),
        ("", '<time datetime="2024-03-05">Tuesday</time>', DAY, None),
        ("", '<span itemprop="datePublished" content="2024-03-05">then</span>', DAY, None),
        ("", '<span class="post-date">March 5, 2024</span>', DAY, None),
        ("", "<p>Published 5 March 2024</p>", DAY, None),
        ("", "<p>Last updated 5 March 2024</p>", None, DAY),
        ('<meta property="article:published_time" content="2024-03-05"><meta property="article:modified_time" content="2024-03-05">', "", DAY, None),
        ('<meta property="article:published_time" content="2024-03-05"><meta property="article:modified_time" content="2023-01-01">', "", DAY, None),
        ("", '<span class="date">3/4/2024</span>', None, None),
        ("", '<div class="related"><time datetime="2023-01-01">x</time></div>', None, None),
    ],
)  # fmt: skip
def test_dates(head: str, top: str, published: datetime | None, updated: datetime | None) -> None:
    found = head_of(page(head, f"<h1>The gate closes twice a week</h1>{top}"))
    assert (found.published, found.updated) == (published, updated)


def test_the_address_tells_the_day_where_the_page_does_not() -> None:
    assert head_of(page(), "https://post.example/2024/03/05/tide").published == DAY


def test_dates_of_a_list_of_other_stories_are_not_its_own() -> None:
    others = "".join(
        f'<div class=teaser-card><h3>Other</h3><span class="date">March {day}, 2023</span></div>'
        for day in (1, 2, 3, 4)
    )
    assert head_of(page(after=others)).published is None


@pytest.mark.parametrize(
    ("head", "top", "title"),
    [
        ("<title>The gate closes twice a week - Harbor Courier</title>", "", "The gate closes twice a week"),
        ("<title>Harbor Courier | The gate closes twice a week</title>", "", "The gate closes twice a week"),
        ("<title>The gate closes twice a week | City | Harbor Courier</title>", "", "The gate closes twice a week | City"),
        ('<meta property="og:title" content="The gate closes twice a week &amp;amp; more">', "", "The gate closes twice a week & more"),
        ("<title>Gate closes twice a week - Harbor Courier</title>", "<h1>Harbor Courier</h1><h1>The gate closes twice a week</h1>", "The gate closes twice a week"),
        ('<meta property="og:title" content="Quite another thing">', "<h1>Harbor Courier</h1>", "Quite another thing"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_the_headline_without_the_sites_name(head: str, top: str, title: str) -> None:
    site = '<meta property="og:site_name" content="Harbor Courier">'
    assert head_of(page(site + head, top)).title == title


def test_the_hosts_name_is_a_sites_name_too() -> None:
    assert host("https://www.daily-post.co.uk/a") == "dailypost"
    assert without_site("Tide turns – Daily Post", [], "dailypost") == "Tide turns"
    assert without_site("Tide turns – and nobody knows why", [], "dailypost") == "Tide turns – and nobody knows why"
    assert host("http://[bad") == host(None) == ""


def test_standfirst_and_the_pieces_that_say_the_head() -> None:
    top = (
        "<nav>Home</nav><h1>The gate closes</h1><p class=standfirst>It was built for storms that came every few years.</p>"
        "<p>By Nora Whitfield</p><p>March 5, 2024</p>"
    )
    tree = LexborHTMLParser(page(top=top))
    assert tree.body is not None
    out = markup.outline(tree.body)
    head = read_head(tree, out, URL)
    said = {out.pieces[index].text: kind for index, kind in head.said.items()}
    assert said == {
        "The gate closes": "title",
        "It was built for storms that came every few years.": "standfirst",
        "By Nora Whitfield": "byline",
        "March 5, 2024": "date",
    }
    assert head.standfirst == "It was built for storms that came every few years."


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "http://[", "", "//"])
def test_a_canonical_address_that_is_none_is_passed_over(address: str) -> None:
    assert head_of(page(f'<link rel=canonical href="{address}">')).url == URL


def test_a_page_of_nothing_claims_nothing() -> None:
    head = head_of("<html><body></body></html>", None)
    assert head == Head()


@given(st.text(max_size=120), st.text(max_size=120), st.text(max_size=60))
def test_any_claims_are_read_without_an_error(title: str, author: str, date: str) -> None:
    node = json.dumps(
        {"@type": "Article", "headline": title, "author": [author, {"name": author}], "datePublished": date}
    )
    html = f'<title>{title}</title><meta name="author" content="{author}"><time>{date}</time><script type="application/ld+json">{node}</script><h1>{author}</h1>'
    tree = LexborHTMLParser(html)
    assert head_of(html) == head_of(html)
    if tree.body is not None:
        read_head(tree, markup.outline(tree.body), title)


def test_controls_in_claims_do_not_get_through() -> None:
    html = page(
        linked(
            headline="The \x1b[31mgate\u202e closes",
            author="Nora \x9bWhitfield",
            publisher={"name": "Harbor\x07 Courier"},
        ),
        top="",
    )
    head = head_of(html)
    assert (head.title, head.publisher) == ("The [31mgate closes", "Harbor Courier")
    assert "\x9b" not in "".join(head.byline)


def test_a_date_that_both_show_and_claim_is_not_outweighed_by_others_around() -> None:
    head = '<meta name="dc.date" content="2024-03-05">'
    top = '<time datetime="2024-03-05">5 March</time><h1>The gate closes twice a week</h1><time datetime="2023-11-02">First version</time>'
    assert head_of(page(head, top)).published == DAY


def test_day_and_month_the_other_way_round_do_not_contradict_a_claim() -> None:
    head = '<meta property="article:published_time" content="2024-03-05T00:00:00Z">'
    top = '<h1>The gate closes twice a week</h1><p class="post-date">03.05.2024</p>'
    assert head_of(page(head, top)).published == DAY


def test_a_list_of_other_stories_does_not_date_this_one() -> None:
    head = '<meta property="article:published_time" content="2024-03-05T00:00:00Z">'
    cards = "".join(f'<div class="card-date">June {day}, 2024</div><h3>Another story</h3>' for day in (3, 4, 5))
    assert head_of(page(head, after=cards)).published == DAY


def test_a_bare_date_under_the_headline_outweighs_a_claim_of_another() -> None:
    head = '<meta property="article:published_time" content="2025-08-01T00:00:00Z">'
    assert head_of(page(head, "<h1>The gate closes twice a week</h1><p>March 5, 2024</p>")).published == DAY


def test_dates_in_numbers_are_read_as_the_others_on_the_page_say() -> None:
    after = '<aside><time datetime="2024-03-05T10:00:00Z">this story</time></aside>'
    top = "<h1>The gate closes twice a week</h1><p>05-03-2024</p>"
    published = head_of(page(top=top, after=after), None).published
    assert published is not None
    assert published.date() == DAY.date()
    assert head_of(page(top=top), None).published is None


@pytest.mark.parametrize(
    "after",
    [
        "<div><h4>Published</h4><p>5 March 2024</p></div>",
        "<p>March 5, 2024</p>",
        '<script>var page_article_date = "2024-03-05";</script>',
        '<div data-props="{&quot;datePublished&quot;:&quot;2024-03-05T00:00:00Z&quot;}"></div>',
    ],
)
def test_a_date_far_from_the_headline(after: str) -> None:
    assert head_of(page(after=after), None).published == DAY


def test_two_days_far_from_the_headline_tell_nothing() -> None:
    assert head_of(page(after=BODY * 4 + "<p>March 5, 2024</p><p>March 9, 2024</p>"), None).published is None


def test_today_is_not_when_it_was_published() -> None:
    top = '<p class="todays-date">Friday, April 19, 2024</p><h1>The gate closes twice a week</h1><p>March 5, 2024</p>'
    assert head_of(page(top=top)).published == DAY


def test_a_month_in_words_in_the_address() -> None:
    assert head_of(page(), "https://post.example/2024/march/05/tide-gate").published == DAY


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        (
            "<h1><span class=topline>Ferries to the islands</span><span>Night boats come to an end</span></h1>",
            "Night boats come to an end",
        ),
        ("<h1>Winding the movement<a class=headerlink href=#w>¶</a></h1>", "Winding the movement"),
        ("<h1><span class=descriptor>Title:</span>Tidal clocks without springs</h1>", "Tidal clocks without springs"),
        ("<h1><span class=kicker>Ferries</span>: <span>Night boats end</span></h1>", "Ferries: Night boats end"),
    ],
)
def test_a_line_over_the_headline_in_its_own_element_is_none_of_it(heading: str, title: str) -> None:
    assert head_of(page(top=heading)).title == title


def test_a_line_in_the_headlines_header_is_the_standfirst() -> None:
    lead = "It was built for storms that came every few years."
    top = f"<header><h1>The gate closes</h1><div class='summary'>{lead}</div><div>By Nora Whitfield</div></header>"
    assert head_of(page(top=top)).standfirst == lead
    assert head_of(page(top=top.replace("summary", "summary caption"))).standfirst is None


@pytest.mark.parametrize(
    ("top", "head"),
    [
        ("<h1>Edda Marsh</h1><p>March 3, 1938 - June 1, 2026</p>", ""),
        ("<h1>The gate</h1>", linked(headline="The gate", author=[])),
        ("<h1>The gate</h1><p>Da non perdere</p>", ""),
        ("<h1>The gate</h1><div>Haberin Tarihi: 04.06.2026 13:20</div>", ""),
    ],
)
def test_what_is_no_byline(top: str, head: str) -> None:
    assert head_of(page(head, top)).byline == ()


def test_the_town_of_a_claimed_author_is_left_out() -> None:
    claim = linked(headline="The gate", author={"name": "Nora Whitfield in Port Hadder"})
    assert head_of(page(claim)).byline == ("Nora Whitfield",)


def test_in_korean_what_somebody_is_stands_behind_the_name() -> None:
    assert head_of(page(top="<h1>The gate closes</h1><p>김민수 기자</p>")).byline == ("김민수",)


def test_when_somebody_was_born_and_died_is_no_day_of_publication() -> None:
    assert head_of(page(top="<h1>Edda Marsh</h1><p>March 3, 1938 - June 1, 2026</p>")).published is None


def test_an_hour_with_stops_ends_no_sentence() -> None:
    top = "<h1>The gate closes</h1><p>March 5, 2024 at 11:02 a.m. EDT and again at noon</p>"
    found = head_of(page(top=top)).published
    assert found is not None
    assert found.date() == DAY.date()
