"""Words that are misspelt, and people who are called so."""

import pytest

from speechlint.language.people import names_somebody
from speechlint.model import Span


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("请副县长高锋讲话", "高锋"),
        ("请高锋同志讲话", "高锋"),
        ("高锋说，要早动手", "高锋"),
        ("记者　高锋", "高锋"),
        ("高锋", "高锋"),
        ("到会的有高锋、关健、周蜜。", "关健"),
        ("到会的有：高锋、关健", "高锋"),
        ("高锋（县农业局局长）到会", "高锋"),
        ("高锋等5人获奖", "高锋"),
        ("书记王成圆主持会议", "成圆"),
        ("会上关健表态。会后，请关健主任留下", "关健"),
    ],
)
def test_somebody_is_called_so(text: str, word: str) -> None:
    at = text.index(word)
    assert names_somebody(text, Span(at, at + len(word)))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("抓住关健环节", "关健"),
        ("用电高锋期", "高锋"),
        ("这是关健、要害", "关健"),
        ("当镇长时侯", "时侯"),
        ("书记尚末到会", "尚末"),
        ("党萎书记", "党萎"),
    ],
)
def test_nobody_is_called_so(text: str, word: str) -> None:
    at = text.index(word)
    assert names_somebody(text, Span(at, at + len(word))) is False
