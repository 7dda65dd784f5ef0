"""Where in a text forms of time may begin: looked for once, for all that are told with a month or a year in figures.

Such forms begin with characters so frequent that only the ones after them tell; of all others `scan.matches` finds out
by itself where they need be tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.language.time_grammar import DASHES, NUMERALS
from speechlint.scan import tried_at

RELATIVE = "今本去上前明来后下"
# No number begins with its second digit.
MONTH = re.compile(f"[{NUMERALS}{RELATIVE}](?<![0-9０-９][0-9０-９])(?=[{NUMERALS}年度的 　]{{0,12}}[月{DASHES}])")
YEAR = re.compile(f"[12１２一二{RELATIVE}](?=[{NUMERALS}]{{0,3}}[ 　]?年|[{NUMERALS}]{{3}}[{DASHES}./])")


# What leads up to 月 is no longer.
LONGEST = 20


class Openings:
    """The places of one text where a month or a year may begin, with what leads up to it; few others among them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._months = [*beginnings_of_months(text)]
        self._years = [opening.start() for opening in YEAR.finditer(text)]

    def of_months(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """What a regex finds that begins with a month, or with a year before it (今年5月, 2023年1—9月)."""
        return tried_at(pattern, self.text, self._months, len(self.text))

    def of_years(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """What a regex finds that begins with a year (去年底, 2021—2025年, 2023-05-06)."""
        return tried_at(pattern, self.text, self._years, len(self.text))


def beginnings_of_months(text: str) -> Iterator[int]:
    """Yield, in order, the places that lead up to 月."""
    end, at = 0, text.find("月")
    while at >= 0:
        for opening in MONTH.finditer(text, max(end, at - LONGEST), at + 1):
            yield opening.start()
        end, at = at, text.find("月", at + 1)
