r"""Newsboat's `urls` file in and out: a feed a line, tags in quotes, "~title", saved searches as "query:".

Written with `# folder:` lines, which newsboat takes for comments, so that folders come back too.
Source of the rules: newsboat's manual, "The urls file", and its tokenizer (quotes, backslash escapes).
"""

from __future__ import annotations

import re

from reader.opml.subscriptions import DEEPEST, LONGEST_NAME, MOST, Subscription, Subscriptions
from reader.text.addresses import public, subscribable
from reader.text.charset import decode
from reader.text.clean import clean, one_line

_TOKEN = re.compile(r"\"((?:[^\"\\]++|\\.)*+)\"?|([^\s\"]\S*)")
_FOLDER_NAME = re.compile(r"(?:[^\\/]|\\.)+")
_ESCAPE = re.compile(r"\\(.)")
_SLASHES, _ESCAPED = re.compile(r"[\\/]"), r"\\\g<0>"
_FOLDER = "# folder:"
_SIGNS = {"n": " ", "r": " ", "t": " "}
_RUNS = ("exec:", "filter:")


def read(data: bytes) -> Subscriptions:
    """The subscriptions in a urls file; lines that would run a program or read a file are named, not taken."""
    feeds: list[Subscription] = []
    queries: list[tuple[str, str]] = []
    remarks: list[str] = []
    folder: tuple[str, ...] = ()
    for line in clean(decode(data)).split("\n"):
        if line.startswith(_FOLDER):
            folder = _folder(line[len(_FOLDER) :])
        tokens = [] if line.lstrip().startswith("#") else _tokens(line)
        if not tokens or len(feeds) >= MOST:
            continue
        address = subscribable(tokens[0])
        if tokens[0].startswith("query:"):
            name, _, expression = tokens[0][6:].partition(":")
            queries.append((one_line(name), expression))
        elif address is None:
            why = "runs a program" if tokens[0].startswith(_RUNS) else "is no address on the web"
            remarks.append(f"{one_line(tokens[0])[:80]} {why}")
        else:
            feeds.append(_subscription(address, tokens[1:], folder))
    return Subscriptions(tuple(feeds), queries=tuple(queries), remarks=tuple(remarks[:100]))


def _subscription(address: str, tokens: list[str], folder: tuple[str, ...]) -> Subscription:
    title = ""
    tags = []
    for token in map(one_line, tokens):
        if token.startswith("~"):
            title = token[1 : LONGEST_NAME + 1].strip()
        elif token:
            tags.append(token[:LONGEST_NAME])
    return Subscription(address, title, folder=folder, tags=tuple(dict.fromkeys(tags)))


def _tokens(line: str) -> list[str]:
    return [
        _ESCAPE.sub(lambda sign: _SIGNS.get(sign[1], sign[1]), found[1]) if found[2] is None else found[2]
        for found in _TOKEN.finditer(line)
    ]


def _folder(text: str) -> tuple[str, ...]:
    names = (one_line(_ESCAPE.sub(r"\1", name)) for name in _FOLDER_NAME.findall(text))
    return tuple(name[:LONGEST_NAME] for name in names if name)[:DEEPEST]


def write(found: Subscriptions, *, private: bool = False) -> str:
    """The subscriptions as a urls file; passwords and tokens in addresses only with `private`."""
    lines: list[str] = []
    folder: tuple[str, ...] = ()
    for feed in found.feeds:
        if feed.folder != folder:
            folder = feed.folder
            lines += ["", f"{_FOLDER} {'/'.join(_SLASHES.sub(_ESCAPED, name) for name in folder)}".rstrip()]
        address = feed.address if private else public(feed.address)
        words = [*feed.tags, *([f"~{feed.title}"] if feed.title else [])]
        lines.append(" ".join([address.replace(" ", "%20"), *map(_quoted, words)]))
    lines += [_quoted(f"query:{name}:{expression}") for name, expression in found.queries]
    return "\n".join([*lines, ""])


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
