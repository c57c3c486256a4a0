"""Articles out into files: one an article, named for it, written whole or not at all, and again only when changed."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from reader.errors import ReaderError
from reader.model import Article, Outcome, Passage
from reader.text.clean import one_line

Form = Literal["markdown", "html", "json"]
ENDINGS: dict[Form, str] = {"markdown": ".md", "html": ".html", "json": ".json"}
_LONGEST = 80
"""Characters of a file's name: with its number and ending well below the 143 bytes of an encrypted home."""


def written(form: Form, article: Article, passages: tuple[Passage, ...] = ()) -> str:
    """An article in one of the forms."""
    from reader import formats
    from reader.formats.markdown import markdown
    from reader.formats.webpage import webpage

    match form:
        case "markdown":
            return markdown(article, passages)
        case "html":
            return webpage(article, passages)
        case "json":
            return json.dumps(formats.article_json(article), ensure_ascii=False, indent=2) + "\n"


def export(rows: Iterable[tuple[int, Article, tuple[Passage, ...]]], folder: Path, form: Form) -> Iterator[Outcome]:
    """Write articles into a folder, an outcome for each: new, changed, or the same and not touched.

    Raises ReaderError when the folder cannot be made or written.
    """
    _make(folder)
    for number, article, passages in rows:
        file = folder / f"{name_of(number, article)}{ENDINGS[form]}"
        text = written(form, article, passages)
        if _holds(file, text):
            yield Outcome(str(file), "same", (number,), article.title)
            continue
        came: Literal["new", "changed"] = "changed" if file.exists() else "new"
        put(file, text)
        yield Outcome(str(file), came, (number,), article.title)


def name_of(number: int, article: Article) -> str:
    """A file name that every system takes: day, title in letters and digits, and the entry's number."""
    day = article.published.date().isoformat() if article.published else "undated"
    plain = unicodedata.normalize("NFKC", article.title).casefold()
    words = re.sub(r"[^\w]+", "-", plain).strip("-_")[:_LONGEST].strip("-_")
    name = f"{day}-{words or 'article'}-{number}"
    return name if len(name.encode()) < 140 else f"{day}-{number}"


def put(file: Path, text: str) -> None:
    """Write a file whole: beside it first, then in its place. Raises ReaderError."""
    beside = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        beside.write_text(text, "utf-8", errors="replace", newline="\n")
        beside.replace(file)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise _unwritable(file, error) from error


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _holds(file: Path, text: str) -> bool:
    try:
        return file.read_text("utf-8") == text
    except (OSError, UnicodeDecodeError):
        return False


def _unwritable(path: Path, error: OSError) -> ReaderError:
    return ReaderError(
        f"{one_line(str(path))} cannot be written: {error.strerror or error}.",
        "Name another folder, or make this one writable.",
    )
