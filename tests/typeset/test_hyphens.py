"""Parted words: where a dictionary lets them, not too often, and never without somebody's wish."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.model import Article, Block
from reader.typeset import typeset
from reader.typeset.breaking import filling
from reader.typeset.hyphens import LOOSE, fill_parted, parted
from tests.typeset.test_setting import check

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Unquestionably responsible administrators reconstructed extraordinarily complicated infrastructure deliberately"


@pytest.mark.parametrize(
    ("language", "word", "shown"),
    [
        ("en", "responsibility", "re-spon-si-bil-ity"),
        ("en-US", "manufacturing", "man-u-fac-tur-ing"),
        ("de", "Donaudampfschifffahrt", "Do-nau-dampf-schiff-fahrt"),
        ("de_AT", "Verwaltung", "Ver-wal-tung"),
        ("it", "responsabile", "re-spon-sa-bile"),
        ("en", "ferry", "ferry"),  # too short to be parted
    ],
)
def test_a_word_is_parted_as_its_language_wants(language: str, word: str, shown: str) -> None:
    parting = parted(language)
    assert parting is not None
    points = {*parting(word)}
    drawn = "".join(("-" if at in points else "") + char for at, char in enumerate(word))
    assert drawn == shown


@pytest.mark.parametrize("language", [None, "", "zh", "xx-yy", "../etc", "en_"])
def test_a_language_without_a_dictionary_parts_nothing(language: str | None) -> None:
    assert parted(language) is None or language == "en_"


def an_article(text: str = TEXT) -> Article:
    return Article("", (Block("paragraph", text),), language="en")


def test_lines_are_fuller_and_every_character_has_its_place() -> None:
    article = an_article(" ".join([TEXT] * 5))
    parted_, whole = typeset(article, 34, hyphenated=True), typeset(article, 34)
    check(article, parted_, 34)
    assert len(parted_) < len(whole)
    assert any(line.text.endswith("-") for line in parted_)
    joined = "".join(line.text[:-1] if line.text.endswith("-") else f"{line.text} " for line in parted_[2:])
    assert joined.split() == article.blocks[0].text.split()


def test_it_is_off_by_default_and_for_headlines() -> None:
    article = Article(TEXT, (Block("heading", TEXT, level=2),), language="en")
    assert not any(line.text.endswith("-") for line in typeset(article, 20, hyphenated=True))
    assert not any(line.text.endswith("-") for line in typeset(an_article(), 20))


def test_no_more_than_two_lines_in_a_row_end_with_a_hyphen_and_none_that_is_full_enough() -> None:
    lines, hyphens = fill_parted(
        "administration " * 60, 22, filling(22), lambda word: tuple(range(2, len(word) - 3)), LOOSE
    )
    assert hyphens
    assert not any({number, number + 1, number + 2} <= hyphens for number in hyphens)
    assert all(end - start < 22 for number, (start, end) in enumerate(lines) if number in hyphens)


def test_names_in_capitals_are_not_parted() -> None:
    lines, hyphens = fill_parted("a PARLIAMENTARY b", 12, filling(12), lambda word: (4,), LOOSE)
    assert not hyphens and len(lines) == 3


def test_nothing_of_it_is_loaded_until_somebody_wishes_for_it() -> None:
    code = (
        "import sys; from reader.typeset import typeset; from reader.model import Article, Block\n"
        "a = Article('', (Block('paragraph', 'word ' * 90),), language='en'); typeset(a, 40)\n"
        "assert 'reader.typeset.hyphens' not in sys.modules and 'pyphen' not in sys.modules\n"
        "sys.modules['pyphen'] = None\n"
        "assert typeset(a, 40, hyphenated=True) == typeset(a, 40)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


@pytest.mark.parametrize(("columns", "parts"), [(9, False), (10, True)])
def test_a_word_is_parted_where_two_letters_and_the_hyphen_fit(columns: int, parts: bool) -> None:
    lines, hyphens = fill_parted("aaaaaa bbbbbbbb", columns, filling(columns), lambda word: (2,), 3)
    assert bool(hyphens) is parts and lines[0] == ((0, 9) if parts else (0, 6))
