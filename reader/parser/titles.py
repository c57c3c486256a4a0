"""The headline without the site's name, and what the site is called.

The page claims a headline in several places; the one that is set as a headline on the page wins where claims agree.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from reader.parser.structured import Claims, plain, text
from reader.text.fold import fold

_PARTING = re.compile(r"\s+[|\-–—·•»«:~/›>]+\s+|\s*[|»›]\s*|\s+::\s+|\s*\|\|\s*|(?<=\S):\s+|\s+[-–—]|[-–—]\s+")
_WORD = re.compile(r"\w+")
# Parts of a <title> that name the medium, not the story.
_MEDIUM = re.compile(
    r"(?:blog|news|magazine?|home(?:page)?|startseite|article|artikel|video|opinion|official (?:web)?site|online|press release"
    r"|the blog)$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def words(value: str) -> tuple[str, ...]:
    """The words of a title as they are compared: folded, no punctuation."""
    return tuple(_WORD.findall(fold(value).text))


@lru_cache(maxsize=1024)
def joined(value: str) -> str:
    """The letters of a name as it is compared with others."""
    return "".join(words(value))


def host(url: str | None) -> str:
    """The letters of a host that may name the site: of "www.daily-post.co.uk", "dailypost"."""
    try:
        name = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    labels = [label for label in name.split(".") if label not in ("www", "m", "amp", "news", "blog", "en")]
    while len(labels) > 1 and (len(labels[-1]) <= 3 or labels[-1] in ("info", "news", "blog", "online")):
        labels.pop()
    return re.sub(r"[^a-z0-9]", "", labels[-1].lower()) if labels else ""


def site_names(claims: Claims) -> list[str]:
    """What the page calls its site, the most trustworthy first."""
    publisher = claims.article.get("publisher") or claims.page.get("publisher")
    found = [
        claims.first("og:site_name"),
        text(publisher),
        text(claims.site.get("name")),
        claims.first("application-name", "apple-mobile-web-app-title", "dc.publisher", "dcterms.publisher"),
        claims.first("twitter:site").lstrip("@"),
    ]
    names = [plain(name) for name in found]
    return [name for name in names if 1 < len(name) < 80 and not name.startswith("http")]


def _names_site(part: str, names: list[str], letters: str) -> bool:
    """Whether a part of a title is the site's name, or an abbreviation or extension of it."""
    mine = joined(part)
    if not mine:
        return True
    for name in names:
        theirs = joined(name)
        if theirs and (mine == theirs or (len(theirs) > 3 and (theirs in mine and len(mine) <= 2.2 * len(theirs)))):
            return True
        if len(mine) > 3 and mine in theirs:
            return True
    plain_letters = re.sub(r"[^a-z0-9]", "", mine)
    if len(letters) > 2 and len(plain_letters) > 2:
        if plain_letters in letters or (letters in plain_letters and len(plain_letters) <= 2.2 * len(letters)):
            return True
        initials = "".join(word[0] for word in words(part))
        return len(initials) > 2 and initials == letters
    return False


def without_site(title: str, names: list[str], letters: str) -> str:
    """A title without parts at its ends that name the site."""
    for _ in range(4):
        parts = list(_PARTING.finditer(title))
        if not parts:
            break
        last, first = parts[-1], parts[0]
        if _names_site(title[last.end() :], names, letters) or _MEDIUM.match(title[last.end() :]):
            title = title[: last.start()].strip()
        elif _names_site(title[: first.start()], names, letters) and len(title) > first.end():
            title = title[first.end() :].strip()
        else:
            break
    return title


def parts(title: str) -> list[str]:
    """A title's parts, where it has several: "Tide gate – Harbor Post"."""
    return _PARTING.split(title) if _PARTING.search(title) else []


def shared(mine: str, theirs: str) -> float:
    """How much of the shorter title's words the other one has: 0 to 1."""
    left, right = set(words(mine)), set(words(theirs))
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def _claimed(claims: Claims, names: list[str], letters: str) -> list[str]:
    """Headlines that the page claims for machines, cleaned, the most trustworthy first."""
    found = [
        text(claims.article.get("headline")),
        plain(claims.first("og:title")),
        plain(
            claims.first(
                "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "itemprop:headline"
            )
        ),
        plain(claims.title),
    ]
    return [cleaned for title in dict.fromkeys(found) if title and (cleaned := without_site(title, names, letters))]


def choose(claims: Claims, headings: list[str], url: str | None) -> str:
    """The headline. `headings` are the texts of the page's <h1>, and of what calls itself a headline."""
    names, letters = site_names(claims), host(url)
    claimed = _claimed(claims, names, letters)
    headings = [heading for heading in headings if not _names_site(heading, names, letters) and len(heading) < 400]
    if not claimed:
        return headings[0] if headings else ""
    best, score = "", 0.49
    for heading in headings:
        agreed = max(shared(heading, claim) for claim in claimed)
        if agreed > score:
            best, score = heading, agreed
    if best:
        return best
    return claimed[0]
