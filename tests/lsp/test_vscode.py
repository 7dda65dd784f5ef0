"""The VS Code extension starts a command that exists, and ships the script it names."""

import json
from pathlib import Path

from speechlint.cli import COMMANDS

EXTENSION = Path(__file__).parents[2] / "editors/vscode"
MANIFEST = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
PROPERTIES = MANIFEST["contributes"]["configuration"]["properties"]


def test_it_starts_the_language_server() -> None:
    program, command = PROPERTIES["speechlint.command"]["default"]
    assert program == "speechlint"
    assert command in COMMANDS


def test_every_setting_and_command_it_declares_is_used() -> None:
    script = (EXTENSION / MANIFEST["main"]).read_text(encoding="utf-8")
    assert all(f'"{name.removeprefix("speechlint.")}"' in script for name in PROPERTIES)
    assert all(f'"{command["command"]}"' in script for command in MANIFEST["contributes"]["commands"])
