"""Is a short line that is no part of the text said again, as watermarks are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.checks.residue import short_lines
from speechlint.language.analysis import Analysis
from speechlint.language.heads import OWN_LINE
from speechlint.model import Block, BlockKind

LENGTHS = range(4, 41)
RUNNING = (BlockKind.HEADER, BlockKind.FOOTER, BlockKind.TABLE)
"""Headers and tables repeat themselves by right."""

# How many other places one finding points at.
SHOWN = 8

PROSE = re.compile(r"[。；;，,]|[！!？?：:]$")


@kind()
def echoed(analysis: Analysis, *, signs: re.Pattern[str]) -> Iterator[Match]:
    """Yield every line said at least twice that bears one of `signs` of a site; titles and headings never count."""
    lines = analysis.once(short_lines).lines
    often = {line for line, count in Counter(lines.values()).items() if count > 1 and may_be_watermark(line, signs)}
    places: dict[str, list[Block]] = {}
    for start, line in lines.items() if often else ():
        block = analysis.document.block_at(start)
        if line in often and block.kind not in RUNNING:
            places.setdefault(line, []).append(block)
    for line, blocks in places.items():
        for block in blocks if len(blocks) > 1 else ():
            others = tuple(Clue(other.span) for other in blocks[: SHOWN + 1] if other is not block)[:SHOWN]
            yield Match(block.span, {"found": line}, better="", related=others)


def may_be_watermark(line: str, signs: re.Pattern[str]) -> bool:
    return bool(len(line) in LENGTHS and not PROSE.search(line) and signs.search(line) and not OWN_LINE.search(line))
