"""A newcomer's path, in one go: a copy of the project, README's first command, an office that takes the tool up."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from offices import git, office_of, project_copy, write_docx

ROOT = Path(__file__).parent.parent
pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="README's command is for a shell")]


def first_command() -> str:
    found = re.search(r"^## Try it\n+```sh\n(.*?)\n```", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S)
    assert found is not None
    return found[1]


def test_the_path_of_a_newcomer(tmp_path: Path) -> None:
    project = project_copy(tmp_path / "speechlint")
    office, env = office_of(tmp_path, project, "[{id: speechlint}]")
    tried = subprocess.run(first_command(), shell=True, cwd=project, env=env, capture_output=True, text=True)
    assert tried.returncode == 0, tried.stdout + tried.stderr
    assert "typo/misspelling" in tried.stdout

    def speechlint(*args: str) -> int:
        return subprocess.run([project / ".venv/bin/speechlint", *args], cwd=office, env=env).returncode

    speech, report = office / "讲话.txt", office / "汇报.docx"
    speech.write_text("全力打造避署胜地。\n", encoding="utf-8")
    write_docx(report, "各位代表要认真审议。", "切实履行法律赋于的职责。")
    assert speechlint("init") == 0
    assert speechlint("check") == 1
    assert speechlint("baseline", "write") == 0
    settings = office / "speechlint.toml"
    settings.write_text(f'baseline = "speechlint-baseline.json"\n{settings.read_text("utf-8")}', encoding="utf-8")
    assert speechlint("check") == 0
    git(office, "add", "-A")
    known = git(office, "commit", "-m", "known", env=env)
    assert known.returncode == 0, known.stdout + known.stderr

    speech.write_text(f"要把任务布署到位。\n{speech.read_text('utf-8')}", encoding="utf-8")
    write_docx(report, "XX县要完成投资XX亿元。", "各位代表要认真审议。", "切实履行法律赋于的职责。")
    git(office, "add", "-A")
    blocked = git(office, "commit", "-m", "new", env=env)
    said = blocked.stdout + blocked.stderr
    assert blocked.returncode == 1, said
    assert "讲话.txt:1:5: error typo/misspelling “布署”" in said
    assert "汇报.docx:1:1: error placeholder/crossed-out" in said
    assert "避署" not in said
    assert "赋于" not in said

    assert speechlint("fix", "讲话.txt") == 0
    write_docx(report, "示例县要完成投资12亿元。", "各位代表要认真审议。", "切实履行法律赋于的职责。")
    git(office, "add", "-A")
    passed = git(office, "commit", "-m", "mended", env=env)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert speechlint("baseline", "prune") == 0
    assert speechlint("check") == 0
