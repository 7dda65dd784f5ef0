"""What a rule is, and where the rules of a folder lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from speechlint.messages import Problem
from speechlint.model import Severity

if TYPE_CHECKING:
    from speechlint.checks.kinds import Check, Kind

Texts = Mapping[str, str]
Strength = Literal["safe", "unsafe"]

FAMILIES = (
    "placeholder",
    "watermark",
    "numbering",
    "date",
    "typo",
    "punctuation",
    "number",
    "wording",
    "layout",
    "file",
)


class Explanation(NamedTuple):
    """What a rule's page tells beside what is found: no draft is checked by it."""

    title: Texts
    why: Texts
    source: str
    bad: tuple[str, ...]
    good: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One rule as its file states it; `check` is its kind bound to its options.

    What explains it, its title and examples among it, is read when it is asked for.

    The last fields spare those who ask the loading of its kind: the `module` that defines it, the `tables` among its
    options, and whether it reads mark-up (`reads_inert`) or a Word file's layout (`reads_layout`), and
    whether a finding may be graver than the rule (`sets_severity`).
    """

    id: str
    message: Texts
    related: Texts
    severity: Severity
    enabled: bool
    fix: Strength | None
    explained: Callable[[], Explanation]
    kind: str
    options: Mapping[str, object]
    check: Check
    path: Path
    module: str = ""
    tables: tuple[Path, ...] = ()
    reads_inert: bool = False
    reads_layout: bool = False
    sets_severity: bool = False

    @property
    def family(self) -> str:
        return self.id.partition("/")[0]

    @property
    def title(self) -> Texts:
        return self.explained().title

    @property
    def why(self) -> Texts:
        return self.explained().why

    @property
    def source(self) -> str:
        return self.explained().source

    @property
    def bad(self) -> tuple[str, ...]:
        return self.explained().bad

    @property
    def good(self) -> tuple[str, ...]:
        return self.explained().good


@cache
def kind_named(name: str, module: str) -> Kind:
    """A kind of check, its module imported."""
    import_module(module)
    from speechlint.checks.kinds import KINDS

    return KINDS[name]


def builtin_folder() -> Path:
    """The rules shipped with the package: inside the wheel, or beside the package in a source tree."""
    inside = Path(__file__).parent / "rules"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "rules"


def rule_files(root: Path) -> dict[str, Path]:
    """Every rule file below a folder by the rule's id; raises Problem when there is none, or two of one id."""
    paths: dict[str, Path] = {}
    for path in sorted([*root.rglob("*.yaml"), *root.rglob("*.yml")]):
        other = paths.setdefault(rule_id(path, root), path)
        if other != path:
            raise Problem("repeated-rule", at=path, rule=rule_id(path, root), other=other)
    if not paths:
        raise Problem("no-rule-files", at=root)
    return paths


def rule_id(path: Path, root: Path) -> str:
    return path.relative_to(root).with_suffix("").as_posix()
