"""From a key to the method that does what it means: the nearest of pane, screen, app and hands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from textual.app import App
from textual.events import Key, Paste
from textual.widget import Widget

from reader.commands import Command, Context, key_name, places
from reader.errors import ReaderError, UsageError
from reader.tui.keys import Pressed, Resolver, Unknown, Waiting, written
from reader.tui.messages import Stood
from reader.tui.prompt import Prompt
from reader.tui.status import StatusLine

_PLACES = 3
"""Places of a command that the footer has room for."""


class Keyed:
    """What a screen is that takes keys by the command table. Whoever derives from it says where one is; `abc` cannot ask
    for that, as Textual's screens have a metaclass of their own.

    A key is done at once and whole before the next is looked at. Sent through the queues of pane and screen, as Textual
    does, it reaches what had the focus when it was pressed: of `?q`, typed quickly, the `q` left the program.
    """

    resolver: Resolver
    status: StatusLine
    prompt: Prompt | None = None
    app: App[Any]

    stands = False
    """Whether all that the screen is made of is there, so that keys can be done."""

    @property
    def way_back(self) -> str:
        """The sentence that goes with whatever was done: which key takes it back."""
        return f"{self.resolver.key_for('undo') or 'The command “undo”'} takes it back."

    def stand(self) -> None:
        """All is there and has its size: what was typed meanwhile can be done."""
        if not self.stands:
            self.stands = True
            self.app.post_message(Stood())

    async def take(self, event: Key | Paste) -> None:
        """Do a key or a paste."""
        if isinstance(event, Paste):
            self.paste(event.text)
        else:
            await self.key(event)

    async def key(self, event: Key) -> None:
        """What a key does here; where something is asked, only what means nothing to the line has its meaning."""
        if self.prompt is None or self.prompt.kind is None:
            self.press(written(event.key, event.character))
        elif not await self.prompt.key(event):
            command = self.resolver.single(event.key, "everywhere")
            if command is not None:
                self.run_command(command.id)

    def paste(self, text: str) -> None:
        """What is pasted is put into the line; elsewhere nothing comes of it, unless a screen wants something to."""
        if self.prompt is not None and self.prompt.kind is not None:
            self.prompt.paste(text)

    @property
    def pane(self) -> Widget:
        """The pane whose commands come first."""
        raise NotImplementedError

    @property
    def contexts(self) -> tuple[Context, ...]:
        """Where keys are looked up, the nearest first."""
        raise NotImplementedError

    def hand(self, attribute: str) -> Callable[[int | None], Any] | None:
        """Who else does commands here: nobody, unless a screen has hands."""
        return None

    def hint(self) -> None:
        """Let the footer show what can be done now."""
        self.status.hint(self.resolver.hints(self.contexts))

    def press(self, key: str) -> None:
        """Take a key as if it had been pressed here."""
        meant = self.resolver.press(key, self.contexts)
        self.status.typed(self.resolver.typed)
        match meant:
            case Pressed(command, count, pressed):
                self.run_command(command.id, int(pressed) if command.id == "point" else count)
            case Unknown(said, near):
                self._explain(said, near)
            case Waiting():
                pass

    def run_command(self, name: str, count: int | None = None) -> None:
        """Do what a command of the table says, with the number typed before it."""
        method = self.method(name)
        if method is None:
            self.status.say(f"“{name}” does nothing here.")
            return
        self.status.settle()
        try:
            method(count)
        except ReaderError as error:
            self.status.fail(error)
        self.hint()

    def refused(self, kind: str, error: ReaderError) -> None:
        """An answer came to nothing: one that could not be read, and a note, stand in the prompt again, to be mended."""
        if self.prompt is not None and (isinstance(error, UsageError) or kind == "note"):
            self.prompt.again(kind, error)
        else:
            self.status.fail(error)

    def method(self, name: str) -> Callable[[int | None], Any] | None:
        """The method that does a command: the pane's, the screen's, the app's, a hand's."""
        attribute = f"do_{name.replace('-', '_')}"
        for owner in (self.pane, self, self.app):
            if hasattr(owner, attribute):
                return cast("Callable[[int | None], Any]", getattr(owner, attribute))
        return self.hand(attribute)

    def _explain(self, said: str, near: Sequence[Command]) -> None:
        """Say what a key does elsewhere, or what is near it."""
        if said == "escape":  # pressed by habit: there is nothing to leave
            return
        name = key_name(said)
        here = set(self.contexts)
        elsewhere = next((it for it in near if said in it.keys and not here & set(it.where)), None)
        if elsewhere is not None:
            self.status.say(
                f"{name} ({elsewhere.label}) works in another place: {places(elsewhere, _PLACES)}. ? shows all keys."
            )
        elif near:
            told = ", ".join(dict.fromkeys(f"{key_name(it.keys[0])} {it.label}" for it in near[:3] if it.keys))
            self.status.say(f"{name} is no key here; near: {told}. ? shows all.")
        else:
            self.status.say(f"{name} is no key here; ? shows what is.")
