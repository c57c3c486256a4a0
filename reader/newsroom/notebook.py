"""Passages as files: one text, or a folder of notes that is brought up to date; and files of passages brought in.

A note that is written again changes only if its passages did. What a person wrote into a note stays: such a note only
grows at its end.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from reader import passages
from reader.errors import LibraryError, ReaderError
from reader.formats.passages import FORMATS, Clipping, Sheet, clippings, holds_clippings, note_name, notes, sheet
from reader.formats.passages.notes import mark_of, passage_note
from reader.library import Library
from reader.model import Article, Entry, Passage, Place, View
from reader.passages import Standing
from reader.whole import left_over, whole

_STRETCH = 1000
"""How files begin that are being written."""
_HEAD = 16_384
"""Bytes by which a file of passages is told."""
_LARGEST = 2**27
_DIGEST = re.compile(r"^digest: ([0-9a-f]{16})\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the notes of a folder: how many are new, changed, and as they were; `grown` had been edited."""

    new: int = 0
    changed: int = 0
    same: int = 0
    grown: int = 0


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of a file of passages: how many were added, were known, and belong to no article of the library."""

    added: int
    known: int
    homeless: int
    gone: int
    """Of those added, how many no longer stand in their article; they keep their quote."""


def sheets(library: Library, found: Sequence[Passage], *, articles: bool = False) -> list[Sheet]:
    """Passages by article, in the order in which the articles come first; on request with the articles."""
    by_entry: dict[int, list[Passage]] = {}
    for passage in found:
        by_entry.setdefault(passage.entry_id, []).append(passage)
    shelf = library.shelf
    return [
        sheet(shelf.entry(entry_id), tuple(own), shelf.article(entry_id) if articles else None)
        for entry_id, own in by_entry.items()
    ]


def as_text(library: Library, found: Sequence[Passage], form: str) -> str:
    """Passages as one text in a form of `formats.passages.FORMATS`."""
    return FORMATS[form](sheets(library, found, articles=form == "w3c"))


def write_notes(library: Library, found: Sequence[Passage], folder: Path, template: str | None = None) -> Written:
    """A note for each article in a folder, made if it is not there.

    Raises:
        ReaderError: a note cannot be written; those before it are.
        UsageError: the template asks for something that a passage does not have.
    """
    texts = [(each, _with_digest(notes(each, template))) for each in sheets(library, found)]
    counts = {"new": 0, "changed": 0, "same": 0, "grown": 0}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for part in left_over(folder):
            part.unlink(missing_ok=True)
        for each, text in texts:
            counts[_write_note(folder, each, text, template)] += 1
    except OSError as error:
        raise ReaderError(
            f"The notes cannot be written to {folder}: {error.strerror or error}.",
            "Name a folder that you may write to; nothing in the library has changed.",
        ) from error
    return Written(**counts)


def _write_note(folder: Path, each: Sheet, text: str, template: str | None) -> str:
    """Write one note; the key in its name says whether it is there already, whatever its title was then."""
    there = next(iter(sorted(folder.glob(f"*-{each.key}.md"))), None)
    if there is None:
        write(folder / note_name(each), text)
        return "new"
    before = there.read_bytes().decode("utf-8", "replace")
    if before == text:
        return "same"
    if untouched(before):
        write(there, text)
        return "changed"
    missing = [passage for passage in each.passages if f"^{mark_of(passage)}" not in before]
    if not missing:
        return "same"
    more = "\n".join(passage_note(each, passage, template) for passage in missing)
    write(there, f"{before.rstrip()}\n\n{more}")
    return "grown"


def _with_digest(note: str) -> str:
    """The note with a digest of itself at the end of its front matter."""
    head, line, body = note.partition("\n---\n")
    return f"{head}\ndigest: {_digest(note)}{line}{body}"


def untouched(note: str) -> bool:
    """Whether a note is, to the letter, as it was written by us: nobody has edited it, nothing is missing."""
    found = _DIGEST.search(note)
    return found is not None and _digest(_DIGEST.sub("", note, count=1)) == found[1]


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def write(file: Path, text: str) -> None:
    """Write a text whole or not at all. Raises OSError."""
    with whole(file) as stream:
        stream.write(text.encode("utf-8", "replace"))


def bring_in(library: Library, data: str) -> Brought:
    """Take the passages of a file into the library, each to its article; the same file twice adds nothing.

    Raises:
        UnreadableError: the file holds no passages in a known form.
    """
    told = clippings(data)
    entries = _entries(library) if told else {}
    homes = [(it, home) for it in told for home in [_home(it, entries)] if home is not None]
    articles: dict[int, Article] = {}
    fresh: dict[str, Passage] = {}
    known = 0
    for it, entry in homes:
        made = _passage_id(it, entry)
        if made in fresh or _is_known(library, made):
            known += 1
            continue
        article = articles.setdefault(entry.id, library.shelf.article(entry.id))
        fresh[made] = _placed(made, it, entry, article)
    if fresh:
        with library.journal.acting("import passages", f"Imported {len(fresh):,} passages") as scribe:
            for passage in fresh.values():
                scribe.insert("passages", library.margins.row(passage))
    gone = sum(passage.state == "gone" for passage in fresh.values())
    return Brought(len(fresh), known, len(told) - len(homes), gone)


def passages_in(file: Path) -> str | None:
    """The text of a file of passages; None for a file of something else, or that cannot be read."""
    try:
        with file.open("rb") as stream:
            head = stream.read(_HEAD)
            if not holds_clippings(head.decode("utf-8", "replace")):
                return None
            return (head + stream.read(_LARGEST)).decode("utf-8", "replace")
    except (OSError, ValueError):
        return None


def _is_known(library: Library, passage_id: str) -> bool:
    try:
        library.margins.passage(passage_id)
    except LibraryError:
        return False
    return True


def _entries(library: Library) -> dict[str, Entry]:
    """The library's entries by address, and by title where they have none."""
    found: dict[str, Entry] = {}
    for entry in _every(library):
        for name in (entry.url and _address(entry.url), f"title:{entry.title.casefold()}"):
            if name:
                found.setdefault(name, entry)
    return found


