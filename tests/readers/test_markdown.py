"""Markdown: mark-up is inert, prose is not, and no offset moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.model import BlockKind, Document, Span
from speechlint.readers.markdown import read_markdown
from speechlint.readers.text import read_text
from speechlint.spans import SpanSet


def prose(document: Document) -> str:
    """The text without what is inert."""
    inert = SpanSet(document.inert)
    return "".join(c for n, c in enumerate(document.text) if c == "\n" or not inert.touches(Span(n, n + 1)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## 一、加强领导", "一、加强领导"),
        ("**一要**抓好，*二要*落实", "一要抓好，*二要*落实"),
        ("要 *抓好* 落实", "要 抓好 落实"),
        ("***一是***抓", "一是抓"),
        ("__一要__ 抓好", "一要 抓好"),
        ("~~删去~~留下", "删去留下"),
        ("**一、抓 _春耕_**", "一、抓 春耕"),
        ("第_期，_年_月", "第_期，_年_月"),
        ("> 引用\n- 一项\n* 二项", "引用\n一项\n二项"),
        ("- [x] 一项\n- [ ] 二项", " 一项\n 二项"),
        ("见[通知](https://example.org/a)。", "见通知。"),
        ("见[通知][1]。", "见通知。"),
        ("![图](a.png)说明", "图说明"),
        ("用`a*b`表示", "用表示"),
        ("上<br>下<!-- 注 -->文", "上下文"),
        ("上<!-- 注\n释 -->文", "上\n文"),
        ("| 单位 | 数 |\n|---|:-:|\n| 甲 | 3 |", " 单位  数 \n\n 甲  3 "),
        ("正文\n---\n正文", "正文\n\n正文"),
        ("---\ntitle: 讲话\n---\n正文", "\n\n\n正文"),
        ("```\nx = 1\n```\n正文", "\n\n\n正文"),
        ("````\n```\n````\n正文", "\n\n\n正文"),
        ("~~~ text\nx\n```\n~~~\n正文", "\n\n\n\n正文"),
        # 看着像标记，其实是正文
        ("**县委和**镇", "县委和镇"),
        ("**县委书记", "**县委书记"),
        ("今年*月*日", "今年*月*日"),
        ("3*5米和4*6米", "3*5米和4*6米"),
        ("```行内``` 正文\n正文", " 正文\n正文"),
        ("```\n没有结束的围栏", "```\n没有结束的围栏"),
        ("~~~~~~~~\n分隔线后的正文", "~~~~~~~~\n分隔线后的正文"),
        ("---\n\n正文\n\n---\n正文", "\n\n正文\n\n\n正文"),
        ("---\n正文\n---\n正文", "\n正文\n\n正文"),
        ("```\nx\n```js\ny\n```\n正文", "\n\n\n\n\n正文"),
        ("1. 第一项", "1. 第一项"),
        ("—— 破折号", "—— 破折号"),
    ],
)
def test_what_is_mark_up_and_what_is_prose(text: str, expected: str) -> None:
    document = read_markdown("a.md", text.encode())
    assert document.text == text
    assert prose(document) == expected


@pytest.mark.parametrize(
    ("line", "kind", "level"),
    [
        ("# 讲话", BlockKind.HEADING, 1),
        ("### 三级", BlockKind.HEADING, 3),
        ("#标签", BlockKind.BODY, None),
        ("####### 七个", BlockKind.BODY, None),
        ("| 甲 | 乙 |", BlockKind.TABLE, None),
        ("<!-- 整行 -->", BlockKind.CODE, None),
        ("正文", BlockKind.BODY, None),
    ],
)
def test_the_kind_of_a_line(line: str, kind: BlockKind, level: int | None) -> None:
    (block,) = read_markdown("a.md", line.encode()).blocks
    assert (block.kind, block.level) == (kind, level)


@given(st.text("#*_`~-=>|[]()<!a甲。: \n", max_size=60))
def test_no_mark_up_ever_moves_an_offset(text: str) -> None:
    marked, plain = read_markdown("a.md", text.encode()), read_text("a.txt", text.encode())
    assert marked.text == plain.text
    assert [block.span for block in marked.blocks] == [block.span for block in plain.blocks]
    assert all(0 <= span.start < span.end <= len(text) or not len(span) for span in marked.inert)


@pytest.mark.parametrize(
    "piece", ["`", "*", "**a ", "](", "[", "<a", "<!--", "<!-- -", " ", "_a", "~~a ", "|-", "- ", "]["]
)
def test_long_lines_of_half_mark_up_are_read_in_one_pass(piece: str) -> None:
    """Read with backtracking these would take hours."""
    read_markdown("a.md", (piece * 200_000).encode())
