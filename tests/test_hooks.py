"""What other tools are given: pre-commit's hooks, a GitHub action, a GitLab job, an image."""

import json
import os
import re
import subprocess
import sys
import venv
from pathlib import Path

import pytest
import yaml
from offices import git, office_of, project_copy, write_docx

ROOT = Path(__file__).parent.parent
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


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


@pytest.mark.slow
def test_the_action_installs_itself_and_checks(tmp_path: Path) -> None:
    """Every step of its own, in a fresh environment, as the runner would have them."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    venv.create(tmp_path / "venv", with_pip=True)
    scripts = tmp_path / "venv" / "bin"
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    (drafts / "a.txt").write_text("全力打造避署胜地。\n", encoding="utf-8")
    env = {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "VERSION": "", "SOURCE": str(ROOT)}
    env |= {"PATHS": ".", "ARGUMENTS": "", "SARIF": "", "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}
    env.pop("PYTHONPATH", None)
    done = [
        subprocess.run(["bash", "-e", "-c", step["run"]], cwd=drafts, env=env, capture_output=True, text=True)
        for step in action["runs"]["steps"]
        if "run" in step
    ]
    assert [step.returncode for step in done] == [0, 1], done
    assert "::error file=a.txt,line=1," in done[-1].stdout


@pytest.mark.slow
def test_the_image_is_built_from_wheels_alone(tmp_path: Path) -> None:
    """What the Dockerfile does, without docker: the wheels its head tells to get, then its own install line."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    head = re.search(r"^#   (python -m pip wheel .*)$", text, re.MULTILINE)
    install = re.search(r"^RUN (pip install .*?) *\\$", text, re.MULTILINE)
    assert head is not None
    assert install is not None
    project = project_copy(tmp_path / "project")
    env = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    gathered = subprocess.run(["bash", "-e", "-c", head[1]], cwd=project, env=env, capture_output=True, text=True)
    assert gathered.returncode == 0, gathered.stdout + gathered.stderr
    venv.create(tmp_path / "image", with_pip=True)
    scripts = tmp_path / "image" / "bin"
    env = {"PATH": f"{scripts}{os.pathsep}/usr/bin:/bin", "HOME": str(tmp_path), "PIP_CONFIG_FILE": os.devnull}
    command = install[1].replace("/wheels", str(project / "wheels"))
    assert "--no-index" in command
    installed = subprocess.run(["bash", "-e", "-c", command], cwd=tmp_path, env=env, capture_output=True, text=True)
    assert installed.returncode == 0, installed.stdout + installed.stderr
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    (drafts / "a.txt").write_text("全力打造避署胜地。\n", encoding="utf-8")
    entry = json.loads(text.partition("ENTRYPOINT ")[2].partition("\n")[0])
    arguments = json.loads(text.partition("CMD ")[2].partition("\n")[0])
    ran = subprocess.run([scripts / entry[0], *arguments], cwd=drafts, env=env, capture_output=True, text=True)
    assert ran.returncode == 1, ran.stderr
    assert ran.stdout.startswith("a.txt:1:5: error typo/misspelling")


def test_the_gitlab_job_names_reports_that_exist() -> None:
    from speechlint.reports import REPORTS

    job = yaml.safe_load((ROOT / "examples" / "gitlab-ci.yml").read_text(encoding="utf-8"))["speechlint"]
    targets = dict(re.findall(r"--output-format (\w+)=(\S+)", job["script"][-1]))
    assert set(targets) <= set(REPORTS)
    assert set(targets.values()) == set(job["artifacts"]["reports"].values())


@pytest.mark.slow
def test_a_commit_is_blocked_mended_and_let_through(tmp_path: Path) -> None:
    office, env = office_of(tmp_path, project_copy(tmp_path / "hooks"), "[{id: speechlint-fix}, {id: speechlint}]")
    (office / "a.txt").write_text("全力打造避署胜地。\n", encoding="utf-8")
    write_docx(office / "b.docx", "各位代表要认真审议。XX县要完成投资XX亿元。")
    git(office, "add", "-A")
    blocked = git(office, "commit", "-m", "first", env=env)
    said = blocked.stdout + blocked.stderr
    assert blocked.returncode == 1, said
    assert (office / "a.txt").read_text(encoding="utf-8") == "全力打造避暑胜地。\n"
    assert "b.docx:1:" in said
    assert "placeholder/" in said

    write_docx(office / "b.docx", "各位代表要认真审议。")
    git(office, "add", "-A")
    passed = git(office, "commit", "-m", "first", env=env)
    assert passed.returncode == 0, passed.stdout + passed.stderr
