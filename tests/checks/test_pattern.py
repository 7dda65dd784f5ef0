"""The kind `pattern`."""

import re

import pytest
from making import analysed, draft

from speechlint.checks.pattern import pattern
from speechlint.language.analysis import Analysis
from speechlint.model import Scope


def compiled(text: str) -> re.Pattern[str]:
    return re.compile(text, re.MULTILINE)


@pytest.mark.parametrize(
    ("find", "unless", "at", "scope", "expected"),
    [
        ("避署", None, None, "paragraph", ["避署", "避署"]),
        ("避署", "打造避署", None, "paragraph", ["避署"]),
        ("打造(?P<word>避署)", None, "word", "paragraph", ["避署"]),
        ("打造(?P<word>避暑)?", None, "word", "paragraph", []),
        ("^.", None, None, "paragraph", ["打", "去"]),
        (".$", None, None, "paragraph", ["。", "。"]),
        ("。\n去", None, None, "paragraph", []),
        ("。\n去", None, None, "document", ["。\n去"]),
    ],
)
def test_what_is_found(find: str, unless: str | None, at: str | None, scope: Scope, expected: list[str]) -> None:
    document = draft("打造避署胜地。", "去避署。")
    excepted = compiled(unless) if unless else None
    matches = pattern(Analysis(document), find=compiled(find), unless=excepted, at=at, scope=scope)
    assert [document.text_of(match.span) for match in matches] == expected


def test_groups_fill_the_message_and_the_correction() -> None:
    find = compiled("(?P<verb>打造)(?P<word>避署)(?P<tail>吧)?")
    (match,) = pattern(analysed("打造避署胜地。"), find=find, at="word", better=r"避暑\g<verb>")
    assert match.fields == {"verb": "打造", "word": "避署", "tail": ""}
    assert match.better == "避暑打造"


@pytest.mark.parametrize(("lines", "expected"), [(("抓早[1]。",), ["[1]"]), (("抓早[1]。", "[1]县志"), [])])
def test_a_draft_that_holds_what_must_be_absent_is_left_alone(lines: tuple[str, ...], expected: list[str]) -> None:
    document = draft(*lines)
    matches = pattern(Analysis(document), find=compiled(r"(?<=[一-鿿])\[1\]"), absent=compiled(r"^\[1\]"))
    assert [document.text_of(match.span) for match in matches] == expected
