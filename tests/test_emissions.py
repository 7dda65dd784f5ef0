"""jieba's table of characters at the edges of words, as it is kept."""

from pathlib import Path

import jieba
import pytest

from speechlint.emissions import STATES, emissions_in, installed_emissions

FILE = Path(jieba.__file__).with_name("finalseg") / "prob_emit.py"


def test_every_likelihood_is_kept_to_the_last_digit() -> None:
    kept = emissions_in(FILE)
    read = {
        (state, character): float(likely)
        for character, row in kept.items()
        for state, likely in zip(STATES, row.split(" "), strict=True)
        if likely
    }
    assert read == {(state, c): likely for state in STATES for c, likely in jieba.finalseg.emit_P[state].items()}
    assert installed_emissions() == kept


def test_without_jieba_there_is_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("speechlint.dictionary.PathFinder.find_spec", lambda _: None)
    assert installed_emissions() is None
