"""By which names an article is known: what its source calls it, its address, else its publisher and title."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reader.library.connections import Connections
from reader.library.rows import Incoming

if TYPE_CHECKING:
    from reader.library.packing import Packed

KNOW = (
    "INSERT INTO identities VALUES (?, ?, ?) "
    "ON CONFLICT DO UPDATE SET entry_id = excluded.entry_id, name = excluded.name WHERE entry_id = 0"
)
"""Know an entry by a name: its key, the entry, and the name where it is not the entry's own address."""


def known(db: Connections, keys: Sequence[int]) -> dict[int, int]:
    """The entries that are known under keys, 0 for those that were erased for good."""
    found: list[Any] = db.rows(
        "SELECT key, entry_id FROM identities WHERE key IN (SELECT value FROM json_each(?))", (json.dumps(keys),)
    )
    return dict(found)


def names_of(it: Incoming, packed: Packed) -> tuple[str, ...]:
    """Every name by which the article may be known: the given ones, its address, else publisher and title."""
    names = [name for name in (*it.identities, *addresses_of(it, packed)) if name]
    if not names:
        names = [f"title:{packed.publisher or it.origin.address}\n{packed.title}"]
    return tuple(dict.fromkeys(names))


def addresses_of(it: Incoming, packed: Packed) -> tuple[str, ...]:
    """The names that an article has by its address: as it stands, and without what tells nothing apart."""
    return () if it.apart or not packed.url or not packed.plain else (packed.url, packed.plain)


def key_of(name: str) -> int:
    """The number under which a name is looked up: a hash, as names are long and many."""
    digest = hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
