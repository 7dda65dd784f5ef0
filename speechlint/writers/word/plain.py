"""Fixes made plainly in a Word file."""

from __future__ import annotations

from collections.abc import Sequence

from speechlint.model import Document, Fix
from speechlint.writers.edited import Edited
from speechlint.writers.word.file import WordRewriting


def edit_word(data: bytes, document: Document, fixes: Sequence[Fix], encoding: str | None = None) -> Edited:
    """Make fixes in a .docx; those in fields, automatic numbers, headers and notes are left. Raises Problem."""
    rewriting = WordRewriting(document.path, data)
    changes = rewriting.fixable(fixes)
    return Edited(rewriting.write([], changes), len(changes))
