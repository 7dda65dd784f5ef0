"""Write the Word fixtures: drafts of our own wording in the shapes that Word and WPS give them."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

FIXTURES = Path(__file__).parent.parent / "fixtures"
W = nsdecls("w")
VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
CHINESE_LEVELS = ("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3.")


def main() -> None:
    meeting(FIXTURES / "drafts" / "word-meeting.docx")
    review(FIXTURES / "drafts" / "word-under-review.docx")
    notice(FIXTURES / "clean" / "word-notice.docx")


def meeting(path: Path) -> None:
    """Automatic numbers that answer a claim too few, a word split over runs, a table, a header, a watermark."""
    draft = Document()
    draft.add_paragraph("在全县春耕备耕现场会上的讲话", style="Title")
    draft.add_paragraph("同志们：")
    draft.add_paragraph("今天的现场会，主要是看现场、找差距、抓落实。下面，我讲三点意见。")
    numbering = chinese_numbering(draft)
    numbered(draft.add_paragraph("认清形势，增强抓好春耕的紧迫感"), numbering, 0)
    split_runs(draft.add_paragraph(), "今年旱情偏重，抗旱形", "式严", "峻，务必抓紧抢墒播种。")
    numbered(draft.add_paragraph("突出重点，落实各项措施"), numbering, 0)
    numbered(draft.add_paragraph("备足农资"), numbering, 1)
    draft.add_paragraph("县农业农村局要会同供销社备足种子、化肥，确保×月底前到村到户。")
    numbered(draft.add_paragraph("搞好服务"), numbering, 1)
    draft.add_paragraph("组织农技人员进村入户，面对面讲、手把手教，让技术真正落到田间地头。")
    table = draft.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("乡镇", "播种面积", "青石镇", "X万亩"), strict=True):
        cell.text = text
    draft.sections[0].header.paragraphs[0].text = "仅供学习 禁止外传"
    watermark(draft, "文山书海网")
    draft.save(str(path))


def review(path: Path) -> None:
    """A draft under review: an insertion and a deletion, a text box, a hyperlink, soft line breaks."""
    draft = Document()
    draft.add_paragraph("在全县防火工作会议上的讲话", style="Title")
    draft.add_paragraph("同志们：")
    body = draft.add_paragraph("当前正值清明前后，火险等级高。")
    inserted(body, "各乡镇要把责任布署到山头地块。")
    deleted(body, "要严防死守，不留死角漏洞布署。")
    text_box(draft.add_paragraph(), "值班电话：XXXXXXX")
    lines = draft.add_paragraph("一是盯紧坟头地头。")
    lines.add_run().add_break()
    lines.add_run("三是盯紧林区景区。")
    draft.add_paragraph("同志们，防火责任重于泰山。希望大家恪尽职守，确保全县森林资源安全！")
    draft.save(str(path))


def notice(path: Path) -> None:
    """A correct notice: three automatic numbers for three matters, a table without faults."""
    draft = Document()
    draft.add_paragraph("关于召开全县农业农村工作会议的通知", style="Title")
    draft.add_paragraph("各乡镇人民政府，县直有关部门：")
    draft.add_paragraph("经研究，定于2024年2月28日召开全县农业农村工作会议。现将有关事项通知如下。")
    numbering = chinese_numbering(draft)
    for text in ("会议时间", "会议地点", "参会人员"):
        numbered(draft.add_paragraph(text), numbering, 0)
    table = draft.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("单位", "名额", "青石镇", "3"), strict=True):
        cell.text = text
    draft.add_paragraph("请各单位于2月26日前将参会人员名单报县政府办公室。")
    draft.save(str(path))


def chinese_numbering(draft: WordDocument) -> int:
    """Add a multi-level list 一、（一）1. and return its number id."""
    numbering = draft.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(CHINESE_LEVELS)
    )
    abstract = parse_xml(f'<w:abstractNum {W} w:abstractNumId="90">{levels}</w:abstractNum>')
    numbering.insert(0, abstract)
    number = parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>')
    numbering.append(number)
    return 90


def numbered(paragraph: Paragraph, number: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'))


def split_runs(paragraph: Paragraph, *texts: str) -> None:
    for n, text in enumerate(texts):
        paragraph.add_run(text).bold = n == 1


def inserted(paragraph: Paragraph, text: str) -> None:
    change = parse_xml(f'<w:ins {W} w:id="901" w:author="校对" w:date="2024-04-01T09:00:00Z"/>')
    run = paragraph.add_run(text)._r
    change.append(run)
    paragraph._p.append(change)


def deleted(paragraph: Paragraph, text: str) -> None:
    run = paragraph.add_run(text)._r
    run.find(qn("w:t")).tag = qn("w:delText")
    change = parse_xml(f'<w:del {W} w:id="902" w:author="校对" w:date="2024-04-01T09:00:00Z"/>')
    change.append(run)
    paragraph._p.append(change)


def text_box(paragraph: Paragraph, text: str) -> None:
    picture = parse_xml(
        f'<w:pict {W} {VML}><v:shape style="width:200pt;height:30pt"><v:textbox><w:txbxContent>'
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    paragraph.add_run()._r.append(deepcopy(picture))


def watermark(draft: WordDocument, text: str) -> None:
    shape = parse_xml(
        f'<w:pict {W} {VML}><v:shape id="PowerPlusWaterMarkObject1" style="position:absolute;width:400pt;height:100pt">'
        f'<v:textpath style="font-family:宋体" string="{text}"/></v:shape></w:pict>'
    )
    draft.sections[0].header.paragraphs[0].add_run()._r.append(shape)


if __name__ == "__main__":
    main()
