"""The reading screen: composes the panes, routes keys and messages, owns the state of the moment.

What keys do is in the hands (`going`, `finding`, `acting`, `marking`): each has a `do_` method for a command of the
table, and the panes have theirs for moving. The nearest wins: pane, screen, app, hands.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from time import monotonic

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Click, DescendantFocus, Key
from textual.reactive import Reactive
from textual.widget import Widget

from reader.commands import Context
from reader.errors import ReaderError
from reader.newsroom import Newsroom
from reader.settings import Settings
from reader.tui import messages, warming
from reader.tui.hands import Handed
from reader.tui.keys import Resolver, written
from reader.tui.prompt import Prompt
from reader.tui.row_sources import ViewRows
from reader.tui.summary_pane import TargetChosen
from reader.tui.welcome import greeting, steps

_WARMED = 0.8
"""Seconds without a key after which the prompt's parts are made, ahead of the first question."""
_HOUSE = 3.0
"""Seconds after the first paint until the house is kept for the first time: nobody waits for that."""
_LOOK_AGAIN = 1.0
"""Seconds between looks whether another program changed the library; a look costs 10 µs."""


class ReadingScreen(Handed):
    """List, article and sidebar."""

    AUTO_FOCUS = None
    focused = Reactive[Widget | None](None, repaint=False)
    """Textual's own would paint the whole screen anew at each change of the focus."""

    def __init__(
        self,
        room: Newsroom,
        settings: Settings,
        resolver: Resolver,
        *,
        clock: Callable[[], datetime],
        sources: Sequence[str] = (),
        broken: Callable[[BaseException], None],
    ) -> None:
        super().__init__(room, settings, resolver, clock=clock, broken=broken)
        self._sources = tuple(sources)
        self._stamp = 0
        self._wish(settings)
        self.prompt = Prompt(self.status, self.typed)
        self.sizing.restore()

    def compose(self) -> ComposeResult:
        """Three panes, the prompt, the footer."""
        with Horizontal(id="panes"):
            yield self.list
            yield self.article
            yield self.sidebar
        yield self.prompt
        yield self.status

    def on_mount(self) -> None:
        """Show the library; what was given on the command line comes in behind the first paint."""
        self.list.show(ViewRows(self.room, self.view))
        self.began_bare = not self.list.total or self.room.showcase.open
        self.list.focus()
        self.article.greet(partial(steps, self.resolver.key_for))
        self._stamp = self.room.stamp()
        self.set_interval(_LOOK_AGAIN, self._look_again)
        said = greeting(self.list.total, samples=self.room.showcase.open)
        if said and not self.status.text:  # what is wrong with the settings comes first
            self.status.say(said)
        self.call_after_refresh(self._painted)
        self.call_after_refresh(self.stand)

    def _painted(self) -> None:
        """After the first paint: what is in memory by now stays there, so that no collection looks at it again."""
        gc.freeze()
        gc.enable()
        self.jobs.latest("warm", partial(warming.rehearse, self.room, self.list.entry, self.article.set_for))
        self.set_timer(_WARMED, self._warm_on)
        self.set_timer(_HOUSE, self.each_minute)
        self.set_interval(60.0, self.each_minute)
        if self._sources:
            self.acting.take_in(self._sources)

    def _warm_on(self) -> None:
        if monotonic() - self.pressed_at < _WARMED:  # somebody reads on: each key would wait a little
            self.set_timer(_WARMED, self._warm_on)
            return
        self.prompt.prepare()
        self.jobs.latest("warm", warming.rest)

    def on_unmount(self) -> None:
        """Nothing that was asked for is lost."""
        if self.reading is not None:
            self.going.keep_position()
        self.room.hang_up()
        self.jobs.close()

    # State of the moment

    @property
    def contexts(self) -> tuple[Context, ...]:
        """Where keys are looked up, the nearest first."""
        if "linking" in self.__dict__ and self.linking.picked is not None:
            return ("linking",)
        if self.pane is self.article:
            selecting: tuple[Context, ...] = ("selecting",) if self.article.selection is not None else ()
            found: tuple[Context, ...] = ("found",) if self.article.hits is not None else ()
            return (*selecting, *found, "article", "everywhere")
        if self.pane is self.sidebar:
            return ("sidebar", "everywhere")
        choosing: tuple[Context, ...] = ("choosing",) if self.list.chosen else ()
        narrowed: tuple[Context, ...] = ("narrowed",) if self.searching.narrowed else ()
        return (*choosing, *narrowed, "list", "everywhere")

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The classes follow the focus, whoever gave it; without an article only the list has anything to do."""
        if self.reading is None and event.widget in (self.article, self.sidebar):
            self.list.focus()
            return
        for pane, name in ((self.list, "list"), (self.article, "article"), (self.sidebar, "sidebar")):
            if event.widget is pane:
                self.mark_pane(name)
        self.hint()

    # Keys

    async def key(self, event: Key) -> None:
        """A key: a letter where links wait for one; arrows bring back what was asked before."""
        self.pressed_at = monotonic()
        asked = self.resolver.single(event.key, "asking") if self.prompt.kind == "find" else None
        if self.prompt.kind is None and self.article.links:
            self.linking.key(written(event.key, event.character))
        elif asked is not None and event.key != "escape":
            self.run_command(asked.id)
        elif self.prompt.kind is not None and event.key in ("up", "down"):
            turns = {"add": self.acting.other_offer, "find": self.finding.turn}
            turns.get(self.prompt.kind, self.searching.turn)(-1 if event.key == "up" else 1)
        else:
            await super().key(event)

    def run_command(self, name: str, count: int | None = None) -> None:
        """Do what a command says; the sidebar follows in the same paint, its message would come 14 ms later."""
        super().run_command(name, count)
        if self.reading is not None:
            self.sidebar.read_at(self.article.place)

    def paste(self, text: str) -> None:
        """A pasted address or path is offered for adding."""
        pasted = [line.strip() for line in text.splitlines() if line.strip()]
        if self.prompt.kind is not None:
            super().paste(text)
        elif len(pasted) == 1:
            self.acting.do_add(None, pasted[0])
        elif pasted:
            self.acting.take_in(pasted)

    def on_click(self, _: Click) -> None:
        """A click changes what can be done."""
        self.hint()

    # The library

    def _look_again(self) -> None:
        stamp = self.room.stamp()
        if stamp != self._stamp:
            self._stamp = stamp
            self.renewing.look()

    # Messages from panes and jobs

    def on_entry_chosen(self, event: messages.EntryChosen) -> None:
        """Open it."""
        self.searching.open(event.entry, event.passage)

    def on_place_reached(self, event: messages.PlaceReached) -> None:
        """The sidebar follows the reading; the place is kept."""
        self.sidebar.read_at(event.place)
        self.going.reached(event.place)

    def on_place_chosen(self, event: messages.PlaceChosen) -> None:
        """A point, a heading or a passage of the sidebar."""
        self.going.jump(event.place)

    def on_target_chosen(self, event: TargetChosen) -> None:
        """A row of the sidebar that stands nowhere in the article."""
        self.acting.to_target(event.target)

    def on_border_dragged(self, event: messages.BorderDragged) -> None:
        """The border of a pane is being moved, or was."""
        if event.column is None:
            self.sizing.settle()
        else:
            self.sizing.drag(event.pane, event.column)

    def on_end_reached(self, _: messages.EndReached) -> None:
        """Reading on past the end."""
        self.going.read_on()

    def typed(self, kind: str, text: str) -> None:
        """A key in the prompt."""
        self.finding.typed(kind, text)
        self.searching.typed(kind, text)

    def on_answered(self, event: messages.Answered) -> None:
        """Enter in the prompt."""
        self.at(self.pane.id or "list")
        hands = (self.finding, self.searching, self.acting, self.shelving, self.marking)
        try:
            any(hand.answered(event.kind, event.text) for hand in hands)
        except ReaderError as error:
            self.refused(event.kind, error)
        self.hint()

    def on_dismissed(self, event: messages.Dismissed) -> None:
        """Esc in the prompt."""
        self.at(self.pane.id or "list")
        self.finding.dismissed(event.kind)
        self.searching.dismissed(event.kind)
        self.marking.dismissed(event.kind)
        self.hint()

    def on_acted(self, event: messages.Acted) -> None:
        """Something is on the disk: now it may be shown, and the next key be done."""
        self.acting.acted(event.said)
        self.stand()

    def on_came(self, event: messages.Came) -> None:
        """A source came in."""
        self.acting.came(event)

    def on_all_came(self, event: messages.AllCame) -> None:
        """All sources came in."""
        self.acting.all_came(event.outcomes)

    def on_summarized(self, event: messages.Summarized) -> None:
        """The summaries are there."""
        self.going.summarized(event)

    def on_library_searched(self, event: messages.LibrarySearched) -> None:
        """The search has an answer."""
        self.searching.library_searched(event.text, event.found)
        self.stand()

    def on_done(self, event: messages.Done) -> None:
        """A piece of work is done."""
        self.status.say(event.said)

    def on_ready(self, event: messages.Ready) -> None:
        """A piece of work has its result; what is done with it may fail, as an editor does."""
        try:
            event.show()
        except ReaderError as error:
            self.status.fail(error)

    def on_failed(self, event: messages.Failed) -> None:
        """A piece of work failed; no key waits for it any more."""
        self.stand()
        if not self.searching.failed(event.job, event.error):
            self.status.fail(event.error)

    def apply(self, settings: Settings) -> None:
        """The person wishes otherwise: what can be shown at once is."""
        if settings.points != self.settings.points and self.reading is not None:
            self.going.ask_points(settings.points)
        self.settings = settings
        self._wish(settings)
        self.set_class(settings.sidebar, "-sidebar")

    def _wish(self, it: Settings) -> None:
        self.article.wish(measure=it.measure, justified=it.justify, hyphenated=it.hyphenate, links=it.links)
