"""What keeps a page from taking the machine: a linear pass before the HTML library.

lexbor takes time that grows with the square of the nesting (100,000 nested <div>: 21 s) and of the attributes of one
tag (100,000: 30 s). Ordinary pages are told by cheap counts and pass untouched.
"""

from __future__ import annotations

import re
from itertools import islice

DEEPEST = 200
"""Elements inside one another: of 400 pages read at random the deepest had 45, and Python's own stack bears a few hundred."""
MOST_TAGS = 50_000
"""Tags on a page; what lies behind keeps its words and loses its tags. Of 1,288 pages none had over 20,000."""
MOST_ATTRIBUTES = 100
MOST_OPTIONS = 4_000
"""Options of all lists to choose from: in one list lexbor looks through all those before at each (80,000: 75 s)."""
LONGEST_TAG = 20_000
"""Characters; pictures put in as data make longer ones, and nobody reads those."""
_TAME_TAGS = 20_000
"""Under this many tags even the worst nesting costs lexbor no more than a second."""
_OPEN_STYLES = 50
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_RAW = frozenset("script style textarea title xmp iframe noembed noframes".split())
# Elements that the standard opens again in each block until they are closed: 2,000 paragraphs with a <b id=…> left
# open took lexbor 2 s and 700 MB.
# Spelled out, for a pattern that ignores case is searched eight times as slowly.
_STYLE_TAG = re.compile(
    r"<(/?)(?:[bisuBISU]|em|EM|tt|TT|font|FONT|strong|STRONG|small|SMALL|code|CODE|big|BIG|nobr|NOBR|strike|STRIKE)[\s/>]"
)
# What the start tag of an element ends when it is left open, in short: the standard's "implied end tags".
_ENDS = {
    "li": frozenset(("li",)), "p": frozenset(("p",)), "dt": frozenset(("dt", "dd")), "dd": frozenset(("dt", "dd")),
    "td": frozenset(("td", "th")), "th": frozenset(("td", "th")), "tr": frozenset(("tr", "td", "th")),
    "option": frozenset(("option",)), "tbody": frozenset(("tr", "td", "th", "thead", "tbody")),
}  # fmt: skip
# What the standard opens by itself between an element and the one around it.
_IN_ROW = {"table": ("tbody", "tr"), "tbody": ("tr",), "thead": ("tr",), "tfoot": ("tr",)}
_IMPLIED: dict[str, dict[str, tuple[str, ...]]] = {"tr": {"table": ("tbody",)}, "td": _IN_ROW, "th": _IN_ROW}

# Every part is possessive and something always matches, so that no page makes the search go back: linear by design.
# Quotes count behind "=" only, as in the standard.
_INSIDE = r"(?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|))*+(?:>|\Z)"
_START = re.compile(
    rf"<(?:!--(?:-?>|.*?(?:--!?>|\Z))|(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*)(?P<rest>{_INSIDE}))", re.DOTALL
)
_ANY_TAG = re.compile(
    rf"<!--(?:-?>|.*?(?:--!?>|\Z))|<(script|style|xmp|iframe)\b{_INSIDE}(?:.*?</\1|.*\Z){_INSIDE}|</?[a-zA-Z]{_INSIDE}",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"[^\s/=>\"']+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?")


def bounded(html: str) -> str:
    """The HTML with nesting, tags and attributes held within bounds; the same string where it is tame."""
    return html if _tame(html) else cut(html)


def _tame(html: str) -> bool:
    """Whether a page is of the ordinary kind, by counts that cost it a fraction of a millisecond."""
    if html.count("<") > _TAME_TAGS:
        return False
    # Where a stretch of two windows has no "<", one window has none.
    for at in range(0, len(html) - LONGEST_TAG, LONGEST_TAG):
        if html.find("<", at, at + LONGEST_TAG) < 0 and _long_tag(html, html.rfind("<", 0, at) + 1):
            return False
    open_styles = 0
    for slash in _STYLE_TAG.findall(html):
        open_styles = max(0, open_styles - 1) if slash else open_styles + 1
        if open_styles > _OPEN_STYLES:
            return False
    return True


