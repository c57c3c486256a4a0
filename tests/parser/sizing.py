"""Pages whose lines are as long as what bounds them, as far apart, and as many; one less, and one more."""

from __future__ import annotations

from random import Random

from tests.parser.stories import Story

SIZES = (
    *(3, 11, 12, 13, 16, 17, 19, 20, 21, 25, 26, 39, 40, 41, 59, 60, 61, 69, 70, 71, 79, 80, 81, 99, 100, 101, 119, 120, 121, 139, 140, 141),
    *(149, 150, 151, 159, 160, 161, 199, 200, 201, 239, 240, 241, 249, 250, 251, 299, 300, 301, 319, 320, 321, 399, 400, 401, 419, 420, 421),
    *(499, 500, 501, 599, 600, 601),
)  # fmt: skip
STEPS = (*range(17), 19, 20, 21, 24, 29, 30, 31, 59, 60, 61)
"""Lines between two others."""
COUNTS = range(16)
_WORDS = "gate water stone keeper morning harbor winter letter engine silence carpenter tide".split()


def sized(size: int, begin: str = "", end: str = "", turn: int = 0) -> str:
    """Words between a beginning and an end, so many characters in all."""
    made = begin
    while len(made) + len(end) < size:
        made += _WORDS[turn % len(_WORDS)] + " "
        turn += 1
    made = made[: max(len(begin), size - len(end))]
    return (made[:-1] + "s" if made.endswith(" ") else made) + end


def a_book(paragraphs: int) -> list[str]:
    """Paragraphs of prose, every third of them a line of dialogue."""
    rnd = Random(paragraphs)
    words = (
        f"{' '.join(_WORDS)} the a of to in and she he was that it had with for his her at on said not there".split()
    )

    def sentence() -> str:
        return " ".join(rnd.choices(words, k=rnd.randint(4, 22))).capitalize() + rnd.choice("..?!")

    return [" ".join(sentence() for _ in range(rnd.choice((1, 1, 2, 3, 5, 8)))) for _ in range(paragraphs)]


def a_head(size: int, story: Story) -> str:
    """What stands over a story, all of it of one length."""
    body = "".join(f"<p>{text}</p>" for text in story.paragraphs[:3])
    return (
        f'<html><head><title>{sized(size, turn=3)} | {story.site}</title><meta name="description" content="{sized(size, turn=5)}">'
        f'<meta property="og:site_name" content="{story.site}"></head><body><article><h1>{sized(size, turn=3)}</h1>'
        f'<h2>{sized(size, turn=4)}</h2><p class="intro">{sized(size, turn=5)}</p>'
        f"<p>{sized(size, 'By Nora Whitfield, ', turn=1)}</p><p>{sized(size, 'Published 3 March 2026 ')}</p>"
        f"<p>{sized(size, 'Updated 4 March 2026. ')}</p>{body}<p>{sized(size, 'Written by Tom Adeyemi ')}</p></article></body></html>"
    )


def a_body(size: int, story: Story) -> str:
    """What stands among paragraphs and after them."""
    first, second, last = (story.paragraphs * 3)[:3]
    return (
        f"<html><body><article><h1>{story.title}</h1><p>{first}</p><figure><img src=a.png><figcaption>{sized(size)}</figcaption></figure>"
        f"<p>{second}</p><p>{second[:size]}</p><p class='pull-quote'>{last[:size]}</p><p><a href=x>{sized(size, 'Read also: ')}</a></p>"
        f"<p>{sized(size, 'Correction: ', turn=2)}</p><p>{sized(size, 'Additional reporting by Ana May ')}</p><p>{last}</p>"
        f"<div class=box><h3>{sized(size, turn=6)}</h3><p>{sized(size, 'Sign up for our newsletter, by signing up you agree to our terms ')}</p></div>"
        f"<blockquote><p>{second}</p><footer>{sized(size, '— Tom Adeyemi ')}</footer></blockquote><table><tr><td>a</td><td>{sized(size)}</td></tr>"
        f"<tr><td>b</td><td>c</td></tr></table><p>{last} {first}</p><h4>{sized(size, turn=8)}</h4>"
        f"<p>{sized(size, 'Already a subscriber? ')}</p><h3>Most read</h3><p><a href=y>{sized(size, turn=9)}</a></p></article>"
        f"<div class=foot><p>{sized(size, '© 2026 ')}</p></div></body></html>"
    )


def a_text(size: int, story: Story) -> str:
    """Lines of a scraped text."""
    first, second, last = (story.paragraphs * 3)[:3]
    return "\n".join(
        (
            *(
                "Home",
                sized(size, turn=3),
                sized(size, end=".", turn=5),
                sized(size, "By Nora Whitfield "),
                sized(size, "3 March 2026 "),
            ),
            *(
                "",
                sized(size, end=" (Photo: Ana May)"),
                first,
                "",
                sized(size, turn=6),
                "",
                second,
                second[:size],
                sized(size, "Read also: "),
            ),
            *(
                sized(size, "Correction: "),
                last,
                sized(size, "“", "”"),
                "— Tom Adeyemi",
                "",
                "Related",
                sized(size, turn=7),
                "",
                first + " " + last,
            ),
            *(
                sized(size, "Additional reporting by Ana May "),
                sized(size, "Subscribe to continue ", turn=2),
                "Comments",
                sized(size, turn=8),
            ),
            *(
                sized(size, "Get our letter in your inbox "),
                "Most read",
                sized(size, turn=9),
                sized(size, "© 2026 Harbor Courier. "),
            ),
        )
    )


