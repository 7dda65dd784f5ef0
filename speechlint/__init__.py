"""A linter for Chinese speech drafts and official documents."""

__version__ = "0.1.0"
