"""Whether the terminal's ground is dark, for a theme that follows it: asked of the terminal, once, before the start.

xterm's control sequence OSC 11 with "?" asks for the color of the ground; what does not know it does not answer.
Terminals that set COLORFGBG (rxvt, Konsole) need not be asked.
"""

from __future__ import annotations

import os
import re
import select
import sys
from collections.abc import Callable, Mapping
from time import monotonic

_PATIENCE = 0.15
"""Seconds to wait for an answer: local terminals take 1 to 5 ms, and over a slow line dark is guessed."""
_ANSWER = re.compile(rb"\x1b\]11;rgb:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})")
_WHOLE = re.compile(rb"\x1b\]11;[^\x07\x1b]*(?:\x07|\x1b\\)")
_MOST = 512
"""Bytes that are looked through for the answer: whoever types as much has no terminal that answers."""


def is_dark(environment: Mapping[str, str] | None = None, typed: Callable[[bytes], None] = lambda _: None) -> bool:
    """Whether light text belongs on the terminal's ground; dark where nobody says. `typed` gets what was typed meanwhile."""
    told = (os.environ if environment is None else environment).get("COLORFGBG", "").rpartition(";")[2]
    if told.isdigit():
        return int(told) not in (7, 15)
    answer = _asked()
    typed(without_answer(answer))
    return dark(answer)


def without_answer(data: bytes) -> bytes:
    """What a person typed, without the terminal's answer: over a slow line that comes once nobody waits for it, and its
    letters would be keys."""
    return _WHOLE.sub(b"", data)


def dark(answer: bytes) -> bool:
    """What the answer to OSC 11 says, by the luma of ITU-R BT.601; dark where it is no answer."""
    found = _ANSWER.search(answer)
    if found is None:
        return True
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
    return bool(0.299 * red + 0.587 * green + 0.114 * blue < 0.5)


def _asked() -> bytes:
    if os.name == "nt" or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return b""
    import termios
    import tty

    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    try:
        tty.setcbreak(handle, termios.TCSANOW)  # the default throws away what was typed already
        os.write(sys.stdout.fileno(), b"\x1b]11;?\x1b\\")
        return _read(handle)
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)


def _read(handle: int) -> bytes:
    answer, end = b"", monotonic() + _PATIENCE
    while not _WHOLE.search(answer) and len(answer) < _MOST:
        if not select.select([handle], [], [], max(0.0, end - monotonic()))[0]:
            break
        answer += os.read(handle, 64)
    return answer
