"""The time clues of one draft as bars on a common axis, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from speechlint.language.date_wording import days_in_words
from speechlint.language.interval import Interval
from speechlint.language.time_clues import TimeClue
from speechlint.language.timeline import Timeline
from speechlint.messages import Language, say
from speechlint.model import Document, Finding
from speechlint.reports.axis import axis_over
from speechlint.reports.timeline import day_text, year_told

STYLES = {"present": "green", "retrospective": "blue", "prospective": "magenta"}
NARROWEST, WIDEST = 16, 72
# Columns for a clue, in a terminal of less than this many columns and in a wider one.
ROOMY, SHORT_CLUE, LONG_CLUE = 100, 16, 24
GAP = 1


def drawn(
    document: Document,
    timeline: Timeline,
    clues: Sequence[TimeClue],
    findings: Sequence[Finding],
    language: Language,
    width: int,
) -> RenderableType:
    """A table of the clues with bars on one axis, the draft's own day above it and the contradictions below."""
    told = [clue.evidence.allows for clue in clues if clue.evidence and clue.evidence.weight > 1]
    if timeline.now:
        told = [timeline.now, *(i for i in told if i.meets(timeline.now.widened(400, 400)))]
    shown = told or [c.interval for c in clues if c.interval]
    return Group(
        Text(document.path, "bold underline"),
        Text(now_text(timeline, language), "bold"),
        *(table_of(document, timeline, clues, shown, language, width) if shown else []),
        *conflict_lines(document, findings, language),
    )


def now_text(timeline: Timeline, language: Language) -> str:
    if timeline.now is None:
        return say("timeline-no-year", language)
    now = timeline.now
    return say("timeline-now", language, days=days_in_words(now) if language == "zh" else f"{now.start}—{now.end}")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: four cells, the days its bar covers, and its style."""

    cells: tuple[str, str, str, str]
    days: Interval | None
    style: str
    bar_style: str


def table_of(
    document: Document,
    timeline: Timeline,
    clues: Sequence[TimeClue],
    shown: Sequence[Interval],
    language: Language,
    width: int,
) -> Iterator[RenderableType]:
    """Yield the table, its bars as wide as the other columns leave room for, and its legend."""
    head = [say(key, language) for key in ("timeline-line", "timeline-clue", "timeline-voice", "timeline-days")]
    rows = list(rows_of(document, timeline, clues, language, SHORT_CLUE if width < ROOMY else LONG_CLUE))
    taken = sum(
        max(cell_len(cell) for cell in column) + GAP for column in zip(head, *(r.cells for r in rows), strict=True)
    )
    axis = axis_over(shown, min(max(width - taken, NARROWEST), WIDEST))
    table = Table(box=None, pad_edge=False, show_header=True, header_style="dim", padding=(0, GAP, 0, 0))
    for name in head:
        table.add_column(name, no_wrap=True)
    table.add_column(axis.scale(years=timeline.year is not None) if axis else "", no_wrap=True)
    for row in rows:
        line, clue, voice, days = row.cells
        bar = axis.bar(row.days) if axis and row.days else ""
        table.add_row(line, Text(clue, row.style), voice, days, Text(bar, row.bar_style))
    yield table
    yield Text(say("timeline-legend", language), "dim")


def rows_of(
    document: Document, timeline: Timeline, clues: Sequence[TimeClue], language: Language, longest: int
) -> Iterator[Row]:
    if timeline.now:
        days = short_days(timeline.now, year_known=True)
        yield Row(("", say("timeline-speech", language), "", " " + days), timeline.now, "bold", "bold")
    for clue in clues:
        shown = clue.evidence.allows if clue.evidence else clue.interval
        text = document.text_of(clue.span).replace("\n", " ")
        style = "bold red" if clue.conflicting else STYLES[clue.voice]
        yield Row(
            (
                str(document.position(clue.span.start).line),
                text if cell_len(text) <= longest else set_cell_size(text, longest - 1).rstrip() + "…",
                say(f"voice-{clue.voice}", language),
                days_text(shown, clue, timeline),
            ),
            shown,
            style,
            style if clue.evidence else f"dim {STYLES[clue.voice]}",
        )


def days_text(shown: Interval | None, clue: TimeClue, timeline: Timeline) -> str:
    """The days in figures; ! before those the clue leaves open for the speech itself, ✗ where others contradict."""
    if shown is None:
        return ""
    mark = "✗" if clue.conflicting else "!" if clue.evidence else " "
    return mark + short_days(shown, year_known=year_told(timeline, shown))


def short_days(days: Interval, *, year_known: bool) -> str:
    """2022-07-01—09-30: a year that both ends share is told once."""
    start, end = (day_text(days, side, year_known) for side in (0, 1))
    if start == end:
        return start
    return f"{start}—{end[5:] if year_known and start[:4] == end[:4] else end}"


def conflict_lines(document: Document, findings: Sequence[Finding], language: Language) -> Iterator[Text]:
    if not findings:
        yield Text(say("timeline-agrees", language), "green")
    for finding in findings:
        at = document.position(finding.span.start)
        yield Text(f"✗ {at.line}:{at.column}  {finding.message}  {finding.rule}", "red")
        for related in finding.related:
            at = document.position(related.span.start)
            yield Text(f"    {at.line}:{at.column}  {related.message}", "dim")
