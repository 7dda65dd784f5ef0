"""What a part imports is what it says it needs: nothing undeclared, nothing for nothing."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import speechlint

PACKAGE = Path(speechlint.__file__).parent
PROJECT = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# The distributions that bring each top-level name; asking reads the files of all that is installed.
BRINGING = packages_distributions()
# What each extra is for, below the package.
EXTRAS = {"lsp": "lsp", "onnx": "spelling/corrector.py", "web": "web", "corpus": "corpus"}


def distributions_imported(tree: ast.AST) -> set[str]:
    """The distributions that bring what a module imports from outside, at its top or inside a function."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {one.name.partition(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    outside = names - sys.stdlib_module_names - {"speechlint"}
    return {normal(BRINGING.get(name, [name])[0]) for name in outside}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(part: str) -> set[str]:
    lines = PROJECT["optional-dependencies"][part] if part else PROJECT["dependencies"]
    return {normal(re.split(r"[><=\[ ]", line)[0]) for line in lines}


def imported(part: str) -> set[str]:
    """What the modules of an extra import, or with "" those of the core and of the command line."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        own = path.relative_to(PACKAGE).as_posix()
        if part == next((extra for extra, place in EXTRAS.items() if own.startswith(place)), ""):
            found |= distributions_imported(ast.parse(path.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("part", ["", *EXTRAS])
def test_every_dependency_is_imported_by_the_part_that_names_it(part: str) -> None:
    assert declared(part) - imported(part) == set()


@pytest.mark.parametrize("part", ["", *EXTRAS])
def test_every_import_is_a_dependency(part: str) -> None:
    of_extras = set().union(*map(declared, EXTRAS)) if not part else set()
    assert imported(part) - declared(part) - declared("") - of_extras == set()
