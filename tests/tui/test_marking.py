"""Passages by keys: selected, bookmarked, annotated, found again, taken out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.timer import Timer

from reader.errors import LibraryError
from reader.model import Block, Passage, Place, View
from reader.newsroom import Newsroom
from reader.tui.views.passages import Passages
from tests.builders import an_article
from tests.tui.conftest import fill, reading

FERRY = an_article(
    "The ferry sails again in May. Its crew has waited two years for the day.",
    "“We kept the engine warm,” said Ines Moreau. She has steered it since 1998.",
    "The city pays half of the repair.",
)


async def test_m_bookmarks_the_sentence_at_the_cursor_line_and_leaves_it_unread(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await reader.press("enter", "}", "m")
        (passage,) = room.passages()
        assert passage.quote in FERRY.blocks[0].text
        assert "Bookmarked" in reader.said
        assert room.open(passage.entry_id).entry.read is None
        assert "Passages 1" in reader.seen()


async def test_in_an_article_that_came_anew_meanwhile_the_words_that_are_seen_are_bookmarked(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await reader.press("enter", "}")
        fill(room, replace(FERRY, blocks=(Block("paragraph", "Nobody has seen this."), *FERRY.blocks)))
        await reader.press("m")
        (passage,) = room.passages()
        assert passage.quote in FERRY.blocks[0].text and passage.places[0].index == 1
        assert "Nobody has seen this." in reader.seen(), "the article is shown as it is now"


async def test_a_selection_grows_by_word_sentence_and_paragraph_and_shrinks_again(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await reader.press("enter", "}", "v")
        article = reader.screen.article
        assert article.selecting is not None and article.selection is not None

        def selected() -> str:
            assert article.selecting is not None and article.selection is not None
            return article.selecting.text(article.selection)

        first = selected()
        await reader.press("w")
        assert selected().startswith(first) and len(selected()) > len(first)
        await reader.press("b")
        assert selected() == first
        await reader.press("j")
        longer = selected()
        assert longer.startswith(first) and len(longer) > len(first)
        await reader.press("k")
        assert selected() == first
        await reader.press("}", "}")
        assert "\n" in selected()
        await reader.press("escape")
        assert not room.passages()


async def test_a_selection_across_paragraphs_becomes_one_passage_of_two_places(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await reader.press("enter", "}", "V", "}", "m")
        (passage,) = room.passages()
        assert [place.index for place in passage.places] == [0, 1]


async def test_a_note_is_written_in_place_and_undone(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await reader.press("enter", "}", "a")
        await reader.type("ask her")
        await reader.press("enter")
        assert room.passages()[0].note == "ask her"
        assert "ask her" in reader.seen()
        await reader.press("u")
        assert room.passages()[0].note == ""
        await reader.press("u")
        assert not room.passages()


async def test_brackets_go_from_passage_to_passage(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await reader.press("enter", "}", "m", "}", "}", "m", "g", "g")
        await reader.press("]")
        assert reader.screen.article.place is not None and reader.screen.article.place.index == 0
        await reader.press("]")
        assert reader.screen.article.place.index == 2
        await reader.press("[")
        assert reader.screen.article.place.index == 0
        await reader.press("[")
        assert "No passage further up" in reader.said


async def test_the_list_of_passages_jumps_to_the_place_in_another_article(room: Newsroom) -> None:
    fill(room, FERRY, an_article("Something else is told here.", title="Elsewhere"))
    async with reading(room) as reader:
        await reader.press("enter")
        opened = reader.screen.reading
        await reader.press("}", "m", "q", "j", "enter", "apostrophe")
        assert "Passages" in reader.seen()
        await reader.press("enter")
        assert reader.screen.reading is not None and opened is not None
        assert reader.screen.reading.entry.id == opened.entry.id
        assert reader.screen.article.place is not None and reader.screen.article.place.part == "block"


async def test_a_passage_is_taken_out_of_the_list_and_comes_back(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await reader.press("enter", "}", "m", "apostrophe", "d")
        assert not room.passages()
        assert "No passage is bookmarked yet" in reader.seen()
        await reader.press("u")
        assert len(room.passages()) == 1


async def test_the_filter_of_the_passages_follows_the_typing(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await reader.press("enter", "}", "m", "}", "}", "m", "apostrophe", "/")
        await reader.type("city")
        assert "The city pays half" in reader.seen() and "ferry sails" not in reader.seen()


async def test_bookmarking_the_same_sentence_twice_makes_one_passage(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await reader.press("enter", "}", "m", "m")
        assert len(room.passages()) == 1
        assert "already" in reader.said


async def test_copying_a_selection_gives_a_citation(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await reader.press("enter", "}", "v", "y")
        assert "Ferry line to reopen" in reader.app.clipboard
        assert reader.screen.article.selection is None


async def test_a_line_without_a_sentence_cannot_be_marked_selected_or_noted(room: Newsroom) -> None:
    fill(room, replace(FERRY, blocks=(*FERRY.blocks, Block("rule"), Block("image"))))
    async with reading(room) as reader:
        await reader.press("enter", "G")
        for key in ("m", "a", "v", "V", "E"):
            await reader.press(key)
            assert reader.said == "There is no sentence on this line.", key
            assert reader.screen.article.selection is None and reader.screen.prompt.kind is None
    assert not room.passages()


async def test_the_other_end_moves_after_o(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await reader.press("enter", "}", "}", "v")
        article = reader.screen.article

        def selected() -> str:
            assert article.selecting is not None and article.selection is not None
            return article.selecting.text(article.selection)

        first = selected()
        await reader.press("o")
        assert reader.said == "The beginning moves now."
        await reader.press("w")
        assert first.endswith(selected()) or selected().endswith(first), "only the beginning moved"
        assert selected() != first
        await reader.press("o")
        assert reader.said == "The end moves now."


async def test_a_selection_of_what_is_bookmarked_is_noted_on_that_passage(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await reader.press("enter", "}", "v", "m")
        await reader.press("v", "a")
        await reader.type("who")
        await reader.press("enter")
        (passage,) = room.passages()
        assert passage.note == "who"


async def test_a_wait_that_is_over_does_not_cut_the_next_one_short(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(room, an_article("One sentence.", title="One"))
    async with reading(room) as reader:
        screen, begun = reader.screen, list[Timer]()
        wait = screen.set_timer

        def noted(delay: float, then: Callable[[], object]) -> Timer:
            begun.append(wait(delay, then))
            return begun[-1]

        monkeypatch.setattr(screen, "set_timer", noted)
        screen.hold()
        screen.stand()
        screen.hold()
        assert [it._task is not None for it in begun] == [False, True], "only the second one goes on"
        screen.stand()


async def test_a_note_that_could_not_be_written_is_there_when_asked_again(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(room, an_article())
    write = room.margins.note

    def full(*_: object, **__: object) -> Passage:
        raise LibraryError("The disk is full.", "Make room.")

    async with reading(room) as reader:
        await reader.press("enter", "m", "a")
        await reader.type("why")
        monkeypatch.setattr(room.margins, "note", full)
        await reader.press("enter")
        assert "disk is full" in reader.said
        await reader.press("a")
        assert reader.screen.prompt.line.value == "why"
        monkeypatch.setattr(room.margins, "note", write)
        await reader.press("enter", "a")
        assert [it.note for it in room.passages()] == ["why"] and reader.screen.prompt.line.value == "why"
        await reader.press("escape", "'", "a")
        shown = reader.app.screen
        assert isinstance(shown, Passages)
        shown.prompt.line.value = "why not"
        monkeypatch.setattr(room.margins, "note", full)
        await reader.press("enter")
        assert shown.prompt.kind == "note" and shown.prompt.line.value == "why not"


NESTED = an_article(
    "The old ferry waits. It sails in May, as it did before the war.", "The city pays half of the repair."
)


async def nest(room: Newsroom) -> tuple[Passage, Passage, Passage]:
    """A sentence, a word in it, and a word of the sentence behind it, all bookmarked on one line."""
    fill(room, NESTED)
    (entry,) = room.entries(View(), 0, 9)
    ends = ((0, 20), (4, 7), (24, 29))
    made = [room.mark_passage(entry.id, (Place("block", 0, *it),)) for it in ends]
    return made[0], made[1], made[2]


async def test_what_was_just_bookmarked_is_meant_where_a_shorter_passage_stands_in_it(room: Newsroom) -> None:
    fill(room, NESTED)
    (entry,) = room.entries(View(), 0, 9)
    word = room.mark_passage(entry.id, (Place("block", 0, 24, 29),), "the word's own note")
    async with reading(room) as reader:
        await reader.press("enter", "}", "m", "a")
        await reader.type("of the sentence")
        await reader.press("enter")
        notes = {it.quote: it.note for it in room.passages()}
        assert notes == {
            "It sails in May, as it did before the war.": "of the sentence",
            "sails": "the word's own note",
        }
        await reader.press("j", "k", "m")
        assert "bookmarked already" in reader.said
        await reader.press("M")
        assert [it.id for it in room.passages()] == [word.id]


async def test_passages_that_begin_on_one_line_are_gone_to_one_by_one(room: Newsroom) -> None:
    sentence, word, later = await nest(room)
    async with reading(room) as reader:
        article = reader.screen.article
        await reader.press("enter", "]")
        assert article.passage_here() == sentence
        await reader.press("]")
        assert article.passage_here() == word and "On this line, too: “old”" in reader.said
        await reader.press("]", "3", "c")
        assert {it.id: it.kind for it in room.passages()} == {
            sentence.id: "yellow",
            word.id: "yellow",
            later.id: "blue",
        }
        await reader.press("]")
        assert "No passage further down" in reader.said
        await reader.press("[", "[", "M")
        assert {it.id for it in room.passages()} == {word.id, later.id}


async def test_a_passage_that_was_opened_from_the_list_of_all_is_meant(room: Newsroom) -> None:
    sentence, word, later = await nest(room)
    async with reading(room) as reader:
        await reader.press("'", "G", "enter")
        assert reader.screen.article.passage_here() == sentence, "the oldest stands last"
        await reader.press("M")
        assert {it.id for it in room.passages()} == {word.id, later.id}
        await reader.press("j", "k")
        assert reader.screen.article.passage_here() == word, "of several that nobody went to the shortest"


async def test_a_click_on_a_passage_means_it(room: Newsroom) -> None:
    sentence, word, later = await nest(room)
    async with reading(room) as reader:
        await reader.press("enter")
        article = reader.screen.article
        rows = reader.seen().splitlines()
        y = next(k for k, row in enumerate(rows) if "The old ferry waits. It" in row and k > 3)
        x = rows[y].index("The old ferry waits. It")
        for at, wanted in ((24, later), (5, word), (0, sentence), (34, word)):
            await reader.pilot.click(offset=(x + at, y))
            assert article.passage_here() == wanted
