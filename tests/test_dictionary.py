"""jieba's dictionary looked up in its file."""

from pathlib import Path

import jieba
import pytest

from speechlint import dictionary
from speechlint.dictionary import TOTAL, Dictionary, installed_dictionary

LINES = Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8").splitlines()
WORDS = {word: int(frequency) for word, frequency, _ in map(str.split, LINES)}


@pytest.fixture(scope="module")
def installed() -> Dictionary:
    found = installed_dictionary()
    assert found
    return found


def test_the_edition_installed_is_the_one_that_is_known(installed: Dictionary) -> None:
    assert sum(int(line.split()[1]) for line in LINES) == TOTAL


def test_every_word_is_found(installed: Dictionary) -> None:
    pairs = {word[:2] for word in WORDS if len(word) > 1}
    found = {word: frequency for pair in pairs for word, frequency in installed.longer(pair)}
    found |= {word: frequency for word in WORDS if (frequency := installed.frequency(word[0])) and len(word) == 1}
    assert found == WORDS


@pytest.mark.parametrize("pair", ["一㐀", "龥龥", "é一", "、。", "🙂🙂", "\uffff\uffff"])
def test_what_begins_no_word_finds_none(pair: str, installed: Dictionary) -> None:
    assert not installed.longer(pair)
    assert installed.frequency(pair[0]) == WORDS.get(pair[0])


def test_another_edition_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionary, "SIZE", dictionary.SIZE + 1)
    assert installed_dictionary() is None
