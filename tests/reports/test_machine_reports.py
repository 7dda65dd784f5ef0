"""Each report for other programs is read by its own consumer's schema or parser, Word and unreadable files included."""

import csv
import io
import json
import re
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import docx
import jsonschema
import junitparser
import pytest
from click.testing import CliRunner
from lxml import etree

from speechlint.cli import cli
from speechlint.discovery import Found
from speechlint.messages import Problem
from speechlint.model import Finding, Severity
from speechlint.reports import REPORTS
from speechlint.rule_file import load_rules
from speechlint.session import Checked, Settings, check_file

SCHEMAS = Path(__file__).parent / "schemas"
SARIF = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
SETTINGS = Settings(tuple(rule for rule in load_rules() if rule.enabled), Severity.INFO)


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Checked]:
    """A text with a related place, a Word file with a table, a clean file, and one that cannot be read."""
    folder = tmp_path_factory.mktemp("drafts")
    (folder / "讲话 一.txt").write_text(
        "同志们：\n今天讲三点意见。\n一、提高认识\n全力打造避署胜地 100% 完成，\n二、抓好落实\n散会。\n",
        encoding="utf-8",
    )
    document = docx.Document()
    document.add_paragraph("关于工作的讲话")
    document.add_table(1, 1).cell(0, 0).text = "要把任务布署到位。"
    document.save(str(folder / "b.docx"))
    (folder / "clean.txt").write_text("请抓好落实。\n", encoding="utf-8")
    (folder / "bad.txt").write_bytes(b"\0\0\0\xff")
    found = [check_file(Found(path), SETTINGS) for path in sorted(folder.iterdir())]
    assert sum(outcome.problem is not None for outcome in found) == 1
    assert {"b.docx", "讲话 一.txt"} == {Path(outcome.path).name for outcome in found if outcome.findings}
    assert any(finding.related for _, finding in pairs(found))
    return found


def pairs(outcomes: Sequence[Checked]) -> list[tuple[Checked, Finding]]:
    return [(outcome, finding) for outcome in outcomes for finding in outcome.findings]


def written(name: str, outcomes: Sequence[Checked]) -> str:
    return "\n".join(REPORTS[name](outcomes, "zh"))


def validate(schema: str, report: object) -> None:
    jsonschema.Draft202012Validator(json.loads((SCHEMAS / schema).read_text(encoding="utf-8"))).validate(report)


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_holds_the_finding_in_the_word_file(name: str, outcomes: Sequence[Checked]) -> None:
    text = written(name, outcomes)
    assert "b.docx" in text
    assert "布署" in text


def test_sarif_keeps_to_the_official_schema(outcomes: Sequence[Checked]) -> None:
    log = json.loads(written("sarif", outcomes))
    jsonschema.Draft202012Validator(SARIF).validate(log)
    (run,) = log["runs"]
    assert len(run["results"]) == len(pairs(outcomes))
    assert run["invocations"][0]["executionSuccessful"] is False
    assert {r["level"] for r in run["results"]} <= {"error", "warning", "note"}
    word = next(r for r in run["results"] if "b.docx" in str(r["locations"]))
    assert word["properties"]["part"] == "table"
    assert word["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": "部署"}
    assert any("relatedLocations" in r for r in run["results"])
    for item in run["results"]:
        assert run["tool"]["driver"]["rules"][item["ruleIndex"]]["id"] == item["ruleId"]
    assert "%20" in str(log)


def test_an_empty_sarif_log_is_valid_too() -> None:
    log = json.loads(written("sarif", []))
    jsonschema.Draft202012Validator(SARIF).validate(log)
    assert log["runs"][0]["invocations"][0]["executionSuccessful"] is True


def test_junit_is_read_by_its_parser(outcomes: Sequence[Checked]) -> None:
    suites = junitparser.JUnitXml.fromstring(written("junit", outcomes).encode())
    assert (suites.tests, suites.failures, suites.errors) == (len(pairs(outcomes)) + 2, len(pairs(outcomes)), 1)
    cases = [case for suite in suites for case in suite]
    assert len(cases) == suites.tests
    assert sum(case.is_passed for case in cases) == 1
    assert any(case.classname.endswith("b.docx") and not case.is_passed for case in cases)


