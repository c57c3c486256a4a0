"""The headline without the site's name, and what the site is called.

The page claims a headline in several places; the one that is set as a headline on the page wins where claims agree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from urllib.parse import urlsplit

from reader.parser.structured import Claims, plain, text
from reader.text.fold import fold

_PARTING = re.compile(
    r"\s+[|\-–—·•»«:~/›>]+\s+|\s*[|»›]\s*|\s+::\s+|\s*\|\|\s*|(?<=\S):\s+|\s+[-–—]|[-–—]\s+|(?<=[\u2e80-\uffff])\s*[_｜]\s*"
)
_WORD = re.compile(r"\w+")
_LONGEST = 1_000
"""Characters of a claimed title that are read; the longest of 1,288 benchmark pages has 258."""
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


@lru_cache(maxsize=64)
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
    whole = dict.fromkeys(title[:_LONGEST] for title in found if title)
    return [cleaned for title in whole if (cleaned := without_site(title, names, letters))]


_SOLE, _ONE_OF_SEVERAL = 0.25, 0.49
"""How much of the words that a heading and a claim may share they do share, where the heading is the headline: the page's only
<h1> is one though it says it otherwise than search engines are told."""
_PAIR, _SMALL = 2, 3
"""Words of a heading, and letters of a first one that says nothing by itself."""
_SHORT = 4
"""Words of a title of which a single word can be what the page sets over the story."""


def choose(claims: Claims, headings: list[str], url: str | None, lesser: Sequence[str] = ()) -> str:
    """The headline. `headings` are the texts of the page's <h1>, and of what calls itself a headline, `lesser` all that are
    set as headings of the greater kinds."""
    names, letters = site_names(claims), host(url)
    claimed = _claimed(claims, names, letters)
    headings = list(dict.fromkeys(headings))
    others = [heading for heading in headings if not _names_site(heading, names, letters) and len(heading) < 400]
    if not claimed:
        return others[0] if others else next((each for each in lesser if len(words(each)) >= _SHORT), "")
    sole = lesser[0] if len(lesser) == 1 and not headings else ""
    if len(words(sole)) >= _SHORT > len(words(claimed[0])) and not shared(sole, claimed[0]):
        return without_site(sole, names, letters)  # of a page that is titled as its site is
    best, score = "", 0.0
    for heading in others:
        agreed = _agreement(heading, claimed)
        if agreed > score:
            best, score = heading, agreed
    if score > _ONE_OF_SEVERAL:
        behind = (each for each in others if _is_site(best, each, claimed[0]))
        return next(chain(behind, (each for each in lesser if _begins_with_site(best, each, claimed[0]))), best)
    alone = len(headings) == 1 and score > _SOLE and len(words(best)) >= _SHORT
    kicked = "" if headings else _under_kicker(claimed, lesser)
    return _standing(claimed, lesser) or kicked or (best if alone else claimed[0])


def _is_site(best: str, heading: str, title: str) -> bool:
    """Whether of two headings that a title says the first is its last part, as a site's name is, and the other what stands
    before."""
    site, story = words(best), words(heading)
    return len(story) >= _SHORT and words(title) == story + site


def _begins_with_site(best: str, heading: str, title: str) -> bool:
    """Whether of two headings that a title says the first is its first part, as the name of a blog is, and the other the rest."""
    site, story = words(best), words(heading)
    return len(story) >= _SHORT and len(site) <= len(story) and words(title) == site + story


def _agreement(heading: str, claimed: list[str]) -> float:
    """How well a heading agrees with what is claimed, the first of which has a say too. A single word agrees only with a short
    title, or where it is all that a part of one says."""
    mine = words(heading)
    if not heading.isascii() and len(mine) == 1 and any(mine == words(part) for part in parts(claimed[0])):
        return 1.0  # in scripts without spaces a title is one word
    if len(mine) == 1 and not any(
        mine[0] in words(claim) if len(words(claim)) < _SHORT else mine in map(words, parts(claim)) for claim in claimed
    ):
        return 0.0
    if len(mine) == _PAIR and len(mine[0]) <= _SMALL and not any(mine[1] in words(claim) for claim in claimed):
        return 0.0  # "The gate" has only its "the" of "Minutes of the board"
    agreed = max(shared(heading, claim) for claim in claimed)
    return agreed if shared(heading, claimed[0]) > 0.0 else agreed / 3


def _standing(claimed: list[str], headings: Sequence[str]) -> str:
    """The heading on a page that says one of its claimed headlines, or a part of one, or as much more as the longest has."""
    whole = [words(each) for each in claimed]
    pieces = [words(part) for claim in claimed for part in parts(claim)]
    wanted = {*whole, *(piece for piece in pieces if len(piece) >= _SHORT)} - {()}
    longest = max(whole, key=len)
    for heading in headings:
        mine = words(heading)
        more = len(mine) > 2 * _SHORT and longest[: len(mine)] == mine
        if mine in wanted or more:
            return heading
    return ""


def _under_kicker(claimed: Sequence[str], headings: Sequence[str]) -> str:
    """The part of a claimed headline with which a heading ends that begins with a kicker: "Water: Town buys back its works"."""
    for part in [part for claim in claimed for part in parts(claim)]:
        own = words(part)
        if len(own) >= _SHORT and any(words(heading)[-len(own) :] == own for heading in headings):
            return part
    return ""
