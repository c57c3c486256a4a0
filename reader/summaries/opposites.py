"""Words that turn a sentence around: negations, opposites, and numbers written as words. English. Data only."""

from __future__ import annotations

import re

from reader.summaries.sentence import stem

NEGATIONS = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|unable|failed|fails?|refus\w+|den(?:y|ies|ied)|reject\w*|"
    r"unlikely|hardly|\w+n['’]t)\b",
    re.IGNORECASE,
)
"""A sentence with one of these denies something."""

NUMBER_WORDS = dict(
    zip(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        map(str, [*range(2, 20), *range(20, 100, 10)]),
        strict=True,
    )
)
"""Numbers that papers write as words."""

_PAIRS = (
    "rise fall|rose fell|risen fallen|increase decrease|increased decreased|grow shrink|grew shrank|gain lose|win lose|won lost|"
    "winning losing|victory defeat|up down|more fewer|more less|higher lower|highest lowest|high low|best worst|better worse|"
    "largest smallest|bigger smaller|open close|opened closed|reopen close|start end|began ended|begin end|first last|before after|"
    "early late|earlier later|guilty innocent|convicted acquitted|jailed freed|arrested released|approved rejected|"
    "approve reject|accept refuse|accepted refused|allow ban|allowed banned|support oppose|supported opposed|supports opposes|"
    "backed opposed|buy sell|bought sold|alive dead|survived died|hot cold|warm cold|north south|east west|northern southern|"
    "eastern western|left right|old young|older younger|oldest youngest|father mother|son daughter|brother sister|husband wife|"
    "man woman|men women|boy girl|male female|majority minority|success failure|succeeded failed|strong weak|stronger weaker|"
    "profit loss|cheaper dearer|expensive cheap|inside outside|above below|added removed|build demolish|built demolished|"
    "hired fired|hire fire|arrive leave|arrived left|enter leave|raise cut|raised cut|raise lower|expand reduce|expanded reduced|"
    "safe dangerous|safer riskier|love hate|praise criticise|praised criticised|praised criticized|true false|remember forget|"
    "day night|morning evening|summer winter|spring autumn|public private|rich poor|quick slow|faster slower|wet dry|full empty|"
    "keep remove|keep tear|keep demolish|kept removed|keep scrap|keep abolish|remain leave|stay leave|plaintiff defendant|attacker victim|doubled halved|double halve|postponed advanced|cancelled confirmed|legal illegal|"
    "permanent temporary|domestic foreign|import export|imports exports|monday tuesday|monday wednesday|monday thursday|"
    "monday friday|monday saturday|monday sunday|tuesday wednesday|tuesday thursday|tuesday friday|tuesday saturday|"
    "tuesday sunday|wednesday thursday|wednesday friday|wednesday saturday|wednesday sunday|thursday friday|thursday saturday|"
    "thursday sunday|friday saturday|friday sunday|saturday sunday"
)


def _opposites() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for pair in _PAIRS.split("|"):
        one, other = (stem(word) for word in pair.split())
        table.setdefault(one, set()).add(other)
        table.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in table.items()}


OPPOSITES = _opposites()
"""Stems with the stems that say the contrary."""

_SAME = (
    "died killed|dead killed|kill died|jailed sentenced|jailed imprisoned|said told|bought purchased|begin start|began started|"
    "child children|ended finished|closed shut|reopen reopened|build construct|built constructed|demolish tear|buy purchase|"
    "cost price|company firm|police officers|town city|costs price|boat ship|car vehicle|aid help|film movie|show display|"
    "big large|fast quick|home house|hurt injured|hit struck|announce said|found discovered|find discover|use using"
)
SYNONYMS = {stem(pair.split()[0]): stem(pair.split()[1]) for pair in _SAME.split("|")}
"""Stems that may stand for another."""
