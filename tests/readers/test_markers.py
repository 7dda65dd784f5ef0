"""Markers in text files become suppressions, and are no prose themselves."""

import pytest

from speechlint.model import BlockKind, Span
from speechlint.readers import read_bytes
from speechlint.readers.markers import parse_order


def read(text: str, name: str = "a.txt") -> list[tuple[tuple[str, ...], str, str]]:
    """Each suppression as its rules, the text it covers and its reason."""
    document = read_bytes(name, text.encode())
    return [(s.rules, document.text_of(s.covers), s.reason) for s in document.suppressions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("甲\n乙【speechlint: 忽略 typo 引文】\n丙\n", [(("typo",), "乙【speechlint: 忽略 typo 引文】\n", "引文")]),
        ("【speechlint: 忽略 typo】\n\n乙\n丙\n", [(("typo",), "乙\n", "")]),
        (
            "【speechlint：忽略 typo/variant、date 原文 如此】\n乙\n丙",
            [(("typo/variant", "date"), "乙\n", "原文 如此")],
        ),
        ("【SpeechLint: ignore typo quoted】\n乙\n丙", [(("typo",), "乙\n", "quoted")]),
        ("甲\n【speechlint: 忽略全文 typo】", [(("typo",), "甲\n【speechlint: 忽略全文 typo】", "")]),
        (
            "【speechlint: 忽略 typo】\n【speechlint: 忽略 date】\n乙\n丙",
            [(("typo",), "乙\n", ""), (("date",), "乙\n", "")],
        ),
        ("【speechlint: 忽略开始 typo】\n乙\n", [(("typo",), "", "")]),
        ("乙\n【speechlint: 忽略结束】\n", [((), "", "")]),
        ("【speechlint: 忽咯 typo】\n乙\n", [((), "", "忽咯 typo")]),
        ("【speechlint】\n乙\n", []),
    ],
)
def test_a_marker_covers_its_line_or_the_next_or_the_draft(
    text: str, found: list[tuple[tuple[str, ...], str, str]]
) -> None:
    assert read(text) == found


def test_ranges_nest() -> None:
    start, end = "【speechlint: 忽略开始 {}】\n", "【speechlint: 忽略结束】\n"
    text = f"{start.format('typo')}甲\n{start.format('date')}乙\n{end}{end}丙\n"
    inner, outer = read(text)
    assert (inner[0], outer[0]) == (("date",), ("typo",))
    assert ("甲" in inner[1], "乙" in inner[1], "丙" in outer[1]) == (False, True, False)
    assert "甲" in outer[1]


def test_markdown_holds_them_in_comments_but_not_in_code() -> None:
    text = "甲 <!-- speechlint: 忽略 typo 引文 -->\n\n```\n<!-- speechlint: 忽略 date -->\n```\n"
    assert [rules for rules, _, _ in read(text, "a.md")] == [("typo",)]


def test_a_marker_is_inert_and_alone_on_its_line_no_prose() -> None:
    document = read_bytes("a.txt", "【speechlint: 忽略 typo】\n乙【speechlint: 忽略 date】\n".encode())
    assert [block.kind for block in document.blocks] == [BlockKind.CODE, BlockKind.BODY]
    assert document.inert == (Span(0, 21), Span(23, 44))


def test_a_word_comment_is_read_by_the_same_words() -> None:
    assert parse_order("忽略 typo/misspelling 引文") == ("place", ("typo/misspelling",), "引文")
