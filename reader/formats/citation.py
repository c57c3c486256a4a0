"""A quote with where it comes from, as one takes it into a letter or a note."""

from __future__ import annotations

from datetime import tzinfo

from reader.model import Article


def citation(article: Article, quote: str, zone: tzinfo | None = None) -> str:
    """The quote, then title, people, publisher, date in the person's zone, and address, as far as they are known."""
    words = quote.strip()
    quoted = words if words[:1] in '“"«„' and words[-1:] in '”"»“' else f"“{words}”"
    about = [
        ", ".join(article.byline),
        f"“{article.title}”" if article.title else "",
        article.publisher or "",
        article.published.astimezone(zone).strftime("%Y-%m-%d") if article.published else "",
    ]
    lines = [quoted, f"— {', '.join(it for it in about if it)}" if any(about) else "", article.url or ""]
    return "\n".join(line for line in lines if line)
