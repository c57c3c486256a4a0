"""The verb about rules on entries: `rules`."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace

from reader import filters, newsroom, settings
from reader.cli.shelf import print_rows
from reader.errors import UsageError
from reader.filters import Rule
from reader.formats.rows import entry_json
from reader.newsroom.tagging import tags_of


def rules(wished: argparse.Namespace) -> int:
    """List the rules, make one, show what one would do, switch one off or on or forget it, or list what they hide."""
    rule = _rule(wished)
    with newsroom.start(settings.load()) as room:
        if wished.forget is not None:
            print(room.web.forget_rule(wished.forget).label)
        elif wished.off is not None or wished.on is not None:
            number = wished.on if wished.off is None else wished.off
            print(room.web.switch_rule(number, on=wished.off is None).label)
        elif wished.hidden or (wished.try_ and rule):
            found = room.web.try_rule(rule) if rule else room.web.hidden()
            if wished.json:
                print(json.dumps([entry_json(row) for row in found], ensure_ascii=False, indent=2))
            else:
                print_rows(found)
        elif rule:
            act = room.web.keep_rule(rule)
            print(f"{act.label}; it took {len(act.entries):,} of the entries there are")
        else:
            _list(room.web.rules(), wished)
    return 0


def _list(found: dict[int, Rule], wished: argparse.Namespace) -> None:
    if wished.json:
        value = [{"id": number} | filters.to_value(rule) for number, rule in found.items()]
        print(json.dumps(value, ensure_ascii=False, indent=2))
        return
    for number, rule in found.items():
        print(f"{number:>4}  {filters.described(rule)}")


def _rule(wished: argparse.Namespace) -> Rule | None:
    """The rule that the options describe, None where they describe none; words are read as on the screen. Raises UsageError."""
    typed = filters.which(" ".join(wished.words or ()))
    rule = replace(
        typed,
        source=wished.source or typed.source,
        author=wished.author or typed.author,
        language=wished.language or typed.language,
        tag=wished.tagged or typed.tag,
        hide=wished.hide,
        star=wished.star,
        read=wished.read,
        tags=tuple(tag for text in wished.tag for tag in tags_of(text)),
    )
    if rule == Rule():
        if wished.try_:
            raise UsageError("newsreader rules: there is nothing to try.", "Say which entries, and what to do to them.")
        return None
    return filters.check(rule)
