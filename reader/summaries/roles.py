"""Who is what: whether the part that a sentence gives somebody ("Mara Selva, the union's lawyer, …") is hers in the article."""

from __future__ import annotations

import re
from collections import defaultdict

from reader.summaries.opposites import meaning
from reader.summaries.people import People
from reader.summaries.sentence import stems_of, stop_stems

_APPOSED = re.compile(r"(?P<name>[^\W\d_][\w’'-]+), (?P<role>(?:the|an?|who|its|their|his|her) [^,.;:]{3,80}),")
_REACH = 90  # characters beside a name in which the article may say what somebody is


class Roles:
    """What stands beside each name of an article, up to the next name or the end of the sentence."""

    def __init__(self, people: People, texts: list[str], language: str) -> None:
        self.language = language
        self.beside: dict[str, set[str]] = defaultdict(set)
        stops = stop_stems(language)
        for k, it in enumerate(people.mentions):
            at = it.place
            low, high = max(0, at.start - _REACH), at.end + _REACH
            if k and people.mentions[k - 1].place.index == at.index:
                low = max(low, people.mentions[k - 1].place.end)
            if k + 1 < len(people.mentions) and people.mentions[k + 1].place.index == at.index:
                high = min(high, people.mentions[k + 1].place.start)
            before = re.split(r"[.!?;]\s", texts[at.index][low : at.start])[-1]
            after = re.split(r"[.!?;](?:\s|$)", texts[at.index][at.end : high], maxsplit=1)[0]
            self.beside[it.text.split()[-1]].update(map(meaning, stems_of(f"{before} {after}", language)))
        self.stems = frozenset(it for text in texts for it in map(meaning, stems_of(text, language)))
        self.stops = stops

    def fit(self, sentence: str) -> bool:
        """Whether no part that the sentence gives somebody is another's: it does not stand beside that name, but elsewhere."""
        for match in _APPOSED.finditer(sentence):
            role = frozenset(map(meaning, stems_of(match["role"], self.language))) - self.stops
            known = role & self.stems
            elsewhere = len(known) > len(role) / 2
            if match["name"] in self.beside and elsewhere and not known & self.beside[match["name"]]:
                return False
        return True
