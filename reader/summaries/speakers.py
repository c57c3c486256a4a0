"""Who says what: quotations with their speakers, by rules over quotation marks and verbs of speech. English.

A speaker is taken from the words beside the quotation (`scene`), or, for one that follows another, from that one; where nothing
tells, nobody is named.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reader.model import Article, Block, Place, Said
from reader.summaries.people import People
from reader.summaries.quotations import quotations
from reader.summaries.scene import Scene, Speaker
from reader.summaries.sentence import BODY_KINDS

_SIGNED = re.compile(r"\s*[-–—―~]{1,2} ?((?:[^\W\d_][\w’'.*-]*,? ?){1,5})")
"""A line that names whose words stood above it."""

_SHINGLE = 4
"""Words by which a quotation that stands twice is found again."""

_PULLED = 8
"""Fewer words are a phrase that several may use."""


def speakers(article: Article, people: People | None = None) -> tuple[Said, ...]:
    """Every quotation of the body in order; `people` if they have been gathered already."""
    hearing = _Hearing(people or People(article))
    for index, block in enumerate(article.blocks):
        if block.kind in BODY_KINDS:
            hearing.hear(index, block)
    return _completed(hearing.found, article)


class _Hearing:
    """An article heard block by block: what was said, and who spoke last."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.found: list[Said] = []
        self.spoke: list[str] = []
        self.last: Speaker | None = None
        self.running = False  # the quotation before ran on past the end of its block
        self.before = ""

    def hear(self, index: int, block: Block) -> None:
        """Add the quotations of the next block."""
        quoted = quotations(block.text)
        scene = Scene(self.people, index, block.text, quoted, self.spoke)
        signed = _SIGNED.fullmatch(block.text)
        if signed and self.found and self.found[-1].place.index == index - 1 and not self.found[-1].speaker:
            self.found[-1] = replace(self.found[-1], speaker=self.people.full(signed[1].strip()), sure=True)
        for nth, quotation in enumerate(quoted):
            begins = nth == 0 and not block.text[: quotation.start].strip()
            speaker = self._speaker(scene, nth, begins) or ((block.author, True) if block.author else None)
            place = Place("block", index, quotation.start, quotation.end)
            self.found.append(Said(place, *(speaker or (None, False))))
            if speaker:
                self.spoke.append(speaker[0])
            self.last, self.running = speaker, quotation.open and nth == len(quoted) - 1
        self.running = self.running and bool(quoted)
        self.before = block.text

    def _speaker(self, scene: Scene, nth: int, begins: bool) -> Speaker | None:
        """What the quotation's own sentence tells, then the quotation before it, then the sentence before it."""
        speaker = scene.told(nth)
        if speaker is None and self.last and ((self.running and begins) or scene.joined(nth)):
            speaker = self.last
        return speaker or scene.overheard(nth) or (scene.announced(self.before) if begins else None)


def _completed(found: list[Said], article: Article) -> tuple[Said, ...]:
    """The quotations, those without a speaker that stand a second time (set large beside the text) with that of the other."""
    if all(it.speaker for it in found):
        return tuple(found)
    words = [_words(article, it) for it in found]
    held: dict[tuple[str, ...], int] = {}
    for k, it in enumerate(found):
        if it.speaker:
            for at in range(len(words[k]) - _SHINGLE + 1):
                held.setdefault(tuple(words[k][at : at + _SHINGLE]), k)
    return tuple(it if it.speaker else _like(it, words[k], words, held, found) for k, it in enumerate(found))


def _like(
    it: Said, said: list[str], words: list[list[str]], held: dict[tuple[str, ...], int], found: list[Said]
) -> Said:
    other = held.get(tuple(said[:_SHINGLE]))
    if other is None or len(said) < _PULLED or " ".join(said) not in " ".join(words[other]):
        return it
    return replace(it, speaker=found[other].speaker, sure=found[other].sure)


def _words(article: Article, it: Said) -> list[str]:
    return re.findall(r"\w+", article.blocks[it.place.index].text[it.place.start : it.place.end].lower())
