"""A typed line as an order: a key of the table, a command's name, or the beginning of one, and what stands behind it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.commands import COMMANDS, Command, Context
from reader.errors import UsageError
from reader.linear.voice import listed


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done: a command's id, a number typed before its key, and the words behind it."""

    id: str
    count: int | None = None
    words: str = ""


def _own(id: str, label: str, help: str, where: tuple[Context, ...] = ("list", "article")) -> Command:
    return Command(id, (), label, help, where)


OWN: tuple[Command, ...] = (
    _own("list", "list", "The list; with a number from that entry on"),
    _own("where", "where", "Where one is"),
    _own("paragraph", "paragraph", "To a paragraph: paragraph 12, or 12 alone", ("article",)),
    _own(
        "sentences", "sentences", "The paragraph with its sentences numbered: mark 2 bookmarks the second", ("article",)
    ),
    _own("rest", "rest", "The rest of the article without stopping", ("article",)),
    _own("outline", "outline", "The headings, each with the number of its paragraph", ("article",)),
    _own("links", "links", "The links with their addresses", ("article",)),
)
"""Commands that only a conversation needs."""

_ALSO: dict[str, tuple[str, ...]] = {
    "next": ("next-hit", "next-unread"),
    "previous": ("previous-hit", "previous-unread"),
    "summary": ("sidebar",),
    "note": ("annotate",),
    "tag": ("tags",),
    "bookmark": ("mark",),
    "more": ("page-down",),
    "quit": ("quit-now",),
    "exit": ("quit-now",),
    "close": ("leave",),
    "export": ("write",),
    "remove": ("remove-passage",),
    "all": ("leave-list",),
}
"""Words that people type for commands; of several, the first that can be done where one is."""

SCREEN = {
    **dict.fromkeys(
        (
            *("select", "select-paragraph", "mark-selection", "annotate-selection", "copy-selection", "end-selecting"),
            *("sentence-more", "sentence-less", "word-more", "word-less", "paragraph-more", "paragraph-less", "other-end"),
        ),
        "Name what is meant: mark 2-4, mark 12.2-13.1, mark paragraph, or mark and the words themselves.",
    ),
    "find-how": "find, find-word and find-expression look in three ways.",
    **dict.fromkeys(("snooze", "mute", "save-search", "saved-search"), "Putting aside is done on the screen."),
    "end-asking": "Nothing is asked for here until you type it.",
    "find-case": "find, find-word and find-expression look in three ways.",
    "choose": "Name several entries by their numbers: star 3 5-7.",
    "end-choosing": "Name several entries by their numbers: star 3 5-7.",
    "end-linking": "links tells the links, open-link 2 opens the second.",
    "focus": "j tells one sentence at a time.",
    "write-note": "note and words write one.",
    **dict.fromkeys(("older-version", "newer-version"), "changes tells what is new and what is gone."),
    **dict.fromkeys(
        ("next-change", "previous-change", "from-older", "from-newer", "to-older", "to-newer", "whole-text"),
        "changes tells them all.",
    ),
    **dict.fromkeys(("change", "change-back", "edit-settings"), "settings names the file; an editor changes it."),
    **dict.fromkeys(("wider", "narrower", "first-widths"), "Here everything stands in one column."),
    **dict.fromkeys(
        (
            *("filter-sources", "update-source", "rename-source", "move-source", "source-interval", "source-articles"),
            *("mute-source", "read-source", "remove-source", "log-in"),
        ),
        "sources tells of them; `newsreader sources` in the shell changes them by options.",
    ),
    **dict.fromkeys(
        ("rules", "add-rule", "switch-rule", "remove-rule"),
        "`newsreader rules` in the shell lists, tries, keeps and changes them.",
    ),
    "picture": "A picture is told by its caption; browse takes the page to your browser.",
    "zen": "Here the article always stands alone.",
    "theme": "The linear edition has no colors.",
    "next-pane": "list, summary, passages and leave go from one to the other.",
    "previous-pane": "list, summary, passages and leave go from one to the other.",
    "suspend": "Control-Z does that, if the terminal lets it.",
}  # fmt: skip
"""Commands that need a screen, and what to type instead."""

