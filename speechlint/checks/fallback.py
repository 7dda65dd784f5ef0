"""Are a few words of a paragraph shown in another font than the rest, because nothing names theirs or it cannot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

from speechlint.checks.face import PLACES_NAMED, family, overlapping
from speechlint.checks.kinds import Clue, Match, kind
from speechlint.layout import Stretch
from speechlint.model import BlockKind, Document, Span
from speechlint.tables import Columns, Table

CHINESE = re.compile("[\u4e00-\u9fff]")
WHERE = (BlockKind.BODY, BlockKind.TABLE, BlockKind.TEXTBOX)


@kind("font", "usual", "count", reads_layout=True)
def fallback(
    document: Document,
    *,
    fonts: Annotated[Table, Columns("name", "family")],
    foreign: Annotated[Table | None, Columns("name")] = None,
) -> Iterator[Match]:
    """Yield the first stretch of Chinese that fell back to another font, for all of them.

    It did where the font named for it is one of `foreign`, which cannot show it; without `foreign`, where no run or
    style names one. The rest of its paragraph must be more and in one font, and that font the commoner in the whole
    file, so that words set apart on purpose stay silent.
    """
    if document.layout is None:
        return
    names = {row["name"].lower() for row in foreign.rows} if foreign else None
    stretches = [stretch for stretch in document.layout.stretches if chinese(document, stretch)]
    suspects = {stretch for stretch in stretches if fell_back(stretch, names)}
    total = families(document, stretches, fonts) if suspects else Counter()
    found: list[tuple[Stretch, str]] = []
    for block in dict.fromkeys(document.block_at(s.span.start) for s in stretches if s in suspects):
        inside = list(overlapping(stretches, block.span)) if block.kind in WHERE else []
        found += odd_ones(document, inside, suspects, fonts, total)
    if found:
        (first, usual), *others = found
        clues = tuple(Clue(shown(document, stretch)) for stretch, _ in others[:PLACES_NAMED])
        yield Match(
            shown(document, first), {"font": first.font, "usual": usual, "count": str(len(found))}, related=clues
        )


def fell_back(stretch: Stretch, foreign: set[str] | None) -> bool:
    return not stretch.named if foreign is None else stretch.font.lower().lstrip("@").strip() in foreign


def odd_ones(
    document: Document, inside: Sequence[Stretch], suspects: set[Stretch], fonts: Table, total: Counter[str]
) -> Iterator[tuple[Stretch, str]]:
    """The stretches of one paragraph that fell back, each with the font of the rest."""
    rest = families(document, (stretch for stretch in inside if stretch not in suspects), fonts)
    if len(rest) != 1:
        return
    ((usual, count),) = rest.items()
    odd = [s for s in inside if s in suspects and family(s.font, fonts) != usual]
    if sum(chinese(document, stretch) for stretch in odd) < count:
        yield from ((stretch, usual) for stretch in odd if total[family(stretch.font, fonts)] < total[usual])


def families(document: Document, stretches: Iterable[Stretch], fonts: Table) -> Counter[str]:
    """How many Chinese characters each family of fonts sets."""
    counts: Counter[str] = Counter()
    for stretch in stretches:
        counts[family(stretch.font, fonts)] += chinese(document, stretch)
    return counts


def shown(document: Document, stretch: Stretch) -> Span:
    """From the first to the last Chinese character of a stretch."""
    places = [found.start() for found in CHINESE.finditer(document.text_of(stretch.span))]
    return Span(stretch.span.start + places[0], stretch.span.start + places[-1] + 1)


def chinese(document: Document, stretch: Stretch) -> int:
    return sum(1 for _ in CHINESE.finditer(document.text_of(stretch.span)))
