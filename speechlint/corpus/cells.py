"""Tables of the summary's page: cells, headings, and what is said above them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from speechlint.corpus.plots import bar
from speechlint.messages import Language, say
from speechlint.model import Severity

BAR, RATE = "bar", "rate"
SEVERITIES = tuple(severity.value for severity in Severity)
# Findings are told of so many characters, about a draft and a half.
CHARACTERS = 10_000
AMOUNTS = {"findings", "drafts", "unread", "characters", "jaccard", RATE}

Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Section:
    """One table: its name, the names of its columns, the cells of the rows shown, how many rows there are in all.

    `above` is what all its names begin with and is left out of them; the rest of the rows is in the file of its name
    with `suffix`.
    """

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    count: int
    above: str = ""
    suffix: str = ".csv"

    def html(self, language: Language) -> str:
        """The table, or nothing when it is empty."""
        if not self.rows:
            return ""
        heads = "".join(head(name, language) for name in self.columns)
        body = "".join(f"<tr>{''.join(row)}</tr>" for row in self.rows)
        title = escape(say(f"summary-{self.name}", language))
        return (
            f'<section><h2>{title}</h2><p class="note">{escape(self.note(language))}</p>'
            f'<div class="scroll"><table><tr>{heads}</tr>{body}</table></div></section>'
        )

    def note(self, language: Language) -> str:
        """What is left out of the table."""
        notes = [say("summary-above", language, above=self.above)] if self.above else []
        if left := self.count - len(self.rows):
            notes.append(say("summary-more", language, count=f"{left:,}", file=f"{self.name}{self.suffix}"))
        return say("separator", language).join(notes)


def head(name: str, language: Language) -> str:
    if name == BAR:
        return '<th class="bars"></th>'
    told = escape(say(f"column-{name}", language))
    return f'<th class="number">{told}</th>' if name in AMOUNTS else f"<th>{told}</th>"


def label(first: str, second: str = "") -> str:
    """A name, and below it in small print another."""
    small = f"<small>{escape(second)}</small>" if first and second else ""
    return f'<td class="name">{escape(first or second)}{small}</td>'


def amount(value: float) -> str:
    return f'<td class="number">{value:,.2f}</td>' if isinstance(value, float) else f'<td class="number">{value:,}</td>'


def stacked(parts: Sequence[tuple[str, float]], most: float) -> str:
    return f'<td class="bars">{bar(parts, most)}</td>'


def found(counts: Counts) -> int:
    return sum(counts[name] for name in SEVERITIES)


def rate(findings: int, characters: int) -> float:
    """Findings in ten thousand characters."""
    return findings / characters * CHARACTERS if characters else 0.0


def common(names: Sequence[str]) -> str:
    """The folders that all names begin with, the last slash included."""
    if len(names) < 2:
        return ""
    first, last = min(names), max(names)
    same = next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[: first.rfind("/", 0, same) + 1]
