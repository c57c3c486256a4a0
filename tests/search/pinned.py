"""Queries, expressions, days, names and articles made by rule: how each is read, refused, or found."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import product
from random import Random

from reader.errors import UsageError
from reader.model import Article, Block, Part, Place
from reader.search import Finder, How, Is, Not, Phrase, Since, Term, Until, Word, find, parse_query
from reader.search.days import day_of
from reader.search.passage_query import wishes
from reader.search.patterns import compiled
from reader.search.variants import is_variant, skeleton, variants, written_over

TODAY = date(2026, 11, 24)
_ATOMS = ("a", "b", "ab", ".", r"\w", r"\d", "[ab]", "[^a]", "[a&&b]", r"\.", "é", "x", r"[\w-]", "[--a]")
_BORDERS = ("^", "$", r"\b")
_TIMES = ("", "", "", "*", "+", "?", "{2}", "{0,3}", "{,4}", "{3,}", "{1,30}", "{20,200}", "*?", "+?", "{0,2}?")
_GROUPS = ("({})", "(?:{})", "({}|b)", "({}|{}c)", "(a{})", "({}){{2}}", "({})?", "(|{})", "(a|[ab]|{})", "(\\d|{}|x)")
_ODD = ("{5,2}", "{}", "{201}", "{200}", "{,}", "(?=a)", "(", ")", "^*", "*", "[", "\\q", "[z-a]", "|", "{", "}", "]")
_TOKENS = (
    'ferry harbor "ferry line" “ferry line” „Hafen“ ferr* "ferry li"* -council -"ferry line" -tag:sport OR OR OR ( ) - '
    "title:ferry titel:ferry by: from:harbor is:unread is:unred is:Marked is:blue after:2026-11-01 after:tomorow "
    "before:yesterday before: tag:“x y” well-known https://a.example/b 10:30 Council: Councilx:y … * ** “ ” −port --a "
    "(a OR b) ) -( İs:read from:“” from:* x:y e-mail:z"
).split(" ")
_SAID = (
    *"today yesterday tomorrow this-week last-week this-month last-month this-year last-year monday tuesday sunday".split(),
    *(
        "last tuesday",
        "last wednesday",
        "LAST  Week",
        "last-monday",
        "lastmonday",
        "last month ago",
        "someday",
        "",
        "-",
    ),
    *"2026 2026-2 2026-02-29 2024-02-29 2026/11/03 2026.1 0000 9999-12-31 2026-13 2026-00 20261 2026-1-1-1 26".split(),
    *(
        f"{count} {unit}"
        for count in (0, 1, 3, 13, 400)
        for unit in ("d", "days ago", "week", "w ago", "m", "months", "y")
    ),
    *(
        "3-days-ago",
        "3d",
        "9999 years ago",
        "99999 d",
        "1 day  ago",
        "3 fortnights",
        "day",
        "2 yearss",
        "11 months ago",
    ),
)
_TODAYS = (TODAY, date(2024, 2, 29), date(2026, 3, 31), date(2027, 1, 1), date(2025, 6, 29), date(1, 1, 3))
# Own lists: names as the press writes them over, words that only look so, and places with two names.
NAMES = tuple(
    "Zelensky Zelenskiy Zelenskyy Selenskyj Selenski Muhammad Mohammed Mohamed Mohammad Muhamed Osama Usama Gaddafi "
    "Kadhafi Qaddafi Gadhafi Alexei Alexey Aleksej Alexi Aleksei Alexie Romanov Romanoff Romanow Thomas Tomas Tomos "
    "Khalid Halid Chalid Kalid Hussein Husein Hussain Hosein Husain Yusuf Jusuf Yousef Youssef Josef Joseph Jozef "
    "Yevgeny Evgeny Jewgeni Evgeni Yevgeniy Dmitri Dmitry Dmitrij Dimitri Sergei Sergey Sergej Serge Sergio Paris "
    "Parish Iran Iraq Ankara Angara West Vest Wests Kiev Kyiv Kiew Lviv Lvov Peking Beijing Odesa Odessa Putin Poutine "
    "Putins Qaeda Kaida Sophia Sofia Sofie Sophie Philip Filip Phillip Filipp Chekhov Tschechow Tchekhov Cekov Shevchenko "
    "Schewtschenko Chevchenko Sevcenko Gorbachev Gorbatschow Khrushchev Chruschtschow Abdul Abdel Abdal Rashid Raschid "
    "Rachid Said Saeed Sayed Saied Marco Marko Marcos Mark Marc Nikolai Nikolay Nicolai Nikolaj Mikhail Michail Mihail "
    "Maria Mariah Marie Anna Ana Anne Hanna Hannah Lukas Lucas Luke Sadiq Sadik Sadick O'Brien Obrien Hardy Harty Mills "
    "Mill Milo Rossi Rosi Rosy Brandt Brand Ines Inez Moreau Moraux Tariq Tarik Tareq Wiktor Viktor Victor Vector "
    "Diana Dana Nadia Nada Nade Galia Gala Ivana Vana Kosoi Koso Ismoil Ismol Aoim Aom Samed Samad Samud Semad Karei Kari Tariqi".split()
)
_WORDS = (
    "the ferry Ferry ferries harbor harbour HARBOR cafe\u0301 café Cafe Straße STRASSE strasse we’re we're ready” – - — 新港 李明 "
    "新港李明 Zelensky Zelenskiy zelenskiy Kyiv Kiev Mohammed Muhammad e\u0301 naïve co\u00adop x1 1x ß ﬁn … a aa aaa İstanbul ก า Kievan Romanof Romanoff Romanov "
    "Odesa odessa Odessans Zelensky’s"
).split(" ")


def refused(ask: Callable[[str], str], text: str) -> str:
    """What asking came to: its answer, or the two lines in which it was refused."""
    try:
        return ask(text)
    except UsageError as error:
        happened = re.sub(r"(?<=cannot be read): .*?\.(?= \(|$)", "", error.happened)  # Python's words change
        return f"refused {happened} | {error.advice}"


def an_expression(rnd: Random) -> str:
    """A few atoms, repeats and groups."""
    made = ""
    for _ in range(rnd.choice((1, 2, 2, 3, 3, 4))):
        piece = rnd.choice(_ATOMS) + rnd.choice(_TIMES)
        if rnd.random() < 0.3:
            group = rnd.choice(_GROUPS)
            piece = group.format(*[piece, rnd.choice(_ATOMS)][: max(1, group.count("{}"))]) + rnd.choice(_TIMES)
        made += piece + ("|" if rnd.random() < 0.08 else rnd.choice(_BORDERS) if rnd.random() < 0.1 else "")
    return made + (rnd.choice(_ODD) if rnd.random() < 0.1 else "")


def expressions() -> dict[str, str]:
    """What is run for an expression, or why it is refused."""
    made = dict.fromkeys(an_expression(Random(f"expression {number}")) for number in range(420))
    told = {text: refused(lambda it: f"runs {compiled(it).pattern}", text) for text in made}
    return {text: came.split(" | ")[0] for text, came in told.items()}


def spelled(term: Term) -> str:
    """A query's tree in brackets."""
    match term:
        case Word(text, prefix, field) | Phrase(text, prefix, field):
            mark = "'" if isinstance(term, Word) else '"'
            return f"{field}={mark}{text}{mark}{'*' * prefix}"
        case Is(state):
            return f"is={state}"
        case Since(day) | Until(day):
            return f"{'since' if isinstance(term, Since) else 'until'}={day}"
        case Not(inner):
            return f"not {spelled(inner)}"
        case _:
            return f"{type(term).__name__.lower()}[{' '.join(map(spelled, term.terms))}]"


