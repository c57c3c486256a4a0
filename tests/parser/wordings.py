"""Lines and bytes made by rule, for what reads one line or one file: bylines, dates, titles, captions, encodings, notes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from reader.parser import bylines, captions, datelines, digest, furniture, scrape, signed, titles
from reader.parser.datesigns import order_shown
from reader.parser.heads import Said
from reader.parser.line_bylines import among_lines, segments
from reader.parser.structured import Claims
from reader.parser.topmatter import Sign
from reader.parser.vocabulary import name_kinds
from reader.text.dates import Order, find_dates, read_date
from tests.parser import stories

_ODD_NAMES = (
    "nora", "NORA WHITFIELD", "N. Whitfield", "Whitfield, Nora", "Dr. Nora Whitfield", "Nora (Ines) Whitfield", "Theresa May", "May 2026",
    "Nora de la Cruz", "the Harbor Post", "Harbor Post", "Nora Whitfield Daily Post", "Head of Marketing", "Monday", "Nora W", "user7", "nora@post.example",
    "Reviewed by Nora Whitfield", "Nora Whitfield, reviewed by Ana May", "Fotos: Ana May", "Nora Whitfield for the Post", "AP/AFP", "mwa/dpa/x",
    "Staff and wire reports", "Nora Whitfield March 3, 2026", "Nora Whitfield Monday", "Nora Whitfield 5 min read", "李明", "Αννα Παππά",
    "Nora Whitfield and Ana May, MD, and the team", "a b c d e f g Whitfield", "X", "Mr. Aldo Brandt Staff Writer", "Editor", "Privacy policy", "Ana May Jr.",
)  # fmt: skip


def _name_lines() -> list[str]:
    made = [*_ODD_NAMES, *(f"By {name}" for name in _ODD_NAMES)]
    for number in range(150):
        rnd = Random(f"byline {number}")
        story = stories.a_story(rnd, "en")
        line = stories.a_byline(rnd, story)
        made.append(
            line if rnd.random() < 0.8 else f"{rnd.choice(_ODD_NAMES)}{rnd.choice((', ', ' and ', ' | ', ' '))}{line}"
        )
    return [*dict.fromkeys(made)]


def names() -> dict[str, str]:
    """Whom bylines name."""
    found = {}
    for line in _name_lines():
        rest, labeled = bylines.without_label(line)
        kinds = "".join(
            "pnto"[at]
            for at, it in enumerate(
                (bylines.person(line), bylines.newsroom(line), bylines.trade(line), bylines.only_label(line))
            )
            if it
        )
        found[f"[{line}]"] = (
            f"{bylines.names(line)} claimed {bylines.claimed(line)} account {bylines.account(rest)} others {bylines.others(line)} "
            f"parts {segments(line)} {'by' * labeled} {kinds} {bylines.plausible(rest)}{bylines.plausible(rest, cased=False)}"
        )
    return found


def signings() -> dict[str, str]:
    """Whom a few lines around a headline name."""
    found = {}
    more = (
        "By",
        "Von",
        "Share",
        "and",
        "Staff Writer",
        "The gate closes",
        "5 min read",
        "Ana May",
        "AFP",
        "About the author",
        "Author: Nora May",
        "",
        "Written by",
    )
    for number in range(120):
        rnd = Random(f"signing {number}")
        story = stories.a_story(rnd, "en")
        lines = [
            rnd.choice(
                (stories.a_byline(rnd, story), stories.a_date(rnd, story.day), stories.a_name(rnd), *more, *more)
            )
            for _ in range(6)
        ]
        top = rnd.randrange(-1, 4)
        said: dict[int, Said] = {}
        among = among_lines(lines, said, top if top >= 0 else None)
        found[f"[{' / '.join(lines)}]"] = (
            f"{among} {said} signed {[*signed.signed_lines(lines, top)]} labeled {[*signed.labeled_lines(lines)]}"
        )
    return found


_BEFORE = (
    "",
    "",
    "Published ",
    "Updated: ",
    "Last updated ",
    "Posted on ",
    "Zuletzt aktualisiert ",
    "Publié le ",
    "Originally published ",
    "Stand: ",
    "By Ana May, ",
)
_BEHIND = (
    "",
    "",
    " | Updated ",
    " · 5 min read",
    ", published ",
    ". The gate closed. It was late that day.",
    " (first published ",
    " and so on for many words that say nothing at all of it, more or less, as it goes",
)


_ORDERS: tuple[Order | None, ...] = (None, "day", "month")


def dates() -> dict[str, str]:
    """Which days lines tell, and whether of publication or of a change."""
    found = {}
    for number in range(170):
        rnd = Random(f"date {number}")
        day = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=rnd.randrange(500_000))
        behind = rnd.choice(_BEHIND)
        line = f"{rnd.choice(_BEFORE)}{stories.a_date(rnd, day)}{behind}"
        line += (
            stories.a_date(rnd, day + timedelta(days=rnd.choice((0, 1, 40)))) if behind.endswith(("d ", "ed ")) else ""
        )
        lines = [
            *(("Published", "Updated")[number % 2 :][:1] if number % 5 == 0 else []),
            line,
            stories.a_date(rnd, day),
        ][: 1 + number % 3]
        order: Order | None = rnd.choice(_ORDERS)
        published, updated, used = datelines.from_lines(lines, order)
        found[f"[{' / '.join(lines)}] {order or 'either'}"] = _days(
            published, updated, *used, datelines.originally(lines, order), datelines.labeled(lines, order), datelines.lone(lines, order),
            sorted(datelines.changed_days(lines, order)), datelines.beside_dates(line), [(it.start, it.end, it.timed) for it in find_dates(line, order)],
            read_date(line, order),
        )  # fmt: skip
    for text in (
        '"datePublished":"2026-03-02"',
        "pubdate = '2026-03-02T10:00Z'",
        "article_date:&quot;2026-03-02&quot;",
        "publish: 2026",
        'published_at": "2026-3-2"',
    ):
        found[f"[{text}]"] = _days(datelines.told(text, None), datelines.told("publish " * 3 + text, None))
    for url in (
        "https://a.example/2026/03/02/x",
        "https://a.example/2026-03-02-x.html",
        "https://a.example/20260302/x",
        "https://a.example/2026/3/x",
        "https://a.example/13/14/2026",
    ):
        found[f"[{url}]"] = _days(datelines.from_address(url))
    for said, host in (
        ("en-US", None),
        ("en_GB", None),
        ("de", None),
        ("en", "https://a.co.uk/"),
        ("", "https://a.gov/"),
        ("en", "https://[x"),
        ("", None),
        ("en-CA", None),
    ):
        found[f"[order of {said} {host}]"] = str(datelines.order_of(said, host))
    return found


def orders() -> dict[str, str]:
    """Whether day or month comes first in dates of numbers, going by all of a page's."""
    found = {}
    said = (
        "13/02/2026",
        "02/13/2026",
        "03/03/2026",
        "03/04/2026",
        "March 3, 2026 or 03/03/2026",
        "4 March 2026",
        "March 4, 2026",
        "2026-03-04",
        "04.03.2026",
        "x",
    )
    for number in range(60):
        rnd = Random(f"order {number}")
        lines = [rnd.choice(said) for _ in range(rnd.randint(1, 4))]
        signs = [
            Sign("date", rnd.choice(said), 2.0, rnd.choice(("", "2026-04-03", "2026-03-04T10:00:00Z", "x")), place=at)
            for at in range(rnd.randrange(3))
        ]
        found[f"order {number}"] = f"{order_shown(lines, signs)} {lines} {[(it.text, it.value) for it in signs]}"
    return found


