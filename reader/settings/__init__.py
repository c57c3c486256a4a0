"""What the person wishes: a TOML file and the environment, as one frozen value; and where the files live.

Nothing here is read behind a room's back: rooms get what they need as plain arguments. A mistake in the file
is named with its line, and the program starts with the default for that option.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import platformdirs

from reader.errors import SettingsError
from reader.text.clean import one_line

APP = "newsreader"
_NEAR = 0.7
"""How alike a name has to be to one of ours to be taken for that: “mesure”, and not “bogus” for “mouse” (.6)."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option as the manual tells it: its name in the file, its type, its default, what it does."""

    name: str
    type: type
    default: Any
    help: str
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None

    @property
    def bounds(self) -> str:
        """From where to where a number may go; empty for what is none."""
        return "" if self.low is None or self.high is None else f"from {self.low:g} to {self.high:g}"


_SAYABLE = 1e15
"""From here on a number is not said again: nobody meant it."""


def _option(default: Any, help: str, **limits: Any) -> Any:
    return field(default=default, metadata={"help": help, **limits})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a person can wish for, with defaults that need no file."""

    theme: str = _option("newsreader-dark", "name of the color theme; auto follows the background of the terminal")
    measure: int = _option(76, "widest line of an article, in characters", low=30, high=76)
    read_after: float = _option(2.0, "seconds after which an opened article counts as read", low=0, high=3600)
    sidebar: bool = _option(True, "show the summary sidebar where the window is wide enough")
    points: int = _option(3, "sentences in a summary", low=1, high=7)
    justify: bool = _option(False, "set articles with both edges straight")
    hyphenate: bool = _option(False, "part words at the ends of lines; needs pyphen (the extra “hyphens”)")
    links: str = _option(
        "marked",
        "links are marked only, numbered with their addresses at the end, or opened by the terminal itself (OSC 8)",
        choices=("marked", "numbered", "osc8"),
    )
    linear: bool = _option(False, "read line by line, as with --linear")
    ascii: bool = _option(False, "draw with ASCII characters only")
    mouse: bool = _option(True, "listen to the mouse")
    color: str = _option("auto", "whether to use color", choices=("auto", "always", "never"))
    updates: bool = _option(False, "update feeds by themselves while the screen is open")
    player: str = _option(
        "", "program for files that come with entries, such as mpv --force-window; empty for the browser"
    )
    samples: bool = _option(True, "show the sample pages while the library is empty")
    keys: Mapping[str, str] = field(
        default_factory=dict, metadata={"help": "a table of command = key that remaps keys"}
    )
    data_dir: Path = field(default_factory=Path, metadata={"path": True})
    config_file: Path = field(default_factory=Path, metadata={"path": True})
    state_dir: Path = field(default_factory=Path, metadata={"path": True})
    mistakes: tuple[str, ...] = field(default=(), metadata={"path": True})

    @property
    def library_file(self) -> Path:
        """The library: one SQLite file."""
        return self.data_dir / "library.db"

    @property
    def log_file(self) -> Path:
        """Where a failure that is our own bug is written down."""
        return self.state_dir / "newsreader.log"


def options() -> tuple[Option, ...]:
    """Every option of the settings file, in the order in which the manual lists them."""
    return tuple(
        Option(
            each.name,
            type(default),
            default,
            each.metadata["help"],
            tuple(each.metadata.get("choices", ())),
            each.metadata.get("low"),
            each.metadata.get("high"),
        )
        for each in fields(Settings)
        if not each.metadata.get("path")
        for default in [each.default if each.default is not MISSING else {}]
    )


def load(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings as file and environment give them; what is wrong in the file stands in `mistakes`.

    Raises SettingsError when the file is there and cannot be read at all.
    """
    env = os.environ if environment is None else environment
    file = _config_file(env)
    values, mistakes = _read(file)
    if env.get("NO_COLOR") and "color" not in values:  # no-color.org: present and not empty
        values["color"] = "never"
    return replace(
        Settings(),
        **values,
        data_dir=_folder(env, "NEWSREADER_DATA_DIR", platformdirs.user_data_path(APP, appauthor=False)),
        state_dir=_folder(env, "NEWSREADER_STATE_DIR", platformdirs.user_state_path(APP, appauthor=False)),
        config_file=file,
        mistakes=tuple(mistakes),
    )


