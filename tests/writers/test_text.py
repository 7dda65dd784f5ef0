"""Edits in a text file leave every other byte alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.fixes import applied
from speechlint.model import Fix, Span
from speechlint.readers import read_bytes
from speechlint.writers.text import edit_text

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "gb18030"]
LINES = st.lists(st.text(alphabet="避暑署A，1\t 䶮😀", max_size=8), min_size=1, max_size=6)


def fix(start: int, end: int, text: str) -> Fix:
    return Fix(Span(start, end), text, True)


@settings(max_examples=150)
@given(
    lines=LINES,
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(ENCODINGS),
    where=st.tuples(st.integers(0, 60), st.integers(0, 3)),
)
def test_only_the_fixed_characters_change(lines: list[str], end: str, encoding: str, where: tuple[int, int]) -> None:
    text = "避暑胜地" + end.join(lines)
    data = text.encode(encoding)
    document = read_bytes("a.txt", data, encoding)
    start = min(where[0], len(document.text))
    stop = min(start + where[1], len(document.text))
    edit = fix(start, stop, "改")
    edited = edit_text(data, document, [edit], encoding).data
    assert read_bytes("a.txt", edited, encoding).text == applied(document.text, [edit])


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_bytes_before_and_after_an_edit_are_the_same_bytes(encoding: str, end: str) -> None:
    data = f"一{end}避署{end}{end}三{end}".encode(encoding)
    document = read_bytes("a.txt", data)
    edited = edit_text(data, document, [fix(2, 4, "避暑")]).data
    assert edited == f"一{end}避暑{end}{end}三{end}".encode(encoding)


def test_mixed_line_ends_stay_mixed() -> None:
    data = "一\r\n二\n三\r四避署".encode()
    document = read_bytes("a.txt", data)
    assert edit_text(data, document, [fix(7, 9, "避暑")]).data == "一\r\n二\n三\r四避暑".encode()


def test_a_removed_line_takes_its_own_line_end() -> None:
    data = "一\r\n广告\r\n二\r\n".encode()
    document = read_bytes("a.txt", data)
    assert edit_text(data, document, [fix(2, 5, "")]).data == "一\r\n二\r\n".encode()