def a_summary(size: int, story: Story) -> str:
    """A publisher's summary, its points and what tells how it was made."""
    points = "".join(f"<li>{sized(size, turn=turn)}</li>" for turn in range(3))
    told = sized(size, "This summary was written by AI ")
    return (
        f"<html><body><h1>{story.title}</h1><div><p>Key points</p><p>{sized(size)}</p><p>{told}</p></div><p>{story.paragraphs[0]}</p>"
        f"<h3>At a glance</h3><ul>{points}</ul><p>{told}</p><p>{story.paragraphs[-1]}</p></body></html>"
    )


def _apart(steps: int, tag: str = "p") -> str:
    return "".join(f"<{tag}>{_WORDS[step % 12]} {step}</{tag}>" for step in range(steps))


def under(steps: int, story: Story) -> str:
    """Who wrote it and when stands so far under the headline."""
    body = "".join(f"<p>{text}</p>" for text in story.paragraphs[:3])
    return (
        f"<html><body><h1>{story.title}</h1>{_apart(steps)}<p>By Nora Whitfield</p>{_apart(steps, 'h4')}<p>3 March 2026</p>{body}"
        f"{_apart(steps)}<div class=x><p>Correction: An earlier version of this article said six.</p></div></body></html>"
    )


def over(steps: int, story: Story) -> str:
    """Who wrote it and when stands so far over the headline, and a wall so far behind the story."""
    body = "".join(f"<p>{text}</p>" for text in story.paragraphs[:3])
    return (
        f"<html><body><p>3 March 2026</p><p class=author>Nora Whitfield</p>{_apart(steps)}<h1>{story.title}</h1>"
        f"<figure><img src=a.png><figcaption>{story.caption}</figcaption></figure>{_apart(steps)}<article>{body}</article>"
        f"{_apart(steps)}<p>Already a subscriber? Sign in to continue reading</p></body></html>"
    )


def between(steps: int, story: Story) -> str:
    """What is said twice stands so far apart, dates and names in elements too, and the page has a claim."""
    first, second, last = (story.paragraphs * 3)[:3]
    return (
        f'<html><head><title>{story.title}</title><meta name=author content="Nora Whitfield"></head><body><h2>{story.titles[-1]}</h2>'
        f"{_apart(steps, 'p class=date')}<h1>{story.title}</h1>{_apart(steps, 'p class=time')}<span class=date>3 March 2026</span>"
        f"<p>{first}</p>{_apart(steps, 'p itemprop=x')}<span class=byline>Tom Adeyemi</span><p>{second}</p><p>{second.split('. ')[0]}</p>"
        + "".join(f"<p>{first} {step}</p>" for step in range(steps % 17))
        + f"<p>{last} {second}</p></body></html>"
    )


def lines_apart(steps: int, story: Story) -> str:
    """The same in scraped text."""
    first, second, last = (story.paragraphs * 3)[:3]
    apart = [f"{_WORDS[step % 12]} {step}" for step in range(steps)]
    return "\n".join(
        (
            *(
                story.titles[-1],
                "3 March 2026",
                *apart,
                story.title,
                *apart[:14],
                "By Nora Whitfield",
                *apart[: steps // 2],
                f"{story.caption} (Photo: AFP)",
            ),
            *(
                *apart[:9],
                "",
                first,
                "",
                second,
                *apart[:4],
                second.split(". ")[0],
                *([first] * (steps % 14)),
                last + " " + second,
                *apart,
            ),
            *(
                "Correction: An earlier version said six.",
                *apart[:7],
                "Subscribe to continue reading",
                "Comments",
                *apart[:3],
                last,
                "Most read",
                *story.titles[:3],
            ),
        )
    )


def so_many(count: int, story: Story) -> str:
    """So many points, entries, names, rows and items."""
    points = "".join(f"<li>{sized(50, turn=turn)}.</li>" for turn in range(count))
    names = " and ".join(f"Nora {letter}hitfield" for letter in "WABCDEFGHIJKLMNO"[: count % 7])
    entries = "".join(
        f"<h4>1{turn % 9}:{turn + 10}</h4><p>{(story.paragraphs * 16)[turn]} {turn}</p>" for turn in range(count % 6)
    )
    rows = "".join(f"<tr>{'<td>x</td>' * (1 + count % 3)}</tr>" for _ in range(count % 5))
    listed = "".join(
        f'<div class="item"><span class="author">Ana {name}</span></div>'
        for name in ("May", "Roe", "Doe", "Poe", "Noe")[: count % 6]
    )
    return (
        f"<html><body><h1>{story.title}</h1>{'<h1>Other</h1>' * (count % 4)}<p>By {names}</p><div><h3>Key points</h3><ul>{points}</ul></div>"
        f"<p>{story.paragraphs[0]}</p>{entries}<table>{rows}</table><p>{story.paragraphs[-1]}</p>{sized(100, '<p>Already a subscriber? ', '</p>') * (count % 6)}{listed}{'<p>(' * count}x</body></html>"
    )


def lines_so_many(count: int, story: Story) -> str:
    """The same in scraped text."""
    points = [f"• {sized(50, turn=turn)}." for turn in range(count)]
    entries = [
        line for turn in range(count % 6) for line in (f"1{turn % 9}:{turn + 10}", f"{story.paragraphs[0]} {turn}")
    ]
    return "\n".join(
        (
            story.title,
            "Key points",
            *points,
            "",
            *story.paragraphs,
            *entries,
            *(["Most read"] * (count % 3)),
            *story.titles[: count % 6],
        )
    )
