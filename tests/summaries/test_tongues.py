"""Numbers, days, negations and opposites in other languages than English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.summaries.amounts import amounts
from reader.summaries.tongues import KNOWN, contrary_in


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("de", "Zwölf Höfe zahlen 3,4 Millionen Euro.", {"12", "3400000"}),
        ("fr", "Quatorze maires, 4 200 habitants et 1,9 milliard d’euros.", {"14", "4200", "1900000000"}),
        ("es", "Más de trescientas personas vinieron el lunes de mayo.", {"300", "lunes", "mayo"}),
        ("it", "Otto barche partono sabato.", {"8", "sabato"}),
        ("pt", "Vinte barcos e 1,5 milhões de euros em março.", {"20", "1500000", "março"}),
        ("nl", "Acht pijlers kosten 14 miljoen euro.", {"8", "14000000"}),
    ],
)
def test_numbers_and_days_are_known_as_words(language: str, text: str, values: set[str]) -> None:
    assert {it.value for it in amounts(text, language)} == values


@pytest.mark.parametrize(
    ("language", "said", "held"),
    [
        ("de", "Der Verein will nicht vor Gericht ziehen.", "Der Verein will nun vor Gericht ziehen."),
        ("de", "Im Sommer kamen mehr Besucher.", "Im Sommer kamen weniger Besucher."),
        ("fr", "La cour a confirmé le permis.", "La cour a annulé mercredi le permis."),
        ("es", "Los vecinos apoyan el plan.", "Los vecinos rechazan el plan."),
        ("it", "Il pescatore non ha venduto la barca.", "Il pescatore ha venduto la barca."),
        ("pt", "Os motoristas pedem menos veículos.", "Os motoristas pedem mais veículos."),
        ("nl", "De gemeente opent de brug.", "De gemeente sluit de brug."),
    ],
)
def test_the_contrary_is_seen(language: str, said: str, held: str) -> None:
    assert contrary_in(language, said, held)


@pytest.mark.parametrize(
    ("language", "said", "held"),
    [
        ("de", "Der Verein zieht vor Gericht.", "Der Verein will nun vor Gericht ziehen."),
        ("de", "Das Bad ist nicht vor 2029 fertig.", "Das Bad ist frühestens 2029 fertig."),
        ("de", "Mehr Besucher kamen.", "Weniger Regen fiel im Juli in Moosbach und Altenried, und Besucher kamen."),
        ("fr", "L’étude ne suffisait pas.", "L’étude était insuffisante."),
        ("es", "Hay menos plazas.", "No hay un bar. Los vecinos rechazan el plan."),  # about something else
        ("ja", "橋は閉まる。", "橋は開く。"),  # nothing is known of it
    ],
)
def test_what_is_only_put_otherwise_is_none(language: str, said: str, held: str) -> None:
    assert not contrary_in(language, said, held)


@given(st.text(max_size=200), st.text(max_size=200), st.sampled_from(sorted(KNOWN | {"ja"})))
def test_any_text_in_any_language_is_read(said: str, held: str, language: str) -> None:
    assert contrary_in(language, said, held) in {True, False}
    assert all(0 <= it.at < len(said) for it in amounts(said, language))
