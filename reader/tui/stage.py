"""What the hands work at: the panes, the state of the moment, and the other hands.

A hand knows this and not the screen that has the hands, so that nobody imports whoever imports it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual.timer import Timer
from textual.widget import Widget

from reader.model import Place, View
from reader.newsroom import Newsroom, Reading
from reader.settings import Settings
from reader.tui.article_pane import ArticlePane
from reader.tui.favors import Acts, Arranges, Compares, Finds, Goes, Marks, Notes, Recalls, Searches, Updates
from reader.tui.jobs import Jobs
from reader.tui.keys import Resolver
from reader.tui.list_pane import ListPane, Rows
from reader.tui.messages import Acted
from reader.tui.pressing import Keyed
from reader.tui.prompt import Prompt
from reader.tui.row_sources import ViewRows
from reader.tui.settling import SettledScreen
from reader.tui.status import StatusLine
from reader.tui.summary_pane import SummaryPane

_PANES = ("list", "article", "sidebar")
_HELD = 0.3
"""Seconds that keys wait at most: a disk or another program that holds the library longer does not hold the keys."""


class Stage(Keyed, SettledScreen[None]):
    """A screen with list, article and sidebar, and hands that work at them. The hands are said by whoever has them: `abc` cannot
    ask for that, as Textual's screens have a metaclass of their own."""

    prompt: Prompt
    _held: Timer | None = None

    def __init__(
        self,
        room: Newsroom,
        settings: Settings,
        resolver: Resolver,
        *,
        clock: Callable[[], datetime],
        broken: Callable[[BaseException], None],
    ) -> None:
        super().__init__(id="reading", classes="-at-list -sidebar" if settings.sidebar else "-at-list")
        self.room = room
        self.settings = settings
        self.resolver = resolver
        self.clock = clock
        self.jobs = Jobs(self, broken)
        self.view = View()
        self.reading: Reading | None = None
        self.began_bare = False
        self.pressed_at = 0.0
        self.list = ListPane(clock, ascii=settings.ascii)
        self.article = ArticlePane(ascii=settings.ascii)
        self.sidebar = SummaryPane(ascii=settings.ascii)
        self.status = StatusLine(ascii=settings.ascii)

    # The hands, as far as others ask something of them

    @property
    def going(self) -> Goes:
        """Opening entries, jumping and coming back."""
        raise NotImplementedError

    @property
    def acting(self) -> Acts:
        """Acting on entries."""
        raise NotImplementedError

    @property
    def finding(self) -> Finds:
        """Finding in the article."""
        raise NotImplementedError

    @property
    def searching(self) -> Searches:
        """Searching the library, and the views of the list."""
        raise NotImplementedError

    @property
    def marking(self) -> Marks:
        """Marking passages."""
        raise NotImplementedError

    @property
    def arranging(self) -> Arranges:
        """Passages given other colors, tags and borders."""
        raise NotImplementedError

    @property
    def noting(self) -> Notes:
        """Notes on passages."""
        raise NotImplementedError

    @property
    def recalling(self) -> Recalls:
        """Coming back to passages."""
        raise NotImplementedError

    @property
    def comparing(self) -> Compares:
        """Comparing versions."""
        raise NotImplementedError

    @property
    def updating(self) -> Updates:
        """What comes from the web, and keeping house."""
        raise NotImplementedError

    # State of the moment

    @property
    def pane(self) -> Widget:
        """The pane that has the focus, or had it before the prompt."""
        if self.has_class("-at-article"):
            return self.article
        return self.sidebar if self.has_class("-at-sidebar") else self.list

    def at(self, pane: str) -> None:
        """Give a pane the focus."""
        self.mark_pane(pane)
        self.set_focus(
            {"list": self.list, "article": self.article, "sidebar": self.sidebar}[pane], scroll_visible=False
        )

    def mark_pane(self, pane: str) -> None:
        """Where all panes are in sight nothing is styled otherwise by it, so the style sheet is not asked: 8 ms."""
        self.update_classes({f"-at-{name}": name == pane for name in _PANES}, update=not self.has_class("-wide"))

    @property
    def untouched(self) -> bool:
        """Whether the list began without entries of the person's and nobody has gone anywhere: it stays at its top."""
        return self.began_bare and not self.pressed_at and self.reading is None

    def act(self, work: Callable[[], str]) -> None:
        """Do in the background what a person asked for; what `work` says is told once it is on the disk and shown. The keys
        behind it wait for that."""
        self.hold()
        self.jobs.act(lambda: Acted(work()))

    def hold(self) -> None:
        """Keys wait until `stand`, for what they mean depends on what is being written down or looked up; but not for long.
        A wait before, which may be over, ends this one no earlier."""
        self.stands = False
        if self._held is not None:
            self._held.stop()
        self._held = self.set_timer(_HELD, self.stand)

    def reload(self, keep: int | None = None) -> None:
        """Fetch the list anew; the cursor stays on its entry, on the same line of the screen."""
        entry = None if self.untouched else self.list.entry
        wanted = keep if keep is not None else None if entry is None else entry.id
        rows: Rows = self.searching.renewed() or ViewRows(self.room, self.view)
        rank = None
        if wanted is not None and isinstance(rows, ViewRows):
            rank = self.room.rank(self.view, self.room.number_of(wanted))
        self.list.renew(rows, self.list.cursor if rank is None and wanted is not None else rank)

    def show_anew(self, reading: Reading) -> None:
        """Show what is open as it came anew, at the place where one reads; what was found in it is found again."""
        found = self.article.hits is not None
        self.show_reading(reading, self.article.place)
        if found:
            self.finding.find_again()

    def show_reading(self, reading: Reading, at: Place | None = None, *, anew: bool = True) -> None:
        """Show an entry; with `anew` off only what belongs to it has changed."""
        self.reading = reading
        if anew:
            version = f"version {reading.version} of {reading.entry.versions}" if reading.version else ""
            self.article.show(reading.article, reading.passages, at or reading.entry.position, version)
        else:
            self.article.show_passages(reading.passages)
        if self.sidebar.show(reading.article, reading.summaries, reading.passages, reading.glance):
            self.sidebar.read_at(self.article.place)
