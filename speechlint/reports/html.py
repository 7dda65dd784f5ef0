"""One page that opens offline: the drafts with their marks, the findings beside them, filters and pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from speechlint.language.analysis import Analysis
from speechlint.language.time_clues import time_clues
from speechlint.messages import Language, say
from speechlint.model import Document, Finding, Severity
from speechlint.reports.counts import closing_line
from speechlint.reports.marked import marked_lines
from speechlint.reports.pictures import bars, outline_picture, timeline_picture
from speechlint.session import Checked

# Nothing may be fetched, whatever a draft holds.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
HTML_LANGUAGES = {"zh": "zh-CN", "en": "en"}
LABEL = 15


def lines(outcomes: Sequence[Checked], language: Language) -> Iterator[str]:
    """Yield the page."""
    numbered = [(f"f{number}", outcome) for number, outcome in enumerate(outcomes)]
    yield f'<!doctype html><html lang="{HTML_LANGUAGES[language]}"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>speechlint</title><style>{asset('page.css')}</style></head><body>"
    yield from header(outcomes, language)
    yield '<main id="draft">'
    for name, outcome in numbered:
        yield from draft(name, outcome, language)
    yield '</main><aside id="findings">'
    for name, outcome in numbered:
        yield from list_of(name, outcome, language)
    yield f"</aside><script>{asset('page.js')}</script></body></html>"


def asset(name: str) -> str:
    return files("speechlint.reports").joinpath("page", name).read_text(encoding="utf-8")


def header(outcomes: Sequence[Checked], language: Language) -> Iterator[str]:
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    yield f"<header><h1>speechlint　{escape(closing_line(outcomes, language))}</h1>"
    severities = {f"severity-{s}": str(s) for s in Severity if any(f.severity is s for f in findings)}
    families = {f"family-{f.family}": f.family for f in findings}
    for choices in (severities, families):
        boxes = (box(value, say(key, language)) for key, value in choices.items())
        yield f'<div class="filters">{"".join(boxes)}</div>'
    yield f'<div>{escape(say("html-shown", language))} <span id="shown">{len(findings)}</span></div>'
    if findings:
        yield from charts(outcomes, findings, language)
    yield "</header>"


def box(value: str, label: str) -> str:
    return f'<label><input type="checkbox" value="{escape(value)}" checked> {escape(label)}</label>'


def charts(outcomes: Sequence[Checked], findings: Sequence[Finding], language: Language) -> Iterator[str]:
    by_family = Counter(say(f"family-{finding.family}", language) for finding in findings)
    by_file = Counter({tail(outcome.path): len(outcome.findings) for outcome in outcomes if outcome.findings})
    yield f'<details><summary>{escape(say("html-charts", language))}</summary><div class="pictures">'
    yield bars(say("html-by-family", language), by_family.most_common())
    yield bars(say("html-by-file", language), by_file.most_common(20))
    yield "</div></details>"


def tail(path: str) -> str:
    """The end of a path, which tells files apart."""
    return path if len(path) <= LABEL else "…" + path[1 - LABEL :]


def draft(name: str, outcome: Checked, language: Language) -> Iterator[str]:
    yield f'<section class="file"><h2>{escape(outcome.path)}</h2>'
    if outcome.problem is not None:
        yield f'<p class="problem">{escape(outcome.problem.say(language))}</p>'
    if outcome.document is not None:
        yield from pictures(outcome.document, language)
        yield '<div class="text">'
        yield from marked_lines(outcome.document, outcome.findings, name)
        yield "</div>"
    yield "</section>"


def pictures(document: Document, language: Language) -> Iterator[str]:
    analysis = Analysis(document)
    clues = time_clues(analysis.setting, analysis.timeline)
    drawn = {
        "html-outline": outline_picture(document, analysis.outline, language),
        "html-timeline": timeline_picture(document, analysis.timeline, clues, language),
    }
    for key, picture in drawn.items():
        if picture:
            yield f"<details><summary>{escape(say(key, language))}</summary>{picture}</details>"


def list_of(name: str, outcome: Checked, language: Language) -> Iterator[str]:
    if outcome.document is None or not outcome.findings:
        return
    yield f"<h2>{escape(outcome.path)}</h2>"
    for number, finding in enumerate(outcome.findings):
        yield entry(f"{name}-{number}", outcome.document, finding, language)


def entry(name: str, document: Document, finding: Finding, language: Language) -> str:
    at = document.position(finding.span.start)
    related = "".join(
        f"<small>{document.position(place.span.start).line}: {escape(place.message)}</small>"
        for place in finding.related
    )
    better = say("comma", language).join(text for text in finding.suggestions if text and text not in finding.message)
    suggestion = f"<small>{escape(say('suggestion', language, better=better))}</small>" if better else ""
    return (
        f'<button type="button" class="finding {finding.severity}" id="{name}" data-family="{finding.family}" '
        f'data-severity="{finding.severity}"><b>{at.line}:{at.column}</b> {escape(finding.message)}'
        f"{suggestion}{related}"
        f"<small>{escape(say(f'severity-{finding.severity}', language))}　{escape(finding.rule)}</small></button>"
    )
