"""Build the tables of rules/typo that `near` reads: idioms, official-phrases, sounds and lookalikes.tsv.

Usage: build_phrases.py RULES_TYPO_FOLDER OFFICIAL_TEXT_FOLDER   (needs pypinyin and jieba, which the rules do not)

Idioms are four-character entries tagged as idioms in jieba's dictionary and listed among pypinyin's phrases as well:
two lists seldom share a misspelling, and those they do share stand in misspelling.tsv. Official phrases are pairs of
common words that many official documents put side by side. Rows that stand in the tables already are kept.
"""

from __future__ import annotations

import itertools
import logging
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import jieba
from pypinyin.phrases_dict import phrases_dict
from pypinyin.pinyin_dict import pinyin_dict

SIZE = 4
IDIOM_COUNT, SURE_COUNT, OFFICIAL_COUNT, OFFICIAL_FILES, HALF_COUNT = 4, 20, 12, 4, 100
SOUND_COUNT = 3
# Written on purpose beside the idiom, though neither list has them: 离目标更近一步, 粮食不能自给, 工作会一结束.
ALSO_FINE = frozenset(
    re.findall(
        "[一-鿿]+",
        """
        循序前进 不见当年 难于预料 难于想象 难于置信 更近一步 社会意志 不是时机 不可一时 出口成长 不敢落后
        不敢示弱 事务大小 事物大小 公司兼顾 生死有关 一些千里 不可言语 说的过去 感激不仅 不能自给
        良性关系 两省关系 十四行使 并非议事 身体例行 自称一家 不仅人情 集中要害 值得一体 医务教育
        义乌教育 不知可否 人机关系 显赫一世 心理衰竭 相机行使 困难当头 独立自助 人人自卫 打开眼界
        大翻身仗 共通语言 固体染料 店面结合 无名小组 莫不关心 即兴制作 惟其如此 一级之长 县有企业
        先有企业 分别打到 在教学生 工作会一 全体会一 常务会一 建设区得 发展区得 工作区得 主要一靠
        一靠人民 未留下来 宜留下来 领导人远 领导人愿 众小企业
        """,
    )
)
LOOSE = re.compile(
    "[〇零一二三四五六七八九十百千万亿两几第这那哪某各该其我你他她它者们和与或及是有在对把被将向以于由从为所但而且如若因即又也都就才还再更最很太个名项次条款]"
    "|应当|可以|需要|必须|不得|不能|没有|进行|作出|本法|规定|方面|情况|任何|已经|能够|通过|按照|根据|属于|关于|下列|前款|上述|左右|以上|以下|如下"
)


def common_character(character: str) -> bool:
    """Whether GB 2312 holds it: other characters are not what a typist picks by accident."""
    try:
        return len(character.encode("gb2312")) == 2 and "一" <= character <= "鿿"
    except UnicodeEncodeError:
        return False


