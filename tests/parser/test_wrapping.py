"""Texts that were wrapped at a column, by mail programs, text browsers and printers, have their paragraphs again."""

from __future__ import annotations

import re
import textwrap
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Page
from reader.parser import parse
from reader.parser.wrapping import unwrapped

TITLE = "North pier to be rebuilt after the storm"
BODY = [
    "The harbor board of Kelso Bay agreed on Monday to rebuild the north pier, which a storm had cut in two places in January.",
    "Work is to begin in August, once the nesting terns have left the stones, and is expected to take about fourteen months.",
    "“We looked at four designs and chose the dullest one, because it is the one that will stand in sixty years,” said Petra Holm.",
    "The cost of 31 million crowns is shared by the county and a levy on cargo, which shippers have fought since it was proposed.",
    "Fishing crews, who lost two berths, will use the old coal quay in the meantime; a floating ramp was towed there last week.",
]
ARABIC = [
    "قرر مجلس بلدية وادي الزهر يوم الاثنين إعادة بناء الجسر الحجري الذي انهار قبل سبع سنوات بعد أمطار غزيرة.",
    "وتبدأ الأعمال في سبتمبر المقبل وتستمر عشرين شهرا تقريبا، بكلفة تبلغ ثمانية ملايين دينار تتحمل الحكومة نصفها.",
    "وتضطر ثلاثمئة عائلة تعيش على الضفة الأخرى إلى قطع أربعة عشر كيلومترا للوصول إلى أقرب مستشفى.",
]


def filled(paragraphs: list[str], width: int = 72, first: str = "", behind: str = "") -> list[str]:
    return [textwrap.fill(text, width, initial_indent=first, subsequent_indent=behind) for text in paragraphs]


def read(*parts: str) -> Article:
    return parse(Page("\n\n".join(parts).encode()))


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


@pytest.mark.parametrize("width", [60, 66, 72, 78])
def test_paragraphs_parted_by_empty_lines_are_whole_again(width: int) -> None:
    article = read(TITLE, "By Lena Drury\nMay 12, 2026", *filled(BODY, width))
    assert (article.title, article.byline, texts(article)) == (TITLE, ("Lena Drury",), BODY)


def test_a_line_that_is_set_in_begins_a_paragraph() -> None:
    assert texts(read(TITLE, "\n".join(filled(BODY, first="    ")))) == BODY
    assert texts(read(TITLE, *filled(BODY, first="   ", behind="   "))) == BODY


def test_scripts_without_capitals_are_wrapped_too() -> None:
    assert texts(read("إعادة بناء الجسر", *filled(ARABIC, 45))) == ARABIC


def test_a_mail_is_quoted_and_answered() -> None:
    asked = "\n".join(f"> {line}" for line in "\n\n".join(filled(BODY[:2], 70)).split("\n"))
    lines = unwrapped("\n\n".join([asked, *filled(BODY[2:])])).split("\n")
    assert [line for line in lines if len(line) > 2] == [f"> {BODY[0]}", f"> {BODY[1]}", *BODY[2:]]


def test_the_subject_of_a_mail_is_its_headline() -> None:
    top = f"From: Lena Drury <lena@kelso.example>\nTo: list@kelso.example\nSubject: {TITLE}\nDate: Tue, 12 May 2026 09:14:00 +0200"
    article = read(top, *filled(BODY))
    assert article.title == TITLE
    assert (article.published is not None, texts(article)) == (True, BODY)


def test_items_tables_and_verses_keep_their_lines() -> None:
    items = ["1. Call to order, and the roll of those who are there and of those who are not", "2. Offers"]
    verses = ["She salts the step before he comes,", "she counts the light in eights,"]
    table = ["Berth   Boat      Length", "4       Tern      11 m", "5       Ines      9 m"]
    lines = unwrapped("\n\n".join([*filled(BODY), "\n".join(items), "\n".join(verses), "\n".join(table)])).split("\n")
    for each in (*items, *verses, *table):
        assert each in lines


def test_an_item_that_hangs_is_one_line() -> None:
    items = [f"{number}. {text}" for number, text in enumerate(BODY, 1)]
    assert unwrapped("\n".join(filled(items, behind="   "))).split("\n")[:5] == items


@pytest.mark.parametrize(
    "signs",
    [
        ("→", "→", "→"),
        ("✓", "✓", "✓"),
        ("#", "##", "#"),
        ("ii.", "iii.", "iv."),
        ("α)", "β)", "γ)"),
        ("1.1", "1.2", "1.3"),
        ("§ 1", "§ 2", "§ 3"),
        ("[1]:", "[2]:", "[3]:"),
        ("LENA:", "PETRA:", "DR. OSLO:"),
        ("From:", "To:", "Subject:"),
        ("https://kelso.example/2026/", "https://kelso.example/2025/", "https://kelso.example/2024/"),
    ],
)
def test_full_lines_of_lists_speakers_and_heads_of_mails_stay_apart(signs: tuple[str, ...]) -> None:
    told = [
        "Ten terns of the north pier nest among its stones until the summer",
        "Nine boats lost their berths when the storm had cut it in two parts",
        "Half the cost is with the county, and half of it with the shippers",
    ]
    lines = [
        sign + told[at][:45].replace(" ", "-") if "//" in sign else f"{sign} {told[at]}"
        for at, sign in enumerate(signs)
    ]
    assert set(lines) <= set(unwrapped("\n\n".join([*filled(BODY), "\n".join(lines)])).split("\n"))


