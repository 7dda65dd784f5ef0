"""Which list answers a claim: the one right after it, the draft's main headings, or the one under its heading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from speechlint.language.claims import Claim
from speechlint.language.contents import CONTENTS, contents
from speechlint.language.echoes import taken_up
from speechlint.language.lists import Series
from speechlint.language.ordinals import Ordinal, Standing
from speechlint.model import Document, Span

# What may stand between a claim and its list: nothing, or “即”, “分别是”.
NAMELY = re.compile(
    r"[\s\u200b”’）)*#>]*"
    r"(?:(?:即|就是|主要是|分别是|具体是|也就是|具体来说|包括)[，,：:]?[\s\u200b*#>]*)?"
)
CLAUSE = re.compile(r"[，。；：！？,;:!?（(\n]")
MARK_UP = "\u3000 \t\n\u200b*#>"
MORE = re.compile(r"还有|另有|另外|此外|再就是|另一")
AFTERWORD = re.compile(r"结[束语]|附[件录]|参考|致谢|后记|说明")
# After “我讲三点意见” a speaker may still ask for attention before the first heading.
COURTESY = 80
# A heading's list may come after one paragraph that introduces it.
LEAD_IN = 2


@dataclass(frozen=True, slots=True)
class Answer:
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
    """Matches the claims of one draft with its lists."""

    def __init__(self, document: Document, lists: Sequence[Series]) -> None:
        self.document = document
        self.lists = [series for series in lists if series.numbered and series.items[0].value == 1]
        self.sections = [series for series in lists if not series.numbered]
        self.starts = [series.items[0].span.start for series in self.lists]
        self.items = {item.span.start: item for series in lists for item in series.items}

    def to(self, claim: Claim) -> Answer | None:
        """The list that answers a claim, if one does."""
        series = self.following(claim) or self.under_heading(claim) or self.in_sections(claim)
        if series is None or (len(series.items) < claim.count and self.goes_on(series)):
            return None
        return self.answer(claim, series)

    def in_sections(self, claim: Claim) -> Series | None:
        """The headings without a number right after a claim, where their number fits.

        Where it does not, only marked headings after a promise about the whole speech are believed.
        """
        series = next((one for one in self.sections if one.items[0].span.start >= claim.clause.end), None)
        if series is None or not (claim.generic or claim.spoken):
            return None
        if not self.next_line(claim, series.items[0].block):
            return None
        told = claim.spoken and series.last.depth is not None and not AFTERWORD.match(self.heading(series.last))
        return series if told or len(series.items) == claim.count else None

    def next_line(self, claim: Claim, block: int) -> bool:
        """Whether a block comes right after the claim's sentence, a table of contents left aside."""
        index = self.document.index_at(claim.span.start)
        left_aside = set(contents(self.document))
        between = [n for n in range(index + 1, block) if n not in left_aside]
        texts = (self.document.text_of(self.document.blocks[n]).strip(MARK_UP) for n in between)
        near = self.document.blocks[index].span.end - claim.clause.end <= COURTESY
        return near and index < block and not any(text and not CONTENTS.match(text) for text in texts)

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
        if series is None or len(series.items) < 2 or self.goes_on(series):
            return None
        rest, _, between = self.document.text[claim.clause.end : series.items[0].span.start].partition("\n")
        if between.strip(MARK_UP) or len(rest) > COURTESY:
            return None
        found = self.answer(claim, series)
        return found if taken_up(self.document, members, found.members) else None

    def goes_on(self, series: Series) -> bool:
        """Whether a run-in list ends in words that name more (一是…二是…此外还有两类…)."""
        if series.last.standing is Standing.LINE:
            return False
        block = self.document.blocks[series.last.block].span
        return bool(MORE.search(self.document.text, series.last.span.end, block.end))

    def following(self, claim: Claim) -> Series | None:
        """The list that begins where the claim's clause ends."""
        series = self.next_list(claim.clause.end)
        if series is None or not (claim.generic or claim.spoken or self.keyed(claim, series)):
            return None
        begin = series.items[0].span.start
        if NAMELY.fullmatch(self.document.text, claim.clause.end, begin):
            return series
        rest, _, between = self.document.text[claim.clause.end : begin].partition("\n")
        alone = series.items[0].standing is Standing.LINE
        return series if claim.spoken and alone and len(rest) <= COURTESY and not between.strip(MARK_UP) else None

    def under_heading(self, claim: Claim) -> Series | None:
        """The one list under the heading that holds the claim.

        A heading that goes on after its claim, or names what it counts by a name of its own, is believed only where
        the members repeat that name or their number fits.
        """
        index = self.document.index_at(claim.span.start)
        block = self.document.blocks[index].span
        heading = self.heading_of(block)
        end = end_of_heading(self.document.text, block)
        if heading is None or claim.clause.end > end:
            return None
        series = self.only_child(heading, index)
        if series is None:
            return None
        final = claim.clause.end == end and claim.generic
        return series if final or len(series.items) == claim.count or self.keyed(claim, series) else None

    def only_child(self, heading: Ordinal, index: int) -> Series | None:
        children = [series for series in self.lists if series.parent is heading]
        if len(children) != 1 or children[0].items[0].block == index:
            return None
        blocks = self.document.blocks[index + 1 : children[0].items[0].block]
        filled = [block for block in blocks if self.document.text_of(block).strip()]
        return children[0] if len(filled) < LEAD_IN else None

    def heading_of(self, block: Span) -> Ordinal | None:
        text = self.document.text_of(block)
        item = self.items.get(block.start + len(text) - len(text.lstrip("\u3000 \u200b#>*")))
        return item if item and item.standing is Standing.LINE else None

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
