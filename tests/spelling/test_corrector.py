"""A model of the user's: what it would write otherwise, and what cannot be used."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import TensorProto
from spelling.tiny_corrector import save_corrector

from speechlint.messages import Problem
from speechlint.spelling.corrector import LONGEST, Corrector

MEANT = {"竞": ("境", 0.97), "彰": ("障", 0.8), "策": ("，", 0.99), "[UNK]": ("好", 0.99)}
OTHERS = "营造良好商环保群众合法权益"


def told(corrector: Corrector, *texts: str, least: float = 0.9) -> list[list[tuple[int, str]]]:
    return [[(item.at, item.better) for item in found] for found in corrector.corrections(texts, least)]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Corrector:
    return Corrector(save_corrector(tmp_path_factory.mktemp("model"), MEANT, OTHERS))


@pytest.mark.parametrize(
    ("text", "least", "expected"),
    [
        ("营造良好营商环竞。", 0.9, [(7, "境")]),
        ("营造 5G 环竞", 0.9, [(7, "境")]),
        ("保彰环竞", 0.9, [(3, "境")]),
        ("保彰环竞", 0.75, [(1, "障"), (3, "境")]),
        ("环竞", 0.98, []),
        # Only another Chinese character is a correction.
        ("策", 0.9, []),
        # Unknown to the vocabulary, so the model cannot know it from any other.
        ("龘竞", 0.9, [(1, "境")]),
        ("", 0.9, []),
        ("No Chinese.", 0.9, []),
    ],
)
def test_what_the_model_would_write_otherwise(
    tiny: Corrector, text: str, least: float, expected: list[tuple[int, str]]
) -> None:
    assert told(tiny, text, least=least) == [expected]


def test_a_correction_says_how_certain_it_is(tiny: Corrector) -> None:
    [[correction]] = tiny.corrections(["环竞"], 0.9)
    assert correction.certainty == pytest.approx(0.97, abs=1e-4)


@given(st.lists(st.text(st.sampled_from("环竞保彰好，。 5g"), max_size=40), max_size=6))
def test_no_text_depends_on_those_scored_with_it(tiny: Corrector, texts: Sequence[str]) -> None:
    expected = [[(at, "境") for at, character in enumerate(text) if character == "竞"] for text in texts]
    assert told(tiny, *texts) == expected


@pytest.mark.parametrize("pause", ["，", ""])
def test_a_sentence_longer_than_the_model_takes_is_read_in_parts(tiny: Corrector, pause: str) -> None:
    text = f"环竞{'好' * 100}{pause}" * 20
    assert len(text) > 2 * LONGEST
    assert told(tiny, text) == [[(at, "境") for at, character in enumerate(text) if character == "竞"]]


@pytest.mark.parametrize(
    ("shape", "inputs", "number"),
    [
        (("batch", "sequence"), ("input_ids",), TensorProto.INT64),
        (("batch", "sequence"), ("input_ids", "attention_mask"), TensorProto.INT32),
        ((1, 16), ("input_ids", "attention_mask", "token_type_ids"), TensorProto.INT64),
        ((3, 8), ("input_ids",), TensorProto.INT64),
        ((1, "sequence"), ("input_ids",), TensorProto.INT64),
    ],
)
def test_models_are_given_what_they_take(
    tmp_path: Path, shape: tuple[int | str, int | str], inputs: tuple[str, ...], number: int
) -> None:
    corrector = Corrector(save_corrector(tmp_path, MEANT, OTHERS, shape=shape, inputs=inputs, number=number))
    texts = ["环竞", "营造良好营商环竞保彰群众合法权益环竞", "保彰", "好竞"]
    assert told(corrector, *texts) == [[(1, "境")], [(7, "境"), (17, "境")], [], [(1, "境")]]


@pytest.mark.parametrize(
    ("shape", "inputs", "number", "key"),
    [
        (("batch", "sequence"), ("pixels",), TensorProto.INT64, "corrector-inputs"),
        (("batch", "sequence"), ("input_ids", "lengths"), TensorProto.INT64, "corrector-inputs"),
        ((1, 2), ("input_ids",), TensorProto.INT64, "corrector-inputs"),
        (("batch", "sequence", 3), ("input_ids",), TensorProto.INT64, "corrector-inputs"),
    ],
)
def test_a_model_of_another_kind_is_named(
    tmp_path: Path, shape: tuple[int | str, int | str], inputs: tuple[str, ...], number: int, key: str
) -> None:
    path = save_corrector(tmp_path, MEANT, shape=shape, inputs=inputs, number=number)
    with pytest.raises(Problem) as caught:
        Corrector(path)
    assert (caught.value.key, caught.value.fields["at"]) == (key, path)


def test_a_vocabulary_larger_than_the_models_is_anothers(tmp_path: Path) -> None:
    path = save_corrector(tmp_path, MEANT)
    with (tmp_path / "vocab.txt").open("a", encoding="utf-8") as file:
        file.write("外\n")
    with pytest.raises(Problem) as caught:
        Corrector(path)
    assert caught.value.key == "corrector-outputs"


def test_a_model_that_fails_is_named(tmp_path: Path) -> None:
    path = save_corrector(tmp_path, MEANT)
    model = onnx.load(path)
    size = model.graph.output[0].type.tensor_type.shape.dim[2].dim_value
    # Whatever it is given, it makes scores for one text of four numbers.
    model.graph.node[0].output[0] = "any"
    model.graph.node.append(onnx.helper.make_node("Reshape", ["any", "shape"], ["logits"]))
    model.graph.initializer.append(onnx.numpy_helper.from_array(np.array([1, 4, size]), "shape"))
    onnx.save(model, path)
    corrector = Corrector(path)
    assert told(corrector, "环竞") == [[(1, "境")]]
    with pytest.raises(Problem) as caught:
        told(corrector, "环环竞")
    assert (caught.value.key, caught.value.fields["at"]) == ("corrector-failed", path)
    assert "\n" not in caught.value.say("zh")


@pytest.mark.parametrize("content", [b"", b"no model", b"\x08\x08" * 50])
def test_a_file_that_is_no_model_is_named_and_nothing_is_printed(
    tmp_path: Path, content: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    path = save_corrector(tmp_path, MEANT)
    path.write_bytes(content)
    with pytest.raises(Problem) as caught:
        Corrector(path)
    assert (caught.value.key, caught.value.fields["at"]) == ("corrector-bad-model", path)
    assert capfd.readouterr() == ("", "")
