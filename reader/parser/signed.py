"""Lines of an HTML page that may sign it: near the headline, or under plain labels far from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.parser.bylines import account, names, only_label, person, trade, without_label
from reader.parser.firstnames import FIRST_NAMES
from reader.parser.line_bylines import reading_time, segments

_LONGEST_LINE = 140
_MOST_PARTS = 4
"""Parts of a line that are read for names."""
# Labels that name an author wherever on a page they stand.
_PLAIN_LABEL = re.compile(
    r"(?:(?:(?:this|the) (?:post|article|blog|story|piece|guide)(?: was| is)? )?(?:written|authored|contributed) by"
    r"|contributors?(?=:)|words by|article by|story by|author|autor(?:in)?|auteur|autore|автор|about the author"
    r"|interview(?:ed by)?(?=:| by)|das (?:gespräch|interview) führten?|die fragen stellten?|propos recueillis par"
    r"|meet the author|über (?:den autor|die autorin)|à propos de l['’]auteur|sobre (?:el|o) autor)\b\s*:?\s*",
    re.IGNORECASE,
)


def signed_lines(lines: Sequence[str], top: int | None = None) -> Iterator[tuple[int, tuple[str, ...], str]]:
    """Lines that may be a headline's byline: which, whom they name, and how they say so: "by" (also "by_account", an account
    or a company), and near a headline, itself the line `top`, "dated" beside a date or a trade, "under_date", "alone" under
    the headline."""
    parted = [segments(line) if len(line) <= _LONGEST_LINE else ([], False) for line in lines]
    parted.append(([], False))
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else ""
        if only_label(line):
            if 0 < len(following) < 80 and (found := names(_together(lines, index + 1))):
                yield index + 1, found, "by"
            continue
        parts, dated = parted[index]
        labels = [without_label(segment) for segment in parts]
        for segment, (rest, labeled) in zip(parts, labels, strict=True):
            if labeled and (found := names(segment)):
                yield index, found, "by"
            elif labeled and len(line) < 70 and (found := account(rest)) and not _phrase(found[0]):
                yield index, found, "by_account"
        if top is None or index == top or any(labeled for _, labeled in labels):
            continue  # a headline may begin with whom it is about
        beside = dated or (
            len(following) < 60 and (parted[index + 1][1] or trade(following) or reading_time(following))
        )
        if beside or top < index <= top + 4:
            under = index > 0 and parted[index - 1] == ([], True)
            for found in _bare_names(parts[:_MOST_PARTS], beside):
                yield index, found, "dated" if beside else "under_date" if under else "alone"


def _bare_names(parts: Sequence[str], beside: bool) -> Iterator[tuple[str, ...]]:
    """Names in parts of a line without a label; unless `beside` a date only where they are all that it says. People side by
    side sign together."""
    read = [(segment, names(segment)) for segment in parts]
    people = [segment for segment, found in read if found == (segment,) and not _unlike(segment.split()[0])]
    if len(people) > 1 and people == parts[: len(people)]:
        yield tuple(people)
    for segment, found in read:
        if not segment[:1].isupper() or segment[-1] == ":":
            continue
        if len(segment) > 60 and (beside or len(found) < 2):
            continue
        if found and not any(map(_unlike, found)) and (beside or len(segment) <= 8 + sum(map(len, found))):
            yield found


# Between the names of one byline, where each stands in an element of its own.
_BETWEEN = re.compile(r"\W*(?:,|;|&|and|und|et|y|e|en|og|och)\W*")


def _together(lines: Sequence[str], first: int) -> str:
    """A line, and those that go on with it: "Jane Doe", "and", "John Roe"."""
    whole, index = lines[first], first + 1
    while (
        index + 1 < len(lines) and _BETWEEN.fullmatch(lines[index]) and len(lines[index + 1]) < 60 and index < first + 9
    ):
        whole, index = f"{whole} {lines[index]} {lines[index + 1]}", index + 2
    return whole


def _phrase(text: str) -> bool:
    """Whether an account would be several small words, as behind a "da" that is no label: "da non perdere"."""
    return " " in text and text.islower() and not any(sign.isdigit() for sign in text)


def _unlike(name: str) -> bool:
    """Whether a single word is no first name."""
    return " " not in name and name.casefold() not in FIRST_NAMES


def labeled_lines(lines: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Bylines that a page gives far from its headline, under labels that cannot mean anything else."""
    for index, line in enumerate(lines):
        label = _PLAIN_LABEL.match(line) if len(line) < 200 else None
        if label is None:
            continue
        rest = line[label.end() :] or (lines[index + 1] if index + 1 < len(lines) else "")
        found = tuple(name for name in names(rest) if person(name))
        if found and len(rest) < 60 + 140 * (len(label[0]) > 12):
            yield index, found
