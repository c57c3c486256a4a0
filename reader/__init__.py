"""A news reader for the terminal: the article and nothing else, kept, marked and found again."""

__version__ = "0.1.0"
