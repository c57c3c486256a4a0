"""The section of a paper that an article stands in: as the page claims it, or the last step of the way that leads to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.parser import titles
from reader.parser.pieces import Outline
from reader.parser.structured import Claims, Node, plain, text
from reader.text.words import word_set

_LONGEST, _MOST_STEPS = 60, 8
_TRAIL = re.compile(r"(?:^|[\s_-])(?:bread-?_?crumbs?|crumbs)(?:$|[\s_-])", re.IGNORECASE)
_BESIDE = re.compile(r"aside|action|edit|share", re.IGNORECASE)
"""Of an element of the trail that is no step: "View page source"."""
_STEPS = re.compile(r"\s*(?:[»›>→/|·•]|::)\s*")
_HOME = word_set(
    "home homepage frontpage startseite start accueil inicio início portada principal hem forside hjem główna главная "
    "anasayfa 首页 首頁 ホーム トップ"
)


def section(claims: Claims, out: Outline, title: str, url: str | None) -> str | None:
    """The section's name; None where the page names none."""
    said = plain(claims.first("article:section")) or text(claims.article.get("articleSection"))
    if said:
        return said
    sites = {titles.joined(name) for name in titles.site_names(claims)} | {titles.host(url)}
    named = titles.joined(title)
    for trail in (_claimed(claims.trail), _shown(out)):
        steps = [it for it in trail if 1 < len(it) <= _LONGEST]
        kept = [it for it in steps if titles.joined(it) not in sites | _HOME]
        while kept and (titles.joined(kept[-1]) == named or titles.shared(kept[-1], title) > 0.9):
            kept.pop()
        if kept:
            return kept[-1]
    return None


def _claimed(trail: Node) -> list[str]:
    """The steps of a JSON-LD breadcrumb list, from the front page on."""
    items = trail.get("itemListElement")
    steps = [it for it in items if isinstance(it, dict)] if isinstance(items, list) else []
    return [text(it.get("name")) or text(it.get("item")) for it in steps[:_MOST_STEPS]]


def _shown(out: Outline) -> list[str]:
    """The steps that stand in the first element of the page called a breadcrumb."""
    for node, names in enumerate(out.names):
        label = out.attributes[node].get("aria-label") or ""
        if (names and _TRAIL.search(names)) or (label and _TRAIL.search(label)):
            steps = list(_parted(out, node))
            if len(steps) > 1:
                return steps
    return []


def _parted(out: Outline, node: int) -> Iterator[str]:
    for piece in out.pieces[out.first[node] : min(out.last[node], out.first[node] + 2 * _MOST_STEPS)]:
        if len(piece.text) <= _LONGEST * _MOST_STEPS and not _BESIDE.search(out.names[piece.node]):
            yield from (step for step in _STEPS.split(piece.text) if step)
