"""The kind `series`."""

from pathlib import Path

import pytest
from making import draft

from speechlint.checks.series import series
from speechlint.tables import Table, read_table


@pytest.fixture
def factors(tmp_path: Path) -> Table:
    path = tmp_path / "series.tsv"
    path.write_text("members\n土地|劳动力|资本|技术|数据\n", encoding="utf-8")
    return read_table(path)


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("推动土地劳动力、资本流动", ["土地、劳动力"]),
        ("推动土地、劳动力资本、技术流动", ["劳动力、资本"]),
        ("推动土地、劳动力、技术数据流动", []),
        ("土地劳动力资本技术数据", []),
        ("技术技术、数据", []),
    ],
)
def test_two_members_side_by_side_in_a_marked_list(factors: Table, text: str, better: list[str]) -> None:
    assert [match.better for match in series(draft(text), table=factors)] == better
