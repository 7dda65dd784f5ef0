"""The model of words is opened when the rule is asked for and some word may be wrong, and not before."""

import subprocess
import sys
from pathlib import Path

import pytest

EAR = ("--extend-select", "typo/improbable-word")
# Runs a check and says on standard error which modules and which model files it came to use.
PROGRAM = """
import sys
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
sys.argv = ["speechlint", "check", "--no-cache", "--isolated", "--min-severity", "info", *sys.argv[1:]]
from speechlint.__main__ import main
try:
    main()
finally:
    print(*sys.modules, *(name for name in opened if name.endswith(".model")), sep="\\n", file=sys.stderr)
"""


def used(draft: Path, *options: str) -> set[str]:
    command = [sys.executable, "-c", PROGRAM, *options, str(draft)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return set(done.stderr.splitlines())


def models(names: set[str]) -> set[str]:
    return {Path(name).name for name in names if name.endswith("words.model")}


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("今天的会议很重要，要抓好落实。", EAR, {"words.model"}),
        ("No word of Chinese.", EAR, set()),
        # Each stretch is a word of the dictionary.
        ("团结、紧张、严肃、活泼。", EAR, set()),
        ("今天的会议很重要，要抓好落实。", (), set()),
    ],
)
def test_when_the_model_is_opened(tmp_path: Path, text: str, options: tuple[str, ...], expected: set[str]) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(text, encoding="utf-8")
    # The first run reads every rule and so every kind of check.
    used(draft, *options)
    seen = used(draft, *options)
    assert models(seen) == expected
    assert bool({name for name in seen if name.startswith("speechlint.spelling.")}) is bool(options)
