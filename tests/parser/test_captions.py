"""A caption's words and its credit, in many publishers' manners."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parser import captions


@pytest.mark.parametrize(
    ("line", "words", "credit"),
    [
        ("The yard in May.(Image: Bloomberg)", "The yard in May.", "Bloomberg"),
        ("The yard in May. [Photo: AFP]", "The yard in May.", "AFP"),
        ("The yard in May (Photo : AFP)", "The yard in May", "AFP"),
        ("Die Werft im Mai. Foto: Marek Sudeck/dpa", "Die Werft im Mai.", "Marek Sudeck/dpa"),
        ("The yard in May | Photo: Reuters", "The yard in May", "Reuters"),
        ("Image credit: Jane Doe", "", "Jane Doe"),
        ("(Foto: Ansa)", "", "Ansa"),
        ("The yard in May. © Ines Moreau", "The yard in May.", "Ines Moreau"),
        ("The yard in May. (Ines Moreau/Reuters)", "The yard in May.", "Ines Moreau/Reuters"),
        ("The yard in May. (Ines Moreau/Harbor Courier)", "The yard in May.", "Ines Moreau/Harbor Courier"),
        ("The yard in May.Credit...Ines Moreau for The Courier", "The yard in May.", "Ines Moreau for The Courier"),
    ],
)
def test_words_and_credit_come_apart(line: str, words: str, credit: str) -> None:
    assert captions.split(line) == (words, credit)
    assert captions.credited(line)


@pytest.mark.parametrize(
    "line",
    [
        "The minister said so (and said it twice).",
        "A picture of the boat was found by a child.",
        "The boat sails by night (and/or by day)",
        "The photo: it was never found again, and nobody looked for it in all those years.",
        "",
        "word " * 200 + "(Photo: AFP)",
    ],
)
def test_a_sentence_is_no_caption(line: str) -> None:
    assert captions.split(line) == (line, None)


@given(st.text(alphabet="abc (Photo: AFP) [©]/|.", max_size=120))
def test_words_and_credit_are_parts_of_the_line(line: str) -> None:
    words, credit = captions.split(line)
    assert words in line
    assert (credit or "") in line


def test_a_line_of_open_brackets_names_no_credit() -> None:
    line = "(Photo: " * 40 + "AFP)"
    assert captions.split(line) == (line, None)


@pytest.mark.parametrize(
    ("line", "words", "credit"),
    [
        ("The boat at the quay.Ines Moreau / Harbor Daily", "The boat at the quay.", "Ines Moreau / Harbor Daily"),
        ("De boot aan de kadeANP", "De boot aan de kade", "ANP"),
        ("The boat at the quay.Photographer: Ines Moreau/Bloom", "The boat at the quay.", "Ines Moreau/Bloom"),
        (
            "Le bateau à quai, le 3 juin. INES MOREAU POUR « LE COURRIER »",
            "Le bateau à quai, le 3 juin.",
            "INES MOREAU POUR « LE COURRIER »",
        ),
        ("The boat at the quay. (Ines Moreau for The Courier)", "The boat at the quay.", "Ines Moreau for The Courier"),
        ("Le port de Hadder. Ines Moreau / AFP", "Le port de Hadder.", "Ines Moreau / AFP"),
        ("La barca in porto (ansa)", "La barca in porto", "ansa"),
    ],
)
def test_words_and_credit_side_by_side_in_a_captions_element(line: str, words: str, credit: str) -> None:
    assert captions.beside(line) == (words, credit)


@pytest.mark.parametrize(
    "line", ["They bought a keyboard for the MacBook Pro", "The boat that sails by night.", "He works for NASA"]
)
def test_capitals_within_a_line_name_nobody(line: str) -> None:
    assert captions.split(line) == (line, None)
