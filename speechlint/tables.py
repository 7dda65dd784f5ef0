"""Tab-separated tables beside the rules: a header line, then one row a line; `#` starts a comment line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from speechlint.messages import Problem


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns a kind of check needs, as its signature says: `table: Annotated[Table, Columns("wrong")]`."""

    names: tuple[str, ...]

    def __init__(self, *names: str) -> None:
        object.__setattr__(self, "names", names)


class Row:
    """One row: its cells, which its table finds by their columns, and its 1-based line.

    A plain class, for there are twenty thousand rows and a frozen one takes three times as long to make.
    """

    __slots__ = ("_places", "cells", "line")

    def __init__(self, cells: Sequence[str], places: Mapping[str, int], line: int) -> None:
        self.cells = cells
        self._places = places
        self.line = line

    def __getitem__(self, column: str) -> str:
        """The cell, or nothing where the row ends before that column or the table lacks it."""
        at = self._places.get(column)
        return self.cells[at] if at is not None and at < len(self.cells) else ""


@dataclass(frozen=True, eq=False)
class Table:
    """A table as it was at one time, read when first asked; compared by identity so that its forms can be cached."""

    path: Path
    modified: int
    size: int

    @property
    def columns(self) -> tuple[str, ...]:
        return self._content[0]

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._content[1]

    @cached_property
    def _content(self) -> tuple[tuple[str, ...], tuple[Row, ...]]:
        return content_of(self.path)

    def require(self, columns: Columns) -> None:
        """Raise Problem when a column is missing."""
        for name in columns.names:
            if name not in self.columns:
                raise Problem("missing-column", at=f"{self.path}:1", column=name)


def read_table(path: Path) -> Table:
    """Read one .tsv in UTF-8, once for as long as the file stays the same.

    Raises FileNotFoundError, and Problem on a file that cannot be read, a ragged row or a repeated first cell.
    """
    table = table_at(path)
    # Whatever is wrong with it is told now.
    _ = table.rows
    return table


def table_at(path: Path) -> Table:
    """The table in a file, which is not read yet; raises FileNotFoundError."""
    status = path.stat()
    return known_table(path, status.st_mtime_ns, status.st_size)


known_table = cache(Table)


def content_of(path: Path) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """The columns and rows of a file; raises Problem."""
    lines = lines_of(path)
    if not lines:
        raise Problem("empty-table", at=f"{path}:1")
    columns = tuple(lines[0][1].split("\t"))
    places = {column: at for at, column in enumerate(columns)}
    rows = tuple([Row(line.split("\t"), places, number) for number, line in lines[1:]])
    if not is_even(columns, rows):
        raise unevenness(path, columns, rows)
    return columns, rows


def is_even(columns: Sequence[str], rows: Sequence[Row]) -> bool:
    cells = [row.cells for row in rows]
    return len(columns) >= max(map(len, cells), default=0) and len({first for first, *_ in cells}) == len(cells)


def unevenness(path: Path, columns: Sequence[str], rows: Sequence[Row]) -> Problem:
    """The first row that has too many cells, or the first cell of a row before it."""
    seen: dict[str, int] = {}
    for row in rows:
        if len(row.cells) > len(columns):
            return Problem("ragged-row", at=f"{path}:{row.line}", cells=len(row.cells), columns=len(columns))
        if seen.setdefault(row.cells[0], row.line) != row.line:
            break
    cell = row.cells[0]
    return Problem("repeated-row", at=f"{path}:{row.line}", cell=cell, line=seen[cell])


def lines_of(path: Path) -> list[tuple[int, str]]:
    """Every line that says something, with its 1-based number."""
    try:
        # Excel writes a byte order mark, which would become part of the first column's name.
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem("not-utf-8", at=path) from error
    except OSError as error:
        raise Problem("unreadable", at=path, reason=error.strerror or error) from error
    return [(n, line) for n, line in enumerate(text.split("\n"), 1) if line and line[0] != "#" and not line.isspace()]
