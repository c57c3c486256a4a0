from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import UsageError
from reader.search import All, Any, Is, Not, Phrase, Since, Term, Until, Word, parse_query
from reader.search.days import day_of

TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        ("harbor ferry", (Word("harbor"), Word("ferry"))),
        ('"ferry line"', (Phrase("ferry line"),)),
        ("“ferry line”", (Phrase("ferry line"),)),
        ('"ferry"', (Word("ferry"),)),
        ("ferr*", (Word("ferr", prefix=True),)),
        ('"ferry li"*', (Phrase("ferry li", prefix=True),)),
        ("-council", (Not(Word("council")),)),
        ('-"ferry line"', (Not(Phrase("ferry line")),)),
        ("#harbor", (Word("harbor", field="tag"),)),
        ("-#harbor ferry", (Not(Word("harbor", field="tag")), Word("ferry"))),
        ("tag:#harbor", (Word("harbor", field="tag"),)),
        ("#", ()),
        ("C# by:#one", (Word("C#"), Word("#one", field="by"))),
        ("-tag:sport", (Not(Word("sport", field="tag")),)),
        ("a OR b c", (Any((Word("a"), Word("b"))), Word("c"))),
        ("a OR b OR c", (Any((Word("a"), Word("b"), Word("c"))),)),
        ("a or b", (Word("a"), Word("or"), Word("b"))),
        ("-(a OR b)", (Not(Any((Word("a"), Word("b")))),)),
        ("(a b) OR c", (Any((All((Word("a"), Word("b"))), Word("c"))),)),
        ("(a)", (Word("a"),)),
        ("title:ferry", (Word("ferry", field="title"),)),
        ('From:"Harbor Post"', (Phrase("Harbor Post", field="from"),)),
        ("by: brandt", (Word("brandt", field="by"),)),
        ("Author:brandt", (Word("brandt", field="by"),)),
        ('source:"Harbor Post"', (Phrase("Harbor Post", field="from"),)),
        ("folder:News tags:region", (Word("News", field="from"), Word("region", field="tag"))),
        ("is:unread is:Starred is:marked", (Is("unread"), Is("starred"), Is("marked"))),
        ("after:2026-11-01", (Since(date(2026, 11, 1)),)),
        ("before:yesterday", (Until(date(2026, 11, 23)),)),
        ('after:"last week"', (Since(date(2026, 11, 16)),)),
        ("well-known", (Word("well-known"),)),
        ("https://a.example/b 10:30", (Word("https://a.example/b"), Word("10:30"))),
        ("Council: harbor", (Word("Council:"), Word("harbor"))),
        ("a - b", (Word("a"), Word("b"))),
        ("a … * ()", (Word("a"),)),
        ("李明 strasse", (Word("李明"), Word("strasse"))),
    ],
)
def test_what_a_query_says(text: str, terms: tuple[Term, ...]) -> None:
    assert parse_query(text, TODAY).root == All(terms)


@pytest.mark.parametrize(
    ("text", "position", "happened", "advice"),
    [
        ("ferry titel:port", 7, "titel:", "title:"),
        ("is:unred", 4, "unred", "is:unread"),
        ("is:blue", 4, "blue", "is:starred"),
        ("a after:tomorow", 9, "tomorow", "2026"),
        ("before:2026-13-01", 8, "2026-13-01", "yesterday"),
        ('a "b c', 3, "not closed", "phrase"),
        ("a (b", 3, "not closed", ")"),
        ("a ) b", 3, "closes nothing", "("),
        ("OR a", 1, "before", "a OR b"),
        ("a OR", 3, "after", "a OR b"),
        ("(a OR ) b", 4, "after", "a OR b"),
        ("a tag:", 3, "tag:", "tag:region"),
        ("tag:(a)", 1, "tag:", "tag:region"),
    ],
)
def test_a_mistake_is_named_with_its_place(text: str, position: int, happened: str, advice: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse_query(text, TODAY)
    assert f"Character {position}" in raised.value.happened
    assert happened in raised.value.happened
    assert advice in raised.value.advice


def test_too_much_is_refused() -> None:
    with pytest.raises(UsageError):
        parse_query("a " * 2000)
    with pytest.raises(UsageError):
        parse_query("(" * 30 + "a" + ")" * 30)


def test_wanted_words_are_those_that_stand_in_the_text() -> None:
    query = parse_query('ferry title:port -council tag:x (boat OR "long way") by:brandt')
    assert [word.text for word in query.wanted()] == ["ferry", "port", "boat", "long way"]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026", date(2026, 1, 1)),
        ("2026-03", date(2026, 3, 1)),
        ("2026/3/9", date(2026, 3, 9)),
        ("today", TODAY),
        ("Yesterday", date(2026, 11, 23)),
        ("this week", date(2026, 11, 23)),
        ("last-week", date(2026, 11, 16)),
        ("last month", date(2026, 10, 1)),
        ("last year", date(2025, 1, 1)),
        ("monday", date(2026, 11, 23)),
        ("tuesday", date(2026, 11, 17)),
        ("last friday", date(2026, 11, 20)),
        ("3 days ago", date(2026, 11, 21)),
        ("3d", date(2026, 11, 21)),
        ("2w", date(2026, 11, 10)),
        ("1 month ago", date(2026, 10, 24)),
        ("2y", date(2024, 11, 24)),
        ("9999 years ago", None),
        ("0000", None),
        ("2026-02-30", None),
        ("soon", None),
    ],
)
def test_days_as_people_say_them(said: str, day: date | None) -> None:
    assert day_of(said, TODAY) == day


def test_the_last_day_of_a_shorter_month() -> None:
    assert day_of("1 month ago", date(2026, 3, 31)) == date(2026, 2, 28)


def test_without_a_today_only_dates_are_days() -> None:
    assert day_of("yesterday", None) is None
    assert day_of("2026", None) == date(2026, 1, 1)


@given(st.text(alphabet='ab "“”()-*:ORtitleisafr0129._\n', max_size=40) | st.text(max_size=40))
def test_any_text_is_a_query_or_explained(text: str) -> None:
    try:
        query = parse_query(text, TODAY)
    except UsageError as error:
        assert error.happened
        assert error.advice
    else:
        assert query.text == text
