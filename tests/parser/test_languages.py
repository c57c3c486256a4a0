"""Which language a page is in: its tag, its words, its script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parser.languages import of_page, of_text

TEXTS = {
    "en": "The ferry came in late last night, and nobody who was waiting on the quay knew why it had been held up at sea.",
    "de": "Die Fähre kam gestern Abend zu spät, und niemand, der am Kai wartete, wusste, warum sie auf dem Meer blieb.",
    "fr": "Le bac est arrivé en retard hier soir, et personne ne savait pourquoi il avait été retenu dans la baie avec ses passagers.",
    "es": "El barco llegó tarde anoche y nadie de los que esperaban en el muelle sabía por qué se había quedado en el mar.",
    "it": "Il traghetto è arrivato tardi ieri sera e nessuno di quelli che aspettavano sul molo sapeva il perché della lunga sosta.",
    "pt": "O barco chegou tarde ontem à noite e ninguém que esperava no cais sabia por que ele não tinha saído mais cedo do porto.",
    "nl": "De veerboot kwam gisteravond te laat en niemand die op de kade stond te wachten wist waarom het zo lang duurde.",
    "pl": "Prom przypłynął wczoraj późno i nikt z tych, którzy czekali na nabrzeżu, nie wiedział, że to się tak długo potrwa.",
    "ru": "Паром пришёл вчера поздно, и никто из тех, кто ждал на причале, не знал, что он так долго стоял в море.",
    "sv": "Färjan kom för sent i går kväll och ingen av dem som väntade på kajen visste att den hade legat kvar till havs.",
    "fi": "Lautta tuli eilen illalla myöhässä, eikä kukaan laiturilla tiennyt, että se oli ollut merellä ja odottanut kuin muut.",
    "tr": "Vapur dün akşam geç geldi ve iskelede bekleyen hiç kimse bu kadar uzun süre için neden denizde kaldığını bilmiyordu.",
    "el": "Το πλοίο έφτασε αργά χθες το βράδυ και κανείς από όσους περίμεναν στην αποβάθρα δεν ήξερε γιατί.",
    "ja": "昨日の夜、船は遅れて着きました。岸壁で待っていた人は誰も、なぜ海の上に長くとどまっていたのかを知りませんでした。待つしかなかったのです。",
    "zh": "昨天晚上船到得很晚，在码头上等候的人都不知道它为什么在海上停留了那么久，大家只好一直等到早上才回家去，谁也没有说话。昨天晚上船到得很晚。",
    "ko": "어젯밤 배가 늦게 도착했고 부두에서 기다리던 사람들은 왜 그렇게 오래 바다에 머물렀는지 아무도 알지 못했습니다. 그저 기다릴 뿐이었습니다.",
    "th": "เมื่อคืนนี้เรือมาถึงช้า และไม่มีใครที่รออยู่บนท่าเรือรู้ว่าทำไมเรือจึงอยู่ในทะเลนานขนาดนั้น",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_tells_its_language(language: str) -> None:
    assert of_text([TEXTS[language]]) == language


@pytest.mark.parametrize(
    ("said", "wanted"), [("de", "de"), ("de-AT", "de"), ("EN_us", "en"), ("nb-NO", "no"), ("pt-BR", "pt")]
)
def test_what_a_page_says_is_believed(said: str, wanted: str) -> None:
    assert of_page(said, []) == wanted


def test_words_that_plainly_say_otherwise_are_believed_more() -> None:
    assert of_page("en", [TEXTS["de"] * 2]) == "de"
    assert of_page("en", [TEXTS["th"]]) == "th"
    assert of_page("de", ["A few English words in a headline, and hardly anything that would tell"]) == "de"


@pytest.mark.parametrize("said", ["", "x", "english please", "{{lang}}", "123"])
def test_nonsense_in_the_tag_leaves_it_to_the_words(said: str) -> None:
    assert of_page(said, [TEXTS["fr"]]) == "fr"


def test_too_few_words_tell_nothing() -> None:
    assert of_text(["Menu", "Home"]) is None
    assert of_text([]) is None
    assert of_page("", ["404"]) is None


@given(st.text(max_size=50), st.lists(st.text(max_size=200), max_size=5))
def test_any_page_has_a_short_code_or_none(said: str, texts: list[str]) -> None:
    language = of_page(said, texts)
    assert language is None or (2 <= len(language) <= 3 and language.isalpha())
