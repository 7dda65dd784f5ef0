"""The kind `quantity`."""

import pytest
from making import draft

from speechlint.checks.quantity import Fault, quantity
from speechlint.language.analysis import Analysis


def seen(fault: Fault, text: str) -> list[str]:
    return [match.fields["sum"] for match in quantity(Analysis(draft(text)), fault=fault)]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("其中道路3处、消防4处，共8处。", ["7处"]),
        ("其中道路3处、消防4处，共7处。", []),
        ("其中道路3.5亿元、消防4.5亿元，合计8.1亿元。", ["8.0亿元"]),
        ("其中道路3处、消防4处等，共8处。", []),
        ("其中道路3处、消防4人，共8处。", []),
        ("其中道路3处，共8处。", []),
        ("共8处，其中道路3处、消防4处。", []),
        ("其中道路3处、消防4处。共8处。", []),
        ("其中道路3处、消防4人，共8处，分别是道路3处、消防4处，共8处。", ["7处"]),
        ("其中道路3处、消防4处、防汛1处，共8处。", []),
    ],
)
def test_parts_and_their_total(text: str, sums: list[str]) -> None:
    assert seen("parts", text) == sums


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("三次产业结构为10:40:51。", ["101"]),
        ("三次产业结构为10.2：40.3：49.5。", []),
        ("三次产业结构为10.2:40.3:49.6。", []),
        ("男女比例为3:2:1。", []),
        ("三次产业结构为10:40:50.3。", []),
        ("三次产业结构为10:40:50.4。", ["100.4"]),
        ("三次产业结构为10:40:49.6。", ["99.6"]),
        ("三次产业结构为10:20:20。", []),
        ("三次产业结构为10:20:21。", ["51"]),
        ("三次产业结构为50:50:50。", []),
        ("三次产业结构为50:50:49。", ["149"]),
        ("三产比重为10:20:21。", ["51"]),
        ("学历结构为30:30:30。", []),
        ("学历结构为30:30:31。", ["91"]),
        ("学历结构为30:40:40。", []),
        ("学历结构为30:40:39。", ["109"]),
        ("学历结构为3:2:1，年龄结构为30:30:31。", ["91"]),
        ("比分为10:40:51。", []),
    ],
)
def test_a_structure_in_percent(text: str, sums: list[str]) -> None:
    assert seen("structure", text) == sums


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("农业占20%，工业占45%，服务业占40%。", ["105"]),
        ("农业占20%，工业占40%，服务业占40%。", []),
        ("工业占120%。", []),
        ("农业占20%，工业占40%，服务业占40.5%。", []),
        ("农业占20%，工业占40%，服务业占40.6%。", ["100.6"]),
        ("农业占60%，工业占60%。", ["120"]),
        ("工业占120%；农业占60%，工业占60%。", ["120"]),
    ],
)
def test_shares_of_one_whole(text: str, sums: list[str]) -> None:
    assert seen("shares", text) == sums
