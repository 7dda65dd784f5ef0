"""Rule files: what a good one becomes, and one message with file, line and near name for every bad one."""

from pathlib import Path

import pytest

from speechlint.messages import Language, Problem
from speechlint.model import Severity
from speechlint.rule_file import load_rule, load_rules
from speechlint.ruleset import Rule

RULE = """\
title: {zh: 错别字, en: misspelt word}
message:
  zh: “{found}”应为“{better}”
  en: “{found}” should be “{better}”
why: {zh: 形近误用。, en: A look-alike.}
severity: error
pattern:
  find: 避署
  better: 避暑
bad:
  - 打造⟦避署⟧胜地。
good:
  - 打造避暑胜地。
"""


def wrote(folder: Path, text: str, name: str = "typo/word.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def problem(folder: Path, text: str, language: Language = "en", name: str = "typo/word.yaml") -> str:
    """What loading this rule says, the file's path left out."""
    path = wrote(folder, text, name)
    with pytest.raises(Problem) as caught:
        load_rule(path, name.removesuffix(".yaml"))
    return caught.value.say(language).removeprefix(str(path))


def test_a_rule_file_becomes_a_rule(tmp_path: Path) -> None:
    (rule,) = load_rules(wrote(tmp_path, RULE).parent.parent)
    assert isinstance(rule, Rule)
    assert (rule.id, rule.family, rule.severity, rule.enabled, rule.fix) == (
        "typo/word",
        "typo",
        Severity.ERROR,
        True,
        None,
    )
    assert rule.bad == ("打造⟦避署⟧胜地。",)


SWAPPED = RULE.replace("pattern:\n  find: 避署\n  better: 避暑\n", "swap:\n  table: words.tsv\n")

BROKEN = {
    "unknown key": (
        RULE.replace("severity:", "severty:"),
        ":6: unknown key “severty” (did you mean “severity”?)",
        ":6: 不认识的键“severty”（是不是“severity”？）",
    ),
    "unknown kind": (
        RULE.replace("pattern:", "patern:"),
        ":7: unknown key “patern” (did you mean “pattern”?)",
        ":7: 不认识的键“patern”（是不是“pattern”？）",
    ),
    "key that is no text": (RULE + "1: 2\n", ":14: unknown key “1”", ":14: 不认识的键“1”"),
    "two kinds": (
        RULE + "swap: {table: a.tsv}\n",
        ":1: a rule names one kind of check; this one names 2",
        ":1: 一条规则只写一种检查方式，这里写了 2 种",
    ),
    "unknown option": (
        RULE.replace("better: 避暑", "beter: 避暑"),
        ":9: unknown key “beter” for check “pattern” (did you mean “better”?)",
        ":9: 检查方式“pattern”没有键“beter”（是不是“better”？）",
    ),
    "missing option": (
        RULE.replace("  find: 避署\n", ""),
        ":7: check “pattern” needs the key “find”",
        ":7: 检查方式“pattern”缺少键“find”",
    ),
    "options that are no mapping": (
        RULE.replace("pattern:\n  find: 避署\n  better: 避暑\n", "pattern: 避署\n"),
        ":7: “pattern” must be mapping, not str",
        ":7: “pattern”应为 mapping，写成了 str",
    ),
    "wrong type": (
        RULE.replace("find: 避署", "find: 8"),
        ":8: “find” must be str, not int",
        ":8: “find”应为 str，写成了 int",
    ),
    "value not allowed": (
        RULE.replace("  find:", "  scope: paragraf\n  find:"),
        ":8: “scope” must be one of paragraph, document (did you mean “paragraph”?)",
        ":8: “scope”只能是 paragraph, document（是不是“paragraph”？）",
    ),
    "broken regex": (
        RULE.replace("find: 避署", "find: 避(署"),
        ":8: broken regex in “find”: missing ), unterminated subpattern at position 1",
        ":8: “find”的正则表达式有误：missing ), unterminated subpattern at position 1",
    ),
    "regex beyond counting": (
        RULE.replace("find: 避署", "find: 避{99999999999}"),
        ":8: broken regex in “find”: the repetition number is too large",
        ":8: “find”的正则表达式有误：the repetition number is too large",
    ),
    "repeated key": (
        RULE + "severity: info\n",
        ":14: key “severity” is already set in line 6",
        ":14: 键“severity”在第 6 行已经写过",
    ),
    "repeated key inside": (
        RULE.replace("  better:", "  find: 布署\n  better:"),
        ":9: key “find” is already set in line 8",
        ":9: 键“find”在第 8 行已经写过",
    ),
    "missing key": (RULE.replace("severity: error\n", ""), ":1: key “severity” is missing", ":1: 缺少键“severity”"),
    "bad severity": (
        RULE.replace("error", "eror"),
        ":6: “severity” must be one of error, warning, info (did you mean “error”?)",
        ":6: “severity”只能是 error, warning, info（是不是“error”？）",
    ),
    "unknown field": (
        RULE.replace("zh: “{found}”", "zh: “{foun}”"),
        ":3: “message” has no field {foun} to fill (did you mean “found”?)",
        ":3: “message”里没有可填的 {foun}（是不是“found”？）",
    ),
    "field with a format of its own": (
        RULE.replace("en: “{found}”", "en: “{found:>9}”"),
        ":4: “message” has no field {found} to fill",
        ":4: “message”里没有可填的 {found}",
    ),
    "brace left open": (
        RULE.replace("en: “{found}”", "en: “{found”"),
        ":4: the braces in “message” do not pair",
        ":4: “message”的花括号不成对",
    ),
    "one language": (
        RULE.replace("why: {zh: 形近误用。, en: A look-alike.}", "why: 形近误用。"),
        ":5: “why” needs both zh and en",
        ":5: “why”须有 zh 和 en 两种文字",
    ),
    "empty message": (
        RULE.replace("  en: “{found}” should be “{better}”", "  en:"),
        ":2: “message” needs both zh and en",
        ":2: “message”须有 zh 和 en 两种文字",
    ),
    "enabled that is no switch": (
        RULE + "enabled: 是\n",
        ":14: “enabled” must be bool, not str",
        ":14: “enabled”应为 bool，写成了 str",
    ),
    "examples that are no list": (
        RULE.replace("good:\n  - 打造避暑胜地。", "good: 打造避暑胜地。"),
        ":12: “good” must be list[str], not str",
        ":12: “good”应为 list[str]，写成了 str",
    ),
    "unmarked bad example": (
        RULE.replace("⟦避署⟧", "避署"),
        ":11: a bad example must mark its fault with ⟦⟧",
        ":11: bad 例句须用 ⟦⟧ 标出错处",
    ),
    "marked good example": (
        RULE.replace("打造避暑", "打造⟦避暑⟧"),
        ":13: a good example must not hold ⟦⟧",
        ":13: good 例句不应有 ⟦⟧",
    ),
    "mark left open": (
        RULE.replace("避署⟧", "避署"),
        ":11: ⟦ and ⟧ do not pair in this example",
        ":11: 例句里的 ⟦ 和 ⟧ 不成对",
    ),
    "not a mapping": (
        "- 避署\n",
        ":1: a rule file must be a mapping of keys to values",
        ":1: 规则文件应由“键: 值”组成",
    ),
    "empty file": ("", ":1: a rule file must be a mapping of keys to values", ":1: 规则文件应由“键: 值”组成"),
    "not YAML": (
        RULE.replace("find: 避署", "find: [避署"),
        ":9: not valid YAML: did not find expected ',' or ']'",
        ":9: YAML 语法错误：did not find expected ',' or ']'",
    ),
    "impossible date": (
        RULE + "source: 2021-13-01\n",
        ":1: not valid YAML: month must be in 1..12",
        ":1: YAML 语法错误：month must be in 1..12",
    ),
    "aliases in a loop": (
        RULE + "source: &loop [*loop]\n",
        ":14: “source” must be str, not list",
        ":14: “source”应为 str，写成了 list",
    ),
}


@pytest.mark.parametrize(("text", "english", "chinese"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_rule_says_where_and_what(tmp_path: Path, text: str, english: str, chinese: str) -> None:
    assert problem(tmp_path, text) == english
    assert problem(tmp_path, text, "zh") == chinese


def test_a_family_that_does_not_exist_is_named(tmp_path: Path) -> None:
    said = problem(tmp_path, RULE, name="tpyo/word.yaml")
    assert said == ":1: no family “tpyo” (did you mean “typo”?)"


def test_a_missing_table_is_named_with_the_nearest_one(tmp_path: Path) -> None:
    wrote(tmp_path, "wrong\tright\n避署\t避暑\n", "typo/word.tsv")
    assert problem(tmp_path, SWAPPED) == ":8: no table “words.tsv” (did you mean “word.tsv”?)"
    assert problem(tmp_path, SWAPPED, "zh") == ":8: 没有表“words.tsv”（是不是“word.tsv”？）"


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("wrong\tright\n避署\t避暑\t多\n", "words.tsv:2: 3 cells under 2 columns"),
        ("wrong\tgood\n避署\t避暑\n", "words.tsv:1: the table has no column “right”"),
        ("", "words.tsv:1: the table is empty"),
    ],
)
def test_a_bad_table_is_named_with_its_own_line(tmp_path: Path, table: str, message: str) -> None:
    wrote(tmp_path, table, "typo/words.tsv")
    assert problem(tmp_path, SWAPPED).endswith(message)


def test_a_rule_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "word.yaml"
    path.write_bytes(RULE.encode("gb18030"))
    with pytest.raises(Problem, match="UTF-8"):
        load_rule(path, "typo/word")


def test_yml_is_read_and_no_rule_is_written_twice(tmp_path: Path) -> None:
    wrote(tmp_path, RULE, "typo/word.yml")
    assert [rule.id for rule in load_rules(tmp_path)] == ["typo/word"]
    wrote(tmp_path, RULE, "typo/word.yaml")
    with pytest.raises(Problem, match="is already defined in"):
        load_rules(tmp_path)


@pytest.mark.parametrize("folder", ["nowhere", "."])
def test_a_folder_without_rules_is_a_problem(tmp_path: Path, folder: str) -> None:
    with pytest.raises(Problem, match="no rule"):
        load_rules(tmp_path / folder)
