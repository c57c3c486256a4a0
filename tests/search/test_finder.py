from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.errors import UsageError
from reader.model import Article, Block, Note, Place
from reader.search import Finder, How, find
from reader.text.fold import fold

ARTICLE = Article(
    "Zelensky visits the harbor",
    (
        Block("paragraph", "President Zelenskiy said “we’re ready” – and left for Kyiv."),
        Block("image", caption="Zelenskyy at the Straße", credit="M. Okafor"),
        Block("paragraph", "In København the cafe\u0301 was\u00a0full. Paris waits; a Parish priest zelenskiy too."),
        Block("table", "Day\tBoats\nMonday\t4", rows=(("Day", "Boats"), ("Monday", "4"))),
    ),
    standfirst="The harbor is open.",
)
AROUND = Article(
    "Okafor at sea",
    (Block("quote", "Out.", author="M. Okafor"), Block("image", caption="Quay", credit="Ngozi Okafor")),
    byline=("Ines Moreau", "M. Okafor"),
    notes=(Note("correction", "Of 3 May: the captain is Okafor."), Note("credit", "Reporting by M. Okafor.")),
)


def texts(query: str, how: How = "typed", case: bool = False) -> list[str]:
    hits = find(ARTICLE, query, how=how, case=case)
    return [said(hit.place) for hit in hits]


def said(place: Place) -> str:
    block = ARTICLE.blocks[place.index] if place.part in ("block", "caption") else None
    text = {"title": ARTICLE.title, "standfirst": ARTICLE.standfirst}.get(place.part) or ""
    if block is not None:
        text = (block.caption if place.part == "caption" else block.text) or ""
    return text[place.start : place.end]


def test_hits_stand_in_reading_order_over_every_part() -> None:
    hits = find(ARTICLE, "the")
    assert [(hit.place.part, hit.place.index) for hit in hits] == [
        ("title", 0),
        ("standfirst", 0),
        ("caption", 1),
        ("block", 2),
    ]


def test_what_is_told_beside_the_story_is_found_too() -> None:
    assert [hit.place for hit in find(AROUND, "okafor")] == [
        Place("title", 0, 0, 6),
        Place("byline", 0, 16, 22),
        Place("author", 0, 3, 9),
        Place("credit", 1, 6, 12),
        Place("endnote", 0, 25, 31),
        Place("endnote", 1, 16, 22),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("strasse", ["Straße"]),
        ("kobenhavn", ["København"]),
        ("we're", ["we’re"]),
        ('"we', ["“we"]),
        ('ready" - and', ["ready” – and"]),
        ("cafe was full", ["cafe\u0301 was\u00a0full"]),
        ("  HARBOR ", ["harbor", "harbor"]),
        ("boats monday", ["Boats\nMonday"]),
        ("nothing here", []),
        (" ", []),
        ("", []),
    ],
)
def test_a_query_is_found_as_a_reader_would(query: str, found: list[str]) -> None:
    assert texts(query) == found


def test_another_spelling_is_found_and_said() -> None:
    hits = Finder(ARTICLE).find("zelensky")
    assert [(hit.place.part, hit.variant) for hit in hits] == [
        ("title", None),
        ("block", "Zelenskiy"),
        ("caption", "Zelenskyy"),
    ]
    assert hits.variants == ("Zelenskiy", "Zelenskyy")
    assert texts("president zelensky") == ["President Zelenskiy"]
    assert texts("kiev") == ["Kyiv"]


def test_words_that_are_no_names_have_no_other_spelling() -> None:
    assert all("zelenskiy too" not in said(hit.place) for hit in find(ARTICLE, "zelensky"))
    assert texts("paris") == ["Paris", "Paris"]
    assert [hit.variant for hit in find(ARTICLE, "paris")] == [None, None]


def test_whole_words_and_capitals() -> None:
    assert texts("paris", how="word") == ["Paris"]
    assert texts("zelensky", how="word") == ["Zelensky", "Zelenskiy", "Zelenskyy"]
    assert texts("zelenskiy", case=True) == ["zelenskiy"]
    assert texts("Zelensky", case=True) == ["Zelensky", "Zelensky"]
    assert texts("cafe", how="word") == ["cafe\u0301"]


def test_a_whole_word_is_one_on_both_sides_wherever_it_stands() -> None:
    article = Article("ha", (Block("paragraph", "haha ha ax x x, _ha_ ha1 ha"),))
    assert [it.place.start for it in find(article, "ha", how="word")] == [0, 5, 17, 25]
    assert [it.place.start for it in find(article, "x x", how="word")] == [11]


def test_whole_words_in_a_script_without_spaces() -> None:
    article = Article("", (Block("paragraph", "记者李明报道"),))
    assert len(find(article, "李明", how="word")) == 1


def test_expressions() -> None:
    assert texts(r"zelensk\w+", how="regex") == ["Zelensky", "Zelenskiy", "Zelenskyy", "zelenskiy"]
    assert texts(r"Zelensk\w+", how="regex", case=True) == ["Zelensky", "Zelenskiy", "Zelenskyy"]
    assert texts(r"^day|4$", how="regex") == ["Day", "4"]
    assert texts("", how="regex") == []
    assert texts("x*", how="regex") == []


