"""Sentences as a reader would count them, in several languages, and offsets that can be trusted."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.abbreviations import EITHER, NUMBERED, OPENERS, TITLES
from reader.text.sentences import language_of, sentences


def cut(text: str, language: str | None = None) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


CASES: dict[str, tuple[str, list[str]]] = {
    "titles and initials": (
        "en",
        ["Mr. Hale met Dr. A. B. Osei on Jan. 5.", "They talked."],
    ),
    "acronyms before a noun and at the end": (
        "en",
        ["The U.S. Navy agreed.", "She left the U.S.", "They stayed at 3 p.m.", "It rained."],
    ),
    "decimals and numbers": ("en", ["It cost $3.50 a ride.", "No. 5 sank in 1999.", "Boats followed."]),
    "a question with its speaker": ("en", ["“Why now?” Moreau asked.", "“Go!” he cried.", "“Stop.”", "Nobody moved."]),
    "a quotation of two sentences": ("en", ["“It was cold.", "We left,” she said.", "The bay froze."]),
    "brackets and ellipsis": ("en", ["He paid (twice.)", "Then… nothing.", "She waited…", "The bell rang."]),
    "a brand's own mark": ("en", ["Yahoo! is older than that.", "It rained."]),
    "numbered points": ("en", ["1. Fill the tank.", "2. Start the engine."]),
    "a lost space": ("en", ["It was over, he said.", "The crew went home."]),
    "references to notes": (
        "en",
        ["The board agreed.[1]", "It rained.[12][13]", "“Go!”[a]", "Nobody left.[citation needed]", "The bay froze."],
    ),
    "references that are bare": (
        "en",
        ["The board agreed.1", "The bay froze.12", "On p.3 Lee found version 2.5 Bytes."],
    ),
    "what goes on in brackets": ("en", ["The board agreed.", "[They] left.", "It rose to 3.[4] of 5 boats."]),
    "German ordinals": (
        "de",
        ["Am 3. Oktober kam Dr. Klein, z. B. mit der 2. Mannschaft.", "Es waren 30.", "Der Rest blieb."],
    ),
    "German quotes": ("de", ["„Das ist gut.“", "Sie ging.", "»Nie wieder!«", "Niemand lachte."]),
    "a year ends a German sentence": ("de", ["Das war im Jahr 2019.", "Ahrens kam später."]),
    "French spaces and guillemets": (
        "fr",
        ["Il a dit : « Non ! »", "Puis il partit.", "M. Roux a payé.", "Où est-il ?", "Là."],
    ),
    "Spanish openings": ("es", ["¿Qué pasa?", "¡Nada!", "El Sr. Vidal llegó a EE. UU. el lunes.", "Pagó 3.500 euros."]),
    "Italian": ("it", ["Il dott. Riva parla con S.E. Neri, Ferrari ecc. in aula.", "È tardi.", "L’art. 5 resta."]),
    "Portuguese": ("pt", ["O Sr. Lima chegou às 15h.", "A Dra. Reis não.", "Custa R$ 3,50."]),
    "Dutch": ("nl", ["De heer dr. Bakker zei o.a. dat het mag.", "‘Ja.’", "Hij liep weg."]),
    "Swedish": ("sv", ["Det kostar t.ex. 3.5 kronor.", "Han gick."]),
    "German decimals and numbers of a license": (
        "de",
        ["Es waren im Schnitt 1,15.", "Quelle ist das Amt.", "Zugelassen ist es mit Zul.-Nr. 12 seit Mai."],
    ),
    "a mark in brackets": ("en", ["Two women (!) Tories among them signed it.", "Nobody else did."]),
    "Polish": ("pl", ["W 3. rundzie wygrał dr Nowak, tj. lekarz.", "Nie było go."]),
    "Russian": ("ru", ["В 1999 г. Москва молчала.", "Он ушёл."]),
    "Chinese": ("zh", ["他来了。", "“我们走吧。”", "他说。", "好！"]),
    "Japanese brackets": ("ja", ["「雨が降った。寒かった。」と彼は言った。", "「行こう。」", "彼は笑った。"]),
    "Hindi and Arabic": ("hi", ["यह सच है।", "वह गया।", "هل ذهبت؟", "نعم."]),
}


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_where_a_reader_ends_them(case: str) -> None:
    language, expected = CASES[case]
    space = "" if language in {"zh", "ja"} else " "
    assert cut(space.join(expected), language) == expected


def test_a_lost_space_is_seen_only_before_a_usual_opener() -> None:
    assert cut("It was over, he said.The crew went home.") == ["It was over, he said.", "The crew went home."]
    assert cut("He uses paint.Net and node.JS daily.") == ["He uses paint.Net and node.JS daily."]


def test_tokenized_quotes_are_told_by_counting() -> None:
    text = 'He said . \' We go . \' The man left . " Yes . " " No . "'
    assert cut(text) == ["He said .", "' We go . '", "The man left .", '" Yes . "', '" No . "']


def test_tokenized_text_in_small_letters_is_cut_before_an_opening_mark() -> None:
    assert cut("they lost . ‘ we go on . ’ he left") == ["they lost .", "‘ we go on . ’ he left"]


def test_marks_are_counted_over_the_whole_text() -> None:
    text = "He said . ' We go . ' " * 40
    assert set(cut(text)) == {"He said .", "' We go . '"}


def test_a_blank_line_ends_a_sentence_and_a_single_one_does_not() -> None:
    assert cut("no end here\n\nnew piece") == ["no end here", "new piece"]
    assert cut("one line\nthat goes on. Next.") == ["one line\nthat goes on.", "Next."]


def test_the_language_is_guessed_when_it_is_not_told() -> None:
    german = "Am 3. Oktober kam die Fähre nicht. Der Hafen war zu, und das Eis lag auf dem Fluss."
    assert language_of(german) == "de"
    assert cut(german) == cut(german, "de-AT")
    assert len(cut(german, "en")) == 3
    assert language_of("12 34") == ""


def test_an_unknown_language_is_cut_by_the_general_rules() -> None:
    assert cut("Tämä on totta. Se on 3. Oulu.", "fi") == ["Tämä on totta.", "Se on 3. Oulu."]


def test_nothing_in_nothing_out() -> None:
    assert sentences("") == []
    assert sentences(" \n\t ") == []
    assert cut("...") == ["..."]


def test_the_word_lists_have_the_same_languages() -> None:
    assert set(TITLES) == set(NUMBERED) == set(EITHER) == set(OPENERS)
    assert all(
        word == word.lower()
        for table in (TITLES, NUMBERED, EITHER, OPENERS)
        for words in table.values()
        for word in words
    )


SCRAPS = st.lists(
    st.sampled_from(
        [*".!?…。」「”“\"'»« \n\u00a0", "Mr", "U.S", "a", "The", "said", "3", "\n\n", "Ö", "！", "ж", ") "]
    ),
    max_size=40,
).map("".join)


@given(st.one_of(st.text(max_size=200), SCRAPS), st.sampled_from([None, "en", "de", "xx", "zh"]))
def test_every_visible_character_lies_in_one_sentence(text: str, language: str | None) -> None:
    spans = sentences(text, language)
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@pytest.mark.parametrize("unit", [".", "a. ", "' . ", "「", "\n ", ".' A", "Mr. ", '"?" A b c d e '])
def test_long_runs_are_read_once(unit: str) -> None:
    """A hundred thousand marks: quadratic time would not come back from this within a minute."""
    text = unit * (100_000 // len(unit))
    spans = sentences(text)
    assert not spans or spans[-1][1] == len(text.rstrip())
