"""One list: its ordinals in reading order, and the ordinal whose item holds it."""

from __future__ import annotations

from dataclasses import dataclass, field

from speechlint.language.headings import HEADING
from speechlint.language.ordinals import Ordinal


@dataclass(slots=True, eq=False)
class Series:
    """A list with at least one item; lists are told apart by identity."""

    parent: Ordinal | None
    items: list[Ordinal]
    manner: tuple[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.manner = self.items[0].manner

    @property
    def last(self) -> Ordinal:
        return self.items[-1]

    @property
    def expected(self) -> int:
        return self.items[-1].value + 1

    @property
    def numbered(self) -> bool:
        return self.items[0].style is not HEADING

    def begun(self) -> bool:
        return self.items[0].value == 1 or any(item.value == 1 for item in self.items)
