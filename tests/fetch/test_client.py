"""What one request says and remembers: conditions, redirects, passwords, robots, waiting, stopping."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest

from reader import __version__
from reader.fetch import Fetcher, Limits, NoPageError, Request
from tests.builders import NOON, Clock
from tests.fakes import PAGE, Server, a_feed

QUICK = Limits(connect=1.0, silence=1.0, total=3.0, largest=1024 * 1024)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fetcher(clock: Clock) -> Iterator[Fetcher]:
    with Fetcher(QUICK, clock) as running:
        yield running


def trouble(fetcher: Fetcher, request: Request) -> str:
    with pytest.raises(NoPageError) as failure:
        fetcher.get(request)
    return failure.value.trouble


def test_a_page_comes_as_it_is(server: Server, fetcher: Fetcher) -> None:
    address = server.page("/a?x=1#top".partition("?")[0], ETag='"1"', Last_Modified="Sat, 14 Mar 2026 12:00:00 GMT")
    answer = fetcher.get(Request(f"{address}?x=ä ö#top"))
    assert answer.page is not None
    assert (answer.page.data, answer.page.content_type) == (PAGE, "text/html; charset=utf-8")
    assert answer.page.final_address == f"{address}?x=%C3%A4%20%C3%B6"
    assert answer.page.fetched == NOON
    assert (answer.etag, answer.modified, answer.moved) == ('"1"', "Sat, 14 Mar 2026 12:00:00 GMT", None)


def test_the_reader_says_who_it_is_and_nothing_else(server: Server, fetcher: Fetcher) -> None:
    fetcher.get(Request(server.page("/a")))
    sent = server.asked[0].headers
    assert sent["user-agent"].startswith(f"newsreader/{__version__} ")
    assert set(sent) == {"host", "user-agent", "accept", "accept-encoding"}


def test_what_has_not_changed_is_not_sent_again(server: Server, fetcher: Fetcher) -> None:
    address = server.page("/feed", a_feed(), ETag='W/"7"', Cache_Control="max-age=600, public")
    first = fetcher.get(Request(address, accept="feed"))
    again = fetcher.get(Request(address, etag=first.etag, modified=first.modified, accept="feed"))
    assert again.page is None
    assert (again.status, again.etag, again.fresh) == (304, 'W/"7"', timedelta(minutes=10))
    server.page("/feed", a_feed("New"), ETag='W/"8"')
    changed = fetcher.get(Request(address, etag=again.etag, accept="feed"))
    assert changed.page is not None
    assert changed.etag == 'W/"8"'


def test_last_modified_is_sent_back_as_it_came(server: Server, fetcher: Fetcher) -> None:
    address = server.page("/feed", a_feed(), Last_Modified="any words at all")
    first = fetcher.get(Request(address))
    assert fetcher.get(Request(address, modified=first.modified)).page is None


def test_a_kept_value_cannot_bring_a_second_header(server: Server, fetcher: Fetcher) -> None:
    fetcher.get(Request(server.page("/a"), etag='"1"\r\nX-Evil: 1\x1b'))
    assert server.asked[0].headers["if-none-match"] == '"1"X-Evil: 1'
    assert "x-evil" not in server.asked[0].headers


@pytest.mark.parametrize(
    ("control", "fresh"),
    [
        ("max-age=60", timedelta(minutes=1)),
        ('public, Max-Age="120"', timedelta(minutes=2)),
        ("max-age=99999999999999999999", timedelta(days=1)),
        ("max-age=60, no-cache", None),
        ("no-store", None),
        ("max-age=-1", None),
        ("", None),
    ],
)
def test_how_long_a_page_stays_fresh(server: Server, fetcher: Fetcher, control: str, fresh: timedelta | None) -> None:
    assert fetcher.get(Request(server.page("/a", Cache_Control=control))).fresh == fresh


def test_redirects_are_followed_and_told(server: Server, fetcher: Fetcher) -> None:
    last = server.page("/c")
    server.answer("/b", "308 Permanent Redirect", Location="c")
    answer = fetcher.get(Request(server.answer("/a", "301 Moved Permanently", Location="/b")))
    assert answer.page is not None
    assert (answer.page.final_address, answer.moved, answer.hops) == (last, last, 2)
    assert server.paths() == ["/a", "/b", "/c"]


def test_a_redirect_for_now_is_no_move(server: Server, fetcher: Fetcher) -> None:
    server.page("/c")
    server.answer("/b", "301 Moved Permanently", Location="/c")
    assert fetcher.get(Request(server.answer("/a", "302 Found", Location="/b"))).moved is None
    through = fetcher.get(Request(server.answer("/d", "301 Moved Permanently", Location="/a")))
    assert through.moved == server.url("/a")  # what lies behind is for now only


def test_no_stranger_leads_into_ones_own_network(server: Server, fetcher: Fetcher) -> None:
    for to in ("http://127.0.0.2/", "http://localhost:9/", "http://[::1]:9/", "http://2130706433/", "http://0x7f.1/"):
        assert trouble(fetcher, Request(server.answer("/a", "302 Found", Location=to))) in ("private", "network"), to
    assert trouble(fetcher, Request(server.answer("/a", "302 Found", Location="http://localhost:9/"))) == "private"


def test_what_nobody_asked_for_by_hand_stays_out_of_ones_own_network(server: Server, fetcher: Fetcher) -> None:
    address = server.page("/a")
    assert trouble(fetcher, Request(address, by_hand=False)) == "private"
    assert fetcher.get(Request(address)).page is not None
    assert server.paths() == ["/a"]


def test_a_connection_that_is_kept_lets_no_stranger_in(server: Server, fetcher: Fetcher) -> None:
    server.page("/a")
    named = f"http://localhost:{server.port}/a"
    assert fetcher.get(Request(named)).page is not None
    assert trouble(fetcher, Request(named, by_hand=False)) == "private"
    assert server.paths() == ["/a"]


def test_a_password_goes_to_its_own_site_only(server: Server, fetcher: Fetcher) -> None:
    with Server() as other:
        server.page("/b")
        server.answer("/out", "302 Found", Location=other.page("/c"))
        inside = server.answer("/in", "302 Found", Location="/b")
        fetcher.get(Request(inside.replace("://", "://jo:pa%3Ass@"), login="jo:secret"))
        fetcher.get(Request(server.url("/out"), login="jo:secret"))
        assert [each.headers.get("authorization") for each in server.asked] == ["Basic am86c2VjcmV0"] * 3
        assert [each.headers.get("authorization") for each in other.asked] == [None]


def test_a_login_in_the_address_is_used_and_not_shown(server: Server, fetcher: Fetcher) -> None:
    address = server.page("/a").replace("://", "://jo:geheim@")
    page = fetcher.get(Request(address)).page
    assert server.asked[0].headers["authorization"] == "Basic am86Z2VoZWlt"
    assert page is not None
    assert "geheim" not in f"{page.address} {page.final_address}"
    server.answer("/a", "401 Unauthorized")
    with pytest.raises(NoPageError) as failure:
        fetcher.get(Request(f"{address}?token=s3cr3t"))
    assert "geheim" not in str(failure.value)
    assert "s3cr3t" not in str(failure.value)


def test_no_cookies_are_kept(server: Server, fetcher: Fetcher) -> None:
    address = server.page("/a", Set_Cookie="id=1; Path=/")
    fetcher.get(Request(address))
    fetcher.get(Request(address))
    assert "cookie" not in server.asked[1].headers


def test_a_host_may_be_asked_again_when_its_time_has_come(server: Server, fetcher: Fetcher, clock: Clock) -> None:
    server.answer("/a", "503 Service Unavailable", Retry_After="120")
    assert trouble(fetcher, Request(server.url("/a"))) == "busy"
    server.page("/a")
    assert trouble(fetcher, Request(server.url("/a"))) == "busy"
    clock.now += timedelta(seconds=121)
    assert fetcher.get(Request(server.url("/a"))).page is not None


def test_a_page_that_is_too_large_is_named(server: Server, fetcher: Fetcher) -> None:
    assert trouble(fetcher, Request(server.page("/a", b"x" * (QUICK.largest + 1)))) == "too large"
    assert fetcher.get(Request(server.page("/b", b"x" * QUICK.largest))).page is not None


def test_what_waits_can_be_stopped(server: Server) -> None:
    with Fetcher(Limits(silence=30, total=60)) as fetcher:
        threading.Timer(0.2, fetcher.stop.set).start()
        assert trouble(fetcher, Request(server.url("/silent"))) == "stopped"


def test_a_proxy_of_the_environment_is_used(server: Server, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://me:pw@127.0.0.1:{server.port}")
    monkeypatch.setenv("no_proxy", "near.example")
    server.page("http://far.example:80/a")
    answer = fetcher.get(Request("http://far.example/a"))
    assert answer.page is not None
    assert server.paths() == ["http://far.example:80/a"]
    assert server.asked[0].headers["proxy-authorization"].startswith("Basic ")
    assert trouble(fetcher, Request("http://10.1.2.3/a", by_hand=False)) == "private"


def robots(server: Server, text: str) -> None:
    server.page("/robots.txt", text.encode(), "text/plain")


def test_a_site_that_wants_no_programs_is_heard(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    # Loopback counts as a stranger's host here, or robots.txt could not be asked for without the network.
    monkeypatch.setattr("reader.fetch.network.is_private", lambda number: False)
    monkeypatch.setattr("reader.fetch.client.is_private", lambda number: False)
    robots(server, "User-agent: *\nDisallow: /private\nUser-agent: newsreader\nDisallow: /no")
    server.page("/no/a")
    server.page("/private")
    with Fetcher(QUICK) as fetcher:
        assert trouble(fetcher, Request(server.url("/no/a"), by_hand=False)) == "robots"
        assert fetcher.get(Request(server.url("/private"), by_hand=False)).page is not None
        assert fetcher.get(Request(server.url("/no/a"))).page is not None
    assert server.paths() == ["/robots.txt", "/private", "/no/a"]


def test_a_site_without_robots_txt_lets_everybody_in(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.fetch.network.is_private", lambda number: False)
    monkeypatch.setattr("reader.fetch.client.is_private", lambda number: False)
    server.page("/a")
    with Fetcher(QUICK) as fetcher:
        assert fetcher.get(Request(server.url("/a"), by_hand=False)).page is not None


def test_a_page_that_somebody_opened_is_fetched_whatever_robots_txt_says(server: Server, fetcher: Fetcher) -> None:
    server.page("/robots.txt", b"User-agent: *\nDisallow: /", "text/plain")
    page = server.page("/story")
    with pytest.raises(NoPageError, match="stay away"):
        fetcher.get(Request(page, by_hand=False, trusted="127.0.0.1"))
    assert fetcher.get(Request(page, by_hand=False, opened=True, trusted="127.0.0.1")).page


def test_only_the_host_of_a_trusted_source_is_asked_in_the_persons_own_network(
    server: Server, fetcher: Fetcher
) -> None:
    page = server.page("/story")
    for trusted in ("", "localhost", "courier.example"):
        with pytest.raises(NoPageError, match="own network"):
            fetcher.get(Request(page, by_hand=False, opened=True, trusted=trusted))
    server.answer("/leads", "302 Found", Location=page.replace("127.0.0.1", "127.0.0.2"))
    with pytest.raises(NoPageError, match="own network"):
        fetcher.get(Request(server.url("/leads"), by_hand=False, opened=True, trusted="127.0.0.1"))
    assert fetcher.get(Request(page, by_hand=False, opened=True, trusted="127.0.0.1")).page


def by_itself(server: Server, path: str) -> Request:
    """A page that nobody waits for, at a server on loopback that its feed names."""
    return Request(server.url(path), by_hand=False, trusted="127.0.0.1")


def test_the_rules_of_a_site_are_followed_to_where_they_have_moved(server: Server, fetcher: Fetcher) -> None:
    server.answer("/robots.txt", "301 Moved Permanently", Location="/moved.txt")
    server.page("/moved.txt", b"User-agent: *\nDisallow: /no", "text/plain")
    server.page("/no")
    assert trouble(fetcher, by_itself(server, "/no")) == "robots"
    assert server.paths() == ["/robots.txt", "/moved.txt"]


def test_rules_that_lead_in_circles_are_none(server: Server, fetcher: Fetcher) -> None:
    server.answer("/robots.txt", "302 Found", Location="/robots.txt")
    server.page("/a")
    assert fetcher.get(by_itself(server, "/a")).page
    assert server.paths() == ["/robots.txt"] * 6 + ["/a"]


def test_a_page_is_not_fetched_by_way_of_another_address(server: Server, fetcher: Fetcher) -> None:
    robots(server, "User-agent: *\nDisallow: /no")
    server.answer("/short", "302 Found", Location="/no/a")
    server.page("/no/a")
    assert trouble(fetcher, by_itself(server, "/short")) == "robots"
    assert server.paths() == ["/robots.txt", "/short"]


def test_a_site_whose_rules_are_out_of_reach_is_left_alone_and_asked_again_later(
    server: Server, fetcher: Fetcher, clock: Clock
) -> None:
    server.answer("/robots.txt", "500 Oh")
    server.page("/a")
    for path in ("/a", "/b", "/c"):
        assert trouble(fetcher, by_itself(server, path)) == "server"
    assert server.paths() == ["/robots.txt"], "of many pages one asks"
    robots(server, "User-agent: *\nDisallow: /b")
    clock.now += timedelta(minutes=15)
    assert fetcher.get(by_itself(server, "/a")).page
    assert server.paths() == ["/robots.txt", "/robots.txt", "/a"]
