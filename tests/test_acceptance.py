"""The table of promises can be run, and its script judges what commands print."""

import re
from pathlib import Path

import pytest
from acceptance import HOLDS, SHORT, TOLD, WANTED, Ended, Promise, judged, promises

ROOT = Path(__file__).parent.parent
PROMISES = promises()


def promise(pattern: str, wanted: str) -> Promise:
    return Promise(1, "a line", "a command", pattern, wanted, "", False)


@pytest.mark.parametrize("line", PROMISES, ids=lambda line: f"{line.part}: {line.line}")
def test_a_promise_names_what_there_is(line: Promise) -> None:
    files = re.findall(
        r"(?<!shared}/)(?:tests|tools|benchmarks)/[\w/]+(?:\.py)?", f"{line.command} {line.without_shared}"
    )
    assert [file for file in files if not (ROOT / file).exists()] == []


@pytest.mark.parametrize("line", PROMISES, ids=lambda line: f"{line.part}: {line.line}")
def test_a_promise_can_be_judged(line: Promise) -> None:
    re.compile(line.pattern, re.MULTILINE)
    assert not line.wanted or (line.pattern and WANTED.fullmatch(line.wanted))


def test_every_part_but_the_last_promises_something() -> None:
    assert {line.part for line in PROMISES} == set(range(1, 10))


@pytest.mark.parametrize(
    ("printed", "pattern", "wanted", "value", "verdict"),
    [
        ("found 9 of 12\n", r"found (\d+) of (\d+)", ">= 0.7", "0.75", HOLDS),
        ("a 7\nb 9\n", r"^\w (\d+)", "<= 8", "7, 9", SHORT),
        ("a 7\nb 9\n", r"^\w (\d+)", "sum >= 16", "16", HOLDS),
        ("a 7\nb 9\n", r"^\w", "= 2", "2", HOLDS),
        ("quiet\n", "LOUD", "= 0", "0", HOLDS),
        ("16,500 a second\n", r"([\d,]+) a second", ">= 10000", "16,500", HOLDS),
        ("recall 10.9\n", r"recall ([\d.]+)", "", "10.9", TOLD),
        ("", r"recall ([\d.]+)", "", "nothing found, exit 0: nothing printed", SHORT),
    ],
)
def test_what_is_printed_is_compared(printed: str, pattern: str, wanted: str, value: str, verdict: str) -> None:
    seen = judged(promise(pattern, wanted), Ended(printed, 0))
    assert (seen.value, seen.verdict) == (value, verdict)


@pytest.mark.parametrize(("code", "verdict"), [(0, HOLDS), (1, SHORT)])
def test_without_a_pattern_the_command_has_to_end_well(code: int, verdict: str) -> None:
    assert judged(promise("", ""), Ended("3 passed in 1 s\n", code)).verdict == verdict


def test_without_real_drafts_fixtures_are_run_or_the_line_is_left_out() -> None:
    real = "score {shared}/drafts"
    on_fixtures = Promise(1, "", real, "x", "= 1", "pytest", False).on_fixtures()
    assert on_fixtures == Promise(1, "", "pytest", "", "", "", False)
    assert Promise(1, "", real, "x", "= 1", "", False).on_fixtures() is None
    assert promise("x", "= 1").on_fixtures() == promise("x", "= 1")
