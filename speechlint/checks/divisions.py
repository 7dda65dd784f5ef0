"""The gazetteer: administrative divisions by full name, short name and the stem of a township's name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from speechlint.language.names import Token
from speechlint.model import Span
from speechlint.tables import Table


class Form(IntEnum):
    """How much of a name is said: 界集镇 is full, 宿迁 is short for 宿迁市, 界集 is the stem of a township."""

    STEM = 1
    SHORT = 2
    FULL = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """A division's name in a draft, with the codes of all divisions so called (2, 4 or 6 digits)."""

    span: Span
    name: str
    form: Form
    codes: tuple[str, ...]

    def within(self, code: str) -> bool:
        """Whether one division so called lies in `code`, or is the province around it."""
        return any(own.startswith(code) or code.startswith(own) for own in self.codes)


class Gazetteer:
    """Names to codes, ready to be looked up."""

    def __init__(self, table: Table, common: frozenset[str]) -> None:
        forms: dict[Form, dict[str, list[str]]] = {form: defaultdict(list) for form in Form}
        for row in table.rows:
            code = row["code"]
            forms[Form.FULL][row["name"]].append(code)
            forms[Form.SHORT][row["short"]].append(code)
            for town in row["towns"].split():
                forms[Form.FULL][town].append(code)
                forms[Form.STEM][stem(town)].append(code)
        self._names: dict[str, tuple[Form, tuple[str, ...]]] = {}
        for form in Form:  # the fullest reading of a name is the last to be written
            for name, codes in forms[form].items():
                if len(name) > 1 and name not in common:
                    self._names[name] = (form, tuple(codes))
        self._longest = max(map(len, self._names), default=0)

    def mentions(self, tokens: tuple[Token, ...]) -> Iterator[Mention]:
        """Yield the divisions named: the longest name at each place that begins and ends where a word does."""
        taken = 0
        for index, token in enumerate(tokens):
            if token.span.start >= taken:
                mention = self._longest_at(tokens, index)
                if mention is not None:
                    taken = mention.span.end
                    yield mention

    def _longest_at(self, tokens: tuple[Token, ...], index: int) -> Mention | None:
        text, best = "", None
        start = tokens[index].span.start
        for token in tokens[index:]:
            if token.span.start != start + len(text) or len(text) + len(token.text) > self._longest:
                break
            text += token.text
            if text in self._names:
                best = Mention(Span(start, start + len(text)), text, *self._names[text])
        return best


def stem(town: str) -> str:
    return town[:-1] if town.endswith(("镇", "乡")) else town.removesuffix("街道").removesuffix("苏木")


@cache
def gazetteer(table: Table, common: tuple[str, ...]) -> Gazetteer:
    return Gazetteer(table, frozenset(common))
