"""Pages made by rule: a story, and around it what pages set there, in ever other orders.

Nothing is said of how such a page has to be read; that is pinned, and the scores of tests/bench say whether it is right.
"""

from __future__ import annotations

import json
from datetime import timedelta
from random import Random

from tests.parser.stories import Story, a_byline, a_date, a_name, a_story, people_said


def head(rnd: Random, story: Story) -> str:
    """What the page says for machines."""
    url, some = "https://www.harbor-courier.example/city/story", rnd.random
    apart = rnd.choice((" | ", " - ", " – ", " :: ", ": "))
    titled = rnd.choice((story.title, f"{story.title}{apart}{story.site}", f"{story.site}{apart}{story.title}"))
    made = [f"<title>{titled}</title>"] if some() < 0.95 else []
    for name, content, share in (
        ("og:title", rnd.choice((story.title, titled, story.titles[-1])), 0.6),
        ("og:site_name", story.site, 0.6),
        ("og:description", rnd.choice((story.standfirst, story.paragraphs[0])), 0.5),
        ("author", people_said(rnd, story.people), 0.35),
        (rnd.choice(("article:author", "parsely-author", "twitter:data1", "byl")), people_said(rnd, story.people), 0.2),
        ("twitter:label1", "Written by", 0.2),
        (rnd.choice(("article:published_time", "date", "dc.date", "w-published-date")), story.day.isoformat(), 0.45),
        (
            rnd.choice(("article:modified_time", "lastmod")),
            (story.day + timedelta(days=rnd.choice((0, 2)))).isoformat(),
            0.25,
        ),
        ("article:section", "City", 0.3),
        ("og:locale", rnd.choice((story.language, "en_US", "en_GB")), 0.2),
        ("og:url", url, 0.2),
    ):
        key = "property" if ":" in name else "name"
        made += [f'<meta {key}="{name}" content="{content}">'] if some() < share else []
    made += [f'<link rel="canonical" href="{rnd.choice((url, "/city/story", "//[x"))}">'] if some() < 0.4 else []
    made += [_linked_data(rnd, story)] if some() < 0.45 else []
    if some() < 0.2:
        made.append(
            f'<script>var page = {{"author": "{people_said(rnd, story.people)}", "published_at": "{story.day:%Y-%m-%d}"}}</script>'
        )
    rnd.shuffle(made)
    return f"<head>{''.join(made)}<style>p {{}}</style></head>"


def _linked_data(rnd: Random, story: Story) -> str:
    people: object = [{"@type": "Person", "name": name} for name in story.people]
    nodes: list[dict[str, object]] = []
    match rnd.randrange(4):
        case 0:
            people = ", ".join(story.people)
        case 1 if story.people:
            people = {"@id": "#a"}
            nodes.append({"@id": "#a", "@type": "Person", "name": story.people[0]})
    article = {
        "@type": rnd.choice(
            ("NewsArticle", "BlogPosting", ["Article", "Thing"], "http://schema.org/ReportageNewsArticle", "WebPage")
        ),
        "headline": rnd.choice((story.title, story.titles[0])),
        "author": people,
        "datePublished": story.day.isoformat(),
        "dateModified": (story.day + timedelta(hours=rnd.choice((-3, 5)))).isoformat(),
        "publisher": {"@type": "Organization", "name": story.site},
        "articleBody": " ".join(story.paragraphs),
        "articleSection": rnd.choice(("City", ["Port", "City"])),
        "description": story.standfirst,
        "inLanguage": story.language,
    }
    for key in rnd.sample(sorted(article), rnd.randint(0, 6)):
        if key != "@type":
            del article[key]
    nodes.insert(rnd.randrange(len(nodes) + 1), article)
    whole: object = rnd.choice((article, nodes, {"@graph": nodes}))
    text = json.dumps(whole, ensure_ascii=False)
    wrapped = rnd.choice(("{}", "<!-- {} -->", "//<![CDATA[\n{}\n//]]>", "{};"))
    return f'<script type="application/ld+json">{wrapped.format(text) if wrapped != "{}" else text}</script>'.replace(
        "{}", ""
    )


