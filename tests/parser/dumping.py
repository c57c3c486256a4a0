"""What scrapers leave of pages, made by rule: lines, some with empty ones between."""

from __future__ import annotations

from random import Random

from tests.parser.stories import Story, a_byline, a_date, a_name, a_story


def a_dump(rnd: Random) -> str:
    """What a scraper leaves of such a page: lines, some with empty ones between."""
    story = a_story(rnd)
    gap = rnd.choice(("", "\n", "\n"))
    top = [rnd.choice(("Home", "City", "Search", "Menu", "Log in")) for _ in range(rnd.randrange(8))]
    top += ["Advertisement"] if rnd.random() < 0.3 else []
    top += [story.title, *([story.standfirst] if rnd.random() < 0.5 else [])]
    top += (
        [a_byline(rnd, story), rnd.choice(("", "Published ", "Updated: ")) + a_date(rnd, story.day)]
        if rnd.random() < 0.85
        else []
    )
    top += ["Share", "Copy link"] if rnd.random() < 0.3 else []
    caption = f"{story.caption} {rnd.choice(('(Photo: Tom Adeyemi)', '© dpa', 'Foto: ANP', 'Photo credit: NASA'))}"
    top += rnd.choice(
        ([], [caption], [f'<div class="c"><p>{caption}</p></div>', caption], [story.caption, "Photo: AFP"])
    )
    points = [text.split(". ")[0] + "." for text in story.paragraphs[:3]]
    if rnd.random() < 0.25:
        disclosed = ["This summary was created with AI and checked by an editor."] * rnd.randrange(2)
        top += ["Key points", *(f"• {point}" for point in points), *disclosed, ""]
    body = [text + gap for text in story.paragraphs]
    for _ in range(rnd.choice((0, 1, 2, 4))):
        body.insert(rnd.randint(1, len(body)), _between(rnd, story))
    if rnd.random() < 0.1:
        body = [line for at, text in enumerate(body) for line in (f"1{at % 9}:{rnd.randrange(10, 60)}", text)]
    return "\n".join((*top, gap, *body, *_below(rnd, story)))


def _between(rnd: Random, story: Story) -> str:
    quote = story.paragraphs[0].split(". ")[0]
    return rnd.choice(
        (
            "Advertisement - scroll to continue",
            f"Read also: {rnd.choice(story.titles)}",
            f"Related\n{story.titles[0]}\n{story.titles[-1]}\n",
            f"\n{story.titles[-1]}\n",
            quote,
            f"“{quote}”\n— {a_name(rnd)}",
            "- one\n- two of them\n- three",
            "• Steel\n• Stone from the old quay",
            f"> {quote}",
            "Sign up for our newsletter\nBy signing up you agree to our terms",
            f"{story.caption} (Photo: Ana May/AFP)",
            "Stay close to the port\nGet our letter in your inbox",
            f"\nPhoto: Ana May\n{story.caption}\n",
            f"{story.caption}\nPhoto: Ana May",
            f"{story.caption} © dpa\n{story.caption} © dpa",
            "Related:\n" + story.titles[0],
            "x" * 2100,
            "word " * 500,
            "AT&amp;T &lt;said&gt; it had &nbsp; no <b>comment</b>",
        )
    )


def _below(rnd: Random, story: Story) -> list[str]:
    found = []
    for _ in range(rnd.choice((0, 1, 2, 4))):
        found += rnd.choice(
            (
                [f"Additional reporting by {a_name(rnd)}."],
                ["Correction: An earlier version of this article misstated the depth."],
                ["Comments", a_name(rnd), story.standfirst, "Reply", "I like it", "2 replies"],
                ["Most read", *story.titles[:4]],
                ["This article is for our paying subscribers", "Subscribe to continue"],
                [f"© 2026 {story.site}. All rights reserved.", "Terms of use of Harbor Courier", "Privacy policy"],
                ["", "More from City", rnd.choice(story.titles), "", "THE LETTER", "Sign up for our newsletter"],
                [f"{a_name(rnd)} is a reporter for the {story.site} who writes about water."],
                ["Tags: harbor, gate", "Next", "Back to top"],
                ["", "Photo: AFP", story.caption, "", "Most read"],
                ["Comments", story.standfirst, "Related", story.titles[0], "Legal notice", story.standfirst],
            )
        )
    return found
