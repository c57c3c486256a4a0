"""The verbs as one table, from which the parser of arguments and the help come. Loads no room."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reader.cli.values import NARROWEST, at_least, entry_number


@dataclass(frozen=True, slots=True)
class Argument:
    """A word that a verb takes, as argparse wants it."""

    names: tuple[str, ...]
    help: str
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing that the command line can do; `door` names the function that does it."""

    name: str
    help: str
    door: str
    arguments: tuple[Argument, ...] = ()


def _takes(*names: str, help: str, **options: Any) -> Argument:
    return Argument(names, help, options)


PASSAGE_FORMATS = ("markdown", "json", "csv", "html", "w3c")
_SOURCES = _takes("sources", help="files, folders, addresses, or - for standard input", metavar="SOURCE", nargs="+")
_NAMED = _takes("sources", help="numbers, addresses or titles of sources", metavar="SOURCE", nargs="*")
_JSON = _takes("--json", help="print one JSON value", action="store_true")
_QUERY = _takes(
    "query", help='words, "phrases", -not, #tag, title:, is:unread, after:yesterday …', metavar="QUERY", nargs="*"
)

EXPORTS = ("markdown", "html", "json", "jsonl", "opml", "urls")
"""Forms of an export: the first three an article a file, then the whole library, then the subscriptions."""

