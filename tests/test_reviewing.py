"""A reviewed draft: comments on the exact words, none twice, nobody else's touched."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx_files import comment, commented, docx, extended, p, pack, run
from docx_files import part as word_part

from speechlint.mending import mend
from speechlint.messages import Problem
from speechlint.readers.word import read_word
from speechlint.readers.xml import Element, parse
from speechlint.reviewing import Mode, review
from speechlint.rule_file import load_rules
from speechlint.session import Settings

SETTINGS = Settings(tuple(rule for rule in load_rules() if rule.id in ("typo/misspelling", "placeholder/crossed-out")))
DATE, LATER = "2024-05-01T08:00:00Z", "2024-06-01T08:00:00Z"
XMLNS_14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
FOREIGN = '<w:comment w:id="3" w:author="张三"><w:p><w:r><w:t>再核一下</w:t></w:r></w:p></w:comment>'
FOREIGN_RANGE = (
    '<w:commentRangeStart w:id="3"/>' + run("核实") + '<w:commentRangeEnd w:id="3"/>'
    '<w:r><w:commentReference w:id="3"/></w:r>'
)


def reviewed(data: bytes, mode: Mode = "comments", date: str = DATE) -> bytes:
    return review("a.docx", data, SETTINGS, mode, date=date).data


def part(data: bytes, name: str) -> Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return parse(package.read(name))


def comments(data: bytes) -> list[list[str]]:
    """Every comment's paragraphs."""
    found = part(data, "word/comments.xml").iter("{*}comment")
    return [["".join(paragraph.itertext()) for paragraph in comment.iter("{*}p")] for comment in found]


def anchored(data: bytes) -> list[str]:
    """The text between every comment's marks, by reading order of the marks."""
    inside: dict[str, list[str]] = {}
    done: list[str] = []
    for element in part(data, "word/document.xml").iter():
        number = next((v for k, v in element.attrib.items() if str(k).endswith("}id")), "")
        tag = str(element.tag).rpartition("}")[2]
        if tag == "commentRangeStart":
            inside[str(number)] = []
        elif tag == "commentRangeEnd":
            done.append("".join(inside.pop(str(number))))
        elif tag == "t":
            for texts in inside.values():
                texts.append(element.text or "")
    return done


def test_a_comment_stands_on_the_exact_words_across_runs() -> None:
    data = reviewed(docx(p(run("打造避") + run("署", "<w:b/>") + run("胜地"))))
    assert anchored(data) == ["避署"]
    assert comments(data) == [["“避署”应为“避暑”", "规则 typo/misspelling"]]


@pytest.mark.parametrize(
    "wrap",
    [
        "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
    ],
)
@pytest.mark.parametrize(
    "inline", ["{}", "<w:hyperlink>{}</w:hyperlink>", '<w:ins w:id="1" w:author="别人">{}</w:ins>']
)
def test_comments_stand_in_tables_boxes_links_and_insertions(wrap: str, inline: str) -> None:
    data = reviewed(docx(p("首段") + wrap.format(p(inline.format(run("打造避署胜地")))) + p("末段")))
    assert anchored(data) == ["避署"]


@pytest.mark.parametrize(("place", "name"), [("header", "页眉"), ("footer", "页脚")])
def test_what_stands_in_a_header_is_said_on_the_first_paragraph(place: str, name: str) -> None:
    reference = f'<w:sectPr><w:{place}Reference w:type="default" r:id="r{place}1"/></w:sectPr>'
    data = reviewed(docx(p("正文") + reference, **{f"{place}1": p("避署胜地")}))
    assert anchored(data) == ["正文"]
    assert comments(data)[0][1] == f"（位置：{name}“避署”）"


def test_placeholders_of_a_paragraph_share_one_comment() -> None:
    data = reviewed(docx(p("总投资×亿元，×个项目×月底前开工。") + p("×县长负责。")))
    assert len(comments(data)) == 2
    assert comments(data)[0][1] == "本段还有 2 处同样的问题：×、×"


@pytest.mark.parametrize("mode", ["comments", "tracked", "both"])
def test_a_second_review_gives_the_same_bytes(mode: Mode) -> None:
    once = reviewed(docx(p("打造避署胜地，总投资×亿元。")), mode)
    assert reviewed(once, mode, LATER) == once