def _link(text: str, address: str = "/x") -> str:
    return f'<a href="{address}">{text}</a>'


def menu(rnd: Random, story: Story) -> str:
    """A menu, at the top or the foot."""
    items = "".join(
        f"<li>{_link(word)}</li>"
        for word in rnd.sample("Home City Opinion Sport Weather Search Menu Login Jobs".split(), 6)
    )
    return rnd.choice(
        (
            '<nav class="main-nav"><ul>{}</ul></nav>',
            '<div class="menu" role="navigation"><ul>{}</ul></div>',
            "<ul>{}</ul>",
        )
    ).format(items)


def signed(rnd: Random, story: Story) -> str:
    """Elements that name authors and dates."""
    name = people_said(rnd, story.people)
    by = rnd.choice(
        (
            f'<div class="byline">{a_byline(rnd, story)}</div>',
            f'<span class="author-name">{name}</span>',
            f"<p>By {_link(name, '/author/x')}</p>",
            f'<a rel="author" href="/people/x/">{name}</a>',
            f'<span itemprop="author" itemscope><span itemprop="name">{name}</span></span>',
            "".join(
                f'<div class="authors"><a class="author" href="/staff/x/">{each}</a></div>' for each in story.people
            ),
            f"<p>{a_byline(rnd, story)}</p>",
            f'<div class="post-author"><span>By</span> <b>{name}</b></div>',
            "",
        )
    )
    said = a_date(rnd, story.day)
    date = rnd.choice(
        (
            f'<time datetime="{story.day.isoformat()}" pubdate>{said}</time>',
            f"<time>{said}</time>",
            f'<span class="published-date">{said}</span>',
            f'<div class="date">Updated {said}</div>',
            f'<p class="timestamp">Published {said} | Last updated {a_date(rnd, story.day + timedelta(days=1))}</p>',
            f'<span itemprop="datePublished" content="{story.day:%Y-%m-%d}">{said}</span>',
            f"<p>{said}</p>",
            "",
        )
    )
    made = [by, date]
    rnd.shuffle(made)
    return rnd.choice(("{}{}", '<div class="meta">{} {}</div>', "<header>{}{}</header>")).format(*made)


def figure(rnd: Random, story: Story) -> str:
    """A picture with its caption and credit."""
    credit = rnd.choice(("Photo: Tom Adeyemi", "(Photo: AFP)", "© dpa", "REUTERS/Ana May", "Foto: ANP", ""))
    return rnd.choice(
        (
            f'<figure><img src="/a.jpg" alt="x"><figcaption>{story.caption} {credit}</figcaption></figure>',
            f'<figure><img data-src="//cdn.example/a.jpg"><figcaption>{story.caption}<span class="credit">{credit}</span></figcaption></figure>',
            f'<div class="media-caption"><img src="a.png"><p>{story.caption} {credit}</p></div>',
            '<figure><img src="https://x.example/b.jpg"></figure>',
            f"<figure><p>{story.caption}</p><p>{credit}</p></figure>",
        )
    )


