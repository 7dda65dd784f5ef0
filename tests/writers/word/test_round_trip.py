"""Real and made Word files reviewed and fixed: what is given out opens elsewhere and says the same."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache, partial
from itertools import product
from pathlib import Path

import docx as python_docx
import pytest
from docx_files import comment, commented, docx, p, run
from libreoffice_views import annotations, opened, regions, view
from lxml import etree

from speechlint.mending import mend
from speechlint.readers import read_bytes
from speechlint.readers.comments import ANCHORS, AUTHOR
from speechlint.readers.libreoffice import find_libreoffice
from speechlint.readers.word import WordFile
from speechlint.readers.xml import parse
from speechlint.reviewing import Mode, review
from speechlint.rule_file import load_rules
from speechlint.selection import select_rules
from speechlint.session import Settings
from speechlint.writers.word.package import rewritten, serialized
from speechlint.writers.word.revisions import settle

ROOT = Path(__file__).parents[3]
FILES = [*sorted((ROOT / "fixtures").rglob("*.docx")), *sorted((ROOT.parent / "shared" / "word").glob("*.docx"))]
DATE, LATER = "2024-05-01T08:00:00Z", "2024-06-01T08:00:00Z"
FAULT = "打造避署胜地，总投资×亿元。"
MODES: tuple[Mode, ...] = ("comments", "tracked", "both")
SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rheader1"/></w:sectPr>'
CELL = f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{p(FAULT)}</w:tc>'
BOX = f"<v:textbox><w:txbxContent>{p(FAULT)}</w:txbxContent></v:textbox>"
SHAPE = (
    f"<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent>{p(FAULT)}</w:txbxContent></wps:txbx>"
    "<wps:bodyPr/></wps:wsp>"
)
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
URI = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
GRAPHIC = f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{URI}">{SHAPE}</a:graphicData></a:graphic>'
MADE = {
    "runs": docx(p(run("打造避") + run("署", "<w:b/>") + run("胜地")) + p(FAULT)),
    "table": docx(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{CELL}{CELL}</w:tr></w:tbl>{p('末')}"),
    "header": docx(p("正文。") + SECTION, header1=p(FAULT)),
    "box": docx(p(f'<w:r><w:pict><v:shape style="width:200pt;height:50pt">{BOX}</v:shape></w:pict></w:r>') + p("末")),
    "link": docx(p(run("见") + f'<w:hyperlink w:anchor="x">{run(FAULT)}</w:hyperlink>')),
    "insertion": docx(p(run("要") + f'<w:ins w:id="9" w:author="李四" w:date="{DATE}">{run(FAULT)}</w:ins>')),
    "cut insertion": docx(
        p(run("要") + f'<w:ins w:id="9" w:author="李四" w:date="{DATE}">{run("去避署，在避署，好。")}</w:ins>')
    ),
    "box and copy": docx(
        p(
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
            f'<wp:inline><wp:extent cx="2000000" cy="600000"/><wp:docPr id="1" name="框"/>{GRAPHIC}</wp:inline>'
            f'</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:200pt;height:50pt">{BOX}</v:shape>'
            "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
        + p("末")
    ),
    "comments": docx(p(commented(3, run("避署")) + run(FAULT)), comments=comment(3, "再核一下")),
}


@cache
def cases() -> dict[str, bytes]:
    return MADE | {path.name: path.read_bytes() for path in FILES}


NAMES = [*MADE, *(path.name for path in FILES)]
SETTINGS = Settings(select_rules(load_rules(), extend_select=("typo", "punctuation")))
FIXABLE = frozenset(rule.id for rule in SETTINGS.rules if rule.fix)


@cache
def reviewed(name: str, mode: Mode) -> bytes:
    return review(f"{name}.docx", cases()[name], SETTINGS, mode, date=DATE).data


@cache
def accepted(name: str, mode: Mode) -> bytes:
    """A review whose changes were accepted one and all."""
    data = reviewed(name, mode)
    file = WordFile(data)
    if not settle(file.root(file.main), AUTHOR, accept=True):
        return data
    return rewritten(data, {file.main: serialized(file.root(file.main), file.package.read(file.main))})


@cache
def fixed(name: str) -> bytes:
    return mend(Path(f"{name}.docx"), cases()[name], SETTINGS, FIXABLE, unsafe=False).data


MADE_BY: dict[str, Callable[[str], bytes]] = {
    "original": lambda name: cases()[name],
    "fixed": fixed,
    **{mode: partial(reviewed, mode=mode) for mode in MODES},
    **{f"accepted {mode}": partial(accepted, mode=mode) for mode in ("tracked", "both")},
}


# Real files are many and long: what these two show, the other five show as well.
MADE_ONLY = ("comments", "accepted both")


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def text(data: bytes) -> str:
    return read_bytes("a.docx", data).text


@pytest.mark.parametrize("name", NAMES)
def test_comments_leave_the_text_and_every_other_part_alone(name: str) -> None:
    data = reviewed(name, "comments")
    assert text(data) == text(cases()[name])
    before, after = members(cases()[name]), members(data)
    touched = {part for part in after if before.get(part) != after[part]}
    assert touched <= {
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
        "word/commentsExtended.xml",
        "word/commentsIds.xml",
    }


@pytest.mark.parametrize(("name", "mode"), [*product(MADE, MODES), *((path.name, "both") for path in FILES)])
def test_a_second_review_changes_nothing(name: str, mode: Mode) -> None:
    data = reviewed(name, mode)
    assert review(f"{name}.docx", data, SETTINGS, mode, date=LATER).data == data


@pytest.mark.parametrize("name", NAMES)
def test_a_fix_touches_one_part_and_a_second_one_nothing(name: str) -> None:
    data = fixed(name)
    before, after = members(cases()[name]), members(data)
    assert {part for part in before if before[part] != after[part]} <= {"word/document.xml"}
    assert mend(Path(f"{name}.docx"), data, SETTINGS, FIXABLE, unsafe=False).data == data


@pytest.mark.parametrize("name", NAMES)
def test_comments_stand_in_the_main_part_only_and_each_has_its_marks(name: str) -> None:
    parts = members(reviewed(name, "both"))
    marks = {tag: [] for tag in ANCHORS}
    for part, content in parts.items():
        if part.startswith("word/") and part.endswith(".xml"):
            for element in parse(content).iter(*ANCHORS):
                assert part == "word/document.xml"
                marks[element.tag].append(next(iter(element.attrib.values())))
    said = comment_ids(parts)
    assert len(said) == len(set(said))
    assert set(said) <= set(marks[ANCHORS[-1]])


def comment_ids(parts: dict[str, bytes]) -> list[str]:
    if "word/comments.xml" not in parts:
        return []
    return [str(e.get(next(k for k in e.attrib if str(k).endswith("}id")))) for e in parse(parts["word/comments.xml"])]


@pytest.mark.parametrize("name", NAMES)
def test_python_docx_opens_what_it_opened_before(name: str) -> None:
    try:
        python_docx.Document(io.BytesIO(cases()[name]))
    except Exception as error:
        pytest.skip(f"python-docx does not open the original: {type(error).__name__}")
    for data in (*(reviewed(name, mode) for mode in MODES), fixed(name)):
        opened = python_docx.Document(io.BytesIO(data))
        assert len(list(opened.comments)) == len(comment_ids(members(data)))


@pytest.fixture(scope="module")
def in_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], etree._Element | None]:
    """Every original and all that is made of it, by name and by how it was made, as LibreOffice reads it."""
    if not find_libreoffice():
        pytest.skip("LibreOffice is not installed")
    files = {(n, made): make(n) for n in NAMES for made, make in MADE_BY.items() if n in MADE or made not in MADE_ONLY}
    keys = {f"{name} {made}": (name, made) for name, made in files}
    roots = opened(tmp_path_factory.mktemp("round-trip"), {text: files[key] for text, key in keys.items()})
    return {key: roots[text] for text, key in keys.items()}


Opened = dict[tuple[str, str], etree._Element | None]


@pytest.mark.slow
def test_libreoffice_opens_all_and_counts_as_many_annotations(in_libreoffice: Opened) -> None:
    seen = {key: annotations(root) for key, root in in_libreoffice.items()}
    assert seen == {(name, made): len(comment_ids(members(MADE_BY[made](name)))) for name, made in seen}


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["tracked", "both"])
def test_libreoffice_rejects_to_the_original_and_accepts_to_the_corrected_text(
    in_libreoffice: Opened, mode: Mode
) -> None:
    for name in NAMES:
        root = in_libreoffice[name, mode]
        corrected = in_libreoffice[name, f"accepted {mode}" if name in MADE else "accepted tracked"]
        assert view(root, AUTHOR, accept=False) == view(in_libreoffice[name, "original"], AUTHOR, accept=False), name
        assert view(root, AUTHOR, accept=True) == view(corrected, AUTHOR, accept=True), name


@pytest.mark.slow
def test_libreoffice_sees_our_changes_wherever_there_are_any(in_libreoffice: Opened) -> None:
    changed = [name for name in NAMES if review(f"{name}.docx", cases()[name], SETTINGS, "tracked", date=DATE).changes]
    assert set(MADE) - {"header"} <= set(changed)
    for name in changed:
        root = in_libreoffice[name, "tracked"]
        assert root is not None
        assert regions(root, AUTHOR), name


@pytest.mark.slow
def test_libreoffice_sees_no_change_of_ours_in_what_was_fixed(in_libreoffice: Opened) -> None:
    for name in NAMES:
        root = in_libreoffice[name, "fixed"]
        assert root is not None
        assert not regions(root, AUTHOR), name
