"""The summary as one page that opens offline: totals, plots, and the first rows of every table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from speechlint.corpus.cells import BAR, RATE, SEVERITIES, Section, amount, common, found, label, rate, stacked
from speechlint.corpus.page_comparison import compared
from speechlint.corpus.plots import Column, columns
from speechlint.corpus.summary import Group, Summary
from speechlint.messages import Language, say, templates

if TYPE_CHECKING:
    from speechlint.corpus.comparison import Comparison

# Nothing may be fetched, whatever an archive's names hold.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
SHOWN, YEARS_SHOWN = 20, 40
FIELD = re.compile(r"\{[^}]*\}")


def page(summary: Summary, titles: Mapping[str, str], language: Language, comparison: Comparison | None = None) -> str:
    """The whole page; `titles` are the rules' by their ids."""
    style = files("speechlint.corpus").joinpath("page.css").read_text(encoding="utf-8")
    title = escape(say("summary-page", language))
    sections = [section.html(language) for section in tables(summary, titles, language)]
    if comparison is not None:
        sections += [section.html(language) for section in compared(comparison, language)]
    return (
        f'<!doctype html><html lang="{say("html-language", language)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{style}</style></head><body>"
        f"<header><h1>{title}</h1>{''.join(totals(summary, language))}</header>"
        f"<main>{years(summary, language)}{''.join(sections)}</main>"
        f"<footer><p>{escape(say('summary-files', language))}</p></footer></body></html>"
    )


def totals(summary: Summary, language: Language) -> Iterator[str]:
    total = summary.totals
    title = say("summary-title", language, drafts=f"{total['drafts']:,}", findings=f"{found(total):,}")
    yield f'<p class="about">{escape(title)}</p><dl class="tiles">'
    tiles = [("drafts", ""), ("unread", "error" if total["unread"] else ""), ("characters", "")]
    for name, kind in [*tiles, *((severity, severity) for severity in SEVERITIES)]:
        yield tile(name, f"{total[name]:,}", kind, language)
    yield tile("all-rate", f"{rate(found(total), total['characters']):.2f}", "", language)
    yield "</dl>"


def tile(name: str, told: str, kind: str, language: Language) -> str:
    return f'<div class="{kind}"><dt>{escape(say(f"column-{name}", language))}</dt><dd>{told}</dd></div>'


def years(summary: Summary, language: Language) -> str:
    """The findings of every year in ten thousand characters; nothing where there is but one."""
    made = [column(group, language) for group in summary.grouped("year")[-YEARS_SHOWN:]]
    if len(made) < 2:
        return ""
    title = say("summary-by-year", language)
    key = "".join(
        f'<span class="key {name}"><i></i>{escape(say(f"column-{name}", language))}</span>' for name in SEVERITIES
    )
    plot = f'<p class="note">{key}</p><div class="scroll">{columns(title, made)}</div>'
    return f'<section class="wide"><h2>{escape(title)}</h2>{plot}</section>'


def column(group: Group, language: Language) -> Column:
    year = str(group.value or say("summary-no-year", language))
    drafts = say("compare-drafts", language, count=f"{group.counts['drafts']:,}")
    told = [f"{say(f'column-{name}', language)} {group.counts[name]:,}" for name in SEVERITIES]
    parts = tuple((name, rate(group.counts[name], group.counts["characters"])) for name in SEVERITIES)
    return Column(year, drafts, say("comma", language).join([year, drafts, *told]), parts)


def tables(summary: Summary, titles: Mapping[str, str], language: Language) -> Iterator[Section]:
    yield rules(summary, titles)
    folders = sorted(summary.grouped("folder"), key=lambda group: -found(group.counts))
    yield groups("folder", folders)
    if len(sources := summary.grouped("source")) > 1:
        yield groups("source", sources)
    yield worst(summary)
    yield problems(summary, language)


def rules(summary: Summary, titles: Mapping[str, str]) -> Section:
    ranked = summary.ranked()
    most = max((row.findings for row in ranked), default=0)
    rows = [
        (
            label(titles.get(row.rule, ""), row.rule),
            stacked([(row.severity, row.findings)], most),
            amount(row.findings),
            amount(row.drafts),
        )
        for row in ranked[:SHOWN]
    ]
    return Section("rules", ("rule", BAR, "findings", "drafts"), rows, len(ranked))


def groups(name: str, found_in: list[Group]) -> Section:
    above = common([str(group.value) for group in found_in])
    most = max((found(group.counts) for group in found_in), default=0) or 1
    rows = [
        (
            label(str(group.value)[len(above) :], "" if len(str(group.value)) > len(above) else above),
            stacked([(severity, group.counts[severity]) for severity in SEVERITIES], most),
            amount(found(group.counts)),
            amount(group.counts["drafts"]),
            amount(group.counts["unread"]),
            amount(rate(found(group.counts), group.counts["characters"])),
        )
        for group in found_in[:SHOWN]
    ]
    return Section(f"{name}s", (name, BAR, "findings", "drafts", "unread", RATE), rows, len(found_in), above)


def worst(summary: Summary) -> Section:
    above = common([address for _, address, _ in summary.worst])
    most = max((findings for findings, _, _ in summary.worst), default=0)
    rows = []
    for findings, address, characters in summary.worst[:SHOWN]:
        folder, _, name = address[len(above) :].rpartition("/")
        bar = stacked([("plain", findings)], most)
        rows.append(
            (label(name, folder), bar, amount(findings), amount(characters), amount(rate(findings, characters)))
        )
    return Section("worst", ("address", BAR, "findings", "characters", RATE), rows, len(summary.worst), above)


def problems(summary: Summary, language: Language) -> Section:
    rows = [(label(without_fields(key, language), key), amount(count)) for key, count in summary.problems.most_common()]
    return Section("problems", ("problem", "drafts"), rows, len(rows))


def without_fields(key: str, language: Language) -> str:
    """What a problem says, but for what differs from draft to draft."""
    return FIELD.sub("…", templates()[key][language]) if key in templates() else ""
