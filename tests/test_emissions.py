"""jieba's table of characters at the edges of words, looked up in its file."""

from pathlib import Path

import jieba
import pytest

from speechlint.emissions import NEVER, STATES, Emissions, installed_emissions

COUNTED = jieba.finalseg.emit_P


def test_every_likelihood_is_found_to_the_last_digit() -> None:
    installed = installed_emissions()
    assert installed
    characters = set().union(*COUNTED.values())
    assert {c: installed.of(c) for c in characters} == {
        c: tuple(COUNTED[state].get(c, NEVER) for state in STATES) for c in characters
    }


@pytest.mark.parametrize("character", ["a", "é", "。", "\u3400", "\u9fff", "\uffff", "🙂"])
def test_a_character_never_counted_stands_nowhere(character: str) -> None:
    installed = installed_emissions()
    assert installed
    assert installed.of(character) == tuple(COUNTED[state].get(character, NEVER) for state in STATES)


@pytest.mark.parametrize("content", ["", "P={}\n", "P={'B': {'\\\\u4e00': -3.6}}\n"])
def test_a_file_of_another_form_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "prob_emit.py").write_text(content, encoding="utf-8")
    with pytest.raises(ValueError):  # noqa: PT011
        Emissions(tmp_path / "prob_emit.py")


def test_without_jieba_there_is_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("speechlint.dictionary.PathFinder.find_spec", lambda _: None)
    assert installed_emissions() is None