def a_query(rnd: Random) -> str:
    """Tokens of the language, most of them in places where they may stand."""
    return rnd.choice(("", " ")).join((" ".join(rnd.choice(_TOKENS) for _ in range(rnd.randint(1, 5))), ""))


def queries() -> dict[str, str]:
    """How queries are read."""
    made = dict.fromkeys([*_TOKENS, *(a_query(Random(f"query {number}")) for number in range(220))])
    deep = {f"{depth} deep": "(a) (b) " + "(" * depth + "a b" + ")" * depth for depth in (19, 20, 21, 22)}
    long = {f"{size} long": "a" * size for size in (2000, 2001)}
    asked = {f"[{text}]": text for text in made} | deep | long
    return {name: refused(_read, text)[:300] for name, text in asked.items()}


def _read(text: str) -> str:
    query = parse_query(text, TODAY)
    return f"{spelled(query.root)} wants {' '.join(map(spelled, query.wanted()))}"


def _wished(text: str) -> str:
    return "; ".join(f"{'-' * it.negated}{it.field}={it.text}" for it in wishes(text, TODAY))


def asked_of_passages() -> dict[str, str]:
    """How the list of passages reads them."""
    more = (
        "#region",
        "-#a",
        "kind:gr",
        "color:purple",
        "is:no",
        "is:m",
        "notes:x y",
        "tags:##a",
        "source:“x”",
        'note:"x y" z',
        '""',
    )
    found = {}
    for number in range(120):
        rnd = Random(f"passages {number}")
        text = " ".join(rnd.choice((*_TOKENS, *more)) for _ in range(rnd.randint(1, 4)))
        found[f"[{text}]"] = refused(_wished, text)
    return found


