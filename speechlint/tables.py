"""Tab-separated tables beside the rules: a header line, then one row a line; `#` starts a comment line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from speechlint.messages import Problem


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns a kind of check needs, as its signature says: `table: Annotated[Table, Columns("wrong")]`."""

    names: tuple[str, ...]

    def __init__(self, *names: str) -> None:
        object.__setattr__(self, "names", names)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells by column name and its 1-based line."""

    cells: dict[str, str]
    line: int

    def __getitem__(self, column: str) -> str:
        """The cell, or nothing where the row ends before that column or the table lacks it."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A read table; compared by identity so that prepared forms of it can be cached."""

    path: Path
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def require(self, columns: Columns) -> None:
        """Raise Problem when a column is missing."""
        for name in columns.names:
            if name not in self.columns:
                raise Problem("missing-column", at=f"{self.path}:1", column=name)


def read_table(path: Path) -> Table:
    """Read one .tsv in UTF-8, once for as long as the file stays the same.

    Raises FileNotFoundError, and Problem on a file that cannot be read, a ragged row or a repeated first cell.
    """
    stamp = path.stat()
    return read_once(path, stamp.st_mtime_ns, stamp.st_size)


@cache
def read_once(path: Path, _modified: int, _size: int) -> Table:
    lines = lines_of(path)
    if not lines:
        raise Problem("empty-table", at=f"{path}:1")
    columns = tuple(lines[0][1].split("\t"))
    rows: list[Row] = []
    seen: dict[str, int] = {}
    for number, line in lines[1:]:
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise Problem("ragged-row", at=f"{path}:{number}", cells=len(cells), columns=len(columns))
        if cells[0] in seen:
            raise Problem("repeated-row", at=f"{path}:{number}", cell=cells[0], line=seen[cells[0]])
        seen[cells[0]] = number
        rows.append(Row(dict(zip(columns, cells, strict=False)), number))
    return Table(path, columns, tuple(rows))


def lines_of(path: Path) -> list[tuple[int, str]]:
    """Every line that says something, with its 1-based number."""
    try:
        # Excel writes a byte order mark, which would become part of the first column's name.
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem("not-utf-8", at=path) from error
    except OSError as error:
        raise Problem("unreadable", at=path, reason=error.strerror or error) from error
    return [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip() and not line.startswith("#")]
