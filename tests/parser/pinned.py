"""Made pages, lines and bytes: what the parser makes of each, and what its signals say of them."""

from __future__ import annotations

from binascii import crc32
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from random import Random

from selectolax.lexbor import LexborHTMLParser

from reader.model import Article, Block, Page
from reader.parser import headline, markup, parse, scrape
from reader.parser.line_signals import LinesSeen
from reader.parser.line_signals import columns as line_columns
from reader.parser.line_words import announcing_words
from reader.parser.seen import Told, see
from reader.parser.signals import columns, considered, rough_columns
from reader.parser.witnesses import gather
from tests.parser import dumping, foreign, making, sizing, stories, wordings

PAGES, DUMPS = 150, 150
URL = "https://www.harbor-courier.example/city/story"


def _sum(value: object) -> str:
    return f"{crc32(repr(value).encode('utf-8', 'surrogatepass')):08x}"


def _short(block: Block) -> str:
    """A block by its kind, its first words, and all of it as a sum."""
    said = block.text or block.caption or block.address or ""
    return f"{block.kind[:4]}{block.level or ''} {said[:14]}… {_sum(block)[:4]}".replace("\n", " ").replace("\t", " ")


def told(article: Article) -> dict[str, str]:
    """An article in three lines: its head, its body, what was left out."""
    head = [
        f"“{article.title}”", *article.byline, article.published, article.updated, article.publisher, article.section,
        article.url, article.language, article.standfirst and f"“{article.standfirst[:30]}…”",
        article.truncated and "wall", article.publisher_summary and f"summary {_sum(article.publisher_summary)}",
    ]  # fmt: skip
    reasons = Counter(piece.reason for piece in article.removed)
    out = [f"{count} {reason}" for reason, count in sorted(reasons.items())]
    out += [f"related {len(article.related)}", f"notes {len(article.notes)}"]
    return {
        "head": " / ".join(str(it) for it in head if it),
        "body": " | ".join(map(_short, article.blocks)),
        "out": f"{', '.join(out)} {_sum((article.removed, article.related, article.notes))}",
    }


def _read(kind: str, make: Callable[[Random], str], count: int) -> dict[str, str]:
    found = {}
    for number in range(count):
        text = make(Random(f"{kind} {number}"))
        for what, came in told(parse(Page(text.encode(), (URL, None)[number % 3 == 0]))).items():
            found[f"{kind} {what} {number}"] = came
    return found


def _bounded(makes: Sequence[Callable[[int, stories.Story], str]], numbers: Iterable[int]) -> dict[str, str]:
    found = {}
    for make in makes:
        story = stories.a_story(Random(make.__name__), "en")
        for number in numbers:
            article = parse(Page(make(number, story).encode(), URL))
            came = told(article)
            kinds = " ".join(f"{block.kind[:4]}{block.level or ''}" for block in article.blocks)
            found[f"{make.__name__} {number}"] = f"{kinds} ▪ {came['out']} ▪ {_sum(came)}"
    return found


def lengths() -> dict[str, str]:
    """What is made of lines that are just as long, as far apart and as many as what bounds them."""
    sized = _bounded((sizing.a_head, sizing.a_body, sizing.a_text, sizing.a_summary), sizing.SIZES)
    apart = _bounded((sizing.under, sizing.over, sizing.between, sizing.lines_apart), sizing.STEPS)
    return sized | apart | _bounded((sizing.so_many, sizing.lines_so_many), sizing.COUNTS)


def summed(rows: Iterable[Mapping[str, Sequence[float]]]) -> dict[str, str]:
    """Each column, added up, and how often it says anything."""
    sums: dict[str, float] = {}
    says: Counter[str] = Counter()
    for found in rows:
        for name, values in found.items():
            sums[name] = sums.get(name, 0.0) + sum(
                weight * value for weight, value in zip(_WEIGHTS, values, strict=False)
            )
            says[name] += sum(value != 0 for value in values)
    return {name: f"{sums[name]:.4f} in all, told of {says[name]} pieces" for name in sorted(sums)}


_WEIGHTS = [1 + 0.001 * (number % 89) for number in range(2000)]
"""So that values that come in another order do not add up to the same."""


def page_signals() -> dict[str, str]:
    """The signals of pieces of HTML pages."""

    def rows() -> Iterable[Mapping[str, Sequence[float]]]:
        for number in range(PAGES):
            tree = LexborHTMLParser(making.a_page(Random(f"page {number}")))
            assert tree.body is not None
            out = markup.outline(tree.body)
            head = headline.read_head(tree, out, URL)
            seen = see(out, Told(head.title, head.description, head.body))
            looked = considered(seen)
            if looked:
                yield rough_columns(seen, looked) | {"considered": looked}
                yield columns(seen, considered(seen, boxes=True))

    return summed(rows())


def line_signals() -> dict[str, str]:
    """The signals of lines of scraped texts."""
    known = announcing_words()
    dumps = (dumping.a_dump(Random(f"dump {number}")) for number in range(DUMPS))
    return summed(line_columns(LinesSeen(scrape.outline(text).pieces), known) for text in dumps)


def byline_signals() -> dict[str, str]:
    """What is said of who may have signed."""

    def rows() -> Iterable[Mapping[str, Sequence[float]]]:
        for number in range(PAGES):
            tree = LexborHTMLParser(making.a_page(Random(f"page {number}")))
            assert tree.body is not None
            for each in gather(headline.surroundings(tree, markup.outline(tree.body), URL)):
                yield {name: [value] for name, value in each.signals.items()}

    return summed(rows())


TABLES = {
    "pages": lambda: _read("page", making.a_page, PAGES),
    "dumps": lambda: _read("dump", dumping.a_dump, DUMPS),
    "lengths": lengths,
    "page_signals": page_signals,
    "line_signals": line_signals,
    "byline_signals": byline_signals,
    **wordings.TABLES,
    **foreign.TABLES,
}
