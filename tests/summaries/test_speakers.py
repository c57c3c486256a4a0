"""Who says what: the words beside a quotation, quotations that go on, and pronouns that are not sure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Block
from reader.summaries import speakers
from reader.summaries.quotations import quotations
from tests.builders import an_article


def told(*paragraphs: str) -> list[tuple[str | None, bool]]:
    return [(it.speaker, it.sure) for it in speakers(an_article(*paragraphs))]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We kept the engine warm all the time,” said Ines Moreau, the captain.", "Ines Moreau"),
        ("“We kept the engine warm all the time,” Ines Moreau said on Friday.", "Ines Moreau"),
        ("“We kept the engine warm all the time,” Dr. Ines Moreau told the Courier.", "Ines Moreau"),
        ("Ines Moreau, who has steered it since 1998, said: “We kept the engine warm.”", "Ines Moreau"),
        ("According to Ines Moreau, “nobody wanted to leave the boat at all”.", "Ines Moreau"),
        ("“Nobody was hurt in the fire,” a police spokesman said.", "a police spokesman"),
        ("“Nobody was hurt in the fire,” the board said in a statement.", "the board"),
        ("‘We kept the engine warm all the time,’ said Ines Moreau.", "Ines Moreau"),
        ('"We kept the engine warm all the time," said Ines Moreau.', "Ines Moreau"),
        ("Mayor Ellen Korte praised the crew, saying: “You never gave up on her.”", "Ellen Korte"),
        ("“We kept the engine warm all the time,” said harbor engineer Ines Moreau.", "Ines Moreau"),
        ("“We kept the engine warm all the time,” captain Ines Moreau noted.", "Ines Moreau"),
        ("“We kept the engine warm,” Ines Moreau, a captain with the Harbor Trust of Melby told us.", "Ines Moreau"),
        ("“We kept the engine warm all the time,” Ines Moreau weighed in.", "Ines Moreau"),
        ("“We kept the engine warm,” said Harbor Trust Press Secretary Anna Moreau.", "Anna Moreau"),
        ("“We kept the engine warm,” Trust engineer and harbor pilot Ines Moreau said.", "Ines Moreau"),
        ("“We kept the engine warm all the time,” Moreau emphasizes.", "Moreau"),
        ("“We kept the engine warm all the time,” shares Ines Moreau.", "Ines Moreau"),
        (
            "On Friday the Center for Harbor Research concluded that “nobody was ever asked”.",
            "the Center for Harbor Research",
        ),
        ('“We kept the engine warm all the time," said Ines Moreau.', "Ines Moreau"),
        ("“We kept the engine warm all the time,” harbor engineer, Ines Moreau, told the Courier.", "Ines Moreau"),
        ("It went well, with one passenger, Ines Moreau, commenting: “They kept the engine warm.”", "Ines Moreau"),
        ("“We kept the engine warm,” explained harbor pilot and author Ines Moreau.", "Ines Moreau"),
        ("Ines Moreau blasted the trust for bringing the harbor to “the brink of a second flood”.", "Ines Moreau"),
        ("Ines Moreau voiced “her doubts about the new timetable and the fares”.", "Ines Moreau"),
        (
            "Ines Moreau, pictured with Sil and her uncle Piet Haan, said she was glad and added: “It is so warm.”",
            "Ines Moreau",
        ),
    ],
)
def test_the_speaker_beside_a_quotation_is_sure(text: str, speaker: str) -> None:
    assert told(text) == [(speaker, True)]


def test_a_surname_is_given_in_full() -> None:
    assert told("The captain is Ines Moreau, 61.", "“We kept the engine warm,” Moreau said.") == [("Ines Moreau", True)]


def test_it_is_the_body_that_spoke_last_and_is_not_sure() -> None:
    text = "“We kept the engine warm,” the Harbor Trust said. “Nobody was ever asked for money,” it added."
    (_, sure), (speaker, unsure) = told(text)
    assert (sure, speaker, unsure) == (True, "Harbor Trust", False)


def test_words_too_few_for_a_quotation_tell_who_goes_on() -> None:
    text = "“A fine boat,” said Ines Moreau, who had rum at the quay. “You need the engine to be warm all the time.”"
    assert told(text) == [("Ines Moreau", False)]


def test_a_thing_further_off_does_not_speak() -> None:
    text = "Ines Moreau told us that the minimum fare was high and expressed doubt. “I'm still hoping for the best.”"
    assert told(text)[0][0] != "the minimum"


def test_who_is_called_something_does_not_speak() -> None:
    assert told("Ines Moreau was called “a disgrace for the whole of the harbor”.") == [(None, False)]


@pytest.mark.parametrize(
    "before",
    [
        "Ellen Korte, described by Ines Moreau as",
        "Ellen Korte was described by Ines Moreau as",
        "Ellen Korte was accused by Ines Moreau of",
        "Ellen Korte was told by Ines Moreau:",
    ],
)
def test_by_whom_somebody_is_called_something_speaks(before: str) -> None:
    assert told(f"{before} “a disgrace for the whole of the harbor”.") == [("Ines Moreau", True)]


@pytest.mark.parametrize(
    "before",
    [
        "The singer Orlana, 30, left the valley. The Oslers of the town said little, but Oslers told us that they like it.",
        "Orlana, 30, sells a balm. Critics of Orlana's Pearlina say that Pearlina claims to do too much.",
    ],
)
def test_she_is_nobody_who_bears_an_article_or_is_owned(before: str) -> None:
    ((speaker, _),) = told(f"{before} “We kept the engine warm all the time,” she said.")
    assert speaker == "Orlana"


def test_it_is_never_a_person() -> None:
    text = "“We kept the engine warm,” Ines Moreau said. The trust wrote a letter. “Nobody was ever asked,” it said."
    assert told(text)[1] == (None, False)


def test_a_name_at_the_end_of_a_phrase_does_not_speak() -> None:
    text = (
        "Sean Hart, a spokesman for Port Authority, the landlord in Iraq and Syria, told us that “nobody has to leave”."
    )
    ((speaker, _),) = told(text)
    assert speaker != "Syria" and speaker != "Port Authority"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (
            "'He has kept the passengers' places all the time,' she said.",
            "He has kept the passengers' places all the time,",
        ),
        ("'It was the passengers' fault', she said. The crews' union left.", "It was the passengers' fault"),
        ("‘It was the passengers’ fault’, she said. The crews’ union left.", "It was the passengers’ fault"),
        ("'There is more room in the north.'The north has gained, she said.", "There is more room in the north."),
    ],
)
def test_a_straight_mark_ends_where_the_words_do(text: str, quoted: str) -> None:
    assert [it.text for it in quotations(text)] == [quoted]


def test_an_apostrophe_behind_an_abbreviation_opens_no_quotation() -> None:
    assert quotations("An expert at the U.K.'s University of Melby said that he's glad of it all.") == []


@pytest.mark.parametrize(
    "text",
    [
        "They met in the '90s hall at the end of the old coal quay.",
        "They met in the ‘90s hall at the end of the old coal quay.",
        "He has loved rock 'n' roll and the '60s, and the '70s too, she said.",
        "‘Twas the night before the storm, and nobody stirred on the quay.",
        "Of the class of '92 nobody had come to the north pier that night.",
    ],
)
def test_an_apostrophe_that_stands_for_letters_opens_no_quotation(text: str) -> None:
    assert quotations(text) == []


def test_a_quotation_that_goes_on_has_the_same_speaker() -> None:
    text = "“We kept the engine warm,” said Ines Moreau. “Nobody believed that she would sail.”"
    assert told(text) == [("Ines Moreau", True)] * 2


def test_a_quotation_over_two_paragraphs_has_one_speaker() -> None:
    first = "Ines Moreau said: “We kept the engine warm for two whole years."
    second = "“Nobody believed that she would ever sail again.”"
    assert told(first, second) == [("Ines Moreau", True)] * 2


def test_a_colon_at_the_end_of_the_block_before_tells_who_speaks() -> None:
    assert told("As Ines Moreau put it:", "“We kept the engine warm all the time.”") == [("Ines Moreau", True)]


def test_who_spoke_in_the_block_before_is_not_sure() -> None:
    before = "Ines Moreau, the captain, said that the engine had run every day."
    assert told(before, "“We kept it warm all the time.”") == [("Ines Moreau", False)]
    assert told(before, "“We Kept It Warm” is the name of a song.") == [(None, False)]
    assert told("The sign warns that the pier is closed.", "“We kept it warm all the time.”") == [(None, False)]


@pytest.mark.parametrize(
    ("line", "speaker"), [("– Ines Moreau", "Ines Moreau"), ("– Ines M**", "Ines M**"), ("Ines Moreau", None)]
)
def test_a_line_below_a_quotation_signs_it(line: str, speaker: str | None) -> None:
    ((found, _),) = told("“The crossing was lovely, and warm too.”", line)
    assert found == speaker


def test_the_author_of_a_quote_block_speaks() -> None:
    block = Block("quote", "“We kept the engine warm all the time.”", author="Ines Moreau")
    (said,) = speakers(Article("Ferry", (block,), language="en"))
    assert (said.speaker, said.sure) == ("Ines Moreau", True)


def test_a_quotation_set_a_second_time_has_the_same_speaker() -> None:
    words = "nobody believed that this boat would ever sail again"
    assert (
        told(f"“{words.capitalize()}”", f"“I tell you that {words},” said Ines Moreau.") == [("Ines Moreau", True)] * 2
    )
    assert told("“We kept it warm.”", "“We kept it warm,” said Ines Moreau.")[0] == (None, False)


def test_a_word_that_begins_a_sentence_is_no_speaker() -> None:
    text = "They call it “the engine of the whole harbor.” Once Tom Ashby had seen it, he told everybody."
    assert told(text)[0][0] not in {"Once", "Once Tom Ashby"}


def test_he_is_not_sure_where_two_can_be_meant() -> None:
    text = "Tom Ashby met Paul Hart at the mill. “We grind every single day,” he said."
    ((speaker, sure),) = told(text)
    assert speaker in {"Tom Ashby", "Paul Hart"}
    assert not sure


def test_she_is_sure_where_only_one_can_be_meant() -> None:
    text = "Tom Ashby met Anna Hart at the mill. “We grind every single day,” she said."
    assert told(text) == [("Anna Hart", True)]


@pytest.mark.parametrize(
    "text",
    [
        "“We grind every single day,” they said.",
        "Nobody knew “what was going on here” at all.",
        "“We grind every single day.”",
        "“It is a word from far away,” the sign in the window",
    ],
)
def test_nobody_is_named_where_nothing_tells(text: str) -> None:
    assert told(text) == [(None, False)]


def test_two_words_in_marks_are_no_quotation() -> None:
    assert quotations("The so-called “dry harbor” opened, and 'the boys' room' too.") == []


def test_a_word_in_marks_and_brackets_does_not_end_a_quotation() -> None:
    text = 'Ines Moreau said: "We charge every sailor ("heads") just once a year." Nobody minds.'
    assert [it.text for it in quotations(text)] == ['We charge every sailor ("heads") just once a year.']


def test_tokenized_text_is_left_alone() -> None:
    assert told("he said . ' we go now , all of us . ' she said . ' no , not at all today . ' ' yes . '") == []


def test_places_hold_the_quotation_with_its_marks() -> None:
    article = an_article("“We kept the engine warm,” said Ines Moreau.")
    (found,) = speakers(article)
    assert article.blocks[0].text[found.place.start : found.place.end] == "“We kept the engine warm,”"


SCRAPS = st.lists(
    st.sampled_from(
        ["“", "”", '"', "‘", "’", "'", " said ", "Ines Moreau", "he ", "we go on and on", ", ", ". ", "The "]
    ),
    max_size=40,
).map("".join)


@given(st.lists(st.one_of(SCRAPS, st.text(max_size=120)), max_size=4))
def test_any_text_has_quotations_in_order(texts: list[str]) -> None:
    found = speakers(Article("", tuple(Block("paragraph", text) for text in texts), language="en"))
    places = [it.place for it in found]
    assert places == sorted(places)
    assert all(texts[place.index][place.start : place.end].strip() for place in places)


@pytest.mark.parametrize("unit", ["“", "'a ", '" x', "“We go on and on,” he said. ", "Tom Ashby said: ", "«"])
def test_long_runs_are_read_in_proportion(unit: str) -> None:
    speakers(Article("", (Block("paragraph", unit * (60_000 // len(unit))),), language="en"))
