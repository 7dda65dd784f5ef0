"""Drafts held against one another: copies, templates used again, shared sentences, terms written two ways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from speechlint.corpus.duplicates import Pair, near_duplicates
from speechlint.corpus.masking import template
from speechlint.corpus.sentences import Shared, shared_sentences
from speechlint.corpus.spellings import Clash, clashes
from speechlint.corpus.templates import Reuse, reused
from speechlint.model import Document
from speechlint.ruleset import Rule


@dataclass(frozen=True, slots=True)
class Limits:
    """From which likeness on two drafts are copies or of one template, and how many may share a sentence."""

    similarity: float = 0.7
    template: float = 0.8
    shared: int = 3


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found; drafts go by their numbers in `documents`."""

    documents: tuple[Document, ...]
    copies: tuple[Pair, ...]
    templates: tuple[Reuse, ...]
    sentences: tuple[Shared, ...]
    spellings: tuple[Clash, ...]

    @property
    def found(self) -> bool:
        return bool(self.copies or self.templates or self.sentences or self.spellings)


def compare(documents: Sequence[Document], rules: Sequence[Rule], limits: Limits) -> Comparison:
    """Compare every draft with every other."""
    return Comparison(
        tuple(documents),
        tuple(near_duplicates([document.text for document in documents], limits.similarity)),
        tuple(reused([template(document) for document in documents], limits.template)),
        tuple(shared_sentences(documents, limits.shared)),
        tuple(clashes(documents, rules)),
    )
