"""The rules that hide, star, tag or mark entries: made, tried while they are typed, switched off and on, taken away.

What a rule takes is found out in the background: with words in it every text has to be looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from time import monotonic, sleep
from typing import TYPE_CHECKING

from textual.message import Message

from reader import filters
from reader.errors import ReaderError, UsageError
from reader.filters import Rule
from reader.model import Act
from reader.newsroom.undoing import undone
from reader.text.clean import one_line
from reader.tui.list_rows import Look
from reader.tui.messages import Answered, Dismissed, Ready
from reader.tui.painting import Stretch
from reader.tui.rule_rows import HEIGHT, Taken, rule_row, taken_row
from reader.tui.views.asking import AskingScreen
from reader.tui.views.page import ItemsPane, Lines
from reader.typeset.breaking import fill

if TYPE_CHECKING:
    from reader.tui.stage import Stage

MOST = 500
"""Entries that are listed of a rule: more are found by a search."""
_TRIED = 100
"""Entries that are shown of a rule that is being typed."""
_WIDEST = 100
_TOLD_EVERY = 0.5
"""Seconds between two words about how many were found."""
_BREATH = 0.004
"""Seconds that keys may have after each stretch of entries."""
_WHICH = 'words "a phrase" -not  title:…  source:…  author:…  language:de  #tag'
_WHAT = "hide  star  read  #tag"


class RulesScreen(AskingScreen[Rule]):
    """The list of rules; it is closed with the one whose entries are to be listed."""

    contexts = ("rules", "everywhere")

    def __init__(self, reading: Stage) -> None:
        ascii = reading.settings.ascii
        self._page = ItemsPane("Rules", self._build, height=HEIGHT, ascii=ascii)
        super().__init__(self._page, reading.resolver, ascii=ascii)
        self._reading = reading
        self._web = reading.room.web
        self._rules = self._web.rules()
        self._taken: Taken | None = None
        self._typed = Rule()
        self._tried: Taken | None = None
        self._sifting = 0

    def on_mount(self) -> None:
        """How many each takes is counted behind the first paint."""
        self._count()

    def on_unmount(self) -> None:
        """Nobody waits for a count any more."""
        self._sifting += 1

    # Lines

    def _build(self, width: int) -> tuple[Lines, list[int]]:
        look = Look(min(width, _WIDEST), self._reading.clock(), ascii=self._reading.settings.ascii)
        lines: list[list[Stretch]] = []
        starts = []
        if self.prompt.kind is not None:
            lines += [taken_row(entry, look) for entry in (self._tried.first if self._tried else ())]
        else:
            for number, rule in enumerate(self._rules.values()):
                starts.append(len(lines))
                lines += rule_row(rule, self._taken.told(number) if self._taken else "", look)
        said = self._last_line()
        return [*lines, *([Stretch(said[a:b], ("quiet",))] for a, b in fill(said, width))], starts

    def _last_line(self) -> str:
        if self.prompt.kind is None:
            return (
                "" if self._rules else "There is no rule yet: + makes one, and shows what it would take as it is typed."
            )
        if self._typed == Rule():
            return "Say which entries: what they would be is shown here before anything is done."
        return "" if self._tried and self._tried.first else "None of the entries there are."

    @property
    def number(self) -> int:
        """The number of the rule under the cursor. Raises UsageError where there is none."""
        if not self._rules:
            raise UsageError("There is no rule to do that to.", "+ makes one.")
        return list(self._rules)[min(self._page.number, len(self._rules) - 1)]

    # What they take

    def _sift(self, rules: Sequence[Rule], show: Callable[[Taken], None]) -> None:
        """Find out what some rules take, and show it as it is found; what was being found out before is left."""
        self._sifting += 1
        mine, taken = self._sifting, Taken(_TRIED)

        def steps() -> Iterator[Message]:
            told = monotonic()
            for stretch in self._web.sift(rules) if rules else ():
                if mine != self._sifting:
                    return
                taken.add(stretch)
                if monotonic() - told > _TOLD_EVERY:
                    told = monotonic()
                    yield Ready(partial(self._found, mine, show, replace(taken, first=list(taken.first))))
                sleep(_BREATH)
            taken.whole = True
            yield Ready(partial(self._found, mine, show, taken))

        self._reading.jobs.stream("rules", steps)

    def _found(self, asked: int, show: Callable[[Taken], None], taken: Taken) -> None:
        if asked == self._sifting:
            show(taken)
            self._page.renew()

    def _count(self) -> None:
        self._sift(tuple(self._rules.values()), self._counted)

    def _counted(self, taken: Taken) -> None:
        self._taken = taken

    def _try(self, text: str) -> None:
        """Show what a rule that is being typed would take."""
        self._typed, self._tried = filters.which(text), None
        self.prompt.tell("")
        self._sift((self._typed,) if self._typed != Rule() else (), self._show_tried)

    def _show_tried(self, taken: Taken) -> None:
        self._tried = taken
        self.prompt.tell("" if self._typed == Rule() else taken.told())

    # Commands

    def do_open(self, _: int | None) -> None:
        """The entries that it takes, in the list."""
        self.close(self._rules[self.number])

    def do_add_rule(self, _: int | None) -> None:
        """Ask which entries, then what is done to them."""
        self._ask("which", "Entries with", "", _WHICH)
        self._try("")

    def _ask(self, kind: str, label: str, text: str, hint: str) -> None:
        self.prompt.ask(kind, label, text, hint)
        self._page.renew()

    def do_switch_rule(self, _: int | None) -> None:
        """Off, or on again."""
        number = self.number
        off = self._rules[number].off
        self._act(lambda: self._web.switch_rule(number, on=off))

    def do_remove_rule(self, _: int | None) -> None:
        """Out of the list; what only it hid is shown again."""
        number = self.number
        self._act(lambda: self._web.forget_rule(number))

    def do_undo(self, _: int | None) -> None:
        """Take back what was done last."""
        self._renew(undone(self._reading.room.undo()))

    def _act(self, work: Callable[[], Act]) -> None:
        """In the background, for every entry may have to be looked at."""

        def run() -> Message:
            try:
                act = work()
            except ReaderError as error:
                failed = error
                return Ready(lambda: self.status.fail(failed))
            return Ready(lambda: self._renew(f"{told(act)}. {self.way_back}"))

        self._sifting += 1
        self.status.say("Looking through the entries…", stays=True)
        self._reading.jobs.act(run)

    def _renew(self, said: str) -> None:
        """Show the rules as they are now, and say what was done."""
        self._rules, self._taken = self._web.rules(), None
        self._page.renew()
        self._count()
        self.status.say(said)

    # The prompt

    def typed(self, kind: str, text: str) -> None:
        """What the rule would take follows the typing."""
        if kind == "which":
            self._try(text)

    def on_answered(self, event: Answered) -> None:
        """Enter in the prompt."""
        self._page.focus()
        try:
            self._answer(event.kind, event.text)
        except ReaderError as error:
            self.refused(event.kind, error)
        if self.prompt.kind is None:
            self._count()
        self._page.renew()
        self.hint()

    def _answer(self, kind: str, text: str) -> None:
        if kind == "which":
            self._typed = filters.which(text)
            if self._typed != Rule():
                self._ask("what", f"Of {filters.asked(self._typed)}", "", _WHAT)
                if self._tried:
                    self.prompt.tell(self._tried.told())
            return
        rule = filters.doing(self._typed, text)
        self._act(lambda: self._web.keep_rule(rule))

    def on_dismissed(self, event: Dismissed) -> None:
        """Esc in the prompt."""
        self._page.focus()
        self._count()
        self._page.renew()
        self.hint()


def told(act: Act) -> str:
    """What was done, and to how many entries."""
    count = len(act.entries)
    return one_line(act.label) + (f"; it took {count:,} {'entry' if count == 1 else 'entries'}" if count else "")


def name_of(rule: Rule) -> str:
    """What the list is called while it shows what a rule takes."""
    return f"Rule: {filters.described(rule)}"
