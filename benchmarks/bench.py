"""Where scenarios run: texts made when first asked for, commands that read them, how often they run and how long."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from benchmarks.corpus import Files, Sizes, texts, words
from benchmarks.peers import Peer
from benchmarks.timing import Command, Outcome, in_turns

ROOT = Path(__file__).parent.parent
BARE = (sys.executable, "-c", "pass")
SPEECHLINT = (sys.executable, "-m", "speechlint")
CHECK = (*SPEECHLINT, "check")
# What only the makers of a program set: it would be compiled anew each time, or keep its caches elsewhere.
NOT_FOR_USERS = {"PYTHONDONTWRITEBYTECODE", "SPEECHLINT_CACHE_DIR"}
# Of what takes minutes, this many rounds are enough.
FEW = 3


@dataclass(frozen=True)
class Bench:
    """A folder to work in, an empty one for caches, the peers there are, how often and how long a command may run."""

    folder: Path
    caches: Path
    peers: Sequence[Peer]
    rounds: int
    limit: float
    sizes: Sizes = field(default_factory=Sizes)

    @cached_property
    def environment(self) -> Mapping[str, str]:
        """This program and no other, told from where it stands, with caches of its own.

        An installed program's modules are compiled once, so they are here too, whatever this environment says of that.
        """
        caches = {"XDG_CACHE_HOME": str(self.caches), "PYTHONPYCACHEPREFIX": str(self.caches / "modules")}
        inherited = {name: value for name, value in os.environ.items() if name not in NOT_FOR_USERS}
        return inherited | caches | {"PYTHONPATH": str(ROOT)}

    @cached_property
    def nothing(self) -> Files:
        return texts(self.folder / "nothing", 1, 1)

    @cached_property
    def singles(self) -> Files:
        """A draft for each round, so that none is known from the round before."""
        return texts(self.folder / "singles", self.rounds + 1, self.sizes.single)

    @cached_property
    def word_files(self) -> Files:
        return words(self.folder / "words", self.singles)

    @cached_property
    def archive(self) -> Files:
        return texts(self.folder / "archive", self.sizes.drafts, self.sizes.draft)

    @cached_property
    def several(self) -> Files:
        return texts(self.folder / "several", self.sizes.drafts // 5, self.sizes.draft)

    def command(self, name: str, argv: tuple[str, ...], files: Files, *, one_core: bool = False) -> Command:
        """A command whose arguments name all the files."""
        alone = {"RAYON_NUM_THREADS": "1"} if one_core else {}
        return Command(name, argv, files.folder, {**self.environment, **alone}, one_core=one_core)

    def one_by_one(self, name: str, argv: tuple[str, ...], files: Files, ending: str = ".txt") -> Command:
        """A command that is given another of the files each round."""
        last = tuple((file.replace(".txt", ending),) for file in files.names)
        return Command(name, argv, files.folder, self.environment, last)

    def outcomes(self, commands: Sequence[Command]) -> dict[str, Outcome]:
        return in_turns(commands, self.rounds, self.limit)

    def long_outcomes(self, commands: Sequence[Command]) -> dict[str, Outcome]:
        """Outcomes of commands that run so long that warming up is lost in it."""
        return in_turns(commands, min(self.rounds, FEW), self.limit, warm_up=False)
