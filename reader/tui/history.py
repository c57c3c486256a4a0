"""Lines that were typed into a prompt before, gone through with the arrows as in a shell. Pure."""

from __future__ import annotations


class History:
    """What was asked for, the newest last, each once; and what stands in the prompt beyond it."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._at = 0
        self._draft = ""

    def begin(self) -> None:
        """The prompt is opened: one stands beyond the newest."""
        self._at, self._draft = len(self._lines), ""

    def add(self, line: str) -> None:
        """It was asked for."""
        if line:
            self._lines = [*(it for it in self._lines if it != line), line]

    def turn(self, step: int, typed: str) -> str:
        """What stands in the prompt after a step back (-1) or forth, where `typed` stands there now."""
        if self._at >= len(self._lines):
            self._draft = typed
        self._at = max(0, min(self._at + step, len(self._lines)))
        return self._lines[self._at] if self._at < len(self._lines) else self._draft
