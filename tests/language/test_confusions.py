"""Which characters are taken for each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.language.confusions import Confusions

CONFUSIONS = Confusions({"shi": "事实是", "xing": "行形", "hang": "行航", "de": "得"}, {"末": "未", "得": "很"})


@pytest.mark.parametrize(
    ("written", "right", "expected"),
    [
        ("事", "是", True),
        ("形", "行", True),
        ("航", "行", True),
        ("形", "航", False),
        ("末", "未", True),
        ("未", "末", False),
    ],
)
def test_characters_of_one_sound_and_listed_look_alikes_are_taken_for_each_other(
    written: str, right: str, expected: bool
) -> None:
    assert CONFUSIONS.alike(written, right) is expected


def test_a_text_is_heard_alike_however_it_is_written() -> None:
    assert CONFUSIONS.heard("事行，末") == CONFUSIONS.heard("是航。？")
    assert CONFUSIONS.heard("事") != CONFUSIONS.heard("行")


@given(st.dictionaries(st.sampled_from("abcde"), st.text("甲乙丙丁戊𠀀", max_size=4)), st.text("甲乙丙丁戊𠀀x，"))
def test_characters_taken_for_each_other_by_sound_are_heard_alike(sounds: dict[str, str], text: str) -> None:
    confusions = Confusions(sounds, {})
    heard = confusions.heard(text)
    assert len(heard) == len(text)
    assert all(heard[i] == heard[k] for i in range(len(text)) for k in range(i) if confusions.alike(text[i], text[k]))


def test_any_number_of_sounds_is_told_apart() -> None:
    characters = [chr(0x4E00 + number) for number in range(400)]
    for most in (3, 253, 254, 400):
        confusions = Confusions({character: character for character in characters[:most]}, {})
        heard = confusions.heard("".join(characters))
        assert len({*heard[:most]} - {"\0", "\t", "\n"}) == most
        assert {*heard[most:]} <= {"\0"}
        assert (max(heard) < "\u0100") == (most <= 253)


def test_a_look_alike_of_another_sound_stands_under_its_own_sign() -> None:
    assert CONFUSIONS.looks == {"未": frozenset(), "很": {CONFUSIONS.heard("得")}}
