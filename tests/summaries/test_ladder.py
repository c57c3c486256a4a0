"""Summaries of an article: whose they are, that each sentence stands at its place, and what is said when there are few."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Block, Point, PublisherSummary, Summary
from reader.summaries import glance, summaries
from reader.text.sentences import sentences
from tests.builders import an_article

DAM = (
    "The council of Harwell voted on Tuesday to tear down the Kestrel Dam after forty years of argument. It was built in 1931.",
    "Engineers found cracks in the eastern wall last spring, and repairs would have cost 18 million pounds.",
    "But the anglers had asked for the lake to stay. “We are losing our water,” said Tom Ashby, who has fished there since 1985.",
    "Salmon will reach the upper river for the first time in ninety years, the fisheries board expects.",
    "They were once so many that the mill took them by the cart.",
    "Work on the Kestrel Dam begins in March and should end before the winter of 2027, the council said.",
    "The cost of 6 million pounds is shared by the council and a national fund for rivers.",
    "Harwell will plant alders where the lake was.",
)
JAPANESE = (
    "港の古い橋は月曜日から二年間閉鎖される。修理には十一億円かかると市は発表した。秋には歩行者用の木の橋が開通する。"
)
THAI = "สะพานเก่าจะปิดสองปี การซ่อมแซมมีค่าใช้จ่ายสูง สะพานไม้จะเปิดในเดือนตุลาคม"
POEM = ("The tide goes out\nand takes the pier\nand nobody", "counts the boats\nthat stay away\nthis year")
TRANSCRIPT = (
    "HOST: Welcome back to the program, everybody.",
    "ASHBY: Thank you. I am glad to be here with you tonight.",
    "HOST: What happened on the river in the spring of that year?",
    "ASHBY: The dam of Harwell broke in March and the whole valley was under water within an hour.",
)
LIVE = (
    "14:05 The harbor bridge of Melby is closed. Trucks wait on both sides.",
    "13:40 Mayor Ellen Korte has arrived at the harbor bridge.",
    "13:20 A crack has been found in the northern arch, the fire brigade says.",
    "12:55 The tunnel of Stanton is open for trucks, the police say.",
)
HEADLINES = ("Harbor ferry returns.", "Dam to go in Harwell.", "Mayor of Melby steps down.", "Nine boats missing.")


def test_chosen_sentences_stand_whole_at_their_places() -> None:
    article = an_article(*DAM)
    (summary,) = summaries(article)
    assert (summary.origin, summary.label, summary.remark) == ("chosen", "Chosen sentences", None)
    assert len(summary.points) == 3
    for point in summary.points:
        assert point.place is not None
        text = article.blocks[point.place.index].text
        assert text[point.place.start : point.place.end] == point.text
        assert (point.place.start, point.place.end) in sentences(text, "en")


@pytest.mark.parametrize("points", range(1, 8))
def test_as_many_as_asked_in_the_order_of_the_article(points: int) -> None:
    (summary,) = summaries(an_article(*DAM), points)
    places = [point.place for point in summary.points if point.place]
    assert len(places) == points
    assert places == sorted(set(places))


def test_the_news_is_among_them_and_something_from_further_down() -> None:
    (summary,) = summaries(an_article(*DAM))
    places = [point.place for point in summary.points if point.place]
    assert places[0].index == 0
    assert places[-1].index > 2


def test_no_chosen_sentence_hangs_in_the_air() -> None:
    for points in (3, 7):
        (summary,) = summaries(an_article(*DAM), points)
        assert not [point for point in summary.points if point.text.startswith(("It ", "But ", "They "))]


def test_a_dateline_is_no_part_of_the_sentence() -> None:
    (summary,) = summaries(an_article("Porto (Reuters) - " + DAM[0], *DAM[1:]))
    assert summary.points[0].text.startswith("The council")


def test_headings_captions_tables_and_code_are_no_sentences() -> None:
    said = "The Kestrel Dam is a sentence that stands here and could be chosen by mistake."
    others = (
        Block("heading", said, level=2),
        Block("image", caption=said),
        Block("table", said, rows=((said,),)),
        Block("code", said),
    )
    article = Article("A dam goes", (*others, *(Block("paragraph", text) for text in DAM)), language="en")
    (summary,) = summaries(article, 7)
    assert {point.place.index for point in summary.points if point.place} <= set(range(4, 12))


def test_the_publishers_summary_comes_first_under_its_own_label() -> None:
    own = PublisherSummary(
        "Key points", "Harwell tears down a dam.\nSalmon return. Work starts in March.", ai=True, reviewed=True
    )
    first, second = summaries(an_article(*DAM, publisher_summary=own))
    assert (first.origin, first.label) == ("publisher", "Key points")
    assert [point.text for point in first.points] == [
        "Harwell tears down a dam.",
        "Salmon return.",
        "Work starts in March.",
    ]
    assert first.remark == "The publisher says: made by a machine, reviewed by an editor."
    assert second.origin == "chosen"


def test_a_summary_that_is_only_promised_has_no_points_and_says_so() -> None:
    first, _ = summaries(an_article(*DAM, publisher_summary=PublisherSummary("AI summary", None, ai=True)))
    assert first.points == ()
    assert first.remark is not None
    assert first.remark.endswith("does not carry it. The publisher says: made by a machine.")


@pytest.mark.parametrize(
    ("ai", "reviewed", "remark"),
    [
        (None, None, None),
        (None, True, "The publisher says: reviewed by an editor."),
        (False, None, "The publisher says: written by people."),
        (True, None, "The publisher says: made by a machine."),
        (True, False, "The publisher says: made by a machine, not reviewed by an editor."),
    ],
)
def test_what_the_publisher_discloses_is_told(ai: bool | None, reviewed: bool | None, remark: str | None) -> None:
    first, _ = summaries(an_article(*DAM, publisher_summary=PublisherSummary("In short", "A dam goes.", ai, reviewed)))
    assert first.remark == remark


@pytest.mark.parametrize(
    ("blocks", "points", "words"),
    [
        ((), 0, "no running text"),
        ((Block("heading", "Only a heading."),), 0, "no running text"),
        ((Block("list_item", "Harbor ferry returns"), Block("list_item", "Dam to go in Harwell")), 0, "whole sentence"),
        (tuple(Block("list_item", f"Harbor ferry {n} returns.") for n in range(5)), 0, "list of headlines"),
        ((Block("paragraph", THAI),), 0, "script does not mark"),
        ((Block("paragraph", "The harbor ferry will sail again in May."),), 1, "single sentence"),
        ((Block("paragraph", "He sailed again in May. They were glad of that, and it rained."),), 0, "leans"),
        ((Block("paragraph", "The ferry will sail again in May. He was glad of it all day."),), 1, "Only 1 of 2"),
        ((Block("paragraph", "The ferry will sail again in May. And so on"),), 1, "Only 1 of 2"),
    ],
)
def test_fewer_points_come_with_the_reason(blocks: tuple[Block, ...], points: int, words: str) -> None:
    (summary,) = summaries(Article("Ferry", blocks, language="en"))
    assert len(summary.points) == points
    assert summary.remark is not None
    assert words in summary.remark


PIECES = st.lists(
    st.sampled_from(
        ["He ", "The mayor ", "“", "”", "said ", "12 ", ". ", "? ", "雨が降った。", "\n", "«", "x" * 300, "A. ", "' "]
    ),
    max_size=60,
).map("".join)


@given(
    st.lists(st.one_of(st.text(max_size=300), PIECES), max_size=5),
    st.integers(0, 9),
    st.sampled_from([None, "en", "de", "ja", "x"]),
)
def test_any_text_gives_sentences_that_stand_in_it(texts: list[str], points: int, language: str | None) -> None:
    article = Article(texts[0] if texts else "", tuple(Block("paragraph", text) for text in texts), language=language)
    (summary,) = summaries(article, points)
    assert len(summary.points) <= points
    assert summary.remark is None or summary.remark.endswith(".")
    for point in summary.points:
        assert point.place is not None
        assert article.blocks[point.place.index].text[point.place.start : point.place.end] == point.text


def test_scripts_without_spaces_are_summed_up_where_they_mark_sentences() -> None:
    (summary,) = summaries(an_article(JAPANESE, language="ja"), 2)
    assert [point.text[-1] for point in summary.points] == ["。", "。"]
    (none,) = summaries(an_article(THAI, language="th"))
    assert none.points == ()
    assert none.remark is not None


@pytest.mark.parametrize(
    ("texts", "most", "words"),
    [(POEM, 0, "as verse is"), (TRANSCRIPT, 2, "transcript"), (LIVE, 3, "live report"), (HEADLINES, 0, "headlines")],
)
def test_what_is_no_report_gives_fewer_points_or_none_and_says_so(
    texts: tuple[str, ...], most: int, words: str
) -> None:
    (summary,) = summaries(an_article(*texts))
    assert len(summary.points) <= most
    assert summary.remark is not None and words in summary.remark
    assert not [it for it in summary.points if "?" in it.text or "I am" in it.text]


@pytest.mark.long
def test_three_hundred_thousand_words_are_summed_up() -> None:
    article = an_article(*DAM * 2600)
    (summary,) = summaries(article)
    assert len(summary.points) == 3
    assert len(glance(article).figures) > 3


def test_a_writer_that_is_handed_in_comes_last_and_is_labeled_written() -> None:
    def writer(article: Article, points: int) -> Summary:
        return Summary("Written by a friend", "chosen", (Point(f"{article.title}, in {points} words."),))

    *_, written = summaries(an_article(*DAM), 2, writer)
    assert (written.origin, written.label) == ("written", "Written by a friend")
    assert [point.text for point in written.points] == ["Ferry line to reopen, in 2 words."]


def test_a_very_long_text_is_summed_up() -> None:
    (summary,) = summaries(an_article(*DAM * 80))
    assert len(summary.points) == 3
