"""The verbs about the program itself: `doctor` and `paths`."""

from __future__ import annotations

import argparse
import json
import locale
import os
import platform
import shutil
import sys
from importlib import metadata

from reader import __version__, newsroom, settings
from reader.errors import ReaderError
from reader.model import View
from reader.settings import Settings

_PARTS = ("textual", "rich", "selectolax", "rapidfuzz", "platformdirs")


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


def doctor(_: argparse.Namespace) -> int:
    """Check what the program stands on; 1 when something needs the person's hand."""
    found = settings.load()
    print(f"newsreader {__version__}, Python {platform.python_version()}, {platform.system()}")
    print("parts: " + ", ".join(f"{name} {metadata.version(name)}" for name in _PARTS))
    checks = [*_settings(found), *_terminal(), *_library(found)]
    for well, text in checks:
        print(f"{'ok ' if well else 'BAD'}  {text}")
    return int(not all(well for well, _ in checks))


def _settings(found: Settings) -> list[tuple[bool, str]]:
    if found.mistakes:
        return [(False, f"settings, {mistake} ({found.config_file})") for mistake in found.mistakes]
    there = "read" if found.config_file.exists() else "no file, every option has its default"
    return [(True, f"settings: {there}")]


def _terminal() -> list[tuple[bool, str]]:
    size = shutil.get_terminal_size()
    name = os.environ.get("TERM") or "none named"
    encoding = (sys.stdout.encoding or locale.getpreferredencoding()).lower()
    return [
        (name != "dumb", f"terminal: {name}, {size.columns} by {size.lines}"),
        ("utf" in encoding, f"encoding: {encoding}" + ("" if "utf" in encoding else "; set LANG to a UTF-8 locale")),
    ]


def _library(found: Settings) -> list[tuple[bool, str]]:
    try:
        with newsroom.start(found) as room:
            total = room.counts(View()).total
    except ReaderError as error:
        return [(False, f"library: {error.happened} {error.advice}")]
    return [(True, f"library: {total:,} articles ({found.library_file})")]