_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")
TYPED: dict[str, tuple[str, str]] = {
    "down": ("down", "The next sentence; in the list the next entry"),
    "up": ("up", "The sentence before; in the list the entry before"),
    "page-down": ("Enter", "Reads on; at the end of an article it opens the next unread"),
    "bottom": ("bottom", "To the last paragraph; 5G goes to paragraph 5"),
    "open": ("open 3", "Opens entry 3, and so does 3 alone; in the passages passage 3"),
    "find": ("find WORDS", "Finds words in the article"),
    "find-word": ("find-word WORDS", "Finds whole words in the article"),
    "find-expression": ("find-expression WORDS", "Finds a regular expression in the article"),
    "open-link": ("open-link 2", "Opens link 2 in the browser; links tells them"),
    "copy-link": ("copy-link 2", "The address of link 2 to copy"),
    "kind": ("kind blue", "Gives the passage here another color"),
    "tag-passage": ("tag-passage WORDS", "The tags of the passage here"),
    "reshape": ("reshape 2-4", "Other borders for the passage here, named as for mark"),
    "join": ("join", "Makes one passage of the one here and the next"),
    "split": ("split 3", "Splits the passage here before sentence 3"),
    "settings": ("settings", "The settings, and the file that changes them"),
    "search": ("search WORDS", "Searches the whole library"),
    "search-library": ("search WORDS", "Searches the whole library"),
    "filter": ("filter WORDS", "Shows only entries that match"),
    "group": ("group day", "Groups the list by day, source, folder or none"),
    "sort": ("sort title", "Sorts by newest, oldest, source, title, longest or unread"),
    "mark": ("mark 2", "Bookmarks sentence 2 of the paragraph; also mark 2-4, mark 12.2-13.1, mark paragraph, mark and words"),
    "annotate": ("note WORDS", "A note on the passage here, else on the sentence; in the passages: note 2 WORDS"),
    "remove-passage": ("remove 2", "Takes passage 2 out"),
    "unmark": ("unmark", "Takes the passage here out"),
    "passages": ("passages WORDS", "All passages, or those that hold words"),
    "filter-passages": ("passages WORDS", "All passages, or those that hold words"),
    "point": ("2", "To the place of sentence 2 of the summary"),
    "read": ("read 3 5-7", "Marks entries as read or unread; without numbers the one here"),
    "star": ("star 3", "Stars entries, or takes the star away; without numbers the one here"),
    "tags": ("tag 3 harbor -old", "Puts tags on and takes tags off; alone it tells them"),
    "delete": ("delete 3", "Deletes entries; undo brings them back"),
    "write": ("export 3 FOLDER", "Writes articles with their passages as files; in the passages notes"),
    "add": ("add FILE", "Adds files and folders"),
    "sidebar": ("summary", "The summary"),
    "browse": ("browse", "Opens the page in the browser"),
    "copy": ("copy", "Title and address to copy; of a passage the quote with its source"),
    "help": ("help WORD", "The commands that work here; those that speak of a word; help all"),
    "palette": ("help WORD", "The commands that speak of a word"),
    "redraw": ("where", "Where one is"),
}  # fmt: skip
"""How commands are typed whose line of the table speaks of cursor and screen."""

_COUNTED = re.compile(r"([0-9]{1,6})([^0-9.]\S*)")
FARTHEST = 10**9
"""Beyond any number that somebody means."""


def number_of(words: str, most: int) -> int | None:
    """The number that is said, from 1 to `most`; None where none is."""
    said = int(words) if words.isascii() and words.isdigit() and len(words) < len(str(FARTHEST)) else 0
    return said if 1 <= said <= most else None


class Orders:
    """Understands what is typed, by the table with the person's own keys."""

    def __init__(self, table: Sequence[Command]) -> None:
        self._table = (*table, *OWN)

    def understand(self, line: str, contexts: Sequence[Context]) -> Order:
        """The order that a line gives. Raises UsageError where it is none, or could be several."""
        head, _, rest = line.strip().partition(" ")
        if not head:
            return Order("page-down")
        if _NUMBER.fullmatch(head):
            return Order("go", words=line.strip())
        return self._keyed(head, rest.strip(), contexts) or self._named(line.split(), contexts)

    def _keyed(self, head: str, rest: str, contexts: Sequence[Context]) -> Order | None:
        counted = _COUNTED.fullmatch(head)
        key, count = (counted[2], int(counted[1])) if counted else (head, None)
        id = self._by_key(key, contexts)
        if id is None and not key[0].isalnum() and len(key) > 1:  # "/ferry" as it is typed on the screen
            id, rest = self._by_key(key[0], contexts), f"{key[1:]} {rest}".strip()
        return Order(id, count, rest) if id else None

    def _by_key(self, key: str, contexts: Sequence[Context]) -> str | None:
        """The command of a key where one is, the nearest context first."""
        for context in contexts:
            for command in self._table:
                if context in command.where and key in command.keys:
                    return command.id
        return None

    def _named(self, words: Sequence[str], contexts: Sequence[Context]) -> Order:
        """A command by its name, of as many words as it has; else by the beginning of the first word."""
        here = set(contexts)
        for size in range(min(3, len(words)), 0, -1):
            name = " ".join(words[:size]).lower()
            found = self._exactly(name, here)
            if found:
                return Order(found, None, " ".join(words[size:]))
        begun = {
            command.id
            for command in self._reached(here)
            if any(name.startswith(words[0].lower()) for name in (command.id, command.label))
        } | {id for word, ids in _ALSO.items() if word.startswith(words[0].lower()) for id in [self._first(ids, here)]}
        if len(begun) == 1:
            return Order(begun.pop(), None, " ".join(words[1:]))
        raise self._unknown(words[0], sorted(begun))

    def _exactly(self, name: str, here: set[Context]) -> str | None:
        if name in _ALSO:
            return self._first(_ALSO[name], here)
        for command in self._table:
            if command.id == name:
                return name
        labeled = [it for it in self._table if it.label == name]
        return next((it.id for it in labeled if here & set(it.where)), labeled[0].id if labeled else None)

    def _first(self, ids: Sequence[str], here: set[Context]) -> str:
        """The first of these commands that can be done where one is, else the last."""
        return next((it.id for id in ids for it in self._table if it.id == id and here & set(it.where)), ids[-1])

    def _reached(self, here: Iterable[Context]) -> list[Command]:
        """The commands that can be done where one is."""
        there = set(here)
        return [it for it in self._table if there & set(it.where) and it.id not in SCREEN]

    def _unknown(self, word: str, begun: Sequence[str]) -> UsageError:
        shown = word[:40]
        if begun:
            return UsageError(f"“{shown}” could be {listed(begun[:5])}.", "Type more of the name.")
        names = [*(it.id for it in (*COMMANDS, *OWN)), *_ALSO]
        near = difflib.get_close_matches(word.lower()[:40], names, 1)
        advice = f"Perhaps {near[0]} was meant; help lists the commands." if near else "help lists the commands."
        return UsageError(f"There is no command “{shown}”.", advice)
