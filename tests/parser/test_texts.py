"""A scraped text becomes an article: what is kept, what is left out and why, and that no word is lost or invented."""

from __future__ import annotations

import re
import tracemalloc
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.model import Article, Page
from reader.parser import parse, scrape
from reader.parser.texts import read_lines

BODY = [
    "The council voted on Tuesday to reopen the ferry line, two years after the last boat was taken out of the water.",
    "Its engine has been kept warm by a crew of nine, who came to the yard every week without being paid for it, they said.",
    "“We never believed that it was over,” said Ines Moreau, who steered the boat for a quarter of a century before that.",
    "The city pays half of the repair, and the other half comes from a fund for old ships that was set up last spring.",
    "On the far bank the news was received with some doubt, since the bus has taken the schoolchildren there in the meantime.",
    "Whether they will come back to the water depends on the price, which nobody in the town hall wanted to name on Tuesday.",
]
TITLE = "Ferry line to reopen after two years on dry land"


def page(*lines: str) -> Article:
    return parse(Page("\n".join(lines).encode()))


def story(*between: str) -> Article:
    """A page with these lines between the third and the fourth paragraph."""
    return page("Home", "News", "", TITLE, "", *BODY[:3], *between, *BODY[3:])


def paragraphs(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind == "paragraph"]


def reasons(article: Article) -> dict[str, str]:
    return {piece.text: piece.reason for piece in article.removed}


def test_paragraphs_and_headline() -> None:
    article = story()
    assert article.title == TITLE
    assert paragraphs(article) == BODY


@pytest.mark.parametrize(
    "mark",
    [
        "ADVERTISEMENT",
        "Advertisement - scroll to continue",
        "Anzeige",
        "PUBLICITÉ",
        "Publicidad",
        "Story continues below advertisement",
    ],
)
def test_advert_marks_between_paragraphs_go(mark: str) -> None:
    article = story(mark)
    assert paragraphs(article) == BODY
    assert reasons(article)[mark] == "advert"


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Read also: The bus that learned to swim", "Read also"),
        ("Lesen Sie auch: Der Bus, der schwimmen lernte", "Lesen Sie auch"),
        ("À lire aussi : Le bus qui apprit à nager", "À lire aussi"),
        ("Leggi anche: L’autobus che imparò a nuotare", "Leggi anche"),
        ("Related: The Bus That Learned to Swim", "Related"),
    ],
)
def test_other_stories_between_paragraphs_are_related(line: str, label: str) -> None:
    article = story(line)
    assert paragraphs(article) == BODY
    assert [(item.label, item.title) for item in article.related] == [(label, line.split(":", 1)[1].strip())]


def test_headlines_under_a_label_after_the_body_are_related() -> None:
    article = page(TITLE, "", *BODY, "", "Most read in City", "The bus that learned to swim", "Why the clock is late")
    assert [item.title for item in article.related] == ["The bus that learned to swim", "Why the clock is late"]
    assert {item.label for item in article.related} == {"Most read in City"}


@pytest.mark.parametrize(
    ("line", "words", "credit"),
    [
        ("The boat in its yard. (Photo: AFP)", "The boat in its yard.", "AFP"),
        ("The boat in its yard.(Image: Harbor Pictures)", "The boat in its yard.", "Harbor Pictures"),
        ("The boat in its yard. Image credit: Jane Doe", "The boat in its yard.", "Jane Doe"),
        ("Das Boot in seiner Werft. Foto: Marek Sudeck/dpa", "Das Boot in seiner Werft.", "Marek Sudeck/dpa"),
    ],
)
def test_a_caption_is_an_image_with_its_credit_apart(line: str, words: str, credit: str) -> None:
    article = story(line)
    images = [block for block in article.blocks if block.kind == "image"]
    assert [(image.caption, image.credit) for image in images] == [(words, credit)]
    assert paragraphs(article) == BODY


def test_a_caption_said_in_markup_and_in_words_is_said_once() -> None:
    caption = "The boat in its yard, with the crew on deck.(Image: Harbor Pictures)"
    marked = f'<div class="paragraphs"><p>{caption.replace("The boat", "The&nbsp;boat")}</p></div>'
    article = page(TITLE, "", marked, caption, "", *BODY)
    assert [block.caption for block in article.blocks if block.kind == "image"] == [
        "The boat in its yard, with the crew on deck."
    ]
    assert reasons(article)[caption] == "duplicate caption"


def test_a_credit_on_a_line_of_its_own_belongs_to_the_caption_above() -> None:
    article = page(TITLE, "", "The boat in its yard last week.", "Foto: ANP", "", *BODY)
    images = [block for block in article.blocks if block.kind == "image"]
    assert [(image.caption, image.credit) for image in images] == [("The boat in its yard last week.", "ANP")]


