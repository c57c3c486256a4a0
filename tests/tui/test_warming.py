"""What is made ready behind the first paint."""

from __future__ import annotations

import sys
from dataclasses import replace

from reader import typeset
from reader.model import Article, View
from reader.newsroom import Newsroom
from reader.tui import warming
from tests.builders import an_article
from tests.tui.conftest import fill


class Setter:
    """Sets articles as a pane would, and counts the lines that were asked for."""

    def __init__(self) -> None:
        self.titles: list[str] = []

    def __call__(self, article: Article) -> typeset.Setting:
        self.titles.append(article.title)
        return typeset.composed(article, 60)


def test_the_likeliest_article_is_set_once(room: Newsroom) -> None:
    fill(room, an_article("A few words.", title="Ferry"))
    setter = Setter()
    warming.rehearse(room, next(iter(room.every(View()))), setter)
    assert setter.titles == ["Ferry"]
    assert "reader.tui.going" in sys.modules


def test_an_empty_list_has_nothing_to_rehearse(room: Newsroom) -> None:
    setter = Setter()
    warming.rehearse(room, None, setter)
    assert setter.titles == []


def test_an_entry_that_is_gone_is_nobodys_trouble(room: Newsroom) -> None:
    fill(room, an_article(title="Ferry"))
    entry = next(iter(room.every(View())))
    setter = Setter()
    warming.rehearse(room, replace(entry, id=entry.id + 1), setter)
    assert setter.titles == []


def test_every_module_named_is_there() -> None:
    warming.rest()
    assert {"reader.tui.updating", "reader.library.index"} <= set(sys.modules)
