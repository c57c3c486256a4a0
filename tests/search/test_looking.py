"""Hits against looking at every character: a plain, slow search over generated articles says the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from reader.model import Article, Block, Part, Place
from reader.search import Finder

_WORDS = (
    *("ab", "a", "ba", "abab", "b", "Ab", "BA", "é", "éa", "e\u0301b", "a-b", "ab’a", "“ab”", "1a", "a1", "新a", "a新"),
    *("—", "a\u00a0b", "ABAB"),
)


def folded(text: str, case: bool) -> list[tuple[str, int, int]]:
    """Each letter as it is compared, and the characters that it stands for: marks belong to their letter."""
    made: list[tuple[str, int, int]] = []
    for at, char in enumerate(text):
        letters = [it for it in unicodedata.normalize("NFKD", char) if not unicodedata.combining(it)]
        if not letters and made:
            made[-1] = (made[-1][0], made[-1][1], at + 1)
        for letter in letters:
            plain = {"’": "'", "“": '"', "”": '"', "—": "-"}.get(letter, letter)
            made.append((plain if case else plain.lower(), at, at + 1))
    return made


def looked(article: Article, asked: str, whole: bool, case: bool) -> Iterator[Place]:
    """Every place where what was asked for stands, none meeting the one before."""
    texts: list[tuple[Part, int, str]] = [("title", 0, article.title), ("standfirst", 0, article.standfirst or "")]
    for index, block in enumerate(article.blocks):
        texts += [("caption", index, block.caption or ""), ("block", index, block.text)]
    needle = "".join(letter for letter, _, _ in folded(asked, case))
    for part, index, text in texts:
        letters, at = folded(text, case), 0
        line = "".join(letter for letter, _, _ in letters)
        while (at := line.find(needle, at)) >= 0:
            end = at + len(needle)
            if not whole or not (goes_on(line, at) or goes_on(line, end)):
                yield Place(part, index, letters[at][1], letters[end - 1][2])
            at = end


def goes_on(line: str, at: int) -> bool:
    """Whether a word goes on from one character to the next; in Han every character stands by itself."""
    return 0 < at < len(line) and all(it.isalnum() and it < "\u3400" for it in line[at - 1 : at + 1])


@pytest.mark.parametrize("seed", range(8))
def test_hits_are_where_looking_finds_them(seed: int) -> None:
    rnd = Random(seed)
    for _ in range(25):
        some = [" ".join(rnd.choice(_WORDS) for _ in range(rnd.randint(0, 6))) for _ in range(5)]
        above = Block(rnd.choice(("image", "table")), caption=some[1] or None)
        blocks = (
            Block("paragraph", some[0]),
            replace(above, text=some[2] * (above.kind == "table")),
            Block("paragraph", some[2]),
        )
        article = Article(some[3], blocks, standfirst=some[4] or None)
        asked = rnd.choice((*_WORDS, "ab a", "b a", "ba ba"))
        whole, case = rnd.random() < 0.5, rnd.random() < 0.5
        hits = Finder(article).find(asked, how="word" if whole else "typed", case=case)
        assert [hit.place for hit in hits] == list(looked(article, asked, whole, case)), (asked, whole, case, article)
        for place in (Place("block", 0, at, at) for at in range(len(some[0]) + 1)):
            after = hits.after(place) if some[0] else None
            wanted = [k for k, hit in enumerate(hits) if order(hit.place) >= order(place)]
            assert not some[0] or after == (wanted[0] if wanted else None)


def order(place: Place) -> tuple[int, int, int]:
    """Where a place stands in reading order."""
    outer = {"title": -2, "standfirst": -1}.get(place.part, place.index)
    return outer, place.part != "caption", place.start
