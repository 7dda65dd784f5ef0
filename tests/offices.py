"""Repositories for a test: the project as it stands, and an office that uses its hooks."""

import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

ROOT = Path(__file__).parent.parent
IDENTITY = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *args: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = ["git", *IDENTITY, *args]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def project_copy(folder: Path) -> Path:
    """A repository of the project's files in one commit, as somebody has it who cloned it; skips outside of git."""
    if git(ROOT, "rev-parse", "--git-dir").returncode:
        pytest.skip("needs the project's own git repository")
    folder.mkdir()
    for name in git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").stdout.split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes((ROOT / name).read_bytes())
            (folder / name).chmod((ROOT / name).stat().st_mode)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "hooks")
    return folder


def office_of(tmp_path: Path, hooks: Path, names: str) -> tuple[Path, dict[str, str]]:
    """An office's repository with pre-commit installed, and the environment to use it in."""
    office = tmp_path / "office"
    office.mkdir()
    git(office, "init", "-q")
    revision = git(hooks, "rev-parse", "HEAD").stdout.strip()
    (office / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks.as_uri()}\n  rev: {revision}\n  hooks: {names}\n"
    )
    env = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")}
    env["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{env['PATH']}"
    env.pop("PYTHONPATH", None)
    install = [sys.executable, "-m", "pre_commit", "install"]
    subprocess.run(install, cwd=office, env=env, check=True, capture_output=True)
    return office, env


def write_docx(path: Path, *lines: str) -> None:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
