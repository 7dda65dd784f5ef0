"""Changes that do not fit the two figures before them."""

import pytest
from making import analysed

from speechlint.checks.difference import difference


@pytest.mark.parametrize(
    ("sentence", "written", "right"),
    [
        ("占比由35%提高到42%，提高了7%。", "7%", "7个百分点"),
        ("占比由35%提高到42%，提高6个百分点。", "6个百分点", "7个百分点"),
        ("机构从12家增加到20家，净增9家。", "9家", "8家"),
        ("产值由12.4亿元增加至15.8亿元，增加了5亿元。", "5亿元", "3.4亿元"),
        ("发病率由4.6%下降为3.1%，下降1.6个百分点；占比由30%降低到28%，降低3个百分点。", "3个百分点", "2个百分点"),
    ],
)
def test_a_change_that_is_not_the_difference_is_told(sentence: str, written: str, right: str) -> None:
    analysis = analysed(sentence)
    (match,) = difference(analysis)
    assert (analysis.document.text_of(match.span), match.fields) == (written, {"difference": right})


@pytest.mark.parametrize(
    "sentence",
    [
        "占比由35%提高到42%，提高了7个百分点。",
        "占比由35%提高到42%，增长20%。",
        "机构从12家增加到20家，增长66.7%。",
        "机构从12家增加到20家，带动9家企业。",
        "产值由12.4亿元增加至15.8亿元，增加3.5亿元。",
        "产值由12亿元增加至15亿元，增加4亿元。",
        "从12家到20家，增加9家。",
    ],
)
def test_what_fits_or_may_be_rounded_or_relative_stays_silent(sentence: str) -> None:
    assert [*difference(analysed(sentence))] == []
