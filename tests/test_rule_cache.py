"""Rules kept between runs: the same rules, for as long as nothing they come from has changed."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from pathlib import Path

import pytest

from speechlint import rule_cache, rule_file
from speechlint.examples import document_of
from speechlint.linter import lint
from speechlint.messages import Problem
from speechlint.rule_cache import remembered_rules
from speechlint.rule_file import load_rules
from speechlint.ruleset import Rule
from speechlint.stored import load_parts, store_parts

RULE = """\
title: {{zh: 错词, en: wrong word}}
message: {{zh: '“{{found}}”写错了', en: '“{{found}}” is wrong'}}
why: {{zh: 常见错误。, en: A common slip.}}
severity: error
{kind}
bad: [这里有⟦错词⟧。]
good: [这里没有。]
"""
SWAP = "swap: {table: ../../tables/words.tsv}"
DRAFT = document_of("这里有错词，也有坏词。")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two rules, one of them with a table that lies outside."""
    typo = tmp_path / "rules" / "typo"
    typo.mkdir(parents=True)
    (typo / "wrong.yaml").write_text(RULE.format(kind="pattern: {find: 错词}"), encoding="utf-8")
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "words.tsv").write_text("wrong\tright\n坏词\t好词\n", encoding="utf-8")
    (typo / "listed.yaml").write_text(RULE.format(kind=SWAP).replace("错词⟧", "坏词⟧"), encoding="utf-8")
    return tmp_path / "rules"


def plain(rule: Rule) -> dict[str, object]:
    kept = [field.name for field in fields(Rule) if field.name not in ("check", "options", "explained")]
    return {name: getattr(rule, name) for name in kept} | {"explained": rule.explained()}


def found(rules: tuple[Rule, ...]) -> list[tuple[str, int]]:
    return [(finding.rule, finding.span.start) for finding in lint(DRAFT, rules)]


def forbid_loading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule_file, "load_rules", lambda _: pytest.fail("loaded again"))


def test_the_rules_of_a_second_run_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = remembered_rules(None, tmp_path)
    forbid_loading(monkeypatch)
    kept = remembered_rules(None, tmp_path)
    assert list(map(plain, kept)) == list(map(plain, fresh))
    for old, new in zip(fresh, kept, strict=True):
        assert dict(new.options) == dict(old.options)


def test_kept_rules_find_the_same(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = found(remembered_rules(folder, tmp_path))
    assert fresh == [("typo/wrong", 3), ("typo/listed", 8)]
    forbid_loading(monkeypatch)
    assert found(remembered_rules(folder, tmp_path)) == fresh


def edit_rule(folder: Path) -> None:
    (folder / "typo" / "wrong.yaml").write_text(RULE.format(kind="pattern: {find: 这里}"), encoding="utf-8")


def edit_table(folder: Path) -> None:
    (folder.parent / "tables" / "words.tsv").write_text("wrong\tright\n这里\t那里\n", encoding="utf-8")


def edit_without_a_trace(folder: Path) -> None:
    """Another content of the same length and the same time of change."""
    file = folder / "typo" / "wrong.yaml"
    before = file.stat()
    edit_rule(folder)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def add_a_rule(folder: Path) -> None:
    text = (folder / "typo" / "wrong.yaml").read_text(encoding="utf-8")
    (folder / "typo" / "new.yaml").write_text(text.replace("find: 错词", "find: 也有"), encoding="utf-8")


def remove_a_rule(folder: Path) -> None:
    (folder / "typo" / "wrong.yaml").unlink()


@pytest.mark.parametrize("change", [edit_rule, edit_table, add_a_rule, remove_a_rule])
def test_any_change_is_seen(folder: Path, tmp_path: Path, change: Callable[[Path], None]) -> None:
    before = found(remembered_rules(folder, tmp_path))
    change(folder)
    after = found(remembered_rules(folder, tmp_path))
    assert after == found(load_rules(folder)) != before


@pytest.mark.skipif(os.name != "posix", reason="only here is the time of a file's change its own")
def test_a_change_that_hides_its_time_is_seen(folder: Path, tmp_path: Path) -> None:
    test_any_change_is_seen(folder, tmp_path, edit_without_a_trace)


def test_a_program_of_another_state_reads_anew(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remembered_rules(folder, tmp_path)
    monkeypatch.setattr(rule_cache, "program_state", lambda: "changed")
    loaded: list[Path | None] = []
    monkeypatch.setattr(rule_file, "load_rules", lambda given: loaded.append(given) or load_rules(given))
    remembered_rules(folder, tmp_path)
    remembered_rules(folder, tmp_path)
    assert loaded == [folder]


def test_a_wrong_rule_is_told_every_time(folder: Path, tmp_path: Path) -> None:
    remembered_rules(folder, tmp_path)
    (folder / "typo" / "broken.yaml").write_text("title: 错", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(Problem):
            remembered_rules(folder, tmp_path)


@pytest.mark.parametrize("value", [None, [], {}, {"state": ""}, {"state": "", "rules": [{}]}, {"rules": 1, "state": 2}])
def test_what_is_no_set_of_rules_is_made_anew(folder: Path, tmp_path: Path, value: object) -> None:
    right = found(remembered_rules(folder, tmp_path))
    (file,) = tmp_path.glob("rules-*.bin")
    store_parts(file, value, {"typo/wrong": b"", "typo/listed": b""})
    assert found(remembered_rules(folder, tmp_path)) == right
    assert load_parts(file)[0] != value


def test_damaged_rules_are_made_anew(folder: Path, tmp_path: Path) -> None:
    right = found(remembered_rules(folder, tmp_path))
    (file,) = tmp_path.glob("rules-*.bin")
    whole = file.read_bytes()
    for at in range(0, len(whole), 97):
        file.write_bytes(whole[:at] + b"\0" + whole[at + 1 :])
        assert found(remembered_rules(folder, tmp_path)) == right
    assert file.read_bytes() == whole


def test_runs_at_once_agree(folder: Path, tmp_path: Path) -> None:
    def run(_: int) -> tuple[tuple[str, int], ...]:
        return tuple(found(remembered_rules(folder, tmp_path)))

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(run, range(24)))) == 1
    assert len(list(tmp_path.glob("rules-*.bin"))) == 1


def test_a_folder_that_takes_nothing_is_done_without(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for _ in range(2):
        assert len(remembered_rules(folder, tmp_path / "file")) == 2


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_closed_to_writing_is_done_without(folder: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    for _ in range(2):
        assert len(remembered_rules(folder, closed)) == 2
    assert not list(closed.iterdir())
