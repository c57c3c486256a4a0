"""An article as the library keeps it: compressed JSON that leaves out what is empty. Opening one does not parse it."""

from __future__ import annotations

import importlib
import json
import sys
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from reader.errors import LibraryError
from reader.model import Article, Block, Note, Place, PublisherSummary, Related, Removed, Span

# zstd at level 1, on news texts of 2.4 KB: 2 % larger than zlib at 6, in a quarter of its time; levels to 3 are 0.1 %
# smaller, 5 and 9 are 1 % and take three times as long. Libraries of the first form hold zlib, which is read as well.
_LEVEL = 1
_ZSTD = b"\x28\xb5\x2f\xfd"
_ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_CAPTIONS = ("author", "caption", "credit")
_WHOLE = ("title", "standfirst", "publisher", "section", "url", "language", "truncated")


def micros(when: datetime) -> int:
    """Microseconds since 1970."""
    return (when - _EPOCH) // _MICROSECOND


def when(value: int | None) -> datetime | None:
    """The time of that many microseconds since 1970."""
    return None if value is None else _EPOCH + timedelta(microseconds=value)


@cache
def _zstd() -> Any:
    """The module, which takes 5 ms to import: not before a text is read or kept."""
    return importlib.import_module("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")


@cache
def _options() -> dict[Any, int]:
    """With a checksum, so that a damaged text is noticed."""
    names = _zstd().CompressionParameter
    return {names.compression_level: _LEVEL, names.checksum_flag: 1}


def pack(article: Article) -> bytes:
    """The article as bytes for the library."""
    return _compressed(_kept(article))


def rough(head: Article, text: str) -> bytes:
    """An article whose text is to be read later, from what a feed carries of it; the head has no blocks."""
    return _compressed(_kept(head) | {"rough": text})


def holds(body: bytes, packed: bytes) -> bool:
    """Whether two packed articles are the same, however each was compressed, and whether its text was read already."""
    if body == packed:
        return True
    one, other = inflated(body), inflated(packed)
    return one == other or _read(one) == _read(other)


def _compressed(kept: dict[str, Any]) -> bytes:
    return bytes(_zstd().compress(_ENCODE(kept).encode("utf-8", "replace"), options=_options()))


def _kept(article: Article) -> dict[str, Any]:
    kept: dict[str, Any] = {name: value for name in _WHOLE if (value := getattr(article, name)) is not None}
    kept["blocks"] = [_block(block) for block in article.blocks]
    if article.byline:
        kept["byline"] = article.byline
    for name in ("published", "updated"):
        if (time := getattr(article, name)) is not None:
            kept[name] = micros(time)
    if (said := article.publisher_summary) is not None:
        kept["publisher_summary"] = [said.label, said.text, said.ai, said.reviewed]
    if article.related:
        kept["related"] = [[it.label, it.title, it.url] for it in article.related]
    if article.notes:
        kept["notes"] = [[it.kind, it.text] for it in article.notes]
    if article.removed:
        kept["removed"] = [[it.text, it.reason] for it in article.removed]
    return kept


def _read(inflated: bytes) -> dict[str, Any]:
    """What is kept of an article; a text that stands as a feed brought it is read now."""
    kept: dict[str, Any] = json.loads(inflated)
    if "rough" not in kept:
        return kept
    from reader.parser.fragment import read_text

    blocks, removed = read_text(kept.pop("rough"), kept.get("url"))
    read = _kept(Article(kept["title"], blocks, removed=removed))
    kept |= json.loads(_ENCODE(read))  # lists where a block has tuples, as in a text that was kept
    return kept


def unpack(body: bytes) -> Article:
    """The article that `pack` was given."""
    kept = _read(inflated(body))
    said = kept.get("publisher_summary")
    return Article(
        title=kept.get("title", ""),
        blocks=tuple(_unblock(it) for it in kept["blocks"]),
        standfirst=kept.get("standfirst"),
        byline=tuple(kept.get("byline", ())),
        published=when(kept.get("published")),
        updated=when(kept.get("updated")),
        publisher=kept.get("publisher"),
        section=kept.get("section"),
        url=kept.get("url"),
        language=kept.get("language"),
        publisher_summary=PublisherSummary(*said) if said else None,
        related=tuple(Related(*it) for it in kept.get("related", ())),
        notes=tuple(Note(*it) for it in kept.get("notes", ())),
        truncated=kept.get("truncated"),
        removed=tuple(Removed(*it) for it in kept.get("removed", ())),
    )


@dataclass(frozen=True, slots=True)
class Wording:
    """What is searched of an article, without the rest of it: a third of the time that `unpack` takes."""

    title: str
    byline: tuple[str, ...]
    publisher: str
    texts: tuple[str, ...]


def inflated(body: bytes) -> bytes:
    """A packed article as JSON in UTF-8: what can be looked through before anything is made of it.

    Raises:
        LibraryError: the bytes are damaged.
    """
    try:
        return zlib.decompress(body) if body[:4] != _ZSTD else bytes(_zstd().decompress(body))
    except (zlib.error, _zstd().ZstdError, ValueError) as error:
        raise LibraryError(
            "The text of an article is damaged.", "Run `newsreader doctor`: it saves what can be read."
        ) from error


def wording(inflated: bytes) -> Wording:
    """The words of an article in reading order: standfirst; blocks, each with author, caption and credit."""
    kept = _read(inflated)
    texts = [kept.get("standfirst", "")]
    for block in kept["blocks"]:
        texts.append(block[1])
        if len(block) == 3:
            texts.extend(it for name in _CAPTIONS if (it := block[2].get(name)))
    return Wording(kept.get("title", ""), tuple(kept.get("byline", ())), kept.get("publisher", ""), tuple(texts))


def pack_places(places: tuple[Place, ...]) -> str:
    """Places as JSON text."""
    return json.dumps([[it.part, it.index, it.start, it.end] for it in places], separators=(",", ":"))


def unpack_places(text: str) -> tuple[Place, ...]:
    """The places that `pack_places` was given."""
    return tuple(Place(*it) for it in json.loads(text))


def _block(block: Block) -> list[Any]:
    rest: dict[str, Any] = {
        name: value
        for name in ("level", "author", "caption", "credit", "address")
        if (value := getattr(block, name)) is not None
    }
    if block.rows:
        rest["rows"] = block.rows
    if block.ordered:
        rest["ordered"] = True
    if block.spans:
        rest["spans"] = [[it.start, it.end, it.style, it.address] for it in block.spans]
    return [block.kind, block.text, rest] if rest else [block.kind, block.text]


def _unblock(kept: list[Any]) -> Block:
    if len(kept) == 2:
        return Block(kept[0], kept[1])
    rest: dict[str, Any] = kept[2]
    if "rows" in rest:
        rest["rows"] = tuple(map(tuple, rest["rows"]))
    if "spans" in rest:
        rest["spans"] = tuple(Span(*it) for it in rest["spans"])
    return Block(kept[0], kept[1], **rest)
