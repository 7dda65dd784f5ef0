"""Write how large modules and functions are, ours beside other linters', into docs/about/architecture.md.

The others are installed from PyPI into a throw-away folder; `--ours` prints our own modules and functions over the
limits instead and installs nothing. Sizes are lines, blank ones and comments included; a function ends where its last
statement does and begins at its first decorator.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generated import ROOT, keep, marked

PAGE = ROOT / "docs" / "about" / "architecture.md"
OURS = ROOT / "speechlint"
OTHERS = ("yamllint", "sqlfluff", "flake8")
LONGEST_MODULE, LONGEST_FUNCTION = 300, 60


@dataclass(frozen=True, slots=True)
class Size:
    """How many lines a module or a function has."""

    lines: int
    place: str


def modules(folder: Path) -> list[Size]:
    """Every module that holds something."""
    sizes = [Size(len(path.read_text(encoding="utf-8").splitlines()), named(path, folder)) for path in sources(folder)]
    return [size for size in sizes if size.lines]


def functions(folder: Path) -> list[Size]:
    """Every function and method, those inside others too."""
    return [
        Size((node.end_lineno or 0) - first_line(node) + 1, f"{named(path, folder)}:{node.name}")
        for path in sources(folder)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def sources(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def named(path: Path, folder: Path) -> str:
    return path.relative_to(folder.parent).as_posix()


def first_line(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])


def row(name: str, folder: Path) -> str:
    parts, pieces = modules(folder), functions(folder)
    return f"| {name} | {len(parts)} | {shape(parts)} | {len(pieces)} | {shape(pieces)} |"


def shape(sizes: Iterable[Size]) -> str:
    """Median, 95th percentile and maximum, as three cells."""
    lines = sorted(size.lines for size in sizes)
    return " | ".join(str(lines[round((len(lines) - 1) * share)]) for share in (0.5, 0.95, 1))


def others(folder: Path) -> list[str]:
    """A row for each other linter, installed below a folder without what it needs."""
    command = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*command, "--target", str(folder), *OTHERS], check=True)
    found = []
    for name in OTHERS:
        (told,) = folder.glob(f"{name}-*.dist-info")
        found.append(row(f"{name} {told.stem.rpartition('-')[2]}", folder / name))
    return found


def table() -> str:
    with tempfile.TemporaryDirectory() as name:
        rows = [row("**speechlint**", OURS), *others(Path(name))]
    head = "| | 模块 | 中位 | 95 % | 最长 | 函数 | 中位 | 95 % | 最长 |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|"
    return "\n".join([f"{date.today():%Y-%m-%d} 数的，单位是行，空行和注释也算；各项目的测试不算。", "", head, *rows])


def over() -> list[str]:
    """Our modules and functions over the limits, the longest first."""
    limits = ((modules(OURS), LONGEST_MODULE), (functions(OURS), LONGEST_FUNCTION))
    found = [size for sizes, limit in limits for size in sizes if size.lines > limit]
    return [f"{size.lines:5}  {size.place}" for size in sorted(found, key=lambda size: -size.lines)]


def main(arguments: list[str]) -> int:
    if "--ours" in arguments:
        print("\n".join(over()))
        return 0
    return keep(PAGE, marked(PAGE.read_text(encoding="utf-8"), "sizes", table()), check=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