def _days(*values: object) -> str:
    told = " ".join(str(it) for it in values)
    for long in (
        "datetime.datetime",
        "datetime.date",
        ", tzinfo=datetime.timezone.utc",
        "tzinfo=datetime.timezone.utc",
    ):
        told = told.replace(long, "")
    return told.replace(":00+00:00", "")


def headlines() -> dict[str, str]:
    """Which of several claims and headings is the headline."""
    found = {}
    for number in range(90):
        rnd = Random(f"title {number}")
        story = stories.a_story(rnd, "en")
        words = story.title.split()
        variants = (
            story.title,
            " ".join(words[:4]),
            f"{story.title} – {story.site}",
            f"{story.site}: {story.title}",
            story.titles[-1],
            story.site,
            words[0],
            "News",
            f"{words[0]} | Home | {story.site}",
        )
        claims = Claims(rnd.choice(variants))
        for name in ("og:title", "twitter:title", "og:site_name", "application-name"):
            if rnd.random() < 0.5:
                claims.meta[name] = [story.site if "name" in name else rnd.choice(variants)]
        if rnd.random() < 0.4:
            claims.article = {"headline": rnd.choice(variants), "publisher": {"name": story.site}}
        headings = [rnd.choice(variants) for _ in range(rnd.randrange(4))]
        lesser = [rnd.choice(variants) for _ in range(rnd.randrange(3))]
        url = rnd.choice(
            (None, "https://www.harborcourier.example/x", "https://news.daily-post.co.uk/", "https://fo.example/")
        )
        chosen = titles.choose(claims, headings, url, lesser)
        found[f"title {number}"] = (
            f"“{chosen}” {titles.host(url)} {titles.site_names(claims)} {titles.shared(variants[1], variants[4]):.3f}"
        )
    return found