def dictionary() -> dict[str, tuple[int, str]]:
    lines = (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    return {word: (int(count), tag) for word, count, tag in map(str.split, lines)}


def plain(marked: str) -> str:
    """A marked sound without its tone."""
    letters = unicodedata.normalize("NFD", marked.replace("ü", "v"))
    return "".join(c for c in letters if c in "abcdefghijklmnopqrstuvwxyz")


def readings() -> dict[str, set[str]]:
    """Toneless sounds of every common character: the first listed, and those that several phrases attest."""
    sounds = {chr(code): {plain(marked.split(",")[0])} for code, marked in pinyin_dict.items()}
    attested: Counter[tuple[str, str]] = Counter()
    for phrase, spoken in phrases_dict.items():
        attested.update((c, plain(readings[0])) for c, readings in zip(phrase, spoken, strict=False))
    for (character, sound), count in attested.items():
        if count >= SOUND_COUNT and character in sounds:
            sounds[character].add(sound)
    return {character: spoken for character, spoken in sounds.items() if common_character(character)}


def reviewed_pairs(folder: Path, group: str = "") -> Iterator[tuple[str, str]]:
    """(wrong, right) forms of misspelling.tsv, of one class or of all."""
    for line in (folder / "misspelling.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        wrong, right, of, *_ = line.split("\t")
        if group in ("", of):
            yield wrong, right


def standing(table: Path) -> dict[str, str]:
    """The first two cells of every row of a table as it stands, for rows are added by hand as well."""
    _, *rows = [line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return dict(row.split("\t")[:2] for row in rows)


def lookalikes(folder: Path, sounds: dict[str, set[str]]) -> dict[str, set[str]]:
    """Characters listed as look-alikes, and those a reviewed misread form exchanges though they sound different."""
    listed = standing(folder / "lookalikes.tsv")
    alike = defaultdict(set, {character: set(others) for character, others in listed.items()})
    for wrong, right in reviewed_pairs(folder, "形近OCR"):
        apart = [(a, b) for a, b in zip(wrong, right, strict=False) if a != b]
        if len(wrong) == len(right) and len(apart) == 1:
            a, b = apart[0]
            if not sounds.get(a, set()) & sounds.get(b, set()):
                alike[a].add(b)
                alike[b].add(a)
    return alike


def official(folder: Path, words: dict[str, tuple[int, str]]) -> Iterator[str]:
    """Four-character words, and pairs of two-character ones, that official documents use again and again."""
    counts: Counter[str] = Counter()
    files: dict[str, set[str]] = defaultdict(set)
    for path in sorted(folder.glob("*.txt")):
        for stretch in re.findall("[一-鿿]+", path.read_text(encoding="utf-8")):
            cut = list(jieba.cut(stretch, HMM=False))
            pairs = [(a, b) for a, b in itertools.pairwise(cut) if all(common_half(w, words) for w in (a, b))]
            joined = [a + b for a, b in pairs if not LOOSE.search(a + b)]
            for phrase in (
                *joined,
                *(w for w in cut if len(w) == SIZE and words.get(w, (0, "m"))[1] not in ("m", "nr", "t")),
            ):
                counts[phrase] += 1
                files[phrase].add(path.name)
    for phrase, count in counts.items():
        if count >= OFFICIAL_COUNT and len(files[phrase]) >= OFFICIAL_FILES:
            yield phrase


def common_half(word: str, words: dict[str, tuple[int, str]]) -> bool:
    return len(word) == SIZE // 2 and words.get(word, (0, ""))[0] >= HALF_COUNT


def idioms(words: dict[str, tuple[int, str]]) -> Iterator[str]:
    for word, (count, tag) in words.items():
        listed_twice = word in phrases_dict and count >= IDIOM_COUNT
        if len(word) == SIZE and ((tag in ("i", "l") and listed_twice) or (tag == "i" and count >= SURE_COUNT)):
            yield word


def holed(phrase: str) -> Iterator[tuple[int, str]]:
    for hole in range(len(phrase)):
        yield hole, phrase[:hole] + phrase[hole + 1 :]


def attested(phrases: Iterable[str], fine: Iterable[str]) -> dict[str, list[str]]:
    """For each phrase, what is fine and differs from it in one character."""
    siblings: dict[tuple[int, str], list[str]] = defaultdict(list)
    for word in sorted(w for w in fine if len(w) == SIZE):
        for key in holed(word):
            siblings[key].append(word)
    return {p: sorted({s for key in holed(p) for s in siblings[key]} - {p}) for p in phrases}


def write(path: Path, comment: str, columns: str, rows: Iterable[str]) -> None:
    lines = [*(f"# {line}" for line in comment.splitlines()), columns, *rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(folder: Path, texts: Path) -> None:
    jieba.setLogLevel(logging.ERROR)
    words, sounds = dictionary(), readings()
    wrong = {w for w, _ in reviewed_pairs(folder)}
    fine = dict.fromkeys([*standing(folder / "official-phrases.tsv"), *official(texts, words)], "公文")
    fine |= dict.fromkeys([*standing(folder / "idioms.tsv"), *idioms(words)], "成语")
    fine |= {p: "成语" for _, p in reviewed_pairs(folder) if len(p) == SIZE and p in phrases_dict}
    kinds = {p: k for p, k in sorted(fine.items()) if not any(w in p for w in wrong) and all(map(common_character, p))}
    alike = lookalikes(folder, sounds)
    near = attested([p for p, k in kinds.items() if k == "成语"], {*words, *phrases_dict} - wrong | ALSO_FINE)
    near |= attested([p for p, k in kinds.items() if k == "公文"], ALSO_FINE)

    def row(phrase: str) -> str:
        return f"{phrase}\t{' '.join(other for other in near[phrase] if sound_alike(phrase, other, sounds, alike))}"

    write(
        folder / "idioms.tsv",
        "Idioms of jieba 0.42.1 dict.txt (MIT), the rarer ones only where pypinyin 0.55.0 phrases_dict (MIT) has them\n"
        "too, without the forms that misspelling.tsv corrects. attested: listed phrases one like-sounding character\n"
        "away that are no misspellings.",
        "phrase\tattested",
        (row(phrase) for phrase, kind in kinds.items() if kind == "成语"),
    )
    write(
        folder / "official-phrases.tsv",
        "Four-character words and pairs of words that official documents (public domain) use again and again.",
        "phrase\tattested",
        (row(phrase) for phrase, kind in kinds.items() if kind == "公文"),
    )
    by_sound: dict[str, list[str]] = defaultdict(list)
    for character, spoken in sorted(sounds.items()):
        for sound in spoken:
            by_sound[sound].append(character)
    write(
        folder / "sounds.tsv",
        "Common characters (GB 2312) by toneless sound. Source: pypinyin 0.55.0 (MIT).",
        "sound\tcharacters",
        (f"{sound}\t{''.join(characters)}" for sound, characters in sorted(by_sound.items())),
    )
    write(
        folder / "lookalikes.tsv",
        "Characters that sound different and are taken for each other: from the pairs of misspelling.tsv.",
        "character\talike",
        (f"{character}\t{''.join(sorted(others))}" for character, others in sorted(alike.items())),
    )


def sound_alike(phrase: str, other: str, sounds: dict[str, set[str]], alike: dict[str, set[str]]) -> bool:
    a, b = next((x, y) for x, y in zip(phrase, other, strict=True) if x != y)
    return bool(sounds.get(a, set()) & sounds.get(b, set())) or b in alike.get(a, ())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
