"""What speechlint says apart from its rules: one table, messages.tsv, in Chinese and English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Literal

Language = Literal["zh", "en"]
# The columns of the table after the key.
LANGUAGES: tuple[Language, ...] = ("zh", "en")


class Problem(Exception):
    """Something that could not be done; `key` names a row of messages.tsv, `fields` fill it.

    Two fields are common to all: `at` ("rules/typo/x.yaml:7") comes before the message, `near` (the known name
    closest to a misspelt one) after it.
    """

    def __init__(self, key: str, /, **fields: object) -> None:
        super().__init__(key, fields)
        self.key = key
        self.fields = fields

    def __reduce__(self) -> tuple[Callable[[str, dict[str, object]], Problem], tuple[str, dict[str, object]]]:
        """So that a worker process can send it home; what fills it is only ever shown, so its text will do."""
        simple: dict[str, object] = {
            name: value if isinstance(value, int | str) else str(value) for name, value in self.fields.items()
        }
        return recalled, (self.key, simple)

    def say(self, language: Language) -> str:
        at, near = self.fields.get("at"), self.fields.get("near")
        text = say(self.key, language, **self.fields)
        hint = say("did-you-mean", language, near=near) if near else ""
        return f"{at}: {text}{hint}" if at else text + hint

    def __str__(self) -> str:
        return self.say("en")


def recalled(key: str, fields: dict[str, object]) -> Problem:
    return Problem(key, **fields)


@cache
def templates() -> Mapping[str, Mapping[Language, str]]:
    """Both templates of every message, by its key; the table is read when something is first said."""
    lines = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").split("\n")
    _, *rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[0]: dict(zip(LANGUAGES, row[1:], strict=True)) for row in rows}


class Counting(Formatter):
    """Fills templates; {files:file/files} is the word that goes with a count, “file” with 1."""

    def format_field(self, value: object, format_spec: str) -> str:
        one, parted, many = format_spec.partition("/")
        if parted:
            return one if str(value) == "1" else many
        return str(super().format_field(value, format_spec))


def say(key: str, language: Language, /, **fields: object) -> str:
    return Counting().vformat(templates()[key][language], (), fields)