def days() -> dict[str, str]:
    """Which days are meant."""
    return {f"“{said}”": " ".join(str(day_of(said, today)) for today in (*_TODAYS, None)) for said in _SAID}


def names() -> dict[str, str]:
    """Which of the names are spellings of one, and the sounds that tell."""
    found = {}
    for name in NAMES:
        word = name.lower()
        others = " ".join(variants(name, NAMES))
        both = [other for other in NAMES if is_variant(word, other.lower()) != is_variant(other.lower(), word)]
        found[name] = f"{written_over(word)} {skeleton(word)} = {others}{' one way ' + ' '.join(both) if both else ''}"
    return found


def an_article(rnd: Random) -> Article:
    """Words that are hard to fold, in every part."""

    def some(least: int, most: int) -> str:
        return "".join(
            rnd.choice(_WORDS) + rnd.choice((" ", " ", " ", "", "\u00a0", ", "))
            for _ in range(rnd.randint(least, most))
        )

    blocks = [
        Block("image", caption=some(0, 4) or None, credit="Moreau")
        if rnd.random() < 0.25
        else Block("paragraph", some(0, 14))
        for _ in range(rnd.randint(0, 5))
    ]
    return Article(some(0, 4), tuple(blocks), standfirst=some(0, 4) or None)


def _asked(rnd: Random, article: Article) -> str:
    """A word or two that mostly stand in the article, whole or in part, capitals turned now and then."""
    words = " ".join((article.title, article.standfirst or "", *(it.text for it in article.blocks))).split() or ["x"]
    at, size = rnd.randrange(len(words)), rnd.choice((1, 1, 1, 2, 3))
    asked = " ".join(words[at : at + size]) if rnd.random() < 0.75 else rnd.choice(_WORDS)
    asked = asked.swapcase() if rnd.random() < 0.3 else asked
    return asked[: rnd.choice((1, 2, 4, 20, 20, 20))].strip(", ")


def _stands(places: Sequence[Place]) -> str:
    return " ".join(f"{it.part[:5]}{it.index}:{it.start}–{it.end}" for it in places)


_PARTS: tuple[tuple[Part, int], ...] = (("title", 0), ("block", 1), ("caption", 0))


def hits() -> dict[str, str]:
    """Where queries stand in articles, in what spelling, and which is next."""
    found = {}
    for number in range(110):
        rnd = Random(f"hits {number}")
        article = an_article(rnd)
        finder = Finder(article)
        hows: tuple[tuple[How, bool], ...] = (
            (("typed", "word")[number % 2], number % 3 == 0),
            ("typed", False),
            ("word", False),
        )
        for how, case in hows:
            asked = _asked(rnd, article)
            seen = finder.find(asked, how=how, case=case)
            after = [seen.after(Place("block", index, at, at)) for index, at in product((0, 2), (0, 9))]
            within = [tuple(seen.within(part, index)) for part, index in _PARTS]
            name = f"{number} {how}{' case' * case} [{asked}]"
            found[name] = f"{len(seen)} {_stands([it.place for it in seen])} {seen.variants} {after} {within}"
    for number, text in enumerate((r"\w+y", "^f", "a*", "[ab]|é", "$", "(we|re).", "")):
        places = [it.place for it in find(an_article(Random(number)), text, how="regex", case=number % 2 == 0)]
        found[f"expression [{text}]"] = f"{len(places)} {_stands(places)}"
    return found


TABLES = {
    "expressions": expressions,
    "queries": queries,
    "passage_queries": asked_of_passages,
    "days": days,
    "names": names,
    "hits": hits,
}
