"""Examples for each door to begin with, and how new bytes are made of them."""

from __future__ import annotations

import json
import random
from pathlib import Path

from reader import passages
from reader.model import Place
from tests.builders import an_article
from tests.fakes import PAGE, a_feed
from tests.hostile.characters import holding

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
_PAGES = tuple(file.read_bytes() for file in sorted(SEEDS.iterdir()) if file.suffix in (".txt", ".html"))

_ATOM = (
    b"<feed xmlns='http://www.w3.org/2005/Atom'><title>C</title><entry><id>1</id><title type='xhtml'><div>x</div></title>"
    b"<link rel='alternate' href='/1'/><updated>2026-03-14T12:00:00Z</updated><content type='html'>&lt;p&gt;x</content>"
    b"</entry></feed>"
)
_JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "C",
        "items": [{"id": 1, "content_html": "<p>x", "tags": ["a"]}],
    }
).encode()
_OPML = b"<opml version='2.0'><body><outline text='a'><outline type='rss' xmlUrl='https://a.example/f'/></outline></body></opml>"
_NOTES = json.dumps(
    [{"type": "Annotation", "id": "1", "body": [{"type": "TextualBody", "value": "n", "purpose": "tagging"}],
      "target": {"source": "https://a.example", "selector": {"type": "TextQuoteSelector", "exact": "q", "prefix": "p"}}}]
).encode()  # fmt: skip
_ANCHOR = passages.describe(an_article(), (Place("block", 0, 4, 20), Place("block", 1, 0, 9))).encode()

EXAMPLES: dict[str, tuple[bytes, ...]] = {
    "html": (
        PAGE,
        *_PAGES[:4],
        b"<table><tr><td rowspan=9 colspan=9>x",
        b"<p>&#x1b;[31m&amp;#27;</p>",
        holding().encode(),
    ),
    "page": (PAGE, *_PAGES, holding().encode(), "привет".encode("cp1251"), "日本語".encode("shift-jis"), b"\x1b$B#!"),
    "feed": (
        a_feed("One", "Two"),
        _ATOM,
        _JSON_FEED,
        b"<rdf:RDF xmlns:rdf='x'><item><title>a</title></item></rdf:RDF>",
    ),
    "opml": (_OPML, b"<opml><body><" + b"a" * 60_000, b'https://a.example/f "~T" tag\n"query:a:b # c"\n'),
    "query": (
        b'words "a phrase" -not title:x is:unread after:yesterday (a OR b) ferr*',
        b'from:"x y" before:2026-03-01',
    ),
    "annotations": (_NOTES, b'title,url,quote,note\n"a","b","c","d"\n', b"Highlight;Note\nx;y\n"),
    "anchor": (_ANCHOR,),
    "rules": (
        b'{"words": "storm", "source": "a", "author": "b", "language": "en", "tagged": "t", "hide": true, "tags": ["x"]}',
    ),
    "theme": (b'dark = true\n[colors]\nbackground = "#101418"\nreading = "#d8d8d0"\n',),
    "dates": (
        b"14 March 2026 12:30 CET",
        b"2026-03-14T12:00:00+01:00",
        "14. März 2026, 14:00 Uhr".encode(),
        b"3/14/26 5 p.m.",
    ),
    "robots": (b"User-agent: *\nDisallow: /a*\nAllow: /a/b$\nCrawl-delay: 3\n",),
}

_PIECES = (
    *(
        b"<",
        b">",
        b"&",
        b"&#x1b;",
        b"\x1b[31m",
        b"\xc2\x9b",
        b"\0",
        b"\xff",
        b"\xed\xa0\x80",
        b"\xef\xbf\xbe",
        b'"',
        b"'",
    ),
    *(
        b"]]>",
        b"<![CDATA[",
        b"<!--",
        b"-->",
        b"{",
        b"[",
        b"]",
        b"\\u0000",
        b"\r\n",
        b"\n\n",
        b"9" * 40,
        b"a" * 3000,
        b" ",
    ),
    *(b"\xe2\x80\xae", b"<p>", b"</div>", b"<table>", b"encoding='utf-16'", b"charset=x", b":", b"-", b"*", b"(", b")"),
)
"""What is put in; much of it means something to one door or another."""


def mutated(chance: random.Random, pool: list[bytes]) -> bytes:
    """Bytes made of an example by a few cuts, doublings and things put in."""
    data = bytearray(chance.choice(pool))
    for _ in range(chance.choice((1, 2, 4, 8, 16))):
        at = chance.randrange(len(data) + 1)
        kind = chance.random()
        if kind < 0.4:
            data[at:at] = chance.choice(_PIECES) * chance.choice((1, 1, 1, 3, 50))
        elif kind < 0.6:
            del data[at : at + chance.choice((1, 3, 20, 400))]
        elif kind < 0.75 and data:
            data[at % len(data)] = chance.randrange(256)
        elif kind < 0.9:
            end = at + chance.choice((5, 50, 500))
            data[at:at] = data[at:end] * chance.choice((1, 2, 10))
        else:
            other = chance.choice(pool)
            start = chance.randrange(len(other) + 1)
            data[at:at] = other[start : start + chance.choice((10, 200))]
    return bytes(data[:200_000])
