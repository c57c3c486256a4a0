"""Writes the tables of README that come from the program: `python -m tests.manual`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from reader.commands import COMMANDS, keys_of
from reader.settings import options

README = Path(__file__).resolve().parent.parent / "README.md"


def keys() -> str:
    """Every command that has a key."""
    rows = ["| keys | does | where |", "|---|---|---|"]
    for command in COMMANDS:
        named = " ".join(f"`{_cell(key)}`" for key in keys_of(command)) or f"`:` {command.label}"
        rows.append(f"| {named} | {_cell(command.help)} | {', '.join(command.where)} |")
    return "\n".join(rows)


def settings() -> str:
    """Every option of the settings file."""
    rows = ["| option | default | what it does |", "|---|---|---|"]
    for option in options():
        default = str(option.default).lower() if isinstance(option.default, bool) else str(option.default)
        limits = f" ({', '.join(option.choices)})" if option.choices else ""
        if option.low is not None:
            limits = f" ({option.low:g} to {option.high:g})"
        rows.append(f"| `{option.name}` | `{default}` | {_cell(option.help)}{limits} |")
    return "\n".join(rows)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


PARTS: Mapping[str, str] = {"keys": keys(), "settings": settings()}


def written(text: str) -> str:
    """README with its tables as they have to be."""
    for name, table in PARTS.items():
        pattern = re.compile(rf"(<!-- {name}: [^\n]*-->\n).*?(<!-- end of {name} -->)", re.DOTALL)
        text = pattern.sub(lambda found, table=table: f"{found[1]}{table}\n{found[2]}", text)  # type: ignore[misc]
    return text


if __name__ == "__main__":
    README.write_text(written(README.read_text("utf-8")), "utf-8")
