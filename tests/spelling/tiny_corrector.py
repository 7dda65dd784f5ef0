"""A corrector of a few characters, as a BERT exported to ONNX looks from without."""

from collections.abc import Mapping, Sequence
from math import log
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
# What is sure of nothing else still knows what it reads.
ITSELF = 12.0
# Known to every runtime that the extra allows.
OPSET, IR_VERSION = 13, 8


def save_corrector(
    folder: Path,
    meant: Mapping[str, tuple[str, float]],
    others: str = "",
    *,
    shape: tuple[int | str, int | str] = ("batch", "sequence"),
    inputs: Sequence[str] = INPUTS,
    number: int = TensorProto.INT64,
) -> Path:
    """Save a model that reads each character of `meant` as another with the certainty given, and the rest as written.

    Its vocabulary, these characters and `others`, goes beside it as vocab.txt.
    """
    characters = dict.fromkeys([*meant, *(better for better, _ in meant.values()), *others])
    tokens = [*dict.fromkeys([*SPECIAL, *characters])]
    (folder / "vocab.txt").write_text("\n".join(tokens) + "\n", encoding="utf-8")
    scores = np.eye(len(tokens), dtype=np.float32) * ITSELF
    for written, (better, certainty) in meant.items():
        row = scores[tokens.index(written)]
        # Of two characters that share all there is, one at zero.
        row[:] = -100
        row[tokens.index(written)] = 0
        row[tokens.index(better)] = log(certainty / (1 - certainty))
    path = folder / "model.onnx"
    onnx.save(graph(scores, shape, inputs, number), path)
    return path


def graph(
    scores: np.ndarray, shape: tuple[int | str, int | str], inputs: Sequence[str], number: int
) -> onnx.ModelProto:
    """A row of `scores` for every number of the first input."""
    nodes = [helper.make_node("Gather", ["scores", inputs[0]], ["logits"])]
    taken = [helper.make_tensor_value_info(name, number, shape) for name in inputs]
    given = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, (*shape, scores.shape[1]))]
    made = helper.make_graph(nodes, "tiny", taken, given, [numpy_helper.from_array(scores, "scores")])
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
