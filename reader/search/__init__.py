"""What a reader asks for: the query language, hits in an article, spelling variants of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.search.finder import Finder, Hits, How, find
    from reader.search.query import All, Any, Is, Not, Phrase, Query, Since, Term, Until, Word, parse_query, words_in
    from reader.search.variants import Names, is_variant, variants

__all__ = [
    "All",
    "Any",
    "Finder",
    "Hits",
    "How",
    "Is",
    "Names",
    "Not",
    "Phrase",
    "Query",
    "Since",
    "Term",
    "Until",
    "Word",
    "find",
    "is_variant",
    "parse_query",
    "variants",
    "words_in",
]

_FINDER = ("Finder", "Hits", "How", "find")
_VARIANTS = ("Names", "is_variant", "variants")
__getattr__ = door(
    __name__,
    {name: "finder" if name in _FINDER else "variants" if name in _VARIANTS else "query" for name in __all__},
)
