"""The widgets of the prompt, apart because their classes are first needed when something is asked."""

from __future__ import annotations

from textual.widgets import Input, Static


def parts() -> tuple[Static, Input, Static]:
    """A label, the line, and what is told about it."""
    return (
        Static("", id="prompt-label", markup=False),
        Input(id="prompt-input", select_on_focus=False),
        Static("", id="prompt-told", markup=False),
    )
