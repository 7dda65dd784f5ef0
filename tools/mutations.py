"""The small faults that `tools/mutants.py` writes into a module, one at a time.

Comparisons, and/or, not, arithmetic, numbers, True and False, conditions turned round, break and continue, results left
out, calls left out. Not touched: strings and regexes, annotations, decorators, what stands inside an f-string, and
`strict=`, which changes nothing where no programming error is.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
UNTOUCHED = {"annotation", "returns", "decorator_list"}


@dataclass(frozen=True, slots=True, order=True)
class Mutant:
    """Bytes `start` to `end` of a module written otherwise; the place begins at a line and column (of bytes) in a
    statement begun on line `statement`, and ends on line `last`."""

    path: str
    start: int
    end: int
    after: str
    before: str
    statement: int
    line: int
    column: int
    last: int

    def applied(self, source: bytes) -> bytes:
        return source[: self.start] + self.after.encode() + source[self.end :]

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.before!r} -> {self.after!r}"


def mutants_of(path: str, source: bytes) -> Iterator[Mutant]:
    """Yield every mutant of a module in the order of its text."""
    lengths = [len(line) for line in source.splitlines(keepends=True)]
    begins = [sum(lengths[:number]) for number in range(len(lengths))]
    for node, statement in places(ast.parse(source), 1):
        for after in dict.fromkeys(faults(node)):
            start = begins[node.lineno - 1] + node.col_offset
            end = begins[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
            text = after if isinstance(node, ast.stmt) else f"({after})"
            before = source[start:end].decode()
            yield Mutant(path, start, end, text, before, statement, node.lineno, node.col_offset, node.end_lineno or 0)


def places(node: ast.AST, statement: int) -> Iterator[tuple[ast.stmt | ast.expr, int]]:
    """Yield every statement and expression that may be written otherwise, with the first line of its statement."""
    if isinstance(node, ast.keyword) and node.arg == "strict":
        return
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
        return
    if isinstance(node, ast.stmt):
        statement = node.lineno
    if isinstance(node, ast.stmt | ast.expr):
        yield node, statement
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if name not in UNTOUCHED and isinstance(child, ast.AST):
                yield from places(child, statement)


def faults(node: ast.stmt | ast.expr) -> Iterator[str]:
    """Yield what may stand in place of a node, as source."""
    match node:
        case ast.Compare():
            yield from (otherwise(node, "ops", number) for number, op in enumerate(node.ops) if type(op) in SWAPPED)
        case ast.BoolOp() | ast.BinOp() | ast.AugAssign() if type(node.op) in SWAPPED:
            yield otherwise(node, "op")
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield ast.unparse(node.operand)
        case ast.Constant(value=bool()):
            yield str(not node.value)
        case ast.Constant(value=int()):
            yield from (str(node.value + 1), str(node.value - 1))
        case ast.Return() if node.value is not None and ast.unparse(node.value) not in ("None", "False"):
            yield "return None"
        case ast.Break() | ast.Continue():
            yield "continue" if isinstance(node, ast.Break) else "break"
        case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
            yield "yield from ()"
        case ast.Expr(value=ast.Call()):
            yield "pass"
        case ast.Call() | ast.Name() | ast.Attribute() if getattr(node, "is_condition", False):
            yield f"not {ast.unparse(node)}"
    for test in conditions(node):
        vars(test)["is_condition"] = True


def conditions(node: ast.AST) -> list[ast.expr]:
    match node:
        case ast.If() | ast.While() | ast.IfExp():
            return [node.test]
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            return [test for part in node.generators for test in part.ifs]
        case ast.BoolOp():
            return node.values
    return []


def otherwise(node: ast.AST, name: str, number: int | None = None) -> str:
    """The node's source with one of its operators swapped."""
    changed = deepcopy(node)
    if number is None:
        setattr(changed, name, SWAPPED[type(getattr(changed, name))]())
    else:
        operators = getattr(changed, name)
        operators[number] = SWAPPED[type(operators[number])]()
    return ast.unparse(changed)
