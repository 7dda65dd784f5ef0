"""Sounds that are taken for each other become one."""

import pytest

from speechlint.spelling.sounds import blurred


@pytest.mark.parametrize(
    ("one", "other"), [("zhi", "zi"), ("chen", "ceng"), ("shang", "san"), ("nin", "ling"), ("nv", "lv"), ("ri", "ri")]
)
def test_usual_confusions_sound_the_same(one: str, other: str) -> None:
    assert blurred(one) == blurred(other)
    assert len(blurred(one)) == 1


@pytest.mark.parametrize(("one", "other"), [("zhi", "chi"), ("an", "en"), ("lu", "lv"), ("hong", "hun"), ("fa", "hua")])
def test_other_sounds_stay_apart(one: str, other: str) -> None:
    assert blurred(one) != blurred(other)


def test_what_is_no_syllable_stays_itself() -> None:
    assert blurred("7") == "7"