def _long_tag(html: str, start: int) -> bool:
    """Whether what follows a "<" is a tag longer than anybody writes; scripts have long stretches without one, too."""
    end = html.find("<", start)
    stop = html.find(">", start, end) if end >= 0 else html.find(">", start)
    return html[start].isalpha() and (stop if stop >= 0 else end if end >= 0 else len(html)) - start >= LONGEST_TAG


class _Cutter:
    """One pass over a page's tags. `open` are the elements open now; those beyond `DEEPEST` were left out."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.parts: list[str] = []
        self.open: list[str] = []
        self.options = 0

    def run(self) -> str:
        """The page within bounds."""
        html, done = self.html, 0
        for _ in range(MOST_TAGS):
            found = _START.search(html, done)
            if found is None:
                break
            self.parts.append(html[done : found.start()])
            done = found.end()
            name = found["name"]
            if name is None:
                continue
            if not found[0].endswith(">"):  # cut off inside a tag: no browser shows what follows
                return "".join(self.parts)
            done = self.tag(found, name.lower(), done)
        else:
            return "".join((*self.parts, _ANY_TAG.sub(" ", html[done:])))
        self.parts.append(html[done:])
        return "".join(self.parts)

    def tag(self, found: re.Match[str], name: str, done: int) -> int:
        """Take over a tag, or leave it out; where reading goes on."""
        if found["close"]:
            self.close(name)
        elif name in _RAW:
            end = re.compile(f"</{re.escape(name)}[^>]*(?:>|\\Z)", re.IGNORECASE).search(self.html, done)
            stop = end.end() if end else len(self.html)
            self.parts.append(f"<{name}{_within(found['rest'])}{self.html[done:stop]}" if end else " ")
            return stop
        elif name != "plaintext":
            self.begin(name, found)
        return done

    def begin(self, name: str, found: re.Match[str]) -> None:
        """A start tag."""
        if name in _VOID:  # in SVG and MathML, where only the slash ends them, they would nest
            self.parts.append(f"<{name}{_within(found['rest'])[:-1]} />")
            return
        if name == "option":
            self.options += 1
            if self.options > MOST_OPTIONS:
                self.parts.append(" ")
                return
        ended = _ENDS.get(name)
        while ended and self.open and self.open[-1] in ended:
            self.open.pop()
        self.open += _IMPLIED.get(name, {}).get(self.open[-1] if self.open else "", ())
        self.parts.append(f"<{name}{_within(found['rest'])}" if len(self.open) < DEEPEST else " ")
        self.open.append(name)

    def close(self, name: str) -> None:
        """An end tag: it ends the nearest element of its name, and what was left open inside."""
        nearest = next(
            (at for at in range(len(self.open) - 1, max(-1, len(self.open) - 60), -1) if self.open[at] == name), -1
        )
        if nearest < 0:
            self.parts.append("</p>" if name == "p" else " ")
            return
        for left in reversed(self.open[nearest + 1 : DEEPEST]):
            self.parts.append(f"</{left}>")
        self.parts.append(f"</{name}>" if nearest < DEEPEST else " ")
        del self.open[nearest:]


def _within(rest: str) -> str:
    """The attributes of a tag within bounds, with the tag's end."""
    if len(rest) <= 1000:
        return rest
    kept = [found[0][:LONGEST_TAG] for found in islice(_ATTRIBUTE.finditer(rest), MOST_ATTRIBUTES)]
    whole = [attribute for attribute in kept if len(attribute) < LONGEST_TAG]
    return f" {' '.join(whole)}>"


def cut(html: str) -> str:
    """The HTML within bounds, tame or not: for a page whose nesting was hidden from the counts."""
    return _Cutter(html).run()
