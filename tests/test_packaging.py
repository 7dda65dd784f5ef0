"""What is built and installed works far from the source tree."""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from itertools import chain
from pathlib import Path

import pytest
from offices import project_copy

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run without what would let Python find the source tree."""
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def build(source: Path, folder: Path) -> Path:
    done = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, source, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sdist and the wheel built from it."""
    return build(ROOT, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of a fresh environment into which the wheel was installed."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    (wheel,) = built.glob("*.whl")
    done = run(scripts / "python", "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return scripts


def test_another_folder_day_and_umask_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    source, out = tmp_path / "elsewhere", tmp_path / "again"
    project_copy(source)
    out.mkdir()
    for path in source.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    former = os.umask(0o077)
    try:
        build(source, out)
    finally:
        os.umask(former)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == {
        path.name: path.read_bytes() for path in built.iterdir()
    }


def test_an_index_would_take_both(built: Path) -> None:
    done = run(sys.executable, "-m", "twine", "check", "--strict", *sorted(built.iterdir()), cwd=built)
    assert done.returncode == 0, done.stdout + done.stderr


def rules_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in (".yaml", ".tsv")}


def test_the_wheel_holds_the_package_its_rules_and_nothing_else(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"speechlint"}
    assert {name.removeprefix("speechlint/rules/") for name in names if "/rules/" in name} == rules_below(
        ROOT / "rules"
    )
    data = {"speechlint/py.typed", "speechlint/schema/report.schema.json", "speechlint/web/page/index.html"}
    assert data <= set(names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]


def test_the_sdist_holds_what_a_build_and_its_tests_need(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    tops = {name.partition("/")[0] for name in names}
    files = {
        "README.md",
        "README.zh-CN.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "LICENSE",
        "pyproject.toml",
        "PKG-INFO",
    }
    assert {"speechlint", "rules", "tests", *files} <= tops
    assert tops <= {
        "speechlint",
        "rules",
        "tests",
        "benchmarks",
        "constraints",
        "editors",
        "fixtures",
        "docs",
        "examples",
        "tools",
        "mkdocs.yml",
        "Dockerfile",
        "action.yml",
        ".pre-commit-hooks.yaml",
        ".gitignore",
        *files,
    }
    assert {f"rules/{name}" for name in rules_below(ROOT / "rules")} <= names


# A folder or an address of whoever built it.
PRIVATE = re.compile(rb"/(?:root|home/\w+|Users/\w+)/|\w@(?!(?:[\w-]+\.)*example\.)\w[\w-]*\.[a-z]{2,}")


def test_the_sdist_tells_nothing_of_the_machine_it_was_built_on(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        members = [member for member in archive.getmembers() if member.isfile()]
        assert {(member.uname, member.gname, member.uid) for member in members} == {("", "", 0)}
        telling = [member.name for member in members if PRIVATE.search(archive.extractfile(member).read())]  # type: ignore[union-attr]
    assert [name for name in telling if not name.endswith("tests/test_packaging.py")] == []


def test_the_constraints_are_the_lowest_versions_allowed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    allowed = {*project["dependencies"], *chain(*(extras[extra] for extra in ("lsp", "onnx", "web", "corpus")))}
    lines = (ROOT / "constraints" / "lowest.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == sorted(one.replace(">=", "==") for one in allowed)


def test_an_installed_speechlint_checks_a_file_anywhere(installed: Path, tmp_path: Path) -> None:
    draft = tmp_path / "讲话.txt"
    draft.write_text("在全市工作会议上的讲话\n\n同志们：\n\n　　要全力打造避署胜地。\n", encoding="utf-8")
    done = run(installed / "speechlint", "check", "--isolated", "--output-format", "json", draft.name, cwd=tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    findings = json.loads(done.stdout)["findings"]
    assert [(finding["rule"], finding["text"]) for finding in findings] == [("typo/misspelling", "避署")]


def test_the_rules_are_found_inside_the_installed_package(installed: Path, tmp_path: Path) -> None:
    program = "from speechlint.ruleset import builtin_folder; print(builtin_folder())"
    done = run(installed / "python", "-c", program, cwd=tmp_path)
    folder = Path(done.stdout.strip())
    assert folder.is_relative_to(installed.parent)
    assert rules_below(folder) == rules_below(ROOT / "rules")


def test_every_example_holds_in_the_installed_package(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "speechlint", "test", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_installed_plugin_adds_its_rules_and_checks(installed: Path, tmp_path: Path) -> None:
    plugin = tmp_path / "plugin"
    shutil.copytree(ROOT / "examples" / "speechlint-acme", plugin)
    done = run(installed / "python", "-m", "pip", "install", "--quiet", plugin, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    proved = run(installed / "speechlint", "test", plugin / "acme_speechlint" / "rules", "--lang", "en", cwd=tmp_path)
    assert proved.returncode == 0, proved.stdout + proved.stderr
    assert "2 rules: all 12 examples hold" in proved.stdout
    (tmp_path / "a.txt").write_text("由示例事务办公室牵头，高度重视、高度重视、高度重视。\n", encoding="utf-8")
    found = run(installed / "speechlint", "a.txt", cwd=tmp_path).stdout
    assert "wording/acme-former-name" in found
    assert "wording/acme-overused" in found
    assert "acme" not in run(installed / "speechlint", "--isolated", "a.txt", cwd=tmp_path).stdout
