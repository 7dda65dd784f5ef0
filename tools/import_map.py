"""Write the map of imports into docs/about/architecture.md; `--check` only compares.

A part is a package or a module right below speechlint/. Its layer is one above the highest part it imports, so the
table reads from what stands alone to the command line; parts that import each other would share a layer.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from generated import ROOT, keep, marked

PACKAGE = ROOT / "speechlint"
PAGE = ROOT / "docs" / "about" / "architecture.md"
NAME = "speechlint"


def modules() -> dict[str, Path]:
    """Every module's file by its dotted name."""
    found = sorted(PACKAGE.rglob("*.py"))
    return {".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): p for p in found}


def part_of(module: str) -> str:
    return module.removeprefix(NAME).removeprefix(".").partition(".")[0] or "__init__"


def imports(path: Path, known: Mapping[str, Path]) -> Iterator[str]:
    """Our own modules that a module imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module in known:
            for one in node.names:
                inner = f"{node.module}.{one.name}"
                yield inner if inner in known else str(node.module)


def arrows(known: Mapping[str, Path]) -> dict[str, set[str]]:
    """For each part the other parts it imports; the package itself holds nothing but its version."""
    found: dict[str, set[str]] = {part_of(module): set() for module in known}
    for module, path in known.items():
        found[part_of(module)] |= {part_of(one) for one in imports(path, known)} - {part_of(module)}
    found.pop("__init__")
    return {part: wanted - {"__init__"} for part, wanted in found.items()}


def layers(graph: Mapping[str, set[str]]) -> dict[str, int]:
    """The layer of each part; raises SystemExit when parts import each other, for then there is no order."""
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise SystemExit(f"parts import each other: {' → '.join(error.args[1])}") from None
    layer: dict[str, int] = {}
    for part in order:
        layer[part] = max((layer[one] + 1 for one in graph[part]), default=0)
    return layer


def table() -> str:
    known = modules()
    graph = arrows(known)
    layer = layers(graph)
    lines = ["| 层 | 部分 | 引用 |", "|---:|---|---|"]
    for part in sorted(graph, key=lambda one: (layer[one], one)):
        wanted = "、".join(f"`{one}`" for one in sorted(graph[part])) or "—"
        lines.append(f"| {layer[part]} | `{part}` | {wanted} |")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    page = marked(PAGE.read_text(encoding="utf-8"), "import-map", table())
    return keep(PAGE, page, check="--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
