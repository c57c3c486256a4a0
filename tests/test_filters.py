"""Rules on entries: what they take, what they do, and that a foolish one is refused."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.errors import UsageError
from reader.filters import (
    Rule,
    Subject,
    Verdict,
    asked,
    check,
    decide,
    described,
    doing,
    done,
    from_value,
    matches,
    sure,
    to_value,
    tried,
    which,
)

FERRY = Subject(
    title="Ferry line to reopen in May",
    text="The harbor ferry will sail again, “with a new crew”, said Inès Moreau. Bus 9 ends at the pier.",
    source="Harbor Courier",
    address="https://courier.example/feed",
    folder="Local/Harbor",
    authors=("Inès Moreau", "Tom Ek"),
    language="en-GB",
    tags=("transport",),
)


@pytest.mark.parametrize(
    ("rule", "takes"),
    [
        (Rule(words="ferry"), True),
        (Rule(words="FERRY pier"), True),
        (Rule(words="ferry train"), False),
        (Rule(words="ferr"), False),
        (Rule(words="ferr*"), True),
        (Rule(words='"new crew"'), True),
        (Rule(words='"crew new"'), False),
        (Rule(words="ferry -train"), True),
        (Rule(words="ferry -harbor"), False),
        (Rule(words='ferry -"new crew"'), False),
        (Rule(words="ines"), True),
        (Rule(words="9"), True),
        (Rule(source="courier"), True),
        (Rule(source="courier.example"), True),
        (Rule(source="Local"), True),
        (Rule(source="gazette"), False),
        (Rule(author="moreau"), True),
        (Rule(author="Ek"), True),
        (Rule(author="Smith"), False),
        (Rule(language="en"), True),
        (Rule(language="EN-gb"), True),
        (Rule(language="e"), False),
        (Rule(language="de"), False),
        (Rule(tag="Transport"), True),
        (Rule(tag="trans"), False),
        (Rule(words="ferry", author="smith"), False),
        (Rule(words="ferry", author="ek", language="en", source="harbor", tag="transport"), True),
    ],
)
def test_a_rule_takes_what_answers_all_that_it_asks(rule: Rule, takes: bool) -> None:
    assert matches(rule, FERRY) is takes


def test_words_of_scripts_without_spaces_are_found() -> None:
    assert matches(Rule(words="東京"), Subject(title="今日の東京の天気"))
    assert not matches(Rule(words="大阪"), Subject(title="今日の東京の天気"))


@pytest.mark.parametrize("rule", [Rule(hide=True), Rule(words="  ", hide=True), Rule(words='"" -', hide=True)])
def test_a_rule_that_asks_nothing_takes_nothing_and_is_refused(rule: Rule) -> None:
    assert not matches(rule, FERRY)
    with pytest.raises(UsageError, match="every entry"):
        check(rule)


def test_a_rule_that_does_nothing_is_refused() -> None:
    with pytest.raises(UsageError, match="do nothing"):
        check(Rule(words="ferry"))


def test_rules_that_match_act_together_and_say_so() -> None:
    rules = [
        Rule("ferries", words="ferry", tags=("boats", "water"), read=True),
        Rule("crew", words="crew", tags=("water", "people")),
        Rule("trains", words="train", hide=True),
    ]
    assert decide(rules, FERRY) == Verdict(read=True, tags=("boats", "water", "people"), because=("ferries", "crew"))


def test_a_star_keeps_an_entry_from_being_hidden() -> None:
    rules = [Rule(source="courier", hide=True), Rule(author="moreau", star=True)]
    verdict = decide(rules, FERRY)
    assert verdict.star
    assert not verdict.hide
    assert decide(rules[:1], FERRY).hide


def test_no_rules_do_nothing() -> None:
    assert decide([], FERRY) == Verdict()


def test_a_rule_is_tried_on_what_is_there() -> None:
    shelf = [Subject(title="Storm at sea"), FERRY, Subject(title="The ferry that never came")]
    assert list(tried(Rule(words="ferry"), shelf)) == [1, 2]


def test_a_rule_tells_what_it_is() -> None:
    assert described(Rule(words="lottery", source="courier", hide=True)) == "words lottery, source courier: hide"
    assert described(Rule(tag="a", read=True, tags=("b",))) == "tag a: mark read, tag b"


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        ("words", "a table"),
        ({"word": "x", "hide": True}, "no “word”"),
        ({"words": 7, "hide": True}, "another kind"),
        ({"words": "x", "hide": "yes"}, "another kind"),
        ({"words": "x", "tags": "one"}, "another kind"),
        ({"words": "x", "tags": [1]}, "another kind"),
        ({"hide": True}, "every entry"),
    ],
)
def test_a_rule_that_cannot_be_read_is_explained(value: object, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        from_value(value)


def test_a_rule_from_outside_brings_no_control_characters() -> None:
    rule = from_value({"words": "fer\x1b[31mry", "tags": ["a\x07b", " "], "hide": True})
    assert rule == Rule(words="fer[31mry", tags=("ab",), hide=True)


line = st.text("abcé日0 -*", max_size=8).map(str.strip)
tags = st.lists(line.filter(bool), max_size=2).map(tuple)
rules = st.builds(Rule, line, line, line, line, line, line, line, st.booleans(), st.booleans(), st.booleans(), tags)


@given(rules)
def test_a_good_rule_comes_back_from_its_value(rule: Rule) -> None:
    try:
        check(rule)
    except UsageError:
        return
    found = from_value(to_value(rule))
    assert to_value(found) == {
        name: value if isinstance(value, bool | list) else " ".join(value.split())
        for name, value in to_value(rule).items()
    } or any(" " in tag for tag in rule.tags)


@given(st.text(max_size=40), st.text(max_size=80))
def test_no_rule_and_no_text_raises(asked: str, text: str) -> None:
    assert matches(Rule(words=asked), Subject(title=text, text=text)) in (True, False)


@given(st.text("abcdeéüßñж", min_size=1, max_size=10))
def test_a_word_of_the_title_is_found_whatever_its_case(word: str) -> None:
    subject = Subject(title=f"before {word} after")
    assert matches(Rule(words=word.upper()), subject)
    assert not matches(Rule(words=f"-{word}"), subject)


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("storm", Rule(words="storm")),
        ('"high water" -ferr* Pier', Rule(words='"high water" -ferr* Pier')),
        ("from:courier by:ek", Rule(source="courier", author="ek")),
        ('Source:"Harbor Courier" tag:x language:de-AT', Rule(source="Harbor Courier", tag="x", language="de-AT")),
        ("#x storm # C#", Rule(words="storm # C#", tag="x")),
        ('author:"Ines', Rule(author="Ines")),
        ("source: storm", Rule(words="storm")),
        ("title: storm", Rule(words="storm")),
        ('title:storm -Title:"high water" pier title:ferr*', Rule(words="pier", title='storm -"high water" ferr*')),
        ("12:30 is:unread", Rule(words="12:30 is:unread")),
        ("", Rule()),
    ],
)
def test_which_entries_is_typed_as_in_a_search(typed: str, rule: Rule) -> None:
    assert which(typed) == rule


@given(st.text(max_size=40))
@example("\x1b#0")
def test_whatever_is_typed_asks_something_or_nothing_and_reads_the_same_when_it_is_written_out(typed: str) -> None:
    rule = which(typed)
    assert matches(rule, FERRY) in (True, False)
    assert asked(which(asked(rule))) == asked(rule) or '"' in typed


def test_words_of_a_title_are_looked_for_there_alone() -> None:
    subject = Subject(title="High water at the pier", text="A storm is near.")
    for typed, taken in [
        ("title:pier", True),
        ("title:storm", False),
        ("title:water title:high storm", True),
        ('title:"water high"', False),
        ("-title:storm storm", True),
        ("-title:pier", False),
    ]:
        assert matches(which(typed), subject) is taken, typed
        assert matches(which(asked(which(typed))), subject) is taken, typed
    rule = from_value(to_value(doing(which("title:pier"), "hide")))
    assert (rule.title, described(rule)) == ("pier", "title pier: hide")


def test_what_is_done_is_typed_too() -> None:
    rule = doing(which("storm"), "hide, #sea #sea Read")
    assert rule == Rule(words="storm", hide=True, read=True, tags=("sea",))
    assert (asked(rule), done(rule)) == ("storm", "hide, mark read, tag sea")
    for typed in ("burn", "#", "hide it", "", "-#sea"):
        with pytest.raises(UsageError):
            doing(which("storm"), typed)
    with pytest.raises(UsageError, match="every entry"):
        doing(which(""), "hide")


def test_a_rule_that_is_off_does_nothing_and_says_so() -> None:
    rule = Rule(words="ferry", hide=True, off=True)
    assert decide([rule], FERRY) == Verdict()
    assert matches(rule, FERRY), "it can still be tried"
    assert described(rule) == "words ferry: hide, off"
    assert from_value(to_value(rule)) == rule


@pytest.mark.parametrize(
    ("rule", "written"),
    [
        (Rule(words='"high water" -ferr*'), '"high water" -ferr*'),
        (Rule(words="storm", source="Harbor Courier"), 'storm source:"Harbor Courier"'),
        (
            Rule(source="courier", author="ek", language="de-AT", tag="sea"),
            "source:courier author:ek language:de-AT tag:sea",
        ),
        (Rule(author="Inès Moreau"), 'author:"Inès Moreau"'),
    ],
)
def test_a_rule_is_written_as_it_is_typed(rule: Rule, written: str) -> None:
    assert asked(rule) == written
    assert which(written) == rule


def test_what_is_refused_is_named_by_its_first_letters() -> None:
    with pytest.raises(UsageError, match=rf"“{'x' * 40}”"):
        doing(which("storm"), "x" * 99)
    with pytest.raises(UsageError, match=rf"“{'x' * 40}”"):
        from_value({"x" * 99: 1})


def test_tags_of_one_letter_and_of_the_same_letters_are_tags() -> None:
    assert doing(which("storm"), "#a,#ab #A").tags == ("a", "ab", "A")


@pytest.mark.parametrize("phrase", ["ferry pier", "new crew", "crew said"])
def test_a_phrase_is_looked_for_as_words_that_follow_each_other(phrase: str) -> None:
    assert matches(Rule(words=f'"{phrase}"'), FERRY) is (phrase in "with a new crew said")


@pytest.mark.parametrize(
    ("asked", "certain"),
    [
        ("storm Höhe", ("storm", "hohe")),
        ("ferr* pier", ("ferr*", "pier")),
        ('"high water*"', ("high", "water*")),
        ('"high water" water', ("high", "water")),
        ("-storm pier", ("pier",)),
        ("東京 9", ("9",)),
        ("-storm", ()),
        ("", ()),
    ],
)
def test_an_index_is_asked_only_for_words_that_must_be_there(asked: str, certain: tuple[str, ...]) -> None:
    assert sure(Rule(words=asked)) == certain


@given(st.lists(st.sampled_from(["sea", "se*", "-fog", '"sea fog"', "fog*", "港", "É", '"a  sea"', "a-b"]), max_size=4))
def test_what_a_rule_takes_has_all_the_words_that_an_index_was_asked_for(asked: list[str]) -> None:
    rule = Rule(words=" ".join(asked))
    for text in ("sea fog", "a sea fog", "foggy season", "港 e sea", "a b sea fogs", "fog"):
        if matches(rule, Subject(title=text)):
            there = text.split()
            wanted = sure(rule)
            assert all(
                any(it.startswith(word[:-1]) if word[-1] == "*" else it == word for it in there) for word in wanted
            )
