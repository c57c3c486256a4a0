"""Pages whose text no browser has set yet: it stands only in what they carry for machines or for their own scripts.

Asked where a page itself shows next to nothing. What a publisher says is for those who pay is not taken from here.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from reader.model import Block
from reader.parser.fragment import plain_words, read_fragment
from reader.parser.heads import Head
from reader.text.clean import clean

SHOWN_MOST = 200
"""Characters of text that a page shows at the most, for what it carries to be looked at."""
_LEAST = 400
"""Characters of the shortest text that is taken."""
_LONGEST_SCRIPT, _MOST_VALUES, _DEEPEST = 3_000_000, 50_000, 60
_PARAGRAPH_WORDS, _TITLE_LEAST = 8, 12
_SAID, _ENDED = 0.8, 0.75
"""Shares, of the characters in paragraphs and of the paragraphs that end a sentence, from which values are a text: where it
is cut at every link, they are not."""
_LINES = re.compile(r"\n\s*")
_MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol|blockquote)\b", re.IGNORECASE)
_ESCAPED = re.compile(r"&lt;/(?:p|div|h[1-6]|li|blockquote)&gt;", re.IGNORECASE)
_STATE = 'script[type="application/json"]'
# Keys of a state, behind which are comments, other stories or what the page says itself.
_OTHERS = re.compile(
    r"(?i:^(?:related|recommend|trending|i18n|consent|cookie|footer|(?:translation|message|teaser|promo)s?$|"
    r"(?:user_?|article_?)?comments?$|repl(?:y|ies)$|latest(?:_?(?:news|posts|stories|articles))?$))|"
    r"Related|Recommend|Comments$|Replies$"
)
_TEASER = re.compile(r"(?i:desc(?:ription)?|excerpt|summary|teaser|standfirst|abstract|dek)$")
_ENDS = (".", "!", "?", "…", "。", "！", "？", "”", '"', "»", "’", "।", "؟", ">", "&gt;", ":")


def carried(tree: LexborHTMLParser, head: Head, base: str | None) -> tuple[Block, ...]:
    """The blocks of the text that a page carries without showing it; none where it carries none."""
    return _blocks(head.whole, base) or _blocks(_told_to_scripts(tree, head.title), base)


def _blocks(text: str, base: str | None) -> tuple[Block, ...]:
    if len(text) < _LEAST:
        return ()
    if _ESCAPED.search(text) is not None and _MARKUP.search(text) is None:
        text = unescape(text)
    if _MARKUP.search(text) is not None:
        return read_fragment(clean(text), base)[0]
    parts = map(plain_words, _LINES.split(text))
    return tuple(Block("paragraph", part) for part in parts if part)


def _told_to_scripts(tree: LexborHTMLParser, title: str) -> str:
    """The longest text in the state that a page hands to its scripts, which names its headline: values of one place."""
    texts = [""]
    for node in tree.css(_STATE):
        script = node.text()
        if not _LEAST <= len(script) <= _LONGEST_SCRIPT:
            continue
        try:
            state = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        found: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        named = False
        for place, text in _values(state):
            named = named or (len(text) >= _TITLE_LEAST and (text in title or title in text))
            found[place][text] = None
        told = [list(values) for place, values in found.items() if not _of_others(place, len(values))] if named else []
        texts += ["\n".join(values) for values in told if _is_text(values)]
    return max(texts, key=len)


def _of_others(place: Sequence[str], values: int) -> bool:
    """Whether values stand where a state keeps what others say, or what other stories are about."""
    return any(map(_OTHERS.search, place)) or (values > 1 and _TEASER.search(place[-1] if place else "") is not None)


def _is_text(values: Sequence[str]) -> bool:
    """Whether values are paragraphs, with headings between them at the most."""
    told = [value for value in values if value.count(" ") >= _PARAGRAPH_WORDS]
    size = sum(map(len, values))
    ended = sum(value.rstrip().endswith(_ENDS) for value in told)
    return size >= _LEAST and sum(map(len, told)) >= _SAID * size and ended >= _ENDED * len(told)


def _values(state: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    """The values that have words, with the keys that lead to each, in their order."""
    stack: list[tuple[tuple[str, ...], Any]] = [((), state)]
    for _ in range(_MOST_VALUES):
        if not stack:
            return
        place, value = stack.pop()
        if isinstance(value, str):
            if " " in value:
                yield place, value
        elif len(place) < _DEEPEST and isinstance(value, dict):
            stack += [((*place, key), inner) for key, inner in reversed(value.items())]
        elif isinstance(value, list):
            stack += [(place, inner) for inner in reversed(value)]
