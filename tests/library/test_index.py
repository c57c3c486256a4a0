"""Finding over the whole library: every field of the query language, in every order, against looking at each article."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import UsageError
from reader.library import Library, Origin
from reader.model import Block, Entry, View
from tests.builders import NOON, Clock, an_article
from tests.library.conftest import HARBOR, VALLEY, add


def found(library: Library, query: str, **how: Any) -> list[int]:
    return [it.entry.id for it in library.index.search(query, **how)]


def titles(library: Library, query: str, **how: Any) -> list[str]:
    return [it.entry.title for it in library.index.search(query, **how)]


@pytest.fixture
def papers(library: Library) -> Library:
    """Five articles that differ in everything one can ask for."""
    said: tuple[tuple[str, str, Origin, dict[str, Any]], ...] = (
        ("Ferry sails again", "The ferry line crosses the harbor in May.", HARBOR, {"byline": ("Ines Moreau",)}),
        ("Port wakes", "Die Straße am Hafen, said Zelenskiy, is new.", VALLEY, {"publisher": "Daily Pier"}),
        ("København calls", "Ørsted builds a line of ferries.", HARBOR, {}),
        ("An interview", "记者昨天采访了王小明和他的家人。", VALLEY, {}),
        ("Old news", "A ferry sank. The line is closed.", HARBOR, {}),
    )
    for day, (title, text, origin, fields) in enumerate(said):
        article = an_article(
            text, title=title, url=f"https://a.example/{day}", published=NOON - timedelta(days=day * 10), **fields
        )
        library.shelf.add(article, origin, fetched=NOON)
    return library


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("ferry", [0, 4]),
        ("ferr*", [0, 2, 4]),
        ("FERRY line", [0, 4]),
        ('"ferry line"', [0]),
        ('"ferry lin"*', [0]),
        ('"line crosses the harbor"', [0]),
        ("line -ferry", [2]),
        ('line -"ferry line"', [2, 4]),
        ("sails OR closed", [0, 4]),
        ("sails OR (line closed)", [0, 4]),
        ("-line", [1, 3]),
        ("strasse", [1]),
        ("kobenhavn", [2]),
        ("orsted", [2]),
        ("Zelensky", [1]),
        ("王小明", [3]),
        ("小明", [3]),
        ("title:ferry", [0]),
        ("title:ferr*", [0]),
        ("by:moreau", [0]),
        ('by:"ines moreau"', [0]),
        ("from:valley", [1, 3]),
        ('from:"Harbor Courier" line', [0, 2, 4]),
        ('from:"daily pier"', [1]),
        ("-from:harbor", [1, 3]),
        ("from:nobody", []),
        ("source:valley", [1, 3]),
        ("folder:hills", [1, 3]),
        ("from:hills -by:moreau", [1, 3]),
        ('-"ferry line" after:2026-02-20', [1, 2]),
        ('"line ferry" OR from:valley', [1, 3]),
        ('"line ferry" OR before:2026-02-10', [4]),
        ('"line ferry" OR after:2026-03-10', [0]),
        ('-("ferry line" OR from:valley)', [2, 4]),
        ('"line is" OR (from:valley -after:2026-03-01)', [3, 4]),
        ('"line ferry" OR tag:nothing', []),
        ("after:2026-02-20", [0, 1, 2]),
        ("ferry before:yesterday", [4]),
        ('after:"last month" ferry', [0, 4]),
        ("after:2026-02-20 before:2026-03-10", [1, 2]),
        ("(after:2026-03-10 OR before:2026-02-10) ferry", [0, 4]),
        ("nowhere", []),
    ],
)
def test_the_query_language(papers: Library, query: str, numbers: list[int]) -> None:
    everything = papers.shelf.ids(View())
    assert found(papers, query) == [everything[it] for it in numbers]
    assert sorted(found(papers, query, ranked=True)) == sorted(everything[it] for it in numbers)
    assert papers.shelf.ids(View(query=query)) == [everything[it] for it in numbers]
    assert papers.index.numbers(query) == (tuple(everything[it] for it in numbers), True)
    told = papers.index.search(query)
    assert papers.index.excerpts(query, [it.entry.id for it in told]) == {it.entry.id: it for it in told}


@pytest.mark.parametrize("query", ["line", '-"ferry line"', "from:harbor"])
def test_of_very_many_the_newest_are_counted_and_that_there_are_more_is_told(
    papers: Library, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything, there = papers.index.numbers(query)
    assert there and len(everything) >= 2
    for bound in ("_COUNTED", "_COUNTED_BY_TEXT"):
        monkeypatch.setattr(f"reader.library.retrieval.{bound}", 1)
    few, there = papers.index.numbers(query)
    assert not there and few == everything[: len(few)]


@pytest.mark.parametrize(
    ("query", "left"),
    [('"harbor line"', [0, 1]), ('"harbor line" is:unread', [0]), ('"harbor line" -tag:x', [1])],
)
def test_a_list_narrowed_by_a_phrase_is_right_after_whatever_changes(
    query: str, left: list[int], papers: Library
) -> None:
    """What a query matches is remembered until something changes: here, in another process, within one transaction."""
    view = View(query=query)
    assert papers.shelf.ids(view) == []
    story, other = (an_article("The harbor line is back.", title=title) for title in ("Back", "Too"))
    first = papers.shelf.add(story, HARBOR, identity="1", fetched=NOON).entry_id
    assert papers.shelf.ids(view) == [first]
    with Library.open(papers.path, clock=papers.clock) as elsewhere:
        second = elsewhere.shelf.add(other, HARBOR, identity="2", fetched=NOON).entry_id
    assert sorted(papers.shelf.ids(view)) == [first, second]
    papers.keeping.snooze([second], NOON + timedelta(days=1))
    assert papers.shelf.ids(view) == [first]
    papers.journal.undo()
    assert sorted(papers.shelf.ids(view)) == [first, second]
    papers.shelf.mark([second], read=True)
    papers.shelf.tag([first], add=("x",))
    assert sorted(papers.shelf.ids(view)) == [(first, second)[it] for it in left]
    papers.shelf.add(an_article("No such thing.", title="Too"), HARBOR, identity="2", fetched=NOON)
    assert second not in papers.shelf.ids(view)
    with papers.db.writing():
        papers.shelf.erase([first])
        assert papers.shelf.ids(view) == []
    assert papers.shelf.ids(view) == []


def test_a_phrase_since_a_day_means_another_day_after_midnight_where_one_lives(papers: Library, clock: Clock) -> None:
    papers.index.zone = ZoneInfo("America/Lima")  # five hours behind UTC
    clock.now = datetime(2026, 3, 15, 3, tzinfo=UTC)
    story = an_article("The harbor line is back.", title="Back", published=datetime(2026, 3, 13, 12, tzinfo=UTC))
    number = papers.shelf.add(story, HARBOR, fetched=clock.now).entry_id
    view = View(query='"harbor line" after:yesterday')
    assert papers.shelf.ids(view) == [number]
    clock.now += timedelta(hours=4)  # the same day in UTC
    assert papers.shelf.ids(view) == []


def test_states_and_tags(papers: Library) -> None:
    ids = papers.shelf.ids(View())
    papers.shelf.mark(ids[:2], read=True)
    papers.shelf.mark(ids[4:], starred=True)
    papers.shelf.tag(ids[1:3], add=("Ärger",))
    papers.margins.add(ids[2], "a line", (), "{}")
    assert found(papers, "is:unread") == ids[2:]
    assert found(papers, "ferry is:read") == ids[:1]
    assert found(papers, "is:starred") == ids[4:]
    assert found(papers, "line is:marked") == ids[2:3]
    assert found(papers, "tag:arger") == found(papers, "#Arger") == ids[1:3]
    assert [it.entry.id for it in papers.index.search("#är", typing=True)] == ids[1:3], "as it is being typed"
    assert not found(papers, "#är")
    assert found(papers, "line -tag:ärger") == [ids[0], ids[4]]
    assert found(papers, "tag:är* is:marked") == ids[2:3]
    assert found(papers, "ferry is:starred", ranked=True) == ids[4:]


def test_while_typing_the_last_word_may_go_on(papers: Library) -> None:
    ids = papers.shelf.ids(View())
    for typed in ("f", "fe", "fer", "ferr"):
        assert found(papers, typed, typing=True) == [ids[0], ids[2], ids[4]]
    assert found(papers, "line cro", typing=True) == [ids[0]]
    assert found(papers, "closed OR cros", typing=True) == [ids[0], ids[4]]
    assert found(papers, "fer ", typing=True) == []
    assert found(papers, '"ferry li', typing=True) == [ids[0]]


def test_a_rare_short_beginning_is_found_behind_many_articles_that_lack_it(library: Library) -> None:
    last = add(library, 500, HARBOR, "A qat grows here.")
    for number in range(60):
        add(library, number)
    assert found(library, "q", typing=True) == [last]
    assert found(library, "qa*") == [last]


def test_words_within_words_on_request(papers: Library) -> None:
    ids = papers.shelf.ids(View())
    assert found(papers, "erry") == []
    assert found(papers, "erry", substring=True) == [ids[0], ids[4]]


def test_the_newest_come_first_in_whatever_order_they_came_in(library: Library) -> None:
    for number in (3, 0, 4, 1, 2):
        add(library, number)
    assert titles(library, "ferry") == [f"Story 0{it}" for it in range(5)]


def test_a_page_begins_after_an_entry(library: Library) -> None:
    for number in range(7):
        add(library, number)
    first = found(library, "ferry", limit=3)
    second = found(library, "ferry", limit=3, before=first[-1])
    assert first + second == found(library, "ferry", limit=6)


def test_the_best_are_those_with_the_word_in_the_headline(library: Library) -> None:
    for number in range(5):
        add(library, number, HARBOR, "A walrus on the shore.")
    headline = an_article("Nothing more.", title="Walrus seen", url="https://a.example/w", published=NOON)
    best = library.shelf.add(headline, HARBOR, fetched=NOON).entry_id
    assert found(library, "walrus", ranked=True)[0] == best


def test_a_snippet_shows_the_hit_where_it_stands(library: Library) -> None:
    add(
        library,
        1,
        HARBOR,
        "First words.",
        "Long before it was a harbor, the bay of Åre was calm. " * 4 + "A walrus came.",
    )
    (it,) = library.index.search("walrus")
    assert [it.snippet[a:b] for a, b in it.spans] == ["walrus"]
    assert it.snippet.startswith("…")
    (it,) = library.index.search("are")
    assert next(it.snippet[a:b] for a, b in it.spans) == "Åre"


def test_what_stands_in_captions_and_quotes_is_found(library: Library) -> None:
    blocks = (Block("image", caption="The old pier", credit="N. Ode"), Block("quote", "So be it.", author="Ada Bel"))
    article = an_article(title="Words around")
    library.shelf.add(type(article)(article.title, blocks, standfirst="In short, a walrus."), HARBOR, fetched=NOON)
    for word in ("pier", "ode", "bel", "walrus"):
        assert titles(library, word) == ["Words around"]
    assert library.index.search("pier")[0].snippet == "The old pier"


def test_a_query_that_cannot_be_read_is_explained_at_its_place(library: Library) -> None:
    with pytest.raises(UsageError) as caught:
        library.index.search("ferry after:someday")
    assert "Character 13" in caught.value.happened


WORDS = ("ferry", "line", "harbor", "pier", "walrus", "the")
words = st.sampled_from(WORDS)
texts = st.lists(words, min_size=1, max_size=6).map(" ".join)
terms = st.one_of(
    words,
    st.tuples(words, words).map(lambda it: f'"{it[0]} {it[1]}"'),
    words.map(lambda it: f"{it[:3]}*"),
    words.map(lambda it: f"title:{it}"),
    st.sampled_from(("is:read", "is:unread")),
)
signed = st.tuples(st.booleans(), terms).map(lambda it: ("-" if it[0] else "") + it[1])
queries = st.lists(st.lists(signed, min_size=1, max_size=2), min_size=1, max_size=3)


def holds(term: str, entry: Entry, body: str) -> bool:
    """Whether an article fits, by looking."""
    if term.startswith("-"):
        return not holds(term[1:], entry, body)
    if term.startswith("is:"):
        return (entry.read is None) == (term == "is:unread")
    if term.startswith("title:"):
        return term[6:] in entry.title.split()
    said = re.escape(term.strip('"*')) + ("" if term.endswith("*") else r"\b")
    return any(re.search(rf"\b{said}", text) for text in (entry.title, body))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(texts, texts, st.booleans()), min_size=1, max_size=6), st.lists(queries, max_size=6))
def test_any_query_finds_what_looking_finds(
    tmp_path_factory: pytest.TempPathFactory,
    articles: list[tuple[str, str, bool]],
    asked: list[list[list[str]]],
) -> None:
    origin = Origin("feed", "https://a.example/feed", "Courier")
    with Library.open(tmp_path_factory.mktemp("index") / "library.db", clock=Clock()) as library:
        for number, (title, body, read) in enumerate(articles):
            article = an_article(body, title=title, url=f"https://a.example/{number}")
            entry_id = library.shelf.add(article, origin, fetched=NOON).entry_id
            library.shelf.mark([entry_id], read=read)
        for query in asked:
            text = " ".join(" OR ".join(either) for either in query)
            wanted = {
                entry.id
                for entry in library.shelf.window(View(), 0, 99)
                if all(
                    any(holds(it, entry, library.shelf.article(entry.id).blocks[0].text) for it in either)
                    for either in query
                )
            }
            for ranked in (False, True):
                assert set(found(library, text, ranked=ranked)) == wanted, text
            assert set(library.index.ids(text)) == wanted, text


def test_an_article_from_the_future_is_found_by_the_day_it_came_also_by_a_phrase(library: Library) -> None:
    later = an_article(published=NOON + timedelta(days=400))
    number = library.shelf.add(later, HARBOR, fetched=NOON).entry_id
    for words in ("harbor", '"the harbor"'):
        assert [it.entry.id for it in library.index.search(f"{words} before:2026-04-01")] == [number]
        assert not library.index.search(f"{words} after:2026-04-01")


@pytest.mark.parametrize(("asked", "said"), [("peking", "Beijing"), ("Mumbai", "Bombay"), ("Putin", "Poutine")])
def test_a_city_of_another_name_is_found_in_the_library_as_in_an_article(
    library: Library, asked: str, said: str
) -> None:
    number = library.shelf.add(an_article(f"A fair was held in {said} on Monday."), HARBOR, fetched=NOON).entry_id
    (found,) = library.index.search(asked)
    assert found.entry.id == number and [found.snippet[a:b] for a, b in found.spans] == [said]


def test_of_very_many_the_best_are_the_newest_and_those_with_the_word_in_the_headline(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.retrieval._WEIGHED", 5)
    for number in range(30):
        add(library, number)  # the ferry is in each text
    older = an_article("Short.", title="The ferry", published=NOON - timedelta(days=900))
    named = library.shelf.add(older, HARBOR, fetched=NOON).entry_id
    found = [it.entry.id for it in library.index.search("ferry", ranked=True, limit=12)]
    assert sorted(found[:7]) == [1, 2, 3, 4, 5, 6, named], "those are weighed"
    assert found[7:] == [7, 8, 9, 10, 11], "then the newest of the rest"
