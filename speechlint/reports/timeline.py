"""The time clues of one draft: as JSON, and as bars for a terminal.

The JSON is one object:

- `version`, `path`; `year`: the year of the speech, null where the draft does not tell it.
- `now`: the days the speech may be given on, `{start, end}`, both included, as YYYY-MM-DD; null without a year.
- `clues`, in reading order, each with its place (as a finding of `speechlint check`), and
  - `voice`: present, retrospective or prospective;
  - `interval`: the days the words name, `{start, end}`, null where they name none;
  - `evidence`: null where the words tell nothing of the day of the speech, else `{sort, weight, allows}`: `sort` is a
    value of `language.evidence.Sort`, `weight` 3 for a day told outright, 2 for a plain statement, 1 for a hint, and
    `allows` the days left open for the speech;
  - `conflicting`: whether the clue takes part in a contradiction.
- `conflicts`: the findings of the date rules, as `speechlint check --output-format json` writes them.

In a draft without a year, days of no named year are MM-DD; one whose `end` comes before its `start` runs over the
year's end.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from speechlint import __version__
from speechlint.language.date_wording import days_in_words
from speechlint.language.interval import Interval
from speechlint.language.time_clues import TimeClue
from speechlint.language.timeline import NOMINAL_YEAR, Timeline
from speechlint.messages import Language, say
from speechlint.model import Document, Finding
from speechlint.reports.axis import Axis, axis_over
from speechlint.reports.json import Value, finding_of, place

STYLES = {"present": "green", "retrospective": "blue", "prospective": "magenta"}
# Columns for line, clue, voice and days, with their gaps.
BESIDE_THE_BARS = 70
NARROWEST, WIDEST = 24, 72
LONGEST_CLUE = 12


def as_json(document: Document, timeline: Timeline, clues: Sequence[TimeClue], findings: Sequence[Finding]) -> str:
    """One JSON object, described above."""
    body: dict[str, Value] = {
        "version": __version__,
        "path": document.path,
        "year": timeline.year,
        "now": interval_value(timeline.now, year_known=True),
        "clues": [clue_value(document, timeline, clue) for clue in clues],
        "conflicts": [finding_of(document, finding) for finding in findings],
    }
    return json.dumps(body, ensure_ascii=False, indent=1)


def clue_value(document: Document, timeline: Timeline, clue: TimeClue) -> dict[str, Value]:
    evidence: dict[str, Value] | None = None
    if clue.evidence:
        allows = interval_value(clue.evidence.allows, year_known=year_told(timeline, clue.evidence.allows))
        evidence = {"sort": str(clue.evidence.sort), "weight": clue.evidence.weight, "allows": allows}
    return {
        **place(document, clue.span),
        "voice": str(clue.voice),
        "interval": interval_value(clue.interval, year_known=year_told(timeline, clue.interval)),
        "evidence": evidence,
        "conflicting": clue.conflicting,
    }


def interval_value(interval: Interval | None, *, year_known: bool) -> dict[str, Value] | None:
    if interval is None:
        return None
    return {"start": day_text(interval, 0, year_known), "end": day_text(interval, 1, year_known)}


def year_told(timeline: Timeline, interval: Interval | None) -> bool:
    """Whether an interval's years are real: the draft tells its year, or the expression names one."""
    return timeline.year is not None or interval is None or abs(interval.start.year - NOMINAL_YEAR) > 2


def day_text(interval: Interval, side: int, year_known: bool) -> str:
    day = (interval.start, interval.end)[side]
    return day.isoformat() if year_known else day.strftime("%m-%d")


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
    axis = axis_over(
        told or [c.interval for c in clues if c.interval], min(max(width - BESIDE_THE_BARS, NARROWEST), WIDEST)
    )
    return Group(
        Text(document.path, "bold underline"),
        Text(now_text(timeline, language), "bold"),
        *([table_of(document, timeline, clues, axis, language)] if axis else []),
        *(conflict_lines(document, findings, language)),
    )


def now_text(timeline: Timeline, language: Language) -> str:
    if timeline.now is None:
        return say("timeline-no-year", language)
    now = timeline.now
    return say("timeline-now", language, days=days_in_words(now) if language == "zh" else f"{now.start}—{now.end}")


def table_of(
    document: Document, timeline: Timeline, clues: Sequence[TimeClue], axis: Axis, language: Language
) -> Table:
    table = Table(box=None, pad_edge=False, show_header=True, header_style="dim")
    for key in ("timeline-line", "timeline-clue", "timeline-voice", "timeline-days"):
        table.add_column(say(key, language), no_wrap=True, min_width=4)
    table.add_column(axis.scale() if timeline.year else "", no_wrap=True)
    for clue in clues:
        shown = clue.evidence.allows if clue.evidence else clue.interval
        text = document.text_of(clue.span)
        style = "bold red" if clue.conflicting else STYLES[clue.voice]
        table.add_row(
            str(document.position(clue.span.start).line),
            Text(text if len(text) <= LONGEST_CLUE else text[: LONGEST_CLUE - 1] + "…", style),
            say(f"voice-{clue.voice}", language),
            days_text(shown, clue, timeline),
            Text(axis.bar(shown) if shown else "", style if clue.evidence else f"dim {STYLES[clue.voice]}"),
        )
    return table


def days_text(shown: Interval | None, clue: TimeClue, timeline: Timeline) -> str:
    """The days in figures; ! before those the clue leaves open for the speech itself."""
    if shown is None:
        return ""
    start, end = (day_text(shown, side, year_told(timeline, shown)) for side in (0, 1))
    return ("!" if clue.evidence else " ") + (start if start == end else f"{start}—{end}")


def conflict_lines(document: Document, findings: Sequence[Finding], language: Language) -> Iterator[Text]:
    if not findings:
        yield Text(say("timeline-agrees", language), "green")
    for finding in findings:
        at = document.position(finding.span.start)
        yield Text(f"✗ {at.line}:{at.column}  {finding.message}  {finding.rule}", "red")
        for related in finding.related:
            at = document.position(related.span.start)
            yield Text(f"    {at.line}:{at.column}  {related.message}", "dim")
