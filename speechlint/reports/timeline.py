"""The time clues of one draft as one JSON object:

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
from collections.abc import Sequence

from speechlint import __version__
from speechlint.language.interval import Interval
from speechlint.language.setting import NOMINAL_YEAR
from speechlint.language.time_clues import TimeClue
from speechlint.language.timeline import Timeline
from speechlint.model import Document, Finding
from speechlint.reports.json import Value, finding_of, place


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
