"""The list in a conversation: told in pages, moved in, searched, filtered, and acted on by number."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model import View
from tests.builders import an_article
from tests.linear.conftest import HARBOR, Talk


@pytest.fixture
def filled(talk: Talk) -> Talk:
    """Thirty entries, the newest first."""
    for number in range(30, 0, -1):
        talk.add(an_article(title=f"Story {number:02d}", url=f"https://harbor.example/{number}"))
    return talk


def test_the_list_is_told_in_pages(filled: Talk) -> None:
    told = filled("", "", "list 30")
    assert [f"Story {number:02d}" for number in range(1, 31) if f"{number}. Story {number:02d}" in told] == [
        f"Story {number:02d}" for number in range(1, 31)
    ]
    assert "19 more entries: Enter reads on." in told
    assert "The list ends here." in filled("", "", "")


def test_a_number_opens_what_was_told_under_it(filled: Talk) -> None:
    assert "Article: Story 07" in filled("7")
    assert "Article: Story 07" in filled("open 7")
    assert "There is no entry 31." in filled("31")


def test_moving_in_the_list_tells_the_entry(filled: Talk) -> None:
    assert filled.answer("5j").startswith("6. Story 06")
    assert filled.answer("5j", "k").startswith("5. Story 05")
    assert "The list begins here." in filled("k")


def test_acts_take_numbers_and_ranges_and_are_one_step_back(filled: Talk) -> None:
    assert "Marked 4 articles read" in filled("read 2 4-6")
    assert filled.room.counts(View()).unread == 26
    filled("undo")
    assert filled.room.counts(View()).unread == 30


def test_tags_are_put_on_and_taken_off(filled: Talk) -> None:
    filled("tag 3 harbor ferry", "tag 3 -ferry")
    assert filled.answer("tag 3") == "Tags: harbor."
    assert "List, filtered by tag:harbor. Entry 1 of 1" in filled("filter tag:harbor")


def test_filters_and_orders_are_said(filled: Talk) -> None:
    filled("star 4")
    told = filled("show-starred", "all", "sort title", "group none", "group walrus")
    assert "List, starred. Entry 1 of 1" in told
    assert "There is no “walrus” to choose." in told


def test_a_search_is_a_list_of_its_own(filled: Talk) -> None:
    told = filled("search title:12", "read-all", "all")
    assert "List, searched for title:12. Entry 1 of 1, 1 unread." in told
    assert filled.room.counts(View()).unread == 29


def test_a_query_that_cannot_be_read_changes_nothing(filled: Talk) -> None:
    told = filled("search (((", "filter (((", "where")
    assert told.count("List. Entry 1 of 30") == 2


def test_what_is_deleted_is_gone_and_comes_back(filled: Talk) -> None:
    assert "Entry 1 of 29" in filled("delete 3", "list")
    assert "Entry 1 of 30" in filled("undo", "list")
    assert "Entry 3 of 29" in filled("3", "delete", "where")


def test_next_unread_goes_on_from_where_one_is(filled: Talk) -> None:
    filled("read 1-2")
    told = filled("n", "n", "p")
    opened = [line for line in told.splitlines() if line.startswith("Article:")]
    assert opened == ["Article: Story 03", "Article: Story 04", "Article: Story 03"]
    assert "Article: Story 02" in filled("3", "K")


def test_an_article_is_written_to_a_folder(filled: Talk, tmp_path: Path) -> None:
    assert "Written to" in filled(f"export 2-3 {tmp_path / 'out'}")
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_a_file_with_spaces_in_its_name_is_added(filled: Talk, tmp_path: Path) -> None:
    page = tmp_path / "my page.txt"
    page.write_text(
        "Pier to be rebuilt\n\nThe council of the old port voted on Tuesday to rebuild the pier.\n", "utf-8"
    )
    assert "New: Pier to be rebuilt." in filled(f'add "{page}"')
    assert "A quotation mark is not closed." in filled('add "my page')
    assert "There is no file" in filled("add /nowhere.txt")


def test_the_next_unread_one_of_a_search_is_one_that_was_found(talk: Talk) -> None:
    for what in ("pier", "lamp", "pier and lamp"):
        talk.add(
            an_article(f"A text about the {what}.", title=what, url=f"https://harbor.example/{what.replace(' ', '-')}")
        )
    on = "next-unread"
    first, second = talk.answer("search pier", on), talk.answer("search pier", on, on)
    assert sorted(it.splitlines()[0] for it in (first, second)) == ["Article: pier", "Article: pier and lamp"]
    assert "There is no unread entry further on." in talk.answer("search pier", on, on, on)


def test_what_is_opened_from_a_search_by_fields_alone_is_told_from_its_beginning(talk: Talk) -> None:
    talk.add()
    told = talk.answer("search from:harbor", "1")
    assert told.startswith("Article: Ferry line to reopen") and "Hit" not in told
    assert "Hit 1 of" in talk.answer("search engine from:harbor", "1")


@pytest.mark.parametrize(("said", "at"), [("2", 2), ("99", 3), ("9" * 5000, 1), ("x", 1)])
def test_a_list_is_told_from_a_number_on(talk: Talk, said: str, at: int) -> None:
    for number in range(3):
        talk.add(an_article(title=f"Story {number}"))
    assert f"Entry {at} of 3" in talk.answer(f"list {said}")


def test_a_search_counts_all_that_it_finds(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.linear.shown.FIRST", 3)
    for number in range(12):
        talk.room.library.shelf.add(
            an_article("The pier was painted.", title=f"Pier {number}"),
            HARBOR,
            identity=f"{number}",
            fetched=talk.clock(),
        )
    assert "Entry 1 of 12, 12 unread." in talk("search pier")
    assert "12. Pier " in talk("search pier", "G") and "Article: Pier" in talk("search pier", "open 12")
    assert "Marked 12 articles read" in talk("search pier", "A")
    monkeypatch.setattr("reader.library.retrieval._COUNTED", 7)
    assert "Entry 1 of more than 7, 0 unread." in talk("search pier")


def test_a_narrowed_list_is_left_for_all_of_it_and_says_so_where_it_is_empty(filled: Talk) -> None:
    told = " ".join(filled("filter from:nobody", "open 1", "star", "leave", "leave").split())
    assert "The list, filtered by from:nobody, is empty. leave shows all again; help lists the commands." in told
    assert told.count("leave shows all again.") == 2, "opening and starring say so too"
    assert told.count("List. Entry 1 of 30") == 2 and "The list is the outermost place." in told
    assert "List. Entry 1 of 30" in filled("search story", "open 1", "leave", "leave").rsplit("searched for", 1)[-1]


def test_help_tells_a_command_once(filled: Talk) -> None:
    assert filled.answer("help search").count("Searches the whole library") == 1


def test_entries_that_leave_the_list_as_they_are_read_are_gone_through_one_by_one(filled: Talk) -> None:
    told = filled("show-unread", "1", *["J"] * 14, "K", read_after=0.0)
    titles = [line.removeprefix("Article: ") for line in told.splitlines() if line.startswith("Article: ")]
    assert titles == [f"Story {number:02d}" for number in range(1, 16)]
    assert "The list begins here." in told, "what was read stands no more before it"
    assert "Article: Story 17" in filled("show-unread", "J", read_after=0.0)


def test_the_next_unread_is_the_one_that_stood_below_where_the_unread_stand_first(filled: Talk) -> None:
    told = filled("sort unread", "1", "n", "n", read_after=0.0)
    assert [line for line in told.splitlines() if line.startswith("Article: ")] == [
        f"Article: Story {number:02d}" for number in (1, 2, 3)
    ]


def test_entries_of_which_some_are_read_or_starred_become_so_all(filled: Talk) -> None:
    told = filled("read 1", "star 1", "read 1-3", "star 1-3", "read 1-3", "star 1-3")
    marked = [line.split("undo")[0].strip() for line in told.splitlines() if line.startswith("Marked 3")]
    assert [line.split()[3].rstrip(".:") for line in marked] == ["read", "starred", "unread", "not"]


def test_what_was_opened_from_elsewhere_takes_no_place_in_the_list(filled: Talk) -> None:
    told = filled("30", "mark 1", "leave", "star 1-3", "filter is:starred", "2", "passages", "1", "J")
    titles = [line.removeprefix("Article: ") for line in told.splitlines() if line.startswith("Article: ")]
    assert titles == ["Story 30", "Story 02", "Story 30", "Story 03"]
