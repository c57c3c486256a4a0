"""A page of any kind, by the way that suits it: a tree of HTML, Markdown, or the lines of a scraped text."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from reader.model import Article, Page
from reader.parser import scrape
from reader.parser.bounds import bounded, cut
from reader.parser.containers import opened
from reader.parser.encodings import cleaned
from reader.parser.letters import Letterhead, lettered
from reader.parser.markdown import is_markdown, read_markdown
from reader.parser.shadows import shown
from reader.parser.texts import read_lines
from reader.parser.trees import read_tree


def parse(page: Page) -> Article:
    """The article on a page of any kind; without title and blocks if there is none. Never raises."""
    page, letter = opened(page)
    article = _parsed(page, letter)
    return article if letter is None else lettered(article, letter)


def _parsed(page: Page, letter: Letterhead | None) -> Article:
    text, data = cleaned(page)
    url = _web(page.final_address or page.address)
    if not text.strip():
        return Article("", url=url)
    if scrape.is_markup(text):
        html = bounded(shown(text))
        try:  # the bytes of a page that is tame need not be made anew
            return read_tree(LexborHTMLParser(data if html is text else html), url, letter)
        except RecursionError:  # nested deeper than the quick counts showed
            return read_tree(LexborHTMLParser(cut(shown(text))), url, letter)
    if is_markdown(text, _named_markdown(page)):
        return read_markdown(text, url)
    return read_lines(text, url)


def _named_markdown(page: Page) -> bool:
    """Whether a page's type or its name says that it is Markdown."""
    said = (page.content_type or "").lower().startswith(("text/markdown", "text/x-markdown"))
    name = (page.final_address or page.address or "").lower().partition("?")[0]
    return said or name.endswith((".md", ".markdown"))


def _web(address: str | None) -> str | None:
    """The address of a page on the web; a file's path is none."""
    return address if address is not None and address.lower().startswith(("http://", "https://")) else None
