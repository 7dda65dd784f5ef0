"""The encoding ladder, step by step."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from speechlint.messages import Problem
from speechlint.readers.encoding import decode

CHINESE = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=6, max_size=40)
DRAFT = "　　一、抓好今年第一季度的工作。\r\n　　二是完成投资3.5亿元，\r\n"


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"", "", "utf-8"),
        (b"plain", "plain", "utf-8"),
        ("同志们".encode(), "同志们", "utf-8"),
        ("同志们".encode("utf-8-sig"), "同志们", "utf-8-sig"),
        ("讲话提纲".encode("gb18030"), "讲话提纲", "gb18030"),
        ("讲".encode("gb18030"), "讲", "gb18030"),
        (DRAFT.encode("gb18030"), DRAFT, "gb18030"),
        ("𠮷日".encode("gb18030") + "，同志们".encode("gb18030"), "𠮷日，同志们", "gb18030"),
        (DRAFT.encode("utf-16"), DRAFT, "utf-16"),
        (b"\xfe\xff" + DRAFT.encode("utf-16-be"), DRAFT, "utf-16"),
        (DRAFT.encode("utf-32"), DRAFT, "utf-32"),
        (DRAFT.encode("utf-16-le"), DRAFT, "utf-16-le"),
        (DRAFT.encode("utf-16-be"), DRAFT, "utf-16-be"),
        ("一一".encode("gb18030"), "一一", "gb18030"),
        ("Café".encode(), "Café", "utf-8"),
        ("3×5".encode(), "3×5", "utf-8"),
        ("plain".encode("utf-16-le"), "plain", "utf-16-le"),
        ("plain".encode("utf-16-be"), "plain", "utf-16-be"),
    ],
)
def test_the_first_step_that_fits_is_taken(data: bytes, text: str, encoding: str) -> None:
    assert decode(data) == (text, encoding)


@given(CHINESE)
@example("一一一一一一")
@example("　　　　　一")
def test_chinese_text_comes_back_from_every_encoding(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-32"):
        assert decode(text.encode(encoding))[0] == text
    draft = f"{text}。\r\n　　（一）{text}，\r\n"
    for encoding in ("utf-16-le", "utf-16-be"):
        assert decode(draft.encode(encoding)) == (draft, encoding)


@given(CHINESE, st.integers(1, 2))
def test_utf_8_cut_in_the_middle_of_a_character_is_not_taken_for_gb18030(text: str, lost: int) -> None:
    with pytest.raises(Problem) as caught:
        decode(text.encode()[:-lost])
    assert caught.value.key == "undecodable"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ("同志们\n打造胜地".encode().replace("造".encode(), b"\xff"), "undecodable"),
        ("同志们\n打造胜地".encode("gb18030") + b"\xff", "undecodable"),
        (b"\xef\xbb\xbf\xff", "undecodable"),
        (b"abc\0def\0", "binary"),
        (b"PK\x03\x04\x14\0\0\0\x08\0\xd0\x9a\x91\x55\xff\xfe", "binary"),
        (b"\x7fELF\x02\x01\x01" + bytes(9), "binary"),
        (b"\xff\xfea\0\0\0", "binary"),
    ],
)
def test_what_no_step_takes_is_a_problem(data: bytes, key: str) -> None:
    with pytest.raises(Problem) as caught:
        decode(data)
    assert caught.value.key == key


def test_the_line_of_the_damage_is_told() -> None:
    with pytest.raises(Problem, match="from line 3 on"):
        decode("同志们\n抓好落实\n打造胜地".encode()[:-1])


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        ("講話", "big5", "big5"),
        ("讲话", "GBK", "gbk"),
        ("\ufeff讲话", "utf-8", "utf-8-sig"),
        ("\ufeff讲话", "utf-16-le", "utf-16-le"),
    ],
)
def test_a_named_encoding_is_believed_and_its_mark_left_out(text: str, encoding: str, name: str) -> None:
    assert decode(text.encode(encoding), encoding) == (text.removeprefix("\ufeff"), name)


@pytest.mark.parametrize(
    ("encoding", "key"),
    [
        ("ascii", "wrong-encoding"),
        ("utf-16", "wrong-encoding"),
        ("punycode", "wrong-encoding"),
        ("utf8x", "unknown-encoding"),
        ("rot13", "unknown-encoding"),
        ("", "unknown-encoding"),
        ("a\0b", "wrong-encoding"),
    ],
)
def test_a_wrong_encoding_is_a_problem(encoding: str, key: str) -> None:
    with pytest.raises(Problem) as caught:
        decode("讲".encode(), encoding)
    assert caught.value.key == key
