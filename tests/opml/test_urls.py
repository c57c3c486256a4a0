"""Newsboat's urls file to the letter, and what its lines mean."""

from __future__ import annotations

import pytest

from reader.opml.subscriptions import LONGEST_NAME, Subscription, Subscriptions
from reader.opml.urls import read, write


def test_a_file_has_its_feeds_below_their_folders_and_its_searches_at_the_end() -> None:
    found = Subscriptions(
        (
            Subscription("https://a.example/1", 'The "One"', tags=("two words", "b\\c")),
            Subscription("https://a.example/2 x", folder=("News", "A/B")),
            Subscription("https://a.example/3"),
        ),
        queries=(("Sea", 'tags # "boats"'),),
    )
    assert write(found) == (
        'https://a.example/1 "two words" "b\\\\c" "~The \\"One\\""\n'
        "\n# folder: News/A\\/B\nhttps://a.example/2%20x\n"
        "\n# folder:\nhttps://a.example/3\n"
        '"query:Sea:tags # \\"boats\\""\n'
    )


def test_secrets_are_written_only_where_it_is_asked_for() -> None:
    found = Subscriptions((Subscription("https://jo:pw@a.example/feed?token=secret", "One"),))
    assert "pw" not in write(found) and "secret" not in write(found)
    assert write(found, private=True) == 'https://jo:pw@a.example/feed?token=secret "~One"\n'


@pytest.mark.parametrize(
    ("line", "feed"),
    [
        ("https://a.example/ x y x", Subscription("https://a.example/", tags=("x", "y"))),
        ('https://a.example/ "~A" "~ B "', Subscription("https://a.example/", "B")),
        ('https://a.example/ "~', Subscription("https://a.example/")),
        ('https://a.example/ "a b', Subscription("https://a.example/", tags=("a b",))),
        ('"https://a.example/" "a\\tb\\n"', Subscription("https://a.example/", tags=("a b",))),
        ("  https://a.example/ #x", Subscription("https://a.example/", tags=("#x",))),
        (f'https://a.example/ "~{"t" * 999}"', Subscription("https://a.example/", "t" * LONGEST_NAME)),
        (f"https://a.example/ {'t' * 999}", Subscription("https://a.example/", tags=("t" * LONGEST_NAME,))),
    ],
)
def test_what_stands_behind_an_address_is_its_title_or_a_tag(line: str, feed: Subscription) -> None:
    assert read(line.encode()).feeds == (feed,)


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("exec:~/bin/x", "exec:~/bin/x runs a program"),
        ('"filter:~/bin/x a:https://a.example/"', "filter:~/bin/x a:https://a.example/ runs a program"),
        ("file:///etc/passwd", "file:///etc/passwd is no address on the web"),
        ("x" * 99, f"{'x' * 80} is no address on the web"),
    ],
)
def test_a_line_that_runs_a_program_or_is_no_address_is_named_and_not_taken(line: str, remark: str) -> None:
    found = read(f"{line}\nhttps://a.example/\n".encode())
    assert (found.remarks, [it.address for it in found.feeds]) == ((remark,), ["https://a.example/"])


def test_comments_and_empty_lines_are_nothing_and_a_folder_holds_until_the_next() -> None:
    text = "# x https://off.example/\n\n  # y\n# folder: A / B\nhttps://a.example/1\nhttps://a.example/2\n# folder:\nhttps://a.example/3\n"
    found = read(text.encode())
    assert [(it.address[-1], it.folder) for it in found.feeds] == [("1", ("A", "B")), ("2", ("A", "B")), ("3", ())]
    assert found.remarks == ()
