"""Which corrections of a user's model are told: whole words, unless something speaks for what is written."""

import re
from collections.abc import Mapping, Sequence

import pytest

from speechlint.checks.corrections import corrections
from speechlint.checks.excuses import Excuses
from speechlint.examples import document_of
from speechlint.language.analysis import Analysis
from speechlint.ruleset import builtin_folder
from speechlint.spelling.corrector import Correction
from speechlint.tables import read_table

MISSPELT = read_table(builtin_folder() / "typo" / "misspelling.tsv")
NAMES = re.compile("[一-鿿]{2}同志")


class Told:
    """A corrector that reads every character of a table as another."""

    def __init__(self, meant: Mapping[str, tuple[str, float]]) -> None:
        self.meant = meant

    def corrections(self, texts: Sequence[str], least: float) -> list[list[Correction]]:
        found = [[Correction(at, *self.meant[c]) for at, c in enumerate(text) if c in self.meant] for text in texts]
        return [[item for item in of_text if item.certainty >= least] for of_text in found]


@pytest.mark.parametrize(
    ("text", "meant", "expected"),
    [
        ("推动落实。要防止权利滥用。", {"利": ("力", 0.95)}, [("权利", "权力", 0.95)]),
        # Two corrections of one word are one, as certain as the less certain of them.
        ("要因地只宜。", {"只": ("制", 0.99), "地": ("地", 0.99)}, [("因地只宜", "因地制宜", 0.99)]),
        ("改善环竞。", {"环": ("环", 0.99), "竞": ("境", 0.91)}, [("环竞", "环境", 0.91)]),
        # A word of one character is grammar.
        ("认真地做。", {"地": ("的", 0.99)}, []),
        # One number is as good as another.
        ("第十二届全会。", {"二": ("一", 0.99)}, []),
        # Said twice, alone in quotation marks, a name, left to the table of misspellings, written in official text.
        ("改善环竞。再改善环竞。", {"竞": ("境", 0.99)}, []),
        ("叫作“环竞”。", {"竞": ("境", 0.99)}, []),
        ("请环竞同志发言。", {"竞": ("境", 0.99)}, []),
        ("把任务布署到位。", {"布": ("部", 0.99)}, []),
        ("推进减污降碳。", {"碳": ("炭", 0.99)}, []),
        ("", {"竞": ("境", 0.99)}, []),
    ],
)
def test_what_is_told(text: str, meant: dict[str, tuple[str, float]], expected: list[tuple[str, str, float]]) -> None:
    analysis = Analysis(document_of(text))
    found = corrections(analysis, Excuses(analysis, MISSPELT, NAMES), Told(meant), 0.9)
    assert [(analysis.document.text_of(w.span), w.better, w.certainty) for w in found] == expected