@pytest.mark.parametrize(
    ("pattern", "found"), [("[[x]", ["[", "x"]), (r"[a\]]", ["]"]), ("[&&~|]", ["&"]), ("[+--]", ["-"])]
)
def test_signs_in_a_class_are_themselves(pattern: str, found: list[str]) -> None:
    article = Article("", (Block("paragraph", "[x]&-"),))
    assert ["[x]&-"[hit.place.start : hit.place.end] for hit in find(article, pattern, how="regex")] == found


def test_hits_of_one_part_and_after_a_place() -> None:
    hits = Finder(ARTICLE).find("zelensk")
    assert [said(hits[k].place) for k in hits.within("caption", 1)] == ["Zelensk"]
    assert list(hits.within("block", 2)) == [3]
    assert list(hits.within("block", 77)) == []
    assert hits.after(Place("block", 0, 5, 5)) == 1
    assert hits.after(Place("block", 0, 40, 40)) == 2
    assert hits.after(Place("block", 3, 0, 0)) is None
    assert hits.after(Place("note", 0, 0, 0)) == 0
    assert [said(hit.place) for hit in hits[1:3]] == ["Zelensk", "Zelensk"]
    assert said(hits[-1].place) == "zelensk"


TEXT = st.text(alphabet="abAB ßéñ“”'’–-\u00a0\u00ad\n李ﬁ", max_size=60)


@given(st.lists(TEXT, max_size=4), TEXT, st.sampled_from(["typed", "word"]), st.booleans())
def test_what_is_found_reads_as_what_was_asked(paragraphs: list[str], query: str, how: How, case: bool) -> None:
    article = Article("", tuple(Block("paragraph", text) for text in paragraphs))
    hits = Finder(article).find(query, how=how, case=case)
    for hit in hits:
        there = article.blocks[hit.place.index].text[hit.place.start : hit.place.end]
        if hit.variant is None:
            assert fold(query, cased=case).text.strip() in fold(there, cased=case).text
    if how == "typed" and fold(query, cased=case).text.strip():
        asked = fold(query, cased=case).text.strip()
        plain = sum(hit.variant is None for hit in hits)
        assert plain <= sum(fold(text, cased=case).text.count(asked) for text in paragraphs) <= len(hits)


@pytest.mark.parametrize(
    ("pattern", "position"),
    [
        ("(a+)+b", 1),
        ("(a|a)*b", 1),
        (r"x(\w+\s?)*$", 2),
        (".*.*x", 3),
        ("a?" * 30 + "a" * 30, 19),
        ("(a|a)" * 30, 46),
        ("(a", 1),
        ("a)", 2),
        ("[a", 1),
        ("*a", 1),
        ("a{1,9999}", 10),
        ("(?=a)", 2),
        (r"(a)\1", 4),
        ("^*", 3),
        ("(" * 40, 12),
    ],
)
def test_what_could_take_forever_or_cannot_be_read_is_refused(pattern: str, position: int) -> None:
    with pytest.raises(UsageError) as raised:
        find(ARTICLE, pattern, how="regex")
    assert f"Character {position}" in raised.value.happened


@pytest.mark.parametrize(
    "pattern", [r"\w+\s+\w+", "harbor.*open", "a{2,5}b?", "(?:ab)+c", "[a-z]+[0-9]+", "a|b+|(c)", "x{,3}y"]
)
def test_what_is_harmless_runs(pattern: str) -> None:
    find(ARTICLE, pattern, how="regex")


@given(st.text(alphabet="ab.*+?()[]{}|^$\\wd1,-", max_size=14))
@example("[]?")
def test_any_expression_runs_or_is_explained(pattern: str) -> None:
    article = Article("", (Block("paragraph", "ab" * 2000 + "1"),))
    try:
        find(article, pattern, how="regex")
    except UsageError as error:
        assert error.advice


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("harbor paris", ["harbor", "harbor", "Paris", "Paris"]),  # the last may go on: Parish
        ("paris harbor", ["harbor", "harbor", "Paris"]),
        ("paris* title:left", ["left", "Paris", "Paris"]),
        ('"kyiv was" "cafe was full"', ["cafe\u0301 was\u00a0full"]),
        ('"ready and left"', ["ready” – and left"]),
        ("ready-left", []),
        ("zelensky -visits", ["Zelensky", "Zelenskiy", "Zelenskyy"]),
        ("“we’re ready” after:yesterday from:Courier", ["we’re ready"]),
        ("(harbor OR", []),
        ("arbor ris", []),
        ("is:unread #tag", []),
        ("...", []),
    ],
)
def test_the_words_and_phrases_of_a_query_of_the_library(query: str, found: list[str]) -> None:
    assert texts(query, how="query") == found


def test_signs_between_the_words_of_a_phrase_do_not_count_but_the_end_of_a_paragraph_does() -> None:
    article = Article("A high-water mark", (Block("paragraph", "It was high; water came."), Block("paragraph", "High")))
    assert [it.place.part for it in find(article, '"high water"', how="query")] == ["title", "block"]


@given(TEXT, st.text(max_size=12))
def test_whatever_is_asked_has_hits_within_the_text(text: str, query: str) -> None:
    article = Article("", (Block("paragraph", text),))
    for hit in find(article, query, how="query"):
        assert 0 <= hit.place.start < hit.place.end <= len(text)
