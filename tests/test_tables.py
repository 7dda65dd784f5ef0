"""Tables: what is read, what is refused and with which line."""

import os
from pathlib import Path

import pytest

from speechlint.messages import Problem
from speechlint.tables import Columns, read_table


def wrote(path: Path, text: str) -> Path:
    path.write_bytes(text.encode("utf-8"))
    return path


def test_comments_and_empty_lines_are_skipped_and_lines_counted(tmp_path: Path) -> None:
    table = read_table(wrote(tmp_path / "a.tsv", "# 说明\r\nwrong\tright\tguard\r\n\r\n避署\t避暑\r\n"))
    assert table.columns == ("wrong", "right", "guard")
    assert [(row["wrong"], row["right"], row["guard"], row.line) for row in table.rows] == [("避署", "避暑", "", 4)]


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    assert read_table(wrote(tmp_path / "a.tsv", "\ufeffwrong\tright\n避署\t避暑\n")).columns == ("wrong", "right")


def test_a_table_is_read_once_until_it_changes(tmp_path: Path) -> None:
    path = wrote(tmp_path / "a.tsv", "wrong\n避署\n")
    first = read_table(path)
    assert read_table(path) is first
    os.utime(wrote(path, "wrong\n布署\n"), ns=(1, 1))
    assert read_table(path).rows[0]["wrong"] == "布署"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", ":1: the table is empty"),
        ("# only a comment\n", ":1: the table is empty"),
        ("wrong\tright\na\tb\tc\n", ":2: 3 cells under 2 columns"),
        ("wrong\n\na\nb\na\n", ":5: “a” is already in line 3"),
    ],
)
def test_a_bad_table_names_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = wrote(tmp_path / "a.tsv", text)
    with pytest.raises(Problem) as caught:
        read_table(path)
    assert caught.value.say("en") == f"{path}{message}"


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    table = read_table(wrote(tmp_path / "a.tsv", "wrong\tbetter\n避署\t避暑\n"))
    with pytest.raises(Problem, match="no column “right”"):
        table.require(Columns("wrong", "right"))


def test_a_table_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes("错\t对\n".encode("gb18030"))
    with pytest.raises(Problem, match="UTF-8"):
        read_table(path)
