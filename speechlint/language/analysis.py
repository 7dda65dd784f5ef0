"""What is costly to know about a draft and shared by many checks: computed once, on first use."""

from __future__ import annotations

from functools import cached_property

from speechlint.language.lists import Series, lists
from speechlint.language.ordinals import ordinals
from speechlint.language.sentences import sentences
from speechlint.model import Document, Span


class Analysis:
    """One draft's shared readings; made anew for each draft and never shared between drafts."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Every sentence, in order; none crosses a block."""
        return tuple(sentences(self.document))

    @cached_property
    def lists(self) -> tuple[Series, ...]:
        """Every numbered list, in the order of their first items."""
        return lists(ordinals(self.document))
