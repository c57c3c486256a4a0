"""Pictures as a terminal can show them: bytes of a file in, colored half blocks out. Cannot be imported without Pillow, the extra
"pictures".

Half blocks and not the protocols of some terminals: textual-image, which speaks sixel and kitty's, has to ask the terminal
before the screen starts and costs 100 to 120 ms there, at each start.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image

from reader.errors import UnreadableError

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
"""What pages carry; a decoder that is not asked cannot be broken."""
_LARGEST = 60_000_000
"""Pixels that a picture may have: those of the largest cameras. A megabyte may unpack to more than any memory."""
_KEPT = 640
"""Pixels that are kept each way: more than the columns of any terminal."""

Color = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels, row by row, three bytes each: red, green, blue."""

    width: int
    height: int
    pixels: bytes

    def cells(self, columns: int, rows: int) -> Iterator[Sequence[tuple[Color, Color]]]:
        """The picture as large as fits, a row of cells at a time: the color of the upper and of the lower half of each.

        Half a cell is about as wide as high, in nearly every font.
        """
        share = min(columns / self.width, 2 * rows / self.height)
        width = max(1, min(columns, round(self.width * share)))
        height = max(2, min(2 * rows, 2 * round(self.height * share / 2)))
        whole = Image.frombytes("RGB", (self.width, self.height), self.pixels)
        data = whole.resize((width, height), Image.Resampling.LANCZOS).tobytes()
        colors = [(data[at], data[at + 1], data[at + 2]) for at in range(0, len(data), 3)]
        for top in range(0, width * height, 2 * width):
            yield tuple(zip(colors[top : top + width], colors[top + width : top + 2 * width], strict=True))


def read(content: bytes) -> Picture:
    """The first picture of a file, small enough to be kept; what is transparent is white.

    Raises UnreadableError for what is no picture, or too large a one.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own about bombs and odd headers
            with Image.open(io.BytesIO(content), formats=FORMATS) as found:
                if found.width * found.height > _LARGEST:
                    raise UnreadableError(
                        f"The picture has {found.width} by {found.height} pixels.", "Look at it in your browser: o."
                    )
                found.draft("RGB", (_KEPT, _KEPT))
                found.thumbnail((_KEPT, _KEPT))
                clear = found.convert("RGBA")
                ground = Image.new("RGB", clear.size, "white")
                ground.paste(clear, mask=clear.getchannel("A"))
                return Picture(*ground.size, ground.tobytes())
    except (OSError, ValueError, SyntaxError, EOFError, TypeError, MemoryError, Image.DecompressionBombError) as error:
        raise UnreadableError(
            "What came is no picture that can be shown.", "PNG, JPEG, WebP and GIF can; o opens it in your browser."
        ) from error
