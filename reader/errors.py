"""What can go wrong, each said in two lines: what happened and what to try.

A room raises one of these with the cause chained; nothing else crosses a room's door on purpose.
"""

from __future__ import annotations


class ReaderError(Exception):
    """A failure that a person can understand and act on."""

    def __init__(self, happened: str, advice: str) -> None:
        super().__init__(happened)
        self.happened = happened
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.happened}\n{self.advice}"


class UsageError(ReaderError):
    """The command, key or query was not understood."""


class UnreadableError(ReaderError):
    """The bytes are there, and no article or feed can be made of them."""


class FetchError(ReaderError):
    """An address did not give its page."""


class LibraryError(ReaderError):
    """The library cannot be opened, read or written."""


class SettingsError(ReaderError):
    """A settings file or theme says something that is not understood."""
