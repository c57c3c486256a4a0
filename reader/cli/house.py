"""The verbs about the program itself: `doctor` and `paths`."""

from __future__ import annotations

import argparse
import json
import locale
import os
import platform
import shutil
import sys
import textwrap
from datetime import UTC, datetime
from importlib import metadata

from reader import __version__, commands, newsroom, settings
from reader.errors import SettingsError
from reader.newsroom import upkeep
from reader.settings import Settings

_PARTS = ("textual", "rich", "selectolax", "rapidfuzz", "platformdirs", "httpcore", "certifi", "brotli", "pyphen")
"""What may be told of by whoever asks for help: all that we need, and what is only used where it is there."""


def paths(wished: argparse.Namespace) -> int:
    """Print where library, settings and log live."""
    found = settings.load()
    places = {"library": found.library_file, "settings": found.config_file, "log": found.log_file}
    if wished.json:
        print(json.dumps({name: str(path) for name, path in places.items()}, indent=2))
    else:
        for name, path in places.items():
            print(f"{name:<9} {path}")
    return 0


def doctor(wished: argparse.Namespace) -> int:
    """Check what the program stands on; 1 when something needs the person's hand."""
    found = settings.load()
    if wished.repair:
        return _repair(found)
    if wished.sizes:
        return _sizes(found)
    print(f"newsreader {__version__}, Python {platform.python_version()}, {platform.system()}")
    print("parts: " + ", ".join(filter(None, map(_part, _PARTS))))
    well = True
    for is_well, text in (*_settings(found), *_theme(found), *_keys(found), *_terminal()):
        well = well and is_well
        print(f"{'ok ' if is_well else 'BAD'}  {text}")
    for finding in upkeep.examine(found):
        well = well and finding.well
        print(f"{'ok ' if finding.well else 'BAD'}  {finding.said}")
        if finding.advice:
            print(f"     {finding.advice}")
    return int(not well)


def _part(name: str) -> str:
    """A library with its version; nothing for one that is not there."""
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return ""


def _repair(found: Settings) -> int:
    mended = upkeep.mend(found, lambda: datetime.now(UTC))
    print(f"Saved {mended.kept:,} rows, {mended.from_copy:,} of them from the last copy, into {mended.file}")
    if mended.made_anew:
        print(f"{mended.made_anew:,} entries were put together from what was left of them")
    print(f"To use it: newsreader restore {mended.file}")
    return 0


def _sizes(found: Settings) -> int:
    with newsroom.start(found) as room:
        sizes = room.library.keeping.sizes()
    print(f"{sizes.entries:,} articles in {sizes.versions:,} versions, {sizes.trashed:,} in the trash")
    for name in ("file", "texts", "index", "free", "copies"):
        print(f"{name:<7} {getattr(sizes, name) / 1e6:>9,.1f} MB")
    return 0


def _settings(found: Settings) -> list[tuple[bool, str]]:
    if found.mistakes:
        *said, last = (f"settings, {mistake}" for mistake in found.mistakes)
        return [*((False, it) for it in said), (False, f"{last}\n     The file is {found.config_file}")]
    there = "read" if found.config_file.exists() else "no file, every option has its default"
    return [(True, f"settings: {there}")]


def _theme(found: Settings) -> list[tuple[bool, str]]:
    """What is wrong with the theme that the settings name."""
    from reader.tui import own_themes

    try:
        own_themes.check(found.config_file.parent / "themes", found.theme)
    except SettingsError as error:
        return [(False, f"theme: {error.happened}\n     {error.advice}")]
    return []


def _keys(found: Settings) -> list[tuple[bool, str]]:
    """What is wrong with the keys that the settings give; the names of all commands, where one is not known."""
    try:
        commands.remapped(found.keys)
    except SettingsError as error:
        known = found.keys.keys() <= commands.by_id().keys()
        advice = error.advice if known else "The commands: " + ", ".join(commands.by_id())
        filled = textwrap.indent(textwrap.fill(advice, 100, break_on_hyphens=False), " " * 5)
        return [(False, f"keys: {error.happened}\n{filled}")]
    return []


def _terminal() -> list[tuple[bool, str]]:
    size = shutil.get_terminal_size()
    name = os.environ.get("TERM") or "none named"
    encoding = (sys.stdout.encoding or locale.getpreferredencoding()).lower()
    return [
        (name != "dumb", f"terminal: {name}, {size.columns} by {size.lines}"),
        ("utf" in encoding, f"encoding: {encoding}" + ("" if "utf" in encoding else "; set LANG to a UTF-8 locale")),
    ]
