"""What stands before a note in Markdown: its metadata, as site generators and clippers of pages write it, in YAML or TOML.

Of YAML only what these write is read: names with one value, a list, or a text of several lines.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from reader.text.clean import one_line

_LONGEST = 20_000
"""Characters of the longest front matter."""
_YAML = re.compile(r"---[ \t]*\n(?P<lines>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TOML = re.compile(r"\+\+\+[ \t]*\n(?P<lines>(?:.*\n)*?)\+\+\+[ \t]*(?:\n|\Z)")
_NAMED = re.compile(r"(?P<name>[A-Za-z][\w -]{0,40}):(?:[ \t]+(?P<value>.*))?$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)$")
_MORE = re.compile(r"[ \t]+\S")
_BLOCK = re.compile(r"[|>][+-]?\d?")
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_INLINE = re.compile(r"\s*(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^,\[\]]+)\s*(?:,|$)")
_NOTHING = ("", "~", "null")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values by name, names in lower case without spaces and signs; each value is one line, at least."""

    values: Mapping[str, tuple[str, ...]]

    def first(self, *names: str) -> str:
        """The value of the first name that has one."""
        return next((self.values[name][0] for name in names if name in self.values), "")

    def every(self, *names: str) -> tuple[str, ...]:
        """The values of the first name that has any."""
        return next((self.values[name] for name in names if name in self.values), ())


def split(text: str) -> tuple[FrontMatter | None, str]:
    """The metadata before a text and the text without it; None where it begins with nothing of the kind."""
    found = (
        (_YAML if text.startswith("---") else _TOML).match(text, 0, _LONGEST) if text[:3] in ("---", "+++") else None
    )
    if found is None:
        return None, text
    values = _of_yaml(found["lines"].split("\n")) if text[0] == "-" else _of_toml(found["lines"])
    if not values:
        return None, text
    return FrontMatter(values), text[found.end() :]


def _called(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).lower()


def _of_toml(source: str) -> dict[str, tuple[str, ...]]:
    try:
        table = tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    found = {_called(name): _values(value) for name, value in table.items()}
    return {name: values for name, values in found.items() if values}


def _values(value: object) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    said = [one_line(str(each)) for each in listed if not isinstance(each, dict | list)]
    return tuple(each for each in said if each)


def _of_yaml(lines: list[str]) -> dict[str, tuple[str, ...]]:
    """The values in lines of YAML; nothing where a line is none, as where a text begins with a rule."""
    found: dict[str, list[str]] = {}
    name, running = "", False
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        named, item = _NAMED.match(line), _ITEM.match(line)
        if named is not None:
            name, value = _called(named["name"]), (named["value"] or "").strip()
            running = _BLOCK.fullmatch(value) is not None
            found[name] = [] if running else _listed(value)
        elif not name:
            return {}
        elif item is not None and not running:
            found[name] += _listed(item["value"].strip(), inline=False)
        elif _MORE.match(line):
            found[name] = [" ".join([*found[name], one_line(line)])] if running or found[name] else []
        else:
            return {}
    return {name: tuple(values) for name, values in found.items() if values}


def _listed(value: str, inline: bool = True) -> list[str]:
    """The values in what stands behind a name: several between brackets, else one."""
    if inline and value[:1] == "[" and value[-1:] == "]" and value[:2] != "[[":
        return [said for each in _INLINE.finditer(value[1:-1]) for said in _listed(each[1], inline=False)]
    said = one_line(_scalar(value))
    return [] if said.lower() in _NOTHING else [said]


def _scalar(value: str) -> str:
    """A value without its quotes, or without the comment behind it."""
    if len(value) > 1 and value[0] == value[-1] == '"':
        try:
            return str(json.loads(value))
        except ValueError:
            return value[1:-1]
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return _COMMENT.sub("", value).strip()