def box(rnd: Random, story: Story) -> str:
    """What stands between paragraphs and is none."""
    other = rnd.choice(story.titles)
    return rnd.choice(
        (
            '<div class="ad">Advertisement</div>',
            "<p>Advertisement - scroll to continue</p>",
            f"<p>Read also: {_link(other, '/other')}</p>",
            f"<p><strong>{_link('Related: ' + other)}</strong></p>",
            f'<aside class="related"><h3>More stories</h3><ul><li>{_link(other)}</li><li>{_link(story.titles[0])}</li></ul></aside>',
            '<div class="newsletter-signup"><h4>Stay close to the port</h4><p>Sign up for our newsletter. By signing up you agree to our terms.</p></div>',
            "<h3>Never miss a tide</h3><p>Get our daily letter in your inbox. By subscribing you accept our privacy policy.</p>",
            '<div class="share-bar"><a href="#">Share on Facebook</a> <a href="#">Copy link</a></div>',
            f'<blockquote class="pull-quote">{story.paragraphs[0].split(". ")[0]}</blockquote>',
            f"<h2>{story.titles[-1]}</h2>",
            f"<blockquote><p>“{story.paragraphs[-1]}”</p><footer>— {a_name(rnd)}</footer></blockquote>",
            f'<blockquote class="tweet"><p>{story.standfirst}</p>— {a_name(rnd)} (@x) March 3, 2026</blockquote>',
            "<ul><li>Steel, 40 tons of it, and what it takes to lift</li><li>Stone from the old quay</li></ul>",
            "<ol><li>First the gate closes</li><li>Then the water turns<ul><li>at once</li></ul></li></ol>",
            "<table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>4</td></tr><tr><td>Tuesday</td><td>11</td></tr></table>",
            "<pre>gate --close  42\n  --slowly</pre>",
            '<div class="cookie-consent"><p>We use cookies to make this better. Accept all</p></div>',
            f"<div hidden><p>{story.paragraphs[-1]}</p></div>",
            f'<div style="color: red; display: none"><p>{story.paragraphs[0]}</p><p>{other}</p></div>',
            f'<div aria-hidden="true"><p>{story.standfirst} {story.standfirst} {story.standfirst}</p></div>',
            f'<div role="complementary"><p>{story.paragraphs[-1]}</p></div>',
            f'<div class="promo"><h3>{other}</h3><div class="ads"><p>Advertisement</p></div></div>',
            f'<div class="box"><b>{other}</b><p>Get our newsletter. By signing up you accept our terms.</p><p>{_link("Read also: " + other)}</p></div>',
            f"<p>{story.caption} (Photo: AFP)</p>",
            f'<p class="pull-quote">{story.paragraphs[0].split(", ")[0]}</p>',
            f"<p>{story.paragraphs[0].split('. ')[0]}</p>",
        )
    )


def foot(rnd: Random, story: Story) -> str:
    """What stands after the story."""
    return rnd.choice(
        (
            f"<p><em>Additional reporting by {a_name(rnd)}.</em></p>",
            "<p>Correction: An earlier version of this article said that the gate had four leaves.</p>",
            f'<div class="author-box"><p>{a_name(rnd)} is a reporter for the {story.site} who writes about water.</p></div>',
            f'<section id="comments"><h3>2 comments</h3><div class="comment"><p>{story.standfirst}</p><a href="#">Reply</a></div><p>{story.paragraphs[0]}</p></section>',
            f'<section class="trending"><h2>Most read</h2>{"".join(f"<p>{_link(title)}</p>" for title in story.titles[:4])}</section>',
            "<p>This article is for our paying subscribers. Subscribe to continue reading.</p>",
            '<div class="paywall"><p>Already a subscriber? Sign in to continue reading</p></div>',
            "<p>Tags: harbor, gate, winter</p>",
            f'<div class="comment-list"><div><div><span class="author-name">{a_name(rnd)}</span> <time>{a_date(rnd, story.day)}</time></div><p>{story.standfirst}</p></div></div>',
            f'<div class="teasers"><div><p><span class="author">{a_name(rnd)}</span></p><p><span class="date">{a_date(rnd, story.day)}</span></p></div></div>',
            f'<div class="authors"><div><a class="author" href="/staff/x/">{a_name(rnd)}</a></div><div><a class="author" href="/staff/y/">{a_name(rnd)}</a></div></div>',
            f"<p>Written by {a_name(rnd)}, first published on {a_date(rnd, story.day)}</p>",
            f"<p>About the author: {a_name(rnd)}</p><p>{story.site} © {a_name(rnd)}</p>",
            f"<footer><p>© 2026 {story.site}. All rights reserved.</p><p>{_link('Privacy policy')} {_link('Terms of use')}</p></footer>",
        )
    )


