"""A draft with its names, years and numbers masked: what is left is the template it was written from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from speechlint.model import Document

# Persons, places and bodies; a numeral is told by its characters, since the segmenter cuts 二〇二四年 to pieces.
NAME_TAGS = frozenset({"nr", "ns", "nt", "nz"})
NUMERAL = re.compile(r"([0-9０-９〇零○一二三四五六七八九十百千两.．]+)([万亿余多%％元年月日个]*)")
YEAR = re.compile(r"(?:19|20)[0-9]{2}|[一二][九〇零○][〇零○一二三四五六七八九]{2}")
# What follows the name of a place: the word before it is that name, though no dictionary knows it.
DIVISION = re.compile(r"(?:省|市|县|区|州|盟|旗|镇|乡|村|街道|社区)(?:党?委|党政|政府|人大|政协|直|域|级|里)?")
PLACE = re.compile(r"(.{2,})(省|市|县|区|州|盟|旗|镇|乡|村|街道|社区)")
COMMON = re.compile("[全各我本][省市县区镇乡村]+")
MASK = "\0"


@dataclass(frozen=True, slots=True)
class Mask:
    """Something left out of a template: its words, and whether they are a number rather than a name."""

    text: str
    number: bool

    @property
    def telling(self) -> bool:
        """Whether it makes a copy another's speech: a name or a year, not a mere figure."""
        return not self.number or YEAR.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class Template:
    """A draft's words in order, None where something is masked; `masks` are those things in order."""

    words: tuple[str, ...]
    masks: tuple[Mask, ...]

    @property
    def text(self) -> str:
        """The words without what is masked."""
        return "".join(word for word in self.words if word != MASK)


def template(document: Document) -> Template:
    """The template of one draft; masks that follow one another are one."""
    words: list[str] = []
    masks: list[Mask] = []
    for text, masked in pieces(document):
        if masked is None:
            words.append(text)
        elif words and words[-1] == MASK:
            masks[-1] = Mask(masks[-1].text + text, masks[-1].number and masked)
        else:
            words.append(MASK)
            masks.append(Mask(text, masked))
    return Template(tuple(words), tuple(masks))


def pieces(document: Document) -> Iterator[tuple[str, bool | None]]:
    """Each word and, when it is to be masked, whether it is a number."""
    # The segmenter takes a fifth of a second to load.
    import rjieba

    for block in document.blocks_in("paragraph"):
        words = rjieba.tag(document.text_of(block))
        for (word, tag), (following, _) in zip(words, [*words[1:], ("", "")], strict=False):
            if number := NUMERAL.fullmatch(word):
                yield from split(number[1], number[2], number=True)
            elif is_name(word, tag, following):
                stem = PLACE.fullmatch(word)
                yield from split(*(stem.groups() if stem else (word, "")), number=False)
            else:
                yield word, None


def split(masked: str, unit: str, *, number: bool) -> Iterator[tuple[str, bool | None]]:
    """A word of which only the beginning is masked: 石桥|镇, 2019|年."""
    yield masked, number
    if unit:
        yield unit, None


def is_name(word: str, tag: str, following: str) -> bool:
    if tag in NAME_TAGS and len(word) > 1:
        return not (COMMON.fullmatch(word) or DIVISION.fullmatch(word))
    if not 1 < len(word) < 4 or tag[0] in "rmpcudfvt" or not word.isalpha():
        return False
    return DIVISION.fullmatch(following) is not None and not (COMMON.fullmatch(word) or DIVISION.fullmatch(word))
