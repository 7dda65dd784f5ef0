"""Ordinals: every style and value, and the words that only look like one."""

import pytest

from speechlint.examples import document_of
from speechlint.language.analysis import Analysis
from speechlint.language.lists import lists
from speechlint.language.ordinals import Standing, ordinals
from speechlint.readers.markdown import read_markdown


def values(text: str) -> list[int]:
    return [ordinal.value for ordinal in ordinals(document_of(text))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一、提高认识", 1),
        ("十一、加强领导", 11),
        ("廿三、其他事项", 23),
        ("（二）压实责任", 2),
        ("(三)压实责任", 3),
        ("4.严格考核", 4),
        ("５．严格考核", 5),
        ("6、严格考核", 6),
        ("（7）入户核查", 7),
        ("8）入户核查", 8),
        ("⑨入户核查", 9),
        ("㉑入户核查", 21),
        ("㊿入户核查", 50),
        ("Ⅳ．附则", 4),
        ("C. 第三种方案", 3),
        ("第十，抓考核", 10),
        ("第二、抓考核", 2),
        ("第三件事，抓考核", 3),
        ("第四个问题，抓考核", 4),
        ("第五方面，抓考核", 5),
        ("六是抓考核", 6),
        ("七要抓考核", 7),
        ("其二，抓考核", 2),
        ("第九条 本办法自公布之日起施行。", 9),
        ("　　八、有关要求", 8),
    ],
)
def test_a_style_is_read_with_its_value(text: str, value: int) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "layer"),
    [
        ("一、甲", 1),
        ("一．甲", 1),
        ("（一）甲", 2),
        ("1.甲", 3),
        ("1、甲", 3),
        ("（1）甲", 4),
        ("①甲", 5),
        ("1）甲", 0),
        ("A.甲", 0),
        ("Ⅰ.甲", 0),
        ("第一，甲", 0),
        ("第一条　甲", 0),
        ("第一阶段，甲", 0),
        ("第一个问题，甲", 0),
        ("一是甲", 0),
        ("其一，甲", 0),
    ],
)
def test_a_style_belongs_to_a_layer(text: str, layer: int) -> None:
    (found,) = ordinals(document_of(text))
    assert (found.style.level, found.standing, found.depth) == (layer, Standing.LINE, None)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("甲。一是乙", Standing.SENTENCE),
        ("甲：一是乙", Standing.SENTENCE),
        ("甲。”一是乙", Standing.SENTENCE),
        ("甲。”）一是乙", Standing.SENTENCE),
        ("甲，一是乙", Standing.CLAUSE),
        ("甲、一是乙", Standing.CLAUSE),
        ("甲。　一是乙", Standing.SENTENCE),
        ("甲　一是乙", None),
        ("甲一是乙", None),
        ("记者 甲 摄一是乙", Standing.SENTENCE),
        ("　# 一是乙", Standing.LINE),
        ("甲。一、乙", Standing.SENTENCE),
        ("甲，一、乙", None),
        ("甲。第一条　乙", None),
        ("甲，①乙", Standing.CLAUSE),
        ("甲，其一，乙", Standing.CLAUSE),
        ("甲，第一，乙", Standing.CLAUSE),
        ("甲，第一个问题，乙", None),
        ("甲。A.乙", None),
    ],
)
def test_an_ordinal_stands_on_a_line_or_after_what_ended(text: str, standing: Standing | None) -> None:
    assert [found.standing for found in ordinals(document_of(text))] == ([standing] if standing else [])


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("一把思想关。二把质量关。", [1, 2]),
        ("一把思想关。三把质量关。", []),
        ("二把思想关。三把质量关。", []),
        ("一把思想关。二查质量。", []),
    ],
)
def test_verbs_count_only_in_company(text: str, counted: list[int]) -> None:
    assert values(text) == counted


@pytest.mark.parametrize(
    "text",
    [
        "1.5亿元投资落地",
        "3.2%的增幅",
        "第一产业增加值下降",
        "第一个五年计划完成",
        "一、二、三产业融合发展",
        "三、四季度抓冲刺",
        "改造小（二）型水库",
        "一是一，二是二",
        "一要素，二机制",
        "依照第（一）项处罚",
        "二〇二六年三月",
        "统一要求，专一是福",
        "一手抓招商，一手抓项目",
    ],
)
def test_a_look_alike_is_no_ordinal(text: str) -> None:
    assert values(text) == []


