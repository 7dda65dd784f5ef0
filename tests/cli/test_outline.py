"""`speechlint outline`: the tree and its JSON, against golden files read by a person."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from golden import compare

from speechlint.cli import cli

FIXTURES = Path(__file__).parents[2] / "fixtures" / "outlines"


def run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, ["outline", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("draft", sorted(FIXTURES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_outline_is_what_a_person_read(draft: Path, update_golden: bool) -> None:
    compare(draft.with_suffix(".outline"), run(str(draft)), update=update_golden)


def test_json_holds_every_claim_with_what_was_counted() -> None:
    (outline,) = json.loads(run(str(FIXTURES / "nested.txt"), "--output-format", "json"))["files"]
    (claim,) = outline["claims"]
    assert (claim["count"], claim["counted"], claim["holds"]) == (4, 4, True)
    assert [member["text"] for member in claim["members"]] == ["一、", "二、", "三、", "四、"]
    assert outline["title"]["text"] == "在全县春季工作推进会上的讲话"
    assert outline["salutation"]["line"] == 6


def test_json_marks_faults_at_their_items() -> None:
    (outline,) = json.loads(run(str(FIXTURES / "wounded.txt"), "--output-format", "json"))["files"]
    third = outline["lists"][0]["items"][2]
    assert [item["faults"] for item in third["lists"][0]["items"]] == [[], ["mixed"], [], ["skipped"]]


def test_a_missing_file_ends_with_two() -> None:
    result = CliRunner().invoke(cli, ["outline", "no-such-draft.txt"])
    assert result.exit_code == 2
    assert "no-such-draft.txt" in result.output
