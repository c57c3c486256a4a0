"""Pages as archives, browsers and programs hand them on, and what they set around the story."""

from __future__ import annotations

import pytest

from reader.model import Page
from reader.parser import parse
from tests.parser.test_kinds import BODY, TITLE, headings, page, paragraphs, reasons, texts

COLLECTED = (
    "The collection was begun by volunteers who rescue pages of newspapers before they are gone, and is kept for good."
)


def test_the_bar_of_an_archive_is_none_of_the_story() -> None:
    bar = f'<div id="bar" style="display:none"><div><p>About this capture</p><p>{COLLECTED}</p></div></div>'
    html = f"<html><body>{bar}<div><article><h1>{TITLE}</h1>{paragraphs(BODY)}</article></div></body></html>"
    assert texts(parse(Page(html.encode()))) == BODY


def test_what_a_page_hides_behind_its_story_stays() -> None:
    hidden = "".join(f'<div><h2>{q}</h2><div style="display:none"><p>{a} So it is.</p><p>{b} So it is.</p></div></div>' for q, a, b in (("Who pays?", *BODY[:2]), ("Where do crews go?", *BODY[2:4])))  # fmt: skip
    html = f"<html><body><div><h1>{TITLE}</h1>{paragraphs(BODY)}</div><div>{hidden}</div></body></html>"
    assert f"{BODY[0]} So it is." in texts(parse(Page(html.encode())))


def test_questions_on_buttons_are_headings() -> None:
    asked = ["Who pays?", "Where do crews go?"]
    items = "".join(f'<div class="item"><h3><button aria-expanded="false">{q}</button></h3><div hidden><p>{a}</p></div></div>' for q, a in zip(asked, BODY[3:], strict=True))  # fmt: skip
    article = page(paragraphs(BODY[:3]) + f'<div class="accordion">{items}</div>')
    assert texts(article) == [*BODY[:3], asked[0], BODY[3], asked[1], BODY[4]]
    assert headings(article) == [(3, asked[0]), (3, asked[1])]


def test_a_box_around_a_form_that_invites_goes_whole() -> None:
    box = "<div class='x'><h4>The tide, every morning</h4><p>Five stories before your first coffee. Sign up for our newsletter.</p><form><button>Go</button></form></div>"
    article = page(paragraphs(BODY[:3]) + box + paragraphs(BODY[3:]))
    assert texts(article) == BODY
    assert reasons(article)["The tide, every morning"] == "newsletter"


def test_a_form_for_searching_takes_nothing_along() -> None:
    box = "<div class='x'><h4>Find your berth</h4><p>Type the name of a boat, and the table shows where it lies.</p><form><button>Go</button></form></div>"
    assert "Find your berth" in texts(page(paragraphs(BODY[:3]) + box + paragraphs(BODY[3:])))


def test_notes_to_which_numbers_lead_are_read_with_the_story() -> None:
    told = BODY[0][:-1] + '.<sup><a href="#fn1" id="r1">1</a></sup>'
    notes = ["Minutes of the board, March 7, p. 4.", "The levy was first proposed in 1998."]
    items = "".join(f'<li id="fn{at}"><p>{note} <a href="#r{at}">↩</a></p></li>' for at, note in enumerate(notes, 1))
    article = page(f"<p>{told}</p>{paragraphs(BODY[1:])}<hr><section class='footnotes'><ol>{items}</ol></section>")
    assert texts(article) == [f"{BODY[0]}[1]", *BODY[1:], *notes]


@pytest.mark.parametrize(
    ("foot", "title", "name"),
    [
        ("© 2026 Kelso Observer", f"{TITLE} | Kelso Observer", "Kelso Observer"),
        ("Copyright © 2026 Kelso Observer, All rights reserved.", TITLE, "Kelso Observer"),
        ("Copyright 2012-2026 Kelso Observer. All rights reserved", TITLE, "Kelso Observer"),
        ("© 2026 Petra Holm", TITLE, None),
        ("© 2026. All rights reserved.", TITLE, None),
    ],
)
def test_who_publishes_is_read_from_the_foot_where_something_else_says_so(
    foot: str, title: str, name: str | None
) -> None:
    html = f"<html><head><title>{title}</title></head><body><article><h1>{TITLE}</h1>{paragraphs(BODY)}</article><footer>{foot}</footer></body></html>"
    assert parse(Page(html.encode())).publisher == name


@pytest.mark.parametrize(
    ("under", "byline"),
    [
        ('<div class="credits">Karel Thorsby</div><div>3-4 minutes</div>', ("Karel Thorsby",)),
        ('<a class="author-category" href="/category/personal-finance">Personal finance</a>', ()),
        ('<a class="author-link" href="/topics/money/">Personal finance</a>', ()),
    ],
)
def test_names_and_sections_under_a_headline(under: str, byline: tuple[str, ...]) -> None:
    assert page(paragraphs(BODY), under=under).byline == byline


