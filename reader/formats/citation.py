"""A quote with where it comes from, as one takes it into a letter or a note."""

from __future__ import annotations

from datetime import datetime, tzinfo

from reader.model import Article

_PAIRS = {'"': '"', "“": "”", "«": "»", "»": "«", "„": "“"}


def citation(article: Article, quote: str, zone: tzinfo | None = None) -> str:
    """The quote, then title, people, publisher, date in the person's zone, and address, as far as they are known."""
    words = quote.strip()
    about = [
        ", ".join(article.byline),
        f"“{article.title}”" if article.title else "",
        article.publisher or "",
        _day(article.published, zone) if article.published else "",
    ]
    quoted = words if not words or _is_quoted(words) else f"“{words}”"
    lines = [quoted, f"— {', '.join(it for it in about if it)}" if any(about) else "", article.url or ""]
    return "\n".join(line for line in lines if line)


def _is_quoted(words: str) -> bool:
    """Whether one pair of quotation marks stands around all of it, not one pair at each end."""
    close = _PAIRS.get(words[0])
    return len(words) > 1 and close == words[-1] and not any(mark in words[1:-1] for mark in (words[0], close))


def _day(when: datetime, zone: tzinfo | None) -> str:
    try:
        local = when.astimezone(zone)
    except (OverflowError, ValueError):  # the first and the last day of the calendar, in another zone
        local = when
    return local.date().isoformat()
