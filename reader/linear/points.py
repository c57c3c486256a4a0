"""The summary told: its sentences numbered, each with the paragraph where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.linear.orders import Order, number_of
from reader.linear.voice import counted
from reader.model import Article, Point
from reader.newsroom.summing import MOST
from reader.text.unplaced import unplaced

if TYPE_CHECKING:
    from reader.linear.conversation import Conversation


class Points:
    """The summaries of the open article."""

    def __init__(self, session: Conversation) -> None:
        self._session = session
        self._points: list[Point] = []
        self._article: Article | None = None
        self._many = session.settings.points

    @property
    def where(self) -> str:
        """Where one is in the summary."""
        return f"Summary, {counted(len(self._points), 'sentence')}. A number goes to its place, Enter reads on, leave goes back."

    def do_sidebar(self, _: Order) -> None:
        """Tell the summaries."""
        telling = self._session.telling
        found = self._session.room.summarize(telling.number, self._many)
        self._points, self._article = [], telling.article
        for summary in found:
            self._session.voice.say(f"{summary.label}:")
            for point in summary.points:
                self._points.append(point)
                at = telling.number_of(there) if (there := point.place or point.nearest) else 0
                told = ": compare ".join(filter(None, (unplaced(point), f"paragraph {at}" if at else "")))
                where = f" ({told})" if told else ""
                self._session.voice.say(f"{len(self._points)}. {point.text}{where}")
            self._session.voice.say(*([summary.remark] if summary.remark else []))
        self._session.focus = "sidebar"
        self._session.voice.say(self.where)

    def do_go(self, order: Order) -> None:
        """To the place of a sentence."""
        said = order.words or str(order.count or 1)
        telling = self._session.telling
        if not self._points or telling.article is not self._article:
            raise UsageError("No summary was told.", "summary tells it.")
        number = number_of(said, len(self._points))
        if number is None:
            raise UsageError(f"There is no sentence {said[:20]}.", f"The summary has {len(self._points)}.")
        point = self._points[number - 1]
        if (place := point.place or point.nearest) is None:
            missing = "This sentence stands nowhere in the text." if point.checked else "This sentence was not checked."
            raise UsageError(missing, "The publisher wrote it.")
        self._session.focus = "article"
        telling.moving.remember()
        telling.go(place)

    do_point = do_open = do_go

    def do_more_points(self, _: Order) -> None:
        """One sentence more."""
        self._change(1)

    def do_fewer_points(self, _: Order) -> None:
        """One sentence less."""
        self._change(-1)

    def _change(self, by: int) -> None:
        if not 1 <= self._many + by <= MOST:
            raise UsageError(f"A summary has 1 to {MOST} sentences.", "summary tells it as it is.")
        self._many += by
        self.do_sidebar(Order("sidebar"))
