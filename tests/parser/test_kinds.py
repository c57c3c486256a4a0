"""Pages of kinds that no benchmark holds enough of: what each has beside its story, and what of it is the story."""

from __future__ import annotations

import json

import pytest

from reader.model import Article, Block, Page
from reader.parser import parse

BODY = [
    "The harbor board of Kelso Bay agreed on Monday to rebuild the north pier, which a storm had cut in two in January.",
    "Work is to begin in August, once the nesting terns have left the stones, and is to take about fourteen months.",
    "“We looked at four designs and chose the dullest one, because it will still stand in sixty years,” said Petra Holm.",
    "The cost of 31 million crowns is shared by the county and a levy on cargo, which shippers have long fought.",
    "Fishing crews, who lost two berths, will use the old coal quay in the meantime, where a ramp was towed last week.",
]
TITLE = "North pier to be rebuilt after the storm"
MENU = '<nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>'


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(inner: str, *, under: str = "", head: str = "", behind: str = "", language: str = "en") -> Article:
    """A page with that in its article, under its headline, in its head and behind the article."""
    story = f'<main><article><h1>{TITLE}</h1>{under}<div class="article-body">{inner}</div></article></main>'
    html = (
        f'<!doctype html><html lang="{language}"><head><title>{TITLE} | Kelso Observer</title>{head}</head>'
        f"<body><header>{MENU}</header>{story}{behind}<footer>© 2026 Kelso Observer</footer></body></html>"
    )
    return parse(Page(html.encode(), "https://kelso.example/2026/pier"))


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind != "image"]


def reasons(article: Article) -> dict[str, str]:
    return {piece.text: piece.reason for piece in article.removed}


def images(article: Article) -> list[tuple[str | None, str | None]]:
    return [(block.caption, block.credit) for block in article.blocks if block.kind == "image"]


def headings(article: Article) -> list[tuple[int | None, str]]:
    return [(block.level, block.text) for block in article.blocks if block.kind == "heading"]


CARRIED = {"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join(BODY)}


def unrendered(*scripts: str) -> Article:
    html = (
        f'<html><head><title>{TITLE}</title></head><body><div id="root">Loading…</div>{"".join(scripts)}</body></html>'
    )
    return parse(Page(html.encode(), "https://kelso.example/pier"))


def for_machines(value: object, kind: str = "ld+json") -> str:
    return f'<script type="application/{kind}">{json.dumps(value)}</script>'


def test_what_a_page_carries_for_machines_is_its_text_where_it_shows_none() -> None:
    article = unrendered(for_machines(CARRIED))
    assert texts(article) == BODY
    assert reasons(article)["Loading…"] == "furniture"


def test_what_is_for_those_who_pay_is_not_taken_from_there() -> None:
    assert texts(unrendered(for_machines(CARRIED | {"isAccessibleForFree": False}))) in ([], ["Loading…"])
    wall = "This article is only available to our paying subscribers"
    html = f"<article><h1>{TITLE}</h1><p>{BODY[0]}</p><p>{wall}</p></article>{for_machines(CARRIED)}"
    assert texts(parse(Page(html.encode()))) == BODY[:1]


def test_a_page_that_shows_its_text_is_read_by_that() -> None:
    article = page(paragraphs(BODY[:3]), head=for_machines(CARRIED))
    assert texts(article) == BODY[:3]


@pytest.mark.parametrize(
    "told",
    [
        [{"type": "paragraph", "text": text} for text in BODY],
        "".join(f"<p>{text}</p>" for text in BODY),
        "\n\n".join(BODY),
    ],
)
def test_the_state_of_a_page_s_scripts_holds_its_text(told: object) -> None:
    state = {"props": {"pageProps": {"article": {"headline": TITLE, "body": told}, "menu": ["Home page", "All news"]}}}
    assert texts(unrendered(for_machines(state, "json"))) == BODY


@pytest.mark.parametrize(
    "state",
    [
        {"article": {"headline": "Another story altogether", "body": BODY}},
        {"article": {"headline": TITLE, "parts": [part for text in BODY for part in text.split(",")]}},
        {"article": {"headline": TITLE, "labels": ["Sign in to see this"] * 40}},
        {"article": {"headline": TITLE, "body": BODY[:1]}},
        [[[TITLE]]] * 3,
    ],
)
def test_what_is_no_text_of_the_story_is_not_taken_for_it(state: object) -> None:
    assert texts(unrendered(for_machines(state, "json"))) in ([], ["Loading…"])


@pytest.mark.parametrize(
    "others",
    [
        {"relatedStories": [{"text": text} for text in BODY]},
        {"comments": [{"body": text} for text in BODY]},
        {"stories": [{"description": text} for text in BODY]},
    ],
)
def test_other_stories_and_comments_in_a_state_do_not_take_the_place_of_a_short_one(others: object) -> None:
    html = f"<title>{TITLE}</title><article><h1>{TITLE}</h1><p>{BODY[0]}</p></article>"
    article = parse(Page((html + for_machines({"title": TITLE, "page": others}, "json")).encode()))
    assert texts(article) == BODY[:1]


def test_markup_that_is_escaped_in_what_a_page_carries_is_markup() -> None:
    escaped = "".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in BODY)
    assert texts(unrendered(for_machines(CARRIED | {"articleBody": escaped}))) == BODY
    assert texts(unrendered(for_machines({"headline": TITLE, "body": escaped}, "json"))) == BODY


