"""Configuration files: found upward, extended, and wrong in ways that name file, line and key."""

from pathlib import Path

import pytest

from speechlint.config.load import load
from speechlint.config.nearest import nearest
from speechlint.config.settings import RuleSettings
from speechlint.config.workspace import Request, Workspace
from speechlint.messages import Problem
from speechlint.model import Severity


def wrote(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("speechlint.toml", 'fail-on = "error"'),
        (".speechlint.toml", 'fail-on = "error"'),
        ("pyproject.toml", '[tool.speechlint]\nfail-on = "error"'),
    ],
)
def test_the_nearest_file_upward_governs(tmp_path: Path, name: str, text: str) -> None:
    file = wrote(tmp_path / name, text)
    wrote(tmp_path / "a" / "pyproject.toml", "[tool.other]\nspeechlint = 1\n")
    (tmp_path / "a" / "b").mkdir()
    assert nearest(tmp_path / "a" / "b") == file
    assert load(file).config.fail_on is Severity.ERROR


def test_a_file_lies_over_the_one_it_extends(tmp_path: Path) -> None:
    wrote(
        tmp_path / "base" / "base.toml",
        'fail-on = "error"\nextend-ignore = ["date"]\nwords = ["names.txt"]\n'
        '[rules."typo/misspelling"]\nenabled = false\n',
    )
    file = wrote(
        tmp_path / "own" / "speechlint.toml",
        'extend = "../base/base.toml"\nextend-ignore = ["typo"]\nlang = "en"\n'
        '[rules."typo/variant"]\nseverity = "info"\n',
    )
    loaded = load(file)
    assert loaded.config.fail_on is Severity.ERROR
    assert loaded.config.lang == "en"
    assert loaded.config.extend_ignore == ("date", "typo")
    assert [path.resolve() for path in loaded.config.words] == [(tmp_path / "base" / "names.txt").resolve()]
    assert loaded.config.rules == {
        "typo/misspelling": RuleSettings(enabled=False),
        "typo/variant": RuleSettings(severity=Severity.INFO),
    }
    assert str(loaded.origin("fail-on")).endswith("base.toml:1")
    assert str(loaded.origin("lang")).endswith("speechlint.toml:3")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('\nselct = ["typo"]', ":2: unknown key “selct” (did you mean “select”?)"),
        (
            'select = ["typo"]\nfail-on = "eror"',
            ":2: “fail-on” must be one of error, warning, info (did you mean “error”?)",
        ),
        ("force-exclude = 1", ":1: “force-exclude” must be "),
        ('ignore = ["typo", 3]', ":1: “ignore” must be "),
        ('[rules."typo/misspelling"]\nseverety = "info"', ":2: unknown key “severety” (did you mean “severity”?)"),
        ('[profiles."a"]\npath = ["x"]', ":2: unknown key “path” (did you mean “paths”?)"),
        ('extend = "none.toml"', ":1: the file named by extend does not exist"),
        ('extend = "speechlint.toml"', ":1: extend comes round to"),
        ("lang =\n", ":1: not valid TOML"),
        ('lang = "zh"\nlang = "en"\n', ": not valid TOML"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, complaint: str) -> None:
    file = wrote(tmp_path / "speechlint.toml", text)
    with pytest.raises(Problem) as caught:
        load(file)
    assert "speechlint.toml" in str(caught.value)
    assert complaint in str(caught.value)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (
            'ignore = [\n  "typo/mispelling",\n]',
            ":1: no rule or family “typo/mispelling” (did you mean “typo/misspelling”?)",
        ),
        ('[per-file-ignores]\n"a/*" = ["typ"]', ":2: no rule or family “typ” (did you mean “typo”?)"),
        ('\n[rules."typo/misspeling"]\nseverity = "info"', ":2: no rule or family “typo/misspeling”"),
        ('[profiles."a"]\npaths = ["x"]\nselect = ["dates"]', ":3: no rule or family “dates” (did you mean “date”?)"),
        ('[rules."typo/misspelling".options]\ntabel = "x.tsv"', ":2: unknown key “tabel” for check “swap”"),
        ('rules = ["./none"]', "none: no such file or folder"),
    ],
)
def test_a_rule_that_does_not_exist_is_named_with_its_line(tmp_path: Path, text: str, complaint: str) -> None:
    wrote(tmp_path / "speechlint.toml", text)
    with pytest.raises(Problem) as caught:
        Workspace(Request()).rules(tmp_path)
    assert complaint in str(caught.value)
