"""Articles and passages as other programs take them, and back. Who writes the file is elsewhere."""

from reader.formats.articles import article_from_json, article_json
from reader.formats.plain import plain_text

__all__ = ["article_from_json", "article_json", "plain_text"]
