"""A run over many files: one bad file or rule never costs the others, and is never called clean."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from making import draft, fails, finds, rule

from speechlint.discovery import Found
from speechlint.messages import Problem
from speechlint.model import Severity
from speechlint.readers import READERS
from speechlint.session import Checked, Settings, check_document, check_files, exit_code

RULES = (rule("typo/a", finds("避署")), rule("typo/b", finds("胜地"), severity=Severity.INFO))


def wrote(path: Path, data: bytes) -> Found:
    path.write_bytes(data)
    return Found(path)


def test_every_file_has_an_outcome_in_order(tmp_path: Path) -> None:
    found = [
        wrote(tmp_path / "a.txt", "打造避署胜地".encode()),
        Found(tmp_path / "gone.txt", Problem("no-such-path")),
        wrote(tmp_path / "bad.txt", "打造胜地".encode()[:-1]),
        Found(tmp_path / "vanished.txt"),
        wrote(tmp_path / "z.txt", "打造避署胜地".encode("gb18030")),
    ]
    outcomes = list(check_files(found, Settings(RULES)))
    assert [Path(outcome.path).name for outcome in outcomes] == [
        "a.txt",
        "gone.txt",
        "bad.txt",
        "vanished.txt",
        "z.txt",
    ]
    assert [outcome.problem.key if outcome.problem else None for outcome in outcomes] == [
        None,
        "no-such-path",
        "undecodable",
        "no-such-path",
        None,
    ]
    assert [len(outcome.findings) for outcome in outcomes] == [1, 0, 0, 0, 1]
    assert exit_code(outcomes, Severity.WARNING) == 2


def test_a_rule_that_fails_costs_one_file_and_names_itself(tmp_path: Path) -> None:
    def fails_on_two_lines(analysis):  # type: ignore[no-untyped-def]
        if "\n" in analysis.text:
            yield from fails(analysis)

    found = [wrote(tmp_path / "a.txt", "一\n二".encode()), wrote(tmp_path / "b.txt", "避署".encode())]
    broken, fine = check_files(found, Settings((*RULES, rule("date/broken", fails_on_two_lines))))
    assert broken.problem is not None
    assert "date/broken" in broken.problem.say("zh")
    assert "ZeroDivisionError: division by zero" in broken.problem.say("en")
    assert (fine.problem, len(fine.findings)) == (None, 1)


def test_a_reader_that_fails_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: str, data: bytes, encoding: str | None) -> None:
        raise RecursionError("too deep")

    monkeypatch.setitem(READERS, ".odd", broken)
    found = [wrote(tmp_path / "a.odd", b""), wrote(tmp_path / "b.txt", "避署".encode())]
    odd, fine = check_files(found, Settings(RULES))
    assert odd.problem is not None
    assert odd.problem.key == "internal-error"
    assert len(fine.findings) == 1


def test_findings_below_the_severity_asked_for_are_left_out() -> None:
    document = draft("打造避署胜地")
    assert len(check_document(document, Settings(RULES)).findings) == 1
    assert len(check_document(document, Settings(RULES, Severity.INFO)).findings) == 2


OUTCOME = check_document(draft("打造避署胜地"), Settings(RULES, Severity.INFO))
ADVICE = check_document(draft("胜地"), Settings(RULES, Severity.INFO))
CLEAN = check_document(draft("山水"), Settings(RULES))
UNREAD = Checked("b.txt", problem=Problem("binary"))


@pytest.mark.parametrize(
    ("outcomes", "fail_on", "exit_zero", "code"),
    [
        ([], "warning", False, 0),
        ([CLEAN], "warning", False, 0),
        ([OUTCOME], "warning", False, 1),
        ([OUTCOME], "warning", True, 0),
        ([ADVICE], "warning", False, 0),
        ([ADVICE], "info", False, 1),
        ([CLEAN, UNREAD], "warning", False, 2),
        ([OUTCOME, UNREAD], "error", True, 2),
    ],
)
def test_the_exit_code(outcomes: Sequence[Checked], fail_on: str, exit_zero: bool, code: int) -> None:
    assert exit_code(outcomes, Severity(fail_on), exit_zero=exit_zero) == code