def _every(library: Library) -> Iterator[Entry]:
    start = 0
    while rows := library.shelf.window(View(), start, _STRETCH):
        yield from rows
        start += len(rows)


def _home(it: Clipping, entries: dict[str, Entry]) -> Entry | None:
    """The article that a clipping is of. One with an address of another page is of another page."""
    if it.address and not it.address.startswith("urn:"):
        return entries.get(_address(it.address))
    return entries.get(f"title:{it.title.casefold()}") if it.title else None


def _address(address: str) -> str:
    """An address without what does not make it another page: scheme, www., fragment, slash at the end."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return address
    host = (parts.netloc or "").lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}" + (f"?{parts.query}" if parts.query else "")


def _passage_id(it: Clipping, entry: Entry) -> str:
    """Our own id, or one that the same clipping has every time."""
    if it.id and re.fullmatch("[0-9a-f]{32}", it.id):
        return it.id
    told = "\n".join((entry.url or entry.title, it.quote, it.prefix, it.suffix))
    return hashlib.blake2b(told.encode("utf-8", "replace"), digest_size=16).hexdigest()


def _placed(passage_id: str, it: Clipping, entry: Entry, article: Article) -> Passage:
    anchor, standing = _found(it, article)
    made = Passage(
        passage_id,
        entry.id,
        it.quote,
        standing.places,
        anchor,
        it.note,
        it.tags,
        it.kind,
        it.created,
        standing.state,
        entry.versions,
    )
    return replace(made, version=max(1, entry.versions - 1)) if standing.state == "gone" else made


def _found(it: Clipping, article: Article) -> tuple[str, Standing]:
    """The anchor of a clipping and where it stands: by our anchor, by its only place, else by what stands around it."""
    if it.anchor:
        return it.anchor, passages.find(article, it.anchor)
    there = _fitting(it, article, passages.places_of(article, it.quote))
    if len(there) == 1:
        return passages.describe(article, there[0]), Standing("same", there[0])
    anchor = passages.describe_quote(it.quote, it.prefix, it.suffix)
    return anchor, passages.find(article, anchor)


def _fitting(it: Clipping, article: Article, there: Iterable[tuple[Place, ...]]) -> list[tuple[Place, ...]]:
    """Of several places those whose surroundings are the clipping's."""
    found = list(there)
    if len(found) < 2 or not (it.prefix or it.suffix):
        return found
    whole = f"{it.prefix}{it.quote}{it.suffix}"
    return [places for places in found if passages.within(article, places, whole)]
