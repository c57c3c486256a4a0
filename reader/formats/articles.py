"""An article as JSON, with every key always there, and back from JSON that somebody else may have written."""

from __future__ import annotations

from typing import get_args

from reader.errors import UnreadableError
from reader.formats.values import listed, mapping, text_of, time_from, time_json, truth, whole
from reader.model import (
    Article,
    Block,
    BlockKind,
    Note,
    PublisherSummary,
    Reason,
    Related,
    Removed,
    Span,
    SpanStyle,
)

_KINDS: dict[str, BlockKind] = {kind: kind for kind in get_args(BlockKind)}
_STYLES: dict[str, SpanStyle] = {style: style for style in get_args(SpanStyle)}
_REASONS: dict[str, Reason] = {reason: reason for reason in get_args(Reason)}


def article_json(article: Article) -> dict[str, object]:
    """The article as `newsreader read --format json` prints it."""
    return {
        "title": article.title,
        "standfirst": article.standfirst,
        "byline": list(article.byline),
        "published": time_json(article.published),
        "updated": time_json(article.updated),
        "publisher": article.publisher,
        "section": article.section,
        "url": article.url,
        "language": article.language,
        "blocks": [_block_json(block) for block in article.blocks],
        "captions": [
            {"text": block.caption, "credit": block.credit}
            for block in article.blocks
            if block.caption or (block.kind == "image" and block.credit)
        ],
        "publisher_summary": _promise_json(article.publisher_summary),
        "related": [{"label": r.label, "title": r.title, "url": r.url} for r in article.related],
        "notes": [{"kind": note.kind, "text": note.text} for note in article.notes],
        "truncated": article.truncated,
        "removed": [{"text": piece.text, "reason": piece.reason} for piece in article.removed],
    }


def _block_json(block: Block) -> dict[str, object]:
    """A block with its kind, text and spans, and what else its kind has."""
    spans = [{"start": s.start, "end": s.end, "style": s.style, "address": s.address} for s in block.spans]
    found: dict[str, object] = {"kind": block.kind, "text": block.text, "spans": spans}
    if block.kind in ("heading", "list_item"):
        found["level"] = block.level
    if block.kind == "list_item":
        found["ordered"] = block.ordered
    if block.kind == "quote":
        found["author"] = block.author
    if block.kind == "image" or block.caption or block.credit or block.address:
        found.update(caption=block.caption, credit=block.credit, address=block.address)
    if block.kind == "table" or block.rows:
        found["rows"] = [list(row) for row in block.rows]
    return found


def _promise_json(summary: PublisherSummary | None) -> dict[str, object] | None:
    if summary is None:
        return None
    return {"label": summary.label, "text": summary.text, "ai": summary.ai, "reviewed": summary.reviewed}


def article_from_json(value: object) -> Article:
    """The article that a JSON object tells of; unknown keys and wrong types are passed over.

    Raises:
        UnreadableError: where it is no object, or has neither a title nor a block.
    """
    if not isinstance(value, dict):
        raise UnreadableError("This is no article: a JSON object is missing.", _ADVICE)
    title = text_of(value.get("title")) or ""
    blocks = listed(value.get("blocks"), _block_from)
    blocks = _with_captions(blocks, value.get("captions"))
    if "blocks" not in value or not (title or blocks):
        missing = "“blocks” is" if title else "“title” and “blocks” are"
        raise UnreadableError(f"This is no article: {missing} missing.", _ADVICE)
    return Article(
        title=title,
        blocks=blocks,
        standfirst=text_of(value.get("standfirst")),
        byline=listed(value.get("byline"), text_of),
        published=time_from(value.get("published")),
        updated=time_from(value.get("updated")),
        publisher=text_of(value.get("publisher")),
        section=text_of(value.get("section")),
        url=text_of(value.get("url")),
        language=text_of(value.get("language")),
        publisher_summary=_promise_from(value.get("publisher_summary")),
        related=listed(value.get("related"), _related_from),
        notes=listed(value.get("notes"), _note_from),
        truncated=text_of(value.get("truncated")),
        removed=listed(value.get("removed"), _removed_from),
    )


_ADVICE = "An article needs “title” and “blocks”, as `newsreader read --format json` prints them."


def _block_from(value: object) -> Block | None:
    if isinstance(value, str):
        return Block("paragraph", text) if (text := text_of(value)) else None
    found = mapping(value)
    kind = _KINDS.get(str(found.get("kind", "paragraph")))
    raw = found.get("text")
    text = text_of(raw) or ""
    if kind == "paragraph" and len(found) <= 3 and not found.get("spans"):
        return Block("paragraph", text) if text else None
    if kind is None:
        kind = "paragraph"
    block = Block(
        kind,
        text,
        level=whole(found.get("level")),
        author=text_of(found.get("author")),
        caption=text_of(found.get("caption")),
        credit=text_of(found.get("credit")),
        address=text_of(found.get("address")),
        rows=listed(found.get("rows"), lambda row: listed(row, _cell) if isinstance(row, list) else None),
        spans=_spans(found.get("spans"), text) if text == raw else (),
        ordered=found.get("ordered") is True,
    )
    said = block.text or block.caption or block.credit or block.address or block.rows or kind in ("rule", "image")
    return block if said else None


def _cell(value: object) -> str:
    return text_of(value) or ""


def _spans(value: object, text: str) -> tuple[Span, ...]:
    """The spans that lie within the text."""
    found = []
    for item in value if isinstance(value, list) else ():
        span = mapping(item)
        style, start, end = _STYLES.get(str(span.get("style"))), whole(span.get("start")), whole(span.get("end"))
        if style is not None and start is not None and end is not None and start < end <= len(text):
            found.append(Span(start, end, style, text_of(span.get("address"))))
    return tuple(found)


def _with_captions(blocks: tuple[Block, ...], value: object) -> tuple[Block, ...]:
    """Captions that no block carries become images of their own before the text, so that no word is lost."""
    known = {block.caption for block in blocks}
    told = [mapping(item) for item in value] if isinstance(value, list) else []
    extra = [(text_of(item.get("text")), text_of(item.get("credit"))) for item in told]
    return (*(Block("image", caption=t, credit=c) for t, c in extra if t and t not in known), *blocks)


def _promise_from(value: object) -> PublisherSummary | None:
    found = mapping(value)
    label = text_of(found.get("label"))
    text = text_of(found.get("text"))
    if label is None and text is None:
        return None
    return PublisherSummary(label or "", text, truth(found.get("ai")), truth(found.get("reviewed")))


def _related_from(value: object) -> Related | None:
    found = mapping(value)
    title = text_of(found.get("title"))
    return Related(text_of(found.get("label")), title, text_of(found.get("url"))) if title else None


def _note_from(value: object) -> Note | None:
    found = mapping(value)
    text = text_of(found.get("text"))
    if text is None:
        return None
    return Note("credit" if found.get("kind") == "credit" else "correction", text)


def _removed_from(value: object) -> Removed | None:
    found = mapping(value)
    text = text_of(found.get("text"))
    return Removed(text, _REASONS.get(str(found.get("reason")), "furniture")) if text else None
