"""An article and a width to lines, each line knowing the place of what it shows. Nothing is drawn or colored here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.typeset.chunks import Manner
    from reader.typeset.composing import MEASURE, composed, typeset
    from reader.typeset.manuscript import minutes
    from reader.typeset.setting import Setting

__all__ = ["MEASURE", "Manner", "Setting", "composed", "minutes", "typeset"]

__getattr__ = door(
    __name__,
    {
        "MEASURE": "composing",
        "Manner": "chunks",
        "Setting": "setting",
        "composed": "composing",
        "minutes": "manuscript",
        "typeset": "composing",
    },
)
