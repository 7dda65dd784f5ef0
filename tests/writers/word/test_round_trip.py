"""Real and made Word files reviewed and fixed: what is given out opens elsewhere and says the same."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from functools import cache
from itertools import product
from pathlib import Path

import docx as python_docx
import pytest
from docx_files import comment, commented, docx, p, run

from speechlint.mending import mend
from speechlint.readers import read_bytes
from speechlint.readers.comments import ANCHORS
from speechlint.readers.libreoffice import find_libreoffice
from speechlint.readers.xml import parse
from speechlint.reviewing import Mode, review
from speechlint.ruleset import load_rules
from speechlint.selection import select_rules
from speechlint.session import Settings

ROOT = Path(__file__).parents[3]
FILES = [*sorted((ROOT / "fixtures").rglob("*.docx")), *sorted((ROOT.parent / "shared" / "word").glob("*.docx"))]
DATE, LATER = "2024-05-01T08:00:00Z", "2024-06-01T08:00:00Z"
FAULT = "打造避署胜地，总投资×亿元。"
MODES: tuple[Mode, ...] = ("comments", "tracked", "both")
SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rheader1"/></w:sectPr>'
CELL = f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{p(FAULT)}</w:tc>'
BOX = f"<v:textbox><w:txbxContent>{p(FAULT)}</w:txbxContent></v:textbox>"
MADE = {
    "runs": docx(p(run("打造避") + run("署", "<w:b/>") + run("胜地")) + p(FAULT)),
    "table": docx(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{CELL}{CELL}</w:tr></w:tbl>{p('末')}"),
    "header": docx(p("正文。") + SECTION, header1=p(FAULT)),
    "box": docx(p(f'<w:r><w:pict><v:shape style="width:200pt;height:50pt">{BOX}</v:shape></w:pict></w:r>') + p("末")),
    "link": docx(p(run("见") + f'<w:hyperlink w:anchor="x">{run(FAULT)}</w:hyperlink>')),
    "insertion": docx(p(run("要") + f'<w:ins w:id="9" w:author="李四" w:date="{DATE}">{run(FAULT)}</w:ins>')),
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
def fixed(name: str) -> bytes:
    return mend(Path(f"{name}.docx"), cases()[name], SETTINGS, FIXABLE, unsafe=False).data


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


@pytest.mark.slow
@pytest.mark.skipif(not find_libreoffice(), reason="LibreOffice is not installed")
def test_libreoffice_reads_every_review_and_counts_as_many_annotations(tmp_path: Path) -> None:
    drafts, out = tmp_path / "drafts", tmp_path / "out"
    drafts.mkdir()
    for number, name in enumerate(NAMES):
        (drafts / f"{number}-both.docx").write_bytes(reviewed(name, "both"))
        if name in MADE:
            (drafts / f"{number}-comments.docx").write_bytes(reviewed(name, "comments"))
            (drafts / f"{number}-fixed.docx").write_bytes(fixed(name))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [find_libreoffice() or "", profile, "--headless", "--norestore", "--convert-to", "fodt"]
    files = sorted(drafts.iterdir())
    subprocess.run([*command, "--outdir", str(out), *map(str, files)], capture_output=True, timeout=500, check=False)
    seen = {path.stem: annotations(out / f"{path.stem}.fodt") for path in files}
    assert seen == {path.stem: len(comment_ids(members(path.read_bytes()))) for path in files}


def annotations(path: Path) -> int:
    """How many comments LibreOffice saw, -1 when it could not open the file."""
    return len(re.findall(rb"<office:annotation[ >]", path.read_bytes())) if path.is_file() else -1
