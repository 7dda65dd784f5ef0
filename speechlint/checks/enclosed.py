"""Is an unknown short line hemmed in by lines a web page left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from speechlint.checks.kinds import Match, kind
from speechlint.checks.residue import described, trimmed
from speechlint.language.analysis import Analysis
from speechlint.language.heads import OWN_LINE
from speechlint.model import Block, Document
from speechlint.tables import Table

LONGEST = 30
MOST = 4
"""Three slogans between two adverts belong to them; a longer stretch may be the draft itself."""

PROSE = re.compile(r"[。；;？?：:]$")


@kind()
def enclosed(analysis: Analysis, *, lines: Table) -> Iterator[Match]:
    """Yield the short lines that stand, without a blank line, between two lines `lines` describes."""
    document = analysis.document
    residues = described(analysis, lines)
    run: list[Block] = []
    hemmed = False
    for block in analysis.scan.paragraphs if residues else ():
        text = trimmed(document, block)
        if block.span.start in residues:
            if hemmed:
                yield from matches(document, run)
            run, hemmed = [], True
        elif slogan(text):
            run.append(block)
        else:
            run, hemmed = [], False


def slogan(text: str) -> bool:
    return 0 < len(text) <= LONGEST and not PROSE.search(text) and not OWN_LINE.search(text)


def matches(document: Document, run: Sequence[Block]) -> Iterator[Match]:
    if len(run) <= MOST:
        for block in run:
            yield Match(block.span, {"found": trimmed(document, block)}, better="")
