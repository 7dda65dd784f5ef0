"""Names are leaks only in a draft that masks their like."""

import pytest

from speechlint.examples import document_of
from speechlint.linter import lint
from speechlint.rule_file import load_rules
from speechlint.ruleset import builtin_folder

RULES = tuple(rule for rule in load_rules(builtin_folder()) if rule.id.startswith("placeholder/leaked"))
MASKED = "X县长、X同志到会，X镇、X村、X公司的X个项目开工。\n"


def found(text: str) -> list[str]:
    document = document_of(text)
    return [document.text_of(finding.span) for finding in lint(document, RULES)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("由谭县长牵头。", "谭县长"),
        ("请谭建国局长负责。", "谭建国"),
        ("鄣吴镇和天荒坪镇都要行动。", "鄣吴镇"),
        ("支持博昌矿业达产。", "博昌矿业"),
        ("抓好微柳路公园、新河湾公园建设。", "新河湾公园"),
        ("推进东柳河村道路建设。", "东柳河村"),
    ],
)
def test_a_real_name_leaks_only_beside_masked_ones(text: str, name: str) -> None:
    assert name in found(MASKED + text)
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("安吉县要学鄣吴镇，梅溪工业园要跟进。", ["安吉县", "鄣吴镇", "梅溪工业园"]),
        ("安吉、长兴要跟进，由湖州市牵头。", ["长兴", "湖州市"]),
        ("富裕群众，延长工期，安吉县、长兴县要跟进。", ["安吉县", "长兴县"]),
    ],
)
def test_places_of_the_home_prefecture_leak_in_full_or_by_a_stem_with_its_suffix(
    text: str, expected: list[str]
) -> None:
    assert found(MASKED + text) == expected


def test_a_name_said_thrice_is_reported_once_with_the_others_related() -> None:
    document = document_of(MASKED + "由谭县长牵头。\n请谭县长把关。\n谭县长负责。")
    (finding,) = lint(document, RULES)
    assert len(finding.related) == 2


@pytest.mark.parametrize(
    "text",
    [
        "全国、全省都要学习昆山市经验。",
        "做强城镇、乡镇、集镇和高新区，融入“一带一路”。",
        "学习习近平总书记重要讲话，各乡镇书记、全体主任参会。",
        "副县长、常务副县长和办公室主任参会，任县长以来如此。",
        "北京冬奥会期间，秦岭保护不放松。",
        "农业局长、文旅局长、教育局长牵头，国有企业集团、城市公园、湿地公园要跟进。",
    ],
)
def test_common_words_and_national_names_stay_silent_in_a_masked_draft(text: str) -> None:
    assert found(MASKED + text) == []