def test_signs_of_less_and_more_in_what_a_page_carries_are_no_tag() -> None:
    told = ["Where a < b and c > d, nobody asks for more.", *BODY]
    assert texts(unrendered(for_machines(CARRIED | {"articleBody": "\n".join(told)}))) == told


def test_a_state_of_many_values_is_read_in_proportion() -> None:
    state = {"title": TITLE, "rows": [{"text": f"The number of this row is {number}"} for number in range(49_000)]}
    assert texts(unrendered(for_machines(state, "json"))) in ([], ["Loading…"])


def test_controls_in_what_scripts_are_told_do_not_reach_the_terminal() -> None:
    foreign = CARRIED | {"articleBody": "\n".join(text.replace("the ", "\x1b[31mthe ") for text in BODY)}
    assert "\x1b" not in "".join(texts(unrendered(for_machines(foreign))))


def test_a_heading_that_opens_a_box_of_the_story_stays() -> None:
    pros = (
        "<div class='pros'><h3>Pros</h3><ul><li>Warm and even light</li><li>Can be repaired by anybody</li></ul></div>"
    )
    asked = "<details><summary>How was it built?</summary><p>Blocks from the quarry were set on oak without mortar.</p></details>"
    toggle = "<div class='toggle'><div class='head'><h4>Who pays?</h4></div><div><p>The county does, and those who ship stone.</p></div></div>"
    article = page(paragraphs(BODY[:3]) + pros + toggle + paragraphs(BODY[3:]) + asked)
    assert headings(article) == [(3, "Pros"), (4, "Who pays?"), (4, "How was it built?")]


def test_a_table_s_caption_is_no_row() -> None:
    rows = "<tr><th>Club</th><th>Points</th></tr><tr><td>Lindenau</td><td>49</td></tr>"
    table = f"<table><caption>After 24 matches</caption>{rows}</table>"
    found = [
        block for block in page(paragraphs(BODY) + table + f"<p>{BODY[0][::-1]}.</p>").blocks if block.kind == "table"
    ]
    assert [(block.caption, block.rows) for block in found] == [
        ("After 24 matches", (("Club", "Points"), ("Lindenau", "49")))
    ]


@pytest.mark.parametrize(
    ("figure", "caption", "credit"),
    [
        ("<figure><img src=a.png><figcaption>The ridge in 1981. Courtesy of the family</figcaption></figure>", "The ridge in 1981.", "the family"),
        ("<figure><img src=a.png><figcaption>El molino, en abril.<span> EFE</span></figcaption></figure>", "El molino, en abril.", "EFE"),
        ("<figure><img src=a.png><figcaption>The pier. Photo: Jo Lind. Courtesy of the town</figcaption></figure>", "The pier.", "Jo Lind. Courtesy of the town"),
        ("<figure><span>Press enter or click to view image in full size</span><img src=a.png><figcaption>The pier in May.</figcaption></figure>", "The pier in May.", None),
        ("<div class='image'><img src=a.png><div class='field-bildunterschrift'>Die Halle im April. Foto: Jo Lind</div></div>", "Die Halle im April.", "Jo Lind"),
    ],
)  # fmt: skip
def test_whose_picture_it_is(figure: str, caption: str, credit: str | None) -> None:
    assert images(page(paragraphs(BODY[:2]) + figure + paragraphs(BODY[2:]))) == [(caption, credit)]


