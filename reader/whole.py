"""Files that are there whole or not at all, whatever happens while they are written."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

PART = ".newsreader-"
"""How the name of a file begins that is still being written; one that is left over was a killed writer's."""
ENDING = ".part"


@contextmanager
def whole(file: Path, *, mode: int = 0o666, synced: bool = True) -> Iterator[BinaryIO]:
    """A stream whose bytes take the place of `file` when the block ends without an error.

    They are written beside it first. A link stays a link, a device or a pipe is written to and never replaced, and a
    file that was there keeps its permissions; `mode` is for one that is new, less what the umask takes. Without
    `synced` a failure of the machine can lose the last files, a killed program cannot: for what can be written again,
    since each sync takes some milliseconds.

    Raises:
        OSError: the file cannot be written; what was there is there still.
    """
    target = Path(os.path.realpath(file))
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            yield stream
        return
    part = target.with_name(f"{PART}{secrets.token_hex(8)}{ENDING}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(part, flags, mode), "wb") as stream:
        try:
            yield stream
            stream.flush()
            if synced:
                os.fsync(stream.fileno())
            stream.close()  # Windows replaces no open file
            if target.exists():
                part.chmod(target.stat().st_mode & 0o777)
            part.replace(target)
        except BaseException:
            stream.close()
            part.unlink(missing_ok=True)
            raise


def left_over(folder: Path) -> Iterator[Path]:
    """What writers that were killed have left in a folder."""
    yield from folder.glob(f"{PART}*{ENDING}")
