"""Acting on entries: read, starred, tagged, deleted, undone, added, exported, opened elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from reader.errors import ReaderError, UsageError
from reader.files import folder_of, is_folder, is_there, path_of
from reader.model import Act, Entry, Outcome, Related
from reader.newsroom.tagging import tags_of
from reader.newsroom.undoing import undone
from reader.text.clean import one_line
from reader.tui.browsing import browse
from reader.tui.list_rows import cut
from reader.tui.messages import AllCame, Came, Done

if TYPE_CHECKING:
    from reader.tui.side_rows import Target
    from reader.tui.stage import Stage

TAGS = "parted by spaces"
"""What is to be typed as tags."""


class Acting:
    """What is done to entries."""

    def __init__(self, screen: Stage) -> None:
        self._screen = screen
        self._offers: Sequence[Outcome] = ()
        self._offer = 0
        self._asked_for: Sequence[Entry] = ()  # what a question was about: the list may be another when it is answered
        self._dots = "..." if screen.settings.ascii else "…"

    @property
    def entry(self) -> Entry | None:
        """The entry that is meant: the open one, or in the list the one under the cursor."""
        screen = self._screen
        return screen.list.entry if screen.pane is screen.list or screen.reading is None else screen.reading.entry

    def _meant(self) -> Entry:
        entry = self.entry
        if entry is None:
            raise ReaderError("There is no entry to do that to.", "+ adds files, folders or saved pages.")
        return entry

    def act(self, work: Callable[[], Act]) -> None:
        """Do something in the background, and paint it once it is on the disk."""
        way_back = self._screen.way_back
        self._screen.act(lambda: f"{work().label}. {way_back}")

    def acted(self, said: str) -> None:
        """Paint what is on the disk; rows that were chosen for it are not any more."""
        self._screen.list.choose(set())
        self.renew()
        self._screen.status.say(said)

    def renew(self) -> None:
        """Fetch list and open entry anew."""
        screen = self._screen
        if screen.reading is not None:
            shown = screen.reading
            try:
                fresh = screen.room.open_again(shown, screen.going.points)
            except ReaderError:  # it was taken away; what is open may still be read
                fresh = shown
            anew = fresh.article != shown.article  # it came again while it was read
            kept = fresh.summaries or (
                screen.room.summarize(fresh.entry.id) if anew and fresh.version is None else shown.summaries
            )
            glance = fresh.glance or (None if anew else shown.glance)
            fresh = fresh.with_summaries(kept, glance)
            if anew:
                screen.show_anew(fresh)
            else:
                screen.show_reading(fresh, anew=False)
        screen.reload()

    # Marks

    def do_read(self, count: int | None) -> None:
        """Read, or where all are read unread; with a number so many rows from here on."""
        entries = self.some(count)
        read = any(it.read is None for it in entries)
        ids = [it.id for it in entries]
        self.act(lambda: self._screen.room.mark(ids, read=read))

    def do_star(self, count: int | None) -> None:
        """Starred, or where all are starred no more; with a number so many rows from here on."""
        entries = self.some(count)
        starred = any(it.starred is None for it in entries)
        ids = [it.id for it in entries]
        self.act(lambda: self._screen.room.mark(ids, starred=starred))

    def some(self, count: int | None) -> list[Entry]:
        """The entries that are meant: those chosen, so many from the cursor on, or the one."""
        pane = self._screen.list
        if self._screen.pane is not pane:
            return [self._meant()]
        if pane.chosen:
            return [self._screen.room.row(it) for it in sorted(pane.chosen)]
        if not count:
            return [self._meant()]
        found = [entry for number in range(count) if (entry := pane.at(pane.cursor + number)) is not None]
        return found or [self._meant()]

    def do_read_all(self, _: int | None) -> None:
        """Everything in the list."""
        screen = self._screen
        found = screen.searching.rows()
        if found is not None:
            results = found.results  # pressed before they were counted, they are counted first
            self.act(lambda: screen.room.mark((results if results.whole else results.all()).ids, read=True))
            return
        view = screen.view
        self.act(lambda: screen.room.mark_all(view))

    def do_tags(self, _: int | None) -> None:
        """Ask for tags."""
        entries = self._asked_for = self.some(None)
        label = "Tags" if len(entries) == 1 else f"Tags of all {len(entries):,}"
        self._screen.prompt.ask("tags", label, " ".join(_common(entries)), TAGS)

    def do_delete(self, count: int | None) -> None:
        """Into the trash, with a number so many rows; what is open stays readable until another is opened."""
        ids = [it.id for it in self.some(count)]
        self._screen.at("list")
        self.act(lambda: self._screen.room.delete(ids))

    def do_undo(self, _: int | None) -> None:
        """Take back what was done last."""
        room = self._screen.room
        self._screen.act(lambda: undone(room.undo()))

    # Out

    def do_browse(self, _: int | None) -> None:
        """The page in the browser."""
        entry = self._meant()
        if not entry.url:
            raise ReaderError("This article has no address.", "It came from a file that does not name one.")
        self._screen.status.say(f"Opening {one_line(entry.url)}")
        browse(self._screen.app, self._screen.room, entry.url)

    def do_copy(self, _: int | None) -> None:
        """Title and link."""
        entry = self._meant()
        self._screen.app.copy_to_clipboard("\n".join(it for it in (entry.title, entry.url) if it))
        self._screen.status.say("Copied title and link." if entry.url else "Copied the title; the page names no link.")

    def to_target(self, target: Target) -> None:
        """What a row of the sidebar leads to that stands nowhere in the article."""
        if target.kind == "left out":
            self._screen.run_command("left-out")
        elif target.related is not None:
            self.follow(target.related)
        elif target.passage is not None:
            self._screen.recalling.open(target.passage)
        elif target.kind == "name":
            self._screen.searching.look_up(target.words)

    def follow(self, related: Related) -> None:
        """Another story that the page points to: opened in the browser, as far as it has an address."""
        if related.url is None:
            self._screen.status.say("The page names this story without an address.")
            return
        self._screen.status.say(f"Opening {one_line(related.url)}")
        browse(self._screen.app, self._screen.room, related.url)

    def do_left_out(self, _: int | None) -> None:
        """Show what the parser left out."""
        reading = self._screen.reading
        if reading is None:
            raise ReaderError("No article is open.", "Open one first: Enter in the list.")
        from reader.tui.views.left_out import LeftOut

        self._screen.app.push_screen(LeftOut(reading.article, self._screen.resolver, ascii=self._screen.settings.ascii))

    def do_write(self, _: int | None) -> None:
        """Ask for a folder."""
        self._asked_for = self.some(None)
        self._screen.prompt.ask(
            "write", "Write into folder", str(Path.cwd()), "a folder; it is made if it is not there"
        )

    # In

    def do_add(self, _: int | None, text: str = "") -> None:
        """Ask for what is to be added."""
        self._offers = ()
        self._screen.prompt.ask("add", "Add", text, "an address, a file or a folder")

    def take_in(self, sources: Sequence[str]) -> None:
        """Add sources in the background; a single page is opened when it has come in."""
        room = self._screen.room
        opens = len(sources) == 1 and not is_folder(path_of(sources[0]))

        def steps() -> Iterator[Message]:
            outcomes = []
            for outcome in room.add(sources):
                outcomes.append(outcome)
                yield Came(outcome, first=opens and len(outcome.entries) == 1)
            yield AllCame(tuple(outcomes))

        self._screen.jobs.stream("add", steps)

    def came(self, event: Came) -> None:
        """Show what came in; open the first, unless one is being asked something or is on another page by now."""
        screen = self._screen
        if event.first and screen.prompt.kind is None and screen.is_current:
            entry = screen.room.row(event.outcome.entries[0])
            screen.reload(entry.id)
            screen.going.open(entry)

    def all_came(self, outcomes: Sequence[Outcome]) -> None:
        """Say what came in."""
        failed = [it for it in outcomes if it.came == "failed"]
        self._screen.reload()
        if failed:
            more = f" ({len(failed)} of {len(outcomes)} failed)" if len(outcomes) > 1 else ""
            self._screen.status.fail(ReaderError(f"{failed[0].happened}{more}", failed[0].advice or ""))
        elif outcomes and all(it.came == "skipped" for it in outcomes):
            self._offers = outcomes
            self.other_offer(0)
        elif len(outcomes) == 1:
            it, reading = outcomes[0], self._screen.reading
            if it.came == "same" or reading is None or it.entries != (reading.entry.id,):  # else it is open now
                brought = "1 new" if len(it.entries) == 1 else "nothing new"
                said = it.happened or ("known already" if it.came == "same" else brought)
                self._screen.status.say(f"{one_line(it.title or it.source)}: {said}.")
        else:
            new = sum(it.came == "new" for it in outcomes)
            self._screen.status.say(f"{len(outcomes):,} pages: {new:,} new, {len(outcomes) - new:,} known.")

    def other_offer(self, step: int) -> None:
        """One of the feeds that a site has, to be added with Enter; the keys up and down show the others."""
        if not self._offers:
            return
        self._offer = (self._offer + step) % len(self._offers) if step else 0
        offer = self._offers[self._offer]
        label = f"Feed {self._offer + 1} of {len(self._offers)}, {one_line(offer.title or 'without a title')}"
        self._screen.prompt.ask("add", cut(label, 60, self._dots), offer.source, "up and down show the others")
        self._screen.prompt.tell("↑ ↓ the others" if not self._screen.settings.ascii else "up, down: the others")

    def do_hide_samples(self, _: int | None) -> None:
        """No samples any more."""
        self._screen.room.showcase.hide()
        self._screen.reload()
        self._screen.status.say("The samples are hidden. + adds pages of your own.")

    # The prompt

    def answered(self, kind: str, text: str) -> bool:
        """Enter in the prompt; whether it was about entries."""
        if kind == "tags":
            self._tag(text)
        elif kind == "add" and text:
            _be_there(text)
            self.take_in([text])
        elif kind == "write" and text:
            self._export(text)
        return kind in ("tags", "add", "write")

    def _tag(self, text: str) -> None:
        entries = self._asked_for
        wanted, ids = set(tags_of(text)), [it.id for it in entries]
        add = {tag for tag in wanted if any(tag not in it.tags for it in entries)}
        remove = set(_common(entries)) - wanted
        if add or remove:
            self.act(lambda: self._screen.room.tag(ids, add, remove))

    def _export(self, folder: str) -> None:
        ids, room, into = [it.id for it in self._asked_for], self._screen.room, folder_of(folder)

        def run() -> Message:
            outcomes = list(room.export(ids, into))
            if len(outcomes) > 1:
                return Done(f"{len(outcomes):,} articles written into {one_line(folder)}.")
            same = ", as it was there already" if outcomes[0].came == "same" else ""
            return Done(f"Written to {one_line(outcomes[0].source)}{same}.")

        self._screen.jobs.act(run)


def _be_there(source: str) -> None:
    """Raises UsageError for what can only be a file and is none: it can be mended while it stands in the prompt."""
    if source.startswith(("/", "~", "./", "../")) and not is_there(path_of(source)):
        raise UsageError(f"There is no file {one_line(source)}.", "Look for a typing mistake.")


def _common(entries: Sequence[Entry]) -> list[str]:
    """The tags that all of some entries have."""
    return [tag for tag in entries[0].tags if all(tag in it.tags for it in entries)]
