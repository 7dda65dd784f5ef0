"""Templates: the same words with other names are found, and what took the place of what is told."""

import pytest

pytest.importorskip("rensa")

from making import draft

from benchmarks.archive.planted import reused, templated, text_of
from speechlint.corpus.masking import template
from speechlint.corpus.templates import Replacement


def masked(*lines: str) -> list[str]:
    return [mask.text for mask in template(draft(*lines)).masks]


FIRST = templated("云岭", "石桥", "王建明", 2019, 12)
SECOND = templated("清源", "柳河", "李国华", 2022, 9)


def test_a_template_with_other_names_is_found_with_what_was_replaced() -> None:
    others = [text_of(f"other {number}", 1_500) for number in range(20)]
    texts = [FIRST, *others, SECOND]
    found = reused(texts, 0.8)
    assert [(reuse.first, reuse.second) for reuse in found] == [(0, 21)]
    told = {(replacement.old, replacement.new) for replacement in found[0].replaced}
    assert {("云岭", "清源"), ("石桥", "柳河"), ("王建明", "李国华"), ("2019", "2022")} <= told
    assert max(found[0].replaced, key=lambda replacement: replacement.times).times >= 2


def test_the_same_draft_twice_is_no_template() -> None:
    assert reused([FIRST] * 2, 0.8) == []


def test_other_figures_alone_make_no_template() -> None:
    texts = [templated("云岭", "石桥", "王建明", 2019, count) for count in (12, 15)]
    assert reused(texts, 0.8) == []


def test_a_year_alone_does() -> None:
    texts = [templated("云岭", "石桥", "王建明", year, 12) for year in (2019, 2022)]
    (reuse,) = reused(texts, 0.8)
    assert reuse.replaced == (Replacement("2019", "2022", 2),)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("二〇二四年，完成投资1200万元。", ["二〇二四", "1200"]),
        ("全县上下一心，各乡镇抓紧落实。", []),
        ("青石镇党委和沙坪区政府", ["青石", "沙坪"]),
        ("要统一思想，一定要抓好。", []),
    ],
)
def test_what_is_masked(line: str, names: list[str]) -> None:
    assert masked(line) == names