def test_a_short_line_over_a_paragraph_is_a_heading() -> None:
    article = story("", "The other bank", "")
    assert [(block.text, block.level) for block in article.blocks if block.kind == "heading"] == [("The other bank", 2)]


def test_a_line_that_stands_apart_between_paragraphs_is_a_heading() -> None:
    article = story("", "Sunday, lane four", "")
    assert [block.text for block in article.blocks if block.kind == "heading"] == ["Sunday, lane four"]


def test_bullets_are_list_items() -> None:
    items = ["The boat sails from May, every half hour.", "It takes forty people and no cars at all."]
    article = story(*(f"• {item}" for item in items))
    assert [block.text for block in article.blocks if block.kind == "list_item"] == items


def test_a_quotation_with_its_speaker_under_it_is_a_quote() -> None:
    article = story("“Nobody asked us whether the bus can swim, and it can.”", "— Tom Adeyemi, bus driver")
    quote = next(block for block in article.blocks if block.kind == "quote")
    assert quote.author == "Tom Adeyemi, bus driver"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Correction: An earlier version of this article gave the wrong year. It was 1998.", "correction"),
        ("Correction : une première version de cet article donnait une autre année.", "correction"),
        ("Additional reporting by Ole Reimers", "credit"),
        ("Mitarbeit: Ole Reimers", "credit"),
    ],
)
def test_what_the_publisher_says_of_the_article_is_a_note(line: str, kind: str) -> None:
    article = page(TITLE, "", *BODY, "", line)
    assert [(note.kind, note.text) for note in article.notes] == [(kind, line)]


@pytest.mark.parametrize(
    "lines",
    [
        ("OUR NEWSLETTERS", "By signing up you agree to the Terms & Conditions of Harbor Courier"),
        ("Schrijf je in voor onze nieuwsbrief",),
        ("Iscriviti alla newsletter",),
        ("Suscríbete a nuestro boletín del puerto",),
    ],
)
def test_sign_up_boxes_go(lines: tuple[str, ...]) -> None:
    article = page(TITLE, "", *BODY, "", *lines)
    assert paragraphs(article) == BODY
    assert {reasons(article)[line] for line in lines} == {"newsletter"}


def test_comments_under_the_body_go() -> None:
    article = page(TITLE, "", *BODY, "", "3 comments", "old_gannet", "I was there and it was cold, as always.", "Reply")
    assert paragraphs(article) == BODY
    assert reasons(article)["old_gannet"] == "comments"


def test_an_article_that_ends_at_a_wall_says_so() -> None:
    wall = "Subscribe to continue reading"
    article = page(TITLE, "", *BODY, "", wall)
    assert article.truncated == wall
    assert reasons(article)[wall] == "paywall"
    assert story().truncated is None


def test_times_of_a_live_blog_are_headings() -> None:
    dated = [
        line for time, text in zip(("14:32", "14:05", "13:50", "13:10"), BODY, strict=False) for line in (time, text)
    ]
    article = page(TITLE, "", *dated)
    assert [block.text for block in article.blocks if block.kind == "heading"] == ["14:32", "14:05", "13:50", "13:10"]


def test_a_pull_quote_that_repeats_the_text_goes() -> None:
    article = story("We never believed that it was over,")
    assert paragraphs(article) == BODY
    assert "We never believed that it was over," in reasons(article)


def test_a_line_under_the_headline_that_the_body_repeats_is_the_standfirst() -> None:
    article = page(
        TITLE,
        "",
        "The council voted on Tuesday to reopen the ferry line.",
        "",
        BODY[0].replace(", two", ". Two"),
        *BODY[1:],
    )
    assert article.standfirst == "The council voted on Tuesday to reopen the ferry line."
    assert len(article.blocks) == len(BODY)


def test_references_are_decoded_once_and_typography_is_kept() -> None:
    article = page(
        TITLE,
        "",
        BODY[0],
        "“Salt&nbsp;&amp;amp; water,” she said &ndash; and it’s true of every boat she has known.",
        *BODY[1:],
    )
    assert article.blocks[1].text == "“Salt &amp; water,” she said – and it’s true of every boat she has known."


@pytest.mark.parametrize("title", ["Storm hits coast", "Rivers rise again", "Mayor quits office", "Ferry"])
@pytest.mark.parametrize(
    ("above", "between"),
    [
        ((), ()),
        ((), ("By Ann Lee",)),
        (("Home", "News", ""), ("By Ann Lee",)),
        (("Home", "News", ""), ("", "By Ann Lee", "12 March 2026", "")),
    ],
)
def test_a_short_title_over_a_byline_is_the_headline(
    title: str, above: tuple[str, ...], between: tuple[str, ...]
) -> None:
    article = page(*above, title, *between, *BODY)
    assert article.title == title
    assert article.byline == (("Ann Lee",) if between else ())
    assert paragraphs(article) == BODY


