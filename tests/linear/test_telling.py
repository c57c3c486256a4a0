"""Reading an article: announced, in pages, by sentence and paragraph, found in, and taken up where one stopped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.model import Block, Note, PublisherSummary, Span
from tests.builders import an_article, paragraph
from tests.linear.conftest import Talk

LONG = [f"Paragraph of the number {number}. It has a second sentence." for number in range(1, 41)]


def numbers(told: str) -> list[int]:
    """The numbers of the paragraphs that were told."""
    heads = [line.partition(". ")[0] for line in told.splitlines()]
    return [int(head) for head in heads if head.isdigit()]


def test_an_article_is_announced_and_its_first_page_read(talk: Talk) -> None:
    talk.add(an_article(byline=("Ines Moreau",), publisher="Harbor Courier", standfirst="After two years."))
    told = talk.answer("1")
    assert told.startswith("Article: Ferry line to reopen\nBy Ines Moreau. 14 March 2026")
    assert "Unread." in told
    assert (
        told.index("After two years.") < told.index("1. The ferry across the harbor") < told.index("3. The city pays")
    )
    assert "End of the article." in told


def test_pages_wait_for_enter_and_lose_nothing(talk: Talk) -> None:
    talk.add(an_article(*LONG))
    told = talk("1", *[""] * 5)
    assert numbers(told.split("> 1\n")[1].split("End of the article")[0]) == list(range(1, 41))


def test_a_page_is_no_longer_than_the_terminal(talk: Talk) -> None:
    talk.add(an_article(*LONG))
    page = talk.answer("1", "")
    assert 10 <= len(page.splitlines()) <= 22
    assert len(talk.answer("1", "top", "").splitlines()) <= 22


def test_a_paragraph_longer_than_a_page_goes_on_where_it_was_cut(talk: Talk) -> None:
    words = [f"word{number}" for number in range(1500)]
    talk.add(an_article(" ".join(words), "The end."))
    told = talk("1", *[""] * 20)
    said = told.split("> 1\n")[1].replace("1. word0", "word0").split()
    assert [it for it in said if it.startswith("word")] == words
    assert "The end." in told


def test_rest_reads_to_the_end(talk: Talk) -> None:
    talk.add(an_article(*LONG))
    told = talk.answer("1", "rest")
    assert numbers(told)[-1] == 40 and "End of the article." in told


def test_reading_goes_on_where_it_stopped_also_after_the_input_broke_off(talk: Talk) -> None:
    talk.add(an_article(*LONG))
    first = talk("1", "", "").split("> ")
    begun = numbers(first[-2])[0]
    told = talk("1", "")
    assert f"You stopped at paragraph {begun}." in told
    assert numbers(told.split("> ")[-2])[0] == begun


def test_an_article_that_was_read_to_its_end_begins_again(talk: Talk) -> None:
    talk.add(an_article(*LONG))
    talk("1", "rest", "leave")
    told = talk("1")
    assert "You stopped" not in told and numbers(told.split("> ")[-2])[0] == 1


def test_in_a_book_of_one_paragraph_the_line_is_remembered(talk: Talk) -> None:
    talk.add(an_article(" ".join(f"word{number}" for number in range(5000))))
    reached = talk("1", *[""] * 5).split("> ")[-2].split()[1]
    again = talk("1", "").split("> ")[-2].split()[1]
    assert reached == again != "word0"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["2.2"], "2.2. It has a second sentence."),
        (["2.1", "j"], "2.2. It has a second sentence."),
        (["2.2", "j"], "3.1. Paragraph of the number 3."),
        (["3.1", "k"], "2.2. It has a second sentence."),
        (["2.1", "4j"], "4.1. Paragraph of the number 4."),
        (["5", "}"], None),
        (["5", "{", "where"], "Article"),
        (["bottom"], "40. Paragraph of the number 40."),
        (["7G"], "7. Paragraph of the number 7."),
        (["paragraph 9"], "9. Paragraph of the number 9."),
        (["7.1", "9.1", "back"], "7.1. Paragraph of the number 7."),
        (["7.1", "9.1", "back", "forward"], "9.1. Paragraph of the number 9."),
        (["sentences 4"], "Paragraph 4.\n1. Paragraph of the number 4.\n2. It has a second sentence."),
        (["41"], "There is no paragraph 41.\nThe article has 40."),
        (["bottom", "j", "j"], "The article ends here."),
        (["top", "k"], "The article begins here."),
    ],
)
def test_moving_tells_where_one_comes(lines: list[str], told: str | None, talk: Talk) -> None:
    talk.add(an_article(*LONG))
    answer = talk.answer("1", *lines)
    assert answer if told is None else answer.startswith(told)


def test_hits_are_told_with_their_sentences_and_go_round(talk: Talk) -> None:
    talk.add(an_article(*LONG))
    assert talk.answer("1", "find number 40").startswith("1 hit for number 40.")
    told = talk("1", "top", "find second", "n", "N", "N")
    assert "Hit 1 of 40. 1.2. It has a second sentence." in told
    assert "Hit 2 of 40. 2.2." in told and "Hit 40 of 40. 40.2." in told


def test_a_word_that_is_not_there_is_said(talk: Talk) -> None:
    talk.add()
    assert talk.answer("1", "find lighthouse").startswith("“lighthouse” is not in this article.")
    assert talk.answer("1", "n") and "There is no unread entry" in talk("1", "n")


def test_whole_words_and_expressions_are_found_too(talk: Talk) -> None:
    talk.add()
    assert "1 hit for city" in talk.answer("1", "find-word city")
    assert "is not in this article" in talk.answer("1", "find-word cit")
    assert "3 hits for [Tt]he.city|ferry" in talk.answer("1", "find-expression [Tt]he.city|ferry")
    assert len(talk.answer("1", "find-expression (((").splitlines()) == 2


def test_a_find_tells_who_wrote_took_and_corrected(talk: Talk) -> None:
    quote = Block("quote", "Nobody asked us.", author="Ada Okafor")
    image = Block("image", caption="The quay", credit="Ines Moreau")
    notes = (Note("correction", "Of 3 May: the quay is Moreau's."),)
    talk.add(replace(an_article(byline=("Ines Moreau",), notes=notes), blocks=(paragraph("Rain."), quote, image)))
    told = talk("1", "find moreau", "n", "n", "where", "n", "find okafor")
    assert "Hit 1 of 3. By Ines Moreau" in told
    assert "Hit 2 of 3. Paragraph 3, credit: Ines Moreau" in told
    assert "Hit 3 of 3. Correction: Of 3 May: the quay is Moreau's." in told
    assert "At the headline of 3" in told, "reading goes on from there"
    assert "Hit 1 of 1. 2.1. Quote by Ada Okafor: Nobody asked us." in told


def test_find_asks_for_the_word_where_none_is_given(talk: Talk) -> None:
    talk.add()
    assert "Find: engine" in talk("1", "find", "engine")


def test_the_hits_of_a_search_of_the_library_come_along(talk: Talk) -> None:
    talk.add()
    told = talk("search engine", "1")
    assert "List, searched for engine." in told
    assert "Hit 1 of 1. 2.1. “We kept the engine warm,”" in told
    told = talk('search "old ships" engine', "1")
    assert '2 hits for "old ships" engine.' in told and "Hit 1 of 2. 2.1." in told


def test_kinds_are_said_in_words(talk: Talk) -> None:
    blocks = (
        Block("heading", "The boats", level=2),
        Block("quote", "We kept it warm.", author="Ines Moreau"),
        Block("list_item", "First boat", level=1),
        Block("image", caption="The ferry in May", credit="Harbor Courier"),
        Block("image"),
        Block("table", "Boat\tBuilt\nMarie\t1931\nAnna\t", rows=(("Boat", "Built"), ("Marie", "1931"), ("Anna", ""))),
        Block("code", "if tide:\n    sail()"),
        Block("paragraph", "See the log.", spans=(Span(8, 11, "link", "https://harbor.example/log"),)),
        Block("table", "Anna\tShe waits.", rows=(("Anna", "She waits."),), caption="Boats of Kelso"),
    )
    article = an_article()
    talk.add(type(article)("Boats", blocks, published=article.published))
    told = talk("1", "rest", "links", "outline")
    for line in (
        "1. Heading 2: The boats",
        "2. Quote by Ines Moreau: We kept it warm.",
        "3. Item: First boat",
        "4. Image: The ferry in May (Harbor Courier)",
        "5. Image without words.",
        "6. Table, 2 rows, 2 columns: Boat; Built.",
        "Row 1: Boat: Marie; Built: 1931.",
        "Row 2: Boat: Anna.",
        "7. Code:",
        "    sail()",
        "9. Caption: Boats of Kelso",
        "10. Table, 1 row, 2 columns. Row 1: Anna; She waits.",
        "1. log: https://harbor.example/log",
        "1. The boats",
    ):
        assert line in told.splitlines()


def test_an_article_counts_as_read_after_the_time_of_the_settings(talk: Talk) -> None:
    talk.add()
    talk("1", "where")
    assert "1 unread" in talk()
    talk("1", "where", read_after=0)
    assert "0 unread" in talk()


def test_at_the_end_enter_opens_the_next_unread(talk: Talk) -> None:
    talk.add()
    talk.add(an_article("Another.", title="Second story", url="https://harbor.example/2"))
    told = talk("1", "", "")
    assert "Article: Ferry line to reopen" in told and "Article: Second story" in told


def test_an_article_of_nothing_but_a_title_can_be_read(talk: Talk) -> None:
    article = an_article()
    talk.add(type(article)("Only a title", ()))
    told = talk("1", "", "j", "k", "mark", "sentences", "find title", "summary")
    assert "Article: Only a title" in told and "Hit 1 of 1. Headline. Only a title" in told


def test_towers_of_marks_and_titles_without_end_are_told(talk: Talk) -> None:
    talk.add(an_article("Z" + "\u0301" * 500 + " stands.", title="long " * 2000))
    told = talk("1")
    assert told.count("\u0301") < 100
    assert max(map(len, told.splitlines())) <= 200


def test_paragraphs_of_the_same_words_are_told_apart(talk: Talk) -> None:
    talk.add(type(an_article())("Twice", (paragraph("The same."), paragraph("The same."))))
    assert talk.answer("1", "2.1") == "2.1. The same."


def test_what_the_publisher_changed_is_told(talk: Talk) -> None:
    talk.add(an_article("The ferry sails in May.", url="https://harbor.example/1"))
    assert len(talk.answer("1", "changes").splitlines()) == 2
    talk.add(an_article("The ferry sails in June.", url="https://harbor.example/1"))
    told = talk.answer("1", "changes")
    assert "1 word came in, 1 word went out" in told
    assert "New: June" in told and "Gone: May" in told


def test_a_link_is_named_by_its_number(talk: Talk) -> None:
    block = Block("paragraph", "See the log.", spans=(Span(8, 11, "link", "https://harbor.example/log"),))
    talk.add(type(an_article())("Boats", (block,)))
    assert talk.answer("1", "copy-link 1") == "https://harbor.example/log"
    assert talk.answer("1", "open-link 2").startswith("There is no link 2.")


def test_a_sentence_of_the_publisher_s_summary_that_stands_nowhere_is_not_gone_to(talk: Talk) -> None:
    summary = PublisherSummary("Quick look", "Tickets become cheaper in autumn.", None, None)
    talk.add(an_article(publisher_summary=summary))
    told = talk.answer("1", "summary")
    assert "1. Tickets become cheaper in autumn. (not found in the text)" in told
    assert "This sentence stands nowhere in the text." in talk.answer("1", "summary", "1")


def test_a_doubted_sentence_of_it_leads_to_what_comes_nearest(talk: Talk) -> None:
    summary = PublisherSummary("Quick look", "The ferry carries 800 cars.", None, None)
    talk.add(an_article("A storm passed.", "The ferry carries 80 cars.", publisher_summary=summary))
    assert "(the text has other numbers: compare paragraph 2)" in " ".join(talk.answer("1", "summary").split())
    assert "The ferry carries 80 cars." in talk.answer("1", "summary", "1")


def test_a_sentence_in_a_language_without_rules_is_told_as_not_checked(talk: Talk) -> None:
    summary = PublisherSummary("Skrót", "Bilety stanieją jesienią.", None, None)
    talk.add(an_article("Prom wraca do portu w maju.", language="pl", publisher_summary=summary))
    assert "1. Bilety stanieją jesienią. (not checked in this language)" in talk.answer("1", "summary")
    assert "This sentence was not checked." in talk.answer("1", "summary", "1")


def test_so_many_pages_stop_at_the_end(talk: Talk) -> None:
    talk.add(an_article(*LONG))
    assert "End of the article." in talk.answer("1", "90pagedown")
