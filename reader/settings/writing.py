"""One option written into the settings file; everything else in the file, comments too, stays as the person wrote it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from reader.errors import SettingsError
from reader.settings import Option, options
from reader.text.clean import one_line
from reader.whole import whole

_SAID = re.compile(r"""[^=]*=\s*(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'#]+)(\s*(?:\#.*)?)\Z""")
"""A line with a whole value, and what stands behind that: spaces and a comment."""


def keep(file: Path, name: str, value: Any) -> None:
    """Write an option down, so that the next start has it; a file that is not there is made with every option in it.

    Raises:
        SettingsError: the file cannot be read or written.
    """
    try:
        text = file.read_text("utf-8-sig") if file.exists() else documented()
    except (OSError, UnicodeDecodeError) as error:
        raise _failed(file, error) from error
    put(file, written(text, name, value))


def put(file: Path, text: str) -> None:
    """Write the whole file. Raises SettingsError when that cannot be done; the old one is there then."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with whole(file, mode=0o600) as stream:
            stream.write(text.encode())
    except OSError as error:
        raise _failed(file, error) from error


def _failed(file: Path, error: OSError | UnicodeDecodeError) -> SettingsError:
    reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
    return SettingsError(
        f"The settings file {one_line(str(file))} cannot be written: {reason}.",
        "The option holds until the program ends; NEWSREADER_CONFIG names another file.",
    )


def written(text: str, name: str, value: Any) -> str:
    """The text of a settings file with an option set: in its own line, in its commented line, else above the tables."""
    line = f"{name} = {_toml(value)}"
    lines = text.removesuffix("\n").split("\n") if text else []  # as TOML counts them
    tables = next((at for at, each in enumerate(lines) if each.lstrip().startswith("[")), len(lines))
    own = re.compile(rf"\s*(?:{re.escape(name)}|\"{re.escape(name)}\"|'{re.escape(name)}')\s*=")
    commented = re.compile(rf"\s*#\s*{re.escape(name)}\s*=")
    for shape in (own, commented):
        for at in range(tables):
            if shape.match(lines[at]):
                said = _SAID.match(lines[at]) if shape is own else None
                lines[at] = line + (said[1] if said else "")
                return "\n".join(lines) + "\n"
    lines.insert(tables, line)
    return "\n".join(lines) + "\n"


def documented() -> str:
    """A settings file that says what every option does and changes none of them."""
    parts = ["# newsreader: what you wish for. A line without its # holds; the values shown are the defaults.\n"]
    parts += [_told(option) for option in options() if option.type is not dict]
    parts += [f"# {option.help}\n[{option.name}]\n" for option in options() if option.type is dict]
    return "\n".join(parts)


def _told(option: Option) -> str:
    takes = ""
    if option.choices:
        takes = f": {', '.join(option.choices)}"
    elif option.bounds:
        takes = f", {option.bounds}"
    return f"# {option.help}{takes}\n# {option.name} = {_toml(option.default)}\n"


def _toml(value: Any) -> str:
    """A value as TOML writes it; a basic string of TOML takes what a string of JSON takes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f") if isinstance(value, str) else str(value)