def test_slides_are_not_counted_between_their_captions() -> None:
    slides = "".join(
        f"<div class='slide'><div class='count'>{number} of 3</div><figure><img src=a.png><figcaption>{text}</figcaption></figure></div>"
        for number, text in enumerate(BODY[:3], 1)
    )
    assert texts(page(f"<p>{BODY[3]}</p>{slides}")) == [BODY[3]]


@pytest.mark.parametrize(
    "note",
    [
        "Lena Drury teaches coastal geology in Orme and is at work on a book. She lives in Tolva.",
        "Lena Drury, who grew up beside the pier, has written about the bay since 2011.",
        "Ms. Drury is a geologist.",
    ],
)
def test_who_the_author_is_stands_apart(note: str) -> None:
    article = page(paragraphs([*BODY, note]), under='<p class="byline">By Lena Drury</p>')
    assert (texts(article), reasons(article).get(note)) == (BODY, "author box")
    told = "Lena Drury found the letters in a drawer, and read them aloud to the board when it met again in May."
    assert told in texts(page(paragraphs([*BODY[:2], told, *BODY[2:]]), under='<p class="byline">By Lena Drury</p>'))


def test_a_live_blog_s_entries_are_not_signed_one_by_one() -> None:
    entries = "".join(
        f"<section><h2>Entry of {9 + n}:10</h2><p class='by'>Lena Drury</p><p>{text}</p></section>"
        for n, text in enumerate(BODY)
    )
    article = page(entries, under='<p class="byline">By Lena Drury and Owen Marsh</p>')
    assert article.byline == ("Lena Drury", "Owen Marsh")
    assert "Lena Drury" not in texts(article)


@pytest.mark.parametrize(
    "line",
    [
        "mk/bfi/swi",
        "(jm/dpa)",
        "(Redaktion: jm)",
        "（山本由紀）",
        "Copyright 2026 The Associated Press. All rights reserved. This material may not be published, broadcast or rewritten.",
        "Find this article at: http://kelso.example/news/pier.html",
        "The views expressed here are those of the author and do not necessarily reflect those of the Observer.",
        "Das ist eine Nachricht direkt aus dem dpa-Newskanal.",
        "Send your questions to Agnes at agnes@kelso.example. Letters may be edited for length.",
        "Нашли опечатку? Выделите текст и нажмите Ctrl+Enter.",
        "Подписывайтесь на наш Telegram-канал, чтобы не пропустить важное.",
        "Heb je een tip of opmerking? Mail naar redactie@kelso.example",
        "Wil je op de hoogte blijven? Schrijf je in voor onze nieuwsbrief.",
        "¡Mira lo que tiene nuestro canal de YouTube!",
        "We and our 912 partners use cookies and other technologies to store personal data on your device.",
    ],
)
def test_what_stands_under_a_story_is_none_of_it(line: str) -> None:
    article = page(paragraphs([*BODY, line]))
    assert (texts(article), line in reasons(article)) == (BODY, True)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Das Gespräch führte Jörg Matthes.", "Jörg Matthes"),
        ("Propos recueillis par Maud Terrier", "Maud Terrier"),
    ],
)
def test_who_asked_the_questions_signs(line: str, kept: str) -> None:
    article = page(paragraphs([*BODY, line]))
    assert (article.byline, texts(article)) == ((kept,), BODY)


def test_who_edited_is_not_lost_with_who_wrote() -> None:
    line = "Reporting by Lena Drury in Kelso Bay; additional reporting by Owen Marsh; editing by Tara Voss"
    article = page(paragraphs([*BODY, line]))
    assert (article.byline, [note.text for note in article.notes]) == (("Lena Drury",), [line])


@pytest.mark.parametrize("line", ["Kaynak: AA", "المصدر: وكالات", "来源：新华社"])
def test_where_a_story_comes_from_is_noted(line: str) -> None:
    assert [note.text for note in page(paragraphs([*BODY, line])).notes] == [line]


def test_what_stands_over_a_headline_is_no_first_paragraph() -> None:
    article = page('<p class="kicker">Entrevista Inés Quirós, alcaldesa</p>' + paragraphs(BODY))
    assert texts(article) == BODY


