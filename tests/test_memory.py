"""What a run keeps in memory: nothing of a draft but its outcome, and of that no more than a few times its text."""

import gc
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from speechlint.discovery import Found
from speechlint.rule_file import load_rules
from speechlint.session import Checked, Settings, check_files

LINES = (
    "在全市第{n}次重点工作推进会上的讲话",
    "同志们：",
    "　　今年是第{n}个项目开工的一年，要认真做好三项工作。",
    "　　一、抓好第{n}号工程。今年3月{day}日前完成立项，投资{n}万元，占比{day}%。",
    "　　二、抓好第{n}批帐户清理，打造避署胜地。",
    "　　三、抓好队伍建设，做到“{n}个到位”。",
)
FEW, MANY = 40, 160
# Interned words, enlarged tables of the interpreter and the like; a kept draft would add more than this for each.
SLACK = 64 * 1024


@pytest.fixture
def drafts(tmp_path: Path) -> list[Found]:
    found = []
    for n in range(MANY):
        path = tmp_path / f"{n}.txt"
        path.write_text("\n".join(LINES).format(n=n, day=n % 28 + 1), encoding="utf-8")
        found.append(Found(path))
    return found


@pytest.fixture
def settings() -> Settings:
    return Settings(tuple(rule for rule in load_rules() if rule.enabled))


@pytest.fixture
def traced(drafts: list[Found], settings: Settings) -> Iterator[None]:
    """Memory counted from the moment that every rule has run once."""
    for _ in check_files(drafts[:2], settings):
        pass
    tracemalloc.start()
    yield
    tracemalloc.stop()


def held() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


@pytest.mark.usefixtures("traced")
def test_nothing_of_a_draft_stays_once_it_is_reported(drafts: list[Found], settings: Settings) -> None:
    sizes: dict[int, int] = {}
    for number, outcome in enumerate(check_files(drafts, settings), 1):
        assert outcome.findings
        del outcome
        if number in (FEW, MANY):
            sizes[number] = held()
    assert sizes[MANY] - sizes[FEW] < SLACK


@pytest.mark.usefixtures("traced")
def test_an_outcome_weighs_a_few_times_its_text(drafts: list[Found], settings: Settings) -> None:
    outcomes: list[Checked] = []
    before = held()
    outcomes.extend(check_files(drafts[:FEW], settings))
    blocks = sum(len(outcome.document.blocks) for outcome in outcomes if outcome.document)
    findings = sum(len(outcome.findings) for outcome in outcomes)
    texts = sum(len(outcome.document.text) for outcome in outcomes if outcome.document)
    assert held() - before < SLACK + 4 * texts + 16 * blocks + 1500 * findings


def test_a_draft_is_given_back_without_looking_for_garbage(drafts: list[Found], settings: Settings) -> None:
    assert all(outcome.findings for outcome in check_files(drafts[:FEW], settings))
    gc.collect()
    gc.disable()
    try:
        assert all(outcome.findings for outcome in check_files(drafts[:FEW], settings))
        assert gc.collect() == 0
    finally:
        gc.enable()
