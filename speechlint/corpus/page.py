"""The summary as one page that opens offline: totals, bars, tables."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from speechlint.corpus.summary import Summary
from speechlint.messages import Language, say
from speechlint.reports.html import HTML_LANGUAGES, POLICY, tail
from speechlint.reports.pictures import bars

SHOWN = 20
STYLE = """
body{font:15px/1.6 sans-serif;margin:2em auto;max-width:70em;padding:0 1em}
section{display:inline-block;vertical-align:top;margin:0 2em 2em 0}
table{border-collapse:collapse}td,th{padding:.2em .8em;text-align:left;border-bottom:1px solid #ccc}
td.number{text-align:right}svg text{font-size:13px}
@media(prefers-color-scheme:dark){body{background:#1b1b1b;color:#ddd}svg text{fill:#ddd}}
"""


def page(summary: Summary, language: Language) -> str:
    """The whole page."""
    return "".join(lines(summary, language))


def lines(summary: Summary, language: Language) -> Iterator[str]:
    total = summary.totals
    found = total["error"] + total["warning"] + total["info"]
    title = say("summary-title", language, drafts=f"{total['drafts']:,}", findings=f"{found:,}")
    yield f'<!doctype html><html lang="{HTML_LANGUAGES[language]}"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield f"<title>speechlint</title><style>{STYLE}</style></head><body><h1>{escape(title)}</h1>"
    for key, counts in charts(summary).items():
        if counts:
            yield f"<section>{bars(say(key, language), counts)}</section>"
    for name, rows in summary.tables().items():
        if rows:
            yield from table(say(f"summary-{name}", language), rows[:SHOWN], language)
    yield "</body></html>"


def charts(summary: Summary) -> dict[str, list[tuple[str, int]]]:
    """What the bars show, by the key of their title."""
    tables = summary.tables()

    def findings(group: str) -> list[tuple[str, int]]:
        return [
            (str(row[group] or "?"), sum(int(str(row[n])) for n in ("error", "warning"))) for row in tables[group + "s"]
        ]

    folders = sorted(findings("folder"), key=lambda row: -row[1])
    return {
        "summary-rules": [(str(row["rule"]), int(str(row["findings"]))) for row in tables["rules"][:SHOWN]],
        "summary-years": findings("year")[-SHOWN:],
        "summary-folders": [(tail(name), count) for name, count in folders[:SHOWN]],
        "summary-worst": [(tail(str(row["address"])), int(str(row["findings"]))) for row in tables["worst"][:SHOWN]],
    }


def table(title: str, rows: list[dict[str, object]], language: Language) -> Iterator[str]:
    yield f"<h2>{escape(title)}</h2><table><tr>"
    yield "".join(f"<th>{escape(say(f'column-{name}', language))}</th>" for name in rows[0])
    yield "</tr>"
    for row in rows:
        yield f"<tr>{''.join(map(cell, row.values()))}</tr>"
    yield "</table>"


def cell(value: object) -> str:
    if isinstance(value, int):
        return f'<td class="number">{value:,}</td>' if value > 9_999 else f'<td class="number">{value}</td>'
    return f"<td>{escape('?' if value is None else str(value))}</td>"
