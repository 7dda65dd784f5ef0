"""The JSON report keeps to its schema, and its places to the text."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from making import draft, finds, rule

import speechlint
from speechlint.checks.kinds import Clue, Match
from speechlint.language.analysis import Analysis
from speechlint.messages import Problem
from speechlint.model import BlockKind, Paragraph, Severity, Span, compose
from speechlint.reports.json import report, report_lines
from speechlint.rule_file import load_rules
from speechlint.session import Checked, Settings, check_document

SCHEMA = json.loads((Path(speechlint.__file__).parent / "schema" / "report.schema.json").read_text(encoding="utf-8"))
FINDING = {"$ref": "#/$defs/finding", "$defs": SCHEMA["$defs"]}
LINES = ("在全市工作会议上的讲话", "同志们：", "　　全力打造避署胜地，讲两点意见。")


def related(analysis: Analysis) -> Iterator[Match]:
    yield Match(Span(0, 5), related=(Clue(Span(17, 19)),))


def outcome(severity: Severity = Severity.INFO) -> Checked:
    rules = (
        rule("typo/word", finds("避署", better="避暑"), fix="safe"),
        rule("date/two-times", related, severity=Severity.WARNING),
        rule("wording/two", finds("两点"), severity=Severity.INFO),
    )
    return check_document(draft(*LINES), Settings(rules, severity))


def parsed(*outcomes: Checked) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(report(outcomes, "zh"))
    return body


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_report_keeps_to_the_schema() -> None:
    body = parsed(outcome(), Checked("b.docx", problem=Problem("no-such-path")))
    jsonschema.validate(body, SCHEMA)
    assert body["summary"] == {"files": 2, "error": 1, "warning": 1, "info": 1}
    assert body["files"] == [
        {"path": "a.txt", "format": "txt", "encoding": None, "characters": 34, "notes": [], "error": None},
        {
            "path": "b.docx",
            "format": None,
            "encoding": None,
            "characters": None,
            "notes": [],
            "error": Problem("no-such-path").say("zh"),
        },
    ]


def test_every_builtin_rule_keeps_to_the_schema_on_its_own_examples() -> None:
    rules = load_rules()
    lines = [line.replace("⟦", "").replace("⟧", "") for rule in rules for text in rule.bad for line in text.split("\n")]
    body = parsed(check_document(draft(*lines), Settings(rules, Severity.INFO)))
    assert body["findings"]
    jsonschema.validate(body, SCHEMA)


def test_json_lines_hold_one_finding_each() -> None:
    lines = [json.loads(line) for line in report_lines([outcome()])]
    assert lines == parsed(outcome())["findings"]
    for line in lines:
        jsonschema.validate(line, FINDING)


def test_a_place_is_told_by_line_and_by_offset() -> None:
    text = "\n".join(LINES)
    for finding in parsed(outcome())["findings"]:
        for place in (finding, *finding["related"]):
            assert text[place["start"] : place["end"]] == place["text"]
            line = LINES[place["line"] - 1]
            assert line[place["column"] - 1 : place["end_column"] - 1] == place["text"]


def test_a_finding_is_told_in_full() -> None:
    finding = parsed(outcome(Severity.ERROR))["findings"][0]
    assert finding.pop("fingerprint")
    assert finding == {
        "rule": "typo/word",
        "severity": "error",
        "message": "“避署”",
        "path": "a.txt",
        "line": 3,
        "column": 7,
        "end_line": 3,
        "end_column": 9,
        "start": 23,
        "end": 25,
        "text": "避署",
        "part": "body",
        "suggestions": ["避暑"],
        "fix": {"start": 23, "end": 25, "text": "避暑", "safe": True},
        "related": [],
    }


@pytest.mark.parametrize("kind", [kind for kind in BlockKind if kind is not BlockKind.CODE])
def test_the_part_is_one_the_schema_knows(kind: BlockKind) -> None:
    document = compose("a.docx", [Paragraph("避署", kind)], format="docx")
    body = parsed(check_document(document, Settings((rule("typo/word", finds("避署")),))))
    jsonschema.validate(body, SCHEMA)
    assert body["findings"][0]["part"] == kind.part


def test_what_a_reader_could_not_see_is_told_of_the_file() -> None:
    unseen = Checked("a.doc", compose("a.doc", [Paragraph("讲话")], format="doc", notes=("numbers-unseen",)))
    body = parsed(unseen)
    jsonschema.validate(body, SCHEMA)
    assert ["自动编号" in note for note in body["files"][0]["notes"]] == [True]