_FURNITURE = (
    "Advertisement", "Read also: A pier", "Related", "Most read", "More from City", "Sign up for our newsletter", "2 comments", "© 2026 Harbor Courier", "Share", "Menu", "Weiterlesen mit",
    "Correction: The gate has six leaves.", "This article was updated to correct the depth.", "Additional reporting by Ana May.", "With files from AFP", "Read more »", "RELATED | The pier", "Lire aussi : La mer",
    "Ana May is a reporter for the Post who writes about water", "Enter your email", "We use cookies", "Opinion", "関連記事「港」", "Tags: gate", "Updated", "Mitarbeit: Ana May", "An earlier version of this post said six.",
)  # fmt: skip
_CAPTIONS = (
    "The gate at dusk. (Photo: Tom Adeyemi/AFP)", "The gate at dusk. Photo: Tom Adeyemi", "The gate at dusk © dpa", "The gate | Foto: ANP", "REUTERS/Ana May", "The gate - Getty Images", "The gate (AP Photo/Ana May)", "Photo by Ana May",
    "The gate: a picture of it", "The gate [Image: NASA]", "The gate. Image credit: NASA.", "© Ana May", "A photo: nothing more", "The gate – photo: of it", "((((((((The gate (Photo: A B)", "(((((The gate (Photo: A B)", "((((((The gate (Photo: A B)", "The gate (Photo: )", "The gate. Photo courtesy: The Post and all those who stood by it on that day and on the next one too",
    "The gate / Bild: dpa", "The gate — ANSA", "The gate (photo: ana may)", "Crédit photo : AFP", "The gate. Photo: @ana",
)  # fmt: skip


def lines() -> dict[str, str]:
    """What single lines are: furniture, notes, labels, captions, summaries' labels."""
    found = {}
    for text in (
        *_FURNITURE,
        *_CAPTIONS,
        "Key points",
        "Auf einen Blick:",
        "Show summary",
        "The story",
        "AI summary",
        *("x" * 700 + it for it in _CAPTIONS[:2]),
    ):
        found[f"[{text[-80:]}]"] = (
            f"{furniture.reason(text)} note {furniture.note_kind(text)} label {furniture.related_label(text)} caption {captions.split(text)} "
            f"invites {furniture.invites(text.lower())} {furniture.asks_consent(text.lower())} summary {digest.is_label(text)}"
        )
    for names in (
        "entry-content",
        "relatedStories",
        "sidebar_2",
        "comment-list",
        "author-box",
        "post-body",
        "x y z",
        "has-sidebar",
        "newsletter-signup article",
        "commentary",
        "story__text",
    ):
        found[f"[called {names}]"] = bin(name_kinds(names))
    return found


def digests() -> dict[str, str]:
    """The publisher's own summary among lines."""
    found = {}
    parts = (
        "Key points",
        "Auf einen Blick",
        "• Steel is dear.",
        "- Stone is not.",
        "",
        "A paragraph of the story itself, " * 8,
        "This summary was generated by AI.",
        "Made with AI; not reviewed by anyone.",
        "Erstellt mit KI, geprüft von der Redaktion.",
        "Show less",
        "Share",
    )
    for number in range(70):
        rnd = Random(f"digest {number}")
        lines = [rnd.choice(parts) for _ in range(rnd.randint(3, 12))]
        lines.insert(rnd.randrange(3), rnd.choice(parts[:2]))
        summary, used = digest.digest(scrape.outline("\n".join(lines)).pieces)
        found[f"digest {number}"] = (
            f"{sorted(used)} {summary and (summary.label, len(summary.text or ''), summary.ai, summary.reviewed)}"
        )
    return found


TABLES = {
    "names": names,
    "signings": signings,
    "dates": dates,
    "orders": orders,
    "headlines": headlines,
    "lines": lines,
    "digests": digests,
}
