"""Sounds as ears that hear no difference between 平舌 and 翘舌, n and l, front and back nasals take them."""

from __future__ import annotations

MERGED = (("zh", "z"), ("ch", "c"), ("sh", "s"))
# Blurred sounds are told in one character each, from here on in the private use area.
FIRST = 0xE000
FINALS = (
    "a",
    "o",
    "e",
    "i",
    "u",
    "v",
    "ai",
    "ei",
    "ao",
    "ou",
    "an",
    "en",
    "in",
    "un",
    "er",
    "ia",
    "ie",
    "iu",
    "ua",
    "uo",
    "ui",
    "ue",
    "ve",
    "iao",
    "uai",
    "ian",
    "uan",
    "van",
    "vn",
    "ong",
    "iong",
    "m",
    "ng",
    "io",
    "ueng",
    "iang",
)
HEADS = ("", "b", "p", "m", "f", "d", "t", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s", "y", "w")


def blurred(syllable: str) -> str:
    """The one character that stands for a toneless syllable and all that are taken for it; itself if it is none."""
    for full, merged in MERGED:
        syllable = syllable.replace(full, merged) if syllable.startswith(full) else syllable
    if syllable.startswith("n") and len(syllable) > 1 and syllable != "ng":
        syllable = "l" + syllable[1:]
    if syllable.endswith(("ang", "eng", "ing")):
        syllable = syllable[:-1]
    head = max((head for head in HEADS if syllable.startswith(head)), key=len)
    final = syllable[len(head) :] or "m"
    if final not in FINALS:
        return syllable
    return chr(FIRST + HEADS.index(head) * len(FINALS) + FINALS.index(final))
