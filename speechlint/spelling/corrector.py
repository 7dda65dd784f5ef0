"""A corrector that the user brings: a BERT-type model in an ONNX file, its vocabulary beside it (extra `onnx`).

For every character it gives a score to every character that could stand there. Nothing is ever downloaded.
"""

from __future__ import annotations

import multiprocessing
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from speechlint.messages import Problem
from speechlint.spelling.wordpieces import Encoded, read_vocabulary, vocabulary_file

if TYPE_CHECKING:
    import numpy as np
    import onnxruntime
    from numpy.typing import NDArray

# The most that a BERT takes, BEGIN and END, the frame of every text, among them.
LONGEST, FRAME = 512, 2
# So many numbers are scored at once: with 21,000 tokens their scores take 86 MB.
BATCH = 1_024
PAUSE = re.compile("[，；：、]")
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
NUMBERS = {"tensor(int64)": "int64", "tensor(int32)": "int32"}
SILENT = 4
ALL_CORES = 0


@dataclass(frozen=True, slots=True)
class Correction:
    """The character meant at an offset of a text, and how certain the model is of it, from 0 to 1."""

    at: int
    better: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Window:
    """A text that fits the model, taken from the text of this index from `start` on."""

    index: int
    start: int
    encoded: Encoded

    def __len__(self) -> int:
        return len(self.encoded.ids)


class Corrector:
    """A model and its vocabulary; raises Problem when either cannot be used or both do not go together."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.vocabulary = read_vocabulary(vocabulary_file(path))
        self._session = opened(path)
        self._inputs = {entry.name: entry for entry in self._session.get_inputs()}
        self._rows, self._length = self._shape()
        self._output = self._scores()

    def _shape(self) -> tuple[int | None, int | None]:
        """How many texts the model takes at once and how many numbers of each, where that is fixed."""
        shape = self._inputs[INPUTS[0]].shape if INPUTS[0] in self._inputs else []
        rows, length = (size if isinstance(size, int) else None for size in shape) if len(shape) == 2 else (None, 0)
        if self._inputs.keys() - {*INPUTS} or (length is not None and length <= FRAME):
            raise Problem("corrector-inputs", at=self.path, names=", ".join(sorted(self._inputs)))
        return rows, length

    def _scores(self) -> str:
        """The output that scores every token of the vocabulary for every place."""
        for output in self._session.get_outputs():
            if len(output.shape) == 3 and self._holds(output.shape[-1]):
                return str(output.name)
        raise Problem("corrector-outputs", at=self.path, size=len(self.vocabulary.tokens))

    def _holds(self, scores: int | str | None) -> bool:
        """Whether so many scores are enough for the vocabulary; a name stands for any number."""
        return not isinstance(scores, int) or scores >= len(self.vocabulary.tokens)

    def corrections(self, texts: Sequence[str], least: float) -> list[list[Correction]]:
        """What the model would write otherwise in each of the texts, where it is at least so certain."""
        found: list[list[Correction]] = [[] for _ in texts]
        windows = [window for index, text in enumerate(texts) for window in self._windows(index, text)]
        for batch in batches(sorted(windows, key=len), self._rows):
            for window, scores in zip(batch, self._run(batch), strict=False):
                found[window.index].extend(self._read(window, scores, least))
        return [sorted(of_text, key=lambda correction: correction.at) for of_text in found]

    def _windows(self, index: int, text: str) -> Iterator[Window]:
        start = 0
        for part in parts(text, (self._length or LONGEST) - FRAME):
            encoded = self.vocabulary.encode(part)
            if encoded.places:
                yield Window(index, start, encoded)
            start += len(part)

    def _run(self, batch: Sequence[Window]) -> NDArray[np.float32]:
        import numpy as np

        length = self._length or len(batch[-1])
        shape = (self._rows or len(batch), length)
        ids = np.full(shape, self.vocabulary.padding, np.int64)
        mask = np.zeros(shape, np.int64)
        for row, window in enumerate(batch):
            ids[row, : len(window)] = window.encoded.ids
            mask[row, : len(window)] = 1
        given = dict(zip(INPUTS, (ids, mask, np.zeros(shape, np.int64)), strict=True))
        feed = {name: given[name].astype(NUMBERS.get(entry.type, "int64")) for name, entry in self._inputs.items()}
        try:
            [scores] = self._session.run([self._output], feed)
        except Exception as error:  # onnxruntime has no class of its own for what a model may do wrong
            raise Problem("corrector-failed", at=self.path, reason=first_line(error)) from error
        if scores.ndim != 3 or scores.shape[:2] != shape or scores.shape[2] < len(self.vocabulary.tokens):
            raise Problem("corrector-outputs", at=self.path, size=len(self.vocabulary.tokens))
        return np.asarray(scores[:, :, : len(self.vocabulary.tokens)], np.float32)

    def _read(self, window: Window, scores: NDArray[np.float32], least: float) -> Iterator[Correction]:
        import numpy as np

        best = scores.argmax(axis=-1)
        for place, at in window.encoded.places.items():
            character = self.vocabulary.character(int(best[place]))
            if character is None or best[place] == window.encoded.ids[place]:
                continue
            with np.errstate(all="ignore"):  # what is no number is no certainty
                certainty = 1 / float(np.exp(scores[place] - scores[place].max()).sum())
            if certainty >= least:
                yield Correction(window.start + at, character, certainty)


def opened(path: Path) -> onnxruntime.InferenceSession:
    """The model, ready to run on processors alone; raises Problem."""
    try:
        import onnxruntime
    except ImportError as error:
        raise Problem("no-extra", extra="onnx") from error
    # On Windows it would otherwise report its use.
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.log_severity_level = SILENT
    # One of several workers has a core to itself and no more; threads that wait keep nobody from their work.
    options.intra_op_num_threads = ALL_CORES if multiprocessing.parent_process() is None else 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # a class of its own for every way in which a file is no model
        raise Problem("corrector-bad-model", at=path, reason=first_line(error)) from error


def first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def parts(text: str, longest: int) -> Iterator[str]:
    """The text in pieces no longer than that, cut behind a pause where there is one."""
    start = 0
    while len(text) - start > longest:
        pauses = [pause.end() for pause in PAUSE.finditer(text, start, start + longest)]
        end = pauses[-1] if pauses else start + longest
        yield text[start:end]
        start = end
    yield text[start:]


def batches(windows: Sequence[Window], rows: int | None) -> Iterator[Sequence[Window]]:
    """Windows from the shortest to the longest, so many together as BATCH allows once they are padded."""
    batch: list[Window] = []
    for window in windows:
        full = len(batch) == rows if rows else (len(batch) + 1) * len(window) > BATCH
        if batch and full:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def corrector(path: str) -> Corrector:
    """The corrector in a file, opened once and again when it or its vocabulary has changed; raises Problem."""
    model = Path(path)
    return as_it_is(model, os.getpid(), look(model), look(vocabulary_file(model)))


@cache
def as_it_is(path: Path, process: int, *looks: tuple[int, int]) -> Corrector:
    """A forked process needs one of its own, for the threads of its parent's are not there, nor to be waited for.

    So none is ever given up.
    """
    return Corrector(path)


def look(file: Path) -> tuple[int, int]:
    """What changes when a file does."""
    try:
        status = file.stat()
    except OSError as error:
        raise Problem("unreadable", at=file, reason=error.strerror or error) from error
    return status.st_size, status.st_mtime_ns
