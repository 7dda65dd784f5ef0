"""`speechlint rules`, `rule` and `test`."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from speechlint.cli import cli

BROKEN = """\
title: {zh: 测试, en: test}
message: {zh: 测试, en: test}
why: {zh: 测试, en: test}
severity: error
pattern: {find: 甲}
bad: [⟦甲⟧乙, 甲⟦乙⟧]
good: [丙, 甲丁]
"""


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, [*map(str, args)], prog_name="speechlint")


def test_rules_are_listed_by_family() -> None:
    result = run("rules", "typo")
    assert "typo/misspelling  错误  错别字" in result.stdout
    assert all(line.startswith("typo/") for line in result.stdout.splitlines())


@pytest.mark.parametrize("verb", ["rule", "explain"])
def test_a_rule_has_a_page_with_its_examples(verb: str) -> None:
    page = run(verb, "typo/misspelling").stdout
    assert page.startswith("# 错别字（typo/misspelling）")
    assert "全力打造⟦避署⟧胜地。" in page


def test_a_misspelt_rule_id_gets_a_hint() -> None:
    result = run("rule", "typo/mispelling")
    assert result.exit_code == 2
    assert "是不是“typo/misspelling”？" in result.stderr


def test_test_shows_examples_that_fail(tmp_path: Path) -> None:
    (tmp_path / "typo").mkdir()
    (tmp_path / "typo" / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    result = run("test", tmp_path)
    assert result.exit_code == 1
    assert "应为  甲⟦乙⟧\n  实际  ⟦甲⟧乙" in result.stdout
    assert "1 条规则的 4 个示例中有 2 个不符" in result.stdout


def test_test_names_file_and_line_of_a_bad_rule(tmp_path: Path) -> None:
    (tmp_path / "typo").mkdir()
    (tmp_path / "typo" / "x.yaml").write_text(BROKEN.replace("find", "fnd"), encoding="utf-8")
    result = run("test", tmp_path)
    assert result.exit_code == 2
    assert "x.yaml:5: 检查方式“pattern”没有键“fnd”（是不是“find”？）" in result.stderr
