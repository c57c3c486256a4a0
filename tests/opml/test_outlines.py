"""An OPML file as it is written, to the letter: other readers and people with an editor read it."""

from __future__ import annotations

from reader.opml.outlines import write
from reader.opml.subscriptions import Subscription, Subscriptions

FEEDS = (
    Subscription("https://a.example/1", "One & “all”", "https://a.example/", ("News", "Lo<cal")),
    Subscription(
        "https://a.example/2", "", folder=("News",), tags=("port", "a,b"), extras=(("frss:x", 'say "x"\n\ty'),)
    ),
    Subscription("https://jo:pw@a.example/3?token=secret"),
)
BARE = '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n    <title>{}</title>\n  </head>\n  <body>\n'
BODY = """\
    <outline text="News" title="News">
      <outline text="Lo&lt;cal" title="Lo&lt;cal">
        <outline text="One &amp; “all”" title="One &amp; “all”" type="rss" xmlUrl="@1" htmlUrl="@"/>
      </outline>
      <outline text="@2" title="" type="rss" xmlUrl="@2" category="port,a b" frss:x="say &quot;x&quot;&#10;&#9;y"/>
    </outline>
""".replace("@", "https://a.example/")
END = "  </body>\n</opml>\n"


def shown(text: str) -> str:
    """The last outline of a file."""
    return [line.strip() for line in text.splitlines() if "<outline" in line][-1]


def test_folders_are_opened_and_closed_each_in_its_depth_and_all_signs_are_escaped() -> None:
    assert write(Subscriptions(FEEDS[:2], "Mine & yours")) == BARE.format("Mine &amp; yours") + BODY + END


def test_a_file_without_feeds_is_one() -> None:
    assert write(Subscriptions()) == BARE.format("Subscriptions") + END


def test_namespaces_of_other_readers_are_declared() -> None:
    text = write(Subscriptions((), "x", (("xmlns:frss", "https://freshrss.org/opml"), ("xmlns:y", "a&b"))))
    assert '<opml version="2.0" xmlns:frss="https://freshrss.org/opml" xmlns:y="a&amp;b">\n' in text


def test_secrets_stay_out_of_addresses_and_of_names_that_are_addresses() -> None:
    found = shown(write(Subscriptions(FEEDS)))
    assert "secret" not in found and "pw" not in found
    text, name, address = (found.split(f'{name}="')[1].partition('"')[0] for name in ("text", "title", "xmlUrl"))
    assert (text, name) == (address, "") and address.startswith("https://a.example/3")
    kept = shown(write(Subscriptions(FEEDS), private=True))
    assert kept.count("https://jo:pw@a.example/3?token=secret") == 2
