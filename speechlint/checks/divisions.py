"""The gazetteer: administrative divisions by full name, short name and the stem of a township's name."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import cache, cached_property
from typing import NamedTuple

from speechlint.language.names import Token
from speechlint.model import Span
from speechlint.tables import Table
from speechlint.vocabulary import Literals

# No name is shorter.
HEAD = 2


class Form(IntEnum):
    """How much of a name is said: 界集镇 is full, 宿迁 is short for 宿迁市, 界集 is the stem of a township."""

    STEM = 1
    SHORT = 2
    FULL = 3


class Mention(NamedTuple):
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
        # Codes of one name in one text: eighty thousand names with a list each would take thrice the memory.
        self._codes: dict[Form, dict[str, str]] = {form: {} for form in reversed(Form)}
        for form, name, code in names(table):
            if len(name) > 1 and name not in common:
                others = self._codes[form].get(name)
                self._codes[form][name] = f"{others} {code}" if others else code
        self._heads = frozenset(name[:HEAD] for named in self._codes.values() for name in named)
        self._longest = max((len(name) for named in self._codes.values() for name in named), default=0)

    def called(self, name: str) -> tuple[Form, tuple[str, ...]] | None:
        """The fullest form of which a name is one, and the codes of the divisions so called."""
        for form, codes in self._codes.items():
            if name in codes:
                return form, tuple(codes[name].split())
        return None

    @cached_property
    def telling(self) -> Literals:
        """The names that tell a place by themselves; a township's stem alone tells none."""
        return Literals(name for form in (Form.FULL, Form.SHORT) for name in self._codes[form])

    def mentions(self, tokens: tuple[Token, ...]) -> Iterator[Mention]:
        """Yield the divisions named: the longest name at each place that begins and ends where a word does."""
        taken = 0
        for index, token in enumerate(tokens):
            if token.span.start >= taken and self._may_begin(tokens, index):
                mention = self._longest_at(tokens, index)
                if mention is not None:
                    taken = mention.span.end
                    yield mention

    def _may_begin(self, tokens: tuple[Token, ...], index: int) -> bool:
        """Whether some name begins with the first characters of the word, or of it and the next."""
        head = tokens[index].text[:HEAD]
        if len(head) < HEAD:
            head += "".join(token.text[:1] for token in tokens[index + 1 : index + 2])
        return head in self._heads

    def _longest_at(self, tokens: tuple[Token, ...], index: int) -> Mention | None:
        text, best = "", None
        start = tokens[index].span.start
        for token in tokens[index:]:
            if token.span.start != start + len(text) or len(text) + len(token.text) > self._longest:
                break
            text += token.text
            if called := self.called(text):
                best = Mention(Span(start, start + len(text)), text, *called)
        return best


def names(table: Table) -> Iterator[tuple[Form, str, str]]:
    """Every name of every division, with its form and code."""
    for row in table.rows:
        code = row["code"]
        yield Form.FULL, row["name"], code
        yield Form.SHORT, row["short"], code
        for town in row["towns"].split():
            yield Form.FULL, town, code
            yield Form.STEM, stem(town), code


def stem(town: str) -> str:
    return town[:-1] if town.endswith(("镇", "乡")) else town.removesuffix("街道").removesuffix("苏木")


@cache
def gazetteer(table: Table, common: tuple[str, ...]) -> Gazetteer:
    return Gazetteer(table, frozenset(common))
