"""Counts that point back (以上四点, 上述三项, 这两个方面), matched with the list just before.

Believed only where one list can be meant: the draft may well speak of things it did not number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from speechlint.language.answers import Answer
from speechlint.language.blocks import in_blocks
from speechlint.language.claims import COUNT, LONGEST_SPEAKING, SPEAKING, Claim, clause_around
from speechlint.language.numerals import number
from speechlint.language.ordinals import Standing
from speechlint.language.series import Series
from speechlint.model import BlockKind, Document, Span

MEASURE = r"(?:个(?:方面|问题|要求|意见|环节|重点|任务)|方面|点|条|项|件|大)"
ABOVE = re.compile(
    rf"(?P<back>以上|上述|前述|上面|这)(?:讲的|说的|所讲的?|所说的?|所述的?|的)?(?P<count>{COUNT}{MEASURE})"
    r"(?P<noun>[^，。；：！？,;:!?、\s（()）和与及是也都要请就既]{0,10})"
)
BEFORE = re.compile(
    r"(?:\A|[，。；：！？,;:!?\s])(?:对|把|将|除|除了|抓好|做好|做到|落实|围绕|针对|按照|根据|关于|完成)?\Z"
)
LONGEST_BEFORE = 3
# What follows measures or limits instead of counting: 以上三点半, 这三条路, 以上两项以下.
MEASURED = re.compile(r"^(?:钟|半|多|路|线|河|街|以[上下内外]|支出|费用|收入|基金|指标|资金|[之%％])")
# “这” says less than “以上”: believed only at once after the list.
THIS = "这"
SENTENCE_END = re.compile("[。；\n]")


class Recount(NamedTuple):
    """A count that points back: `near` where it stands close to what it means (这三点)."""

    claim: Claim
    near: bool


def recounts(document: Document) -> Iterator[Recount]:
    """Yield every count that points back, in reading order."""
    text = document.text
    clause: Span | None = None
    for index, found in in_blocks(document, ABOVE.finditer(text)):
        begin = found.start()
        if document.blocks[index].kind is not BlockKind.BODY:
            continue
        if not BEFORE.search(text, max(begin - LONGEST_BEFORE, 0), begin) or MEASURED.match(found["noun"]):
            continue
        count = number(found["n"])
        if count is None or count < 2:
            continue
        clause = clause_around(document, found.span("count"), index, clause)
        if not SPEAKING.search(text[max(clause.start, begin - LONGEST_SPEAKING) : begin]):
            claim = Claim(Span(begin, found.end("count")), count, clause, index, found["noun"], generic=True)
            yield Recount(claim, found["back"] == THIS)


def looking_back(document: Document, lists: Sequence[Series], forward: Sequence[Answer]) -> Iterator[Answer]:
    """Yield the answer of every count that one list before it can be meant by; `forward` are those of other claims."""
    told = tuple(recounts(document)) if lists else ()
    if told:
        yield from LookingBack(document, lists, forward).answers(told)


class LookingBack:
    """Matches the counts of one draft that point back with its lists."""

    def __init__(self, document: Document, lists: Sequence[Series], forward: Iterable[Answer]) -> None:
        self.document = document
        self.lists = {one for one in lists if one.numbered and len(one.items) > 1 and one.items[0].value == 1}
        self.holders = {item.span.start: series for series in lists for item in series.items}
        self.starts = sorted(self.holders)
        # Up to where the text after a list is read, and the most members a sentence names in it, the last one so far.
        self.told: dict[Series, tuple[int, int, int]] = {}
        self.stated: dict[tuple[int, str], int] = {}
        for answer in forward:
            if answer.holds:
                for unit in document.text_of(answer.claim.span):
                    self.stated.setdefault((answer.claim.count, unit), answer.claim.span.start)

    def answers(self, told: Iterable[Recount]) -> Iterator[Answer]:
        for recount in told:
            found = self.to(recount)
            if found and (found.holds or not self.stated_again(recount.claim)):
                yield found

    def stated_again(self, claim: Claim) -> bool:
        """Whether a count repeats one stated before it, and borne out (修路、改水、建校三项 … 以上三项)."""
        unit = self.document.text[claim.span.end - 1]
        return self.stated.get((claim.count, unit), claim.span.end) <= claim.span.start

    def to(self, recount: Recount) -> Answer | None:
        """The list that ended last, or one around it that fits; None where it may be another thing."""
        ended = [series for series in self.ended(recount) if not self.goes_on(series, recount)]
        fit = next((series for series in ended if len(series.items) == recount.claim.count), None)
        if not fit and not self.alone(ended, recount):
            return None
        return None if self.named(ended[0], recount) else answered(recount.claim, fit or ended[0])

    def named(self, series: Series, recount: Recount) -> bool:
        """Whether a sentence after the list names as many itself: 做到公开、公平、公正。这三点……."""
        at, most, so_far = self.told.get(series, (series.last.span.end, 0, 0))
        first, *rest = SENTENCE_END.split(self.document.text[at : recount.claim.span.start])
        marks = [so_far + first.count("、"), *(sentence.count("、") for sentence in rest)]
        most = max(most, *marks)
        self.told[series] = (recount.claim.span.start, most, marks[-1])
        return most >= recount.claim.count - 1

    def ended(self, recount: Recount) -> Iterator[Series]:
        """The lists whose last item the count follows, the innermost first."""
        index = bisect_left(self.starts, recount.claim.span.start)
        series = self.holders[self.starts[index - 1]] if index else None
        while series is not None:
            if series in self.lists:
                yield series
            series = self.holders[series.parent.span.start] if series.parent else None

    def goes_on(self, series: Series, recount: Recount) -> bool:
        """Whether a list has more items after the count, or the count stands in the line of its last item."""
        at = recount.claim.span.start
        own = series.last.block == recount.claim.block and series.last.standing is Standing.LINE
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
        if series.last.standing is Standing.LINE and not recount.near:
            return True
        between = range(series.last.block + 1, recount.claim.block)
        return not any(self.document.text_of(self.document.blocks[n]).strip() for n in between)


def answered(claim: Claim, series: Series) -> Answer:
    members = tuple(item.span for item in series.items)
    return Answer(claim, members, frozenset({len(members)}), series, back=True)
