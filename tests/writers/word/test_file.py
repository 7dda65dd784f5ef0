"""Fixes in Word files: accepted they give the fixed text, rejected the original, and nothing else moves."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise

import pytest
from docx_files import docx, level, numbered, numbering, p, run
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.fixes import applied
from speechlint.model import Document, Fix, Span
from speechlint.readers.word import WordFile, read_word
from speechlint.readers.xml import parse
from speechlint.writers.word.comments import Note
from speechlint.writers.word.file import WordRewriting
from speechlint.writers.word.plain import edit_word
from speechlint.writers.word.revisions import AUTHOR, settle

DATE = "2024-05-01T08:00:00Z"
SPLITS = st.lists(st.integers(1, 9), max_size=4)
FORMATS = st.sampled_from(["", "<w:b/>", '<w:color w:val="FF0000"/>'])
WRAPPERS = st.sampled_from(["{}", '<w:ins w:id="7" w:author="别人">{}</w:ins>', "<w:hyperlink>{}</w:hyperlink>"])


def member(data: bytes, name: str = "word/document.xml") -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name)


def text(data: bytes) -> str:
    return read_word("a.docx", data).text


def rejected(data: bytes) -> str:
    file = WordFile(data)
    settle(file.root(file.main), AUTHOR, accept=False)
    return "\n".join(line.text for line in file.lines())


def tracked(data: bytes, *fixes: Fix) -> bytes:
    rewriting = WordRewriting("a.docx", data, DATE)
    return rewriting.write([], rewriting.fixable(fixes))


def fix(start: int, end: int, better: str) -> Fix:
    return Fix(Span(start, end), better, True)


@st.composite
def paragraph(draw: st.DrawFn, characters: str) -> str:
    edges = sorted({0, len(characters), *(edge for edge in draw(SPLITS) if edge < len(characters))})
    runs = [run(characters[a:b], draw(FORMATS)) for a, b in pairwise(edges)]
    return p("".join(draw(WRAPPERS).format(one) for one in runs))


@st.composite
def draft_and_fixes(draw: st.DrawFn) -> tuple[bytes, list[Fix]]:
    texts = draw(st.lists(st.text("甲乙丙丁 a", min_size=1, max_size=10), min_size=1, max_size=3))
    body = "".join(draw(paragraph(characters)) for characters in texts)
    fixes: list[Fix] = []
    offset = 0
    for characters in texts:
        start = draw(st.integers(0, len(characters)))
        end = draw(st.integers(start, len(characters)))
        fixes.append(fix(offset + start, offset + end, draw(st.text("改正 b", max_size=4))))
        offset += len(characters) + 1
    return docx(body), fixes


@settings(max_examples=150, deadline=None)
@given(draft_and_fixes())
def test_tracked_changes_accept_to_the_fixed_text_and_reject_to_the_original(case: tuple[bytes, list[Fix]]) -> None:
    data, fixes = case
    before = read_word("a.docx", data)
    made = [made for made, _ in WordRewriting("a.docx", data, DATE).fixable(fixes)]
    changed = tracked(data, *fixes)
    assert text(changed) == applied(before.text, made)
    assert rejected(changed) == before.text


@settings(max_examples=100, deadline=None)
@given(draft_and_fixes())
def test_a_plain_fix_reads_like_the_accepted_one_and_leaves_no_mark(case: tuple[bytes, list[Fix]]) -> None:
    data, fixes = case
    document = read_word("a.docx", data)
    edited = edit_word(data, document, fixes)
    assert text(edited.data) == text(tracked(data, *fixes))
    assert b"speechlint" not in member(edited.data)


@settings(max_examples=100, deadline=None)
@given(draft_and_fixes(), st.lists(st.integers(0, 30), max_size=6))
def test_comments_never_change_the_text(case: tuple[bytes, list[Fix]], edges: list[int]) -> None:
    data, _ = case
    rewriting = WordRewriting("a.docx", data, DATE)
    notes = [note_at(rewriting.document, edge) for edge in edges]
    assert text(rewriting.write(notes, [])) == rewriting.document.text


def note_at(document: Document, offset: int) -> Note:
    index = document.index_at(min(offset, len(document.text)))
    length = len(document.blocks[index].span)
    start = min(offset, max(length - 1, 0))
    return Note(index, start, min(start + 2, length), ("说明",))


def test_only_the_differing_characters_are_tracked_with_their_formatting() -> None:
    data = docx(p(run("打造避") + run("署", "<w:b/>") + run("胜地")))
    changed = member(tracked(data, fix(2, 4, "避暑"))).decode()
    assert '<w:del w:id="0" w:author="speechlint" w:date="2024-05-01T08:00:00Z"><w:r><w:rPr><w:b/></w:rPr>' in changed
    assert '<w:delText xml:space="preserve">署</w:delText>' in changed
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">暑</w:t>' in changed
    assert ">避<" not in changed


def test_ids_of_changes_are_free_and_different() -> None:
    data = docx(p('<w:bookmarkStart w:id="41" w:name="x"/>' + run("避署避署")))
    ids = [
        element.get(f"{{{element.nsmap['w']}}}id")
        for element in parse(member(tracked(data, fix(0, 2, "避暑"), fix(2, 4, "避暑")))).iter("{*}ins", "{*}del")
    ]
    assert ids == ["42", "43", "44", "45"]


def test_a_change_inside_somebodys_insertion_keeps_their_insertion() -> None:
    data = docx(p(run("甲") + f'<w:ins w:id="5" w:author="别人">{run("乙避署丙")}</w:ins>'))
    changed = tracked(data, fix(2, 4, "避暑"))
    root = parse(member(changed))
    nested = [e for e in root.iter("{*}ins") if any(a.tag == e.tag for a in e.iterancestors())]
    theirs = "".join("".join(e.itertext()) for e in root.iter("{*}ins") if "别人" in e.attrib.values())
    assert (nested, theirs, rejected(changed)) == ([], "乙避署丙", "甲乙避署丙")


def test_the_parts_of_a_cut_insertion_have_ids_of_their_own_and_are_one_again_when_ours_are_rejected() -> None:
    theirs = f'<w:ins w:id="5" w:author="别人">{run("避署甲避署")}</w:ins>'
    neighbour = f'<w:ins w:id="6" w:author="别人">{run("乙")}</w:ins>'
    data = docx(p(theirs + neighbour))
    changed = tracked(data, fix(0, 2, "避暑"), fix(3, 5, "避暑"))
    ids = ids_of(changed)
    assert len(ids) == len(set(ids)) > 6
    assert {"5", "6"} <= set(ids)
    file = WordFile(changed)
    settle(file.root(file.main), AUTHOR, accept=False)
    left = ["".join(e.itertext()) for e in file.root(file.main).iter("{*}ins")]
    assert left == ["避署甲避署", "乙"]


@pytest.mark.parametrize(("start", "end", "better"), [(2, 4, "避暑"), (2, 4, ""), (3, 3, "去")])
def test_what_is_fixed_in_somebodys_insertion_stays_theirs(start: int, end: int, better: str) -> None:
    data = docx(p(run("甲") + f'<w:ins w:id="5" w:author="别人">{run("乙避署丙")}</w:ins>'))
    document = read_word("a.docx", data)
    edited = edit_word(data, document, [fix(start, end, better)]).data
    (theirs,) = parse(member(edited)).iter("{*}ins")
    expected = applied(document.text, [fix(start, end, better)])
    assert ("甲" + "".join(theirs.itertext()), text(edited)) == (expected, expected)


def ids_of(data: bytes) -> list[str]:
    changes = parse(member(data)).iter("{*}ins", "{*}del")
    return [str(next(value for key, value in e.attrib.items() if str(key).endswith("}id"))) for e in changes]


def boxed(choice: str, fallback: str) -> bytes:
    box = "<wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx>"
    old = "<v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox>"
    return docx(
        p(
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
            f"{box.format(choice)}</w:drawing></mc:Choice><mc:Fallback><w:pict>{old.format(fallback)}"
            "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
        + p("末")
    )


def boxes_of(data: bytes) -> list[str]:
    root = parse(member(data))
    return ["".join(e.text or "" for e in box.iter("{*}t")) for box in root.iter("{*}txbxContent")]


def test_the_copy_of_a_text_box_for_old_programs_is_fixed_with_it() -> None:
    data = boxed(p("去避署"), p("去避署"))
    document = read_word("a.docx", data)
    at = document.text.index("避署")
    assert boxes_of(edit_word(data, document, [fix(at, at + 2, "避暑")]).data) == ["去避暑", "去避暑"]
    rewriting = WordRewriting("a.docx", data, DATE)
    changed = rewriting.write([note_at(rewriting.document, at)], rewriting.fixable([fix(at, at + 2, "避暑")]))
    assert boxes_of(changed) == ["去避暑", "去避暑"]
    assert len(ids_of(changed)) == len(set(ids_of(changed))) == 4
    assert member(changed).count(b"commentReference") == 1
    again = WordRewriting("a.docx", changed, DATE)
    assert again.write([note_at(again.document, at)], again.fixable([fix(at, at + 2, "避暑")])) == changed


@pytest.mark.parametrize("fallback", [p("旧的避署"), p(run("去避署") + "<w:r><w:pict/></w:r>") + p("多一段")])
def test_a_copy_that_says_something_else_is_left_alone(fallback: str) -> None:
    data = boxed(p("去避署"), fallback)
    document = read_word("a.docx", data)
    at = document.text.index("避署")
    before, after = boxes_of(data), boxes_of(edit_word(data, document, [fix(at, at + 2, "避暑")]).data)
    assert (after[0], after[1]) == ("去避暑", before[1])


@pytest.mark.parametrize(
    "body",
    [
        p(f'<w:fldSimple w:instr="DATE">{run("避署")}</w:fldSimple>'),
        p("<m:oMath><m:r><m:t>避署</m:t></m:r></m:oMath>"),
    ],
)
def test_fields_and_formulas_are_never_edited(body: str) -> None:
    data = docx(body)
    assert WordRewriting("a.docx", data, DATE).fixable([fix(0, 2, "避暑")]) == []


def test_an_automatic_number_is_never_edited() -> None:
    data = docx(numbered("避署"), numbering=numbering(level(0, "decimal", "%1.")))
    rewriting = WordRewriting("a.docx", data, DATE)
    assert rewriting.document.text == "1. 避署"
    assert rewriting.fixable([fix(0, 1, "一")]) == []
    assert text(rewriting.write([], rewriting.fixable([fix(3, 5, "避暑")]))) == "1. 避暑"


def test_a_header_is_left_alone() -> None:
    body = p("正文") + '<w:sectPr><w:headerReference w:type="default" r:id="rheader1"/></w:sectPr>'
    data = docx(body, header1=p("避署"))
    document = read_word("a.docx", data)
    at = document.text.index("避署")
    assert edit_word(data, document, [fix(at, at + 2, "避暑")]).made == 0


def test_a_paragraph_of_residue_goes_with_its_mark() -> None:
    data = docx(p("一") + p("广告") + p("二"))
    document = read_word("a.docx", data)
    assert text(edit_word(data, document, [fix(2, 4, "")]).data) == "一\n二"
    changed = tracked(data, fix(2, 4, ""))
    assert (text(changed), rejected(changed)) == ("一\n二", "一\n广告\n二")


def test_the_last_paragraph_is_emptied_but_stays() -> None:
    data = docx(p("一") + p("广告"))
    assert text(edit_word(data, read_word("a.docx", data), [fix(2, 4, "")]).data) == "一\n"


def test_a_picture_between_the_words_survives() -> None:
    data = docx(p(f"<w:r><w:t>避</w:t><w:drawing/><w:t>署</w:t></w:r>{run('地')}"))
    edited = edit_word(data, read_word("a.docx", data), [fix(0, 2, "消夏")])
    assert b"<w:drawing/>" in member(edited.data)
    assert text(edited.data) == "消夏地"


def test_every_other_member_is_the_same_bytes() -> None:
    data = docx(p("避署"), styles="", settings="")
    edited = edit_word(data, read_word("a.docx", data), [fix(0, 2, "避暑")]).data
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(edited)) as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["word/document.xml"]


def test_a_strict_file_stays_strict() -> None:
    strict = docx(p("避署"))
    files = {}
    with zipfile.ZipFile(io.BytesIO(strict)) as package:
        for name in package.namelist():
            files[name] = package.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
    from docx_files import pack

    data = pack(files)
    edited = edit_word(data, read_word("a.docx", data), [fix(0, 2, "避暑")]).data
    assert b"purl.oclc.org/ooxml/wordprocessingml/main" in member(edited)
    assert text(edited) == "避暑"
