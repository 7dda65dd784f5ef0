"""The draft with planted faults that the comparison with other linters uses: what we find in it, and a silent twin."""

import pytest
from making import draft

from benchmarks.planted import DRAFT, faults, twin, whole
from speechlint.linter import lint
from speechlint.rule_file import load_rules

MARKED = DRAFT.read_text(encoding="utf-8")
RULES = [rule for rule in load_rules() if rule.enabled]
# A space between words may be meant, 要要 may be a pair of words, and two exclamation marks may be a cry.
LEFT_TO_A_READER = {"标点：句中多了空格", "错别字：字重复", "标点：叹号重复"}


def lines_of(text: str) -> list[int]:
    document = draft(*text.splitlines())
    return [document.position(finding.span.start).line for finding in lint(document, RULES)]


def test_the_corrected_twin_is_silent() -> None:
    assert lines_of(twin(MARKED)) == []


def test_every_fault_stands_in_the_whole_draft() -> None:
    assert whole(MARKED) != twin(MARKED)
    assert len(list(faults(MARKED))) == MARKED.count("⟦") == 20


@pytest.mark.parametrize("fault", list(faults(MARKED)), ids=lambda fault: f"{fault.line} {fault.what}")
def test_each_fault_alone_is_pointed_at_on_its_line(fault: object) -> None:
    found = lines_of(fault.draft)  # type: ignore[attr-defined]
    assert (fault.line in found) == (fault.what not in LEFT_TO_A_READER)  # type: ignore[attr-defined]
