"""Tab-separated tables beside the rules: a header line, then one row a line; `#` starts a comment line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from speechlint.messages import Problem


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells by column name and its 1-based line."""

    cells: dict[str, str]
    line: int

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A read table; compared by identity so that prepared forms of it can be cached."""

    path: Path
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@cache
def read_table(path: Path) -> Table:
    """Read one .tsv in UTF-8; raises Problem on a missing file, a ragged row or a repeated first column."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Problem("unreadable", at=path, reason=error) from error
    numbered = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    if not numbered:
        raise Problem("empty-table", at=f"{path}:1")
    columns = tuple(numbered[0][1].split("\t"))
    rows: list[Row] = []
    seen: dict[str, int] = {}
    for number, line in numbered[1:]:
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise Problem("ragged-row", at=f"{path}:{number}", cells=len(cells), columns=len(columns))
        if cells[0] in seen:
            raise Problem("repeated-row", at=f"{path}:{number}", cell=cells[0], line=seen[cells[0]])
        seen[cells[0]] = number
        rows.append(Row(dict(zip(columns, cells, strict=False)), number))
    return Table(path, columns, tuple(rows))
