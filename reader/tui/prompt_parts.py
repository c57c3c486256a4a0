"""The widgets of the prompt, apart because their classes are first needed when something is asked."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input, Static


class Line(Input):
    """The line that is typed in. Its cells are fixed, so the screen is not laid out anew at each key, as by Input."""

    virtual_size = Reactive(Size(0, 0), layout=False)


def parts() -> tuple[Static, Line, Static]:
    """A label, the line, and what is told about it."""
    return (
        Static("", id="prompt-label", markup=False),
        Line(id="prompt-input", select_on_focus=False),
        Static("", id="prompt-told", markup=False),
    )
