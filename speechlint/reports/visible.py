"""Text as it can be shown: what would move a terminal's cursor or forge a line becomes a space."""

from __future__ import annotations


def visible(text: str) -> str:
    """One line of text in which every character shows or is a space."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "　" else " " for c in text)
