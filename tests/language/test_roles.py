"""Which part of a document each of its paragraphs plays, and which lines are a table of contents."""

import pytest
from making import draft

from speechlint.language.contents import contents
from speechlint.language.heads import head, is_title
from speechlint.language.ordinals import ordinals
from speechlint.language.roles import roles
from speechlint.model import BlockKind, Document, Paragraph, Span, compose

TITLE = "关于抓好春耕工作的通知"
SHORT = "要抓好春耕。"
PROSE = "抓" * 30


def played(document: Document, title: Span | None) -> list[tuple[str, str]]:
    return [(place.role.value, document.text_of(place.span)) for place in roles(document, title, ordinals(document))]


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        ([SHORT], [("body", SHORT)]),
        ([PROSE], [("body", PROSE)]),
        ([PROSE[1:]], []),
        ([" " + PROSE[1:]], []),
        (["要抓好春耕；"], []),
        (["一、抓好春耕"], [("first-layer", "一、抓好春耕")]),
        (["（二）抓好春耕"], [("second-layer", "（二）抓好春耕")]),
        (["3.抓好春耕"], [("third-layer", "3.抓好春耕")]),
        (["（4）抓好春耕"], [("fourth-layer", "（4）抓好春耕")]),
        (["①抓好春耕"], []),
        ([f"一、抓好春耕。{SHORT}"], [("first-layer", "一、抓好春耕。"), ("body", SHORT)]),
        (["一、" + "抓" * 40], [("first-layer", "一、" + "抓" * 40)]),
        (["一、" + "抓" * 41], []),
        (["（一）" + "抓" * 41], []),
        (["1." + "抓" * 41], [("body", "1." + "抓" * 41)]),
        (["一、抓好春耕：" + PROSE[1:]], [("first-layer", "一、抓好春耕：")]),
        (["附件：" + PROSE], []),
        (["（联系人：" + PROSE], []),
        ([PROSE, "附件1", PROSE], [("body", PROSE)]),
        (["附件1", PROSE], [("body", PROSE)]),
        ([PROSE, "抄送：各乡镇", PROSE], [("body", PROSE)]),
    ],
)
def test_a_paragraph_plays_its_part(lines: list[str], parts: list[tuple[str, str]]) -> None:
    assert played(draft(*lines), None) == parts


def test_the_title_is_one_line_and_what_stands_above_it_plays_no_part() -> None:
    document = draft(PROSE, TITLE, PROSE)
    assert played(document, document.blocks[1].span) == [("title", TITLE), ("body", PROSE)]


@pytest.mark.parametrize(("kind", "parts"), [(BlockKind.TITLE, [("title", "春耕")]), (BlockKind.BODY, [])])
def test_a_line_that_reads_like_no_title_is_one_where_it_is_marked(
    kind: BlockKind, parts: list[tuple[str, str]]
) -> None:
    document = compose("a.docx", [Paragraph("春耕", kind), Paragraph(PROSE)])
    assert played(document, Span(0, 2)) == [*parts, ("body", PROSE)]


def test_tables_play_no_part() -> None:
    document = compose("a.docx", [Paragraph(PROSE, BlockKind.TABLE), Paragraph(PROSE, BlockKind.HEADING)])
    assert played(document, None) == []


@pytest.mark.parametrize(
    ("lines", "listed"),
    [
        (["目录", "一、认清形势", "二、狠抓落实", "一、认清形势"], [1, 2]),
        (["目　录", "一、认清形势", "", "二、狠抓落实", "认清形势"], [1, 3]),
        (["一、认清形势……1", "二、狠抓落实……3", "一、认清形势"], [0, 1]),
        (["一、认清形势...（123）", "二、狠抓落实\t12", "三、抓好保障    1", "四、要求··1"], [0, 1, 2]),
        (["目录", "一、认清形势……1", "认清形势", "二、狠抓落实"], [1]),
        (["目录", "抓" * 45, "好" * 46, "二、狠抓落实"], [1]),
        (["目录", "一、认清形势", "各位代表：", "二、狠抓落实"], [1]),
        (["目录", "一、认清形势", "要抓落实。", "二、狠抓落实"], [1]),
        (["要看目录", "一、认清形势"], []),
        (["一、认清形势……"], []),
        (["一、认清形势1"], []),
        (["增长……到1234"], []),
    ],
)
def test_lines_of_a_table_of_contents(lines: list[str], listed: list[int]) -> None:
    assert sorted(contents(draft(*lines))) == listed


def test_a_marked_heading_ends_the_contents() -> None:
    lines = [("目录", None), ("一、认清形势", None), ("二、狠抓落实", 1), ("三、抓好保障", None)]
    kinds = {True: BlockKind.BODY, False: BlockKind.HEADING}
    document = compose("a.docx", [Paragraph(text, kinds[level is None], level) for text, level in lines])
    assert sorted(contents(document)) == [1]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("在全县春耕会上讲话", True),
        ("全县工作会议讲话", True),
        ("全县工作会讲话", False),
        ("全县" + "春" * 56 + "讲话", True),
        ("全县" + "春" * 57 + "讲话", False),
        ("在全县春耕会上讲话。", False),
        ("全县春耕会议都要开好", False),
    ],
)
def test_a_title_is_of_some_length_and_a_kind_of_text(text: str, title: bool) -> None:
    assert is_title(text) is title


@pytest.mark.parametrize(
    ("second", "lines"),
    [
        ("同志们：", 1),
        ("抓" * 80 + "。", 1),
        ("抓" * 79 + "。", 3),
        ("抓" * 90, 3),
        ("时间12：", 3),
        ("县委书记", 3),
        ("", 2),
    ],
)
def test_the_head_ends_at_the_salutation_or_the_first_prose(second: str, lines: int) -> None:
    document = draft(TITLE, second, "县委办公室")
    assert len([*head(document)]) == lines


def test_a_salutation_told_by_its_mark_ends_the_head() -> None:
    document = compose("a.docx", [Paragraph(TITLE), Paragraph("大家好", BlockKind.SALUTATION), Paragraph("办公室")])
    assert [block.span for block in head(document)] == [document.blocks[0].span]