def test_an_answer_begins_a_paragraph_and_a_heading_in_capitals_is_one() -> None:
    asked = "“Did you see the pier after the storm had gone over it, Petra Holm?”"
    answered = "“I did, and I wish I had not, for it was cut in two by the sea then.”"
    heading = "WHAT WILL BECOME OF THE TERNS THAT NEST THERE, AND OF THE MANY BOATS"
    text = "\n\n".join([*filled(BODY), f"{asked}\n{answered}", f"{heading}\n" + filled(BODY)[0]])
    assert {asked, answered, heading} <= set(unwrapped(text).split("\n"))


@pytest.mark.parametrize("number", ["12. Mai", "3.2 million", "A. Drury", "§ 12 BGB", "4. Oktober"])
def test_a_number_that_begins_a_line_parts_no_sentence(number: str) -> None:
    begun = "The board of the harbors told the crews and the county that it was the"
    text = "\n\n".join([*filled(BODY), f"{begun}\n{number} that all of this hangs on and nothing else."])
    assert f"{begun} {number} that" in unwrapped(text)


def test_sentences_of_a_script_without_capitals_stay_on_lines_of_their_own() -> None:
    lines = [
        "켈소만 항만 위원회는 월요일에 북쪽 부두를 재건하기로 합의했다고 밝혔다.",
        "공사는 8월에 시작될 예정이며 약 14개월이 걸릴 것으로 예상된다고 말했다.",
        "비용은 3천1백만 크로나로 카운티와 화물세가 분담할 것이라고 했다고 전했다.",
    ]
    assert unwrapped("\n".join(lines * 6)) == "\n".join(lines * 6)


def test_a_word_broken_at_a_line_s_end_is_whole_where_the_text_has_it() -> None:
    broken = "The board will meet in June to decide who of the three gets the con-\ntract, and then the quarrel begins."
    text = "\n\n".join([broken, *filled(BODY), "The contract."])
    assert "the contract, and then" in unwrapped(text)
    assert "the con-tract, and then" in unwrapped(text.replace("The contract.", "The end."))


def test_numbers_and_heads_of_pages_part_no_paragraph() -> None:
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    lines = "\n".join(filled([f"{day}: {text} It was {day} then." for day in days for text in BODY], 62)).split("\n")
    pages = [lines[at : at + 13] for at in range(0, len(lines), 13)]
    printed = "\n".join(
        "\n".join(["Kelso Quarterly 14 (2)", "", *page, "", str(number)]) for number, page in enumerate(pages, 11)
    )
    whole = unwrapped(printed)
    lost = [text for text in BODY if whole.count(text) < len(days)]
    assert not lost
    edges = whole.split("\n\n")[-1].split("\n")
    assert sorted(edges) == sorted(
        edge for at in range(len(pages)) for edge in ("Kelso Quarterly 14 (2)", str(at + 11))
    )


def test_a_text_browser_s_numbers_of_links_go_with_their_list() -> None:
    links = "References\n\n   Visible links\n   1. https://kelso.example/\n   2. https://kelso.example/lena"
    article = read(f"   {TITLE}", "   By [2]Lena Drury", *filled(BODY, first="   ", behind="   "), links)
    assert (article.byline, texts(article)) == (("Lena Drury",), BODY)
    assert "[2]" in unwrapped("\n\n".join([*filled(BODY), "as shown [2]"]))


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(BODY),
        "\n\n".join(BODY),
        "\n".join(["Home", "News", "Ferry timetable changes in June", "A short history of the coal quay", *BODY]),
        "\n".join(f"Headline of story number {number} about the harbor and its boats" for number in range(20)),
        "\n".join(["said the", "mayor", "of the town", "on Monday", "in a hall", "that was full"] * 5),
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert unwrapped(text) == text


@given(
    st.lists(
        st.sampled_from(["word", "a", "Tern.", "> ", "12", "- ", "ship-", "\n", "\n\n", "   ", "|"])
        | st.text(max_size=9),
        max_size=400,
    )
)
def test_no_word_is_lost_or_made(parts: list[str]) -> None:
    text = textwrap.fill(" ".join(parts), 50, replace_whitespace=False) + "\n" + "\n".join(filled(BODY, 50))
    letters = re.compile(r"[^\W_]")
    assert Counter(letters.findall(unwrapped(text))) == Counter(letters.findall(text))


def test_a_long_text_is_joined_in_one_pass() -> None:
    text = "\n\n".join(filled(BODY)) + "\n\n"
    assert unwrapped(text * 5_000).count("\n\n") > 24_000


@pytest.mark.parametrize(
    "line", ["the terns have left the stones and the works of the new pier may begin and go on ", "a | b " * 13]
)
def test_one_endless_paragraph_is_cut(line: str) -> None:
    assert 100 < unwrapped(f"{line.strip()}\n" * 50_000).count("\n") < 50_001