def test_a_firm_named_twice_after_the_same_man_is_a_firm() -> None:
    assert page(paragraphs(BODY), head='<meta name="author" content="Morgan &amp; Morgan">').byline == (
        "Morgan & Morgan",
    )


@pytest.mark.parametrize(
    "line",
    [
        "This article was printed from the Kelso Observer website: https://kelso.example/pier",
        "Do you remember the old pier? Tell us at pier@kelso.example.",
        "Listen on Apple Podcasts, Spotify, or wherever you get your podcasts.",
        "quaycat liked this",
        "quaycat reblogged this from tidenotes",
    ],
)
def test_what_is_said_around_a_story(line: str) -> None:
    assert texts(page(paragraphs(BODY[:3]) + f"<p>{line}</p>" + paragraphs(BODY[3:]))) == BODY


@pytest.mark.parametrize(
    "wall",
    [
        "This is a premium article. Get unlimited access for 1 crown a week.",
        "Continue reading with a free account",
        "Keep reading for $1",
        "Support local journalism. Subscribe today to read the rest of this story.",
        "You’ve read 3 of 3 free articles",
        "Become a member to read this story.",
    ],
)
def test_walls_of_other_words(wall: str) -> None:
    article = page(
        paragraphs(BODY[:2]) + f"<div class='x'><h3>{wall}</h3><p>Cancel anytime.</p><button>See options</button></div>"
    )
    assert texts(article) == BODY[:2]
    assert article.truncated == wall


def test_how_long_ago_heads_the_entries_of_a_live_blog() -> None:
    ago = ["12 min ago", "1h ago", "vor 2 Stunden"]
    entries = "".join(
        f"<section><span>{when}</span><p>{text}</p></section>" for when, text in zip(ago, BODY, strict=False)
    )
    assert [text for _, text in headings(page(entries))] == ago


LONG = {
    "th": ("เรือข้ามฟากกลางคืนไปเกาะรอบนอกเริ่มเดือนหน้า", ["หน้าแรก", "การเมือง", "เศรษฐกิจ"], ["เรือข้ามฟากที่เชื่อมท่าเรือออร์รินกับเกาะรอบนอกจะวิ่งตลอดคืนตั้งแต่เดือนหน้า สำนักงานท่าเรือแถลงเมื่อวันอังคาร", "ก่อนหน้านี้เรือเที่ยวสุดท้ายออกตอนสามทุ่ม ชาวเกาะจึงไปเรียนภาคค่ำหรือไปคลินิกนอกเวลาของโรงพยาบาลไม่ได้", "“คนเลิกถามกันแล้ว เพราะคำตอบเหมือนเดิมมาสามสิบปี” สมหญิง ใจดี ผู้ดูแลช่องขายตั๋วกล่าว", "บริการใหม่มีค่าใช้จ่ายราว 2.4 ล้านต่อปี อำเภอจ่ายสองในสาม ที่เหลือมาจากค่าจอดรถ"]),
    "km": ("សាឡាងពេលយប់ទៅកោះខាងក្រៅចាប់ផ្តើមខែក្រោយ", ["ទំព័រដើម", "នយោបាយ", "កីឡា"], ["សាឡាងដែលភ្ជាប់កំពង់ផែអូរីនជាមួយកោះខាងក្រៅនឹងដំណើរការពេញមួយយប់ចាប់ពីខែក្រោយ នេះបើតាមការិយាល័យកំពង់ផែនៅថ្ងៃអង្គារ។", "រហូតមកដល់ពេលនេះ ទូកចុងក្រោយចេញនៅម៉ោងប្រាំបួន ដែលធ្វើឱ្យអ្នកកោះមិនអាចទៅរៀនពេលល្ងាច ឬទៅមន្ទីរពេទ្យបានឡើយ។", "«មនុស្សឈប់សួរហើយ ព្រោះចម្លើយដដែលអស់សាមសិបឆ្នាំ» នេះបើតាមលោកស្រី សុខា ដែលលក់សំបុត្រ។"]),
}  # fmt: skip


@pytest.mark.parametrize("language", LONG)
def test_letters_without_spaces_have_headlines_and_menus_too(language: str) -> None:
    title, menu, body = LONG[language]
    article = parse(Page("\n".join([*menu, "", title, "", *body]).encode()))
    assert (article.title, texts(article), article.language) == (title, body, language)


def test_a_list_of_a_feed_read_as_text_has_its_title_without_a_label() -> None:
    text = f"Feed: Kelso Observer\nTitle: {TITLE}\nAuthor: Lena Drury\n\n" + "\n\n".join(BODY)
    article = parse(Page(text.encode()))
    assert (article.title, article.byline, texts(article)) == (TITLE, ("Lena Drury",), BODY)


def test_what_a_mail_quotes_is_whole() -> None:
    text = "Subject: " + TITLE + "\n\n" + "\n>\n".join(f"> {text}" for text in BODY)
    assert texts(parse(Page(text.encode()))) == BODY
