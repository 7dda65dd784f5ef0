"""Counts that point back (以上四点, 上述三项, 这两个方面), matched with the list just before.

Believed only where one list can be meant: the draft may well speak of things it did not number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from speechlint.language.answers import Answer
from speechlint.language.claims import COUNT, SPEAKING, Claim, clause_around
from speechlint.language.lists import Series
from speechlint.language.numerals import number
from speechlint.language.ordinals import Ordinal, Standing
from speechlint.model import Block, BlockKind, Document, Span

MEASURE = r"(?:个(?:方面|问题|要求|意见|环节|重点|任务)|方面|点|条|项|件|大)"
ABOVE = re.compile(
    r"(?:(?:^|(?<=[，。；：！？,;:!?\s]))(?:对|把|将|除|除了|抓好|做好|做到|落实|围绕|针对|按照|根据|关于|完成)?)"
    rf"(?P<back>以上|上述|前述|上面|这)(?:讲的|说的|所讲的?|所说的?|所述的?|的)?(?P<count>{COUNT}{MEASURE})"
    r"(?P<noun>[^，。；：！？,;:!?、\s（()）和与及是也都要请就既]{0,10})",
    re.MULTILINE,
)
# What follows measures or limits instead of counting: 以上三点半, 这三条路, 以上两项以下.
MEASURED = re.compile(r"^(?:钟|半|多|路|线|河|街|以[上下内外]|支出|费用|收入|基金|指标|资金|[之%％])")
# “这” says less than “以上”: believed only at once after the list.
THIS, CLOSE = "这", 1


@dataclass(frozen=True, slots=True)
class Recount:
    """A count that points back: `near` where it stands close to what it means (这三点)."""

    claim: Claim
    near: bool
    block: int


def recounts(document: Document) -> Iterator[Recount]:
    """Yield every count that points back, in reading order."""
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.BODY:
            yield from recounts_of(document, block, index)


def recounts_of(document: Document, block: Block, index: int) -> Iterator[Recount]:
    for found in ABOVE.finditer(document.text, block.span.start, block.span.end):
        count = number(found["n"])
        if count is None or count < 2 or MEASURED.match(found["noun"]):
            continue
        clause = clause_around(document.text, found.span("count"), block)
        if SPEAKING.search(document.text[clause.start : found.start("back")]):
            continue
        span = Span(found.start("back"), found.end("count"))
        yield Recount(Claim(span, count, clause, found["noun"], generic=True), found["back"] == THIS, index)


class LookingBack:
    """Matches the counts of one draft that point back with its lists."""

    def __init__(self, document: Document, lists: Sequence[Series]) -> None:
        self.document = document
        self.lists = [one for one in lists if one.numbered and len(one.items) > 1 and one.items[0].value == 1]
        self.holders = {item: series for series in lists for item in series.items}

    def answers(self, forward: Sequence[Answer]) -> Iterator[Answer]:
        """Yield the answer of every count that one list before it can be meant by."""
        for recount in recounts(self.document):
            found = self.to(recount)
            if found and (found.holds or not any(self.stated_again(recount.claim, one) for one in forward)):
                yield found

    def stated_again(self, claim: Claim, earlier: Answer) -> bool:
        """Whether a count repeats one stated before it (修路、改水、建校三项 … 以上三项)."""
        if earlier.claim.count != claim.count or earlier.claim.span.start > claim.span.start:
            return False
        unit = self.document.text_of(claim.span)[-1]
        return earlier.holds and unit in self.document.text_of(earlier.claim.span)

    def to(self, recount: Recount) -> Answer | None:
        """The list that ended last, or one around it that fits; None where it may be another thing."""
        ended = [series for series in self.ended(recount) if not self.goes_on(series, recount)]
        if not ended or self.named(ended[0], recount):
            return None
        fit = next((series for series in ended if len(series.items) == recount.claim.count), None)
        if fit:
            return answered(recount.claim, fit)
        return answered(recount.claim, ended[0]) if self.alone(ended, recount) else None

    def named(self, series: Series, recount: Recount) -> bool:
        """Whether a sentence after the list names as many itself: 做到公开、公平、公正。这三点……."""
        between = self.document.text[series.last.span.end : recount.claim.span.start]
        return any(sentence.count("、") >= recount.claim.count - 1 for sentence in re.split("[。；\n]", between))

    def ended(self, recount: Recount) -> list[Series]:
        """The lists whose last item the count follows, the innermost first."""
        begun = [item for item in self.holders if item.span.start < recount.claim.span.start]
        item: Ordinal | None = max(begun, key=lambda item: item.span.start, default=None)
        found: list[Series] = []
        while item is not None:
            series = self.holders[item]
            if series in self.lists:
                found.append(series)
            item = series.parent
        return found

    def goes_on(self, series: Series, recount: Recount) -> bool:
        """Whether a list has more items after the count, or the count stands in the line of its last item."""
        at = recount.claim.span.start
        own = series.last.block == recount.block and series.last.standing is Standing.LINE
        return own or series.last.span.start > at

    def alone(self, ended: Sequence[Series], recount: Recount) -> bool:
        """Whether only one list can be meant, one counted without a slip."""
        open_still = [series for series in ended if self.within_reach(series, recount)]
        if len(open_still) != 1 or open_still[0] is not ended[0]:
            return False
        values = [item.value for item in open_still[0].items]
        return values == list(range(1, len(values) + 1))

    def within_reach(self, series: Series, recount: Recount) -> bool:
        """A list within a paragraph ends with it; “这三点” stands in the block of the last item or the next one."""
        blocks = self.document.blocks[series.last.block + 1 : recount.block]
        apart = sum(bool(self.document.text_of(block).strip()) for block in blocks)
        if series.last.standing is not Standing.LINE:
            return apart == 0
        return apart < CLOSE if recount.near else True


def answered(claim: Claim, series: Series) -> Answer:
    members = tuple(item.span for item in series.items)
    return Answer(claim, members, frozenset({len(members)}), series, back=True)
