"""What HTML sets above the line, on one line: exponents, the reading of signs, formulas."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

_NUMBER = re.compile(r"[-−+]?[0-9]{1,3}[-−+]?")
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_DEEPEST, _MOST, _LONGEST = 24, 400, 2_000
"""Elements in each other, parts and characters of the fullest formula that is read as one."""
_UNREAD = frozenset(("annotation", "annotation-xml", "script", "style"))
_BETWEEN = {"mfrac": "/", "msup": "^"}
_WHOLE = re.compile(r"[\w.,′']*|.{0,2}|\(.*\)")


def digits(text: str) -> str:
    """A short number as it is written above the line, "" for anything else: of "10<sup>6</sup>" no 106 may become."""
    return text.translate(_RAISED) if _NUMBER.fullmatch(text) else ""


def unbracketed(node: LexborNode) -> bool:
    """Whether the reading of a sign comes without brackets of its own for those who set it on one line."""
    beside = node.prev
    while beside is not None and beside.tag == "-text":
        beside = beside.prev
    return beside is None or beside.tag != "rp"


def formula(node: LexborNode) -> str | None:
    """A formula on one line, "" where its drawing, which stands beside it for the eye, was read; a drawing to come is taken
    off the tree. None where an element that says to be a formula holds more than one."""
    if len(node.text(deep=True)) > _LONGEST:
        return None
    around, left = node.parent, [_MOST]
    if around is not None and around.tag in ("span", "mjx-assistive-mml"):
        before, behind = _beside(around, back=True), _beside(around, back=False)
        if before is not None and before.text(deep=True).strip():
            return ""
        if behind is not None:
            behind.decompose()
    said = _said(node, left, 0)
    return said if left[0] > 0 else None


def _beside(node: LexborNode, *, back: bool) -> LexborNode | None:
    """The next element before or behind, where it is kept from programs that read aloud."""
    beside = node.prev if back else node.next
    while beside is not None and beside.tag == "-text" and not beside.text(deep=True).strip():
        beside = beside.prev if back else beside.next
    if beside is None or beside.tag == "-text" or beside.attributes.get("aria-hidden") != "true":
        return None
    return beside


def _said(node: LexborNode, left: list[int], depth: int) -> str:
    """What an element of a formula says; `left` counts down the parts that are read."""
    parts: list[str] = []
    child = node.first_child
    while child is not None and left[0] > 0:
        left[0] -= 1 if depth < _DEEPEST else _MOST
        if child.tag == "-text":
            parts.append(child.text(deep=True))
        elif child.tag not in _UNREAD:
            parts.append(_said(child, left, depth + 1))
        child = child.next
    parts = [part for part in (" ".join(part.split()) for part in parts) if part]
    sign = _BETWEEN.get(node.tag or "")
    if sign is None or len(parts) < 2:
        return "".join(parts)
    return sign.join(part if _WHOLE.fullmatch(part) else f"({part})" for part in parts)
