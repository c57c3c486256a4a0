"""The conversation: a prompt that says where one is, a line, an answer; and the state that its parts share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.commands import Command, Context, remapped
from reader.errors import ReaderError, SettingsError, UsageError
from reader.linear.acting import Acting
from reader.linear.arranging import Arranging
from reader.linear.contents import Contents
from reader.linear.guide import Guide
from reader.linear.listing import Listing
from reader.linear.margins import Margins
from reader.linear.orders import SCREEN, Order, Orders
from reader.linear.passage_list import PassageList
from reader.linear.points import Points
from reader.linear.sourcing import Sourcing
from reader.linear.telling import Telling
from reader.linear.voice import Voice
from reader.newsroom import Newsroom
from reader.settings import Settings
from reader.text.clean import one_line

INTERRUPTED = 130
"""How a program ends that Control-C ended, as a shell expects it."""


class Session:
    """One conversation with a reader. `ask` gives a line for a prompt, None at the end of the input."""

    def __init__(
        self, room: Newsroom, settings: Settings, voice: Voice, ask: Callable[[str], str | None], *, script: bool
    ) -> None:
        self.room = room
        self.settings = settings
        self.voice = voice
        self.focus: Context = "list"
        self._ask = ask
        self._script = script
        self._failed = False
        self._open = True
        self.listing = Listing(self)
        self.telling = Telling(self)
        self.margins = Margins(self)
        self.passages = PassageList(self)
        self.points = Points(self)
        self.acting = Acting(self)
        self.arranging = Arranging(self)
        self.contents = Contents(self)
        self.sourcing = Sourcing(self)
        self.guide = Guide(self)
        self.table = self._keyed()
        self._orders = Orders(self.table)

    def run(self, sources: Sequence[str], notice: str = "") -> int:
        """Talk until it is left, and say how it ended as an exit code."""
        if notice:
            self.voice.say(notice)
        try:
            self._attempt(lambda: self.acting.take_in(sources, opens=True))
            self._attempt(self._begin)
            stopped = False
            while self._open:
                try:
                    self._attempt(self._turn)
                    stopped = False
                except KeyboardInterrupt:
                    if stopped:
                        return INTERRUPTED
                    stopped = True
                    self.voice.lines(["", "Stopped. quit leaves, and so does Control-C once more."])
        finally:
            self.telling.leave()
        return int(self._failed and self._script)

    def _keyed(self) -> tuple[Command, ...]:
        """The commands with the person's keys, or with ours where those contradict one another."""
        try:
            return remapped(self.settings.keys)
        except SettingsError as error:
            self.voice.complain(error)
            return remapped({})

    def _attempt(self, step: Callable[[], None]) -> None:
        """Do a step; a failure is told, and the conversation goes on."""
        try:
            step()
        except ReaderError as error:
            self._failed = True
            self.voice.complain(error)

    def _begin(self) -> None:
        for mistake in self.settings.mistakes:
            self.voice.say(f"Settings, {mistake}.")
        if self.telling.reading is None:
            self.listing.tell(0)

    def _turn(self) -> None:
        line = self._ask(self.prompt)
        if line is None:
            self.do_quit_now(Order("quit-now"))
            return
        self.telling.tick()
        self.obey(line)

    @property
    def prompt(self) -> str:
        """Where one is, as short as a Braille line wants it."""
        return f"{self.telling.standing if self.focus == 'article' else _PROMPTS[self.focus]}> "

    @property
    def contexts(self) -> tuple[Context, ...]:
        """The contexts that hold now, the nearest first."""
        if self.focus == "list":
            return ("narrowed", "list", "everywhere") if self.listing.shown.narrowed else ("list", "everywhere")
        if self.focus == "article" and self.telling.finding.hits:
            return "found", "article", "everywhere"
        return self.focus, "everywhere"

    def obey(self, line: str) -> None:
        """Do what a line says. Raises ReaderError where it cannot be understood or done."""
        order = self._orders.understand(one_line(line), self.contexts)
        if order.id in SCREEN:
            raise UsageError(f"{order.id} needs the screen.", SCREEN[order.id])
        name = f"do_{order.id.replace('-', '_')}"
        for owner in self._owners():
            do = getattr(owner, name, None)
            if do is not None:
                do(order)
                return
        raise UsageError(f"{order.id} needs the screen.", "help lists what can be done here.")

    def _owners(self) -> tuple[object, ...]:
        """Who may know a command: first the part where one is."""
        parts = {"list": self.listing, "article": self.telling, "sidebar": self.points, "passages": self.passages}
        return (
            parts[self.focus],
            self.telling,
            self.telling.moving,
            self.telling.finding,
            self.listing,
            self.listing.shown,
            self.margins,
            self.points,
            self.acting,
            self.arranging,
            self.contents,
            self.sourcing,
            self.guide,
            self,
            self.passages,
        )

    def wanted(self, order: Order, question: str) -> str:
        """The words of an order, else those that the person gives when asked."""
        return order.words or one_line(self._ask(f"{question}: ") or "")

    def do_leave(self, _: Order) -> None:
        """Outwards: to the article, then to the list, then to all of the list."""
        if self.focus in ("sidebar", "passages") and self.telling.reading is not None:
            self.focus = "article"
        elif self.focus == "list" and self.listing.shown.narrowed:
            self.listing.shown.do_leave_list(Order("leave-list"))
            return
        elif self.focus == "list":
            raise UsageError("The list is the outermost place.", "quit leaves the program.")
        else:
            self.telling.leave()
            self.focus = "list"
        self.do_where(Order("where"))

    def do_where(self, _: Order) -> None:
        """Say where one is."""
        match self.focus:
            case "list":
                self.voice.say(self.listing.where)
            case "passages":
                self.voice.say(self.passages.where)
            case "sidebar":
                self.voice.say(self.points.where)
            case _:
                self.voice.say(self.telling.where)

    do_redraw = do_where

    def do_quit_now(self, _: Order) -> None:
        """Leave the program."""
        self._open = False
        self.voice.say("Left. What was read, marked and reached is kept.")

    do_quit = do_quit_now


_PROMPTS = {"list": "list", "sidebar": "summary", "passages": "passages"}
