"""Bytes, notes, addresses, tags and texts made by rule, for what reads a whole file or one of its parts."""

from __future__ import annotations

from random import Random

from reader.model import Page
from reader.parser import languages, paging
from reader.parser.bounds import cut
from reader.parser.encodings import decode, repaired
from reader.parser.fragment import read_fragment
from reader.parser.markdown import is_markdown, read_markdown
from reader.parser.spans import address
from tests.parser import stories

_WORDS_OF = {
    "cp1252": "Später fährt die Fähre über den Fluß, où l’été est déjà là – “señor”, não é João.", "cp1250": "Zażółć gęślą jaźń, příliš žluťoučký kůň úpěl ďábelské ódy.",
    "iso8859-2": "Zażółć gęślą jaźń, příliš žluťoučký kůň úpěl ďábelské ódy.", "cp1251": "Паром через гавань снова пойдёт в мае, сказала она вчера.", "koi8-r": "Паром через гавань снова пойдёт в мае, сказала она вчера.",
    "iso8859-5": "Паром через гавань снова пойдёт в мае.", "cp1253": "Το πλοίο θα φύγει ξανά τον Μάιο από το λιμάνι.", "cp1254": "Vapur mayısta yeniden kalkacak, dedi şirketin müdürü İnci.", "cp1255": "המעבורת תפליג שוב במאי מן הנמל",
    "cp1256": "ستبحر العبارة مرة أخرى في مايو من الميناء", "cp874": "เรือข้ามฟากจะแล่นอีกครั้งในเดือนพฤษภาคม", "euc_jp": "渡し船は五月にまた出ます、と彼女は言いました。", "cp932": "渡し船は五月にまた出ます、と彼女は言いました。",
    "cp949": "나룻배는 오월에 다시 떠난다고 그녀가 말했다.", "gb18030": "渡船将在五月再次开航，他们说这是我们的国家。", "big5hkscs": "渡船將在五月再次開航，他們說這是我們的國家。", "utf-16-le": "The ferry sails – at last.", "utf-16-be": "The ferry sails – at last.",
    "utf-32-le": "The ferry sails.", "utf-8": "Die Fähre fährt – “endlich”.", "iso2022_jp": "渡し船は五月にまた出ます。", "ascii": "The ferry sails.",
}  # fmt: skip
_DAMAGE = (
    b"\xff",
    b"\x93",
    b"\xe2\x80",
    b"\x00",
    b"\x07",
    b"\xc3\x83\xc2\xa9",
    "\u202e\u2028\ufffe".encode(),
    b"\r\n\r",
    b"&#27;&#x202e;&#9;",
    b"\xf3\xa0\x81\xa1",
)


def bytes_read() -> dict[str, str]:
    """What bytes of old encodings say, claimed rightly, wrongly, or not, and damaged."""
    found = {}
    for codec, text in _WORDS_OF.items():
        plain = (text + "\n").encode(codec) * 4
        labeled = f'<meta charset="{codec}">'.encode() + plain
        for how, data, kind in (
            ("bare", plain, None),
            ("labeled", labeled, None),
            ("by header", plain, f"text/html; charset={codec}"),
            ("as cp1251", plain, "text/html; charset=windows-1251"),
            ("short", text.encode(codec)[:9], None),
            ("late", b"\xa9 2026 \xe9\n" + plain, None),
        ):
            found[f"{codec} {how}"] = _said(decode(Page(data, content_type=kind)))
        for number, damage in enumerate(_DAMAGE):
            if codec in ("utf-8", "cp1252", "cp1251", "cp932"):
                found[f"{codec} damaged {number}"] = _said(decode(Page(plain[:20] + damage + plain[20:] + damage)))
    for number, text in enumerate((_WORDS_OF["utf-8"], _WORDS_OF["cp1252"], "cafÃ© itself")):
        garbled = text.encode().decode("cp1252", "replace")
        found[f"mojibake {number}"] = _said(decode(Page((garbled + " ").encode() * 3))) + _said(repaired(garbled))
    return found


def _said(text: str) -> str:
    return f"{len(text)} {text[:60]!r} … {text[-14:]!r}"


_LINES_MD = (
    "# Title", "## Two ##", "#none", "* item", "  - inner", "    * deep", "1. one", "2) two", "> said", ">", "> more", "---", "***", "- - -", "```", "~~~", "code  here", "", "", "Plain words run on",
    "and go on", "with *em* and **strong** text", "a [link](https://a.example/x) here", "![pic](a.png)", "`code` and __bold__", "[only](x)", "1234 ferries", "-not an item", "_x_y *a b*", "  indented", "###### six", "####### seven",
)  # fmt: skip


