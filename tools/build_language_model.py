"""Build speechlint/spelling/words.model, what the advisory ear knows of words: counts and sounds, no sentences.

Usage: build_language_model.py SOURCES OFFICIAL_TEXT SENTENCES [--part PART] [-o FILE]

SOURCES holds jieba's dict.txt, and word_distribution.json and chinese_char_dictionary.txt of jionlp; pypinyin must be
importable. OFFICIAL_TEXT is a folder of .txt, SENTENCES one of .train files, of which only the right sides are counted.
With `--part` only some of both is counted, for measuring on the rest. Sources, licences and hashes stand in
docs/language-model.md.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise, product
from pathlib import Path

import rjieba
from build_phrases import common_character, readings
from pypinyin import Style, pinyin

from speechlint.spelling.model import BREAK, PAIR, Model, quantised, save
from speechlint.spelling.sounds import blurred

HAN = re.compile("[一-鿿]+")
LONGEST_WORD, LONGEST_ATTESTED = 7, 4
# How much each source says about how common a word is.
SHARES = {"jionlp": 0.5, "jieba": 0.2, "official": 0.3}
# Counts of jieba below this prove nothing unless another source has the word.
JIEBA_LEAST = 3
# How many times a word is expected to occur before what follows it is believed.
PRIOR = 12.0
TARGET_LEAST = 10**-6.6
ATTESTED_LEAST = 2


# The quarters of the text that a trial model counts: margins are set on what FIT leaves of TUNE, figures told of CHECK.
PARTS = {"all": (0, 1, 2, 3), "check": (0, 2), "tune": (1, 3), "fit": (1,), "margins": (3,)}


def belongs(text: str, part: str) -> bool:
    """Whether a sentence or a file name is of the part, by its bytes."""
    return zlib.crc32(text.encode()) % 4 in PARTS[part]


def files(folder: Path, ending: str, part: str) -> Iterator[str]:
    for path in sorted(folder.glob(f"*{ending}")):
        if belongs(path.name, part) and "known_errors" not in path.name:
            yield path.read_text(encoding="utf-8")


def right_sides(folder: Path, part: str) -> Iterator[str]:
    for path in sorted(folder.glob("*.train")):
        for line in path.read_text(encoding="utf-8").splitlines():
            _, _, right = line.split("\t")
            if belongs(right, part):
                yield right


def stretches(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from HAN.findall(text)


def of_jieba(folder: Path) -> dict[str, int]:
    rows = map(str.split, (folder / "dict.txt").read_text(encoding="utf-8").splitlines())
    return {word: int(count) for word, count, *_ in rows if HAN.fullmatch(word)}


def of_jionlp(folder: Path) -> dict[str, int]:
    rows = map(json.loads, (folder / "word_distribution.json").read_text(encoding="utf-8").splitlines())
    return {word: count for word, count, *_ in rows if HAN.fullmatch(word)}


def misspelt(rules: Path) -> set[str]:
    """Forms that are wrong wherever they stand, which dictionaries list all the same."""
    lines = (rules / "misspelling.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {row[0] for row in rows[1:] if len(row) < 4 or not row[3]}


def shares(sources: dict[str, dict[str, int]], wrong: set[str]) -> dict[str, float]:
    """How common each word is, from 0 to 1: the weighted mean of what the sources say."""
    common: dict[str, float] = defaultdict(float)
    for name, counts in sources.items():
        total = sum(counts.values())
        for word, count in counts.items():
            if len(word) <= LONGEST_WORD and word not in wrong:
                common[word] += SHARES[name] * count / total
    known = sources["jionlp"].keys() | sources["official"].keys()
    return {w: p for w, p in common.items() if w in known or sources["jieba"].get(w, 0) >= JIEBA_LEAST or len(w) == 1}


def counted(texts: Iterable[str]) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Words and pairs of words; a stretch begins and ends with BREAK."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for stretch in texts:
        cut = [BREAK, *rjieba.cut(stretch, False), BREAK]
        words.update(cut[:-1])
        pairs.update(pairwise(cut))
    return words, pairs


def attested(texts: Iterable[str], words: Iterable[str]) -> set[str]:
    """Whole words that together make two to four characters, no word themselves and yet met again and again."""
    seen: Counter[str] = Counter()
    for stretch in texts:
        cut = rjieba.cut(stretch, False)
        for at in range(len(cut)):
            joined = cut[at]
            for word in cut[at + 1 : at + LONGEST_ATTESTED]:
                joined += word
                if len(joined) > LONGEST_ATTESTED:
                    break
                seen[joined] += 1
    return {string for string, count in seen.items() if count >= ATTESTED_LEAST}.difference(words)


def spoken(word: str) -> set[str]:
    """The blurred sounds of a word, one per reading of the whole."""
    return {"".join(map(blurred, sounds)) for sounds in product(*pinyin(word, style=Style.NORMAL, errors="ignore"))}


def lookalikes(folder: Path, rules: Path, sounds: dict[str, set[str]]) -> dict[str, set[str]]:
    """Common characters that look alike: all but the radical shared, one corner code in one structure, or listed."""
    alike: dict[str, set[str]] = defaultdict(set)
    groups: dict[object, list[str]] = defaultdict(list)
    for line in (folder / "chinese_char_dictionary.txt").read_text(encoding="utf-8").splitlines():
        character, _, structure, corners, made_of, *_ = [*line.split("\t"), "", "", "", "", ""]
        if len(character) == 1 and common_character(character) and character in sounds:
            groups[structure, corners[:5]].append(character)
            if len(made_of) == 2:
                groups["second", structure, made_of[1]].append(character)
            groups["itself", character].append(character)
            if len(made_of) == 2 and common_character(made_of[1]):
                groups["itself", made_of[1]].append(character)
    for members in groups.values():
        for a, b in combinations(members, 2):
            alike[a].add(b)
            alike[b].add(a)
    for line in (rules / "lookalikes.tsv").read_text(encoding="utf-8").splitlines():
        character, _, others = line.partition("\t")
        if len(character) == 1 and character != "#":
            alike[character].update(others)
    return dict(sorted(alike.items()))


def conditional(
    common: dict[str, float], words: Counter[str], pairs: Counter[tuple[str, str]]
) -> tuple[dict[str, int], dict[str, int]]:
    """Quantised probabilities of pairs, and of every word the weight left to words it was not seen before."""
    total = sum(common.values())
    weights = {word: quantised(PRIOR / (count + PRIOR)) for word, count in words.items()}
    after = {}
    for (first, second), count in pairs.items():
        if (first in common or first == BREAK) and (second in common or second == BREAK):
            prior = common.get(second, 0.0) / total if second != BREAK else words[BREAK] / words.total()
            after[first + PAIR + second] = quantised((count + PRIOR * prior) / (words[first] + PRIOR))
    return after, weights


def build(folder: Path, official: Path, sentences: Path, part: str, rules: Path) -> Model:
    texts = [*stretches(files(official, ".txt", part)), *stretches(right_sides(sentences, part))]
    words, pairs = counted(texts)
    sources = {"jieba": of_jieba(folder), "jionlp": of_jionlp(folder)}
    # Singles that a segmenter leaves over stand in no dictionary; they are words of one character all the same.
    sources["official"] = {word: count for word, count in words.items() if word != BREAK}
    wrong = misspelt(rules)
    common = shares(sources, wrong)
    total = sum(common.values())
    after, weights = conditional(common, words, pairs)
    targets = [w for w, p in common.items() if 2 <= len(w) <= LONGEST_ATTESTED and p / total >= TARGET_LEAST]
    sounds = readings()
    words_of_sound = [(sound, word) for word in sorted(targets) for sound in sorted(spoken(word))]
    sounds_of = {c: {blurred(s) for s in spoken_} for c, spoken_ in sounds.items()}
    unigrams = {word: quantised(p / total) for word, p in common.items()}
    unigrams[BREAK] = quantised(words[BREAK] / words.total())
    return Model(
        unigrams,
        {word: weight for word, weight in weights.items() if word in unigrams},
        after,
        attested(texts, common),
        words_of_sound,
        {c: "".join(sorted(s)) for c, s in sorted(sounds_of.items())},
        {c: "".join(sorted(others)) for c, others in lookalikes(folder, rules, sounds).items()},
    )


def main() -> None:
    root = Path(__file__).parent.parent
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", type=Path)
    parser.add_argument("official", type=Path)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("--part", choices=PARTS, default="all")
    parser.add_argument("-o", "--output", type=Path, default=root / "speechlint/spelling/words.model")
    given = parser.parse_args()
    model = build(given.sources, given.official, given.sentences, given.part, root / "rules/typo")
    given.output.write_bytes(save(model))
    print(f"{given.output}: {given.output.stat().st_size:,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
