"""Where a quantity is told, what of and how much; which of two tellings contradict each other."""

import re
from collections.abc import Iterator

import pytest

from speechlint.language.retold import Telling, counted_sets, disagreements, investments, tasks
from speechlint.model import Span

WORKS = re.compile("民生实事|惠民实事")


def told(text: str, tellings: Iterator[Telling]) -> list[tuple[str, str, str | None]]:
    return [(text[one.span.start : one.span.end], one.subject, one.value) for one in tellings]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("要办十二件民生实事", [("十二件民生实事", "12")]),
        ("12件民生实事", [("12件民生实事", "12")]),
        ("X件民生实事", [("X件民生实事", None)]),
        ("其中3件民生实事", []),
        ("其中，3件民生实事", [("3件民生实事", "3")]),
        (f"其中{'办' * 28}3件民生实事", []),
        (f"其中{'办' * 29}3件民生实事", [("3件民生实事", "3")]),
        ("3件民生实事已完成", []),
        ("3件民生实事已经完成", []),
        ("3件民生实事，其中一件完成", []),
        ("3件民生实事还要抓", [("3件民生实事", "3")]),
        ("第3件民生实事", []),
        ("百余3件民生实事", []),
        ("１3件民生实事", []),
        ("10件民生实事、12件惠民实事", [("10件民生实事", "10"), ("12件惠民实事", "12")]),
        ("去年3件民生实事，今年10件民生实事", [("10件民生实事", "10")]),
        ("抓好3件民生实事之一，要办10件民生实事", [("10件民生实事", "10")]),
    ],
)
def test_a_set_is_counted_whole(text: str, counts: list[tuple[str, str | None]]) -> None:
    assert [(words, value) for words, _, value in told(text, counted_sets(text, WORKS))] == counts


ONE = "云岭文旅小镇项目总投资3万元。"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("城东物流园项目总投资86亿元。", ("城东物流园项目总投资86亿元", "城东物流园项目", "860000")),
        ("城东物流园项目，总投资约8.6亿元。", ("城东物流园项目，总投资约8.6亿元", "城东物流园项目", "86000")),
        ("城东物流园项目计划总投资860万元。", ("城东物流园项目计划总投资860万元", "城东物流园项目", "860")),
        ("加快推进城东物流园项目总投资86亿元。", ("城东物流园项目总投资86亿元", "城东物流园项目", "860000")),
        ("总投资86亿元的城东物流园项目。", ("总投资86亿元的城东物流园项目", "城东物流园项目", "860000")),
        (
            "抓好城东物流园项目建设，该项目总投资86亿元。",
            ("城东物流园项目建设，该项目总投资86亿元", "城东物流园项目", "860000"),
        ),
        ("推进云岭文化小镇总投资86亿元。", ("云岭文化小镇总投资86亿元", "云岭文化小镇", "860000")),
        ("推进云岭茶小镇总投资86亿元。", None),
        ("总投资86亿元的推进云岭文化小镇。", ("总投资86亿元的推进云岭文化小镇", "云岭文化小镇", "860000")),
        ("5个重点建设项目总投资86亿元。", None),
        ("总投资86亿元的城东物流园项目等。", None),
    ],
)
def test_a_named_project_has_one_investment(text: str, found: tuple[str, str, str] | None) -> None:
    seen = told(ONE + text, investments(ONE + text))
    assert [one for one in seen if one[2] != "3"] == ([found] if found else [])


def test_a_single_investment_contradicts_nothing() -> None:
    assert told(ONE, investments(ONE)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("高标准农田建设任务8.5万亩。", [("高标准农田建设任务8.5万亩", "高标准农田建设任务万亩", "8.5")]),
        ("8.5万亩高标准农田建设任务。", [("8.5万亩高标准农田建设任务", "高标准农田建设任务万亩", "8.5")]),
        ("抓好全县高标准农田建设任务8公里。", [("抓好全县高标准农田建设任务8公里", "高标准农田建设任务公里", "8")]),
        ("全县公路养护任务8公里。", [("全县公路养护任务8公里", "公路养护任务公里", "8")]),
        ("全县的养路任务8公里。", []),
        ("其中公路养护任务8公里。", []),
        (f"其中{'要' * 29}，公路养护任务8公里。", [("公路养护任务8公里", "公路养护任务公里", "8")]),
        ("累计8公里公路养护任务。", []),
        ("其中，8公里公路养护任务。", [("8公里公路养护任务", "公路养护任务公里", "8")]),
        ("各项公路养护任务8公里。", []),
    ],
)
def test_a_named_task_has_one_size(text: str, found: list[tuple[str, str, str]]) -> None:
    assert told(text, tasks(text)) == found


def telling(at: int, subject: str, value: str | None) -> Telling:
    return Telling(Span(at, at + 1), subject, value)


@pytest.mark.parametrize(
    ("tellings", "contradicting"),
    [
        ([(0, "物流园", "1"), (5, "物流园", "2")], [(0, 5)]),
        ([(5, "物流园", "2"), (0, "物流园", "1")], [(0, 5)]),
        ([(0, "物流园", "1"), (5, "物流园", "1")], []),
        ([(0, "物流园", "1"), (5, "物流园", None)], [(0, 5)]),
        ([(0, "物流园", "1"), (5, "物流园", "2"), (9, "物流园", "3")], [(0, 5), (0, 9)]),
        ([(0, "城东物流园", "1"), (5, "物流园", "2")], [(0, 5)]),
        ([(0, "物流园", "1"), (5, "城东物流园", "2")], [(0, 5)]),
        ([(0, "物流园区", "1"), (5, "物流园", "2")], []),
        ([(0, "城东物流园", "1"), (3, "城西物流园", "2"), (5, "物流园", "3")], [(0, 5)]),
        ([(0, "城东物流园", "1"), (3, "小镇", "2"), (5, "小镇", "3")], [(3, 5)]),
        ([(0, "物流园", "1"), (3, "城东物流园", "1"), (5, "县城东物流园", "2")], [(0, 5)]),
    ],
)
def test_each_telling_is_held_against_the_first_of_its_subject(
    tellings: list[tuple[int, str, str | None]], contradicting: list[tuple[int, int]]
) -> None:
    found = disagreements(iter([telling(*one) for one in tellings]))
    assert [(first.span.start, second.span.start) for first, second in found] == contradicting


def test_an_exact_subject_is_no_other_that_ends_in_it() -> None:
    tellings = [telling(0, "造林任务", "1"), telling(5, "县造林任务", "2"), telling(9, "造林任务", "3")]
    found = disagreements(iter(tellings), exact=True)
    assert [(first.span.start, second.span.start) for first, second in found] == [(0, 9)]
