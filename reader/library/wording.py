"""An article's words as the index holds them: folded as every search folds, and parted where a script has no spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reader.library.body import Wording
from reader.model import Article
from reader.text.fold import fold
from reader.text.words import segmented

# Words that are spelled with a capital: names, from four letters on.
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]{3,}")
_PLAIN_NAME = re.compile("[A-Z][A-Za-z]{3,}")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
Columns = tuple[str, str, str, str]
"""Title, byline, publisher and body as the index gets them."""

# Kinds of characters beyond ASCII that are replaced one kind after the other, in a text of 2.4 KB; more are looked up
# character by character, which takes ten times as long as one replacement.
_FEW = 12


# For an ASCII text: its words in lower case, all else a space.
_SPACED = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}


class _Separators(dict[int, str]):
    """For `str.translate`: beyond ASCII, what is no letter, digit or mark becomes a space; filled as met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kept = code < 128 or unicodedata.category(char)[0] in "LNM" or unicodedata.category(char) == "Co"
        self[code] = to = char if kept else " "
        return to


_SEPARATORS = _Separators()


def folded(text: str) -> str:
    """The text folded, as in-article search folds it."""
    return fold(text).text


def parted(text: str) -> str:
    """The folded text as SQLite's ASCII tokenizer cuts it into words (for it, all beyond ASCII is a letter)."""
    plain = _plain(text)
    return _thoroughly(text) if plain is None else plain.lower()


def spaced(text: str) -> str | None:
    """The words of a text that folds to ASCII with nothing but spaces between them; None for others."""
    plain = _plain(text)
    return None if plain is None else plain.translate(_SPACED)


def _plain(text: str) -> str | None:
    """A text that folds to ASCII, in it but for its capitals; None for others. What is curly, dashed or accented is
    replaced."""
    if text.isascii():
        return text
    odd = set(_BEYOND_ASCII.findall(text))
    if len(odd) > _FEW or not all(_alone(it).isascii() for it in odd):
        return None
    for it in odd:
        text = text.replace(it, _alone(it))
    return text


@lru_cache(maxsize=4096)
def _alone(char: str) -> str:
    """What becomes of one character; a capital stays one."""
    to = _thoroughly(char)
    return to.title() if char.isupper() or char.istitle() else to


def _thoroughly(text: str) -> str:
    return segmented(fold(text).text.translate(_SEPARATORS))


def worded(article: Article) -> Wording:
    """An article's words as `body.wording` finds them in a packed one."""
    texts = [article.standfirst or ""]
    for block in article.blocks:
        texts.append(block.text)
        if block.caption or block.credit or block.author:
            texts.extend(it for it in (block.author, block.caption, block.credit) if it)
    return Wording(article.title, article.byline, article.publisher or "", tuple(texts))


def columns(words: Wording) -> Columns:
    """What the index gets of an article."""
    return indexed(words)[0]


def indexed(words: Wording) -> tuple[Columns, set[str]]:
    """What the index gets of an article, and the names in it, folded."""
    title, byline, publisher, body = map(_lines, ((words.title,), words.byline, (words.publisher,), words.texts))
    return (title[0], byline[0], publisher[0], body[0]), {*title[1], *byline[1], *body[1]}


def _lines(texts: tuple[str, ...]) -> tuple[str, list[str]]:
    """Each text parted, on a line of its own, as a phrase does not reach from one into the next; and the names."""
    joined = "\n".join(texts)
    if joined.count("\n") >= max(1, len(texts)):  # a line that ends within a text parts no phrase
        joined = "\n".join(it.replace("\n", " ") for it in texts)
    plain = _plain(joined)
    if plain is not None:
        return plain.lower(), [it.lower() for it in _PLAIN_NAME.findall(plain)]
    return "\n".join(map(parted, joined.split("\n"))), list(map(folded, _NAME.findall(joined)))