def reread(settings: Settings) -> Settings:
    """The settings as their file gives them now. Raises SettingsError when it cannot be read at all."""
    values, mistakes = _read(settings.config_file)
    places = {name: getattr(settings, name) for name in ("data_dir", "state_dir", "config_file")}
    return replace(Settings(), **values, **places, mistakes=tuple(mistakes))


def _folder(env: Mapping[str, str], name: str, otherwise: Path) -> Path:
    wished = env.get(name)
    if not wished:
        return otherwise
    try:
        return Path(wished).expanduser()
    except RuntimeError as error:
        raise SettingsError(
            f"{name} names the home of somebody who is not known here: {one_line(wished)}.",
            "Give the whole path, beginning with a slash.",
        ) from error


def _config_file(env: Mapping[str, str]) -> Path:
    return _folder(env, "NEWSREADER_CONFIG", platformdirs.user_config_path(APP, appauthor=False) / "config.toml")


def _read(file: Path) -> tuple[dict[str, Any], list[str]]:
    try:
        text = file.read_text("utf-8-sig")  # editors of Windows put a mark of the byte order first
    except FileNotFoundError:
        return {}, []
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise SettingsError(
            f"The settings file {one_line(str(file))} cannot be read: {reason}.",
            "Mend it or move it away; without it every option has its default.",
        ) from error
    import tomllib  # 3 ms that most starts have no file for

    try:
        return _checked(tomllib.loads(text), text)
    except (ValueError, RecursionError) as error:  # also numbers of thousands of digits, and lists in lists
        at = re.search(r"at line (\d+)", str(error))
        where = f"line {at[1]}: " if at else ""
        return {}, [f"{where}the file is not TOML, so every option has its default"]


def _checked(found: Mapping[str, Any], text: str) -> tuple[dict[str, Any], list[str]]:
    known = {option.name: option for option in options()}
    values: dict[str, Any] = {}
    mistakes = []
    for name, value in found.items():
        option = known.get(name)
        complaint = _unknown(name, known) if option is None else _complaint(option, value)
        if option is not None and (used := value if complaint is None else _instead(option, value)) is not None:
            values[name] = float(used) if option.type is float else used
            complaint = complaint and f"{complaint}; {_said(used)} is used"
        if complaint is not None:
            mistakes.append(f"line {_line_of(name, text)}: {complaint}")
    return values, mistakes


def _unknown(name: str, known: Mapping[str, Option]) -> str:
    near = difflib.get_close_matches(name, known, 1, _NEAR)
    meant = f": did you mean “{near[0]}”?" if near else ""
    return f"there is no option “{one_line(name)[:40]}”{meant}"


def _complaint(option: Option, value: object) -> str | None:
    """Why the value does not suit the option; None when it does."""
    words = {
        bool: "true or false",
        int: "a whole number",
        float: "a number",
        str: "a text in quotes",
        dict: "a table",
    }
    fits = isinstance(value, (int, float) if option.type is float else option.type)
    if not fits or (isinstance(value, bool) and option.type is not bool):
        return f"{option.name} takes {words[option.type]}"
    if isinstance(value, dict) and not all(isinstance(key, str) for key in value.values()):
        return f"{option.name} takes names of keys in quotes"
    if option.choices and value not in option.choices:
        return f"{option.name} takes one of {', '.join(option.choices)}"
    if isinstance(value, int | float) and not (option.low or 0) <= value <= (option.high or 1):
        said = f", not {value:g}" if abs(value) < _SAYABLE else ""
        return f"{option.name} takes a number {option.bounds}{said}"
    return None


def _instead(option: Option, value: Any) -> Any:
    """What is used in the place of a value that does not suit: the nearest that does, else the default; of keys nothing."""
    if type(value) is int or type(value) is option.type is float:
        if option.low is not None and value < option.low:
            return option.low
        if option.high is not None and value > option.high:
            return option.high
    return None if option.type is dict else option.default


def _said(value: object) -> str:
    """A value as the file writes it."""
    return str(value).lower() if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else str(value)


def _line_of(name: str, text: str) -> int:
    there = re.compile(rf"[ \t\[\"']*{re.escape(name)}(?![\w-])")
    return next((number for number, line in enumerate(text.split("\n"), 1) if there.match(line)), 1)
