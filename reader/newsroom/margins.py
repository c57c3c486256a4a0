"""What can be asked about passages beyond marking them: other borders, long notes, coming back to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from reader.errors import ReaderError
from reader.library import Library
from reader.model import Article, Found, Passage, Place
from reader.text.clean import one_line


class Margins:
    """The passages of a library. Notes that are being edited lie in a folder of drafts until they are written."""

    def __init__(self, library: Library, drafts: Path) -> None:
        self._library = library
        self._drafts = drafts

    # Borders

    def reshape(self, passage_id: str, article: Article, places: Iterable[Place]) -> Passage:
        """Let a passage begin and end elsewhere in its article. Raises UsageError when nothing stands there."""
        from reader.newsroom import arranging

        return arranging.reshape(self._library, passage_id, article, tuple(places))

    def join(self, ids: Iterable[str], article: Article) -> Passage:
        """One passage of several of an article, with all their notes and tags. Raises UsageError."""
        from reader.newsroom import arranging

        return arranging.join(self._library, tuple(ids), article)

    def split(self, passage_id: str, article: Article, at: Place) -> tuple[Passage, Passage]:
        """Two passages of one; the second begins at a place. Raises UsageError where that leaves one empty."""
        from reader.newsroom import arranging

        return arranging.split(self._library, passage_id, article, at)

    # Notes

    def note(self, passage: Passage, text: str) -> Passage:
        """Write a note on a passage as it was when the person began; what another window wrote on it since stays above."""
        with self._library.db.writing():
            there = self._library.margins.passage(passage.id)
            if there.note != passage.note:
                begun = text in (passage.note, one_line(passage.note))
                text = there.note if begun or not text or text in there.note else f"{there.note}\n\n{text}".strip()
            return there if text == there.note else self._library.margins.change(passage.id, note=text)

    def edit(self, passage: Passage) -> str:
        """The note as the person's editor left it; nothing is written to the library yet.

        The draft stays until `forget_draft`: where the editor failed or everything was killed, the next time begins
        with what was saved by then.

        Raises:
            ReaderError: the editor failed, or there is no place for the draft.
        """
        from reader import outside
        from reader.newsroom.notebook import write

        file = self._draft(passage.id)
        try:
            if not file.exists():
                file.parent.mkdir(parents=True, exist_ok=True)
                write(file, f"{passage.note}\n" if passage.note else "")
        except OSError as error:
            raise ReaderError(
                f"No draft of the note can be written: {error.strerror or error}.", f"Look at {file.parent}."
            ) from error
        return outside.edit_file(file).rstrip("\n")

    def forget_draft(self, passage_id: str) -> None:
        """The note is in the library: its draft may go."""
        self._draft(passage_id).unlink(missing_ok=True)

    def _draft(self, passage_id: str) -> Path:
        return self._drafts / f"{''.join(filter(str.isalnum, passage_id))}.md"

    # Coming back

    def of_the_day(self, day: date) -> Passage | None:
        """One passage of all, another each day; None where there is none."""
        from reader.newsroom import recalling

        return recalling.of_the_day(self._library, day)

    def beyond(self, entry_id: int, step: int) -> Passage | None:
        """The first passage of the next entry that has some, or with `step` -1 the last of the one before."""
        from reader.newsroom import recalling

        return recalling.beyond(self._library, entry_id, step)

    def search(self, text: str, known: Iterable[int] = ()) -> Iterator[Found]:
        """Entries whose passages or notes hold the words of a query, without those that are known already."""
        from reader.newsroom import recalling

        return recalling.in_margins(self._library, text, set(known))
