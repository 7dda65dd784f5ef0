"""A corrector of the user's, named on the command line or in a configuration: who hears with it, and since when."""

import sys
from pathlib import Path

import pytest
from spelling.tiny_corrector import save_corrector

from speechlint.config.workspace import Request, Workspace
from speechlint.messages import Problem
from speechlint.selection import Choice
from speechlint.session import Settings

EAR = "typo/improbable-word"
MEANT = {"利": ("力", 0.95)}


@pytest.fixture
def model(tmp_path: Path) -> Path:
    folder = tmp_path / "models"
    folder.mkdir()
    return save_corrector(folder, MEANT)


def settings(folder: Path, config: str, request: Request) -> Settings:
    (folder / "speechlint.toml").write_text(config, encoding="utf-8")
    return Workspace(request).for_path(folder / "draft.txt")


def heard_with(found: Settings) -> list[object]:
    return [rule.options.get("corrector") for rule in found.rules if rule.id == EAR]


@pytest.mark.parametrize(
    ("config", "choice", "hears"),
    [
        ("", Choice(), True),
        ('select = ["date"]', Choice(), True),
        (f'ignore = ["{EAR}"]', Choice(), True),
        # Who says so on the same command line does not want it.
        ("", Choice(select=("date",)), False),
        ("", Choice(select=("typo",)), True),
        ("", Choice(ignore=(EAR,)), False),
        ('per-file-ignores."*.txt" = ["typo/improbable-word"]', Choice(), False),
    ],
)
def test_one_of_the_command_line(tmp_path: Path, model: Path, config: str, choice: Choice, hears: bool) -> None:
    found = settings(tmp_path, config, Request(choice, corrector=model))
    assert heard_with(found) == [str(model)] * hears


@pytest.mark.parametrize(
    ("config", "choice", "hears"),
    [
        ("", Choice(), True),
        # Set beside a selection that leaves it out.
        ('select = ["date"]', Choice(), False),
        (f'ignore = ["{EAR}"]', Choice(), False),
        ("", Choice(select=("date",)), False),
    ],
)
def test_one_of_a_configuration(tmp_path: Path, model: Path, config: str, choice: Choice, hears: bool) -> None:
    found = settings(tmp_path, f'corrector = "models/model.onnx"\n{config}', Request(choice))
    assert heard_with(found) == [str(model)] * hears


def test_without_one_the_rule_has_none_and_is_off(tmp_path: Path) -> None:
    assert heard_with(settings(tmp_path, "", Request())) == []
    assert heard_with(settings(tmp_path, "", Request(Choice(extend_select=(EAR,))))) == [None]


def test_findings_kept_hold_until_the_model_or_its_vocabulary_changes(tmp_path: Path, model: Path) -> None:
    def key() -> str:
        cache = settings(tmp_path, "", Request(cache=tmp_path / "cache", corrector=model)).cache
        assert cache is not None
        return cache.settings_key

    first = key()
    assert key() == first
    for file in (model, model.with_name("vocab.txt")):
        file.write_bytes(file.read_bytes() + b"\n")
        assert key() != first
        first = key()


@pytest.mark.parametrize(("missing", "key"), [("model.onnx", "no-such-path"), ("vocab.txt", "corrector-no-tokenizer")])
def test_what_is_not_there_is_said_before_any_draft_is_read(
    tmp_path: Path, model: Path, missing: str, key: str
) -> None:
    model.with_name(missing).unlink()
    with pytest.raises(Problem) as caught:
        settings(tmp_path, "", Request(corrector=model))
    assert (caught.value.key, caught.value.fields["at"]) == (key, model)


def test_without_the_extra_it_is_said_how_to_install_it(
    tmp_path: Path, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(Problem, match=r"speechlint\[onnx\]"):
        settings(tmp_path, "", Request(corrector=model))
