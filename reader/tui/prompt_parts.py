"""The widgets of the prompt, apart because their classes are first needed when something is asked."""

from __future__ import annotations

from collections.abc import Callable

from textual.events import Key
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input, Static


class Line(Input):
    """The line that is typed in. Its cells are fixed, so the screen is not laid out anew at each key, as by Input.

    It says at once what stands in it: what follows from a key is painted with it, the message that Input sends comes
    a paint later, which is 16 ms. So it does with Enter: a key that comes right behind it is not the line's any more.
    """

    virtual_size = Reactive(Size(0, 0), layout=False)

    def __init__(self, heard: Callable[[str], None], asked: Callable[[], bool], answer: Callable[[str], None]) -> None:
        super().__init__(id="prompt-input", select_on_focus=False)
        self._heard = heard
        self._asked = asked
        self._answer = answer
        self.disable_messages(Input.Changed)

    def watch_value(self, value: str) -> None:
        """Somebody typed, or an earlier text was brought back."""
        self._heard(value)

    def on_key(self, event: Key) -> None:
        """Enter at once, not by way of a binding, which comes behind the next key; what was on its way when the line had
        been left goes on to the panes."""
        if not self._asked():
            event.prevent_default()
        elif event.key == "enter":
            event.stop()
            event.prevent_default()
            self._answer(self.value)

    async def action_submit(self) -> None:
        """Enter that was pressed before the line had the focus, and comes by way of its binding."""
        if self._asked():
            self._answer(self.value)


def parts(
    heard: Callable[[str], None], asked: Callable[[], bool], answer: Callable[[str], None]
) -> tuple[Static, Line, Static]:
    """A label, the line, and what is told about it.

    `heard` gets what stands in the line whenever it changes, `answer` what stands there at Enter; `asked` is whether
    anything is being asked.
    """
    return (
        Static("", id="prompt-label", markup=False),
        Line(heard, asked, answer),
        Static("", id="prompt-told", markup=False),
    )
