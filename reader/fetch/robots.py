"""A site's robots.txt (RFC 9309): may a program that nobody asked come here?

Our own: urllib.robotparser knows no wildcards, and protego makes regular expressions of a stranger's wildcards, which
one long line of them can keep busy for ever. Here a pattern is matched in time linear in address and pattern.
"""

from __future__ import annotations

from dataclasses import dataclass

LARGEST = 512 * 1024
"""Bytes of a robots.txt that count (RFC 9309, 2.5 asks for at least 500 KiB)."""
_MOST_RULES = 5_000


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules that hold for one program: (pattern, allowed), longest first."""

    rules: tuple[tuple[str, bool], ...] = ()

    def allow(self, path: str) -> bool:
        """Whether a path (with its query) may be fetched: the longest rule that fits decides, allowing in a tie."""
        return next((allowed for pattern, allowed in self.rules if _fits(pattern, path)), True)


def read(text: str, agent: str) -> Robots:
    """The rules of a robots.txt for a program's name, else those for all ("*")."""
    groups: dict[str, list[tuple[str, bool]]] = {}
    named: list[str] = []
    ruled = True
    for line in text[:LARGEST].splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            named = [value.lower()] if ruled else [*named, value.lower()]
            ruled = False
            groups.setdefault(value.lower(), [])
        elif key in ("allow", "disallow"):
            ruled = True
            for name in dict.fromkeys(named):
                if value and len(groups[name]) < _MOST_RULES:
                    groups[name].append((value, key == "allow"))
    rules = groups.get(agent.lower(), groups.get("*", []))
    return Robots(tuple(sorted(rules, key=lambda rule: (-len(rule[0]), not rule[1]))))


def _fits(pattern: str, path: str) -> bool:
    """Whether a path begins as the pattern says; "*" stands for anything, "$" at the end for the end."""
    ends = pattern.endswith("$")
    pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(pieces[0]):
        return False
    at = len(pieces[0])
    for piece in pieces[1:-1] if ends else pieces[1:]:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    if not ends:
        return True
    if len(pieces) == 1:
        return at == len(path)
    return path.endswith(pieces[-1]) and len(path) - len(pieces[-1]) >= at
