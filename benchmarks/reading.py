"""How fast a Word draft is read, against python-docx opening it and walking its text.

Both begin with the file's bytes, take turns in one process and are compared by the medians of the processor time each
needs; garbage is collected before every turn, so that neither pays for the other's.

- python-docx: `docx.Document`, then the `text` of every paragraph and of every paragraph of every table cell in the
  body, in reading order. Nothing else is asked of it: no number, header, note, text box or insertion under review.
- speechlint: `read_word`, the whole of what `speechlint check` does to a file before the first rule: the same text,
  and automatic numbers, kinds and levels of paragraphs, headers, footers, notes, text boxes, insertions, comments, with
  a position for each character.

Three drafts of 28 pages and 37,000 characters are made in memory: `plain` is 190 paragraphs of 2,600 formatted runs,
`whole` has headings, long paragraphs, a numbered list, a table, a header and a footer, with the style sheet that
python-docx puts in every file it makes (350 kB, most of it tables' styles); `whole, small styles` is the same draft
without those, as Word and WPS save it. Real files may be named as well: `python benchmarks/reading.py [FILE …]`.
"""

from __future__ import annotations

import gc
import io
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import median

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from speechlint.readers.word import read_word

ROUNDS = 31
PARAGRAPHS, RUNS, CHARACTERS = 190, 2_600, 37_000
LETTERS = "全面推进乡村振兴，抓好各项工作落实。"
CHAPTERS, SECTIONS, LONG_PARAGRAPHS, ITEMS, ROWS, COLUMNS = 6, 3, 5, 5, 10, 4


def plain(chance: random.Random) -> Document:
    """Paragraphs of runs formatted as a word processor leaves them, nothing else."""
    document = docx.Document()
    for number in range(PARAGRAPHS):
        count = RUNS // PARAGRAPHS + (number < RUNS % PARAGRAPHS)
        add_runs(document.add_paragraph(), [CHARACTERS // RUNS] * count, chance)
    return document


def whole(chance: random.Random) -> Document:
    """A draft with all that an ordinary one has; its runs are 2 to 26 characters long."""
    document = docx.Document()
    document.add_paragraph("在全市重点工作推进会上的讲话", style="Title")
    for _ in range(CHAPTERS):
        add_runs(document.add_paragraph(style="Heading 1"), [14], chance)
        for _ in range(SECTIONS):
            add_runs(document.add_paragraph(style="Heading 2"), [6, 8], chance)
            for _ in range(LONG_PARAGRAPHS):
                lengths = [chance.randint(2, 26) for _ in range(chance.randint(20, 34))]
                add_runs(document.add_paragraph(), lengths, chance)
        for _ in range(ITEMS):
            add_runs(document.add_paragraph(style="List Number"), [4, 20, 14], chance)
    table = document.add_table(ROWS, COLUMNS)
    for cell in table._cells:
        add_runs(cell.paragraphs[0], [6], chance)
    section = document.sections[0]
    section.header.paragraphs[0].text = "重点工作推进会材料"
    section.footer.paragraphs[0].text = "内部使用"
    return document


def add_runs(paragraph: Paragraph, lengths: Iterable[int], chance: random.Random) -> None:
    for length in lengths:
        run = paragraph.add_run("".join(chance.choices(LETTERS, k=length)))
        run.bold = chance.random() < 0.1
        run.font.name = "仿宋"
        run.font.size = Pt(16)


def without_table_styles(document: Document) -> Document:
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE:
            style.delete()
    return document


def saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def by_python_docx(data: bytes) -> str:
    return "\n".join(texts(docx.Document(io.BytesIO(data)).iter_inner_content()))


def texts(content: Iterable[Paragraph | Table]) -> Iterator[str]:
    for item in content:
        if isinstance(item, Paragraph):
            yield item.text
        else:
            for row in item.rows:
                for cell in row.cells:
                    yield from texts(cell.iter_inner_content())


def by_speechlint(data: bytes) -> str:
    return read_word("draft.docx", data).text


def seconds(reader: Callable[[bytes], str], data: bytes) -> float:
    gc.collect()
    begin = time.process_time()
    reader(data)
    return time.process_time() - begin


def medians(data: bytes, rounds: int) -> tuple[float, float]:
    """Seconds that python-docx and speechlint take."""
    times = [(seconds(by_python_docx, data), seconds(by_speechlint, data)) for _ in range(rounds)]
    theirs, ours = (median(column) for column in zip(*times, strict=True))
    return theirs, ours


def compare(name: str, data: bytes) -> None:
    theirs, ours = medians(data, ROUNDS)
    seen, found = len(by_python_docx(data)), len(by_speechlint(data))
    print(
        f"{name}: python-docx {theirs * 1000:.1f} ms for {seen:,} characters, speechlint {ours * 1000:.1f} ms for"
        f" {found:,}: {theirs / ours:.1f} times as fast"
    )


def drafts() -> dict[str, bytes]:
    """The three drafts by name."""
    whole_draft = whole(random.Random(1))
    return {
        "plain": saved(plain(random.Random(1))),
        "whole": saved(whole_draft),
        "whole, small styles": saved(without_table_styles(whole_draft)),
    }


def main(paths: Iterable[str]) -> None:
    for name, data in drafts().items():
        compare(name, data)
    for path in paths:
        compare(path, Path(path).read_bytes())


if __name__ == "__main__":
    main(sys.argv[1:])
