"""Moving in an article by sentence, paragraph, heading and number, and back to where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.linear.orders import Order

if TYPE_CHECKING:
    from reader.linear.conversation import Conversation, Spot, Tells


class Moving:
    """Goes from place to place; a jump can be gone back on."""

    def __init__(self, session: Conversation, telling: Tells) -> None:
        self._session = session
        self._telling = telling
        self._behind: list[Spot] = []
        self._ahead: list[Spot] = []

    def forget(self) -> None:
        """Another article was opened: there is nowhere to go back to."""
        self._behind.clear()
        self._ahead.clear()

    def do_down(self, order: Order) -> None:
        """The next sentence, or so many on."""
        self._step(order.count or 1)

    def do_up(self, order: Order) -> None:
        """The sentence before, or so many back."""
        self._step(-(order.count or 1))

    def _step(self, count: int) -> None:
        paragraph, unit = self._telling.at
        unit += count
        while unit < 0 and paragraph > 0:
            paragraph -= 1
            unit += max(1, len(self._telling.paragraphs[paragraph].units()))
        while unit >= (size := max(1, len(self._telling.paragraphs[paragraph].units()))) and paragraph + 1 < len(
            self._telling.paragraphs
        ):
            paragraph, unit = paragraph + 1, unit - size
        if unit < 0 or unit >= size:
            raise UsageError(f"The article {'ends' if count > 0 else 'begins'} here.", "top and bottom go to its ends.")
        self._telling.tell_sentence((paragraph, unit))

    def do_go(self, order: Order) -> None:
        """To a paragraph, or to a sentence: 12.3."""
        number, _, sentence = order.words.partition(".")
        paragraph = self._telling.numbered(number)
        self.remember()
        if sentence:
            units = self._telling.paragraphs[paragraph].units()
            self._telling.tell_sentence((paragraph, min(max(1, int(sentence)), max(1, len(units))) - 1))
        else:
            self._telling.go_on(paragraph)

    def do_paragraph(self, order: Order) -> None:
        """To a paragraph by its number, else the present one again."""
        self.do_go(order) if order.words else self._telling.go_on(self._telling.at[0], 1)

    def do_top(self, _: Order) -> None:
        """The beginning."""
        self.remember()
        self._telling.go_on(0)

    def do_bottom(self, order: Order) -> None:
        """The last paragraph, or the one with that number."""
        if order.count:
            self.do_go(Order("go", words=str(order.count)))
            return
        self.remember()
        self._telling.go_on(len(self._telling.paragraphs) - 1)

    def do_paragraph_down(self, order: Order) -> None:
        """The next paragraph."""
        self._to(self._telling.at[0] + (order.count or 1))

    def do_paragraph_up(self, order: Order) -> None:
        """The paragraph before."""
        self._to(self._telling.at[0] - (order.count or 1))

    def do_heading_down(self, order: Order) -> None:
        """The next heading."""
        headings = [
            k for k, it in enumerate(self._telling.paragraphs) if it.kind == "heading" and k > self._telling.at[0]
        ]
        self._to(([*headings, len(self._telling.paragraphs)])[min(len(headings), (order.count or 1) - 1)], "heading")

    def do_heading_up(self, order: Order) -> None:
        """The heading before."""
        headings = [
            k for k, it in enumerate(self._telling.paragraphs) if it.kind == "heading" and k < self._telling.at[0]
        ][::-1]
        self._to(([*headings, -1])[min(len(headings), (order.count or 1) - 1)], "heading")

    def _to(self, paragraph: int, what: str = "paragraph") -> None:
        if not 0 <= paragraph < len(self._telling.paragraphs):
            where = "further on" if paragraph > self._telling.at[0] else "before"
            raise UsageError(f"There is no {what} {where}.", "top and bottom go to the ends of the article.")
        self._telling.go_on(paragraph, 1)

    # Back to where one was

    def remember(self) -> None:
        """Keep where one is before a jump."""
        self._behind.append(self._telling.at)
        self._ahead.clear()

    def do_back(self, _: Order) -> None:
        """Back to where one was before a jump; without one, out to the list."""
        if self._behind:
            self._ahead.append(self._telling.at)
            self._telling.tell_sentence(self._behind.pop())
        else:
            self._session.do_leave(Order("leave"))

    def do_forward(self, _: Order) -> None:
        """Forward again."""
        if not self._ahead:
            raise UsageError("There is nothing to go forward to.", "back goes to where you were before a jump.")
        self._behind.append(self._telling.at)
        self._telling.tell_sentence(self._ahead.pop())
