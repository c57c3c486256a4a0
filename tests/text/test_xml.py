"""XML as it is really written: broken tags, undeclared names, entities, and none of it slow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.xml import MOST_EXPANDED, Element, elements, joined, written


def root_of(text: str, **options: object) -> Element:
    *_, root = elements(text, **options)  # type: ignore[arg-type]
    return root


def first(text: str) -> Element:
    return root_of(text).children[0]


def test_elements_have_names_attributes_text_and_children() -> None:
    book = first("<book id=\"7\" lang='en' NEW><Title>The &amp; Sea</Title><p/>tail</book>")
    assert book.name == "book"
    assert book.attributes == {"id": "7", "lang": "en"}
    assert [child.name for child in book.children] == ["title", "p"]
    assert book.children[0].text == "The & Sea"
    assert book.text == "tail"


def test_the_inside_is_as_it_was_written() -> None:
    text = first("<div>one <b>two</b> <![CDATA[<i>three</i>]]></div>")
    assert text.inside == "one <b>two</b> <i>three</i>"


def test_references_are_resolved_once() -> None:
    assert first("<t>&lt;b&gt; &amp;lt; &amp;amp; &quot;</t>").text == '<b> &lt; &amp; "'
    assert (
        first("<t>&#38;lt; &eacute;&#xe9;&#233; &nowhere; & &amp;#39; AT&T</t>").text
        == "&lt; ééé &nowhere; & &#39; AT&T"
    )


def test_references_to_control_characters_bring_none() -> None:
    assert first("<t>a&#27;[31mb&#x9b;c&#0;&#xd800;&#x202e;d</t>").text.isprintable()


def test_cdata_is_not_resolved() -> None:
    assert first("<t>a <![CDATA[&lt; <b>]]> c</t>").text == "a &lt; <b> c"


def test_a_documents_own_entities_are_resolved_and_bounded() -> None:
    head = '<!DOCTYPE r [<!ENTITY who "Ines"><!ENTITY both "&who; and Tom">]>'
    assert root_of(f"{head}<r>&both;</r>").children[0].text == "Ines and Tom"
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE r [<!ENTITY l0 "ha">{laughs}]><r>{"&l11;" * 100}</r>'
    assert len(root_of(bomb).children[0].text) <= MOST_EXPANDED
    quadratic = f'<!DOCTYPE r [<!ENTITY a "{"x" * 9000}">]><r>{"&a;" * 10_000}</r>'
    assert len(root_of(quadratic).children[0].text) <= MOST_EXPANDED


def test_external_entities_are_never_loaded() -> None:
    text = (
        '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "file:///etc/hosts"> %p;]><r>&e;</r>'
    )
    assert root_of(text).children[0].text == "&e;"


def test_what_is_not_closed_ends_with_its_parent() -> None:
    tree = first("<a><b>one<c>two</a>")
    assert [child.name for child in tree.children] == ["b"]
    assert tree.children[0].children[0].text == "two"


def test_a_closing_tag_of_nothing_is_passed_over() -> None:
    assert first("<a></x>one</b></a>").text == "one"


def test_quotes_that_do_not_pair_spoil_only_their_tag() -> None:
    tree = root_of('<r><a href="one>first</a><b k="2">second</b></r>').children[0]
    assert [(child.name, child.text) for child in tree.children] == [("a", "first"), ("b", "second")]


def test_a_sign_that_opens_nothing_is_text() -> None:
    assert first("<t>1 < 2 <3 <> ok</t>").text == "1 < 2 <3 <> ok"


def test_comments_instructions_and_types_are_passed_over() -> None:
    assert (
        root_of("<?xml version='1.0'?><!-- <x> --><!DOCTYPE r><r>a<!-- > -->b<?php c > d?></r>")
        .children[-1]
        .text.startswith("ab")
    )


def test_wanted_elements_come_one_by_one_and_leave_the_tree() -> None:
    *items, root = elements("<r><item>1</item><x/><item>2</item></r>", frozenset({"item"}))
    assert [item.text for item in items] == ["1", "2"]
    assert [child.name for child in root.children[0].children] == ["x"]


def test_a_wanted_element_ends_where_the_next_begins() -> None:
    *items, _ = elements("<r><item><t>1<item><t>2</r>", frozenset({"item"}))
    assert [item.children[0].text for item in items] == ["1", "2"]


def test_names_go_by_their_namespace_where_it_is_known() -> None:
    known = {"http://purl.org/dc/elements/1.1/": "dc", "urn:own": ""}
    text = '<x:r xmlns:x="urn:own" xmlns:d="http://purl.org/dc/elements/1.1/"><d:creator/><odd:n/><n xmlns="http://purl.org/dc/elements/1.1/"/></x:r>'
    tree = root_of(text, prefixes=known).children[0]
    assert (tree.name, [child.name for child in tree.children]) == ("r", ["dc:creator", "odd:n", "dc:n"])


def test_bases_and_languages_are_handed_down() -> None:
    tree = root_of(
        '<r xml:base="/a/"><b xml:base="b/" xml:lang="de"><c/></b><d/></r>', base="https://x.example/z"
    ).children[0]
    b, d = tree.children
    assert (b.children[0].base, b.children[0].language) == ("https://x.example/a/b/", "de")
    assert (d.base, d.language) == ("https://x.example/a/", None)


def test_names_of_attributes_as_they_were_written() -> None:
    assert written(first('<outline xmlUrl="u&amp;v" frss:cssFullContent=".a > .b" TEXT="t"/>')) == {
        "xmlUrl": "u&v",
        "frss:cssFullContent": ".a > .b",
        "TEXT": "t",
    }


def test_an_address_that_cannot_be_joined_stays() -> None:
    assert joined("https://x.example/", " http://[1 ") == "http://[1"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<t>a<![CDATA[b", "ab"),
        ("<t>a<![CDATA[b<c>]]></t>", "ab<c>"),
        ("<t>a<!-- b <u>c</u>d", "acd"),
        ("<t>a<!-- b --><!-- c <u>d</u> -->e</t>", "ae"),
        ("<t>a<!--><u>--></t>", "a"),
        ("<t>a<!unknown b>c</t>", "ac"),
        ("<t>a<! b", "a b"),
        ("<t>a<?php b ?>c</t>", "ac"),
        ("<t>a<? b", "a<? b"),
        ("<t>&eacute;&EACUTE;&é;&#x41;&#65;&#;</t>", "é&EACUTE;&é;AA&#;"),
    ],
)
def test_comments_and_what_begins_like_one_are_passed_over_as_far_as_they_go(text: str, found: str) -> None:
    assert first(text).text == found


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ('<!DOCTYPE r [<!ENTITY a "x">]>', "x &b;"),
        ("<!doctype r [<!ENTITY a 'x'><!ENTITY b 'y'>]>", "x y"),
        ('<!DOCTYPE r [<!ENTITY a "x"><!ENTITY a "y">]>', "x &b;"),
        ('<!DOCTYPE r [<!ENTITY a "&lt;i&gt;">]>', "<i> &b;"),
        ('<!DOCTYPE r SYSTEM "r.dtd">', "&a; &b;"),
        ('<!DOCTYPE r><!DOCTYPE r [<!ENTITY a "x">]>', "x &b;"),
        ('<!DOCTYPE r [<!ENTITY a "x">]><!DOCTYPE r [<!ENTITY b "y">]>', "x &b;"),
        ('<!ELEMENT r [<!ENTITY a "x">]>', "&a; &b;"),
    ],
)
def test_entities_are_those_of_the_first_document_type_that_has_some(head: str, found: str) -> None:
    assert root_of(f"{head}<r>&a; &b;</r>").children[-1].text == found


HARD = {
    "deep": "<a>" * 200_000,
    "deep and closed wrongly": "<a>" * 50_000 + "</b></a>" * 50_000,
    "no end of tags": "<a " * 200_000,
    "one quote": '<a b="' * 100_000,
    "comments without end": "<!-- " * 100_000,
    "declarations": "<!x " * 50_000,
    "types": "<!DOCTYPE x [ " * 25_000,
    "cdata": "<![CDATA[" * 25_000,
    "instructions": "<?x " * 50_000,
    "namespaces": "".join(f'<a xmlns:n{n}="u{n}">' for n in range(10_000)),
    "attributes": "<a " + "x " * 100_000 + "y=1 " * 50_000 + ">",
    "a long name": "<a " + "x" * 500_000 + ">",
    "references": "<a>" + "&amp;&x" * 50_000,
    "ends": "</a>" * 100_000,
}


def test_no_document_takes_longer_than_it_is_long() -> None:
    # Read in linear time these take half a second together; each one would take minutes if it were quadratic.
    for text in HARD.values():
        *_, root = elements(text, frozenset({"item"}))
        assert root.name == ""


@given(st.text(st.sampled_from("<>/!?[]-\"'= &;#xab:CDATA\n"), max_size=200))
def test_nothing_raises_and_everything_is_given_back(text: str) -> None:
    *_, root = elements(text, frozenset({"a"}))
    assert root.name == ""


@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    assert list(elements(data.decode("latin-1")))
