"""The other linters: where each is got, and how it is asked to lint, not to mend, and to report as fast as it can."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import Files

# The library has no command; this is the shortest one.
BY_LIBRARY = """
import sys
from pathlib import Path
import autocorrect_py
for path in sys.argv[1:]:
    for line in autocorrect_py.lint_for(Path(path).read_text(encoding="utf-8"), path).lines:
        print(path, line.line, line.col, line.new)
"""
RIGHT = "今天的会议很重要，要抓好落实。\n"
WRONG = "今天的会议很重要,要抓好落实.全力推进5G建设，布署AI应用。\n"
# What a tool says of its own speed may be a few bytes longer the next time.
CHATTER = 16


@dataclass(frozen=True, slots=True)
class Peer:
    """A linter installed and proved to read files.

    `one_core` are the options that keep it to one thread; `by_pattern` says that it reads its first argument alone,
    which may stand for many files.
    """

    name: str
    argv: tuple[str, ...]
    one_core: tuple[str, ...] = ()
    ending: str = ".txt"
    by_pattern: bool = False
    version: str = ""

    def arguments(self, files: Files) -> tuple[str, ...]:
        if self.by_pattern and len(files.names) > 1:
            return (files.pattern,)
        return tuple(name.replace(".txt", self.ending) for name in files.names)


@dataclass(frozen=True, slots=True)
class Package:
    """What an installer is told, and the peers that come with it; `{}` in their commands is its folder of programs."""

    name: str
    peers: tuple[Peer, ...]


PYTHON = (
    Package("autocorrect-py", (Peer("autocorrect-py", ("{}/python", "-c", BY_LIBRARY)),)),
    Package("limae", (Peer("limae", ("{}/limae",)),)),
)
NODE = (
    Package(
        "autocorrect-node",
        (
            Peer("AutoCorrect CLI (diff)", ("{}/autocorrect", "--lint"), ("--threads", "1")),
            Peer("AutoCorrect CLI (json)", ("{}/autocorrect", "--lint", "--format", "json"), ("--threads", "1")),
        ),
    ),
    Package("zhlint", (Peer("zhlint", ("{}/zhlint",), by_pattern=True),)),
    Package("@lint-md/cli", (Peer("lint-md", ("{}/lint-md",), ("--threads", "1"), ending=".md"),)),
)


def installed(folder: Path) -> Iterator[Peer]:
    """Install every peer below `folder`; one that cannot be had or says nothing is left out with a word."""
    yield from proved(python_peers(folder / "python"))
    yield from proved(node_peers(folder / "node"))


def python_peers(folder: Path) -> Iterator[Peer]:
    pip = str(folder / "bin" / "pip")
    if not Path(pip).exists() and not done([sys.executable, "-m", "venv", str(folder)]):
        return left_out(PYTHON, "no virtual environment can be made")
    for package in PYTHON:
        if done([pip, "install", "-q", "--disable-pip-version-check", package.name]):
            told = folder.glob(f"lib/*/site-packages/{package.name.replace('-', '_')}-*.dist-info")
            yield from placed(package, folder / "bin", next(told).stem.rpartition("-")[2])
        else:
            left_out([package], "not to be had from PyPI")
    return None


def node_peers(folder: Path) -> Iterator[Peer]:
    if not (shutil.which("npm") and shutil.which("node")):
        return left_out(NODE, "there is no node and npm")
    folder.mkdir(parents=True, exist_ok=True)
    modules = folder / "node_modules"
    for package in NODE:
        told = modules / package.name / "package.json"
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), package.name]
        if told.exists() or done(command):
            yield from placed(package, modules / ".bin", json.loads(told.read_text(encoding="utf-8"))["version"])
        else:
            left_out([package], "not to be had from npm")
    return None


def placed(package: Package, programs: Path, version: str) -> Iterator[Peer]:
    for peer in package.peers:
        first, *others = peer.argv
        argv = (first.format(programs), *others)
        yield Peer(peer.name, argv, peer.one_core, peer.ending, peer.by_pattern, version)


def done(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def left_out(packages: list[Package] | tuple[Package, ...], reason: str) -> None:
    for package in packages:
        print(f"left out {package.name}: {reason}", file=sys.stderr)


def proved(peers: Iterator[Peer]) -> Iterator[Peer]:
    """Those that say more of faulty drafts than of right ones, and of the last of two as well as of the first."""
    for peer in peers:
        silence = reported(peer, RIGHT, RIGHT) + CHATTER
        if reported(peer, WRONG, RIGHT) > silence < reported(peer, RIGHT, WRONG):
            yield peer
        else:
            print(f"left out {peer.name}: it says nothing of a faulty draft", file=sys.stderr)


def reported(peer: Peer, first: str, second: str) -> int:
    """How many bytes a peer says of two drafts."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, text in enumerate((first, second)):
            (folder / f"{number}{peer.ending}").write_text(text, encoding="utf-8")
        files = Files(folder, ("0.txt", "1.txt"), 0, "*.txt")
        said = subprocess.run([*peer.argv, *peer.arguments(files)], cwd=folder, capture_output=True, check=False)
        return len(said.stdout + said.stderr)
