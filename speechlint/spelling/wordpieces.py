"""The vocabulary of a BERT-type model: text becomes numbers, and each Chinese character keeps its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from speechlint.messages import Problem

# In the order of preference; both lie beside a model exported with its tokenizer.
FILES = ("vocab.txt", "tokenizer.json")
BEGIN, END, PAD, UNKNOWN = "[CLS]", "[SEP]", "[PAD]", "[UNK]"
HAN = re.compile("[一-鿿]")
# A character by itself, or a run of letters and digits that word pieces make up.
PART = re.compile(r"[^\W_一-鿿]+|\S")
CONTINUED = "##"


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text as numbers; `places` are the offsets of the Chinese characters it knows by where their numbers stand."""

    ids: tuple[int, ...]
    places: Mapping[int, int]


@dataclass(frozen=True)
class Vocabulary:
    """Tokens by their numbers; raises Problem when it lacks those that every BERT has."""

    tokens: tuple[str, ...]
    path: Path

    def __post_init__(self) -> None:
        missing = [token for token in (BEGIN, END, PAD, UNKNOWN) if token not in self.numbers]
        if missing:
            raise Problem("corrector-bad-tokenizer", at=self.path, reason=", ".join(missing))

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        return {token: number for number, token in enumerate(self.tokens)}

    @property
    def padding(self) -> int:
        return self.numbers[PAD]

    def character(self, number: int) -> str | None:
        """The Chinese character that a number stands for, if it does."""
        token = self.tokens[number] if number < len(self.tokens) else ""
        return token if HAN.fullmatch(token) else None

    def encode(self, text: str) -> Encoded:
        """A text between BEGIN and END: never more numbers than it has characters, and two."""
        ids = [self.numbers[BEGIN]]
        places = {}
        for part in PART.finditer(text):
            if HAN.fullmatch(part.group()) and part.group() in self.numbers:
                places[len(ids)] = part.start()
            ids.extend(self.numbers[piece] for piece in self.pieces(part.group()))
        return Encoded((*ids, self.numbers[END]), places)

    def pieces(self, part: str) -> Iterator[str]:
        """The longest known beginning, then the longest known continuation, and so on; or UNKNOWN."""
        # Models of Chinese are most often without capitals.
        found: list[str] = []
        rest = part if part in self.numbers else part.lower()
        while rest:
            prefix = CONTINUED if found else ""
            longest = next((end for end in range(len(rest), 0, -1) if prefix + rest[:end] in self.numbers), 0)
            if not longest:
                yield UNKNOWN
                return
            found.append(prefix + rest[:longest])
            rest = rest[longest:]
        yield from found


def vocabulary_file(model: Path) -> Path:
    """The vocabulary beside a model; raises Problem when there is none."""
    for name in FILES:
        if (file := model.with_name(name)).is_file():
            return file
    raise Problem("corrector-no-tokenizer", at=model, names=" / ".join(FILES))


def read_vocabulary(file: Path) -> Vocabulary:
    """A vocabulary of one token a line, or that of a tokenizer.json; raises Problem when it is neither."""
    try:
        text = file.read_text(encoding="utf-8")
        tokens = text.removesuffix("\n").split("\n") if file.suffix == ".txt" else tokens_of(json.loads(text))
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise Problem("corrector-bad-tokenizer", at=file, reason=f"{type(error).__name__}: {error}") from error
    return Vocabulary(tuple(tokens), file)


def tokens_of(tokenizer: Mapping[str, Mapping[str, Mapping[str, int]]]) -> list[str]:
    """The tokens of a tokenizer.json, a gap filled by the empty text."""
    numbers = tokenizer["model"]["vocab"]
    by_number = {number: token for token, number in numbers.items()}
    return [by_number.get(number, "") for number in range(max(by_number) + 1)]