def test_checkstyle_names_every_file_and_place(outcomes: Sequence[Checked]) -> None:
    report = written("checkstyle", outcomes).encode()
    etree.XMLSchema(etree.parse(str(SCHEMAS / "own-checkstyle.xsd"))).assertValid(etree.fromstring(report))
    root = ElementTree.fromstring(report)
    (word,) = (file for file in root if str(file.get("name")).endswith("b.docx"))
    assert [error.get("source") for error in word] == ["speechlint.typo.misspelling"]
    assert [file.get("name") for file in root] == [outcome.path for outcome in outcomes]
    errors = [error for file in root for error in file]
    assert len(errors) == len(pairs(outcomes)) + 1
    assert {error.get("severity") for error in errors} <= {"error", "warning", "info"}
    assert any(error.get("source") == "speechlint.typo.misspelling" for error in errors)


def test_gitlab_has_what_code_quality_asks_for(outcomes: Sequence[Checked]) -> None:
    issues = json.loads(written("gitlab", outcomes))
    validate("own-gitlab-code-quality.json", issues)
    assert [i["check_name"] for i in issues if i["location"]["path"].endswith("b.docx")] == ["typo/misspelling"]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(pairs(outcomes)) + 1


def test_rdjson_counts_columns_in_bytes(outcomes: Sequence[Checked]) -> None:
    body = json.loads(written("rdjson", outcomes))
    validate("own-rdjson.json", body)
    assert any(d["location"]["path"].endswith("b.docx") for d in body["diagnostics"])
    assert len(body["diagnostics"]) == len(pairs(outcomes)) + 1
    typo = next(d for d in body["diagnostics"] if d["message"].startswith("“避署”"))
    start, end = typo["location"]["range"]["start"], typo["location"]["range"]["end"]
    assert (start["line"], start["column"], end["column"]) == (4, 13, 19)
    assert typo["suggestions"][0]["text"] == "避暑"
    assert {d["severity"] for d in body["diagnostics"]} <= {"ERROR", "WARNING", "INFO"}


def test_csv_has_a_row_for_every_finding_and_for_what_was_not_read(outcomes: Sequence[Checked]) -> None:
    text = written("csv", outcomes)
    assert text.startswith("\ufeffpath,")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == len(pairs(outcomes)) + 1
    assert {row["text"] for row in rows} >= {"避署", "布署", ""}


def test_csv_holds_no_formula() -> None:
    outcome = Checked("=1+1.txt", problem=Problem("binary"))
    assert "\n'=1+1.txt" in written("csv", [outcome])


def test_github_annotates_in_groups(outcomes: Sequence[Checked]) -> None:
    lines = written("github", outcomes).splitlines()
    commands = [line for line in lines if re.match("::(error|warning|notice) file=", line)]
    assert len(commands) == len(pairs(outcomes)) + 1
    assert lines.count("::endgroup::") == sum(line.startswith("::group::") for line in lines) == 2
    assert all(re.fullmatch(r"::\w+ [^:]*::.*", command) for command in commands)
    assert any("title=typo/misspelling" in command for command in commands)


def test_github_is_given_a_summary_of_all_findings(
    outcomes: Sequence[Checked], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    folder = Path(outcomes[0].path).parent
    result = CliRunner().invoke(
        cli, ["check", "--isolated", "--min-severity", "info", "--output-format", "github", str(folder)]
    )
    assert result.exit_code == 2
    rows = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("| /")]
    assert len(rows) == len(pairs(outcomes)) + 1


def test_several_reports_are_written_at_once(outcomes: Sequence[Checked], tmp_path: Path) -> None:
    folder = Path(outcomes[0].path).parent
    targets = [f"--output-format={name}={tmp_path / name}" for name in REPORTS]
    CliRunner().invoke(cli, ["check", "--isolated", *targets, str(folder)])
    assert {path.name for path in tmp_path.iterdir()} == set(REPORTS)
    assert all(path.stat().st_size for path in tmp_path.iterdir())
