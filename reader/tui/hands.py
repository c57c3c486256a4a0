"""The hands of the reading screen: what keys do, cut by noun, each loaded when something is first done that is its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from reader.tui.stage import Stage

if TYPE_CHECKING:
    from reader.tui.acting import Acting
    from reader.tui.arranging import Arranging
    from reader.tui.comparing import Comparing
    from reader.tui.finding import Finding
    from reader.tui.going import Going
    from reader.tui.linking import Linking
    from reader.tui.marking import Marking
    from reader.tui.noting import Noting
    from reader.tui.picturing import Picturing
    from reader.tui.recalling import Recalling
    from reader.tui.renewing import Renewing
    from reader.tui.searching import Searching
    from reader.tui.shelving import Shelving
    from reader.tui.sizing import Sizing
    from reader.tui.turning import Turning
    from reader.tui.updating import Updating

_HANDS = (
    "going",
    "acting",
    "finding",
    "searching",
    "marking",
    "linking",
    "noting",
    "arranging",
    "recalling",
    "comparing",
    "updating",
    "turning",
    "shelving",
    "sizing",
    "picturing",
)


class Handed(Stage):
    """A screen with hands. All at the start would be 6 % of our own imports."""

    @cached_property
    def going(self) -> Going:
        """Opening entries, jumping and coming back."""
        from reader.tui.going import Going

        return Going(self)

    @cached_property
    def picturing(self) -> Picturing:
        """Showing pictures."""
        from reader.tui.picturing import Picturing

        return Picturing(self)

    @cached_property
    def finding(self) -> Finding:
        """Finding in the article."""
        from reader.tui.finding import Finding

        return Finding(self)

    @cached_property
    def searching(self) -> Searching:
        """Searching the library, and the views of the list."""
        from reader.tui.searching import Searching

        return Searching(self)

    @cached_property
    def acting(self) -> Acting:
        """Acting on entries."""
        from reader.tui.acting import Acting

        return Acting(self)

    @cached_property
    def linking(self) -> Linking:
        """Following links."""
        from reader.tui.linking import Linking

        return Linking(self)

    @cached_property
    def marking(self) -> Marking:
        """Marking passages."""
        from reader.tui.marking import Marking

        return Marking(self)

    @cached_property
    def noting(self) -> Noting:
        """Notes on passages."""
        from reader.tui.noting import Noting

        return Noting(self)

    @cached_property
    def arranging(self) -> Arranging:
        """Passages given other colors, tags and borders."""
        from reader.tui.arranging import Arranging

        return Arranging(self)

    @cached_property
    def recalling(self) -> Recalling:
        """Coming back to passages."""
        from reader.tui.recalling import Recalling

        return Recalling(self)

    @cached_property
    def comparing(self) -> Comparing:
        """Comparing versions."""
        from reader.tui.comparing import Comparing

        return Comparing(self)

    @cached_property
    def turning(self) -> Turning:
        """Going from pane to pane."""
        from reader.tui.turning import Turning

        return Turning(self)

    @cached_property
    def shelving(self) -> Shelving:
        """Putting aside."""
        from reader.tui.shelving import Shelving

        return Shelving(self)

    @cached_property
    def sizing(self) -> Sizing:
        """How wide panes are."""
        from reader.tui.sizing import Sizing

        return Sizing(self)

    @cached_property
    def renewing(self) -> Renewing:
        """Keeping the list in step with the library."""
        from reader.tui.renewing import Renewing

        return Renewing(self)

    @cached_property
    def updating(self) -> Updating:
        """What comes from the web, and keeping house."""
        from reader.tui.updating import Updating

        return Updating(self)

    def each_minute(self) -> None:
        """What is due in the house, among the feeds and in the list; the hands for it are loaded then."""
        self.updating.each_minute()
        self.renewing.each_minute()

    def hand(self, attribute: str) -> Callable[[int | None], Any] | None:
        """The method of that name of the first hand that has one."""
        for name in _HANDS:
            found = getattr(getattr(self, name), attribute, None)
            if found is not None:
                return cast("Callable[[int | None], Any]", found)
        return None
