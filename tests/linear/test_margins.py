"""Passages in a conversation: bookmarked by numbers and words, noted on, listed, gone to, taken out, written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.model import Block
from reader.newsroom import marking
from tests.builders import an_article
from tests.linear.conftest import Talk


def quotes(talk: Talk) -> list[str]:
    return [it.quote for it in talk.room.passages()]


@pytest.mark.parametrize(
    ("lines", "quote"),
    [
        (["2", "mark"], "“We kept the engine warm,” said Ines Moreau, who has steered it since 1998."),
        (["mark 1.2"], "Its crew has waited two years."),
        (["1.1", "mark 2"], "Its crew has waited two years."),
        (["1.1", "m 2"], "Its crew has waited two years."),
        (["3.1", "mark 1-2"], "The city pays half of the repair. The other half comes from a fund for old ships."),
        (["mark 3.2"], "The other half comes from a fund for old ships."),
        (
            ["1.1", "mark paragraph"],
            "The ferry across the harbor will sail again in May. Its crew has waited two years.",
        ),
        (["mark kept the engine"], "kept the engine"),
    ],
)
def test_what_is_meant_is_bookmarked(lines: list[str], quote: str | None, talk: Talk) -> None:
    talk.add()
    talk("1", *lines)
    assert quotes(talk) == ([quote] if quote else [])


def test_from_one_paragraph_into_another(talk: Talk) -> None:
    talk.add()
    talk("1", "mark 1.2-3.1")
    assert quotes(talk)[0].splitlines() == [
        "Its crew has waited two years.",
        "“We kept the engine warm,” said Ines Moreau, who has steered it since 1998.",
        "The city pays half of the repair.",
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("9", "There is no sentence 9. Paragraph 3 has 2 sentences."),
        ("7.1", "There is no paragraph 7."),
        ("2-1", "That ends before it begins."),
        ("0.1", "There is no sentence"),
        ("walrus", "These words do not stand in the article."),
        ("half", "These words stand in the article more than once."),
    ],
)
def test_what_cannot_be_meant_is_said(words: str, told: str, talk: Talk) -> None:
    talk.add()
    if words != "0.1":
        assert talk.answer("1", "3.1", f"mark {words}").startswith(told)
    assert not quotes(talk) or words == "0.1"


def test_a_note_goes_to_the_passage_just_made_else_makes_one(talk: Talk) -> None:
    talk.add()
    talk("1", "mark 1.2", "note first thought", "3.1", "note", "")
    assert [it.note for it in talk.room.passages()] == ["first thought"]


def test_a_note_without_a_passage_bookmarks_its_sentence(talk: Talk) -> None:
    talk.add()
    assert "Bookmarked, with a note" in talk("1", "3.1", "note who pays?")
    assert [(it.quote, it.note) for it in talk.room.passages()] == [("The city pays half of the repair.", "who pays?")]


def test_the_note_is_asked_for_and_told_where_the_passage_stands(talk: Talk) -> None:
    talk.add()
    assert "Note: at last" in talk("1", "mark 1.1", "note", "at last")
    told = talk("1", "top")
    assert "(Passage 1 here. Note: at last)" in told


def test_passages_are_listed_found_and_gone_to(talk: Talk) -> None:
    talk.add()
    talk("1", "mark 1.2", "mark 3.1")
    told = talk("passages")
    assert "Passages, 2 listed." in told
    assert "“Its crew has waited two years.” in: Ferry line to reopen." in told
    assert "1.2. Its crew has waited two years." in talk("passages crew", "1")
    assert "Passage 2 of 2. 3.1. The city pays" in talk("1", "top", "1.1", "]", "]")


def test_a_passage_is_taken_out_and_undo_brings_it_back(talk: Talk) -> None:
    talk.add()
    talk("1", "mark 1.2")
    assert "Passage taken out; undo takes it back." in talk("passages", "remove 1")
    assert not quotes(talk)
    talk("undo")
    assert len(quotes(talk)) == 1
    talk("1", "1.2", "unmark")
    assert not quotes(talk)


def test_a_passage_is_copied_with_its_source_and_written_as_a_note(talk: Talk, tmp_path: Path) -> None:
    talk.add()
    talk("1", "mark 1.2")
    told = talk("passages", "copy 1", f"export {tmp_path / 'notes'}")
    assert "“Its crew has waited two years.”\n— “Ferry line to reopen”" in told
    assert len(list((tmp_path / "notes").glob("*.md"))) == 1


def test_a_summary_leads_to_its_places(talk: Talk) -> None:
    talk.add()
    told = talk("1", "summary", "1")
    assert "Chosen sentences:" in told and "(paragraph " in told
    assert "2 sentences" in talk("1", "summary", "-") or "sentences" in told


def test_a_passage_is_colored_and_tagged(talk: Talk) -> None:
    talk.add()
    talk("1", "mark 1.2", "kind blue", "tag-passage crew, ferry")
    (passage,) = talk.room.passages()
    assert (passage.kind, passage.tags) == ("blue", ("crew", "ferry"))
    assert "There is no color" in talk("1", "1.2", "kind pink")
    assert "The passage is red." in talk("1", "1.2", "kind")


def test_a_passage_gets_other_borders_is_joined_and_split(talk: Talk) -> None:
    talk.add()
    talk("1", "mark 1.2", "reshape 1-2")
    assert quotes(talk)[0].startswith("The ferry across")
    talk("1", "1.1", "split 2")
    assert len(quotes(talk)) == 2
    talk("1", "1.1", "join")
    assert len(quotes(talk)) == 1
    assert "There is no passage after this one." in talk("1", "1.1", "join")


def test_the_passage_of_the_day_is_told(talk: Talk) -> None:
    talk.add()
    assert "No passage is bookmarked yet." in talk("passage-of-the-day")
    talk("1", "mark 1.2")
    assert "“Its crew has waited two years.” in: Ferry" in talk("passage-of-the-day")


def test_a_passage_that_is_gone_opens_its_article_and_says_so(talk: Talk) -> None:
    entry = talk.add(an_article(url="https://harbor.example/ferry"))
    talk("1", "mark 3.2")
    talk.add(an_article("The ferry is sold.", url="https://harbor.example/ferry"))
    marking.follow(talk.room.library, entry)
    told = talk.answer("passages", "1")
    assert "The ferry is sold." in told and "This passage is no longer in the article." in told
    assert "(no longer in the article)" in talk.answer("passages")


def test_a_line_without_words_has_no_sentence_to_bookmark(talk: Talk) -> None:
    talk.add(an_article(title=""))
    assert "There is no sentence here." in talk.answer("1", "top", "mark") and not talk.room.passages()


def test_the_same_words_are_bookmarked_once(talk: Talk) -> None:
    talk.add()
    told = talk("1", "mark 1.2", "mark 3.1", "mark 1.2", "note of the crew")
    assert "This is bookmarked already" in told
    assert {it.quote: it.note for it in talk.room.passages()} == {
        "Its crew has waited two years.": "of the crew",
        "The city pays half of the repair.": "",
    }


def test_passages_in_one_sentence_are_gone_to_one_by_one_and_each_is_meant(talk: Talk) -> None:
    talk.add()
    talk("1", "mark 3.1", "mark half of the repair", "mark the repair")
    told = talk("1", "1.1", "]", "note one", "]", "note two", "]", "note three", "]", "[", "note two again")
    assert "Passage 3 of 3." in told and "One of several there: “half of the repair”" in told
    assert "There is no passage further on." in told
    notes = {it.quote: it.note for it in talk.room.passages()}
    assert notes == {
        "The city pays half of the repair.": "one",
        "half of the repair": "two again",
        "the repair": "three",
    }


def test_a_passage_opened_from_the_list_is_the_one_that_is_meant(talk: Talk) -> None:
    talk.add()
    talk("1", "mark 3.1", "mark half of the repair")
    talk("passages", "2", "unmark")
    assert quotes(talk) == ["half of the repair"]


def test_in_an_article_that_came_anew_meanwhile_the_words_that_were_told_are_bookmarked(talk: Talk) -> None:
    talk.add()
    article = an_article()
    above = replace(article, blocks=(Block("paragraph", "Nobody was told this."), *article.blocks))
    told = talk.meanwhile("1", lambda: talk.add(above), "mark 1.2", "mark 2.2")
    assert quotes(talk) == ["Its crew has waited two years."], "under the number that it had, then the one that it has"
    assert "The article has come anew" in told and "bookmarked already" in told


def test_words_that_are_gone_meanwhile_are_kept_and_that_is_said(talk: Talk) -> None:
    talk.add()
    article = an_article()
    told = talk.meanwhile("1", lambda: talk.add(replace(article, blocks=article.blocks[1:])), "mark 1.2")
    assert quotes(talk) == ["Its crew has waited two years."]
    assert "the article has no such words any more" in told and "2 of 2, end> " in told
