"""Write the Word fixture of an official document set as GB/T 9704—2012 lays down."""

from __future__ import annotations

import re
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

FIXTURES = Path(__file__).parent.parent / "fixtures"
W = nsdecls("w")
MARGINS = {"top_margin": 37, "bottom_margin": 35, "left_margin": 28, "right_margin": 26}


def main() -> None:
    official(FIXTURES / "clean" / "word-official.docx")


def official(path: Path) -> None:
    """Letterhead, title, addressees, headings of four layers, annexes, signature, date, page number."""
    draft = Document()
    page(draft)
    body_style(draft)
    line(draft, "青石县人民政府办公室文件", "方正小标宋简体", 42, WD_ALIGN_PARAGRAPH.CENTER)
    line(draft, "青政办发〔2024〕12号", "仿宋_GB2312", 16, WD_ALIGN_PARAGRAPH.CENTER)
    line(draft, "关于做好冬春农田水利建设工作的通知", "方正小标宋简体", 22, WD_ALIGN_PARAGRAPH.CENTER)
    line(draft, "各乡镇人民政府，县直有关部门：", "仿宋_GB2312", 16)
    paragraph(draft, "为切实做好今冬明春农田水利建设，夯实粮食生产基础，现将有关事项通知如下。")
    paragraph(draft, "一、突出建设重点", "黑体")
    run_in(draft, "（一）加快水毁工程修复。", "楷体_GB2312", "各乡镇要在2024年12月底前完成排查，建立清单。")
    paragraph(draft, "1.渠道清淤。对淤积严重的渠道逐条编制方案，明确工期和责任人。")
    paragraph(draft, "（1）干渠由县水利局组织实施。支渠、斗渠由所在乡镇组织实施。")
    run_in(draft, "（二）推进灌区配套改造。", "楷体_GB2312", "坚持先急后缓、量力而行，不搞一刀切。")
    paragraph(draft, "二、强化工作保障", "黑体")
    paragraph(draft, "县财政局要统筹安排资金，县水利局要加强技术指导，确保工程质量和施工安全。")
    paragraph(draft, "附件：农田水利建设任务分解表")
    line(draft, "青石县人民政府办公室", "仿宋_GB2312", 16, WD_ALIGN_PARAGRAPH.RIGHT)
    line(draft, "2024年11月5日", "仿宋_GB2312", 16, WD_ALIGN_PARAGRAPH.RIGHT)
    page_number(draft)
    draft.save(str(path))


def page(draft: WordDocument) -> None:
    """A4, the margins, a grid of 22 lines of 28 characters."""
    section = draft.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for side, width in MARGINS.items():
        setattr(section, side, Mm(width))
    grid = parse_xml(f'<w:docGrid {W} w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>')
    for old in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(old)
    section._sectPr.append(grid)


def body_style(draft: WordDocument) -> None:
    style = draft.styles["Normal"]
    assert isinstance(style, ParagraphStyle)
    style.font.size = Pt(16)
    style.element.get_or_add_rPr().append(fonts("仿宋_GB2312"))
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1


def fonts(name: str) -> object:
    return parse_xml(f'<w:rFonts {W} w:eastAsia="{name}" w:ascii="{name}" w:hAnsi="{name}"/>')


def line(draft: WordDocument, text: str, font: str, size: float, alignment: WD_ALIGN_PARAGRAPH | None = None) -> None:
    """A line without indent: head, addressees, signature, date."""
    added = draft.add_paragraph()
    added.alignment = alignment
    look(added.add_run(text), font, size)


def paragraph(draft: WordDocument, text: str, font: str = "仿宋_GB2312") -> Paragraph:
    added = draft.add_paragraph()
    properties = added._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:ind {W} w:firstLineChars="200" w:firstLine="640"/>'))
    look(added.add_run(text), font)
    return added


def run_in(draft: WordDocument, heading: str, font: str, text: str) -> None:
    """A heading that its paragraph runs on from."""
    look(paragraph(draft, heading, font).add_run(text), "仿宋_GB2312")


def look(run: Run, font: str, size: float = 16) -> None:
    run.font.size = Pt(size)
    properties = run._r.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    properties.insert(0, fonts(font))


def page_number(draft: WordDocument) -> None:
    footer = draft.sections[0].footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    look(footer.add_run("— "), "宋体", 14)
    for content in (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        run = footer.add_run()
        look(run, "宋体", 14)
        run._r.append(parse_xml(re.sub(r"(?=/?>)", f" {W}", content, count=1)))
    look(footer.add_run(" —"), "宋体", 14)


if __name__ == "__main__":
    main()
