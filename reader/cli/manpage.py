"""The verb `man`: the manual page, from the tables of verbs, keys and settings that help and screen use too."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from reader import __version__
from reader.cli import EXIT_CODES
from reader.cli.parsing import screen_parser
from reader.cli.verbs import VERBS, Argument, Verb
from reader.commands import COMMANDS, keys_of, places

_ENDINGS = {1: "some or all of several failed", 2: "wrong use, or a mistake in the settings", 3: "that cannot be read",
            4: "the network", 5: "the library"}  # fmt: skip


def man(_: argparse.Namespace) -> int:
    """Print the manual page, as `man -l -` takes it."""
    print(page(), end="")
    return 0


def page() -> str:
    """The manual page in the man macros of troff."""
    return "\n".join(
        (
            f'.TH NEWSREADER 1 "" "newsreader {__version__}" "User commands"',
            ".SH NAME",
            "newsreader \\- read the news in a terminal: the article and nothing else",
            ".SH SYNOPSIS",
            ".B newsreader",
            "[\\fIoption\\fR ...] [\\fISOURCE\\fR ...]",
            ".br",
            ".B newsreader",
            "\\fIVERB\\fR ...",
            ".SH DESCRIPTION",
            "Without a verb the screen opens, and sources (files, folders, addresses, or \\- for standard input) are added",
            "as it opens; what is piped into it is a source, too. Where its output goes into a pipe or a file, the article of",
            "a source is printed, and without a source the list. On the screen the key ? tells of the keys.",
            ".SH OPTIONS",
            *_screen(),
            ".SH VERBS",
            *(line for verb in VERBS for line in _verb(verb)),
            ".SH KEYS",
            *_keys(),
            ".SH ENVIRONMENT",
            *_environment(),
            ".SH EXIT STATUS",
            "0 when all went well; else",
            *(
                line
                for code in sorted(set(EXIT_CODES.values()) | {1})
                for line in (".TP", f"\\fB{code}\\fR", _ENDINGS[code])
            ),
            ".SH FILES",
            "\\fBnewsreader paths\\fR prints where library, settings and log are.",
            "",
        )
    )


def _plain(text: str) -> str:
    """A text that troff takes as it is."""
    shown = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{shown}" if shown.startswith((".", "'")) else shown


def _screen() -> Iterator[str]:
    for action in screen_parser()._actions:
        if action.option_strings and action.help and action.dest != "help":
            yield from (".TP", f"\\fB{_plain(', '.join(action.option_strings))}\\fR", _plain(action.help))


def _verb(verb: Verb) -> Iterator[str]:
    words = " ".join(_named(it) for it in verb.arguments if not it.names[0].startswith("-"))
    yield from (".TP", f"\\fB{verb.name}\\fR {words}".rstrip(), f"{_plain(verb.help[0].upper() + verb.help[1:])}.")
    options = [it for it in verb.arguments if it.names[0].startswith("-")]
    if options:
        yield ".RS"
        for it in options:
            yield from (".TP", f"\\fB{_plain(it.names[0])}\\fR {_named(it)}".rstrip(), _plain(it.help))
        yield ".RE"


def _named(argument: Argument) -> str:
    """What stands for an argument's word."""
    choices, name = argument.options.get("choices"), argument.options.get("metavar")
    if argument.options.get("action") == "store_true":
        return ""
    return f"\\fI{_plain(name or '|'.join(choices or ()))}\\fR"


def _keys() -> Iterator[str]:
    for command in COMMANDS:
        named = ", ".join(keys_of(command)) or f": {command.label}"
        yield from (".TP", f"\\fB{_plain(named)}\\fR", f"{_plain(command.help)} ({_plain(places(command))}).")


def _environment() -> Iterator[str]:
    for name, said in (
        ("NEWSREADER_CONFIG", "the settings file"),
        ("NEWSREADER_DATA_DIR", "the folder of the library"),
        ("NEWSREADER_STATE_DIR", "the folder of the log"),
        ("NO_COLOR", "unless it is empty: no colors, where neither settings nor --color wish for them"),
        ("BROWSER, VISUAL, EDITOR", "the programs that open links and edit notes"),
    ):
        yield from (".TP", f"\\fB{name}\\fR", _plain(said))
