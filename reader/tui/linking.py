"""Following links: picked by letter, shown before they are opened, read here where the library has the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.text.clean import one_line
from reader.tui.browsing import browse

if TYPE_CHECKING:
    from reader.tui.stage import Stage


class Linking:
    """The link that is being picked, or was."""

    def __init__(self, screen: Stage) -> None:
        self._screen = screen
        self._typed = ""
        self.picked: str | None = None

    def do_links(self, _: int | None) -> None:
        """Letters on the links in sight."""
        self.do_end_linking(None)
        if self._screen.article.show_links():
            self._screen.status.say("The letter of a link picks it; Esc leaves.")
        else:
            self._screen.status.say("There is no link in sight.")

    def key(self, key: str) -> None:
        """A letter, or anything else, which leaves."""
        pane = self._screen.article
        typed = self._typed + key
        link = pane.links.get(typed)
        if link is not None:
            self.do_end_linking(None)
            self.picked = link.address
            key_for = self._screen.resolver.key_for
            keys = f"{key_for('open-link')} opens, {key_for('copy-link')} copies, {key_for('end-linking')} leaves."
            self._screen.status.say(f"{one_line(link.address)}  {keys}", stays=True)
        elif any(hint.startswith(typed) for hint in pane.links):
            self._typed = typed
            return
        else:
            self.do_end_linking(None)
            self._screen.status.settle()
            if key != "escape":
                letters = "letter" if len(typed) == 1 else "letters"
                self._screen.status.say(
                    f"No link has the {letters} {typed}." if typed.isalpha() else "No link is picked."
                )
        self._screen.hint()

    def do_open_link(self, _: int | None) -> None:
        """Here if the library has the page, else in the browser."""
        address, self.picked = self.picked, None
        if address is None:
            return
        entry = self._screen.room.at_address(address)
        if entry is not None:
            self._screen.going.open(entry)
        else:
            self._screen.status.say(f"Opening {one_line(address)}")
            browse(self._screen.app, self._screen.room, address)

    def do_copy_link(self, _: int | None) -> None:
        """Copy the address."""
        if self.picked is None:
            raise ReaderError("No link was picked.", "; shows a letter on each.")
        self._screen.app.copy_to_clipboard(self.picked)
        self._screen.status.say(f"Copied {one_line(self.picked)}")
        self.picked = None

    def do_end_linking(self, _: int | None) -> None:
        """Leave the links."""
        self._typed = ""
        self.picked = None
        self._screen.article.hide_links()