def test_a_teaser_called_the_page_s_description_is_the_standfirst() -> None:
    teaser = "The board chose the dullest of four designs, and no tern is to be disturbed by it."
    article = page(paragraphs(BODY), under=f'<div class="teaser-text" itemprop="description"><p>{teaser}</p></div>')
    assert (article.standfirst, texts(article)) == (teaser, BODY)


@pytest.mark.parametrize(
    "wall",
    [
        ("You’ve reached your limit of free articles.", "Get unlimited access for $1.", "Already a subscriber? Log in"),
        ("To view the full story, please subscribe to the Observer.", "If you are already a subscriber, log in."),
        ("Questo contenuto è riservato agli abbonati", "Abbonati a 1 euro al mese per tre mesi.", "Sei già abbonato? Accedi"),
        ("Este contenido es exclusivo para suscriptores", "¿Ya eres suscriptor? Inicia sesión"),
        ("Este conteúdo é exclusivo para assinantes", "Já é assinante? Entre"),
        ("Wilt u dit artikel lezen? Word abonnee", "Al abonnee? Log in"),
        ("Dalsza część artykułu dostępna dla prenumeratorów", "Masz już prenumeratę? Zaloguj się"),
        ("Материал доступен только по подписке", "Уже подписаны? Войти"),
        ("この記事は有料会員限定です。残り1,204文字", "会員登録すると続きをお読みいただけます。"),
        ("Cet article est réservé aux abonnés", "Déjà abonné ? Se connecter"),
    ],
)  # fmt: skip
def test_walls_of_many_countries(wall: tuple[str, ...]) -> None:
    article = page(f"{paragraphs(BODY)}<div class='wall'>{paragraphs(list(wall))}</div>")
    assert (texts(article), article.truncated in wall) == (BODY, True)


@pytest.mark.parametrize(
    "names",
    [
        'id="onetrust-consent-sdk"',
        'id="didomi-host" class="didomi-popup"',
        'class="qc-cmp2-container"',
        'id="iubenda-cs-banner"',
        'id="CybotCookiebotDialog"',
        'class="rodo-popup"',
        'id="usercentrics-root"',
    ],
)
def test_boxes_of_those_who_ask_for_consent_are_consent(names: str) -> None:
    asked = "Klikając dalej, zgadzasz się na wszystko, co tu jest napisane, przez nas i innych."
    article = page(paragraphs(BODY), behind=f"<div {names}><div><p>{asked}</p><p>Zgadzam się</p></div></div>")
    assert (texts(article), reasons(article)[asked]) == (BODY, "consent")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("<strong>Más información:</strong> <a href='/a'>La riada que se llevó la presa</a>", "La riada que se llevó la presa"),
        ("קראו גם: <a href='/a'>מאה שנים לרכבת הראשונה</a>", "מאה שנים לרכבת הראשונה"),
        ("延伸阅读：<a href='/a'>钟楼的一百年</a>", "钟楼的一百年"),
        ("【関連記事】<a href='/a'>駅と町の百年</a>", "駅と町の百年"),
        ("Next message (by thread): <a href='/a'>Timetable of the floating ramp</a>", "Timetable of the floating ramp"),
    ],
)  # fmt: skip
def test_other_stories_are_told_by_their_label(line: str, title: str) -> None:
    article = page(f"{paragraphs(BODY[:3])}<p>{line}</p>{paragraphs(BODY[3:])}")
    assert ([story.title for story in article.related], texts(article)) == ([title], BODY)


def test_the_notes_of_an_essay_are_read_with_it() -> None:
    note = "The ridge is called the Saw on older maps, and nobody could tell me when the name went out of use."
    notes = f'<div class="footnotes"><ol><li><p>{note} <a href="#back">↩</a></p></li></ol></div>'
    assert note in texts(page(paragraphs(BODY) + notes))


def a_comment(who: str, said: str) -> str:
    links = "<span class='navs'>| <a href='#n'>next</a></span>"
    text = f"<div class='comment'><div class='commtext c00'>{said}</div><div class='reply'><a>reply</a></div></div>"
    return f"<tr class='comtr'><td class='default'><div><a class='user'>{who}</a> 3 hours ago {links}</div>{text}</td></tr>"


