"""Suppressions silence what they name, where they stand, and complain when they silence nothing."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from speechlint.cli import cli
from speechlint.config.workspace import Request, Workspace
from speechlint.readers import read_bytes
from speechlint.selection import Choice
from speechlint.session import check_document

FAULT = "全力打造避署胜地。"


def rules_found(text: str, name: str = "a.txt", choice: Choice | None = None) -> list[tuple[int, str]]:
    settings = Workspace(Request(choice or Choice(), isolated=True)).for_path(Path(name))
    outcome = check_document(read_bytes(name, text.encode()), settings)
    assert outcome.document is not None
    return [(outcome.document.position(f.span.start).line, f.rule) for f in outcome.findings]


TYPO, UNUSED = "typo/misspelling", "file/unused-suppression"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (FAULT, [(1, TYPO)]),
        (f"{FAULT}【speechlint: 忽略 typo/misspelling 引文】", []),
        (f"【speechlint: 忽略 typo】\n{FAULT}\n", []),
        (f"【speechlint: 忽略 ALL】\n{FAULT}\n{FAULT}\n", [(3, TYPO)]),
        (f"【speechlint: 忽略全文 typo】\n{FAULT}\n\n{FAULT}\n", []),
        (f"【speechlint: 忽略开始 typo】\n{FAULT}\n【speechlint: 忽略结束】\n{FAULT}\n", [(4, TYPO)]),
        (f"【speechlint: 忽略开始 typo】\n{FAULT}\n", [(1, UNUSED), (2, TYPO)]),
        (f"{FAULT}【speechlint: 忽略 date】", [(1, TYPO), (1, UNUSED)]),
        (f"{FAULT}【speechlint: 忽略 typo/mispelling】", [(1, TYPO), (1, UNUSED)]),
        ("全力打造避暑胜地。【speechlint: 忽略 typo】", [(1, UNUSED)]),
    ],
)
def test_a_suppression_silences_what_it_names(text: str, found: list[tuple[int, str]]) -> None:
    assert rules_found(text) == found


def test_a_suppression_of_a_rule_left_out_of_the_run_is_not_idle() -> None:
    text = "全力打造避暑胜地。【speechlint: 忽略 date】\n请抓好落实。【speechlint: 忽略 nothing】\n"
    assert rules_found(text, choice=Choice(select=("typo", "file"))) == [(2, UNUSED)]


@pytest.mark.parametrize(
    ("names", "idle"),
    [
        ("typo、date", ["date"]),
        ("date，typo/misspelling", ["date"]),
        ("date,typo,numbering", ["date", "numbering"]),
        ("typo、typo/misspelling", []),
        ("typo、typo/mispelling", ["typo/mispelling"]),
    ],
)
def test_of_several_names_in_a_suppression_exactly_the_idle_ones_are_reported(names: str, idle: list[str]) -> None:
    text = f"{FAULT}【speechlint: 忽略 {names} date 是理由里的话】\n"
    outcome = check_document(read_bytes("a.txt", text.encode()), Workspace(Request(isolated=True)).for_path(Path()))
    assert outcome.document is not None
    assert [(f.rule, outcome.document.text_of(f.span)) for f in outcome.findings] == [(UNUSED, name) for name in idle]
    assert all(f"“{name}”" in finding.message for name, finding in zip(idle, outcome.findings, strict=True))


def test_a_name_left_out_of_the_run_is_not_idle_beside_one_that_is() -> None:
    text = f"{FAULT}【speechlint: 忽略 typo、date、nothing】\n"
    choice = Choice(select=("typo", "file"))
    assert rules_found(text, choice=choice) == [(1, UNUSED)]


def test_a_suppression_of_advice_is_of_use_though_advice_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "speechlint.toml").write_text('rules."typo/misspelling".severity = "info"')
    (tmp_path / "a.txt").write_text(f"{FAULT}【speechlint: 忽略 typo】\n", encoding="utf-8")
    assert CliRunner().invoke(cli, ["check", str(tmp_path)]).exit_code == 0


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_markers_are_written_once_and_silence_everything(tmp_path: Path, name: str, encoding: str) -> None:
    file = tmp_path / name
    text = f"讲话稿\r\n\r\n{FAULT}\r\n\r\n要把任务布署到位，履行法律赋于的职责。\r\n"
    file.write_bytes(text.encode(encoding))
    run = CliRunner()
    first = run.invoke(cli, ["check", "--isolated", "--add-ignore", str(file)])
    assert (first.exit_code, "2" in first.stderr) == (0, True)
    written = file.read_bytes()
    assert run.invoke(cli, ["check", "--isolated", str(file)]).exit_code == 0
    assert run.invoke(cli, ["check", "--isolated", "--add-ignore", str(file)]).exit_code == 0
    assert file.read_bytes() == written
    left = [line.partition(" <!--")[0] for line in written.decode(encoding).split("\r\n") if "【" not in line]
    assert "\r\n".join(left) == text
    file.write_bytes(written.replace("避署".encode(encoding), "避暑".encode(encoding)))
    assert UNUSED in run.invoke(cli, ["check", "--isolated", str(file)]).stdout


def test_fix_leaves_alone_what_is_suppressed(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"{FAULT}【speechlint: 忽略 typo 引文】\n{FAULT}\n", encoding="utf-8")
    CliRunner().invoke(cli, ["fix", str(file)])
    assert file.read_text(encoding="utf-8") == f"{FAULT}【speechlint: 忽略 typo 引文】\n全力打造避暑胜地。\n"
