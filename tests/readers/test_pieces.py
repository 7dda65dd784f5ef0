"""However Word splits a paragraph into runs its text is one, and every character leads back to its run."""

from __future__ import annotations

from itertools import pairwise

from docx_files import docx, level, numbered, numbering, p, run
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.linter import lint
from speechlint.model import Span, compose
from speechlint.readers.pieces import PieceKind
from speechlint.readers.word import WordFile, read_word
from speechlint.rule_file import load_rules

# The insertions that splitting makes are themselves worth a finding.
RULES = tuple(rule for rule in load_rules() if rule.family != "file")

TEXT = st.text("甲乙丙，。 abc😀", min_size=1, max_size=30)
FORMATS = st.sampled_from(
    ["", "<w:b/>", '<w:rFonts w:hint="eastAsia"/>', "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>"]
)
WRAPPERS = st.sampled_from(
    ["{}", "<w:ins>{}</w:ins>", "<w:hyperlink>{}</w:hyperlink>", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"]
)
NOISE = st.sampled_from(
    [
        "",
        '<w:proofErr w:type="spellStart"/>',
        '<w:bookmarkStart w:id="1" w:name="b"/>',
        "<w:r><w:lastRenderedPageBreak/></w:r>",
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>",
        "<w:r><w:instrText> PAGE </w:instrText></w:r>",
    ]
)


@st.composite
def split(draw: st.DrawFn, text: str) -> str:
    """One paragraph's text cut into runs at random, each wrapped and formatted at random."""
    edges = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=6))})
    parts = [text[left:right] for left, right in pairwise(edges)]
    return "".join(draw(WRAPPERS).format(run(part, draw(FORMATS))) + draw(NOISE) for part in parts)


@settings(max_examples=60, deadline=None)
@given(st.data(), TEXT)
def test_the_text_is_the_same_however_its_runs_are_split(data: st.DataObject, text: str) -> None:
    assert read_word("a.docx", docx(p(data.draw(split(text))))).text == text


@settings(max_examples=60, deadline=None)
@given(st.data(), TEXT)
def test_a_paragraph_reads_the_same_whether_or_not_something_else_stands_in_it(data: st.DataObject, text: str) -> None:
    runs = data.draw(split(text))
    (alone,), (beside,) = (WordFile(docx(p(content))).lines() for content in (runs, runs + "<w:del/>"))
    assert alone.text == beside.text == text
    assert [piece[1:] for piece in alone.pieces] == [piece[1:] for piece in beside.pieces]
    assert [piece.element.text for piece in alone.pieces] == [piece.element.text for piece in beside.pieces]


FAULTY = "防汛形式严峻，总投资×亿元，要打造避署胜地，做到“应收尽收。下面，我讲三点意见。"


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_findings_are_the_same_however_the_runs_are_split(data: st.DataObject) -> None:
    whole = lint(read_word("a.docx", docx(p(FAULTY))), RULES)
    assert len(whole) >= 4
    assert lint(read_word("a.docx", docx(p(data.draw(split(FAULTY))))), RULES) == whole


@settings(max_examples=60, deadline=None)
@given(st.data(), st.lists(TEXT, min_size=1, max_size=4))
def test_a_span_leads_back_to_the_very_characters(data: st.DataObject, texts: list[str]) -> None:
    body = "".join(p(data.draw(split(text))) for text in texts)
    lines = list(WordFile(docx(body)).lines())
    document = compose("a.docx", (line.as_paragraph() for line in lines))
    start = data.draw(st.integers(0, len(document.text)))
    span = Span(start, data.draw(st.integers(start, len(document.text))))
    found = [
        cut
        for block, line in zip(document.blocks, lines, strict=True)
        for cut in line.cuts(max(span.start - block.span.start, 0), max(span.end - block.span.start, 0))
    ]
    assert all(cut.piece.is_editable for cut in found)
    behind = "".join((cut.piece.element.text or "")[cut.start : cut.end] for cut in found)
    assert behind == document.text_of(span).replace("\n", "")


def test_only_typed_text_may_be_rewritten() -> None:
    body = numbered("|").replace(
        run("|"),
        run("甲")
        + "<w:r><w:tab/></w:r>"
        + f'<w:fldSimple w:instr="PAGE">{run("3")}</w:fldSimple>'
        + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath><w:r><w:t> 乙 </w:t></w:r>",
    )
    (line,) = WordFile(docx(body, numbering=numbering(level(0, "decimal", "%1.")))).lines()
    assert [(piece.text, piece.kind, piece.start) for piece in line.pieces] == [
        ("1. ", PieceKind.LABEL, 0),
        ("甲", PieceKind.TEXT, 0),
        ("\t", PieceKind.MARK, 0),
        ("3", PieceKind.FIELD, 0),
        ("x", PieceKind.MATH, 0),
        ("乙", PieceKind.TEXT, 1),
    ]
    assert [cut.piece.text for cut in line.cuts(4, 6)] == ["\t", "3"]
    assert line.part == "word/document.xml"