def test_a_thread_that_is_the_page_is_kept_as_a_whole() -> None:
    said = [*BODY, "Thanks, that is what I was looking for."]
    rows = "".join(a_comment(f"user{number}", text) for number, text in enumerate(said))
    html = (
        f"<html><head><title>{TITLE}</title></head><body>{MENU}<table class='comment-tree'>{rows}</table></body></html>"
    )
    assert texts(parse(Page(html.encode()))) == said


def test_a_mailing_list_s_message_is_signed_and_dated() -> None:
    top = "<B>Lena Drury</B> <A HREF='mailto:x'>lena at kelso.example</A><BR><I>Tue May 12 09:14:00 CEST 2026</I><P>"
    message = "\n".join(BODY)
    html = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{top}<hr><pre>{message}</pre></body></html>"
    article = parse(Page(html.encode()))
    assert (article.byline, str(article.published)) == (("Lena Drury",), "2026-05-12 07:14:00+00:00")


@pytest.mark.parametrize(
    ("language", "line", "name"),
    [
        ("zh-CN", "<span>2026-05-12 18:30</span> <span>来源：柳溪日报</span> <span>作者：陈晓岚</span>", "陈晓岚"),
        ("he", "<p class='author'>מאת נועה ברק</p>", "נועה ברק"),
        ("hi", "<p class='author'>Written By: अनिल वर्मा</p>", "अनिल वर्मा"),
        ("ko", "<p>한지우 기자 | 입력 2026.05.12 18:30 | 수정 2026.05.12 19:05</p>", "한지우"),
        ("ja", "<p class='date'>2026年5月12日 18時30分</p><p class='author'>山本由紀</p>", "山本由紀"),
    ],
)
def test_names_in_scripts_without_capitals(language: str, line: str, name: str) -> None:
    assert page(paragraphs(BODY), under=f"<div>{line}</div>", language=language).byline == (name,)


def plain(*lines: str) -> list[Block]:
    return list(parse(Page("\n\n".join(lines).encode())).blocks)


def test_the_last_answer_of_an_interview_is_not_lost() -> None:
    asked = ["Would you build it at the same place again?", "Yes."]
    found = [block.text for block in plain(TITLE, *BODY, *asked)]
    assert found[-2:] == asked


def test_a_heading_in_marks_of_quotation_is_one() -> None:
    blocks = plain(TITLE, *BODY[:3], "« Un emprunt trop lourd »", *BODY[3:])
    assert [block.text for block in blocks if block.kind == "heading"] == ["« Un emprunt trop lourd »"]


def test_the_last_of_numbered_lines_heads_nothing() -> None:
    items = ["1. Call to order", "2. Presentation of the three offers", "3. Adjournment"]
    blocks = plain(TITLE, BODY[0], "\n".join(items), *BODY[1:])
    assert not [block for block in blocks if block.kind == "heading" and block.text in items]


def test_a_name_under_the_date_signs() -> None:
    top = "Zajezdnia zostanie targowiskiem\n12 maja 2026, 18:45\nHalina Wrona"
    assert parse(Page("\n\n".join(["Sport", top, *BODY]).encode())).byline == ("Halina Wrona",)


def test_days_that_head_chapters_are_no_date_of_publication() -> None:
    days = ("June 1, 1954", "January 14, 2026", "May 12, 2026")
    article = page("".join(f"<h3>{day}</h3><p>{text}</p>" for day, text in zip(days, BODY, strict=False)))
    assert headings(article) == [(3, day) for day in days]


@pytest.mark.parametrize("hides", ['style="display: none;"', "hidden"])
def test_labels_that_a_page_hides_are_no_text(hides: str) -> None:
    toolbar = f"<div {hides}><div>3 captures</div><div>About this capture</div></div>"
    assert texts(page(toolbar + paragraphs(BODY))) == BODY
    assert texts(page(f"<div {hides}>{paragraphs(BODY)}</div>")) == BODY, "a story that scripts show"


def test_answers_to_a_post_are_told_by_their_property() -> None:
    answer = "Does the ramp float at the lowest spring tides as well, or does one have to wait for an hour?"
    post = f"<div class='post-body'>{paragraphs(BODY)}</div><div class='post-body' itemprop='comment'><p>{answer}</p></div>"
    article = page(f"<div class='topic'>{post}</div>")
    assert (texts(article), reasons(article)[answer]) == (BODY, "comments")


