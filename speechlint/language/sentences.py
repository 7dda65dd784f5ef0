"""Sentences: stretches of a block that end in a full stop, question or exclamation mark (GB/T 15834—2011, 4.1–4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.model import Document, Span

# A closing quote or bracket after the stop still belongs to the sentence it closes.
SENTENCE = re.compile(r"[^。！？!?…]*(?:[。！？!?…]+[”’」』）)】》]*|$)")


def sentences(document: Document) -> Iterator[Span]:
    """Yield every non-empty sentence's span; code is skipped."""
    for block in document.blocks_in("paragraph"):
        for found in SENTENCE.finditer(document.text, block.span.start, block.span.end):
            if found.group().strip():
                yield Span(*found.span())
