"""Articles out into files: one an article, named for it, written whole or not at all, and again only when changed."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from reader.errors import ReaderError
from reader.model import Article, Outcome, Passage
from reader.text.clean import one_line
from reader.whole import whole

Form = Literal["markdown", "html", "json"]
ENDINGS: dict[Form, str] = {"markdown": ".md", "html": ".html", "json": ".json"}
_LONGEST = 80
"""Bytes of a title in a file's name: with day, number and ending, also while it is written, below the 143 of eCryptfs."""


def written(form: Form, article: Article, passages: tuple[Passage, ...] = ()) -> str:
    """An article in one of the forms."""
    from reader import formats
    from reader.formats.markdown import markdown
    from reader.formats.webpage import webpage
    from reader.library.lines import passage_json

    match form:
        case "markdown":
            return markdown(article, passages)
        case "html":
            return webpage(article, passages)
        case "json":
            marked = {"passages": [passage_json(it) for it in passages]}
            return json.dumps(formats.article_json(article) | marked, ensure_ascii=False, indent=2) + "\n"


def export(rows: Iterable[tuple[int, Article, tuple[Passage, ...]]], folder: Path, form: Form) -> Iterator[Outcome]:
    """Write articles into a folder, an outcome for each: new, changed, or the same and not touched.

    Raises ReaderError when the folder cannot be made or written.
    """
    _make(folder)
    for number, article, passages in rows:
        file = folder / f"{name_of(number, article)}{ENDINGS[form]}"
        data = written(form, article, passages).encode("utf-8", "replace")
        if _holds(file, data):
            yield Outcome(str(file), "same", (number,), article.title)
            continue
        came: Literal["new", "changed"] = "changed" if file.exists() else "new"
        put(file, data)
        yield Outcome(str(file), came, (number,), article.title)


def name_of(number: int, article: Article) -> str:
    """A file name that every system takes: day, title in letters and digits, and the entry's number."""
    day = article.published.date().isoformat() if article.published else "undated"
    plain = unicodedata.normalize("NFKC", article.title).casefold()
    letters = "".join(char if unicodedata.category(char)[0] in "LNM" else " " for char in plain)
    words = "-".join(letters.split()).encode()[:_LONGEST].decode("utf-8", "ignore").strip("-")
    return f"{day}-{words or 'article'}-{number}" if number >= 0 else f"{day}-{words or 'article'}-sample{-number}"


def put(file: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises ReaderError."""
    try:
        with whole(file, synced=False) as stream:
            stream.write(data)
    except OSError as error:
        raise _unwritable(file, error) from error


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise _unwritable(folder, error) from error


def _holds(file: Path, data: bytes) -> bool:
    try:
        return file.read_bytes() == data
    except OSError:
        return False


def _unwritable(path: Path, error: OSError | ValueError) -> ReaderError:
    reason = getattr(error, "strerror", None) or str(error)
    return ReaderError(
        f"{one_line(str(path))} cannot be written: {one_line(reason)}.",
        "Name another folder, or make this one writable.",
    )
