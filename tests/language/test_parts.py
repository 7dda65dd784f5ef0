"""The parts of a draft: T its title, S a subtitle, A the salutation, O its opening, C its closing."""

import pytest
from making import draft

from speechlint.language.analysis import Analysis
from speechlint.language.parts import Parts
from speechlint.model import BlockKind, Document, Paragraph, Span, compose

LONG = "抓" * 80 + "。"


def marks(document: Document) -> str:
    """A letter for each line: the part it plays, or a point."""
    found: Parts = Analysis(document).outline.parts
    letters: dict[Span, str] = dict.fromkeys(found.closing, "C") | dict.fromkeys(found.opening, "O")
    letters |= {span: "A" for span in (found.salutation,) if span} | dict.fromkeys(found.subtitle, "S")
    letters |= {span: "T" for span in (found.title,) if span}
    return "".join(letters.get(block.span, ".") for block in document.blocks)


@pytest.mark.parametrize(
    ("lines", "played"),
    [
        (
            [
                "在全县春耕大会上的讲话",
                "（2024年3月5日）",
                "同志们：",
                "大家好。",
                "一、抓早",
                "要早。",
                "同志们，谢谢。",
            ],
            "TSAO..C",
        ),
        (["在全县春耕大会上的讲话", "——县委书记", "（2024年3月5日）", "（县委）", "同志们：", "好。"], "TSS.AO"),
        (["全县春耕大会", "在全县春耕大会上的讲话", "同志们：", "大家好。"], ".TAO"),
        (["在全县秋收大会上的讲话", "在全县春耕大会上的讲话", "同志们：", "大家好。"], ".TAO"),
        (["县委文件", "办公室", "同志们：", "大家好。"], "T.AO"),
        (["同志们：", "大家好。", "都好。", "都很好", "一、抓早"], "AOO.."),
        (["同志们：", "一、抓早", "最后，要抓实。", "要抓细。", "要抓小"], "A.CC."),
        (["同志们：", "一、抓早", "要抓实。", "要抓细。"], "A..."),
        (["同志们：", "要抓早。", "最后，要抓实。"], "AOO"),
        (["在全县春耕大会上的讲话", "要抓早。", "一、抓早"], "TO."),
        (["在全县春耕大会上的讲话", "一、抓早", "同志们：", "要抓早。"], "T..."),
        (["在全县春耕大会上的讲话", LONG, "（2024年3月5日）", "一、抓早"], "TO.."),
        ([LONG, "在全县春耕大会上的讲话", "一、抓早"], "O.."),
        (["在全县春耕大会上的讲话", "各位" + "代" * 42 + "：", "要抓早。"], "TAO"),
        (["在全县春耕大会上的讲话", "各位" + "代" * 43 + "：", "要抓早。"], "T.O"),
        (["在全县春耕大会上的讲话", "", "　同志们：", "", "要抓早。"], "T.A.O"),
        (["在全县春耕大会上的讲话", "（已经县委同意。）", "同志们：", "要抓早。"], "T.AO"),
        ([""], "."),
        (["一、抓早"], "."),
    ],
)
def test_each_line_plays_its_part(lines: list[str], played: str) -> None:
    assert marks(draft(*lines)) == played


def test_what_is_marked_as_title_or_salutation_is_one() -> None:
    kinds = [BlockKind.TITLE, BlockKind.BODY, BlockKind.SALUTATION, BlockKind.BODY]
    lines = ["春耕", "在全县春耕大会上的讲话", "大家好", "要抓早。"]
    assert marks(compose("a.docx", map(Paragraph, lines, kinds))) == "T.AO"


@pytest.mark.parametrize(("length", "whole"), [(36, True), (37, False)])
def test_a_long_heading_is_cut_at_its_first_clause(length: int, whole: bool) -> None:
    heading = "抓早，" + "抓" * (length - 3)
    document = draft(f"一、{heading}", "二、抓小")
    ((first, _),) = [listing.entries for listing in Analysis(document).outline.lists]
    assert document.text_of(first.text) == (heading if whole else "抓早")
