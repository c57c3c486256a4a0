"""Where articles come from: each source with what it has and how it is doing; renamed, moved, muted, removed, updated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from reader.errors import ReaderError, UsageError
from reader.model import Act, Source, View
from reader.newsroom.following import Subscribed
from reader.newsroom.naming import told_apart
from reader.newsroom.undoing import undone
from reader.text.clean import one_line
from reader.tui.browsing import browse
from reader.tui.list_rows import Look, cut
from reader.tui.messages import Answered, Dismissed, Ready
from reader.tui.painting import Stretch
from reader.tui.source_rows import HEIGHT, fitting, in_folders, source_row, told_waiting, waiting_row
from reader.tui.views.asking import AskingScreen
from reader.tui.views.page import ItemsPane, Lines
from reader.typeset.breaking import fill

if TYPE_CHECKING:
    from reader.library.rows import Waiting
    from reader.tui.stage import Stage

_LOOK_AGAIN = 1.0
"""Seconds between looks whether the library has changed, as an update changes it."""

_WEEK = 7
_WIDEST = 100
_DIGITS = 10
_NEXT_WISH: dict[str | None, Literal["always", "never"] | None] = {None: "always", "always": "never", "never": None}


class SourcesScreen(AskingScreen[Source]):
    """The list of sources; it is closed with the one whose articles are to be listed."""

    contexts = ("sources", "everywhere")

    def __init__(self, reading: Stage) -> None:
        ascii = reading.settings.ascii
        self._page = ItemsPane("Sources", self._build, height=HEIGHT, ascii=ascii)
        super().__init__(self._page, reading.resolver, ascii=ascii)
        self._reading = reading
        self._web = reading.room.web
        self._user = self._secret = ""
        self._asked: Subscribed | None = (
            None  # what a question is about: an update may change the list before the answer
        )
        self._all = self._web.sources()
        self._waiting = self._web.waiting()
        self._found: tuple[Subscribed, ...] = ()
        self._stamp = reading.room.stamp()

    def on_mount(self) -> None:
        """What an update changes is shown. The page takes the keys: Textual has called the base class for that."""
        self.set_interval(_LOOK_AGAIN, self._look_again)

    def _look_again(self) -> None:
        stamp = self._reading.room.stamp()
        if stamp != self._stamp:  # in the background: of 1,000 sources it takes 40 ms
            self._stamp = stamp
            shown, web = self._all, self._web
            self._reading.jobs.latest("sources", lambda: Ready(partial(self._changed, shown, web.sources())))

    def _changed(self, before: tuple[Subscribed, ...], now: tuple[Subscribed, ...]) -> None:
        """Show what was looked up, unless something was done meanwhile: then it is looked up again."""
        if self._all is before:
            self._renew(now)
        else:
            self._stamp = -1

    # Lines

    def _look(self, width: int) -> Look:
        return Look(min(width, _WIDEST), self._reading.clock(), ascii=self._reading.settings.ascii)

    def _build(self, width: int) -> tuple[Lines, list[int]]:
        look = self._look(width)
        self._found = tuple(in_folders(fitting(self._all, self._filter, look)))
        self._page.narrowed(self._filter, f"{len(self._found):,}")
        if self.prompt.kind == "filter":
            self.prompt.tell(f"{len(self._found):,}" if self._found else "none")
        lines: list[list[Stretch]] = []
        if waits := told_waiting(self._waiting):
            lines += [[Stretch(waits[a:b], ("standing",))] for a, b in fill(waits, width)]
            lines.append([])
        starts, names = [], told_apart([it.source for it in self._all])
        folder: str | None = None
        for it in self._found:
            if (it.source.folder or None) != folder:
                folder = it.source.folder
                name = cut(one_line(folder or ""), look.width, look.sign("…", "..."))
                lines += [*([[]] if lines else []), [Stretch(name, ("group",))]]
            starts.append(len(lines))
            lines += source_row(it, look, names.get(it.source.id, ""))
        if self._addresses:
            lines += [[], [Stretch("To be added", ("group",))]]
            for each in self._addresses:
                starts.append(len(lines))
                lines += waiting_row(each, look)
        said = self._last_line()
        lines += [[Stretch(said[a:b], ("quiet",))] for a, b in fill(said, width)]
        return lines, starts

    def _last_line(self) -> str:
        if self._found:
            return ""
        if self._all:
            return f"No source has “{self._filter}” in its title, folder, tags, address or state. Esc shows all again."
        return (
            "There is no source yet: + adds one by the address of a feed or a site, or a folder of files. "
            "`newsreader import` takes the OPML file of another reader."
        )

    def _renew(self, now: tuple[Subscribed, ...] | None = None) -> None:
        """Show the sources as they are now; the cursor stays on its own, wherever that stands now."""
        kept = self.source
        self._all = self._web.sources() if now is None else now
        self._waiting = self._web.waiting()
        self._page.renew()
        where = next((n for n, it in enumerate(self._found) if kept is not None and it.source.id == kept.id), None)
        if where is not None:
            self._page.go(where)

    @property
    def _addresses(self) -> list[Waiting]:
        """What waits to be added: it stands below the sources, and no filter hides it."""
        return [it for it in self._waiting if it.kind == "add"]

    @property
    def _address(self) -> Waiting | None:
        """The address under the cursor that waits to be added."""
        number, addresses = self._page.number - len(self._found), self._addresses
        return addresses[number] if 0 <= number < len(addresses) else None

    @property
    def subscribed(self) -> Subscribed:
        """The source under the cursor with all that is known of it. Raises UsageError where there is none."""
        if self._address is not None:
            raise UsageError("This address waits for a network.", "The next update asks for it; D gives it up.")
        if not self._found:
            raise UsageError("There is no source to do that to.", "+ adds one.")
        return self._found[min(self._page.number, len(self._found) - 1)]

    @property
    def source(self) -> Source | None:
        """The source under the cursor."""
        return self.subscribed.source if self._found and self._address is None else None

    def _feed(self) -> Source:
        source = self.subscribed.source
        if source.kind != "feed":
            raise UsageError(f"{source.title} is no feed.", "Only feeds are asked for what is new.")
        return source

    def _act(self, work: Callable[[], Act]) -> None:
        """Do what a person asked for, and show it; a change of a source is one row (0.2 ms)."""
        act = work()
        self._renew()
        self.status.say(f"{one_line(act.label)}. {self.way_back}")

    # Commands

    def do_open(self, _: int | None) -> None:
        """Its articles, in the list."""
        self.close(self.subscribed.source)

    def do_rename_source(self, _: int | None) -> None:
        """Ask for another name."""
        self._asked = self.subscribed
        self.prompt.ask("name", "Name", one_line(self._asked.source.title), chosen=True)

    def do_move_source(self, _: int | None) -> None:
        """Ask for a folder; those that there are stand beside it."""
        self._asked = self.subscribed
        folder = self._asked.source.folder or ""
        self.prompt.ask("folder", "Folder", folder, "News, or News/Local; nothing for none", chosen=True)
        there = sorted({each.source.folder for each in self._all if each.source.folder})
        self.prompt.tell(cut(", ".join(map(one_line, there)), 60, self._page.dots))

    def do_source_interval(self, _: int | None) -> None:
        """Ask for the minutes between two visits."""
        self._feed()
        self._asked = self.subscribed
        every = self._asked.standing.every
        self.prompt.ask(
            "interval",
            "Minutes between visits",
            str(every or ""),
            "5 to 1440; nothing: as the feed wishes",
            chosen=True,
        )

    def do_source_articles(self, _: int | None) -> None:
        """Whole articles always, never, or where the feed has only teasers."""
        source, wish = self._feed(), _NEXT_WISH.get(self.subscribed.standing.full)
        self._act(lambda: self._web.fetch_full(source.id, wish))

    def do_mute_source(self, count: int | None) -> None:
        """Not shown for a week or so many days; shown again where it is muted and no number was typed."""
        it = self.subscribed
        days = None if it.standing.muted is not None and count is None else count or _WEEK
        self._act(lambda: self._web.mute(it.source.id, days))

    def do_remove_source(self, _: int | None) -> None:
        """Out of the list; an address that waits is not asked for any more."""
        address = self._address
        if address is not None:
            self._act(lambda: self._web.give_up(address.target))
        else:
            source = self.subscribed.source
            self._act(lambda: self._web.remove(source.id))

    def do_read_source(self, _: int | None) -> None:
        """Everything from it is read."""
        view = View(source_id=self.subscribed.source.id)
        self._act(lambda: self._reading.room.mark_all(view))

    def do_log_in(self, _: int | None) -> None:
        """Ask for a user name, then for the password, which is not shown."""
        self._asked = self.subscribed
        told = "nothing takes the login away" if self._asked.private else "then the password"
        self.prompt.ask("user", f"User name at {one_line(self._feed().title)}", "", told)

    def do_update_source(self, _: int | None) -> None:
        """Ask it now."""
        self._reading.updating.ask((self._feed().id,))

    def do_browse(self, _: int | None) -> None:
        """The site's own page, else the address itself."""
        it = self.subscribed
        address = it.standing.link or it.source.address
        if not address.startswith(("http://", "https://")):
            raise UsageError(f"{it.source.title} has no page on the web.", "Only what came from the web has one.")
        self.status.say(f"Opening {one_line(address)}")
        browse(self.app, self._reading.room, address)

    def do_copy(self, _: int | None) -> None:
        """The address, which holds no password and no token."""
        self.app.copy_to_clipboard(self.subscribed.source.address)
        self.status.say("Copied the address.")

    def do_add(self, _: int | None) -> None:
        """Ask for another one, where feeds to choose from are offered."""
        self.close(None)
        self._reading.acting.do_add(None)

    def do_undo(self, _: int | None) -> None:
        """Take back what was done last."""
        said = undone(self._reading.room.undo())
        self._renew()
        self.status.say(said)

    def do_filter_sources(self, _: int | None) -> None:
        """Only those with some words."""
        self.prompt.ask(
            "filter",
            "Sources with",
            self._filter,
            "words of title, folder, tags, address; failed, muted, unread",
            chosen=True,
        )

    # The prompt

    def typed(self, kind: str, text: str) -> None:
        """The filter follows the typing."""
        if kind == "filter":
            self.filter_by(text)

    def on_answered(self, event: Answered) -> None:
        """Enter in the prompt."""
        self._page.focus()
        if event.kind == "password":  # to the letter: the prompt's answer is a line without double spaces
            self._secret, self.prompt.line.value = self.prompt.line.value, ""
        try:
            self._answer(event.kind, event.text)
        except ReaderError as error:
            self.refused(event.kind, error)
        self.hint()

    def _answer(self, kind: str, text: str) -> None:
        if kind == "filter":
            self.filter_by(text)
            return
        if self._asked is None:
            return
        source = self._asked.source
        if kind in ("user", "password"):
            self._log_in(kind, self._asked, text)
        elif kind == "name" and text and text != source.title:
            self._act(lambda: self._web.rename(source.id, text))
        elif kind == "folder" and text != (source.folder or ""):
            self._act(lambda: self._web.move(source.id, text or None))
        elif kind == "interval":
            if text and not (text.isdecimal() and len(text) < _DIGITS):
                raise UsageError("An interval is a number of minutes.", "Give one from 5 to 1440, or nothing.")
            self._act(lambda: self._web.visit_every(source.id, int(text) if text else None))

    def _log_in(self, kind: str, asked: Subscribed, text: str) -> None:
        """Take the user name, then the password as it was typed; with both the feed is asked again."""
        if kind == "user" and text:
            if ":" in text:
                raise UsageError("A user name has no colon.", "Give the name alone; the password is asked for next.")
            self._user = text
            self.prompt.ask("password", f"Password of {text}", "", "kept in the library's file, shown nowhere")
        elif kind == "user":
            if asked.private:
                self._act(lambda: self._web.log_in(asked.source.id, None))
        else:
            self._act(lambda: self._web.log_in(asked.source.id, f"{self._user}:{self._secret}"))
            self._secret = ""
            self._reading.updating.ask((asked.source.id,))

    def on_dismissed(self, event: Dismissed) -> None:
        """Esc in the prompt."""
        if event.kind == "password":
            self.prompt.line.value = ""
        if event.kind == "filter":
            self.filter_by("")
        self._page.focus()
        self.hint()


def only_from(view: View, source: Source) -> View:
    """A view of the list, narrowed to what comes from a source."""
    return replace(View(order=view.order, group=view.group), source_id=source.id)
