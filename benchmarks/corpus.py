"""The text the benchmarks run on: drafts put together from the fixtures' own words, the same on every machine.

A draft has a title, a salutation, headings of two levels counted rightly and paragraphs. Its sentences join clauses of
fixtures/clean, so that megabytes can be made without saying a sentence twice; one in fifty is a sentence of
fixtures/drafts as it stands, faults and all. The corpus changes when a fixture does, so only runs of one revision
compare.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from borax.numbers import ChineseNumbers

FIXTURES = Path(__file__).parent.parent / "fixtures"
SENTENCE = re.compile(r"[^。！？\n]+[。！？]")
# Headings and items of lists are counted anew, and a clause must not take half a pair of anything with it.
NUMBERED = re.compile(
    r"\s*(?:[第（(]?[\d一二三四五六七八九十]+[）)、.．章条]|[一二三四五六七八九十](?:个?是|要)|[#*>|-]|(?:另)?一方面|其[一二三四次])"
)
PAIRED = re.compile("[“”‘’（）()《》：:]")
FAULTY_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is built; sizes of drafts in bytes of UTF-8."""

    drafts: int = 1_000
    draft: int = 20_000
    single: int = 27_000
    half: int = 500_000
    whole: int = 5_000_000

    @property
    def files(self) -> dict[str, int]:
        """The single files of which one is ten times the other."""
        return {"half": self.half, "whole": self.whole}


@dataclass(frozen=True, slots=True)
class Files:
    """Drafts of one folder, by name, and their size in bytes; `pattern` names them all."""

    folder: Path
    names: tuple[str, ...]
    size: int
    pattern: str

    @property
    def megabytes(self) -> float:
        return self.size / 1e6

    @property
    def characters(self) -> int:
        return sum(len((self.folder / name).read_text(encoding="utf-8")) for name in self.names)

    def first(self, count: int) -> Files:
        """Some of them; what takes a pattern cannot be given these."""
        names = self.names[:count]
        return Files(self.folder, names, sum((self.folder / name).stat().st_size for name in names), "")


@cache
def pool() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Clauses that open a sentence, those that go on, and sentences with faults."""
    clauses = [re.split("[，；]", sentence[:-1]) for sentence in sentences(FIXTURES / "clean")]
    opening = [first for first, *_ in clauses if usable(first)]
    further = [clause for _, *rest in clauses for clause in rest if usable(clause)]
    return tuple(opening), tuple(further), tuple(sentences(FIXTURES / "drafts"))


def usable(clause: str) -> bool:
    return bool(clause) and not PAIRED.search(clause) and not NUMBERED.match(clause)


def sentences(folder: Path) -> Iterator[str]:
    for path in sorted([*folder.glob("*.txt"), *folder.glob("*.md")]):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not NUMBERED.match(line):
                yield from (sentence.strip() for sentence in SENTENCE.findall(line))


def sentence(chance: random.Random) -> str:
    opening, further, faulty = pool()
    if chance.random() < FAULTY_SHARE:
        return chance.choice(faulty)
    return "，".join([chance.choice(opening), *chance.choices(further, k=chance.randint(1, 4))]) + "。"


def paragraphs(chance: random.Random) -> Iterator[str]:
    """A draft without end."""
    _, headings, _ = pool()
    yield "在全县重点工作推进会上的讲话"
    yield "同志们："
    section = 0
    while section := section + 1:
        yield f"{ChineseNumbers.order_number(section)}、{chance.choice(headings)}"
        for item in range(1, chance.randint(3, 5)):
            yield f"（{ChineseNumbers.order_number(item)}）{chance.choice(headings)}"
            for _ in range(chance.randint(1, 4)):
                yield "　　" + "".join(sentence(chance) for _ in range(chance.randint(2, 5)))


def draft(size: int, seed: str) -> list[str]:
    """The fewest paragraphs that take `size` bytes of UTF-8, each followed by an empty line."""
    wanted, length = [], 0
    for paragraph in paragraphs(random.Random(seed)):
        wanted.append(paragraph)
        length += len(paragraph.encode()) + 2
        if length >= size:
            break
    return wanted


def texts(folder: Path, count: int, size: int) -> Files:
    """Write drafts of at least `size` bytes, as .txt and the same as .md; Files names the .txt."""
    folder.mkdir(parents=True, exist_ok=True)
    names, total = [], 0
    for number in range(count):
        data = "".join(f"{paragraph}\n\n" for paragraph in draft(size, f"{folder.name} {number}")).encode()
        (folder / f"{number:04}.txt").write_bytes(data)
        (folder / f"{number:04}.md").write_bytes(data)
        names.append(f"{number:04}.txt")
        total += len(data)
    return Files(folder, tuple(names), total, "*.txt")


def words(folder: Path, like: Files) -> Files:
    """Write the drafts of `like` as Word files; `size` is that of their text."""
    import docx

    folder.mkdir(parents=True, exist_ok=True)
    names = []
    for name in like.names:
        document = docx.Document()
        for paragraph in (like.folder / name).read_text(encoding="utf-8").split("\n\n"):
            document.add_paragraph(paragraph)
        names.append(f"{Path(name).stem}.docx")
        document.save(str(folder / names[-1]))
    return Files(folder, tuple(names), like.size, "*.docx")
