"""What the pages and READMEs show is what happens: commands are run, settings and rules are loaded.

A block with a title is a file; a `console` block is typed at a terminal in a folder of the page's own, line by line.
`pytest --update-golden` writes what is seen back into the page.
"""

import difflib
import json
import os
import re
import shutil
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import docx
import jsonschema
import pytest
import yaml
from terminals import shown

from speechlint.cli import COMMANDS, cli
from speechlint.schemas import config_schema

ROOT = Path(__file__).parent.parent
WRITTEN = [
    ROOT / "README.md",
    ROOT / "README.zh-CN.md",
    *sorted(p for p in (ROOT / "docs").rglob("*.md") if "rules" not in p.relative_to(ROOT / "docs").parts[:-1]),
]
BLOCK = re.compile(
    r"^(?P<pad> *)```(?P<language>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<body>.*?)^ *```$", re.MULTILINE | re.DOTALL
)
SHOWN = [path for path in WRITTEN if "```console" in path.read_text(encoding="utf-8")]
# What a tool of the reader's own would hold.
OTHERS_FILES = (".pre-commit-config.yaml", "speechlint.yml", ".gitlab-ci.yml", "settings.json")


@dataclass(frozen=True)
class Block:
    """One fenced block of a page, its indent taken away."""

    page: Path
    language: str
    title: str
    body: str
    span: tuple[int, int]


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text(encoding="utf-8")
    for found in BLOCK.finditer(text):
        pad = len(found["pad"])
        body = "".join(line[pad:] if line.strip() else line for line in found["body"].splitlines(keepends=True))
        yield Block(page, found["language"], found["title"] or "", body, found.span("body"))


def name(value: object) -> str:
    return str(value.relative_to(ROOT)) if isinstance(value, Path) else ""


@pytest.fixture
def terminal(tmp_path: Path) -> dict[str, str]:
    """An environment in which `speechlint` and `python` are those under test and a terminal is 80 cells wide."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for program, command in (("speechlint", "-m speechlint"), ("python", "")):
        (programs / program).write_text(f'#!/bin/sh\nexec "{sys.executable}" {command} "$@"\n', encoding="utf-8")
        (programs / program).chmod(0o755)
    env = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    env |= {"TERM": "dumb", "COLUMNS": "80", "LC_ALL": "C.UTF-8", "GIT_CONFIG_GLOBAL": os.devnull}
    env.pop("GITHUB_STEP_SUMMARY", None)
    return env


def typed(command: str, folder: Path, env: dict[str, str]) -> str:
    """What a terminal shows after a command."""
    seen, code = shown(["sh", "-c", command], folder, env)
    assert code in (0, 1, 2), command
    return seen.replace("\r\n", "\n")


def put(folder: Path, block: Block) -> None:
    file = folder / block.title
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.suffix == ".docx":
        document = docx.Document()
        for line in block.body.splitlines():
            document.add_paragraph(line)
        document.core_properties.author = document.core_properties.last_modified_by = "office"
        document.save(str(file))
    else:
        file.write_text(block.body, encoding="utf-8")


def replayed(block: Block, folder: Path, env: dict[str, str]) -> str:
    """The block as it is when its commands are typed anew."""
    commands = [line[2:] for line in block.body.splitlines() if line.startswith("$ ")]
    seen = "".join(f"$ {command}\n{typed(command, folder, env)}" for command in commands)
    return seen.replace(str(folder), "/稿件")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32" or not shutil.which("git"), reason="needs a Unix terminal and git")
@pytest.mark.parametrize("page", SHOWN, ids=name)
def test_what_a_page_shows_of_a_terminal_is_what_a_terminal_shows(
    page: Path, tmp_path: Path, terminal: dict[str, str], update_golden: bool
) -> None:
    folder = tmp_path / "office"
    folder.mkdir()
    text, shift = page.read_text(encoding="utf-8"), 0
    for block in blocks(page):
        if block.title and Path(block.title).name not in OTHERS_FILES:
            put(folder, block)
        if block.language == "console":
            seen = replayed(block, folder, terminal)
            if update_golden:
                start, end = block.span[0] + shift, block.span[1] + shift
                text = text[:start] + seen + text[end:]
                shift += len(seen) - (end - start)
            else:
                assert seen == block.body, "\n".join(
                    difflib.unified_diff(block.body.splitlines(), seen.splitlines(), "page", "terminal", lineterm="")
                )
    if update_golden:
        page.write_text(text, encoding="utf-8")


def command_lines() -> Iterator[tuple[Path, str]]:
    for page in WRITTEN:
        for block in blocks(page):
            if block.language in ("sh", "bash", "powershell"):
                yield from ((page, line) for line in block.body.splitlines() if line.startswith("speechlint"))


@pytest.mark.parametrize(("page", "line"), list(command_lines()), ids=name)
def test_every_command_written_is_understood(page: Path, line: str) -> None:
    _, *words = line.partition(" # ")[0].partition("<")[0].split()
    command: click.Command = cli
    context = click.Context(cli)
    while words and words[0] in (getattr(command, "commands", None) or COMMANDS):
        found = command.get_command(context, words.pop(0))  # type: ignore[attr-defined]
        assert found is not None
        command = found
    if command is cli:
        command = cli.get_command(context, "check") or cli  # type: ignore[attr-defined]
    command.make_context("speechlint", words, resilient_parsing=False)


@pytest.mark.parametrize("page", WRITTEN, ids=name)
def test_settings_workflows_and_hooks_on_a_page_are_valid(page: Path) -> None:
    hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    for block in blocks(page):
        if block.language == "toml":
            jsonschema.Draft202012Validator(config_schema()).validate(tomllib.loads(block.body))
        if block.language == "json":
            json.loads(block.body)
        if block.title == ".pre-commit-config.yaml":
            (repository,) = yaml.safe_load(block.body)["repos"]
            assert {hook["id"] for hook in repository["hooks"]} <= hooks
        if block.title.endswith("speechlint.yml"):
            steps = yaml.safe_load(block.body)["jobs"]["speechlint"]["steps"]
            assert set(steps[-1]["with"]) <= set(inputs)
