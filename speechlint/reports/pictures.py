"""Pictures as SVG: counts as bars, the outline as an indented tree, the time clues as bars on one axis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from speechlint.language.answers import Answer
from speechlint.language.outline import Entry, Listing, Outline
from speechlint.language.time_clues import TimeClue
from speechlint.language.timeline import Timeline
from speechlint.messages import Language, say
from speechlint.model import Document, Span
from speechlint.reports.axis import axis_over

ROW = 20
LABELS, BARS = 190, 260
WIDE = 640
CLUES, DAYS = 150, 560
COLORS = {"present": "#2e7d32", "retrospective": "#1565c0", "prospective": "#7b1fa2"}
LONGEST = 40
Row = tuple[int, str, bool]


def bars(title: str, counts: Sequence[tuple[str, int]]) -> str:
    """A horizontal bar for every count."""
    most = max((count for _, count in counts), default=0) or 1
    body = [text(0, 14, title)]
    for number, (label, count) in enumerate(counts, 1):
        y = number * ROW
        width = max(count / most * BARS, 1)
        body.append(text(0, y + 14, short(label, 15)))
        body.append(f'<rect x="{LABELS}" y="{y + 3}" width="{width:.0f}" height="14" fill="#607d8b"/>')
        body.append(text(LABELS + width + 6, y + 14, str(count)))
    return svg(LABELS + BARS + 50, (len(counts) + 1) * ROW, title, body)


def outline_picture(document: Document, outline: Outline, language: Language) -> str:
    """The draft's skeleton; what does not add up is red. Nothing for a draft without lists."""
    if not outline.lists:
        return ""
    title = document.text_of(outline.parts.title) if outline.parts.title else document.path
    rows: list[Row] = [(0, title, False), *claim_rows(document, outline.answers, 1, language)]
    for listing in outline.lists:
        rows += listing_rows(document, listing, 1, language)
    body = []
    for number, (depth, label, fault) in enumerate(rows):
        y = number * ROW
        if depth:
            body.append(f'<path d="M{depth * 20 - 12} {y}v10h8" fill="none" stroke="#999"/>')
        body.append(text(depth * 20, y + 14, short(label, LONGEST), fault=fault))
    return svg(WIDE, len(rows) * ROW + 6, say("html-outline", language), body)


def listing_rows(document: Document, listing: Listing, depth: int, language: Language) -> Iterator[Row]:
    for entry in listing.entries:
        yield entry_row(document, entry, depth, language)
        yield from claim_rows(document, entry.answers, depth + 1, language)
        for inner in entry.lists:
            yield from listing_rows(document, inner, depth + 1, language)


def entry_row(document: Document, entry: Entry, depth: int, language: Language) -> Row:
    label = document.text_of(Span(entry.ordinal.span.start, max(entry.text.end, entry.ordinal.span.end))).strip()
    faults = "".join(f" ✗ {say(f'disorder-{fault.fault}', language)}" for fault in entry.faults)
    return depth, short(label, LONGEST - len(faults)) + faults, bool(entry.faults)


def claim_rows(document: Document, answers: Iterable[Answer], depth: int, language: Language) -> Iterator[Row]:
    for answer in answers:
        count = say("outline-count", language, said=answer.claim.count, counted=len(answer.members))
        sign = "✓" if answer.holds else "✗"
        yield depth, f"{sign} {short(document.text_of(answer.claim.span), 20)} {count}", not answer.holds


def timeline_picture(document: Document, timeline: Timeline, clues: Sequence[TimeClue], language: Language) -> str:
    """The clues whose days are known; what contradicts is red. Nothing for a draft that does not tell its year."""
    if timeline.year is None:
        return ""
    known = [(clue, clue.evidence.allows if clue.evidence else clue.interval) for clue in clues]
    dated = [(clue, interval) for clue, interval in known if interval is not None]
    axis = axis_over([timeline.now] if timeline.now else [interval for _, interval in dated], DAYS)
    if axis is None:
        return ""
    body = [text(0, 14, say("html-timeline", language))]
    for day in axis.quarters():
        x = CLUES + axis.column(day)
        body.append(f'<path d="M{x} 16v{(len(dated) + 1) * ROW - 16}" stroke="#ddd"/>')
        body.append(text(x + 2, 14, day.strftime("%Y-%m")))
    for number, (clue, interval) in enumerate(dated, 1):
        y = number * ROW
        first, last = axis.column(interval.start), axis.column(interval.end)
        color = "#b3261e" if clue.conflicting else COLORS[clue.voice]
        line = document.position(clue.span.start).line
        body.append(text(0, y + 14, f"{line} {short(document.text_of(clue.span), 10)}", fault=clue.conflicting))
        body.append(
            f'<rect x="{CLUES + first}" y="{y + 5}" width="{max(last - first, 3)}" height="10" fill="{color}">'
            f"<title>{interval.start} — {interval.end}</title></rect>"
        )
    return svg(CLUES + DAYS + 20, (len(dated) + 1) * ROW + 6, say("html-timeline", language), body)


def svg(width: float, height: float, label: str, body: Iterable[str]) -> str:
    size = f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}"'
    return f'<svg role="img" aria-label="{escape(label)}" {size}>{"".join(body)}</svg>'


def text(x: float, y: float, label: str, *, fault: bool = False) -> str:
    mark = ' class="fault"' if fault else ""
    return f'<text x="{x:.0f}" y="{y:.0f}"{mark}>{escape(label)}</text>'


def short(label: str, longest: int) -> str:
    return label if len(label) <= longest else label[: longest - 1] + "…"
