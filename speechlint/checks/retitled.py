"""Is the draft's title said again, as sites do above and below a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.checks.residue import described, trimmed
from speechlint.language.analysis import Analysis
from speechlint.language.heads import head, is_title
from speechlint.model import Block
from speechlint.tables import Table

ALIKE = 0.8
YEAR = re.compile(r"(?:19|20)\d\d年度?|[的 　]")


@kind("title")
def retitled(analysis: Analysis, *, lines: Table) -> Iterator[Match]:
    """Yield every line of the head that says the title again; the title is the last such line before the body.

    A cover page says the title once more by right, so an exact copy counts only right beside the title, as a third
    one, or where a line `lines` describes shows that a web page was copied.
    """
    document = analysis.document
    blocks = list(head(document))
    titles = [block for block in blocks if is_title(trimmed(document, block))]
    if len(titles) < 2:
        return
    true = titles[-1]
    copies = [block for block in titles[:-1] if alike(trimmed(document, block), trimmed(document, true))]
    residues = described(analysis, lines)
    from_the_web = any(block.span.start in residues for block in blocks)
    if from_the_web or len(copies) > 1 or (copies and follows(blocks, copies[0], true)):
        title = trimmed(document, true)
        for block in copies:
            yield Match(block.span, {"title": title}, better="", related=(Clue(true.span),))


def alike(one: str, other: str) -> bool:
    plain, model = YEAR.sub("", one), YEAR.sub("", other)
    from difflib import SequenceMatcher

    return SequenceMatcher(None, plain, model, autojunk=False).ratio() >= ALIKE


def follows(blocks: Sequence[Block], one: Block, other: Block) -> bool:
    return blocks.index(other) - blocks.index(one) == 1
