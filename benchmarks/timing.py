"""Commands run in turns, and what each took: seconds and processor seconds, and on Linux memory. Not for Windows."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median

SUCCESS = (0, 1)
SAMPLING_SECONDS = 0.01


@dataclass(frozen=True, slots=True)
class Command:
    """A command line and where it runs.

    `last` are its closing arguments, those of the first round, the second and so on, over again. `one_core` pins it.
    """

    name: str
    argv: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str]
    last: tuple[tuple[str, ...], ...] = ((),)
    one_core: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds, and seconds of processor of all its processes."""

    seconds: float
    processor: float
    finished: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """Every run of a command; one that had to be stopped stands alone."""

    runs: tuple[Run, ...]

    @property
    def finished(self) -> bool:
        return all(run.finished for run in self.runs)

    @property
    def seconds(self) -> float:
        return median(run.seconds for run in self.runs)

    @property
    def processor(self) -> float:
        return median(run.processor for run in self.runs)


class CommandFailed(Exception):
    """A command that ended otherwise than a linter does, so that its time means nothing."""


def in_turns(commands: Sequence[Command], rounds: int, limit: float, *, warm_up: bool = True) -> dict[str, Outcome]:
    """Run all commands `rounds` times in turns, after a round that does not count; raises CommandFailed.

    A command that takes more than `limit` seconds is stopped and not run again.
    """
    runs: dict[str, list[Run]] = {command.name: [] for command in commands}
    endings = {command.name: cycle(command.last) for command in commands}
    for number in range(0 if warm_up else 1, rounds + 1):
        for command in commands:
            before = runs[command.name]
            if before and not before[-1].finished:
                continue
            run = timed(command, next(endings[command.name]), limit)
            if not run.finished:
                before[:] = [run]
            elif number:
                before.append(run)
    return {name: Outcome(tuple(of_command)) for name, of_command in runs.items()}


def timed(command: Command, last: Sequence[str], limit: float) -> Run:
    """Run a command; raises CommandFailed when it ends otherwise than a linter does."""
    begin = time.perf_counter()
    process = started(command, last)
    stopped = threading.Event()
    timer = threading.Timer(limit, stop, (process.pid, stopped))
    timer.start()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in SUCCESS and not stopped.is_set():
        raise CommandFailed(f"{command.name}: exit code {process.returncode}")
    return Run(seconds, used.ru_utime + used.ru_stime, not stopped.is_set())


def started(command: Command, last: Sequence[str]) -> subprocess.Popen[bytes]:
    """A command running in a session of its own, its output thrown away."""
    return subprocess.Popen(
        [*command.argv, *last],
        cwd=command.folder,
        env=command.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=pinning() if command.one_core else None,
    )


def pinning() -> Callable[[], None] | None:
    """What keeps a process on the last core there is, where that can be done."""
    if sys.platform != "linux":
        return None
    return partial(os.sched_setaffinity, 0, {max(os.sched_getaffinity(0))})


def stop(pid: int, stopped: threading.Event) -> None:
    with contextlib.suppress(ProcessLookupError):
        stopped.set()
        os.killpg(pid, signal.SIGKILL)


@dataclass(frozen=True, slots=True)
class Memory:
    """The most bytes that the largest process held, and that all held at once, memory they share counted once."""

    largest: int = 0
    together: int = 0


def most_memory(command: Command) -> Memory:
    """Look at a running command's processes in /proc; raises CommandFailed.

    The kernel's account after the end would count what this process held before the command took its place.
    """
    process = started(command, command.last[0])
    most = Memory()
    while process.poll() is None:
        pids = list(family(process.pid))
        largest = max(kibibytes(pid, "status", "VmHWM:") for pid in pids)
        together = sum(kibibytes(pid, "smaps_rollup", "Pss:") for pid in pids)
        most = Memory(max(most.largest, largest * 1024), max(most.together, together * 1024))
        time.sleep(SAMPLING_SECONDS)
    if process.returncode not in SUCCESS:
        raise CommandFailed(f"{command.name}: exit code {process.returncode}")
    return most


def family(pid: int) -> Iterator[int]:
    """A process and all that it started."""
    yield pid
    with contextlib.suppress(OSError):
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split():
            yield from family(int(child))


def kibibytes(pid: int, file: str, key: str) -> int:
    """A figure of a process; 0 for one that has just ended."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/{file}").read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith(key):
                return int(line.split()[1])
    return 0
