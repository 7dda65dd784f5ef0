"""A job's key: the same for the same rules, another when a finding could be another."""

from pathlib import Path

import pytest

pytest.importorskip("fsspec")

from corpus.runs import REQUEST

from speechlint.config.workspace import Request
from speechlint.corpus.job import key_of, settings_of
from speechlint.model import Severity
from speechlint.selection import Choice
from speechlint.session import Settings

CONFIG = '[rules."typo/misspelling".options]\ntable = "mine.tsv"\n'


@pytest.fixture(scope="module")
def settings() -> Settings:
    return settings_of(REQUEST)


def test_the_same_settings_have_the_same_key(settings: Settings) -> None:
    assert key_of(settings_of(REQUEST)) == key_of(settings)


@pytest.mark.parametrize(
    "changes",
    [
        {"language": "en"},
        {"min_severity": Severity.INFO},
        {"encoding": "gbk"},
        {"words": frozenset({"避署"})},
        {"rules": ()},
    ],
)
def test_other_settings_have_another(settings: Settings, changes: dict[str, object]) -> None:
    assert key_of(settings._replace(**changes)) != key_of(settings)  # type: ignore[arg-type]


def test_a_table_of_the_configuration_counts_by_what_it_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "speechlint.toml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    keys = []
    for row in ("避署\t避暑", "避署\t避暑", "胜弟\t胜地"):
        (tmp_path / "mine.tsv").write_text(f"wrong\tright\n{row}\n", encoding="utf-8")
        keys.append(key_of(settings_of(Request(Choice(select=("typo/misspelling",))))))
    assert keys[0] == keys[1] != keys[2]
