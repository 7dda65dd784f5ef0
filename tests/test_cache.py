"""Kept findings: the same as fresh ones, forgotten when anything changes, safe when damaged or shared."""

import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.cache import ResultCache, as_json, finding_from, read_findings, settings_key, tidy, write_findings
from speechlint.examples import document_of
from speechlint.model import Finding, Fix, Related, Severity, Span
from speechlint.rule_file import load_rules
from speechlint.session import Settings, check_document
from speechlint.stored import store

RULES = tuple(rule for rule in load_rules() if rule.family == "typo")
DOCUMENT = document_of("打造避署胜地。\n要把任务布署到位。")
spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: Span(min(pair), max(pair)))
findings = st.builds(
    Finding,
    rule=st.sampled_from(["typo/a", "date/b"]),
    span=spans,
    message=st.text(),
    severity=st.sampled_from(Severity),
    fix=st.none() | st.builds(Fix, spans, st.text(), st.booleans()),
    suggestions=st.lists(st.text(), max_size=2).map(tuple),
    related=st.lists(st.builds(Related, spans, st.text()), max_size=2).map(tuple),
)


@given(findings)
def test_a_finding_survives(finding: Finding) -> None:
    import json

    assert finding_from(json.loads(json.dumps(as_json(finding)))) == finding


def cached(folder: Path) -> Settings:
    return Settings(RULES, cache=ResultCache(folder, settings_key(RULES)))


def test_a_second_run_asks_no_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = check_document(DOCUMENT, cached(tmp_path))
    assert len(first.findings) == 2
    monkeypatch.setattr("speechlint.session.findings_in", lambda *_: pytest.fail("asked again"))
    assert check_document(DOCUMENT, cached(tmp_path)).findings == first.findings


def test_another_text_or_other_settings_are_not_known(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path, settings_key(RULES))
    other = ResultCache(tmp_path, settings_key(RULES[:1], "zh"))
    files = {cache.file(DOCUMENT), cache.file(document_of("打造避署胜地")), other.file(DOCUMENT)}
    assert len(files) == 3


def damaged(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def forged(value: object) -> Callable[[Path], None]:
    return lambda file: store(file, value)


@pytest.mark.parametrize(
    "change",
    [
        damaged,
        forged({}),
        forged([1]),
        forged([["a"]]),
        forged([[1, [0, 1], "m", "error", None, [], []]]),
        forged([["a", [0, 1.5], "m", "error", None, [], []]]),
        forged([["a", [0, 1], "m", "grave", None, [], []]]),
    ],
)
def test_an_entry_that_is_none_is_made_anew(tmp_path: Path, change: Callable[[Path], None]) -> None:
    settings = cached(tmp_path)
    right = check_document(DOCUMENT, settings).findings
    assert settings.cache is not None
    file = settings.cache.file(DOCUMENT)
    change(file)
    assert read_findings(file) is None
    assert check_document(DOCUMENT, settings).findings == right
    assert read_findings(file) == list(right)


def test_runs_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    def run(_: int) -> Sequence[Finding]:
        return check_document(DOCUMENT, cached(tmp_path)).findings

    with ThreadPoolExecutor(8) as pool:
        assert len({tuple(found) for found in pool.map(run, range(40))}) == 1
    assert not [file for file in tmp_path.rglob("*") if file.name.startswith(".")]


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert len(check_document(DOCUMENT, cached(tmp_path / "file" / "cache")).findings) == 2
    tidy(tmp_path / "file" / "cache")


MONTH = 40 * 86_400


def aged(file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("[]", encoding="utf-8")
    os.utime(file, (0, time.time() - MONTH))
    return file


def test_what_is_a_month_old_is_removed_once_a_day(tmp_path: Path) -> None:
    file = ResultCache(tmp_path, "").file(DOCUMENT)
    old = [
        aged(file),
        aged(tmp_path / "rules-cpython-311-0123abcd.bin"),
        aged(tmp_path / "patterns-cpython-311-a-b.bin"),
    ]
    new = ResultCache(tmp_path, "others").file(DOCUMENT)
    write_findings(new, [])
    tidy(tmp_path)
    assert (new.exists(), any(file.exists() for file in old)) == (True, False)
    aged(file)
    tidy(tmp_path)
    assert file.exists()


@pytest.mark.parametrize("name", ["公文/讲话.docx", "ab/notes.json", "a1/rules.bin", "rules.bin", "patterns.txt"])
def test_old_drafts_in_a_folder_named_for_the_cache_are_let_be(tmp_path: Path, name: str) -> None:
    draft = aged(tmp_path / name)
    tidy(tmp_path)
    assert draft.exists()
