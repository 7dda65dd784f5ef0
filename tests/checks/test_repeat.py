"""Words and sentences said twice."""

import pytest

from speechlint.checks.repeat import repeat
from speechlint.examples import document_of
from speechlint.language.analysis import Analysis


def words(text: str) -> list[str]:
    found = repeat(Analysis(document_of(text)), of="word", shortest=2)
    return [text[match.span.start : match.span.end] for match in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("通报三季度季度情况。", ["季度季度"]),
        ("讲政治的高度的高度。", ["的高度的高度"]),
        ("要统筹推进城乡融合发展统筹推进城乡融合发展。", ["统筹推进城乡融合发展" * 2]),
        ("要统筹推进城乡融合发展工作统筹推进城乡融合发展工作。", ["统筹推进城乡融合发展工作" * 2]),
        ("要统筹推进城乡融合发展各工作统筹推进城乡融合发展各工作。", []),
        ("发展中国家国家队。", []),
        ("支持企业创业创新。", []),
        ("培育壮大大健康产业。", []),
        ("一件一件抓落实。", []),
        ("落实、落实、再落实。", []),
        ("哈哈哈哈哈哈。", []),
    ],
)
def test_only_accidental_doubling_is_found(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_draft_pasted_twice_is_one_finding() -> None:
    draft = "今天我们在这里召开全市安全生产工作电视电话会议。\n下面，我讲三点意见，请大家认真抓好贯彻落实。"
    (match,) = repeat(Analysis(document_of(f"{draft}\n{draft}")), of="sentence", shortest=20)
    assert (match.span.start, match.span.end) == (len(draft) + 1, 2 * len(draft) + 1)
    assert match.fields["count"] == "2"
