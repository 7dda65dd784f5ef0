"""The arrows never turn back: which part may import which, and what a plain check must not load."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import speechlint

PACKAGE = Path(speechlint.__file__).parent
MODULES = {
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
# What each part may import of ours; a part not named here may import anything but what OUTERMOST forbids.
MAY_IMPORT = {
    "position": set(),
    "layout": {"position"},
    "model": {"position", "layout"},
    "messages": set(),
    "spans": {"model"},
    "tables": {"messages"},
    "source": {"messages"},
    "yaml_source": {"messages", "source"},
    "stored": set(),
    "compiled": {"stored"},
    "forms": {"stored"},
    "spelling": {"messages", "spelling"},
    "regex_tree": set(),
    "literals": {"regex_tree"},
    "openings": {"regex_tree", "literals"},
    "line_ends": {"regex_tree"},
    "stretches": set(),
    "vocabulary": {"stored"},
    "dictionary": set(),
    "prefilter": {"forms", "stored", "regex_tree", "literals", "openings", "line_ends", "vocabulary"},
    "scan": {"model", "prefilter", "stretches", "vocabulary"},
    "language": {"dictionary", "emissions", "model", "layout", "openings", "spans", "scan", "vocabulary", "language"},
    "prepared": {"forms", "tables"},
    "checks": {
        "prepared",
        "model",
        "layout",
        "spans",
        "tables",
        "scan",
        "vocabulary",
        "language",
        "spelling",
        "checks",
    },
    "readers": {"model", "layout", "messages", "spans", "readers"},
}
MUST_NOT_IMPORT = {
    "linter": {"reports", "cli"},
    "session": {"reports", "cli"},
    "reports": {"linter", "cli", "checks"},
}
# Optional parts: they import the core, and only the command line imports them.
EXTRAS = {"lsp", "corpus", "web"}
# What any part may ask about the interpreter.
FACTS = {
    "platform",
    "maxunicode",
    "implementation",
    "hexversion",
    "byteorder",
    "version",
    "modules",
    "path",
    "executable",
}


def part(module: str) -> str:
    """The package or module right below speechlint: `checks` of speechlint.checks.swap."""
    return module.removeprefix("speechlint").removeprefix(".").partition(".")[0]


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module that a module imports, at its top or inside a function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            both = (f"{node.module}.{name.name}" for name in node.names)
            yield from (name if name in MODULES else node.module for name in both)


def parsed(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def ours(module: str) -> set[str]:
    return {part(name) for name in imports(parsed(module)) if name.startswith("speechlint.")}


@pytest.mark.parametrize("module", MODULES)
def test_imports_follow_the_arrows(module: str) -> None:
    wanted = ours(module)
    if part(module) in MAY_IMPORT:
        assert wanted <= MAY_IMPORT[part(module)]
    assert not wanted & MUST_NOT_IMPORT.get(part(module), set())
    if part(module) not in ("cli", "__main__"):
        assert "cli" not in wanted
        assert not (wanted & EXTRAS) - {part(module)}


def test_no_module_leads_back_to_itself() -> None:
    known = {module: {name for name in imports(parsed(module)) if name in MODULES} - {module} for module in MODULES}
    for wanted in known.values():
        wanted.discard("speechlint")
    TopologicalSorter(known).prepare()


@pytest.mark.parametrize("module", [name for name in MODULES if part(name) not in ("cli", "__main__")])
def test_only_the_command_line_touches_the_process(module: str) -> None:
    tree = parsed(module)
    attributes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    of_sys = {node.attr for node in attributes if isinstance(node.value, ast.Name) and node.value.id == "sys"}
    assert of_sys <= FACTS
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id in ("SystemExit", "print")]


@pytest.mark.parametrize("module", [name for name in MODULES if part(name) in ("checks", "language")])
def test_checks_never_read_files(module: str) -> None:
    assert not {"io", "os", "pathlib"} & set(imports(parsed(module)))
    calls = [node.func for node in ast.walk(parsed(module)) if isinstance(node, ast.Call)]
    assert "open" not in {call.id for call in calls if isinstance(call, ast.Name)}


TOO_COSTLY = {"jieba", "rjieba", "pypinyin", "docx", "lxml", "rich", "yaml", "pathspec", "asyncio"}
TOO_COSTLY |= {"importlib.metadata", "pygls", "fastapi", "uvicorn", "dask", "distributed", "fsspec", "pyarrow", "rensa"}
TOO_COSTLY |= {"onnxruntime", "numpy"}
# What a draft like most, under no configuration file, asks for nothing of.
NOT_ASKED_FOR = {"tomllib", "decimal", "difflib", "pkgutil", "importlib.util", "tempfile", "multiprocessing"}
NOT_ASKED_FOR |= {f"speechlint.{name}" for name in ("config.load", "config.fit", "yaml_source", "rule_file", "cache")}
NOT_ASKED_FOR |= {f"speechlint.readers.{name}" for name in ("markdown", "office", "word", "layout")}
NOT_ASKED_FOR |= {f"speechlint.language.{name}" for name in ("elements", "outline", "parts", "roles")}
# What findings kept from an earlier run can do without.
THE_CHECKS = {"speechlint.checks", "speechlint.language"}


def loaded(*arguments: str) -> set[str]:
    """The packages that a run of the command line has loaded when it ends."""
    program = (
        "import sys\n"
        f"sys.argv = ['speechlint', *{arguments!r}]\n"
        "from speechlint.__main__ import main\n"
        "try:\n    main()\n"
        "finally:\n    print(*sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return set(done.stderr.split())


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    draft = tmp_path / "讲话.txt"
    draft.write_text("在全市工作会议上的讲话\n\n同志们：\n\n　　今天的会议很重要，要抓好落实。\n", encoding="utf-8")
    return draft


def test_a_plain_check_loads_no_costly_library(draft: Path) -> None:
    # The second run rehearses.
    first, _, third = (loaded("check", "--no-cache", str(draft)) for _ in range(3))
    assert {"yaml", *THE_CHECKS} <= first
    assert third >= THE_CHECKS
    assert not third & (TOO_COSTLY | NOT_ASKED_FOR)


def test_findings_kept_need_no_check(draft: Path) -> None:
    # To keep them takes neither temporary files nor OpenSSL.
    for _ in range(2):
        draft.write_text(f"{draft.read_text(encoding='utf-8')}散会。\n", encoding="utf-8")
        first = loaded("check", str(draft))
    assert not first & {"tempfile", "hashlib", "_hashlib"}
    assert not loaded("check", str(draft)) & (TOO_COSTLY | THE_CHECKS)


def test_the_version_is_told_without_loading_anything() -> None:
    packages = loaded("--version")
    assert "speechlint" in packages
    assert not packages & {"click", "re", "pathlib", "dataclasses"}
