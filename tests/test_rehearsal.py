"""The second run prepares for every later one."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from speechlint.config.workspace import Request, Workspace
from speechlint.forms import KEPT
from speechlint.rehearsal import DONE, draft_of, rehearse
from speechlint.stored import load_parts

FIXTURES = Path(__file__).parent.parent / "fixtures" / "drafts"
DRAFTS = sorted(FIXTURES.glob("*.txt"))
RULES = Workspace(Request(isolated=True)).for_path(Path("a.txt")).heard
ABOUT_SILENCE = {rule.id for rule in RULES if rule.kind == "suppression"}


def check(draft: Path, cache: Path) -> str:
    environment = {**os.environ, "SPEECHLINT_CACHE_DIR": str(cache)}
    command = [sys.executable, "-m", "speechlint", "check", str(draft)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8").stdout


def kept(cache: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in cache.glob("*.bin")}


def is_rehearsed(cache: Path) -> bool:
    return DONE in load_parts(cache / "forms.bin")[1]


def test_after_a_second_run_no_draft_waits_for_what_examples_need(tmp_path: Path) -> None:
    check(DRAFTS[0], tmp_path)
    assert not is_rehearsed(tmp_path)
    told = check(DRAFTS[1], tmp_path)
    assert is_rehearsed(tmp_path)
    before = kept(tmp_path)
    draft = tmp_path / "draft.txt"
    # Where something is silenced, rules that are not heard run as well.
    draft.write_text(draft_of(rule for rule in RULES if rule.id not in ABOUT_SILENCE).text, encoding="utf-8")
    assert check(draft, tmp_path)
    assert kept(tmp_path) == before
    assert told == check(DRAFTS[1], tmp_path / "others")


def test_a_draft_known_from_the_first_run_leaves_the_rest_for_later(tmp_path: Path) -> None:
    for _ in range(2):
        check(DRAFTS[0], tmp_path)
    assert not is_rehearsed(tmp_path)


def lines(texts: Iterable[str]) -> set[str]:
    return {line for text in texts for line in text.split("\n") if line.strip()}


def test_every_example_is_rehearsed_and_none_is_told_of() -> None:
    assert lines([draft_of(RULES).text]) > lines(
        example for rule in RULES if not rule.reads_layout for example in rule.good if "⟪" not in example
    )
    assert rehearse(RULES) is None  # type: ignore[func-returns-value]
    assert not KEPT.lacks(DONE)
