"""The language model: how common words and pairs of words are, what sounds or looks alike, what official text writes.

Probabilities are kept as bytes, in steps of 0.04 of a decimal logarithm.
"""

from __future__ import annotations

import json
import math
import mmap
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from speechlint.spelling.packed import Buckets, Packed, bucketed, packed

FILE = Path(__file__).with_name("words.model")
MAGIC = b"speechlint words 1\n"
# Stands before and after a stretch of Chinese characters.
BREAK = "\n"
PAIR = "\t"
STEPS = 25
# A character that no source knows.
UNKNOWN = 8.0
ALIGNMENT = 8


def quantised(probability: float) -> int:
    return min(255, round(-math.log10(probability) * STEPS)) if probability > 0 else 255


@dataclass(frozen=True, slots=True)
class Model:
    """What a model file is made of; bytes as `quantised` makes them."""

    words: Mapping[str, int]
    weights: Mapping[str, int]
    pairs: Mapping[str, int]
    attested: Iterable[str]
    words_of_sound: Iterable[tuple[str, str]]
    sounds: Mapping[str, str]
    lookalikes: Mapping[str, str]


def save(model: Model) -> bytes:
    """The file of a model: MAGIC, a line that says where each section lies, and the sections."""
    slots, places = packed(model.words)
    weights = bytearray(len(slots))
    for word, weight in model.weights.items():
        weights[places[word]] = weight
    by_sound = sorted(model.words_of_sound)
    ends, texts = bucketed(by_sound, max(1, len(by_sound)))
    sections = {
        "words": array("I", slots).tobytes(),
        "weights": bytes(weights),
        "pairs": array("I", packed(model.pairs)[0]).tobytes(),
        "attested": array("I", packed(dict.fromkeys(model.attested, 0))[0]).tobytes(),
        "bounds": array("I", ends).tobytes(),
        "texts": texts,
        "sounds": lines(model.sounds),
        "lookalikes": lines(model.lookalikes),
    }
    at = 0
    contents, parts = {}, []
    for name, section in sections.items():
        contents[name] = [at, len(section)]
        padded = section + b"\0" * (-len(section) % ALIGNMENT)
        parts.append(padded)
        at += len(padded)
    head = MAGIC + json.dumps(contents).encode() + b"\n"
    head += b"\n" * (-len(head) % ALIGNMENT)
    return head + b"".join(parts)


def lines(table: Mapping[str, str]) -> bytes:
    return "\n".join(key + others for key, others in sorted(table.items())).encode()


class LanguageModel:
    """A model file mapped into memory; logarithms are decimal and negated, so that less is likelier.

    Raises OSError when there is no such file, ValueError when it is no model.
    """

    def __init__(self, path: Path = FILE) -> None:
        with path.open("rb") as file:
            whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            if file.read(len(MAGIC)) != MAGIC:
                raise ValueError(f"{path} is no language model")
            contents = json.loads(file.readline())
            start = file.tell() + -file.tell() % ALIGNMENT
        parts = {name: whole[start + at : start + at + size] for name, (at, size) in contents.items()}
        self._words = Packed(parts["words"].cast("I"))
        self._weights = parts["weights"]
        self._pairs = Packed(parts["pairs"].cast("I"))
        self._attested = Packed(parts["attested"].cast("I"))
        self._by_sound = Buckets(parts["bounds"].cast("I"), parts["texts"])
        self._sounds = {line[0]: line[1:] for line in str(parts["sounds"], "utf-8").split("\n")}
        self._lookalikes = {line[0]: line[1:] for line in str(parts["lookalikes"], "utf-8").split("\n")}
        self.cost = lru_cache(1 << 15)(self._cost)
        self.word = lru_cache(1 << 15)(self._word)

    def _word(self, word: str) -> tuple[float, float] | None:
        """How improbable the word is, and what is added for one that was never seen after it; None for no word."""
        at = self._words.place(word)
        if at < 0:
            return None
        return (self._words.value(at) / STEPS, self._weights[at] / STEPS)

    def _cost(self, before: str, word: str) -> float:
        """How improbable the word is after the other."""
        seen = self._pairs.get(before + PAIR + word)
        if seen >= 0:
            return seen / STEPS
        own, previous = self.word(word), self.word(before)
        return (own[0] if own else UNKNOWN) + (previous[1] if previous else 0.0)

    def attested(self, text: str) -> bool:
        """Whether official text writes these two to four characters again and again though they are no word."""
        return self._attested.place(text) >= 0

    def sounds(self, character: str) -> str:
        """The blurred sounds of a character, one character each."""
        return self._sounds.get(character, "")

    def lookalikes(self, character: str) -> str:
        return self._lookalikes.get(character, "")

    def words_of_sound(self, sound: str) -> list[str]:
        """Words spoken so, and perhaps others."""
        return self._by_sound.get(sound)


@cache
def language_model() -> LanguageModel:
    """The model that comes with the program, opened once."""
    return LanguageModel()