VERBS: tuple[Verb, ...] = (
    Verb(
        "read",
        "print one article; of a feed or an OPML file its titles and addresses",
        "reading:read",
        (
            _takes("source", help="a file, an address, or - for standard input", metavar="SOURCE"),
            _takes(
                "--format",
                help="how: text, markdown, json or html",
                choices=("text", "markdown", "json", "html"),
                default="text",
            ),
            _takes(
                "--width",
                help=f"columns of the text, from {NARROWEST} on",
                type=at_least("--width", NARROWEST),
                default=None,
                metavar="N",
            ),
        ),
    ),
    Verb(
        "summary",
        "say in a few of its own sentences what an article says",
        "summaries:summary",
        (
            _takes("source", help="a file, an address, or - for standard input", metavar="SOURCE"),
            _takes("--points", help="how many sentences, 1 to 7", type=int, default=3, metavar="N"),
            _takes(
                "--json",
                help="print one JSON value: summaries, said, figures, names, each with its places",
                action="store_true",
            ),
        ),
    ),
    Verb(
        "add",
        "take articles into the library, subscribe to feeds, and say what came in",
        "shelf:add",
        (
            _SOURCES,
            _takes(
                "--feed", help="an address is a feed or a site with one, whatever stands there", action="store_true"
            ),
            _takes("--article", help="an address is an article", action="store_true"),
            _JSON,
        ),
    ),
    Verb(
        "update",
        "fetch what is new in the feeds that are due, or in those that are named",
        "feeds:update",
        (
            _NAMED,
            _takes("--all", help="ask all of them, due or not", action="store_true"),
            _takes(
                "--waiting", help="list what was asked for without a network and is still to come", action="store_true"
            ),
            _JSON,
        ),
    ),
    Verb(
        "sources",
        "list the sources, or change those that are named; undo takes a change back",
        "sources:sources",
        (
            _NAMED,
            _takes("--rename", help="call it so", metavar="TITLE"),
            _takes(
                "--move", help="put it into a folder, “News/Local” within another; “” takes it out", metavar="FOLDER"
            ),
            _takes(
                "--interval",
                help="minutes between two visits; 0: as the feed says",
                type=at_least("--interval", 0),
                metavar="N",
            ),
            _takes(
                "--mute",
                help="do not show it for so many days; 0 shows it again",
                type=at_least("--mute", 0),
                metavar="DAYS",
            ),
            _takes(
                "--keep",
                help="keep what came for so many days, starred and bookmarked entries longer; 0 keeps everything",
                type=at_least("--keep", 0),
                metavar="DAYS",
            ),
            _takes(
                "--full", help="fetch whole articles ahead: always, never, or auto", choices=("auto", "always", "never")
            ),
            _takes(
                "--login",
                help="ask for a user name and a password, or read name:password from standard input",
                action="store_true",
            ),
            _takes("--remove", help="take it out of the list; what came from it stays", action="store_true"),
            _JSON,
        ),
    ),
    Verb(
        "rules",
        "list the rules that hide, star, tag or mark entries; make, try or forget one",
        "rules:rules",
        (
            _takes(
                "--words",
                help="""entries with these words: 'storm "high water" -football ferr* title:…'""",
                metavar="W",
                nargs="+",
            ),
            _takes("--source", help="from a source: part of its title, address or folder", metavar="S"),
            _takes("--author", help="by an author: part of a name", metavar="A"),
            _takes("--language", help="in a language: its code", metavar="L"),
            _takes("--tagged", help="with a tag", metavar="T"),
            _takes("--hide", help="hide them", action="store_true"),
            _takes("--star", help="star them", action="store_true"),
            _takes("--read", help="mark them as read", action="store_true"),
            _takes("--tag", help="put tags on them", action="append", default=[], metavar="T"),
            _takes("--try", help="only list what the rule would take", action="store_true", dest="try_"),
            _takes("--off", help="let a rule do nothing, by its number", type=at_least("--off", 1), metavar="N"),
            _takes("--on", help="let it do again what it says", type=at_least("--on", 1), metavar="N"),
            _takes("--forget", help="take a rule away, by its number", type=at_least("--forget", 1), metavar="N"),
            _takes("--hidden", help="list what the rules hide", action="store_true"),
            _JSON,
        ),
    ),
    Verb(
        "list",
        "list the entries of the library",
        "shelf:listing",
        (
            _QUERY,
            _takes("--unread", help="only what is not read", action="store_true"),
            _takes("--starred", help="only what is starred", action="store_true"),
            _takes("--files", help="with the files that came with them, as podcasts have", action="store_true"),
            _JSON,
        ),
    ),
    Verb(
        "search",
        "search the whole library",
        "shelf:search",
        (
            _QUERY,
            _takes("--ranked", help="best first instead of newest first", action="store_true"),
            _takes("--within", help="find words within words too", action="store_true"),
            _takes("--limit", help="at most so many, else 1,000", type=at_least("--limit", 1), metavar="N"),
            _JSON,
        ),
    ),
    Verb(
        "mark",
        "do to entries what keys do",
        "shelf:mark",
        (
            _takes(
                "ids",
                help="numbers of entries, as `newsreader list` shows them",
                metavar="ID",
                type=entry_number,
                nargs="+",
            ),
            _takes("--read", help="mark as read", action="store_true"),
            _takes("--unread", help="mark as unread", action="store_true"),
            _takes("--star", help="star", action="store_true"),
            _takes("--unstar", help="take the star away", action="store_true"),
            _takes("--tag", help="add tags: words, parted by commas", action="append", default=[], metavar="T"),
            _takes("--untag", help="take tags off", action="append", default=[], metavar="T"),
            _takes("--snooze", help="put off: tomorrow, 3 d, 2 w, 5 h or a day", metavar="UNTIL"),
            _takes("--delete", help="delete; undo takes it back", action="store_true"),
        ),
    ),
    Verb(
        "passages",
        "print or write marked passages; `add ID --quote TEXT` marks one, `import FILE` takes some in",
        "passages:passages",
        (
            _takes(
                "query",
                help='words, "phrases", -not, #tag, note:, from:, title:, kind:green, is:gone, after:yesterday …',
                metavar="QUERY",
                nargs="*",
            ),
            _takes("--format", help="how they are printed", choices=("text", *PASSAGE_FORMATS), default="text"),
            _takes("--to", help="write a Markdown note for each article into this folder", metavar="DIR"),
            _takes("--template", help="a file that says how a passage is written in a note", metavar="FILE"),
            _takes("--today", help="print one passage, another each day", action="store_true"),
            _takes("--quote", help="with add: the words to mark", metavar="TEXT"),
            _takes("--note", help="with add: a note on them", metavar="TEXT"),
            _JSON,
        ),
    ),
    Verb("undo", "take the last act back", "shelf:undo"),
    Verb(
        "trash",
        "list what was deleted, take it back, or erase it",
        "carrying:trash",
        (
            _takes("--restore", help="take entries out of the trash", metavar="ID", type=entry_number, nargs="+"),
            _takes("--empty", help="erase all of it; undo cannot bring it back", action="store_true"),
            _JSON,
        ),
    ),
    Verb(
        "import",
        "take in a library (JSON lines), subscriptions (OPML, newsboat's urls), newsboat's cache.db, or passages (W3C, CSV)",
        "carrying:bring_in",
        (
            _takes(
                "files",
                help="the files, - for standard input; what they are is found by looking",
                metavar="FILE",
                nargs="+",
            ),
            _JSON,
        ),
    ),
    Verb(
        "export",
        "write articles with their passages as files, the whole library as JSON lines, or the subscriptions",
        "carrying:take_out",
        (
            _takes(
                "names", help="numbers of entries, else all; with jsonl, opml, urls a FILE", metavar="ID", nargs="*"
            ),
            _takes("--to", help="the folder for articles; a file for each", metavar="DIR"),
            _takes("--format", help="how: markdown, html, json; jsonl; opml, urls", choices=EXPORTS, default=None),
            _takes("--private", help="with opml, urls: with passwords and tokens", action="store_true"),
            _JSON,
        ),
    ),
    Verb(
        "backup",
        "copy the library while it is in use",
        "carrying:backup",
        (
            _takes("file", help="where to, else the folder of copies", metavar="FILE", nargs="?"),
            _takes("--list", help="list the copies there are", action="store_true"),
            _takes("--json", help="with --list: print one JSON value", action="store_true"),
        ),
    ),
    Verb(
        "restore",
        "bring a copy of the library back; what is there now is put aside",
        "carrying:restore",
        (_takes("file", help="the copy, else the newest one", metavar="FILE", nargs="?"),),
    ),
    Verb(
        "doctor",
        "check library, settings and terminal, and say what to do",
        "house:doctor",
        (
            _takes("--repair", help="save what can be read of the library into a new file", action="store_true"),
            _takes("--sizes", help="say what takes how much room", action="store_true"),
        ),
    ),
    Verb("paths", "print where the files live", "house:paths", (_JSON,)),
    Verb(
        "completions",
        "print what a shell needs to complete this command line",
        "completions:completions",
        (_takes("shell", help="bash, zsh or fish", choices=("bash", "zsh", "fish"), metavar="SHELL"),),
    ),
    Verb("man", "print the manual page: newsreader man | man -l -", "manpage:man"),
)
