"""The widgets of the prompt, apart because their classes are first needed when something is asked."""

from __future__ import annotations

from collections.abc import Callable

from textual.binding import BindingsMap, NoBinding
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input, Static

_EDITING = BindingsMap(Input.BINDINGS)
"""What the keys of a line do that are no characters: the cursor, words, ends, deleting."""


class Line(Input):
    """The line that is typed in. Its cells are fixed, so the screen is not laid out anew at each key, as by Input.

    It says at once what stands in it: what follows from a key is painted with it, the message that Input sends comes
    a paint later, which is 16 ms.
    """

    virtual_size = Reactive(Size(0, 0), layout=False)

    def __init__(self, heard: Callable[[str], None]) -> None:
        super().__init__(id="prompt-input", select_on_focus=False, validate_on=())  # nothing typed is invalid
        self._heard = heard
        self.cursor_blink = False  # each change would be a paint while one thinks
        self.disable_messages(Input.Changed)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """It looks the same with the focus, so the style sheet is not asked."""

    def watch_value(self, value: str) -> None:
        """Somebody typed, or an earlier text was brought back."""
        self._heard(value)

    async def edit(self, key: str) -> bool:
        """Do what a key that is no character means to a line; whether it means anything."""
        try:
            bindings = _EDITING.get_bindings_for_key(key)
        except NoBinding:
            return False
        for binding in bindings:
            await self.run_action(binding.action)
        return True


def parts(heard: Callable[[str], None]) -> tuple[Static, Line, Static]:
    """A label, the line, and what is told about it. `heard` gets what stands in the line whenever it changes."""
    return (
        Static("", id="prompt-label", markup=False),
        Line(heard),
        Static("", id="prompt-told", markup=False),
    )