def notes() -> dict[str, str]:
    """Markdown, block by block."""
    found = {}
    for number in range(110):
        rnd = Random(f"note {number}")
        text = "\n".join(rnd.choice(_LINES_MD) for _ in range(rnd.randint(1, 9)))
        article = read_markdown(text, None)
        blocks = [
            f"{it.kind[:4]}{it.level or ''}{'o' * it.ordered}“{it.text}”{[(s.start, s.end, s.style[:2]) for s in it.spans] or ''}"
            for it in article.blocks
        ]
        found[f"[{text!r}]"] = (
            f"{is_markdown(text)} {is_markdown(text, True)} “{article.title}” {' '.join(blocks)}".replace("\n", "⏎")
        )
    return found


def addresses() -> dict[str, str]:
    """Links made whole, and which of them is the next page."""
    found = {}
    for written in (
        "https://a.example/x?y=1#z",
        "/x",
        "#x",
        "javascript:x",
        "//b.example/x",
        "x y",
        "",
        "http://[x",
        "https://a.example/\u00fc",
    ):
        found[f"[{written}]"] = f"{address(written, 'https://h.example/a/b')} {address(written, None)}"
    here = (
        "https://a.example/s",
        "https://a.example/s.html",
        "https://a.example/s?id=7",
        "https://a.example/s/",
        "https://a.example/2026/3/1",
    )
    there = (
        "/s?page=2",
        "/s/2",
        "/s-2.html",
        "/s.html?page=2",
        "/s?id=7&p=2",
        "/s/page/2/",
        "/other/2",
        "/s/3",
        "/s,2.html",
        "/s?id=7",
        "/2026/3/2",
        "/2026/3/1/2",
        "http://[x",
        "/s?page=3&pg=2",
    )
    for first in here:
        answers = []
        for link in there:
            for said in ("Next", "2", "Read this"):
                page = Page(f'<p><a href="{link}">{said}</a><p>x'.encode(), first)
                answers.append(paging.next_page(page, first, 2))
            answers.append(paging.next_page(Page(f'<link rel="next" href="{link}"><p>x'.encode(), first), first, 2))
        found[f"[after {first}]"] = " ".join(f"{at}={it}" for at, it in enumerate(answers) if it)
    return found


_TAGS = (
    "<div>",
    "<p>",
    "</p>",
    "</div>",
    "<b>",
    "</b>",
    "<li>",
    "<ul>",
    "</ul>",
    "<img src=x>",
    "text ",
    "<script>x<b></script>",
    "<!-- c -->",
    "<td>",
    "<tr>",
    "<table>",
    "</table>",
    "<i>",
    "<plaintext>",
    "<br>",
    "< no tag",
    "<a href='x>y'>",
    "</a>",
    "<title>t</title>",
)


def cuts() -> dict[str, str]:
    """Tags held within bounds, and what is left of fragments."""
    found = {}
    for number in range(60):
        rnd = Random(f"cut {number}")
        html = "".join(rnd.choice(_TAGS) for _ in range(rnd.randint(2, 14)))
        blocks, removed = read_fragment(html, "https://a.example/")
        found[f"[{html}]"] = (
            f"{cut(html)} = {[(it.kind, it.text) for it in blocks]} {[(it.text, it.reason) for it in removed]}".replace(
                "\n", "⏎"
            )
        )
    for depth in (198, 199, 200, 201):
        made = cut("<div>" * depth + "x" + "</div>" * depth)
        found[f"{depth} deep"] = f"{made.count('<div>')} {made.count('</div>')} {made.count(' ')}"
    for size in (990, 1010, 19_990, 20_010):
        made = cut(f"<p a='{'x' * size}' b='y'>z</p>")
        found[f"{size} long"] = f"{len(made)} {made[-14:]}"
    made = cut(f"<p {' '.join(f'a{number}=xxxxxxxx' for number in range(130))}>z</p>")
    return found | {"130 attributes": f"{made.count('=')} {len(made)}"}


def tongues() -> dict[str, str]:
    """Which language a text is in, said or not."""
    found = {}
    for number in range(60):
        rnd = Random(f"tongue {number}")
        story = stories.a_story(rnd)
        texts = list(story.paragraphs[: rnd.randint(1, 3)])
        texts = [text[: rnd.choice((50, 70, 120, 900))] for text in texts]
        texts += [rnd.choice((*_WORDS_OF.values(), "")) * rnd.choice((1, 3))]
        said = rnd.choice(("", "en", "de-AT", "nb", "xx", "fr_FR", "zh-Hans", "english"))
        found[f"tongue {number}"] = f"{languages.of_text(texts)} {languages.of_page(said, texts)} said {said}"
    return found


TABLES = {
    "bytes": bytes_read,
    "notes": notes,
    "addresses": addresses,
    "cuts": cuts,
    "tongues": tongues,
}
