"""The commands: one table from which keys, footer, help, palette, manual and key settings come.

Keys are written as they are printed on the keyboard: "j", "G", "?", or named: "space", "ctrl+d", "pagedown". Two
characters in a row ("gg") are a sequence. Where a command applies is a context; the screen says which contexts hold
now, the nearest first, and the first that knows a key decides. No key is both a command and the beginning of a
sequence in the same context, so no key ever waits for a timer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, get_args

from reader.errors import SettingsError

Context = Literal[
    "asking",
    "linking",
    "choosing",
    "selecting",
    "found",
    "narrowed",
    "list",
    "article",
    "sidebar",
    "passages",
    "sources",
    "rules",
    "files",
    "picture",
    "settings",
    "changes",
    "page",
    "everywhere",
]
"""asking: words to find are being typed; linking: a link was picked; choosing: rows of the list are; selecting: a
piece of text is being selected; found: hits are shown; narrowed: the list shows a part; changes: two versions are
compared; picture: one is shown; page: a text to leaf through, such as the help."""

CONTEXTS: tuple[Context, ...] = get_args(Context)


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can ask for.

    `hint` is the place in the footer, from 1; 0 stands for none. A `counted` command takes a number typed before it.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    where: tuple[Context, ...]
    hint: int = 0
    counted: bool = False


def _command(id: str, keys: str, label: str, help: str, where: str, hint: int = 0, counted: bool = False) -> Command:
    places = tuple(place for place in CONTEXTS if place in where.split())
    return Command(id, tuple(keys.split()), label, help, places, hint, counted)


_MOVING = "list article sidebar passages sources rules files page"

COMMANDS: tuple[Command, ...] = (
    _command("down", "j down", "down", "One line or row down", _MOVING, 8, True),
    _command("up", "k up", "up", "One line or row up", _MOVING, 0, True),
    _command("page-down", "space ctrl+f pagedown", "page", "A page down; at the end of an article, on to the next unread",
             _MOVING, 6, True),
    _command("page-up", "b ctrl+b pageup", "page up", "A page up", _MOVING, 0, True),
    _command("half-down", "ctrl+d", "half down", "Half a page down", _MOVING, 0, True),
    _command("half-up", "ctrl+u", "half up", "Half a page up", _MOVING, 0, True),
    _command("top", "gg home", "top", "To the first line", _MOVING),
    _command("bottom", "G end", "end", "To the last line, or with a number to that line", _MOVING, 0, True),
    _command("paragraph-down", "}", "next paragraph", "To the next paragraph", "article", 0, True),
    _command("paragraph-up", "{", "paragraph before", "To the paragraph before", "article", 0, True),
    _command("heading-down", ")", "next heading", "To the next heading", "article", 0, True),
    _command("heading-up", "(", "heading before", "To the heading before", "article", 0, True),
    _command("open", "enter l right", "open", "Open what the cursor is on",
             "list sidebar passages sources rules files changes", 1),
    _command("leave", "h left escape q", "back", "Outwards: from sidebar to article, from article to list",
             "article sidebar passages sources rules files picture settings changes page", 6),
    _command("leave-list", "escape q h", "end filter", "Take back the search or filter that was made last", "narrowed", 1),
    _command("quit", "q ctrl+c", "quit", "Leave the program", "list", 9),
    _command("quit-now", "ctrl+q", "quit", "Leave the program from anywhere", "everywhere"),
    _command("next-unread", "n", "next unread", "Open the next unread entry", "list article sidebar", 7, True),
    _command("previous-unread", "p", "unread before", "Open the unread entry before", "list article sidebar", 0, True),
    _command("next-article", "J", "next article", "Open the next entry", "list article sidebar", 0, True),
    _command("previous-article", "K", "article before", "Open the entry before", "list article sidebar", 0, True),
    _command("next-hit", "n", "next hit", "To the next hit; after the last comes the first", "found", 1, True),
    _command("previous-hit", "N", "hit before", "To the hit before; before the first comes the last", "found", 2, True),
    _command("end-find", "escape", "end find", "Take the marks of the find away", "found", 3),
    _command("find", "/", "find", "Find in the article, while typing", "article sidebar", 3),
    _command("find-how", "tab", "how", "Find what is typed as it is, as whole words, or as an expression", "asking", 1),
    _command("find-case", "ctrl+t", "capitals", "Let capitals count in a find, or not", "asking", 2),
    _command("end-asking", "escape", "leave", "Leave the find; the cursor goes back to where it was", "asking", 3),
    _command("find-word", "", "find word", "Find whole words in the article", "article sidebar"),
    _command("find-expression", "", "find expression", "Find a regular expression in the article", "article sidebar"),
    _command("search", "/ g/", "search", "Search the whole library", "list", 3),
    _command("search-library", "g/", "search all", "Search the whole library from anywhere", "article sidebar"),
    _command("filter", "&", "filter", "Show only entries that match some words", "list"),
    _command("show-unread", "gu", "unread", "Show unread entries only, or all again", "list"),
    _command("show-starred", "gs", "starred", "Show starred entries only, or all again", "list"),
    _command("show-edited", "ge", "edited", "Show only entries that were edited after being read, or all again", "list"),
    _command("group", "", "group", "Group the list by day, source or not at all", "list article sidebar"),
    _command("sort", "", "sort", "Sort the list by another order", "list article sidebar"),
    _command("choose", "v", "choose rows", "Choose rows for one command as the cursor moves, until v again; or a number of them",
             "list", 0, True),
    _command("end-choosing", "escape q", "choose none", "Choose no rows any more", "choosing", 1),
    _command("links", ";", "links", "Pick a link in sight by its letter", "article"),
    _command("open-link", "enter", "open", "Open the link: here if the library has it, else in the browser", "linking", 1),
    _command("copy-link", "y", "copy", "Copy the link's address", "linking", 2),
    _command("end-linking", "escape q h", "leave", "Open no link", "linking", 3),
    _command("focus", "", "one paragraph", "Tone down all but the paragraph at the cursor, or nothing", "article"),
    _command("mark", "m", "bookmark", "Bookmark the sentence at the cursor line; with a number from 1 to 4 in that color",
             "article", 1, True),
    _command("mark-selection", "m enter", "bookmark", "Bookmark what is selected; with a number from 1 to 4 in that color",
             "selecting", 1, True),
    _command("select", "v", "select", "Select by sentence, from the cursor line on", "article", 8),
    _command("select-paragraph", "V", "select paragraph", "Select the paragraph at the cursor line", "article"),
    _command("sentence-more", "j down )", "sentence more", "Extend by a sentence", "selecting", 4, True),
    _command("sentence-less", "k up (", "sentence less", "Shrink by a sentence", "selecting", 5, True),
    _command("word-more", "w l right", "word more", "Extend by a word", "selecting", 6, True),
    _command("word-less", "b h left", "word less", "Shrink by a word", "selecting", 7, True),
    _command("paragraph-more", "}", "paragraph more", "Extend to the end of the paragraph, then by paragraphs",
             "selecting", 0, True),
    _command("paragraph-less", "{", "paragraph less", "Shrink to the beginning of the paragraph", "selecting", 0, True),
    _command("other-end", "o", "other end", "Move the other end of the selection", "selecting", 8),
    _command("annotate-selection", "a", "note", "Bookmark what is selected, with a note", "selecting", 3),
    _command("copy-selection", "y", "copy", "Copy what is selected, with its source", "selecting", 9),
    _command("end-selecting", "escape q v", "leave", "Leave without bookmarking", "selecting", 2),
    _command("annotate", "a", "note", "Write a note on the passage at the cursor line", "article passages", 3),
    _command("write-note", "E", "long note", "Write the note on the passage in the editor of VISUAL or EDITOR",
             "article passages"),
    _command("kind", "c", "color", "Give the passage at the cursor line the next color, or with a number that one",
             "article passages", 8, True),
    _command("tag-passage", "T", "tag passage", "Write down tags of the passage at the cursor line", "article"),
    _command("reshape", "e", "extend", "Extend or shrink the passage at the cursor line", "article"),
    _command("join", "gj", "join", "Join the passage at the cursor line with those that overlap it, else with the next",
             "article"),
    _command("split", "gs", "split", "Split the passage before the sentence at the cursor line", "article"),
    _command("next-passage", "]", "next passage", "To the next bookmarked passage; after the last, on to the next article",
             "article", 0, True),
    _command("previous-passage", "[", "passage before", "To the passage before; before the first, to the article before",
             "article", 0, True),
    _command("remove-passage", "d delete", "remove", "Take the passage at the cursor out; u takes it back",
             "passages", 3),
    _command("unmark", "M", "unmark", "Take the passage at the cursor line out; u takes it back", "article"),
    _command("passages", "'", "passages", "All bookmarked passages", "list article sidebar", 4),
    _command("passage-of-the-day", "g'", "passage of today", "A bookmarked passage, another one each day",
             "list article sidebar"),
    _command("filter-passages", "/", "filter", "Show only passages with these words, #tag, from:, note:, kind:, after: …",
             "passages", 4),
    _command("point", "1 2 3 4 5 6 7 8 9", "to a point", "To that point of the summary, or back", "sidebar", 3),
    _command("read", "r", "read", "Mark as read or unread", "choosing list article", 7, True),
    _command("read-all", "A", "all read", "Mark everything in the list as read; u takes it back", "list article"),
    _command("star", "s", "star", "Star, or take the star away", "choosing list article", 9, True),
    _command("tags", "t", "tags", "Write down tags", "choosing list article passages", 9),
    _command("snooze", "", "snooze", "Put the entry off until a day", "list article"),
    _command("mute", "", "mute source", "Show nothing from its source for a week, or so many days", "list article", 0, True),
    _command("save-search", "", "save search", "Keep what the list is searched for under a name", "list"),
    _command("saved-search", "", "saved search", "Show what a saved search finds", "list article"),
    _command("delete", "D", "delete", "Delete; u takes it back", "choosing list article", 10, True),
    _command("undo", "u", "undo", "Take back what was done last, also after a restart",
             "list article sidebar passages sources rules"),
    _command("browse", "o", "browser", "Open the page in the browser", "list article sources files picture"),
    _command("copy", "y", "copy", "Copy title and link; of a passage the quote with its source",
             "list article passages sources files picture"),
    _command("changes", "d", "what changed", "What the publisher changed since it was read, or since the version before",
             "list article sidebar changes"),
    _command("older-version", "", "older version", "Read the version before the one that is shown", "article sidebar"),
    _command("newer-version", "", "newer version", "Read the version after the one that is shown", "article sidebar"),
    _command("next-change", "n", "next change", "To the next change", "changes", 1, True),
    _command("previous-change", "N p", "change before", "To the change before", "changes", 2, True),
    _command("from-older", "[", "from older", "Compare with an older version", "changes", 3),
    _command("from-newer", "]", "from newer", "Compare with a newer version", "changes", 4),
    _command("to-older", "{", "to older", "Look at an older version than the one that is compared", "changes"),
    _command("to-newer", "}", "to newer", "Look at a newer version than the one that is compared", "changes"),
    _command("whole-text", "f", "whole text", "Show paragraphs that stayed too, or fold them", "changes", 6),
    _command("left-out", "x", "left out", "What the parser left out of the page, and why", "article sidebar"),
    _command("write", "w", "export", "Write the article and its passages to a file", "choosing list article passages", 5),
    _command("add", "+", "add", "Add a page, a feed, a site, files or folders", "list sources", 4),
    _command("update", "R", "update", "Fetch what is new in the feeds; once more stops", "list article sidebar"),
    _command("sources", "S", "sources", "Where articles come from: feeds, folders, sites, and how each is doing",
             "list article sidebar"),
    _command("filter-sources", "/", "filter", "Show only sources with these words in title, folder, address or state",
             "sources", 7),
    _command("update-source", "R", "update", "Ask this source now; once more stops", "sources", 2),
    _command("rename-source", "e", "rename", "Call the source otherwise", "sources", 3),
    _command("move-source", "m", "folder", "Put the source into a folder, or out of any", "sources", 4),
    _command("source-interval", "i", "interval", "Ask the source every so many minutes, or as it wishes", "sources"),
    _command("source-articles", "f", "whole articles", "Fetch the source's whole articles always, never, or where needed",
             "sources"),
    _command("mute-source", "M", "mute", "Show nothing from the source for a week, or so many days; or again",
             "sources", 5, True),
    _command("read-source", "A", "all read", "Mark everything from the source as read; u takes it back", "sources"),
    _command("log-in", "L", "login", "Give the source a user name and a password, or take them away", "sources"),
    _command("remove-source", "D delete", "remove", "Take the source out, its articles stay; u takes it back",
             "sources", 6),
    _command("rules", "gr", "rules", "Rules that hide, star, tag or mark entries as read, and what each takes",
             "list article sidebar"),
    _command("add-rule", "+", "make a rule", "Make a rule: which entries, shown while typing, then what is done to them",
             "rules", 2),
    _command("switch-rule", "x", "off or on", "Let the rule do nothing, or again what it says; u takes it back", "rules", 3),
    _command("remove-rule", "D delete", "remove", "Take the rule away, what it hid is shown again; u takes it back",
             "rules", 4),
    _command("files", "gf", "files", "Files that came with the entry, such as a podcast, with their sizes",
             "list article sidebar"),
    _command("picture", "gp", "picture", "Fetch and show the picture at the cursor, or the nearest", "article"),
    _command("full", "f", "whole article", "Fetch the whole article from its page", "list article"),
    _command("back", "ctrl+o alt+left", "back", "Back to where one was before a jump", "list article sidebar", 0, True),
    _command("forward", "alt+right", "forward", "Forward again", "list article sidebar", 0, True),
    _command("sidebar", "i", "sidebar", "Show or hide the summary sidebar", "list article sidebar"),
    _command("zen", "z", "zen", "The article alone, or all panes again", "list article sidebar"),
    _command("fewer-points", "-", "fewer points", "One sentence less in the summary", "article sidebar"),
    _command("more-points", "+ =", "more points", "One sentence more in the summary", "article sidebar"),
    _command("wider", ">", "wider", "Make the pane wider, by two columns or by a number; the mouse drags the borders",
             "list article sidebar", 0, True),
    _command("narrower", "<", "narrower", "Make the pane narrower, by two columns or by a number", "list article sidebar",
             0, True),
    _command("first-widths", "g=", "first widths", "Make the panes as wide as they were at first", "list article sidebar"),
    _command("next-pane", "tab", "pane", "To the next pane", "list article sidebar"),
    _command("previous-pane", "shift+tab", "pane before", "To the pane before", "list article sidebar"),
    _command("hide-samples", "", "hide samples", "Show no sample pages any more", "list article sidebar"),
    _command("settings", ",", "settings", "Look at the settings and change them", "list article sidebar"),
    _command("change", "enter space l right + =", "change", "The next value; with a number before it, that number",
             "settings", 1, True),
    _command("change-back", "- backspace", "value before", "The value before", "settings", 2),
    _command("edit-settings", "e", "edit file", "Open the settings file in an editor", "settings", 3),
    _command("theme", "", "theme", "Change between the dark and the light theme", "everywhere"),
    _command("palette", "ctrl+p :", "commands", "All commands, found by typing", "everywhere"),
    _command("help", "? f1", "help", "The keys that work here", "everywhere", 10),
    _command("redraw", "ctrl+l", "redraw", "Draw the screen anew", "everywhere"),
    _command("suspend", "ctrl+z", "suspend", "Leave for the shell; `fg` comes back", "everywhere"),
)  # fmt: skip
"""All commands in the order in which help and manual list them."""


@cache
def by_id() -> Mapping[str, Command]:
    """The commands by their ids."""
    return {command.id: command for command in COMMANDS}


def remapped(keys: Mapping[str, str]) -> tuple[Command, ...]:
    """The table with the person's own keys (command id to keys, parted by spaces); those take the place of ours.

    A command whose key was taken in some of its contexts stands there twice: it keeps the key in the others.
    Raises SettingsError for a command that is not there, and for two commands that wish for the same key.
    """
    wished = {id: tuple(said.split()) for id, said in keys.items()}
    _check(wished)
    taken = [(key, place) for id, said in wished.items() for key in said for place in by_id()[id].where]
    found: list[Command] = []
    for command in COMMANDS:
        if command.id in wished:
            found.append(replace(command, keys=wished[command.id]))
        else:
            found += _what_is_left(command, taken)
    return tuple(found)


def _check(wished: Mapping[str, tuple[str, ...]]) -> None:
    unknown = sorted(wished.keys() - by_id().keys())
    if unknown:
        raise SettingsError(
            f"The settings give a key to “{_shown(unknown[0])}”, which is no command.",
            "`newsreader doctor` names the commands.",
        )
    if any(len(key) != 1 or key not in "123456789" for key in wished.get("point", ())):
        raise SettingsError("The settings give “point” a key that is no digit.", "It takes digits from 1 to 9.")
    asked = [(key, place, id) for id, said in wished.items() for key in said for place in by_id()[id].where]
    for number, (key, place, id) in enumerate(asked):
        for other, there, whose in asked[:number]:
            if place == there and id != whose and _collide(key, other):
                raise SettingsError(
                    f"The settings give both “{whose}” and “{id}” the key {_shown(key)}.",
                    "Give one of them another key, or none: “”.",
                )


def _shown(said: str) -> str:
    """What a settings file says, fit for a message."""
    return "".join(char for char in said if char.isprintable())[:40]


def _what_is_left(command: Command, taken: Iterable[tuple[str, Context]]) -> Iterator[Command]:
    """A command with the keys that nobody took, in as many rows as its contexts differ in that."""
    rows: dict[tuple[str, ...], list[Context]] = {}
    for place in command.where:
        lost = [key for key, there in taken if there == place]
        kept = tuple(key for key in command.keys if not any(_collide(key, it) for it in lost))
        rows.setdefault(kept, []).append(place)
    for kept, places in rows.items():
        yield replace(command, keys=kept, where=tuple(places))


def _collide(key: str, other: str) -> bool:
    """Whether two keys cannot both be had in one context: the same, or one begins the other."""
    return key == other or (is_sequence(key) and key[0] == other) or (is_sequence(other) and other[0] == key)


_NAMES = {
    "space": "Space", "enter": "Enter", "escape": "Esc", "tab": "Tab", "up": "↑", "down": "↓", "left": "←", "right": "→",
    "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "delete": "Del", "insert": "Ins",
    "backspace": "Backspace",
} | {f"f{number}": f"F{number}" for number in range(1, 25)}  # fmt: skip


def is_sequence(key: str) -> bool:
    """Whether it is two characters to be typed one after the other, and no name of a key."""
    return len(key) == 2 and key not in _NAMES


def key_name(key: str) -> str:
    """A key as help and manual print it."""
    *held, last = key.split("+") if len(key) > 1 else (key,)
    if held == ["ctrl"] and len(last) == 1:
        return f"^{last.upper()}"
    if not held or not last:
        return _NAMES.get(key, key)
    return "-".join((*(it.capitalize() for it in held), _NAMES.get(last, last)))


_PLACES: Mapping[Context, str] = {
    "asking": "while typing a find",
    "linking": "with a link picked",
    "choosing": "with rows chosen",
    "selecting": "while selecting",
    "found": "while a find is shown",
    "narrowed": "in a search or filter",
    "list": "in the list",
    "article": "in the article",
    "sidebar": "in the sidebar",
    "passages": "in the list of passages",
    "sources": "in the list of sources",
    "rules": "in the list of rules",
    "files": "in the list of an entry's files",
    "picture": "where a picture is shown",
    "settings": "in the settings",
    "changes": "where two versions are compared",
    "page": "in a page such as the help",
    "everywhere": "everywhere",
}


def places(command: Command, most: int | None = None) -> str:
    """Where a command applies, in words; of more places than `most` the first two."""
    told = [_PLACES[it] for it in command.where]
    return ", ".join(told) if most is None or len(told) <= most else f"{', '.join(told[:2])} and elsewhere"


def keys_of(command: Command) -> Iterator[str]:
    """A command's keys as they are printed; nine digits in a row are one range."""
    if command.keys == tuple("123456789"):
        yield "1…9"
        return
    yield from map(key_name, command.keys)
