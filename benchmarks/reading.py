"""How fast a Word draft is read, against python-docx opening it and walking its paragraphs.

A draft of 28 pages is made in memory (190 paragraphs, 2,600 runs, 37,000 characters); both readers take turns and the
medians are compared: `python benchmarks/reading.py [ROUNDS]`.
"""

from __future__ import annotations

import io
import random
import sys
import time
from collections.abc import Callable
from statistics import median

import docx

from speechlint.readers.word import read_word

PARAGRAPHS, RUNS, CHARACTERS = 190, 2_600, 37_000


def draft() -> bytes:
    """A file with python-docx's own styles, its runs formatted as a word processor leaves them."""
    chance = random.Random(1)
    document = docx.Document()
    for number in range(PARAGRAPHS):
        paragraph = document.add_paragraph()
        for _ in range(RUNS // PARAGRAPHS + (number < RUNS % PARAGRAPHS)):
            run = paragraph.add_run(
                "".join(chance.choices("全面推进乡村振兴，抓好各项工作落实。", k=CHARACTERS // RUNS))
            )
            run.bold = chance.random() < 0.1
            run.font.name = "仿宋"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def by_python_docx(data: bytes) -> int:
    return sum(len(paragraph.text) for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def by_speechlint(data: bytes) -> int:
    return len(read_word("draft.docx", data).text)


def seconds(reader: Callable[[bytes], int], data: bytes) -> float:
    begin = time.perf_counter()
    reader(data)
    return time.perf_counter() - begin


def medians(rounds: int) -> tuple[float, float]:
    """Seconds that python-docx and speechlint take."""
    data = draft()
    times = [(seconds(by_python_docx, data), seconds(by_speechlint, data)) for _ in range(rounds)]
    theirs, ours = (median(column) for column in zip(*times, strict=True))
    return theirs, ours


def main(rounds: int) -> None:
    theirs, ours = medians(rounds)
    print(f"python-docx {theirs * 1000:.1f} ms, speechlint {ours * 1000:.1f} ms: {theirs / ours:.1f} times as fast")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
