"""Every real Word file at hand is read, or says in one sentence why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechlint.messages import Problem
from speechlint.readers import is_supported, legacy, read

FOLDER = Path(__file__).parents[3] / "shared" / "word"
FILES = sorted(filter(is_supported, FOLDER.iterdir())) if FOLDER.is_dir() else []


@pytest.mark.skipif(not FILES, reason="the shared Word files are not beside the repository")
def test_every_real_file_gives_a_document_or_one_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "find_libreoffice", lambda: None)
    outcomes = {}
    for file in FILES:
        try:
            outcomes[file.name] = read(file).text.strip() != ""
        except Problem as problem:
            outcomes[file.name] = bool(problem.say("zh"))
    assert all(outcomes.values()), outcomes


@pytest.mark.slow
@pytest.mark.skipif(not FILES, reason="the shared Word files are not beside the repository")
@pytest.mark.skipif(not legacy.find_libreoffice(), reason="LibreOffice is not installed")
def test_old_files_read_the_same_through_libreoffice_but_for_their_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most characters of the bare text are in the converted one, in order (labels and text boxes come on top)."""
    file = next(file for file in FILES if file.suffix == ".wps")
    through = read(file)
    monkeypatch.setattr(legacy, "find_libreoffice", lambda: None)
    assert (through.notes, read(file).notes) == ((), ("numbers-unseen",))
    lines = {line.strip() for line in through.text.split("\n")}
    bare = [line.strip() for line in read(file).text.split("\n") if line.strip()]
    assert sum(any(line in whole for whole in lines) for line in bare) > 0.95 * len(bare)
