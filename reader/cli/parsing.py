"""Words of a command line to a verb: the parser of arguments, made from the table of verbs."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from reader import __version__
from reader.cli import verbs
from reader.errors import UsageError


class Parser(argparse.ArgumentParser):
    """An argument parser that fails as everything here fails: what happened, what to try."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError instead of printing and leaving."""
        raise UsageError(f"{self.prog}: {message}.", f"See `{self.prog} --help`.")


def parser() -> Parser:
    """The parser of the whole command line, made from the table."""
    top = Parser(
        "newsreader",
        usage="newsreader [--linear] [--color WHEN] [--no-mouse] [--ascii] [SOURCE…]\n       newsreader VERB …",
        description="Read the news in the terminal: the article and nothing else. Without a verb the screen opens, and "
        "SOURCEs (files, folders, addresses, - or a pipe for standard input) are added as it opens. With its output in a "
        "pipe the article of a SOURCE is printed, and without one the list.",
        epilog="`newsreader VERB --help` tells of a verb; in the screen the key ? tells of the keys.",
    )
    _screen_options(top)
    top.add_argument("--version", action="version", version=f"newsreader {__version__}")
    below = top.add_subparsers(dest="verb", metavar="VERB", parser_class=Parser, prog="newsreader")
    for verb in verbs.VERBS:
        each = below.add_parser(verb.name, help=verb.help, description=verb.help[0].upper() + verb.help[1:] + ".")
        for argument in verb.arguments:
            each.add_argument(*argument.names, help=argument.help, **argument.options)
    return top


def screen_parser() -> Parser:
    """The parser of what opens the screen: options, and sources."""
    top = Parser("newsreader", description="Open the screen; sources are added as it opens.")
    top.add_argument("sources", metavar="SOURCE", nargs="*", help="files, folders, addresses, or - for standard input")
    _screen_options(top)
    return top


def _screen_options(top: Parser) -> None:
    top.add_argument("--linear", action="store_true", help="read line by line: for screen readers and slow lines")
    top.add_argument("--color", choices=("auto", "always", "never"), default=None, help="whether to use color")
    top.add_argument("--no-mouse", action="store_true", help="do not listen to the mouse")
    top.add_argument("--ascii", action="store_true", help="draw with ASCII characters only")


def run(given: Sequence[str]) -> int:
    """Do what the words say. Raises UsageError when they name no verb."""
    wished = parser().parse_args(given)
    if _is_for_programs(wished) and not sys.stdout.isatty() and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    return _door(next(verb.door for verb in verbs.VERBS if verb.name == wished.verb))(wished)


def _is_for_programs(wished: argparse.Namespace) -> bool:
    """Whether a form was asked for that is UTF-8 whatever the locale is (RFC 8259 for JSON; pages and OPML say it of
    themselves): one without our signs would lose them."""
    return wished.verb == "export" or getattr(wished, "json", False) or getattr(wished, "format", "text") != "text"


def _door(name: str) -> Callable[[argparse.Namespace], int]:
    module, _, function = name.partition(":")
    found: Callable[[argparse.Namespace], int] = getattr(importlib.import_module(f"reader.cli.{module}"), function)
    return found
