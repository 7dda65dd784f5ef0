"""`speechlint doctor`: what this installation can and cannot do."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import click

from speechlint import __version__
from speechlint.cli import options
from speechlint.config.nearest import nearest
from speechlint.config.workspace import Request, Workspace
from speechlint.messages import Language, Problem, say
from speechlint.plugins import plugin_folders
from speechlint.readers.libreoffice import find_libreoffice
from speechlint.stored import program_folder

MARKS = {True: "✓", False: "✗", None: "·"}


@dataclass(frozen=True, slots=True)
class Ailment:
    """One thing looked at: `well` is None where nothing is wrong though something is missing."""

    subject: str
    state: str
    well: bool | None


@click.command()
@options.language
def doctor(lang: Language) -> None:
    """检查安装是否完好：Python、组件、LibreOffice、字体、缓存、配置、规则。"""
    seen = [ailment for look in LOOKS for ailment in look(lang)]
    for ailment in seen:
        click.echo(f"{MARKS[ailment.well]} {ailment.subject}: {ailment.state}")
    sys.exit(2 if any(ailment.well is False for ailment in seen) else 0)


def program(language: Language) -> Iterator[Ailment]:
    yield Ailment("speechlint", f"{__version__}  {Path(__file__).parent.parent}", True)
    yield Ailment("Python", f"{platform.python_version()}  {sys.executable}", sys.version_info >= (3, 11))


def components(language: Language) -> Iterator[Ailment]:
    """What the package requires, and what its extras would add."""
    try:
        needed = requires("speechlint") or []
    except PackageNotFoundError:
        needed = []
    for line in sorted(needed):
        name = line.partition(";")[0].strip()
        bare = name.split(">")[0].split("=")[0].split("<")[0].strip()
        extra = line.partition("extra ==")[2].strip(" '\"")
        if extra in ("dev", "docs"):
            continue
        try:
            yield Ailment(bare, version(bare) + (f"  [{extra}]" if extra else ""), True)
        except PackageNotFoundError:
            wanted = say("doctor-missing", language) + (f"  [{extra}]" if extra else "")
            yield Ailment(bare, wanted, None if extra else False)


def office(language: Language) -> Iterator[Ailment]:
    found = find_libreoffice()
    yield Ailment("LibreOffice", found or say("doctor-no-office", language), True if found else None)


def fonts(language: Language) -> Iterator[Ailment]:
    """Whether a browser here can show Chinese, where the system can be asked."""
    if not shutil.which("fc-list"):
        return
    done = subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True, check=False)
    families = sorted({line.partition(",")[0] for line in done.stdout.splitlines() if line})
    state = say("comma", language).join(families[:3]) or say("doctor-no-font", language)
    yield Ailment(say("doctor-fonts", language), state, True if families else None)


def cache(language: Language) -> Iterator[Ailment]:
    folder = program_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
        count = sum(1 for _ in folder.glob("??/*.json"))
        yield Ailment(say("doctor-cache", language), say("doctor-cached", language, path=folder, count=count), True)
    except OSError as error:
        yield Ailment(say("doctor-cache", language), f"{folder}: {error.strerror or error}", False)


def settings(language: Language) -> Iterator[Ailment]:
    """The configuration that holds here, and every folder of rules it brings."""
    here = Path.cwd()
    try:
        file = nearest(here)
        workspace = Workspace(Request())
        rules = workspace.rules(here)
        folders = (*plugin_folders(), *workspace.configured(here).config.rule_folders)
    except Problem as problem:
        yield Ailment(say("doctor-config", language), problem.say(language), False)
        return
    yield Ailment(say("doctor-config", language), str(file or say("no-config", language)), True)
    yield Ailment(say("doctor-rules", language), str(len(rules)), bool(rules))
    for folder in folders:
        count = sum(rule.path.is_relative_to(folder) for rule in rules)
        yield Ailment(say("doctor-rules", language), f"{folder}: {count}", True)


LOOKS: tuple[Callable[[Language], Iterator[Ailment]], ...] = (
    program,
    components,
    office,
    fonts,
    cache,
    settings,
)
