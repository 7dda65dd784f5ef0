"""Is a short line that is no part of the text said again, as watermarks are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.checks.residue import trimmed
from speechlint.language.heads import OWN_LINE
from speechlint.model import Block, BlockKind, Document

LENGTHS = range(4, 41)
RUNNING = (BlockKind.HEADER, BlockKind.FOOTER, BlockKind.TABLE)
"""Headers and tables repeat themselves by right."""

PROSE = re.compile(r"[。；;，,]|[！!？?：:]$")


@kind()
def echoed(document: Document, *, signs: re.Pattern[str]) -> Iterator[Match]:
    """Yield every line said at least twice that bears one of `signs` of a site; titles and headings never count."""
    places: dict[str, list[Block]] = {}
    for block in document.blocks_in("paragraph"):
        line = trimmed(document, block)
        if block.kind not in RUNNING and may_be_watermark(line) and signs.search(line):
            places.setdefault(line, []).append(block)
    for line, blocks in places.items():
        for block in blocks if len(blocks) > 1 else ():
            others = tuple(Clue(other.span) for other in blocks if other is not block)
            yield Match(block.span, {"found": line}, better="", related=others)


def may_be_watermark(line: str) -> bool:
    return len(line) in LENGTHS and not PROSE.search(line) and not OWN_LINE.search(line)
