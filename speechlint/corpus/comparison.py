"""Drafts held against one another: copies, templates used again, shared sentences, terms written two ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pyarrow as pa

from speechlint.corpus.duplicates import Pair, alike
from speechlint.corpus.limits import Limits
from speechlint.corpus.masking import template
from speechlint.corpus.places import Place
from speechlint.corpus.sentences import Shared, shared_sentences
from speechlint.corpus.signatures import Signature
from speechlint.corpus.spellings import Clash, Term, clashes
from speechlint.corpus.templates import Reuse, of_one_template
from speechlint.corpus.traces import traces_of
from speechlint.model import Document, Span
from speechlint.ruleset import Rule


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found; drafts go by their numbers in `paths`."""

    paths: tuple[str, ...]
    copies: tuple[Pair, ...]
    templates: tuple[Reuse, ...]
    sentences: tuple[Shared, ...]
    spellings: tuple[Clash, ...]

    @property
    def found(self) -> bool:
        return bool(self.copies or self.templates or self.sentences or self.spellings)

    @property
    def copies_alone(self) -> list[Pair]:
        """The copies but for pairs of one template, of which more is known."""
        told = {(reuse.first, reuse.second) for reuse in self.templates}
        return [pair for pair in self.copies if (pair.first, pair.second) not in told]


@dataclass(frozen=True, slots=True)
class Drafts:
    """Many drafts by their numbers: their paths, what is known of them all, and what opens one."""

    paths: Sequence[str]
    texts: Sequence[Signature]
    templates: Sequence[Signature]
    sentences: pa.Table
    terms: Iterable[Term]
    open: Callable[[int], Document]


def compare(documents: Sequence[Document], rules: Iterable[Rule], limits: Limits) -> Comparison:
    """Compare every draft with every other."""
    made = traces_of(documents, rules)
    paths = [document.path for document in documents]
    given = Drafts(paths, made.texts, made.templates, made.sentence_table, made.terms, documents.__getitem__)
    return compare_all(given, limits)


def compare_all(drafts: Drafts, limits: Limits) -> Comparison:
    """The same for drafts that are not all in memory."""

    def words(place: Place) -> str:
        return drafts.open(place.draft).text_of(Span(place.start, place.end))

    return Comparison(
        tuple(drafts.paths),
        tuple(alike(drafts.texts, lambda number: drafts.open(number).text, limits.similarity)),
        tuple(of_one_template(drafts.templates, lambda number: template(drafts.open(number)), limits.template)),
        tuple(shared_sentences(drafts.sentences, limits.shared, words)),
        tuple(clashes(drafts.terms)),
    )
