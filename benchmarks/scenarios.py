"""What is measured: a scenario takes a bench and gives a table; SCENARIOS lists them in the order of the page."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from benchmarks.bench import BARE, CHECK, SPEECHLINT, Bench
from benchmarks.corpus import Files, texts
from benchmarks.peers import Peer
from benchmarks.tables import Table, mebibytes, milliseconds, times
from benchmarks.timing import Command, Outcome, most_memory


def start_up(bench: Bench) -> Table:
    """How soon the version is said."""
    commands = [
        bench.command("bare Python", BARE, bench.nothing),
        bench.command("speechlint --version", (*SPEECHLINT, "--version"), bench.nothing),
    ]
    return against_bare(bench, commands, {"speechlint --version": "≤ 3×"}, "`python -c pass` is the measure.")


def one_text(bench: Bench) -> Table:
    return one_draft(bench, bench.singles, "≤ 8×", bench.peers)


def one_word(bench: Bench) -> Table:
    return one_draft(bench, bench.word_files, "≤ 10×")


def one_draft(bench: Bench, files: Files, wanted: str, peers: Sequence[Peer] = ()) -> Table:
    unseen = "speechlint, a draft not seen before"
    commands = [
        bench.command("bare Python", BARE, files),
        bench.one_by_one(unseen, CHECK, files),
        bench.one_by_one("speechlint, the draft unchanged", CHECK, files.first(1)),
        *(bench.one_by_one(peer.name, peer.argv, files, peer.ending) for peer in peers),
    ]
    return against_bare(bench, commands, {unseen: wanted}, ONE_FILE)


ONE_FILE = (
    "Every rule that is on by default. A run to warm up comes first, so rules are compiled and cached; "
    "a draft not seen before is another one each round."
)


def against_bare(bench: Bench, commands: Sequence[Command], wanted: Mapping[str, str], note: str) -> Table:
    outcomes = bench.outcomes(commands)
    bare = outcomes["bare Python"]
    table = Table(("Command", "ms", "CPU ms", "× bare Python", "× by CPU", "wanted"), note)
    for name, outcome in outcomes.items():
        ratios = times(outcome.seconds / bare.seconds), times(outcome.processor / bare.processor)
        table.add(name, duration(outcome), milliseconds(outcome.processor), *ratios, wanted.get(name, ""))
    return table


def duration(outcome: Outcome) -> str:
    return ("" if outcome.finished else "stopped at ") + milliseconds(outcome.seconds)


def many_drafts(bench: Bench) -> Table:
    """Two hundred drafts: every tool as it comes, and every tool kept to one thread on one core."""
    files = bench.several
    new, unchanged = Peer("speechlint", (*CHECK, "--no-cache"), ONE_JOB), Peer(UNCHANGED, CHECK, ONE_JOB)
    tools = [new, unchanged, *bench.peers]
    outcomes = bench.long_outcomes([command for tool in tools for command in both_ways(bench, tool, files)])
    table = Table(("Tool", *SPEEDS, "speechlint is by CPU", "drafts unchanged", "wanted"), MANY)
    ours = [outcomes[ALONE + tool.name].processor for tool in (new, unchanged)]
    for tool in tools:
        free, alone = outcomes[tool.name], outcomes[ALONE + tool.name]
        rates = rate(files, free), rate(files, alone), f"{files.megabytes / alone.processor:.2f}"
        faster = [times(alone.processor / our) for our in ours]
        table.add(f"{tool.name} {tool.version}".strip(), *rates, *faster, WANTED_SPEED.get(tool.name, ""))
    return table


def both_ways(bench: Bench, tool: Peer, files: Files) -> Iterator[Command]:
    """A tool as it comes, and alone on one core."""
    named = tool.arguments(files)
    yield bench.command(tool.name, (*tool.argv, *named), files)
    yield bench.command(ALONE + tool.name, (*tool.argv, *tool.one_core, *named), files, one_core=True)


def rate(files: Files, outcome: Outcome) -> str:
    return ("" if outcome.finished else "below ") + f"{files.megabytes / outcome.seconds:.2f}"


ALONE = "alone: "
UNCHANGED = "speechlint, drafts unchanged"
ONE_JOB = ("--jobs", "1")
SPEEDS = ("MB/s", "MB/s on one core", "MB per CPU s on one core")
WANTED_SPEED = {"AutoCorrect CLI (diff)": "≥ 2×", "AutoCorrect CLI (json)": "≥ 2×", "zhlint": "≥ 10×"}
MANY = (
    "Whole processes, nothing kept between runs but where drafts are said to be unchanged: speechlint tells again "
    "there what it found in them. Every tool lints and mends nothing, and all say what they find; lint-md reads "
    "Markdown alone and is given the same text so named, zhlint one pattern for all files."
)


def processes(bench: Bench) -> Table:
    """Two processes against one on a thousand drafts."""
    files = bench.archive
    argv = {jobs: (*CHECK, "--no-cache", "--jobs", str(jobs), *files.names) for jobs in (1, 2)}
    outcomes = bench.long_outcomes([bench.command(str(jobs), argv[jobs], files) for jobs in argv])
    table = Table(
        ("--jobs", "s", "CPU s", "MB/s", "× one process", "wanted"),
        "As fast as two cores can be only when nothing else runs on them.",
    )
    for name, outcome in outcomes.items():
        ratio = times(outcomes["1"].seconds / outcome.seconds)
        wanted = "≥ 1.8×" if name == "2" else ""
        table.add(name, f"{outcome.seconds:.2f}", f"{outcome.processor:.2f}", rate(files, outcome), ratio, wanted)
    return table


def growth(bench: Bench) -> Table:
    """Ten times the text, in one file and in many."""
    half, whole = (texts(bench.folder / name, 1, size) for name, size in bench.sizes.files.items())
    pairs = {"one file": (half, whole), "many files": (bench.archive.first(bench.sizes.drafts // 10), bench.archive)}
    argv = (*CHECK, "--no-cache", "--jobs", "1")
    commands = [bench.command("", (*argv, *bench.nothing.names), bench.nothing)]
    for name, pair in pairs.items():
        commands += [bench.command(f"{name} {of.size}", (*argv, *of.names), of, one_core=True) for of in pair]
    outcomes = bench.long_outcomes(commands)
    table = Table(("Text", "MB", "CPU s", "MB", "CPU s", "×", "× less start-up", "wanted"), GROWTH)
    for name, pair in pairs.items():
        small, large = (outcomes[f"{name} {files.size}"] for files in pair)
        sizes = [f"{files.megabytes:.2f}" for files in pair]
        ratios = [more_for_ten_times(pair, small, large, start) for start in (0, outcomes[""].processor)]
        table.add(name, sizes[0], processor(small), sizes[1], processor(large), *ratios, "≤ 11×")
    return table


def more_for_ten_times(pair: tuple[Files, Files], small: Outcome, large: Outcome, start: float) -> str:
    """How many times as much the larger costs, as if it were just ten times as large."""
    ratio = (large.processor - start) / (small.processor - start)
    return ("" if large.finished else "above ") + times(10 * ratio * pair[0].size / pair[1].size)


def processor(outcome: Outcome) -> str:
    return ("" if outcome.finished else "stopped at ") + f"{outcome.processor:.2f}"


GROWTH = "By seconds of processor, on one core; start-up is what a draft of two lines takes."


def memory(bench: Bench) -> Table:
    """The most memory held: by the largest process, and by all processes together."""
    # Nothing kept by what was measured before.
    bench = replace(bench, caches=bench.caches / "memory")
    check, alone = (*CHECK, "--no-cache"), (*CHECK, "--no-cache", "--jobs", "1")
    runs = {
        "bare Python": (WAIT, bench.nothing.first(0), ""),
        "one .txt, the first run": (check, bench.singles.first(1), "≤ 80"),
        "one .txt, the second run": (check, bench.singles.first(1), "≤ 80"),
        "one .txt": (check, bench.singles.first(1), "≤ 80"),
        "one .docx": (check, bench.word_files.first(1), "≤ 80"),
        "1,000 drafts, --jobs 1": (alone, bench.archive, "≤ 150"),
        "1,000 drafts, --jobs 2": ((*check, "--jobs", "2"), bench.archive, "≤ 150"),
    }
    table = Table(("Text", "largest process, MiB", "all processes, MiB", "wanted"), MEMORY)
    for name, (argv, files, wanted) in runs.items():
        most = most_memory(bench.command(name, (*argv, *files.names), files))
        table.add(name, mebibytes(most.largest), mebibytes(most.together), wanted)
    return table


# Long enough to be looked at.
WAIT = (sys.executable, "-c", "import time; time.sleep(0.1)")
MEMORY = (
    "Processes looked at a hundred times a second; memory that they share is counted once. The first run compiles the "
    "rules, the second makes the rest of what is kept. Linux only."
)


def reading(bench: Bench) -> Table:
    """Reading Word drafts, in this process."""
    from benchmarks.reading import drafts, medians

    table = Table(
        ("Draft", "python-docx, CPU ms", "speechlint, CPU ms", "× speechlint"),
        "Drafts of 28 pages in memory; python-docx opens each and walks paragraphs and cells.",
    )
    for name, data in drafts().items():
        theirs, ours = medians(data, bench.rounds)
        table.add(name, milliseconds(theirs), milliseconds(ours), times(theirs / ours))
    return table


def advisory_ear(bench: Bench) -> Table:
    """Characters a second that typo/improbable-word hears on one core: by itself, and added to the default rules."""
    files = bench.archive.first(bench.sizes.drafts // 20)
    runs = {
        "start-up": (EAR_ALONE, bench.nothing),
        "alone": (EAR_ALONE, files),
        "default rules": ((), files),
        "default rules and this one": (("--extend-select", EAR), files),
    }
    argv = (*CHECK, "--no-cache", "--jobs", "1", "--min-severity", "info")
    commands = [
        bench.command(name, (*argv, *rules, *given.names), given, one_core=True)
        for name, (rules, given) in runs.items()
    ]
    spent = {name: outcome.processor for name, outcome in bench.long_outcomes(commands).items()}
    table = Table(("Run", "characters", "CPU s", "characters per CPU s", "wanted"), EAR_NOTE)
    for name, seconds in {
        "the rule alone, whole process": spent["alone"],
        "the rule alone, less start-up": spent["alone"] - spent["start-up"],
        "added to the default rules": spent["default rules and this one"] - spent["default rules"],
    }.items():
        table.add(name, f"{files.characters:,}", f"{seconds:.2f}", f"{files.characters / seconds:,.0f}", "≥ 10,000")
    return table


EAR = "typo/improbable-word"
EAR_ALONE = ("--select", EAR)
EAR_NOTE = (
    "On one core. Start-up, the opening of its table among it, is what a draft of two lines takes; what it adds is the "
    "difference of two runs."
)

Scenario = Callable[[Bench], Table]
SCENARIOS: dict[str, Scenario] = {
    "Start-up": start_up,
    "One .txt of 27 kB": one_text,
    "One .docx of the same text": one_word,
    "200 drafts of 20 kB": many_drafts,
    "1,000 drafts by two processes": processes,
    "Ten times the text": growth,
    "Peak memory": memory,
    "Reading a .docx": reading,
    "The advisory ear": advisory_ear,
}
