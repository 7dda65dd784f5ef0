"""What the likeliest reading changes, and when the model is opened at all."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spelling.small import small_model

from speechlint.language.words import segmenter
from speechlint.spelling.candidates import alike
from speechlint.spelling.hints import hints
from speechlint.spelling.model import LanguageModel, language_model

OFFICIAL = "各级部门要认真贯彻落实会议精神推动经济社会持续健康发展保障群众合法权益竞彰彻砌"


def heard(text: str, model: LanguageModel) -> list[tuple[str, str]]:
    return [(text[hint.start : hint.end], hint.better) for hint in hints(text, segmenter(), lambda: model)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("好环竞", [("环竞", "环境")]),
        ("好环镜", [("环镜", "环境")]),
        ("好环境", []),
        ("好环环", []),
        ("好环好", []),
    ],
)
def test_one_character_of_like_sound_or_look_makes_a_word(
    tmp_path: Path, text: str, expected: list[tuple[str, str]]
) -> None:
    assert heard(text, small_model(tmp_path)) == expected


def test_a_word_that_is_common_itself_is_left_alone(tmp_path: Path) -> None:
    assert heard("好环竞", small_model(tmp_path, common=("环境", "环竞", "好"))) == []


def test_two_faults_of_one_stretch_are_two_hints(tmp_path: Path) -> None:
    assert heard("环竞好境争", small_model(tmp_path)) == [("环竞", "环境"), ("境争", "竞争")]


def test_the_model_stays_closed_where_nothing_can_be_wrong() -> None:
    def never() -> LanguageModel:
        raise AssertionError("the model was opened")

    assert list(hints("环境", segmenter(), never)) == []


def test_numbers_are_never_taken_for_each_other() -> None:
    assert list(hints("第三百零二条第十二节", segmenter())) == []


@settings(deadline=None)
@given(st.text(st.sampled_from(OFFICIAL), min_size=2, max_size=14))
def test_a_hint_changes_one_character_and_gains_by_it(text: str) -> None:
    for hint in hints(text, segmenter()):
        written = text[hint.start : hint.end]
        assert sum(a != b for a, b in zip(written, hint.better, strict=True)) == 1
        assert hint.gain > 0
        assert hint.better in set(alike(written, language_model()))
