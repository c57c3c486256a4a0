"""Passages as other programs take them: notes, tables, annotations, pages; and back from those programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reader.formats.passages.clippings import Clipping, clippings, holds_clippings
from reader.formats.passages.notes import note_name, notes, together
from reader.formats.passages.page import page
from reader.formats.passages.sheets import Sheet, sheet
from reader.formats.passages.tables import as_csv, as_json
from reader.formats.passages.w3c import collection

__all__ = ["FORMATS", "Clipping", "Sheet", "clippings", "holds_clippings", "note_name", "notes", "sheet", "together"]

FORMATS: dict[str, Callable[[Iterable[Sheet]], str]] = {
    "markdown": together,
    "json": as_json,
    "csv": as_csv,
    "html": page,
    "w3c": collection,
}
"""Every form in which all passages make one text."""
