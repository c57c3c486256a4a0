from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.variants import Names, is_variant, variants

SPELLINGS = """
zelensky zelenskiy | zelensky zelenskyy | zelenskiy zelenskyy | zelensky selenskyj | zelensky zelenski
muhammad mohammed | muhammad mohammad | mohamed mohammed | osama usama | gaddafi kadhafi | gaddafi qaddafi
gaddafi gadhafi | hussein hussain | hussein husain | hossein hussein | sergey sergei | alexei aleksey | alexei alexey
navalny nawalny | navalny navalniy | navalny navalnyi | kyiv kiev | kharkiv kharkov | lviv lvov | odesa odessa
beijing peking | julia yulia | maria mariya | sofia sophia | yakov jakov | hassan hasan | romanov romanoff
romanov romanow | baghdad bagdad | khartoum khartum | houthi huthi | mahmoud mahmud | stefan stephan | thomas tomas
erik eric | kuwait kuweit | susan suzan | karl carl | dmitry dmitri | dmitry dmitriy | yuri yuriy | fyodor fiodor
lavrov lawrow | shoigu schoigu | medvedev medwedew | lukashenko lukaschenko | ahmed akhmed | barkley barkly
tereshchenko tereschenko | shcherbakov scherbakov | khamenei khameney | rafiq rafik | tariq tarik
putin poutine | hezbollah hizbollah | katherine katerine
""".replace("\n", "|")

STRANGERS = """
paris parish | iran iraq | austria australia | zelensky zelenska | martin marten | martin morton | berlin merlin
maria marie | anna anne | putin putina | karen koran | kerry carry | kerry karry | ankara angara |
india indian | niger nigeria | slovakia slovenia | mali male | brown braun | march marsh | march mark | china chin
georgia george | west vest | smith smit | allan ellen | roman romania | korea koran | trump tramp
oman omen | peru pera | cuba cube | sanders senders | dallas delles | chad ched | macron micron | stubb stab
rutte rote | merkel markel | johnson jensen | scholz schulz | clinton clanton | obama osama | morgan margin
johnson johnsons | bush busch | harris harass | lagos legos | kabul kebab | minsk manske
moscow mosque | seoul soul | delhi deli | bonn bone | texas taxes | miami mama | lisa liza | israel israeli
""".replace("\n", "|")


def pairs(text: str) -> list[tuple[str, str]]:
    found = [part.split() for part in text.split("|") if part.strip()]
    return [(one, other) for one, other in found]


@pytest.mark.parametrize(("one", "other"), pairs(SPELLINGS))
def test_spellings_of_one_name_are_variants(one: str, other: str) -> None:
    assert is_variant(one, other)
    assert is_variant(other, one)


@pytest.mark.parametrize(("one", "other"), pairs(STRANGERS))
def test_other_names_are_none(one: str, other: str) -> None:
    assert not is_variant(one, other)
    assert not is_variant(other, one)
    assert not is_variant(one, one)


def test_a_vocabulary_gives_its_spellings_in_order() -> None:
    words = ["Zelenskyy", "Paris", "Zelenskiy", "Parish", "Kyiv"]
    assert variants("zelensky", words) == ("Zelenskyy", "Zelenskiy")
    assert variants("Kiev", words) == ("Kyiv",)
    assert variants("Paris", words) == ()
    assert Names(words).variants("Zé") == ()
    assert Names(["Kyiv 2", "4711", "Kyiv"]).variants("Kiev 2") == ()
    assert Names(["4711", "4-711"]).variants("4711") == ()


@given(st.text(max_size=20), st.text(max_size=20))
def test_it_makes_no_difference_who_is_asked_first(one: str, other: str) -> None:
    assert is_variant(one, other) == is_variant(other, one)


@given(st.text(max_size=20), st.lists(st.text(max_size=8)))
def test_any_word_may_be_asked(word: str, vocabulary: list[str]) -> None:
    assert set(variants(word, vocabulary)) <= set(vocabulary)
