"""Every rule's own examples, what every rule file must hold, and how rules speak."""

import string

import pytest

from speechlint.examples import example_of, failures
from speechlint.linter import lint
from speechlint.rule_file import load_rules
from speechlint.ruleset import Rule

RULES = load_rules()
BY_ID = {rule.id: rule for rule in RULES}

# What an English message calls otherwise than the Chinese one: the same fact, in words of its own.
TWINS = {
    "missing_en": "missing",
    "what_en": "what",
    "names_en": "names",
    "likelihood_en": "likelihood_zh",
    "iso_since": "since",
    "iso_until": "until",
    "iso_days": "days",
    "font": "seen",
    "iso_held": "held",
    "points": "seen",
    "wanted_font": "wanted",
    "wanted_points": "wanted",
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_example_of_a_rule_holds(rule: Rule) -> None:
    assert list(failures(rule)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_shows_at_least_two_faults_and_two_traps(rule: Rule) -> None:
    assert len(rule.bad) >= 2
    assert len(rule.good) >= 2


def facts(template: str) -> set[str]:
    return {TWINS.get(name, name) for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_tells_the_same_facts_in_both_languages(rule: Rule) -> None:
    assert facts(rule.message["zh"]) == facts(rule.message["en"])
    assert facts(rule.related.get("zh", "")) == facts(rule.related.get("en", ""))
    assert not any(message.endswith(("。", ".")) for message in rule.message.values())


@pytest.mark.parametrize(
    ("name", "draft", "message"),
    [
        ("numbering/level-jumped", "一、主要任务\n（1）摸清底数\n（2）建立台账\n二、要求", "“一、”之下直接用“（1）”"),
        ("numbering/skipped-ordinal", "第一，抓早。第二，抓小。第四，抓实。", "“第二”之后是“第四”，缺第 3 项"),
        ("date/wrong-weekday", "定于2024年5月1日（星期四）召开。", "“2024年5月1日（星期四）”日期与星期不符"),
        ("date/mixed-years", "在2022年工作会上的讲话\n同志们：\n今年是“十四五”开局之年。", "“今年是‘十四五’开局之年”"),
        ("number/below-with-under", "到会人数不到100人以上。", "“不到”与“以上”"),
        ("file/leftover-change", "⟪change 张三⟫各单位⟪/⟫要抓好落实。", "1 处修订没有接受或拒绝（张三），"),
        ("file/leftover-change", "⟪change⟫各单位⟪/⟫要抓好落实。", "1 处修订没有接受或拒绝，"),
    ],
)
def test_a_message_quotes_what_a_reader_sees(name: str, draft: str, message: str) -> None:
    document, _ = example_of(BY_ID[name], draft)
    assert message in lint(document, [BY_ID[name]])[0].message
