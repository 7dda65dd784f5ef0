"""Web residue is told from prose line by line."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.checks.kinds import KINDS
from speechlint.checks.residue import described
from speechlint.examples import document_of
from speechlint.language.analysis import Analysis
from speechlint.linter import lint
from speechlint.model import BlockKind, Paragraph, Span, compose
from speechlint.rule_file import load_rule
from speechlint.ruleset import builtin_folder
from speechlint.tables import read_table

LINES = read_table(builtin_folder() / "watermark" / "site-line.tsv")


@pytest.mark.parametrize("name", ["advert", "assistant-reply", "page-number", "site-line"])
def test_every_row_says_what_its_lines_are(name: str) -> None:
    rows = read_table(builtin_folder() / "watermark" / f"{name}.tsv").rows
    assert [row["line"] for row in rows if not (row["what"] and row["what_en"])] == []


def found(kind: str, text: str) -> list[str]:
    check = KINDS[kind].bind({"lines": LINES})
    document = document_of(text)
    return [document.text_of(match.span) for match in check(Analysis(document))]


@pytest.mark.parametrize(
    "line",
    [
        "您现在的位置：首页 > 文库 > 讲话",
        "首页 > 文库 > 讲话",
        "上一篇：春耕讲话",
        "2020-01-02 10:20:30 作者：网友投稿 点击：12",
        "来源：网络整理",
        "全文共3600字，未完待续",
        "（未完待续）",
        "篇一：在春耕会上的讲话",
        "春耕讲话稿（精选5篇）",
        "《春耕讲话.docx》",
        "仅供内部学习，严禁转载",
        "https://example.com/a.html",
        "  猜你喜欢　",
    ],
)
def test_a_line_of_residue_is_found_whole(line: str) -> None:
    assert found("residue", line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "位置要选在交通便利的地方。",
        "来源：县统计局",
        "2020年3月5日",
        "下一条战线，要抓住重点。",
        "一、抓好网站建设",
        "会员大会选举产生了理事会，资料可从网站下载。",
        "浏览记录要依法保护，不得泄露给大家。",
        "",
    ],
)
def test_prose_stays_silent(line: str) -> None:
    assert found("residue", line) == []


def test_a_line_that_is_an_address_is_residue_though_no_prose() -> None:
    rules = [load_rule(builtin_folder() / "watermark" / "site-line.yaml", "watermark/site-line")]
    text = "https://example.com/a.html\n各位来宾，大家好。\nwww.example.com"
    assert [(finding.span.start, finding.fix) for finding in lint(document_of(text), rules)] == [(0, None), (37, None)]


def test_other_text_that_is_no_prose_stays_silent() -> None:
    rules = [load_rule(builtin_folder() / "watermark" / "site-line.yaml", "watermark/site-line")]
    document = replace(document_of("猜你喜欢\n抓好春耕。"), inert=(Span(0, 4),))
    assert lint(document, rules) == []


def test_slogans_between_adverts_are_residue() -> None:
    text = "仅供内部学习 严禁转载\n好笔头\n天天更新\n猜你喜欢"
    assert found("enclosed", text) == ["好笔头", "天天更新"]


@pytest.mark.parametrize(
    "inside", ["", "同志们：", "在春耕会议上的讲话", "一、抓好春耕", "要抓好春耕。", "2020年3月5日"]
)
def test_what_may_be_the_draft_is_never_enclosed(inside: str) -> None:
    assert found("enclosed", f"猜你喜欢\n{inside}\n相关热搜") == []


@pytest.mark.parametrize(
    ("lines", "found_lines"),
    [
        (["好笔头"] * 4, ["好笔头"] * 4),
        (["好笔头"] * 5, []),
        (["好" * 30], ["好" * 30]),
        (["好" * 31], []),
        (["好笔头", "", "好文章"], []),
        (["好笔头", "要抓落实。", "好文章"], []),
    ],
)
def test_a_few_short_lines_may_be_enclosed(lines: list[str], found_lines: list[str]) -> None:
    assert found("enclosed", "\n".join(["猜你喜欢", *lines, "相关热搜"])) == found_lines


def test_lines_are_enclosed_only_between_two_lines_of_residue() -> None:
    assert found("enclosed", "好笔头\n猜你喜欢\n好文章") == []
    assert found("enclosed", "猜你喜欢\n好笔头\n猜你喜欢\n好文章\n猜你喜欢") == ["好笔头", "好文章"]


TITLE = "在全县春耕大会上的讲话"


@pytest.mark.parametrize(
    ("head", "copies"),
    [
        ([TITLE, TITLE], [TITLE]),
        ([TITLE, "县委书记", TITLE], []),
        ([TITLE, "县委书记", TITLE, TITLE], [TITLE, TITLE]),
        ([TITLE, "猜你喜欢", TITLE], [TITLE]),
        (["在全县秋收动员部署会上的致辞", TITLE], []),
        ([TITLE], []),
        (["2024年度" + TITLE, TITLE], ["2024年度" + TITLE]),
        (["在全县春耕大会上讲话", TITLE], ["在全县春耕大会上讲话"]),
    ],
)
def test_the_title_said_again_is_a_copy(head: list[str], copies: list[str]) -> None:
    assert found("retitled", "\n".join([*head, "同志们：", "大家好。"])) == copies


@pytest.mark.parametrize(
    ("line", "times", "matches"),
    [
        ("天天分享", 1, 0),
        ("天天分享", 2, 2),
        ("天天分享", 12, 12),
        ("去分享", 2, 0),
        ("分享" + "好" * 38, 2, 2),
        ("分享" + "好" * 39, 2, 0),
        ("天天抓紧", 2, 0),
    ],
)
def test_a_line_said_again_is_a_watermark_where_it_bears_a_sign(line: str, times: int, matches: int) -> None:
    check = KINDS["echoed"].bind({"signs": re.compile("分享")})
    told = list(check(Analysis(document_of("\n抓春耕。\n".join([line] * times)))))
    assert [len(match.related) for match in told] == [min(times - 1, 8)] * matches
    assert all(match.span not in [clue.span for clue in match.related] for match in told)


def test_headers_may_say_a_line_again() -> None:
    kinds = (BlockKind.HEADER, BlockKind.BODY, BlockKind.HEADER)
    document = compose("a.docx", [Paragraph("天天分享", kind) for kind in kinds])
    check = KINDS["echoed"].bind({"signs": re.compile("分享")})
    assert list(check(Analysis(document))) == []


def test_the_title_above_the_salutation_is_the_one_to_keep() -> None:
    text = "2020年全县春耕大会上讲话\n首页 > 讲话 > 正文\n在全县春耕大会上的讲话\n同志们：\n在全县春耕大会上的讲话"
    assert found("retitled", text) == ["2020年全县春耕大会上讲话"]


@pytest.mark.parametrize(("length", "lines"), [(160, 1), (161, 0)])
def test_a_longer_line_is_prose(length: int, lines: int) -> None:
    line = "https://example.com/".ljust(length, "a")
    assert len(found("residue", line)) == lines


def test_headers_and_footers_are_looked_at_when_asked_for() -> None:
    kinds = (BlockKind.HEADER, BlockKind.BODY, BlockKind.FOOTER)
    analysis = Analysis(compose("a.docx", [Paragraph("猜你喜欢", kind) for kind in kinds]))
    for running, starts in ((True, [0, 5, 10]), (False, [5])):
        found = KINDS["residue"].bind({"lines": LINES, "running": running})(analysis)
        assert [match.span.start for match in found] == starts
    assert [match.span.start for match in KINDS["residue"].bind({"lines": LINES})(analysis)] == [0, 5, 10]


def test_deleting_a_site_line_is_a_safe_fix() -> None:
    rule = load_rule(builtin_folder() / "watermark" / "site-line.yaml", "watermark/site-line")
    (finding,) = lint(document_of("猜你喜欢  "), [rule])
    assert finding.fix is not None
    assert (finding.fix.span, finding.fix.text, finding.fix.safe) == (finding.span, "", True)


def test_a_watermark_line_said_thrice_is_found_at_each_place() -> None:
    check = KINDS["echoed"].bind({"signs": re.compile("分享")})
    document = document_of("天天分享\n抓春耕。\n天天分享\n抓秋收。\n天天分享")
    matches = list(check(Analysis(document)))
    assert [document.text_of(match.span) for match in matches] == ["天天分享"] * 3
    assert [len(match.related) for match in matches] == [2, 2, 2]


@pytest.mark.parametrize("line", ["一、经验分享", "经验分享。", "分享：", "在经验分享会上的讲话"])
def test_headings_titles_and_prose_may_be_said_twice(line: str) -> None:
    check = KINDS["echoed"].bind({"signs": re.compile("分享")})
    assert list(check(Analysis(document_of(f"{line}\n抓春耕。\n{line}")))) == []


SITE_WORDS = (
    "您现在的位置：",
    "首页",
    " > ",
    "上一篇：",
    "来源：",
    "网络整理",
    "（未完待续）",
    "春耕讲话",
    "精选5篇",
    "猜你喜欢",
)


@given(st.lists(st.lists(st.sampled_from(SITE_WORDS), max_size=3).map("".join), max_size=5).map("\n".join))
def test_a_line_is_what_the_first_row_that_matches_says(text: str) -> None:
    document = document_of(text)
    told = described(Analysis(document), LINES)
    for block in document.blocks:
        line = document.text_of(block).strip()
        rows = [row for row in LINES.rows if line and re.fullmatch(row["line"], line)]
        what = {"what": rows[0]["what"], "what_en": rows[0]["what_en"], "found": line} if rows else None
        assert told.get(block.span.start) == what
