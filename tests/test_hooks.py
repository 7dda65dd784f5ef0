"""What other tools are given: pre-commit's hooks, a GitHub action, a GitLab job, an image."""

import os
import re
import subprocess
import sys
from pathlib import Path

import docx
import pytest
import yaml

ROOT = Path(__file__).parent.parent
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
IDENTITY = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *args: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = ["git", *IDENTITY, *args]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("name", ["讲话.txt", "a.MD", "a.docx", "a.DOC", "a.wps"])
def test_the_hook_sees_every_kind_of_draft(name: str) -> None:
    hook = next(hook for hook in HOOKS if hook["id"] == "speechlint")
    assert re.search(hook["files"], name)
    assert not re.search(hook["files"], f"{name}.py")


def test_the_action_passes_inputs_by_the_environment_only() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    steps = action["runs"]["steps"]
    assert not [step for step in steps if "${{" in step.get("run", "")]
    used = set(re.findall(r"inputs\.([\w-]+)", str(steps)))
    assert used == set(action["inputs"])


def test_the_action_checks_and_reports(tmp_path: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    script = action["runs"]["steps"][-1]["run"].replace("speechlint check", f"{sys.executable} -m speechlint check")
    (tmp_path / "a.txt").write_text("全力打造避署胜地。\n", encoding="utf-8")
    env = {**os.environ, "PATHS": "a.txt .", "ARGUMENTS": "--isolated --min-severity info", "SARIF": "out.sarif"}
    env |= {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["bash", "-e", "-c", script], cwd=tmp_path, env=env, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 1, done.stderr
    assert "::error file=a.txt,line=1," in done.stdout
    assert (tmp_path / "out.sarif").exists()
    assert "避暑" in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_the_gitlab_job_names_reports_that_exist() -> None:
    from speechlint.reports import REPORTS

    job = yaml.safe_load((ROOT / "examples" / "gitlab-ci.yml").read_text(encoding="utf-8"))["speechlint"]
    targets = dict(re.findall(r"--output-format (\w+)=(\S+)", job["script"][-1]))
    assert set(targets) <= set(REPORTS)
    assert set(targets.values()) == set(job["artifacts"]["reports"].values())


@pytest.fixture
def hooks(tmp_path: Path) -> Path:
    """A git repository of the project as it stands, for pre-commit to install from."""
    if git(ROOT, "rev-parse", "--git-dir").returncode:
        pytest.skip("needs the project's own git repository")
    folder = tmp_path / "hooks"
    folder.mkdir()
    for name in git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").stdout.split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes((ROOT / name).read_bytes())
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


@pytest.mark.slow
def test_the_path_of_a_newcomer(hooks: Path, tmp_path: Path) -> None:
    office, env = office_of(tmp_path, hooks, "[{id: speechlint}]")
    draft = office / "a.txt"
    draft.write_text("全力打造避署胜地。\n", encoding="utf-8")

    def speechlint(*args: str) -> int:
        command = [sys.executable, "-m", "speechlint", *args]
        return subprocess.run(command, cwd=office, env={**env, "PYTHONPATH": str(ROOT)}, capture_output=True).returncode

    assert speechlint("init") == 0
    assert speechlint("check") == 1
    assert speechlint("baseline", "write") == 0
    settings = office / "speechlint.toml"
    settings.write_text(
        'baseline = "speechlint-baseline.json"\n' + settings.read_text(encoding="utf-8"), encoding="utf-8"
    )
    assert speechlint("check") == 0
    git(office, "add", "-A")
    assert git(office, "commit", "-m", "known", env=env).returncode == 0

    draft.write_text(f"要把任务布署到位。\n{draft.read_text(encoding='utf-8')}", encoding="utf-8")
    git(office, "add", "-A")
    blocked = git(office, "commit", "-m", "new", env=env)
    assert blocked.returncode == 1
    assert "布署" in blocked.stdout + blocked.stderr
    assert "避署" not in blocked.stdout + blocked.stderr
    assert speechlint("fix", "a.txt") == 0
    git(office, "add", "-A")
    assert git(office, "commit", "-m", "mended", env=env).returncode == 0
    assert speechlint("baseline", "prune") == 0
    assert speechlint("check") == 0


@pytest.mark.slow
def test_a_commit_is_blocked_mended_and_let_through(hooks: Path, tmp_path: Path) -> None:
    office, env = office_of(tmp_path, hooks, "[{id: speechlint-fix}, {id: speechlint}]")
    (office / "a.txt").write_text("全力打造避署胜地。\n", encoding="utf-8")
    document = docx.Document()
    document.add_paragraph("各位代表要认真审议。XX县要完成投资XX亿元。")
    document.save(str(office / "b.docx"))
    git(office, "add", "-A")
    blocked = git(office, "commit", "-m", "first", env=env)
    said = blocked.stdout + blocked.stderr
    assert blocked.returncode == 1, said
    assert (office / "a.txt").read_text(encoding="utf-8") == "全力打造避暑胜地。\n"
    assert "b.docx:1:" in said
    assert "placeholder/" in said

    document = docx.Document()
    document.add_paragraph("各位代表要认真审议。")
    document.save(str(office / "b.docx"))
    git(office, "add", "-A")
    passed = git(office, "commit", "-m", "first", env=env)
    assert passed.returncode == 0, passed.stdout + passed.stderr
