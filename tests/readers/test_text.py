"""Plain text: lines, line ends and addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.readers.text import ADDRESS, plain_document, read_text


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", [""]),
        ("一", ["一"]),
        ("一\n二", ["一", "二"]),
        ("一\n二\n", ["一", "二"]),
        ("一\n\n二\n\n", ["一", "", "二", ""]),
        ("一\r\n二\r\n", ["一", "二"]),
        ("一\r二\r", ["一", "二"]),
        ("一\r\n二\n三\r四", ["一", "二", "三", "四"]),
        ("一\r\r\n二", ["一", "", "二"]),
        ("一\u2028二\x0c三\x85四", ["一\u2028二\x0c三\x85四"]),
    ],
)
def test_every_kind_of_line_end_ends_a_line(text: str, blocks: list[str]) -> None:
    document = read_text("a.txt", text.encode())
    assert [document.text_of(block) for block in document.blocks] == blocks
    assert document.text == "\n".join(blocks)


@given(st.lists(st.text("甲乙。 ", max_size=5), min_size=1), st.sampled_from(["\n", "\r\n", "\r"]))
def test_line_ends_never_move_an_offset(lines: list[str], end: str) -> None:
    document = read_text("a.txt", (end.join(lines) + end).encode())
    assert document.text == "\n".join(lines)


@pytest.mark.parametrize(
    ("line", "inert"),
    [
        ("详见https://example.org/a?b=1。谢谢", ["https://example.org/a?b=1"]),
        ("访问www.example.org！谢谢", ["www.example.org"]),
        ("访问www.example.org　谢谢", ["www.example.org"]),
        ("请写信到some.one@mail.example.org，谢谢", ["some.one@mail.example.org"]),
        ("3@5 和 a@b", []),
        ("没有地址", []),
    ],
)
def test_addresses_are_inert(line: str, inert: list[str]) -> None:
    document = read_text("a.txt", line.encode())
    assert [document.text_of(span) for span in document.inert] == inert


def test_a_long_run_without_an_address_is_searched_once() -> None:
    """Searched again from each character this would take hours."""
    assert read_text("a.txt", b"a" * 2_000_000).inert == ()


@given(
    st.lists(
        st.text("a.@:/w-一 ", max_size=12) | st.sampled_from(["https://a.b/c", "www.a.cn，", "a@example.org"]),
        max_size=5,
    )
)
def test_addresses_are_those_of_every_line(lines: list[str]) -> None:
    document = plain_document("a.txt", lines)
    wanted = [m.span() for b in document.blocks for m in ADDRESS.finditer(document.text, b.span.start, b.span.end)]
    assert [(span.start, span.end) for span in document.inert] == wanted
