"""Does every paragraph of the body begin as many characters in as it should."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.face import PLACES_NAMED
from speechlint.checks.kinds import Clue, Match, kind
from speechlint.language.analysis import Analysis
from speechlint.language.roles import Place, Role
from speechlint.model import Span

INDENTS_NAMED = 3
UNINDENTED = (Role.TITLE,)
SIDEWAYS = ("center", "right", "end")
# Typed blanks indent too: a full-width one by a character, a half-width one by half of it.
BLANKS = {"\u3000": 1.0, " ": 0.5, "\u00a0": 0.5}


@kind("characters", "count", reads_layout=True)
def indent(analysis: Analysis, *, characters: float, tolerance: float = 0.3) -> Iterator[Match]:
    """Yield the first paragraph with a wrong indent, for all of them; automatic numbers indent by themselves.

    `characters` names the commonest wrong indents.
    """
    layout = analysis.document.layout
    found: dict[str, list[Span]] = {}
    for place in analysis.roles if layout else ():
        block = analysis.document.blocks[place.block]
        setting = layout.settings[place.block] if layout else None
        begins_block = not analysis.text[block.span.start : place.span.start].strip()
        if setting is None or block.label or not begins_block or place.role in UNINDENTED:
            continue
        seen = setting.indent + typed(analysis, place)
        if setting.alignment not in SIDEWAYS and abs(seen - characters) > tolerance:
            found.setdefault(f"{seen:.1f}".removesuffix(".0"), []).append(block.span)
    spans = sorted(span for spans in found.values() for span in spans)
    if spans:
        commonest = sorted(found, key=lambda text: -len(found[text]))[:INDENTS_NAMED]
        fields = {"characters": "/".join(commonest), "count": str(len(spans))}
        yield Match(spans[0], fields, related=tuple(map(Clue, spans[1 : PLACES_NAMED + 1])))


def typed(analysis: Analysis, place: Place) -> float:
    text = analysis.document.text_of(analysis.document.blocks[place.block])
    return sum(BLANKS.get(blank, 0.0) for blank in text[: len(text) - len(text.lstrip())])