def summary(rnd: Random, story: Story) -> str:
    """The publisher's own summary."""
    points = "".join(f"<li>{text.split('. ')[0]}.</li>" for text in story.paragraphs[:3])
    told = rnd.choice(
        (
            "",
            "<p>This summary was generated by AI and reviewed by an editor.</p>",
            "<p>Written with AI, not reviewed.</p>",
        )
    )
    return f'<div class="box"><h3>{rnd.choice(("Key points", "Auf einen Blick", "AI summary", "The story"))}</h3><ul>{points}</ul>{told}</div>'


def live(rnd: Random, story: Story) -> str:
    """A live blog's entries."""
    return "".join(
        f"<h3>{20 - at}:{rnd.randrange(10, 60)}</h3><p>{text}</p>" for at, text in enumerate(story.paragraphs)
    )


def _marked(rnd: Random, text: str) -> str:
    """A paragraph with a link or an emphasis somewhere."""
    words = text.split(" ")
    at = rnd.randrange(len(words))
    how = rnd.choice(
        (
            "{}",
            "{}",
            '<a href="/people/x">{}</a>',
            "<em>{}</em>",
            "<b>{}</b>",
            "<i>{}</i>&nbsp;",
            "{}<br><br>",
            "{}<br>",
        )
    )
    words[at] = how.format(words[at])
    return " ".join(words)


def a_page(rnd: Random) -> str:
    """A whole page as HTML."""
    story = a_story(rnd)
    body = [
        rnd.choice(("<p>{}</p>", "<p>{}</p>", "<p>{}</p>", "<div>{}</div>")).format(_marked(rnd, text))
        for text in story.paragraphs
    ]
    if rnd.random() < 0.08:
        body = [live(rnd, story)]
    for _ in range(rnd.choice((0, 1, 2, 3, 5))):
        body.insert(rnd.randint(1, len(body)), rnd.choice((box, box, box, figure))(rnd, story))
    above = [
        f"<{(tag := rnd.choice(('h1', 'h1', 'h1', 'h2', 'div')))}>{story.title}</{tag}>" if rnd.random() < 0.92 else ""
    ]
    if rnd.random() < 0.4:
        above.append(f'<p class="{rnd.choice(("standfirst", "lead", "intro", "dek", "x"))}">{story.standfirst}</p>')
    above.append(signed(rnd, story))
    above += [figure(rnd, story)] if rnd.random() < 0.4 else []
    above += [summary(rnd, story)] if rnd.random() < 0.2 else []
    below = [foot(rnd, story) for _ in range(rnd.choice((0, 1, 2, 3)))]
    named = rnd.choice(
        ('<div class="article-body">{}</div>', "{}", '<div class="content">{}</div>', "<section>{}</section>")
    )
    around = rnd.choice(
        (
            "<article>{}</article>",
            "<main><article class='story'>{}</article></main>",
            '<div role="main">{}</div>',
            '<div role="presentation">{}</div>',
            '<div id="main">{}</div>',
            "{}",
        )
    )
    inner = "".join(above) + named.replace("{}", "".join(body)) + "".join(below[: len(below) // 2])
    margin = f'<aside class="sidebar"><h4>Latest</h4>{"".join(f"<p>{_link(title)}</p><span class=date>{a_date(rnd, story.day)}</span>" for title in story.titles[:3])}</aside>'
    page = "".join(
        (
            menu(rnd, story) if rnd.random() < 0.7 else "",
            around.replace("{}", inner),
            margin if rnd.random() < 0.3 else "",
            "".join(below[len(below) // 2 :]),
            menu(rnd, story) if rnd.random() < 0.3 else "",
        )
    )
    return f'<!doctype html><html lang="{story.language}">{head(rnd, story)}<body>{page}</body></html>'