def test_items_glued_by_commas_count_as_items() -> None:
    assert values("可以概括为两句话：一是势头好、二是压力大。") == [1, 2]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("分三步走：第一步搞调查，第二步定方案，第三步抓落实。", [1, 2, 3]),
        ("分三块：第一板块是总论，第二板块讲任务，第三板块重点讲保障。", [1, 2, 3]),
        ("迈出了第一步，第二步更难。", []),
        ("先看第一阶段，第三阶段是难点。", []),
        ("第一步搞调查，第三步抓落实。", [1]),
        ("第一步搞调查。\n随后，第二步定方案。", [1]),
        ("第一阶段：学习，第二阶段的任务另行通知。", [1]),
        ("第一阶段：学习，第二步定方案。", [1]),
    ],
)
def test_after_a_comma_a_step_counts_behind_the_one_before_it(text: str, found: list[int]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. 甲\n1. 乙\n1. 丙", [1, 2, 3]),
        ("1. 甲\n\n   续\n   - 细\n1. 乙", [1, 2]),
        ("1. 甲\n1. 乙\n另起。\n1. 丙\n1. 丁", [1, 2, 1, 2]),
        ("1. 甲\n2. 乙\n2. 丙", [1, 2, 2]),
        ("1.甲\n1.乙", [1, 1]),
    ],
)
def test_markdown_counts_a_list_of_ones_itself(text: str, found: list[int]) -> None:
    document = read_markdown("a.md", text.encode())
    assert [ordinal.value for ordinal in ordinals(document)] == found
    assert values(text) == [int(line[0]) for line in text.splitlines() if line[:1].isdigit()]


def test_a_table_of_contents_is_no_heading() -> None:
    text = "目录\n一、认清形势\n二、狠抓落实\n一、认清形势\n开局良好。\n二、狠抓落实\n说了就干。"
    assert values(text) == [1, 2]
    assert values("一、认清形势……1\n二、狠抓落实……3") == []


@pytest.mark.parametrize(
    ("text", "grouped"),
    [
        ("三、保障\n一、领导\n二、资金\n四、要求", [[3, 4], [1, 2]]),
        ("一是甲。一要乙。二要丙。二是丁。", [[1, 2], [1, 2]]),
        ("一是甲。\n二是乙。要画两张图：一是丙；二是丁。\n三是戊。", [[1, 2, 3], [1, 2]]),
        ("一要甲。二要乙。\n三要丙。", [[1, 2, 3]]),
        ("一是甲。一是乙；二是丙。\n三是丁。", [[1, 3], [1, 2]]),
        ("1.甲\n2.乙\n3.丙\n附件：1.丁\n　　　2.戊", [[1, 2, 3], [1, 2]]),
        ("一、甲\n一是乙。二是丙。\n一是丁。二是戊。\n二、己", [[1, 2], [1, 2], [1, 2]]),
    ],
)
def test_a_list_nested_in_an_item_lets_the_outer_one_resume(text: str, grouped: list[list[int]]) -> None:
    found = lists(ordinals(document_of(text)))
    assert [[item.value for item in series.items] for series in found] == grouped


@pytest.mark.parametrize(
    ("label", "jumped"),
    [
        ("一、", True),
        ("（一）", False),
        ("1.", False),
        ("1）", False),
        ("①", False),
        ("A.", False),
        ("Ⅰ.", False),
        ("第一，", False),
        ("第一条　", False),
        ("第一阶段，", False),
        ("第一个问题，", False),
        ("一是", False),
        ("其一，", False),
    ],
)
def test_only_from_the_first_layer_to_the_fourth_is_a_layer_left_out(label: str, jumped: bool) -> None:
    analysis = Analysis(document_of(f"{label}抓学习\n（1）早学\n（2）常学"))
    found = [one.fault for series in analysis.lists for one in analysis.faults.of(series)]
    assert ("jumped" in found) is jumped
