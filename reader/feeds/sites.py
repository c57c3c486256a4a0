"""Sites whose feeds stand at an address that can be told from the page's: no request is needed to find them."""

from __future__ import annotations

import re

# (pattern of the page's address without scheme and "www.", addresses of its feeds). A name is kept as it stands.
_NAME = r"([\w.~%+-]{1,100})"
_TABLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (rf"(?:m\.)?youtube\.com/channel/{_NAME}(?:/.*)?", ("https://www.youtube.com/feeds/videos.xml?channel_id={0}",)),
    (rf"(?:m\.)?youtube\.com/user/{_NAME}(?:/.*)?", ("https://www.youtube.com/feeds/videos.xml?user={0}",)),
    (rf"(?:m\.)?youtube\.com/(?:playlist|watch)\?(?:.*&)?list={_NAME}(?:&.*)?",
     ("https://www.youtube.com/feeds/videos.xml?playlist_id={0}",)),
    (rf"(?:old\.|new\.|np\.)?reddit\.com/(r|user)/{_NAME}/?", ("https://www.reddit.com/{0}/{1}/.rss",)),
    (rf"(?:old\.|new\.|np\.)?reddit\.com/r/{_NAME}/comments/([\w/]{{1,200}}?)/?",
     ("https://www.reddit.com/r/{0}/comments/{1}/.rss",)),
    (rf"github\.com/{_NAME}/{_NAME}(?:/releases)?/?",
     ("https://github.com/{0}/{1}/releases.atom", "https://github.com/{0}/{1}/commits.atom")),
    (rf"github\.com/{_NAME}/{_NAME}/tags/?", ("https://github.com/{0}/{1}/tags.atom",)),
    (rf"github\.com/{_NAME}/{_NAME}/(?:commits|tree)/([\w./-]{{1,200}}?)/?",
     ("https://github.com/{0}/{1}/commits/{2}.atom",)),
    (rf"github\.com/{_NAME}/{_NAME}/(?:commits|issues|pulls|discussions)/?", ("https://github.com/{0}/{1}/commits.atom",)),
    (rf"github\.com/{_NAME}/?", ("https://github.com/{0}.atom",)),
    (rf"pypi\.org/project/{_NAME}/?(?:#.*)?", ("https://pypi.org/rss/project/{0}/releases.xml",)),
    (rf"medium\.com/(@?){_NAME}/?", ("https://medium.com/feed/{0}{1}",)),
    (rf"bsky\.app/profile/{_NAME}/?", ("https://bsky.app/profile/{0}/rss",)),
    (rf"vimeo\.com/(channels/)?{_NAME}/?", ("https://vimeo.com/{0}{1}/videos/rss",)),
    (r"news\.ycombinator\.com/?(?:news)?", ("https://news.ycombinator.com/rss",)),
    (rf"{_NAME}\.(substack\.com|wordpress\.com)/?", ("https://{0}.{1}/feed",)),
    (rf"{_NAME}\.tumblr\.com/?", ("https://{0}.tumblr.com/rss",)),
    (rf"{_NAME}\.(blogspot\.[a-z.]{{2,6}})/?", ("https://{0}.{1}/feeds/posts/default",)),
    # Mastodon and its kin stand on any host: an account's page is /@name, its feed /@name.rss.
    (r"((?!(?:m\.)?youtube\.com|tiktok\.com|threads\.(?:net|com)|medium\.com)[\w.-]{3,200}\.[a-z]{2,20})/@([\w.-]{1,60})/?",
     ("https://{0}/@{1}.rss",)),
)  # fmt: skip
_START = re.compile(r"\s*(?:https?://)?(?:www\.)?", re.I)
# Pages of the site itself, where the table has a person's or a project's name.
_NOT_NAMES = frozenset(
    {
        "about",
        "explore",
        "features",
        "login",
        "marketplace",
        "orgs",
        "pricing",
        "search",
        "settings",
        "topics",
        "trending",
    }
)


def feeds_of(address: str) -> tuple[str, ...]:
    """The feeds of a page on a site of the table, the likeliest first; none for any other."""
    found = _START.sub("", address, count=1).strip()
    for pattern, feeds in _TABLE:  # compiled when first asked: a feed is read far more often than a site looked up
        match = re.fullmatch(pattern, found[:500], re.I)
        if match and not _NOT_NAMES.intersection(group.lower() for group in match.groups() if group):
            return tuple(feed.format(*(group or "" for group in match.groups())) for feed in feeds)
    return ()