CHINESE = [
    "市议会星期二投票决定恢复两岸之间的渡轮航线，这条航线的船两年前被拖离水面，此后居民只能乘公共汽车绕行到对岸。",
    "九名船员每星期都到船厂照料发动机，他们说，两年来没有人付给他们一分钱，但是他们从来不相信这艘船会被卖掉。",
    "市政府承担一半的修理费用，另一半来自去年春天设立的旧船基金，预计五月开始每半小时一班。",
]
JAPANESE = [
    "市議会は火曜日、二年前に水から引き上げられた船を使って両岸を結ぶ渡し船の路線を再開することを決めた。",
    "修理費の半分は市が負担し、残りは昨年春に設けられた古い船のための基金から出る。",
]


@pytest.mark.parametrize(
    ("title", "body"),
    [("渡轮航线将恢复", CHINESE), ("渡轮将恢复", CHINESE[:1]), ("渡し船が再開へ", JAPANESE)],
)
def test_scripts_without_spaces_have_headlines_and_short_texts(title: str, body: list[str]) -> None:
    article = page(title, *body)
    assert (article.title, paragraphs(article)) == (title, body)


def test_a_short_page_in_chinese_is_an_article() -> None:
    article = page("渡轮恢复", "船将于五月恢复航行。", "居民很高兴。")
    assert paragraphs(article) == ["船将于五月恢复航行。", "居民很高兴。"]


@pytest.mark.parametrize(
    "above",
    [
        ["Published 3 May 2026 at 8:30 a.m."],
        ["By Nora Whitfield", "3 May 2026, 14:05"],
        ["The ferry comes back, and with it a way of life that the town had given up on two years ago"],
        ["Home › News › Ferries", "Share", "3 min read"],
    ],
)
def test_the_headline_is_told_from_what_stands_around_it(above: list[str]) -> None:
    assert page("Home", "News", TITLE, *above, *BODY).title == TITLE
    assert page("Home", "News", "", TITLE, "", *above, "", *BODY).title == TITLE


def test_paragraphs_alone_have_no_headline() -> None:
    article = page(*BODY)
    assert (article.title, paragraphs(article)) == ("", BODY)
    alone = page("A story of the harbor.")
    assert (alone.title, paragraphs(alone)) == ("", ["A story of the harbor."])


def test_a_line_that_says_when_is_neither_headline_nor_standfirst() -> None:
    article = page(
        "News", "di Chiara Fontana e Luca De Santis", "12 maggio 2026 (modifica il 12 maggio 2026 | 16:20)", *BODY
    )
    assert article.title not in (
        "di Chiara Fontana e Luca De Santis",
        "12 maggio 2026 (modifica il 12 maggio 2026 | 16:20)",
    )
    assert article.byline == ("Chiara Fontana", "Luca De Santis")


def test_a_name_under_the_headline_signs_where_a_date_follows() -> None:
    assert page(TITLE, "Pavlina Petkova", "April 10, 2026", *BODY).byline == ("Pavlina Petkova",)
    assert page(TITLE, "Pavlina Petkova", "11 min read", *BODY).byline == ("Pavlina Petkova",)
    assert page(TITLE, "Video Production", *BODY).byline == ()


@pytest.mark.parametrize("label", ["READ ALSO:", "Mehr zum Thema", "More on this story", "Leia também"])
def test_headlines_under_a_label_among_paragraphs_are_other_stories(label: str) -> None:
    article = story(label, "How a ferry is lifted out of the water", "What the river was like before")
    assert paragraphs(article) == BODY
    assert [each.title for each in article.related] == [
        "How a ferry is lifted out of the water",
        "What the river was like before",
    ]


@pytest.mark.parametrize(
    "last", ["People walked over it until the night. Nobody fell.", "It opens at 9 a.m. on Friday."]
)
def test_a_short_last_sentence_of_what_was_pasted_is_kept(last: str) -> None:
    first = "The city opened a bridge on Monday, the mayor said. It is 300 meters long and cost 12 million dollars."
    assert paragraphs(page("A bridge for the city", "", first, "", last)) == [first, last]
    assert paragraphs(page(TITLE, "", *BODY, last, "", "All rights reserved.")) == BODY
    assert paragraphs(page("A bridge for the city", "", last, "", first, "", last)).count(last) <= 1


def test_who_the_author_is_ends_no_article() -> None:
    note = "Ines Calder is a reporter who covers rivers and what sails on them for the Courier."
    article = page(TITLE, *BODY, note)
    assert paragraphs(article) == BODY
    assert reasons(article)[note] == "author box"


def test_a_request_for_support_is_no_paragraph() -> None:
    line = "If you like this story, please consider subscribing."
    assert paragraphs(story(line)) == BODY
    assert reasons(story(line))[line] == "newsletter"


