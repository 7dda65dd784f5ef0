"""The two READMEs give the same commands, and name what exists."""

import re
from pathlib import Path

import pytest

from speechlint.ruleset import FAMILIES

ROOT = Path(__file__).parent.parent
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]


def commands(path: Path) -> list[str]:
    blocks = re.findall(r"^```sh\n(.*?)^```", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.startswith("python3 -m venv")]


def test_both_readmes_set_up_and_test_alike() -> None:
    english, chinese = map(commands, READMES)
    assert english == chinese
    assert "fixtures/drafts" in english[0]
    assert english[-1] == "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest -n auto"


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_links_lead_to_files_of_the_project(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_every_family_with_rules_is_described(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    have_rules = {family for family in FAMILIES if (ROOT / "rules" / family).is_dir()}
    assert {family for family in have_rules if f"`{family}`" not in text} == set()
