"""What is meant as it is written, whatever a model thinks of it."""

import re

import pytest

from speechlint.checks.excuses import Excuses
from speechlint.examples import document_of
from speechlint.language.analysis import Analysis
from speechlint.model import Span
from speechlint.ruleset import builtin_folder
from speechlint.tables import read_table

MISSPELT = read_table(builtin_folder() / "typo" / "misspelling.tsv")
NAMES = re.compile("[一-鿿]{2}(?:同志|乡)")


@pytest.mark.parametrize(
    ("text", "written", "excused"),
    [
        ("改善营商环竞。", "环竞", False),
        ("改善环竞，再改善环竞。", "环竞", True),
        ("建设“环竞”工程。", "环竞", True),
        ("“改善环竞”工程。", "环竞", False),
        ("请环竞同志发言。", "环竞", True),
        ("走进环竞乡。", "环竞", True),
        ("环竞同志发言。", "环竞", True),
        ("环竞这一同志。", "环竞", False),
        # The table of misspellings knows it, alone or in part.
        ("把任务布署到位。", "布署", True),
        ("把任务布署到位。", "署到", True),
    ],
)
def test_what_is_excused(text: str, written: str, excused: bool) -> None:
    excuses = Excuses(Analysis(document_of(text)), MISSPELT, NAMES)
    start = text.index(written)
    assert excuses.cover(Span(start, start + len(written))) is excused
