"""Finding in the open article while typing: as it is, whole words, an expression; hits go on to the next article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader import search
from reader.errors import ReaderError
from reader.model import Article, Block, Place
from reader.text.words import cells
from reader.tui.history import History

if TYPE_CHECKING:
    from reader.tui.stage import Stage

_WAYS: dict[search.How, str] = {"typed": "Find", "word": "Find whole words", "regex": "Find an expression"}
"""How what is typed can be meant, and how the prompt says so."""


class Finding:
    """What is being looked for in the article."""

    def __init__(self, screen: Stage) -> None:
        self._screen = screen
        self._finder: tuple[Article, search.Finder] | None = None
        self._beside_finder: tuple[tuple[str, ...], search.Finder] | None = None
        self._hits: search.Hits | None = None
        self._beside = 0
        self._alone = False
        self._current: int | None = None
        self._asked = ""
        self._how: search.How = "typed"
        self._case = False
        self._goes_on = False
        self._from: Place | None = None
        self.history = History()

    # In the article

    def do_find(self, _: int | None) -> None:
        """Ask for words to find in the article."""
        self._ask_find("typed")

    def do_find_word(self, _: int | None) -> None:
        """Ask for whole words."""
        self._ask_find("word")

    def do_find_expression(self, _: int | None) -> None:
        """Ask for a regular expression."""
        self._ask_find("regex")

    def do_find_how(self, _: int | None) -> None:
        """The next way of finding what is typed."""
        ways = list(_WAYS)
        self._how = ways[(ways.index(self._how) + 1) % len(ways)]
        self._ask_otherwise()

    def do_find_case(self, _: int | None) -> None:
        """Capitals count, or they do not."""
        self._case = not self._case
        self._ask_otherwise()

    def do_end_asking(self, _: int | None) -> None:
        """Leave the find."""
        self._screen.prompt.dismiss()

    def _ask_otherwise(self) -> None:
        self._screen.prompt.relabel(self._label)
        self._typed_find(self._screen.prompt.line.value)

    @property
    def _label(self) -> str:
        return f"{_WAYS[self._how]}{', capitals count' if self._case else ''}"

    def _ask_find(self, how: search.How) -> None:
        screen = self._screen
        if screen.reading is None:
            screen.status.say("Open an article first; g/ searches the library.")
            return
        screen.at("article")
        self._from = screen.article.place
        self.history.begin()
        self._how, self._case = how, False
        self.prepare()
        screen.prompt.ask("find", self._label, "", "spellings of a name are found too; Tab: whole words, expressions")

    def prepare(self) -> None:
        """Fold the open article ahead of the first find: 50,000 words take longer than a key may."""
        reading = self._screen.reading
        if reading is not None:
            self._screen.jobs.latest("fold", self._finder_of(reading.article).prepare)

    def _find(self, text: str) -> search.Hits | None:
        reading = self._screen.reading
        if reading is None or not text:
            return None
        return self._finder_of(reading.article).find(text, how=self._how, case=self._case)

    def _finder_of(self, article: Article) -> search.Finder:
        if self._finder is None or self._finder[0] is not article:
            self._finder = (article, search.Finder(article))
        return self._finder[1]

    def _find_beside(self, text: str) -> None:
        """Light and count in the sidebar what is found there in the same way, also in what comes into it later."""
        how, case = self._how, self._case

        def seek(texts: tuple[str, ...]) -> search.Hits:
            if self._beside_finder is None or self._beside_finder[0] != texts:
                blocks = tuple(Block("paragraph", each) for each in texts)
                self._beside_finder = (texts, search.Finder(Article("", blocks)))
            return self._beside_finder[1].find(text, how=how, case=case)

        self._beside = self._screen.sidebar.show_hits(seek if text else None, lit=not self._alone)

    def _typed_find(self, text: str) -> None:
        self._asked = text
        # One letter is on every line: to light them all was twice the work of a longer word, and told nobody anything.
        self._alone = len(text) == 1 and cells(text) == 1
        try:
            self._hits = self._find(text)
            self._find_beside(text)
        except ReaderError as error:  # an expression that is not whole yet
            self._show_none()
            self._screen.prompt.tell(error.happened)
            return
        if self._hits is None or not len(self._hits):
            self._current = None
            self._screen.article.show_hits(self._hits)
            if self._from is not None:
                self._screen.article.reveal(self._from)
        else:
            after = self._hits.after(self._from) if self._from is not None else 0
            self._to(after if after is not None else 0)
        self._screen.prompt.tell(self.told)

    def _to(self, number: int) -> None:
        assert self._hits is not None
        self._current = number
        self._screen.article.show_hits(self._hits, number, alone=self._alone)
        self._screen.article.reveal(self._hits[number].place)

    def find_again(self) -> None:
        """The open article came anew: find in it what was found; the cursor stays."""
        self._hits, self._current = self._find(self._asked), None
        self._screen.article.show_hits(self._hits)
        self._find_beside(self._asked)
        if self._screen.prompt.kind == "find":
            self._screen.prompt.tell(self.told)

    def _light_all(self) -> None:
        """Light every hit: what was typed was meant, if it is one letter only."""
        self._alone = False
        self._screen.article.show_hits(self._hits, self._current)
        self._find_beside(self._asked)

    @property
    def told(self) -> str:
        """How many hits there are, which one this is, and other spellings among them."""
        if self._hits is None:
            return ""
        beside = f", {self._beside:,} in the sidebar" if self._beside else ""
        if not len(self._hits):
            return f"not in the text{beside}" if beside else "not found"
        others = ", ".join(self._hits.variants[:3])
        return f"{(self._current or 0) + 1}/{len(self._hits):,}{f', also {others}' if others else ''}{beside}"

    @property
    def _not_there(self) -> str:
        if self._beside:
            beside = f", but {self._beside:,} times in the sidebar" if self._beside > 1 else ", but in the sidebar"
        else:
            key = self._screen.resolver.key_for("search-library")
            beside = f"; {key} searches all" if key else ""
        return f"“{self._asked}” is not in this article{beside}."

    def do_next_hit(self, count: int | None) -> None:
        """The next hit."""
        self._round(count or 1)

    def do_previous_hit(self, count: int | None) -> None:
        """The hit before."""
        self._round(-(count or 1))

    def _round(self, step: int) -> None:
        if self._hits is None or not len(self._hits):
            self._screen.status.say(self._not_there)
            return
        if self._current is None:  # shown in an article that was opened just now: on from the cursor
            place = self._screen.article.place
            following = (self._hits.after(place) if place is not None else 0) or 0
            self._to((following + (step - 1 if step > 0 else step)) % len(self._hits))
        else:
            self._to((self._current + step) % len(self._hits))
        self._screen.status.say(f"{self._asked}: {self.told}")

    def do_end_find(self, _: int | None) -> None:
        """Take the marks away; the cursor stays."""
        self._goes_on = False
        self._show_none()

    def _show_none(self) -> None:
        self._hits = self._current = None
        self._alone = False
        self._screen.article.show_hits(None)
        self._find_beside("")

    @property
    def carried(self) -> str:
        """What is being found: looked for in the articles that follow too, until Esc, or until one is chosen in the list."""
        return self._asked if self._goes_on and self._screen.pane is not self._screen.list else ""

    def carry(self, searched: str, carried: str, *, stay: bool) -> None:
        """Show hits in the article that was opened: of all words of the library's search from the first on, else of the last
        find."""
        self._alone = False
        if searched:
            self._how, self._case = "query", False
        hits = self._find(searched or carried)
        self._goes_on = True
        self._find_beside(searched or carried)
        if hits is None or not len(hits):
            return
        self._asked, self._hits, self._current = searched or carried, hits, None
        if stay or not searched:
            self._screen.article.show_hits(hits)
            self._screen.status.say(f"{self._asked}: {len(hits):,} here")
        else:
            self._to(0)
            self._screen.status.say(f"{self._asked}: {self.told}")

    # The prompt

    def turn(self, step: int) -> None:
        """An earlier find, or a later one."""
        self._screen.prompt.turn(self.history, step)

    def typed(self, kind: str, text: str) -> None:
        """A key in the prompt."""
        if kind == "find":
            self._typed_find(text)

    def answered(self, kind: str, text: str) -> bool:
        """Enter in the prompt; whether it was about finding."""
        if kind == "find":
            self._goes_on = bool(text)
            if self._alone:
                self._light_all()
            if text:
                self.history.add(text)
                self._screen.going.remember(self._from)
            if self._hits is not None and not len(self._hits):
                self._screen.status.say(self._not_there)
        return kind == "find"

    def dismissed(self, kind: str) -> None:
        """Esc in the prompt: back to where one was."""
        if kind == "find":
            self.do_end_find(None)
            if self._from is not None:
                self._screen.article.reveal(self._from)
