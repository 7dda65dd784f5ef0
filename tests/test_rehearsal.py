"""The second run prepares for every later one."""

import os
import subprocess
import sys
from pathlib import Path

from speechlint.config.workspace import Request, Workspace
from speechlint.forms import KEPT
from speechlint.rehearsal import DONE, draft_of, rehearse
from speechlint.stored import load_parts

FIXTURES = Path(__file__).parent.parent / "fixtures" / "drafts"
DRAFTS = sorted(FIXTURES.glob("*.txt"))
RULES = Workspace(Request(isolated=True)).for_path(Path("a.txt")).heard


def check(draft: Path, cache: Path) -> str:
    environment = {**os.environ, "SPEECHLINT_CACHE_DIR": str(cache)}
    command = [sys.executable, "-m", "speechlint", "check", str(draft)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8").stdout


def kept(cache: Path) -> set[str]:
    """What is kept of regexes, tables and literals."""
    return {name for file in cache.glob("*.bin") for name in load_parts(file)[1]}


def is_rehearsed(cache: Path) -> bool:
    return DONE in load_parts(cache / "forms.bin")[1]


def test_after_a_second_run_no_draft_waits_for_what_examples_need(tmp_path: Path) -> None:
    check(DRAFTS[0], tmp_path)
    assert not is_rehearsed(tmp_path)
    told = check(DRAFTS[1], tmp_path)
    assert is_rehearsed(tmp_path)
    before = kept(tmp_path)
    # Where something is silenced, rules that are not heard run as well.
    for rule in [rule for rule in RULES if rule.kind != "suppression"][::25]:
        draft = tmp_path / "draft.txt"
        draft.write_text(draft_of(rule).text, encoding="utf-8")
        check(draft, tmp_path)
    # One row of a table may have a regex of its own for what follows its form.
    assert len(kept(tmp_path)) - len(before) < len(before) / 500
    assert told == check(DRAFTS[1], tmp_path / "others")


def test_a_draft_known_from_the_first_run_leaves_the_rest_for_later(tmp_path: Path) -> None:
    for _ in range(2):
        check(DRAFTS[0], tmp_path)
    assert not is_rehearsed(tmp_path)


def test_examples_are_rehearsed_without_their_marks() -> None:
    rule = next(rule for rule in RULES if rule.id == "typo/misspelling")
    text = draft_of(rule).text
    assert all(example.strip() in text for example in rule.good)
    assert "⟦" not in text


def test_what_is_rehearsed_is_told_of_nobody() -> None:
    rehearse(RULES[:3])
    assert not KEPT.lacks(DONE)
