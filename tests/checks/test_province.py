"""The kind `province`."""

from pathlib import Path

import pytest
from making import draft

from speechlint.checks.province import province
from speechlint.model import Severity
from speechlint.tables import Table, read_table

DIVISIONS = """code\tname\tshort
42\t湖北省\t湖北
4201\t武汉市\t武汉
420102\t江岸区\t江岸
43\t湖南省\t湖南
4308\t张家界市\t张家界
430821\t慈利县\t慈利
50\t重庆市\t重庆
51\t四川省\t四川
"""


@pytest.fixture
def divisions(tmp_path: Path) -> Table:
    path = tmp_path / "division.tsv"
    path.write_text(DIVISIONS, encoding="utf-8")
    return read_table(path)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("赴湖北省张家界学习", [("湖北省张家界", "湖南省张家界", None)]),
        ("赴湖北省张家界市学习", [("湖北省张家界市", "湖南省张家界市", None)]),
        ("赴湖北省慈利县学习", [("湖北省慈利县", "湖南省慈利县", None)]),
        ("赴湖南省武汉市学习", [("湖南省武汉市", "湖北省武汉市", None)]),
        ("四川省重庆市联合印发", [("四川省重庆市", None, Severity.WARNING)]),
        ("赴湖南省张家界市慈利县", []),
        ("湖南省武汉同乡会", []),
        ("湖南省江岸区", []),
        ("湖北省、张家界市", []),
    ],
)
def test_a_place_under_a_province_it_does_not_belong_to(
    divisions: Table, text: str, found: list[tuple[str, str | None, Severity | None]]
) -> None:
    document = draft(text)
    matches = province(document, table=divisions)
    assert [(document.text_of(match.span), match.better, match.severity) for match in matches] == found
