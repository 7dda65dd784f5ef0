"""Which rules a file is checked with: configuration, profiles, command line, per-file ignores."""

from pathlib import Path

import pytest

from speechlint.config.workspace import Request, Workspace
from speechlint.messages import Problem
from speechlint.model import Severity
from speechlint.selection import Choice
from speechlint.session import Settings

OUR_RULE = """\
title: {zh: 旧名, en: old name}
message:
  zh: “{found}”已改名
  en: “{found}” has a new name
why: {zh: 机构已改名。, en: It has a new name.}
severity: warning
pattern:
  find: 旧局
bad: [报⟦旧局⟧审批。, 由⟦旧局⟧负责。, 送⟦旧局⟧。]
good: [报新局审批。, 新旧局面不同。, 旧的局面。]
"""


def settings(folder: Path, name: str, config: str, request: Request | None = None) -> Settings:
    (folder / "speechlint.toml").write_text(config, encoding="utf-8")
    return Workspace(request or Request()).for_path(folder / name)


def names(found: Settings) -> set[str]:
    return {rule.id for rule in found.rules}


@pytest.mark.parametrize(
    ("config", "choice", "runs"),
    [
        ("", Choice(), True),
        ('ignore = ["typo"]', Choice(), False),
        ('ignore = ["typo"]', Choice(select=("typo",)), True),
        ('ignore = ["typo/misspelling"]', Choice(select=("typo",)), False),
        ('ignore = ["typo/misspelling"]', Choice(select=("typo/misspelling",)), True),
        ('select = ["typo"]', Choice(ignore=("typo",)), False),
        ('select = ["typo"]', Choice(select=("date",)), False),
        ('rules."typo/misspelling".enabled = false', Choice(), False),
        ('select = ["date"]\nrules."typo/misspelling".enabled = true', Choice(), True),
        ('per-file-ignores."*.txt" = ["typo"]', Choice(), False),
        ('per-file-ignores."b/*.txt" = ["typo"]', Choice(), True),
        ('profiles.p = {paths = ["*.txt"], ignore = ["typo"]}', Choice(), False),
        ('profiles.p = {paths = ["b/"], ignore = ["typo"]}', Choice(), True),
        ('overrides."a.*" = {ignore = ["typo"]}', Choice(), False),
        ('ignore = ["typo"]\noverrides."a.*" = {extend-select = ["typo"]}', Choice(), True),
    ],
)
def test_the_nearer_wish_and_the_more_exact_name_win(tmp_path: Path, config: str, choice: Choice, runs: bool) -> None:
    assert ("typo/misspelling" in names(settings(tmp_path, "a.txt", config, Request(choice)))) is runs


def test_severity_and_options_are_set_by_rule_and_by_profile(tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_text("wrong\tright\tnote\tguard\n甲乙\t乙甲\t\t\n", encoding="utf-8")
    config = """
    [rules."typo/misspelling"]
    severity = "info"
    options = {table = "own.tsv"}
    [profiles.p]
    paths = ["b.txt"]
    rules."typo/misspelling".severity = "error"
    """
    for name, severity in (("a.txt", Severity.INFO), ("b.txt", Severity.ERROR)):
        rule = next(r for r in settings(tmp_path, name, config).rules if r.id == "typo/misspelling")
        assert rule.severity is severity
        assert "own.tsv" in str(rule.options["table"])


def test_each_file_has_its_nearest_configuration(tmp_path: Path) -> None:
    (tmp_path / "speechlint.toml").write_text('lang = "en"')
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "speechlint.toml").write_text('lang = "zh"\nignore = ["typo"]')
    workspace = Workspace(Request())
    above, below = workspace.for_path(tmp_path / "a.txt"), workspace.for_path(tmp_path / "sub" / "a.txt")
    assert (above.language, below.language) == ("en", "zh")
    assert "typo/misspelling" in names(above) - names(below)


def test_isolation_reads_no_configuration(tmp_path: Path) -> None:
    assert settings(tmp_path, "a.txt", "no = toml =", Request(isolated=True)).rules


@pytest.mark.parametrize("config", ['rules = ["./ours"]', 'rule-folders = ["./ours"]'])
def test_a_folder_of_rules_is_loaded(tmp_path: Path, config: str) -> None:
    (tmp_path / "ours" / "wording").mkdir(parents=True)
    (tmp_path / "ours" / "wording" / "old-name.yaml").write_text(OUR_RULE, encoding="utf-8")
    assert "wording/old-name" in names(settings(tmp_path, "a.txt", config))


def test_a_rule_of_a_known_id_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ours" / "typo").mkdir(parents=True)
    (tmp_path / "ours" / "typo" / "misspelling.yaml").write_text(OUR_RULE, encoding="utf-8")
    with pytest.raises(Problem, match="is already defined"):
        settings(tmp_path, "a.txt", 'rules = ["./ours"]')


def test_word_lists_are_read_from_their_usual_place_and_by_name(tmp_path: Path) -> None:
    (tmp_path / ".speechlint").mkdir()
    (tmp_path / ".speechlint" / "words.txt").write_text("王避署  # 人名\n\n# 空行和说明\n", encoding="utf-8")
    (tmp_path / "places.txt").write_text("布署镇\n", encoding="utf-8")
    assert settings(tmp_path, "a.txt", 'words = ["places.txt"]').words == {"王避署", "布署镇"}