# What a text may be made of: parts that the rules know, in any order, with anything between.
PARTS = [
    *BODY,
    *(TITLE, "", "Home", "Share", "ADVERTISEMENT", "Anzeige", "Read also: A bus", "Most read", "3 comments"),
    *(
        "<p>The boat. (Photo: AFP)</p>",
        "The boat. (Photo: AFP)",
        "Foto: ANP",
        "• one item of several",
        "- another item",
    ),
    *("— Tom Adeyemi", "14:32", "15:10", "“Nobody asked us whether it can swim.”", "Correction: It was 1998."),
    *(
        "Subscribe to continue reading",
        "© Harbor Courier",
        "> quoted words",
        "渡轮将于五月恢复航行。",
        "Key points",
        "Highlights",
    ),
    *(
        "AI-generated summary. Checked by an editor.",
        "a &amp; b",
        "&nbsp;",
        "•",
        "- ",
        "* ",
        "“",
        "—",
        "A bus that swims",
    ),
]
TEXTS = st.lists(st.sampled_from(PARTS) | st.text(max_size=80), max_size=40).map("\n".join)
WORD = re.compile(r"\w+")
# Words that only say that a credit follows, or that a machine wrote: they become fields.
LABELS = Counter(dict.fromkeys(("photo", "foto", "image", "credit", "by"), 1000))


def said(article: Article) -> Iterator[str]:
    """Every text of an article but the labels of other stories."""
    yield from (article.title, article.standfirst or "")
    for block in article.blocks:
        yield from (block.text, block.author or "", block.caption or "", block.credit or "")
    if article.publisher_summary is not None:
        yield from (article.publisher_summary.label, article.publisher_summary.text or "")
    yield from (item.title for item in article.related)
    yield from (note.text for note in article.notes)
    yield from (piece.text for piece in article.removed)


def words(texts: Iterator[str]) -> Counter[str]:
    return Counter(word for text in texts for word in WORD.findall(text.lower()))


@given(TEXTS)
@example("Key points\n3 comments\nAI-generated summary. Checked by an editor.")
@example(
    "The council voted on Tuesday to reopen the ferry line, after the last boat was taken out of the water.\n20000101"
)
def test_every_visible_word_is_in_the_article_or_among_what_was_left_out(text: str) -> None:
    article = read_lines(text, None)
    page_words = words(piece.text for piece in scrape.outline(text).pieces)
    found = words(said(article))
    assert not found - page_words
    labels = words(item.label or "" for item in article.related)
    missing = page_words - found - labels - LABELS
    if article.publisher_summary is not None and article.publisher_summary.ai:
        missing -= Counter(dict.fromkeys(WORD.findall("ai generated summary checked by an editor"), 1000))
    if article.published is not None:  # the line that dates it is told as that
        missing.pop(f"{article.published:%Y%m%d}", None)
    assert not missing


@given(TEXTS)
def test_both_lists_keep_the_page_s_order(text: str) -> None:
    article = read_lines(text, None)
    lines = [piece.text for piece in scrape.outline(text).pieces]
    for texts in ([piece.text for piece in article.removed], [block.text for block in article.blocks if block.text]):
        place = 0
        for wanted in texts:
            place = next(index for index in range(place, len(lines)) if wanted in lines[index]) + 1


@given(st.binary(max_size=400))
def test_any_bytes_give_an_article(data: bytes) -> None:
    assert isinstance(parse(Page(data)), Article)


@given(TEXTS)
def test_the_same_text_gives_the_same_article(text: str) -> None:
    assert read_lines(text, None) == read_lines(text, None)


@pytest.mark.long
@pytest.mark.parametrize(
    "line", ["word " * 40, "a", "<!-- " * 50, "(Photo: " * 40, "<p>" * 60, "14:32", "Read also", "• a"]
)
def test_ten_megabytes_of_one_line_are_read(line: str) -> None:
    assert isinstance(read_lines(f"{line}\n" * (10_000_000 // len(line)), None), Article)


@pytest.mark.long
@pytest.mark.parametrize("line", ["word " * 40, "a", "", "(Photo: " * 40, "&amp; " * 30, "14:32", "x" * 50_000_000])
def test_fifty_megabytes_are_read_in_bounded_memory(line: str) -> None:
    data = f"{line}\n".encode() * (50_000_000 // (len(line) + 1) or 1)
    tracemalloc.start()
    try:
        article = parse(Page(data))
        assert tracemalloc.get_traced_memory()[1] < 64_000_000 + 40 * len(data)
    finally:
        tracemalloc.stop()
    assert sum(map(len, said(article))) < len(data)


@pytest.mark.parametrize("line", ["<!-- -->" * 3000, "<" * 20_000, "&" * 20_000, "(Image: " * 3000, "<p " * 9000])
def test_one_long_line_is_read(line: str) -> None:
    assert isinstance(parse(Page(line.encode())), Article)
