"""Words and sentences said twice."""

import re
from pathlib import Path

import pytest

from speechlint.checks.repeat import repeat
from speechlint.examples import document_of
from speechlint.language.analysis import Analysis
from speechlint.tables import read_table


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
        ("ABAB和人民人民。", ["人民人民"]),
        ("一件一件抓，人民人民。", ["人民人民"]),
        ("通报季度季度情况，讲清高度高度。", ["季度季度", "高度高度"]),
        ("很紧很紧，走着走着，好好好好。", []),
        ("很紧张很紧张。", ["很紧张很紧张"]),
    ],
)
def test_only_accidental_doubling_is_found(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_doubled_word_is_said_once_instead() -> None:
    (match,) = repeat(Analysis(document_of("通报三季度季度情况。")), of="word", shortest=2)
    assert (match.better, match.fields) == ("季度", {"count": "2"})


@pytest.mark.parametrize(
    ("sizes", "found"), [((2, 12), True), ((2, 10), True), ((2, 9), False), ((10, 12), True), ((11, 12), False)]
)
def test_only_words_of_these_lengths_are_looked_for(sizes: tuple[int, int], found: bool) -> None:
    analysis = Analysis(document_of("要统筹推进城乡融合发展统筹推进城乡融合发展。"))
    matches = [*repeat(analysis, of="word", shortest=sizes[0], longest=sizes[1])]
    assert bool(matches) is found


@pytest.mark.parametrize(
    ("unless", "found"),
    [
        ("季度情况", False),
        ("一二三四五六季", False),
        ("一二三四五六", True),
        ("通报.*度季度", True),
        ("大会三季度季度", True),
    ],
)
def test_a_doubling_inside_an_exception_is_fine(unless: str, found: bool) -> None:
    analysis = Analysis(document_of("通报会上大会一二三四五六季度季度情况。"))
    matches = [*repeat(analysis, of="word", shortest=2, unless=re.compile(unless))]
    assert bool(matches) is found


def test_the_words_of_a_table_may_be_doubled(tmp_path: Path) -> None:
    path = tmp_path / "fine.tsv"
    path.write_text("word\n季度\n", encoding="utf-8")
    text = "通报三季度季度情况，讲政治的高度的高度。"
    found = repeat(Analysis(document_of(text)), of="word", shortest=2, fine=read_table(path))
    assert [text[match.span.start : match.span.end] for match in found] == ["的高度的高度"]


TWENTY = "今天我们在这里召开全市安全生产工作会议的"  # Han characters


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{TWENTY}。\n{TWENTY}。", [f"{TWENTY}。"]),
        (f"{TWENTY[1:]}。\n{TWENTY[1:]}。", []),
        (f"{TWENTY[1:]}A1。\n{TWENTY[1:]}A1。", []),
        (f"{TWENTY}\n{TWENTY}", []),
        (f"{TWENTY}：\n{TWENTY}：", []),
        (f"“{TWENTY}。”\n“{TWENTY}。”", [f"“{TWENTY}。”"]),
        (f"{TWENTY}。\n一是早。\n{TWENTY}。\n一是早。", [f"{TWENTY}。\n一是早。"]),
        (f"{TWENTY}。\n一是早。\n{TWENTY}。\n一是小。", [f"{TWENTY}。"]),
        (f"一是早。\n一是早。\n{TWENTY}。\n{TWENTY}。", [f"{TWENTY}。"]),
        (f"{TWENTY}。\n{TWENTY}。\n{TWENTY}。", [f"{TWENTY}。", f"{TWENTY}。"]),
        (f"{TWENTY}。\n{TWENTY[:9]} {TWENTY[9:]}。", [f"{TWENTY[:9]} {TWENTY[9:]}。"]),
    ],
)
def test_sentences_said_before(text: str, found: list[str]) -> None:
    assert len(TWENTY) == 20
    matches = [*repeat(Analysis(document_of(text)), of="sentence", shortest=20)]
    assert [text[match.span.start : match.span.end] for match in matches] == found


def test_a_sentence_said_again_points_at_where_it_stood_first() -> None:
    text = f"一是早。\n{TWENTY}。\n二是小。\n三是多。\n{TWENTY}。\n二是小。"
    (match,) = repeat(Analysis(document_of(text)), of="sentence", shortest=20)
    (clue,) = match.related
    assert (match.fields["count"], text[clue.span.start : clue.span.end]) == ("2", f"{TWENTY}。\n二是小。")


@pytest.mark.parametrize(("unless", "found"), [("会议的", False), ("座谈会", True)])
def test_drafts_with_an_exception_may_say_a_sentence_again(unless: str, found: bool) -> None:
    analysis = Analysis(document_of(f"{TWENTY}。\n{TWENTY}。"))
    assert bool([*repeat(analysis, of="sentence", shortest=20, unless=re.compile(unless))]) is found


def test_a_draft_pasted_twice_is_one_finding() -> None:
    draft = "今天我们在这里召开全市安全生产工作电视电话会议。\n下面，我讲三点意见，请大家认真抓好贯彻落实。"
    (match,) = repeat(Analysis(document_of(f"{draft}\n{draft}")), of="sentence", shortest=20)
    assert (match.span.start, match.span.end) == (len(draft) + 1, 2 * len(draft) + 1)
    assert match.fields["count"] == "2"
