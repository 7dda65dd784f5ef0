"""A language model of a few words."""

import math
from pathlib import Path

from speechlint.spelling.model import BREAK, PAIR, LanguageModel, Model, quantised, save
from speechlint.spelling.sounds import blurred

COMMON, RARE = 0.01, 1e-7
SOUNDS = {"环": "huan", "境": "jing", "竞": "jing", "好": "hao", "争": "zheng", "降": "jiang", "碳": "tan"}


def small_model(
    folder: Path, common: tuple[str, ...] = ("环境", "竞争", "好"), rare: tuple[str, ...] = ()
) -> LanguageModel:
    words = dict.fromkeys(common, quantised(COMMON)) | dict.fromkeys(rare, quantised(RARE))
    words |= {BREAK: quantised(0.1)} | dict.fromkeys(SOUNDS, quantised(1e-5)) | {"好": quantised(COMMON)}
    model = Model(
        words=words,
        weights=dict.fromkeys(words, quantised(0.5)),
        pairs={"好" + PAIR + "环境": quantised(0.5)},
        attested=["降碳"],
        words_of_sound=[("".join(blurred(SOUNDS[c]) for c in word), word) for word in common],
        sounds={character: blurred(sound) for character, sound in SOUNDS.items()},
        lookalikes={"镜": "境"},
    )
    path = folder / "words.model"
    path.write_bytes(save(model))
    return LanguageModel(path)


def logarithm(probability: float) -> float:
    return -math.log10(probability)
