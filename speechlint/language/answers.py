"""Which list answers a claim: the one right after it, the draft's main headings, or the one under its heading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from itertools import islice
from typing import NamedTuple

from speechlint.language.claims import Claim
from speechlint.language.contents import CONTENTS
from speechlint.language.echoes import taken_up
from speechlint.language.ordinals import Ordinal, Standing
from speechlint.language.series import Series
from speechlint.model import Document, Span

# What may stand between a claim and its list: nothing, or “即”, “分别是”.
NAMELY = re.compile(
    r"[\s\u200b”’）)*#>]*"
    r"(?:(?:即|就是|主要是|分别是|具体是|也就是|具体来说|包括)[，,：:]?[\s\u200b*#>]*)?"
)
CLAUSE = re.compile(r"[，。；：！？,;:!?（(\n]")
MARK_UP = "\u3000 \t\n\u200b*#>"
# After “我讲三点意见” a speaker may still ask for attention before the first heading.
COURTESY = 80
REST_OF_LINE = re.compile(rf"[^\n]{{0,{COURTESY}}}(?:\n[{MARK_UP}]*)?")
MARGIN = "\u3000 \u200b#>*"
MORE = re.compile(r"还有|另有|另外|此外|再就是|另一")
# 一是…二是…三是…。 and in the next paragraph 最后镇长讲意见; but not 最后，祝大家新年快乐.
AT_LAST = re.compile(r"[\s　]*最后(?![，,、。祝让愿我希同再])")
AFTERWORD = re.compile(r"结[束语]|附[件录]|参考|致谢|后记|说明")
# A heading's list may come after one paragraph that introduces it.
LEAD_IN = 2


class Answer(NamedTuple):
    """A claim and what answers it: the span of each thing counted, and the counts that would be right.

    `back` tells a claim that points to a list before it.
    """

    claim: Claim
    members: tuple[Span, ...]
    counts: frozenset[int]
    series: Series | None = None
    back: bool = False

    @property
    def holds(self) -> bool:
        return self.claim.count in self.counts


class ListAnswers:
    """Matches the claims of one draft with its lists; `listed` are the blocks of the contents."""

    def __init__(self, document: Document, lists: Sequence[Series], listed: Container[int]) -> None:
        self.document = document
        self.listed = listed
        self.lists = [series for series in lists if series.numbered and series.items[0].value == 1]
        self.sections = [series for series in lists if not series.numbered]
        self.starts = [series.items[0].span.start for series in self.lists]
        self.section_starts = [series.items[0].span.start for series in self.sections]
        items = (item for series in lists for item in series.items)
        self.headings = {item.block: item for item in items if item.standing is Standing.LINE}
        self.children: dict[int, list[Series]] = {}
        for series in self.lists:
            if series.parent:
                self.children.setdefault(series.parent.span.start, []).append(series)

    def to(self, claim: Claim) -> Answer | None:
        """The list that answers a claim, if one does."""
        series = self.following(claim) or self.under_heading(claim) or self.in_sections(claim)
        if series is None or (len(series.items) < claim.count and (self.goes_on(series) or self.begins_anew(series))):
            return None
        return self.answer(claim, series)

    def in_sections(self, claim: Claim) -> Series | None:
        """The headings without a number right after a claim, where their number fits.

        Where it does not, only marked headings after a promise about the whole speech are believed.
        """
        index = bisect_left(self.section_starts, claim.clause.end)
        series = self.sections[index] if index < len(self.sections) else None
        if series is None or not (claim.generic or claim.spoken):
            return None
        if not self.next_line(claim, series.items[0].block):
            return None
        told = claim.spoken and series.last.depth is not None and not AFTERWORD.match(self.heading(series.last))
        return series if told or len(series.items) == claim.count else None

    def next_line(self, claim: Claim, block: int) -> bool:
        """Whether a block comes right after the claim's sentence, a table of contents left aside."""
        blocks = self.document.blocks
        if block <= claim.block or blocks[claim.block].span.end - claim.clause.end > COURTESY:
            return False
        between = (blocks[n] for n in range(claim.block + 1, block) if n not in self.listed)
        texts = (self.document.text_of(block).strip(MARK_UP) for block in between)
        return not any(text and not CONTENTS.match(text) for text in texts)

    def answer(self, claim: Claim, series: Series) -> Answer:
        """A list answers by its length; one with a wrong ordinal also by its last, so that one slip is told once."""
        counts = {len(series.items), series.last.value, len({item.value for item in series.items})}
        return Answer(claim, tuple(map(self.shown, series.items)), frozenset(counts), series)

    def shown(self, item: Ordinal) -> Span:
        """What stands for an item: its label, or the heading itself where it has none."""
        return item.span if len(item.span) else Span(item.span.start, self.document.blocks[item.block].span.end)

    def heading(self, item: Ordinal) -> str:
        return self.document.text_of(self.shown(item))

    def taking_up(self, claim: Claim, members: Sequence[Span]) -> Answer | None:
        """The list after a claim's sentence whose items take up the members the claim names."""
        series = self.next_list(claim.clause.end)
        if series is None or len(series.items) < 2 or not self.near(claim, series) or self.goes_on(series):
            return None
        found = self.answer(claim, series)
        return found if taken_up(self.document, members, found.members) else None

    def near(self, claim: Claim, series: Series) -> bool:
        """Whether only the rest of a claim's line, if that is short, stands between it and a list."""
        return REST_OF_LINE.fullmatch(self.document.text, claim.clause.end, series.items[0].span.start) is not None

    def goes_on(self, series: Series) -> bool:
        """Whether a run-in list ends in words that name more (一是…二是…此外还有两类…)."""
        if series.last.standing is Standing.LINE:
            return False
        block = self.document.blocks[series.last.block].span
        more = MORE.search(self.document.text, series.last.span.end, block.end)
        return bool(more or AT_LAST.match(self.document.text, block.end))

    def begins_anew(self, series: Series) -> bool:
        """Whether the one label of a run-in list stands again further on: 一是眼界，一是作风。"""
        item = series.last
        block = self.document.blocks[item.block].span
        label = self.document.text_of(item.span)
        return len(series.items) == 1 and self.document.text.find(label, item.span.end, block.end) >= 0

    def following(self, claim: Claim) -> Series | None:
        """The list that begins where the claim's clause ends."""
        series = self.next_list(claim.clause.end)
        if series is None:
            return None
        if NAMELY.fullmatch(self.document.text, claim.clause.end, series.items[0].span.start):
            return series if claim.generic or claim.spoken or self.keyed(claim, series) else None
        alone = series.items[0].standing is Standing.LINE
        return series if claim.spoken and alone and self.near(claim, series) else None

    def under_heading(self, claim: Claim) -> Series | None:
        """The one list under the heading that holds the claim.

        A heading that goes on after its claim, or names what it counts by a name of its own, is believed only where
        the members repeat that name or their number fits.
        """
        heading = self.heading_of(claim.block)
        if heading is None:
            return None
        end = end_of_heading(self.document.text, self.document.blocks[claim.block].span)
        series = self.only_child(heading) if claim.clause.end <= end else None
        if series is None:
            return None
        final = claim.clause.end == end and claim.generic
        return series if final or len(series.items) == claim.count or self.keyed(claim, series) else None

    def only_child(self, heading: Ordinal) -> Series | None:
        """The one list under a heading, after no more than a paragraph that introduces it."""
        children = self.children.get(heading.span.start, [])
        if len(children) != 1 or children[0].items[0].block == heading.block:
            return None
        between = self.document.blocks[heading.block + 1 : children[0].items[0].block]
        filled = (block for block in between if self.document.text_of(block).strip())
        return children[0] if len(list(islice(filled, LEAD_IN))) < LEAD_IN else None

    def heading_of(self, block: int) -> Ordinal | None:
        """The ordinal or heading a block begins with."""
        item = self.headings.get(block)
        margin = self.document.text[self.document.blocks[block].span.start : item.span.start] if item else ""
        return None if margin.strip(MARGIN) else item

    def next_list(self, offset: int) -> Series | None:
        index = bisect_left(self.starts, offset)
        return self.lists[index] if index < len(self.lists) else None

    def keyed(self, claim: Claim, series: Series) -> bool:
        """Whether most items of a list repeat the word the claim quotes; a single character begins or ends them."""
        if len(claim.key) < 2:
            return claim.quoted and self.framed(claim.key, series)
        phrase = self.document.text_of(claim.span)
        heads = [self.document.text[item.span.end : item.span.end + 40] for item in series.items]
        return sum(claim.key in head and phrase not in head for head in heads) * 2 > len(heads)

    def framed(self, key: str, series: Series) -> bool:
        rest = [self.document.text[item.span.end : item.span.end + 40] for item in series.items]
        heads = [str(CLAUSE.split(text, maxsplit=1)[0]).strip("“”* ") for text in rest]
        return sum(head.startswith(key) or head.endswith(key) for head in heads) > len(heads) / 2


def end_of_heading(text: str, block: Span) -> int:
    """Where the heading a block begins with is over: at its first full stop, or where the block ends."""
    stop = text.find("。", block.start, block.end)
    return block.end if stop < 0 else stop + 1
