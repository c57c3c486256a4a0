"""What an address says without asking anybody: its secrets, its host, the form in which two are the same."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

_SECRET = re.compile(
    r"(?:access|auth|api|app|feed|private|user|session)?[_-]?(?:token|key|auth|secret|sig|signature|password|passwd|pwd|pass)",
    re.I,
)
# What only tells a publisher where a reader came from; the page is the same without.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|_hs(?:enc|mi)|vero_id|at_(?:medium|campaign)\w*|"
    r"(?:pk|mtm|piwik|matomo)_\w+|wt_?mc|cmpid|ncid|xtor|ref_src|yclid|ns_(?:mchannel|source|campaign|linkname|fee)",
    re.I,
)
_PORTS = {"http": 80, "https": 443}


def split_secret(address: str) -> tuple[str, str | None]:
    """An address without user name and password, and these as "user:password"; None where it has none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address, None
    login, at, host = parts.netloc.rpartition("@")
    return (urlunsplit(parts._replace(netloc=host)), login) if at else (address, None)


def public(address: str) -> str:
    """An address that may stand in an export, a log or a message: passwords and private tokens taken out."""
    bare, _ = split_secret(address)
    try:
        parts = urlsplit(bare)
    except ValueError:
        return bare
    if not parts.query:
        return bare
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _SECRET.fullmatch(name)]
    return bare if len(kept) == len(pairs) else urlunsplit(parts._replace(query=urlencode(kept)))


def is_private(address: str) -> bool:
    """Whether an address holds a password or a token that is nobody else's affair."""
    return public(address) != address


@lru_cache(maxsize=4096)  # an entry that comes in asks five times
def canonical(address: str) -> str:
    """The form in which two addresses of one page are the same.

    Without scheme, "www.", default port, fragment, tracking parameters and a slash at the end; parameters sorted.
    """
    try:
        parts = urlsplit(address.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return address.strip()
    if parts.scheme.lower() not in _PORTS or not host:
        return address.strip()
    if port is not None and port not in _PORTS.values():
        host = f"{host}:{port}"
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~").rstrip("/")
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode(sorted(pair for pair in pairs if not _TRACKING.fullmatch(pair[0])))
    return f"{host}{path}?{query}" if query else f"{host}{path}"


def subscribable(address: str) -> str | None:
    """A feed's address in the form in which it is fetched; None for one that is not on the web."""
    found = address.strip()
    if found.lower().startswith("feed:"):  # feed://host and feed:https://host, an old custom of browsers
        rest = found[5:]
        found = f"http:{rest}" if rest.startswith("//") else rest
    try:
        parts = urlsplit(found)
        parts.port  # noqa: B018 - raises ValueError for a port that is none
    except ValueError:
        return None
    return found if parts.scheme.lower() in _PORTS and parts.hostname else None