def test_a_byline_is_told_by_what_tests_call_it_where_classes_are_made_by_machines() -> None:
    signed = "<span>Lena Drury</span><span>, </span><span>Northern correspondent</span><span> and </span><span>Owen Marsh</span>"
    claims = for_machines({"@type": "NewsArticle", "headline": TITLE, "author": {"name": "Northern News"}})
    article = page(
        paragraphs(BODY), head=claims, under=f'<div class="sc-2b9" data-testid="byline-contributors">{signed}</div>'
    )
    assert (article.byline, texts(article)) == (("Lena Drury", "Owen Marsh"), BODY)


@pytest.mark.parametrize("line", ["$89 at Lampery", "Report abuse", "分享到："])
def test_short_lines_of_shops_and_publishing_programs(line: str) -> None:
    assert texts(page(paragraphs([*BODY[:3], line, *BODY[3:]]))) == BODY


def test_a_reporter_in_brackets_ends_no_story() -> None:
    assert texts(page(paragraphs([*BODY, "（记者 陈晓岚）"]))) == BODY


@pytest.mark.parametrize(
    "said",
    [
        "We asked our partners why they had left the board so early.",
        "$20 at the door, and nothing for children.",
        "The views expressed by the shippers are not those of the crews, Holm said.",
    ],
)
def test_what_reads_like_a_publisher_s_line_and_is_none_is_kept(said: str) -> None:
    told = [*BODY[:2], said, *BODY[2:]]
    assert texts(page(paragraphs(told))) == told


@pytest.mark.parametrize("caption", ["Boats of Kelso", "<p>Boats of Kelso</p>", "<p>Boats</p><p>of Kelso</p>"])
def test_the_whole_caption_of_a_table_is_kept(caption: str) -> None:
    table = (
        f"<table><caption>{caption}</caption><tr><td>Tern</td><td>11</td></tr><tr><td>Ines</td><td>9</td></tr></table>"
    )
    article = page(paragraphs(BODY[:2]) + table + paragraphs(BODY[2:]))
    assert [block.caption for block in article.blocks if block.kind == "table"] == ["Boats of Kelso"]


@pytest.mark.parametrize("caption", ["Boats", "Read more", "Photo: AP"])
def test_what_a_kept_table_holds_is_not_left_out_as_well(caption: str) -> None:
    rows = "<tr><th>Share</th><th>No</th></tr><tr><td>Tern</td><td>11</td></tr><tr><td>Ines</td><td>9</td></tr>"
    article = page(f"{paragraphs(BODY[:2])}<table><caption>{caption}</caption>{rows}</table>{paragraphs(BODY[2:])}")
    (table,) = [block for block in article.blocks if block.kind == "table"]
    assert (table.caption, table.rows[0]) == (caption, ("Share", "No"))
    assert not {piece.text for piece in article.removed} & {caption, "Share", "No"}


FOOTNOTED = 'The ramp was built in 1931.<sup><a href="#fn1">1</a></sup> Nobody knew by whom.<a href="#fn2">[2]</a>'
NOTES = '<li id="fn1">Harbor book. <a href="#r1">↩</a></li><li><p class="x" id="fn2">Ibid.</p></li>'


@pytest.mark.parametrize("head", ["<h2>Notes</h2>", ""])
def test_footnotes_are_kept_however_short(head: str) -> None:
    article = page(f"{paragraphs(BODY[:2])}<p>{FOOTNOTED}</p>{paragraphs(BODY[2:])}{head}<ol>{NOTES}</ol>")
    assert texts(article)[-2:] == ["Harbor book.", "Ibid."]
    assert not {piece.text for piece in article.removed} & {"Notes", "Harbor book.", "Ibid."}


def test_what_a_number_leads_to_is_no_note_where_it_is_a_part_of_the_page() -> None:
    counted = f"{BODY[0]} <a href='#talk'>12</a> <a href='#more'>✉</a> <a href='#more'>more about this</a>"
    talk = "".join(f"<li><a href='/{number}'>Tea at pier {number}</a></li>" for number in range(12))
    beside = f"<nav id='talk'>{talk}</nav><div id='more'>Sign up now</div>"
    article = page(f"<p>{counted}</p>{paragraphs(BODY[1:])}", behind=beside)
    assert texts(article)[-1] == BODY[-1]
