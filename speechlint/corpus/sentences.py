"""Sentences that many drafts share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from speechlint.corpus.shingles import plain
from speechlint.language.sentences import sentences
from speechlint.model import Document, Span

# A shorter sentence is a heading, a greeting or a slogan that all drafts may have.
SHORTEST = 20


@dataclass(frozen=True, slots=True)
class Shared:
    """One sentence as first written, and where it stands first in each draft that has it, by the draft's number."""

    text: str
    places: tuple[tuple[int, Span], ...]


def shared_sentences(documents: Iterable[Document], limit: int) -> list[Shared]:
    """Every sentence of at least 20 characters that more than `limit` drafts have, the most frequent first."""
    places: dict[str, dict[int, Span]] = {}
    texts: dict[str, str] = {}
    for number, document in enumerate(documents):
        for span in sentences(document):
            text = document.text_of(span).strip()
            bare = plain(text)
            if len(bare) >= SHORTEST:
                texts.setdefault(bare, text)
                places.setdefault(bare, {}).setdefault(number, span)
    many = [Shared(texts[key], tuple(found.items())) for key, found in places.items() if len(found) > limit]
    return sorted(many, key=lambda shared: (-len(shared.places), shared.text))
