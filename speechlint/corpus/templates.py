"""Templates used again: two drafts the same but for names, years and numbers, and which took the place of which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from speechlint.corpus.duplicates import alike
from speechlint.corpus.masking import MASK, Mask, Template
from speechlint.corpus.signatures import Signature

TEMPLATES_KEPT = 256
# Of fewer words in common than this, the mask included, a name stands in another sentence by chance.
CONTEXT = 4


@dataclass(frozen=True, slots=True, order=True)
class Replacement:
    """A name or number of one draft that stands where another stands in the other, and how many times."""

    old: str
    new: str
    times: int


@dataclass(frozen=True, slots=True, order=True)
class Reuse:
    """Two drafts of one template, by their numbers; `jaccard` compares what is not masked."""

    first: int
    second: int
    jaccard: float
    replaced: tuple[Replacement, ...]


def of_one_template(
    signatures: Sequence[Signature], template_of: Callable[[int], Template], threshold: float
) -> list[Reuse]:
    """Every pair of one template in which a name or a year differs.

    The templates are known by their signatures; `template_of` is asked for those compared exactly.
    """
    of = lru_cache(TEMPLATES_KEPT)(template_of)
    found = []
    for pair in alike(signatures, lambda number: of(number).text, threshold):
        replaced = replacements(of(pair.first), of(pair.second))
        if replaced:
            found.append(Reuse(pair.first, pair.second, pair.jaccard, replaced))
    return found


def replacements(first: Template, second: Template) -> tuple[Replacement, ...]:
    """What stands for what, the most frequent first; nothing when only figures differ."""
    counted: Counter[tuple[Mask, Mask]] = Counter()
    for old, new in aligned(first, second):
        if old.text != new.text:
            counted[old, new] += 1
    if not any(old.telling and new.telling for old, new in counted):
        return ()
    ranked = sorted(counted.items(), key=lambda item: (not item[0][0].telling, -item[1], item[0][0].text))
    return tuple(Replacement(old.text, new.text, times) for (old, new), times in ranked)


def aligned(first: Template, second: Template) -> list[tuple[Mask, Mask]]:
    """The masks that stand at the same place of the same words."""
    places = [[at for at, word in enumerate(template.words) if word == MASK] for template in (first, second)]
    number = [{at: count for count, at in enumerate(found)} for found in places]
    blocks = SequenceMatcher(None, first.words, second.words).get_matching_blocks()
    return [
        (first.masks[number[0][block.a + step]], second.masks[number[1][block.b + step]])
        for block in blocks
        if block.size >= CONTEXT
        for step in range(block.size)
        if first.words[block.a + step] == MASK
    ]
