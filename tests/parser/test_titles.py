"""The headline among what a page claims and what it sets as headings."""

from __future__ import annotations

import pytest

from reader.parser.structured import Claims
from reader.parser.titles import choose

URL = "https://www.harbor-courier.example/city/tide-gate"
CLAIMED = "Tide gate: best times to cross, prices and more"


def chosen(*headings: str, lesser: tuple[str, ...] = (), title: str = CLAIMED, site: str = "Harbor Courier") -> str:
    """The headline of a page that claims a title."""
    return choose(Claims(title=title, meta={"og:site_name": [site]}), list(headings), URL, lesser)


def test_the_only_heading_is_the_headline_though_search_engines_are_told_otherwise() -> None:
    assert (
        chosen("When to cross at the tide gate and what it costs") == "When to cross at the tide gate and what it costs"
    )


@pytest.mark.parametrize("heading", ["A list of everything we love here", "Menu", "Harbor Courier", "Gate"])
def test_a_heading_of_something_else_is_not(heading: str) -> None:
    assert chosen(heading) == CLAIMED


def test_one_of_several_headings_has_to_say_half_of_what_is_claimed() -> None:
    assert chosen("Where to cross the river gate by night", "Our newsletters") == CLAIMED


def test_a_word_of_a_long_title_is_not_the_headline() -> None:
    assert chosen("Gate", "Prices", title="How the gate, the ferry and the bridge came to be closed") != "Gate"
    assert chosen("Gate", title="Gate – The river by night") == "Gate"


@pytest.mark.parametrize(
    ("title", "lesser", "wanted"),
    [
        (
            "What do pilots love about fog? | Pilots’ Notes",
            "What do pilots love about fog?",
            "What do pilots love about fog?",
        ),
        ("The gate closes twice a week / Photo essay", "Something else", "The gate closes twice a week / Photo essay"),
        ("Fog over the harbor", "Fog Over the Harbor", "Fog Over the Harbor"),
    ],
)
def test_the_heading_that_says_a_claim_or_a_part_of_one(title: str, lesser: str, wanted: str) -> None:
    assert chosen("But what they fear is the silence", lesser=("Contact", lesser), title=title) == wanted


def test_a_claim_for_machines_is_heard_before_a_title_that_names_the_blog() -> None:
    claims = Claims(
        title="Pilot Data Blog: Small boats, small engines", meta={"og:title": ["Small boats, small engines"]}
    )
    assert choose(claims, ["Pilot Data Blog", "Engines", "Boats"], URL) == "Small boats, small engines"


def test_a_title_of_megabytes_is_cut() -> None:
    title = chosen("x", title="gates and tides | " * 300_000)
    assert 0 < len(title) <= 1_000


def test_a_kicker_before_the_headline_is_none_of_it() -> None:
    title = "Town buys back its works - THE GAZETTE"
    assert chosen(lesser=("Water: Town buys back its works",), title=title, site="") == "Town buys back its works"
    assert (
        chosen("Town buys works", lesser=("Water: Town buys back its works",), title=title, site="")
        == "Town buys works"
    )


def test_in_scripts_without_spaces_a_part_of_the_title_is_the_heading() -> None:
    assert chosen("小镇买回自来水厂", title="小镇买回自来水厂_海岸新闻", site="") == "小镇买回自来水厂"


def test_of_two_headings_that_a_title_says_the_last_is_the_sites_name() -> None:
    title = "Clock loses a minute after oiling - Small Wheels Forum"
    assert (
        chosen("Small Wheels Forum", "Clock loses a minute after oiling", title=title, site="")
        == "Clock loses a minute after oiling"
    )


def test_without_any_claim_a_lesser_heading_is_the_headline() -> None:
    assert (
        chosen(lesser=("Menu", "What the keeper of the light saw"), title="", site="")
        == "What the keeper of the light saw"
    )


def test_a_blog_s_name_before_the_headline_is_none_of_it_though_it_is_the_only_h1() -> None:
    title = "Locks of the Arn: The gate of Melby"
    lesser = ("Locks of the Arn", "Friday, May 3", "The gate of Melby")
    assert chosen("Locks of the Arn", lesser=lesser, title=title, site="") == "The gate of Melby"
    assert chosen("The gate of Melby", lesser=lesser, title=title, site="") == "The gate of Melby"


def test_a_chapter_that_shares_only_an_article_with_the_title_is_not_the_headline() -> None:
    assert chosen("The gate", "Money", title="Minutes of the board", site="") == "Minutes of the board"
    assert chosen("The gate", "Money", title="The gate of Melby", site="") == "The gate"
