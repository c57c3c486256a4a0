"""A publisher's summary against its article: what supports a sentence, and what is caught."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Block, Point, PublisherSummary
from reader.summaries import check, summaries
from tests.builders import an_article
from tests.summaries.pairs import PAIRS


def checked(body: tuple[str, ...], *said: str) -> tuple[Point, ...]:
    return check(an_article(*body, title="News", publisher_summary=PublisherSummary("Key points", "\n".join(said))))


def test_of_forty_pairs_nearly_all_are_told_apart() -> None:
    """At least 19 of 20 supported sentences at the right block, 18 of 20 planted errors marked."""
    matched = marked = 0
    for body, said in PAIRS:
        for (_, block), found in zip(said, checked(body, *(text for text, _ in said)), strict=True):
            if block is None:
                marked += found.place is None or bool(found.unknown)
            else:
                matched += found.place is not None and found.place.index == block and not found.unknown
    assert matched >= 19
    assert marked >= 18


BODY = (
    "The bakery on Quay Street burned down on 3 May. Its owner, Lena Hart, was not hurt.",
    "The fire brigade came with 40 people. Neighbors gave her 12,500 euros within a week.",
)


@pytest.mark.parametrize(
    ("said", "unknown"),
    [
        ("The fire brigade came with 40 people.", []),
        ("The fire brigade came with 400 people.", ["400"]),
        ("Neighbors gave Lena Hart 12,500 euros.", []),
        ("Neighbors gave Lena Hart 12500 euros.", []),
        ("Neighbors gave Greta Moss some 12,500 euros.", ["Greta Moss"]),
    ],
)
def test_figures_and_names_found_nowhere_are_pointed_at(said: str, unknown: list[str]) -> None:
    (found,) = checked(BODY, said)
    assert [said[start:end] for start, end in found.unknown] == unknown


@pytest.mark.parametrize(
    ("said", "supported"),
    [
        ("Its owner was not hurt.", True),
        ("Its owner was hurt.", False),
        ("Neighbors gave more than 12,000 euros within a week.", True),
        ("Neighbors gave more than 21,000 euros within a week.", False),
        ("The town will rent a hall for the winter.", False),
    ],
)
def test_a_turned_around_sentence_is_not_supported(said: str, supported: bool) -> None:
    (found,) = checked(BODY, said)
    assert (found.place is not None) == supported


COUNCIL = (
    "The council of Melby voted 9-4 on 3 May to close the Stanton bakery. Mayor Ellen Korte spoke of a sad day for the harbor.",
    "Fishermen gave the owner a boat. The museum would like to show the oven in summer.",
    "The library lends 300 games to families, more than any other in the county.",
)


@pytest.mark.parametrize(
    ("said", "block"),
    [
        ("Melby's council closed the bakery by a vote of 9-4 on 3 May.", 0),
        ("The owner was given a boat by fishermen.", 1),
        ("The library gave Ellen Korte a boat, an oven and 300 games.", None),  # put together from several
        ("The museum has shown the oven since summer.", None),  # still to come
        ("Fishermen rescued a whale.", None),  # one word of three
        ("More than any other library of the county, it lends games to families: 300.", 2),
    ],
)
def test_a_sentence_is_held_against_the_passage_that_says_most_of_it(said: str, block: int | None) -> None:
    (found,) = checked(COUNCIL, said)
    assert (found.place.index if found.place else None) == block


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (  # a lead names nobody, the next block does
            (
                "A retired postman has walked every street of Melby, and the neighbors in Bramble Close cheered.",
                "Derek Oyelaran, 71, began after a heart attack. A friend in Bramble Close had told him to.",
            ),
            "Derek Oyelaran, a retired postman, has walked every street of Melby.",
        ),
        (  # "of" is no name
            (
                "The University of Ardley tested birds.",
                "“Nobody wants to harm them,” said Dr Cannelle Roussel. She advised owners to use tablets instead of drops.",
            ),
            "Cannelle Roussel advised owners to use tablets instead of drops.",
        ),
        (("The council closed the bakery by nine votes to four.",), "The council voted 9-4 to close the bakery."),
    ],
)
def test_names_and_scores_may_stand_otherwise(body: tuple[str, ...], said: str) -> None:
    (found,) = checked(body, said)
    assert found.place is not None


HALL = (
    "Lena Hart, 34, bakes in Melby. In spring she told Piet Moss of the harbor trust about her debts.",
    "Neighbors collected 12,500 euros for the baker on November 7, and Hart thanked them in the hall.",
    "Nobody does not have to pay for bread in Ostby, where Jonas Lund bakes for the school without being paid.",
)


@pytest.mark.parametrize(
    "said",
    [
        "Lena Hart, 34, thanked the neighbors in the hall.",  # her age stands elsewhere
        "Neighbors collected 12,500 euros on Nov 7.",
    ],
)
def test_what_the_article_says_elsewhere_of_the_same_is_no_reason_to_doubt(said: str) -> None:
    (found,) = checked(HALL, said)
    assert found.place is not None and found.place.index == 1


def test_somebody_else_who_stands_elsewhere_is_doubted() -> None:
    (found,) = checked(HALL, "Neighbors collected 12,500 euros for the baker, and Piet Moss thanked them in the hall.")
    assert found.place is None and found.doubt is not None


def test_a_name_that_stands_nowhere_is_marked_and_leads_to_the_passage() -> None:
    said = "Neighbors collected 12,500 euros for the baker of Gullmar in the hall."
    (found,) = checked(HALL, said)
    assert found.place is not None and found.place.index == 1
    assert [said[start:end] for start, end in found.unknown] == ["Gullmar"]


def test_what_need_not_be_is_not_denied() -> None:
    body = ("Guests do not have to be members of the Harbor Club to sail with it.",)
    assert [it.place is not None for it in checked(body, "Members of the Harbor Club sail with guests.")] == [True]


def test_what_a_sentence_denies_speaks_only_of_what_is_about_the_same() -> None:
    body = (
        "A bus had crossed the bridge at dawn, before it fell. Until it is replaced, helicopters fly in food and medicine.",
    )
    denied, other = checked(
        body, "A bus had not crossed the bridge at dawn.", "Nobody was on the bridge at dawn when it fell."
    )
    assert denied.place is None
    assert other.place is not None


@pytest.mark.parametrize(
    ("said", "supported"),
    [
        ("The bakery burned down on 3 May and people gave its owner 12,500 euros.", True),  # two sentences far apart
        ("The bakery burned down on 3 May and people gave its owner 21,500 euros.", False),
        ("Firemen came on Tuesday.", True),
        ("Firemen came on Friday.", False),
        ("The lawyer Lena Hart was not hurt.", True),
        ("The baker Lena Hart was not hurt.", False),
    ],
)
def test_parts_may_stand_apart_but_each_has_to_stand_there(said: str, supported: bool) -> None:
    body = (
        "The bakery on Quay Street burned down on 3 May. The lawyer Lena Hart, who lives above it, was not hurt.",
        "Firemen came on Tuesday to look for the cause. They found an old iron; the baker Greta Moss had forgotten it.",
        "A song was sung on Friday. In Melby, people gave its owner 12,500 euros within a week.",
    )
    (found,) = checked(body, said)
    assert (found.place is not None) is supported


def test_a_day_has_to_be_named_near_what_happened_on_it() -> None:
    body = ("Firemen came from Melby to look for the cause of the fire.", "A choir sang on Friday.")
    bare, dated = checked(body, "Firemen came from Melby.", "Firemen came from Melby on Friday.")
    assert bare.place is not None
    assert dated.place is None


@pytest.mark.parametrize(
    ("language", "body", "said", "checked_there"),
    [
        ("ja", "橋は月曜日に閉まる。", "市長が泣いた。", False),
        ("pl", "Most jest zamknięty od poniedziałku.", "Burmistrz płakał.", False),
        ("de", "Die Brücke ist seit Montag zu.", "Der Pfarrer weinte.", True),
        ("", "The bridge is closed.", "The mayor wept.", True),
    ],
)
def test_without_rules_for_a_language_nothing_is_said_to_be_missing(
    language: str, body: str, said: str, checked_there: bool
) -> None:
    (found,) = check(an_article(body, language=language, publisher_summary=PublisherSummary("In short", said)))
    assert found.place is None
    assert found.checked is checked_there


def test_the_publishers_points_carry_their_support() -> None:
    article = an_article(
        *BODY, publisher_summary=PublisherSummary("Key points", "The bakery burned down on 3 May.\nA thief was seen.")
    )
    own, _ = summaries(article)
    first, second = own.points
    assert first.place is not None
    assert (
        article.blocks[0].text[first.place.start : first.place.end].startswith("The bakery on Quay Street burned down")
    )
    assert second.place is None


FINED = "Last year the harbor master fined the bakery, and Greta Moss paid for it."


@pytest.mark.parametrize(
    ("said", "doubt", "nearest"),
    [
        ("Its owner was hurt.", "contrary", "Its owner, Lena Hart, was not hurt."),
        ("The fire brigade came with 400 people.", "numbers", "The fire brigade came with 40 people."),
        ("Last year Lena Hart paid for the bakery.", "names", FINED),
        ("The bakery fined the harbor master last year.", "who", FINED),
        ("The bakery burned down on a Friday.", "when", "The bakery on Quay Street burned down on 3 May."),
        ("Firemen on Mars drank lemonade beneath a yellow people.", "nowhere", "The fire brigade came with 40 people."),
    ],
)
def test_a_doubted_sentence_leads_to_what_comes_nearest_and_says_why(said: str, doubt: str, nearest: str) -> None:
    body = (*BODY, FINED)
    (found,) = checked(body, said)
    assert found.place is None and found.nearest is not None
    at = found.nearest
    assert (found.doubt, body[at.index][at.start : at.end]) == (doubt, nearest)


def test_what_stands_there_is_not_doubted_and_what_has_no_word_of_the_text_has_nothing_near() -> None:
    there, nowhere = checked(BODY, "Its owner was not hurt.", "Submarines glitter magnificently.")
    assert (there.doubt, there.nearest) == (None, None)
    assert (nowhere.doubt, nowhere.nearest) == ("nowhere", None)


def test_in_another_language_what_was_put_together_is_doubted_as_that() -> None:
    body = ("Die Brücke in Melby ist seit Montag gesperrt.", "Der Bäcker verkauft den Kindern jeden Morgen Brezeln.")
    said = "Die Kinder in Melby kaufen seit Montag Brezeln beim Bäcker."
    (found,) = check(an_article(*body, language="de", publisher_summary=PublisherSummary("Kurz", said)))
    assert (found.place, found.doubt) == (None, "pieces") and found.nearest is not None


def test_a_sentence_without_end_is_checked_by_its_beginning() -> None:
    """Held against each other whole, these two take minutes."""
    (found,) = checked(("Ek has 9 Lind, 5 to " * 5_000,), "Lind beat 5 Ek to 9 will " * 5_000 + "and 77 wolves")
    assert found.unknown == ((len(found.text) - 9, len(found.text) - 7),)


def test_without_a_summary_there_is_nothing_to_check() -> None:
    assert check(an_article(*BODY)) == ()
    assert check(an_article(*BODY, publisher_summary=PublisherSummary("AI summary"))) == ()


def test_an_article_without_text_supports_nothing() -> None:
    (found,) = check(
        Article("Fire", publisher_summary=PublisherSummary("In short", "The bakery burned down on 3 May."))
    )
    assert found.place is None


@given(st.text(max_size=200), st.text(max_size=300), st.sampled_from([None, "en", "de", "ja"]))
def test_any_summary_of_any_text_is_checked(said: str, text: str, language: str | None) -> None:
    article = Article("", (Block("paragraph", text),), language=language, publisher_summary=PublisherSummary("", said))
    for found in check(article):
        assert found.text in said
        assert all(0 <= start < end <= len(found.text) for start, end in found.unknown)
        assert found.place is None or text[found.place.start : found.place.end].strip()
        assert (found.place is None) == (found.doubt is not None)
        assert found.nearest is None or text[found.nearest.start : found.nearest.end].strip()
