"""An entry opened for reading, and a source read once without the library."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.model import Article, Entry, Glance, Passage, Summary


@dataclass(frozen=True, slots=True)
class Reading:
    """What the screen needs to show an article. `summaries` and `glance` are None until somebody has made them.

    `version` is the number of an older version, None where the newest is shown.
    """

    entry: Entry
    article: Article
    passages: tuple[Passage, ...] = ()
    summaries: tuple[Summary, ...] | None = None
    version: int | None = None
    glance: Glance | None = None

    @property
    def shown(self) -> int:
        """The number of the version that is shown."""
        return self.version or self.entry.versions

    def with_summaries(self, summaries: tuple[Summary, ...] | None, glance: Glance | None) -> Reading:
        """The same with these summaries and what stands beside them."""
        return replace(self, summaries=summaries, glance=glance)


def read_source(source: str) -> Article:
    """The article of one file, or of standard input ("-"). Raises UnreadableError."""
    from reader import files
    from reader.newsroom.adding import read

    return read(next(files.pages(source)))
