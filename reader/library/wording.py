"""An article's words as the index holds them: folded as every search folds, and parted where a script has no spaces."""

from __future__ import annotations

import unicodedata

from reader.library.body import Wording
from reader.model import Article
from reader.text.fold import fold
from reader.text.words import segmented


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
    plain = text.lower() if text.isascii() else fold(text).text
    return plain if plain.isascii() else segmented(plain.translate(_SEPARATORS))


def worded(article: Article) -> Wording:
    """An article's words as `body.wording` finds them in a packed one."""
    texts = [article.standfirst or ""]
    for block in article.blocks:
        texts.append(block.text)
        if block.caption or block.credit or block.author:
            texts.extend(it for it in (block.author, block.caption, block.credit) if it)
    return Wording(article.title, article.byline, article.publisher or "", tuple(texts))


def columns(words: Wording) -> tuple[str, str, str, str]:
    """What the index gets of an article: title, byline, publisher, body."""
    return (
        parted(words.title),
        parted("\n".join(words.byline)),
        parted(words.publisher),
        # Text by text: most are plain ASCII, which folds fifty times as fast.
        "\n".join(map(parted, words.texts)),
    )
