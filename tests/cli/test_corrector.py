"""`--corrector`: what a model of the user's adds to a check, and how a check ends that cannot use it."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from spelling.tiny_corrector import save_corrector

from speechlint.cli import cli

DRAFT = "要防止权利滥用。\n"
HEARD = "info typo/improbable-word “权利”在这里少见，可能是“权力”\n"


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return save_corrector(tmp_path, {"利": ("力", 0.95)}, "要防止权滥用")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, ["check", "--min-severity", "info", *map(str, args)], prog_name="speechlint")


def test_what_the_model_adds(draft: Path, model: Path) -> None:
    assert run(draft).stdout == ""
    result = run(draft, "--corrector", model)
    assert (result.stdout, result.exit_code) == (f"{draft}:1:4: {HEARD}", 0)


def test_workers_hear_with_it_too(draft: Path, model: Path) -> None:
    drafts = [draft, *(draft.with_name(f"{number}.txt") for number in range(3))]
    for path in drafts[1:]:
        path.write_text(DRAFT, encoding="utf-8")
    result = run(*drafts, "--corrector", model, "--jobs", 2, "--no-cache")
    assert sorted(result.stdout.splitlines()) == sorted(f"{path}:1:4: {HEARD}".strip() for path in drafts)


def test_findings_kept_are_those_of_the_model_as_it_is(draft: Path, model: Path) -> None:
    assert "可能是“权力”" in run(draft, "--corrector", model).stdout
    save_corrector(model.parent, {"利": ("益", 0.995)}, "要防止权滥用")
    assert "很可能是“权益”" in run(draft, "--corrector", model).stdout


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_model_that_cannot_be_used_ends_with_2_and_says_why(draft: Path, model: Path, language: str) -> None:
    model.write_bytes(b"no model")
    result = run(draft, "--corrector", model, "--no-cache", "--lang", language)
    assert result.exit_code == 2
    assert str(model) in result.stderr
    assert {"zh": "重新导出", "en": "export it again"}[language] in result.stderr


def test_a_path_that_is_not_there_is_said_once(draft: Path, tmp_path: Path) -> None:
    result = run(draft, "--corrector", tmp_path / "nothing.onnx")
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)


# Runs a check and says on standard error which modules it loaded and whether it asked for the network.
PROGRAM = """
import sys
asked = []
sys.addaudithook(lambda event, given: asked.append(event) if event.startswith("socket.") else None)
sys.argv = ["speechlint", "check", "--min-severity", "info", *sys.argv[1:]]
from speechlint.__main__ import main
try:
    main()
finally:
    print(*sys.modules, *asked, sep="\\n", file=sys.stderr)
"""


def used(*args: object) -> set[str]:
    command = [sys.executable, "-c", PROGRAM, *map(str, args)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return set(done.stderr.splitlines())


def test_the_runtime_is_loaded_only_to_hear_and_asks_nobody(draft: Path, model: Path) -> None:
    runtime = {"onnxruntime", "numpy"}
    assert not runtime & used(draft, "--extend-select", "typo/improbable-word")
    first = used(draft, "--corrector", model)
    assert runtime <= first
    assert not {event for event in first if event.startswith("socket.")}
    # The same draft again: what was found is kept.
    assert not runtime & used(draft, "--corrector", model)
