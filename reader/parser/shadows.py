"""What a page's components show, put where a reader of the page sees it: declarative shadow roots (HTML Standard, 4.12.3).

A `<template>` holds what is not shown; one with `shadowrootmode` (`shadowroot` and `shadowmode` in older pages and in MHTML) is
what its element shows. The library keeps either apart, so that an article in one would be no text of the page.
"""

from __future__ import annotations

import re

_TEMPLATE = re.compile(r"<(/?)template\b((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>", re.IGNORECASE)
_SHADOW = re.compile(r"\sshadow(?:root)?(?:mode)?\s*=", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_FIRST = "<template shadow"
"""How one begins, as frameworks and browsers write it: a long string is looked for ten times as quickly as a short one."""


def shown(html: str) -> str:
    """The page with its shadow roots as ordinary elements; the same string where there are none."""
    if _FIRST not in html:
        return html
    opened: list[bool] = []

    def put(found: re.Match[str]) -> str:
        if not found[1]:
            opened.append(_SHADOW.search(_QUOTED.sub("", found[2])) is not None)
            return "<div>" if opened[-1] else found[0]
        return "</div>" if opened and opened.pop() else found[0]

    return _TEMPLATE.sub(put, html)
