"""Results as Markdown tables, and the page that keeps them."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"
MARK = "<!-- Written by python -m benchmarks --write; everything below is replaced. -->\n"
CALM = 0.3


@dataclass(frozen=True, slots=True)
class Table:
    """One scenario's results; `note` says how they were come by."""

    columns: tuple[str, ...]
    note: str
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, *cells: str) -> None:
        self.rows.append(cells)

    def markdown(self) -> str:
        ruler = ("---", *("---:" for _ in self.columns[1:]))
        lines = [f"| {' | '.join(cells)} |" for cells in (self.columns, ruler, *self.rows)]
        return "\n".join([*lines, "", self.note])


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f}"


def times(ratio: float) -> str:
    return f"{ratio:.2f}×" if ratio < 10 else f"{ratio:.0f}×"


def mebibytes(size: int) -> str:
    return f"{size / 2**20:.0f}"


def machine() -> str:
    """The day, the processor, how busy it is before anything is measured, and whether we stand back or push ahead."""
    busy = os.getloadavg()[0]
    state = "idle" if busy < CALM else "loaded"
    niceness = f", niceness {os.nice(0)}" if os.nice(0) else ""
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {processor()}, {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}; {state} at the start (load {busy:.1f}{niceness})"
    )


def processor() -> str:
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def section(title: str, table: Table, told: str) -> str:
    return f"## {title}\n\n{told}\n\n{table.markdown()}\n"


def write(page: Path, titles: Sequence[str], sections: Iterable[str]) -> None:
    """Put sections into the page in place of those of the same title; `titles` tells their order."""
    text, _, kept = page.read_text(encoding="utf-8").partition(MARK)
    known = {title_of(old): old for old in f"\n{kept}".split("\n## ")[1:]}
    known |= {title_of(new): new for new in (section.removeprefix("## ") for section in sections)}
    ordered = [known[title].rstrip() for title in titles if title in known]
    page.write_text(text + MARK + "".join(f"\n## {body}\n" for body in ordered), encoding="utf-8")


def title_of(section: str) -> str:
    return section.partition("\n")[0]
