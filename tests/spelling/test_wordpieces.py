"""A text becomes the numbers of a BERT vocabulary, and every Chinese character keeps its place."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.messages import Problem
from speechlint.spelling.wordpieces import Vocabulary, read_vocabulary, vocabulary_file

TOKENS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "环", "境", "g", "5", "##g", "20", "##2", "##6", "，", "A")
VOCABULARY = Vocabulary(TOKENS, Path("vocab.txt"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("环境", ["环", "境"]),
        ("环 境", ["环", "境"]),
        ("环竞，", ["环", "[UNK]", "，"]),
        # Letters and digits are one word, in small letters where the vocabulary has no others.
        ("5G环", ["5", "##g", "环"]),
        ("2026", ["20", "##2", "##6"]),
        ("20263", ["[UNK]"]),
        ("A", ["A"]),
        ("G", ["g"]),
        ("", []),
    ],
)
def test_a_text_is_cut_as_a_bert_cuts_it(text: str, expected: list[str]) -> None:
    ids = VOCABULARY.encode(text).ids
    assert [TOKENS[number] for number in ids] == ["[CLS]", *expected, "[SEP]"]


@given(st.text(st.sampled_from("环境竞，5gGA 2026\n。😀é")))
def test_every_chinese_character_it_knows_keeps_its_place_and_nothing_grows(text: str) -> None:
    encoded = VOCABULARY.encode(text)
    assert sorted(encoded.places.values()) == [at for at, character in enumerate(text) if character in "环境"]
    for place, at in encoded.places.items():
        assert TOKENS[encoded.ids[place]] == text[at]
    assert len(encoded.ids) <= len(text) + 2


@pytest.mark.parametrize("ending", ["\n", "\r\n", ""])
def test_both_files_hold_the_same_vocabulary(tmp_path: Path, ending: str) -> None:
    plain, other = tmp_path / "vocab.txt", tmp_path / "tokenizer.json"
    # Tokens that other ways to part lines would part.
    tokens = [*TOKENS, "\u2028", "\x85"]
    plain.write_bytes((ending or "\n").join(tokens).encode() + ending.encode())
    numbers = {token: number for number, token in enumerate(tokens)}
    other.write_text(json.dumps({"model": {"type": "WordPiece", "vocab": numbers}}), encoding="utf-8")
    assert read_vocabulary(plain).tokens == read_vocabulary(other).tokens == tuple(tokens)


def test_only_single_chinese_characters_are_suggested() -> None:
    assert VOCABULARY.character(TOKENS.index("境")) == "境"
    assert {VOCABULARY.character(TOKENS.index(token)) for token in ("[UNK]", "##g", "，", "A")} == {None}
    assert VOCABULARY.character(len(TOKENS)) is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("vocab.txt", b"\xff\xfe"),
        ("vocab.txt", b""),
        ("vocab.txt", "环\n境\n".encode()),
        ("tokenizer.json", b"{"),
        ("tokenizer.json", b"[]"),
        ("tokenizer.json", b'{"model": {"vocab": {}}}'),
        ("tokenizer.json", b'{"model": {"type": "Unigram", "vocab": [["a", -1.0]]}}'),
        ("tokenizer.json", b'{"model": {"vocab": {"a": "b"}}}'),
    ],
)
def test_what_is_no_vocabulary_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Problem) as caught:
        read_vocabulary(vocabulary_file(tmp_path / "model.onnx"))
    assert caught.value.key == "corrector-bad-tokenizer"
    assert caught.value.fields["at"] == tmp_path / name


def test_a_model_without_vocabulary_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"vocab\.txt") as caught:
        vocabulary_file(tmp_path / "model.onnx")
    assert caught.value.key == "corrector-no-tokenizer"