def test_a_corrected_fault_loses_its_comment() -> None:
    once = reviewed(docx(p("打造避署胜地。")))
    with zipfile.ZipFile(io.BytesIO(once)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    files["word/document.xml"] = files["word/document.xml"].replace("署".encode(), "暑".encode())
    assert comments(reviewed(pack(files))) == []


def test_comments_of_others_are_kept() -> None:
    data = reviewed(docx(p(FOREIGN_RANGE + run("避署")), comments=FOREIGN))
    assert comments(data) == [["再核一下"], ["“避署”应为“避暑”", "规则 typo/misspelling"]]
    assert anchored(data) == ["核实", "避署"]


def test_both_puts_the_comment_around_the_tracked_words() -> None:
    data = reviewed(docx(p("打造避署胜地")), "both")
    assert read_word("a.docx", data).text == "打造避暑胜地"
    assert comments(data)[0][0] == "“避署”应为“避暑”"


def test_nothing_to_say_gives_the_very_file_back() -> None:
    data = docx(p("打造避暑胜地。"))
    assert reviewed(data) == data


def test_other_files_are_refused() -> None:
    with pytest.raises(Problem) as problem:
        review("a.txt", b"text", SETTINGS, "comments", date=DATE)
    assert problem.value.key == "review-word-only"


def resolved(data: bytes, *numbers: int, parent: int | None = None) -> bytes:
    """The file as Word saves it once comments were resolved, or answered by comment `parent`."""
    files = unpacked(data)
    names = iter(numbers)
    xml = files["word/comments.xml"].decode()
    for number in names:
        head, _, tail = xml.partition(f'w:id="{number}"')
        own, end, after = tail.partition("</w:comment>")
        before, _, last = own.rpartition("<w:p>")
        xml = f'{head}w:id="{number}"{before}<w:p w14:paraId="P{number}">{last}{end}{after}'
    files["word/comments.xml"] = xml.replace("<w:comments ", f"<w:comments {XMLNS_14} ", 1).encode()
    content = "".join(extended(number, done=parent is None) for number in numbers)
    content += "" if parent is None else extended(parent, parent=numbers[0])
    files["word/commentsExtended.xml"] = word_part("commentsExtended", content).encode()
    return pack(files)


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("mode", ["comments", "tracked", "both"])
def test_a_resolved_comment_stays_and_what_it_silences_is_not_said_again(mode: Mode) -> None:
    once = reviewed(docx(p("打造避署胜地。") + p("又一处避署。")))
    again = reviewed(resolved(once, 0), mode, LATER)
    assert comments(again)[:1] == comments(once)[:1]
    assert anchored(again).count("避署") == (2 if mode == "comments" else 1)
    assert "打造避署胜地。" in read_word("a.docx", again).text
    assert reviewed(again, mode, LATER) == again


def test_records_of_comments_taken_out_go_with_them() -> None:
    once = reviewed(docx(p("打造避署胜地。") + p("又一处避署。")))
    files = unpacked(resolved(once, 0, 1))
    files["word/commentsExtended.xml"] = files["word/commentsExtended.xml"].replace(
        b'P1" w15:done="1"', b'P1" w15:done="0"'
    )
    again = reviewed(pack(files), date=LATER)
    left = [e.attrib.values()[0] for e in part(again, "word/commentsExtended.xml")]
    assert (left, len(comments(again))) == (["P0"], 2)


def test_a_comment_of_ours_that_was_answered_stays_and_is_not_doubled() -> None:
    once = reviewed(docx(p("打造避署胜地。")))
    files = unpacked(resolved(once, 0, parent=9))
    reply = comment(9, "引文如此").encode()
    files["word/comments.xml"] = files["word/comments.xml"].replace(b"</w:comments>", reply + b"</w:comments>")
    again = reviewed(pack(files), date=LATER)
    assert comments(again) == [*comments(once), ["引文如此"]]


def test_an_order_to_ignore_stays_and_is_obeyed() -> None:
    body = p(run("打造") + commented(3, run("避署")) + run("胜地，又避署"))
    data = reviewed(docx(body, comments=comment(3, "忽略 typo 引文")))
    assert comments(data)[0] == ["忽略 typo 引文"]
    assert anchored(data) == ["避署", "避署"]
    assert reviewed(data, date=LATER) == data


def test_a_plain_fix_leaves_the_comments_part_as_it_is() -> None:
    data = docx(p(FOREIGN_RANGE + run("避署")), comments=FOREIGN)
    fixed = mend(Path("a.docx"), data, SETTINGS, frozenset({"typo/misspelling"}), unsafe=False)
    before, after = unpacked(data), unpacked(fixed.data)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]
